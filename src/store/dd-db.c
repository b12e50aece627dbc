/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-db"

#include "dd-db.h"

#include "dd-migrate.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How long a write waits for another program's to end. */
#define BUSY_TIMEOUT_MS 10000

/* How many steps of its machine SQLite runs between two looks at @cancelled. */
#define STEPS_BETWEEN_LOOKS 4000

/* What the first bytes of every SQLite file are, and where the numbers stand. */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_PAGE_SIZE 16
#define HEADER_CHANGE_COUNTER 24
#define HEADER_N_PAGES 28
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

static DdStoreError
error_code_from_sqlite (int code)
{
  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    return DD_STORE_ERROR_IN_USE;
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
    return DD_STORE_ERROR_EXISTS;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return DD_STORE_ERROR_BUSY;
    case SQLITE_CORRUPT:
      return DD_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return DD_STORE_ERROR_NOT_OURS;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return DD_STORE_ERROR_INVALID;
    case SQLITE_FULL:
      return DD_STORE_ERROR_FULL;
    case SQLITE_READONLY:
      return DD_STORE_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return DD_STORE_ERROR_NO_ACCESS;
    default:
      return DD_STORE_ERROR_FAILED;
    }
}

/**
 * dd_db_fail:
 *
 * Returns: %FALSE always, so that a caller can return dd_db_fail (db, error)
 */
gboolean
dd_db_fail (DdDb    *db,
            GError **error)
{
  int code = sqlite3_extended_errcode (db->handle);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  else
    g_set_error_literal (error, DD_STORE_ERROR, error_code_from_sqlite (code),
                         sqlite3_errmsg (db->handle));

  return FALSE;
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
refuse (GError       **error,
        DdStoreError   code,
        const char    *message)
{
  g_set_error_literal (error, DD_STORE_ERROR, code, message);

  return FALSE;
}

/* Pages that the header counts and the file does not have. The count holds
 * only if the last writer kept it, and while nothing waits in a log beside. */
static gboolean
is_truncated (const char   *path,
              const guint8 *header,
              gint64        size)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  guint32 page_size = (guint32) header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
  gint64 n_pages = read_big_endian (header + HEADER_N_PAGES);
  GStatBuf log_stat;

  if (page_size == 1)
    page_size = 65536;

  return read_big_endian (header + HEADER_CHANGE_COUNTER) ==
         read_big_endian (header + HEADER_VALID_FOR) &&
         (g_stat (log, &log_stat) != 0 || log_stat.st_size == 0) &&
         n_pages * page_size > size;
}

/* Looks at the first bytes before SQLite touches the file, so that a file
 * that is not ours, or is newer, stays as it is to the last byte. */
static gboolean
check_header (const char  *path,
              DdDbFlags    flags,
              gboolean    *is_new,
              GError     **error)
{
  guint8 header[HEADER_SIZE] = { 0, };
  gsize length;
  GStatBuf status;
  FILE *file;

  *is_new = FALSE;
  if (g_stat (path, &status) != 0)
    {
      if (errno != ENOENT && errno != ENOTDIR)
        return refuse (error, DD_STORE_ERROR_NO_ACCESS, g_strerror (errno));
      if ((flags & DD_DB_OPEN_CREATE) == 0)
        return refuse (error, DD_STORE_ERROR_NO_FILE, "no such file");
      *is_new = TRUE;
      return TRUE;
    }
  if (!S_ISREG (status.st_mode))
    return refuse (error, DD_STORE_ERROR_NOT_OURS, "not a regular file");

  file = g_fopen (path, "rbe");
  if (file == NULL)
    return refuse (error, DD_STORE_ERROR_NO_ACCESS, g_strerror (errno));
  length = fread (header, 1, sizeof header, file);
  fclose (file);

  if (length < sizeof header || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return refuse (error, DD_STORE_ERROR_NOT_OURS,
                   length == 0 ? "the file is empty" : "not an SQLite file");
  if (read_big_endian (header + HEADER_APPLICATION_ID) != DD_DB_APPLICATION_ID)
    return refuse (error, DD_STORE_ERROR_NOT_OURS, "another program's SQLite file");
  if (read_big_endian (header + HEADER_USER_VERSION) > dd_migrate_get_version ())
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_TOO_NEW,
                   "the file has version %u, this program knows %u",
                   read_big_endian (header + HEADER_USER_VERSION), dd_migrate_get_version ());
      return FALSE;
    }
  if (is_truncated (path, header, status.st_size))
    return refuse (error, DD_STORE_ERROR_CORRUPT, "the end of the file is missing");

  return TRUE;
}

static int
look_cb (void *user_data)
{
  DdDb *db = user_data;

  return db->cancelled != NULL && g_atomic_int_get (db->cancelled);
}

static gboolean
open_handle (DdDb        *db,
             const char  *path,
             int          flags,
             GError     **error)
{
  int code = sqlite3_open_v2 (path, &db->handle,
                              flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    {
      /* SQLite gives a handle even when it fails: it holds the message. */
      dd_db_fail (db, error);
      g_clear_pointer (&db->handle, sqlite3_close);
      return FALSE;
    }

  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_progress_handler (db->handle, STEPS_BETWEEN_LOOKS, look_cb, db);

  return TRUE;
}

/* A file in a folder that may not be written: SQLite can read it only if it
 * need not make its shared memory there, which is safe while nobody writes. */
static gboolean
open_read_only (DdDb        *db,
                const char  *path,
                GError     **error)
{
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;
  gint64 n_tables;

  db->read_only = TRUE;
  if (open_handle (db, path, SQLITE_OPEN_READONLY, NULL))
    {
      if (dd_db_get_number (db, "SELECT count(*) FROM sqlite_schema", &n_tables, NULL))
        return TRUE;
      dd_db_close (db);
      db->read_only = TRUE;
    }

  escaped = g_uri_escape_string (path, "/", FALSE);
  uri = g_strdup_printf ("file:%s?immutable=1", escaped);

  return open_handle (db, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

static gboolean
may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

static gboolean
set_up (DdDb       *db,
        DdDbFlags   flags,
        GError    **error)
{
  if (!dd_db_exec (db, "PRAGMA foreign_keys = ON", error) ||
      !dd_db_exec (db, "PRAGMA cell_size_check = ON", error))
    return FALSE;
  if (db->read_only)
    return dd_db_exec (db, "PRAGMA query_only = ON", error);

  if ((flags & DD_DB_OPEN_REMOTE) != 0)
    /* The log needs memory that all writers share: it works on one machine only. */
    return dd_db_exec (db, "PRAGMA locking_mode = EXCLUSIVE", error) &&
           dd_db_exec (db, "PRAGMA journal_mode = DELETE", error) &&
           dd_db_exec (db, "PRAGMA synchronous = FULL", error);

  return dd_db_exec (db, "PRAGMA journal_mode = WAL", error) &&
         dd_db_exec (db, "PRAGMA synchronous = FULL", error);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
start (DdDb *db)
{
  db->thread = g_thread_self ();
  db->rules = DD_RULES_DEFAULT;
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
}

/* A new file gets its name when it is whole: whoever is stopped on the way
 * leaves no half-made file that the next start would have to refuse. */
static gboolean
create_file (const char  *path,
             GError     **error)
{
  g_autofree char *unfinished = g_strdup_printf ("%s.new-%u", path, (guint) getpid ());
  DdDb db = { NULL, };
  gboolean ok;

  g_unlink (unfinished);
  start (&db);
  ok = open_handle (&db, unfinished, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error) &&
       dd_db_exec (&db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL", error) &&
       dd_migrate (&db, unfinished, TRUE, error);
  dd_db_close (&db);

  /* If another program was faster, its file is the file. */
  if (ok && link (unfinished, path) != 0 && errno != EEXIST)
    {
      /* File systems without links: FAT, some shares. */
      ok = g_file_test (path, G_FILE_TEST_EXISTS) || g_rename (unfinished, path) == 0;
      if (!ok)
        refuse (error, DD_STORE_ERROR_NO_ACCESS, g_strerror (errno));
    }
  g_unlink (unfinished);

  return ok;
}

/**
 * dd_db_open:
 * @path: a file name in the file system's encoding
 *
 * Opens the file of records and brings it to the version that the program
 * knows. A file that cannot be written is opened to read, if it has that
 * version already.
 *
 * Returns: %FALSE with #DdStoreError; nothing was changed then
 */
gboolean
dd_db_open (DdDb         *db,
            const char   *path,
            DdDbFlags     flags,
            GError      **error)
{
  gboolean is_new, ok;

  start (db);
  ok = check_header (path, flags, &is_new, error) &&
       (!is_new || create_file (path, error));
  if (ok && ((flags & DD_DB_OPEN_READ_ONLY) != 0 || !may_write (path)))
    ok = open_read_only (db, path, error);
  else if (ok)
    ok = open_handle (db, path, SQLITE_OPEN_READWRITE, error);

  ok = ok && set_up (db, flags, error) && dd_migrate (db, path, FALSE, error) &&
       dd_db_read_rules (db, error);
  if (!ok)
    dd_db_close (db);

  return ok;
}

void
dd_db_close (DdDb *db)
{
  g_clear_pointer (&db->statements, g_hash_table_unref);
  g_clear_pointer (&db->handle, sqlite3_close);
  db->read_only = FALSE;
}

/**
 * dd_db_exec:
 * @sql: one or several statements, never made from a user's text
 */
gboolean
dd_db_exec (DdDb        *db,
            const char  *sql,
            GError     **error)
{
  if (sqlite3_exec (db->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return dd_db_fail (db, error);

  return TRUE;
}

/**
 * dd_db_statement:
 * @sql: a text that lives as long as the connection: a literal, an interned
 *   string, or one that the caller keeps
 *
 * Returns: (transfer none) (nullable): a statement ready to be bound; end its use with
 *   dd_statement_done(), or g_autoptr (DdStatement)
 */
DdStatement *
dd_db_statement (DdDb        *db,
                 const char  *sql,
                 GError     **error)
{
  DdStatement *statement = g_hash_table_lookup (db->statements, sql);

  g_assert (db->thread == g_thread_self ());

  if (statement != NULL)
    return statement;

  if (sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                          &statement, NULL) != SQLITE_OK)
    {
      dd_db_fail (db, error);
      return NULL;
    }
  g_hash_table_insert (db->statements, (char *) sql, statement);

  return statement;
}

/**
 * dd_db_run:
 *
 * Runs a statement that gives no rows.
 */
gboolean
dd_db_run (DdDb         *db,
           DdStatement  *statement,
           GError      **error)
{
  int code = sqlite3_step (statement);

  return code == SQLITE_DONE || code == SQLITE_ROW ? TRUE : dd_db_fail (db, error);
}

/**
 * dd_db_get_number:
 * @sql: as for dd_db_statement(); gives one number
 */
gboolean
dd_db_get_number (DdDb        *db,
                  const char  *sql,
                  gint64      *number,
                  GError     **error)
{
  g_autoptr (DdStatement) statement = dd_db_statement (db, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return dd_db_fail (db, error);

  *number = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

gboolean
dd_db_begin (DdDb    *db,
             GError **error)
{
  if (db->read_only)
    return refuse (error, DD_STORE_ERROR_READ_ONLY, "the file was opened to read only");

  /* Taken at once: a lock that is only asked for at the first write can be
   * refused without waiting. */
  return dd_db_exec (db, "BEGIN IMMEDIATE", error);
}

gboolean
dd_db_commit (DdDb    *db,
              GError **error)
{
  if (dd_db_exec (db, "COMMIT", error))
    return TRUE;

  dd_db_rollback (db);
  return FALSE;
}

void
dd_db_rollback (DdDb *db)
{
  /* After some errors SQLite has rolled back already. */
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * dd_db_read_rules:
 *
 * Reads the settings of the file anew; to be called when they may have changed.
 */
gboolean
dd_db_read_rules (DdDb    *db,
                  GError **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT name, value FROM setting", error);
  int code;

  if (statement == NULL)
    return FALSE;

  db->rules = DD_RULES_DEFAULT;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      const char *value = (const char *) sqlite3_column_text (statement, 1);

      if (value == NULL)
        continue;
      if (strcmp (name, DD_SETTING_BEFORE_INCLUSIVE) == 0)
        db->rules.before_inclusive = strcmp (value, "0") != 0;
      else if (strcmp (name, DD_SETTING_WARN_DAYS) == 0)
        db->rules.warn_days = (guint) CLAMP (atoi (value), 0, 90);
      else if (strcmp (name, DD_SETTING_SILENT_DAYS) == 0)
        db->rules.silent_days = (guint) CLAMP (atoi (value), 1, 365);
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

void
dd_statement_bind_text (DdStatement *statement,
                        const char  *name,
                        const char  *text)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  g_assert (index > 0);
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

void
dd_statement_bind_number (DdStatement *statement,
                          const char  *name,
                          gint64       number)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  g_assert (index > 0);
  sqlite3_bind_int64 (statement, index, number);
}

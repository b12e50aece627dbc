/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-db"

#include "dd-db.h"

#include "dd-header.h"
#include "dd-migrate.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How long a write waits for another program's to end. */
static int busy_timeout_ms = 10000;

/* How many steps of its machine SQLite runs between two looks at @cancelled. */
#define STEPS_BETWEEN_LOOKS 4000

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

static gboolean
refuse (GError       **error,
        DdStoreError   code,
        const char    *message)
{
  g_set_error_literal (error, DD_STORE_ERROR, code, message);

  return FALSE;
}

/* SQLite has a word for a full disk where it writes, not where it makes room
 * for the log or its memory. */
static gboolean
is_disk_full (sqlite3 *handle,
              int      code)
{
  int system_code = sqlite3_system_errno (handle);

  return ((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN) &&
         (system_code == ENOSPC || system_code == EDQUOT);
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
  else if (is_disk_full (db->handle, code))
    refuse (error, DD_STORE_ERROR_FULL, sqlite3_errmsg (db->handle));
  else
    refuse (error, error_code_from_sqlite (code), sqlite3_errmsg (db->handle));

  return FALSE;
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

  sqlite3_busy_timeout (db->handle, g_atomic_int_get (&busy_timeout_ms));
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_progress_handler (db->handle, STEPS_BETWEEN_LOOKS, look_cb, db);

  return TRUE;
}

static void
close_handle (DdDb *db)
{
  if (db->statements != NULL)
    g_hash_table_remove_all (db->statements);
  g_clear_pointer (&db->handle, sqlite3_close);
}

/* A file in a folder that may not be written: SQLite can read it only if it
 * need not make its shared memory there, which is safe while nobody writes and
 * as long as the file is all there is: what waits in a log would not be seen. */
static gboolean
open_read_only (DdDb        *db,
                const char  *path,
                GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;
  gint64 n_tables;

  db->read_only = TRUE;
  if (open_handle (db, path, SQLITE_OPEN_READONLY, &local) &&
      dd_db_get_number (db, "SELECT count(*) FROM sqlite_schema", &n_tables, &local))
    return TRUE;

  close_handle (db);
  if (dd_header_has_log (path) ||
      !(g_error_matches (local, DD_STORE_ERROR, DD_STORE_ERROR_NO_ACCESS) ||
        g_error_matches (local, DD_STORE_ERROR, DD_STORE_ERROR_READ_ONLY)))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
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
  /* Read what opening has to read before anything is written: the next steps
   * would mark a file that cannot be read, and is refused, as one with a log. */
  if (!dd_db_exec (db, "PRAGMA foreign_keys = ON", error) ||
      !dd_db_exec (db, "PRAGMA cell_size_check = ON", error) ||
      !dd_db_exec (db, "SELECT * FROM setting; SELECT * FROM holiday", error))
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

/**
 * dd_db_set_busy_timeout:
 *
 * For tests, which cannot wait as long as people: for connections that are
 * opened from now on.
 */
void
dd_db_set_busy_timeout (guint milliseconds)
{
  g_atomic_int_set (&busy_timeout_ms, (int) milliseconds);
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

/* Beside the file; no two threads or programs use the same. */
char *
dd_db_name_unfinished (const char *path)
{
  static int count;

  return g_strdup_printf ("%s.part-%u-%d", path, (guint) getpid (),
                          g_atomic_int_add (&count, 1));
}

/* A new file gets its name when it is whole: whoever is stopped on the way
 * leaves no half-made file that the next start would have to refuse. */
static gboolean
create_file (const char  *path,
             GError     **error)
{
  g_autofree char *unfinished = dd_db_name_unfinished (path);
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

/* The file itself: SQLite keeps its log beside that, not beside a link to it,
 * and has names of its own, such as ":memory:", that no path may be taken for. */
static char *
find_file (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real = realpath (absolute, NULL);

  if (real != NULL)
    return real;

  real = realpath (folder, NULL);
  if (real == NULL)
    return g_steal_pointer (&absolute);
  g_free (folder);
  folder = real;

  return g_build_filename (folder, name, NULL);
}

/* A log whose file is gone. SQLite would take it for that of the new file, and
 * write old pages over new ones. */
static void
put_log_aside (const char *path)
{
  static const char * const logs[] = { "-wal", "-journal" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");

  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *log = g_strconcat (path, logs[i], NULL);
      g_autofree char *aside = g_strdup_printf ("%s.left-%s%s", path, stamp, logs[i]);

      g_rename (log, aside);
    }
}

static gboolean
find_or_create (const char  *path,
                DdDbFlags    flags,
                gboolean     had_log,
                GError     **error)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0)
    return dd_header_check (path, error);
  if (errno != ENOENT && errno != ENOTDIR)
    return refuse (error, DD_STORE_ERROR_NO_ACCESS, g_strerror (errno));
  if ((flags & DD_DB_OPEN_CREATE) == 0)
    return refuse (error, DD_STORE_ERROR_NO_FILE, "no such file");
  if (had_log)
    put_log_aside (path);

  return create_file (path, error);
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
  gboolean had_log, ok;

  start (db);
  db->path = find_file (path);
  had_log = dd_header_has_log (db->path);
  ok = find_or_create (db->path, flags, had_log, error);
  if (ok && ((flags & DD_DB_OPEN_READ_ONLY) != 0 || !may_write (db->path)))
    ok = open_read_only (db, db->path, error);
  else if (ok)
    ok = open_handle (db, db->path, SQLITE_OPEN_READWRITE, error);

  ok = ok && set_up (db, flags, error) && dd_migrate (db, db->path, FALSE, error) &&
       dd_db_read_rules (db, error);
  if (!ok)
    {
      /* What stands in a log that was there before stays there. */
      if (db->handle != NULL && had_log)
        sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      dd_db_close (db);
    }

  return ok;
}

void
dd_db_close (DdDb *db)
{
  close_handle (db);
  g_clear_pointer (&db->statements, g_hash_table_unref);
  g_clear_pointer (&db->path, g_free);
  db->read_only = FALSE;
}

static gboolean
is_open (const DdDb  *db,
         GError     **error)
{
  if (db->handle != NULL)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "no file is open");
  return FALSE;
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
  if (!is_open (db, error))
    return FALSE;
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
  DdStatement *statement;

  if (!is_open (db, error))
    return NULL;

  g_assert (db->thread == g_thread_self ());

  statement = g_hash_table_lookup (db->statements, sql);
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

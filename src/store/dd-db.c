/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-db"

#include "dd-db.h"

#include <errno.h>
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

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

/**
 * dd_db_refuse:
 *
 * Returns: %FALSE always, so that a caller can return dd_db_refuse (…)
 */
gboolean
dd_db_refuse (GError       **error,
              DdStoreError   code,
              const char    *message)
{
  g_set_error_literal (error, DD_STORE_ERROR, code, message);

  return FALSE;
}

/**
 * dd_db_refuse_errno:
 *
 * dd_db_refuse() with what the system has just said.
 */
gboolean
dd_db_refuse_errno (GError **error)
{
  int code = errno;

  return dd_db_refuse (error,
                       code == ENOSPC || code == EDQUOT ? DD_STORE_ERROR_FULL
                                                        : DD_STORE_ERROR_NO_ACCESS,
                       g_strerror (code));
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
    dd_db_refuse (error, DD_STORE_ERROR_FULL, sqlite3_errmsg (db->handle));
  else
    dd_db_refuse (error, error_code_from_sqlite (code), sqlite3_errmsg (db->handle));

  return FALSE;
}

static int
look_cb (void *user_data)
{
  DdDb *db = user_data;

  return db->cancelled != NULL && g_atomic_int_get (db->cancelled);
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

/**
 * dd_db_open_handle:
 * @flags: SQLite's own
 * @handle: (out): to be closed with sqlite3_close(), also after an error
 *
 * The one place where SQLite is asked for a file, since what is to be set for
 * all of SQLite can be set only before that.
 *
 * Returns: SQLite's code
 */
int
dd_db_open_handle (const char  *path,
                   int          flags,
                   sqlite3    **handle)
{
  static gsize once;

  /* To count each piece of memory, SQLite would lock for each. */
  if (g_once_init_enter (&once))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&once, 1);
    }

  return sqlite3_open_v2 (path, handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
}

/**
 * dd_db_connect:
 * @db: all 0, or closed by dd_db_close()
 * @path: a file name in the file system's encoding, or a URI with %SQLITE_OPEN_URI
 * @flags: SQLite's own
 *
 * Opens a file as any SQLite file is opened, on the thread that will use it;
 * see dd_file_open() for what a file of records needs beyond that.
 *
 * Returns: %FALSE with #DdStoreError; there is nothing to close then
 */
gboolean
dd_db_connect (DdDb        *db,
               const char  *path,
               int          flags,
               GError     **error)
{
  if (dd_db_open_handle (path, flags, &db->handle) != SQLITE_OK)
    {
      /* SQLite gives a handle even when it fails: it holds the message. */
      dd_db_fail (db, error);
      g_clear_pointer (&db->handle, sqlite3_close);
      return FALSE;
    }

  db->thread = g_thread_self ();
  db->rules = DD_RULES_DEFAULT;
  db->read_only = (flags & SQLITE_OPEN_READONLY) != 0;
  db->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  sqlite3_busy_timeout (db->handle, g_atomic_int_get (&busy_timeout_ms));
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_progress_handler (db->handle, STEPS_BETWEEN_LOOKS, look_cb, db);

  return TRUE;
}

/**
 * dd_db_close:
 *
 * Ends the connection with all its statements. It may be called twice, and
 * where nothing was opened.
 */
void
dd_db_close (DdDb *db)
{
  /* The statements first: SQLite does not close under them. */
  g_clear_pointer (&db->statements, g_hash_table_unref);
  g_clear_pointer (&db->handle, sqlite3_close);
  g_clear_pointer (&db->path, g_free);
  db->read_only = FALSE;
  db->remote = FALSE;
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

/**
 * dd_db_collect_ids:
 * @statement: gives ids; it is not in use any more when this returns, so that
 *   what it reads can be written to
 *
 * Returns: (transfer full) (nullable) (element-type gint64): all of them
 */
GArray *
dd_db_collect_ids (DdDb         *db,
                   DdStatement  *statement,
                   GError      **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (code != SQLITE_DONE)
    {
      dd_db_fail (db, error);
      return NULL;
    }
  dd_statement_done (statement);

  return g_steal_pointer (&ids);
}

/* A file that was deleted can still be written to, and is gone when it is closed; where
 * another has taken its place, the log of the one would damage the other. */
static gboolean
has_moved (DdDb *db)
{
  int moved = 0;

  return db->handle != NULL &&
         sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
         moved != 0;
}

/**
 * dd_db_begin:
 *
 * Begins a transaction that will write. To be ended with dd_db_commit() or
 * dd_db_rollback().
 *
 * Returns: %FALSE with %DD_STORE_ERROR_READ_ONLY, with %DD_STORE_ERROR_MOVED, or with
 *   %DD_STORE_ERROR_BUSY if another program did not end its own in time
 */
gboolean
dd_db_begin (DdDb    *db,
             GError **error)
{
  if (db->read_only)
    return dd_db_refuse (error, DD_STORE_ERROR_READ_ONLY, "the file was opened to read only");
  if (has_moved (db))
    return dd_db_refuse (error, DD_STORE_ERROR_MOVED, "the file is not where it was opened");

  /* Taken at once: a lock that is only asked for at the first write can be
   * refused without waiting. */
  return dd_db_exec (db, "BEGIN IMMEDIATE", error);
}

/**
 * dd_db_commit:
 *
 * Returns: %TRUE once what was written is on the disk; %FALSE with #DdStoreError,
 *   and nothing of the transaction is left
 */
gboolean
dd_db_commit (DdDb    *db,
              GError **error)
{
  if (dd_db_exec (db, "COMMIT", error))
    return TRUE;

  dd_db_rollback (db);
  return FALSE;
}

/**
 * dd_db_rollback:
 *
 * Ends a transaction as if it had never begun.
 */
void
dd_db_rollback (DdDb *db)
{
  /* After some errors SQLite has rolled back already. */
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * dd_db_settle:
 *
 * Brings what stands in the log over to the file. It does not wait: where
 * another program is in the middle of reading, that happens after a later
 * write, or when the last one closes the file.
 */
void
dd_db_settle (DdDb *db)
{
  sqlite3_busy_timeout (db->handle, 0);
  sqlite3_wal_checkpoint_v2 (db->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_busy_timeout (db->handle, g_atomic_int_get (&busy_timeout_ms));
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

/**
 * dd_statement_bind_text:
 * @name: of a parameter that the statement has, with its colon
 * @text: (nullable): copied
 */
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
dd_statement_bind_bytes (DdStatement *statement,
                         const char  *name,
                         GBytes      *bytes)
{
  int index = sqlite3_bind_parameter_index (statement, name);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* A blob of no bytes is no NULL. They outlive the statement’s use. */
  g_assert (index > 0);
  sqlite3_bind_blob64 (statement, index, size > 0 ? data : "", size, SQLITE_STATIC);
}

/**
 * dd_statement_bind_number:
 * @name: of a parameter that the statement has, with its colon
 */
void
dd_statement_bind_number (DdStatement *statement,
                          const char  *name,
                          gint64       number)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  g_assert (index > 0);
  sqlite3_bind_int64 (statement, index, number);
}

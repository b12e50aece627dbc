/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the file of records: made beside their place, looked through, and
 * put there under their name only when they are whole. */
#define G_LOG_DOMAIN "dd-backup"

#include "dd-maintain.h"

#include "dd-copy.h"
#include "dd-file.h"
#include "dd-header.h"
#include "dd-migrate.h"
#include "dd-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>

/* A copy that an earlier version made is restored as it is, and brought up to
 * date where the program opens it the next time. */
#define TO_COPY (DD_FILE_OPEN_READ_ONLY | DD_FILE_OPEN_AS_IT_IS)

/* Opens a copy as anyone would, to read, and looks through it. */
static gboolean
verify_copy (const char  *path,
             GError     **error)
{
  DdDb copy = { NULL, };
  g_autofree char *answer = NULL;
  gboolean ok;

  if (!dd_file_open (&copy, path, TO_COPY, error))
    return FALSE;

  {
    g_autoptr (DdStatement) statement = dd_db_statement (&copy, "PRAGMA quick_check", error);

    ok = statement != NULL;
    if (ok && sqlite3_step (statement) == SQLITE_ROW)
      answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  }
  if (ok && g_strcmp0 (answer, "ok") != 0)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT, "%s",
                   answer != NULL ? answer : "unreadable");
      ok = FALSE;
    }
  dd_db_close (&copy);

  return ok;
}

/* A copy may replace an older copy; not the file that is copied, which others
 * may have open, and nothing that is no file of records. */
static gboolean
check_place (DdDb        *db,
             const char  *path,
             GError     **error)
{
  const char *source_path = sqlite3_db_filename (db->handle, "main");
  GStatBuf place, source;

  if (g_stat (path, &place) != 0)
    return errno == ENOENT ? TRUE : dd_db_refuse_errno (error);
  if (g_stat (source_path, &source) == 0 &&
      source.st_dev == place.st_dev && source.st_ino == place.st_ino)
    return dd_db_refuse (error, DD_STORE_ERROR_NO_ACCESS, "a copy over the file itself");

  /* Whoever asked for the name may have made an empty file of it already. */
  return (S_ISREG (place.st_mode) && place.st_size == 0) ||
         dd_header_check (path, dd_migrate_get_version (), error);
}

static gboolean
make_backup (DdDb        *db,
             const char  *path,
             GError     **error)
{
  g_autofree char *unfinished = dd_copy_name_unfinished (path);
  gboolean ok;

  if (!check_place (db, path, error))
    return FALSE;

  g_unlink (unfinished);
  ok = dd_copy_records (db, unfinished, error) &&
       verify_copy (unfinished, error) &&
       dd_copy_put_in_place (unfinished, path, error);
  if (!ok)
    g_unlink (unfinished);

  return ok;
}

static gboolean
backup_run (DdDb      *db,
            gpointer   data,
            GError   **error)
{
  return make_backup (db, data, error);
}

static void
backup_done (GTask    *task,
             gpointer  data)
{
  g_task_return_boolean (task, TRUE);
}

/**
 * dd_store_backup_async:
 * @path: where the copy goes; an older copy of that name is replaced once this
 *   one is whole, and stays as it is if anything fails; any other file is refused
 */
void
dd_store_backup_async (DdStore             *self,
                       const char          *path,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_backup_async);
  dd_store_push (self, task, DD_JOB_READ, backup_run, backup_done, g_strdup (path), g_free);
}

/**
 * dd_store_backup_finish:
 *
 * Returns: %TRUE if the copy is whole and on the disk; %FALSE with #DdStoreError
 */
gboolean
dd_store_backup_finish (DdStore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- restore -------------------------------------------------------------- */

typedef struct
{
  char *path;
  char *backup;
} RestoreData;

static void
restore_data_free (gpointer data)
{
  RestoreData *restore = data;

  g_free (restore->path);
  g_free (restore->backup);
  g_free (restore);
}

/* Copies the pages inside SQLite's own locks, as one transaction: another
 * program that has the file open sees the old records or the new ones. */
static gboolean
copy_pages (DdDb        *from,
            DdDb        *to,
            GError     **error)
{
  sqlite3_backup *copy = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int code;

  if (copy == NULL)
    return dd_db_fail (to, error);

  code = sqlite3_backup_step (copy, -1);
  sqlite3_backup_finish (copy);

  return code == SQLITE_DONE ? TRUE : dd_db_fail (to, error);
}

/* What was kept before is kept: also what was restored in the same second. */
static char *
name_old_copy (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  char *name = g_strdup_printf ("%s.before-restore-%s", path, stamp);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before-restore-%s-%u", path, stamp, i);
    }

  return name;
}

static gboolean
restore_into (const char  *path,
              const char  *backup,
              const char  *old_copy,
              GError     **error)
{
  DdDb from = { NULL, }, to = { NULL, };
  gboolean ok;

  ok = dd_file_open (&from, backup, TO_COPY, error) &&
       dd_file_open (&to, path, DD_FILE_OPEN_PLAIN, error) &&
       make_backup (&to, old_copy, error) &&
       copy_pages (&from, &to, error);
  dd_db_close (&to);
  dd_db_close (&from);

  return ok;
}

/* The file is missing, or too damaged to be opened: it is put aside, whole. */
static gboolean
restore_beside (const char  *path,
                const char  *backup,
                const char  *old_copy,
                GError     **error)
{
  static const char * const companions[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *unfinished = dd_copy_name_unfinished (path);
  DdDb from = { NULL, };
  gboolean ok;

  g_unlink (unfinished);
  ok = dd_file_open (&from, backup, TO_COPY, error) &&
       dd_copy_records (&from, unfinished, error);
  dd_db_close (&from);

  /* What may fail for want of room is behind it when the old file is moved. */
  ok = ok && verify_copy (unfinished, error) && dd_copy_make_safe (unfinished, error);
  for (guint i = 0; ok && i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *old = g_strconcat (path, companions[i], NULL);
      g_autofree char *aside = g_strconcat (old_copy, companions[i], NULL);

      if (g_rename (old, aside) != 0 && errno != ENOENT)
        ok = dd_db_refuse_errno (error);
    }
  ok = ok && dd_copy_put_in_place (unfinished, path, error);
  if (!ok)
    g_unlink (unfinished);

  return ok;
}

static void
restore_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  RestoreData *restore = data;
  g_autofree char *old_copy = name_old_copy (restore->path);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  ok = verify_copy (restore->backup, &error);
  if (ok)
    {
      ok = restore_into (restore->path, restore->backup, old_copy, &error);
      if (!ok && (g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_FILE) ||
                  g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT) ||
                  g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_OURS)))
        {
          g_clear_error (&error);
          ok = restore_beside (restore->path, restore->backup, old_copy, &error);
        }
    }

  if (!ok)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&old_copy), g_free);
}

/**
 * dd_store_restore_async:
 * @path: a file of records that this program does not have open
 * @backup: the copy to bring back
 *
 * Makes the file at @path say what @backup says. What it said before is kept
 * beside it.
 */
void
dd_store_restore_async (const char          *path,
                        const char          *backup,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  RestoreData *restore = g_new (RestoreData, 1);

  g_task_set_source_tag (task, dd_store_restore_async);
  restore->path = g_strdup (path);
  restore->backup = g_strdup (backup);
  g_task_set_task_data (task, restore, restore_data_free);
  g_task_run_in_thread (task, restore_thread);
}

/**
 * dd_store_restore_finish:
 *
 * Returns: (transfer full) (nullable): where the file as it was before is
 *   kept; %NULL with #DdStoreError
 */
char *
dd_store_restore_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

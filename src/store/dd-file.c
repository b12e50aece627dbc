/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What opening a file of records takes beyond a connection to it: a look at what
 * it is, a new one where there is none, safe settings, the present version. */
#define G_LOG_DOMAIN "dd-file"

#include "dd-file.h"

#include "dd-copy.h"
#include "dd-header.h"
#include "dd-migrate.h"
#include "dd-sort-keys.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

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

  if (dd_db_connect (db, path, SQLITE_OPEN_READONLY, &local) &&
      dd_db_get_number (db, "SELECT count(*) FROM sqlite_schema", &n_tables, &local))
    return TRUE;

  dd_db_close (db);
  if (dd_header_has_log (path) ||
      !(g_error_matches (local, DD_STORE_ERROR, DD_STORE_ERROR_NO_ACCESS) ||
        g_error_matches (local, DD_STORE_ERROR, DD_STORE_ERROR_READ_ONLY)))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  escaped = g_uri_escape_string (path, "/", FALSE);
  uri = g_strdup_printf ("file:%s?immutable=1", escaped);

  return dd_db_connect (db, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

static gboolean
may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/* Whether the file lies on another machine's disk. To ask may take as long as
 * that machine takes to answer. */
static gboolean
is_remote (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info =
    g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL &&
         g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

/* The log needs memory that all writers share: it works on one machine only. */
static gboolean
hold_alone (DdDb    *db,
            GError **error)
{
  /* Taken at once: two programs that had only read the file so far would keep
   * each other from writing for ever. */
  return dd_db_exec (db, "PRAGMA journal_mode = DELETE", error) &&
         dd_db_exec (db, "BEGIN EXCLUSIVE; COMMIT", error);
}

static gboolean
set_up (DdDb    *db,
        GError **error)
{
  gboolean alone = db->remote && !db->read_only;

  /* Read what opening has to read before anything is written: the next steps
   * would mark a file that cannot be read, and is refused, as one with a log. */
  if ((alone && !dd_db_exec (db, "PRAGMA locking_mode = EXCLUSIVE", error)) ||
      !dd_db_exec (db, "PRAGMA foreign_keys = ON", error) ||
      !dd_db_exec (db, "PRAGMA cell_size_check = ON", error) ||
      !dd_db_exec (db, "SELECT * FROM setting; SELECT * FROM holiday", error))
    return FALSE;
  if (db->read_only)
    return dd_db_exec (db, "PRAGMA query_only = ON", error);

  return (alone ? hold_alone (db, error)
                : dd_db_exec (db, "PRAGMA journal_mode = WAL", error)) &&
         dd_db_exec (db, "PRAGMA synchronous = FULL", error);
}

/* A new file gets its name when it is whole: whoever is stopped on the way
 * leaves no half-made file that the next start would have to refuse. */
static gboolean
create_file (const char  *path,
             GError     **error)
{
  g_autofree char *unfinished = dd_copy_name_unfinished (path);
  g_autofree char *journal = g_strconcat (unfinished, "-journal", NULL);
  DdDb db = { NULL, };
  gboolean ok;

  g_unlink (unfinished);
  ok = dd_db_connect (&db, unfinished, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error) &&
       dd_db_exec (&db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL", error) &&
       dd_migrate (&db, unfinished, TRUE, error);
  dd_db_close (&db);

  /* If another program was faster, its file is the file. */
  if (ok && link (unfinished, path) != 0 && errno != EEXIST)
    {
      /* File systems without links: FAT, some shares. */
      ok = g_file_test (path, G_FILE_TEST_EXISTS) || g_rename (unfinished, path) == 0;
      if (!ok)
        dd_db_refuse_errno (error);
    }
  ok = ok && dd_copy_make_name_safe (path, error);
  g_unlink (unfinished);
  /* It stays where the disk would not even take back what was begun. */
  g_unlink (journal);

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
                DdFileFlags   flags,
                gboolean     had_log,
                GError     **error)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0)
    return dd_header_check (path, dd_migrate_get_version (), error);
  if (errno != ENOENT && errno != ENOTDIR)
    return dd_db_refuse_errno (error);
  if ((flags & DD_FILE_OPEN_CREATE) == 0)
    return dd_db_refuse (error, DD_STORE_ERROR_NO_FILE, "no such file");
  if (had_log)
    put_log_aside (path);

  return create_file (path, error);
}

/**
 * dd_file_open:
 * @db: all 0, or closed by dd_db_close()
 * @path: a file name in the file system's encoding
 *
 * Opens the file of records and brings it to the version that the program
 * knows, with the order of names that ICU knows. A file that cannot be written
 * is opened to read, if it has that version already.
 *
 * Returns: %FALSE with #DdStoreError; nothing was changed then
 */
gboolean
dd_file_open (DdDb         *db,
              const char   *path,
              DdFileFlags   flags,
              GError      **error)
{
  g_autofree char *file = find_file (path);
  gboolean had_log = dd_header_has_log (file);
  gboolean ok = find_or_create (file, flags, had_log, error);

  if (ok && ((flags & DD_FILE_OPEN_READ_ONLY) != 0 || !may_write (file)))
    ok = open_read_only (db, file, error);
  else if (ok)
    ok = dd_db_connect (db, file, SQLITE_OPEN_READWRITE, error);

  db->remote = ok && ((flags & DD_FILE_OPEN_REMOTE) != 0 || is_remote (file));
  ok = ok && set_up (db, error) &&
       ((flags & DD_FILE_OPEN_AS_IT_IS) != 0 ||
        (dd_migrate (db, file, FALSE, error) && dd_sort_keys_refresh (db, error))) &&
       dd_db_read_rules (db, error);
  if (!ok)
    {
      /* What stands in a log that was there before stays there. */
      if (db->handle != NULL && had_log)
        sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      dd_db_close (db);
      return FALSE;
    }

  db->path = g_steal_pointer (&file);

  return TRUE;
}

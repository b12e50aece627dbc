/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-copy"

#include "dd-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/**
 * dd_copy_name_unfinished:
 *
 * Returns: (transfer full): a name beside @path for a file that is to get that
 *   name when it is whole; no two threads or programs get the same
 */
char *
dd_copy_name_unfinished (const char *path)
{
  static int count;

  return g_strdup_printf ("%s.part-%u-%d", path, (guint) getpid (),
                          g_atomic_int_add (&count, 1));
}

/**
 * dd_copy_records:
 * @db: the file as it is now; others may go on writing to it
 * @path: where there is no file yet
 */
gboolean
dd_copy_records (DdDb        *db,
                 const char  *path,
                 GError     **error)
{
  g_autoptr (DdStatement) statement = NULL;
  gboolean ok;

  /* Of a file that is only read a copy may well be written. */
  if (db->read_only && !dd_db_exec (db, "PRAGMA query_only = OFF", error))
    return FALSE;

  statement = dd_db_statement (db, "VACUUM INTO :path", error);
  if (statement == NULL)
    return FALSE;

  dd_statement_bind_text (statement, ":path", path);
  ok = dd_db_run (db, statement, error);

  return (!db->read_only || dd_db_exec (db, "PRAGMA query_only = ON", ok ? error : NULL)) && ok;
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int file = g_open (path, flags | O_CLOEXEC, 0);
  gboolean ok;

  if (file < 0)
    return dd_db_refuse_errno (error);

  /* Not every file system knows how to do it for a folder. */
  ok = fsync (file) == 0 || ((flags & O_DIRECTORY) != 0 && (errno == EINVAL || errno == ENOSYS));
  if (!ok)
    dd_db_refuse_errno (error);
  close (file);

  return ok;
}

/**
 * dd_copy_make_safe:
 *
 * Returns: %TRUE once what the file says is on the disk
 */
gboolean
dd_copy_make_safe (const char  *unfinished,
                   GError     **error)
{
  return sync_path (unfinished, O_RDWR, error);
}

/**
 * dd_copy_make_name_safe:
 *
 * Returns: %TRUE once it is on the disk that the file is called @path
 */
gboolean
dd_copy_make_name_safe (const char  *path,
                        GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

/**
 * dd_copy_put_in_place:
 * @path: the name it gets, for good; a file of that name is replaced
 */
gboolean
dd_copy_put_in_place (const char  *unfinished,
                      const char  *path,
                      GError     **error)
{
  if (!dd_copy_make_safe (unfinished, error))
    return FALSE;
  if (g_rename (unfinished, path) != 0)
    return dd_db_refuse_errno (error);

  return dd_copy_make_name_safe (path, error);
}

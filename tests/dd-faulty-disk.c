/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-faulty-disk.h"

#include <errno.h>
#include <sqlite3.h>

/* A file of ours, and behind it in memory the system's. */
typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
} File;

static sqlite3_vfs *system_vfs;
static sqlite3_vfs faulty_vfs;

/* What the store's thread meets is set by the test's. */
static int armed;
static int hit;
static int countdown;
static int lasting;
static int fault_now;
static int n_syncs;

static gboolean
concerns (DdFault  fault,
          gboolean needs_room,
          gboolean needs_permission)
{
  switch (fault)
    {
    case DD_FAULT_FULL:
      return needs_room;
    case DD_FAULT_DENIED:
      return needs_permission;
    case DD_FAULT_ERROR:
    default:
      return !needs_permission;
    }
}

/* Whether the disk fails at this one. */
static gboolean
fails (gboolean needs_room,
       gboolean needs_permission)
{
  if (!g_atomic_int_get (&armed) || !concerns (fault_now, needs_room, needs_permission))
    return FALSE;
  if (g_atomic_int_get (&hit) && !lasting)
    return FALSE;
  if (!g_atomic_int_get (&hit) && g_atomic_int_add (&countdown, -1) > 0)
    return FALSE;

  g_atomic_int_set (&hit, TRUE);
  errno = fault_now == DD_FAULT_FULL ? ENOSPC : fault_now == DD_FAULT_DENIED ? EACCES : EIO;

  return TRUE;
}

#define REAL(file) (((File *) (file))->real)
#define METHODS(file) (REAL (file)->pMethods)

static int
close_file (sqlite3_file *file)
{
  return METHODS (file)->xClose (REAL (file));
}

static int
read_file (sqlite3_file *file,
           void         *buffer,
           int           size,
           sqlite3_int64 offset)
{
  return METHODS (file)->xRead (REAL (file), buffer, size, offset);
}

static int
write_file (sqlite3_file *file,
            const void   *buffer,
            int           size,
            sqlite3_int64 offset)
{
  if (fails (TRUE, FALSE))
    {
      /* A disk that fills up takes what it has room for. */
      METHODS (file)->xWrite (REAL (file), buffer, size / 2, offset);
      return fault_now == DD_FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }

  return METHODS (file)->xWrite (REAL (file), buffer, size, offset);
}

static int
truncate_file (sqlite3_file *file,
               sqlite3_int64 size)
{
  return fails (FALSE, FALSE) ? SQLITE_IOERR_TRUNCATE
                              : METHODS (file)->xTruncate (REAL (file), size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  if (fails (FALSE, FALSE))
    return SQLITE_IOERR_FSYNC;

  g_atomic_int_inc (&n_syncs);

  return METHODS (file)->xSync (REAL (file), flags);
}

static int
get_file_size (sqlite3_file  *file,
               sqlite3_int64 *size)
{
  return METHODS (file)->xFileSize (REAL (file), size);
}

static int
lock_file (sqlite3_file *file,
           int           level)
{
  return METHODS (file)->xLock (REAL (file), level);
}

static int
unlock_file (sqlite3_file *file,
             int           level)
{
  return METHODS (file)->xUnlock (REAL (file), level);
}

static int
check_lock (sqlite3_file *file,
            int          *reserved)
{
  return METHODS (file)->xCheckReservedLock (REAL (file), reserved);
}

static int
control_file (sqlite3_file *file,
              int           what,
              void         *data)
{
  return METHODS (file)->xFileControl (REAL (file), what, data);
}

static int
get_sector_size (sqlite3_file *file)
{
  return METHODS (file)->xSectorSize (REAL (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return METHODS (file)->xDeviceCharacteristics (REAL (file));
}

static int
map_memory (sqlite3_file   *file,
            int             page,
            int             size,
            int             extend,
            void volatile **memory)
{
  if (extend && fails (TRUE, FALSE))
    return fault_now == DD_FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_SHMSIZE;

  return METHODS (file)->xShmMap (REAL (file), page, size, extend, memory);
}

static int
lock_memory (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  return METHODS (file)->xShmLock (REAL (file), offset, n, flags);
}

static void
make_memory_barrier (sqlite3_file *file)
{
  METHODS (file)->xShmBarrier (REAL (file));
}

static int
unmap_memory (sqlite3_file *file,
              int           remove)
{
  return METHODS (file)->xShmUnmap (REAL (file), remove);
}

static const sqlite3_io_methods methods = {
  2, close_file, read_file, write_file, truncate_file, sync_file, get_file_size, lock_file,
  unlock_file, check_lock, control_file, get_sector_size, get_characteristics, map_memory,
  lock_memory, make_memory_barrier, unmap_memory, NULL, NULL
};

static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *flags_out)
{
  File *self = (File *) file;
  int code;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (self + 1);
  if ((flags & SQLITE_OPEN_READWRITE) != 0 && fails (FALSE, TRUE))
    return SQLITE_CANTOPEN;

  code = system_vfs->xOpen (system_vfs, name, self->real, flags, flags_out);
  if (self->real->pMethods != NULL)
    self->base.pMethods = &methods;

  return code;
}

static int
delete_file (sqlite3_vfs *vfs,
             const char  *name,
             int          sync)
{
  return fails (FALSE, TRUE) ? SQLITE_IOERR_DELETE : system_vfs->xDelete (system_vfs, name, sync);
}

/**
 * dd_faulty_disk_install:
 *
 * Has all connections that are opened from now on pass through here. A disk is
 * sound until dd_faulty_disk_arm().
 */
void
dd_faulty_disk_install (void)
{
  system_vfs = sqlite3_vfs_find (NULL);
  faulty_vfs = *system_vfs;
  faulty_vfs.pNext = NULL;
  faulty_vfs.zName = "faulty";
  faulty_vfs.szOsFile = (int) sizeof (File) + system_vfs->szOsFile;
  faulty_vfs.xOpen = open_file;
  faulty_vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&faulty_vfs, TRUE), ==, SQLITE_OK);
}

/**
 * dd_faulty_disk_arm:
 * @after: how many operations still succeed that @fault could meet
 * @for_good: whether all that follow fail as well, and not one alone
 */
void
dd_faulty_disk_arm (DdFault  fault,
                    guint    after,
                    gboolean for_good)
{
  fault_now = (int) fault;
  lasting = for_good;
  g_atomic_int_set (&countdown, (int) after);
  g_atomic_int_set (&hit, FALSE);
  g_atomic_int_set (&armed, TRUE);
}

/**
 * dd_faulty_disk_disarm:
 *
 * Returns: whether the fault was met
 */
gboolean
dd_faulty_disk_disarm (void)
{
  g_atomic_int_set (&armed, FALSE);

  return g_atomic_int_get (&hit);
}

/**
 * dd_faulty_disk_n_syncs:
 *
 * Returns: how often a file was made safe against a power cut so far
 */
guint
dd_faulty_disk_n_syncs (void)
{
  return (guint) g_atomic_int_get (&n_syncs);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first bytes of a file, looked at before SQLite makes anything of them, so
 * that a file that is not ours, or is newer, stays as it is to the last byte. */
#define G_LOG_DOMAIN "dd-header"

#include "dd-header.h"

#include "dd-db.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* What the first bytes of every SQLite file are, and where the numbers stand. */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_PAGE_SIZE 16
#define HEADER_CHANGE_COUNTER 24
#define HEADER_N_PAGES 28
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
has_content (const char *path,
             const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (name, &status) == 0 && status.st_size > 0;
}

/**
 * dd_header_has_log:
 *
 * Returns: whether something waits beside the file that belongs into it, or
 *   has to be taken out of it
 */
gboolean
dd_header_has_log (const char *path)
{
  return has_content (path, "-wal") || has_content (path, "-journal");
}

/* The bytes come through SQLite's own file layer. If this program had the file
 * open already and opened and closed it in its own way, the system would drop
 * the locks that SQLite holds on it. */
static gboolean
read_header (const char  *path,
             guint8       header[HEADER_SIZE],
             GError     **error)
{
  sqlite3 *handle = NULL;
  sqlite3_file *file = NULL;
  int code = dd_db_open_handle (path, SQLITE_OPEN_READONLY, &handle);

  if (code == SQLITE_OK)
    code = sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, header, HEADER_SIZE, 0);
  sqlite3_close (handle);

  if (code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ)
    return TRUE;

  return dd_db_refuse (error,
                       (code & 0xff) == SQLITE_CANTOPEN ? DD_STORE_ERROR_NO_ACCESS
                                                        : DD_STORE_ERROR_FAILED,
                       sqlite3_errstr (code));
}

/* Pages that the header counts and the file does not have. The count holds
 * only if the last writer kept it, and while nothing waits in a log beside. */
static gboolean
is_truncated (const char   *path,
              const guint8 *header,
              gint64        size)
{
  guint32 page_size = (guint32) header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
  gint64 n_pages = read_big_endian (header + HEADER_N_PAGES);

  if (page_size == 1)
    page_size = 65536;

  return read_big_endian (header + HEADER_CHANGE_COUNTER) ==
         read_big_endian (header + HEADER_VALID_FOR) &&
         !has_content (path, "-wal") && n_pages * page_size > size;
}

/**
 * dd_header_check:
 * @path: the file itself, not a link to it
 * @newest: the latest version that the program knows
 *
 * Returns: %FALSE with #DdStoreError if the file is not one of records, is
 *   missing its end, or was written by a later version
 */
gboolean
dd_header_check (const char  *path,
                 guint        newest,
                 GError     **error)
{
  guint8 header[HEADER_SIZE] = { 0, };
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return dd_db_refuse (error, DD_STORE_ERROR_NO_ACCESS, g_strerror (errno));
  if (!S_ISREG (status.st_mode))
    return dd_db_refuse (error, DD_STORE_ERROR_NOT_OURS, "not a regular file");
  if (!read_header (path, header, error))
    return FALSE;

  if (status.st_size < HEADER_SIZE || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return dd_db_refuse (error, DD_STORE_ERROR_NOT_OURS,
                         status.st_size == 0 ? "the file is empty" : "not an SQLite file");
  if (read_big_endian (header + HEADER_APPLICATION_ID) != DD_APPLICATION_ID)
    return dd_db_refuse (error, DD_STORE_ERROR_NOT_OURS, "another program's SQLite file");
  if (read_big_endian (header + HEADER_USER_VERSION) > newest)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_TOO_NEW,
                   "the file has version %u, this program knows %u",
                   read_big_endian (header + HEADER_USER_VERSION), newest);
      return FALSE;
    }
  /* A file gets its name when it is whole, and has its version then. */
  if (read_big_endian (header + HEADER_USER_VERSION) == 0)
    return dd_db_refuse (error, DD_STORE_ERROR_CORRUPT, "the file has no version");
  if (is_truncated (path, header, status.st_size))
    return dd_db_refuse (error, DD_STORE_ERROR_CORRUPT, "the end of the file is missing");

  return TRUE;
}

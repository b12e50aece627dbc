/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other programs open is a copy in the cache, opened/SHA/NAME, that nobody may write:
 * who edits it would believe it to be the original.
 *
 * The folders are walked by their descriptors and no link in them is followed, so that
 * nothing is written, changed or removed anywhere else. */
#define G_LOG_DOMAIN "dd-attachment-copy"

#include "config.h"

#include "dd-attachment-copy.h"

#include "dd-attachment.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* So much of the SHA-256 names a folder: enough to tell files of an office apart. */
#define FOLDER_LENGTH 16

#define CHUNK (256 * 1024)

/* What is older than this when the program starts is not being read any more. */
#define KEPT_SECONDS (24 * 60 * 60)

/* --- folders -------------------------------------------------------------- */

/* Opens a folder in another one; makes it if it is not there. -1 with errno. */
static int
open_folder (int         parent,
             const char *name,
             gboolean    make)
{
  if (make && mkdirat (parent, name, 0700) != 0 && errno != EEXIST)
    return -1;

  return openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* The folder of all copies. Where the cache itself lies is the user's business. */
static int
open_copies (gboolean make)
{
  const char *cache = g_get_user_cache_dir ();
  int top, ours, copies;

  if (make)
    g_mkdir_with_parents (cache, 0700);
  top = open (cache, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (top < 0)
    return -1;
  ours = open_folder (top, "dondoc", make);
  close (top);
  if (ours < 0)
    return -1;
  copies = open_folder (ours, "opened", make);
  close (ours);

  return copies;
}

static gboolean
is_folder_name (const char *name)
{
  return strlen (name) == FOLDER_LENGTH && strspn (name, "0123456789abcdef") == FOLDER_LENGTH;
}

/* --- a copy --------------------------------------------------------------- */

typedef struct
{
  char   *folder;
  char   *name;
  GBytes *content;
} CopyJob;

static void
copy_job_free (gpointer data)
{
  CopyJob *job = data;

  g_free (job->folder);
  g_free (job->name);
  g_bytes_unref (job->content);
  g_free (job);
}

static gboolean
has_content (int     fd,
             GBytes *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize at = 0;
  gssize n;

  while ((n = read (fd, chunk, CHUNK)) > 0)
    {
      if (at + (gsize) n > size || memcmp (chunk, data + at, (gsize) n) != 0)
        return FALSE;
      at += (gsize) n;
    }

  return n == 0 && at == size;
}

/* Whether the very copy is there already, as it was written. It counts as new again. */
static gboolean
is_there (int      folder,
          CopyJob *job)
{
  int fd = openat (folder, job->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat status;
  gboolean same;

  if (fd < 0)
    return FALSE;

  same = fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_uid == geteuid () &&
         (status.st_mode & 07777) == 0400 && has_content (fd, job->content) &&
         futimens (fd, NULL) == 0;
  close (fd);

  return same;
}

static gboolean
write_all (int     fd,
           GBytes *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);

  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }

  return TRUE;
}

/* Under another name first: a copy is there whole or not at all. Renaming takes the
 * place of a link and does not follow it. */
static gboolean
write_copy (int      folder,
            CopyJob *job)
{
  g_autofree char *part = g_uuid_string_random ();
  int fd = openat (folder, part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0400);
  gboolean done;
  int code;

  if (fd < 0)
    return FALSE;

  /* Whatever the user's umask lets others do. */
  done = fchmod (fd, 0400) == 0 && write_all (fd, job->content);
  done = close (fd) == 0 && done;
  done = done && renameat (folder, part, folder, job->name) == 0;
  code = errno;
  if (!done)
    unlinkat (folder, part, 0);
  errno = code;

  return done;
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  CopyJob *job = task_data;
  int copies = open_copies (TRUE);
  int folder = copies >= 0 ? open_folder (copies, job->folder, TRUE) : -1;
  gboolean done = folder >= 0 && (is_there (folder, job) || write_copy (folder, job));
  int code = errno;

  if (folder >= 0)
    close (folder);
  if (copies >= 0)
    close (copies);

  if (done)
    {
      g_task_return_pointer (task, g_file_new_build_filename (g_get_user_cache_dir (), "dondoc",
                                                              "opened", job->folder, job->name,
                                                              NULL), g_object_unref);
      return;
    }

  g_debug ("%s/%s: %s", job->folder, job->name, g_strerror (code));
  g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (code),
                           code == ENOSPC || code == EDQUOT
                           /* Translators: %s is the name of a file. */
                           ? _("“%s” cannot be opened: the disk is full. Free some space and try "
                               "again.")
                           /* Translators: %s is the name of a file. */
                           : _("“%s” cannot be opened: no copy could be written to the folder for "
                               "opened files. Save a copy where you may write, and open that."),
                           job->name);
}

/**
 * dd_attachment_copy_async:
 * @sha256: of @content
 * @name: what the attachment is called, whatever that is
 *
 * Puts the bytes where another program can read them, unless they are there.
 */
void
dd_attachment_copy_async (const char          *sha256,
                          const char          *name,
                          GBytes              *content,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  CopyJob *job = g_new0 (CopyJob, 1);

  g_task_set_source_tag (task, dd_attachment_copy_async);
  job->folder = g_ascii_strdown (sha256, FOLDER_LENGTH);
  job->name = dd_attachment_clean_name (name);
  job->content = g_bytes_ref (content);
  g_task_set_task_data (task, job, copy_job_free);
  if (is_folder_name (job->folder))
    g_task_run_in_thread (task, copy_thread);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "no SHA-256: %s",
                             sha256);
}

/**
 * dd_attachment_copy_finish:
 *
 * Returns: (transfer full) (nullable): the copy; %NULL with a sentence
 */
GFile *
dd_attachment_copy_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- sweeping ------------------------------------------------------------- */

/* Calls @visit with the names in a folder. */
static void
visit_folder (int        fd,
              void     (*visit) (int         folder,
                                 const char *name,
                                 gint64      before),
              gint64     before)
{
  int again = openat (fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *dir = again >= 0 ? fdopendir (again) : NULL;
  struct dirent *entry;

  if (dir == NULL)
    {
      if (again >= 0)
        close (again);
      return;
    }

  while ((entry = readdir (dir)) != NULL)
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      visit (fd, entry->d_name, before);
  closedir (dir);
}

/* A link that somebody put there goes; what it leads to stays. */
static void
sweep_copy (int         folder,
            const char *name,
            gint64      before)
{
  struct stat status;

  if (fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR (status.st_mode) &&
      status.st_mtime < before)
    unlinkat (folder, name, 0);
}

static void
sweep_folder (int         copies,
              const char *name,
              gint64      before)
{
  int fd;

  if (!is_folder_name (name))
    return;
  fd = open_folder (copies, name, FALSE);
  if (fd < 0)
    return;

  visit_folder (fd, sweep_copy, before);
  close (fd);
  /* Fails while there is something in it. */
  unlinkat (copies, name, AT_REMOVEDIR);
}

/**
 * dd_attachment_copy_sweep:
 * @before: in seconds since 1970
 *
 * Removes the copies that were last opened before that.
 */
void
dd_attachment_copy_sweep (gint64 before)
{
  int copies = open_copies (FALSE);

  if (copies < 0)
    return;
  visit_folder (copies, sweep_folder, before);
  close (copies);
}

static void
sweep_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  dd_attachment_copy_sweep (g_get_real_time () / G_USEC_PER_SEC - KEPT_SECONDS);
  g_task_return_boolean (task, TRUE);
}

/**
 * dd_attachment_copy_sweep_beside:
 *
 * Removes the copies of yesterday and before, while the program does something else.
 */
void
dd_attachment_copy_sweep_beside (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, dd_attachment_copy_sweep_beside);
  g_task_run_in_thread (task, sweep_thread);
}

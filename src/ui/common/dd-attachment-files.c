/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of the user on their way to become attachments: read whole on a thread of
 * their own, since they may lie on a slow disk or another machine. */
#define G_LOG_DOMAIN "dd-attachment-files"

#include "config.h"

#include "dd-attachment-files.h"

#include "dd-attachment.h"
#include "dd-number-text.h"

#include <glib/gi18n-lib.h>

#define CHUNK (256 * 1024)

static void
attachment_file_free (gpointer data)
{
  DdAttachmentFile *file = data;

  g_clear_pointer (&file->row, dd_row_free);
  g_clear_pointer (&file->content, g_bytes_unref);
  g_free (file);
}

void
dd_attachment_files_free (DdAttachmentFiles *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->refused);
  g_free (self);
}

/**
 * dd_attachment_file_is:
 *
 * Returns: whether an attachment is this very file: the same bytes under the same name
 */
gboolean
dd_attachment_file_is (DdAttachmentFile *self,
                       const DdRow      *attachment)
{
  return g_strcmp0 (dd_row_get_text (attachment, DD_ATTACHMENT_SHA256),
                    dd_row_get_text (self->row, DD_ATTACHMENT_SHA256)) == 0 &&
         g_strcmp0 (dd_row_get_text (attachment, DD_ATTACHMENT_NAME),
                    dd_row_get_text (self->row, DD_ATTACHMENT_NAME)) == 0;
}

/**
 * dd_attachment_file_fill:
 * @owner: the field of an attachment that says what it belongs to
 *
 * Puts the file into a change, as an attachment of a record.
 *
 * Returns: the stand-in of the attachment
 */
gint64
dd_attachment_file_fill (DdAttachmentFile *self,
                         DdChange         *change,
                         guint             owner,
                         gint64            id)
{
  DdRow *row = dd_row_copy (self->row);

  dd_row_set_reference (row, owner, id);

  return dd_change_attach (change, row, self->content);
}

/* --- on the thread -------------------------------------------------------- */

typedef struct
{
  GPtrArray         *files;     /* of GFile */
  int               *permille;
  DdAttachmentFiles *read;
  goffset            size;      /* of all of them, as their folders say */
  gsize              n_read;
} ReadJob;

static void
read_job_free (gpointer data)
{
  ReadJob *job = data;

  g_ptr_array_unref (job->files);
  if (job->permille != NULL)
    g_atomic_rc_box_release (job->permille);
  dd_attachment_files_free (job->read);
  g_free (job);
}

static void
refuse (ReadJob    *job,
        const char *sentence,
        const char *name)
{
  g_ptr_array_add (job->read->refused, g_strdup_printf (sentence, name));
}

static void
refuse_error (ReadJob      *job,
              const char   *name,
              const GError *error)
{
  g_debug ("%s: %s", name, error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    /* Translators: %s is the name of a file, here and in the sentences below. */
    refuse (job, _("“%s” does not exist any more."), name);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    /* Translators: %s is the name of a file. */
    refuse (job, _("“%s” may not be read. Ask who owns it for permission."), name);
  else
    /* Translators: %s is the name of a file. */
    refuse (job, _("“%s” could not be read. Copy it to this computer and try again."), name);
}

static void
refuse_size (ReadJob    *job,
             const char *name)
{
  g_autofree char *limit = dd_number_to_text (DD_ATTACHMENT_MAX_SIZE / (1024 * 1024));

  g_ptr_array_add (job->read->refused,
                   /* Translators: the name of a file, and a number of megabytes. */
                   g_strdup_printf (_("“%s” is larger than %s MB, the most that can be attached. "
                                      "Keep it in a shared folder and note where."), name, limit));
}

/* What kind of thing it is; whether there is something to read. */
static gboolean
look_at (ReadJob    *job,
         GFileInfo  *info,
         const char *name)
{
  GFileType type = g_file_info_get_file_type (info);

  if (type == G_FILE_TYPE_DIRECTORY)
    /* Translators: %s is the name of a folder. */
    refuse (job, _("“%s” is a folder. Attach the files in it, or an archive of them."), name);
  else if (type != G_FILE_TYPE_REGULAR)
    /* Translators: %s is the name of something in a folder, such as a device. */
    refuse (job, _("“%s” is not a file that can be attached."), name);
  else if (g_file_info_get_size (info) > DD_ATTACHMENT_MAX_SIZE)
    refuse_size (job, name);
  else
    return TRUE;

  return FALSE;
}

static void
count (ReadJob *job,
       gsize    size)
{
  job->n_read += size;
  if (job->permille != NULL)
    g_atomic_int_set (job->permille,
                      (int) MIN (1000, job->n_read * 1000 / (gsize) MAX (job->size, 1)));
}

/* The whole file, or NULL; what grows while it is read ends at the limit. */
static GBytes *
read_content (ReadJob       *job,
              GFile         *file,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize size;

  if (stream == NULL)
    return NULL;

  while ((size = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, cancellable,
                                      error)) > 0)
    {
      g_byte_array_append (bytes, chunk, (guint) size);
      count (job, (gsize) size);
      if (bytes->len > DD_ATTACHMENT_MAX_SIZE)
        break;
    }

  return size < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
add_file (ReadJob    *job,
          const char *name,
          GBytes     *content)
{
  DdAttachmentFile *file = g_new0 (DdAttachmentFile, 1);
  gsize size;
  const guchar *data = g_bytes_get_data (content, &size);
  g_autofree char *type = g_content_type_guess (name, data, MIN (size, 4096), NULL);
  g_autofree char *media_type = g_content_type_get_mime_type (type);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  file->row = dd_row_new (DD_KIND_ATTACHMENT);
  file->content = g_bytes_ref (content);
  dd_row_set_text (file->row, DD_ATTACHMENT_NAME, name);
  dd_row_set_text (file->row, DD_ATTACHMENT_MEDIA_TYPE,
                   media_type != NULL ? media_type : "application/octet-stream");
  dd_row_set_number (file->row, DD_ATTACHMENT_SIZE, (gint64) size);
  dd_row_set_text (file->row, DD_ATTACHMENT_SHA256, sha256);

  /* The same file from two folders is one. */
  for (guint i = 0; i < job->read->files->len; i++)
    if (dd_attachment_file_is (job->read->files->pdata[i], file->row))
      {
        attachment_file_free (file);
        return;
      }
  g_ptr_array_add (job->read->files, file);
}

static void
read_file (ReadJob      *job,
           GFile        *file,
           gsize        *total,
           GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                       G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME, G_FILE_QUERY_INFO_NONE,
                       cancellable, &error);
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *shown = basename != NULL ? g_filename_display_name (basename) : g_strdup ("");
  g_autofree char *name =
    dd_attachment_clean_name (info != NULL ? g_file_info_get_display_name (info) : shown);
  g_autoptr (GBytes) content = NULL;

  if (info == NULL)
    {
      refuse_error (job, name, error);
      return;
    }
  if (!look_at (job, info, name))
    return;

  if (*total + (gsize) g_file_info_get_size (info) > DD_ATTACHMENT_FILES_MAX_SIZE)
    {
      /* Translators: %s is the name of a file. */
      refuse (job, _("“%s” is too much for one time. Attach it after the others."), name);
      return;
    }
  content = read_content (job, file, cancellable, &error);
  if (content == NULL)
    refuse_error (job, name, error);
  else if (g_bytes_get_size (content) > DD_ATTACHMENT_MAX_SIZE)
    refuse_size (job, name);
  else if (g_bytes_get_size (content) == 0)
    /* Translators: %s is the name of a file. */
    refuse (job, _("“%s” is empty. Look whether it was saved, and attach it then."), name);
  else
    {
      *total += g_bytes_get_size (content);
      add_file (job, name, content);
    }
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  ReadJob *job = task_data;
  gsize total = 0;

  for (guint i = 0; i < job->files->len; i++)
    {
      g_autoptr (GFileInfo) info = g_file_query_info (job->files->pdata[i],
                                                      G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                      G_FILE_QUERY_INFO_NONE, cancellable, NULL);

      job->size += info != NULL ? MIN (g_file_info_get_size (info), DD_ATTACHMENT_MAX_SIZE) : 0;
    }
  for (guint i = 0; i < job->files->len && !g_cancellable_is_cancelled (cancellable); i++)
    read_file (job, job->files->pdata[i], &total, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&job->read),
                           (GDestroyNotify) dd_attachment_files_free);
}

/* --- outside -------------------------------------------------------------- */

/**
 * dd_attachment_files_read_async:
 * @files: (element-type GFile): what the user wants to attach
 * @permille: (nullable): from g_atomic_rc_box_new0(); how far it is, to be looked at
 *   with g_atomic_int_get()
 *
 * Reads files; what cannot be attached does not keep the others from it. Cancelling
 * answers at once, even where a machine does not.
 */
void
dd_attachment_files_read_async (GPtrArray           *files,
                                int                 *permille,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ReadJob *job = g_new0 (ReadJob, 1);

  g_task_set_source_tag (task, dd_attachment_files_read_async);
  job->files = g_ptr_array_ref (files);
  job->permille = permille != NULL ? g_atomic_rc_box_acquire (permille) : NULL;
  job->read = g_new0 (DdAttachmentFiles, 1);
  job->read->files = g_ptr_array_new_with_free_func (attachment_file_free);
  job->read->refused = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, job, read_job_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_thread);
}

/**
 * dd_attachment_files_read_finish:
 *
 * Returns: (transfer full) (nullable): %NULL with %G_IO_ERROR_CANCELLED alone
 */
DdAttachmentFiles *
dd_attachment_files_read_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

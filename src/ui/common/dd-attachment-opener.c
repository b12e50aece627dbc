/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the file of records into another program, or into a file of the user's own. */
#define G_LOG_DOMAIN "dd-attachment-opener"

#include "config.h"

#include "dd-attachment-opener.h"

#include "dd-attachment-copy.h"
#include "dd-attachment-launch.h"
#include "dd-attachment.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *origin;            /* a weak pointer; not used for saving */
  GFile     *file;              /* NULL: it is opened */
  char      *sha256;
  char      *name;
} OpenJob;

static void
open_job_free (gpointer data)
{
  OpenJob *job = data;

  g_clear_weak_pointer (&job->origin);
  g_clear_object (&job->file);
  g_free (job->sha256);
  g_free (job->name);
  g_free (job);
}

/* --- saving --------------------------------------------------------------- */

static const char *
get_save_sentence (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    /* Translators: %s is the name of a file, here and in the sentences below. */
    return _("“%s” was not saved: the disk is full. Free some space or choose another place.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    /* Translators: %s is the name of a file. */
    return _("“%s” was not saved: that folder may not be written. Choose another one.");

  /* Translators: %s is the name of a file. */
  return _("“%s” was not saved: that place could not be written. Choose another one.");
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OpenJob *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    {
      g_debug ("%s", error->message);
      g_task_return_new_error (task, G_IO_ERROR, error->code, get_save_sentence (error),
                               job->name);
    }
}

/* --- opening -------------------------------------------------------------- */

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OpenJob *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (dd_attachment_launch_finish (result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_debug ("%s: %s", job->name, error->message);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           /* Translators: %s is the name of a file. */
                           _("No program of this computer opens “%s”. Save a copy of it for one "
                             "that does."), job->name);
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OpenJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GFile) copy = dd_attachment_copy_finish (result, &error);

  if (copy == NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    {
      /* Whoever has left does not want to see it any more. */
      if (job->origin == NULL)
        g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "gone");
      else
        dd_attachment_launch_async (job->origin, copy, g_task_get_cancellable (task),
                                    launched_cb, g_object_ref (task));
    }
}

static void
content_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OpenJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) content = dd_store_read_content_finish (DD_STORE (object), result, &error);

  if (g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT))
    {
      g_error_free (error);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                               /* Translators: %s is the name of a file. */
                               _("“%s” is damaged: it is not what was attached. Bring it back "
                                 "from a backup, or attach it again."), job->name);
    }
  else if (content == NULL)
    g_task_return_error (task, error);
  else if (job->file != NULL)
    g_file_replace_contents_bytes_async (job->file, content, NULL, FALSE, G_FILE_CREATE_NONE,
                                         g_task_get_cancellable (task), saved_cb,
                                         g_object_ref (task));
  else if (dd_attachment_launch_is_program (job->name, content))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             /* Translators: %s is the name of a file. */
                             _("“%s” is a program, or says what to run. For the safety of this "
                               "computer it is never opened from here. If you know what it is, "
                               "save a copy."), job->name);
  else
    dd_attachment_copy_async (job->sha256, job->name, content, g_task_get_cancellable (task),
                              copied_cb, g_object_ref (task));
}

/* --- outside -------------------------------------------------------------- */

static void
start (DdStore     *store,
       GTask       *task,
       GtkWidget   *origin,
       const DdRow *attachment,
       GFile       *file)
{
  OpenJob *job = g_new0 (OpenJob, 1);

  g_set_weak_pointer (&job->origin, origin);
  g_set_object (&job->file, file);
  job->sha256 = g_strdup (dd_row_get_text (attachment, DD_ATTACHMENT_SHA256));
  /* What comes from other desks may be called anything. */
  job->name = dd_attachment_clean_name (dd_row_get_text (attachment, DD_ATTACHMENT_NAME));
  g_task_set_task_data (task, job, open_job_free);
  dd_store_read_content_async (store, job->sha256, g_task_get_cancellable (task), content_read_cb,
                               g_object_ref (task));
}

/**
 * dd_attachment_opener_open_async:
 * @origin: the widget in which it was asked for
 *
 * Has an attachment shown by the program for its kind. What could be run is refused.
 */
void
dd_attachment_opener_open_async (DdStore             *store,
                                 GtkWidget           *origin,
                                 const DdRow         *attachment,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dd_attachment_opener_open_async);
  start (store, task, origin, attachment, NULL);
}

/**
 * dd_attachment_opener_save_async:
 * @file: a place that the user has chosen; what is there is replaced
 */
void
dd_attachment_opener_save_async (DdStore             *store,
                                 const DdRow         *attachment,
                                 GFile               *file,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dd_attachment_opener_save_async);
  start (store, task, NULL, attachment, file);
}

/**
 * dd_attachment_opener_finish:
 *
 * Returns: whether it was done; else there is an error of the store or a sentence
 */
gboolean
dd_attachment_opener_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * dd_attachment_opener_can_save:
 * @error: why an attachment was not opened
 *
 * Returns: whether a copy of it can be saved all the same
 */
gboolean
dd_attachment_opener_can_save (const GError *error)
{
  return error->domain == G_IO_ERROR && error->code != G_IO_ERROR_INVALID_DATA &&
         error->code != G_IO_ERROR_CANCELLED;
}

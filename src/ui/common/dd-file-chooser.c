/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkFileChooserNative until the oldest system that the program runs on has
 * GTK 4.10 and its GtkFileDialog, whose shape these functions have already. */
#define G_LOG_DOMAIN "dd-file-chooser"

#include "config.h"

#include "dd-file-chooser.h"

#include <glib/gi18n-lib.h>

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             GTask           *task)
{
  g_autoptr (GTask) owned = task;

  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  if (response == GTK_RESPONSE_ACCEPT && gtk_file_chooser_get_select_multiple (chooser))
    g_task_return_pointer (owned, gtk_file_chooser_get_files (chooser), g_object_unref);
  else if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (owned, gtk_file_chooser_get_file (chooser), g_object_unref);
  else
    g_task_return_new_error (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dismissed");
}

static void
choose (GtkWindow            *parent,
        const char           *title,
        GtkFileChooserAction  action,
        gboolean              many,
        GListModel           *filters,
        const char           *name,
        GCancellable         *cancellable,
        GAsyncReadyCallback   callback,
        gpointer              user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, choose);
  /* A native dialog is owned by whoever made it: the task keeps it. */
  g_task_set_task_data (task, dialog, g_object_unref);
  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), many);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * dd_file_chooser_open_async:
 * @filters: (nullable) (element-type GtkFileFilter): which files are offered; the first
 *   filter holds until the user chooses another
 */
void
dd_file_chooser_open_async (GtkWindow           *parent,
                            const char          *title,
                            GListModel          *filters,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, FALSE, filters, NULL, cancellable,
          callback, user_data);
}

/**
 * dd_file_chooser_open_many_async:
 *
 * Lets the user choose one file or several of one folder.
 */
void
dd_file_chooser_open_many_async (GtkWindow           *parent,
                                 const char          *title,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, TRUE, NULL, NULL, cancellable, callback,
          user_data);
}

/**
 * dd_file_chooser_save_async:
 * @name: the name that is offered
 */
void
dd_file_chooser_save_async (GtkWindow           *parent,
                            const char          *title,
                            const char          *name,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, FALSE, NULL, name, cancellable,
          callback, user_data);
}

/**
 * dd_file_chooser_finish:
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %G_IO_ERROR_CANCELLED
 */
GFile *
dd_file_chooser_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dd_file_chooser_finish_many:
 *
 * Returns: (transfer full) (nullable): the files, each a #GFile, or %NULL with
 *   %G_IO_ERROR_CANCELLED
 */
GListModel *
dd_file_chooser_finish_many (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dd_file_chooser_finish_path:
 *
 * For a file of records, which only lies safely in a folder of this computer: not in one
 * that other programs let look into, such as a phone, a server or an archive.
 *
 * Returns: (transfer full) (nullable): its path; %NULL with %G_IO_ERROR_CANCELLED, or with
 *   %G_IO_ERROR_NOT_SUPPORTED and a sentence to show
 */
char *
dd_file_chooser_finish_path (GAsyncResult  *result,
                             GError       **error)
{
  g_autoptr (GFile) file = dd_file_chooser_finish (result, error);
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (file != NULL && path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("The program can only keep its records, and copies of them, in a "
                           "folder of this computer. Choose one that lies on its disk."));

  return path;
}

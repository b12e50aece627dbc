/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AdwMessageDialog is deprecated from libadwaita 1.6 on. It is named in this
 * file and nowhere else; AdwAlertDialog will replace it here. */
#define G_LOG_DOMAIN "dd-confirm"

#include "config.h"

#include "dd-confirm.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  GTask *task = user_data;

  if (g_str_equal (response, "go"))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dismissed");
}

/**
 * dd_confirm_async:
 * @parent: (nullable): the window that has to wait
 * @body: plain text, perhaps a user's: it is not markup
 * @verb: what the button says that goes on, with its mnemonic
 *
 * Asks before something is done, or tells what cannot be. "No" is %G_IO_ERROR_CANCELLED.
 */
void
dd_confirm_async (GtkWindow           *parent,
                  DdConfirmKind        kind,
                  const char          *heading,
                  const char          *body,
                  const char          *verb,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  g_task_set_source_tag (task, dd_confirm_async);

  if (kind != DD_CONFIRM_TELL)
    /* Translators: of two buttons, the one that leaves things as they are. */
    adw_message_dialog_add_response (message, "cancel", C_("answer to a question", "_Cancel"));
  adw_message_dialog_add_response (message, "go", verb);
  if (kind != DD_CONFIRM_TELL)
    adw_message_dialog_set_response_appearance (message, "go",
                                                kind == DD_CONFIRM_DESTRUCTIVE
                                                ? ADW_RESPONSE_DESTRUCTIVE
                                                : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, kind == DD_CONFIRM_DESTRUCTIVE
                                                    ? "cancel" : "go");
  adw_message_dialog_set_close_response (message, kind == DD_CONFIRM_TELL ? "go" : "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb),
                         task, (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * dd_confirm_finish:
 *
 * Returns: whether the user said yes
 */
gboolean
dd_confirm_finish (GAsyncResult  *result,
                   GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-error-dialog"

#include "config.h"

#include "dd-error-dialog.h"

#include "dd-confirm.h"
#include "dd-store-error.h"

#include <glib/gi18n-lib.h>

/**
 * dd_error_dialog_show:
 * @origin: (nullable): a widget in the window that has to wait
 * @error: (nullable): a cancelled operation is not shown
 *
 * Tells what could not be done, and why, in a sentence.
 */
void
dd_error_dialog_show (GtkWidget    *origin,
                      const GError *error)
{
  g_autofree char *sentence = NULL;
  GtkRoot *root = origin != NULL ? gtk_widget_get_root (origin) : NULL;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_debug ("%s: %s", g_quark_to_string (error->domain), error->message);
  sentence = dd_store_error_to_text (error, NULL);
  dd_confirm_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, DD_CONFIRM_TELL,
                    _("That Did Not Work"), sentence, _("_OK"), NULL, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DD_CONFIRM_PLAIN,
  DD_CONFIRM_DESTRUCTIVE,
  DD_CONFIRM_TELL,              /* there is nothing to decide: one button */
} DdConfirmKind;

void     dd_confirm_async  (GtkWindow            *parent,
                            DdConfirmKind         kind,
                            const char           *heading,
                            const char           *body,
                            const char           *verb,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data);
gboolean dd_confirm_finish (GAsyncResult         *result,
                            GError              **error);

G_END_DECLS

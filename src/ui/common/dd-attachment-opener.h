/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-store.h"

G_BEGIN_DECLS

void     dd_attachment_opener_open_async  (DdStore              *store,
                                           GtkWidget            *origin,
                                           const DdRow          *attachment,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void     dd_attachment_opener_save_async  (DdStore              *store,
                                           const DdRow          *attachment,
                                           GFile                *file,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean dd_attachment_opener_finish      (GAsyncResult         *result,
                                           GError              **error);
gboolean dd_attachment_opener_can_save    (const GError         *error);

G_END_DECLS

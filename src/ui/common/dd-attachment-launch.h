/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean dd_attachment_launch_is_program (const char           *name,
                                          GBytes               *content);

void     dd_attachment_launch_async      (GtkWidget            *origin,
                                          GFile                *file,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean dd_attachment_launch_finish     (GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS

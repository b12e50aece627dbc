/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  dd_conclusion_clipboard_read_async  (GdkClipboard         *clipboard,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
char *dd_conclusion_clipboard_read_finish (GdkClipboard         *clipboard,
                                           GAsyncResult         *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a table of tasks comes from: the clipboard, or a file. */
#pragma once

#include <gtk/gtk.h>

#include "dd-table-text.h"

G_BEGIN_DECLS

void         dd_table_source_read_clipboard_async (GdkClipboard         *clipboard,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
void         dd_table_source_read_file_async      (GFile                *file,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
DdTableText *dd_table_source_read_finish          (GAsyncResult         *result,
                                                   GError              **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

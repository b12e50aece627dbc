/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-record.h"

G_BEGIN_DECLS

#define DD_TYPE_ATTACHMENT_ROW (dd_attachment_row_get_type ())
G_DECLARE_FINAL_TYPE (DdAttachmentRow, dd_attachment_row, DD, ATTACHMENT_ROW, GtkListBoxRow)

GtkWidget *dd_attachment_row_new        (DdRecord        *attachment,
                                         gboolean         writable);
DdRecord  *dd_attachment_row_get_record (DdAttachmentRow *self);
char      *dd_attachment_row_size_to_text (gint64         size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

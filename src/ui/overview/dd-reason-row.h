/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-rag.h"

G_BEGIN_DECLS

#define DD_TYPE_REASON_ROW (dd_reason_row_get_type ())
G_DECLARE_FINAL_TYPE (DdReasonRow, dd_reason_row, DD, REASON_ROW, GtkListBoxRow)

GtkWidget *dd_reason_row_new         (void);

void       dd_reason_row_set_heading (DdReasonRow *self);
void       dd_reason_row_show        (DdReasonRow *self,
                                      const char  *text,
                                      const char  *caption,
                                      const char  *reason,
                                      DdRag        rag);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_CONCLUSION_ROW (dd_conclusion_row_get_type ())
G_DECLARE_FINAL_TYPE (DdConclusionRow, dd_conclusion_row, DD, CONCLUSION_ROW, GtkListBoxRow)

GtkWidget *dd_conclusion_row_new    (DdSession       *session,
                                     DdRecord        *directive);
gint64     dd_conclusion_row_get_id (DdConclusionRow *self);
void       dd_conclusion_row_set_locked (DdConclusionRow *self,
                                     gboolean         locked);

G_END_DECLS

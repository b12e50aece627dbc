/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"
#include "dd-table-plan.h"

G_BEGIN_DECLS

#define DD_TYPE_TABLE_PREVIEW (dd_table_preview_get_type ())
G_DECLARE_FINAL_TYPE (DdTablePreview, dd_table_preview, DD, TABLE_PREVIEW, GtkWidget)

void dd_table_preview_start  (DdTablePreview *self,
                              DdSession      *session);
void dd_table_preview_set    (DdTablePreview *self,
                              DdTablePlan    *plan);
void dd_table_preview_grow   (DdTablePreview *self);
void dd_table_preview_update (DdTablePreview *self,
                              guint           position,
                              guint           n_rows);

G_END_DECLS

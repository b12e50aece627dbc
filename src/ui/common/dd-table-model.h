/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-list.h"

G_BEGIN_DECLS

#define DD_TYPE_TABLE_MODEL (dd_table_model_get_type ())
G_DECLARE_FINAL_TYPE (DdTableModel, dd_table_model, DD, TABLE_MODEL, GObject)

DdTableModel *dd_table_model_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void          dd_table_model_set_list     (DdTableModel *self,
                                           DdList       *list);
DdList       *dd_table_model_get_list     (DdTableModel *self);
DdRecord     *dd_table_model_get_selected (DdTableModel *self);
void          dd_table_model_select       (DdTableModel *self,
                                           guint         position);

G_END_DECLS

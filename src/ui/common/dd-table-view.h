/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-filter-bar.h"
#include "dd-table.h"

G_BEGIN_DECLS

#define DD_TYPE_TABLE_VIEW (dd_table_view_get_type ())
G_DECLARE_FINAL_TYPE (DdTableView, dd_table_view, DD, TABLE_VIEW, GtkWidget)

/* Puts what the filters say into a query; its order is the view's to set. */
typedef void (*DdTableViewFill) (DdQuery *query,
                                 gpointer user_data);

void     dd_table_view_start             (DdTableView     *self,
                                          DdStore         *store,
                                          DdKind           kind,
                                          DdTableViewFill  fill,
                                          gpointer         user_data);
DdList  *dd_table_view_get_list          (DdTableView     *self);
void     dd_table_view_set_sort          (DdTableView     *self,
                                          guint            field,
                                          gboolean         descending);
void     dd_table_view_set_details_shown (DdTableView     *self,
                                          gboolean         shown);
void     dd_table_view_ask               (DdTableView     *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-column.h"
#include "dd-list.h"

G_BEGIN_DECLS

#define DD_TYPE_TABLE (dd_table_get_type ())
G_DECLARE_FINAL_TYPE (DdTable, dd_table, DD, TABLE, GtkWidget)

void       dd_table_set_columns  (DdTable             *self,
                                  const DdTableColumn *columns,
                                  guint                n_columns,
                                  gpointer             user_data);
void       dd_table_set_list     (DdTable             *self,
                                  DdList              *list);
void       dd_table_set_filtered (DdTable             *self,
                                  gboolean             filtered);
void       dd_table_set_sort     (DdTable             *self,
                                  int                  field,
                                  gboolean             descending);
gboolean   dd_table_get_sort     (DdTable             *self,
                                  guint               *field,
                                  gboolean            *descending);
GMenuModel *dd_table_get_sort_menu (DdTable           *self) G_GNUC_WARN_UNUSED_RESULT;
DdRecord  *dd_table_get_selected (DdTable             *self);
gboolean   dd_table_select       (DdTable             *self,
                                  gint64               id);
void       dd_table_unselect     (DdTable             *self);
void       dd_table_enter        (DdTable             *self);
void       dd_table_take_focus   (DdTable             *self);
void       dd_table_refresh      (DdTable             *self);

G_END_DECLS

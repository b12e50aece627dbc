/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_UNIT_TABLE (dd_unit_table_get_type ())
G_DECLARE_FINAL_TYPE (DdUnitTable, dd_unit_table, DD, UNIT_TABLE, GtkWidget)

void dd_unit_table_show (DdUnitTable *self,
                         GPtrArray   *units);

G_END_DECLS

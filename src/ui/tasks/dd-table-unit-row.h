/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"
#include "dd-table-plan.h"

G_BEGIN_DECLS

#define DD_TYPE_TABLE_UNIT_ROW (dd_table_unit_row_get_type ())
G_DECLARE_FINAL_TYPE (DdTableUnitRow, dd_table_unit_row, DD, TABLE_UNIT_ROW, GtkListBoxRow)

GtkWidget *dd_table_unit_row_new (DdSession         *session,
                                  const DdTableUnit *unit);

G_END_DECLS

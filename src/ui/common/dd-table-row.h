/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to DdTable. */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

#define DD_TYPE_TABLE_ROW (dd_table_row_get_type ())
G_DECLARE_FINAL_TYPE (DdTableRow, dd_table_row, DD, TABLE_ROW, GObject)

DdTableRow *dd_table_row_new        (DdRecord   *record) G_GNUC_WARN_UNUSED_RESULT;
DdRecord   *dd_table_row_get_record (DdTableRow *self);
void        dd_table_row_set_record (DdTableRow *self,
                                     DdRecord   *record);

G_END_DECLS

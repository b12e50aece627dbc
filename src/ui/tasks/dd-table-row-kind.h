/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a pasted table is: a task, what stands over several, or nothing. */
#pragma once

#include "dd-table-layout.h"

G_BEGIN_DECLS

typedef enum
{
  DD_TABLE_ROW_TASK,
  DD_TABLE_ROW_HEADING,         /* "I. Lĩnh vực đất đai" */
  DD_TABLE_ROW_EMPTY,
} DdTableRowKind;

gboolean       dd_table_cell_is_blank (const char          *cell);
DdTableRowKind dd_table_row_kind_find (const DdTableText   *table,
                                       const DdTableLayout *layout,
                                       guint                row);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-extract-cell.h"
#include "dd-known-units.h"

G_BEGIN_DECLS

typedef struct _DdTableCells DdTableCells;

DdTableCells       *dd_table_cells_new       (DdKnownUnits *units) G_GNUC_WARN_UNUSED_RESULT;
void                dd_table_cells_free      (DdTableCells *self);

const char * const *dd_table_cells_get_units (DdTableCells *self,
                                              const char   *cell);
gboolean            dd_table_cells_get_time  (DdTableCells *self,
                                              const char   *cell,
                                              DdDay         reference,
                                              DdCellTime   *time);

G_END_DECLS

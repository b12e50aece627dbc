/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"
#include "dd-table.h"

G_BEGIN_DECLS

void dd_item_cells_set_columns (DdTable   *table,
                                DdSession *session);

G_END_DECLS

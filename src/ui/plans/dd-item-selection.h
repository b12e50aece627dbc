/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-table.h"

G_BEGIN_DECLS

#define DD_TYPE_ITEM_SELECTION (dd_item_selection_get_type ())
G_DECLARE_FINAL_TYPE (DdItemSelection, dd_item_selection, DD, ITEM_SELECTION, GObject)

DdItemSelection *dd_item_selection_new        (DdTable         *table) G_GNUC_WARN_UNUSED_RESULT;

void             dd_item_selection_set_list   (DdItemSelection *self,
                                               DdList          *list);
const DdRow     *dd_item_selection_get_row    (DdItemSelection *self);
void             dd_item_selection_select     (DdItemSelection *self,
                                               gint64           item);
void             dd_item_selection_forget     (DdItemSelection *self);

G_END_DECLS

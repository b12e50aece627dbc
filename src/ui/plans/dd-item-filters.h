/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-filter-bar.h"

G_BEGIN_DECLS

#define DD_TYPE_ITEM_FILTERS (dd_item_filters_get_type ())
G_DECLARE_FINAL_TYPE (DdItemFilters, dd_item_filters, DD, ITEM_FILTERS, DdFilterBar)

void     dd_item_filters_ask_for_late (DdQuery       *query,
                                       DdDay          today);

void     dd_item_filters_start        (DdItemFilters *self,
                                       DdSession     *session);
void     dd_item_filters_apply        (DdItemFilters *self,
                                       DdQuery       *query);
void     dd_item_filters_show_stage   (DdItemFilters *self,
                                       guint          stage);
void     dd_item_filters_show_late    (DdItemFilters *self);

G_END_DECLS

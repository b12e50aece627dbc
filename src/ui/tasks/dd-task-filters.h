/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-filter-bar.h"

G_BEGIN_DECLS

#define DD_TYPE_TASK_FILTERS (dd_task_filters_get_type ())
G_DECLARE_FINAL_TYPE (DdTaskFilters, dd_task_filters, DD, TASK_FILTERS, DdFilterBar)

void dd_task_filters_start        (DdTaskFilters *self,
                                        DdSession     *session);
void dd_task_filters_fill         (DdTaskFilters *self,
                                        DdQuery       *query);
void dd_task_filters_set_statuses (DdTaskFilters *self,
                                        guint          statuses);
void dd_task_filters_set_lead     (DdTaskFilters *self,
                                        gint64         lead,
                                        const char    *name);
void dd_task_filters_set_meeting  (DdTaskFilters *self,
                                        gint64         meeting,
                                        const char    *name);

G_END_DECLS

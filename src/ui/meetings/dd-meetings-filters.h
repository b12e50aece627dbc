/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-filter-bar.h"
#include "dd-query.h"

G_BEGIN_DECLS

#define DD_TYPE_MEETINGS_FILTERS (dd_meetings_filters_get_type ())
G_DECLARE_FINAL_TYPE (DdMeetingsFilters, dd_meetings_filters, DD, MEETINGS_FILTERS, DdFilterBar)

void dd_meetings_filters_start (DdMeetingsFilters *self,
                                DdSession         *session);
void dd_meetings_filters_fill  (DdMeetingsFilters *self,
                                DdQuery           *query);

G_END_DECLS

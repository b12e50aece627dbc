/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_PLAN_SUMMARY (dd_plan_summary_get_type ())
G_DECLARE_FINAL_TYPE (DdPlanSummary, dd_plan_summary, DD, PLAN_SUMMARY, GtkWidget)

void        dd_plan_summary_start           (DdPlanSummary *self,
                                             DdSession     *session);
const char *dd_plan_summary_get_issuer_name (DdPlanSummary *self);
void        dd_plan_summary_set_plan        (DdPlanSummary *self,
                                             DdRecord      *plan);
void        dd_plan_summary_today_changed   (DdPlanSummary *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_PLAN_VIEW (dd_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (DdPlanView, dd_plan_view, DD, PLAN_VIEW, GtkWidget)

void      dd_plan_view_start         (DdPlanView *self,
                                      DdSession  *session);
DdRecord *dd_plan_view_get_plan      (DdPlanView *self);
void      dd_plan_view_set_plan      (DdPlanView *self,
                                      DdRecord   *plan);
void      dd_plan_view_today_changed (DdPlanView *self);
void      dd_plan_view_focus         (DdPlanView *self);
void      dd_plan_view_find          (DdPlanView *self);

G_END_DECLS

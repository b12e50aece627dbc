/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-plan-item.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_PLAN_ITEMS (dd_plan_items_get_type ())
G_DECLARE_FINAL_TYPE (DdPlanItems, dd_plan_items, DD, PLAN_ITEMS, GtkWidget)

void dd_plan_items_start         (DdPlanItems *self,
                                  DdSession   *session);
void dd_plan_items_set_plan      (DdPlanItems *self,
                                  DdRecord    *plan);
void dd_plan_items_today_changed (DdPlanItems *self);
void dd_plan_items_find          (DdPlanItems *self);
void dd_plan_items_show_stage    (DdPlanItems *self,
                                  guint        stage);
void dd_plan_items_show_late     (DdPlanItems *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-measure.h"
#include "dd-row.h"

G_BEGIN_DECLS

#define DD_TYPE_PLAN_TARGETS (dd_plan_targets_get_type ())
G_DECLARE_FINAL_TYPE (DdPlanTargets, dd_plan_targets, DD, PLAN_TARGETS, GtkWidget)

void dd_plan_targets_clear (DdPlanTargets       *self);
void dd_plan_targets_add   (DdPlanTargets       *self,
                            const DdRow         *plan,
                            const DdMeasureSums *sums,
                            GPtrArray           *targets,
                            DdDay                today);

G_END_DECLS

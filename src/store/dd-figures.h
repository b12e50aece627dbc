/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-store.h"

G_BEGIN_DECLS

/**
 * DdUnitFigures:
 * @unit: the lead unit
 * @counts: its tasks, by #DdTaskStatus
 */
typedef struct
{
  gint64  unit;
  char   *name;
  guint   counts[DD_N_TASK_STATUSES];
} DdUnitFigures;

/**
 * DdPlanSums:
 *
 * The sums over the items of a plan, from which its targets are computed.
 */
typedef struct
{
  gint64        plan;
  DdMeasureSums sums;
} DdPlanSums;

void       dd_store_task_figures_async  (DdStore              *self,
                                         DdDay                 today,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *dd_store_task_figures_finish (DdStore              *self,
                                         GAsyncResult         *result,
                                         GError              **error);
void       dd_store_plan_sums_async     (DdStore              *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GArray    *dd_store_plan_sums_finish    (DdStore              *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-task-rates"

#include "dd-task-rates.h"

/**
 * dd_task_rates_get_share:
 *
 * Returns: the share in per cent, as in #DdTaskRates
 */
double
dd_task_rates_get_share (guint part,
                         guint whole)
{
  return whole == 0 ? -1.0 : part * 100.0 / whole;
}

/**
 * dd_task_rates_compute:
 * @counts: of tasks, by status
 */
DdTaskRates
dd_task_rates_compute (const guint counts[DD_N_TASK_STATUSES])
{
  DdTaskRates rates = { 0, };

  for (guint i = 0; i < DD_N_TASK_STATUSES; i++)
    if (i != DD_TASK_STATUS_STOPPED)
      rates.total += counts[i];
  rates.done = counts[DD_TASK_STATUS_DONE_ONTIME] + counts[DD_TASK_STATUS_DONE_LATE] +
               counts[DD_TASK_STATUS_DONE_NODL];
  rates.with_deadline = rates.total - counts[DD_TASK_STATUS_DONE_NODL] -
                        counts[DD_TASK_STATUS_WIP_NODL];

  rates.completion = dd_task_rates_get_share (rates.done, rates.total);
  rates.on_time = dd_task_rates_get_share (counts[DD_TASK_STATUS_DONE_ONTIME],
                                           counts[DD_TASK_STATUS_DONE_ONTIME] +
                                           counts[DD_TASK_STATUS_DONE_LATE]);
  rates.overdue = dd_task_rates_get_share (counts[DD_TASK_STATUS_WIP_LATE],
                                           rates.with_deadline);

  return rates;
}

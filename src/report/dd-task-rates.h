/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-deadline.h"

G_BEGIN_DECLS

/**
 * DdTaskRates:
 * @total: all tasks but the stopped ones
 * @with_deadline: of them, those that have a deadline
 * @done: of them, those that are completed
 * @completion: completed, of all
 * @on_time: completed on time, of those completed that had a deadline
 * @overdue: overdue, of those that have a deadline
 *
 * The figures that offices report (Decision 42/2014/QĐ-TTg and the provinces'
 * rules after it). A share is in per cent, and below 0 where there is nothing to divide by.
 */
typedef struct
{
  guint  total;
  guint  with_deadline;
  guint  done;
  double completion;
  double on_time;
  double overdue;
} DdTaskRates;

DdTaskRates dd_task_rates_compute   (const guint counts[DD_N_TASK_STATUSES]);
double      dd_task_rates_get_share (guint       part,
                                     guint       whole);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-task-rates.h"

static void
test_rates (void)
{
  const guint counts[DD_N_TASK_STATUSES] = {
    [DD_TASK_STATUS_WIP_LATE] = 3,
    [DD_TASK_STATUS_WIP_SOON] = 2,
    [DD_TASK_STATUS_WIP_OK] = 4,
    [DD_TASK_STATUS_WIP_NODL] = 5,
    [DD_TASK_STATUS_DONE_ONTIME] = 6,
    [DD_TASK_STATUS_DONE_LATE] = 2,
    [DD_TASK_STATUS_DONE_NODL] = 1,
    [DD_TASK_STATUS_STOPPED] = 7,
  };
  DdTaskRates rates = dd_task_rates_compute (counts);

  /* What was stopped counts nowhere. */
  g_assert_cmpuint (rates.total, ==, 23);
  g_assert_cmpuint (rates.done, ==, 9);
  g_assert_cmpuint (rates.with_deadline, ==, 17);

  /* Completed of all; on time of those completed that had a deadline; overdue of
   * those that have one. */
  g_assert_cmpfloat_with_epsilon (rates.completion, 9 * 100.0 / 23, 1e-9);
  g_assert_cmpfloat_with_epsilon (rates.on_time, 75.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rates.overdue, 3 * 100.0 / 17, 1e-9);
}

/* Of nothing no share is told, not 0 and not 100. */
static void
test_rates_of_nothing (void)
{
  const guint counts[DD_N_TASK_STATUSES] = { [DD_TASK_STATUS_STOPPED] = 4 };
  DdTaskRates rates = dd_task_rates_compute (counts);

  g_assert_cmpuint (rates.total, ==, 0);
  g_assert_cmpfloat (rates.completion, <, 0.0);
  g_assert_cmpfloat (rates.on_time, <, 0.0);
  g_assert_cmpfloat (rates.overdue, <, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/rates", test_rates);
  g_test_add_func ("/report/rates-of-nothing", test_rates_of_nothing);

  return g_test_run ();
}

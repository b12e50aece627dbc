/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-number-text.h"
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

static void
test_counts (void)
{
  static const struct
  {
    guint64     count;
    const char *text;
  } table[] = {
    { 0, "0" },
    { 999, "999" },
    { 1000, "1,000" },
    { 12345, "12,345" },
    { 1234567, "1,234,567" },
    { G_MAXUINT64, "18,446,744,073,709,551,615" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = dd_count_to_text (table[i].count);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_shares (void)
{
  static const struct
  {
    double      percent;
    const char *text;
  } table[] = {
    { -1.0, "–" },
    { 0.0, "0%" },
    { 12.5, "12.5%" },
    { 12.0, "12%" },
    { 33.333, "33.3%" },
    { 66.666, "66.7%" },
    { 100.0, "100%" },
    /* One of two thousand is not none, and all but one is not all. */
    { 0.049, "0.1%" },
    { 99.95, "99.9%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = dd_share_to_text (table[i].percent);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/rates", test_rates);
  g_test_add_func ("/report/rates-of-nothing", test_rates_of_nothing);
  g_test_add_func ("/report/counts", test_counts);
  g_test_add_func ("/report/shares", test_shares);

  return g_test_run ();
}

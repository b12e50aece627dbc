/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-recurrence.h"

static DdDay
day (const char *iso)
{
  DdDay found = dd_day_from_iso (iso);

  g_assert_cmpuint (found, !=, DD_DAY_NONE);

  return found;
}

#define assert_day(got, iso) \
  G_STMT_START { \
    g_autofree char *text_ = dd_day_to_iso (got); \
    g_assert_cmpstr (text_, ==, iso); \
  } G_STMT_END

static const struct
{
  DdRecurrence  recurrence;
  const char   *first;
  guint         n;
  const char   *period;
} periods[] = {
  { DD_RECURRENCE_WEEKLY, "2024-02-29", 0, "2024-02-26" },
  { DD_RECURRENCE_WEEKLY, "2024-02-29", 1, "2024-03-04" },
  { DD_RECURRENCE_WEEKLY, "2024-12-30", 1, "2025-01-06" },
  { DD_RECURRENCE_WEEKLY, "2024-02-29", 5200, "2123-10-25" },

  { DD_RECURRENCE_MONTHLY, "2024-01-31", 0, "2024-01-01" },
  { DD_RECURRENCE_MONTHLY, "2024-01-31", 1, "2024-02-01" },
  { DD_RECURRENCE_MONTHLY, "2024-01-31", 12, "2025-01-01" },
  { DD_RECURRENCE_MONTHLY, "2023-11-16", 1200, "2123-11-01" },

  { DD_RECURRENCE_QUARTERLY, "2024-05-31", 0, "2024-04-01" },
  { DD_RECURRENCE_QUARTERLY, "2024-05-31", 3, "2025-01-01" },
  { DD_RECURRENCE_HALF_YEARLY, "2024-06-30", 1, "2024-07-01" },
  { DD_RECURRENCE_HALF_YEARLY, "2024-07-01", 2, "2025-07-01" },
  { DD_RECURRENCE_YEARLY, "2024-02-29", 1, "2025-01-01" },
  { DD_RECURRENCE_YEARLY, "2024-02-29", 4, "2028-01-01" },

  /* Beyond the calendar there is its last day, whatever the number. */
  { DD_RECURRENCE_WEEKLY, "2024-02-29", G_MAXUINT, "9999-12-31" },
  { DD_RECURRENCE_MONTHLY, "2024-02-29", G_MAXUINT, "9999-12-31" },
  { DD_RECURRENCE_YEARLY, "2024-02-29", 200000000, "9999-12-31" },
  { DD_RECURRENCE_YEARLY, "2024-02-29", 357913942, "9999-12-31" },  /* × 12 is 2^32 + 8 */
};

static void
test_period (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_test_message ("row %u", i);
      assert_day (dd_recurrence_get_period (periods[i].recurrence, day (periods[i].first),
                                            periods[i].n), periods[i].period);
    }
}

/* Each period begins the day after the one before has ended: no error adds up. */
static void
test_periods_follow (void)
{
  for (guint recurrence = DD_RECURRENCE_WEEKLY; recurrence <= DD_RECURRENCE_YEARLY; recurrence++)
    {
      DdDay first = day ("2024-01-31");

      for (guint n = 0; n < 1000; n++)
        {
          DdDay start = dd_recurrence_get_period (recurrence, first, n);
          DdDay last = dd_recurrence_get_due (recurrence, DD_RECURRENCE_LAST_DAY, start);

          g_assert_cmpuint (dd_recurrence_get_period (recurrence, first, n + 1), ==, last + 1);
        }
    }
}

static const struct
{
  DdRecurrence  recurrence;
  guint         day;
  const char   *period;
  const char   *due;
} dues[] = {
  { DD_RECURRENCE_WEEKLY, 5, "2024-02-26", "2024-03-01" },      /* on Fridays */
  { DD_RECURRENCE_WEEKLY, 5, "2024-03-03", "2024-03-01" },
  { DD_RECURRENCE_WEEKLY, 1, "2024-03-03", "2024-02-26" },
  { DD_RECURRENCE_WEEKLY, 7, "2024-02-26", "2024-03-03" },
  { DD_RECURRENCE_WEEKLY, 9, "2024-02-26", "2024-03-03" },
  { DD_RECURRENCE_WEEKLY, DD_RECURRENCE_LAST_DAY, "2024-02-26", "2024-03-03" },

  { DD_RECURRENCE_MONTHLY, 15, "2024-02-01", "2024-02-15" },
  { DD_RECURRENCE_MONTHLY, DD_RECURRENCE_LAST_DAY, "2024-02-01", "2024-02-29" },
  { DD_RECURRENCE_MONTHLY, DD_RECURRENCE_LAST_DAY, "2023-02-28", "2023-02-28" },
  { DD_RECURRENCE_MONTHLY, 31, "2024-04-01", "2024-04-30" },
  { DD_RECURRENCE_MONTHLY, 30, "2024-02-01", "2024-02-29" },
  { DD_RECURRENCE_MONTHLY, 99, "2024-01-01", "2024-01-31" },

  /* By day 20 of the last month of the quarter, as the reports are sent. */
  { DD_RECURRENCE_QUARTERLY, 20, "2024-01-01", "2024-03-20" },
  { DD_RECURRENCE_QUARTERLY, 5, "2024-11-15", "2024-12-05" },
  { DD_RECURRENCE_QUARTERLY, DD_RECURRENCE_LAST_DAY, "2024-07-10", "2024-09-30" },
  { DD_RECURRENCE_QUARTERLY, 31, "2024-04-01", "2024-06-30" },
  { DD_RECURRENCE_HALF_YEARLY, 14, "2024-01-01", "2024-06-14" },
  { DD_RECURRENCE_HALF_YEARLY, DD_RECURRENCE_LAST_DAY, "2024-08-01", "2024-12-31" },
  { DD_RECURRENCE_YEARLY, 14, "2024-02-29", "2024-12-14" },
  { DD_RECURRENCE_YEARLY, 29, "2023-01-01", "2023-12-29" },
  { DD_RECURRENCE_YEARLY, DD_RECURRENCE_LAST_DAY, "2024-02-29", "2024-12-31" },
};

static void
test_due (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_test_message ("row %u", i);
      assert_day (dd_recurrence_get_due (dues[i].recurrence, dues[i].day, day (dues[i].period)),
                  dues[i].due);
    }
}

/* The due day lies in its period, whichever day of it is asked with. */
static void
test_due_random (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      DdRecurrence recurrence = (DdRecurrence) g_test_rand_int_range (DD_RECURRENCE_WEEKLY,
                                                                      DD_RECURRENCE_YEARLY + 1);
      guint due_day = (guint) g_test_rand_int_range (0, 32);
      DdDay first = day ("2000-01-01") + (DdDay) g_test_rand_int_range (0, 20000);
      DdDay start = dd_recurrence_get_period (recurrence, first, 0);
      DdDay due = dd_recurrence_get_due (recurrence, due_day, first);

      g_assert_cmpuint (start, <=, first);
      g_assert_cmpuint (due, >=, start);
      g_assert_cmpuint (due, <, dd_recurrence_get_period (recurrence, first, 1));
      g_assert_cmpuint (dd_recurrence_get_due (recurrence, due_day, start), ==, due);
    }
}

static const struct
{
  DdRecurrence  recurrence;
  guint         day;
  const char   *text;
} texts[] = {
  { DD_RECURRENCE_NONE, 0, "" },
  { DD_RECURRENCE_NONE, 20, "" },
  { DD_RECURRENCE_WEEKLY, 5, "Weekly" },
  { DD_RECURRENCE_MONTHLY, DD_RECURRENCE_LAST_DAY, "Monthly" },
  { DD_RECURRENCE_MONTHLY, 15, "Monthly, day 15" },
  { DD_RECURRENCE_QUARTERLY, 20, "Quarterly, day 20" },
  { DD_RECURRENCE_YEARLY, DD_RECURRENCE_LAST_DAY, "Yearly" },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = dd_recurrence_to_text (texts[i].recurrence, texts[i].day);

      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recurrence/period", test_period);
  g_test_add_func ("/recurrence/periods-follow", test_periods_follow);
  g_test_add_func ("/recurrence/due", test_due);
  g_test_add_func ("/recurrence/due-random", test_due_random);
  g_test_add_func ("/recurrence/text", test_text);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-recurrence"

#include "config.h"

#include "dd-recurrence.h"

#include <glib/gi18n-lib.h>

/* There are fewer weeks than this in the calendar. */
#define MOST_PERIODS 500000

static DdPeriod
get_period_kind (DdRecurrence recurrence)
{
  switch (recurrence)
    {
    case DD_RECURRENCE_WEEKLY:
      return DD_PERIOD_WEEK;
    case DD_RECURRENCE_MONTHLY:
      return DD_PERIOD_MONTH;
    case DD_RECURRENCE_QUARTERLY:
      return DD_PERIOD_QUARTER;
    case DD_RECURRENCE_HALF_YEARLY:
      return DD_PERIOD_HALF_YEAR;
    case DD_RECURRENCE_YEARLY:
      return DD_PERIOD_YEAR;
    case DD_RECURRENCE_NONE:
    default:
      g_return_val_if_reached (DD_PERIOD_YEAR);
    }
}

/**
 * dd_recurrence_get_period:
 * @first: any day of the period number 0
 *
 * Each period is reckoned from the first one, never from the one before, so
 * that no error adds up.
 *
 * Returns: the first day of period number @n; the last day there is if the
 *   calendar ends before it
 */
DdDay
dd_recurrence_get_period (DdRecurrence recurrence,
                          DdDay        first,
                          guint        n)
{
  DdPeriod period = get_period_kind (recurrence);

  return dd_period_add (period, dd_period_first_day (period, first), (int) MIN (n, MOST_PERIODS));
}

/**
 * dd_recurrence_get_due:
 * @day: the day of the week (1 Monday to 7 Sunday) for a weekly recurrence,
 *   else the day of the last month of the period; %DD_RECURRENCE_LAST_DAY for
 *   its last day. A day that the month does not have is its last one
 * @period: any day of the period
 */
DdDay
dd_recurrence_get_due (DdRecurrence recurrence,
                       guint        day,
                       DdDay        period)
{
  DdPeriod kind = get_period_kind (recurrence);
  DdDay last = dd_period_last_day (kind, period);
  guint year, month, day_of_month;

  if (day == DD_RECURRENCE_LAST_DAY)
    return last;
  if (kind == DD_PERIOD_WEEK)
    return dd_day_add_days (dd_period_first_day (kind, period), (int) MIN (day, 7) - 1);

  dd_day_split (last, &year, &month, &day_of_month);

  return dd_day_new (year, month, MIN (day, day_of_month));
}

/**
 * dd_recurrence_to_text:
 *
 * Returns: (transfer full): "Monthly, day 20"; "" if nothing recurs
 */
char *
dd_recurrence_to_text (DdRecurrence recurrence,
                       guint        day)
{
  const char *name;

  if (recurrence == DD_RECURRENCE_NONE)
    return g_strdup ("");

  name = _(dd_recurrence_choices[recurrence].label);
  if (day == DD_RECURRENCE_LAST_DAY || recurrence == DD_RECURRENCE_WEEKLY)
    return g_strdup (name);

  /* Translators: a recurrence and the day of the month: "Monthly, day 20". */
  return g_strdup_printf (_("%s, day %u"), name, day);
}

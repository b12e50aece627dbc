/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-day"

#include "dd-day.h"

static guint
months_of_period (DdPeriod period)
{
  switch (period)
    {
    case DD_PERIOD_MONTH:
      return 1;
    case DD_PERIOD_QUARTER:
      return 3;
    case DD_PERIOD_HALF_YEAR:
      return 6;
    case DD_PERIOD_YEAR:
      return 12;
    case DD_PERIOD_WEEK:
    default:
      g_return_val_if_reached (1);
    }
}

/**
 * dd_day_new:
 *
 * Returns: the day, or %DD_DAY_NONE if the calendar has no such day
 *   (30 February) or it lies outside the years a record may speak of
 */
DdDay
dd_day_new (guint year,
            guint month,
            guint day)
{
  GDate date;

  if (year < DD_DAY_YEAR_MIN || year > DD_DAY_YEAR_MAX || month > 12 || day > 31 ||
      !g_date_valid_dmy (day, month, year))
    return DD_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

static gboolean
read_digits (const char *text,
             guint       length,
             guint      *number)
{
  *number = 0;
  for (guint i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (guint) (text[i] - '0');
    }

  return TRUE;
}

/**
 * dd_day_from_iso:
 * @text: (nullable): exactly "yyyy-mm-dd"
 *
 * Returns: the day, or %DD_DAY_NONE for anything else
 */
DdDay
dd_day_from_iso (const char *text)
{
  guint year, month, day;

  if (text == NULL ||
      !read_digits (text, 4, &year) || text[4] != '-' ||
      !read_digits (text + 5, 2, &month) || text[7] != '-' ||
      !read_digits (text + 8, 2, &day) || text[10] != '\0')
    return DD_DAY_NONE;

  return dd_day_new (year, month, day);
}

/**
 * dd_day_today:
 *
 * The civil day that the computer's clock and time zone show now. No rule
 * asks for it: rules take "today" as an argument, and one clock object of
 * the program, or an option of the command line, gives it to them.
 */
DdDay
dd_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dd_day_new ((guint) g_date_time_get_year (now),
                     (guint) g_date_time_get_month (now),
                     (guint) g_date_time_get_day_of_month (now));
}

/**
 * dd_day_split:
 * @day: a day, not %DD_DAY_NONE
 * @year: (out): the year
 * @month: (out): 1 to 12
 * @day_of_month: (out): 1 to 31
 */
void
dd_day_split (DdDay  day,
              guint *year,
              guint *month,
              guint *day_of_month)
{
  GDate date;

  g_return_if_fail (day != DD_DAY_NONE);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  *year = g_date_get_year (&date);
  *month = g_date_get_month (&date);
  *day_of_month = g_date_get_day (&date);
}

/**
 * dd_day_write_iso:
 * @iso: (out caller-allocates): becomes "yyyy-mm-dd", or "" for no day
 */
void
dd_day_write_iso (DdDay day,
                  char  iso[DD_DAY_ISO_SIZE])
{
  guint year, month, day_of_month;

  iso[0] = '\0';
  if (day == DD_DAY_NONE)
    return;

  dd_day_split (day, &year, &month, &day_of_month);
  iso[0] = (char) ('0' + year / 1000);
  iso[1] = (char) ('0' + year / 100 % 10);
  iso[2] = (char) ('0' + year / 10 % 10);
  iso[3] = (char) ('0' + year % 10);
  iso[4] = '-';
  iso[5] = (char) ('0' + month / 10);
  iso[6] = (char) ('0' + month % 10);
  iso[7] = '-';
  iso[8] = (char) ('0' + day_of_month / 10);
  iso[9] = (char) ('0' + day_of_month % 10);
  iso[10] = '\0';
}

/**
 * dd_day_to_iso:
 *
 * Returns: (transfer full) (nullable): "yyyy-mm-dd", or %NULL for no day
 */
char *
dd_day_to_iso (DdDay day)
{
  char iso[DD_DAY_ISO_SIZE];

  dd_day_write_iso (day, iso);

  return day == DD_DAY_NONE ? NULL : g_strdup (iso);
}

/**
 * dd_day_get_year:
 * @day: a day, not %DD_DAY_NONE
 *
 * Returns: its year
 */
guint
dd_day_get_year (DdDay day)
{
  guint year, month, day_of_month;

  dd_day_split (day, &year, &month, &day_of_month);

  return year;
}

/**
 * dd_day_get_weekday:
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
guint
dd_day_get_weekday (DdDay day)
{
  g_return_val_if_fail (day != DD_DAY_NONE, 0);

  return (day - 1) % 7 + 1;     /* 1 January of year 1 was a Monday */
}

/* Keeps a result of arithmetic inside the years that days have. */
static DdDay
clamp_day (gint64 day)
{
  return (DdDay) CLAMP (day,
                        (gint64) dd_day_new (DD_DAY_YEAR_MIN, 1, 1),
                        (gint64) dd_day_new (DD_DAY_YEAR_MAX, 12, 31));
}

/**
 * dd_day_add_days:
 * @days: how many days of the calendar; less than 0 to go back
 *
 * Returns: the other day, at most the first or the last there is; %DD_DAY_NONE
 *   for none
 */
DdDay
dd_day_add_days (DdDay day,
                 int   days)
{
  if (day == DD_DAY_NONE)
    return DD_DAY_NONE;

  return clamp_day ((gint64) day + days);
}

/**
 * dd_day_add_months:
 *
 * The same day of another month, or that month's last day where it is
 * shorter. A series must add to its first day each time, never to the result
 * of the step before: 31 January + 1 + 1 months would drift to 28 March.
 */
DdDay
dd_day_add_months (DdDay day,
                   int   months)
{
  guint year, month, day_of_month;
  gint64 count;

  if (day == DD_DAY_NONE)
    return DD_DAY_NONE;

  dd_day_split (day, &year, &month, &day_of_month);
  count = (gint64) year * 12 + month - 1 + months;
  if (count < (gint64) DD_DAY_YEAR_MIN * 12)
    return clamp_day (0);
  if (count >= (gint64) (DD_DAY_YEAR_MAX + 1) * 12)
    return clamp_day (G_MAXINT32);

  year = (guint) (count / 12);
  month = (guint) (count % 12) + 1;

  return dd_day_new (year, month,
                     MIN (day_of_month, g_date_get_days_in_month (month, (GDateYear) year)));
}

/**
 * dd_period_first_day:
 *
 * Returns: the first day of the week, month, quarter, half-year or year that @day
 *   is in; %DD_DAY_NONE for none
 */
DdDay
dd_period_first_day (DdPeriod period,
                     DdDay    day)
{
  guint year, month, day_of_month;
  guint length;

  if (day == DD_DAY_NONE)
    return DD_DAY_NONE;
  if (period == DD_PERIOD_WEEK)
    return dd_day_add_days (day, 1 - (int) dd_day_get_weekday (day));

  dd_day_split (day, &year, &month, &day_of_month);
  length = months_of_period (period);

  return dd_day_new (year, (month - 1) / length * length + 1, 1);
}

/**
 * dd_period_last_day:
 *
 * Returns: the last day of the week, month, quarter, half-year or year that @day
 *   is in; %DD_DAY_NONE for none
 */
DdDay
dd_period_last_day (DdPeriod period,
                    DdDay    day)
{
  guint year, month, day_of_month;
  guint length;

  if (day == DD_DAY_NONE)
    return DD_DAY_NONE;
  if (period == DD_PERIOD_WEEK)
    return dd_day_add_days (day, 7 - (int) dd_day_get_weekday (day));

  dd_day_split (day, &year, &month, &day_of_month);
  length = months_of_period (period);
  month = (month - 1) / length * length + length;

  return dd_day_new (year, month, g_date_get_days_in_month (month, (GDateYear) year));
}

/**
 * dd_period_add:
 * @periods: how many weeks, months, … on; less than 0 to go back
 *
 * Returns: the same day of another period, as dd_day_add_months() finds it
 */
DdDay
dd_period_add (DdPeriod period,
               DdDay    day,
               int      periods)
{
  if (period == DD_PERIOD_WEEK)
    return dd_day_add_days (day, periods * 7);

  return dd_day_add_months (day, periods * (int) months_of_period (period));
}

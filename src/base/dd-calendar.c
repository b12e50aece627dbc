/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-calendar"

#include "dd-calendar.h"

/**
 * DdCalendar:
 *
 * Which days offices work: Monday to Friday, but for the exceptions it is told.
 *
 * An exception is a holiday, a day off in place of one, or a Saturday that has
 * to be worked instead. Which days these are is not known here: they are
 * records, because the Prime Minister decides them anew each year.
 */
struct _DdCalendar
{
  GHashTable *exceptions;       /* day → Exception */
};

typedef struct
{
  gboolean  working;
  char     *name;
} Exception;

static void
exception_free (gpointer data)
{
  Exception *exception = data;

  g_free (exception->name);
  g_free (exception);
}

static const Exception *
find_exception (const DdCalendar *self,
                DdDay             day)
{
  return g_hash_table_lookup (self->exceptions, GUINT_TO_POINTER (day));
}

/**
 * dd_calendar_new:
 *
 * Returns: (transfer full): a calendar without exceptions, to be freed with
 *   dd_calendar_free()
 */
DdCalendar *
dd_calendar_new (void)
{
  DdCalendar *self = g_new0 (DdCalendar, 1);

  self->exceptions = g_hash_table_new_full (NULL, NULL, NULL, exception_free);

  return self;
}

/**
 * dd_calendar_free:
 * @self: (nullable): the calendar
 */
void
dd_calendar_free (DdCalendar *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->exceptions);
  g_free (self);
}

/**
 * dd_calendar_add_exception:
 * @working: whether offices work on @day, against what its weekday says
 * @name: (nullable): what the day is called, "Quốc khánh"
 */
void
dd_calendar_add_exception (DdCalendar *self,
                           DdDay       day,
                           gboolean    working,
                           const char *name)
{
  Exception *exception;

  g_return_if_fail (day != DD_DAY_NONE);

  exception = g_new0 (Exception, 1);
  exception->working = working;
  exception->name = g_strdup (name);
  g_hash_table_replace (self->exceptions, GUINT_TO_POINTER (day), exception);
}

/**
 * dd_calendar_is_working:
 *
 * Returns: whether offices work on @day: Monday to Friday, as the exceptions say
 *   otherwise (Labour Code 2019, articles 111 and 112, and the yearly plans)
 */
gboolean
dd_calendar_is_working (const DdCalendar *self,
                        DdDay             day)
{
  const Exception *exception = find_exception (self, day);

  return exception != NULL ? exception->working : dd_day_get_weekday (day) <= 5;
}

/**
 * dd_calendar_get_name:
 *
 * Returns: (nullable): the name of the holiday or make-up day that @day is
 */
const char *
dd_calendar_get_name (const DdCalendar *self,
                      DdDay             day)
{
  const Exception *exception = find_exception (self, day);

  return exception != NULL ? exception->name : NULL;
}

/**
 * dd_calendar_add_working:
 * @days: how many working days on, or back if below 0
 *
 * Counts as the Civil Code 2015, articles 147 and 148, does: the first day is
 * not counted.
 */
DdDay
dd_calendar_add_working (const DdCalendar *self,
                         DdDay             day,
                         int               days)
{
  int step = days < 0 ? -1 : 1;
  guint left = (guint) ABS (days);

  if (day == DD_DAY_NONE)
    return DD_DAY_NONE;

  while (left > 0)
    {
      DdDay next = dd_day_add_days (day, step);

      if (next == day)          /* the end of the calendar */
        break;
      day = next;
      if (dd_calendar_is_working (self, day))
        left--;
    }

  return day;
}

/**
 * dd_calendar_count_working:
 *
 * Returns: how many working days follow @after up to and with @until; 0 if
 *   @until does not lie behind @after
 */
guint
dd_calendar_count_working (const DdCalendar *self,
                           DdDay             after,
                           DdDay             until)
{
  guint whole_weeks, count;

  g_return_val_if_fail (after != DD_DAY_NONE && until != DD_DAY_NONE, 0);

  if (until <= after)
    return 0;

  /* Whole weeks have five days each, give or take the exceptions in them, so
   * that a deadline years away costs no more than one next week. */
  whole_weeks = (until - after) / 7;
  count = whole_weeks * 5;
  for (DdDay day = after + whole_weeks * 7 + 1; day <= until; day++)
    if (dd_day_get_weekday (day) <= 5)
      count++;

  {
    GHashTableIter iter;
    gpointer key, value;

    g_hash_table_iter_init (&iter, self->exceptions);
    while (g_hash_table_iter_next (&iter, &key, &value))
      {
        DdDay day = GPOINTER_TO_UINT (key);
        const Exception *exception = value;
        gboolean weekday = dd_day_get_weekday (day) <= 5;

        if (day <= after || day > until)
          continue;
        if (exception->working && !weekday)
          count++;
        else if (!exception->working && weekday)
          count--;
      }
  }

  return count;
}

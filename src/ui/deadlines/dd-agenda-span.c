/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-span"

#include "config.h"

#include "dd-agenda-span.h"

#include <glib/gi18n-lib.h>

static const char * const labels[] = {
  [DD_AGENDA_SPAN_OVERDUE] = N_("Overdue"),
  [DD_AGENDA_SPAN_TODAY] = N_("Today"),
  [DD_AGENDA_SPAN_TOMORROW] = N_("Tomorrow"),
  [DD_AGENDA_SPAN_THIS_WEEK] = N_("Later This Week"),
  [DD_AGENDA_SPAN_NEXT_WEEK] = N_("Next Week"),
  [DD_AGENDA_SPAN_THIS_MONTH] = N_("Later This Month"),
  [DD_AGENDA_SPAN_LATER] = N_("Later"),
  [DD_AGENDA_SPAN_NO_DEADLINE] = N_("No Deadline"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (labels) == DD_N_AGENDA_SPANS);

const char *
dd_agenda_span_get_label (DdAgendaSpan self)
{
  g_return_val_if_fail (self < DD_N_AGENDA_SPANS, NULL);

  return _(labels[self]);
}

/* The last day of a group, if no group before it has that day already. */
static DdDay
get_last_day (DdAgendaSpan span,
              DdDay        today)
{
  DdDay sunday = dd_period_last_day (DD_PERIOD_WEEK, today);

  switch (span)
    {
    case DD_AGENDA_SPAN_OVERDUE:
      return dd_day_add_days (today, -1);
    case DD_AGENDA_SPAN_TODAY:
      return today;
    case DD_AGENDA_SPAN_TOMORROW:
      return dd_day_add_days (today, 1);
    case DD_AGENDA_SPAN_THIS_WEEK:
      return sunday;
    case DD_AGENDA_SPAN_NEXT_WEEK:
      return dd_day_add_days (sunday, 7);
    case DD_AGENDA_SPAN_THIS_MONTH:
      return dd_period_last_day (DD_PERIOD_MONTH, today);
    case DD_AGENDA_SPAN_LATER:
    case DD_AGENDA_SPAN_NO_DEADLINE:
    default:
      return DD_DAY_NONE;
    }
}

/**
 * dd_agenda_span_get_days:
 * @from: (out): the first day, or %DD_DAY_NONE where there is no first one
 * @until: (out): the last day, or %DD_DAY_NONE where there is no last one
 *
 * Returns: whether any day belongs to the group; none does to that of the tasks
 *   without a deadline
 */
gboolean
dd_agenda_span_get_days (DdAgendaSpan  self,
                         DdDay         today,
                         DdDay        *from,
                         DdDay        *until)
{
  DdDay before = DD_DAY_NONE;

  *from = *until = DD_DAY_NONE;
  if (self == DD_AGENDA_SPAN_NO_DEADLINE)
    return FALSE;

  *until = get_last_day (self, today);
  for (guint i = 0; i < self; i++)
    before = MAX (before, get_last_day (i, today));
  if (self != DD_AGENDA_SPAN_OVERDUE)
    *from = dd_day_add_days (before, 1);

  return *until == DD_DAY_NONE || *from <= *until;
}

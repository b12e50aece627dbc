/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-deadline"

#include "config.h"

#include "dd-deadline.h"

#include "dd-task.h"

#include <glib/gi18n-lib.h>

static const DdChoice statuses[] = {
  [DD_TASK_STATUS_WIP_LATE] = { "wip_late", N_("Overdue") },
  [DD_TASK_STATUS_WIP_SOON] = { "wip_soon", N_("Due soon") },
  [DD_TASK_STATUS_WIP_OK] = { "wip_ok", N_("In progress, on track") },
  [DD_TASK_STATUS_WIP_NODL] = { "wip_nodl", N_("In progress, no deadline") },
  [DD_TASK_STATUS_DONE_ONTIME] = { "done_ontime", N_("Completed on time") },
  [DD_TASK_STATUS_DONE_LATE] = { "done_late", N_("Completed late") },
  [DD_TASK_STATUS_DONE_NODL] = { "done_nodl", N_("Completed, no deadline") },
  [DD_TASK_STATUS_STOPPED] = { "stopped", N_("Suspended or withdrawn") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (statuses) == DD_N_TASK_STATUSES);

/* Within so many working days the count of working days says more. */
#define WORKING_DAYS_SHOWN 15

static gboolean
is_first_of_month (DdDay day)
{
  guint year, month, day_of_month;

  dd_day_split (day, &year, &month, &day_of_month);

  return day_of_month == 1;
}

/**
 * dd_deadline_get_due:
 * @deadline: the day as it was written, or the last day of the period named
 *
 * Returns: the last day on which the work is on time, or %DD_DAY_NONE
 */
DdDay
dd_deadline_get_due (DdDay           deadline,
                     DdDeadlineKind  kind,
                     const DdRules  *rules)
{
  if (deadline == DD_DAY_NONE || kind != DD_DEADLINE_KIND_BEFORE)
    return deadline;

  if (rules->before_inclusive && !is_first_of_month (deadline))
    return deadline;

  return dd_day_add_days (deadline, -1);
}

/**
 * dd_deadline_get_status:
 * @completed: the day on which the work was done, or %DD_DAY_NONE
 * @stopped: whether the task was suspended, withdrawn or refused
 */
DdTaskStatus
dd_deadline_get_status (DdDay    due,
                        DdDay    completed,
                        gboolean stopped,
                        DdDay    today,
                        guint    warn_days)
{
  if (stopped)
    return DD_TASK_STATUS_STOPPED;

  if (completed != DD_DAY_NONE)
    {
      if (due == DD_DAY_NONE)
        return DD_TASK_STATUS_DONE_NODL;
      return completed <= due ? DD_TASK_STATUS_DONE_ONTIME : DD_TASK_STATUS_DONE_LATE;
    }

  if (due == DD_DAY_NONE)
    return DD_TASK_STATUS_WIP_NODL;
  if (today > due)
    return DD_TASK_STATUS_WIP_LATE;

  return due - today <= warn_days ? DD_TASK_STATUS_WIP_SOON : DD_TASK_STATUS_WIP_OK;
}

/**
 * dd_deadline_get_days_late:
 *
 * Returns: by how many calendar days the work is late, or was; 0 if it is not
 */
guint
dd_deadline_get_days_late (DdDay due,
                           DdDay completed,
                           DdDay today)
{
  DdDay end = completed != DD_DAY_NONE ? completed : today;

  return due != DD_DAY_NONE && end > due ? end - due : 0;
}

/**
 * dd_deadline_to_relative:
 *
 * Returns: (transfer full): how far away the due day is in words, "12 days
 *   overdue", "3 working days left"; "" where there is nothing to say
 */
char *
dd_deadline_to_relative (DdDay             due,
                         DdDay             completed,
                         DdDay             today,
                         const DdCalendar *calendar)
{
  guint late = dd_deadline_get_days_late (due, completed, today);
  guint days, working;

  if (due == DD_DAY_NONE)
    return g_strdup ("");

  if (completed != DD_DAY_NONE)
    {
      if (late == 0)
        return g_strdup (_("on time"));
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day late", "%u days late", late),
                              late);
    }
  if (late > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day overdue", "%u days overdue",
                                         late), late);
  if (due == today)
    return g_strdup (_("Due today"));

  days = due - today;
  working = dd_calendar_count_working (calendar, today, due);
  if (working == 0 || working > WORKING_DAYS_SHOWN)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day left", "%u days left", days),
                            days);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u working day left", "%u working days left", working),
                          working);
}

/**
 * dd_task_status_get_code:
 *
 * Returns: (transfer none): what machines call it, the same in every language
 */
const char *
dd_task_status_get_code (DdTaskStatus status)
{
  g_return_val_if_fail (status < DD_N_TASK_STATUSES, NULL);

  return statuses[status].code;
}

/**
 * dd_task_status_get_label:
 *
 * Returns: (transfer none): what reports call it, in the language of the program
 */
const char *
dd_task_status_get_label (DdTaskStatus status)
{
  g_return_val_if_fail (status < DD_N_TASK_STATUSES, NULL);

  return _(statuses[status].label);
}

/**
 * dd_task_status_from_code:
 * @status: (out): the status of that code
 *
 * Returns: %FALSE if no status has the code; @status is as it was then
 */
gboolean
dd_task_status_from_code (const char   *code,
                          DdTaskStatus *status)
{
  for (guint i = 0; i < DD_N_TASK_STATUSES; i++)
    if (g_str_equal (statuses[i].code, code))
      {
        *status = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * dd_task_status_is_open:
 *
 * Returns: whether somebody still has to do something
 */
gboolean
dd_task_status_is_open (DdTaskStatus status)
{
  return status <= DD_TASK_STATUS_WIP_NODL;
}

/**
 * dd_task_row_is_stopped:
 * @task: a row of %DD_KIND_TASK
 *
 * Returns: whether the task was suspended, withdrawn or refused: no deadline runs
 */
gboolean
dd_task_row_is_stopped (const DdRow *task)
{
  DdTaskState state = dd_row_get_choice (task, DD_TASK_STATE);

  return state == DD_TASK_STATE_SUSPENDED || state == DD_TASK_STATE_WITHDRAWN ||
         state == DD_TASK_STATE_REFUSED;
}

/**
 * dd_task_row_get_status:
 * @task: a row of %DD_KIND_TASK
 */
DdTaskStatus
dd_task_row_get_status (const DdRow   *task,
                        DdDay          today,
                        const DdRules *rules)
{
  return dd_deadline_get_status (dd_row_get_day (task, DD_TASK_DUE),
                                 dd_row_get_day (task, DD_TASK_COMPLETED),
                                 dd_task_row_is_stopped (task),
                                 today, rules->warn_days);
}

/**
 * dd_task_row_settle:
 * @task: a row of %DD_KIND_TASK that is about to be stored
 *
 * Sets the fields that follow from others: the due day, and the original
 * deadline, which is the first one a task had.
 */
void
dd_task_row_settle (DdRow         *task,
                    const DdRules *rules)
{
  DdDay deadline = dd_row_get_day (task, DD_TASK_DEADLINE);

  dd_row_set_day (task, DD_TASK_DUE,
                  dd_deadline_get_due (deadline, dd_row_get_choice (task, DD_TASK_DEADLINE_KIND),
                                       rules));
  if (!dd_row_is_set (task, DD_TASK_ORIGINAL_DEADLINE))
    dd_row_set_day (task, DD_TASK_ORIGINAL_DEADLINE, deadline);
}

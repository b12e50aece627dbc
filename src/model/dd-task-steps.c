/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-task-steps"

#include "config.h"

#include "dd-task-steps.h"

#include "dd-deadline-change.h"
#include "dd-progress.h"
#include "dd-task.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>

#define STATE(name) (1u << DD_TASK_STATE_##name)
#define AT_WORK (STATE (ASSIGNED) | STATE (ACCEPTED) | STATE (IN_PROGRESS) | STATE (RETURNED))

/* For each action: the states it starts from, the one it leads to, and what it is told as. */
static const struct
{
  guint             from;
  DdTaskState       to;
  DdProgressOutcome outcome;
  gboolean          needs_reason;
} actions[] = {
  [DD_TASK_ACTION_REPORT] =
    { AT_WORK, DD_TASK_STATE_IN_PROGRESS, DD_PROGRESS_OUTCOME_REPORT, FALSE },
  [DD_TASK_ACTION_REPORT_DONE] =
    { AT_WORK, DD_TASK_STATE_REPORTED, DD_PROGRESS_OUTCOME_DONE, FALSE },
  [DD_TASK_ACTION_CONFIRM] =
    { STATE (REPORTED), DD_TASK_STATE_CONFIRMED, DD_PROGRESS_OUTCOME_CONFIRMED, FALSE },
  [DD_TASK_ACTION_RETURN] =
    { STATE (REPORTED), DD_TASK_STATE_RETURNED, DD_PROGRESS_OUTCOME_RETURNED, TRUE },
  [DD_TASK_ACTION_REOPEN] =
    { STATE (CONFIRMED), DD_TASK_STATE_IN_PROGRESS, DD_PROGRESS_OUTCOME_REOPENED, TRUE },
  [DD_TASK_ACTION_SUSPEND] =
    { AT_WORK | STATE (REPORTED), DD_TASK_STATE_SUSPENDED, DD_PROGRESS_OUTCOME_STOPPED, TRUE },
  [DD_TASK_ACTION_WITHDRAW] =
    { AT_WORK | STATE (REPORTED) | STATE (SUSPENDED), DD_TASK_STATE_WITHDRAWN,
      DD_PROGRESS_OUTCOME_STOPPED, TRUE },
  [DD_TASK_ACTION_RESUME] =
    { STATE (SUSPENDED) | STATE (WITHDRAWN) | STATE (REFUSED), DD_TASK_STATE_IN_PROGRESS,
      DD_PROGRESS_OUTCOME_REOPENED, TRUE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (actions) == DD_N_TASK_ACTIONS);

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID, message);

  return FALSE;
}

/**
 * dd_task_action_is_possible:
 * @task: a row of %DD_KIND_TASK
 *
 * Returns: whether the step may follow the state that the task is in
 */
gboolean
dd_task_action_is_possible (DdTaskAction  action,
                            const DdRow  *task)
{
  return (actions[action].from >> dd_row_get_choice (task, DD_TASK_STATE) & 1) != 0;
}

/* Whether nothing would be kept of the text. */
static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = text != NULL ? dd_text_clean (text, FALSE) : NULL;

  return clean == NULL || *clean == '\0';
}

static gboolean
check_step (const DdRow       *task,
            DdTaskAction       action,
            const DdTaskStep  *step,
            DdDay              today,
            GError           **error)
{
  if (!dd_task_action_is_possible (action, task))
    {
      const DdField *field = &dd_row_get_type (task)->fields[DD_TASK_STATE];

      g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                   /* Translators: %s is the state of a task: "Confirmed". */
                   _("This cannot be done now: the state of the task is “%s”."),
                   dd_field_get_choice_label (field, dd_row_get_choice (task, DD_TASK_STATE)));
      return FALSE;
    }
  if (step->day == DD_DAY_NONE)
    return refuse (error, _("Which day was it? Enter a day that exists."));
  if (step->day > today)
    return refuse (error, _("The day lies in the future. Enter the day on which it happened."));
  if (step->percent > 100)
    return refuse (error, _("Progress goes from 0 to 100 per cent."));
  if (actions[action].needs_reason && is_blank (step->note))
    return refuse (error, _("Please give the reason: it is kept in the history."));

  return TRUE;
}

/**
 * dd_task_take_step:
 * @task: a row of %DD_KIND_TASK, which is changed
 *
 * Returns: (transfer full) (nullable): the progress report to be stored with the task, or
 *   %NULL with #DdRecordError and @task as it was
 */
DdRow *
dd_task_take_step (DdRow             *task,
                   DdTaskAction       action,
                   const DdTaskStep  *step,
                   DdDay              today,
                   GError           **error)
{
  DdRow *progress;

  if (!check_step (task, action, step, today, error))
    return NULL;

  dd_row_set_choice (task, DD_TASK_STATE, actions[action].to);
  if (action == DD_TASK_ACTION_REPORT_DONE)
    {
      dd_row_set_day (task, DD_TASK_COMPLETED, step->day);
      if (!is_blank (step->document))
        dd_row_set_text (task, DD_TASK_PRODUCT, step->document);
    }
  else if (action != DD_TASK_ACTION_CONFIRM)
    dd_row_unset (task, DD_TASK_COMPLETED);

  progress = dd_row_new (DD_KIND_PROGRESS);
  dd_row_set_reference (progress, DD_PROGRESS_TASK, dd_row_get_id (task));
  dd_row_set_day (progress, DD_PROGRESS_DAY, step->day);
  dd_row_set_text (progress, DD_PROGRESS_AUTHOR, step->author);
  dd_row_set_text (progress, DD_PROGRESS_NOTE, step->note);
  dd_row_set_text (progress, DD_PROGRESS_DIFFICULTY, step->difficulty);
  dd_row_set_text (progress, DD_PROGRESS_PROPOSAL, step->proposal);
  dd_row_set_text (progress, DD_PROGRESS_DOCUMENT, step->document);
  dd_row_set_choice (progress, DD_PROGRESS_OUTCOME, actions[action].outcome);
  if (action == DD_TASK_ACTION_REPORT_DONE)
    dd_row_set_number (progress, DD_PROGRESS_PERCENT, 100);
  else if (step->percent >= 0)
    dd_row_set_number (progress, DD_PROGRESS_PERCENT, step->percent);

  return progress;
}

/**
 * dd_task_change_deadline:
 * @task: a row of %DD_KIND_TASK, which is changed
 * @deadline: the new last day, or %DD_DAY_NONE for none
 * @step: when, by whom, why (@note), and on which document it was granted
 *
 * Moves the deadline of a task. The original one stays.
 *
 * Returns: (transfer full) (nullable): the change to be stored with the task, or
 *   %NULL with #DdRecordError and @task as it was
 */
DdRow *
dd_task_change_deadline (DdRow             *task,
                         DdDay              deadline,
                         const DdTaskStep  *step,
                         GError           **error)
{
  DdRow *change;

  if (is_blank (step->note))
    {
      refuse (error, _("Please give the reason: it is kept in the history."));
      return NULL;
    }
  if (deadline == dd_row_get_day (task, DD_TASK_DEADLINE))
    {
      refuse (error, _("This is the deadline the task has already."));
      return NULL;
    }

  change = dd_row_new (DD_KIND_DEADLINE_CHANGE);
  dd_row_set_reference (change, DD_DEADLINE_CHANGE_TASK, dd_row_get_id (task));
  dd_row_set_day (change, DD_DEADLINE_CHANGE_OLD_DEADLINE,
                  dd_row_get_day (task, DD_TASK_DEADLINE));
  dd_row_set_day (change, DD_DEADLINE_CHANGE_NEW_DEADLINE, deadline);
  dd_row_set_text (change, DD_DEADLINE_CHANGE_REASON, step->note);
  dd_row_set_day (change, DD_DEADLINE_CHANGE_DECIDED_ON, step->day);
  dd_row_set_text (change, DD_DEADLINE_CHANGE_DECIDED_BY, step->author);
  dd_row_set_text (change, DD_DEADLINE_CHANGE_DOCUMENT, step->document);
  dd_row_set_choice (change, DD_DEADLINE_CHANGE_OUTCOME, DD_EXTENSION_GRANTED);

  dd_row_set_day (task, DD_TASK_DEADLINE, deadline);
  dd_row_set_choice (task, DD_TASK_DEADLINE_KIND,
                     deadline != DD_DAY_NONE ? DD_DEADLINE_KIND_BY : DD_DEADLINE_KIND_NONE);
  dd_row_unset (task, DD_TASK_DEADLINE_TEXT);

  return change;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-task-dialogs"

#include "config.h"

#include "dd-task-dialogs.h"

#include "dd-deadline-change.h"
#include "dd-progress.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>

/* --- a step of a task ----------------------------------------------------- */

typedef struct
{
  DdSession    *session;
  DdRow        *task;
  DdTaskAction  action;
} StepEntry;

static void
step_entry_free (gpointer data)
{
  StepEntry *entry = data;

  g_object_unref (entry->session);
  dd_row_free (entry->task);
  g_free (entry);
}

static StepEntry *
step_entry_new (DdSession   *session,
                const DdRow *task)
{
  StepEntry *entry = g_new0 (StepEntry, 1);

  entry->session = g_object_ref (session);
  entry->task = dd_row_copy (task);

  return entry;
}

static void
rebase_step (const DdRow *now,
             gpointer     user_data)
{
  StepEntry *entry = user_data;

  dd_row_free (entry->task);
  entry->task = dd_row_copy (now);
}

/* What was typed, as a step; the texts stay the row's. */
static DdTaskStep
make_step (const StepEntry *entry,
           const DdRow     *progress)
{
  DdTaskStep step = {
    .day = dd_row_get_day (progress, DD_PROGRESS_DAY),
    .author = dd_session_get_actor (entry->session),
    .note = dd_row_get_text (progress, DD_PROGRESS_NOTE),
    .difficulty = dd_row_get_text (progress, DD_PROGRESS_DIFFICULTY),
    .proposal = dd_row_get_text (progress, DD_PROGRESS_PROPOSAL),
    .document = dd_row_get_text (progress, DD_PROGRESS_DOCUMENT),
    .percent = -1,
  };

  if (dd_row_is_set (progress, DD_PROGRESS_PERCENT))
    step.percent = (int) CLAMP (dd_row_get_number (progress, DD_PROGRESS_PERCENT), -1, 1000);

  return step;
}

/* A day alone reports nothing. */
static gboolean
says_nothing (const DdRow *progress)
{
  static const guint said[] = { DD_PROGRESS_PERCENT, DD_PROGRESS_NOTE, DD_PROGRESS_DIFFICULTY,
                                DD_PROGRESS_PROPOSAL, DD_PROGRESS_DOCUMENT };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (dd_row_is_set (progress, said[i]))
      return FALSE;

  return TRUE;
}

static gboolean
check_step (const DdRow  *row,
            int          *field,
            gpointer      user_data,
            GError      **error)
{
  StepEntry *entry = user_data;
  DdTaskStep step = make_step (entry, row);
  g_autoptr (DdRow) task = dd_row_copy (entry->task);
  g_autoptr (DdRow) progress = NULL;

  if (dd_row_is_set (row, DD_PROGRESS_PERCENT) &&
      (dd_row_get_number (row, DD_PROGRESS_PERCENT) < 0 ||
       dd_row_get_number (row, DD_PROGRESS_PERCENT) > 100))
    {
      *field = DD_PROGRESS_PERCENT;
      g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                           _("Progress goes from 0 to 100 per cent."));
      return FALSE;
    }

  if (entry->action == DD_TASK_ACTION_REPORT && says_nothing (row))
    {
      *field = DD_PROGRESS_NOTE;
      g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                           _("Enter what was done, how far it is, or what stands in the way."));
      return FALSE;
    }

  progress = dd_task_take_step (task, entry->action, &step,
                                dd_session_get_today (entry->session), error);
  if (progress == NULL)
    *field = step.day > dd_session_get_today (entry->session) ? DD_PROGRESS_DAY : -1;

  return progress != NULL;
}

static void
fill_step (DdChange *change,
           DdRow    *row,
           gpointer  user_data)
{
  StepEntry *entry = user_data;
  g_autoptr (DdRow) typed = row;
  g_autoptr (GError) error = NULL;
  DdTaskStep step = make_step (entry, typed);
  /* A copy: whoever cannot save takes the same step once more. */
  g_autoptr (DdRow) task = dd_row_copy (entry->task);
  DdRow *progress = dd_task_take_step (task, entry->action, &step,
                                       dd_session_get_today (entry->session), &error);

  g_return_if_fail (progress != NULL);

  dd_change_insert (change, progress);
  dd_change_update (change, g_steal_pointer (&task));
}

static const DdFormField report_fields[] = {
  { DD_PROGRESS_DAY, DD_FORM_HALF },
  { DD_PROGRESS_PERCENT, DD_FORM_HALF, N_("In per cent, 0 to 100") },
  { DD_PROGRESS_NOTE },
  { DD_PROGRESS_DIFFICULTY },
  { DD_PROGRESS_PROPOSAL },
  { DD_PROGRESS_DOCUMENT, DD_FORM_PLAIN, N_("Number of the document that shows it") },
};

static const DdFormField done_fields[] = {
  { DD_PROGRESS_DAY, DD_FORM_HALF, N_("The day on which the result was sent or issued") },
  { DD_PROGRESS_DOCUMENT, DD_FORM_HALF, N_("Number of the document that shows it") },
  { DD_PROGRESS_NOTE },
};

static const DdFormField reason_fields[] = {
  { DD_PROGRESS_DAY },
  { DD_PROGRESS_NOTE, DD_FORM_REQUIRED, .label = N_("Reason") },
};

static const struct
{
  const char        *title;
  const char        *verb;
  const char        *message;
  const DdFormField *fields;
  guint              n_fields;
} step_forms[DD_N_TASK_ACTIONS] = {
#define FIELDS(table) table, G_N_ELEMENTS (table)
  [DD_TASK_ACTION_REPORT] =
    { N_("Report Progress"), N_("_Report"), N_("Progress reported"), FIELDS (report_fields) },
  [DD_TASK_ACTION_REPORT_DONE] =
    { N_("Report Done"), N_("_Report"), N_("Reported done"), FIELDS (done_fields) },
  [DD_TASK_ACTION_CONFIRM] =
    { N_("Confirm"), N_("_Confirm"), N_("Confirmed"), FIELDS (done_fields) },
  [DD_TASK_ACTION_RETURN] =
    { N_("Return"), N_("_Return"), N_("Returned"), FIELDS (reason_fields) },
  [DD_TASK_ACTION_REOPEN] =
    { N_("Reopen"), N_("_Reopen"), N_("Reopened"), FIELDS (reason_fields) },
  [DD_TASK_ACTION_SUSPEND] =
    { N_("Suspend"), N_("_Suspend"), N_("Suspended"), FIELDS (reason_fields) },
  [DD_TASK_ACTION_WITHDRAW] =
    { N_("Withdraw"), N_("_Withdraw"), N_("Withdrawn"), FIELDS (reason_fields) },
  [DD_TASK_ACTION_RESUME] =
    { N_("Resume"), N_("_Resume"), N_("Resumed"), FIELDS (reason_fields) },
#undef FIELDS
};

/**
 * dd_task_dialog_step:
 *
 * Returns: (transfer none): a form for one step of a task, with what the step asks for
 */
DdForm *
dd_task_dialog_step (DdSession    *session,
                     GtkWindow    *parent,
                     const DdRow  *task,
                     DdTaskAction  action)
{
  g_autoptr (DdRow) progress = dd_row_new (DD_KIND_PROGRESS);
  StepEntry *entry = step_entry_new (session, task);
  DdForm *form;

  entry->action = action;
  dd_row_set_reference (progress, DD_PROGRESS_TASK, dd_row_get_id (task));
  dd_row_set_day (progress, DD_PROGRESS_DAY, dd_session_get_today (session));
  form = dd_form_new (session, parent, _(step_forms[action].title), progress,
                      step_forms[action].fields, step_forms[action].n_fields);
  dd_form_set_note (form, dd_row_get_text (task, DD_TASK_CONTENT));
  dd_form_set_verb (form, _(step_forms[action].verb));
  dd_form_set_message (form, _(step_forms[action].message));
  dd_form_set_check (form, check_step, entry);
  dd_form_set_fill (form, fill_step, entry, step_entry_free);
  dd_form_set_base (form, task, rebase_step, entry);

  return form;
}

/* --- another deadline ----------------------------------------------------- */

static DdTaskStep
make_deadline_step (const DdRow *row)
{
  DdTaskStep step = DD_TASK_STEP_INIT;

  step.day = dd_row_get_day (row, DD_DEADLINE_CHANGE_DECIDED_ON);
  step.author = dd_row_get_text (row, DD_DEADLINE_CHANGE_DECIDED_BY);
  step.note = dd_row_get_text (row, DD_DEADLINE_CHANGE_REASON);
  step.document = dd_row_get_text (row, DD_DEADLINE_CHANGE_DOCUMENT);

  return step;
}

static gboolean
check_deadline (const DdRow  *row,
                int          *field,
                gpointer      user_data,
                GError      **error)
{
  StepEntry *entry = user_data;
  DdTaskStep step = make_deadline_step (row);
  g_autoptr (DdRow) task = dd_row_copy (entry->task);
  g_autoptr (DdRow) change =
    dd_task_change_deadline (task, dd_row_get_day (row, DD_DEADLINE_CHANGE_NEW_DEADLINE), &step,
                             error);

  *field = DD_DEADLINE_CHANGE_NEW_DEADLINE;

  return change != NULL;
}

static void
fill_deadline (DdChange *change,
               DdRow    *row,
               gpointer  user_data)
{
  StepEntry *entry = user_data;
  g_autoptr (DdRow) typed = row;
  DdTaskStep step = make_deadline_step (typed);
  g_autoptr (DdRow) task = dd_row_copy (entry->task);
  DdRow *moved = dd_task_change_deadline (task,
                                          dd_row_get_day (typed, DD_DEADLINE_CHANGE_NEW_DEADLINE),
                                          &step, NULL);

  g_return_if_fail (moved != NULL);

  dd_change_insert (change, moved);
  dd_change_update (change, g_steal_pointer (&task));
}

static const DdFormField deadline_fields[] = {
  { DD_DEADLINE_CHANGE_OLD_DEADLINE, DD_FORM_HALF | DD_FORM_READ_ONLY },
  { DD_DEADLINE_CHANGE_NEW_DEADLINE, DD_FORM_HALF },
  { DD_DEADLINE_CHANGE_REASON },
  { DD_DEADLINE_CHANGE_DECIDED_ON, DD_FORM_HALF },
  { DD_DEADLINE_CHANGE_DECIDED_BY, DD_FORM_HALF },
  { DD_DEADLINE_CHANGE_DOCUMENT, DD_FORM_PLAIN, N_("Number of the document that allows it") },
};

/**
 * dd_task_dialog_change_deadline:
 *
 * Returns: (transfer none): a form that moves the deadline; the original one is kept
 */
DdForm *
dd_task_dialog_change_deadline (DdSession   *session,
                                GtkWindow   *parent,
                                const DdRow *task)
{
  g_autoptr (DdRow) row = dd_row_new (DD_KIND_DEADLINE_CHANGE);
  StepEntry *entry = step_entry_new (session, task);
  DdForm *form;

  dd_row_set_reference (row, DD_DEADLINE_CHANGE_TASK, dd_row_get_id (task));
  dd_row_set_day (row, DD_DEADLINE_CHANGE_OLD_DEADLINE, dd_row_get_day (task, DD_TASK_DEADLINE));
  dd_row_set_day (row, DD_DEADLINE_CHANGE_DECIDED_ON, dd_session_get_today (session));
  dd_row_set_choice (row, DD_DEADLINE_CHANGE_OUTCOME, DD_EXTENSION_GRANTED);
  form = dd_form_new (session, parent, _("Change Deadline"), row, deadline_fields,
                      G_N_ELEMENTS (deadline_fields));
  dd_form_set_note (form, dd_row_get_text (task, DD_TASK_CONTENT));
  dd_form_set_verb (form, _("_Change"));
  dd_form_set_message (form, _("Deadline changed"));
  dd_form_set_check (form, check_deadline, entry);
  dd_form_set_fill (form, fill_deadline, entry, step_entry_free);
  dd_form_set_base (form, task, rebase_step, entry);

  return form;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-task-form"

#include "config.h"

#include "dd-task-form.h"

#include "dd-assign.h"
#include "dd-reference-list.h"
#include "dd-task-unit.h"
#include "dd-task.h"
#include "dd-unit-links.h"

#include <glib/gi18n-lib.h>

static const DdUnitLinkType coordinating_links = {
  .kind = DD_KIND_TASK_UNIT,
  .owner = DD_TASK_UNIT_TASK,
  .unit = DD_TASK_UNIT_UNIT,
  .unit_name = DD_TASK_UNIT_UNIT_NAME,
  .state = DD_TASK_UNIT_STATE,
  .first_state = DD_CONTRIBUTION_EXPECTED,
};

static gboolean
check_task (const DdRow  *row,
            int          *field,
            gpointer      user_data,
            GError      **error)
{
  DdDay deadline = dd_row_get_day (row, DD_TASK_DEADLINE);

  if (deadline == DD_DAY_NONE || deadline >= dd_row_get_day (row, DD_TASK_ASSIGNED))
    return TRUE;

  *field = DD_TASK_DEADLINE;
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                       _("The deadline lies before the day on which the task was assigned."));

  return FALSE;
}

/* The lead is none of the coordinating units. */
static void
fill_task (DdChange *change,
           DdRow    *row,
           gpointer  user_data)
{
  DdDeadlineKind kind = dd_row_get_choice (row, DD_TASK_DEADLINE_KIND);

  if (dd_row_is_set (row, DD_TASK_DEADLINE) && kind == DD_DEADLINE_KIND_NONE)
    dd_row_set_choice (row, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_BY);
  dd_unit_links_fill (user_data, change, row, dd_row_get_reference (row, DD_TASK_LEAD));
}

static const DdFormField new_task_fields[] = {
  { DD_TASK_CONTENT },
  { DD_TASK_LEAD },
  { DD_TASK_ASSIGNED, DD_FORM_HALF },
  { DD_TASK_DEADLINE, DD_FORM_HALF },
  { DD_TASK_OFFICER, DD_FORM_HALF },
  { DD_TASK_PRODUCT, DD_FORM_HALF },
  { DD_TASK_STARRED },
  { DD_TASK_NOTE },
};

/* A deadline that is there is moved with a reason, by another form. */
static const DdFormField edit_task_fields[] = {
  { DD_TASK_CONTENT },
  { DD_TASK_LEAD },
  { DD_TASK_ASSIGNED, DD_FORM_HALF },
  { DD_TASK_DEADLINE, DD_FORM_HALF | DD_FORM_READ_ONLY,
    N_("“Change Deadline” moves it, with the reason.") },
  { DD_TASK_OFFICER, DD_FORM_HALF },
  { DD_TASK_PRODUCT, DD_FORM_HALF },
  { DD_TASK_STARRED },
  { DD_TASK_NOTE },
};

/* --- a task for each of several units ------------------------------------- */

typedef struct
{
  DdReferenceList *leads;       /* live as long as the form */
  DdReferenceList *coordinating;
} Units;

static const DdFormField shared_task_fields[] = {
  { DD_TASK_CONTENT },
  { DD_TASK_ASSIGNED, DD_FORM_HALF },
  { DD_TASK_DEADLINE, DD_FORM_HALF },
  { DD_TASK_OFFICER, DD_FORM_HALF },
  { DD_TASK_PRODUCT, DD_FORM_HALF },
  { DD_TASK_STARRED },
  { DD_TASK_NOTE },
};

static gboolean
check_shared_task (const DdRow  *row,
                   int          *field,
                   gpointer      user_data,
                   GError      **error)
{
  const Units *units = user_data;

  if (dd_reference_list_get_size (units->leads) > 0)
    return check_task (row, field, NULL, error);

  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED,
                       dd_draft_fault_get_text (DD_DRAFT_FAULT_NO_LEAD));

  return FALSE;
}

static gint64
get_unit (DdAssignment    *assignment,
          DdReferenceList *list,
          guint            i)
{
  gint64 id = dd_reference_list_get_id (list, i);

  return id != 0 ? id : dd_assignment_add_unit (assignment, dd_reference_list_get_name (list, i));
}

static void
fill_shared_task (DdChange *change,
                  DdRow    *row,
                  gpointer  user_data)
{
  const Units *units = user_data;
  g_autoptr (DdRow) typed = row;
  g_autoptr (DdAssignment) assignment = dd_assignment_new (change, 0, 0, DD_DAY_NONE);

  if (dd_row_is_set (typed, DD_TASK_DEADLINE) &&
      dd_row_get_choice (typed, DD_TASK_DEADLINE_KIND) == DD_DEADLINE_KIND_NONE)
    dd_row_set_choice (typed, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_BY);
  for (guint i = 0; i < dd_reference_list_get_size (units->leads); i++)
    {
      const gint64 lead = get_unit (assignment, units->leads, i);
      DdRow *task = dd_row_copy (typed);
      gint64 id;

      dd_row_set_reference (task, DD_TASK_LEAD, lead);
      id = dd_change_insert (change, task);
      for (guint j = 0; j < dd_reference_list_get_size (units->coordinating); j++)
        {
          const gint64 unit = get_unit (assignment, units->coordinating, j);
          DdRow *link;

          if (unit == lead)
            continue;
          link = dd_row_new (DD_KIND_TASK_UNIT);
          dd_row_set_reference (link, DD_TASK_UNIT_TASK, id);
          dd_row_set_reference (link, DD_TASK_UNIT_UNIT, unit);
          dd_row_set_choice (link, DD_TASK_UNIT_STATE, DD_CONTRIBUTION_EXPECTED);
          dd_change_insert (change, link);
        }
    }
}

static DdReferenceList *
add_units (DdForm     *form,
           DdSession  *session,
           const char *label,
           GPtrArray  *units)
{
  GtkWidget *list = dd_reference_list_new (session, DD_KIND_UNIT);

  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit = units->pdata[i];

      dd_reference_list_add (DD_REFERENCE_LIST (list), unit->id, unit->name);
    }
  dd_form_add_widget (form, label, list);

  return DD_REFERENCE_LIST (list);
}

static DdForm *
make_shared_task_form (DdSession     *session,
                       GtkWindow     *parent,
                       const DdRow   *task,
                       const DdDraft *draft)
{
  DdForm *form = dd_form_new (session, parent, _("New Task"), task, shared_task_fields,
                              G_N_ELEMENTS (shared_task_fields));
  Units *units = g_new0 (Units, 1);

  units->leads = add_units (form, session, _("Lead (each unit gets a task of its own)"),
                            draft->leads);
  units->coordinating = add_units (form, session, _("Coordinating units"), draft->coordinating);
  dd_form_set_check (form, check_shared_task, units);
  dd_form_set_fill (form, fill_shared_task, units, g_free);

  return form;
}

/* --- a new task ----------------------------------------------------------- */

static DdForm *
make_new_task_form (DdSession     *session,
                    GtkWindow     *parent,
                    const DdRow   *task,
                    const DdDraft *draft)
{
  DdForm *form = dd_form_new (session, parent, _("New Task"), task, new_task_fields,
                              G_N_ELEMENTS (new_task_fields));
  DdUnitLinks *units = dd_unit_links_new (session, &coordinating_links, NULL);
  GtkWidget *list = dd_unit_links_get_widget (units);

  if (draft != NULL && draft->leads->len > 0)
    dd_form_set_reference_name (form, DD_TASK_LEAD,
                                ((DdDraftUnit *) draft->leads->pdata[0])->name);
  for (guint i = 0; draft != NULL && i < draft->coordinating->len; i++)
    {
      const DdDraftUnit *unit = draft->coordinating->pdata[i];

      dd_reference_list_add (DD_REFERENCE_LIST (list), unit->id, unit->name);
    }
  dd_form_add_widget (form, _("Coordinating units"), list);
  dd_form_set_check (form, check_task, NULL);
  dd_form_set_fill (form, fill_task, units, dd_unit_links_free);

  return form;
}

/**
 * dd_task_form_new:
 * @task: (nullable): what is known of it, such as the clause that it comes from
 * @draft: (nullable): its units, as they were typed
 *
 * Returns: (transfer none): a form for a new task, or for one for each unit that leads if
 *   @draft has several
 */
DdForm *
dd_task_form_new (DdSession     *session,
                  GtkWindow     *parent,
                  const DdRow   *task,
                  const DdDraft *draft)
{
  g_autoptr (DdRow) row = task != NULL ? dd_row_copy (task) : dd_row_new (DD_KIND_TASK);
  const gboolean shared = draft != NULL && draft->leads->len > 1;
  DdForm *form;

  if (!dd_row_is_set (row, DD_TASK_ASSIGNED))
    dd_row_set_day (row, DD_TASK_ASSIGNED, dd_session_get_today (session));
  if (!dd_row_is_set (row, DD_TASK_DEADLINE_KIND))
    dd_row_set_choice (row, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (row, DD_TASK_STATE, DD_TASK_STATE_ASSIGNED);
  if (draft != NULL && draft->leads->len == 1)
    dd_row_set_reference (row, DD_TASK_LEAD, ((DdDraftUnit *) draft->leads->pdata[0])->id);
  form = shared ? make_shared_task_form (session, parent, row, draft)
                : make_new_task_form (session, parent, row, draft);
  dd_form_set_message (form, _("Task created"));

  return form;
}

/**
 * dd_task_form_new_for_task:
 * @coordinating: (element-type DdTaskUnit): its coordinating units as they are
 */
DdForm *
dd_task_form_new_for_task (DdSession   *session,
                           GtkWindow   *parent,
                           const DdRow *task,
                           GListModel  *coordinating)
{
  gboolean has_deadline = dd_row_is_set (task, DD_TASK_DEADLINE);
  DdForm *form = dd_form_new (session, parent, _("Edit Task"), task,
                              has_deadline ? edit_task_fields : new_task_fields,
                              has_deadline ? G_N_ELEMENTS (edit_task_fields)
                                           : G_N_ELEMENTS (new_task_fields));
  DdUnitLinks *units = dd_unit_links_new (session, &coordinating_links, coordinating);

  dd_form_add_widget (form, _("Coordinating units"), dd_unit_links_get_widget (units));
  dd_form_set_check (form, check_task, NULL);
  dd_form_set_fill (form, fill_task, units, dd_unit_links_free);
  dd_form_set_reference_name (form, DD_TASK_LEAD, dd_row_get_text (task, DD_TASK_LEAD_NAME));
  dd_form_set_message (form, _("Task changed"));

  return form;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-directive-dialogs"

#include "config.h"

#include "dd-directive-dialogs.h"

#include "dd-assign.h"
#include "dd-directive.h"
#include "dd-reference-list.h"
#include "dd-task.h"
#include "dd-unit-dictionary.h"
#include "dd-unit.h"

#include <glib/gi18n-lib.h>

/* --- tasks of a clause ---------------------------------------------------- */

/**
 * AssignEntry:
 *
 * What the form of an assignment holds beside the task it asks for.
 */
typedef struct
{
  DdSession       *session;
  DdRow           *directive;
  DdReferenceList *leads;       /* live as long as the form */
  DdReferenceList *coordinating;
} AssignEntry;

static void
assign_entry_free (gpointer data)
{
  AssignEntry *entry = data;

  g_object_unref (entry->session);
  dd_row_free (entry->directive);
  g_free (entry);
}

/* Somebody else has changed the clause meanwhile. */
static void
rebase_assignment (const DdRow *now,
                   gpointer     user_data)
{
  AssignEntry *entry = user_data;

  dd_row_free (entry->directive);
  entry->directive = dd_row_copy (now);
}

static void
set_units (DdDraft         *draft,
           gboolean         leads,
           DdReferenceList *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  GPtrArray *units;

  for (guint i = 0; i < dd_reference_list_get_size (list); i++)
    g_strv_builder_add (builder, dd_reference_list_get_name (list, i));
  names = g_strv_builder_end (builder);
  dd_draft_set_units (draft, leads, names);

  units = leads ? draft->leads : draft->coordinating;
  for (guint i = 0; i < units->len; i++)
    ((DdDraftUnit *) units->pdata[i])->id = dd_reference_list_get_id (list, i);
}

/* The clause as it is corrected by what was entered. */
static DdDraft *
make_draft (const AssignEntry *entry,
            const DdRow       *typed)
{
  DdDraft *draft = dd_draft_new (entry->directive);
  const char *content = dd_row_get_text (typed, DD_TASK_CONTENT);
  DdDay deadline = dd_row_get_day (typed, DD_TASK_DEADLINE);
  DdDeadlineKind kind = dd_row_get_choice (typed, DD_TASK_DEADLINE_KIND);

  dd_draft_set_content (draft, content != NULL ? content : "");
  set_units (draft, TRUE, entry->leads);
  set_units (draft, FALSE, entry->coordinating);
  if (deadline != DD_DAY_NONE && kind == DD_DEADLINE_KIND_NONE)
    kind = DD_DEADLINE_KIND_BY;
  dd_row_set_day (draft->directive, DD_DIRECTIVE_DEADLINE, deadline);
  dd_row_set_choice (draft->directive, DD_DIRECTIVE_DEADLINE_KIND, kind);
  dd_row_unset (draft->directive, DD_DIRECTIVE_NO_TASK_REASON);
  draft->make_tasks = TRUE;

  return draft;
}

static DdDay
get_assigned (const AssignEntry *entry)
{
  DdDay day = dd_row_get_day (entry->directive, DD_DIRECTIVE_DAY);

  return day != DD_DAY_NONE ? day : dd_session_get_today (entry->session);
}

static gboolean
check_assignment (const DdRow  *row,
                  int          *field,
                  gpointer      user_data,
                  GError      **error)
{
  const AssignEntry *entry = user_data;
  g_autoptr (DdDraft) draft = make_draft (entry, row);
  DdDraftFaults faults = dd_draft_get_faults (draft);
  DdDay deadline = dd_row_get_day (row, DD_TASK_DEADLINE);

  if (faults != DD_DRAFT_FAULT_NONE)
    {
      *field = (faults & DD_DRAFT_FAULT_NO_LEAD) != 0 ? -1 : DD_TASK_CONTENT;
      g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED,
                           dd_draft_fault_get_text (faults));
      return FALSE;
    }
  if (deadline == DD_DAY_NONE || deadline >= get_assigned (entry))
    return TRUE;

  *field = DD_TASK_DEADLINE;
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                       _("The deadline lies before the day on which the task was assigned."));

  return FALSE;
}

static void
fill_assignment (DdChange *change,
                 DdRow    *row,
                 gpointer  user_data)
{
  const AssignEntry *entry = user_data;
  g_autoptr (DdRow) typed = row;
  g_autoptr (DdDraft) draft = make_draft (entry, typed);
  g_autoptr (DdAssignment) assignment = dd_assignment_new (change, 0, 0, get_assigned (entry));

  dd_change_update (change, dd_row_copy (draft->directive));
  dd_assignment_add_tasks (assignment, draft, dd_row_get_id (entry->directive));
}

static DdReferenceList *
add_units (DdForm           *form,
           DdSession        *session,
           const char       *label,
           GPtrArray        *units,
           DdUnitDictionary *dictionary,
           GPtrArray        *known)
{
  DdReferenceList *list = DD_REFERENCE_LIST (dd_reference_list_new (session, DD_KIND_UNIT));

  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit = units->pdata[i];
      gint64 id = dd_unit_dictionary_find (dictionary, unit->name);
      const char *name = unit->name;

      for (guint j = 0; id != 0 && j < known->len; j++)
        if (dd_row_get_id (known->pdata[j]) == id)
          name = dd_row_get_text (known->pdata[j], DD_UNIT_NAME);
      dd_reference_list_add (list, id, name);
    }
  dd_form_add_widget (form, label, GTK_WIDGET (list));

  return list;
}

static const DdFormField assign_fields[] = {
  { DD_TASK_CONTENT },
  { DD_TASK_DEADLINE, DD_FORM_HALF },
  { DD_TASK_DEADLINE_KIND, DD_FORM_HALF },
};

/**
 * dd_directive_dialog_assign:
 * @units: (element-type DdRow): the units of the file of records
 *
 * Returns: (transfer none): a form that makes tasks of a clause, one for each lead unit
 */
DdForm *
dd_directive_dialog_assign (DdSession   *session,
                            GtkWindow   *parent,
                            const DdRow *directive,
                            GPtrArray   *units)
{
  g_autoptr (DdDraft) draft = dd_draft_new (directive);
  g_autoptr (DdRow) task = dd_draft_make_task (draft, DD_DAY_NONE);
  g_autoptr (DdUnitDictionary) dictionary = dd_unit_dictionary_new_with_known ();
  AssignEntry *entry = g_new0 (AssignEntry, 1);
  DdForm *form = dd_form_new (session, parent, _("Assign"), task, assign_fields,
                              G_N_ELEMENTS (assign_fields));

  for (guint i = 0; i < units->len; i++)
    dd_unit_dictionary_add_unit (dictionary, units->pdata[i]);
  entry->session = g_object_ref (session);
  entry->directive = dd_row_copy (directive);
  entry->leads = add_units (form, session, _("Lead (each unit gets a task of its own)"),
                            draft->leads, dictionary, units);
  entry->coordinating = add_units (form, session, _("Coordinating"), draft->coordinating,
                                   dictionary, units);
  dd_form_set_note (form, dd_row_get_text (directive, DD_DIRECTIVE_QUOTE));
  dd_form_set_verb (form, _("_Assign"));
  dd_form_set_message (form, _("Assigned"));
  dd_form_set_check (form, check_assignment, entry);
  dd_form_set_fill (form, fill_assignment, entry, assign_entry_free);
  dd_form_set_base (form, directive, rebase_assignment, entry);

  return form;
}

/* --- no task -------------------------------------------------------------- */

static const DdFormField no_task_fields[] = {
  { DD_DIRECTIVE_NO_TASK_REASON, DD_FORM_REQUIRED,
    N_("The clause stays in the ledger with this reason.") },
};

/**
 * dd_directive_dialog_no_task:
 *
 * Returns: (transfer none): a form that asks why a clause needs no task
 */
DdForm *
dd_directive_dialog_no_task (DdSession   *session,
                             GtkWindow   *parent,
                             const DdRow *directive)
{
  DdForm *form = dd_form_new (session, parent, _("Needs No Task"), directive, no_task_fields,
                              G_N_ELEMENTS (no_task_fields));

  dd_form_set_note (form, dd_row_get_text (directive, DD_DIRECTIVE_QUOTE));
  dd_form_set_message (form, _("The clause is kept without a task"));

  return form;
}

/* --- what was understood of a clause --------------------------------------- */

static const DdFormField edit_fields[] = {
  { DD_DIRECTIVE_ORDINAL, DD_FORM_HALF },
  { DD_DIRECTIVE_KIND, DD_FORM_HALF },
  { DD_DIRECTIVE_ASSIGNER },
  { DD_DIRECTIVE_LEAD },
  { DD_DIRECTIVE_COORDINATING },
  { DD_DIRECTIVE_REPORT_TO },
  { DD_DIRECTIVE_DEADLINE, DD_FORM_HALF },
  { DD_DIRECTIVE_DEADLINE_KIND, DD_FORM_HALF },
  { DD_DIRECTIVE_DEADLINE_TEXT },
  { DD_DIRECTIVE_RECURRENCE },
  { DD_DIRECTIVE_RECURRENCE_DAY, DD_FORM_HALF,
    N_("Of the month; of a weekly duty 1 is Monday, 7 Sunday") },
  { DD_DIRECTIVE_RECURRENCE_MONTH, DD_FORM_HALF, N_("Of a yearly duty: 1 to 12") },
  { DD_DIRECTIVE_PRODUCT },
};

/* What was signed stays as it was signed; what was typed here may be mended. */
static const DdFormField typed_fields[] = { { DD_DIRECTIVE_QUOTE } };

static gboolean
check_recurrence (const DdRow  *row,
                  int          *field,
                  gpointer      user_data,
                  GError      **error)
{
  gint64 day = dd_row_get_number (row, DD_DIRECTIVE_RECURRENCE_DAY);
  gint64 month = dd_row_get_number (row, DD_DIRECTIVE_RECURRENCE_MONTH);
  gboolean weekly = dd_row_get_choice (row, DD_DIRECTIVE_RECURRENCE) == DD_RECURRENCE_WEEKLY;
  const int last = weekly ? 7 : 31;

  if (dd_row_is_set (row, DD_DIRECTIVE_RECURRENCE_DAY) && (day < 1 || day > last))
    {
      *field = DD_DIRECTIVE_RECURRENCE_DAY;
      g_set_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                   /* Translators: the last day of a week or month, as a number. */
                   _("The day is a number from 1 to %d."), last);
      return FALSE;
    }
  if (dd_row_is_set (row, DD_DIRECTIVE_RECURRENCE_MONTH) && (month < 1 || month > 12))
    {
      *field = DD_DIRECTIVE_RECURRENCE_MONTH;
      g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                           _("The month is a number from 1 to 12."));
      return FALSE;
    }

  return TRUE;
}

/**
 * dd_directive_dialog_edit:
 *
 * Returns: (transfer none): a form that corrects what was understood of a clause. Tasks
 *   that were made of it stay as they are
 */
DdForm *
dd_directive_dialog_edit (DdSession   *session,
                          GtkWindow   *parent,
                          const DdRow *directive)
{
  gboolean typed = !dd_row_is_set (directive, DD_DIRECTIVE_DOCUMENT);
  DdForm *form = dd_form_new (session, parent, _("Edit Clause"), directive,
                              typed ? typed_fields : edit_fields,
                              typed ? G_N_ELEMENTS (typed_fields) : G_N_ELEMENTS (edit_fields));

  if (typed)
    dd_form_add_fields (form, edit_fields, G_N_ELEMENTS (edit_fields));
  else
    dd_form_set_note (form, dd_row_get_text (directive, DD_DIRECTIVE_QUOTE));
  dd_form_set_check (form, check_recurrence, NULL);
  dd_form_set_message (form, _("Clause corrected"));

  return form;
}

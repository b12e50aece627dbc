/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A later conclusion says otherwise: the clause that it replaces stays in the
 * ledger, and says by what it was replaced. */
#define G_LOG_DOMAIN "dd-supersede-dialog"

#include "config.h"

#include "dd-supersede-dialog.h"

#include "dd-directive.h"
#include "dd-progress.h"
#include "dd-reference-entry.h"
#include "dd-task-steps.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>

/**
 * SupersedeEntry:
 *
 * What the form holds beside the clause.
 */
typedef struct
{
  DdSession      *session;
  DdForm         *form;         /* borrowed: it holds this */
  GPtrArray      *tasks;        /* (element-type DdRow): those that can be withdrawn */
  GtkCheckButton *withdraw;     /* NULL: there are none */
} SupersedeEntry;

static void
supersede_entry_free (gpointer data)
{
  SupersedeEntry *entry = data;

  g_object_unref (entry->session);
  g_ptr_array_unref (entry->tasks);
  g_free (entry);
}

static gboolean
check_newer (const DdRow  *row,
             int          *field,
             gpointer      user_data,
             GError      **error)
{
  if (dd_row_get_reference (row, DD_DIRECTIVE_SUPERSEDED_BY) != dd_row_get_id (row))
    return TRUE;

  *field = DD_DIRECTIVE_SUPERSEDED_BY;
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                       _("A clause cannot replace itself. Choose a clause of a later "
                         "conclusion."));

  return FALSE;
}

static void
withdraw_tasks (const SupersedeEntry *entry,
                DdChange             *change)
{
  GtkWidget *newer = dd_form_get_widget (entry->form, DD_DIRECTIVE_SUPERSEDED_BY);
  /* Translators: %s is a clause, by its document, number and words. */
  g_autofree char *reason =
    g_strdup_printf (_("Replaced by “%s”"),
                     dd_reference_entry_get_name (DD_REFERENCE_ENTRY (newer)));
  DdTaskStep step = DD_TASK_STEP_INIT;

  step.day = dd_session_get_today (entry->session);
  step.author = dd_session_get_actor (entry->session);
  step.note = reason;
  for (guint i = 0; i < entry->tasks->len; i++)
    {
      DdRow *task = dd_row_copy (entry->tasks->pdata[i]);
      DdRow *report = dd_task_take_step (task, DD_TASK_ACTION_WITHDRAW, &step, step.day, NULL);

      if (report == NULL)
        {
          dd_row_free (task);
          continue;
        }
      dd_change_update (change, task);
      dd_change_insert (change, report);
    }
}

static void
fill_superseded (DdChange *change,
                 DdRow    *row,
                 gpointer  user_data)
{
  const SupersedeEntry *entry = user_data;

  dd_change_update (change, row);
  if (entry->withdraw != NULL && gtk_check_button_get_active (entry->withdraw))
    withdraw_tasks (entry, change);
}

static GPtrArray *
find_open (GPtrArray *tasks)
{
  GPtrArray *open = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);

  for (guint i = 0; i < tasks->len; i++)
    if (dd_task_action_is_possible (DD_TASK_ACTION_WITHDRAW, tasks->pdata[i]))
      g_ptr_array_add (open, dd_row_copy (tasks->pdata[i]));

  return open;
}

static const DdFormField fields[] = {
  { DD_DIRECTIVE_SUPERSEDED_BY, DD_FORM_REQUIRED,
    N_("Search for words of the later clause.") },
};

/**
 * dd_supersede_dialog_new:
 * @tasks: (element-type DdRow): the tasks of the clause
 *
 * Returns: (transfer none): a form that asks which clause replaces another one, and
 *   whether the tasks that are still open go with it
 */
DdForm *
dd_supersede_dialog_new (DdSession   *session,
                         GtkWindow   *parent,
                         const DdRow *directive,
                         GPtrArray   *tasks)
{
  SupersedeEntry *entry = g_new0 (SupersedeEntry, 1);
  DdForm *form = dd_form_new (session, parent, _("Replaced by a Later Clause"), directive, fields,
                              G_N_ELEMENTS (fields));

  entry->session = g_object_ref (session);
  entry->form = form;
  entry->tasks = find_open (tasks);
  if (entry->tasks->len > 0)
    {
      g_autofree char *label =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Withdraw its %u open task",
                                      "Withdraw its %u open tasks", entry->tasks->len),
                         entry->tasks->len);

      entry->withdraw = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (label));
      gtk_check_button_set_active (entry->withdraw, TRUE);
      dd_form_add_widget (form, _("Open tasks"), GTK_WIDGET (entry->withdraw));
    }

  dd_form_set_note (form, dd_row_get_text (directive, DD_DIRECTIVE_QUOTE));
  dd_form_set_verb (form, _("_Replace"));
  dd_form_set_message (form, _("The clause is no longer in force"));
  dd_form_set_check (form, check_newer, NULL);
  dd_form_set_fill (form, fill_superseded, entry, supersede_entry_free);

  return form;
}

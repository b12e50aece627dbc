/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-directive-details"

#include "config.h"

#include "dd-directive-details.h"

#include "dd-attachment-list.h"
#include "dd-citation.h"
#include "dd-clause-row.h"
#include "dd-coverage.h"
#include "dd-day-text.h"
#include "dd-directive-dialogs.h"
#include "dd-directive.h"
#include "dd-error-dialog.h"
#include "dd-facts.h"
#include "dd-history-view.h"
#include "dd-quick-entry.h"
#include "dd-reference-match.h"
#include "dd-status.h"
#include "dd-supersede-dialog.h"
#include "dd-target.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>

/**
 * DdDirectiveDetails:
 *
 * All that is known of one clause, the tasks that were made of it, and what can
 * be done with it.
 */
struct _DdDirectiveDetails
{
  GtkWidget       parent_instance;

  /* Template children */
  GtkLabel       *coverage;
  GtkLabel       *quote;
  GtkButton      *assign_button;
  GtkButton      *no_task_button;
  GtkButton      *take_back_button;
  GtkButton      *newer_button;
  GtkMenuButton  *more_button;
  DdFacts        *facts;
  GtkLabel       *tasks_heading;
  GtkListBox     *tasks_box;
  DdQuickEntry   *quick_entry;
  DdAttachmentList *attachments;
  GtkExpander    *history_expander;
  DdHistoryView  *history;

  DdSession      *session;
  DdRecord       *directive;    /* NULL: none is shown */
  DdList         *tasks;
  char           *citations;    /* as lines; NULL until they are read */
  char           *targets;
  char           *replaced;     /* the clauses that this one supersedes, as lines */
  gint64          newer_id;     /* the one that supersedes it; 0: none */
  char           *newer;
  GCancellable   *cancellable;
};

G_DEFINE_FINAL_TYPE (DdDirectiveDetails, dd_directive_details, GTK_TYPE_WIDGET)

static const DdRow *
get_row (DdDirectiveDetails *self)
{
  return dd_record_get_row (self->directive);
}

static GtkWindow *
get_window (DdDirectiveDetails *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- showing -------------------------------------------------------------- */

static char *
describe_deadline (const DdRow *directive)
{
  const char *words = dd_row_get_text (directive, DD_DIRECTIVE_DEADLINE_TEXT);
  g_autofree char *day =
    dd_day_to_long_text (dd_row_get_day (directive, DD_DIRECTIVE_DEADLINE));

  if (!dd_row_is_set (directive, DD_DIRECTIVE_DEADLINE))
    return words != NULL ? g_strdup_printf ("“%s”", words) : NULL;

  return words != NULL ? g_strdup_printf ("%s (“%s”)", day, words) : g_steal_pointer (&day);
}

static void
show_facts (DdDirectiveDetails *self)
{
  const DdRow *directive = get_row (self);
  g_autofree char *deadline = describe_deadline (directive);
  g_autofree char *day = dd_day_to_long_text (dd_row_get_day (directive, DD_DIRECTIVE_DAY));

  dd_facts_clear (self->facts);
  dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_ORDINAL);
  dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_KIND);
  dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_NO_TASK_REASON);
  dd_facts_add (self->facts, _("Replaced by"), self->newer);
  dd_facts_add (self->facts, _("Replaces"), self->replaced);
  dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_ASSIGNER);
  dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_LEAD);
  dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_COORDINATING);
  dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_REPORT_TO);
  dd_facts_add (self->facts, _("Deadline"), deadline);
  if (dd_row_get_choice (directive, DD_DIRECTIVE_RECURRENCE) != DD_RECURRENCE_NONE)
    {
      dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_RECURRENCE);
      dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_RECURRENCE_DAY);
      dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_RECURRENCE_MONTH);
    }
  dd_facts_add_field (self->facts, directive, DD_DIRECTIVE_PRODUCT);
  dd_facts_add (self->facts, _("Targets"), self->targets);
  dd_facts_add (self->facts, _("Cited documents"), self->citations);
  dd_facts_add (self->facts, _("Document"), dd_row_get_text (directive,
                                                             DD_DIRECTIVE_DOCUMENT_NUMBER));
  dd_facts_add (self->facts, _("Meeting"), dd_row_get_text (directive,
                                                            DD_DIRECTIVE_MEETING_TITLE));
  dd_facts_add (self->facts, _("Day"), dd_row_is_set (directive, DD_DIRECTIVE_DAY) ? day : NULL);
}

static void
show_actions (DdDirectiveDetails *self,
              DdCoverage          coverage)
{
  gboolean writable = !dd_store_get_read_only (dd_session_get_store (self->session));
  gboolean in_force = coverage != DD_COVERAGE_SUPERSEDED;
  gboolean has_tasks = dd_row_get_number (get_row (self), DD_DIRECTIVE_N_TASKS) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directive.assign", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directive.no-task", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directive.take-back", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directive.edit", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directive.supersede", writable && in_force);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directive.show-meeting",
                                 dd_row_is_set (get_row (self), DD_DIRECTIVE_MEETING));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directive.show-newer", !in_force);
  gtk_widget_set_visible (GTK_WIDGET (self->assign_button), writable && in_force);
  gtk_widget_set_visible (GTK_WIDGET (self->quick_entry), writable && in_force);
  dd_quick_entry_set_directive (self->quick_entry, get_row (self));
  gtk_widget_set_visible (GTK_WIDGET (self->no_task_button),
                          writable && coverage == DD_COVERAGE_UNASSIGNED);
  gtk_widget_set_visible (GTK_WIDGET (self->take_back_button),
                          writable && (coverage == DD_COVERAGE_NOT_NEEDED || !in_force));
  gtk_button_set_label (self->take_back_button,
                        in_force ? _("Needs One After All") : _("In Force After All"));
  gtk_widget_set_visible (GTK_WIDGET (self->newer_button), !in_force);
  gtk_button_set_label (self->assign_button, has_tasks ? _("Assign More…") : _("Assign…"));
  if (coverage == DD_COVERAGE_UNASSIGNED)
    gtk_widget_add_css_class (GTK_WIDGET (self->assign_button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->assign_button), "suggested-action");
}

static void
show_history (DdDirectiveDetails *self)
{
  if (self->directive != NULL && gtk_expander_get_expanded (self->history_expander))
    dd_history_view_show (self->history, dd_session_get_store (self->session), DD_KIND_DIRECTIVE,
                          dd_record_get_id (self->directive));
}

static void
show_directive (DdDirectiveDetails *self)
{
  DdCoverage coverage;
  gboolean has_tasks;

  if (self->directive == NULL || !dd_record_get_loaded (self->directive))
    return;

  coverage = dd_directive_row_get_coverage (get_row (self));
  has_tasks = dd_row_get_number (get_row (self), DD_DIRECTIVE_N_TASKS) > 0;
  gtk_label_set_text (self->coverage, dd_coverage_get_label (coverage));
  dd_status_set_class (GTK_WIDGET (self->coverage),
                       coverage == DD_COVERAGE_UNASSIGNED ? "warning"
                       : coverage == DD_COVERAGE_DONE ? "success" : NULL);
  gtk_label_set_text (self->quote, dd_row_get_text (get_row (self), DD_DIRECTIVE_QUOTE));
  gtk_widget_set_visible (GTK_WIDGET (self->tasks_heading), has_tasks);
  gtk_widget_set_visible (GTK_WIDGET (self->tasks_box), has_tasks);
  show_facts (self);
  show_actions (self, coverage);
  dd_attachment_list_show (self->attachments, self->session, DD_ATTACHMENT_DOCUMENT,
                           dd_row_get_reference (get_row (self), DD_DIRECTIVE_DOCUMENT));
  show_history (self);
}

static GtkWidget *
make_task_row (gpointer item,
               gpointer user_data)
{
  return dd_task_row_new (DD_SESSION (user_data), DD_RECORD (item));
}

/* --- reading what belongs to it ------------------------------------------- */

static char *
join_texts (GPtrArray *rows,
            guint      field)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *text = dd_row_get_text (rows->pdata[i], field);

      if (text == NULL)
        continue;
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, text);
    }

  return g_strdup (lines->str);
}

/* A late answer is about another clause: its question was cancelled. */
static void
citations_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DdDirectiveDetails) self = user_data;
  g_autoptr (GPtrArray) rows = dd_store_select_finish (DD_STORE (object), result, NULL);

  if (rows == NULL || self->directive == NULL)
    return;

  g_free (self->citations);
  self->citations = join_texts (rows, DD_CITATION_NUMBER);
  show_directive (self);
}

static void
targets_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DdDirectiveDetails) self = user_data;
  g_autoptr (GPtrArray) rows = dd_store_select_finish (DD_STORE (object), result, NULL);

  if (rows == NULL || self->directive == NULL)
    return;

  g_free (self->targets);
  self->targets = join_texts (rows, DD_TARGET_TEXT);
  show_directive (self);
}

static void
replaced_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DdDirectiveDetails) self = user_data;
  g_autoptr (GPtrArray) rows = dd_store_select_finish (DD_STORE (object), result, NULL);
  g_autoptr (GString) lines = g_string_new (NULL);

  if (rows == NULL || self->directive == NULL)
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *clause = dd_reference_describe (rows->pdata[i]);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", clause);
    }
  g_free (self->replaced);
  self->replaced = rows->len > 0 ? g_strdup (lines->str) : NULL;
  show_directive (self);
}

static void
newer_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DdDirectiveDetails) self = user_data;
  g_autoptr (DdRecord) newer = dd_store_fetch_finish (DD_STORE (object), result, NULL);

  if (newer == NULL || self->directive == NULL ||
      dd_row_get_reference (get_row (self), DD_DIRECTIVE_SUPERSEDED_BY) !=
        dd_record_get_id (newer))
    return;

  g_free (self->newer);
  self->newer = dd_reference_describe (dd_record_get_row (newer));
  show_directive (self);
}

/* What replaces the clause can be said while it is shown. */
static void
read_newer (DdDirectiveDetails *self)
{
  gint64 newer = dd_row_get_reference (get_row (self), DD_DIRECTIVE_SUPERSEDED_BY);

  if (newer == self->newer_id)
    return;

  self->newer_id = newer;
  g_clear_pointer (&self->newer, g_free);
  if (newer != 0)
    dd_store_fetch_async (dd_session_get_store (self->session), DD_KIND_DIRECTIVE, newer,
                          self->cancellable, newer_read_cb, g_object_ref (self));
}

static void
changed_cb (DdDirectiveDetails *self)
{
  if (dd_record_get_loaded (self->directive))
    read_newer (self);
  show_directive (self);
}

static void
select_parts (DdDirectiveDetails  *self,
              DdKind               kind,
              guint                reference,
              GAsyncReadyCallback  callback)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);

  dd_query_set_reference (query, reference, dd_record_get_id (self->directive));
  dd_store_select_async (dd_session_get_store (self->session), query, self->cancellable, callback,
                         g_object_ref (self));
}

static void
read_parts (DdDirectiveDetails *self)
{
  g_autoptr (DdQuery) tasks = dd_query_new (DD_KIND_TASK);

  self->cancellable = g_cancellable_new ();
  select_parts (self, DD_KIND_CITATION, DD_CITATION_DIRECTIVE, citations_read_cb);
  select_parts (self, DD_KIND_TARGET, DD_TARGET_DIRECTIVE, targets_read_cb);
  select_parts (self, DD_KIND_DIRECTIVE, DD_DIRECTIVE_SUPERSEDED_BY, replaced_read_cb);

  dd_query_set_reference (tasks, DD_TASK_DIRECTIVE, dd_record_get_id (self->directive));
  self->tasks = dd_store_get_list (dd_session_get_store (self->session), tasks);
  gtk_list_box_bind_model (self->tasks_box, G_LIST_MODEL (self->tasks), make_task_row,
                           self->session, NULL);
}

static void
forget_directive (DdDirectiveDetails *self)
{
  if (self->directive != NULL)
    g_signal_handlers_disconnect_by_data (self->directive, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->tasks_box != NULL)
    gtk_list_box_bind_model (self->tasks_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->tasks);
  g_clear_object (&self->directive);
  g_clear_pointer (&self->citations, g_free);
  g_clear_pointer (&self->targets, g_free);
  g_clear_pointer (&self->replaced, g_free);
  g_clear_pointer (&self->newer, g_free);
  self->newer_id = 0;
}

/* --- doing ---------------------------------------------------------------- */

static void
task_activated_cb (DdDirectiveDetails *self,
                   GtkListBoxRow      *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);

  if (self->tasks != NULL && position < dd_list_get_count (self->tasks))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-task", "x",
                                dd_list_get_id (self->tasks, position));
}

static void
units_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DdDirectiveDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = dd_store_select_finish (DD_STORE (object), result, &error);

  if (self->directive == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (units == NULL)
    dd_error_dialog_show (GTK_WIDGET (self), error);
  else
    gtk_window_present (GTK_WINDOW (dd_directive_dialog_assign (self->session, get_window (self),
                                                                get_row (self), units)));
}

static void
assign_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdDirectiveDetails *self = DD_DIRECTIVE_DETAILS (widget);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT);

  if (self->directive != NULL)
    dd_store_select_async (dd_session_get_store (self->session), query, self->cancellable,
                           units_read_cb, g_object_ref (self));
}

static void
no_task_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DdDirectiveDetails *self = DD_DIRECTIVE_DETAILS (widget);

  if (self->directive != NULL)
    gtk_window_present (GTK_WINDOW (dd_directive_dialog_no_task (self->session, get_window (self),
                                                                 get_row (self))));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdDirectiveDetails *self = DD_DIRECTIVE_DETAILS (widget);

  if (self->directive != NULL)
    gtk_window_present (GTK_WINDOW (dd_directive_dialog_edit (self->session, get_window (self),
                                                              get_row (self))));
}

static void
tasks_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DdDirectiveDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = dd_store_select_finish (DD_STORE (object), result, &error);

  if (self->directive == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (tasks == NULL)
    dd_error_dialog_show (GTK_WIDGET (self), error);
  else
    gtk_window_present (GTK_WINDOW (dd_supersede_dialog_new (self->session, get_window (self),
                                                             get_row (self), tasks)));
}

static void
supersede_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DdDirectiveDetails *self = DD_DIRECTIVE_DETAILS (widget);

  if (self->directive != NULL)
    select_parts (self, DD_KIND_TASK, DD_TASK_DIRECTIVE, tasks_read_cb);
}

static void
show_newer_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DdDirectiveDetails *self = DD_DIRECTIVE_DETAILS (widget);

  if (self->directive != NULL)
    gtk_widget_activate_action (widget, "win.show-directive", "x",
                                dd_row_get_reference (get_row (self),
                                                      DD_DIRECTIVE_SUPERSEDED_BY));
}

static void
take_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DdDirectiveDetails *self = DD_DIRECTIVE_DETAILS (widget);
  DdChange *change;
  DdRow *row;
  gboolean superseded;

  if (self->directive == NULL)
    return;

  row = dd_row_copy (get_row (self));
  superseded = dd_row_is_set (row, DD_DIRECTIVE_SUPERSEDED_BY);
  dd_row_unset (row, superseded ? DD_DIRECTIVE_SUPERSEDED_BY : DD_DIRECTIVE_NO_TASK_REASON);
  change = dd_session_change (self->session, NULL);
  dd_change_update (change, row);
  dd_session_apply (self->session, widget, change,
                    superseded ? _("The clause is in force again")
                    : _("The clause waits for a task again"));
}

static void
show_meeting_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DdDirectiveDetails *self = DD_DIRECTIVE_DETAILS (widget);

  if (self->directive != NULL)
    gtk_widget_activate_action (widget, "win.show-meeting", "x",
                                dd_row_get_reference (get_row (self), DD_DIRECTIVE_MEETING));
}

/* --- the object ----------------------------------------------------------- */

static void
dd_directive_details_dispose (GObject *object)
{
  DdDirectiveDetails *self = DD_DIRECTIVE_DETAILS (object);
  GtkWidget *child;

  forget_directive (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_DIRECTIVE_DETAILS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_directive_details_parent_class)->dispose (object);
}

static void
dd_directive_details_class_init (DdDirectiveDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_directive_details_dispose;

  g_type_ensure (DD_TYPE_ATTACHMENT_LIST);
  g_type_ensure (DD_TYPE_FACTS);
  g_type_ensure (DD_TYPE_HISTORY_VIEW);
  g_type_ensure (DD_TYPE_QUICK_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-directive-details.ui");
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, coverage);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, quote);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, assign_button);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, no_task_button);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, newer_button);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, more_button);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, tasks_heading);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, tasks_box);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, quick_entry);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, attachments);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, history_expander);
  gtk_widget_class_bind_template_child (widget_class, DdDirectiveDetails, history);

  gtk_widget_class_install_action (widget_class, "directive.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "directive.no-task", NULL, no_task_action);
  gtk_widget_class_install_action (widget_class, "directive.take-back", NULL, take_back_action);
  gtk_widget_class_install_action (widget_class, "directive.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "directive.supersede", NULL, supersede_action);
  gtk_widget_class_install_action (widget_class, "directive.show-newer", NULL, show_newer_action);
  gtk_widget_class_install_action (widget_class, "directive.show-meeting", NULL,
                                   show_meeting_action);
}

static void
dd_directive_details_init (DdDirectiveDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dd_attachment_list_set_heading (self->attachments, _("Original Document"));
  g_signal_connect_object (self->tasks_box, "row-activated", G_CALLBACK (task_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history_expander, "notify::expanded", G_CALLBACK (show_history),
                           self, G_CONNECT_SWAPPED);
}

void
dd_directive_details_start (DdDirectiveDetails *self,
                            DdSession          *session)
{
  g_return_if_fail (DD_IS_DIRECTIVE_DETAILS (self));

  self->session = g_object_ref (session);
  dd_quick_entry_start (self->quick_entry, session, DD_QUICK_ENTRY_MAKES_TASKS);
  dd_quick_entry_set_compact (self->quick_entry, TRUE);
}

/**
 * dd_directive_details_set_directive:
 * @directive: (nullable): the clause to show, and to follow
 */
void
dd_directive_details_set_directive (DdDirectiveDetails *self,
                                    DdRecord           *directive)
{
  g_return_if_fail (DD_IS_DIRECTIVE_DETAILS (self));

  if (self->directive == directive)
    {
      show_directive (self);
      return;
    }

  forget_directive (self);
  if (directive == NULL)
    return;

  self->directive = g_object_ref (directive);
  g_signal_connect_swapped (directive, "changed", G_CALLBACK (changed_cb), self);
  read_parts (self);
  changed_cb (self);
}

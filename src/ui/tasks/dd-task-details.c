/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-task-details"

#include "config.h"

#include "dd-task-details.h"

#include "dd-attachment-list.h"
#include "dd-confirm.h"
#include "dd-day-text.h"
#include "dd-deadline-change.h"
#include "dd-directive.h"
#include "dd-facts.h"
#include "dd-focus.h"
#include "dd-follow-up.h"
#include "dd-history-view.h"
#include "dd-progress.h"
#include "dd-status.h"
#include "dd-step-row.h"
#include "dd-task-dialogs.h"
#include "dd-task-form.h"
#include "dd-task-unit.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>

/* What was done with a task, by kind, each in a list of its own. */
typedef enum
{
  STEPS_PROGRESS,
  STEPS_DEADLINE_CHANGES,
  STEPS_FOLLOW_UPS,
  N_STEPS,
} Steps;

/**
 * DdTaskDetails:
 *
 * All that is known of one task, and what can be done with it now.
 */
struct _DdTaskDetails
{
  GtkWidget       parent_instance;

  /* Template children */
  GtkLabel       *status;
  GtkLabel       *content;
  GtkFlowBox     *actions;
  DdFacts        *facts;
  GtkBox         *source_box;
  GtkLabel       *quote;
  GtkListBox     *progress;
  GtkWidget      *deadline_changes_box;
  GtkListBox     *deadline_changes;
  GtkWidget      *follow_ups_box;
  GtkListBox     *follow_ups;
  DdAttachmentList *attachments;
  GtkExpander    *history_expander;
  DdHistoryView  *history;

  DdSession      *session;
  DdRecord       *task;         /* NULL: none is shown */
  DdRecord       *directive;
  DdList         *steps[N_STEPS];
  DdList         *units;
  GCancellable   *cancellable;
  GtkWidget      *buttons[DD_N_TASK_ACTIONS];   /* of the actions that have one */
};

G_DEFINE_FINAL_TYPE (DdTaskDetails, dd_task_details, GTK_TYPE_WIDGET)

/* The name of each action, and its button; those without one are in the menu. */
static const struct
{
  const char *name;
  const char *label;
} actions[DD_N_TASK_ACTIONS] = {
  [DD_TASK_ACTION_REPORT] = { "task.report", N_("Report _Progress…") },
  [DD_TASK_ACTION_REPORT_DONE] = { "task.report-done", N_("Report _Done…") },
  [DD_TASK_ACTION_CONFIRM] = { "task.confirm", N_("_Confirm") },
  [DD_TASK_ACTION_RETURN] = { "task.return", N_("Re_turn…") },
  [DD_TASK_ACTION_REOPEN] = { "task.reopen" },
  [DD_TASK_ACTION_SUSPEND] = { "task.suspend" },
  [DD_TASK_ACTION_WITHDRAW] = { "task.withdraw" },
  [DD_TASK_ACTION_RESUME] = { "task.resume" },
};

static const DdRow *
get_row (DdTaskDetails *self)
{
  return dd_record_get_row (self->task);
}

static GtkWindow *
get_window (DdTaskDetails *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- showing -------------------------------------------------------------- */

static char *
describe_deadline (DdTaskDetails *self)
{
  const DdRow *task = get_row (self);
  DdDay deadline = dd_row_get_day (task, DD_TASK_DEADLINE);
  g_autofree char *day = dd_day_to_long_text (deadline);
  const char *words = dd_row_get_text (task, DD_TASK_DEADLINE_TEXT);
  DdCalendar *calendar = dd_store_get_calendar (dd_session_get_store (self->session));

  if (deadline == DD_DAY_NONE)
    return g_strdup (words);
  if (words != NULL)
    return g_strdup_printf ("%s (“%s”)", day, words);
  if (!dd_calendar_is_working (calendar, deadline))
    /* Translators: %s is a deadline that falls on a Saturday, Sunday or holiday. */
    return g_strdup_printf (_("%s (not a working day)"), day);

  return g_steal_pointer (&day);
}

static char *
describe_original_deadline (const DdRow *task)
{
  DdDay original = dd_row_get_day (task, DD_TASK_ORIGINAL_DEADLINE);
  guint n = (guint) dd_row_get_number (task, DD_TASK_N_EXTENSIONS);
  g_autofree char *day = NULL;

  if (original == dd_row_get_day (task, DD_TASK_DEADLINE) && n == 0)
    return NULL;

  day = dd_day_to_text (original);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, changed once", "%s, changed %u times",
                                       n), original != DD_DAY_NONE ? day : _("none"), n);
}

static void
show_facts (DdTaskDetails *self)
{
  const DdRow *task = get_row (self);
  g_autofree char *deadline = describe_deadline (self);
  g_autofree char *original = describe_original_deadline (task);

  dd_facts_clear (self->facts);
  dd_facts_add (self->facts, _("Lead"), dd_row_get_text (task, DD_TASK_LEAD_NAME));
  dd_facts_add (self->facts, _("Coordinating"), dd_row_get_text (task, DD_TASK_COORDINATING_NAMES));
  dd_facts_add_field (self->facts, task, DD_TASK_OFFICER);
  dd_facts_add_field (self->facts, task, DD_TASK_REPORT_TO);
  dd_facts_add_field (self->facts, task, DD_TASK_ASSIGNED);
  dd_facts_add (self->facts, _("Deadline"), deadline);
  dd_facts_add (self->facts, _("Original deadline"), original);
  dd_facts_add_field (self->facts, task, DD_TASK_COMPLETED);
  dd_facts_add_field (self->facts, task, DD_TASK_PRODUCT);
  dd_facts_add_field (self->facts, task, DD_TASK_STATE);
  dd_facts_add (self->facts, _("Document"), dd_row_get_text (task, DD_TASK_DOCUMENT_NUMBER));
  dd_facts_add (self->facts, _("Meeting"), dd_row_get_text (task, DD_TASK_MEETING_TITLE));
  dd_facts_add_field (self->facts, task, DD_TASK_NOTE);
}

static void
show_actions (DdTaskDetails *self)
{
  gboolean read_only = dd_store_get_read_only (dd_session_get_store (self->session));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->actions));
  gboolean has_buttons = FALSE;

  for (guint i = 0; i < DD_N_TASK_ACTIONS; i++)
    {
      gboolean possible = !read_only && dd_task_action_is_possible (i, get_row (self));

      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, possible);
      if (self->buttons[i] != NULL)
        gtk_widget_set_visible (gtk_widget_get_parent (self->buttons[i]), possible);
      has_buttons = has_buttons || (possible && self->buttons[i] != NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->actions), has_buttons);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.edit", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.change-deadline", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.delete", !read_only);

  /* Who has just confirmed a task goes on from its details, not from nowhere. */
  if (has_focus && !gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_source (DdTaskDetails *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->source_box), self->directive != NULL);
  if (self->directive != NULL)
    gtk_label_set_text (self->quote, dd_row_get_text (dd_record_get_row (self->directive),
                                                      DD_DIRECTIVE_QUOTE));
}

static void
show_history (DdTaskDetails *self)
{
  if (self->task != NULL && gtk_expander_get_expanded (self->history_expander))
    dd_history_view_show (self->history, dd_session_get_store (self->session), DD_KIND_TASK,
                          dd_record_get_id (self->task));
}

static void
show_task (DdTaskDetails *self)
{
  g_autofree char *reason = NULL;
  DdRag rag;

  if (self->task == NULL || !dd_record_get_loaded (self->task))
    return;

  rag = dd_rag_of_task (get_row (self), dd_session_get_today (self->session),
                        dd_store_get_rules (dd_session_get_store (self->session)), &reason);
  if (dd_row_get_choice (get_row (self), DD_TASK_STATE) == DD_TASK_STATE_REPORTED)
    gtk_label_set_text (self->status, _("Reported done, waiting for confirmation"));
  else
    gtk_label_set_text (self->status, reason);
  dd_status_show_rag (GTK_WIDGET (self->status), rag);
  gtk_label_set_text (self->content, dd_row_get_text (get_row (self), DD_TASK_CONTENT));
  show_facts (self);
  show_actions (self);
  show_history (self);
}

static GtkWidget *
make_step_row (gpointer item,
               gpointer user_data)
{
  return dd_step_row_new (DD_RECORD (item));
}

static GtkListBox *
get_steps_list (DdTaskDetails *self,
                guint          steps)
{
  return steps == STEPS_PROGRESS ? self->progress
       : steps == STEPS_DEADLINE_CHANGES ? self->deadline_changes : self->follow_ups;
}

/* Most deadlines stay, and most tasks need no urging. */
static void
show_steps (DdTaskDetails *self)
{
  gtk_widget_set_visible (self->deadline_changes_box,
                          dd_list_get_count (self->steps[STEPS_DEADLINE_CHANGES]) > 0);
  gtk_widget_set_visible (self->follow_ups_box,
                          dd_list_get_count (self->steps[STEPS_FOLLOW_UPS]) > 0);
}

static void
directive_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DdTaskDetails) self = user_data;
  g_autoptr (DdRecord) directive = dd_store_fetch_finish (DD_STORE (object), result, NULL);

  /* Another task may be shown by now. */
  if (directive == NULL || self->task == NULL ||
      dd_row_get_reference (get_row (self), DD_TASK_DIRECTIVE) != dd_record_get_id (directive))
    return;

  g_set_object (&self->directive, directive);
  show_source (self);
}

static DdList *
make_list (DdTaskDetails *self,
           DdKind         kind,
           guint          owner,
           int            sort)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);

  dd_query_set_reference (query, owner, dd_record_get_id (self->task));
  if (sort >= 0)
    dd_query_set_sort (query, (guint) sort, TRUE);

  return dd_store_get_list (dd_session_get_store (self->session), query);
}

/* The newest first; what is not decided yet has no day, and stands before. */
static void
read_steps (DdTaskDetails *self)
{
  static const struct
  {
    DdKind kind;
    guint  owner;
    guint  day;
  } kinds[N_STEPS] = {
    [STEPS_PROGRESS] = { DD_KIND_PROGRESS, DD_PROGRESS_TASK, DD_PROGRESS_DAY },
    [STEPS_DEADLINE_CHANGES] =
      { DD_KIND_DEADLINE_CHANGE, DD_DEADLINE_CHANGE_TASK, DD_DEADLINE_CHANGE_DECIDED_ON },
    [STEPS_FOLLOW_UPS] = { DD_KIND_FOLLOW_UP, DD_FOLLOW_UP_TASK, DD_FOLLOW_UP_DAY },
  };

  for (guint i = 0; i < N_STEPS; i++)
    {
      self->steps[i] = make_list (self, kinds[i].kind, kinds[i].owner, (int) kinds[i].day);
      gtk_list_box_bind_model (get_steps_list (self, i), G_LIST_MODEL (self->steps[i]),
                               make_step_row, NULL, NULL);
      g_signal_connect_swapped (self->steps[i], "notify::count", G_CALLBACK (show_steps), self);
    }
  show_steps (self);
}

static void
read_parts (DdTaskDetails *self)
{
  gint64 directive = dd_row_get_reference (get_row (self), DD_TASK_DIRECTIVE);

  read_steps (self);
  dd_attachment_list_show (self->attachments, self->session, DD_ATTACHMENT_TASK,
                           dd_record_get_id (self->task));
  self->units = make_list (self, DD_KIND_TASK_UNIT, DD_TASK_UNIT_TASK, -1);
  if (directive == 0)
    return;

  self->cancellable = g_cancellable_new ();
  dd_store_fetch_async (dd_session_get_store (self->session), DD_KIND_DIRECTIVE, directive,
                        self->cancellable, directive_read_cb, g_object_ref (self));
}

static void
forget_task (DdTaskDetails *self)
{
  if (self->task != NULL)
    g_signal_handlers_disconnect_by_data (self->task, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < N_STEPS; i++)
    {
      if (self->steps[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->steps[i], self);
      if (get_steps_list (self, i) != NULL)
        gtk_list_box_bind_model (get_steps_list (self, i), NULL, NULL, NULL, NULL);
      g_clear_object (&self->steps[i]);
    }
  g_clear_object (&self->units);
  g_clear_object (&self->directive);
  g_clear_object (&self->task);
}

/* --- doing ---------------------------------------------------------------- */

/* Confirming asks for nothing: it is done, and can be taken back. */
static void
confirm (DdTaskDetails *self)
{
  g_autoptr (DdRow) task = dd_row_copy (get_row (self));
  g_autoptr (GError) error = NULL;
  DdTaskStep step = DD_TASK_STEP_INIT;
  DdChange *change;
  DdRow *progress;

  step.day = dd_session_get_today (self->session);
  step.author = dd_session_get_actor (self->session);
  progress = dd_task_take_step (task, DD_TASK_ACTION_CONFIRM, &step, step.day, &error);
  g_return_if_fail (progress != NULL);

  change = dd_session_change (self->session, NULL);
  dd_change_insert (change, progress);
  dd_change_update (change, g_steal_pointer (&task));
  dd_session_apply (self->session, GTK_WIDGET (self), change, _("Confirmed"));
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdTaskDetails *self = DD_TASK_DETAILS (widget);

  for (guint i = 0; i < DD_N_TASK_ACTIONS; i++)
    {
      if (!g_str_equal (actions[i].name, name) || self->task == NULL)
        continue;
      if (i == DD_TASK_ACTION_CONFIRM)
        confirm (self);
      else
        gtk_window_present (GTK_WINDOW (dd_task_dialog_step (self->session, get_window (self),
                                                             get_row (self), i)));
    }
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdTaskDetails *self = DD_TASK_DETAILS (widget);

  if (self->task != NULL)
    gtk_window_present (GTK_WINDOW (dd_task_form_new_for_task (self->session, get_window (self),
                                                              get_row (self),
                                                              G_LIST_MODEL (self->units))));
}

static void
change_deadline_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  DdTaskDetails *self = DD_TASK_DETAILS (widget);

  if (self->task != NULL)
    gtk_window_present (GTK_WINDOW (dd_task_dialog_change_deadline (self->session,
                                                                    get_window (self),
                                                                    get_row (self))));
}

static void
delete_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DdTaskDetails) self = user_data;
  DdChange *change;

  if (!dd_confirm_finish (result, NULL) || self->task == NULL)
    return;

  change = dd_session_change (self->session, NULL);
  dd_change_delete (change, DD_KIND_TASK, dd_record_get_id (self->task));
  dd_session_apply (self->session, GTK_WIDGET (self), change, _("Task deleted"));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdTaskDetails *self = DD_TASK_DETAILS (widget);

  if (self->task == NULL)
    return;

  dd_confirm_async (get_window (self), DD_CONFIRM_DESTRUCTIVE, _("Delete This Task?"),
                    _("Its progress reports go with it. A task that is no longer needed is better "
                      "withdrawn, with the reason: it stays in the history."),
                    _("_Delete"), NULL, delete_cb, g_object_ref (self));
}

static void
show_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdTaskDetails *self = DD_TASK_DETAILS (widget);

  if (self->directive != NULL)
    gtk_widget_activate_action (widget, "win.show-directive", "x",
                                dd_record_get_id (self->directive));
}

/* --- the object ----------------------------------------------------------- */

static void
make_buttons (DdTaskDetails *self)
{
  for (guint i = 0; i < DD_N_TASK_ACTIONS; i++)
    {
      if (actions[i].label == NULL)
        continue;
      self->buttons[i] = gtk_button_new_with_mnemonic (_(actions[i].label));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->buttons[i]), actions[i].name);
      if (i == DD_TASK_ACTION_CONFIRM)
        gtk_widget_add_css_class (self->buttons[i], "suggested-action");
      gtk_flow_box_append (self->actions, self->buttons[i]);
      gtk_widget_set_focusable (gtk_widget_get_parent (self->buttons[i]), FALSE);
    }
}

/* The first thing that can be done with the task, not the menu that stands above. */
static gboolean
dd_task_details_grab_focus (GtkWidget *widget)
{
  DdTaskDetails *self = DD_TASK_DETAILS (widget);

  for (guint i = 0; i < DD_N_TASK_ACTIONS; i++)
    if (self->buttons[i] != NULL && gtk_widget_get_mapped (self->buttons[i]) &&
        gtk_widget_grab_focus (self->buttons[i]))
      return TRUE;

  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
dd_task_details_dispose (GObject *object)
{
  DdTaskDetails *self = DD_TASK_DETAILS (object);
  GtkWidget *child;

  forget_task (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_TASK_DETAILS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_task_details_parent_class)->dispose (object);
}

static void
dd_task_details_class_init (DdTaskDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_task_details_dispose;
  widget_class->grab_focus = dd_task_details_grab_focus;
  widget_class->focus = dd_focus_move;

  g_type_ensure (DD_TYPE_ATTACHMENT_LIST);
  g_type_ensure (DD_TYPE_FACTS);
  g_type_ensure (DD_TYPE_HISTORY_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/tasks/dd-task-details.ui");
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, status);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, content);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, actions);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, source_box);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, quote);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, progress);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, deadline_changes_box);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, deadline_changes);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, follow_ups_box);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, attachments);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, history_expander);
  gtk_widget_class_bind_template_child (widget_class, DdTaskDetails, history);

  for (guint i = 0; i < DD_N_TASK_ACTIONS; i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, step_action);
  gtk_widget_class_install_action (widget_class, "task.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "task.change-deadline", NULL,
                                   change_deadline_action);
  gtk_widget_class_install_action (widget_class, "task.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "task.show-source", NULL, show_source_action);
}

static void
dd_task_details_init (DdTaskDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_buttons (self);
  g_signal_connect_object (self->history_expander, "notify::expanded", G_CALLBACK (show_history),
                           self, G_CONNECT_SWAPPED);
}

void
dd_task_details_start (DdTaskDetails *self,
                       DdSession     *session)
{
  g_return_if_fail (DD_IS_TASK_DETAILS (self));

  self->session = g_object_ref (session);
}

/**
 * dd_task_details_set_task:
 * @task: (nullable): the task to show, and to follow
 */
void
dd_task_details_set_task (DdTaskDetails *self,
                          DdRecord      *task)
{
  g_return_if_fail (DD_IS_TASK_DETAILS (self));

  if (self->task == task)
    {
      show_task (self);
      return;
    }

  forget_task (self);
  if (task == NULL)
    return;

  self->task = g_object_ref (task);
  g_signal_connect_swapped (task, "changed", G_CALLBACK (show_task), self);
  read_parts (self);
  show_source (self);
  show_task (self);
}

/**
 * dd_task_details_get_task:
 *
 * Returns: (transfer none) (nullable): the task that is shown
 */
DdRecord *
dd_task_details_get_task (DdTaskDetails *self)
{
  g_return_val_if_fail (DD_IS_TASK_DETAILS (self), NULL);

  return self->task;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-details"

#include "config.h"

#include "dd-meeting-details.h"

#include "dd-accessible.h"
#include "dd-attachment-list.h"
#include "dd-clause-row.h"
#include "dd-confirm.h"
#include "dd-coverage-summary.h"
#include "dd-day-text.h"
#include "dd-directive.h"
#include "dd-facts.h"
#include "dd-history-view.h"
#include "dd-meeting-dialogs.h"
#include "dd-meeting-roll.h"
#include "dd-meeting-steps.h"
#include "dd-meeting-title.h"
#include "dd-meeting.h"
#include "dd-notice-window.h"

#include <glib/gi18n-lib.h>

/**
 * DdMeetingDetails:
 *
 * All that is known of one meeting: who it was for, what it concluded, and what
 * has become of that.
 */
struct _DdMeetingDetails
{
  GtkWidget       parent_instance;

  /* Template children */
  GtkLabel       *title;
  GtkLabel       *hint;
  GtkButton      *open_button;
  GtkMenuButton  *add_button;
  GtkButton      *tasks_button;
  DdFacts        *facts;
  GtkLabel       *summary;
  GtkListBox     *clauses;
  GtkButton      *ledger_button;
  DdAttachmentList *attachments;
  GtkLabel       *attendance;
  GtkExpander    *history_expander;
  DdHistoryView  *history;

  DdSession      *session;
  DdRecord       *meeting;      /* NULL: none is shown */
  DdList         *directives;
  DdMeetingRoll  *roll;
  GCancellable   *cancellable;
  guint           counts[DD_N_COVERAGES];
  guint           n_counted;
  gboolean        read_only;
};

G_DEFINE_FINAL_TYPE (DdMeetingDetails, dd_meeting_details, GTK_TYPE_WIDGET)

/* More clauses than these are read in the ledger. */
#define MAX_CLAUSES 60

static const DdRow *
get_row (DdMeetingDetails *self)
{
  return dd_record_get_row (self->meeting);
}

static GtkWindow *
get_window (DdMeetingDetails *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- showing -------------------------------------------------------------- */

static char *
describe_chair (const DdRow *meeting)
{
  const char *name = dd_row_get_text (meeting, DD_MEETING_CHAIR);
  const char *post = dd_row_get_text (meeting, DD_MEETING_CHAIR_POST);

  if (name == NULL || post == NULL)
    return g_strdup (name != NULL ? name : post);

  /* Translators: the name of a person, then their post. */
  return g_strdup_printf (C_("person", "%s, %s"), name, post);
}

static void
show_facts (DdMeetingDetails *self)
{
  const DdRow *meeting = get_row (self);
  g_autofree char *chair = describe_chair (meeting);
  g_autofree char *series = dd_meeting_describe_series (meeting);
  g_autofree char *day = dd_day_to_long_text (dd_row_get_day (meeting, DD_MEETING_DAY));
  const char *body = dd_row_get_text (meeting, DD_MEETING_BODY_NAME);

  dd_facts_clear (self->facts);
  dd_facts_add (self->facts, _("Day"), day);
  dd_facts_add_field (self->facts, meeting, DD_MEETING_KIND);
  dd_facts_add (self->facts, _("Series"), series);
  dd_facts_add (self->facts, _("Body that meets"),
                g_strcmp0 (body, dd_row_get_text (meeting, DD_MEETING_SERIES)) != 0 ? body : NULL);
  dd_facts_add_field (self->facts, meeting, DD_MEETING_FORMAT);
  dd_facts_add_field (self->facts, meeting, DD_MEETING_PLACE);
  dd_facts_add_field (self->facts, meeting, DD_MEETING_SITES);
  dd_facts_add (self->facts, _("Chair"), chair);
  dd_facts_add_field (self->facts, meeting, DD_MEETING_SECRETARY);
  dd_facts_add_field (self->facts, meeting, DD_MEETING_STATE);
  dd_facts_add (self->facts, _("Conclusion"), dd_row_get_text (meeting,
                                                               DD_MEETING_DOCUMENT_NUMBER));
  dd_facts_add_field (self->facts, meeting, DD_MEETING_NOTE);
}

static void
show_history (DdMeetingDetails *self)
{
  if (self->meeting != NULL && gtk_expander_get_expanded (self->history_expander))
    dd_history_view_show (self->history, dd_session_get_store (self->session), DD_KIND_MEETING,
                          dd_record_get_id (self->meeting));
}

/* --- the sentence of coverage: one question for each ---------------------- */

typedef struct
{
  DdMeetingDetails *details;
  GCancellable     *cancellable;        /* of the questions it is one of */
  DdCoverage        coverage;
} Counting;

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Counting *counting = user_data;
  g_autoptr (DdMeetingDetails) self = counting->details;
  g_autoptr (GCancellable) cancellable = counting->cancellable;
  DdCoverage coverage = counting->coverage;
  guint count;

  g_free (counting);
  if (!dd_store_count_finish (DD_STORE (object), result, &count, NULL) ||
      self->cancellable != cancellable)
    return;

  self->counts[coverage] = count;
  if (++self->n_counted == DD_N_COVERAGES)
    {
      g_autofree char *text = dd_coverage_summary_to_text (self->counts);

      gtk_label_set_text (self->summary, text);
    }
}

static void
count_clauses (DdMeetingDetails *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->n_counted = 0;

  for (guint i = 0; i < DD_N_COVERAGES; i++)
    {
      g_autoptr (DdQuery) query = dd_query_new (DD_KIND_DIRECTIVE);
      Counting *counting = g_new0 (Counting, 1);

      counting->details = g_object_ref (self);
      counting->cancellable = g_object_ref (self->cancellable);
      counting->coverage = i;
      dd_query_set_reference (query, DD_DIRECTIVE_MEETING, dd_record_get_id (self->meeting));
      dd_query_set_coverages (query, DD_COVERAGE_BIT (i));
      dd_store_count_async (dd_session_get_store (self->session), query, self->cancellable,
                            counted_cb, counting);
    }
}

static void
show_meeting (DdMeetingDetails *self)
{
  gint64 n_clauses, n_tasks;
  gboolean locked;

  if (self->meeting == NULL || !dd_record_get_loaded (self->meeting))
    return;

  n_clauses = dd_row_get_number (get_row (self), DD_MEETING_N_DIRECTIVES);
  n_tasks = dd_row_get_number (get_row (self), DD_MEETING_N_TASKS);
  locked = dd_meeting_is_locked (get_row (self));
  gtk_label_set_text (self->hint, dd_meeting_get_hint (
                                    get_row (self), dd_session_get_today (self->session)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.edit", !locked && !self->read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.delete", !locked && !self->read_only);
  gtk_label_set_text (self->title, dd_row_get_text (get_row (self), DD_MEETING_TITLE));
  gtk_widget_set_visible (GTK_WIDGET (self->tasks_button), n_tasks > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->clauses), n_clauses > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->ledger_button), n_clauses > 0);
  /* What is to be done next is what the button looks like. */
  if (locked)
    gtk_widget_remove_css_class (GTK_WIDGET (self->open_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->open_button), "suggested-action");
  show_facts (self);
  dd_attachment_list_show (self->attachments, self->session, DD_ATTACHMENT_DOCUMENT,
                           dd_row_get_reference (get_row (self), DD_MEETING_DOCUMENT));
  count_clauses (self);
  show_history (self);
}

static void
show_attendance (DdMeetingDetails *self)
{
  g_autofree char *text = dd_meeting_roll_to_text (self->roll);

  gtk_label_set_text (self->attendance, text);
  gtk_widget_set_visible (GTK_WIDGET (self->attendance), *text != '\0');
}

static GtkWidget *
make_clause_row (gpointer item,
                 gpointer user_data)
{
  return dd_clause_row_new (DD_RECORD (item));
}

static void
read_parts (DdMeetingDetails *self)
{
  DdStore *store = dd_session_get_store (self->session);
  gint64 id = dd_record_get_id (self->meeting);
  g_autoptr (DdQuery) directives = dd_query_new (DD_KIND_DIRECTIVE);

  dd_query_set_reference (directives, DD_DIRECTIVE_MEETING, id);
  dd_query_set_sort (directives, DD_DIRECTIVE_POSITION, FALSE);
  dd_query_set_limit (directives, MAX_CLAUSES);
  self->directives = dd_store_get_list (store, directives);
  gtk_list_box_bind_model (self->clauses, G_LIST_MODEL (self->directives), make_clause_row, NULL,
                           NULL);

  self->roll = dd_meeting_roll_new (self->session, self->meeting);
  g_signal_connect_object (self->roll, "changed", G_CALLBACK (show_attendance), self,
                           G_CONNECT_SWAPPED);
  show_attendance (self);
}

static void
forget_meeting (DdMeetingDetails *self)
{
  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_data (self->meeting, self);
  if (self->roll != NULL)
    g_signal_handlers_disconnect_by_data (self->roll, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->clauses != NULL)
    gtk_list_box_bind_model (self->clauses, NULL, NULL, NULL, NULL);
  g_clear_object (&self->directives);
  g_clear_object (&self->roll);
  g_clear_object (&self->meeting);
}

/* --- doing ---------------------------------------------------------------- */

static void
clause_activated_cb (DdMeetingDetails *self,
                     GtkListBoxRow    *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);

  if (self->directives != NULL && position < dd_list_get_count (self->directives))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-directive", "x",
                                dd_list_get_id (self->directives, position));
}

static void
add_conclusion_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DdMeetingDetails *self = DD_MEETING_DETAILS (widget);

  if (self->meeting != NULL)
    gtk_widget_activate_action (widget,
                                g_str_equal (name, "meeting.open-conclusion")
                                ? "page.open-conclusion" : "page.paste-conclusion",
                                "x", dd_record_get_id (self->meeting));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdMeetingDetails *self = DD_MEETING_DETAILS (widget);

  if (self->meeting != NULL)
    gtk_window_present (GTK_WINDOW (dd_meeting_dialog_edit_meeting (self->session,
                                                                    get_window (self),
                                                                    get_row (self))));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdMeetingDetails *self = DD_MEETING_DETAILS (widget);

  if (self->meeting != NULL)
    gtk_widget_activate_action (widget, g_str_equal (name, "meeting.next") ? "page.next-meeting"
                                                                           : "page.open-meeting",
                                "x", dd_record_get_id (self->meeting));
}

static void
notice_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdMeetingDetails *self = DD_MEETING_DETAILS (widget);

  if (self->meeting != NULL)
    gtk_window_present (GTK_WINDOW (dd_notice_window_new (self->session, get_window (self),
                                                          get_row (self))));
}

/* The tasks hang on the meeting, and on what concluded it. */
static void
paste_table_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdMeetingDetails *self = DD_MEETING_DETAILS (widget);

  if (self->meeting != NULL)
    gtk_widget_activate_action (widget, "win.paste-table", "(xxs)",
                                dd_row_get_reference (get_row (self), DD_MEETING_DOCUMENT),
                                dd_record_get_id (self->meeting),
                                dd_row_get_text (get_row (self), DD_MEETING_TITLE));
}

static void
show_tasks_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DdMeetingDetails *self = DD_MEETING_DETAILS (widget);

  if (self->meeting != NULL)
    gtk_widget_activate_action (widget, "win.show-meeting-tasks", "(xs)",
                                dd_record_get_id (self->meeting),
                                dd_row_get_text (get_row (self), DD_MEETING_TITLE));
}

static void
show_ledger_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdMeetingDetails *self = DD_MEETING_DETAILS (widget);

  if (self->meeting != NULL)
    gtk_widget_activate_action (widget, "page.show-clauses", "(xs)",
                                dd_record_get_id (self->meeting),
                                dd_row_get_text (get_row (self), DD_MEETING_TITLE));
}

static void
delete_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DdMeetingDetails) self = user_data;
  DdChange *change;

  if (!dd_confirm_finish (result, NULL) || self->meeting == NULL)
    return;

  change = dd_session_change (self->session, NULL);
  dd_change_delete (change, DD_KIND_MEETING, dd_record_get_id (self->meeting));
  dd_session_apply (self->session, GTK_WIDGET (self), change, _("Meeting deleted"));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdMeetingDetails *self = DD_MEETING_DETAILS (widget);
  guint n_clauses;

  if (self->meeting == NULL)
    return;

  n_clauses = (guint) dd_row_get_number (get_row (self), DD_MEETING_N_DIRECTIVES);
  if (n_clauses > 0)
    {
      g_autofree char *sentence =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u clause of the ledger was said at this meeting. It would "
                                      "not be known any more where it comes from.",
                                      "%u clauses of the ledger were said at this meeting. It "
                                      "would not be known any more where they come from.",
                                      n_clauses), n_clauses);

      dd_confirm_async (get_window (self), DD_CONFIRM_TELL, _("This Meeting Cannot Be Deleted"),
                        sentence, _("_OK"), NULL, NULL, NULL);
      return;
    }

  dd_confirm_async (get_window (self), DD_CONFIRM_DESTRUCTIVE, _("Delete This Meeting?"),
                    _("Its agenda, its notes and who attended go with it."), _("_Delete"), NULL,
                    delete_cb, g_object_ref (self));
}

/* --- the object ----------------------------------------------------------- */

static void
dd_meeting_details_dispose (GObject *object)
{
  DdMeetingDetails *self = DD_MEETING_DETAILS (object);
  GtkWidget *child;

  forget_meeting (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_MEETING_DETAILS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_meeting_details_parent_class)->dispose (object);
}

static void
dd_meeting_details_class_init (DdMeetingDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_meeting_details_dispose;

  g_type_ensure (DD_TYPE_ATTACHMENT_LIST);
  g_type_ensure (DD_TYPE_FACTS);
  g_type_ensure (DD_TYPE_HISTORY_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-meeting-details.ui");
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, title);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, hint);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, open_button);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, add_button);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, tasks_button);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, summary);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, clauses);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, ledger_button);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, attachments);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, attendance);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, history_expander);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingDetails, history);

  gtk_widget_class_install_action (widget_class, "meeting.open-conclusion", NULL,
                                   add_conclusion_action);
  gtk_widget_class_install_action (widget_class, "meeting.paste-conclusion", NULL,
                                   add_conclusion_action);
  gtk_widget_class_install_action (widget_class, "meeting.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "meeting.next", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "meeting.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "meeting.notice", NULL, notice_action);
  gtk_widget_class_install_action (widget_class, "meeting.paste-table", NULL, paste_table_action);
  gtk_widget_class_install_action (widget_class, "meeting.show-tasks", NULL, show_tasks_action);
  gtk_widget_class_install_action (widget_class, "meeting.show-ledger", NULL, show_ledger_action);
  gtk_widget_class_install_action (widget_class, "meeting.delete", NULL, delete_action);
}

static void
dd_meeting_details_init (DdMeetingDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dd_attachment_list_set_heading (self->attachments, _("Original of the Conclusion"));
  g_signal_connect_object (self->clauses, "row-activated", G_CALLBACK (clause_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history_expander, "notify::expanded", G_CALLBACK (show_history),
                           self, G_CONNECT_SWAPPED);
}

void
dd_meeting_details_start (DdMeetingDetails *self,
                          DdSession        *session)
{
  static const char * const writing[] = {
    "meeting.open-conclusion", "meeting.paste-conclusion", "meeting.paste-table", "meeting.next",
    "meeting.edit", "meeting.delete",
  };
  g_return_if_fail (DD_IS_MEETING_DETAILS (self));

  self->session = g_object_ref (session);
  self->read_only = dd_store_get_read_only (dd_session_get_store (session));
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], !self->read_only);
}

/**
 * dd_meeting_details_set_meeting:
 * @meeting: (nullable): the meeting to show, and to follow
 */
void
dd_meeting_details_set_meeting (DdMeetingDetails *self,
                                DdRecord         *meeting)
{
  g_return_if_fail (DD_IS_MEETING_DETAILS (self));

  if (self->meeting == meeting)
    {
      show_meeting (self);
      return;
    }

  forget_meeting (self);
  if (meeting == NULL)
    return;

  self->meeting = g_object_ref (meeting);
  g_signal_connect_swapped (meeting, "changed", G_CALLBACK (show_meeting), self);
  gtk_label_set_text (self->summary, "");
  read_parts (self);
  show_meeting (self);
}

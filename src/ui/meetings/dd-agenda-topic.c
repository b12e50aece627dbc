/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-topic"

#include "config.h"

#include "dd-agenda-topic.h"

#include "dd-agenda-dialogs.h"
#include "dd-agenda-history.h"
#include "dd-agenda-item.h"
#include "dd-agenda-notes.h"
#include "dd-assign.h"
#include "dd-conclusion-order.h"
#include "dd-conclusion-row.h"
#include "dd-confirm.h"
#include "dd-directive.h"
#include "dd-error-dialog.h"
#include "dd-meeting.h"
#include "dd-quick-entry.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * DdAgendaTopic:
 *
 * One topic of a meeting while it is worked on: the notes, and what was concluded under
 * it, typed in one line each.
 */
struct _DdAgendaTopic
{
  GtkWidget        parent_instance;

  /* Template children */
  GtkStack        *stack;
  AdwStatusPage   *none;
  GtkLabel        *title;
  GtkLabel        *facts;
  GtkCheckButton  *discussed;
  GtkButton       *history_button;
  DdAgendaNotes   *notes;
  GtkLabel        *conclusions_label;
  GtkListBox      *conclusions;
  GtkBox          *entry_box;
  DdQuickEntry    *entry;
  GtkCheckButton  *task_now;

  DdSession       *session;
  DdRecord        *meeting;
  DdRecord        *item;        /* NULL: none is chosen */
  DdList          *directives;
  GQueue           entering;    /* (element-type Entering): the first is being numbered */
  gboolean         locked;
  gboolean         showing;
};

G_DEFINE_FINAL_TYPE (DdAgendaTopic, dd_agenda_topic, GTK_TYPE_WIDGET)

static const DdRow *
get_row (DdAgendaTopic *self)
{
  return dd_record_get_row (self->item);
}

static GtkWindow *
get_window (DdAgendaTopic *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- showing -------------------------------------------------------------- */

static void
show_facts (DdAgendaTopic *self)
{
  const char *unit = dd_row_get_text (get_row (self), DD_AGENDA_ITEM_UNIT_NAME);
  g_autofree char *text = NULL;

  if (unit != NULL)
    /* Translators: the unit that reports on a topic. */
    text = g_strdup_printf (_("Reported by %s"), unit);
  gtk_label_set_text (self->facts, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->facts), text != NULL);
}

static void
show_item (DdAgendaTopic *self)
{
  if (self->item == NULL || !dd_record_get_loaded (self->item))
    return;

  self->showing = TRUE;
  gtk_label_set_text (self->title, dd_row_get_text (get_row (self), DD_AGENDA_ITEM_TITLE));
  gtk_check_button_set_active (self->discussed,
                               dd_row_get_flag (get_row (self), DD_AGENDA_ITEM_DISCUSSED));
  self->showing = FALSE;
  show_facts (self);
}

static void
show_count (DdAgendaTopic *self)
{
  guint n = self->directives != NULL ? dd_list_get_count (self->directives) : 0;
  g_autofree char *text =
    n == 0 ? g_strdup (_("No conclusions under this topic yet"))
           : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u conclusion", "%u conclusions", n),
                              n);

  gtk_label_set_text (self->conclusions_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->conclusions), n > 0);
}

static gboolean
is_writable (DdAgendaTopic *self)
{
  return !self->locked && !dd_store_get_read_only (dd_session_get_store (self->session));
}

static void
show_lock (DdAgendaTopic *self)
{
  gboolean writable = is_writable (self);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->conclusions));

  if (writable)
    adw_status_page_set_description (self->none,
                                     _("Type the topics of the meeting at the left, one after the "
                                       "other, or take over those that come back from earlier "
                                       "meetings."));
  else
    adw_status_page_set_description (self->none, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->discussed), writable);
  dd_agenda_notes_set_locked (self->notes, !writable);
  gtk_widget_set_visible (GTK_WIDGET (self->entry_box), writable);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (DD_IS_CONCLUSION_ROW (row))
      dd_conclusion_row_set_locked (DD_CONCLUSION_ROW (row), !writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "topic.edit", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "topic.delete", writable);
}

static GtkWidget *
make_conclusion_row (gpointer item,
                     gpointer user_data)
{
  DdAgendaTopic *self = user_data;
  GtkWidget *row = dd_conclusion_row_new (self->session, DD_RECORD (item));

  dd_conclusion_row_set_locked (DD_CONCLUSION_ROW (row), !is_writable (self));

  return row;
}

static void
forget_item (DdAgendaTopic *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  if (self->directives != NULL)
    g_signal_handlers_disconnect_by_data (self->directives, self);
  if (self->conclusions != NULL)
    gtk_list_box_bind_model (self->conclusions, NULL, NULL, NULL, NULL);
  g_clear_object (&self->directives);
  g_clear_object (&self->item);
}

static void
read_directives (DdAgendaTopic *self)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_DIRECTIVE);

  dd_query_set_reference (query, DD_DIRECTIVE_AGENDA_ITEM, dd_record_get_id (self->item));
  dd_query_set_sort (query, DD_DIRECTIVE_POSITION, FALSE);
  self->directives = dd_store_get_list (dd_session_get_store (self->session), query);
  gtk_list_box_bind_model (self->conclusions, G_LIST_MODEL (self->directives),
                           make_conclusion_row, self, NULL);
  g_signal_connect_swapped (self->directives, "notify::count", G_CALLBACK (show_count), self);
}

/* --- doing ---------------------------------------------------------------- */

static void
discussed_cb (DdAgendaTopic *self)
{
  gboolean discussed = gtk_check_button_get_active (self->discussed);
  DdChange *change;
  DdRow *row;

  if (self->showing || self->item == NULL)
    return;

  /* The notes are of the same record: they go first. */
  dd_agenda_notes_flush (self->notes);
  row = dd_row_copy (get_row (self));
  dd_row_set_flag (row, DD_AGENDA_ITEM_DISCUSSED, discussed);
  change = dd_session_change (self->session, NULL);
  dd_change_update (change, row);
  dd_session_apply (self->session, GTK_WIDGET (self), change,
                    discussed ? _("Marked as discussed") : _("Marked as not discussed"));
}

static void
fill_directive (DdAgendaTopic *self,
                DdRow         *directive)
{
  const DdRow *meeting = dd_record_get_row (self->meeting);
  const char *chair = dd_row_get_text (meeting, DD_MEETING_CHAIR);
  const char *assigners[] = { chair, NULL };

  dd_row_set_reference (directive, DD_DIRECTIVE_AGENDA_ITEM, dd_record_get_id (self->item));
  dd_row_unset (directive, DD_DIRECTIVE_SPAN_START);
  dd_row_unset (directive, DD_DIRECTIVE_SPAN_END);
  if (chair != NULL && !dd_row_is_set (directive, DD_DIRECTIVE_ASSIGNER))
    dd_row_set_list (directive, DD_DIRECTIVE_ASSIGNER, assigners);
}

/* What was typed, on its way into the file: it gets there also if the page is left. */
typedef struct
{
  DdAgendaTopic *topic;
  DdSession     *session;
  DdRecord      *meeting;
  DdDraft       *draft;
} Entering;

static void
entering_free (Entering *entering)
{
  g_object_unref (entering->topic);
  g_object_unref (entering->session);
  g_object_unref (entering->meeting);
  dd_draft_free (entering->draft);
  g_free (entering);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entering, entering_free)

static void read_order (DdAgendaTopic *self);

static void
order_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Entering) entering = user_data;
  DdAgendaTopic *self = entering->topic;
  DdRow *directive = entering->draft->directive;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConclusionOrder) order = dd_conclusion_order_read_finish (result, &error);
  g_autoptr (DdAssignment) assignment = NULL;
  DdChange *change;

  g_queue_pop_head (&self->entering);
  if (order == NULL)
    dd_error_dialog_show (GTK_WIDGET (self), error);
  else
    {
      change = dd_session_change (entering->session, NULL);
      assignment = dd_assignment_new (change, 0, dd_record_get_id (entering->meeting),
                                      dd_row_get_day (dd_record_get_row (entering->meeting),
                                                      DD_MEETING_DAY));
      dd_conclusion_order_add (order, directive);
      dd_conclusion_order_fill (order, change);
      dd_assignment_set_position (assignment, (guint) dd_row_get_number (
                                    directive, DD_DIRECTIVE_POSITION) - 1);
      dd_assignment_add_draft (assignment, entering->draft);
      dd_session_apply (entering->session, GTK_WIDGET (self), change,
                        entering->draft->make_tasks ? _("Conclusion entered and assigned")
                                                    : _("Conclusion entered"));
    }
  read_order (self);
}

/* One after the other: the number of each follows from those before. */
static void
read_order (DdAgendaTopic *self)
{
  Entering *entering = g_queue_peek_head (&self->entering);

  if (entering != NULL)
    dd_conclusion_order_read_async (dd_session_get_store (entering->session),
                                    dd_record_get_id (entering->meeting), order_read_cb, entering);
}

static void
taken_cb (DdAgendaTopic *self,
          const DdDraft *given)
{
  Entering *entering;
  DdDraft *draft;

  if (self->item == NULL)
    return;

  draft = dd_draft_copy (given);
  fill_directive (self, draft->directive);
  draft->make_tasks = gtk_check_button_get_active (self->task_now) && draft->leads->len > 0 &&
                      dd_draft_get_faults (draft) == DD_DRAFT_FAULT_NONE &&
                      !dd_draft_needs_no_task (draft);
  if (!draft->make_tasks && !dd_draft_needs_no_task (draft))
    dd_row_unset (draft->directive, DD_DIRECTIVE_NO_TASK_REASON);

  entering = g_new0 (Entering, 1);
  entering->topic = g_object_ref (self);
  entering->session = g_object_ref (self->session);
  entering->meeting = g_object_ref (self->meeting);
  entering->draft = draft;
  g_queue_push_tail (&self->entering, entering);
  if (g_queue_get_length (&self->entering) == 1)
    read_order (self);
}

static void
conclusion_activated_cb (DdAgendaTopic *self,
                         GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-directive", "x",
                              dd_conclusion_row_get_id (DD_CONCLUSION_ROW (row)));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdAgendaTopic *self = DD_AGENDA_TOPIC (widget);

  dd_agenda_notes_flush (self->notes);
  if (self->item != NULL)
    gtk_window_present (GTK_WINDOW (dd_agenda_dialog_edit_item (self->session, get_window (self),
                                                                get_row (self))));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdAgendaTopic *self = DD_AGENDA_TOPIC (widget);
  DdChange *change;

  if (self->item == NULL)
    return;
  if (dd_row_get_number (get_row (self), DD_AGENDA_ITEM_N_DIRECTIVES) > 0)
    {
      dd_confirm_async (get_window (self), DD_CONFIRM_TELL, _("This Topic Cannot Be Deleted"),
                        _("Conclusions stand under it. Delete them first."), _("_OK"), NULL, NULL,
                        NULL);
      return;
    }

  dd_agenda_notes_flush (self->notes);
  change = dd_session_change (self->session, NULL);
  dd_change_delete (change, DD_KIND_AGENDA_ITEM, dd_record_get_id (self->item));
  dd_session_apply (self->session, widget, change, _("Topic deleted"));
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DdAgendaTopic *self = DD_AGENDA_TOPIC (widget);

  if (self->item != NULL)
    gtk_window_present (GTK_WINDOW (dd_agenda_history_new (self->session, get_window (self),
                                                           get_row (self))));
}

/* --- the object ----------------------------------------------------------- */

static void
dd_agenda_topic_dispose (GObject *object)
{
  DdAgendaTopic *self = DD_AGENDA_TOPIC (object);
  GtkWidget *child;

  forget_item (self);
  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_data (self->meeting, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_AGENDA_TOPIC);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_agenda_topic_parent_class)->dispose (object);
}

static void
dd_agenda_topic_class_init (DdAgendaTopicClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_agenda_topic_dispose;

  g_type_ensure (DD_TYPE_AGENDA_NOTES);
  g_type_ensure (DD_TYPE_QUICK_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-agenda-topic.ui");
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, stack);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, none);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, title);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, facts);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, discussed);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, history_button);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, notes);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, conclusions_label);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, conclusions);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, entry_box);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, entry);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaTopic, task_now);
  gtk_widget_class_bind_template_callback (widget_class, discussed_cb);
  gtk_widget_class_bind_template_callback (widget_class, taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, conclusion_activated_cb);

  gtk_widget_class_install_action (widget_class, "topic.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "topic.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "topic.history", NULL, history_action);
}

static void
dd_agenda_topic_init (DdAgendaTopic *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_queue_init (&self->entering);
}

/**
 * dd_agenda_topic_start:
 * @meeting: of which the topics are that will be shown
 */
void
dd_agenda_topic_start (DdAgendaTopic *self,
                       DdSession     *session,
                       DdRecord      *meeting)
{
  g_return_if_fail (DD_IS_AGENDA_TOPIC (self));

  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  dd_quick_entry_start (self->entry, session, DD_QUICK_ENTRY_GIVES_DRAFTS);
  dd_quick_entry_set_reference (self->entry,
                                dd_row_get_day (dd_record_get_row (meeting), DD_MEETING_DAY));
  show_lock (self);
}

/**
 * dd_agenda_topic_set_item:
 * @item: (nullable): the topic that is worked on; the notes of the one before are stored
 */
void
dd_agenda_topic_set_item (DdAgendaTopic *self,
                          DdRecord      *item)
{
  g_return_if_fail (DD_IS_AGENDA_TOPIC (self));

  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "topic" : "none");
  if (self->item == item)
    return;

  dd_agenda_notes_set_item (self->notes, self->session, item);
  forget_item (self);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  read_directives (self);
  show_item (self);
  show_count (self);
}

/**
 * dd_agenda_topic_set_locked:
 * @locked: whether it can be read only
 */
void
dd_agenda_topic_set_locked (DdAgendaTopic *self,
                            gboolean       locked)
{
  g_return_if_fail (DD_IS_AGENDA_TOPIC (self));

  self->locked = locked;
  show_lock (self);
}

/**
 * dd_agenda_topic_flush:
 *
 * Stores what is not stored yet.
 */
void
dd_agenda_topic_flush (DdAgendaTopic *self)
{
  g_return_if_fail (DD_IS_AGENDA_TOPIC (self));

  dd_agenda_notes_flush (self->notes);
}

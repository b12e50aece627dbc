/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-page"

#include "config.h"

#include "dd-meeting-page.h"

#include "dd-agenda-dialogs.h"
#include "dd-agenda-item.h"
#include "dd-agenda-list.h"
#include "dd-agenda-topic.h"
#include "dd-attendance-view.h"
#include "dd-confirm.h"
#include "dd-day-text.h"
#include "dd-history-entry.h"
#include "dd-history-view.h"
#include "dd-history.h"
#include "dd-meeting-dialogs.h"
#include "dd-meeting-step.h"
#include "dd-meeting.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * DdMeetingPage:
 *
 * Where a secretary works before, during and after a meeting: the agenda with the topic
 * that is on, its notes and what is concluded under it; and the attendance.
 *
 * What the state of the meeting allows is said in one line, and the button beside it
 * leads to the next one. A meeting that is concluded can be read here, and reopened.
 */
struct _DdMeetingPage
{
  GtkWidget         parent_instance;

  /* Template children */
  AdwWindowTitle   *title;
  GtkButton        *step_button;
  GtkBox           *strip;
  GtkLabel         *state_label;
  AdwViewStack     *views;
  DdAgendaList     *agenda;
  DdAgendaTopic    *topic;
  DdAttendanceView *attendance;
  GtkButton        *carry_button;

  DdSession        *session;
  DdRecord         *meeting;
  GCancellable     *cancellable;
  gboolean          locked;
};

G_DEFINE_FINAL_TYPE (DdMeetingPage, dd_meeting_page, GTK_TYPE_WIDGET)

enum { LEFT, N_SIGNALS };

static guint signals[N_SIGNALS];

static const DdRow *
get_row (DdMeetingPage *self)
{
  return dd_record_get_row (self->meeting);
}

static GtkWindow *
get_window (DdMeetingPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
is_read_only (DdMeetingPage *self)
{
  return dd_store_get_read_only (dd_session_get_store (self->session));
}

/* --- the state ------------------------------------------------------------ */

/* The last time that the state was another, or the day it was entered as it is. */
static const DdHistoryEntry *
find_closing (GPtrArray *entries)
{
  const DdHistoryEntry *found = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const DdHistoryEntry *entry = entries->pdata[i];
      gboolean closes = dd_row_get_choice (entry->row, DD_HISTORY_EVENT) ==
                        DD_HISTORY_EVENT_CREATED;

      for (guint j = 0; j < entry->changes->len && !closes; j++)
        closes = g_str_equal (((DdHistoryChange *) entry->changes->pdata[j])->field, "state");
      if (closes && (found == NULL || dd_row_get_id (entry->row) > dd_row_get_id (found->row)))
        found = entry;
    }

  return found;
}

static void
history_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DdMeetingPage) self = user_data;
  g_autoptr (GPtrArray) entries = dd_store_history_finish (DD_STORE (object), result, NULL);
  const DdHistoryEntry *entry = entries != NULL ? find_closing (entries) : NULL;
  g_autofree char *moment = NULL;
  g_autofree char *text = NULL;

  if (entry == NULL || self->meeting == NULL || !dd_meeting_is_locked (get_row (self)))
    return;

  moment = dd_history_moment_to_text (dd_row_get_text (entry->row, DD_HISTORY_HAPPENED));
  /* Translators: a moment, who closed the meeting, and what follows from that. */
  text = g_strdup_printf (_("Closed on %s by %s. %s"), moment,
                          dd_row_get_text (entry->row, DD_HISTORY_ACTOR),
                          dd_meeting_get_hint (get_row (self),
                                               dd_session_get_today (self->session)));
  gtk_label_set_text (self->state_label, text);
}

static void
show_state (DdMeetingPage *self)
{
  DdMeetingAction action = dd_meeting_step_get_next (get_row (self));

  self->locked = dd_meeting_is_locked (get_row (self)) || is_read_only (self);
  gtk_label_set_text (self->state_label, dd_meeting_get_hint (
                        get_row (self), dd_session_get_today (self->session)));
  if (dd_meeting_is_locked (get_row (self)))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->strip), "note-bar");
      dd_store_history_async (dd_session_get_store (self->session), DD_KIND_MEETING,
                              dd_record_get_id (self->meeting), self->cancellable,
                              history_read_cb, g_object_ref (self));
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->strip), "note-bar");

  gtk_button_set_label (self->step_button, dd_meeting_step_get_label (action));
  if (action == DD_MEETING_ACTION_REOPEN)
    gtk_widget_remove_css_class (GTK_WIDGET (self->step_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->step_button), "suggested-action");
  dd_agenda_list_set_locked (self->agenda, self->locked);
  dd_agenda_topic_set_locked (self->topic, self->locked);
  dd_attendance_view_set_locked (self->attendance, self->locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sitting.step", !is_read_only (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sitting.paste-table", !is_read_only (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sitting.edit", !self->locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sitting.carry", !self->locked);
  gtk_widget_set_visible (GTK_WIDGET (self->carry_button), !self->locked);
}

static void
show_meeting (DdMeetingPage *self)
{
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;
  const char *chair;

  if (!dd_record_get_loaded (self->meeting))
    return;

  day = dd_day_to_long_text (dd_row_get_day (get_row (self), DD_MEETING_DAY));
  chair = dd_row_get_text (get_row (self), DD_MEETING_CHAIR);
  if (chair != NULL)
    /* Translators: the day of a meeting, and who chairs it. */
    subtitle = g_strdup_printf (_("%s · chaired by %s"), day, chair);
  adw_window_title_set_title (self->title, dd_row_get_text (get_row (self), DD_MEETING_TITLE));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : day);
  show_state (self);
}

static void
topic_selected_cb (DdMeetingPage *self)
{
  dd_agenda_topic_set_item (self->topic, dd_agenda_list_get_selected (self->agenda));
}

/* --- doing ---------------------------------------------------------------- */

static void
leave_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  dd_meeting_page_flush (DD_MEETING_PAGE (widget));
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdMeetingPage *self = DD_MEETING_PAGE (widget);

  dd_meeting_page_flush (self);
  dd_meeting_step_take (self->session, widget, self->meeting,
                        dd_agenda_list_get_n_not_discussed (self->agenda),
                        dd_attendance_view_get_n_present (self->attendance));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdMeetingPage *self = DD_MEETING_PAGE (widget);

  gtk_window_present (GTK_WINDOW (dd_meeting_dialog_edit_meeting (self->session,
                                                                  get_window (self),
                                                                  get_row (self))));
}

/* The topics of the meeting itself do not come back to it. */
static void
leave_out_own (DdMeetingPage *self,
               GPtrArray     *topics)
{
  for (guint i = topics->len; i > 0; i--)
    if (dd_row_get_reference (topics->pdata[i - 1], DD_AGENDA_ITEM_MEETING) ==
        dd_record_get_id (self->meeting))
      g_ptr_array_remove_index (topics, i - 1);
}

static void
returning_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DdMeetingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) topics = dd_store_select_finish (DD_STORE (object), result, &error);

  if (self->meeting == NULL || topics == NULL || get_window (self) == NULL)
    return;

  leave_out_own (self, topics);
  if (topics->len == 0)
    {
      dd_confirm_async (get_window (self), DD_CONFIRM_TELL, _("No Topic Comes Back"),
                        _("All topics of earlier meetings were discussed, and the tasks that came "
                          "of them are completed."), _("_OK"), NULL, NULL, NULL);
      return;
    }

  gtk_window_present (GTK_WINDOW (dd_agenda_dialog_carry (
                                    self->session, get_window (self), get_row (self), topics,
                                    dd_agenda_list_get_next_position (self->agenda))));
}

static void
carry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DdMeetingPage *self = DD_MEETING_PAGE (widget);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_AGENDA_ITEM);

  dd_query_set_returning (query, dd_record_get_id (self->meeting));
  dd_query_set_sort (query, DD_AGENDA_ITEM_MEETING_DAY, FALSE);
  dd_store_select_async (dd_session_get_store (self->session), query, self->cancellable,
                         returning_read_cb, g_object_ref (self));
}

static void
paste_table_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdMeetingPage *self = DD_MEETING_PAGE (widget);

  dd_meeting_page_flush (self);
  gtk_widget_activate_action (widget, "win.paste-table", "(xxs)",
                              dd_row_get_reference (get_row (self), DD_MEETING_DOCUMENT),
                              dd_record_get_id (self->meeting),
                              dd_row_get_text (get_row (self), DD_MEETING_TITLE));
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DdMeetingPage *self = DD_MEETING_PAGE (widget);

  dd_meeting_page_flush (self);
  gtk_widget_activate_action (widget, "page.next-meeting", "x", dd_record_get_id (self->meeting));
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_view_stack_set_visible_child_name (DD_MEETING_PAGE (widget)->views,
                                         g_variant_get_string (parameter, NULL));
}

/* --- the object ----------------------------------------------------------- */

static gboolean
dd_meeting_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DD_MEETING_PAGE (widget)->agenda));
}

static void
dd_meeting_page_dispose (GObject *object)
{
  DdMeetingPage *self = DD_MEETING_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_data (self->meeting, self);
  if (self->agenda != NULL)
    g_signal_handlers_disconnect_by_data (self->agenda, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_MEETING_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_meeting_page_parent_class)->dispose (object);
}

static void
dd_meeting_page_class_init (DdMeetingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_meeting_page_dispose;
  widget_class->grab_focus = dd_meeting_page_grab_focus;

  g_type_ensure (DD_TYPE_AGENDA_LIST);
  g_type_ensure (DD_TYPE_AGENDA_TOPIC);
  g_type_ensure (DD_TYPE_ATTENDANCE_VIEW);

  /**
   * DdMeetingPage::left:
   *
   * The user goes back to the list.
   */
  signals[LEFT] = g_signal_new ("left", DD_TYPE_MEETING_PAGE, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-meeting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DdMeetingPage, title);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingPage, step_button);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingPage, strip);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingPage, views);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingPage, topic);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingPage, attendance);
  gtk_widget_class_bind_template_child (widget_class, DdMeetingPage, carry_button);
  gtk_widget_class_bind_template_callback (widget_class, topic_selected_cb);

  gtk_widget_class_install_action (widget_class, "sitting.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "sitting.step", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "sitting.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "sitting.carry", NULL, carry_action);
  gtk_widget_class_install_action (widget_class, "sitting.paste-table", NULL, paste_table_action);
  gtk_widget_class_install_action (widget_class, "sitting.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "sitting.show", "s", show_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "sitting.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_ALT_MASK, "sitting.show", "s",
                                       "agenda");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_ALT_MASK, "sitting.show", "s",
                                       "attendance");
}

static void
dd_meeting_page_init (DdMeetingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * dd_meeting_page_new:
 * @meeting: a meeting that is loaded
 */
GtkWidget *
dd_meeting_page_new (DdSession *session,
                     DdRecord  *meeting)
{
  DdMeetingPage *self = g_object_new (DD_TYPE_MEETING_PAGE, NULL);

  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  dd_agenda_topic_start (self->topic, session, meeting);
  dd_attendance_view_start (self->attendance, session, meeting);
  dd_agenda_list_start (self->agenda, session, meeting);
  topic_selected_cb (self);
  g_signal_connect_swapped (meeting, "changed", G_CALLBACK (show_meeting), self);
  show_meeting (self);

  return GTK_WIDGET (self);
}

gint64
dd_meeting_page_get_id (DdMeetingPage *self)
{
  g_return_val_if_fail (DD_IS_MEETING_PAGE (self), 0);

  return dd_record_get_id (self->meeting);
}

/**
 * dd_meeting_page_flush:
 *
 * Stores the notes that are not stored yet.
 */
void
dd_meeting_page_flush (DdMeetingPage *self)
{
  g_return_if_fail (DD_IS_MEETING_PAGE (self));

  dd_agenda_topic_flush (self->topic);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-attendance-view"

#include "config.h"

#include "dd-attendance-view.h"

#include "dd-attendance-row.h"
#include "dd-meeting-dialogs.h"
#include "dd-meeting-roll.h"
#include "dd-meeting.h"

#include <glib/gi18n-lib.h>

/**
 * DdAttendanceView:
 *
 * The roll of a meeting: the members of the body that meets, as they were on that day,
 * and its guests, each with their answer. A meeting of no body has a free list.
 */
struct _DdAttendanceView
{
  GtkWidget      parent_instance;

  /* Template children */
  GtkStack      *stack;
  GtkLabel      *summary;
  GtkButton     *members_button;
  GtkListBox    *box;
  GtkLabel      *empty_title;
  GtkLabel      *empty_text;
  GtkButton     *enter_members_button;

  DdSession     *session;
  DdRecord      *meeting;
  DdMeetingRoll *roll;
  gboolean       locked;
};

G_DEFINE_FINAL_TYPE (DdAttendanceView, dd_attendance_view, GTK_TYPE_WIDGET)

static const DdRow *
get_row (DdAttendanceView *self)
{
  return dd_record_get_row (self->meeting);
}

static gint64
get_body (DdAttendanceView *self)
{
  return dd_row_get_reference (get_row (self), DD_MEETING_BODY);
}

/* --- showing -------------------------------------------------------------- */

/* Rows that are there stay, so that the keyboard stays where it is. */
static void
show_rows (DdAttendanceView *self,
           const DdRoll     *roll)
{
  g_auto (GStrv) sites = dd_row_get_list (get_row (self), DD_MEETING_SITES);
  GtkListBoxRow *row;
  guint n_same = 0;

  while (n_same < roll->entries->len &&
         (row = gtk_list_box_get_row_at_index (self->box, (int) n_same)) != NULL &&
         dd_attendance_row_is_of (DD_ATTENDANCE_ROW (row), roll->entries->pdata[n_same]))
    n_same++;
  while ((row = gtk_list_box_get_row_at_index (self->box, (int) n_same)) != NULL)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));
  for (guint i = n_same; i < roll->entries->len; i++)
    gtk_list_box_append (self->box, dd_attendance_row_new (self->session,
                                                           dd_record_get_id (self->meeting),
                                                           sites));
  for (guint i = 0; i < roll->entries->len; i++)
    {
      DdAttendanceRow *shown =
        DD_ATTENDANCE_ROW (gtk_list_box_get_row_at_index (self->box, (int) i));

      dd_attendance_row_set_entry (shown, roll->entries->pdata[i]);
      dd_attendance_row_set_locked (shown, self->locked);
    }
}

static void
show_empty (DdAttendanceView *self)
{
  const char *body = dd_row_get_text (get_row (self), DD_MEETING_BODY_NAME);
  g_autofree char *text = NULL;

  if (get_body (self) == 0)
    {
      gtk_label_set_text (self->empty_title, _("Nobody Is on the List Yet"));
      gtk_label_set_text (self->empty_text,
                          _("Add who is invited. If this is the meeting of a body, such as a task "
                            "force, edit the meeting and choose it: its members are expected by "
                            "themselves."));
    }
  else
    {
      /* Translators: the name of a task force or group of units. */
      text = g_strdup_printf (_("Enter once who belongs to “%s”: every meeting of it then knows "
                                "who is expected, and who is absent."),
                              body != NULL ? body : "");
      gtk_label_set_text (self->empty_title, _("No Members Yet"));
      gtk_label_set_text (self->empty_text, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->enter_members_button), get_body (self) != 0);
}

static void
refresh (DdAttendanceView *self)
{
  const DdRoll *roll = dd_meeting_roll_get_roll (self->roll);
  g_autofree char *text = dd_meeting_roll_to_text (self->roll);

  gtk_stack_set_visible_child_name (self->stack, roll->entries->len > 0 ? "roll" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->members_button), get_body (self) != 0);
  gtk_label_set_text (self->summary, text);
  show_rows (self, roll);
  show_empty (self);
}

/* --- doing ---------------------------------------------------------------- */

/* Whoever is excused, or has sent a deputy, has said so: that stays. */
static void
all_present_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdAttendanceView *self = DD_ATTENDANCE_VIEW (widget);
  const DdRoll *roll = dd_meeting_roll_get_roll (self->roll);
  DdChange *change = dd_session_change (self->session, NULL);

  for (guint i = 0; i < roll->entries->len; i++)
    {
      const DdRollEntry *entry = roll->entries->pdata[i];
      DdRow *mark;

      if (entry->state != DD_ROLL_STATE_ABSENT)
        continue;
      mark = entry->mark != NULL ? dd_row_copy (entry->mark) : dd_row_new (DD_KIND_ATTENDANCE);
      dd_row_set_choice (mark, DD_ATTENDANCE_STATE, DD_ATTENDANCE_STATE_PRESENT);
      if (entry->mark != NULL)
        {
          dd_change_update (change, mark);
          continue;
        }
      dd_row_set_reference (mark, DD_ATTENDANCE_MEETING, dd_record_get_id (self->meeting));
      dd_row_set_reference (mark, DD_ATTENDANCE_UNIT,
                            dd_row_get_reference (entry->member, DD_UNIT_MEMBER_UNIT));
      dd_row_set_reference (mark, DD_ATTENDANCE_PERSON,
                            dd_row_get_reference (entry->member, DD_UNIT_MEMBER_PERSON));
      dd_change_insert (change, mark);
    }
  dd_session_apply (self->session, widget, change, _("All marked as present"));
}

static void
add_guest_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DdAttendanceView *self = DD_ATTENDANCE_VIEW (widget);

  gtk_window_present (GTK_WINDOW (dd_meeting_dialog_add_guest (
                                    self->session, GTK_WINDOW (gtk_widget_get_root (widget)),
                                    dd_record_get_id (self->meeting))));
}

static void
members_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DdAttendanceView *self = DD_ATTENDANCE_VIEW (widget);

  if (get_body (self) != 0)
    gtk_widget_activate_action (widget, "win.show-members", "x", get_body (self));
}

/* --- the object ----------------------------------------------------------- */

static void
dd_attendance_view_dispose (GObject *object)
{
  DdAttendanceView *self = DD_ATTENDANCE_VIEW (object);
  GtkWidget *child;

  if (self->roll != NULL)
    g_signal_handlers_disconnect_by_data (self->roll, self);
  g_clear_object (&self->roll);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_ATTENDANCE_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_attendance_view_parent_class)->dispose (object);
}

static void
dd_attendance_view_class_init (DdAttendanceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_attendance_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-attendance-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DdAttendanceView, stack);
  gtk_widget_class_bind_template_child (widget_class, DdAttendanceView, summary);
  gtk_widget_class_bind_template_child (widget_class, DdAttendanceView, members_button);
  gtk_widget_class_bind_template_child (widget_class, DdAttendanceView, box);
  gtk_widget_class_bind_template_child (widget_class, DdAttendanceView, empty_title);
  gtk_widget_class_bind_template_child (widget_class, DdAttendanceView, empty_text);
  gtk_widget_class_bind_template_child (widget_class, DdAttendanceView, enter_members_button);

  gtk_widget_class_install_action (widget_class, "attendance.all-present", NULL,
                                   all_present_action);
  gtk_widget_class_install_action (widget_class, "attendance.add-guest", NULL, add_guest_action);
  gtk_widget_class_install_action (widget_class, "attendance.members", NULL, members_action);
}

static void
dd_attendance_view_init (DdAttendanceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dd_attendance_view_start:
 * @meeting: a meeting that is loaded
 */
void
dd_attendance_view_start (DdAttendanceView *self,
                          DdSession        *session,
                          DdRecord         *meeting)
{
  g_return_if_fail (DD_IS_ATTENDANCE_VIEW (self));

  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  self->roll = dd_meeting_roll_new (session, meeting);
  g_signal_connect_swapped (self->roll, "changed", G_CALLBACK (refresh), self);
  refresh (self);
}

/**
 * dd_attendance_view_set_locked:
 * @locked: whether it can be read only
 */
void
dd_attendance_view_set_locked (DdAttendanceView *self,
                               gboolean          locked)
{
  g_return_if_fail (DD_IS_ATTENDANCE_VIEW (self));

  self->locked = locked;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.all-present", !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.add-guest", !locked);
  refresh (self);
}

/**
 * dd_attendance_view_get_n_present:
 *
 * Returns: how many came, themselves or by a deputy
 */
guint
dd_attendance_view_get_n_present (DdAttendanceView *self)
{
  g_return_val_if_fail (DD_IS_ATTENDANCE_VIEW (self), 0);

  return dd_roll_get_n_present (dd_meeting_roll_get_roll (self->roll));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-attendance-row"

#include "config.h"

#include "dd-attendance-row.h"

#include "dd-accessible.h"
#include "dd-attendance.h"

#include <glib/gi18n-lib.h>

/**
 * DdAttendanceRow:
 *
 * A unit that a meeting was for, and whether it came, which can be changed here.
 */
struct _DdAttendanceRow
{
  GtkListBoxRow  parent_instance;

  DdSession     *session;
  DdRecord      *attendance;
  GtkLabel      *name;
  GtkDropDown   *state;
  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (DdAttendanceRow, dd_attendance_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_attendance (DdAttendanceRow *self)
{
  const DdRow *attendance = dd_record_get_row (self->attendance);

  if (!dd_record_get_loaded (self->attendance))
    return;

  self->showing = TRUE;
  gtk_label_set_text (self->name, dd_row_get_text (attendance, DD_ATTENDANCE_UNIT_NAME));
  dd_accessible_set_label (GTK_WIDGET (self->state), gtk_label_get_text (self->name));
  gtk_drop_down_set_selected (self->state, dd_row_get_choice (attendance, DD_ATTENDANCE_STATE));
  self->showing = FALSE;
}

static void
state_selected_cb (DdAttendanceRow *self)
{
  DdRow *row;
  DdChange *change;

  if (self->showing || self->attendance == NULL || !dd_record_get_loaded (self->attendance))
    return;

  row = dd_row_copy (dd_record_get_row (self->attendance));
  dd_row_set_choice (row, DD_ATTENDANCE_STATE, gtk_drop_down_get_selected (self->state));
  change = dd_session_change (self->session, NULL);
  dd_change_update (change, row);
  dd_session_apply (self->session, GTK_WIDGET (self), change, _("Attendance changed"));
}

static void
dd_attendance_row_dispose (GObject *object)
{
  DdAttendanceRow *self = DD_ATTENDANCE_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->attendance);

  G_OBJECT_CLASS (dd_attendance_row_parent_class)->dispose (object);
}

static void
dd_attendance_row_class_init (DdAttendanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_attendance_row_dispose;
}

static void
dd_attendance_row_init (DdAttendanceRow *self)
{
  const DdField *field = &dd_record_type_get (DD_KIND_ATTENDANCE)->fields[DD_ATTENDANCE_STATE];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));

  for (guint i = 0; i < field->n_choices; i++)
    gtk_string_list_append (labels, dd_field_get_choice_label (field, i));
  self->state = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->state), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (state_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->state));

  gtk_widget_add_css_class (GTK_WIDGET (self), "short-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
dd_attendance_row_new (DdSession *session,
                       DdRecord  *attendance)
{
  DdAttendanceRow *self = g_object_new (DD_TYPE_ATTENDANCE_ROW, NULL);

  self->session = g_object_ref (session);
  self->attendance = g_object_ref (attendance);
  gtk_widget_set_sensitive (GTK_WIDGET (self->state),
                            !dd_store_get_read_only (dd_session_get_store (session)));
  g_signal_connect_object (attendance, "changed", G_CALLBACK (show_attendance), self,
                           G_CONNECT_SWAPPED);
  show_attendance (self);

  return GTK_WIDGET (self);
}

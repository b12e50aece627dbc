/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-attendance-row"

#include "config.h"

#include "dd-attendance-row.h"

#include "dd-accessible.h"
#include "dd-label.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdAttendanceRow:
 *
 * One who was expected at a meeting, or came, and whether they did: a button for each
 * answer. Who sent a deputy says whom, and where there are several sites, at which.
 */
struct _DdAttendanceRow
{
  GtkListBoxRow    parent_instance;

  DdSession       *session;
  gint64           meeting;
  char           **sites;
  DdRow           *member;      /* NULL: a guest */
  DdRow           *mark;        /* NULL: nobody has marked them */

  GtkLabel        *name;
  GtkLabel        *facts;
  GtkToggleButton *buttons[DD_N_ROLL_STATES];
  GtkEntry        *deputy;
  GtkDropDown     *site;
  GtkButton       *remove_button;
  gboolean         showing;
};

G_DEFINE_FINAL_TYPE (DdAttendanceRow, dd_attendance_row, GTK_TYPE_LIST_BOX_ROW)

/* In the order of the buttons. */
static const DdAttendanceState states[DD_N_ROLL_STATES] = {
  [DD_ROLL_STATE_PRESENT] = DD_ATTENDANCE_STATE_PRESENT,
  [DD_ROLL_STATE_DEPUTISED] = DD_ATTENDANCE_STATE_DEPUTISED,
  [DD_ROLL_STATE_EXCUSED] = DD_ATTENDANCE_STATE_EXCUSED,
  [DD_ROLL_STATE_ABSENT] = DD_ATTENDANCE_STATE_ABSENT,
};

/* Short, since four of them stand side by side on each line. */
static const char * const labels[DD_N_ROLL_STATES] = {
  [DD_ROLL_STATE_PRESENT] = NC_("attendance", "Present"),
  [DD_ROLL_STATE_DEPUTISED] = NC_("attendance", "Deputy"),
  [DD_ROLL_STATE_EXCUSED] = NC_("attendance", "Excused"),
  [DD_ROLL_STATE_ABSENT] = NC_("attendance", "Absent"),
};

/* --- storing -------------------------------------------------------------- */

static DdRow *
make_mark (DdAttendanceRow *self)
{
  DdRow *mark;

  if (self->mark != NULL)
    return dd_row_copy (self->mark);

  mark = dd_row_new (DD_KIND_ATTENDANCE);
  dd_row_set_reference (mark, DD_ATTENDANCE_MEETING, self->meeting);
  dd_row_set_reference (mark, DD_ATTENDANCE_UNIT,
                        dd_row_get_reference (self->member, DD_UNIT_MEMBER_UNIT));
  dd_row_set_reference (mark, DD_ATTENDANCE_PERSON,
                        dd_row_get_reference (self->member, DD_UNIT_MEMBER_PERSON));

  return mark;
}

/* @mark goes with it. */
static void
store_mark (DdAttendanceRow *self,
            DdRow           *mark)
{
  DdChange *change = dd_session_change (self->session, NULL);

  if (dd_row_get_id (mark) != 0)
    dd_change_update (change, mark);
  else
    dd_change_insert (change, mark);
  dd_session_apply (self->session, GTK_WIDGET (self), change, _("Attendance changed"));
}

static void
remove_mark (DdAttendanceRow *self,
             const char      *message)
{
  DdChange *change = dd_session_change (self->session, NULL);

  dd_change_delete (change, DD_KIND_ATTENDANCE, dd_row_get_id (self->mark));
  dd_session_apply (self->session, GTK_WIDGET (self), change, message);
}

static void
show_state (DdAttendanceRow *self)
{
  int state = self->mark != NULL ? (int) dd_row_get_choice (self->mark, DD_ATTENDANCE_STATE) : -1;

  self->showing = TRUE;
  for (guint i = 0; i < DD_N_ROLL_STATES; i++)
    gtk_toggle_button_set_active (self->buttons[i], (int) states[i] == state);
  self->showing = FALSE;
}

/* Pressing the answer that is there takes it back: then nobody has marked them. */
static void
toggled_cb (DdAttendanceRow *self,
            GtkToggleButton *button)
{
  guint i = 0;
  DdRow *mark;

  if (self->showing || (self->mark == NULL && self->member == NULL))
    return;

  while (i < DD_N_ROLL_STATES - 1 && self->buttons[i] != button)
    i++;
  if (!gtk_toggle_button_get_active (button))
    {
      /* A guest is on the list for the mark alone. */
      if (self->member != NULL && self->mark != NULL)
        remove_mark (self, _("Mark taken back"));
      show_state (self);
      return;
    }

  mark = make_mark (self);
  dd_row_set_choice (mark, DD_ATTENDANCE_STATE, states[i]);
  if (states[i] != DD_ATTENDANCE_STATE_DEPUTISED)
    dd_row_unset (mark, DD_ATTENDANCE_DEPUTY);
  store_mark (self, mark);
}

static void
store_deputy (DdAttendanceRow *self)
{
  g_autofree char *name = dd_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->deputy)), TRUE);
  DdRow *mark;

  if (self->showing || self->mark == NULL ||
      g_strcmp0 (*name != '\0' ? name : NULL,
                 dd_row_get_text (self->mark, DD_ATTENDANCE_DEPUTY)) == 0)
    return;

  mark = make_mark (self);
  dd_row_set_text (mark, DD_ATTENDANCE_DEPUTY, *name != '\0' ? name : NULL);
  store_mark (self, mark);
}

static void
site_selected_cb (DdAttendanceRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->site);
  const char *site = selected > 0 ? self->sites[selected - 1] : NULL;
  DdRow *mark;

  if (self->showing || self->mark == NULL ||
      g_strcmp0 (site, dd_row_get_text (self->mark, DD_ATTENDANCE_SITE)) == 0)
    return;

  mark = make_mark (self);
  dd_row_set_text (mark, DD_ATTENDANCE_SITE, site);
  store_mark (self, mark);
}

static void
remove_cb (DdAttendanceRow *self)
{
  if (self->mark != NULL)
    remove_mark (self, _("Taken off the list"));
}

/* --- showing -------------------------------------------------------------- */

static char *
describe (DdAttendanceRow *self)
{
  g_autofree char *role = NULL;

  if (self->member == NULL)
    return g_strdup (_("Guest"));

  role = dd_row_field_to_text (self->member, DD_UNIT_MEMBER_ROLE);
  if (self->mark != NULL)
    return g_steal_pointer (&role);

  /* Translators: the role of somebody who should be there, whom nobody has marked. */
  return g_strdup_printf (_("%s · not marked"), role);
}

static void
show_site (DdAttendanceRow *self)
{
  const char *site = self->mark != NULL ? dd_row_get_text (self->mark, DD_ATTENDANCE_SITE) : NULL;
  guint selected = 0;

  for (guint i = 0; self->sites != NULL && self->sites[i] != NULL; i++)
    if (g_strcmp0 (self->sites[i], site) == 0)
      selected = i + 1;
  gtk_drop_down_set_selected (self->site, selected);
}

static void
show_more (DdAttendanceRow *self)
{
  DdAttendanceState state =
    self->mark != NULL ? dd_row_get_choice (self->mark, DD_ATTENDANCE_STATE)
                       : DD_ATTENDANCE_STATE_ABSENT;
  gboolean deputised = self->mark != NULL && state == DD_ATTENDANCE_STATE_DEPUTISED;
  gboolean there = deputised || (self->mark != NULL && state == DD_ATTENDANCE_STATE_PRESENT);
  gboolean sited = there && self->sites != NULL && g_strv_length (self->sites) > 1;
  const char *deputy = deputised ? dd_row_get_text (self->mark, DD_ATTENDANCE_DEPUTY) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->deputy), deputised);
  gtk_widget_set_visible (GTK_WIDGET (self->site), sited);
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->deputy)))))
    gtk_editable_set_text (GTK_EDITABLE (self->deputy), deputy != NULL ? deputy : "");
  show_site (self);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_attendance_row_dispose (GObject *object)
{
  DdAttendanceRow *self = DD_ATTENDANCE_ROW (object);

  self->showing = TRUE;
  g_clear_object (&self->session);
  g_clear_pointer (&self->member, dd_row_free);
  g_clear_pointer (&self->mark, dd_row_free);
  g_clear_pointer (&self->sites, g_strfreev);

  G_OBJECT_CLASS (dd_attendance_row_parent_class)->dispose (object);
}

static void
dd_attendance_row_class_init (DdAttendanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_attendance_row_dispose;
}

static GtkWidget *
make_buttons (DdAttendanceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < DD_N_ROLL_STATES; i++)
    {
      GtkWidget *button =
        gtk_toggle_button_new_with_label (g_dpgettext2 (GETTEXT_PACKAGE, "attendance", labels[i]));

      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static void
add_deputy (DdAttendanceRow *self,
            GtkBox          *box)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->deputy = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->deputy, _("Name and post of the deputy"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->deputy), TRUE);
  gtk_entry_set_max_length (self->deputy, DD_FIELD_LINE_MAX);
  dd_accessible_set_label (GTK_WIDGET (self->deputy), _("Deputy"));
  g_signal_connect_object (self->deputy, "activate", G_CALLBACK (store_deputy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (store_deputy), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->deputy), focus);
  gtk_box_append (box, GTK_WIDGET (self->deputy));
}

static void
dd_attendance_row_init (DdAttendanceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->name = dd_label_append (GTK_BOX (texts), NULL, 3);
  self->facts = dd_label_append (GTK_BOX (texts), "caption", 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "dim-label");
  gtk_box_append (GTK_BOX (line), texts);
  self->site = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->site), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self->site), 120, -1);
  dd_accessible_set_label (GTK_WIDGET (self->site), _("Conference site"));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->site));
  gtk_box_append (GTK_BOX (line), make_buttons (self));

  self->remove_button = GTK_BUTTON (gtk_button_new_from_icon_name ("list-remove-symbolic"));
  gtk_widget_set_valign (GTK_WIDGET (self->remove_button), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove_button), _("Take Off the List"));
  dd_accessible_set_label (GTK_WIDGET (self->remove_button), _("Take Off the List"));
  gtk_widget_add_css_class (GTK_WIDGET (self->remove_button), "flat");
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->remove_button));
  gtk_box_append (GTK_BOX (box), line);
  add_deputy (self, GTK_BOX (box));

  gtk_widget_add_css_class (GTK_WIDGET (self), "short-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * dd_attendance_row_new:
 * @sites: (nullable): where the meeting takes place at once
 */
GtkWidget *
dd_attendance_row_new (DdSession  *session,
                       gint64      meeting,
                       char      **sites)
{
  DdAttendanceRow *self = g_object_new (DD_TYPE_ATTENDANCE_ROW, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->session = g_object_ref (session);
  self->meeting = meeting;
  self->sites = g_strdupv (sites);
  gtk_string_list_append (names, _("No site"));
  for (guint i = 0; sites != NULL && sites[i] != NULL; i++)
    gtk_string_list_append (names, sites[i]);
  gtk_drop_down_set_model (self->site, G_LIST_MODEL (names));
  g_signal_connect_object (self->site, "notify::selected", G_CALLBACK (site_selected_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dd_attendance_row_is_of:
 *
 * Returns: whether the row already shows that member or that guest
 */
gboolean
dd_attendance_row_is_of (DdAttendanceRow   *self,
                         const DdRollEntry *entry)
{
  g_return_val_if_fail (DD_IS_ATTENDANCE_ROW (self), FALSE);

  if (entry->member != NULL)
    return self->member != NULL &&
           dd_row_get_id (self->member) == dd_row_get_id (entry->member);

  return self->member == NULL && self->mark != NULL &&
         dd_row_get_id (self->mark) == dd_row_get_id (entry->mark);
}

/**
 * dd_attendance_row_set_entry:
 * @entry: who it is, and what was marked; its rows are copied
 */
void
dd_attendance_row_set_entry (DdAttendanceRow   *self,
                             const DdRollEntry *entry)
{
  g_autofree char *facts = NULL;

  g_return_if_fail (DD_IS_ATTENDANCE_ROW (self));

  g_clear_pointer (&self->member, dd_row_free);
  g_clear_pointer (&self->mark, dd_row_free);
  self->member = entry->member != NULL ? dd_row_copy (entry->member) : NULL;
  self->mark = entry->mark != NULL ? dd_row_copy (entry->mark) : NULL;

  facts = describe (self);
  self->showing = TRUE;
  gtk_label_set_text (self->name, entry->name);
  gtk_label_set_text (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), self->member == NULL);
  for (guint i = 0; i < DD_N_ROLL_STATES; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s: %s", entry->name,
                                                gtk_button_get_label (
                                                  GTK_BUTTON (self->buttons[i])));

      dd_accessible_set_label (GTK_WIDGET (self->buttons[i]), label);
    }
  show_more (self);
  show_state (self);
}

/**
 * dd_attendance_row_set_locked:
 * @locked: whether it can be read only
 */
void
dd_attendance_row_set_locked (DdAttendanceRow *self,
                              gboolean         locked)
{
  g_return_if_fail (DD_IS_ATTENDANCE_ROW (self));

  gtk_widget_set_sensitive (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)), !locked);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-day-entry"

#include "config.h"

#include "dd-day-entry.h"

#include "dd-day-text.h"
#include "dd-focus.h"

#include <glib/gi18n-lib.h>

/**
 * DdDayEntry:
 *
 * A day, typed as 30/6, 30/6/2024 or 2024-06-30, or picked from a calendar.
 *
 * What is no day stays as it was typed, so that it can be corrected; the entry
 * tells that it is not valid.
 */
struct _DdDayEntry
{
  GtkWidget    parent_instance;

  GtkEntry    *entry;
  GtkCalendar *calendar;
  GtkPopover  *popover;
  DdDay        today;
  gboolean     picking;
};

G_DEFINE_FINAL_TYPE (DdDayEntry, dd_day_entry, GTK_TYPE_WIDGET)

enum { ACTIVATE, CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_validity (DdDayEntry *self)
{
  gboolean valid = dd_day_entry_is_valid (self);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
text_changed_cb (DdDayEntry *self)
{
  /* While it is typed a day is not a day yet: only what is left is judged. */
  if (dd_day_entry_is_valid (self))
    show_validity (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activated_cb (DdDayEntry *self)
{
  show_validity (self);
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
focus_left_cb (DdDayEntry *self)
{
  DdDay day = dd_day_entry_get_day (self);

  show_validity (self);
  if (day != DD_DAY_NONE)
    dd_day_entry_set_day (self, day);
}

static void
day_picked_cb (DdDayEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (self->picking)
    return;

  dd_day_entry_set_day (self, dd_day_new ((guint) g_date_time_get_year (date),
                                          (guint) g_date_time_get_month (date),
                                          (guint) g_date_time_get_day_of_month (date)));
  gtk_popover_popdown (self->popover);
}

/* The calendar opens at the day that is typed, or at today. */
static void
calendar_shown_cb (DdDayEntry *self)
{
  DdDay day = dd_day_entry_get_day (self);
  g_autoptr (GDateTime) date = NULL;
  guint year, month, day_of_month;

  if (day == DD_DAY_NONE)
    day = self->today;
  if (day == DD_DAY_NONE)
    return;

  dd_day_split (day, &year, &month, &day_of_month);
  date = g_date_time_new_local ((int) year, (int) month, (int) day_of_month, 12, 0, 0);
  self->picking = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->picking = FALSE;
}

static gboolean
dd_day_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DD_DAY_ENTRY (widget)->entry));
}

static void
dd_day_entry_dispose (GObject *object)
{
  DdDayEntry *self = DD_DAY_ENTRY (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_day_entry_parent_class)->dispose (object);
}

static void
dd_day_entry_class_init (DdDayEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_day_entry_dispose;
  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_day_entry_grab_focus;

  /* Enter was pressed in it. */
  signals[ACTIVATE] =
    g_signal_new ("activate", DD_TYPE_DAY_ENTRY, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_DAY_ENTRY, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dayentry");
}

static void
dd_day_entry_init (DdDayEntry *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 11);
  /* Translators: how a day may be typed. */
  gtk_entry_set_placeholder_text (self->entry, _("dd/mm/yyyy"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_picked_cb), self,
                           G_CONNECT_SWAPPED);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  g_signal_connect_object (self->popover, "show", G_CALLBACK (calendar_shown_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (button, _("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose a day"), -1);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

/**
 * dd_day_entry_new:
 * @today: gives the year to a day that is typed without one
 */
GtkWidget *
dd_day_entry_new (DdDay today)
{
  DdDayEntry *self = g_object_new (DD_TYPE_DAY_ENTRY, NULL);

  self->today = today;

  return GTK_WIDGET (self);
}

/**
 * dd_day_entry_get_day:
 *
 * Returns: the day, or %DD_DAY_NONE if nothing is typed, or no day
 */
DdDay
dd_day_entry_get_day (DdDayEntry *self)
{
  g_return_val_if_fail (DD_IS_DAY_ENTRY (self), DD_DAY_NONE);

  return dd_day_from_text (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->today);
}

/**
 * dd_day_entry_set_day:
 * @day: what stands in the entry; %DD_DAY_NONE: nothing
 */
void
dd_day_entry_set_day (DdDayEntry *self,
                      DdDay       day)
{
  guint year, month, day_of_month;
  g_autofree char *text = NULL;

  g_return_if_fail (DD_IS_DAY_ENTRY (self));

  /* As it is typed, in either language. */
  if (day != DD_DAY_NONE)
    {
      dd_day_split (day, &year, &month, &day_of_month);
      text = g_strdup_printf ("%02u/%02u/%u", day_of_month, month, year);
    }
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
}

/**
 * dd_day_entry_is_valid:
 *
 * Returns: whether what is typed is a day, or nothing
 */
gboolean
dd_day_entry_is_valid (DdDayEntry *self)
{
  const char *text;

  g_return_val_if_fail (DD_IS_DAY_ENTRY (self), FALSE);

  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return *text == '\0' || dd_day_entry_get_day (self) != DD_DAY_NONE;
}

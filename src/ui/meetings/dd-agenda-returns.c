/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-returns"

#include "config.h"

#include "dd-agenda-returns.h"

#include "dd-agenda-return.h"
#include "dd-day-text.h"
#include "dd-label.h"

#include <glib/gi18n-lib.h>

/**
 * DdAgendaReturns:
 *
 * The topics that come back, each with the reason and the meeting that it comes from.
 * Those that stay ticked are taken over.
 */
struct _DdAgendaReturns
{
  GtkWidget  parent_instance;

  GPtrArray *topics;            /* of DdRow */
  GPtrArray *checks;            /* of GtkCheckButton, borrowed */
};

G_DEFINE_FINAL_TYPE (DdAgendaReturns, dd_agenda_returns, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
toggled_cb (DdAgendaReturns *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_topic (DdAgendaReturns *self,
           const DdRow     *topic)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *why = dd_agenda_return_to_text (topic);
  g_autofree char *day = dd_day_to_text (dd_row_get_day (topic, DD_AGENDA_ITEM_MEETING_DAY));
  g_autofree char *from = NULL;

  /* Translators: why a topic comes back, and the day of the meeting that it was on. */
  from = g_strdup_printf (_("%s (meeting of %s)"), why, day);
  gtk_label_set_text (dd_label_append (GTK_BOX (box), NULL, 3),
                      dd_row_get_text (topic, DD_AGENDA_ITEM_TITLE));
  gtk_label_set_text (dd_label_append (GTK_BOX (box), "caption", 3), from);
  gtk_widget_set_margin_start (box, 6);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dd_row_get_text (topic, DD_AGENDA_ITEM_TITLE),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, from, -1);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (check, GTK_WIDGET (self));
  g_ptr_array_add (self->checks, check);
}

static void
dd_agenda_returns_dispose (GObject *object)
{
  DdAgendaReturns *self = DD_AGENDA_RETURNS (object);
  GtkWidget *child;

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->topics, g_ptr_array_unref);

  G_OBJECT_CLASS (dd_agenda_returns_parent_class)->dispose (object);
}

static void
dd_agenda_returns_class_init (DdAgendaReturnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_agenda_returns_dispose;

  /**
   * DdAgendaReturns::changed:
   *
   * A topic was ticked, or left out.
   */
  signals[CHANGED] = g_signal_new ("changed", DD_TYPE_AGENDA_RETURNS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
dd_agenda_returns_init (DdAgendaReturns *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->checks = g_ptr_array_new ();
}

/**
 * dd_agenda_returns_new:
 * @topics: (element-type DdRow): what the store found for dd_query_set_returning()
 */
GtkWidget *
dd_agenda_returns_new (GPtrArray *topics)
{
  DdAgendaReturns *self = g_object_new (DD_TYPE_AGENDA_RETURNS, NULL);

  self->topics = g_ptr_array_ref (topics);
  for (guint i = 0; i < topics->len; i++)
    add_topic (self, topics->pdata[i]);

  return GTK_WIDGET (self);
}

/**
 * dd_agenda_returns_fill:
 * @meeting: that takes them up, or its stand-in
 * @position: of the first of them
 *
 * Puts the topics that are ticked into a change, each linked with the one it comes from.
 */
void
dd_agenda_returns_fill (DdAgendaReturns *self,
                        DdChange        *change,
                        gint64           meeting,
                        gint64           position)
{
  g_return_if_fail (DD_IS_AGENDA_RETURNS (self));

  for (guint i = 0; i < self->topics->len; i++)
    {
      const DdRow *topic = self->topics->pdata[i];
      DdRow *item;

      if (!gtk_check_button_get_active (self->checks->pdata[i]))
        continue;
      item = dd_row_new (DD_KIND_AGENDA_ITEM);
      dd_row_set_reference (item, DD_AGENDA_ITEM_MEETING, meeting);
      dd_row_set_number (item, DD_AGENDA_ITEM_POSITION, position++);
      dd_row_copy_field (item, topic, DD_AGENDA_ITEM_TITLE);
      dd_row_copy_field (item, topic, DD_AGENDA_ITEM_UNIT);
      dd_row_set_reference (item, DD_AGENDA_ITEM_CARRIED_FROM, dd_row_get_id (topic));
      dd_change_insert (change, item);
    }
}

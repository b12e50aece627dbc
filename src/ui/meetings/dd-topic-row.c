/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-topic-row"

#include "config.h"

#include "dd-topic-row.h"

#include "dd-agenda-item.h"
#include "dd-label.h"

#include <glib/gi18n-lib.h>

/**
 * DdTopicRow:
 *
 * A topic in the agenda: its number, what it is about, and how far it has come.
 * It can be dragged to another place.
 */
struct _DdTopicRow
{
  GtkListBoxRow  parent_instance;

  DdRecord      *item;
  GtkLabel      *number;
  GtkLabel      *title;
  GtkLabel      *status;
};

G_DEFINE_FINAL_TYPE (DdTopicRow, dd_topic_row, GTK_TYPE_LIST_BOX_ROW)

static void
append_part (GString    *text,
             const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
describe (const DdRow *item)
{
  GString *text = g_string_new (NULL);
  guint n_conclusions = (guint) dd_row_get_number (item, DD_AGENDA_ITEM_N_DIRECTIVES);

  append_part (text, dd_row_get_flag (item, DD_AGENDA_ITEM_DISCUSSED) ? _("Discussed")
                                                                      : _("Not discussed yet"));
  if (n_conclusions > 0)
    {
      g_autofree char *part =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u conclusion", "%u conclusions",
                                      n_conclusions), n_conclusions);

      append_part (text, part);
    }
  if (dd_row_is_set (item, DD_AGENDA_ITEM_CARRIED_FROM))
    append_part (text, _("Carried over"));
  if (dd_row_is_set (item, DD_AGENDA_ITEM_UNIT_NAME))
    append_part (text, dd_row_get_text (item, DD_AGENDA_ITEM_UNIT_NAME));

  return g_string_free (text, FALSE);
}

static void
show_item (DdTopicRow *self)
{
  const DdRow *item = dd_record_get_row (self->item);
  g_autofree char *status = NULL;

  if (!dd_record_get_loaded (self->item))
    return;

  status = describe (item);
  gtk_label_set_text (self->title, dd_row_get_text (item, DD_AGENDA_ITEM_TITLE));
  gtk_label_set_text (self->status, status);
}

static GdkContentProvider *
drag_cb (DdTopicRow *self)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, dd_record_get_id (self->item));
}

static void
dd_topic_row_dispose (GObject *object)
{
  g_clear_object (&DD_TOPIC_ROW (object)->item);

  G_OBJECT_CLASS (dd_topic_row_parent_class)->dispose (object);
}

static void
dd_topic_row_class_init (DdTopicRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_topic_row_dispose;
}

static void
dd_topic_row_init (DdTopicRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkDragSource *drag = gtk_drag_source_new ();

  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->number, 1);
  gtk_label_set_width_chars (self->number, 2);
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_widget_set_hexpand (texts, TRUE);
  self->title = dd_label_append (GTK_BOX (texts), NULL, 3);
  self->status = dd_label_append (GTK_BOX (texts), "caption", 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "dim-label");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (GTK_WIDGET (self), "short-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (drag_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
dd_topic_row_new (DdRecord *item)
{
  DdTopicRow *self = g_object_new (DD_TYPE_TOPIC_ROW, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);

  return GTK_WIDGET (self);
}

DdRecord *
dd_topic_row_get_item (DdTopicRow *self)
{
  g_return_val_if_fail (DD_IS_TOPIC_ROW (self), NULL);

  return self->item;
}

/**
 * dd_topic_row_set_number:
 * @number: its place in the agenda, from 1
 */
void
dd_topic_row_set_number (DdTopicRow *self,
                          guint        number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  g_return_if_fail (DD_IS_TOPIC_ROW (self));

  gtk_label_set_text (self->number, text);
}

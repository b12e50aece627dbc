/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-agenda-list"

#include "config.h"

#include "dd-agenda-list.h"

#include "dd-accessible.h"
#include "dd-agenda-item.h"
#include "dd-conclusion-order.h"
#include "dd-error-dialog.h"
#include "dd-text.h"
#include "dd-topic-row.h"

#include <glib/gi18n-lib.h>

/**
 * DdAgendaList:
 *
 * The topics of a meeting in their order. New ones are typed below, one after the other;
 * they are moved by dragging, or with Alt and the arrows.
 */
struct _DdAgendaList
{
  GtkWidget     parent_instance;

  /* Template children */
  GtkListBox   *box;
  GtkEntry     *entry;
  GtkWidget    *placeholder;

  DdSession    *session;
  DdRecord     *meeting;
  DdList       *list;
  gint64        selecting;      /* to be selected as soon as it is there; 0: none */
  gboolean      locked;
  gboolean      moving;         /* the next move waits until this one is under way */
};

G_DEFINE_FINAL_TYPE (DdAgendaList, dd_agenda_list, GTK_TYPE_WIDGET)

enum { SELECTED, COUNTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static guint
get_size (DdAgendaList *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static DdRecord *
get_item (DdAgendaList *self,
          guint         position)
{
  g_autoptr (DdRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  /* The list holds it on. */
  return record;
}

static gint64
get_position (DdAgendaList *self,
              guint         i)
{
  return dd_row_get_number (dd_record_get_row (get_item (self, i)), DD_AGENDA_ITEM_POSITION);
}

/* --- what is shown -------------------------------------------------------- */

static GtkListBoxRow *
find_row (DdAgendaList *self,
          gint64        id)
{
  for (guint i = 0; i < get_size (self); i++)
    if (dd_list_get_id (self->list, i) == id)
      return gtk_list_box_get_row_at_index (self->box, (int) i);

  return NULL;
}

static void
refresh (DdAgendaList *self)
{
  GtkListBoxRow *row = NULL;

  for (guint i = 0; i < get_size (self); i++)
    {
      row = gtk_list_box_get_row_at_index (self->box, (int) i);
      if (row != NULL)
        dd_topic_row_set_number (DD_TOPIC_ROW (row), i + 1);
    }

  if (self->selecting != 0 && (row = find_row (self, self->selecting)) != NULL)
    {
      self->selecting = 0;
      gtk_list_box_select_row (self->box, row);
    }
  else if (gtk_list_box_get_selected_row (self->box) == NULL && get_size (self) > 0)
    gtk_list_box_select_row (self->box, gtk_list_box_get_row_at_index (self->box, 0));
  g_signal_emit (self, signals[COUNTED], 0);
}

/* Moving a row takes it out and puts it in again: it stays the one that is worked on. */
static void
items_changed_cb (DdAgendaList *self,
                  guint         position,
                  guint         removed,
                  guint         added)
{
  refresh (self);
}

static void
row_selected_cb (DdAgendaList *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  return dd_topic_row_new (DD_RECORD (item));
}

/* --- adding --------------------------------------------------------------- */


static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DdAgendaList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = dd_store_write_finish (DD_STORE (object), result, &error);

  if (self->session == NULL)
    return;
  if (written == NULL)
    {
      g_autofree char *sentence = dd_store_error_to_text (error, NULL);

      dd_session_tell (self->session, sentence, 0);
      return;
    }

  self->selecting = dd_change_get_inserted (written, DD_KIND_AGENDA_ITEM);
  dd_session_tell (self->session, _("Topic added"), dd_change_get_action (written));
  refresh (self);
}

/* A list that was copied from elsewhere comes as several lines. */
static void
entry_activated_cb (DdAgendaList *self)
{
  g_autofree char *typed = dd_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                          FALSE);
  g_auto (GStrv) lines = g_strsplit (typed, "\n", -1);
  DdChange *change;
  gint64 position = dd_agenda_list_get_next_position (self);

  if (*typed == '\0' || self->locked)
    return;

  change = dd_session_change (self->session, NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = dd_text_clean (lines[i], TRUE);
      g_autofree char *title = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1),
                                                               DD_FIELD_LINE_MAX));
      DdRow *item;

      if (*title == '\0')
        continue;
      item = dd_row_new (DD_KIND_AGENDA_ITEM);
      dd_row_set_reference (item, DD_AGENDA_ITEM_MEETING, dd_record_get_id (self->meeting));
      dd_row_set_number (item, DD_AGENDA_ITEM_POSITION, position++);
      dd_row_set_text (item, DD_AGENDA_ITEM_TITLE, title);
      dd_change_insert (change, item);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  dd_store_write_async (dd_session_get_store (self->session), change, NULL, added_cb,
                        g_object_ref (self));
}

/* --- moving --------------------------------------------------------------- */

/* A new order of the topics, until what was concluded under them is numbered anew. */
typedef struct
{
  DdAgendaList *list;
  DdChange     *change;
  GArray       *items;
} Moving;

static void
moving_free (Moving *moving)
{
  g_object_unref (moving->list);
  g_clear_pointer (&moving->change, dd_change_free);
  g_array_unref (moving->items);
  g_free (moving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Moving, moving_free)

static void
order_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Moving) moving = user_data;
  DdAgendaList *self = moving->list;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConclusionOrder) order = dd_conclusion_order_read_finish (result, &error);

  self->moving = FALSE;
  if (self->session == NULL)
    return;
  if (order == NULL)
    {
      dd_error_dialog_show (GTK_WIDGET (self), error);
      return;
    }

  dd_conclusion_order_move (order, moving->items);
  dd_conclusion_order_fill (order, moving->change);
  dd_session_apply (self->session, GTK_WIDGET (self), g_steal_pointer (&moving->change),
                    _("Order of the agenda changed"));
}

/* Puts the topic at @from where the one at @to is; those between give way. */
static void
move (DdAgendaList *self,
      guint         from,
      guint         to)
{
  guint size = get_size (self);
  g_autofree guint *order = g_new (guint, size + 1);
  guint n = 0;
  Moving *moving;

  if (self->locked || self->moving || from == to || from >= size || to >= size)
    return;

  for (guint i = 0; i < size; i++)
    {
      if (i == from)
        continue;
      if (n == to)
        order[n++] = from;
      order[n++] = i;
    }
  if (n < size)
    order[n] = from;

  moving = g_new0 (Moving, 1);
  moving->list = g_object_ref (self);
  moving->change = dd_session_change (self->session, NULL);
  moving->items = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < size; i++)
    {
      DdRecord *record = get_item (self, order[i]);
      gint64 id = dd_list_get_id (self->list, order[i]);
      DdRow *row;

      g_array_append_val (moving->items, id);
      if (!dd_record_get_loaded (record) || get_position (self, order[i]) == (gint64) i + 1)
        continue;
      row = dd_row_copy (dd_record_get_row (record));
      dd_row_set_number (row, DD_AGENDA_ITEM_POSITION, i + 1);
      dd_change_update (moving->change, row);
    }
  self->selecting = dd_list_get_id (self->list, from);
  self->moving = TRUE;
  dd_conclusion_order_read_async (dd_session_get_store (self->session),
                                  dd_record_get_id (self->meeting), order_read_cb, moving);
}

static gboolean
drop_cb (DdAgendaList *self,
         const GValue *value,
         double        x,
         double        y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->box, (int) y);
  guint from = dd_list_find (self->list, g_value_get_int64 (value));

  if (row == NULL || from == GTK_INVALID_LIST_POSITION)
    return FALSE;

  move (self, from, (guint) gtk_list_box_row_get_index (row));

  return TRUE;
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dd_agenda_list_move (DD_AGENDA_LIST (widget), g_variant_get_boolean (parameter));
}

/* --- the object ----------------------------------------------------------- */

static void
dd_agenda_list_dispose (GObject *object)
{
  DdAgendaList *self = DD_AGENDA_LIST (object);
  GtkWidget *child;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->box != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->box, self);
      gtk_list_box_bind_model (self->box, NULL, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_AGENDA_LIST);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dd_agenda_list_parent_class)->dispose (object);
}

static gboolean
dd_agenda_list_grab_focus (GtkWidget *widget)
{
  DdAgendaList *self = DD_AGENDA_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->entry));
}

static void
dd_agenda_list_class_init (DdAgendaListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_agenda_list_dispose;
  widget_class->grab_focus = dd_agenda_list_grab_focus;

  /**
   * DdAgendaList::selected:
   *
   * Another topic is the one that is worked on.
   */
  signals[SELECTED] = g_signal_new ("selected", DD_TYPE_AGENDA_LIST, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DdAgendaList::counted:
   *
   * Topics have come, gone, or moved.
   */
  signals[COUNTED] = g_signal_new ("counted", DD_TYPE_AGENDA_LIST, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-agenda-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DdAgendaList, box);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaList, entry);
  gtk_widget_class_bind_template_child (widget_class, DdAgendaList, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);

  gtk_widget_class_install_action (widget_class, "agenda.move", "b", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "agenda.move", "b",
                                       FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "agenda.move",
                                       "b", TRUE);
}

static void
dd_agenda_list_init (DdAgendaList *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_placeholder (self->box, self->placeholder);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->box), GTK_EVENT_CONTROLLER (drop));
}

/**
 * dd_agenda_list_start:
 * @meeting: whose topics are shown
 */
void
dd_agenda_list_start (DdAgendaList *self,
                      DdSession    *session,
                      DdRecord     *meeting)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_AGENDA_ITEM);

  g_return_if_fail (DD_IS_AGENDA_LIST (self));

  self->session = g_object_ref (session);
  self->meeting = g_object_ref (meeting);
  dd_query_set_reference (query, DD_AGENDA_ITEM_MEETING, dd_record_get_id (meeting));
  dd_query_set_sort (query, DD_AGENDA_ITEM_POSITION, FALSE);
  self->list = dd_store_get_list (dd_session_get_store (session), query);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->list), make_row, NULL, NULL);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  refresh (self);
}

/**
 * dd_agenda_list_set_locked:
 * @locked: whether it can be read only
 */
void
dd_agenda_list_set_locked (DdAgendaList *self,
                           gboolean      locked)
{
  g_return_if_fail (DD_IS_AGENDA_LIST (self));

  self->locked = locked;
  gtk_label_set_text (GTK_LABEL (self->placeholder),
                      locked ? _("No topics were entered.")
                             : _("No topics yet. Type the first one below."));
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.move", !locked);
}

/**
 * dd_agenda_list_get_selected:
 *
 * Returns: (transfer none) (nullable): the topic that is worked on
 */
DdRecord *
dd_agenda_list_get_selected (DdAgendaList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (DD_IS_AGENDA_LIST (self), NULL);

  row = gtk_list_box_get_selected_row (self->box);

  return row != NULL ? dd_topic_row_get_item (DD_TOPIC_ROW (row)) : NULL;
}

/**
 * dd_agenda_list_move:
 *
 * Moves the topic that is worked on by one place.
 */
void
dd_agenda_list_move (DdAgendaList *self,
                     gboolean      down)
{
  GtkListBoxRow *row;
  int index;

  g_return_if_fail (DD_IS_AGENDA_LIST (self));

  row = gtk_list_box_get_selected_row (self->box);
  index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  if (index >= 0 && (down || index > 0))
    move (self, (guint) index, (guint) (down ? index + 1 : index - 1));
}

/**
 * dd_agenda_list_get_next_position:
 *
 * Returns: the position behind the last topic
 */
gint64
dd_agenda_list_get_next_position (DdAgendaList *self)
{
  guint size;

  g_return_val_if_fail (DD_IS_AGENDA_LIST (self), 1);

  size = get_size (self);

  return size > 0 ? get_position (self, size - 1) + 1 : 1;
}

/**
 * dd_agenda_list_get_n_not_discussed:
 *
 * Returns: how many topics were not discussed
 */
guint
dd_agenda_list_get_n_not_discussed (DdAgendaList *self)
{
  guint n = 0;

  g_return_val_if_fail (DD_IS_AGENDA_LIST (self), 0);

  for (guint i = 0; i < get_size (self); i++)
    if (!dd_row_get_flag (dd_record_get_row (get_item (self, i)), DD_AGENDA_ITEM_DISCUSSED))
      n++;

  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-conclusion-order"

#include "config.h"

#include "dd-conclusion-order.h"

#include "dd-conclusion-numbers.h"
#include "dd-record-types.h"

struct _DdConclusionOrder
{
  gint64     meeting;
  GArray    *items;             /* the ids of the topics, in their order */
  GPtrArray *stored;            /* (element-type DdRow): as they are */
  GPtrArray *rows;              /* (element-type DdRow): the same in their order, to be changed */
  gint64     last_position;     /* of any clause of the meeting */
};

static DdConclusionOrder *
order_new (gint64 meeting)
{
  DdConclusionOrder *self = g_rc_box_new0 (DdConclusionOrder);

  self->meeting = meeting;
  self->items = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);

  return self;
}

static void
clear (gpointer data)
{
  DdConclusionOrder *self = data;

  g_array_unref (self->items);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
}

void
dd_conclusion_order_free (DdConclusionOrder *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear);
}

/* --- sorting -------------------------------------------------------------- */

static guint
find_item (GArray      *items,
           const DdRow *directive)
{
  gint64 item = dd_row_get_reference (directive, DD_DIRECTIVE_AGENDA_ITEM);
  guint i = 0;

  while (i < items->len && g_array_index (items, gint64, i) != item)
    i++;

  return i;
}

/* Under one topic they stay as they were said. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      items)
{
  const DdRow *first = *(const DdRow * const *) a;
  const DdRow *second = *(const DdRow * const *) b;
  guint by_item = find_item (items, first), other_item = find_item (items, second);
  gint64 place = dd_row_get_number (first, DD_DIRECTIVE_POSITION);
  gint64 other_place = dd_row_get_number (second, DD_DIRECTIVE_POSITION);

  if (by_item != other_item)
    return by_item < other_item ? -1 : 1;
  if (place != other_place)
    return place < other_place ? -1 : 1;

  return dd_row_get_id (first) < dd_row_get_id (second) ? -1 : 1;
}

/* --- reading -------------------------------------------------------------- */

static void
take_directives (DdConclusionOrder *self,
                 GPtrArray         *directives)
{
  self->stored = g_ptr_array_ref (directives);
  for (guint i = 0; i < directives->len; i++)
    {
      const DdRow *row = directives->pdata[i];

      self->last_position = MAX (self->last_position,
                                 dd_row_get_number (row, DD_DIRECTIVE_POSITION));
      /* What stands in a document has its numbers from there. */
      if (dd_row_is_set (row, DD_DIRECTIVE_AGENDA_ITEM) &&
          !dd_row_is_set (row, DD_DIRECTIVE_DOCUMENT))
        g_ptr_array_add (self->rows, dd_row_copy (row));
    }
  g_ptr_array_sort_with_data (self->rows, compare_places, self->items);
}

static void
directives_read_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) directives = dd_store_select_finish (DD_STORE (object), result, &error);
  DdConclusionOrder *self = g_task_get_task_data (task);

  if (directives == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  take_directives (self, directives);
  g_task_return_pointer (task, g_rc_box_acquire (self),
                         (GDestroyNotify) dd_conclusion_order_free);
}

static void
items_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  DdConclusionOrder *self = g_task_get_task_data (task);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_DIRECTIVE);
  GError *error = NULL;
  g_autoptr (GPtrArray) items = dd_store_select_finish (DD_STORE (object), result, &error);

  if (items == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < items->len; i++)
    {
      gint64 id = dd_row_get_id (items->pdata[i]);

      g_array_append_val (self->items, id);
    }
  dd_query_set_reference (query, DD_DIRECTIVE_MEETING, self->meeting);
  dd_query_set_sort (query, DD_DIRECTIVE_POSITION, FALSE);
  dd_store_select_async (DD_STORE (object), query, NULL, directives_read_cb,
                         g_steal_pointer (&task));
}

/**
 * dd_conclusion_order_read_async:
 *
 * Asks for what was concluded at a meeting.
 */
void
dd_conclusion_order_read_async (DdStore             *store,
                                gint64               meeting,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_AGENDA_ITEM);

  g_task_set_source_tag (task, dd_conclusion_order_read_async);
  g_task_set_task_data (task, order_new (meeting), (GDestroyNotify) dd_conclusion_order_free);
  dd_query_set_reference (query, DD_AGENDA_ITEM_MEETING, meeting);
  dd_query_set_sort (query, DD_AGENDA_ITEM_POSITION, FALSE);
  dd_store_select_async (store, query, NULL, items_read_cb, task);
}

/**
 * dd_conclusion_order_read_finish:
 *
 * Returns: (transfer full) (nullable): what was concluded, or %NULL with #DdStoreError
 */
DdConclusionOrder *
dd_conclusion_order_read_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- changing ------------------------------------------------------------- */

/**
 * dd_conclusion_order_add:
 * @directive: a new one, which says under which topic; gets its number and its position
 *
 * Puts a conclusion behind those of the same topic.
 */
void
dd_conclusion_order_add (DdConclusionOrder *self,
                         DdRow             *directive)
{
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  guint item = find_item (self->items, directive), i;

  for (i = 0; i < self->rows->len && find_item (self->items, self->rows->pdata[i]) <= item; i++)
    g_ptr_array_add (after, self->rows->pdata[i]);
  g_ptr_array_add (after, directive);
  for (; i < self->rows->len; i++)
    g_ptr_array_add (after, self->rows->pdata[i]);

  dd_row_set_number (directive, DD_DIRECTIVE_POSITION, ++self->last_position);
  dd_conclusion_numbers_give (self->rows, after);
}

/**
 * dd_conclusion_order_remove:
 * @directive: the id of one that is to be deleted
 */
void
dd_conclusion_order_remove (DdConclusionOrder *self,
                            gint64             directive)
{
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  guint gone = self->rows->len;

  for (guint i = 0; i < self->rows->len; i++)
    if (dd_row_get_id (self->rows->pdata[i]) == directive)
      gone = i;
    else
      g_ptr_array_add (after, self->rows->pdata[i]);

  dd_conclusion_numbers_give (self->rows, after);
  if (gone < self->rows->len)
    g_ptr_array_remove_index (self->rows, gone);
}

/**
 * dd_conclusion_order_move:
 * @items: (element-type gint64): the topics in the order that they get
 */
void
dd_conclusion_order_move (DdConclusionOrder *self,
                          GArray            *items)
{
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (after, self->rows->pdata[i]);
  g_ptr_array_sort_with_data (after, compare_places, items);
  dd_conclusion_numbers_give (self->rows, after);
}

/**
 * dd_conclusion_order_fill:
 *
 * Puts what has become different of those that are there into the change.
 */
void
dd_conclusion_order_fill (DdConclusionOrder *self,
                          DdChange          *change)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->stored->len; j++)
      {
        const DdRow *row = self->rows->pdata[i], *stored = self->stored->pdata[j];

        if (dd_row_get_id (row) == dd_row_get_id (stored) &&
            (!dd_row_field_equal (row, stored, DD_DIRECTIVE_ORDINAL) ||
             !dd_row_field_equal (row, stored, DD_DIRECTIVE_POSITION)))
          dd_change_update (change, dd_row_copy (row));
      }
}

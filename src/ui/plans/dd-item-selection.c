/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-item-selection"

#include "config.h"

#include "dd-item-selection.h"

/**
 * DdItemSelection:
 *
 * Which item of a table is worked on, while working on it changes where it stands.
 *
 * It stays the selected one wherever the order takes it. When it leaves the list,
 * since it is none of those that are asked for any more, the one that comes into its
 * place is selected: whoever works through a list goes on with that.
 */
struct _DdItemSelection
{
  GObject   parent_instance;

  DdTable  *table;              /* not owned: it lives longer */
  DdList   *list;
  DdRecord *record;             /* that is selected; NULL: none */
  gint64    kept;               /* the item that was selected last; 0: none is to be */
  guint     place;              /* where it stood */
  guint     neighbour_source;
};

G_DEFINE_FINAL_TYPE (DdItemSelection, dd_item_selection, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
is_kept_gone (DdItemSelection *self)
{
  return self->kept != 0 && dd_table_get_selected (self->table) == NULL &&
         !dd_list_get_loading (self->list) &&
         dd_list_find (self->list, self->kept) == G_MAXUINT;
}

static gboolean
select_neighbour_cb (gpointer user_data)
{
  DdItemSelection *self = user_data;
  guint count = dd_list_get_count (self->list);

  self->neighbour_source = 0;
  if (is_kept_gone (self) && count > 0)
    {
      self->kept = dd_list_get_id (self->list, MIN (self->place, count - 1));
      dd_table_select (self->table, self->kept);
    }

  return G_SOURCE_REMOVE;
}

/* Whether an item has only moved is known when all of a change has been told. */
static void
items_changed_cb (DdItemSelection *self)
{
  if (self->kept == 0 || dd_table_get_selected (self->table) != NULL)
    return;

  if (dd_list_find (self->list, self->kept) != G_MAXUINT)
    dd_table_select (self->table, self->kept);
  else if (self->neighbour_source == 0)
    self->neighbour_source = g_idle_add (select_neighbour_cb, self);
}

static void
record_changed_cb (DdItemSelection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget_record (DdItemSelection *self)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
}

/* An item may be selected before it is read: who looks at it is told when it is. */
static void
selected_cb (DdItemSelection *self)
{
  DdRecord *record = dd_table_get_selected (self->table);

  if (record != self->record)
    {
      forget_record (self);
      if (record != NULL)
        {
          self->record = g_object_ref (record);
          g_signal_connect_swapped (record, "changed", G_CALLBACK (record_changed_cb), self);
        }
    }
  if (record != NULL && self->list != NULL)
    {
      self->kept = dd_record_get_id (record);
      self->place = dd_list_find (self->list, self->kept);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget_list (DdItemSelection *self)
{
  g_clear_handle_id (&self->neighbour_source, g_source_remove);
  forget_record (self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  self->kept = 0;
}

static void
dd_item_selection_dispose (GObject *object)
{
  forget_list (DD_ITEM_SELECTION (object));

  G_OBJECT_CLASS (dd_item_selection_parent_class)->dispose (object);
}

static void
dd_item_selection_class_init (DdItemSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_item_selection_dispose;

  /* Another item is selected, or the one that is has changed. */
  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_ITEM_SELECTION, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_item_selection_init (DdItemSelection *self)
{
}

/**
 * dd_item_selection_new:
 * @table: has to live as long as the object
 */
DdItemSelection *
dd_item_selection_new (DdTable *table)
{
  DdItemSelection *self = g_object_new (DD_TYPE_ITEM_SELECTION, NULL);

  self->table = table;
  g_signal_connect_object (table, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * dd_item_selection_set_list:
 * @list: (nullable): what the table has been given to show, just before
 */
void
dd_item_selection_set_list (DdItemSelection *self,
                            DdList          *list)
{
  g_return_if_fail (DD_IS_ITEM_SELECTION (self));

  forget_list (self);
  if (list == NULL)
    return;

  self->list = g_object_ref (list);
  /* After the table's own selection has been told. */
  g_signal_connect_data (list, "items-changed", G_CALLBACK (items_changed_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * dd_item_selection_get_row:
 *
 * Returns: (transfer none) (nullable): the item that is selected, if it has been read
 */
const DdRow *
dd_item_selection_get_row (DdItemSelection *self)
{
  g_return_val_if_fail (DD_IS_ITEM_SELECTION (self), NULL);

  return self->record != NULL && dd_record_get_loaded (self->record)
       ? dd_record_get_row (self->record) : NULL;
}

/**
 * dd_item_selection_select:
 * @item: an id, in the list now or a moment later
 */
void
dd_item_selection_select (DdItemSelection *self,
                          gint64           item)
{
  g_return_if_fail (DD_IS_ITEM_SELECTION (self));

  /* Or the one before would be kept while the list makes room. */
  dd_table_unselect (self->table);
  self->kept = item;
  dd_table_select (self->table, item);
}

/**
 * dd_item_selection_forget:
 *
 * Keeps nothing: another question is asked, to see its first answers.
 */
void
dd_item_selection_forget (DdItemSelection *self)
{
  g_return_if_fail (DD_IS_ITEM_SELECTION (self));

  self->kept = 0;
}

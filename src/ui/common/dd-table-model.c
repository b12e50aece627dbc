/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-model"

#include "dd-table-model.h"

/* How many rows a view gets at a time, and from when on it gets all others at
 * once: it makes rows for some two hundred records, whatever it shows. */
#define ROWS_AT_ONCE 64
#define ENOUGH_ROWS 256

/**
 * DdTableModel:
 *
 * What a table's view shows of a list, with the one record that is selected.
 *
 * A view makes all its rows before it paints any of them, which takes longer
 * than asking SQL. So the answer to a new question is handed over little by
 * little: what the user sees at once, then, frame by frame, what is below.
 *
 * The selected one is known by the record, not by the place: GTK's own
 * selection looks through every new answer for it, which reads all of it.
 */
struct _DdTableModel
{
  GObject   parent_instance;

  DdList   *list;
  guint     n_shown;            /* of the list, from its beginning */
  guint     grow_source;        /* while there is more to show */
  DdRecord *selected;
};

static void dd_table_model_list_init      (GListModelInterface *iface);
static void dd_table_model_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DdTableModel, dd_table_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      dd_table_model_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      dd_table_model_selection_init))

enum { SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static guint
get_n_known (DdTableModel *self)
{
  return self->list != NULL ? dd_list_get_count (self->list) : 0;
}

static guint
find_selected (DdTableModel *self)
{
  if (self->selected == NULL || self->list == NULL)
    return G_MAXUINT;

  return dd_list_find (self->list, dd_record_get_id (self->selected));
}

static void
set_selected (DdTableModel *self,
              DdRecord     *record)
{
  if (g_set_object (&self->selected, record))
    g_signal_emit (self, signals[SELECTED], 0);
}

/* --- how much of the list is shown --------------------------------------- */

static void
set_n_shown (DdTableModel *self,
             guint         n_shown)
{
  guint before = self->n_shown;

  self->n_shown = n_shown;
  if (n_shown > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_shown - before);
}

static gboolean
grow_cb (gpointer user_data)
{
  DdTableModel *self = user_data;
  guint n_known = get_n_known (self);
  guint n_shown = self->n_shown + ROWS_AT_ONCE;

  if (n_shown < ENOUGH_ROWS && n_shown < n_known)
    {
      set_n_shown (self, n_shown);
      return G_SOURCE_CONTINUE;
    }

  self->grow_source = 0;
  set_n_shown (self, n_known);

  return G_SOURCE_REMOVE;
}

static void
show_beginning (DdTableModel *self)
{
  guint before = self->n_shown;
  guint n_known = get_n_known (self);

  g_clear_handle_id (&self->grow_source, g_source_remove);
  self->n_shown = MIN (n_known, ROWS_AT_ONCE);
  if (before > 0 || self->n_shown > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_shown);
  /* After the frame that paints these. */
  if (self->n_shown < n_known)
    self->grow_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, self, NULL);
}

/* A change of what is shown, or of what is not shown yet. */
static void
show_change (DdTableModel *self,
             guint         position,
             guint         removed,
             guint         added)
{
  guint n_known = get_n_known (self);
  guint before = self->n_shown;

  if (self->grow_source == 0)
    {
      self->n_shown = n_known;
      g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
    }
  else if (position < before)
    {
      self->n_shown = MIN (n_known, before);
      g_list_model_items_changed (G_LIST_MODEL (self), position, before - position,
                                  self->n_shown - position);
    }
}

/* The selected record stays so as long as the list may still bring it. */
static void
check_selected (DdTableModel *self)
{
  if (self->selected == NULL || find_selected (self) != G_MAXUINT)
    return;
  if (self->list != NULL && !dd_list_get_complete (self->list))
    return;

  set_selected (self, NULL);
}

static void
items_changed_cb (DdTableModel *self,
                  guint         position,
                  guint         removed,
                  guint         added)
{
  if (dd_list_get_loading (self->list))
    show_beginning (self);
  else
    show_change (self, position, removed, added);

  if (removed > 0 && !dd_list_get_loading (self->list))
    check_selected (self);
}

/* --- GListModel, GtkSelectionModel ----------------------------------------- */

static GType
dd_table_model_get_item_type (GListModel *model)
{
  return DD_TYPE_RECORD;
}

static guint
dd_table_model_get_n_items (GListModel *model)
{
  return DD_TABLE_MODEL (model)->n_shown;
}

static gpointer
dd_table_model_get_item (GListModel *model,
                         guint       position)
{
  DdTableModel *self = DD_TABLE_MODEL (model);

  return position < self->n_shown ? g_list_model_get_item (G_LIST_MODEL (self->list), position)
                                  : NULL;
}

static void
dd_table_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = dd_table_model_get_item_type;
  iface->get_n_items = dd_table_model_get_n_items;
  iface->get_item = dd_table_model_get_item;
}

static gboolean
dd_table_model_is_selected (GtkSelectionModel *model,
                            guint              position)
{
  DdTableModel *self = DD_TABLE_MODEL (model);

  return self->selected != NULL && position < self->n_shown &&
         dd_list_get_id (self->list, position) == dd_record_get_id (self->selected);
}

static GtkBitset *
dd_table_model_get_selection_in_range (GtkSelectionModel *model,
                                       guint              position,
                                       guint              n_items)
{
  guint selected = find_selected (DD_TABLE_MODEL (model));
  GtkBitset *set = gtk_bitset_new_empty ();

  if (selected != G_MAXUINT)
    gtk_bitset_add (set, selected);

  return set;
}

static gboolean
dd_table_model_select_item (GtkSelectionModel *model,
                            guint              position,
                            gboolean           unselect_rest)
{
  dd_table_model_select (DD_TABLE_MODEL (model), position);

  return TRUE;
}

static gboolean
dd_table_model_unselect_item (GtkSelectionModel *model,
                              guint              position)
{
  if (dd_table_model_is_selected (model, position))
    dd_table_model_select (DD_TABLE_MODEL (model), GTK_INVALID_LIST_POSITION);

  return TRUE;
}

static gboolean
dd_table_model_unselect_all (GtkSelectionModel *model)
{
  dd_table_model_select (DD_TABLE_MODEL (model), GTK_INVALID_LIST_POSITION);

  return TRUE;
}

static void
dd_table_model_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = dd_table_model_is_selected;
  iface->get_selection_in_range = dd_table_model_get_selection_in_range;
  iface->select_item = dd_table_model_select_item;
  iface->unselect_item = dd_table_model_unselect_item;
  iface->unselect_all = dd_table_model_unselect_all;
}

/* --- the object -------------------------------------------------------------- */

static void
dd_table_model_dispose (GObject *object)
{
  DdTableModel *self = DD_TABLE_MODEL (object);

  g_clear_handle_id (&self->grow_source, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->selected);
  self->n_shown = 0;

  G_OBJECT_CLASS (dd_table_model_parent_class)->dispose (object);
}

static void
dd_table_model_class_init (DdTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_table_model_dispose;

  /* Another record is selected now, or none. */
  signals[SELECTED] =
    g_signal_new ("selected", DD_TYPE_TABLE_MODEL, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_table_model_init (DdTableModel *self)
{
}

DdTableModel *
dd_table_model_new (void)
{
  return g_object_new (DD_TYPE_TABLE_MODEL, NULL);
}

/**
 * dd_table_model_set_list:
 * @list: (nullable): the records to show
 */
void
dd_table_model_set_list (DdTableModel *self,
                         DdList       *list)
{
  g_return_if_fail (DD_IS_TABLE_MODEL (self));

  if (self->list == list)
    return;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    {
      g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), self);
      g_signal_connect_swapped (list, "notify::loading", G_CALLBACK (check_selected), self);
      g_signal_connect_swapped (list, "notify::complete", G_CALLBACK (check_selected), self);
    }
  show_beginning (self);
  check_selected (self);
}

/**
 * dd_table_model_get_list:
 *
 * Returns: (transfer none) (nullable):
 */
DdList *
dd_table_model_get_list (DdTableModel *self)
{
  g_return_val_if_fail (DD_IS_TABLE_MODEL (self), NULL);

  return self->list;
}

/**
 * dd_table_model_get_selected:
 *
 * Returns: (transfer none) (nullable): the record that is selected
 */
DdRecord *
dd_table_model_get_selected (DdTableModel *self)
{
  g_return_val_if_fail (DD_IS_TABLE_MODEL (self), NULL);

  return self->selected;
}

/**
 * dd_table_model_select:
 * @position: in the list, shown or not; %GTK_INVALID_LIST_POSITION: none
 */
void
dd_table_model_select (DdTableModel *self,
                       guint         position)
{
  g_autoptr (DdRecord) record = NULL;
  guint before;

  g_return_if_fail (DD_IS_TABLE_MODEL (self));

  before = find_selected (self);
  if (position < get_n_known (self))
    {
      /* To be scrolled to, it has to be shown. */
      if (position >= self->n_shown)
        {
          g_clear_handle_id (&self->grow_source, g_source_remove);
          set_n_shown (self, get_n_known (self));
        }
      record = g_list_model_get_item (G_LIST_MODEL (self->list), position);
    }
  if (record == self->selected)
    return;

  set_selected (self, record);
  if (before < self->n_shown)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), before, 1);
  if (position < self->n_shown)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-model"

#include "dd-table-model.h"

#include "dd-table-row.h"

/* How many rows a view gets or loses at a time, and from when on it gets all
 * others at once: it makes rows for some two hundred, whatever it shows. */
#define ROWS_AT_ONCE 32
#define ENOUGH_ROWS 256

/* Up to so many records, a change is told as what it is. */
#define FEW_RECORDS 16

/**
 * DdTableModel:
 *
 * What a table's view shows of a list, with the one record that is selected.
 *
 * A view builds and takes down all its rows before it paints any of them,
 * which takes longer than asking SQL. So its items are places, which stay
 * when an answer changes; and places come and go little by little: what the
 * user sees at once, then, frame by frame, what is below.
 *
 * The selected one is known by the record, not by the place: GTK's own
 * selection looks through every new answer for it, which reads all of it.
 */
struct _DdTableModel
{
  GObject     parent_instance;

  DdList     *list;
  GHashTable *places;           /* position → Place */
  guint       n_shown;          /* places, from the beginning of the list */
  guint       pace_source;      /* while there are too few or too many */
  DdRecord   *selected;
  guint       selected_at;      /* where the view was told that it is */
};

/* A row that is alive, and where it stands. */
typedef struct
{
  DdTableModel *model;
  DdTableRow   *row;
  guint         position;
} Place;

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

/* --- places --------------------------------------------------------------- */

static void
row_gone_cb (gpointer  user_data,
             GObject  *where_it_was)
{
  Place *place = user_data;

  g_hash_table_remove (place->model->places, GUINT_TO_POINTER (place->position));
  g_free (place);
}

static void
forget_place (Place *place)
{
  g_object_weak_unref (G_OBJECT (place->row), row_gone_cb, place);
  g_free (place);
}

static DdRecord *
dup_record (DdTableModel *self,
            guint         position)
{
  return position < get_n_known (self)
       ? g_list_model_get_item (G_LIST_MODEL (self->list), position) : NULL;
}

static DdTableRow *
dup_row (DdTableModel *self,
         guint         position)
{
  Place *place = g_hash_table_lookup (self->places, GUINT_TO_POINTER (position));
  g_autoptr (DdRecord) record = NULL;

  if (place != NULL)
    return g_object_ref (place->row);

  record = dup_record (self, position);
  place = g_new0 (Place, 1);
  place->model = self;
  place->row = dd_table_row_new (record);
  place->position = position;
  g_object_weak_ref (G_OBJECT (place->row), row_gone_cb, place);
  g_hash_table_insert (self->places, GUINT_TO_POINTER (position), place);

  return place->row;
}

/* Each place gets the record that belongs there now. */
static void
fill_places (DdTableModel *self)
{
  g_autoptr (GList) places = g_hash_table_get_values (self->places);

  for (GList *l = places; l != NULL; l = l->next)
    {
      Place *place = l->data;
      g_autoptr (DdRecord) record = dup_record (self, place->position);

      dd_table_row_set_record (place->row, record);
    }
}

/* Those that are removed are the view's alone from now on. */
static void
shift_places (DdTableModel *self,
              guint         position,
              guint         removed,
              guint         added)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->places);
  GHashTableIter iter;
  gpointer value;

  self->places = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Place *place = value;

      if (place->position >= position && place->position < position + removed)
        {
          forget_place (place);
          continue;
        }
      if (place->position >= position)
        place->position += added - removed;
      g_hash_table_insert (self->places, GUINT_TO_POINTER (place->position), place);
    }
}

/* --- which one is selected ------------------------------------------------ */

static void
set_selected (DdTableModel *self,
              DdRecord     *record)
{
  if (g_set_object (&self->selected, record))
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
tell_selection (DdTableModel *self)
{
  guint before = self->selected_at;

  self->selected_at = find_selected (self);
  if (before == self->selected_at)
    return;

  if (before < self->n_shown)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), before, 1);
  if (self->selected_at < self->n_shown)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), self->selected_at, 1);
}

/* The selected record stays so as long as the list may still bring it. */
static void
check_selected (DdTableModel *self)
{
  if (self->selected == NULL || find_selected (self) != G_MAXUINT ||
      (self->list != NULL && (dd_list_get_loading (self->list) ||
                              !dd_list_get_complete (self->list))))
    return;

  set_selected (self, NULL);
  tell_selection (self);
}

/* --- how many places there are -------------------------------------------- */

static void
set_n_shown (DdTableModel *self,
             guint         n_shown)
{
  guint before = self->n_shown;

  self->n_shown = n_shown;
  if (n_shown > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_shown - before);
  else if (n_shown < before)
    {
      shift_places (self, n_shown, before - n_shown, 0);
      g_list_model_items_changed (G_LIST_MODEL (self), n_shown, before - n_shown, 0);
    }
}

/* One step towards as many places as there are records. */
static void
pace (DdTableModel *self)
{
  guint n_known = get_n_known (self);
  guint n_shown = self->n_shown;

  if (n_shown < n_known)
    n_shown = n_shown + ROWS_AT_ONCE < ENOUGH_ROWS ? MIN (n_shown + ROWS_AT_ONCE, n_known)
                                                   : n_known;
  else if (n_shown > ENOUGH_ROWS)
    n_shown = MAX (n_known, ENOUGH_ROWS);
  else
    n_shown = MAX (n_known, n_shown - MIN (n_shown, ROWS_AT_ONCE));

  set_n_shown (self, n_shown);
}

static gboolean
pace_cb (gpointer user_data)
{
  DdTableModel *self = user_data;

  pace (self);
  if (self->n_shown != get_n_known (self))
    return G_SOURCE_CONTINUE;

  self->pace_source = 0;

  return G_SOURCE_REMOVE;
}

static void
show_answer (DdTableModel *self)
{
  guint n_known = get_n_known (self);

  fill_places (self);
  if (self->n_shown > MAX (n_known, ENOUGH_ROWS) || self->n_shown < MIN (n_known, ROWS_AT_ONCE))
    pace (self);
  tell_selection (self);

  /* After the frame that paints these. */
  if (self->n_shown != n_known && self->pace_source == 0)
    self->pace_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, pace_cb, self, NULL);
}

static void
items_changed_cb (DdTableModel *self,
                  guint         position,
                  guint         removed,
                  guint         added)
{
  if (dd_list_get_loading (self->list) || self->pace_source != 0 ||
      removed + added > FEW_RECORDS)
    {
      show_answer (self);
      return;
    }

  shift_places (self, position, removed, added);
  self->n_shown = get_n_known (self);
  self->selected_at = find_selected (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed > 0)
    check_selected (self);
}

/* --- GListModel, GtkSelectionModel ---------------------------------------- */

static GType
dd_table_model_get_item_type (GListModel *model)
{
  return DD_TYPE_TABLE_ROW;
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

  return position < self->n_shown ? dup_row (self, position) : NULL;
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

  return self->selected != NULL && position < get_n_known (self) &&
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

/* --- the object ----------------------------------------------------------- */

static void
dd_table_model_dispose (GObject *object)
{
  DdTableModel *self = DD_TABLE_MODEL (object);

  g_clear_handle_id (&self->pace_source, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->selected);
  shift_places (self, 0, self->n_shown, 0);
  self->n_shown = 0;

  G_OBJECT_CLASS (dd_table_model_parent_class)->dispose (object);
}

static void
dd_table_model_finalize (GObject *object)
{
  g_hash_table_unref (DD_TABLE_MODEL (object)->places);

  G_OBJECT_CLASS (dd_table_model_parent_class)->finalize (object);
}

static void
dd_table_model_class_init (DdTableModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dd_table_model_dispose;
  object_class->finalize = dd_table_model_finalize;

  /* Another record is selected now, or none. */
  signals[SELECTED] =
    g_signal_new ("selected", DD_TYPE_TABLE_MODEL, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_table_model_init (DdTableModel *self)
{
  self->places = g_hash_table_new (NULL, NULL);
  self->selected_at = G_MAXUINT;
}

/**
 * dd_table_model_new:
 *
 * Returns: (transfer full): a model that shows nothing before it has a list
 */
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
  show_answer (self);
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

  g_return_if_fail (DD_IS_TABLE_MODEL (self));

  /* To be scrolled to, it has to be shown. */
  record = dup_record (self, position);
  if (record != NULL && position >= self->n_shown)
    {
      g_clear_handle_id (&self->pace_source, g_source_remove);
      set_n_shown (self, get_n_known (self));
    }
  set_selected (self, record);
  tell_selection (self);
}

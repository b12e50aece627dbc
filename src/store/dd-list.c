/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-list"

#include "dd-list-private.h"

#include "dd-query-sql.h"
#include "dd-store-private.h"

/**
 * DdList:
 *
 * The records that a query shows, as a model for views.
 *
 * It holds the sorted ids and nothing else of the records: they are read by
 * the page when a view asks for them. The first page comes with the first
 * answer, so that a view over a million records opens as one over a hundred
 * does; the other ids follow. After a write the list places each changed
 * record anew, by asking SQL where it belongs, and tells precisely what moved.
 *
 * Asked for a record that has not been read, it gives the record's object at
 * once, without values; they come a moment later.
 */
static void dd_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DdList, dd_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dd_list_model_init))

typedef enum
{
  PROP_LOADING = 1,
  PROP_COMPLETE,
  PROP_COUNT,
} DdListProperty;

static GParamSpec *properties[PROP_COUNT + 1];

/**
 * dd_list_set_loading:
 * @loading: whether what the list shows is still the answer to an earlier query
 */
void
dd_list_set_loading (DdList   *self,
                     gboolean  loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * dd_list_set_complete:
 * @complete: whether all ids are known, not only those of the first page
 */
void
dd_list_set_complete (DdList   *self,
                      gboolean  complete)
{
  if (self->complete == complete)
    return;

  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/**
 * dd_list_tell:
 *
 * Tells views what has changed in the ids.
 */
void
dd_list_tell (DdList *self,
              guint   position,
              guint   removed,
              guint   added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/**
 * dd_list_note_change:
 *
 * For the store: record @id of the list's kind was written.
 */
void
dd_list_note_change (DdList *self,
                     gint64  id)
{
  if (!dd_list_is_changed (self, id))
    g_array_append_val (self->changed, id);
  dd_list_go_on (self);
}

/**
 * dd_list_ask_anew:
 *
 * For the store: much has changed, or it is not known what.
 */
void
dd_list_ask_anew (DdList *self)
{
  self->ask_anew = TRUE;
  dd_list_go_on (self);
}

/**
 * dd_list_reads:
 *
 * Returns: whether records of another kind decide what the list shows
 */
gboolean
dd_list_reads (DdList *self,
               DdKind  kind)
{
  return dd_query_reads (self->query, kind);
}

/**
 * dd_list_set_query:
 *
 * Shows other records, of the same kind. Until the answer is there the list
 * stays as it is.
 */
void
dd_list_set_query (DdList        *self,
                   const DdQuery *query)
{
  g_return_if_fail (DD_IS_LIST (self));
  g_return_if_fail (dd_query_get_kind (query) == dd_query_get_kind (self->query));

  if (dd_query_equal (self->query, query))
    return;

  g_clear_pointer (&self->query, dd_query_free);
  self->query = dd_query_copy (query);
  dd_list_withdraw (self);
  self->ask_anew = TRUE;
  dd_list_set_loading (self, TRUE);
  dd_list_go_on (self);
}

/**
 * dd_list_get_query:
 *
 * Returns: (transfer none): what the list shows; until the next dd_list_set_query()
 */
const DdQuery *
dd_list_get_query (DdList *self)
{
  g_return_val_if_fail (DD_IS_LIST (self), NULL);

  return self->query;
}

/**
 * dd_list_get_loading:
 *
 * Returns: whether what the list shows is still the answer to an earlier query
 */
gboolean
dd_list_get_loading (DdList *self)
{
  g_return_val_if_fail (DD_IS_LIST (self), FALSE);

  return self->loading;
}

/**
 * dd_list_get_complete:
 *
 * Returns: whether all records are in the list, not only its first page
 */
gboolean
dd_list_get_complete (DdList *self)
{
  g_return_val_if_fail (DD_IS_LIST (self), FALSE);

  return self->complete;
}

/**
 * dd_list_get_count:
 *
 * Returns: how many records the list shows; the first page, until it is complete
 */
guint
dd_list_get_count (DdList *self)
{
  g_return_val_if_fail (DD_IS_LIST (self), 0);

  return self->ids->len;
}

/**
 * dd_list_get_id:
 *
 * Returns: the record at @position, by its number, which costs no reading
 */
gint64
dd_list_get_id (DdList *self,
                guint   position)
{
  g_return_val_if_fail (DD_IS_LIST (self), 0);
  g_return_val_if_fail (position < self->ids->len, 0);

  return g_array_index (self->ids, gint64, position);
}

/**
 * dd_list_find:
 *
 * Returns: the position of the record, or %G_MAXUINT
 */
guint
dd_list_find (DdList *self,
              gint64  id)
{
  const gint64 *ids = (const gint64 *) self->ids->data;

  for (guint i = 0; i < self->ids->len; i++)
    if (ids[i] == id)
      return i;

  return G_MAXUINT;
}

static GType
dd_list_get_item_type (GListModel *model)
{
  return DD_TYPE_RECORD;
}

static guint
dd_list_get_n_items (GListModel *model)
{
  return DD_LIST (model)->ids->len;
}

static gpointer
dd_list_get_item (GListModel *model,
                  guint       position)
{
  DdList *self = DD_LIST (model);
  DdRecord *record;
  gint64 id;

  if (position >= self->ids->len || self->store == NULL)
    return NULL;

  id = g_array_index (self->ids, gint64, position);
  record = dd_store_get_record (self->store, self->query->kind, id);

  /* Another list may have made the object, and gone before it read it. */
  if (!dd_record_get_loaded (record))
    dd_list_want (self, record);

  return record;
}

static void
dd_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dd_list_get_item_type;
  iface->get_n_items = dd_list_get_n_items;
  iface->get_item = dd_list_get_item;
}

static void
store_gone_cb (gpointer  user_data,
               GObject  *where_it_was)
{
  DdList *self = user_data;
  guint n_items = self->ids->len;

  self->store = NULL;
  g_clear_handle_id (&self->read_source, g_source_remove);

  /* Records are the store's to give. */
  g_array_unref (self->ids);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_items > 0)
    dd_list_tell (self, 0, n_items, 0);
}

static void
dd_list_dispose (GObject *object)
{
  DdList *self = DD_LIST (object);

  g_clear_handle_id (&self->read_source, g_source_remove);
  dd_list_withdraw (self);
  if (self->store != NULL)
    {
      dd_store_remove_list (self->store, self);
      g_object_weak_unref (G_OBJECT (self->store), store_gone_cb, self);
      self->store = NULL;
    }
  g_clear_pointer (&self->recent, g_ptr_array_unref);

  G_OBJECT_CLASS (dd_list_parent_class)->dispose (object);
}

static void
dd_list_finalize (GObject *object)
{
  DdList *self = DD_LIST (object);

  g_clear_pointer (&self->query, dd_query_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->changed, g_array_unref);
  g_clear_pointer (&self->wanted, g_array_unref);

  G_OBJECT_CLASS (dd_list_parent_class)->finalize (object);
}

static void
dd_list_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  DdList *self = DD_LIST (object);

  switch ((DdListProperty) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;

    case PROP_COUNT:
      g_value_set_uint (value, self->ids->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dd_list_class_init (DdListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dd_list_dispose;
  object_class->finalize = dd_list_finalize;
  object_class->get_property = dd_list_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dd_list_init (DdList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->recent = g_ptr_array_new_with_free_func (g_object_unref);
  self->loading = TRUE;
}

/**
 * dd_list_new:
 *
 * For the store: see dd_store_get_list().
 *
 * Returns: (transfer full): a list that asks at once
 */
DdList *
dd_list_new (DdStore       *store,
             const DdQuery *query)
{
  DdList *self = g_object_new (DD_TYPE_LIST, NULL);

  self->store = store;
  g_object_weak_ref (G_OBJECT (store), store_gone_cb, self);
  dd_store_add_list (store, self);
  self->query = dd_query_copy (query);
  self->ask_anew = TRUE;
  dd_list_go_on (self);

  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-list"

#include "dd-list-private.h"

#include "dd-list-work.h"
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
struct _DdList
{
  GObject       parent_instance;

  DdStore      *store;
  DdQuery      *query;
  GArray       *ids;            /* of gint64 */
  GArray       *changed;        /* ids of records to place anew */
  GArray       *wanted;         /* ids of records to read */
  guint         read_source;
  GPtrArray    *recent;         /* records kept alive, in turn */
  guint         next_recent;
  GCancellable *cancellable;    /* of the question that is out */
  gboolean      asking;
  gboolean      ask_anew;
  gboolean      loading;        /* no answer to this query yet */
  gboolean      complete;       /* all ids are known */
};

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

#define N_RECENT (DD_LIST_PAGE_SIZE * 3)

static void go_on (DdList *self);
static void place_changed (DdList *self);

static void
keep_alive (DdList   *self,
            DdRecord *record)
{
  if (self->recent->len < N_RECENT)
    {
      g_ptr_array_add (self->recent, record);
      return;
    }

  g_object_unref (self->recent->pdata[self->next_recent]);
  self->recent->pdata[self->next_recent] = record;
  self->next_recent = (self->next_recent + 1) % N_RECENT;
}

static void
take_rows (DdList    *self,
           GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    keep_alive (self, dd_store_take_row (self->store, g_steal_pointer (&rows->pdata[i])));
  g_ptr_array_set_size (rows, 0);
}

static void
set_loading (DdList   *self,
             gboolean  loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_complete (DdList   *self,
              gboolean  complete)
{
  if (self->complete == complete)
    return;

  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
tell_items_changed (DdList *self,
                    guint   position,
                    guint   removed,
                    guint   added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/* Takes the new order, and tells of what lies between the same beginning and
 * the same end. @ids may be the beginning of an answer whose rest follows. */
static void
take_ids (DdList *self,
          GArray *ids)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  guint head = 0, tail = 0;
  guint shorter = MIN (old->len, ids->len);

  self->ids = g_array_ref (ids);
  while (head < shorter &&
         g_array_index (old, gint64, head) == g_array_index (ids, gint64, head))
    head++;
  while (tail < shorter - head &&
         g_array_index (old, gint64, old->len - 1 - tail) ==
         g_array_index (ids, gint64, ids->len - 1 - tail))
    tail++;

  if (head + tail < old->len || head + tail < ids->len)
    tell_items_changed (self, head, old->len - head - tail, ids->len - head - tail);
}

/* Nobody waits for the answer any more: there is another question by now, or
 * the store is gone. */
static gboolean
is_withdrawn (DdList *self,
              GTask  *task)
{
  return self->store == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

static void
answered (DdList *self)
{
  self->asking = FALSE;
  g_clear_object (&self->cancellable);
}

static void
ask_done (GTask    *task,
          gpointer  data)
{
  DdList *self = g_task_get_source_object (task);
  DdListAsk *job = data;
  gboolean is_page = job->limit != 0 && job->ids->len == job->limit;

  if (is_withdrawn (self, task))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  answered (self);
  take_rows (self, job->rows);
  take_ids (self, job->ids);
  set_complete (self, !is_page);
  set_loading (self, FALSE);
  g_task_return_boolean (task, TRUE);
  go_on (self);
}

/* A list cannot tell anybody but its views, which show what there is. */
static void
failed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  DdList *self = DD_LIST (object);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;

  answered (self);

  /* Where a record belongs cannot be told if another program has deleted its
   * neighbours: then the list asks for all. */
  if (g_task_get_source_tag (G_TASK (result)) == place_changed)
    {
      self->ask_anew = TRUE;
      go_on (self);
      return;
    }

  g_message ("a list could not be read: %s", error->message);
  set_loading (self, FALSE);
}

static void
ask (DdList   *self,
     guint     limit,
     gboolean  with_rows)
{
  g_autoptr (GTask) task = NULL;

  self->asking = TRUE;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, failed_cb, NULL);
  g_task_set_source_tag (task, ask);
  dd_store_push (self->store, task, DD_JOB_SNAPSHOT, dd_list_ask_run, ask_done,
                 dd_list_ask_new (self->query, limit, with_rows), dd_list_ask_free);
}

static void
insert_id (DdList *self,
           guint   position,
           gint64  id)
{
  g_array_insert_val (self->ids, position, id);
  tell_items_changed (self, position, 0, 1);
}

static gboolean
is_changed (DdList *self,
            gint64  id)
{
  for (guint i = 0; i < self->changed->len; i++)
    if (g_array_index (self->changed, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Records that were written between the question and its answer stood at their
 * old places while SQL compared them by their new values. Such an answer
 * means nothing; the same records are placed again together with those. */
static gboolean
is_current (DdList              *self,
            const DdListPlacing *job)
{
  if (self->changed->len == 0 && !self->ask_anew)
    return TRUE;

  for (guint i = 0; i < job->places->len; i++)
    {
      gint64 id = g_array_index (job->places, DdListPlace, i).id;

      if (!is_changed (self, id))
        g_array_append_val (self->changed, id);
    }

  return FALSE;
}

static void
place_done (GTask    *task,
            gpointer  data)
{
  DdList *self = g_task_get_source_object (task);
  DdListPlacing *job = data;

  if (is_withdrawn (self, task))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  answered (self);
  if (!is_current (self, job))
    {
      g_task_return_boolean (task, FALSE);
      go_on (self);
      return;
    }

  if (job->places->len == 1)
    {
      const DdListPlace *place = &g_array_index (job->places, DdListPlace, 0);
      guint old = dd_list_find (self, place->id);

      /* Where it was: its object tells what changed in it. */
      if (place->shown && old == place->position)
        {
          g_task_return_boolean (task, TRUE);
          go_on (self);
          return;
        }
    }

  for (guint i = 0; i < job->places->len; i++)
    {
      guint old = dd_list_find (self, g_array_index (job->places, DdListPlace, i).id);

      if (old == G_MAXUINT)
        continue;
      g_array_remove_index (self->ids, old);
      tell_items_changed (self, old, 1, 0);
    }

  /* Positions are among the others; those put in before shift the next ones. */
  for (guint i = 0, n_before = 0; i < job->places->len; i++)
    {
      const DdListPlace *place = &g_array_index (job->places, DdListPlace, i);

      if (place->shown)
        insert_id (self, place->position + n_before++, place->id);
    }

  g_task_return_boolean (task, TRUE);
  go_on (self);
}

static void
place_changed (DdList *self)
{
  g_autoptr (GTask) task = NULL;
  DdListPlacing *job = dd_list_placing_new (self->query, self->ids->len);

  self->asking = TRUE;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, failed_cb, NULL);
  g_task_set_source_tag (task, place_changed);

  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);

      if (!is_changed (self, id))
        g_array_append_val (job->ids, id);
    }
  for (guint i = 0; i < self->changed->len; i++)
    {
      DdListPlace place = { g_array_index (self->changed, gint64, i), FALSE, 0 };

      g_array_append_val (job->places, place);
    }
  g_array_set_size (self->changed, 0);
  dd_store_push (self->store, task, DD_JOB_SNAPSHOT, dd_list_placing_run, place_done, job,
                 dd_list_placing_free);
}

/* One question at a time: the next one needs the answer of the last. */
static void
go_on (DdList *self)
{
  if (self->asking || self->store == NULL)
    return;

  if (self->ask_anew)
    {
      self->ask_anew = FALSE;
      g_array_set_size (self->changed, 0);
      ask (self, self->loading ? DD_LIST_PAGE_SIZE : 0, self->loading);
    }
  else if (!self->complete)
    {
      g_array_set_size (self->changed, 0);
      ask (self, 0, FALSE);
    }
  else if (self->changed->len > DD_LIST_MANY_CHANGED ||
           (self->changed->len > 0 && (self->query->words != NULL || self->query->limit != 0)))
    {
      g_array_set_size (self->changed, 0);
      ask (self, 0, FALSE);
    }
  else if (self->changed->len > 0)
    place_changed (self);
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
  if (!is_changed (self, id))
    g_array_append_val (self->changed, id);
  go_on (self);
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
  go_on (self);
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
  g_cancellable_cancel (self->cancellable);
  answered (self);
  self->ask_anew = TRUE;
  set_loading (self, TRUE);
  go_on (self);
}

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

guint
dd_list_get_count (DdList *self)
{
  g_return_val_if_fail (DD_IS_LIST (self), 0);

  return self->ids->len;
}

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

static void
read_done (GTask    *task,
           gpointer  data)
{
  DdList *self = g_task_get_source_object (task);

  if (!is_withdrawn (self, task))
    take_rows (self, ((DdListRead *) data)->rows);
  g_task_return_boolean (task, TRUE);
}

static gboolean
read_wanted_cb (gpointer user_data)
{
  DdList *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);
  DdListRead *job = dd_list_read_new (self->query->kind, g_steal_pointer (&self->wanted));

  self->read_source = 0;
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_task_set_source_tag (task, read_wanted_cb);
  dd_store_push (self->store, task, DD_JOB_SNAPSHOT, dd_list_read_run, read_done, job,
                 dd_list_read_free);

  return G_SOURCE_REMOVE;
}

/* A view asks for rows one by one; they are read together. */
static void
want (DdList *self,
      gint64  id)
{
  for (guint i = 0; i < self->wanted->len; i++)
    if (g_array_index (self->wanted, gint64, i) == id)
      return;

  g_array_append_val (self->wanted, id);
  if (self->wanted->len >= DD_LIST_PAGE_SIZE)
    {
      g_clear_handle_id (&self->read_source, g_source_remove);
      read_wanted_cb (self);
    }
  else if (self->read_source == 0)
    self->read_source = g_idle_add_full (G_PRIORITY_DEFAULT, read_wanted_cb, self, NULL);
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
    {
      keep_alive (self, g_object_ref (record));
      want (self, id);
    }

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
    tell_items_changed (self, 0, n_items, 0);
}

static void
dd_list_dispose (GObject *object)
{
  DdList *self = DD_LIST (object);

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
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
  go_on (self);

  return self;
}

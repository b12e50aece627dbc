/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-known-units"

#include "dd-known-units.h"

#include "dd-unit.h"

/**
 * DdKnownUnits:
 *
 * The units of the file of records by all the names they go by, for what is typed: kept
 * while a window is open, and read again when a unit has changed.
 *
 * "changed" tells of other names. Before the units are read for the first time there are
 * only the names that every document knows.
 */
struct _DdKnownUnits
{
  GObject           parent_instance;

  DdStore          *store;      /* a weak pointer: the session keeps both */
  GCancellable     *cancellable;
  DdUnitDictionary *dictionary;
  GHashTable       *units;      /* id → DdRow */
  gboolean          ready;
};

G_DEFINE_FINAL_TYPE (DdKnownUnits, dd_known_units, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What a thread makes of the rows. */
typedef struct
{
  GPtrArray        *rows;
  DdUnitDictionary *dictionary;
} Names;

static void
names_free (gpointer data)
{
  Names *names = data;

  g_ptr_array_unref (names->rows);
  dd_unit_dictionary_free (names->dictionary);
  g_free (names);
}

/* A province has thousands of communes: their names are put in order beside the main loop. */
static void
learn_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  const GPtrArray *rows = task_data;
  Names *names = g_new0 (Names, 1);

  names->rows = g_ptr_array_ref ((GPtrArray *) rows);
  names->dictionary = dd_unit_dictionary_new_with_known ();
  for (guint i = 0; i < rows->len; i++)
    dd_unit_dictionary_add_unit (names->dictionary, rows->pdata[i]);
  g_task_return_pointer (task, names, names_free);
}

static void
learnt_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DdKnownUnits) self = user_data;
  Names *names = g_task_propagate_pointer (G_TASK (result), NULL);

  if (names == NULL)
    return;

  g_hash_table_remove_all (self->units);
  for (guint i = 0; i < names->rows->len; i++)
    {
      gint64 id = dd_row_get_id (names->rows->pdata[i]);

      g_hash_table_insert (self->units, g_memdup2 (&id, sizeof id),
                           dd_row_copy (names->rows->pdata[i]));
    }
  dd_unit_dictionary_free (self->dictionary);
  self->dictionary = g_steal_pointer (&names->dictionary);
  self->ready = TRUE;
  names_free (names);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Errors are told by the store, which could not be read. */
static void
units_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DdKnownUnits) self = user_data;
  GPtrArray *rows = dd_store_select_finish (DD_STORE (object), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (rows == NULL)
    return;

  /* The store is not held: the thread must not be the last who does. */
  task = g_task_new (NULL, self->cancellable, learnt_cb, g_object_ref (self));
  g_task_set_source_tag (task, units_read_cb);
  g_task_set_task_data (task, rows, (GDestroyNotify) g_ptr_array_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, learn_thread);
}

static void
read_units (DdKnownUnits *self)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  dd_store_select_async (self->store, query, self->cancellable, units_read_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (DdKnownUnits *self,
                  guint         kinds)
{
  if ((kinds & (1u << DD_KIND_UNIT)) == 0)
    return;

  self->ready = FALSE;
  read_units (self);
}

static void
dd_known_units_dispose (GObject *object)
{
  DdKnownUnits *self = DD_KNOWN_UNITS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->store);

  G_OBJECT_CLASS (dd_known_units_parent_class)->dispose (object);
}

static void
dd_known_units_finalize (GObject *object)
{
  DdKnownUnits *self = DD_KNOWN_UNITS (object);

  dd_unit_dictionary_free (self->dictionary);
  g_hash_table_unref (self->units);

  G_OBJECT_CLASS (dd_known_units_parent_class)->finalize (object);
}

static void
dd_known_units_class_init (DdKnownUnitsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_known_units_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_known_units_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_KNOWN_UNITS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_known_units_init (DdKnownUnits *self)
{
  self->dictionary = dd_unit_dictionary_new_with_known ();
  self->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) dd_row_free);
}

/**
 * dd_known_units_new:
 * @store: an open store, which is not kept alive
 */
DdKnownUnits *
dd_known_units_new (DdStore *store)
{
  DdKnownUnits *self = g_object_new (DD_TYPE_KNOWN_UNITS, NULL);

  g_set_weak_pointer (&self->store, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_units (self);

  return self;
}

/**
 * dd_known_units_get_ready:
 *
 * Returns: whether the units are known as they are now; before, one that seems to be unknown
 *   may have been created a moment ago
 */
gboolean
dd_known_units_get_ready (DdKnownUnits *self)
{
  g_return_val_if_fail (DD_IS_KNOWN_UNITS (self), FALSE);

  return self->ready;
}

/**
 * dd_known_units_get_dictionary:
 *
 * Returns: (transfer none): until "changed"
 */
const DdUnitDictionary *
dd_known_units_get_dictionary (DdKnownUnits *self)
{
  g_return_val_if_fail (DD_IS_KNOWN_UNITS (self), NULL);

  return self->dictionary;
}

/**
 * dd_known_units_get_unit:
 *
 * Returns: (transfer none) (nullable): the unit as it was read, until "changed"; %NULL if
 *   there is none
 */
const DdRow *
dd_known_units_get_unit (DdKnownUnits *self,
                         gint64        id)
{
  g_return_val_if_fail (DD_IS_KNOWN_UNITS (self), NULL);

  return g_hash_table_lookup (self->units, &id);
}

/**
 * dd_known_units_get_name:
 *
 * Returns: (transfer none) (nullable): what the unit is called, until "changed"
 */
const char *
dd_known_units_get_name (DdKnownUnits *self,
                         gint64        id)
{
  const DdRow *unit = dd_known_units_get_unit (self, id);

  return unit != NULL ? dd_row_get_text (unit, DD_UNIT_NAME) : NULL;
}

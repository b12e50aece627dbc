/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The objects of the records that somebody holds, and how they and the lists
 * come to know of a change. */
#define G_LOG_DOMAIN "dd-store"

#include "dd-store-private.h"

#include "dd-derived.h"
#include "dd-list-private.h"
#include "dd-sql.h"

/* A record's object, in the table of those that are alive. */
typedef struct
{
  DdStore  *store;
  DdRecord *record;
  gint64    id;
  DdKind    kind;
} Entry;

static void
record_gone_cb (gpointer  user_data,
                GObject  *where_it_was)
{
  Entry *entry = user_data;

  g_hash_table_remove (entry->store->records[entry->kind], &entry->id);
}

/**
 * dd_store_get_record:
 *
 * Returns: (transfer full): the record's one object; not loaded if it was not
 *   alive before
 */
DdRecord *
dd_store_get_record (DdStore *self,
                     DdKind   kind,
                     gint64   id)
{
  Entry *entry = g_hash_table_lookup (self->records[kind], &id);

  if (entry != NULL)
    return g_object_ref (entry->record);

  entry = g_new0 (Entry, 1);
  entry->store = self;
  entry->kind = kind;
  entry->id = id;
  entry->record = dd_record_new (kind, id);
  g_hash_table_insert (self->records[kind], &entry->id, entry);
  g_object_weak_ref (G_OBJECT (entry->record), record_gone_cb, entry);

  return entry->record;
}

/* Whether somebody holds the record's object. */
static gboolean
has_record (DdStore *self,
            DdKind   kind,
            gint64   id)
{
  return g_hash_table_contains (self->records[kind], &id);
}

/**
 * dd_store_take_row:
 * @row: (transfer full): what the record says now
 *
 * Returns: (transfer full): the record's one object, which says so now
 */
DdRecord *
dd_store_take_row (DdStore *self,
                   DdRow   *row)
{
  DdRecord *record = dd_store_get_record (self, dd_row_get_kind (row), dd_row_get_id (row));

  dd_record_take_row (record, row);

  return record;
}

/**
 * dd_store_forget_records:
 *
 * Objects that outlive the store follow nothing any more.
 */
void
dd_store_forget_records (DdStore *self)
{
  for (guint i = 0; i < DD_N_KINDS; i++)
    {
      GHashTableIter iter;
      gpointer value;

      if (self->records[i] == NULL)
        continue;
      g_hash_table_iter_init (&iter, self->records[i]);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        g_object_weak_unref (G_OBJECT (((Entry *) value)->record), record_gone_cb, value);
      g_clear_pointer (&self->records[i], g_hash_table_unref);
    }
}

typedef struct
{
  GArray    *touched;           /* of DdTouched: what to read */
  GPtrArray *rows;
  gboolean   with_rules;
  DdRules    rules;
  GPtrArray *holidays;
} ReloadJob;

static void
reload_job_free (gpointer data)
{
  ReloadJob *job = data;

  g_array_unref (job->touched);
  g_ptr_array_unref (job->rows);
  g_clear_pointer (&job->holidays, g_ptr_array_unref);
  g_free (job);
}

/**
 * dd_read_touched_rows:
 * @rows: (element-type DdRow): gets the records that still exist
 */
gboolean
dd_read_touched_rows (DdDb       *db,
                      GArray     *touched,
                      GPtrArray  *rows,
                      GError    **error)
{
  for (guint i = 0; i < touched->len; i++)
    {
      const DdTouched *one = &g_array_index (touched, DdTouched, i);
      g_autoptr (GError) local = NULL;
      DdRow *row;

      if (one->deleted)
        continue;
      row = dd_sql_select_row (db, one->kind, one->id, &local);
      if (row != NULL)
        g_ptr_array_add (rows, row);
      else if (!g_error_matches (local, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
reload_run (DdDb      *db,
            gpointer   data,
            GError   **error)
{
  ReloadJob *job = data;

  return dd_read_touched_rows (db, job->touched, job->rows, error) &&
         (!job->with_rules || dd_read_rules_and_holidays (db, &job->rules, &job->holidays, error));
}

/* Objects that are alive take what their records say now. */
static void
take_rows (DdStore   *self,
           GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      DdRow *row = rows->pdata[i];

      if (has_record (self, dd_row_get_kind (row), dd_row_get_id (row)))
        g_object_unref (dd_store_take_row (self, dd_row_copy (row)));
    }
}

static void
reload_done (GTask    *task,
             gpointer  data)
{
  DdStore *self = g_task_get_source_object (task);
  ReloadJob *job = data;

  take_rows (self, job->rows);
  if (job->with_rules)
    dd_store_set_rules_and_holidays (self, &job->rules, job->holidays);
  g_task_return_boolean (task, TRUE);
}

static void
reloaded_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    dd_store_emit_failed (DD_STORE (object), error);
}

static void
reload (DdStore  *self,
        GArray   *touched,
        gboolean  with_rules)
{
  g_autoptr (GTask) task = NULL;
  ReloadJob *job;

  if (self->worker == NULL || (touched->len == 0 && !with_rules))
    return;

  task = g_task_new (self, NULL, reloaded_cb, NULL);
  g_task_set_source_tag (task, reload);
  job = g_new0 (ReloadJob, 1);
  job->touched = g_array_ref (touched);
  job->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  job->with_rules = with_rules;
  dd_store_push (self, task, DD_JOB_SNAPSHOT, reload_run, reload_done, job, reload_job_free);
}

/* Objects of @kind that are alive, to be read again. */
static void
add_alive (DdStore *self,
           DdKind   kind,
           GArray  *wanted)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->records[kind]);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      DdTouched one = { kind, ((Entry *) value)->id, FALSE };

      g_array_append_val (wanted, one);
    }
}

static void
tell_lists (DdStore *self,
            GArray  *touched,
            guint    kinds)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      DdList *list = self->lists->pdata[i];
      DdKind kind = dd_query_get_kind (dd_list_get_query (list));
      gboolean anew = touched->len > DD_LIST_MANY_CHANGED && (kinds >> kind & 1) != 0;

      for (guint j = 0; j < DD_N_KINDS && !anew; j++)
        anew = (kinds >> j & 1) != 0 && dd_list_reads (list, j);

      if (anew)
        dd_list_ask_anew (list);
      else
        for (guint j = 0; j < touched->len; j++)
          if (g_array_index (touched, DdTouched, j).kind == kind)
            dd_list_note_change (list, g_array_index (touched, DdTouched, j).id);
    }
}

/**
 * dd_store_tell_touched:
 * @touched: (element-type DdTouched): what a write changed
 * @rows: (element-type DdRow): what those records say now
 *
 * Shows a change in the objects and the lists.
 */
void
dd_store_tell_touched (DdStore   *self,
                       GArray    *touched,
                       GPtrArray *rows)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (DdTouched));
  guint kinds = 0;

  if (touched->len == 0)
    return;

  take_rows (self, rows);
  for (guint i = 0; i < touched->len; i++)
    kinds |= 1u << g_array_index (touched, DdTouched, i).kind;
  for (guint i = 0; i < DD_N_KINDS; i++)
    for (guint j = 0; j < DD_N_KINDS; j++)
      if ((kinds >> j & 1) != 0 && dd_derived_depends_on (i, j))
        {
          add_alive (self, i, wanted);
          break;
        }

  tell_lists (self, touched, kinds);
  reload (self, wanted,
          (kinds & (1u << DD_KIND_SETTING | 1u << DD_KIND_HOLIDAY)) != 0);
  dd_store_emit_changed (self, kinds);
}

/**
 * dd_store_tell_all:
 *
 * Reads everything that is alive anew: another program has written, or too
 * much has changed to tell one by one.
 */
void
dd_store_tell_all (DdStore *self)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (DdTouched));

  for (guint i = 0; i < DD_N_KINDS; i++)
    add_alive (self, i, wanted);
  reload (self, wanted, TRUE);
  for (guint i = 0; i < self->lists->len; i++)
    dd_list_ask_anew (self->lists->pdata[i]);

  dd_store_emit_changed (self, G_MAXUINT);
}

/**
 * dd_store_get_list:
 *
 * Returns: (transfer full): a list that shows the records of the query and
 *   follows every change of them, by whomever it is made
 */
DdList *
dd_store_get_list (DdStore       *self,
                   const DdQuery *query)
{
  g_return_val_if_fail (DD_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  return dd_list_new (self, query);
}

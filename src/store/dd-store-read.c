/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-store"

#include "dd-store-private.h"

#include "dd-query-sql.h"
#include "dd-sql.h"

static GPtrArray *
make_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
}

/* --- one record ----------------------------------------------------------- */

typedef struct
{
  DdKind  kind;
  gint64  id;
  DdRow  *row;
} FetchJob;

static void
fetch_job_free (gpointer data)
{
  FetchJob *job = data;

  dd_row_free (job->row);
  g_free (job);
}

static gboolean
fetch_run (DdDb      *db,
           gpointer   data,
           GError   **error)
{
  FetchJob *job = data;

  job->row = dd_sql_select_row (db, job->kind, job->id, error);

  return job->row != NULL;
}

static void
fetch_done (GTask    *task,
            gpointer  data)
{
  DdStore *self = g_task_get_source_object (task);
  FetchJob *job = data;

  g_task_return_pointer (task, dd_store_take_row (self, g_steal_pointer (&job->row)),
                         g_object_unref);
}

/**
 * dd_store_fetch_async:
 *
 * Reads one record by its number.
 */
void
dd_store_fetch_async (DdStore             *self,
                      DdKind               kind,
                      gint64               id,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  FetchJob *job = g_new0 (FetchJob, 1);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_fetch_async);
  job->kind = kind;
  job->id = id;
  dd_store_push (self, task, DD_JOB_READ, fetch_run, fetch_done, job, fetch_job_free);
}

/**
 * dd_store_fetch_finish:
 *
 * Returns: (transfer full) (nullable): the record's object, loaded, or %NULL with
 *   %DD_STORE_ERROR_NOT_FOUND
 */
DdRecord *
dd_store_fetch_finish (DdStore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the record of a uid -------------------------------------------------- */

typedef struct
{
  DdKind  kind;
  char   *uid;
  gint64  id;
} FindJob;

static void
find_job_free (gpointer data)
{
  FindJob *job = data;

  g_free (job->uid);
  g_free (job);
}

static gboolean
find_run (DdDb      *db,
          gpointer   data,
          GError   **error)
{
  FindJob *job = data;
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE uid = :uid",
                                          dd_record_type_get (job->kind)->name);
  g_autoptr (DdStatement) statement = dd_db_statement (db, g_intern_string (sql), error);
  int code;

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_text (statement, ":uid", job->uid);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      job->id = sqlite3_column_int64 (statement, 0);
      return TRUE;
    }
  if (code != SQLITE_DONE)
    return dd_db_fail (db, error);

  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND, "no %s %s",
               dd_record_type_get (job->kind)->name, job->uid);
  return FALSE;
}

static void
find_done (GTask    *task,
           gpointer  data)
{
  gint64 *id = g_memdup2 (&((FindJob *) data)->id, sizeof (gint64));

  g_task_return_pointer (task, id, g_free);
}

/**
 * dd_store_find_async:
 * @uid: the name that the record has in every file
 */
void
dd_store_find_async (DdStore             *self,
                     DdKind               kind,
                     const char          *uid,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  FindJob *job = g_new0 (FindJob, 1);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_find_async);
  job->kind = kind;
  job->uid = g_strdup (uid);
  dd_store_push (self, task, DD_JOB_READ, find_run, find_done, job, find_job_free);
}

/**
 * dd_store_find_finish:
 *
 * Returns: the record's id in this file, or 0 with %DD_STORE_ERROR_NOT_FOUND
 */
gint64
dd_store_find_finish (DdStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL ? *id : 0;
}

/* --- all records of a query ----------------------------------------------- */

typedef struct
{
  DdQuery   *query;
  GPtrArray *rows;
  guint      count;
} SelectJob;

static void
select_job_free (gpointer data)
{
  SelectJob *job = data;

  dd_query_free (job->query);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
  g_free (job);
}

static gboolean
select_run (DdDb      *db,
            gpointer   data,
            GError   **error)
{
  SelectJob *job = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return dd_query_collect_ids (db, job->query, 0, ids, error) &&
         dd_sql_select_rows (db, job->query->kind, (const gint64 *) (gpointer) ids->data, ids->len,
                             job->rows, error);
}

static void
select_done (GTask    *task,
             gpointer  data)
{
  g_task_return_pointer (task, g_steal_pointer (&((SelectJob *) data)->rows),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * dd_store_select_async:
 *
 * Reads every record of a query as plain rows, for what is not a view: a
 * report, a letter, the command line.
 */
void
dd_store_select_async (DdStore             *self,
                       const DdQuery       *query,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SelectJob *job = g_new0 (SelectJob, 1);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_select_async);
  job->query = dd_query_copy (query);
  job->rows = make_rows ();
  dd_store_push (self, task, DD_JOB_SNAPSHOT, select_run, select_done, job, select_job_free);
}

/**
 * dd_store_select_finish:
 *
 * Returns: (transfer full) (nullable) (element-type DdRow): the records in order
 */
GPtrArray *
dd_store_select_finish (DdStore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
count_run (DdDb      *db,
           gpointer   data,
           GError   **error)
{
  SelectJob *job = data;

  return dd_query_count (db, job->query, &job->count, error);
}

static void
count_done (GTask    *task,
            gpointer  data)
{
  g_task_return_int (task, ((SelectJob *) data)->count);
}

/**
 * dd_store_count_async:
 * @query: must not search
 */
void
dd_store_count_async (DdStore             *self,
                      const DdQuery       *query,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SelectJob *job = g_new0 (SelectJob, 1);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_count_async);
  job->query = dd_query_copy (query);
  dd_store_push (self, task, DD_JOB_READ, count_run, count_done, job, select_job_free);
}

/**
 * dd_store_count_finish:
 * @count: (out): how many records the query shows
 */
gboolean
dd_store_count_finish (DdStore       *self,
                       GAsyncResult  *result,
                       guint         *count,
                       GError       **error)
{
  gssize number;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  number = g_task_propagate_int (G_TASK (result), error);
  *count = number < 0 ? 0 : (guint) number;

  return number >= 0;
}

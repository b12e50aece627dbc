/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-figures"

#include "dd-figures.h"

#include "dd-query-where.h"
#include "dd-rule-sql.h"
#include "dd-store-private.h"

typedef struct
{
  DdDay      today;
  guint      warn_days;
  GPtrArray *units;
  GArray    *plans;
} FiguresJob;

static void
unit_figures_free (gpointer data)
{
  g_free (((DdUnitFigures *) data)->name);
  g_free (data);
}

static void
figures_job_free (gpointer data)
{
  FiguresJob *job = data;

  g_clear_pointer (&job->units, g_ptr_array_unref);
  g_clear_pointer (&job->plans, g_array_unref);
  g_free (job);
}

/* One pass over an index that has all it needs. */
static const char *
get_tasks_sql (void)
{
  static gsize once;
  static char *made;

  if (g_once_init_enter (&once))
    {
      GString *sql = g_string_new ("SELECT unit.id, unit.name");

      for (guint i = 0; i < DD_N_TASK_STATUSES; i++)
        g_string_append_printf (sql, ", counted.n%u", i);
      g_string_append (sql, " FROM (SELECT task.lead");
      for (guint i = 0; i < DD_N_TASK_STATUSES; i++)
        g_string_append_printf (sql, ", sum (CASE WHEN %s THEN 1 ELSE 0 END) AS n%u",
                                dd_query_get_status_condition (i), i);
      g_string_append (sql, " FROM task GROUP BY task.lead) AS counted"
                            " JOIN unit ON unit.id = counted.lead ORDER BY unit.name_key, unit.id");
      made = g_string_free (sql, FALSE);
      g_once_init_leave (&once, 1);
    }

  return made;
}

static gboolean
tasks_run (DdDb      *db,
           gpointer   data,
           GError   **error)
{
  FiguresJob *job = data;
  g_autoptr (DdStatement) statement = dd_db_statement (db, get_tasks_sql (), error);
  char iso[DD_DAY_ISO_SIZE];
  int code;

  if (statement == NULL)
    return FALSE;

  dd_day_write_iso (job->today, iso);
  dd_statement_bind_text (statement, ":today", iso);
  dd_day_write_iso (dd_day_add_days (job->today, (int) job->warn_days), iso);
  dd_statement_bind_text (statement, ":soon", iso);

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      DdUnitFigures *figures = g_new0 (DdUnitFigures, 1);

      figures->unit = sqlite3_column_int64 (statement, 0);
      figures->name = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      for (guint i = 0; i < DD_N_TASK_STATUSES; i++)
        figures->counts[i] = (guint) sqlite3_column_int64 (statement, 2 + (int) i);
      g_ptr_array_add (job->units, figures);
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

static void
tasks_done (GTask    *task,
            gpointer  data)
{
  g_task_return_pointer (task, g_steal_pointer (&((FiguresJob *) data)->units),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * dd_store_task_figures_async:
 *
 * Counts the tasks of each lead unit by their status on a day.
 */
void
dd_store_task_figures_async (DdStore             *self,
                             DdDay                today,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  FiguresJob *job = g_new0 (FiguresJob, 1);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_task_figures_async);
  job->today = today;
  job->warn_days = dd_store_get_rules (self)->warn_days;
  job->units = g_ptr_array_new_with_free_func (unit_figures_free);
  dd_store_push (self, task, DD_JOB_SNAPSHOT, tasks_run, tasks_done, job, figures_job_free);
}

/**
 * dd_store_task_figures_finish:
 *
 * Returns: (transfer full) (nullable) (element-type DdUnitFigures): the units that
 *   lead a task, by name
 */
GPtrArray *
dd_store_task_figures_finish (DdStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The rules of DdMeasureSums, in SQL. Before anything is proposed a
 * procedure costs, and asks, after what it does before. Where it is not known
 * what it did before, what it does after says nothing. */
#define AFTER(what) \
  "CASE WHEN " what "_before IS NULL" \
  " OR (" DD_SQL_ITEM_DECIDED " AND outcome = 'abolished') THEN 0" \
  " WHEN " DD_SQL_ITEM_DECIDED " THEN coalesce (" what "_after, " what "_before)" \
  " ELSE " what "_before END"

static const char plans_sql[] =
  "SELECT plan, count(*),"
  " sum (CASE WHEN stage <> 'inventoried' THEN 1 ELSE 0 END),"
  " sum (CASE WHEN " DD_SQL_ITEM_REVIEWED " THEN 1 ELSE 0 END),"
  " sum (CASE WHEN " DD_SQL_ITEM_DECIDED " AND outcome NOT IN ('undecided', 'kept')"
  " THEN 1 ELSE 0 END),"
  " count (cost_before),"
  " coalesce (sum (cost_before), 0), coalesce (sum (" AFTER ("cost") "), 0),"
  " coalesce (sum (fields_before), 0), coalesce (sum (" AFTER ("fields") "), 0)"
  " FROM plan_item GROUP BY plan";

static gboolean
plans_run (DdDb      *db,
           gpointer   data,
           GError   **error)
{
  FiguresJob *job = data;
  g_autoptr (DdStatement) statement = dd_db_statement (db, plans_sql, error);
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      DdPlanSums plan = {
        .plan = sqlite3_column_int64 (statement, 0),
        .sums.n_items = sqlite3_column_int64 (statement, 1),
        .sums.n_inventoried = sqlite3_column_int64 (statement, 2),
        .sums.n_reviewed = sqlite3_column_int64 (statement, 3),
        .sums.n_cut = sqlite3_column_int64 (statement, 4),
        .sums.n_costed = sqlite3_column_int64 (statement, 5),
        .sums.cost_before = sqlite3_column_int64 (statement, 6),
        .sums.cost_after = sqlite3_column_int64 (statement, 7),
        .sums.fields_before = sqlite3_column_int64 (statement, 8),
        .sums.fields_after = sqlite3_column_int64 (statement, 9),
      };

      g_array_append_val (job->plans, plan);
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

static void
plans_done (GTask    *task,
            gpointer  data)
{
  g_task_return_pointer (task, g_steal_pointer (&((FiguresJob *) data)->plans),
                         (GDestroyNotify) g_array_unref);
}

/**
 * dd_store_plan_sums_async:
 *
 * Sums up the items of every plan that has some.
 */
void
dd_store_plan_sums_async (DdStore             *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  FiguresJob *job = g_new0 (FiguresJob, 1);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_plan_sums_async);
  job->plans = g_array_new (FALSE, FALSE, sizeof (DdPlanSums));
  dd_store_push (self, task, DD_JOB_SNAPSHOT, plans_run, plans_done, job, figures_job_free);
}

/**
 * dd_store_plan_sums_finish:
 *
 * Returns: (transfer full) (nullable) (element-type DdPlanSums)
 */
GArray *
dd_store_plan_sums_finish (DdStore       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

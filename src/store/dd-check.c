/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-check"

#include "dd-maintain.h"

#include "dd-record-types.h"
#include "dd-search.h"
#include "dd-sql.h"
#include "dd-store-private.h"

#include <string.h>

/* More than so many are not told one by one. */
#define MOST_PROBLEMS 100

typedef struct
{
  gboolean   repair;
  GPtrArray *problems;
} CheckJob;

static void
problem_free (gpointer data)
{
  g_free (((DdProblem *) data)->detail);
  g_free (data);
}

static void
check_job_free (gpointer data)
{
  CheckJob *job = data;

  g_clear_pointer (&job->problems, g_ptr_array_unref);
  g_free (job);
}

static void
add_problem (CheckJob      *job,
             DdProblemKind  kind,
             char          *detail)
{
  DdProblem *problem = g_new (DdProblem, 1);

  problem->kind = kind;
  problem->detail = detail;
  g_ptr_array_add (job->problems, problem);
}

static gboolean
check_file (DdDb      *db,
            CheckJob  *job,
            GError   **error)
{
  g_autoptr (DdStatement) statement = dd_db_statement (db, "PRAGMA integrity_check", error);
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *line = (const char *) sqlite3_column_text (statement, 0);

      if (strcmp (line, "ok") != 0 && job->problems->len < MOST_PROBLEMS)
        add_problem (job, DD_PROBLEM_DAMAGED, g_strdup (line));
    }

  /* A file that is damaged beyond reading is an answer, too. */
  if ((code & 0xff) == SQLITE_CORRUPT)
    {
      add_problem (job, DD_PROBLEM_DAMAGED, g_strdup (sqlite3_errmsg (db->handle)));
      return TRUE;
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

static gboolean
check_references (DdDb      *db,
                  CheckJob  *job,
                  GError   **error)
{
  g_autoptr (DdStatement) statement = dd_db_statement (db, "PRAGMA foreign_key_check", error);
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    if (job->problems->len < MOST_PROBLEMS)
      add_problem (job, DD_PROBLEM_REFERENCE,
                   g_strdup_printf ("%s %s → %s",
                                    (const char *) sqlite3_column_text (statement, 0),
                                    (const char *) sqlite3_column_text (statement, 1),
                                    (const char *) sqlite3_column_text (statement, 2)));

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

static gboolean
check_search (DdDb      *db,
              CheckJob  *job,
              GError   **error)
{
  for (guint i = 0; i < DD_N_KINDS; i++)
    {
      g_autoptr (GError) local = NULL;

      if (dd_search_check (db, i, &local))
        continue;
      if (!g_error_matches (local, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      add_problem (job, DD_PROBLEM_SEARCH, g_strdup (dd_record_type_get (i)->name));
      if (job->repair && !dd_search_rebuild (db, i, error))
        return FALSE;
    }

  return TRUE;
}

/* Tasks whose due day the rule would set otherwise. */
static gboolean
check_due_days (DdDb      *db,
                CheckJob  *job,
                DdWriter  *writer,
                GError   **error)
{
  g_autofree char *sql = g_strconcat ("SELECT ", dd_sql_get_kind (DD_KIND_TASK)->columns,
                                      " FROM task WHERE deadline IS NOT NULL OR due IS NOT NULL",
                                      NULL);
  g_autoptr (GPtrArray) wrong = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  g_autoptr (DdStatement) statement = dd_db_statement (db, g_intern_string (sql), error);
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autoptr (DdRow) task = dd_sql_read_row (statement, DD_KIND_TASK);
      DdDay due = dd_row_get_day (task, DD_TASK_DUE);

      dd_task_row_settle (task, &db->rules);
      if (dd_row_get_day (task, DD_TASK_DUE) == due)
        continue;
      if (job->problems->len < MOST_PROBLEMS)
        add_problem (job, DD_PROBLEM_DUE, g_strdup (dd_row_get_uid (task)));
      g_ptr_array_add (wrong, g_steal_pointer (&task));
    }
  if (code != SQLITE_DONE)
    return dd_db_fail (db, error);
  dd_statement_done (statement);

  for (guint i = 0; job->repair && i < wrong->len; i++)
    if (!dd_write_update (db, writer, wrong->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* Each content has to be what its name says; they are read one at a time. */
static gboolean
check_contents (DdDb      *db,
                CheckJob  *job,
                GError   **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT sha256, content,"
                         " (SELECT min (name) FROM attachment"
                         " WHERE attachment.sha256 = attachment_content.sha256)"
                         " FROM attachment_content", error);
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *sha256 = (const char *) sqlite3_column_text (statement, 0);
      const guchar *content = sqlite3_column_blob (statement, 1);
      const char *name = (const char *) sqlite3_column_text (statement, 2);
      g_autofree char *found =
        g_compute_checksum_for_data (G_CHECKSUM_SHA256, content,
                                     (gsize) sqlite3_column_bytes (statement, 1));

      if (g_strcmp0 (found, sha256) != 0 && job->problems->len < MOST_PROBLEMS)
        add_problem (job, DD_PROBLEM_CONTENT, g_strdup (name != NULL ? name : sha256));
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

/* What came from another desk has only its name here, and is no damage. */
static gboolean
check_missing_contents (DdDb      *db,
                        CheckJob  *job,
                        GError   **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT name FROM attachment WHERE NOT EXISTS"
                         " (SELECT 1 FROM attachment_content"
                         " WHERE attachment_content.sha256 = attachment.sha256)"
                         " ORDER BY id", error);
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    if (job->problems->len < MOST_PROBLEMS)
      add_problem (job, DD_PROBLEM_NO_CONTENT,
                   g_strdup ((const char *) sqlite3_column_text (statement, 0)));

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

static gboolean
check_all (DdDb      *db,
           CheckJob  *job,
           GError   **error)
{
  g_auto (DdWriter) writer = { NULL, };

  if (!check_file (db, job, error))
    return FALSE;

  /* What else there is to find would only say the same again. */
  if (job->problems->len > 0)
    return TRUE;

  dd_writer_start (&writer, "Đôn Đốc", "check");

  return check_references (db, job, error) &&
         (db->read_only || check_search (db, job, error)) &&
         dd_db_read_rules (db, error) &&
         check_due_days (db, job, &writer, error) &&
         check_contents (db, job, error) &&
         check_missing_contents (db, job, error);
}

static gboolean
check_run (DdDb      *db,
           gpointer   data,
           GError   **error)
{
  CheckJob *job = data;

  if (!job->repair)
    return check_all (db, job, error);

  if (!dd_db_begin (db, error))
    return FALSE;
  if (!check_all (db, job, error))
    {
      dd_db_rollback (db);
      return FALSE;
    }

  return dd_db_commit (db, error);
}

static void
check_done (GTask    *task,
            gpointer  data)
{
  CheckJob *job = data;

  if (job->repair && job->problems->len > 0)
    dd_store_tell_all (g_task_get_source_object (task));
  g_task_return_pointer (task, g_steal_pointer (&job->problems),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * dd_problem_is_damage:
 *
 * Returns: whether a file in which that was found is not as it was written
 */
gboolean
dd_problem_is_damage (DdProblemKind kind)
{
  return kind != DD_PROBLEM_NO_CONTENT;
}

/**
 * dd_store_check_async:
 * @repair: whether to make anew what can be made from the records: the search
 *   index and the due days. A damaged file is never touched
 *
 * Looks through the whole file, contents of attachments included.
 */
void
dd_store_check_async (DdStore             *self,
                      gboolean             repair,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  CheckJob *job = g_new0 (CheckJob, 1);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_check_async);
  job->repair = repair;
  job->problems = g_ptr_array_new_with_free_func (problem_free);
  dd_store_push (self, task, DD_JOB_READ, check_run, check_done, job, check_job_free);
}

/**
 * dd_store_check_finish:
 *
 * Returns: (transfer full) (nullable) (element-type DdProblem): what was
 *   found; empty if all is well
 */
GPtrArray *
dd_store_check_finish (DdStore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

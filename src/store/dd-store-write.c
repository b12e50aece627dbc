/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-store"

#include "dd-store-private.h"

#include "dd-undo.h"
#include "dd-write-change.h"

typedef struct
{
  DdChange  *change;
  GArray    *touched;
  GPtrArray *rows;
  gint64     action;            /* the one to undo, or the one that was made */
} WriteJob;

static void
write_job_free (gpointer data)
{
  WriteJob *job = data;

  dd_change_free (job->change);
  g_array_unref (job->touched);
  g_ptr_array_unref (job->rows);
  g_free (job);
}

static WriteJob *
make_job (void)
{
  WriteJob *job = g_new0 (WriteJob, 1);

  job->touched = g_array_new (FALSE, FALSE, sizeof (DdTouched));
  job->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);

  return job;
}

/* What the records say once it is done. Their objects want it, but a failure
 * to read it does not undo the write. */
static void
read_back (DdDb     *db,
           WriteJob *job)
{
  g_autoptr (GError) error = NULL;

  if (!dd_read_touched_rows (db, job->touched, job->rows, &error))
    g_message ("a record could not be read back: %s", error->message);
}

static gboolean
write_run (DdDb      *db,
           gpointer   data,
           GError   **error)
{
  WriteJob *job = data;

  if (!dd_write_change (db, job->change, job->touched, &job->action, error))
    return FALSE;

  dd_change_set_action (job->change, job->action);
  read_back (db, job);

  return TRUE;
}

static void
write_done (GTask    *task,
            gpointer  data)
{
  WriteJob *job = data;

  dd_store_tell_touched (g_task_get_source_object (task), job->touched, job->rows);
  g_task_return_pointer (task, g_steal_pointer (&job->change), (GDestroyNotify) dd_change_free);
}

/**
 * dd_store_write_async:
 * @change: (transfer full): what to write
 *
 * Writes the whole change with its history, or nothing of it. When the answer
 * comes it is on the disk, and objects and lists show it.
 */
void
dd_store_write_async (DdStore             *self,
                      DdChange            *change,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  WriteJob *job = make_job ();

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_write_async);
  job->change = change;
  dd_store_push (self, task, DD_JOB_WRITE, write_run, write_done, job, write_job_free);
}

/**
 * dd_store_write_finish:
 *
 * Returns: (transfer full) (nullable): the change, which knows its action and the ids of what
 *   it inserted; %NULL with #DdStoreError or #DdRecordError
 */
DdChange *
dd_store_write_finish (DdStore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
undo_run (DdDb      *db,
          gpointer   data,
          GError   **error)
{
  WriteJob *job = data;

  if (!dd_undo_action (db, job->change, job->action, job->touched, error))
    return FALSE;

  read_back (db, job);

  return TRUE;
}

static void
undo_done (GTask    *task,
           gpointer  data)
{
  WriteJob *job = data;

  dd_store_tell_touched (g_task_get_source_object (task), job->touched, job->rows);
  g_task_return_boolean (task, TRUE);
}

/**
 * dd_store_undo_async:
 * @action: what dd_change_get_action() told of a change
 * @actor: who takes it back, for the history
 *
 * Takes back a change as a whole, unless somebody has changed one of its
 * records since (%DD_STORE_ERROR_CONFLICT).
 */
void
dd_store_undo_async (DdStore             *self,
                     gint64               action,
                     const char          *actor,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  WriteJob *job = make_job ();

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_undo_async);
  job->change = dd_change_new (actor, NULL);
  job->action = action;
  dd_store_push (self, task, DD_JOB_WRITE, undo_run, undo_done, job, write_job_free);
}

/**
 * dd_store_undo_finish:
 *
 * Returns: %FALSE with #DdStoreError, such as %DD_STORE_ERROR_CONFLICT where a record
 *   was changed since; nothing is undone then
 */
gboolean
dd_store_undo_finish (DdStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-worker"

#include "dd-worker.h"

/**
 * DdWorker:
 *
 * The thread that owns the connection. Jobs run in the order in which they are
 * pushed, one at a time, and answer on the main thread in the same order.
 */
struct _DdWorker
{
  GThread     *thread;
  GAsyncQueue *queue;
};

typedef struct
{
  DdJobRun        run;           /* NULL ends the thread */
  DdJobDone       done;
  gpointer        data;
  GDestroyNotify  data_free;
  GTask          *task;          /* touched on the main thread only */
  GMainContext   *context;
  gulong          cancelled_id;
  int             cancelled;     /* atomic: set on the main thread, read on the worker */
  DdJobType       type;
  GError         *error;
} DdJob;

static gboolean
job_finish_cb (gpointer user_data)
{
  DdJob *job = user_data;

  g_cancellable_disconnect (g_task_get_cancellable (job->task), job->cancelled_id);

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    job->done (job->task, job->data);

  job->data_free (job->data);
  g_object_unref (job->task);
  g_main_context_unref (job->context);
  g_free (job);

  return G_SOURCE_REMOVE;
}

static gboolean
run_plainly (DdDb  *db,
             DdJob *job)
{
  if (job->run (db, job->data, &job->error))
    return TRUE;

  if (job->error == NULL)
    g_set_error_literal (&job->error, DD_STORE_ERROR, DD_STORE_ERROR_FAILED, "failed");
  return FALSE;
}

/* Another process may write between two statements, and each statement by
 * itself would lock the file and look at it anew. */
static void
run_in_snapshot (DdDb  *db,
                 DdJob *job)
{
  if (!dd_db_exec (db, "BEGIN", &job->error))
    return;
  if (!run_plainly (db, job) || !dd_db_exec (db, "COMMIT", &job->error))
    dd_db_rollback (db);
}

static void
run_job (DdDb  *db,
         DdJob *job)
{
  if (g_atomic_int_get (&job->cancelled))
    {
      g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
      return;
    }

  db->cancelled = job->type != DD_JOB_WRITE ? &job->cancelled : NULL;
  if (job->type == DD_JOB_SNAPSHOT)
    run_in_snapshot (db, job);
  else
    run_plainly (db, job);
  db->cancelled = NULL;
}

static gpointer
worker_main (gpointer user_data)
{
  g_autoptr (GAsyncQueue) queue = user_data;
  DdDb db = { NULL, };

  for (;;)
    {
      DdJob *job = g_async_queue_pop (queue);
      g_autoptr (GSource) source = NULL;

      if (job->run == NULL)
        {
          g_free (job);
          break;
        }

      run_job (&db, job);

      /* Not g_main_context_invoke(): it would run the callback here, on this
       * thread, whenever the main loop happens not to be running. */
      source = g_idle_source_new ();
      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, job_finish_cb, job, NULL);
      g_source_attach (source, job->context);
    }

  dd_db_close (&db);
  return NULL;
}

/**
 * dd_worker_new:
 *
 * Returns: (transfer full): a thread that waits for jobs, to be ended with dd_worker_stop()
 */
DdWorker *
dd_worker_new (void)
{
  DdWorker *self = g_new0 (DdWorker, 1);

  self->queue = g_async_queue_new ();
  self->thread = g_thread_new ("dd-store", worker_main, g_async_queue_ref (self->queue));

  return self;
}

/**
 * dd_worker_stop:
 *
 * Waits for what is already queued, so that no accepted write is lost.
 */
void
dd_worker_stop (DdWorker *self)
{
  g_assert (g_thread_self () != self->thread);

  g_async_queue_push (self->queue, g_new0 (DdJob, 1));
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}

static void
cancelled_cb (GCancellable *cancellable,
              int          *cancelled)
{
  g_atomic_int_set (cancelled, 1);
}

/**
 * dd_worker_push:
 * @data: (transfer full): the job's alone until it is done
 */
void
dd_worker_push (DdWorker       *self,
                GTask          *task,
                DdJobType       type,
                DdJobRun        run,
                DdJobDone       done,
                gpointer        data,
                GDestroyNotify  data_free)
{
  DdJob *job = g_new0 (DdJob, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  /* A write that is done is done: a late cancel must not hide it. */
  g_task_set_check_cancellable (task, FALSE);

  job->type = type;
  job->run = run;
  job->done = done;
  job->data = data;
  job->data_free = data_free;
  job->task = g_object_ref (task);
  job->context = g_main_context_ref (g_task_get_context (task));
  if (cancellable != NULL)
    job->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                               &job->cancelled, NULL);

  g_async_queue_push (self->queue, job);
}

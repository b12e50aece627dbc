/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of an attachment, asked for when somebody opens it. */
#define G_LOG_DOMAIN "dd-store"

#include "dd-store-private.h"

#include "dd-content.h"

typedef struct
{
  char   *sha256;
  GBytes *content;
} ContentJob;

static void
content_job_free (gpointer data)
{
  ContentJob *job = data;

  g_free (job->sha256);
  g_clear_pointer (&job->content, g_bytes_unref);
  g_free (job);
}

static gboolean
content_run (DdDb      *db,
             gpointer   data,
             GError   **error)
{
  ContentJob *job = data;

  job->content = dd_content_get (db, job->sha256, error);

  return job->content != NULL;
}

static void
content_done (GTask    *task,
              gpointer  data)
{
  ContentJob *job = data;

  g_task_return_pointer (task, g_steal_pointer (&job->content), (GDestroyNotify) g_bytes_unref);
}

/**
 * dd_store_read_content_async:
 * @sha256: what an attachment says of its bytes
 *
 * Reads the bytes of an attachment.
 */
void
dd_store_read_content_async (DdStore             *self,
                             const char          *sha256,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ContentJob *job = g_new0 (ContentJob, 1);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_read_content_async);
  job->sha256 = g_strdup (sha256);
  dd_store_push (self, task, DD_JOB_READ, content_run, content_done, job, content_job_free);
}

/**
 * dd_store_read_content_finish:
 *
 * Returns: (transfer full) (nullable): the bytes as they came;
 *   %DD_STORE_ERROR_NO_CONTENT if the attachment came from another desk without them
 */
GBytes *
dd_store_read_content_finish (DdStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

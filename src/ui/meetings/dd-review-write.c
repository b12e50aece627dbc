/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a review: putting what was decided into the file of records. */
#define G_LOG_DOMAIN "dd-review-write"

#include "config.h"

#include "dd-review-write.h"

#include "dd-review-change.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DdSession   *session;
  DdReviewIds  ids;
  GError      *error;           /* why it was refused, while the units are read again */
} WriteJob;

static void
write_job_free (gpointer data)
{
  WriteJob *job = data;

  g_object_unref (job->session);
  g_clear_error (&job->error);
  g_free (job);
}

static char *
describe_result (DdReview *self,
                 guint     n_tasks)
{
  guint n_clauses = dd_review_get_n_clauses (self);
  g_autofree char *tasks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks",
                                                         n_tasks), n_tasks);
  g_autofree char *clauses = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u clause",
                                                           "%u clauses", n_clauses), n_clauses);

  if (n_clauses == 0)
    return g_strdup (_("The document is kept"));
  if (n_tasks == 0)
    /* Translators: %s is "14 clauses". */
    return g_strdup_printf (_("%s kept in the ledger"), clauses);

  /* Translators: "9 tasks", then "14 clauses". */
  return g_strdup_printf (_("%s created, %s kept in the ledger"), tasks, clauses);
}

static void
units_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  WriteJob *job = g_task_get_task_data (task);
  g_autoptr (GPtrArray) units = dd_store_select_finish (DD_STORE (object), result, NULL);

  if (units != NULL)
    dd_review_refresh_units (g_task_get_source_object (task), units);
  g_task_return_error (task, g_steal_pointer (&job->error));
}

/* Somebody changed a unit meanwhile: the next try starts from what it is now. */
static void
read_units_again (GTask   *task,
                  DdStore *store)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT);

  dd_store_select_async (store, query, NULL, units_read_cb, g_object_ref (task));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  WriteJob *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = dd_store_write_finish (DD_STORE (object), result, &error);
  g_autofree char *message = NULL;

  if (written == NULL)
    {
      gboolean conflict = g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT);

      job->error = g_steal_pointer (&error);
      if (conflict)
        read_units_again (task, DD_STORE (object));
      else
        g_task_return_error (task, g_steal_pointer (&job->error));
      return;
    }

  job->ids.document = dd_change_resolve_id (written, job->ids.document);
  if (job->ids.meeting != 0)
    job->ids.meeting = dd_change_resolve_id (written, job->ids.meeting);
  message = describe_result (g_task_get_source_object (task), job->ids.n_tasks);
  dd_session_tell (job->session, message, dd_change_get_action (written));
  g_task_return_boolean (task, TRUE);
}

/**
 * dd_review_write_async:
 *
 * Stores all that was decided, in one change that one undo takes back, and tells
 * that it is done. A review that is refused can be corrected and tried again.
 */
void
dd_review_write_async (DdReview            *self,
                       DdSession           *session,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  WriteJob *job = g_new0 (WriteJob, 1);

  g_return_if_fail (DD_IS_REVIEW (self));

  job->session = g_object_ref (session);
  g_task_set_source_tag (task, dd_review_write_async);
  g_task_set_task_data (task, job, write_job_free);
  dd_store_write_async (dd_session_get_store (session),
                        dd_review_make_change (self, dd_session_get_actor (session),
                                               dd_session_get_today (session), &job->ids),
                        NULL, written_cb, task);
}

/**
 * dd_review_write_finish:
 * @document: (out): the document that was stored
 * @meeting: (out): the meeting that it concludes; 0: none
 *
 * Returns: whether it is stored; else %FALSE with an error of the store
 */
gboolean
dd_review_write_finish (DdReview      *self,
                        GAsyncResult  *result,
                        gint64        *document,
                        gint64        *meeting,
                        GError       **error)
{
  WriteJob *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  *document = job->ids.document;
  *meeting = job->ids.meeting;

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was written last stands in the log beside the file. Whoever copies the
 * file alone, as people do and as programs that synchronise folders do, would
 * miss it; so it is brought over as soon as nothing is written for a while. */
#define G_LOG_DOMAIN "dd-store"

#include "dd-store-private.h"

#include "dd-content.h"

#define SETTLE_DELAY_MS 2000

/* So long can the deletion of an attachment be taken back. */
#define DELETION_KEPT_DAYS 30

static gboolean
settle_run (DdDb      *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -DELETION_KEPT_DAYS);
  g_autofree char *before = g_date_time_format (then, "%Y-%m-%dT%H:%M:%SZ");

  gboolean swept = dd_content_sweep (db, before, error);

  /* Another program that writes keeps the sweep for later, and not the log. */
  dd_db_settle (db);

  return swept;
}

static void
settle_done (GTask    *task,
             gpointer  data)
{
  g_task_return_boolean (task, TRUE);
}

static gboolean
settle_cb (gpointer user_data)
{
  DdStore *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  self->settle_timer = 0;
  g_task_set_source_tag (task, settle_cb);
  dd_store_push (self, task, DD_JOB_WRITE, settle_run, settle_done, NULL, g_free);

  return G_SOURCE_REMOVE;
}

/**
 * dd_store_settle_later:
 *
 * To be called after each write.
 */
void
dd_store_settle_later (DdStore *self)
{
  if (self->read_only || self->remote || self->worker == NULL)
    return;

  g_clear_handle_id (&self->settle_timer, g_source_remove);
  self->settle_timer = g_timeout_add (SETTLE_DELAY_MS, settle_cb, self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program, or another window, may write to the same file. SQLite
 * counts the changes of others (data_version); when to look is told by the
 * file system, so that an idle window does not wake up. */
#define G_LOG_DOMAIN "dd-store"

#include "dd-store-private.h"

/* Changes come in bursts. */
#define LOOK_DELAY_MS 200

typedef struct
{
  gint64 version;
} LookJob;

static gboolean
look_run (DdDb      *db,
          gpointer   data,
          GError   **error)
{
  LookJob *job = data;
  static const char sql[] = "PRAGMA data_version";

  return dd_db_get_number (db, sql, &job->version, error);
}

static void
look_done (GTask    *task,
           gpointer  data)
{
  DdStore *self = g_task_get_source_object (task);
  LookJob *job = data;
  gboolean changed = self->data_version != 0 && self->data_version != job->version;

  self->data_version = job->version;
  if (changed)
    dd_store_tell_all (self);
  g_task_return_boolean (task, TRUE);
}

static gboolean
look_cb (gpointer user_data)
{
  DdStore *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  self->look_timer = 0;
  g_task_set_source_tag (task, look_cb);
  dd_store_push (self, task, DD_JOB_READ, look_run, look_done, g_new0 (LookJob, 1), g_free);

  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (DdStore *self)
{
  if (self->look_timer == 0)
    self->look_timer = g_timeout_add (LOOK_DELAY_MS, look_cb, self);
}

/**
 * dd_store_watch:
 *
 * Begins to look for what others write. Where the file system does not tell,
 * the lists show it after the next start.
 */
void
dd_store_watch (DdStore *self)
{
  g_autofree char *log = g_strconcat (self->file, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (log);

  /* Read only once, or held for this program alone: nobody else writes. */
  if (self->remote || self->worker == NULL)
    return;

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;

  g_file_monitor_set_rate_limit (self->monitor, LOOK_DELAY_MS);
  g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (file_changed_cb), self);
  look_cb (self);
}

/**
 * dd_store_unwatch:
 *
 * Looks no more for what other programs write.
 */
void
dd_store_unwatch (DdStore *self)
{
  g_clear_handle_id (&self->look_timer, g_source_remove);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
}

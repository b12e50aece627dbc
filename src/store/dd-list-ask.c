/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list asks the store, and what it makes of the answers. */
#define G_LOG_DOMAIN "dd-list-ask"

#include "dd-list-private.h"

#include "dd-list-work.h"
#include "dd-query-private.h"
#include "dd-store-private.h"

#define N_RECENT (DD_LIST_PAGE_SIZE * 3)

static void place_changed (DdList *self);

static void
keep_alive (DdList   *self,
            DdRecord *record)
{
  if (self->recent->len < N_RECENT)
    {
      g_ptr_array_add (self->recent, record);
      return;
    }

  g_object_unref (self->recent->pdata[self->next_recent]);
  self->recent->pdata[self->next_recent] = record;
  self->next_recent = (self->next_recent + 1) % N_RECENT;
}

static void
take_rows (DdList    *self,
           GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    keep_alive (self, dd_store_take_row (self->store, g_steal_pointer (&rows->pdata[i])));
  g_ptr_array_set_size (rows, 0);
}

/* Takes the new order, and tells of what lies between the same beginning and
 * the same end. @ids may be the beginning of an answer whose rest follows. */
static void
take_ids (DdList *self,
          GArray *ids)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  guint head = 0, tail = 0;
  guint shorter = MIN (old->len, ids->len);

  self->ids = g_array_ref (ids);
  while (head < shorter &&
         g_array_index (old, gint64, head) == g_array_index (ids, gint64, head))
    head++;
  while (tail < shorter - head &&
         g_array_index (old, gint64, old->len - 1 - tail) ==
         g_array_index (ids, gint64, ids->len - 1 - tail))
    tail++;

  if (head + tail < old->len || head + tail < ids->len)
    dd_list_tell (self, head, old->len - head - tail, ids->len - head - tail);
}

/* Nobody waits for the answer any more: there is another question by now, or
 * the store is gone. */
static gboolean
is_withdrawn (DdList *self,
              GTask  *task)
{
  return self->store == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

static void
answered (DdList *self)
{
  self->asking = FALSE;
  g_clear_object (&self->cancellable);
}

/**
 * dd_list_withdraw:
 *
 * Waits for no answer any more; dd_list_go_on() asks the next question.
 */
void
dd_list_withdraw (DdList *self)
{
  g_cancellable_cancel (self->cancellable);
  answered (self);
}

static void
ask_done (GTask    *task,
          gpointer  data)
{
  DdList *self = g_task_get_source_object (task);
  DdListAsk *job = data;
  gboolean is_page = job->limit != 0 && job->ids->len == job->limit;

  if (is_withdrawn (self, task))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  answered (self);
  take_rows (self, job->rows);
  take_ids (self, job->ids);
  dd_list_set_complete (self, !is_page);
  dd_list_set_loading (self, FALSE);
  g_task_return_boolean (task, TRUE);
  dd_list_go_on (self);
}

/* Nobody waits for the answers that a list asks for by itself. */
static void
tell_failure (DdList       *self,
              const GError *error)
{
  if (self->store != NULL)
    dd_store_emit_failed (self->store, error);
}

static void
failed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  DdList *self = DD_LIST (object);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  /* One that was withdrawn may still fail, while the next one is out. */
  if (error == NULL || is_withdrawn (self, G_TASK (result)) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;

  answered (self);

  /* Where a record belongs cannot be told if another program has deleted its
   * neighbours: then the list asks for all. */
  if (g_task_get_source_tag (G_TASK (result)) == place_changed)
    {
      self->ask_anew = TRUE;
      dd_list_go_on (self);
      return;
    }

  dd_list_set_loading (self, FALSE);
  tell_failure (self, error);
}

static void
ask (DdList   *self,
     guint     limit,
     gboolean  with_rows)
{
  g_autoptr (GTask) task = NULL;

  self->asking = TRUE;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, failed_cb, NULL);
  g_task_set_source_tag (task, ask);
  dd_store_push (self->store, task, DD_JOB_SNAPSHOT, dd_list_ask_run, ask_done,
                 dd_list_ask_new (self->query, limit, with_rows), dd_list_ask_free);
}

static void
insert_id (DdList *self,
           guint   position,
           gint64  id)
{
  g_array_insert_val (self->ids, position, id);
  dd_list_tell (self, position, 0, 1);
}

/**
 * dd_list_is_changed:
 *
 * Returns: whether the record waits to be placed anew
 */
gboolean
dd_list_is_changed (DdList *self,
                    gint64  id)
{
  for (guint i = 0; i < self->changed->len; i++)
    if (g_array_index (self->changed, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Records that were written between the question and its answer stood at their
 * old places while SQL compared them by their new values. Such an answer
 * means nothing; the same records are placed again together with those. */
static gboolean
is_current (DdList              *self,
            const DdListPlacing *job)
{
  if (self->changed->len == 0 && !self->ask_anew)
    return TRUE;

  for (guint i = 0; i < job->places->len; i++)
    {
      gint64 id = g_array_index (job->places, DdListPlace, i).id;

      if (!dd_list_is_changed (self, id))
        g_array_append_val (self->changed, id);
    }

  return FALSE;
}

static void
place_done (GTask    *task,
            gpointer  data)
{
  DdList *self = g_task_get_source_object (task);
  DdListPlacing *job = data;

  if (is_withdrawn (self, task))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  answered (self);
  if (!is_current (self, job))
    {
      g_task_return_boolean (task, FALSE);
      dd_list_go_on (self);
      return;
    }

  if (job->places->len == 1)
    {
      const DdListPlace *place = &g_array_index (job->places, DdListPlace, 0);
      guint old = dd_list_find (self, place->id);

      /* Where it was: its object tells what changed in it. */
      if (place->shown && old == place->position)
        {
          g_task_return_boolean (task, TRUE);
          dd_list_go_on (self);
          return;
        }
    }

  for (guint i = 0; i < job->places->len; i++)
    {
      guint old = dd_list_find (self, g_array_index (job->places, DdListPlace, i).id);

      if (old == G_MAXUINT)
        continue;
      g_array_remove_index (self->ids, old);
      dd_list_tell (self, old, 1, 0);
    }

  /* Positions are among the others; those put in before shift the next ones. */
  for (guint i = 0, n_before = 0; i < job->places->len; i++)
    {
      const DdListPlace *place = &g_array_index (job->places, DdListPlace, i);

      if (place->shown)
        insert_id (self, place->position + n_before++, place->id);
    }

  g_task_return_boolean (task, TRUE);
  dd_list_go_on (self);
}

static void
place_changed (DdList *self)
{
  g_autoptr (GTask) task = NULL;
  DdListPlacing *job = dd_list_placing_new (self->query, self->ids->len);

  self->asking = TRUE;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, failed_cb, NULL);
  g_task_set_source_tag (task, place_changed);

  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);

      if (!dd_list_is_changed (self, id))
        g_array_append_val (job->ids, id);
    }
  for (guint i = 0; i < self->changed->len; i++)
    {
      DdListPlace place = { g_array_index (self->changed, gint64, i), FALSE, 0 };

      g_array_append_val (job->places, place);
    }
  g_array_set_size (self->changed, 0);
  dd_store_push (self->store, task, DD_JOB_SNAPSHOT, dd_list_placing_run, place_done, job,
                 dd_list_placing_free);
}

/**
 * dd_list_go_on:
 *
 * Asks what is to be asked next, if anything. One question at a time: the next
 * one needs the answer of the last.
 */
void
dd_list_go_on (DdList *self)
{
  if (self->asking || self->store == NULL)
    return;

  if (self->ask_anew)
    {
      self->ask_anew = FALSE;
      g_array_set_size (self->changed, 0);
      ask (self, self->loading ? DD_LIST_PAGE_SIZE : 0, self->loading);
    }
  else if (!self->complete)
    {
      g_array_set_size (self->changed, 0);
      ask (self, 0, FALSE);
    }
  else if (self->changed->len > DD_LIST_MANY_CHANGED ||
           (self->changed->len > 0 && (self->query->words != NULL || self->query->limit != 0)))
    {
      g_array_set_size (self->changed, 0);
      ask (self, 0, FALSE);
    }
  else if (self->changed->len > 0)
    place_changed (self);
}

static void
read_done (GTask    *task,
           gpointer  data)
{
  DdList *self = g_task_get_source_object (task);

  if (!is_withdrawn (self, task))
    take_rows (self, ((DdListRead *) data)->rows);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    tell_failure (DD_LIST (object), error);
}

static gboolean
read_wanted_cb (gpointer user_data)
{
  DdList *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, NULL);
  DdListRead *job = dd_list_read_new (self->query->kind, g_steal_pointer (&self->wanted));

  self->read_source = 0;
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_task_set_source_tag (task, read_wanted_cb);
  dd_store_push (self->store, task, DD_JOB_SNAPSHOT, dd_list_read_run, read_done, job,
                 dd_list_read_free);

  return G_SOURCE_REMOVE;
}

/**
 * dd_list_want:
 * @record: one that the list shows, and that has not been read
 *
 * A view asks for rows one by one; they are read together.
 */
void
dd_list_want (DdList   *self,
              DdRecord *record)
{
  gint64 id = dd_record_get_id (record);

  keep_alive (self, g_object_ref (record));
  for (guint i = 0; i < self->wanted->len; i++)
    if (g_array_index (self->wanted, gint64, i) == id)
      return;

  g_array_append_val (self->wanted, id);
  if (self->wanted->len >= DD_LIST_PAGE_SIZE)
    {
      g_clear_handle_id (&self->read_source, g_source_remove);
      read_wanted_cb (self);
    }
  else if (self->read_source == 0)
    self->read_source = g_idle_add_full (G_PRIORITY_DEFAULT, read_wanted_cb, self, NULL);
}

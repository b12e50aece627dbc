/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-notice-parts"

#include "dd-notice-parts.h"

#include "dd-record-types.h"

/* What is read while it is on its way. */
typedef struct
{
  DdNoticeParts *parts;
  GPtrArray     *attendances;
  GPtrArray     *units;
  guint          n_waiting;
  GError        *error;         /* the first one */
} Reading;

/* One question of several. */
typedef struct
{
  GTask      *task;
  GPtrArray **rows;
} Question;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  dd_notice_parts_free (reading->parts);
  g_clear_pointer (&reading->attendances, g_ptr_array_unref);
  g_clear_pointer (&reading->units, g_ptr_array_unref);
  g_clear_error (&reading->error);
  g_free (reading);
}

static void
finish (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  DdNoticeParts *parts = reading->parts;

  if (reading->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&reading->error));
      return;
    }

  parts->attending = dd_notice_facts_list_attending (reading->attendances);
  parts->presenting = dd_notice_facts_list_presenting (parts->agenda, reading->units);
  parts->dictionary = dd_unit_dictionary_new_with_known ();
  for (guint i = 0; i < reading->units->len; i++)
    dd_unit_dictionary_add_unit (parts->dictionary, reading->units->pdata[i]);
  g_task_return_pointer (task, g_steal_pointer (&reading->parts),
                         (GDestroyNotify) dd_notice_parts_free);
}

static void
take_answer (GTask  *task,
             GError *error)
{
  Reading *reading = g_task_get_task_data (task);

  if (error != NULL && reading->error == NULL)
    reading->error = error;
  else
    g_clear_error (&error);
  if (--reading->n_waiting == 0)
    finish (task);
}

static void
selected_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GTask) task = question->task;
  GError *error = NULL;

  *question->rows = dd_store_select_finish (DD_STORE (object), result, &error);
  take_answer (task, error);
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (DdRecord) record = dd_store_fetch_finish (DD_STORE (object), result, &error);

  if (record != NULL)
    reading->parts->source = dd_row_copy (dd_record_get_row (record));
  take_answer (task, error);
}

static void
ask (GTask      *task,
     DdQuery    *query,
     GPtrArray **rows)
{
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (DdQuery) owned = query;
  Question *question = g_new0 (Question, 1);

  question->task = g_object_ref (task);
  question->rows = rows;
  reading->n_waiting++;
  dd_store_select_async (g_task_get_source_object (task), query, g_task_get_cancellable (task),
                         selected_cb, question);
}

static DdQuery *
make_query (DdKind  kind,
            guint   field,
            gint64  meeting,
            guint   order)
{
  DdQuery *query = dd_query_new (kind);

  dd_query_set_reference (query, field, meeting);
  dd_query_set_sort (query, order, FALSE);

  return query;
}

/**
 * dd_notice_parts_read_async:
 * @meeting: a row of %DD_KIND_MEETING
 */
void
dd_notice_parts_read_async (DdStore             *store,
                            const DdRow         *meeting,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);
  gint64 id = dd_row_get_id (meeting);
  gint64 document = dd_row_get_reference (meeting, DD_MEETING_DOCUMENT);

  g_task_set_source_tag (task, dd_notice_parts_read_async);
  reading->parts = g_new0 (DdNoticeParts, 1);
  reading->parts->meeting = dd_row_copy (meeting);
  g_task_set_task_data (task, reading, reading_free);

  ask (task, make_query (DD_KIND_DIRECTIVE, DD_DIRECTIVE_MEETING, id, DD_DIRECTIVE_POSITION),
       &reading->parts->directives);
  ask (task, make_query (DD_KIND_AGENDA_ITEM, DD_AGENDA_ITEM_MEETING, id, DD_AGENDA_ITEM_POSITION),
       &reading->parts->agenda);
  ask (task, make_query (DD_KIND_ATTENDANCE, DD_ATTENDANCE_MEETING, id, DD_ATTENDANCE_UNIT_NAME),
       &reading->attendances);
  ask (task, dd_query_new (DD_KIND_UNIT), &reading->units);
  ask (task, dd_query_new (DD_KIND_SETTING), &reading->parts->settings);
  if (document == 0)
    return;

  reading->n_waiting++;
  dd_store_fetch_async (store, DD_KIND_DOCUMENT, document, cancellable, fetched_cb,
                        g_object_ref (task));
}

/**
 * dd_notice_parts_read_finish:
 *
 * Returns: (transfer full) (nullable): the parts, or %NULL with @error
 */
DdNoticeParts *
dd_notice_parts_read_finish (DdStore       *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dd_notice_parts_free:
 * @self: (nullable)
 */
void
dd_notice_parts_free (DdNoticeParts *self)
{
  if (self == NULL)
    return;

  dd_row_free (self->meeting);
  dd_row_free (self->source);
  g_clear_pointer (&self->directives, g_ptr_array_unref);
  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  g_clear_pointer (&self->settings, g_ptr_array_unref);
  g_clear_pointer (&self->attending, g_ptr_array_unref);
  g_clear_pointer (&self->presenting, g_ptr_array_unref);
  dd_unit_dictionary_free (self->dictionary);
  g_free (self);
}

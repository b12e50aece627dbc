/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-conclusion"

#include "config.h"

#include "dd-conclusion.h"

#include "dd-directive.h"
#include "dd-document-reader.h"
#include "dd-document.h"
#include "dd-meeting.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No paragraph that was written is as long. A view lays out whole paragraphs, and
 * one of a million characters would hold the window. */
#define PARAGRAPH_MAX 4000

/* --- what a thread makes of a text ---------------------------------------- */

/* Ends overlong paragraphs at a space, or, in what has none, at any character:
 * that is no language, and only its place matters. */
static char *
break_paragraphs (const char *text)
{
  GString *broken = g_string_sized_new (strlen (text));
  gsize start = 0;              /* of the paragraph */
  gsize space = 0;              /* the last one in it; none before its start */
  guint n_chars = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == ' ')
        space = broken->len;
      g_string_append_unichar (broken, g_utf8_get_char (p));
      n_chars++;
      if (*p != '\n' && n_chars < PARAGRAPH_MAX)
        continue;

      n_chars = 0;
      if (*p != '\n' && space > start)
        {
          broken->str[space] = '\n';
          start = space + 1;
          n_chars = (guint) g_utf8_strlen (broken->str + start, (gssize) (broken->len - start));
        }
      else
        {
          if (*p != '\n')
            {
              g_string_truncate (broken, (gsize) (g_utf8_find_prev_char (
                                   broken->str, broken->str + broken->len) - broken->str));
              g_string_append_c (broken, '\n');
            }
          start = broken->len;
        }
    }

  return g_string_free (broken, FALSE);
}

static void
note_near (DdConclusion  *self,
           char         **names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gint64 near;

      if (g_hash_table_contains (self->near_units, names[i]) ||
          dd_unit_dictionary_find (self->units, names[i]) != 0)
        continue;

      near = dd_unit_dictionary_find_near (self->units, names[i]);
      g_hash_table_insert (self->near_units, g_strdup (names[i]), g_memdup2 (&near, sizeof near));
    }
}

/* A name is compared with those of all units: that takes its time, so it is
 * done here and not where the names are shown. */
static void
find_near_units (DdConclusion *self)
{
  note_near (self, self->reading->attending);
  for (guint i = 0; i < self->reading->findings->len; i++)
    {
      const DdFinding *finding = self->reading->findings->pdata[i];
      g_auto (GStrv) leads = dd_row_get_list (finding->directive, DD_DIRECTIVE_LEAD);
      g_auto (GStrv) coordinating = dd_row_get_list (finding->directive, DD_DIRECTIVE_COORDINATING);

      note_near (self, leads);
      note_near (self, coordinating);
    }
}

/**
 * dd_conclusion_new:
 * @file: (transfer full): the text
 * @unit_rows: (element-type DdRow): the units of the file of records
 * @reference: the day the text speaks from if it does not say itself, or %DD_DAY_NONE
 *
 * Reads the text. May be called in any thread, and takes as long as the text is.
 */
DdConclusion *
dd_conclusion_new (DdTextFile *file,
                   GPtrArray  *unit_rows,
                   DdDay       reference)
{
  DdConclusion *self = g_new0 (DdConclusion, 1);
  g_autofree char *visible = NULL;

  self->file = file;
  visible = dd_text_visible (file->text);
  self->visible = break_paragraphs (visible);
  self->unit_rows = g_ptr_array_ref (unit_rows);
  self->units = dd_unit_dictionary_new_with_known ();
  for (guint i = 0; i < unit_rows->len; i++)
    dd_unit_dictionary_add_unit (self->units, unit_rows->pdata[i]);
  self->near_units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->reference = reference;
  self->taken_before = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  self->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);

  self->reading = dd_extract_read (file->text, self->units, reference);
  dd_row_set_text (self->reading->document, DD_DOCUMENT_TEXT, file->text);
  dd_row_set_text (self->reading->document, DD_DOCUMENT_FILE_NAME, file->name);
  dd_row_set_text (self->reading->document, DD_DOCUMENT_SHA256, file->sha256);
  find_near_units (self);

  return self;
}

void
dd_conclusion_free (DdConclusion *self)
{
  if (self == NULL)
    return;

  dd_text_file_free (self->file);
  g_free (self->visible);
  dd_unit_dictionary_free (self->units);
  g_ptr_array_unref (self->unit_rows);
  g_hash_table_unref (self->near_units);
  dd_reading_free (self->reading);
  g_ptr_array_unref (self->taken_before);
  g_ptr_array_unref (self->meetings);
  g_free (self);
}

/* --- reading beside the main loop ----------------------------------------- */

typedef struct
{
  char         *path;           /* NULL: the text is there already */
  DdTextFile   *file;
  DdDay         reference;
  GPtrArray    *unit_rows;
  DdConclusion *conclusion;
  gboolean      by_number;      /* documents of the same number are asked for */
} ReadJob;

static void
read_job_free (gpointer data)
{
  ReadJob *job = data;

  g_free (job->path);
  dd_text_file_free (job->file);
  g_clear_pointer (&job->unit_rows, g_ptr_array_unref);
  dd_conclusion_free (job->conclusion);
  g_free (job);
}

static void
conclusion_free_cb (gpointer data)
{
  dd_conclusion_free (data);
}

/* Whoever gave up waiting leaves the thread alone: it ends by itself, and what
 * it made is thrown away. So it works on copies. */
static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  ReadJob *job = task_data;
  GError *error = NULL;
  DdTextFile *file = job->path != NULL
                     ? dd_document_reader_read (job->path, cancellable, &error)
                     : g_steal_pointer (&job->file);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, dd_conclusion_new (file, job->unit_rows, job->reference),
                           conclusion_free_cb);
}

static void
meetings_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ReadJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *rows = dd_store_select_finish (DD_STORE (object), result, &error);

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_unref (job->conclusion->meetings);
  job->conclusion->meetings = rows;
  g_task_return_pointer (task, g_steal_pointer (&job->conclusion), conclusion_free_cb);
}

/* The same document, pasted once and opened once, need not have the same bytes. Numbers
 * begin anew each year, and each issuer counts its own: the day has to be the same. */
static DdQuery *
make_number_query (const DdRow *document)
{
  const char *number = dd_row_get_text (document, DD_DOCUMENT_NUMBER);
  DdDay day = dd_row_get_day (document, DD_DOCUMENT_DAY);
  DdQuery *query;

  if (number == NULL || day == DD_DAY_NONE)
    return NULL;

  query = dd_query_new (DD_KIND_DOCUMENT);
  dd_query_set_text (query, DD_DOCUMENT_NUMBER, number);
  dd_query_set_days (query, DD_DOCUMENT_DAY, day, day);

  return query;
}

static void
documents_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ReadJob *job = g_task_get_task_data (task);
  g_autoptr (DdQuery) query = NULL;
  GError *error = NULL;
  GPtrArray *rows = dd_store_select_finish (DD_STORE (object), result, &error);
  DdDay day;

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_unref (job->conclusion->taken_before);
  job->conclusion->taken_before = rows;
  if (rows->len == 0 && !job->by_number)
    {
      job->by_number = TRUE;
      query = make_number_query (job->conclusion->reading->document);
      if (query != NULL)
        {
          dd_store_select_async (DD_STORE (object), query, g_task_get_cancellable (task),
                                 documents_read_cb, g_object_ref (task));
          return;
        }
    }

  day = dd_row_get_day (job->conclusion->reading->meeting, DD_MEETING_DAY);
  if (day == DD_DAY_NONE)
    {
      g_task_return_pointer (task, g_steal_pointer (&job->conclusion), conclusion_free_cb);
      return;
    }

  query = dd_query_new (DD_KIND_MEETING);
  dd_query_set_days (query, DD_MEETING_DAY, day, day);
  dd_store_select_async (DD_STORE (object), query, g_task_get_cancellable (task), meetings_read_cb,
                         g_object_ref (task));
}

static void
text_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  DdStore *store = g_task_get_source_object (task);
  ReadJob *job = g_task_get_task_data (task);
  g_autoptr (DdQuery) query = NULL;
  GError *error = NULL;

  job->conclusion = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->conclusion == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  query = dd_query_new (DD_KIND_DOCUMENT);
  dd_query_set_text (query, DD_DOCUMENT_SHA256, job->conclusion->file->sha256);
  dd_store_select_async (store, query, g_task_get_cancellable (task), documents_read_cb,
                         g_object_ref (task));
}

static void
units_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ReadJob *job = g_task_get_task_data (task);
  ReadJob *copy;
  GError *error = NULL;
  g_autoptr (GTask) reading = NULL;

  job->unit_rows = dd_store_select_finish (DD_STORE (object), result, &error);
  if (job->unit_rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  copy = g_new0 (ReadJob, 1);
  copy->path = g_steal_pointer (&job->path);
  copy->file = g_steal_pointer (&job->file);
  copy->reference = job->reference;
  copy->unit_rows = g_steal_pointer (&job->unit_rows);

  /* The thread may go on after everybody else has left: it must not be the last
   * who holds the store, which then would be finalized there. */
  reading = g_task_new (NULL, g_task_get_cancellable (task), text_read_cb, g_object_ref (task));
  g_task_set_source_tag (reading, units_read_cb);
  g_task_set_task_data (reading, copy, read_job_free);
  g_task_set_return_on_cancel (reading, TRUE);
  g_task_run_in_thread (reading, read_thread);
}

/**
 * dd_conclusion_read_async:
 * @path: (nullable): a document, in the file system's encoding; %NULL for @file
 * @file: (nullable) (transfer full): a text that was pasted, or read before
 * @reference: the day the text speaks from if it does not say itself, or %DD_DAY_NONE
 *
 * Reads a text with the units of the file of records. Nothing is written, and
 * the main loop is never held; cancelling answers at once.
 */
void
dd_conclusion_read_async (DdStore             *store,
                          const char          *path,
                          DdTextFile          *file,
                          DdDay                reference,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT);
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  ReadJob *job = g_new0 (ReadJob, 1);

  g_return_if_fail ((path != NULL) != (file != NULL));

  job->path = g_strdup (path);
  job->file = file;
  job->reference = reference;
  g_task_set_source_tag (task, dd_conclusion_read_async);
  g_task_set_task_data (task, job, read_job_free);
  dd_store_select_async (store, query, cancellable, units_read_cb, task);
}

/**
 * dd_conclusion_read_finish:
 *
 * Returns: (transfer full) (nullable): %NULL with an error of the store, a #DdTextError
 *   or a #DdExchangeError; the messages of the latter two are sentences for the user
 */
DdConclusion *
dd_conclusion_read_finish (DdStore       *store,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dd_conclusion_describe_taken:
 *
 * Returns: (transfer full): a sentence for the user about the document that was taken before;
 *   there has to be one
 */
char *
dd_conclusion_describe_taken (const DdConclusion *self)
{
  const DdRow *document;
  const char *name;

  g_return_val_if_fail (self->taken_before->len > 0, NULL);

  document = self->taken_before->pdata[0];
  name = dd_row_get_text (document, DD_DOCUMENT_NUMBER);
  if (g_strcmp0 (dd_row_get_text (document, DD_DOCUMENT_SHA256), self->file->sha256) != 0)
    /* Translators: %s is the number of a document. */
    return g_strdup_printf (_("“%s” of the same day is there already, with a text that differs a "
                              "little. Whoever takes it again creates its clauses and tasks a "
                              "second time."), name);
  if (name == NULL)
    name = dd_row_get_text (document, DD_DOCUMENT_FILE_NAME);
  if (name == NULL)
    return g_strdup (_("A document with the very same text is there already. Whoever takes it "
                       "again creates its clauses and tasks a second time."));

  /* Translators: %s is the number of a document, or the name of a file. */
  return g_strdup_printf (_("“%s” has the very same text. Whoever takes it again creates its "
                            "clauses and tasks a second time."), name);
}

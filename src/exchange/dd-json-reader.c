/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-json-reader"

#include "config.h"

#include "dd-json-reader.h"

#include "dd-exchange-error.h"
#include "dd-json-record-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Records travel between the threads by the batch. */
#define BATCH_SIZE 256
#define MAX_BATCHES 8

G_DEFINE_QUARK (dd-exchange-error-quark, dd_exchange_error)

typedef struct
{
  GPtrArray *rows;              /* of DdRow */
  GError    *error;             /* what ended the file behind them */
  gboolean   last;
} Batch;

struct _DdJsonReader
{
  GThread            *thread;
  DdJsonScanner      *scanner;  /* the thread's */
  DdJsonRecordReader *records;  /* the thread's */

  GMutex              mutex;
  GCond               changed;
  GQueue              batches;          /* under the mutex */
  GQueue              read_batches;     /* under the mutex: to be freed by the thread */
  gboolean            stopped;          /* under the mutex: nobody reads any more */

  Batch              *batch;    /* the reader's */
  guint               at;
  guint               place;
};

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->rows);
  g_clear_error (&batch->error);
  g_free (batch);
}

static Batch *
batch_new (void)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);

  return batch;
}

/* --- the file ------------------------------------------------------------- */

/* Returns FALSE if nobody wants the records any more. What was read comes back
 * to be freed: each thread has its own part of the heap, and would have to wait
 * for the other to free what belongs to it. */
static gboolean
hand_over (DdJsonReader *self,
           Batch        *batch)
{
  GQueue read_batches;
  gboolean wanted;

  g_mutex_lock (&self->mutex);
  read_batches = self->read_batches;
  g_queue_init (&self->read_batches);
  while (!self->stopped && self->batches.length >= MAX_BATCHES)
    g_cond_wait (&self->changed, &self->mutex);
  wanted = !self->stopped;
  if (wanted)
    {
      g_queue_push_tail (&self->batches, batch);
      g_cond_signal (&self->changed);
    }
  g_mutex_unlock (&self->mutex);

  g_queue_clear_full (&read_batches, batch_free);
  if (!wanted)
    batch_free (batch);

  return wanted;
}

static gboolean
read_kind (DdJsonReader        *self,
           const DdRecordType  *type,
           Batch              **batch,
           gboolean            *wanted,
           GError             **error)
{
  if (!dd_json_scanner_enter_array (self->scanner, error))
    return FALSE;

  for (;;)
    {
      gboolean there_is;
      DdRow *row;

      if (!dd_json_scanner_next_element (self->scanner, &there_is, error))
        return FALSE;
      if (!there_is)
        return TRUE;
      row = dd_json_record_reader_read (self->records, type, error);
      if (row == NULL)
        return FALSE;
      g_ptr_array_add ((*batch)->rows, row);
      if ((*batch)->rows->len < BATCH_SIZE)
        continue;

      *wanted = hand_over (self, *batch);
      *batch = batch_new ();
      if (!*wanted)
        return TRUE;
    }
}

static gboolean
check_version (DdJsonReader  *self,
               GError       **error)
{
  gsize size;
  const char *text = dd_json_scanner_read_value (self->scanner, &size, error);

  if (text == NULL)
    return FALSE;
  if (text[strspn (text, "0123456789")] != '\0' || g_ascii_strtoll (text, NULL, 10) < 1)
    return dd_json_scanner_fail (self->scanner, DD_EXCHANGE_ERROR_FORMAT, error,
                                 _("“version” has to be a whole number."));
  if (g_ascii_strtoll (text, NULL, 10) == DD_JSON_VERSION)
    return TRUE;

  return dd_json_scanner_fail (self->scanner, DD_EXCHANGE_ERROR_TOO_NEW, error,
                               /* Translators: %s and %d are versions of a file format. */
                               _("the file has version %s; this program reads version %d. "
                                 "Please update the program."), text, DD_JSON_VERSION);
}

static gboolean
refuse_format (DdJsonReader  *self,
               GError       **error)
{
  return dd_json_scanner_fail (self->scanner, DD_EXCHANGE_ERROR_FORMAT, error,
                               _("this is not a file that Đôn Đốc has exported."));
}

static gboolean
check_format (DdJsonReader  *self,
              GError       **error)
{
  gsize size;
  const char *text = dd_json_scanner_read_value (self->scanner, &size, error);

  if (text == NULL)
    return FALSE;
  if (strcmp (text, "\"" DD_JSON_FORMAT "\"") != 0)
    return refuse_format (self, error);

  return TRUE;
}

static gboolean
read_file (DdJsonReader  *self,
           Batch        **batch,
           gboolean      *wanted,
           GError       **error)
{
  gboolean has_format = FALSE, has_version = FALSE;

  if (!dd_json_scanner_enter_object (self->scanner, error))
    return FALSE;

  while (*wanted)
    {
      g_autofree char *name = NULL;
      const DdRecordType *type;

      if (!dd_json_scanner_next_member (self->scanner, &name, error))
        return FALSE;
      if (name == NULL)
        break;
      if (strcmp (name, "format") == 0)
        {
          has_format = TRUE;
          if (!check_format (self, error))
            return FALSE;
          continue;
        }
      if (!has_format)
        return refuse_format (self, error);
      if (strcmp (name, "version") == 0)
        {
          has_version = TRUE;
          if (!check_version (self, error))
            return FALSE;
          continue;
        }
      if (!has_version)
        return refuse_format (self, error);

      type = dd_record_type_find (name);
      if (type == NULL || type->kind == DD_KIND_HISTORY)
        return dd_json_scanner_fail (self->scanner, DD_EXCHANGE_ERROR_FORMAT, error,
                                     _("“%s” is no kind of records."), name);
      if (!read_kind (self, type, batch, wanted, error))
        return FALSE;
    }
  if (!*wanted)
    return TRUE;
  if (!has_format || !has_version)
    return refuse_format (self, error);

  return dd_json_scanner_expect_end (self->scanner, error);
}

static gpointer
reader_main (gpointer user_data)
{
  DdJsonReader *self = user_data;
  Batch *batch = batch_new ();
  gboolean wanted = TRUE;
  GError *error = NULL;

  read_file (self, &batch, &wanted, &error);
  batch->error = error;
  batch->last = TRUE;
  hand_over (self, batch);

  return NULL;
}

/**
 * dd_json_reader_new:
 * @path: a file name in the file system's encoding
 *
 * Returns: (transfer full) (nullable): %NULL with #DdExchangeError if the file cannot be opened
 */
DdJsonReader *
dd_json_reader_new (const char  *path,
                    GError     **error)
{
  return dd_json_reader_new_relative (path, DD_DAY_NONE, error);
}

/**
 * dd_json_reader_new_relative:
 * @today: what "today-12" and "today+5" in place of a day are reckoned from
 *
 * For sample data; in other files such days are refused.
 */
DdJsonReader *
dd_json_reader_new_relative (const char  *path,
                             DdDay        today,
                             GError     **error)
{
  DdJsonScanner *scanner = dd_json_scanner_open (path, error);
  DdJsonReader *self;

  if (scanner == NULL)
    return NULL;

  self = g_new0 (DdJsonReader, 1);
  self->scanner = scanner;
  self->records = dd_json_record_reader_new (scanner, today);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->batches);
  g_queue_init (&self->read_batches);
  self->thread = g_thread_new ("dd-json-reader", reader_main, self);

  return self;
}

/**
 * dd_json_reader_free:
 *
 * May be called before the end of the file.
 */
void
dd_json_reader_free (DdJsonReader *self)
{
  if (self == NULL)
    return;

  g_mutex_lock (&self->mutex);
  self->stopped = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  g_queue_clear_full (&self->batches, batch_free);
  g_queue_clear_full (&self->read_batches, batch_free);
  g_clear_pointer (&self->batch, batch_free);
  dd_json_record_reader_free (self->records);
  dd_json_scanner_close (self->scanner);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

static void
take_batch (DdJsonReader *self)
{
  g_mutex_lock (&self->mutex);
  if (self->batch != NULL)
    g_queue_push_tail (&self->read_batches, self->batch);
  while (self->batches.length == 0)
    g_cond_wait (&self->changed, &self->mutex);
  self->batch = g_queue_pop_head (&self->batches);
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
  self->at = 0;
}

/**
 * dd_json_reader_next:
 * @place: (out): the number of the record in the file, from 1
 *
 * Returns: (transfer none) (nullable): the next record, there until the next call; %NULL
 *   at the end of the file, or with an error that says where in the file
 */
DdRow *
dd_json_reader_next (DdJsonReader  *self,
                     guint         *place,
                     GError       **error)
{
  while (self->batch == NULL || self->at == self->batch->rows->len)
    {
      if (self->batch != NULL && self->batch->last)
        {
          if (self->batch->error != NULL)
            g_propagate_error (error, g_error_copy (self->batch->error));
          return NULL;
        }
      take_batch (self);
    }

  *place = ++self->place;

  return self->batch->rows->pdata[self->at++];
}

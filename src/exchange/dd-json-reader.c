/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-json-reader"

#include "config.h"

#include "dd-json-reader.h"

#include "dd-exchange-error.h"
#include "dd-json-scanner.h"
#include "dd-uid.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
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
  GThread       *thread;
  DdJsonScanner *scanner;       /* the thread's */
  JsonParser    *parser;        /* the thread's */
  DdDay          today;         /* that days are reckoned from; DD_DAY_NONE: from none */

  GMutex         mutex;
  GCond          changed;
  GQueue         batches;       /* under the mutex */
  GQueue         read_batches;  /* under the mutex: to be freed by the thread */
  gboolean       stopped;       /* under the mutex: nobody reads any more */

  Batch         *batch;         /* the reader's */
  guint          at;
  guint          place;
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

/* --- one record ----------------------------------------------------------- */

static gboolean
refuse_type (DdJsonReader  *self,
             const char    *name,
             const char    *wanted,
             GError       **error)
{
  return dd_json_scanner_fail (self->scanner, DD_EXCHANGE_ERROR_FORMAT, error,
                               /* Translators: the name of a member, then what it has to be. */
                               _("“%s” has to be %s."), name, wanted);
}

static const char *
get_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
       ? json_node_get_string (node) : NULL;
}

static gboolean
set_list (DdJsonReader   *self,
          DdRow          *row,
          guint           field,
          const char     *name,
          JsonNode       *node,
          GError        **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (self, name, _("a list of texts"), error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = get_string (json_array_get_element (array, i));

      if (text == NULL)
        return refuse_type (self, name, _("a list of texts"), error);
      g_ptr_array_add (texts, (char *) text);
    }
  g_ptr_array_add (texts, NULL);
  dd_row_set_list (row, field, (const char * const *) texts->pdata);

  return TRUE;
}

static gboolean
set_number (DdJsonReader   *self,
            DdRow          *row,
            guint           field,
            const char     *name,
            JsonNode       *node,
            GError        **error)
{
  const DdField *description = &dd_row_get_type (row)->fields[field];
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (description->type == DD_FIELD_FLAG)
    {
      if (type != G_TYPE_BOOLEAN)
        return refuse_type (self, name, _("true or false"), error);
      dd_row_set_flag (row, field, json_node_get_boolean (node));
    }
  else if (description->type == DD_FIELD_REAL)
    {
      if ((type != G_TYPE_INT64 && type != G_TYPE_DOUBLE) ||
          !isfinite (json_node_get_double (node)))
        return refuse_type (self, name, _("a number"), error);
      dd_row_set_real (row, field, json_node_get_double (node));
    }
  else
    {
      if (type != G_TYPE_INT64)
        return refuse_type (self, name, _("a whole number"), error);
      dd_row_set_number (row, field, json_node_get_int (node));
    }

  return TRUE;
}

/* "today-12": sample data has days that are always as far away as they were meant. */
static gboolean
read_relative_day (DdJsonReader *self,
                   DdRow        *row,
                   guint         field,
                   const char   *text)
{
  static const char anchor[] = "today";
  char *end = NULL;
  gint64 days;

  if (!g_str_has_prefix (text, anchor))
    return FALSE;

  days = g_ascii_strtoll (text + strlen (anchor), &end, 10);
  if (*end != '\0')
    return FALSE;
  dd_row_set_day (row, field, dd_day_add_days (self->today, (int) CLAMP (days, -36500, 36500)));

  return TRUE;
}

static gboolean
set_field (DdJsonReader   *self,
           DdRow          *row,
           guint           field,
           JsonNode       *node,
           GError        **error)
{
  const DdField *description = &dd_row_get_type (row)->fields[field];
  g_autoptr (GError) local = NULL;
  const char *text;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (description->type == DD_FIELD_LIST)
    return set_list (self, row, field, description->name, node, error);
  if (description->type == DD_FIELD_NUMBER || description->type == DD_FIELD_REAL ||
      description->type == DD_FIELD_FLAG)
    return set_number (self, row, field, description->name, node, error);

  text = get_string (node);
  if (text == NULL)
    return refuse_type (self, description->name, _("a text"), error);
  if (description->type == DD_FIELD_REFERENCE)
    {
      if (!dd_uid_is_valid (text))
        return refuse_type (self, description->name, _("the uid of a record"), error);
      dd_row_set_reference_uid (row, field, text);
      return TRUE;
    }
  if (description->type == DD_FIELD_DAY && self->today != DD_DAY_NONE &&
      read_relative_day (self, row, field, text))
    return TRUE;
  if (!dd_row_field_from_code (row, field, text, &local))
    return dd_json_scanner_fail (self->scanner, DD_EXCHANGE_ERROR_FORMAT, error, "%s",
                                 local->message);

  return TRUE;
}

/* What every record has beside the fields of its kind. */
static gboolean
set_common (DdJsonReader   *self,
            DdRow          *row,
            const char     *name,
            JsonNode       *node,
            gboolean       *known,
            GError        **error)
{
  const char *text = get_string (node);

  *known = TRUE;
  if (strcmp (name, "uid") == 0)
    {
      if (!dd_uid_is_valid (text))
        return refuse_type (self, name, _("the uid of a record"), error);
      dd_row_set_uid (row, text);
    }
  else if (strcmp (name, "created") == 0 || strcmp (name, "changed") == 0)
    {
      if (!dd_instant_is_valid (text))
        return refuse_type (self, name, _("a moment in UTC"), error);
      if (*name == 'c' && name[1] == 'r')
        dd_row_set_instants (row, text, dd_row_get_changed (row) != NULL
                                        ? dd_row_get_changed (row) : text);
      else
        dd_row_set_instants (row, dd_row_get_created (row) != NULL
                                  ? dd_row_get_created (row) : text, text);
    }
  else
    *known = FALSE;

  return TRUE;
}

static DdRow *
make_row (DdJsonReader        *self,
          const DdRecordType  *type,
          JsonObject          *object,
          GError             **error)
{
  g_autoptr (DdRow) row = dd_row_new (type->kind);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      int field = dd_record_type_find_field (type, name);
      gboolean known;

      if (field >= 0 && dd_field_is_stored (&type->fields[field]))
        {
          if (!set_field (self, row, (guint) field, node, error))
            return NULL;
          continue;
        }
      if (!set_common (self, row, name, node, &known, error))
        return NULL;
      if (!known)
        {
          dd_json_scanner_fail (self->scanner, DD_EXCHANGE_ERROR_FORMAT, error,
                                /* Translators: the name of a member, then of a kind of records. */
                                _("“%s” is no field of a %s."), name, type->name);
          return NULL;
        }
    }

  return g_steal_pointer (&row);
}

static DdRow *
read_record (DdJsonReader        *self,
             const DdRecordType  *type,
             GError             **error)
{
  g_autoptr (GError) local = NULL;
  const char *text;
  JsonNode *node;
  gsize size;

  text = dd_json_scanner_read_value (self->scanner, &size, error);
  if (text == NULL)
    return NULL;
  if (!json_parser_load_from_data (self->parser, text, (gssize) size, &local))
    {
      dd_json_scanner_fail (self->scanner, DD_EXCHANGE_ERROR_SYNTAX, error, "%s", local->message);
      return NULL;
    }

  node = json_parser_get_root (self->parser);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      dd_json_scanner_fail (self->scanner, DD_EXCHANGE_ERROR_FORMAT, error,
                            _("a record has to be an object."));
      return NULL;
    }

  return make_row (self, type, json_node_get_object (node), error);
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
      row = read_record (self, type, error);
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
    return refuse_type (self, "version", _("a whole number"), error);
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
  self->today = today;
  self->parser = json_parser_new ();
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
  g_object_unref (self->parser);
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

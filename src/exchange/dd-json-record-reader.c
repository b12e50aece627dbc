/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-json-reader"

#include "config.h"

#include "dd-json-record-reader.h"

#include "dd-exchange-error.h"
#include "dd-uid.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

struct _DdJsonRecordReader
{
  DdJsonScanner *scanner;
  JsonParser    *parser;
  DdDay          today;         /* that days are reckoned from; DD_DAY_NONE: from none */
};

/**
 * dd_json_record_reader_new:
 * @scanner: where records are read from, which outlives the reader
 * @today: what "today-12" in place of a day is reckoned from; %DD_DAY_NONE to refuse it
 */
DdJsonRecordReader *
dd_json_record_reader_new (DdJsonScanner *scanner,
                           DdDay          today)
{
  DdJsonRecordReader *self = g_new0 (DdJsonRecordReader, 1);

  self->scanner = scanner;
  self->parser = json_parser_new ();
  self->today = today;

  return self;
}

void
dd_json_record_reader_free (DdJsonRecordReader *self)
{
  g_object_unref (self->parser);
  g_free (self);
}

static gboolean
refuse_type (DdJsonRecordReader  *self,
             const char          *name,
             const char          *wanted,
             GError             **error)
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
set_list (DdJsonRecordReader  *self,
          DdRow               *row,
          guint                field,
          const char          *name,
          JsonNode            *node,
          GError             **error)
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
set_number (DdJsonRecordReader  *self,
            DdRow               *row,
            guint                field,
            const char          *name,
            JsonNode            *node,
            GError             **error)
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
read_relative_day (DdJsonRecordReader *self,
                   DdRow              *row,
                   guint               field,
                   const char         *text)
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
set_field (DdJsonRecordReader  *self,
           DdRow               *row,
           guint                field,
           JsonNode            *node,
           GError             **error)
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
  /* An empty text is a text; of anything else it would be lost what was meant. */
  if (*text == '\0' && description->type != DD_FIELD_TEXT)
    return refuse_type (self, description->name, _("a value, or null if there is none"), error);
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
set_common (DdJsonRecordReader  *self,
            DdRow               *row,
            const char          *name,
            JsonNode            *node,
            gboolean            *known,
            GError             **error)
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
make_row (DdJsonRecordReader  *self,
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

/**
 * dd_json_record_reader_read:
 * @type: the kind that the record is of
 *
 * Returns: (transfer full) (nullable): the record that comes next; %NULL with
 *   #DdExchangeError, which tells the place
 */
DdRow *
dd_json_record_reader_read (DdJsonRecordReader  *self,
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

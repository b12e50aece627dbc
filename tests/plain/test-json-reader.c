/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-exchange-error.h"
#include "dd-json-reader.h"
#include "dd-record-types.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define UID_A "018c5e7a-3b00-7000-8000-0123456789ab"
#define UID_B "018c5e7a-3b00-7000-8000-0123456789ac"

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->dir = g_dir_make_tmp ("dondoc-test-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "hồ sơ.json", NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->path);
  g_free (f->dir);
}

static void
write_file (Fixture    *f,
            const char *text,
            gsize       size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (f->path, text, (gssize) size, &error);
  g_assert_no_error (error);
}

/* Reads all records of a file; how many there were before its end or the error. */
static guint
read_all (const char  *path,
          GError     **error)
{
  g_autoptr (DdJsonReader) reader = dd_json_reader_new (path, error);
  guint n = 0;

  if (reader == NULL)
    return 0;

  for (;;)
    {
      guint place = 0;
      const DdRow *row = dd_json_reader_next (reader, &place, error);

      if (row == NULL)
        return n;
      g_assert_cmpuint (place, ==, ++n);
    }
}

static guint
read_text (Fixture     *f,
           const char  *text,
           GError     **error)
{
  write_file (f, text, strlen (text));

  return read_all (f->path, error);
}

/* --- what the program writes ---------------------------------------------- */

/* The value as the field would have it as a code. */
static char *
node_to_code (JsonNode      *node,
              const DdField *field)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (field->type)
    {
    case DD_FIELD_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    case DD_FIELD_REAL:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, json_node_get_double (node)));
    case DD_FIELD_FLAG:
      return g_strdup (json_node_get_boolean (node) ? "1" : "0");
    case DD_FIELD_LIST:
      {
        JsonArray *array = json_node_get_array (node);
        GString *lines = g_string_new (NULL);

        for (guint i = 0; i < json_array_get_length (array); i++)
          g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",
                                  json_array_get_string_element (array, i));
        return g_string_free (lines, FALSE);
      }
    case DD_FIELD_TEXT:
    case DD_FIELD_DAY:
    case DD_FIELD_INSTANT:
    case DD_FIELD_CHOICE:
    case DD_FIELD_REFERENCE:
    default:
      return g_strdup (json_node_get_string (node));
    }
}

static void
check_record (const DdRow *row,
              JsonObject  *object)
{
  const DdRecordType *type = dd_row_get_type (row);
  g_autoptr (GError) error = NULL;
  guint n_members = json_object_get_size (object);

  g_assert_cmpstr (dd_row_get_uid (row), ==, json_object_get_string_member (object, "uid"));
  n_members--;
  if (json_object_has_member (object, "created"))
    {
      g_assert_cmpstr (dd_row_get_created (row), ==,
                       json_object_get_string_member (object, "created"));
      g_assert_cmpstr (dd_row_get_changed (row), ==,
                       json_object_get_string_member (object, "changed"));
      n_members -= 2;
    }

  for (guint i = 0; i < type->n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, type->fields[i].name);
      g_autofree char *expected = NULL;
      g_autofree char *code = NULL;

      g_test_message ("%s.%s", type->name, type->fields[i].name);
      n_members -= node != NULL;
      if (node == NULL || JSON_NODE_HOLDS_NULL (node))
        {
          g_assert_false (dd_row_is_set (row, i));
          continue;
        }
      expected = node_to_code (node, &type->fields[i]);
      code = type->fields[i].type == DD_FIELD_REFERENCE
           ? g_strdup (dd_row_get_reference_uid (row, i)) : dd_row_field_to_code (row, i);
      g_assert_cmpstr (code, ==, expected);
    }

  /* No member was passed over, and what was read may be stored. */
  g_assert_cmpuint (n_members, ==, 0);
  g_assert_true (dd_row_check (row, &error));
  g_assert_no_error (error);
}

/* The fixture has every field of every kind; JSON-GLib reads it beside the reader. */
static void
test_every_kind (Fixture       *f,
                 gconstpointer  data)
{
  const char *path = g_test_get_filename (G_TEST_DIST, "fixtures", "exchange", "every-kind.json",
                                          NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJsonReader) reader = dd_json_reader_new (path, &error);
  gboolean seen[DD_N_KINDS][64] = { { FALSE, }, };
  JsonObject *root;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint place, n = 0;

  g_assert_no_error (error);
  g_assert_true (json_parser_load_from_file (parser, path, &error));
  root = json_node_get_object (json_parser_get_root (parser));
  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!JSON_NODE_HOLDS_ARRAY (node))
        continue;
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        {
          const DdRow *row = dd_json_reader_next (reader, &place, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (place, ==, ++n);
          g_assert_cmpstr (dd_row_get_type (row)->name, ==, name);
          check_record (row, json_array_get_object_element (json_node_get_array (node), i));
          for (guint j = 0; j < dd_row_get_type (row)->n_fields; j++)
            seen[dd_row_get_kind (row)][j] |=
              dd_row_is_set (row, j) ||
              (dd_row_get_type (row)->fields[j].type == DD_FIELD_REFERENCE &&
               dd_row_get_reference_uid (row, j) != NULL);
        }
    }
  g_assert_null (dd_json_reader_next (reader, &place, &error));
  g_assert_no_error (error);

  /* A field that is new gets a value in the fixture, too. What the program
   * computes itself need not be there; history is not exchanged. */
  for (guint kind = 0; kind < DD_KIND_HISTORY; kind++)
    for (guint j = 0; j < dd_record_type_get (kind)->n_fields; j++)
      if ((dd_record_type_get (kind)->fields[j].flags & (DD_FIELD_DERIVED | DD_FIELD_COMPUTED)) == 0)
        {
          g_test_message ("%s.%s", dd_record_type_get (kind)->name,
                          dd_record_type_get (kind)->fields[j].name);
          g_assert_true (seen[kind][j]);
        }
}

/* --- files from outside --------------------------------------------------- */

#define HEAD "{\"format\": \"dondoc\", \"version\": 1"
#define UNIT "{\"name\": \"Sở Tư pháp\", \"level\": \"department\"}"
#define NO_ERROR (-1)

static const struct
{
  const char *name;
  const char *text;
  int         error;
  guint       n_records;        /* before the error */
  const char *sentence;         /* of the message */
} files[] = {
  { "nothing in it", HEAD "}", NO_ERROR, 0, NULL },
  { "a unit", HEAD ", \"unit\": [" UNIT "]}", NO_ERROR, 1, NULL },
  { "an empty kind", HEAD ", \"unit\": [], \"task\": []}", NO_ERROR, 0, NULL },
  { "kinds in any order", HEAD ", \"setting\": [{\"name\": \"a\"}], \"unit\": [" UNIT "]}",
    NO_ERROR, 2, NULL },
  { "a byte order mark", "\xef\xbb\xbf" HEAD ", \"unit\": [" UNIT "]}", NO_ERROR, 1, NULL },
  { "lines of Windows", "{\r\n\"format\": \"dondoc\",\r\n\"version\": 1\r\n}\r\n", NO_ERROR, 0, NULL },
  { "null is no value", HEAD ", \"unit\": [{\"name\": \"Sở\", \"level\": \"department\", "
    "\"parent\": null, \"aliases\": null, \"is_group\": null, \"valid_from\": null}]}",
    NO_ERROR, 1, NULL },

  /* Not of this program. */
  { "an array", "[]", DD_EXCHANGE_ERROR_SYNTAX, 0, "not valid JSON" },
  { "another object", "{\"a\": 1}", DD_EXCHANGE_ERROR_FORMAT, 0, "exported" },
  { "an empty object", "{}", DD_EXCHANGE_ERROR_FORMAT, 0, "exported" },
  { "no format", "{\"version\": 1, \"unit\": [" UNIT "]}", DD_EXCHANGE_ERROR_FORMAT, 0, "exported" },
  { "another format", "{\"format\": \"todo\", \"version\": 1}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "exported" },
  { "a longer format", "{\"format\": \"dondocs\", \"version\": 1}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "exported" },
  { "format as a number", "{\"format\": 1, \"version\": 1}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "exported" },
  { "format last", "{\"unit\": [" UNIT "], \"format\": \"dondoc\", \"version\": 1}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "exported" },
  { "no version", "{\"format\": \"dondoc\", \"unit\": [" UNIT "]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "exported" },
  { "format alone", "{\"format\": \"dondoc\"}", DD_EXCHANGE_ERROR_FORMAT, 0, "exported" },

  /* Versions. */
  { "a later version", "{\"format\": \"dondoc\", \"version\": 2}", DD_EXCHANGE_ERROR_TOO_NEW, 0,
    "version 2; this program reads version 1" },
  { "a much later version", "{\"format\": \"dondoc\", \"version\": 99999}",
    DD_EXCHANGE_ERROR_TOO_NEW, 0, "version 99999" },
  { "half a version", "{\"format\": \"dondoc\", \"version\": 1.5}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“version” has to be a whole number" },
  { "version zero", "{\"format\": \"dondoc\", \"version\": 0}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "version" },
  { "a negative version", "{\"format\": \"dondoc\", \"version\": -1}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "version" },
  { "version as a text", "{\"format\": \"dondoc\", \"version\": \"1\"}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "version" },
  { "version as a list", "{\"format\": \"dondoc\", \"version\": [1]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "version" },

  /* What the file is made of. */
  { "an unknown kind", HEAD ", \"unit\": [" UNIT "], \"ticket\": []}", DD_EXCHANGE_ERROR_FORMAT, 1,
    "“ticket” is no kind of records" },
  { "history", HEAD ", \"history\": []}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“history” is no kind of records" },
  { "SQL for a kind", HEAD ", \"unit; DROP TABLE task\": []}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "is no kind of records" },
  { "a kind that is an object", HEAD ", \"unit\": {}}", DD_EXCHANGE_ERROR_SYNTAX, 0, "not valid" },
  { "a kind that is null", HEAD ", \"unit\": null}", DD_EXCHANGE_ERROR_SYNTAX, 0, "not valid" },
  { "a kind twice", HEAD ", \"unit\": [" UNIT "], \"unit\": []}", DD_EXCHANGE_ERROR_SYNTAX, 1,
    "“unit” occurs twice" },
  { "a record that is a text", HEAD ", \"unit\": [\"Sở\"]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "a record has to be an object" },
  { "a record that is a list", HEAD ", \"unit\": [[]]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "a record has to be an object" },
  { "a record that is null", HEAD ", \"unit\": [" UNIT ", null]}", DD_EXCHANGE_ERROR_FORMAT, 1,
    "a record has to be an object" },
  { "more behind it", HEAD "} {}", DD_EXCHANGE_ERROR_SYNTAX, 0, "not valid" },
  { "the file twice", HEAD "}" HEAD "}", DD_EXCHANGE_ERROR_SYNTAX, 0, "not valid" },
  { "a comma at the end", HEAD ", \"unit\": [" UNIT ",]}", DD_EXCHANGE_ERROR_SYNTAX, 1, "not valid" },
  { "an array that ends as an object", HEAD ", \"unit\": [" UNIT "}", DD_EXCHANGE_ERROR_SYNTAX, 1,
    "not valid" },
  { "an object that ends as an array", HEAD ", \"unit\": [" UNIT "]]", DD_EXCHANGE_ERROR_SYNTAX, 1,
    "not valid" },

  /* What every record has. */
  { "a name that is no uid", HEAD ", \"unit\": [{\"uid\": \"1\"}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“uid” has to be the uid of a record" },
  { "a uid in capitals", HEAD ", \"unit\": [{\"uid\": \"018C5E7A-3B00-7000-8000-0123456789AB\"}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "uid" },
  { "a uid that is null", HEAD ", \"unit\": [{\"uid\": null}]}", DD_EXCHANGE_ERROR_FORMAT, 0, "uid" },
  { "a uid that is a list", HEAD ", \"unit\": [{\"uid\": [\"" UID_A "\"]}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "uid" },
  { "created yesterday", HEAD ", \"unit\": [{\"created\": \"hôm qua\"}]}", DD_EXCHANGE_ERROR_FORMAT,
    0, "“created” has to be a moment in UTC" },
  { "created in a zone", HEAD ", \"unit\": [{\"created\": \"2024-01-02T03:04:05+07:00\"}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "moment in UTC" },
  { "changed at a number", HEAD ", \"unit\": [{\"changed\": 1704164645}]}", DD_EXCHANGE_ERROR_FORMAT,
    0, "“changed” has to be a moment in UTC" },
  { "a row number", HEAD ", \"unit\": [{\"id\": 5}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“id” is no field of a unit" },
  { "a revision", HEAD ", \"unit\": [{\"revision\": 5}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“revision” is no field" },
  { "an unknown member", HEAD ", \"unit\": [{\"colour\": \"red\"}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“colour” is no field of a unit" },
  { "a member without a name", HEAD ", \"unit\": [{\"\": 1}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“” is no field" },
  { "a derived field", HEAD ", \"task\": [{\"lead_name\": \"Sở\"}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“lead_name” is no field of a task" },
  { "a member twice", HEAD ", \"unit\": [{\"name\": \"Sở\", \"name\": \"Bộ\"}]}",
    DD_EXCHANGE_ERROR_SYNTAX, 0, "“name” occurs twice" },

  /* Values of the wrong type, for each type of field. */
  { "a number for a text", HEAD ", \"unit\": [{\"name\": 5}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“name” has to be a text" },
  { "a list for a text", HEAD ", \"unit\": [{\"name\": [\"Sở\"]}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“name” has to be a text" },
  { "an object for a text", HEAD ", \"unit\": [{\"name\": {\"vi\": \"Sở\"}}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "“name” has to be a text" },
  { "true for a text", HEAD ", \"unit\": [{\"name\": true}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“name” has to be a text" },
  { "a text for a list", HEAD ", \"unit\": [{\"aliases\": \"STP\"}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“aliases” has to be a list of texts" },
  { "a number in a list", HEAD ", \"unit\": [{\"aliases\": [\"STP\", 5]}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "“aliases” has to be a list of texts" },
  { "null in a list", HEAD ", \"unit\": [{\"aliases\": [null]}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“aliases” has to be a list of texts" },
  { "a list in a list", HEAD ", \"unit\": [{\"aliases\": [[\"STP\"]]}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“aliases” has to be a list of texts" },
  { "a text for a number", HEAD ", \"meeting\": [{\"number\": \"1\"}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“number” has to be a whole number" },
  { "half a number", HEAD ", \"meeting\": [{\"number\": 1.5}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“number” has to be a whole number" },
  { "a text for a real", HEAD ", \"target\": [{\"value\": \"20\"}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“value” has to be a number" },
  { "more than there are numbers", HEAD ", \"target\": [{\"value\": 1e999}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "“value” has to be a number" },
  { "a number for a flag", HEAD ", \"unit\": [{\"is_group\": 1}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“is_group” has to be true or false" },
  { "a text for a flag", HEAD ", \"unit\": [{\"is_group\": \"true\"}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“is_group” has to be true or false" },
  { "a day that does not exist", HEAD ", \"task\": [{\"deadline\": \"2024-02-30\"}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "Deadline cannot be “2024-02-30”" },
  { "a day as people write it", HEAD ", \"task\": [{\"deadline\": \"30/6/2024\"}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "Deadline cannot be “30/6/2024”" },
  { "a day with a time", HEAD ", \"task\": [{\"deadline\": \"2024-06-30T00:00:00Z\"}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "Deadline cannot be" },
  { "a day as a number", HEAD ", \"task\": [{\"deadline\": 20240630}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“deadline” has to be a text" },
  { "a day of sample data", HEAD ", \"task\": [{\"deadline\": \"today+5\"}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "Deadline cannot be “today+5”" },
  { "no such choice", HEAD ", \"unit\": [{\"level\": \"galaxy\"}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "Level cannot be “galaxy”" },
  { "a choice by its number", HEAD ", \"unit\": [{\"level\": 0}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“level” has to be a text" },
  { "a reference by its number", HEAD ", \"task\": [{\"lead\": 5}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“lead” has to be a text" },
  { "a reference by its name", HEAD ", \"task\": [{\"lead\": \"Sở Tư pháp\"}]}",
    DD_EXCHANGE_ERROR_FORMAT, 0, "“lead” has to be the uid of a record" },
  { "a reference to nothing", HEAD ", \"task\": [{\"lead\": \"\"}]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "“lead” has to be the uid of a record" },
};

static void
test_files (Fixture       *f,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      guint n = read_text (f, files[i].text, &error);

      g_test_message ("%s: %s", files[i].name, error != NULL ? error->message : "taken");
      g_assert_cmpuint (n, ==, files[i].n_records);
      if (files[i].error == NO_ERROR)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, DD_EXCHANGE_ERROR, files[i].error);
      g_assert_nonnull (strstr (error->message, files[i].sentence));
      g_assert_true (g_str_has_prefix (error->message, "“hồ sơ.json”, line 1: "));
    }
}

/* Numbers that JSON allows and that a reader could stumble over. */
static void
test_numbers (Fixture       *f,
              gconstpointer  data)
{
  static const struct
  {
    const char *json;
    double      value;
  } numbers[] = {
    { "20", 20.0 }, { "-0", 0.0 }, { "0.5", 0.5 }, { "1e2", 100.0 }, { "1E2", 100.0 },
    { "1e+2", 100.0 }, { "25e-1", 2.5 }, { "-1.5E+1", -15.0 }, { "0.1234567890123456789", 0.12345678901234568 },
    { "123456789012345678", 123456789012345678.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strconcat (HEAD ", \"target\": [{\"value\": ", numbers[i].json, "}]}",
                                           NULL);
      g_autoptr (DdJsonReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      const DdRow *row;
      guint place;

      g_test_message ("%s", numbers[i].json);
      write_file (f, text, strlen (text));
      reader = dd_json_reader_new (f->path, &error);
      row = dd_json_reader_next (reader, &place, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (dd_row_get_real (row, DD_TARGET_VALUE), ==, numbers[i].value);
    }
}

static void
test_texts (Fixture       *f,
            gconstpointer  data)
{
  static const struct
  {
    const char *json;
    const char *text;
  } texts[] = {
    { "Sở Tư pháp", "Sở Tư pháp" },
    { "S\\u1edf T\\u01b0 ph\\u00e1p", "Sở Tư pháp" },
    { "\\ud83d\\udcc4 hồ sơ", "\xf0\x9f\x93\x84 hồ sơ" },
    { "\\\"\\\\\\/", "\"\\/" },
    { " \\t Sở\\nTư\\r\\npháp ", "Sở Tư pháp" },
    { "So\xcc\x9b\xcc\x89", "Sở" },
    { "a\\u202eb\\u0007c", "abc" },
    { "<b>&amp;</b>", "<b>&amp;</b>" },
    { "'; DROP TABLE task; --", "'; DROP TABLE task; --" },
    { "\\\\u0000", "\\u0000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strconcat (HEAD ", \"unit\": [{\"name\": \"", texts[i].json, "\"}]}",
                                           NULL);
      g_autoptr (DdJsonReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      const DdRow *row;
      guint place;

      g_test_message ("%s", texts[i].json);
      write_file (f, text, strlen (text));
      reader = dd_json_reader_new (f->path, &error);
      row = dd_json_reader_next (reader, &place, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (dd_row_get_text (row, DD_UNIT_NAME), ==, texts[i].text);
    }
}

/* --- places --------------------------------------------------------------- */

/* The line is where the record begins, whatever it is that is wrong with it. */
static void
test_lines (Fixture       *f,
            gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *line;
  } places[] = {
    { "{\n\"format\": \"todo\"}", "line 2:" },
    { HEAD ",\n\"unit\": [\n" UNIT ",\n{\"colour\": 1}\n]}", "line 4:" },
    { HEAD ",\n\"unit\": [\n{\n\"name\": \"Sở\",\n\"colour\": 1\n}\n]}", "line 3:" },
    { HEAD ",\n\"unit\": [\n" UNIT ",\n\n\n5\n]}", "line 6:" },
    { HEAD ",\n\"unit\": [\n" UNIT ",\n{\n\"name\": x}\n]}", "line 5:" },
    { HEAD ",\n\"unit\": [],\n\"ticket\": []}", "line 3:" },
    { HEAD ",\n\"unit\": [" UNIT "\n", "line 3:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;

      read_text (f, places[i].text, &error);
      g_test_message ("row %u: %s", i, error->message);
      g_assert_nonnull (strstr (error->message, places[i].line));
    }
}

static char *
make_units (guint       n,
            const char *last)
{
  GString *text = g_string_new (HEAD ",\n\"unit\": [\n");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, "{\"name\": \"Sở %u\", \"level\": \"department\"},\n", i);
  g_string_append (text, last);
  g_string_append (text, "\n]}");

  return g_string_free (text, FALSE);
}

/* Row 1,000 of 1,000 is bad: the reader tells where, after 999 good ones. */
static void
test_half_bad (Fixture       *f,
               gconstpointer  data)
{
  g_autofree char *text = make_units (1000, "{\"name\": \"Sở\", \"level\": \"galaxy\"}");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (read_text (f, text, &error), ==, 999);
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "line 1002:"));
}

/* After its end, good or bad, the file stays at its end. */
static void
test_after_the_end (Fixture       *f,
                    gconstpointer  data)
{
  g_autoptr (DdJsonReader) good = NULL;
  g_autoptr (DdJsonReader) bad = NULL;
  guint place;

  write_file (f, HEAD "}", strlen (HEAD "}"));
  good = dd_json_reader_new (f->path, NULL);
  write_file (f, "[", 1);
  bad = dd_json_reader_new (f->path, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dd_json_reader_next (good, &place, &error));
      g_assert_no_error (error);
      g_assert_null (dd_json_reader_next (bad, &place, &error));
      g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_SYNTAX);
    }
}

/* --- files that end, and readers that do ---------------------------------- */

/* A file that was cut anywhere is refused, and never taken for a shorter one. */
static void
test_truncated (Fixture       *f,
                gconstpointer  data)
{
  static const char text[] =
    HEAD ",\n \"unit\": [\n"
    "  {\"uid\": \"" UID_A "\", \"name\": \"Sở Tư pháp \\ud83d\\udcc4\", \"level\": \"department\", "
    "\"aliases\": [\"STP\", \"Sở TP\"], \"is_group\": false}\n ],\n"
    " \"target\": [\n  {\"measure\": \"other\", \"operator\": \"ge\", \"value\": -2.5e+1}\n ],\n"
    " \"task\": [\n  {\"uid\": \"" UID_B "\", \"content\": \"Rà soát\", \"lead\": \"" UID_A "\", "
    "\"assigned\": \"2023-11-16\", \"deadline_kind\": \"none\", \"state\": \"assigned\"}\n ]\n}";
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (read_text (f, text, &error), ==, 3);
  g_assert_no_error (error);

  for (gsize size = 0; size < sizeof text - 1; size++)
    {
      g_test_message ("%" G_GSIZE_FORMAT, size);
      write_file (f, text, size);
      g_assert_cmpuint (read_all (f->path, &error), <=, 3);
      g_assert_nonnull (error);
      g_assert_true (error->domain == DD_EXCHANGE_ERROR);
      g_clear_error (&error);
    }
}

/* Whoever has seen enough may go: the thread ends, and nothing is left behind. */
static void
test_freed_early (Fixture       *f,
                  gconstpointer  data)
{
  g_autofree char *text = make_units (20000, UNIT);

  write_file (f, text, strlen (text));
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (DdJsonReader) reader = dd_json_reader_new (f->path, NULL);

      for (int n = g_test_rand_int_range (0, 3000); n > 0; n--)
        {
          guint place;
          const DdRow *row = dd_json_reader_next (reader, &place, NULL);

          g_assert_nonnull (row);
        }
    }

  /* And whoever wants them gets them all. */
  g_assert_cmpuint (read_all (f->path, NULL), ==, 20000);
}

static void
test_large (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *letters = g_strnfill (20 * 1000 * 1000, 'x');
  g_autofree char *text = g_strconcat (HEAD ", \"document\": [{\"text\": \"", letters, "\"}]}", NULL);
  g_autofree char *record = NULL;
  g_autofree char *fitting = NULL;
  g_autoptr (GError) error = NULL;

  /* A text of 20 MB, and a record of 9 MB in several texts. */
  read_text (f, text, &error);
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  letters[3 * 1000 * 1000] = '\0';
  record = g_strconcat (HEAD ", \"document\": [{\"text\": \"", letters, "\", \"subject\": \"", letters,
                        "\", \"signer\": \"", letters, "\"}]}", NULL);
  read_text (f, record, &error);
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  /* What a document may be is read whole. */
  fitting = g_strconcat (HEAD ", \"document\": [{\"text\": \"", letters, "\"}]}", NULL);
  g_assert_cmpuint (read_text (f, fitting, &error), ==, 1);
  g_assert_no_error (error);
}

static void
test_deep (Fixture       *f,
           gconstpointer  data)
{
  GString *text = g_string_new (HEAD ", \"unit\": [{\"aliases\": ");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  read_text (f, text->str, &error);
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_SYNTAX);
  g_string_free (text, TRUE);
}

static void
test_no_file (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_json_reader_new (f->path, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (dd_json_reader_new (f->dir, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ);
}

/* --- sample data ---------------------------------------------------------- */

static void
test_relative (Fixture       *f,
               gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *day;            /* NULL: refused */
  } days[] = {
    { "today", "2024-02-29" },
    { "today-12", "2024-02-17" },
    { "today+1", "2024-03-01" },
    { "2020-01-01", "2020-01-01" },
    { "today+x", NULL },
    { "today-12 days", NULL },
    { "todays", NULL },
    { "tomorrow", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = g_strconcat (HEAD ", \"task\": [{\"deadline\": \"", days[i].text, "\"}]}",
                                           NULL);
      g_autoptr (DdJsonReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      const DdRow *row;
      g_autofree char *iso = NULL;
      guint place;

      g_test_message ("%s", days[i].text);
      write_file (f, text, strlen (text));
      reader = dd_json_reader_new_relative (f->path, dd_day_new (2024, 2, 29), &error);
      row = dd_json_reader_next (reader, &place, &error);
      if (days[i].day == NULL)
        {
          g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_FORMAT);
          continue;
        }
      g_assert_no_error (error);
      iso = dd_day_to_iso (dd_row_get_day (row, DD_TASK_DEADLINE));
      g_assert_cmpstr (iso, ==, days[i].day);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/json-reader/every-kind", test_every_kind);
  ADD ("/json-reader/files", test_files);
  ADD ("/json-reader/numbers", test_numbers);
  ADD ("/json-reader/texts", test_texts);
  ADD ("/json-reader/lines", test_lines);
  ADD ("/json-reader/half-bad", test_half_bad);
  ADD ("/json-reader/after-the-end", test_after_the_end);
  ADD ("/json-reader/truncated", test_truncated);
  ADD ("/json-reader/freed-early", test_freed_early);
  ADD ("/json-reader/large", test_large);
  ADD ("/json-reader/deep", test_deep);
  ADD ("/json-reader/no-file", test_no_file);
  ADD ("/json-reader/relative", test_relative);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one record of a file may say. */
#include "dd-exchange-error.h"
#include "dd-json-fixture.h"
#include "dd-json-reader.h"
#include "dd-record-types.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define HEAD "{\"format\": \"dondoc\", \"version\": 1"
#define UID_A "018c5e7a-3b00-7000-8000-0123456789ab"

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
test_every_kind (DdJsonFixture *f,
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
    {
      const DdRecordType *type = dd_record_type_get (kind);

      for (guint j = 0; j < type->n_fields; j++)
        {
          g_test_message ("%s.%s", type->name, type->fields[j].name);
          g_assert_true (seen[kind][j] ||
                         (type->fields[j].flags & (DD_FIELD_DERIVED | DD_FIELD_COMPUTED)) != 0);
        }
    }
}

/* --- values from outside -------------------------------------------------- */

/* A record of @kind with these members in JSON. */
static char *
make_file (const char *kind,
           const char *members)
{
  return g_strdup_printf (HEAD ", \"%s\": [{%s}]}", kind, members);
}

/* Reads the one record of a file; days in it may be reckoned from @today. */
static DdRow *
read_record (DdJsonFixture  *f,
             const char     *kind,
             const char     *members,
             DdDay           today,
             GError        **error)
{
  g_autofree char *text = make_file (kind, members);
  g_autoptr (DdJsonReader) reader = NULL;
  const DdRow *row;
  guint place;

  g_test_message ("%s", members);
  dd_json_fixture_write (f, text, strlen (text));
  reader = dd_json_reader_new_relative (f->path, today, error);
  row = dd_json_reader_next (reader, &place, error);

  return row != NULL ? dd_row_copy (row) : NULL;
}

static const struct
{
  const char *name;
  const char *kind;
  const char *members;
  const char *sentence;
} refused[] = {
  /* What every record has. */
  { "a name that is no uid", "unit", "\"uid\": \"1\"", "“uid” has to be the uid of a record" },
  { "a uid in capitals", "unit", "\"uid\": \"018C5E7A-3B00-7000-8000-0123456789AB\"", "uid" },
  { "a uid that is null", "unit", "\"uid\": null", "uid" },
  { "a uid that is a list", "unit", "\"uid\": [\"" UID_A "\"]", "uid" },
  { "created yesterday", "unit", "\"created\": \"hôm qua\"",
    "“created” has to be a moment in UTC" },
  { "created in a zone", "unit", "\"created\": \"2024-01-02T03:04:05+07:00\"", "moment in UTC" },
  { "changed at a number", "unit", "\"changed\": 1704164645",
    "“changed” has to be a moment in UTC" },
  { "a row number", "unit", "\"id\": 5", "“id” is no field of a unit" },
  { "a revision", "unit", "\"revision\": 5", "“revision” is no field" },
  { "an unknown member", "unit", "\"colour\": \"red\"", "“colour” is no field of a unit" },
  { "a member without a name", "unit", "\"\": 1", "“” is no field" },
  { "a derived field", "task", "\"lead_name\": \"Sở\"", "“lead_name” is no field of a task" },

  /* Values of the wrong type, for each type of field. */
  { "a number for a text", "unit", "\"name\": 5", "“name” has to be a text" },
  { "a list for a text", "unit", "\"name\": [\"Sở\"]", "“name” has to be a text" },
  { "an object for a text", "unit", "\"name\": {\"vi\": \"Sở\"}", "“name” has to be a text" },
  { "true for a text", "unit", "\"name\": true", "“name” has to be a text" },
  { "a text for a list", "unit", "\"aliases\": \"STP\"", "“aliases” has to be a list of texts" },
  { "a number in a list", "unit", "\"aliases\": [\"STP\", 5]",
    "“aliases” has to be a list of texts" },
  { "null in a list", "unit", "\"aliases\": [null]", "“aliases” has to be a list of texts" },
  { "a list in a list", "unit", "\"aliases\": [[\"STP\"]]", "“aliases” has to be a list of texts" },
  { "a text for a number", "meeting", "\"number\": \"1\"", "“number” has to be a whole number" },
  { "half a number", "meeting", "\"number\": 1.5", "“number” has to be a whole number" },
  { "a text for a real", "target", "\"value\": \"20\"", "“value” has to be a number" },
  { "more than there are numbers", "target", "\"value\": 1e999", "“value” has to be a number" },
  { "a number for a flag", "unit", "\"is_group\": 1", "“is_group” has to be true or false" },
  { "a text for a flag", "unit", "\"is_group\": \"true\"", "“is_group” has to be true or false" },
  { "a day that does not exist", "task", "\"deadline\": \"2024-02-30\"",
    "Deadline cannot be “2024-02-30”" },
  { "a day as people write it", "task", "\"deadline\": \"30/6/2024\"",
    "Deadline cannot be “30/6/2024”" },
  { "a day with a time", "task", "\"deadline\": \"2024-06-30T00:00:00Z\"", "Deadline cannot be" },
  { "an empty day", "task", "\"deadline\": \"\"",
    "“deadline” has to be a value, or null if there is none" },
  { "an empty choice", "unit", "\"level\": \"\"", "“level” has to be a value, or null" },
  { "a day as a number", "task", "\"deadline\": 20240630", "“deadline” has to be a text" },
  { "a day of sample data", "task", "\"deadline\": \"today+5\"", "Deadline cannot be “today+5”" },
  { "no such choice", "unit", "\"level\": \"galaxy\"", "Level cannot be “galaxy”" },
  { "a choice by its number", "unit", "\"level\": 0", "“level” has to be a text" },
  { "a reference by its number", "task", "\"lead\": 5", "“lead” has to be a text" },
  { "a reference by its name", "task", "\"lead\": \"Sở Tư pháp\"",
    "“lead” has to be the uid of a record" },
  { "a reference to nothing", "task", "\"lead\": \"\"", "“lead” has to be the uid of a record" },
};

static void
test_values (DdJsonFixture *f,
             gconstpointer  data)
{
  static const DdJsonCase twice = {
    "a member twice", HEAD ", \"unit\": [{\"name\": \"Sở\", \"name\": \"Bộ\"}]}",
    DD_EXCHANGE_ERROR_SYNTAX, 0, "“name” occurs twice",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *text = make_file (refused[i].kind, refused[i].members);
      const DdJsonCase one = {
        refused[i].name, text, DD_EXCHANGE_ERROR_FORMAT, 0, refused[i].sentence,
      };

      dd_json_fixture_check (f, &one, 1);
    }
  dd_json_fixture_check (f, &twice, 1);
}

/* Numbers that JSON allows and that a reader could stumble over. */
static void
test_numbers (DdJsonFixture *f,
              gconstpointer  data)
{
  static const struct
  {
    const char *json;
    double      value;
  } numbers[] = {
    { "20", 20.0 }, { "-0", 0.0 }, { "0.5", 0.5 }, { "1e2", 100.0 }, { "1E2", 100.0 },
    { "1e+2", 100.0 }, { "25e-1", 2.5 }, { "-1.5E+1", -15.0 },
    { "0.1234567890123456789", 0.12345678901234568 },
    { "123456789012345678", 123456789012345678.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *members = g_strdup_printf ("\"value\": %s", numbers[i].json);
      g_autoptr (GError) error = NULL;
      g_autoptr (DdRow) row = read_record (f, "target", members, DD_DAY_NONE, &error);

      g_assert_no_error (error);
      g_assert_cmpfloat (dd_row_get_real (row, DD_TARGET_VALUE), ==, numbers[i].value);
    }
}

static void
test_texts (DdJsonFixture *f,
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
      g_autofree char *members = g_strdup_printf ("\"name\": \"%s\"", texts[i].json);
      g_autoptr (GError) error = NULL;
      g_autoptr (DdRow) row = read_record (f, "unit", members, DD_DAY_NONE, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dd_row_get_text (row, DD_UNIT_NAME), ==, texts[i].text);
    }
}

/* --- sample data ---------------------------------------------------------- */

static void
test_relative (DdJsonFixture *f,
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
      g_autofree char *members = g_strdup_printf ("\"deadline\": \"%s\"", days[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (DdRow) row = read_record (f, "task", members, dd_day_new (2024, 2, 29), &error);
      g_autofree char *iso = NULL;

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

#define ADD(path, function) \
  g_test_add (path, DdJsonFixture, NULL, dd_json_fixture_set_up, function, \
              dd_json_fixture_tear_down)
  ADD ("/json-record/values", test_values);
  ADD ("/json-record/every-kind", test_every_kind);
  ADD ("/json-record/numbers", test_numbers);
  ADD ("/json-record/texts", test_texts);
  ADD ("/json-record/relative", test_relative);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-json-writer.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <sqlite3.h>
#include <string.h>

static gboolean
keep (const char  *text,
      gsize        size,
      gpointer     user_data,
      GError     **error)
{
  g_string_append_len (user_data, text, (gssize) size);

  return TRUE;
}

/* SQLite's own JSON reader, which is strict, has a say as well. */
static void
assert_valid (const char *json)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_true (g_utf8_validate (json, -1, NULL));
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT json_valid (?)", -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_text (statement, 1, json, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  if (!sqlite3_column_int (statement, 0))
    g_error ("not valid: %s", json);
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (json, &error);

  g_assert_no_error (error);

  return root;
}

static DdJsonWriter *
start (GString *text)
{
  DdJsonWriter *writer = dd_json_writer_new (keep, text);

  dd_json_writer_begin_object (writer, NULL);

  return writer;
}

static void
finish (DdJsonWriter *writer)
{
  g_autoptr (GError) error = NULL;

  dd_json_writer_end_object (writer);
  g_assert_true (dd_json_writer_finish (writer, &error));
  g_assert_no_error (error);
  dd_json_writer_free (writer);
}

/* --- values --------------------------------------------------------------- */

static const char * const texts[] = {
  "", "Đôn Đốc", "\"", "\\", "\\\"", "/", "</script>", "<b>&amp;</b>", "'; DROP TABLE task; --",
  "a\nb\r\nc\td", "\b\f\v", "\x01\x1f\x7f", "\xf0\x9f\x93\x84", "\xe2\x80\xa8\xe2\x80\xa9",
  "\xc2\x80\xc2\x9f", "\xe2\x80\xae", "null", "{}", "\\u0000", "\xef\xbf\xbf",
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      DdJsonWriter *writer = start (json);
      g_autoptr (JsonNode) root = NULL;

      dd_json_writer_add_text (writer, "a", texts[i]);
      finish (writer);
      g_test_message ("%s", json->str);
      assert_valid (json->str);
      root = parse (json->str);
      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "a"), ==,
                       texts[i]);
    }
}

/* A name may be as odd as a text. */
static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      DdJsonWriter *writer = start (json);
      g_autoptr (JsonNode) root = NULL;

      dd_json_writer_add_number (writer, texts[i], 5);
      finish (writer);
      assert_valid (json->str);
      root = parse (json->str);
      g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), texts[i]), ==, 5);
    }
}

static void
test_random_texts (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (JsonNode) root = NULL;
      DdJsonWriter *writer = start (json);

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        {
          gunichar c = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x100 : 0x10FFFF);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      dd_json_writer_add_text (writer, "a", text->str);
      finish (writer);
      assert_valid (json->str);
      root = parse (json->str);
      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "a"), ==,
                       text->str);
    }
}

static void
test_numbers (void)
{
  static const gint64 numbers[] = { 0, 1, -1, 1000000, G_MAXINT64, G_MININT64, 9007199254740993 };
  static const double reals[] = { 0.0, 0.5, -0.1, 5.92, 20.0, 33.333333333333336, 1e300, 5e-324,
                                  0.1 + 0.2, 1.0 / 3.0, 123456789012345680.0, -2.5e-7 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      DdJsonWriter *writer = start (json);
      g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, numbers[i]);

      dd_json_writer_add_number (writer, "a", numbers[i]);
      finish (writer);
      assert_valid (json->str);
      g_assert_nonnull (strstr (json->str, expected));
    }

  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      DdJsonWriter *writer = start (json);
      const char *number;

      /* What is read is what was written, to the last digit. */
      dd_json_writer_add_real (writer, "a", reals[i]);
      finish (writer);
      assert_valid (json->str);
      number = strchr (json->str, ':') + 1;
      g_assert_cmpfloat (g_ascii_strtod (number, NULL), ==, reals[i]);
    }
}

/* Numbers look as people typed them. */
static void
test_reals_look_plain (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  DdJsonWriter *writer = start (json);

  dd_json_writer_add_real (writer, "a", 0.1);
  dd_json_writer_add_real (writer, "b", 20);
  dd_json_writer_add_real (writer, "c", 5.92);
  finish (writer);
  g_assert_cmpstr (json->str, ==, "{\n \"a\": 0.1,\n \"b\": 20,\n \"c\": 5.92}\n");
}

/* JSON has no word for these. */
static void
test_no_numbers (void)
{
  const double reals[] = { NAN, INFINITY, -INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      DdJsonWriter *writer = start (json);

      dd_json_writer_add_real (writer, "a", reals[i]);
      finish (writer);
      assert_valid (json->str);
      g_assert_nonnull (strstr (json->str, "null"));
    }
}

static void
test_others (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  DdJsonWriter *writer = start (json);
  char *lines[] = { (char *) "Sở Tư pháp", (char *) "a \"b\"", NULL };
  char *none[] = { NULL };

  dd_json_writer_add_text (writer, "text", NULL);
  dd_json_writer_add_null (writer, "null");
  dd_json_writer_add_flag (writer, "yes", TRUE);
  dd_json_writer_add_flag (writer, "no", FALSE);
  dd_json_writer_add_day (writer, "day", dd_day_new (2024, 2, 29));
  dd_json_writer_add_day (writer, "never", DD_DAY_NONE);
  dd_json_writer_add_texts (writer, "texts", lines);
  dd_json_writer_add_texts (writer, "none", none);
  dd_json_writer_add_texts (writer, "nothing", NULL);
  finish (writer);

  assert_valid (json->str);
  g_assert_cmpstr (json->str, ==,
                   "{\n \"text\": null,\n \"null\": null,\n \"yes\": true,\n \"no\": false,\n"
                   " \"day\": \"2024-02-29\",\n \"never\": null,\n"
                   " \"texts\": [\"Sở Tư pháp\", \"a \\\"b\\\"\"],\n \"none\": [],\n"
                   " \"nothing\": []}\n");
}

/* --- shape ---------------------------------------------------------------- */

/* Each record on a line of its own, so that a file can be compared and searched. */
static void
test_lines (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  DdJsonWriter *writer = start (json);

  dd_json_writer_add_text (writer, "format", "dondoc");
  dd_json_writer_begin_array (writer, "unit");
  for (guint i = 0; i < 2; i++)
    {
      dd_json_writer_begin_object (writer, NULL);
      dd_json_writer_add_number (writer, "a", i);
      dd_json_writer_begin_object (writer, "b");
      dd_json_writer_add_number (writer, "c", i);
      dd_json_writer_add_number (writer, "d", i);
      dd_json_writer_end_object (writer);
      dd_json_writer_end_object (writer);
    }
  dd_json_writer_end_array (writer);
  finish (writer);

  assert_valid (json->str);
  g_assert_cmpstr (json->str, ==,
                   "{\n \"format\": \"dondoc\",\n \"unit\": [\n"
                   "  {\"a\": 0, \"b\": {\"c\": 0, \"d\": 0}},\n"
                   "  {\"a\": 1, \"b\": {\"c\": 1, \"d\": 1}}]}\n");
}

/* Objects and arrays in one another, at random. */
static void
add_random (DdJsonWriter *writer,
            gboolean      in_object,
            guint         depth)
{
  for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
    {
      g_autofree char *made = g_strdup_printf ("m%d", n);
      const char *name = in_object ? made : NULL;

      switch (g_test_rand_int_range (0, depth < 6 ? 6 : 4))
        {
        case 0:
          dd_json_writer_add_text (writer, name, "x");
          break;
        case 1:
          dd_json_writer_add_number (writer, name, n);
          break;
        case 2:
          dd_json_writer_add_null (writer, name);
          break;
        case 3:
          dd_json_writer_add_texts (writer, name, (char *[]) { (char *) "a", (char *) "b", NULL });
          break;
        case 4:
          dd_json_writer_begin_object (writer, name);
          add_random (writer, TRUE, depth + 1);
          dd_json_writer_end_object (writer);
          break;
        default:
          dd_json_writer_begin_array (writer, name);
          add_random (writer, FALSE, depth + 1);
          dd_json_writer_end_array (writer);
          break;
        }
    }
}

static void
test_random_shapes (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      DdJsonWriter *writer = start (json);

      add_random (writer, TRUE, 0);
      finish (writer);
      assert_valid (json->str);
    }
}

/* --- sinks ---------------------------------------------------------------- */

typedef struct
{
  guint n_calls;
  gsize largest;
  gsize total;
  guint fails_at;               /* the call that cannot be written; 0: none */
} Sink;

static gboolean
count (const char  *text,
       gsize        size,
       gpointer     user_data,
       GError     **error)
{
  Sink *sink = user_data;

  sink->n_calls++;
  sink->total += size;
  sink->largest = MAX (sink->largest, size);
  if (sink->n_calls != sink->fails_at)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
write_many (DdJsonWriter *writer)
{
  dd_json_writer_begin_object (writer, NULL);
  dd_json_writer_begin_array (writer, "a");
  for (guint i = 0; i < 100000; i++)
    dd_json_writer_add_text (writer, NULL, "Giao Sở Tư pháp chủ trì rà soát");
  dd_json_writer_end_array (writer);
  dd_json_writer_end_object (writer);
}

/* A long list goes out in pieces and never stands in memory whole. */
static void
test_pieces (void)
{
  Sink sink = { 0, };
  g_autoptr (DdJsonWriter) writer = dd_json_writer_new (count, &sink);
  g_autoptr (GError) error = NULL;

  write_many (writer);
  g_assert_true (dd_json_writer_finish (writer, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sink.total, >, 3 * 1000 * 1000);
  g_assert_cmpuint (sink.largest, <, 100 * 1000);
}

/* Once something could not be written nothing more is, and it is said in the end. */
static void
test_failing_sink (void)
{
  Sink sink = { .fails_at = 3 };
  g_autoptr (DdJsonWriter) writer = dd_json_writer_new (count, &sink);
  g_autoptr (GError) error = NULL;

  write_many (writer);
  g_assert_false (dd_json_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (sink.n_calls, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/texts", test_texts);
  g_test_add_func ("/json-writer/names", test_names);
  g_test_add_func ("/json-writer/random-texts", test_random_texts);
  g_test_add_func ("/json-writer/numbers", test_numbers);
  g_test_add_func ("/json-writer/reals-look-plain", test_reals_look_plain);
  g_test_add_func ("/json-writer/no-numbers", test_no_numbers);
  g_test_add_func ("/json-writer/others", test_others);
  g_test_add_func ("/json-writer/lines", test_lines);
  g_test_add_func ("/json-writer/random-shapes", test_random_shapes);
  g_test_add_func ("/json-writer/pieces", test_pieces);
  g_test_add_func ("/json-writer/failing-sink", test_failing_sink);

  return g_test_run ();
}

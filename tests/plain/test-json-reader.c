/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files from outside: whether they are of this program, and where they end. */
#include "dd-exchange-error.h"
#include "dd-json-fixture.h"
#include "dd-json-reader.h"

#include <string.h>

#define HEAD "{\"format\": \"dondoc\", \"version\": 1"
#define UNIT "{\"name\": \"Sở Tư pháp\", \"level\": \"department\"}"
#define UID_A "018c5e7a-3b00-7000-8000-0123456789ab"
#define UID_B "018c5e7a-3b00-7000-8000-0123456789ac"

/* --- files from outside --------------------------------------------------- */

static const DdJsonCase cases[] = {
  { "nothing in it", HEAD "}", DD_JSON_TAKEN, 0, NULL },
  { "a unit", HEAD ", \"unit\": [" UNIT "]}", DD_JSON_TAKEN, 1, NULL },
  { "an empty kind", HEAD ", \"unit\": [], \"task\": []}", DD_JSON_TAKEN, 0, NULL },
  { "kinds in any order", HEAD ", \"setting\": [{\"name\": \"a\"}], \"unit\": [" UNIT "]}",
    DD_JSON_TAKEN, 2, NULL },
  { "a byte order mark", "\xef\xbb\xbf" HEAD ", \"unit\": [" UNIT "]}", DD_JSON_TAKEN, 1, NULL },
  { "lines of Windows", "{\r\n\"format\": \"dondoc\",\r\n\"version\": 1\r\n}\r\n", DD_JSON_TAKEN, 0,
    NULL },
  { "null is no value", HEAD ", \"unit\": [{\"name\": \"Sở\", \"level\": \"department\", "
    "\"parent\": null, \"aliases\": null, \"is_group\": null, \"valid_from\": null}]}",
    DD_JSON_TAKEN, 1, NULL },

  /* Not of this program. */
  { "an array", "[]", DD_EXCHANGE_ERROR_SYNTAX, 0, "not valid JSON" },
  { "another object", "{\"a\": 1}", DD_EXCHANGE_ERROR_FORMAT, 0, "exported" },
  { "an empty object", "{}", DD_EXCHANGE_ERROR_FORMAT, 0, "exported" },
  { "no format", "{\"version\": 1, \"unit\": [" UNIT "]}", DD_EXCHANGE_ERROR_FORMAT, 0,
    "exported" },
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
  { "version as a text", "{\"format\": \"dondoc\", \"version\": \"1\"}", DD_EXCHANGE_ERROR_FORMAT,
    0, "version" },
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
  { "a comma at the end", HEAD ", \"unit\": [" UNIT ",]}", DD_EXCHANGE_ERROR_SYNTAX, 1,
    "not valid" },
  { "an array that ends as an object", HEAD ", \"unit\": [" UNIT "}", DD_EXCHANGE_ERROR_SYNTAX, 1,
    "not valid" },
  { "an object that ends as an array", HEAD ", \"unit\": [" UNIT "]]", DD_EXCHANGE_ERROR_SYNTAX, 1,
    "not valid" },
};

static void
test_files (DdJsonFixture *f,
            gconstpointer  data)
{
  dd_json_fixture_check (f, cases, G_N_ELEMENTS (cases));
}

/* --- places --------------------------------------------------------------- */

/* The line is where the record begins, whatever it is that is wrong with it. */
static void
test_lines (DdJsonFixture *f,
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

      dd_json_fixture_read (f, places[i].text, &error);
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
test_half_bad (DdJsonFixture *f,
               gconstpointer  data)
{
  g_autofree char *text = make_units (1000, "{\"name\": \"Sở\", \"level\": \"galaxy\"}");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (dd_json_fixture_read (f, text, &error), ==, 999);
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "line 1002:"));
}

/* After its end, good or bad, the file stays at its end. */
static void
test_after_the_end (DdJsonFixture *f,
                    gconstpointer  data)
{
  g_autoptr (DdJsonReader) good = NULL;
  g_autoptr (DdJsonReader) bad = NULL;
  guint place;

  dd_json_fixture_write (f, HEAD "}", strlen (HEAD "}"));
  good = dd_json_reader_new (f->path, NULL);
  dd_json_fixture_write (f, "[", 1);
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
test_truncated (DdJsonFixture *f,
                gconstpointer  data)
{
  static const char text[] =
    HEAD ",\n \"unit\": [\n"
    "  {\"uid\": \"" UID_A "\", \"name\": \"Sở Tư pháp \\ud83d\\udcc4\", "
    "\"level\": \"department\", \"aliases\": [\"STP\", \"Sở TP\"], \"is_group\": false}\n ],\n"
    " \"target\": [\n  {\"measure\": \"other\", \"operator\": \"ge\", \"value\": -2.5e+1}\n ],\n"
    " \"task\": [\n  {\"uid\": \"" UID_B "\", \"content\": \"Rà soát\", \"lead\": \"" UID_A "\", "
    "\"assigned\": \"2023-11-16\", \"deadline_kind\": \"none\", \"state\": \"assigned\"}\n ]\n}";
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (dd_json_fixture_read (f, text, &error), ==, 3);
  g_assert_no_error (error);

  for (gsize size = 0; size < sizeof text - 1; size++)
    {
      g_test_message ("%" G_GSIZE_FORMAT, size);
      dd_json_fixture_write (f, text, size);
      g_assert_cmpuint (dd_json_fixture_read_file (f->path, &error), <=, 3);
      g_assert_nonnull (error);
      g_assert_true (error->domain == DD_EXCHANGE_ERROR);
      g_clear_error (&error);
    }
}

/* Whoever has seen enough may go: the thread ends, and nothing is left behind. */
static void
test_freed_early (DdJsonFixture *f,
                  gconstpointer  data)
{
  g_autofree char *text = make_units (20000, UNIT);

  dd_json_fixture_write (f, text, strlen (text));
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
  g_assert_cmpuint (dd_json_fixture_read_file (f->path, NULL), ==, 20000);
}

static void
test_large (DdJsonFixture *f,
            gconstpointer  data)
{
  g_autofree char *letters = g_strnfill (20 * 1000 * 1000, 'x');
  g_autofree char *text = g_strconcat (HEAD ", \"document\": [{\"text\": \"", letters, "\"}]}",
                                       NULL);
  g_autofree char *record = NULL;
  g_autofree char *fitting = NULL;
  g_autoptr (GError) error = NULL;

  /* A text of 20 MB, and a record of 9 MB in several texts. */
  dd_json_fixture_read (f, text, &error);
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  letters[3 * 1000 * 1000] = '\0';
  record = g_strconcat (HEAD ", \"document\": [{\"text\": \"", letters, "\", \"subject\": \"",
                        letters, "\", \"signer\": \"", letters, "\"}]}", NULL);
  dd_json_fixture_read (f, record, &error);
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  /* What a document may be is read whole. */
  fitting = g_strconcat (HEAD ", \"document\": [{\"text\": \"", letters, "\"}]}", NULL);
  g_assert_cmpuint (dd_json_fixture_read (f, fitting, &error), ==, 1);
  g_assert_no_error (error);
}

static void
test_deep (DdJsonFixture *f,
           gconstpointer  data)
{
  GString *text = g_string_new (HEAD ", \"unit\": [{\"aliases\": ");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  dd_json_fixture_read (f, text->str, &error);
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_SYNTAX);
  g_string_free (text, TRUE);
}

static void
test_no_file (DdJsonFixture *f,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_json_reader_new (f->path, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (dd_json_reader_new (f->dir, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdJsonFixture, NULL, dd_json_fixture_set_up, function, \
              dd_json_fixture_tear_down)
  ADD ("/json-reader/files", test_files);
  ADD ("/json-reader/lines", test_lines);
  ADD ("/json-reader/half-bad", test_half_bad);
  ADD ("/json-reader/after-the-end", test_after_the_end);
  ADD ("/json-reader/truncated", test_truncated);
  ADD ("/json-reader/freed-early", test_freed_early);
  ADD ("/json-reader/large", test_large);
  ADD ("/json-reader/deep", test_deep);
  ADD ("/json-reader/no-file", test_no_file);

  return g_test_run ();
}

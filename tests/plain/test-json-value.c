/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scanner stands between files from outside and JSON-GLib, which dies of
 * some of these values and takes others for valid. */
#include "dd-exchange-error.h"
#include "dd-json-fixture.h"
#include "dd-json-scanner.h"

#include <string.h>

static DdJsonScanner *
scan (DdJsonFixture *f,
      const char    *text,
      gsize          size)
{
  g_autoptr (GError) error = NULL;
  DdJsonScanner *scanner;

  dd_json_fixture_write (f, text, size);
  scanner = dd_json_scanner_open (f->path, &error);
  g_assert_no_error (error);

  return scanner;
}

/* Whether the text is one value and nothing else; what of it was handed over. */
static gboolean
is_taken (DdJsonFixture *f,
          const char  *text,
          gsize        size,
          char       **value,
          GError     **error)
{
  DdJsonScanner *scanner = scan (f, text, size);
  gsize length = 0;
  const char *read = dd_json_scanner_read_value (scanner, &length, error);
  gboolean ok;

  if (value != NULL)
    *value = g_strndup (read, length);
  ok = read != NULL && dd_json_scanner_expect_end (scanner, error);
  dd_json_scanner_close (scanner);

  return ok;
}

/* --- one value ------------------------------------------------------------ */

static const char * const accepted[] = {
  "{}", "[]", "[[]]", "{\"a\":{}}", "\"\"", "0", "-0", "true", "false", "null",
  " \t\r\n{ \"a\" : [ 1 , 2 ] } \n",
  "{\"a\":1,\"b\":2}",
  "[1,1]",
  "[{\"a\":1},{\"a\":1}]",
  "{\"a\":{\"a\":1}}",

  "-12", "0.5", "-0.5", "1e3", "1E3", "1e+3", "1e-3", "1.5e10", "123456789012345678",
  "0.1234567890123456789012345",

  "\"Đôn Đốc\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0110\"", "\"\\u001f\"", "\"\x7f\"",
  "\"\xf0\x9f\x93\x84\"", "\"\\ud83d\\udcc4\"", "\"\\uD83D\\uDCC4\"", "\"\\\\u0000\"",

  "\xef\xbb\xbf{}",             /* as editors of Windows write it */
};

static const struct
{
  const char *text;
  const char *sentence;         /* of the message; NULL: whatever it is */
} refused[] = {
  { "", "empty" },
  { " \n ", "empty" },
  { "\xef\xbb\xbf", "empty" },

  /* What ends too early. */
  { "{", "ends in the middle" },
  { "[", "ends in the middle" },
  { "\"a", "ends in the middle" },
  { "{\"a\"", "ends in the middle" },
  { "{\"a\":", "ends in the middle" },
  { "{\"a\":1", "ends in the middle" },
  { "{\"a\":1,", "ends in the middle" },
  { "[1,", "ends in the middle" },
  { "tru", "ends in the middle" },
  { "-", "ends in the middle" },
  { "1.", "ends in the middle" },
  { "1e", "ends in the middle" },
  { "\"\\", "ends in the middle" },
  { "\"\\u00", "ends in the middle" },

  /* What goes on too long. JSON-GLib takes the first two. */
  { "[][]", "not valid" },
  { "{} {}", "not valid" },
  { "1 2", "not valid" },
  { "{}x", "not valid" },
  { "nullx", "not valid" },
  { "{}\xef\xbb\xbf", "not valid" },
  { "{},", "not valid" },

  /* Commas. */
  { "[1,]", "not valid" },
  { "[,1]", "not valid" },
  { "[1,,2]", "not valid" },
  { "[,]", "not valid" },
  { "{\"a\":1,}", "not valid" },
  { "{,}", "not valid" },
  { "[1 2]", "not valid" },
  { "{\"a\":1 \"b\":2}", "not valid" },

  /* Brackets. */
  { "]", "not valid" },
  { "}", "not valid" },
  { "[}", "not valid" },
  { "{]", "not valid" },
  { "[1}", "not valid" },
  { "{\"a\":1]", "not valid" },

  /* Names. */
  { "{a:1}", "not valid" },
  { "{'a':1}", "not valid" },
  { "{1:1}", "not valid" },
  { "{null:1}", "not valid" },
  { "{\"a\"=1}", "not valid" },
  { "{\"a\":}", "not valid" },
  { "{:1}", "not valid" },
  { "{\"a\":1,\"a\":2}", "“a” occurs twice" },
  { "[{\"x\":{\"b\":1,\"c\":2,\"b\":3}}]", "“b” occurs twice" },
  { "{\"\\u0061\":1}", "not valid" },           /* "a" in disguise */
  { "{\"a\\n\":1}", "not valid" },

  /* Words and what is not JSON. */
  { "True", "not valid" },
  { "TRUE", "not valid" },
  { "nul", "ends in the middle" },
  { "NaN", "not valid" },
  { "[NaN]", "not valid" },
  { "Infinity", "not valid" },
  { "-Infinity", "not valid" },
  { "undefined", "not valid" },
  { "'a'", "not valid" },
  { "// a\n{}", "not valid" },
  { "/* a */{}", "not valid" },
  { "{}# a", "not valid" },
  { "\xc2\xa0{}", "not valid" },
  { "\v{}", "not valid" },
  { "\f{}", "not valid" },

  /* Numbers. */
  { "01", "not valid" },
  { "-01", "not valid" },
  { "00", "not valid" },
  { "+1", "not valid" },
  { ".5", "not valid" },
  { "-.5", "not valid" },
  { "1.x", "not valid" },
  { "1.5.5", "not valid" },
  { "1,5", "not valid" },
  { "0x10", "not valid" },
  { "1_000", "not valid" },
  { "1e5.5", "not valid" },
  { "１", "not valid" },
  { "1234567890123456789", "too long" },
  { "-1234567890123456789", "too long" },
  { "1e1000", "too long" },

  /* Texts. */
  { "\"a\nb\"", "not valid" },
  { "\"a\tb\"", "not valid" },
  { "\"\x1f\"", "not valid" },
  { "\"\\x41\"", "not valid" },
  { "\"\\a\"", "not valid" },
  { "\"\\'\"", "not valid" },
  { "\"\\u12g4\"", "not valid" },
  { "\"\\U0041\"", "not valid" },
  { "\"\\u 041\"", "not valid" },
  { "\"\\u0000\"", "character 0" },
  { "\"a\\u0000b\"", "character 0" },
  { "{\"\\u0000\":1}", "character 0" },

  /* Halves of pairs. */
  { "\"\\ud83d\"", "not valid" },
  { "\"\\udcc4\"", "not valid" },
  { "\"\\ud83dx\"", "not valid" },
  { "\"\\ud83d\\n\"", "not valid" },
  { "\"\\ud83d\\u0041\"", "not valid" },
  { "\"\\ud83d\\ud83d\\udcc4\"", "not valid" },
  { "\"\\udcc4\\ud83d\"", "not valid" },

  /* Bytes that are not UTF-8. */
  { "\"\xff\"", "UTF-8" },
  { "\"\xc0\xaf\"", "UTF-8" },
  { "\"\xed\xa0\x80\"", "UTF-8" },
  { "\"\xe1\xbb\"", "UTF-8" },
  { "\"\xf4\x90\x80\x80\"", "UTF-8" },
  { "{\"\xff\":1}", "UTF-8" },
};

static void
test_accepted (DdJsonFixture *f,
               gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_strescape (accepted[i], NULL);

      g_test_message ("%s", shown);
      g_assert_true (is_taken (f, accepted[i], strlen (accepted[i]), NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_refused (DdJsonFixture *f,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_strescape (refused[i].text, NULL);

      g_test_message ("%s", shown);
      g_assert_false (is_taken (f, refused[i].text, strlen (refused[i].text), NULL, &error));
      g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, refused[i].sentence));

      /* The file and the line are named, for whoever has to look. */
      g_assert_nonnull (strstr (error->message, "“hồ sơ.json”, line "));
    }
}

static void
test_nul (DdJsonFixture *f,
          gconstpointer  data)
{
  static const char in_text[] = "\"a\0b\"";
  static const char behind[] = "{}\0";
  g_autoptr (GError) error = NULL;

  g_assert_false (is_taken (f, in_text, sizeof in_text - 1, NULL, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_false (is_taken (f, behind, sizeof behind - 1, NULL, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_SYNTAX);
}

/* What is handed over has no space that says nothing, so that space costs nothing. */
static void
test_space (DdJsonFixture *f,
            gconstpointer  data)
{
  const char *text = " { \"a b\" :\n[ 1 ,\t\"  x  \" ]\r\n} ";
  g_autofree char *value = NULL;
  g_autofree char *blank = g_strnfill (20 * 1000 * 1000, ' ');
  g_autofree char *wide = g_strconcat ("[1,", blank, "2]", NULL);
  g_autofree char *narrow = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (is_taken (f, text, strlen (text), &value, &error));
  g_assert_cmpstr (value, ==, "{\"a b\":[1,\"  x  \"]}");
  g_assert_true (is_taken (f, wide, strlen (wide), &narrow, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (narrow, ==, "[1,2]");
}

static void
test_lines (DdJsonFixture *f,
            gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *line;
  } places[] = {
    { "x", "line 1:" },
    { "{\n\"a\": x}", "line 2:" },
    { "{\r\n\r\n\"a\": x}", "line 3:" },
    { "{\"a\": \"\\n\\n\",\nx}", "line 2:" },
    { "{\"a\":1,\n\"a\":2}", "line 2:" },
    { "{\"a\":1}\n\n\nx", "line 4:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_false (is_taken (f, places[i].text, strlen (places[i].text), NULL, &error));
      g_assert_nonnull (strstr (error->message, places[i].line));
    }
}

/* --- how much of it ------------------------------------------------------- */

static char *
nest (const char *open,
      const char *inner,
      const char *close,
      guint       depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, inner);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);

  return g_string_free (text, FALSE);
}

static void
check_depth (DdJsonFixture *f,
             const char *open,
             const char *inner,
             const char *close,
             guint       levels)
{
  static const guint depths[] = { 65, 1000, 100000 };
  g_autofree char *deep = nest (open, inner, close, 64 / levels);
  g_autoptr (GError) error = NULL;

  g_assert_true (is_taken (f, deep, strlen (deep), NULL, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autofree char *deeper = nest (open, inner, close, depths[i]);
      g_autofree char *unclosed = nest (open, "", "", depths[i]);

      g_assert_false (is_taken (f, deeper, strlen (deeper), NULL, &error));
      g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "nested too deeply"));
      g_clear_error (&error);

      g_assert_false (is_taken (f, unclosed, strlen (unclosed), NULL, &error));
      g_clear_error (&error);
    }
}

/* JSON-GLib 1.6 dies of a hundred thousand levels. */
static void
test_depth (DdJsonFixture *f,
            gconstpointer  data)
{
  check_depth (f, "[", "", "]", 1);
  check_depth (f, "{\"a\":", "1", "}", 1);
  check_depth (f, "[{\"a\":", "1", "}]", 2);
}

static void
check_too_large (DdJsonFixture *f,
                 const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (is_taken (f, text, strlen (text), NULL, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "larger"));
}

/* Twenty megabytes in one text, in many small ones, in numbers, in names. */
static void
test_size (DdJsonFixture *f,
           gconstpointer  data)
{
  g_autofree char *letters = g_strnfill (20 * 1000 * 1000, 'x');
  g_autofree char *text = g_strconcat ("{\"a\":\"", letters, "\"}", NULL);
  g_autoptr (GString) texts = g_string_new ("[");
  g_autoptr (GString) numbers = g_string_new ("[");
  g_autoptr (GString) empty = g_string_new ("[");
  g_autofree char *fitting = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (texts, "\"mười chữ cái\",");
  g_string_append (texts, "1]");
  for (guint i = 0; i < 5000000; i++)
    g_string_append (numbers, "1,");
  g_string_append (numbers, "1]");
  for (guint i = 0; i < 4000000; i++)
    g_string_append (empty, "[],");
  g_string_append (empty, "1]");

  check_too_large (f, text);
  check_too_large (f, texts->str);
  check_too_large (f, numbers->str);
  check_too_large (f, empty->str);

  /* Just as much as is allowed is allowed. */
  letters[8 * 1024 * 1024 - 10] = '\0';
  fitting = g_strconcat ("{\"a\":\"", letters, "\"}", NULL);
  g_assert_true (is_taken (f, fitting, strlen (fitting), NULL, &error));
  g_assert_no_error (error);
}

/* Each name is looked for among all before it, so there may not be a million. */
static void
test_many_members (DdJsonFixture *f,
                   gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (GString) few = g_string_new ("{");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (text, "\"%u\":1,", i);
  g_string_append (text, "\"a\":1}");
  g_assert_false (is_taken (f, text->str, text->len, NULL, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "more members"));

  g_clear_error (&error);
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (few, "\"%u\":1,", i);
  g_string_append (few, "\"a\":1}");
  g_assert_true (is_taken (f, few->str, few->len, NULL, &error));
  g_assert_no_error (error);
}

static void
test_long_numbers (DdJsonFixture *f,
                   gconstpointer  data)
{
  g_autofree char *digits = g_strnfill (3000000, '7');
  g_autofree char *whole = g_strdup (digits);
  g_autofree char *fraction = g_strconcat ("0.", digits, NULL);
  g_autofree char *exponent = g_strconcat ("1e", digits, NULL);
  const char *numbers[] = { whole, fraction, exponent };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (is_taken (f, numbers[i], strlen (numbers[i]), NULL, &error));
      g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "too long"));
    }
}

/* A value that lies across the scanner's buffers is read whole. */
static void
test_buffers (DdJsonFixture *f,
              gconstpointer  data)
{
  for (gsize shift = 65536 - 40; shift < 65536 + 4; shift++)
    {
      g_autofree char *blank = g_strnfill (shift, ' ');
      g_autofree char *text = g_strconcat (blank,
                                           "{\"tên\":\"Đôn \\ud83d\\udcc4 Đốc\",\"n\":-1.5e3}",
                                           NULL);
      g_autofree char *value = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (is_taken (f, text, strlen (text), &value, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, text + shift);
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
  ADD ("/json-value/accepted", test_accepted);
  ADD ("/json-value/refused", test_refused);
  ADD ("/json-value/nul", test_nul);
  ADD ("/json-value/space", test_space);
  ADD ("/json-value/lines", test_lines);
  ADD ("/json-value/depth", test_depth);
  ADD ("/json-value/size", test_size);
  ADD ("/json-value/many-members", test_many_members);
  ADD ("/json-value/long-numbers", test_long_numbers);
  ADD ("/json-value/buffers", test_buffers);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the upper levels of a file are walked through. */
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

static void
test_walk (DdJsonFixture *f,
           gconstpointer  data)
{
  const char *text = "{ \"a\": [1, {\"x\": 2}], \"b\": [], \"c\": \"ba\" }\n";
  DdJsonScanner *scanner = scan (f, text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  gboolean there_is;
  gsize size;

  g_assert_true (dd_json_scanner_enter_object (scanner, &error));
  g_assert_true (dd_json_scanner_next_member (scanner, &name, &error));
  g_assert_cmpstr (name, ==, "a");
  g_assert_true (dd_json_scanner_enter_array (scanner, &error));
  g_assert_true (dd_json_scanner_next_element (scanner, &there_is, &error) && there_is);
  g_assert_cmpstr (dd_json_scanner_read_value (scanner, &size, &error), ==, "1");
  g_assert_true (dd_json_scanner_next_element (scanner, &there_is, &error) && there_is);
  g_assert_cmpstr (dd_json_scanner_read_value (scanner, &size, &error), ==, "{\"x\":2}");
  g_assert_cmpuint (size, ==, 7);
  g_assert_true (dd_json_scanner_next_element (scanner, &there_is, &error) && !there_is);

  g_clear_pointer (&name, g_free);
  g_assert_true (dd_json_scanner_next_member (scanner, &name, &error));
  g_assert_cmpstr (name, ==, "b");
  g_assert_true (dd_json_scanner_enter_array (scanner, &error));
  g_assert_true (dd_json_scanner_next_element (scanner, &there_is, &error) && !there_is);

  g_clear_pointer (&name, g_free);
  g_assert_true (dd_json_scanner_next_member (scanner, &name, &error));
  g_assert_cmpstr (name, ==, "c");
  g_assert_cmpstr (dd_json_scanner_read_value (scanner, &size, &error), ==, "\"ba\"");

  g_clear_pointer (&name, g_free);
  g_assert_true (dd_json_scanner_next_member (scanner, &name, &error));
  g_assert_null (name);
  g_assert_true (dd_json_scanner_expect_end (scanner, &error));
  g_assert_no_error (error);
  dd_json_scanner_close (scanner);
}

/* An array does not end as an object does, nor the other way round. */
static const char * const crossed[] = {
  "{\"a\":[}", "{\"a\":[1}", "{\"a\":[1}]", "{\"a\":1]", "{]", "{\"a\":[]]", "{\"a\":[1,]}",
  "{\"a\":[,1]}", "{\"a\":1,}", "{,}", "{\"a\":[1]\"b\":2}", "{\"a\":[1],\"a\":[2]}",
};

static gboolean
walk (DdJsonScanner  *scanner,
      GError        **error)
{
  if (!dd_json_scanner_enter_object (scanner, error))
    return FALSE;

  for (;;)
    {
      g_autofree char *name = NULL;
      gboolean there_is = TRUE;
      gsize size;

      if (!dd_json_scanner_next_member (scanner, &name, error))
        return FALSE;
      if (name == NULL)
        return dd_json_scanner_expect_end (scanner, error);
      if (!dd_json_scanner_enter_array (scanner, error))
        return FALSE;
      while (there_is)
        {
          if (!dd_json_scanner_next_element (scanner, &there_is, error))
            return FALSE;
          if (there_is && dd_json_scanner_read_value (scanner, &size, error) == NULL)
            return FALSE;
        }
    }
}

static void
test_crossed (DdJsonFixture *f,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (crossed); i++)
    {
      DdJsonScanner *scanner = scan (f, crossed[i], strlen (crossed[i]));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", crossed[i]);
      g_assert_false (walk (scanner, &error));
      g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_SYNTAX);
      dd_json_scanner_close (scanner);
    }
}

static void
test_files (DdJsonFixture *f,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_json_scanner_open (f->path, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "hồ sơ.json"));

  g_clear_error (&error);
  g_assert_null (dd_json_scanner_open (f->dir, &error));
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
  ADD ("/json-scanner/walk", test_walk);
  ADD ("/json-scanner/crossed", test_crossed);
  ADD ("/json-scanner/files", test_files);

  return g_test_run ();
}

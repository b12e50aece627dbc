/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-json-fixture.h"

#include "dd-exchange-error.h"
#include "dd-json-reader.h"

#include <glib/gstdio.h>
#include <string.h>

void
dd_json_fixture_set_up (DdJsonFixture *f,
                        gconstpointer  data)
{
  f->dir = g_dir_make_tmp ("dondoc-test-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "hồ sơ.json", NULL);
}

void
dd_json_fixture_tear_down (DdJsonFixture *f,
                           gconstpointer  data)
{
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->path);
  g_free (f->dir);
}

void
dd_json_fixture_write (DdJsonFixture *f,
                       const char    *text,
                       gsize          size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (f->path, text, (gssize) size, &error);
  g_assert_no_error (error);
}

/**
 * dd_json_fixture_read_file:
 *
 * Reads all records of a file.
 *
 * Returns: how many there were before its end or the error
 */
guint
dd_json_fixture_read_file (const char  *path,
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

guint
dd_json_fixture_read (DdJsonFixture  *f,
                      const char     *text,
                      GError        **error)
{
  dd_json_fixture_write (f, text, strlen (text));

  return dd_json_fixture_read_file (f->path, error);
}

/**
 * dd_json_fixture_check:
 * @cases: files of one line each
 */
void
dd_json_fixture_check (DdJsonFixture    *f,
                       const DdJsonCase *cases,
                       guint             n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      guint n = dd_json_fixture_read (f, cases[i].text, &error);

      g_test_message ("%s: %s", cases[i].name, error != NULL ? error->message : "taken");
      g_assert_cmpuint (n, ==, cases[i].n_records);
      if (cases[i].error == DD_JSON_TAKEN)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, DD_EXCHANGE_ERROR, cases[i].error);
      g_assert_nonnull (strstr (error->message, cases[i].sentence));
      g_assert_true (g_str_has_prefix (error->message, "“hồ sơ.json”, line 1: "));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A good file, changed at random. Whatever comes of it, the reader ends, and
 * what it takes is JSON by SQLite's reader as well, which is as strict.
 *
 * Two seconds; DD_FUZZ_SECONDS makes it longer. The seed is the one that the
 * tests are run with (--seed), so that a failure can be had again. */
#include "dd-exchange-error.h"
#include "dd-json-reader.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DEFAULT_SECONDS 2
#define MAX_SIZE 200000

/* What files of this kind are made of, and what has broken others. */
static const char * const tokens[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud83d", "\\udcc4", "\\u0041", "null",
  "true", "false", "NaN", "-", "-0", "00", "1e999", "1e9999", "123456789012345678901", "0.1",
  "1E+5", "\"\"", "[][]", "{}", "[[[[[[[[[[[[[[[[", "{\"a\":{\"a\":", "\"uid\":", "\"name\":",
  "\"unit\":[", "\"task\":[", "\"format\":\"dondoc\",", "\"version\":1,", "\"version\":2,",
  "\xef\xbb\xbf", "\xff", "\xc0\xaf", "\xed\xa0\x80", "\n", "\t", " ", "//", "/*", "'",
  "\"deadline\":\"2024-02-30\",", "018c5e7a-0001-7000-8000-000000000001", "\"history\":[",
  "today+1",
};

static GString *
make_mutant (const char *seed,
             gsize       size)
{
  GString *text = g_string_new_len (seed, (gssize) size);

  for (int n = g_test_rand_int_range (1, 6); n > 0 && text->len > 0; n--)
    {
      gssize at = g_test_rand_int_range (0, (gint32) text->len);
      gssize rest = (gssize) text->len - at;
      gssize wanted = g_test_rand_int_range (1, 60);
      gssize length = MIN (rest, wanted);
      const char *token = tokens[g_test_rand_int_range (0, G_N_ELEMENTS (tokens))];
      g_autofree char *piece = NULL;

      switch (g_test_rand_int_range (0, 7))
        {
        case 0:
          text->str[at] = (char) g_test_rand_int_range (0, 256);
          break;
        case 1:
          text->str[at] = (char) (text->str[at] ^ (1 << g_test_rand_int_range (0, 8)));
          break;
        case 2:
          g_string_insert (text, at, token);
          break;
        case 3:
          g_string_erase (text, at, length);
          break;
        case 4:
          piece = g_strndup (text->str + at, (gsize) length);
          g_string_insert (text, g_test_rand_int_range (0, (gint32) text->len), piece);
          break;
        case 5:
          g_string_truncate (text, (gsize) at);
          break;
        default:
          wanted = (gssize) strlen (token);
          g_string_erase (text, at, MIN (rest, wanted));
          g_string_insert (text, at, token);
          break;
        }
    }

  return text;
}

static gboolean
is_valid (sqlite3_stmt  *statement,
          const GString *text)
{
  const char *json = text->str;
  gboolean valid;

  if (g_str_has_prefix (json, "\xef\xbb\xbf"))
    json += 3;
  sqlite3_bind_text (statement, 1, json, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  valid = strlen (text->str) == text->len && sqlite3_column_int (statement, 0) != 0;
  sqlite3_reset (statement);

  return valid;
}

static void
check_row (const DdRow *row)
{
  const DdRecordType *type = dd_row_get_type (row);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *code = dd_row_field_to_code (row, i);

      g_assert_true (code == NULL || g_utf8_validate (code, -1, NULL));
    }
}

/* Whether the file was taken to its end. */
static gboolean
read_all (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJsonReader) reader = dd_json_reader_new (path, &error);
  const DdRow *row;
  guint place;

  g_assert_no_error (error);
  while ((row = dd_json_reader_next (reader, &place, &error)) != NULL)
    check_row (row);
  if (error == NULL)
    return TRUE;

  g_assert_true (error->domain == DD_EXCHANGE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  return FALSE;
}

/* The file is written in place: two thousand files a second are not made anew. */
static void
write_file (int            file,
            const GString *text)
{
  g_assert_cmpint (ftruncate (file, 0), ==, 0);
  g_assert_cmpint (pwrite (file, text->str, text->len, 0), ==, (gssize) text->len);
}

static void
test_fuzz (void)
{
  const char *wanted = g_getenv ("DD_FUZZ_SECONDS");
  double seconds = wanted != NULL ? g_ascii_strtod (wanted, NULL) : DEFAULT_SECONDS;
  g_autofree char *seed_path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange",
                                                      "every-kind.json", NULL);
  g_autofree char *dir = g_dir_make_tmp ("dondoc-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "mutant.json", NULL);
  g_autofree char *seed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  guint n_read = 0, n_taken = 0;
  int file = g_open (path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gsize size;

  g_assert_cmpint (file, >=, 0);
  g_file_get_contents (seed_path, &seed, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT json_valid (?)", -1, &statement, NULL), ==,
                   SQLITE_OK);

  while (g_timer_elapsed (timer, NULL) < seconds)
    {
      /* Often only the beginning, so that changes lie close together. */
      gsize part = g_test_rand_bit () ? size : (gsize) g_test_rand_int_range (1, (gint32) size);
      GString *text = make_mutant (seed, part);

      if (text->len > MAX_SIZE)
        g_string_truncate (text, MAX_SIZE);
      write_file (file, text);
      n_read++;
      if (read_all (path))
        {
          n_taken++;
          if (!is_valid (statement, text))
            {
              g_file_set_contents ("dondoc-fuzz-finding.json", text->str, (gssize) text->len, NULL);
              g_error ("taken, but not valid: see dondoc-fuzz-finding.json");
            }
        }
      g_string_free (text, TRUE);
    }

  /* Some have to pass, or nothing but the first line was tried. */
  g_test_message ("%u files read, %u taken", n_read, n_taken);
  g_assert_cmpuint (n_taken, >, 0);
  g_assert_cmpuint (n_taken, <, n_read);

  sqlite3_finalize (statement);
  sqlite3_close (db);
  close (file);
  g_unlink (path);
  g_rmdir (dir);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/fuzz", test_fuzz);

  return g_test_run ();
}

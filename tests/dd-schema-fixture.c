/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-schema-fixture.h"

#include <string.h>

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

void
dd_schema_run (sqlite3    *db,
               const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

/* All steps, one after the other: what a file of the current version has. */
void
dd_schema_set_up (DdSchemaFixture *f,
                  gconstpointer    data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "store", "schema",
                                                   NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (":memory:", &f->db), ==, SQLITE_OK);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".sql"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (names->len, >=, 2);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = NULL;

      g_file_get_contents (names->pdata[i], &sql, NULL, &error);
      g_assert_no_error (error);
      dd_schema_run (f->db, sql);
    }
}

void
dd_schema_tear_down (DdSchemaFixture *f,
                     gconstpointer    data)
{
  g_assert_cmpint (sqlite3_close (f->db), ==, SQLITE_OK);
}

sqlite3_stmt *
dd_schema_ask (sqlite3    *db,
               const char *format,
               ...)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));

  return statement;
}

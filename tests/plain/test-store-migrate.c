/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of every version that was ever given out open in this one with all that
 * they say; and a migration is done wholly or not at all, after a copy. */
#include "dd-test-utils.h"

#include "dd-maintain.h"
#include "dd-migrate.h"
#include "dd-record-types.h"
#include "dd-sample-records.h"
#include "dd-store-probe.h"

#include <glib/gstdio.h>
#include <string.h>

/* --- files of earlier versions -------------------------------------------- */

/* A fixture for the tests of later versions: see tests/fixtures/store/README.md. */
static int
make_fixture (const char *path)
{
  DdStoreFixture f = { .path = (char *) path, .store = dd_store_new () };
  g_autoptr (GError) error = NULL;

  dd_test_open (&f, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      DdChange *change = dd_change_new ("Nguyễn Văn An", "Hồ sơ mẫu");
      gint64 ids[DD_N_KINDS] = { 0, };

      dd_sample_add_all (change, i, ids);
      dd_probe_write_change (f.store, change);
    }
  dd_probe_set_text (f.store, DD_KIND_TASK, 1, DD_TASK_NOTE, "đã sửa một lần");
  dd_store_close (f.store);
  g_object_unref (f.store);
  dd_probe_exec (path, "PRAGMA journal_mode = DELETE; VACUUM");
  dd_probe_assert_sound (path);

  return 0;
}

static void
copy_fixture (DdStoreFixture *f,
              const char     *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "store", name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  dd_probe_write (f->path, bytes, size);
}

static char *
read_schema (const char *path)
{
  return dd_probe_text (path, "SELECT group_concat (type || ' ' || name || ': ' ||"
                              " coalesce (sql, ''), char (10))"
                              " FROM (SELECT * FROM sqlite_schema ORDER BY type, name)");
}

static gboolean
has_table (const char *path,
           const char *name)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT count(*) FROM sqlite_schema WHERE name = '%s'", name);

  return dd_probe_number (path, sql) > 0;
}

/* How many records there are of each kind that the file has. */
static char *
count_records (const char *path)
{
  GString *counts = g_string_new (NULL);

  for (guint i = 0; i < DD_N_KINDS; i++)
    {
      const char *name = dd_record_type_get (i)->name;
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", name);

      if (!has_table (path, name))
        continue;
      g_string_append_printf (counts, "%s %" G_GINT64_FORMAT "\n", name,
                              dd_probe_number (path, sql));
    }

  return g_string_free (counts, FALSE);
}

static void
assert_check_finds_nothing (DdStoreFixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  dd_store_check_async (f->store, FALSE, NULL, dd_test_keep_result_cb, &result);
  problems = dd_store_check_finish (f->store, dd_test_await (&result), &error);
  g_assert_no_error (error);

  /* Attachments were once kept by their names alone. */
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((const DdProblem *) problems->pdata[i])->kind, ==, DD_PROBLEM_NO_CONTENT);
}

/* A kind that came later has no records yet; of the others there are as many. */
static void
assert_lines_of (const char *after,
                 const char *before)
{
  g_auto (GStrv) lines = g_strsplit (after, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_suffix (lines[i], " 0"))
      g_assert_nonnull (strstr (before, lines[i]));
  g_assert_cmpuint (g_strv_length (lines), >=, 2);
}

/* Persons came into the index later than into the file. */
static void
assert_finds_person (DdStoreFixture *f)
{
  g_autoptr (DdRow) person = dd_probe_fetch_row (f->store, DD_KIND_PERSON, 1);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_PERSON);
  g_autoptr (GPtrArray) found = NULL;

  dd_query_set_search (query, dd_row_get_text (person, DD_PERSON_NAME));
  found = dd_test_select (f->store, query);
  g_assert_cmpuint (found->len, >=, 1);
}

static void
test_version (DdStoreFixture *f,
              gconstpointer   data)
{
  const int version = GPOINTER_TO_INT (data);
  g_autofree char *name = g_strdup_printf ("version-%d.db", version);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  copy_fixture (f, name);
  g_assert_cmpint (dd_probe_number (f->path, "PRAGMA user_version"), ==, version);
  before = count_records (f->path);
  g_assert_null (strstr (before, " 0\n"));

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_PLAIN, &error));
  g_assert_no_error (error);
  assert_check_finds_nothing (f);
  {
    g_autoptr (DdRow) task = dd_probe_fetch_row (f->store, DD_KIND_TASK, 1);

    g_assert_cmpstr (dd_row_get_text (task, DD_TASK_NOTE), ==, "đã sửa một lần");
    g_assert_cmpint (dd_row_get_revision (task), ==, 2);
  }
  assert_finds_person (f);
  dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  dd_store_close (f->store);

  g_assert_cmpint (dd_probe_number (f->path, "PRAGMA user_version"), ==,
                   dd_migrate_get_version ());
  dd_probe_exec (f->path, "DELETE FROM history WHERE id = (SELECT max (id) FROM history);"
                          "DELETE FROM unit WHERE id = (SELECT max (id) FROM unit)");
  after = count_records (f->path);
  if (version == (int) dd_migrate_get_version ())
    g_assert_cmpstr (after, ==, before);
  else
    assert_lines_of (after, before);
}

/* An old file that was brought up to date is made like a new one. */
static void
test_same_schema (DdStoreFixture *f,
                  gconstpointer   data)
{
  g_autofree char *fresh = g_build_filename (f->dir, "mới.db", NULL);
  g_autofree char *old_schema = NULL;
  g_autofree char *new_schema = NULL;

  copy_fixture (f, "version-1.db");
  g_assert_true (dd_probe_try_open (f->path, DD_STORE_OPEN_PLAIN, NULL));
  g_assert_true (dd_probe_try_open (fresh, DD_STORE_OPEN_CREATE, NULL));
  old_schema = read_schema (f->path);
  new_schema = read_schema (fresh);
  g_assert_cmpstr (old_schema, ==, new_schema);
}

/* --- the migration itself ------------------------------------------------- */

static gboolean
add_table (DdDb    *db,
           GError **error)
{
  return dd_db_exec (db, "CREATE TABLE later (id INTEGER); INSERT INTO later VALUES (7)", error);
}

static gboolean
fail_half_way (DdDb    *db,
               GError **error)
{
  return dd_db_exec (db, "DELETE FROM task; DROP TABLE setting", error) &&
         dd_db_exec (db, "INSERT INTO nowhere VALUES (1)", error);
}

#define N_STEPS_MAX 64

static const DdMigration good_steps[] = { { { NULL }, add_table } };
static const DdMigration bad_steps[] = { { { NULL }, add_table }, { { NULL }, fail_half_way } };

/* To a version by @n_later steps later than this program's. */
static gboolean
migrate (const char         *path,
         int                 flags,
         const DdMigration  *later,
         guint               n_later,
         GError            **error)
{
  const guint version = dd_migrate_get_version ();
  DdMigration steps[N_STEPS_MAX];
  DdDb db = { NULL, };
  gboolean ok;

  /* A released step is never done again: these would fail. */
  g_assert_cmpuint (version + n_later, <=, N_STEPS_MAX);
  for (guint i = 0; i < version; i++)
    steps[i] = (DdMigration) { { NULL }, fail_half_way };
  for (guint i = 0; i < n_later; i++)
    steps[version + i] = later[i];

  ok = dd_db_connect (&db, path, flags, error) &&
       dd_migrate_by_steps (&db, path, FALSE, steps, version + n_later, error);
  dd_db_close (&db);

  return ok;
}

static gboolean
migrate_down (const char  *path,
              GError     **error)
{
  DdDb db = { NULL, };
  gboolean ok = dd_db_connect (&db, path, SQLITE_OPEN_READWRITE, error) &&
                dd_migrate_by_steps (&db, path, FALSE, NULL, 0, error);

  dd_db_close (&db);

  return ok;
}

static char *
find_copy (DdStoreFixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".db.version-") != NULL)
      return g_build_filename (f->dir, name, NULL);

  return NULL;
}

static void
test_step (DdStoreFixture *f,
           gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *kept = NULL;

  dd_probe_make_copy (f->path);
  before = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_true (migrate (f->path, SQLITE_OPEN_READWRITE, good_steps, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dd_probe_number (f->path, "PRAGMA user_version"), ==,
                   dd_migrate_get_version () + 1);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT id FROM later"), ==, 7);
  after = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_cmpstr (after, ==, before);

  /* The copy is a file of records like any other, of the version before. */
  copy = find_copy (f);
  g_assert_nonnull (copy);
  g_assert_cmpint (dd_probe_number (copy, "PRAGMA user_version"), ==, dd_migrate_get_version ());
  kept = dd_probe_dump (copy, DD_DUMP_WHOLE);
  g_assert_cmpstr (kept, ==, before);
  g_assert_true (dd_probe_try_open (copy, DD_STORE_OPEN_PLAIN, NULL));

  /* And this program does not touch the file any more. */
  g_assert_false (dd_probe_try_open (f->path, DD_STORE_OPEN_PLAIN, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_TOO_NEW);

  /* Done is done. */
  g_clear_error (&error);
  g_assert_true (migrate (f->path, SQLITE_OPEN_READWRITE, good_steps, 1, &error));
  g_assert_no_error (error);
}

static void
test_all_or_nothing (DdStoreFixture *f,
                     gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copy = NULL;

  dd_probe_make_copy (f->path);
  before = dd_test_checksum (f->path);
  g_assert_false (migrate (f->path, SQLITE_OPEN_READWRITE, bad_steps, 2, &error));
  g_assert_nonnull (error);
  after = dd_test_checksum (f->path);
  g_assert_cmpstr (after, ==, before);
  copy = find_copy (f);
  g_assert_nonnull (copy);
  dd_probe_assert_sound (copy);
}

static void
test_refused (DdStoreFixture *f,
              gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  dd_probe_make_copy (f->path);
  before = dd_probe_folder (f->dir);

  /* From a file that may only be read, no version is made, nor a copy. */
  g_assert_false (migrate (f->path, SQLITE_OPEN_READONLY, good_steps, 1, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  /* Downwards there is no way. */
  g_assert_false (migrate_down (f->path, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_TOO_NEW);
  after = dd_probe_folder (f->dir);
  g_assert_cmpstr (after, ==, before);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--make") == 0)
    return make_fixture (argv[2]);

  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  for (int version = 1; version <= (int) dd_migrate_get_version (); version++)
    {
      g_autofree char *name = g_strdup_printf ("/store/migrate/version-%d", version);

      g_test_add (name, DdStoreFixture, GINT_TO_POINTER (version), dd_test_set_up, test_version,
                  dd_test_tear_down);
    }

  ADD ("/store/migrate/same-schema", test_same_schema);
  ADD ("/store/migrate/step", test_step);
  ADD ("/store/migrate/all-or-nothing", test_all_or_nothing);
  ADD ("/store/migrate/refused", test_refused);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs that are killed while they write. They say on a pipe what the store
 * has acknowledged; all of that has to be there afterwards, at most one write
 * more, and nothing of any other. */
#include "dd-test-utils.h"

#include "dd-import.h"
#include "dd-maintain.h"
#include "dd-migrate.h"
#include "dd-record-types.h"
#include "dd-store-probe.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define N_IMPORTED 50
#define N_SETTINGS 3000

static const char *program;

static guint
get_rounds (void)
{
  return g_test_slow () ? 200 : 20;
}

/* --- what is killed ------------------------------------------------------- */

/* Straight into the pipe: what stands in a buffer would be lost. */
static void
acknowledge (gint64 number)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", number);

  g_assert_cmpint (write (STDOUT_FILENO, line, strlen (line)), ==, (gssize) strlen (line));
}

static gint64
add (DdStore *store)
{
  return dd_test_insert (store, dd_test_task ("Rà soát thủ tục", 1, "2024-06-30"));
}

static gint64
edit (DdStore *store)
{
  DdRow *row = dd_probe_fetch_row (store, DD_KIND_TASK, 1);
  gint64 revision = dd_row_get_revision (row) + 1;
  g_autofree char *note = g_strdup_printf ("%" G_GINT64_FORMAT, revision);
  DdChange *change = dd_change_new ("Kiểm thử", NULL);

  dd_row_set_text (row, DD_TASK_NOTE, note);
  dd_change_update (change, row);
  dd_probe_write_change (store, change);

  return revision;
}

static DdRow *
give_row (gpointer   user_data,
          guint     *place,
          GError   **error)
{
  static DdRow *row;
  guint *left = user_data;
  g_autofree char *name = g_uuid_string_random ();

  g_clear_pointer (&row, dd_row_free);
  if (*left == 0)
    return NULL;

  *place = N_IMPORTED - --*left;
  row = dd_test_unit (name);

  return row;
}

static gint64
import (DdStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DdImportCounts counts;
  guint left = N_IMPORTED;

  dd_store_import_async (store, give_row, &left, NULL, "Kiểm thử", NULL, NULL, NULL, NULL,
                         dd_test_keep_result_cb, &result);
  dd_store_import_finish (store, dd_test_await (&result), &counts, &error);
  g_assert_no_error (error);

  return counts.n_created;
}

static gint64
back_up (DdStore *store)
{
  g_autofree char *copy = g_strconcat (dd_store_get_path (store), ".copy", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  dd_store_backup_async (store, copy, NULL, dd_test_keep_result_cb, &result);
  dd_store_backup_finish (store, dd_test_await (&result), &error);
  g_assert_no_error (error);

  return 1;
}

static const struct
{
  const char *name;
  gint64    (*write) (DdStore *store);
} writers[] = {
  { "add", add },
  { "edit", edit },
  { "import", import },
  { "backup", back_up },
};

static gboolean
fill_settings (DdDb    *db,
               GError **error)
{
  for (guint i = 0; i < N_SETTINGS; i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("INSERT INTO setting (uid, created, changed, revision, name)"
                         " VALUES ('018c5e7a-3b00-7000-8000-%012u', '', '', 1, '%u')", i, i);

      if (!dd_db_exec (db, sql, error))
        return FALSE;
    }

  return TRUE;
}

/* Of a version more than there is; what led to this one is not done again. */
#define N_STEPS_MAX 64

static int
migrate (const char *path)
{
  const guint version = dd_migrate_get_version ();
  DdMigration steps[N_STEPS_MAX] = { { { NULL }, NULL }, };
  DdDb db = { NULL, };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (version, <, N_STEPS_MAX);
  steps[version].run = fill_settings;
  dd_db_connect (&db, path, SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  acknowledge (0);
  dd_migrate_by_steps (&db, path, FALSE, steps, version + 1, &error);
  g_assert_no_error (error);
  dd_db_close (&db);
  acknowledge (1);

  return 0;
}

static int
run_writer (const char *name,
            const char *path)
{
  DdStoreFixture f = { .path = (char *) path, .store = dd_store_new () };
  g_autoptr (GError) error = NULL;

  if (strcmp (name, "migrate") == 0)
    return migrate (path);

  acknowledge (0);
  dd_test_open (&f, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    while (strcmp (writers[i].name, name) == 0)
      acknowledge (writers[i].write (f.store));

  return 0;
}

/* --- killing -------------------------------------------------------------- */

static GDataInputStream *
start_writer (const char   *name,
              const char   *path,
              GSubprocess **process)
{
  g_autoptr (GError) error = NULL;

  *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--write", name,
                               path, NULL);
  g_assert_no_error (error);

  return g_data_input_stream_new (g_subprocess_get_stdout_pipe (*process));
}

static gboolean
read_number (GDataInputStream *acknowledged,
             gint64           *number)
{
  g_autofree char *line = g_data_input_stream_read_line (acknowledged, NULL, NULL, NULL);

  if (line == NULL)
    return FALSE;
  *number = g_ascii_strtoll (line, NULL, 10);

  return TRUE;
}

/* Kills a writer at a random moment after it said so many numbers. Returns how
 * many it said in all, and the last one. */
static guint
kill_writer (const char *name,
             const char *path,
             guint       at_least,
             gulong      microseconds,
             gint64     *last)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) acknowledged = start_writer (name, path, &process);
  guint n = 0;

  while (n < at_least && read_number (acknowledged, last))
    n++;
  g_usleep ((gulong) g_test_rand_int_range (0, (gint32) microseconds));
  g_subprocess_force_exit (process);
  while (read_number (acknowledged, last))
    n++;
  g_subprocess_wait (process, NULL, NULL);

  return n;
}

/* The file as the next program finds it: it opens, and check finds nothing. */
static void
assert_well (const char *path)
{
  DdStoreFixture f = { .path = (char *) path, .store = dd_store_new () };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  dd_test_open (&f, DD_STORE_OPEN_PLAIN, &error);
  g_assert_no_error (error);
  dd_store_check_async (f.store, FALSE, NULL, dd_test_keep_result_cb, &result);
  problems = dd_store_check_finish (f.store, dd_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  dd_store_close (f.store);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f.store);
}

static void
test_add (DdStoreFixture *f,
          gconstpointer   data)
{
  dd_probe_make_file (f->path);
  for (guint i = 0; i < get_rounds (); i++)
    {
      gint64 before = dd_probe_number (f->path, "SELECT count(*) FROM task");
      gint64 last, now;
      /* The first number only says that it began. */
      guint n = kill_writer ("add", f->path, 2, 30000, &last) - 1;

      assert_well (f->path);
      now = dd_probe_number (f->path, "SELECT count(*) FROM task");
      g_assert_cmpint (now, >=, before + n);
      g_assert_cmpint (now, <=, before + n + 1);
      g_assert_cmpint (last, ==, before + n);
      g_assert_cmpint (dd_probe_number (f->path, "SELECT max (id) FROM task"), ==, now);
      g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM history WHERE"
                                                 " record_kind = 'task' AND event = 'created'"),
                       ==, now);
      g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM task_words"
                                                 " WHERE task_words MATCH 'tục'"), ==, now);
    }
}

static void
test_edit (DdStoreFixture *f,
           gconstpointer   data)
{
  dd_probe_make_file (f->path);
  for (guint i = 0; i < get_rounds (); i++)
    {
      gint64 last, now;

      kill_writer ("edit", f->path, 2, 30000, &last);
      assert_well (f->path);
      now = dd_probe_number (f->path, "SELECT revision FROM task WHERE id = 1");
      g_assert_cmpint (now, >=, last);
      g_assert_cmpint (now, <=, last + 1);
      g_assert_cmpint (dd_probe_number (f->path, "SELECT note FROM task WHERE id = 1"), ==, now);
      g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM history WHERE record_id = 1"
                                                 " AND record_kind = 'task'"), ==, now);
    }
}

/* An import is all there or not at all. */
static void
test_import (DdStoreFixture *f,
             gconstpointer   data)
{
  dd_probe_make_file (f->path);
  for (guint i = 0; i < get_rounds (); i++)
    {
      gint64 before = dd_probe_number (f->path, "SELECT count(*) FROM unit");
      gint64 last, now;
      guint n = kill_writer ("import", f->path, 1, 60000, &last) - 1;

      assert_well (f->path);
      now = dd_probe_number (f->path, "SELECT count(*) FROM unit");
      g_assert_cmpint ((now - before) % N_IMPORTED, ==, 0);
      g_assert_cmpint (now - before, >=, (gint64) n * N_IMPORTED);
      g_assert_cmpint (now - before, <=, (gint64) (n + 1) * N_IMPORTED);
    }
}

/* A copy is whole, or it is the one before. */
static void
test_backup (DdStoreFixture *f,
             gconstpointer   data)
{
  g_autofree char *copy = g_strconcat (f->path, ".copy", NULL);

  dd_probe_make_file (f->path);
  for (guint i = 0; i < get_rounds (); i++)
    {
      gint64 last;
      guint n = kill_writer ("backup", f->path, 1, 60000, &last) - 1;

      assert_well (f->path);
      if (n > 0 || g_file_test (copy, G_FILE_TEST_EXISTS))
        dd_probe_assert_sound (copy);
    }
}

/* A new file is whole, or there is none. */
static void
test_create (DdStoreFixture *f,
             gconstpointer   data)
{
  guint n_made = 0;

  for (guint i = 0; i < get_rounds (); i++)
    {
      gint64 last;

      kill_writer ("create", f->path, 1, 120000, &last);
      if (!g_file_test (f->path, G_FILE_TEST_EXISTS))
        continue;
      assert_well (f->path);
      n_made++;
      g_unlink (f->path);
    }
  g_test_message ("%u were made", n_made);
}

/* A file has the version before with nothing of the next, or the next with all
 * of it; and there is a copy then. */
static void
test_migrate (DdStoreFixture *f,
              gconstpointer   data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *said = NULL;
  gsize size;
  guint n_old = 0;

  dd_probe_make_copy (f->path);
  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  said = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  for (guint i = 0; i < get_rounds (); i++)
    {
      gint64 last, version;

      dd_probe_write (f->path, bytes, size);
      kill_writer ("migrate", f->path, 1, 100000, &last);
      dd_probe_assert_sound (f->path);
      version = dd_probe_number (f->path, "PRAGMA user_version");
      if (version == dd_migrate_get_version ())
        {
          g_autofree char *says = dd_probe_dump (f->path, DD_DUMP_WHOLE);

          g_assert_cmpint (last, ==, 0);
          g_assert_cmpstr (says, ==, said);
          n_old++;
        }
      else
        {
          g_assert_cmpint (version, ==, dd_migrate_get_version () + 1);
          g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM setting"), ==,
                           N_SETTINGS);
        }
    }
  g_test_message ("%u of %u were old", n_old, get_rounds ());
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 4 && strcmp (argv[1], "--write") == 0)
    return run_writer (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/store/crash/add", test_add);
  ADD ("/store/crash/edit", test_edit);
  ADD ("/store/crash/import", test_import);
  ADD ("/store/crash/backup", test_backup);
  ADD ("/store/crash/create", test_create);
  ADD ("/store/crash/migrate", test_migrate);

  return g_test_run ();
}

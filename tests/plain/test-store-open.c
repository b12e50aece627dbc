/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening what is there, and what is not what it seems. Whatever is refused
 * stays as it is to the last byte, and so does its folder. */
#include "dd-test-utils.h"

#include "dd-file.h"
#include "dd-header.h"
#include "dd-migrate.h"
#include "dd-record-types.h"
#include "dd-store-probe.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BUSY_MS 150

/* --- new and existing files ----------------------------------------------- */

static void
test_new (DdStoreFixture *f,
          gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  g_assert_no_error (error);
  g_assert_false (dd_store_get_read_only (f->store));
  g_assert_false (dd_store_get_remote (f->store));
  g_assert_cmpstr (dd_store_get_path (f->store), ==, f->path);

  /* The holidays are there: Tết of 2024 is no working day. */
  g_assert_false (dd_calendar_is_working (dd_store_get_calendar (f->store),
                                          dd_day_new (2024, 2, 12)));

  /* Closed, it is one file and nothing else. */
  dd_store_close (f->store);
  folder = dd_probe_folder (f->dir);
  g_assert_true (g_str_has_prefix (folder, "hồ sơ.db "));
  g_assert_null (strchr (folder, '\n'));
  g_assert_cmpint (dd_probe_number (f->path, "PRAGMA application_id"), ==, DD_APPLICATION_ID);
  g_assert_cmpint (dd_probe_number (f->path, "PRAGMA user_version"), ==,
                   dd_migrate_get_version ());
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM task"), ==, 0);
  dd_probe_assert_sound (f->path);
}

static void
test_missing (DdStoreFixture *f,
              gconstpointer   data)
{
  g_autofree char *nowhere = g_build_filename (f->dir, "không có", "hồ sơ.db", NULL);
  g_autofree char *below = g_build_filename (f->path, "hồ sơ.db", NULL);
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_probe_try_open (f->path, DD_STORE_OPEN_PLAIN, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_FILE);
  g_clear_error (&error);
  g_assert_false (dd_probe_try_open (f->path, DD_STORE_OPEN_READ_ONLY, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_FILE);
  g_clear_error (&error);

  /* A folder that is not there is not made. */
  g_assert_false (dd_probe_try_open (nowhere, DD_STORE_OPEN_CREATE, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_ACCESS);
  g_clear_error (&error);
  folder = dd_probe_folder (f->dir);
  g_assert_cmpstr (folder, ==, "");

  /* A file is no folder. */
  dd_probe_make_file (f->path);
  g_assert_false (dd_probe_try_open (below, DD_STORE_OPEN_CREATE, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_ACCESS);
}

static void
test_existing (DdStoreFixture *f,
               gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  dd_probe_make_file (f->path);
  before = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_true (dd_probe_try_open (f->path, DD_STORE_OPEN_CREATE, &error));
  g_assert_no_error (error);
  after = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_cmpstr (after, ==, before);
}

/* What a program that was killed while it made the file leaves behind. */
static void
test_unfinished (DdStoreFixture *f,
                 gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *unfinished = g_strdup_printf ("%s.part-%u-%u", f->path,
                                                     (guint) getpid (), i);
      g_autofree char *journal = g_strconcat (unfinished, "-journal", NULL);

      dd_probe_write (unfinished, "SQLite format 3", 16);
      dd_probe_write (journal, "nửa chừng", strlen ("nửa chừng"));
    }
  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  g_assert_no_error (error);
  dd_test_insert (f->store, dd_test_unit ("Sở Nội vụ"));
  dd_store_close (f->store);
  dd_probe_assert_sound (f->path);
}

/* The file was removed, its log was not: the new file has nothing to do with it. */
static void
test_left_log (DdStoreFixture *f,
               gconstpointer   data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;
  gsize size;

  dd_probe_make_file (f->path);
  handle = dd_probe_open (f->path);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_exec (handle, "UPDATE history SET actor = 'cũ'; DELETE FROM holiday", NULL, NULL, NULL);
  sqlite3_close (handle);
  g_assert_true (g_file_get_contents (log, &bytes, &size, NULL));
  g_unlink (f->path);

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  g_assert_no_error (error);
  dd_store_close (f->store);
  dd_probe_assert_sound (f->path);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM history WHERE actor = 'cũ'"),
                   ==, 0);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM holiday"), >, 0);
}

/* Two windows that open the same new file at the same moment. */
static void
test_new_twice (DdStoreFixture *f,
                gconstpointer   data)
{
  DdStore *other = dd_store_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  dd_store_open_async (f->store, f->path, DD_STORE_OPEN_CREATE, NULL, dd_test_keep_result_cb,
                       &first);
  dd_store_open_async (other, f->path, DD_STORE_OPEN_CREATE, NULL, dd_test_keep_result_cb,
                       &second);
  g_assert_true (dd_store_open_finish (f->store, dd_test_await (&first), &error));
  g_assert_no_error (error);
  g_assert_true (dd_store_open_finish (other, dd_test_await (&second), &error));
  g_assert_no_error (error);

  id = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  {
    g_autoptr (DdRecord) unit = dd_test_fetch (other, DD_KIND_UNIT, id, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (dd_row_get_text (dd_record_get_row (unit), DD_UNIT_NAME), ==, "Sở Tư pháp");
  }
  g_clear_object (&first);
  g_clear_object (&second);
  dd_store_close (other);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (other);
  dd_store_close (f->store);
  dd_probe_assert_sound (f->path);
}

static void
test_cancelled (DdStoreFixture *f,
                gconstpointer   data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  g_cancellable_cancel (cancellable);
  dd_store_open_async (f->store, f->path, DD_STORE_OPEN_CREATE, cancellable,
                       dd_test_keep_result_cb, &result);
  g_assert_false (dd_store_open_finish (f->store, dd_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  folder = dd_probe_folder (f->dir);
  g_assert_cmpstr (folder, ==, "");
}

/* A store that could not be opened answers all the same. */
static void
test_of_no_use (DdStoreFixture *f,
                gconstpointer   data)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  DdChange *change = dd_change_new ("Kiểm thử", NULL);

  g_assert_false (dd_test_open (f, DD_STORE_OPEN_PLAIN, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_FILE);
  g_clear_error (&error);

  list = dd_store_get_list (f->store, query);
  record = dd_test_fetch (f->store, DD_KIND_TASK, 1, &error);
  g_assert_null (record);
  g_assert_nonnull (error);
  g_clear_error (&error);
  dd_change_insert (change, dd_test_unit ("Sở Tư pháp"));
  g_assert_null (dd_test_write (f->store, change, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (dd_list_get_count (list), ==, 0);
}

/* --- other programs ------------------------------------------------------- */

static void
test_busy (DdStoreFixture *f,
           gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  gint64 start, taken;
  sqlite3 *other;

  dd_probe_make_copy (f->path);
  other = dd_probe_open (f->path);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  start = g_get_monotonic_time ();
  g_assert_false (dd_probe_try_open (f->path, DD_STORE_OPEN_CREATE, &error));
  taken = g_get_monotonic_time () - start;
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_BUSY);
  g_assert_cmpint (taken, >=, BUSY_MS * 1000);
  g_assert_cmpint (taken, <, BUSY_MS * 1000 * 10);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);

  g_clear_error (&error);
  g_assert_true (dd_probe_try_open (f->path, DD_STORE_OPEN_PLAIN, &error));
  g_assert_no_error (error);
}

static void
test_busy_write (DdStoreFixture *f,
                 gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) task = NULL;
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  sqlite3 *other;

  dd_probe_make_file (f->path);
  other = dd_probe_open (f->path);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  /* Another program's write does not keep anybody from reading. */
  g_assert_true (dd_test_open (f, DD_STORE_OPEN_PLAIN, &error));
  g_assert_no_error (error);
  task = dd_test_fetch (f->store, DD_KIND_TASK, 1, &error);
  g_assert_no_error (error);

  dd_change_insert (change, dd_test_unit ("Sở Nội vụ"));
  g_assert_null (dd_test_write (f->store, change, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_BUSY);

  sqlite3_exec (other, "COMMIT", NULL, NULL, NULL);
  sqlite3_close (other);
  g_assert_cmpint (dd_test_insert (f->store, dd_test_unit ("Sở Nội vụ")), >, 0);
}

/* On another machine's disk one program holds the file alone, from the moment
 * it opens it. */
static void
test_remote (DdStoreFixture *f,
             gconstpointer   data)
{
  DdDb first = { NULL, }, second = { NULL, };
  g_autoptr (GError) error = NULL;
  g_autofree char *mode = NULL;

  dd_probe_make_file (f->path);
  g_assert_true (dd_file_open (&first, f->path, DD_FILE_OPEN_REMOTE, &error));
  g_assert_no_error (error);
  g_assert_false (dd_file_open (&second, f->path, DD_FILE_OPEN_REMOTE, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (dd_file_open (&second, f->path, DD_FILE_OPEN_PLAIN, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_BUSY);
  g_clear_error (&error);
  dd_db_close (&first);

  g_assert_true (dd_file_open (&second, f->path, DD_FILE_OPEN_REMOTE, &error));
  g_assert_no_error (error);
  dd_db_close (&second);
  mode = dd_probe_text (f->path, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");
}

/* The same file, twice in one program: when one of them is closed, and when
 * only its first bytes are looked at, the other must keep its locks. Without
 * them a third program takes itself for the last one and removes the log. */
static void
test_locks_stay (DdStoreFixture *f,
                 gconstpointer   data)
{
  g_autofree char *command = NULL;
  g_autofree char *quoted = NULL;
  g_autoptr (GError) error = NULL;
  DdStore *other;
  int status;

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  g_assert_true (dd_probe_try_open (f->path, DD_STORE_OPEN_PLAIN, &error));

  /* The third program: this one again. */
  quoted = g_shell_quote (f->path);
  command = g_strdup_printf ("/proc/%u/exe --open %s", (guint) getpid (), quoted);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, &error));
  g_assert_cmpint (status, ==, 0);

  dd_test_insert (f->store, dd_test_unit ("Sở Nội vụ"));
  other = f->store;
  f->store = dd_store_new ();
  g_assert_true (dd_test_open (f, DD_STORE_OPEN_PLAIN, &error));
  {
    g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT);
    g_autoptr (GPtrArray) rows = dd_test_select (f->store, query);

    g_assert_cmpuint (rows->len, ==, 2);
  }
  dd_store_close (other);
  g_object_unref (other);
}

/* --- names of files ------------------------------------------------------- */

static void
test_names (DdStoreFixture *f,
            gconstpointer   data)
{
  static const char * const names[] = {
    "hai  từ.db", "Kế hoạch rà soát TTHC 2024.db", "100%.db", "100%20.db", "?.db", "a?mode=memory",
    "a#b.db", "a&b='c'\".db", "file:x.db", ":memory:", "-x.db", " x.db ", "a\nb.db", "\xff\xfe.db",
    "a;DROP TABLE task;--.db", "Ca\xcc\x81" "c.db", "không-đuôi",
  };
  g_autofree char *cwd = g_get_current_dir ();

  for (guint relative = 0; relative < 2; relative++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autofree char *folder = g_strdup_printf ("%s/%u-%u %%41 ?", f->dir, relative, i);
        g_autofree char *absolute = g_build_filename (folder, names[i], NULL);
        const char *path = relative ? names[i] : absolute;
        DdStoreFixture one = { .path = (char *) path, .store = dd_store_new () };
        g_autoptr (GError) error = NULL;
        g_autofree char *folder_says = NULL;

        g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
        g_assert_cmpint (g_chdir (folder), ==, 0);
        dd_test_open (&one, DD_STORE_OPEN_CREATE, &error);
        g_assert_no_error (error);
        dd_test_insert (one.store, dd_test_unit ("Sở Tư pháp"));
        dd_store_close (one.store);
        while (g_main_context_iteration (NULL, FALSE))
          ;
        g_assert_finalize_object (one.store);

        /* It went where it was told to, and nowhere else. */
        folder_says = dd_probe_folder (folder);
        g_assert_true (g_str_has_prefix (folder_says, names[i]));
        one.store = dd_store_new ();
        g_assert_true (dd_test_open (&one, DD_STORE_OPEN_PLAIN, &error));
        {
          g_autoptr (DdRecord) unit = dd_test_fetch (one.store, DD_KIND_UNIT, 1, &error);

          g_assert_no_error (error);
        }
        dd_store_close (one.store);
        g_object_unref (one.store);
        g_assert_true (dd_probe_try_open (path, DD_STORE_OPEN_READ_ONLY, &error));
        g_assert_no_error (error);
      }

  g_assert_cmpint (g_chdir (cwd), ==, 0);
}

/* Leaves the file as a program does that is killed while it moves the log into
 * the file: the first page counts pages that are still in the log alone. */
static void
stop_while_log_goes_in (const char *path)
{
  sqlite3 *handle = dd_probe_open (path);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *old = NULL;
  g_autofree char *now = NULL;
  g_autofree char *log_says = NULL;
  gsize old_size, now_size, log_size;

  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_exec (handle, "PRAGMA wal_autocheckpoint = 0;"
                        "INSERT INTO history SELECT NULL, action, happened, actor, reason, event,"
                        " record_kind, record_id, record_uid, undoes FROM history",
                NULL, NULL, NULL);
  sqlite3_close (handle);
  g_assert_true (g_file_get_contents (path, &old, &old_size, NULL));
  g_assert_true (g_file_get_contents (log, &log_says, &log_size, NULL));
  dd_probe_exec (path, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_true (g_file_get_contents (path, &now, &now_size, NULL));
  g_assert_cmpuint (now_size, >, old_size);

  memcpy (old, now, 4096);
  dd_probe_write (path, old, old_size);
  dd_probe_write (log, log_says, log_size);
}

/* A link to a file of records: the log lies beside the file, not the link. */
static void
test_link (DdStoreFixture *f,
           gconstpointer   data)
{
  g_autofree char *folder = g_build_filename (f->dir, "thật", NULL);
  g_autofree char *real = g_build_filename (folder, "thật.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  dd_probe_make_file (real);
  g_assert_cmpint (symlink (real, f->path), ==, 0);

  stop_while_log_goes_in (real);
  g_assert_true (dd_test_open (f, DD_STORE_OPEN_PLAIN, &error));
  g_assert_no_error (error);
  dd_test_insert (f->store, dd_test_unit ("Sở Nội vụ"));
  dd_store_close (f->store);
  g_assert_cmpint (dd_probe_number (real, "SELECT count(*) FROM unit"), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  dd_db_set_busy_timeout (BUSY_MS);
  if (argc == 3 && strcmp (argv[1], "--open") == 0)
    return dd_probe_try_open (argv[2], DD_STORE_OPEN_PLAIN, NULL) ? 0 : 1;

  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/store/open/new", test_new);
  ADD ("/store/open/missing", test_missing);
  ADD ("/store/open/existing", test_existing);
  ADD ("/store/open/unfinished", test_unfinished);
  ADD ("/store/open/left-log", test_left_log);
  ADD ("/store/open/new-twice", test_new_twice);
  ADD ("/store/open/cancelled", test_cancelled);
  ADD ("/store/open/of-no-use", test_of_no_use);
  ADD ("/store/open/busy", test_busy);
  ADD ("/store/open/busy-write", test_busy_write);
  ADD ("/store/open/remote", test_remote);
  ADD ("/store/open/locks-stay", test_locks_stay);
  ADD ("/store/open/names", test_names);
  ADD ("/store/open/link", test_link);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders that may not be written, or not even read. They are opened
 * as far as that is safe, and stay as they are to the last byte. */
#include "dd-test-utils.h"

#include "dd-record-types.h"
#include "dd-store-probe.h"

#include <glib/gstdio.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

static void
test_read_only (DdStoreFixture *f,
                gconstpointer   data)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) task = NULL;

  dd_probe_make_file (f->path);
  before = dd_test_checksum (f->path);
  g_assert_true (dd_test_open (f, DD_STORE_OPEN_READ_ONLY, &error));
  g_assert_no_error (error);
  g_assert_true (dd_store_get_read_only (f->store));
  task = dd_test_fetch (f->store, DD_KIND_TASK, 1, &error);
  g_assert_no_error (error);

  dd_change_insert (change, dd_test_unit ("Sở Nội vụ"));
  g_assert_null (dd_test_write (f->store, change, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_READ_ONLY);

  dd_store_close (f->store);
  after = dd_test_checksum (f->path);
  g_assert_cmpstr (after, ==, before);
}

/* A user who is not root, to whom permissions mean something. */
static void
become_nobody (void)
{
  if (geteuid () == 0)
    {
      g_assert_cmpint (setresgid (65534, 65534, 65534), ==, 0);
      g_assert_cmpint (setresuid (65534, 65534, 65534), ==, 0);
    }
  prctl (PR_SET_DUMPABLE, 1);
}

static void
run_as_nobody (void)
{
  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
assert_opens_to_read (DdStoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dd_probe_folder (f->dir);
  g_autofree char *after = NULL;
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);

  f->store = dd_store_new ();
  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  g_assert_no_error (error);
  g_assert_true (dd_store_get_read_only (f->store));
  {
    g_autoptr (GPtrArray) rows = dd_test_select (f->store, query);

    g_assert_cmpuint (rows->len, ==, 20);
  }
  dd_change_insert (change, dd_test_unit ("Sở Nội vụ"));
  g_assert_null (dd_test_write (f->store, change, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_READ_ONLY);

  dd_store_close (f->store);
  g_clear_object (&f->store);
  after = dd_probe_folder (f->dir);
  g_assert_cmpstr (after, ==, before);
}

static void
test_read_only_file (void)
{
  DdStoreFixture f = { NULL, };

  if (!g_test_subprocess ())
    {
      run_as_nobody ();
      return;
    }

  become_nobody ();
  dd_test_set_up (&f, NULL);
  g_clear_object (&f.store);
  dd_probe_make_copy (f.path);
  g_chmod (f.path, 0444);
  assert_opens_to_read (&f);
  dd_test_tear_down (&f, NULL);
}

static void
test_read_only_folder (void)
{
  DdStoreFixture f = { NULL, };
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;

  if (!g_test_subprocess ())
    {
      run_as_nobody ();
      return;
    }

  become_nobody ();
  dd_test_set_up (&f, NULL);
  g_clear_object (&f.store);

  /* The file itself could be written; the log beside it could not. */
  dd_probe_make_file (f.path);
  g_chmod (f.dir, 0555);
  assert_opens_to_read (&f);

  other = g_build_filename (f.dir, "khác.db", NULL);
  g_assert_false (dd_probe_try_open (other, DD_STORE_OPEN_CREATE, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_ACCESS);

  g_chmod (f.dir, 0755);
  dd_test_tear_down (&f, NULL);
}

static void
test_unreadable (void)
{
  DdStoreFixture f = { NULL, };
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      run_as_nobody ();
      return;
    }

  become_nobody ();
  dd_test_set_up (&f, NULL);
  g_clear_object (&f.store);
  dd_probe_make_file (f.path);
  g_chmod (f.path, 0);
  g_assert_false (dd_probe_try_open (f.path, DD_STORE_OPEN_CREATE, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_ACCESS);
  g_clear_error (&error);

  g_chmod (f.path, 0644);
  g_chmod (f.dir, 0);
  g_assert_false (dd_probe_try_open (f.path, DD_STORE_OPEN_CREATE, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_ACCESS);
  g_chmod (f.dir, 0755);
  dd_test_tear_down (&f, NULL);
}

/* What was written last stands in a log that cannot be read without its
 * memory file: rather nothing than old records. */
static void
test_read_only_log (void)
{
  DdStoreFixture f = { NULL, };
  g_autoptr (GError) error = NULL;
  g_autofree char *memory = NULL;
  sqlite3 *handle;

  if (!g_test_subprocess ())
    {
      run_as_nobody ();
      return;
    }

  become_nobody ();
  dd_test_set_up (&f, NULL);
  g_clear_object (&f.store);
  dd_probe_make_file (f.path);
  handle = dd_probe_open (f.path);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_exec (handle, "UPDATE task SET note = 'mới'", NULL, NULL, NULL);
  sqlite3_close (handle);
  memory = g_strconcat (f.path, "-shm", NULL);
  g_unlink (memory);
  g_chmod (f.dir, 0555);

  g_assert_false (dd_probe_try_open (f.path, DD_STORE_OPEN_PLAIN, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_ACCESS);
  g_chmod (f.dir, 0755);
  g_clear_error (&error);
  g_assert_true (dd_probe_try_open (f.path, DD_STORE_OPEN_PLAIN, &error));
  g_assert_no_error (error);
  dd_test_tear_down (&f, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/read-only/asked-for", DdStoreFixture, NULL, dd_test_set_up, test_read_only,
              dd_test_tear_down);
  g_test_add_func ("/store/read-only/file", test_read_only_file);
  g_test_add_func ("/store/read-only/folder", test_read_only_folder);
  g_test_add_func ("/store/read-only/unreadable", test_unreadable);
  g_test_add_func ("/store/read-only/log", test_read_only_log);

  return g_test_run ();
}

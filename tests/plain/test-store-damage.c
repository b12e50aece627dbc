/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are not what they seem. Whatever is refused stays as it is to the
 * last byte, and so does its folder; never is a new file made in its place. */
#include "dd-test-utils.h"

#include "dd-db.h"
#include "dd-maintain.h"
#include "dd-record-types.h"
#include "dd-store-probe.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
assert_refused (DdStoreFixture *f,
                DdStoreError    code)
{
  g_autofree char *before = dd_probe_folder (f->dir);
  const DdStoreOpenFlags flags[] = { DD_STORE_OPEN_PLAIN, DD_STORE_OPEN_CREATE,
                                     DD_STORE_OPEN_READ_ONLY };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sentence = NULL;
      g_autofree char *after = NULL;

      g_assert_false (dd_probe_try_open (f->path, flags[i], &error));
      g_assert_error (error, DD_STORE_ERROR, (int) code);
      sentence = dd_store_error_to_text (error, f->path);
      g_assert_nonnull (strstr (sentence, "hồ sơ.db"));
      after = dd_probe_folder (f->dir);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_not_ours (DdStoreFixture *f,
               gconstpointer   data)
{
  static const struct
  {
    const char *bytes;
    gsize       size;
  } files[] = {
#define BYTES(text) { text, sizeof text - 1 }
    BYTES (""),
    BYTES ("Kết luận phiên họp thứ nhất\n"),
    BYTES ("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01"),
    BYTES ("SQLite format 3"),
    BYTES ("SQLite format 3\0"),
    BYTES ("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"),
    BYTES ("PK\x03\x04\x14\x00"),
    BYTES ("<b>&\"'</b>"),
#undef BYTES
  };
  g_autofree char *zeros = g_malloc0 (8192);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      dd_probe_write (f->path, files[i].bytes, files[i].size);
      assert_refused (f, DD_STORE_ERROR_NOT_OURS);
    }

  dd_probe_write (f->path, zeros, 8192);
  assert_refused (f, DD_STORE_ERROR_NOT_OURS);
}

static void
test_not_a_file (DdStoreFixture *f,
                 gconstpointer   data)
{
  g_autofree char *kept = g_build_filename (f->path, "giữ nguyên", NULL);

  g_assert_cmpint (g_mkdir (f->path, 0755), ==, 0);
  dd_probe_write (kept, "x", 1);
  assert_refused (f, DD_STORE_ERROR_NOT_OURS);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_unlink (kept);
  g_rmdir (f->path);

  /* A pipe is not waited for. */
  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  assert_refused (f, DD_STORE_ERROR_NOT_OURS);
}

static void
test_foreign (DdStoreFixture *f,
              gconstpointer   data)
{
  dd_probe_exec (f->path, "CREATE TABLE task (id INTEGER); PRAGMA user_version = 1");
  assert_refused (f, DD_STORE_ERROR_NOT_OURS);
  dd_probe_exec (f->path, "PRAGMA application_id = 0x0f055112");
  assert_refused (f, DD_STORE_ERROR_NOT_OURS);

  /* One that says it is ours, and has other tables. */
  dd_probe_exec (f->path, "PRAGMA application_id = 0x44444F43");
  assert_refused (f, DD_STORE_ERROR_FAILED);
  dd_probe_exec (f->path, "PRAGMA user_version = 0");
  assert_refused (f, DD_STORE_ERROR_CORRUPT);
}

static void
test_truncated (DdStoreFixture *f,
                gconstpointer   data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  dd_probe_make_copy (f->path);
  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 100 * 1024);
  {
    const gsize sizes[] = { 1, 15, 16, 17, 60, 99, 100, 101, 511, 512, 1023, 4095, 4096, 4097,
                            8192, size / 4, size / 2, size - 4097, size - 4096, size - 4095,
                            size - 1 };

    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        dd_probe_write (f->path, bytes, sizes[i]);
        assert_refused (f, sizes[i] < 100 ? DD_STORE_ERROR_NOT_OURS : DD_STORE_ERROR_CORRUPT);
      }
  }

  /* Back to its length it is well again. */
  dd_probe_write (f->path, bytes, size);
  g_assert_true (dd_probe_try_open (f->path, DD_STORE_OPEN_PLAIN, NULL));
}

/* What the tasks say, or that they cannot be read. */
static char *
read_tasks (const char *path)
{
  sqlite3 *handle = dd_probe_open (path);
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  sqlite3_prepare_v2 (handle, "SELECT group_concat (content || id) FROM task", -1, &statement,
                      NULL);
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  else if (sqlite3_errcode (handle) == SQLITE_CORRUPT)
    text = g_strdup ("damaged");
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return text;
}

/* Either it opens and says what it said, or that it is damaged; or it is
 * refused and untouched. */
static void
test_header_flipped (DdStoreFixture *f,
                     gconstpointer   data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *said = NULL;
  gsize size;
  guint n_refused = 0;

  dd_probe_make_copy (f->path);
  said = read_tasks (f->path);
  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));

  /* One bit of each byte, and every bit in a slow run. */
  for (guint i = 0; i < 800; i += g_test_slow () ? 1 : (guint) g_test_rand_int_range (5, 11))
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      bytes[i / 8] ^= (char) (1u << i % 8);
      dd_probe_write (f->path, bytes, size);
      before = dd_probe_folder (f->dir);
      if (dd_probe_try_open (f->path, DD_STORE_OPEN_CREATE, NULL))
        {
          g_autofree char *says = read_tasks (f->path);

          if (g_strcmp0 (says, "damaged") != 0)
            g_assert_cmpstr (says, ==, said);
        }
      else
        {
          n_refused++;
          after = dd_probe_folder (f->dir);
          if (strcmp (after, before) != 0)
            g_test_message ("bit %u of byte %u", i % 8, i / 8);
          g_assert_cmpstr (after, ==, before);
        }
      bytes[i / 8] ^= (char) (1u << i % 8);
    }

  /* The magic, the version and the name of the program at least. */
  g_assert_cmpuint (n_refused, >=, g_test_slow () ? 16 * 8 + 31 + 32 : 12);
}

/* Whatever the store answers, it answers, and texts are texts. */
static void
use_damaged (const char *path)
{
  DdStoreFixture f = { .path = (char *) path, .store = dd_store_new () };
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  g_autoptr (GAsyncResult) selected = NULL;
  g_autoptr (GAsyncResult) checked = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (dd_test_open (&f, DD_STORE_OPEN_PLAIN, NULL))
    {
      dd_query_set_sort (query, DD_TASK_DUE, FALSE);
      dd_store_select_async (f.store, query, NULL, dd_test_keep_result_cb, &selected);
      rows = dd_store_select_finish (f.store, dd_test_await (&selected), NULL);
      for (guint i = 0; rows != NULL && i < rows->len; i++)
        if (dd_row_is_set (rows->pdata[i], DD_TASK_CONTENT))
          g_assert_true (g_utf8_validate (dd_row_get_text (rows->pdata[i], DD_TASK_CONTENT), -1,
                                          NULL));
      dd_store_check_async (f.store, FALSE, NULL, dd_test_keep_result_cb, &checked);
      problems = dd_store_check_finish (f.store, dd_test_await (&checked), NULL);
    }
  dd_store_close (f.store);
  g_clear_object (&selected);
  g_clear_object (&checked);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f.store);
}

/* Damage anywhere: never a crash, never a new file, and a refusal touches nothing. */
static void
test_body_flipped (DdStoreFixture *f,
                   gconstpointer   data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  dd_probe_make_copy (f->path);
  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));

  for (guint i = 0; i < (g_test_slow () ? 200u : 20u); i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, size);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      for (guint j = 0; j < 50; j++)
        damaged[g_test_rand_int_range (100, (gint32) size)] ^=
          (char) (1 << g_test_rand_int_range (0, 8));
      dd_probe_write (f->path, damaged, size);
      before = dd_probe_folder (f->dir);
      if (dd_probe_try_open (f->path, DD_STORE_OPEN_CREATE, NULL))
        {
          use_damaged (f->path);
          continue;
        }
      after = dd_probe_folder (f->dir);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_newer (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  dd_probe_make_file (f->path);
  dd_probe_exec (f->path, "PRAGMA user_version = 7; CREATE TABLE later (id INTEGER)");
  assert_refused (f, DD_STORE_ERROR_TOO_NEW);

  dd_probe_try_open (f->path, DD_STORE_OPEN_PLAIN, &error);
  g_assert_nonnull (strstr (error->message, "7"));
}

/* The later program was killed: its version stands in the log beside the file. */
static void
test_newer_in_log (DdStoreFixture *f,
                   gconstpointer   data)
{
  sqlite3 *handle;

  dd_probe_make_file (f->path);
  handle = dd_probe_open (f->path);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = 7", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (handle);

  {
    g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
    g_autofree char *file_before = dd_test_checksum (f->path);
    g_autofree char *log_before = dd_test_checksum (log);
    g_autofree char *file_after = NULL;
    g_autofree char *log_after = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_false (dd_probe_try_open (f->path, DD_STORE_OPEN_PLAIN, &error));
    g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_TOO_NEW);
    file_after = dd_test_checksum (f->path);
    log_after = dd_test_checksum (log);
    g_assert_cmpstr (file_after, ==, file_before);
    g_assert_cmpstr (log_after, ==, log_before);
  }
  g_assert_cmpint (dd_probe_number (f->path, "PRAGMA user_version"), ==, 7);
}

/* The file is taken away from under the store, in the ways of people and of programs that
 * keep folders alike: nothing is written to what nobody will find again, what was there
 * can be saved, and nothing reaches the file in its place. */
static void
test_moved (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autofree char *away = g_build_filename (f->dir, "away.db", NULL);
  g_autofree char *copy = g_build_filename (f->dir, "copy.db", NULL);

  dd_probe_make_file (f->path);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (DdChange) written = NULL;
      g_autofree char *sentence = NULL;
      DdChange *change = dd_change_new ("Kiểm thử", NULL);

      g_assert_true (dd_test_open (f, DD_STORE_OPEN_PLAIN, &error));
      g_assert_no_error (error);
      g_assert_cmpint (g_rename (f->path, away), ==, 0);
      if (i == 1)
        dd_probe_make_file (f->path);
      else if (i == 2)
        g_assert_cmpint (g_remove (away), ==, 0);

      dd_change_insert (change, dd_test_unit ("Sở Nội vụ"));
      g_assert_null (dd_test_write (f->store, change, &error));
      g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_MOVED);
      sentence = dd_store_error_to_text (error, NULL);
      g_assert_nonnull (strstr (sentence, "Nothing was changed"));
      g_clear_error (&error);

      dd_store_backup_async (f->store, copy, NULL, dd_test_keep_result_cb, &result);
      g_assert_true (dd_store_backup_finish (f->store, dd_test_await (&result), &error));
      g_assert_no_error (error);
      dd_probe_assert_sound (copy);
      g_assert_cmpint (dd_probe_number (copy, "SELECT count(*) FROM task"), >, 0);

      if (i == 0)
        {
          /* Put back, it can be written again. */
          g_assert_cmpint (g_rename (away, f->path), ==, 0);
          written = dd_test_write (f->store, dd_change_new ("Kiểm thử", NULL), &error);
          g_assert_no_error (error);
        }
      dd_store_close (f->store);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_object_unref (f->store);
      f->store = dd_store_new ();
      g_remove (copy);
      if (i < 2)
        dd_probe_assert_sound (f->path);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/store/damage/not-ours", test_not_ours);
  ADD ("/store/damage/not-a-file", test_not_a_file);
  ADD ("/store/damage/foreign", test_foreign);
  ADD ("/store/damage/truncated", test_truncated);
  ADD ("/store/damage/header-flipped", test_header_flipped);
  ADD ("/store/damage/body-flipped", test_body_flipped);
  ADD ("/store/damage/newer", test_newer);
  ADD ("/store/damage/newer-in-log", test_newer_in_log);
  ADD ("/store/damage/moved", test_moved);

  return g_test_run ();
}

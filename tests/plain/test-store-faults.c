/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fills up, breaks, or lets nothing be made, at every single step of
 * what is written to it. What was acknowledged is there, what was not is not,
 * the message says why, and with a sound disk the next attempt works. */
#include "dd-test-utils.h"

#include "dd-faulty-disk.h"
#include "dd-import.h"
#include "dd-maintain.h"
#include "dd-record-types.h"
#include "dd-store-probe.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_IMPORTED 40

typedef gboolean (*Operation) (DdStoreFixture  *f,
                               GError         **error);

/* --- what is done --------------------------------------------------------- */

static gboolean
write_all (DdStoreFixture  *f,
           DdChange        *change,
           GError         **error)
{
  g_autoptr (DdChange) written = dd_test_write (f->store, change, error);

  return written != NULL;
}

static gboolean
add (DdStoreFixture  *f,
     GError         **error)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);

  dd_change_insert (change, dd_test_task ("Rà soát thủ tục đăng kiểm", 1, "2024-06-30"));

  return write_all (f, change, error);
}

static gboolean
add_many (DdStoreFixture  *f,
          GError         **error)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);

  for (guint i = 0; i < 60; i++)
    dd_change_insert (change, dd_test_task ("Công bố thủ tục nội bộ", 1, "2024-07-31"));

  return write_all (f, change, error);
}

static gboolean
edit (DdStoreFixture  *f,
      GError         **error)
{
  DdChange *change = dd_change_new ("Kiểm thử", "Theo báo cáo");
  DdRow *row = dd_probe_fetch_row (f->store, DD_KIND_TASK, 1);
  g_autofree char *note = g_strdup_printf ("lần %" G_GINT64_FORMAT, dd_row_get_revision (row));

  dd_row_set_text (row, DD_TASK_NOTE, note);
  dd_change_update (change, row);

  return write_all (f, change, error);
}

static DdRow *
give_row (gpointer   user_data,
          guint     *place,
          GError   **error)
{
  static DdRow *row;
  guint *left = user_data;

  g_clear_pointer (&row, dd_row_free);
  if (*left == 0)
    return NULL;

  *place = N_IMPORTED - --*left;
  row = dd_test_unit ("Sở Giao thông vận tải");
  {
    g_autofree char *name = g_strdup_printf ("Đơn vị %" G_GINT64_FORMAT, g_get_monotonic_time ());

    dd_row_set_text (row, DD_UNIT_NAME, name);
  }

  return row;
}

static gboolean
import (DdStoreFixture  *f,
        GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  DdImportCounts counts;
  guint left = N_IMPORTED;

  dd_store_import_async (f->store, give_row, &left, NULL, "Kiểm thử", NULL, NULL, NULL, NULL,
                         dd_test_keep_result_cb, &result);

  return dd_store_import_finish (f->store, dd_test_await (&result), &counts, error);
}

static char *
name_copy (DdStoreFixture *f)
{
  return g_build_filename (f->dir, "bản sao.db", NULL);
}

static gboolean
back_up (DdStoreFixture  *f,
         GError         **error)
{
  g_autofree char *copy = name_copy (f);
  g_autoptr (GAsyncResult) result = NULL;

  dd_store_backup_async (f->store, copy, NULL, dd_test_keep_result_cb, &result);

  return dd_store_backup_finish (f->store, dd_test_await (&result), error);
}

/* --- what comes of it ----------------------------------------------------- */

/* What every write changes, and a glance tells. */
static char *
read_state (const char *path)
{
  return dd_probe_text (path,
                        "SELECT (SELECT count(*) FROM task) || ' ' ||"
                        " (SELECT coalesce (sum (revision), 0) FROM task) || ' ' ||"
                        " (SELECT count(*) FROM unit) || ' ' ||"
                        " (SELECT count(*) FROM history) || ' ' ||"
                        " (SELECT count(*) FROM history_field) || ' ' ||"
                        " (SELECT count(*) FROM task_words WHERE task_words MATCH 'tục') || ' ' ||"
                        " (SELECT count(*) FROM unit_words WHERE unit_words MATCH 'đơn')");
}

static void
assert_told (const GError *error,
             DdFault       fault,
             const char   *path)
{
  g_autofree char *sentence = dd_store_error_to_text (error, path);

  if (fault == DD_FAULT_FULL)
    g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FULL);
  else
    g_assert_true (error->domain == DD_STORE_ERROR);
  g_assert_true (g_str_has_suffix (sentence, "."));
}

/* Every step in a slow run, some of them in a quick one. */
static guint
get_step (guint after)
{
  return g_test_slow () || after < 4 ? 1 : (guint) g_test_rand_int_range (1, 8 + (int) after);
}

/* Fails at the first step that can fail, then at the second, and so on until
 * the operation ends before the disk does. */
static void
fail_everywhere (DdStoreFixture *f,
                 Operation       operation,
                 DdFault         fault,
                 gboolean        for_good)
{
  gboolean met = TRUE;
  guint n_failed = 0;

  for (guint after = 0; met;)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = read_state (f->path);
      g_autofree char *now = NULL;
      gboolean ok;

      dd_faulty_disk_arm (fault, after, for_good);
      ok = operation (f, &error);
      met = dd_faulty_disk_disarm ();
      now = read_state (f->path);
      if (!ok)
        {
          g_assert_true (met);
          g_assert_cmpstr (now, ==, before);
          assert_told (error, fault, f->path);
          n_failed++;
          g_clear_error (&error);
          g_assert_true (operation (f, &error));
        }
      g_assert_no_error (error);
      if (operation != back_up)
        {
          g_clear_pointer (&now, g_free);
          now = read_state (f->path);
          g_assert_cmpstr (now, !=, before);
        }
      after += get_step (after);
    }
  g_test_message ("failed %u times", n_failed);
}

static const struct
{
  const char *name;
  Operation   operation;
} operations[] = {
  { "add", add },
  { "add-many", add_many },
  { "edit", edit },
  { "import", import },
  { "backup", back_up },
};

static void
test_operation (DdStoreFixture *f,
                gconstpointer   data)
{
  Operation operation = operations[GPOINTER_TO_UINT (data)].operation;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  dd_probe_make_file (f->path);
  dd_test_open (f, DD_STORE_OPEN_PLAIN, &error);
  g_assert_no_error (error);
  for (guint fault = 0; fault < DD_N_FAULTS; fault++)
    {
      fail_everywhere (f, operation, fault, FALSE);
      fail_everywhere (f, operation, fault, TRUE);
    }

  /* It is on the disk, and not in the store's memory alone. */
  said = read_state (f->path);
  dd_store_close (f->store);
  {
    g_autofree char *says = read_state (f->path);

    g_assert_cmpstr (says, ==, said);
  }
  dd_probe_assert_sound (f->path);
}

/* A backup that failed leaves the one that was there before, and nothing beside it. */
static void
test_backup_stays (DdStoreFixture *f,
                   gconstpointer   data)
{
  g_autofree char *copy = name_copy (f);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gboolean met = TRUE;

  dd_probe_make_file (f->path);
  dd_test_open (f, DD_STORE_OPEN_PLAIN, &error);
  g_assert_no_error (error);
  g_assert_true (back_up (f, &error));
  g_assert_true (add (f, &error));
  before = dd_test_checksum (copy);

  for (guint after = 0; met; after += 1 + after / 8)
    {
      g_autofree char *folder = NULL;

      dd_faulty_disk_arm (DD_FAULT_FULL, after, TRUE);
      if (!back_up (f, &error))
        {
          g_autofree char *now = dd_test_checksum (copy);

          g_assert_cmpstr (now, ==, before);
          g_clear_error (&error);
        }
      met = dd_faulty_disk_disarm ();
      folder = dd_probe_folder (f->dir);
      g_assert_null (strstr (folder, ".part-"));
    }
  dd_probe_assert_sound (copy);
}

/* A file that could not be made is not there, nor is anything of it. */
static void
test_create (DdStoreFixture *f,
             gconstpointer   data)
{
  for (guint fault = 0; fault < DD_N_FAULTS; fault++)
    for (guint after = 0, met = TRUE; met;)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *folder = NULL;
        gboolean ok;

        dd_faulty_disk_arm (fault, after, TRUE);
        ok = dd_probe_try_open (f->path, DD_STORE_OPEN_CREATE, &error);
        met = dd_faulty_disk_disarm ();
        if (!ok)
          {
            assert_told (error, fault, f->path);
            /* Whole, because only opening it failed, or not there at all. */
            if (g_file_test (f->path, G_FILE_TEST_EXISTS))
              g_assert_true (dd_probe_try_open (f->path, DD_STORE_OPEN_PLAIN, NULL));
          }
        if (g_file_test (f->path, G_FILE_TEST_EXISTS))
          {
            dd_probe_assert_sound (f->path);
            g_unlink (f->path);
          }
        folder = dd_probe_folder (f->dir);
        if (fault != DD_FAULT_DENIED)
          g_assert_cmpstr (folder, ==, "");
        else
          {
            /* What cannot be removed stays; it is in nobody's way. */
            dd_test_remove_tree (f->dir);
            g_mkdir (f->dir, 0755);
          }
        after += get_step (after);
      }
}

/* A file that cannot be opened for want of room says what it said. */
static void
test_open (DdStoreFixture *f,
           gconstpointer   data)
{
  g_autofree char *before = NULL;

  dd_probe_make_file (f->path);
  before = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  for (guint fault = 0; fault < DD_N_FAULTS; fault++)
    for (guint after = 0, met = TRUE; met; after++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *now = NULL;
        gboolean ok;

        dd_faulty_disk_arm (fault, after, TRUE);
        ok = dd_probe_try_open (f->path, DD_STORE_OPEN_CREATE, &error);
        met = dd_faulty_disk_disarm ();
        if (!ok)
          assert_told (error, fault, f->path);
        now = dd_probe_dump (f->path, DD_DUMP_WHOLE);
        g_assert_cmpstr (now, ==, before);
      }
  dd_probe_assert_sound (f->path);
}

/* Nothing is acknowledged before the disk was told to keep it. */
static void
test_synced (DdStoreFixture *f,
             gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  dd_probe_make_file (f->path);
  dd_test_open (f, DD_STORE_OPEN_PLAIN, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < (g_test_slow () ? 1000u : 50u); i++)
    {
      guint n_syncs = dd_faulty_disk_n_syncs ();

      g_assert_true (i % 2 == 0 ? add (f, &error) : edit (f, &error));
      g_assert_cmpuint (dd_faulty_disk_n_syncs (), >, n_syncs);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dd_faulty_disk_install ();

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      g_autofree char *path = g_strconcat ("/store/faults/", operations[i].name, NULL);

      g_test_add (path, DdStoreFixture, GUINT_TO_POINTER (i), dd_test_set_up, test_operation,
                  dd_test_tear_down);
    }
#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/store/faults/backup-stays", test_backup_stays);
  ADD ("/store/faults/create", test_create);
  ADD ("/store/faults/open", test_open);
  ADD ("/store/faults/synced", test_synced);

  return g_test_run ();
}

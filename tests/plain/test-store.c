/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-test-utils.h"

#include "dd-record-types.h"

#include <glib/gstdio.h>

static void
test_write_and_read (DdStoreFixture *f,
                     gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdRecord) task = NULL;
  DdChange *change = dd_change_new ("Thư ký", "Kết luận phiên họp");
  gint64 unit, id;

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  g_assert_no_error (error);

  /* A task may refer to a unit that the same change makes. */
  unit = dd_change_insert (change, dd_test_unit ("Sở Tư pháp"));
  id = dd_change_insert (change, dd_test_task ("Rà soát thủ tục nội bộ", unit, "2024-06-30"));
  written = dd_test_write (f->store, change, &error);
  g_assert_no_error (error);

  task = dd_test_fetch (f->store, DD_KIND_TASK, dd_change_resolve_id (written, id), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dd_row_get_text (dd_record_get_row (task), DD_TASK_LEAD_NAME), ==, "Sở Tư pháp");
  g_assert_cmpuint (dd_row_get_day (dd_record_get_row (task), DD_TASK_DUE), ==,
                    dd_day_new (2024, 6, 30));
  g_assert_cmpint (dd_row_get_revision (dd_record_get_row (task)), ==, 1);

  /* What is on the disk is the same. */
  g_clear_object (&task);
  dd_test_reopen (f);
  task = dd_test_fetch (f->store, DD_KIND_TASK, dd_change_resolve_id (written, id), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dd_row_get_text (dd_record_get_row (task), DD_TASK_CONTENT), ==,
                   "Rà soát thủ tục nội bộ");
}

static gboolean
log_is_empty (gpointer data)
{
  DdStoreFixture *f = data;
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) != 0 || status.st_size == 0;
}

/* People copy the file alone, while the window is open. */
static void
test_copied_alone (DdStoreFixture *f,
                   gconstpointer   data)
{
  DdStoreFixture copy = { NULL, };
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) unit = NULL;
  g_autofree char *bytes = NULL;
  gsize size;
  gint64 id;

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  id = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  g_assert_false (log_is_empty (f));
  g_assert_true (dd_test_spin_until (log_is_empty, f, 20000));

  dd_test_set_up (&copy, NULL);
  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (copy.path, bytes, (gssize) size, NULL));
  g_assert_true (dd_test_open (&copy, DD_STORE_OPEN_PLAIN, &error));
  unit = dd_test_fetch (copy.store, DD_KIND_UNIT, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dd_row_get_text (dd_record_get_row (unit), DD_UNIT_NAME), ==, "Sở Tư pháp");
  g_clear_object (&unit);
  dd_test_tear_down (&copy, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/store/write-and-read", test_write_and_read);
  ADD ("/store/copied-alone", test_copied_alone);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-test-utils.h"

#include "dd-record-types.h"

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/store/write-and-read", test_write_and_read);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a store is done in its order: waited for, withdrawn, and not
 * lost where the store is closed. */
#include "dd-test-utils.h"

#include "dd-record-types.h"
#include "dd-store-probe.h"

static void
test_cancel (DdStoreFixture *f,
             gconstpointer   data)
{
  sqlite3 *other = dd_probe_open (f->path);
  g_autoptr (GCancellable) first_cancellable = g_cancellable_new ();
  g_autoptr (GCancellable) second_cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GError) error = NULL;
  DdChange *change;

  /* Another program holds the file, so the first write waits, and the second behind it. */
  sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  change = dd_change_new ("Kiểm thử", NULL);
  dd_change_insert (change, dd_test_unit ("Sở Tư pháp"));
  dd_store_write_async (f->store, change, first_cancellable, dd_test_keep_result_cb, &first);
  change = dd_change_new ("Kiểm thử", NULL);
  dd_change_insert (change, dd_test_unit ("Sở Nội vụ"));
  dd_store_write_async (f->store, change, second_cancellable, dd_test_keep_result_cb, &second);

  g_usleep (50000);
  g_cancellable_cancel (first_cancellable);
  g_cancellable_cancel (second_cancellable);
  sqlite3_exec (other, "COMMIT", NULL, NULL, NULL);
  sqlite3_close (other);

  /* What had begun is done, and said to be done. */
  written = dd_store_write_finish (f->store, dd_test_await (&first), &error);
  g_assert_no_error (error);
  g_assert_nonnull (written);
  g_assert_null (dd_store_write_finish (f->store, dd_test_await (&second), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  dd_store_close (f->store);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM unit"), ==, 1);
}

static void
count_written_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = dd_store_write_finish (DD_STORE (object), result, &error);

  g_assert_no_error (error);
  (*(guint *) user_data)++;
}

static void
test_close_waits (DdStoreFixture *f,
                  gconstpointer   data)
{
  DdChange *change;
  g_autoptr (GError) error = NULL;
  guint n_answers = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("Sở %u", i);

      change = dd_change_new ("Kiểm thử", NULL);
      dd_change_insert (change, dd_test_unit (name));
      dd_store_write_async (f->store, change, NULL, count_written_cb, &n_answers);
    }
  dd_store_close (f->store);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM unit"), ==, 50);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_answers, ==, 50);

  /* A closed store refuses. */
  change = dd_change_new ("Kiểm thử", NULL);
  dd_change_insert (change, dd_test_unit ("Sở Tư pháp"));
  g_assert_null (dd_test_write (f->store, change, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

/* Answers come in the order of the questions, and see what was written before. */
static void
test_order (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT);
  g_autoptr (GError) error = NULL;
  guint n_answers = 0, count = 0;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Sở %u", i);
      DdChange *change = dd_change_new ("Kiểm thử", NULL);

      dd_change_insert (change, dd_test_unit (name));
      dd_store_write_async (f->store, change, NULL, count_written_cb, &n_answers);
    }
  dd_store_count_async (f->store, query, NULL, dd_test_keep_result_cb, &result);
  g_assert_true (dd_store_count_finish (f->store, dd_test_await (&result), &count, &error));
  g_assert_cmpuint (count, ==, 10);
  g_assert_cmpuint (n_answers, ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up_open, function, dd_test_tear_down)
  ADD ("/store/queue/cancel", test_cancel);
  ADD ("/store/queue/close-waits", test_close_waits);
  ADD ("/store/queue/order", test_order);

  return g_test_run ();
}

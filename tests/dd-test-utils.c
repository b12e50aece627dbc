/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-test-utils.h"

#include "dd-record-types.h"

#include <glib/gstdio.h>

void
dd_test_keep_result_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
dd_test_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @done says so; FALSE if it takes too long. */
gboolean
dd_test_spin_until (gboolean (*done) (gpointer data),
                    gpointer   data,
                    guint      milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) milliseconds * 1000;
  guint timer = g_timeout_add (20, wake_cb, NULL);
  gboolean ok;

  while (!(ok = done (data)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);

  return ok;
}

void
dd_test_set_up (DdStoreFixture *f,
                gconstpointer   data)
{
  f->dir = g_dir_make_tmp ("dondoc-test-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "hồ sơ.db", NULL);
  f->store = dd_store_new ();
}

/* The same, with an empty file open. */
void
dd_test_set_up_open (DdStoreFixture *f,
                     gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  dd_test_set_up (f, data);
  dd_test_open (f, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
}

void
dd_test_tear_down (DdStoreFixture *f,
                   gconstpointer   data)
{
  if (f->store != NULL)
    {
      /* Answers that are on their way hold the store. */
      dd_store_close (f->store);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_finalize_object (f->store);
    }
  dd_test_remove_tree (f->dir);
  g_free (f->path);
  g_free (f->dir);
}

gboolean
dd_test_open (DdStoreFixture    *f,
              DdStoreOpenFlags   flags,
              GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dd_store_open_async (f->store, f->path, flags, NULL, dd_test_keep_result_cb, &result);

  return dd_store_open_finish (f->store, dd_test_await (&result), error);
}

/* What is on the disk is read again, by a new store. */
void
dd_test_reopen (DdStoreFixture *f)
{
  g_autoptr (GError) error = NULL;

  dd_store_close (f->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (f->store);
  f->store = dd_store_new ();
  dd_test_open (f, DD_STORE_OPEN_PLAIN, &error);
  g_assert_no_error (error);
}

DdChange *
dd_test_write (DdStore   *store,
               DdChange  *change,
               GError   **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dd_store_write_async (store, change, NULL, dd_test_keep_result_cb, &result);

  return dd_store_write_finish (store, dd_test_await (&result), error);
}

gint64
dd_test_insert (DdStore *store,
                DdRow   *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = NULL;
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  gint64 id = dd_change_insert (change, row);

  written = dd_test_write (store, change, &error);
  g_assert_no_error (error);

  return dd_change_resolve_id (written, id);
}

gboolean
dd_test_undo (DdStore  *store,
              gint64    action,
              GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dd_store_undo_async (store, action, "Kiểm thử", NULL, dd_test_keep_result_cb, &result);

  return dd_store_undo_finish (store, dd_test_await (&result), error);
}

DdRecord *
dd_test_fetch (DdStore  *store,
               DdKind    kind,
               gint64    id,
               GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dd_store_fetch_async (store, kind, id, NULL, dd_test_keep_result_cb, &result);

  return dd_store_fetch_finish (store, dd_test_await (&result), error);
}

GPtrArray *
dd_test_select (DdStore       *store,
                const DdQuery *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  dd_store_select_async (store, query, NULL, dd_test_keep_result_cb, &result);
  rows = dd_store_select_finish (store, dd_test_await (&result), &error);
  g_assert_no_error (error);

  return rows;
}

/* All records of a kind. */
GPtrArray *
dd_test_select_kind (DdStore *store,
                     DdKind   kind)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);

  return dd_test_select (store, query);
}

guint
dd_test_count (DdStore *store,
               DdKind   kind)
{
  g_autoptr (GPtrArray) rows = dd_test_select_kind (store, kind);

  return rows->len;
}

static gboolean
list_is_whole (gpointer data)
{
  return !dd_list_get_loading (data) && dd_list_get_complete (data);
}

void
dd_test_wait_list (DdList *list)
{
  g_assert_true (dd_test_spin_until (list_is_whole, list, 20000));
}

DdRow *
dd_test_unit (const char *name)
{
  DdRow *row = dd_row_new (DD_KIND_UNIT);

  dd_row_set_text (row, DD_UNIT_NAME, name);
  dd_row_set_choice (row, DD_UNIT_LEVEL, DD_UNIT_LEVEL_DEPARTMENT);

  return row;
}

DdRow *
dd_test_task (const char *content,
              gint64      lead,
              const char *deadline)
{
  DdRow *row = dd_row_new (DD_KIND_TASK);

  dd_row_set_text (row, DD_TASK_CONTENT, content);
  dd_row_set_reference (row, DD_TASK_LEAD, lead);
  dd_row_set_day (row, DD_TASK_ASSIGNED, dd_day_new (2024, 1, 2));
  dd_row_set_day (row, DD_TASK_DEADLINE, dd_day_from_iso (deadline));
  dd_row_set_choice (row, DD_TASK_DEADLINE_KIND,
                     deadline != NULL ? DD_DEADLINE_KIND_BY : DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (row, DD_TASK_STATE, DD_TASK_STATE_ASSIGNED);

  return row;
}

/* Of the bytes of a file, to tell whether it was touched. */
char *
dd_test_checksum (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, size);
}

void
dd_test_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        dd_test_remove_tree (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

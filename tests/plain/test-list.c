/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists as views see them: what they tell is checked after every signal by a
 * mirror, and what they show at the end by asking anew. */
#include "dd-lists-fixture.h"

#include "dd-record-types.h"
#include "dd-sample-records.h"

#include <string.h>

typedef DdListsFixture Fixture;

/* --- the first answer, and the rest --------------------------------------- */

static void
note_cb (DdList     *list,
         GParamSpec *pspec,
         GString    *notes)
{
  g_string_append_printf (notes, "%s:%u ", pspec->name, dd_list_get_count (list));
}

static void
test_first_page (Fixture       *fx,
                 gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;
  g_autoptr (GString) notes = g_string_new (NULL);

  dd_lists_add_tasks (fx, 600);
  list = dd_store_get_list (fx->f.store, query);
  mirror = dd_mirror_new (list);
  g_signal_connect (list, "notify", G_CALLBACK (note_cb), notes);
  g_assert_true (dd_list_get_loading (list));
  g_assert_false (dd_list_get_complete (list));
  g_assert_cmpuint (dd_list_get_count (list), ==, 0);

  /* Nothing has been answered yet, so nothing is told yet. */
  while (dd_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (dd_list_get_count (list), ==, 256);
  g_assert_false (dd_list_get_complete (list));

  /* The first page came with its records. */
  for (guint i = 0; i < 256; i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char *content = g_strdup_printf ("Việc %05u", i);

      g_assert_true (dd_record_get_loaded (record));
      g_assert_cmpstr (dd_row_get_text (dd_record_get_row (record), DD_TASK_CONTENT), ==, content);
    }

  dd_test_wait_list (list);
  g_assert_cmpuint (dd_list_get_count (list), ==, 600);
  g_assert_cmpuint (dd_mirror_get_n_told (mirror), ==, 2);
  g_assert_cmpuint (dd_mirror_get_n_moved (mirror), ==, 600);
  g_assert_cmpstr (notes->str, ==, "count:256 loading:256 count:600 complete:600 ");
  g_assert_true (dd_probe_list_is (fx->f.store, list));

  /* Beyond its end there is nothing. */
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 600));
  g_assert_cmpuint (dd_list_find (list, 9999), ==, G_MAXUINT);
  g_assert_cmpuint (dd_list_find (list, dd_list_get_id (list, 300)), ==, 300);
  g_signal_handlers_disconnect_by_data (list, notes);
}

/* Exactly a page, one less, one more, none. */
static void
test_sizes (Fixture       *fx,
            gconstpointer  data)
{
  static const guint sizes[] = { 0, 1, 255, 256, 257 };
  guint n_tasks = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DdQuery) query = dd_lists_by_content ();
      g_autoptr (DdList) list = NULL;
      g_autoptr (DdMirror) mirror = NULL;

      dd_lists_add_tasks (fx, sizes[i] - n_tasks);
      n_tasks = sizes[i];
      list = dd_store_get_list (fx->f.store, query);
      mirror = dd_mirror_new (list);
      dd_test_wait_list (list);
      g_assert_cmpuint (dd_list_get_count (list), ==, sizes[i]);
    }
}

/* --- what a change tells -------------------------------------------------- */

static void
test_precise (Fixture       *fx,
              gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;
  gint64 id, action;
  DdStore *store = fx->f.store;

  dd_lists_add_tasks (fx, 100);
  list = dd_lists_make (fx, query, &mirror);

  /* In at the beginning, in the middle and at the end. */
  id = dd_test_insert (store, dd_test_task ("A", fx->units[0], NULL));
  dd_lists_assert_moved (fx, list, mirror, 1);
  g_assert_cmpint (dd_list_get_id (list, 0), ==, id);
  id = dd_test_insert (store, dd_test_task ("Việc 00050a", fx->units[0], NULL));
  dd_lists_assert_moved (fx, list, mirror, 1);
  g_assert_cmpuint (dd_list_find (list, id), ==, 52);
  id = dd_test_insert (store, dd_test_task ("Xong", fx->units[0], NULL));
  dd_lists_assert_moved (fx, list, mirror, 1);
  g_assert_cmpint (dd_list_get_id (list, 102), ==, id);

  /* Changed where it stands: no row moves. */
  action = dd_probe_set_text (store, DD_KIND_TASK, id, DD_TASK_NOTE, "mới");
  dd_lists_assert_moved (fx, list, mirror, 0);
  action = dd_probe_set_text (store, DD_KIND_TASK, id, DD_TASK_CONTENT, "Xong rồi");
  dd_lists_assert_moved (fx, list, mirror, 0);

  /* Moved: out here, in there, and back. */
  action = dd_probe_set_text (store, DD_KIND_TASK, id, DD_TASK_CONTENT, "B");
  dd_lists_assert_moved (fx, list, mirror, 2);
  g_assert_cmpint (dd_list_get_id (list, 1), ==, id);
  g_assert_true (dd_test_undo (store, action, NULL));
  dd_lists_assert_moved (fx, list, mirror, 2);
  g_assert_cmpint (dd_list_get_id (list, 102), ==, id);

  /* Gone, and brought back. */
  action = dd_probe_delete (store, DD_KIND_TASK, id);
  dd_lists_assert_moved (fx, list, mirror, 1);
  g_assert_true (dd_test_undo (store, action, NULL));
  dd_lists_assert_moved (fx, list, mirror, 1);

  /* Records of other kinds are none of its business. */
  dd_test_insert (store, dd_test_unit ("Sở Xây dựng"));
  dd_lists_assert_moved (fx, list, mirror, 0);
}

static void
test_filter (Fixture       *fx,
             gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;
  DdStore *store = fx->f.store;
  gint64 id;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *content = g_strdup_printf ("Việc %02u", i);
      DdRow *row = dd_test_task (content, fx->units[0], NULL);

      dd_row_set_text (row, DD_TASK_OFFICER, i % 3 == 0 ? "An" : "Bình");
      dd_test_insert (store, row);
    }
  dd_query_set_text (query, DD_TASK_OFFICER, "An");
  list = dd_lists_make (fx, query, &mirror);
  g_assert_cmpuint (dd_list_get_count (list), ==, 10);

  id = dd_list_get_id (list, 4);
  dd_probe_set_text (store, DD_KIND_TASK, id, DD_TASK_OFFICER, "Bình");
  dd_lists_assert_moved (fx, list, mirror, 1);
  g_assert_cmpuint (dd_list_find (list, id), ==, G_MAXUINT);
  dd_probe_set_text (store, DD_KIND_TASK, id, DD_TASK_NOTE, "ngoài danh sách");
  dd_lists_assert_moved (fx, list, mirror, 0);
  dd_probe_set_text (store, DD_KIND_TASK, id, DD_TASK_OFFICER, "An");
  dd_lists_assert_moved (fx, list, mirror, 1);
  g_assert_cmpuint (dd_list_find (list, id), ==, 4);
  dd_probe_delete (store, DD_KIND_TASK, id);
  dd_lists_assert_moved (fx, list, mirror, 1);
}

/* Several records in one change: in, out, moved past each other, and some that
 * the list does not show, between those that it does. */
static void
test_several (Fixture       *fx,
              gconstpointer  data)
{
  DdStore *store = fx->f.store;

  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (DdQuery) query = dd_lists_by_content ();
      g_autoptr (DdList) list = NULL;
      g_autoptr (DdMirror) mirror = NULL;
      DdChange *change = dd_change_new ("Kiểm thử", NULL);

      dd_query_set_text (query, DD_TASK_OFFICER, "An");
      list = dd_lists_make (fx, query, &mirror);
      for (guint i = 0; i < 10; i++)
        {
          g_autofree char *content = g_strdup_printf ("Việc %02d", g_test_rand_int_range (0, 40));
          DdRow *row = dd_test_task (content, fx->units[0], NULL);

          dd_row_set_text (row, DD_TASK_OFFICER, g_test_rand_bit () ? "An" : "Bình");
          dd_change_insert (change, row);
        }
      for (guint i = 0; i < MIN (dd_list_get_count (list), 6); i++)
        {
          g_autofree char *content = g_strdup_printf ("Việc %02d", g_test_rand_int_range (0, 40));
          DdRow *row = dd_probe_fetch_row (store, DD_KIND_TASK, dd_list_get_id (list, i));

          dd_row_set_text (row, DD_TASK_CONTENT, content);
          if (g_test_rand_int_range (0, 3) == 0)
            dd_row_set_text (row, DD_TASK_OFFICER, "Bình");
          dd_change_update (change, row);
        }
      dd_probe_write_change (store, change);
      dd_probe_wait_list (store, list);
    }
}

/* So many at once that placing each would take longer than asking anew. */
static void
test_many (Fixture       *fx,
           gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;

  dd_lists_add_tasks (fx, 50);
  list = dd_lists_make (fx, query, &mirror);
  for (guint n = 15; n < 19; n++)
    {
      dd_lists_add_tasks (fx, n);
      dd_probe_wait_list (fx->f.store, list);
    }
  g_assert_cmpuint (dd_list_get_count (list), ==, 50 + 15 + 16 + 17 + 18);
}

/* Writes that follow each other faster than the list asks. */
static void
test_burst (Fixture       *fx,
            gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;
  DdStore *store = fx->f.store;

  dd_lists_add_tasks (fx, 40);
  list = dd_lists_make (fx, query, &mirror);
  for (guint round = 0; round < 25; round++)
    {
      guint n_writes = (guint) g_test_rand_int_range (2, 7);
      g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

      for (guint i = 0; i < n_writes; i++)
        {
          DdChange *change = dd_change_new ("Kiểm thử", NULL);
          guint position = (guint) g_test_rand_int_range (0, (gint32) dd_list_get_count (list));
          gint64 id = dd_list_get_id (list, position);
          g_autofree char *content = g_strdup_printf ("Việc %05d", g_test_rand_int_range (0, 60));
          int verb = g_test_rand_int_range (0, 5);

          if (verb == 0 || !g_hash_table_add (used, GSIZE_TO_POINTER ((gsize) id)))
            dd_change_insert (change, dd_test_task (content, fx->units[0], NULL));
          else if (verb == 1)
            dd_change_delete (change, DD_KIND_TASK, id);
          else
            {
              DdRow *row = dd_probe_fetch_row (store, DD_KIND_TASK, id);

              dd_row_set_text (row, DD_TASK_CONTENT, content);
              dd_change_update (change, row);
            }

          /* Nobody waits for the answer. */
          dd_store_write_async (store, change, NULL, NULL, NULL);
        }
      dd_probe_wait_list (store, list);
    }
}

/* --- other kinds that decide what is shown -------------------------------- */

static void
test_other_kinds (Fixture       *fx,
                  gconstpointer  data)
{
  g_autoptr (DdQuery) by_lead = dd_query_new (DD_KIND_TASK);
  g_autoptr (DdQuery) of_unit = dd_lists_by_content ();
  g_autoptr (DdQuery) of_document = dd_lists_by_content ();
  g_autoptr (DdQuery) uncovered = dd_query_new (DD_KIND_DIRECTIVE);
  g_autoptr (DdQuery) by_percent = dd_query_new (DD_KIND_TASK);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) mirrors = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_mirror_free);
  gint64 ids[DD_N_KINDS] = { [DD_KIND_UNIT] = fx->units[2], };
  DdStore *store = fx->f.store;
  gint64 document, directive, task, part, progress;
  DdRow *row;

  dd_lists_add_tasks (fx, 30);
  document = dd_test_insert (store, dd_sample_row (DD_KIND_DOCUMENT, 0, ids));
  ids[DD_KIND_DOCUMENT] = document;
  row = dd_sample_bare_row (DD_KIND_DIRECTIVE, 0, ids);
  directive = dd_test_insert (store, row);
  task = dd_test_insert (store, dd_test_task ("Việc của chỉ đạo", fx->units[0], NULL));

  dd_query_set_sort (by_lead, DD_TASK_LEAD, FALSE);
  dd_query_set_unit (of_unit, fx->units[2]);
  dd_query_set_document (of_document, document);
  dd_query_set_coverages (uncovered, DD_COVERAGE_BIT (DD_COVERAGE_UNASSIGNED));
  dd_query_set_sort (by_percent, DD_TASK_PERCENT, TRUE);
  g_ptr_array_add (lists, dd_store_get_list (store, by_lead));
  g_ptr_array_add (lists, dd_store_get_list (store, of_unit));
  g_ptr_array_add (lists, dd_store_get_list (store, of_document));
  g_ptr_array_add (lists, dd_store_get_list (store, uncovered));
  g_ptr_array_add (lists, dd_store_get_list (store, by_percent));
  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (mirrors, dd_mirror_new (lists->pdata[i]));

#define WAIT() \
  for (guint i = 0; i < lists->len; i++) \
    dd_probe_wait_list (store, lists->pdata[i])
#define COUNT(i) dd_list_get_count (lists->pdata[i])

  WAIT ();
  g_assert_cmpuint (COUNT (1), ==, 10);
  g_assert_cmpuint (COUNT (3), ==, 1);

  /* A unit gets another name: the tasks by lead change their order. */
  dd_probe_set_text (store, DD_KIND_UNIT, fx->units[2], DD_UNIT_NAME, "Bộ Y tế");
  WAIT ();
  {
    g_autoptr (DdRow) first =
      dd_probe_fetch_row (store, DD_KIND_TASK, dd_list_get_id (lists->pdata[0], 0));

    g_assert_cmpint (dd_row_get_reference (first, DD_TASK_LEAD), ==, fx->units[2]);
  }

  /* A unit comes to coordinate in a task, and leaves it. */
  ids[DD_KIND_TASK] = task;
  part = dd_test_insert (store, dd_sample_row (DD_KIND_TASK_UNIT, 0, ids));
  WAIT ();
  g_assert_cmpuint (COUNT (1), ==, 11);
  dd_probe_delete (store, DD_KIND_TASK_UNIT, part);
  WAIT ();
  g_assert_cmpuint (COUNT (1), ==, 10);

  /* A task comes to belong to a directive, which is covered then. */
  {
    DdChange *change = dd_change_new ("Kiểm thử", NULL);

    row = dd_probe_fetch_row (store, DD_KIND_TASK, task);
    dd_row_set_reference (row, DD_TASK_DIRECTIVE, directive);
    dd_change_update (change, row);
    dd_probe_write_change (store, change);
  }
  WAIT ();
  g_assert_cmpuint (COUNT (2), ==, 1);
  g_assert_cmpuint (COUNT (3), ==, 0);

  /* Progress is reported: the order by progress follows. */
  progress = dd_test_insert (store, dd_sample_row (DD_KIND_PROGRESS, 3, ids));
  WAIT ();
  g_assert_cmpint (dd_list_get_id (lists->pdata[4], 0), ==, task);
  dd_probe_delete (store, DD_KIND_PROGRESS, progress);
  WAIT ();
  dd_probe_delete (store, DD_KIND_TASK, task);
  WAIT ();
  g_assert_cmpuint (COUNT (2), ==, 0);
  g_assert_cmpuint (COUNT (3), ==, 1);
#undef WAIT
#undef COUNT
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, dd_lists_set_up, function,\
              dd_lists_tear_down)
  ADD ("/list/first-page", test_first_page);
  ADD ("/list/sizes", test_sizes);
  ADD ("/list/precise", test_precise);
  ADD ("/list/filter", test_filter);
  ADD ("/list/several", test_several);
  ADD ("/list/many", test_many);
  ADD ("/list/burst", test_burst);
  ADD ("/list/other-kinds", test_other_kinds);

  return g_test_run ();
}

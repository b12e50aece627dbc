/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of lists and of the records in them: questions that change, stores
 * that go, objects that are shared, and other programs. */
#include "dd-lists-fixture.h"

#include "dd-record-types.h"
#include "dd-sample-records.h"

#include <string.h>

typedef DdListsFixture Fixture;

static void
test_set_query (Fixture       *fx,
                gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;

  dd_lists_add_tasks (fx, 600);
  list = dd_store_get_list (fx->f.store, query);
  mirror = dd_mirror_new (list);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (DdQuery) other = dd_query_new (DD_KIND_TASK);

      dd_query_set_sort (other, i % 2 == 0 ? DD_TASK_CONTENT : DD_TASK_LEAD, i % 3 == 0);
      if (i % 5 == 0)
        dd_query_set_unit (other, fx->units[i % 3]);
      if (i % 7 == 0)
        dd_query_set_search (other, "viec 0001");
      dd_list_set_query (list, other);
      if (i % 4 == 0)
        dd_test_insert (fx->f.store, dd_test_task ("Việc mới", fx->units[0], NULL));
      for (int j = g_test_rand_int_range (0, 4); j > 0; j--)
        g_main_context_iteration (NULL, FALSE);
      if (i % 10 == 9)
        dd_probe_wait_list (fx->f.store, list);
    }

  /* The same question again is none. */
  dd_probe_wait_list (fx->f.store, list);
  dd_mirror_reset (mirror);
  {
    g_autoptr (DdQuery) same = dd_query_copy (dd_list_get_query (list));

    dd_list_set_query (list, same);
    g_assert_false (dd_list_get_loading (list));
  }
  dd_lists_assert_moved (fx, list, mirror, 0);
}

static void
test_dropped (Fixture       *fx,
              gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();

  dd_lists_add_tasks (fx, 300);
  for (guint i = 0; i < 20; i++)
    {
      DdList *list = dd_store_get_list (fx->f.store, query);

      for (guint j = 0; j < i % 5; j++)
        g_main_context_iteration (NULL, FALSE);
      for (guint j = 0; j < MIN (dd_list_get_count (list), i * 20); j++)
        g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), j));
      if (i % 2 == 0)
        {
          DdChange *change = dd_change_new ("Kiểm thử", NULL);

          dd_change_insert (change, dd_test_task ("Việc", fx->units[0], NULL));
          dd_store_write_async (fx->f.store, change, NULL, NULL, NULL);
        }
      g_object_unref (list);
    }
}

static void
test_closed (Fixture       *fx,
             gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdQuery) other = dd_query_new (DD_KIND_TASK);
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdList) late = NULL;

  dd_lists_add_tasks (fx, 600);
  list = dd_store_get_list (fx->f.store, query);
  dd_test_wait_list (list);
  dd_store_close (fx->f.store);

  /* What it has shown it goes on to show, without values that it has not read. */
  {
    g_autoptr (DdRecord) first = g_list_model_get_item (G_LIST_MODEL (list), 0);
    g_autoptr (DdRecord) last = g_list_model_get_item (G_LIST_MODEL (list), 599);

    g_assert_true (dd_record_get_loaded (first));
    g_assert_false (dd_record_get_loaded (last));
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_assert_false (dd_record_get_loaded (last));
  }
  dd_list_set_query (list, other);
  late = dd_store_get_list (fx->f.store, query);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (dd_list_get_count (list), ==, 600);
  g_assert_cmpuint (dd_list_get_count (late), ==, 0);
}

static void
failed_cb (DdStore      *store,
           const GError *error,
           guint        *n_told)
{
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FAILED);
  (*n_told)++;
}

static gboolean
is_answered (gpointer list)
{
  return !dd_list_get_loading (list);
}

/* A list that cannot be read is not an empty one: the store says so, once. */
static void
test_unreadable (Fixture       *fx,
                 gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdList) other = NULL;
  guint n_told = 0;

  g_signal_connect (fx->f.store, "failed", G_CALLBACK (failed_cb), &n_told);
  dd_lists_add_tasks (fx, 10);
  dd_probe_exec (fx->f.path, "ALTER TABLE task RENAME TO gone");

  list = dd_store_get_list (fx->f.store, query);
  g_assert_true (dd_test_spin_until (is_answered, list, 20000));
  other = dd_store_get_list (fx->f.store, query);
  g_assert_true (dd_test_spin_until (is_answered, other, 20000));
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpuint (dd_list_get_count (list), ==, 0);

  dd_probe_exec (fx->f.path, "ALTER TABLE gone RENAME TO task");
}

/* The store itself goes, with answers on their way to lists that stay. */
static void
test_store_gone (Fixture       *fx,
                 gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdQuery) other = dd_query_new (DD_KIND_TASK);
  g_autoptr (DdList) asking = NULL;
  g_autoptr (DdList) reading = NULL;
  g_autoptr (DdRecord) record = NULL;
  g_autoptr (DdMirror) mirror = NULL;

  dd_lists_add_tasks (fx, 600);
  reading = dd_store_get_list (fx->f.store, query);
  dd_test_wait_list (reading);
  mirror = dd_mirror_new (reading);
  record = g_list_model_get_item (G_LIST_MODEL (reading), 500);
  asking = dd_store_get_list (fx->f.store, other);

  dd_store_close (fx->f.store);
  g_assert_finalize_object (g_steal_pointer (&fx->f.store));
  while (g_main_context_iteration (NULL, FALSE))
    ;

  /* Records are the store's to give: there are none now, and views are told. */
  g_assert_cmpuint (dd_list_get_count (reading), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (reading), 0));
  dd_list_set_query (reading, other);
  dd_list_set_query (asking, query);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (dd_record_get_id (record), >, 0);
}

/* --- records -------------------------------------------------------------- */

static void
test_one_object (Fixture       *fx,
                 gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdQuery) other = dd_query_new (DD_KIND_TASK);
  g_autoptr (DdList) first = NULL;
  g_autoptr (DdList) second = NULL;
  g_autoptr (DdMirror) mirror = NULL;
  g_autoptr (DdRecord) record = NULL;
  g_autoptr (DdRecord) same = NULL;
  g_autoptr (DdRecord) fetched = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  dd_lists_add_tasks (fx, 20);
  first = dd_lists_make (fx, query, &mirror);
  second = dd_store_get_list (fx->f.store, other);
  dd_test_wait_list (second);
  id = dd_list_get_id (first, 7);
  record = g_list_model_get_item (G_LIST_MODEL (first), 7);
  same = g_list_model_get_item (G_LIST_MODEL (second), dd_list_find (second, id));
  fetched = dd_test_fetch (fx->f.store, DD_KIND_TASK, id, &error);
  g_assert_true (record == same);
  g_assert_true (record == fetched);

  /* Also once it has changed and moved. */
  dd_probe_set_text (fx->f.store, DD_KIND_TASK, id, DD_TASK_CONTENT, "A");
  dd_probe_wait_list (fx->f.store, first);
  g_clear_object (&same);
  same = g_list_model_get_item (G_LIST_MODEL (first), 0);
  g_assert_true (record == same);
  g_assert_cmpstr (dd_row_get_text (dd_record_get_row (record), DD_TASK_CONTENT), ==, "A");
}

static void
count_cb (DdRecord *record,
          guint    *count)
{
  (*count)++;
}

static gboolean
is_loaded (gpointer data)
{
  return dd_record_get_loaded (data);
}

static void
test_unloaded (Fixture       *fx,
               gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdList) other = NULL;
  g_autoptr (DdRecord) record = NULL;
  g_autoptr (DdRecord) shared = NULL;
  guint n_changed = 0;

  dd_lists_add_tasks (fx, 2000);
  list = dd_store_get_list (fx->f.store, query);
  dd_test_wait_list (list);
  record = g_list_model_get_item (G_LIST_MODEL (list), 1500);
  g_assert_false (dd_record_get_loaded (record));
  g_assert_false (dd_row_is_set (dd_record_get_row (record), DD_TASK_CONTENT));
  g_signal_connect (record, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_true (dd_test_spin_until (is_loaded, record, 5000));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (dd_row_get_text (dd_record_get_row (record), DD_TASK_CONTENT), ==, "Việc 01500");

  /* A list that goes before it has read them leaves them to the others. */
  other = dd_store_get_list (fx->f.store, query);
  dd_test_wait_list (other);
  shared = g_list_model_get_item (G_LIST_MODEL (other), 900);
  g_clear_object (&other);
  g_assert_false (dd_record_get_loaded (shared));
  g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), 900));
  g_assert_true (dd_test_spin_until (is_loaded, shared, 5000));

  /* A jump: a view asks for two hundred rows at once, and drops them again. */
  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < 205; i++)
        g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), round * 230 + i));
      for (guint i = 0; i < rows->len; i++)
        g_assert_true (dd_test_spin_until (is_loaded, rows->pdata[i], 5000));
    }
}

typedef struct
{
  DdRecord   *record;
  guint       field;
  const char *expected;
} Wait;

static gboolean
has_text (gpointer data)
{
  Wait *wait = data;

  return g_strcmp0 (dd_row_get_text (dd_record_get_row (wait->record), wait->field),
                    wait->expected) == 0;
}

static gboolean
has_percent (gpointer data)
{
  return dd_row_get_number (dd_record_get_row (data), DD_TASK_PERCENT) == 60;
}

/* One that is concluded cannot be changed. */
static DdRow *
make_open_meeting (const gint64 *ids)
{
  DdRow *meeting = dd_sample_row (DD_KIND_MEETING, 0, ids);

  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_PLANNED);

  return meeting;
}

/* What a record shows of others follows those. */
static void
test_derived (Fixture       *fx,
              gconstpointer  data)
{
  gint64 ids[DD_N_KINDS] = { [DD_KIND_UNIT] = fx->units[0], };
  DdStore *store = fx->f.store;
  g_autoptr (DdRecord) task = NULL;
  g_autoptr (GError) error = NULL;
  Wait wait;
  DdRow *row;

  ids[DD_KIND_DOCUMENT] = dd_test_insert (store, dd_sample_row (DD_KIND_DOCUMENT, 0, ids));
  ids[DD_KIND_MEETING] = dd_test_insert (store, make_open_meeting (ids));
  ids[DD_KIND_DIRECTIVE] = dd_test_insert (store, dd_sample_row (DD_KIND_DIRECTIVE, 0, ids));
  row = dd_test_task ("Việc", fx->units[0], NULL);
  dd_row_set_reference (row, DD_TASK_DIRECTIVE, ids[DD_KIND_DIRECTIVE]);
  ids[DD_KIND_TASK] = dd_test_insert (store, row);
  task = dd_test_fetch (store, DD_KIND_TASK, ids[DD_KIND_TASK], &error);

  wait = (Wait) { task, DD_TASK_LEAD_NAME, "Sở Tư pháp tỉnh" };
  dd_probe_set_text (store, DD_KIND_UNIT, fx->units[0], DD_UNIT_NAME, "Sở Tư pháp tỉnh");
  g_assert_true (dd_test_spin_until (has_text, &wait, 5000));
  wait = (Wait) { task, DD_TASK_DOCUMENT_NUMBER, "932/QĐ-TTg" };
  dd_probe_set_text (store, DD_KIND_DOCUMENT, ids[DD_KIND_DOCUMENT], DD_DOCUMENT_NUMBER,
                     "932/QĐ-TTg");
  g_assert_true (dd_test_spin_until (has_text, &wait, 5000));
  wait = (Wait) { task, DD_TASK_MEETING_TITLE, "Phiên họp thứ nhất" };
  dd_probe_set_text (store, DD_KIND_MEETING, ids[DD_KIND_MEETING], DD_MEETING_TITLE,
                     "Phiên họp thứ nhất");
  g_assert_true (dd_test_spin_until (has_text, &wait, 5000));
  wait = (Wait) { task, DD_TASK_ORDINAL, "2.a" };
  dd_probe_set_text (store, DD_KIND_DIRECTIVE, ids[DD_KIND_DIRECTIVE], DD_DIRECTIVE_ORDINAL, "2.a");
  g_assert_true (dd_test_spin_until (has_text, &wait, 5000));

  ids[DD_KIND_UNIT] = fx->units[1];
  wait = (Wait) { task, DD_TASK_COORDINATING_NAMES, "Sở Nội vụ" };
  dd_test_insert (store, dd_sample_row (DD_KIND_TASK_UNIT, 0, ids));
  g_assert_true (dd_test_spin_until (has_text, &wait, 5000));
  row = dd_sample_row (DD_KIND_PROGRESS, 0, ids);
  dd_row_set_number (row, DD_PROGRESS_PERCENT, 60);
  dd_test_insert (store, row);
  g_assert_true (dd_test_spin_until (has_percent, task, 5000));
}

/* A document without a number is called by its subject, or by its file: what a
 * record comes from is never blank. */
static void
test_document_names (Fixture       *fx,
                     gconstpointer  data)
{
  static const struct
  {
    guint       unset;
    const char *expected;
  } steps[] = {
    { DD_DOCUMENT_SIGNER, "87/TB-UBND" },
    { DD_DOCUMENT_NUMBER, "Kết luận phiên họp" },
    { DD_DOCUMENT_SUBJECT, "ket-luan.txt" },
    { DD_DOCUMENT_FILE_NAME, NULL },
  };
  gint64 ids[DD_N_KINDS] = { [DD_KIND_UNIT] = fx->units[0], };
  DdStore *store = fx->f.store;
  DdRow *row = dd_row_new (DD_KIND_DOCUMENT);

  dd_row_set_text (row, DD_DOCUMENT_NUMBER, "87/TB-UBND");
  dd_row_set_text (row, DD_DOCUMENT_SUBJECT, "Kết luận phiên họp");
  dd_row_set_text (row, DD_DOCUMENT_FILE_NAME, "ket-luan.txt");
  ids[DD_KIND_DOCUMENT] = dd_test_insert (store, row);
  ids[DD_KIND_MEETING] = dd_test_insert (store, make_open_meeting (ids));
  ids[DD_KIND_DIRECTIVE] = dd_test_insert (store, dd_sample_row (DD_KIND_DIRECTIVE, 0, ids));
  row = dd_test_task ("Việc", fx->units[0], NULL);
  dd_row_set_reference (row, DD_TASK_DIRECTIVE, ids[DD_KIND_DIRECTIVE]);
  ids[DD_KIND_TASK] = dd_test_insert (store, row);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      static const struct { DdKind kind; guint field; } shown[] = {
        { DD_KIND_TASK, DD_TASK_DOCUMENT_NUMBER },
        { DD_KIND_DIRECTIVE, DD_DIRECTIVE_DOCUMENT_NUMBER },
        { DD_KIND_MEETING, DD_MEETING_DOCUMENT_NUMBER },
      };

      dd_probe_set_text (store, DD_KIND_DOCUMENT, ids[DD_KIND_DOCUMENT], steps[i].unset, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (shown); j++)
        {
          g_autoptr (DdRow) now = dd_probe_fetch_row (store, shown[j].kind, ids[shown[j].kind]);

          g_assert_cmpstr (dd_row_get_text (now, shown[j].field), ==, steps[i].expected);
        }
    }
}

/* --- other programs ------------------------------------------------------- */

static void
test_other_store (Fixture       *fx,
                  gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;
  g_autoptr (DdRecord) record = NULL;
  DdStoreFixture other = { .path = fx->f.path, .store = dd_store_new () };
  g_autoptr (GError) error = NULL;
  gint64 start;

  dd_lists_add_tasks (fx, 300);
  list = dd_lists_make (fx, query, &mirror);
  record = g_list_model_get_item (G_LIST_MODEL (list), 0);
  dd_test_open (&other, DD_STORE_OPEN_PLAIN, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Sở %u", i);

      start = g_get_monotonic_time ();
      dd_test_insert (other.store, dd_test_task ("Xong", fx->units[1], NULL));
      dd_probe_set_text (other.store, DD_KIND_UNIT, fx->units[0], DD_UNIT_NAME, name);
      dd_probe_wait_list (fx->f.store, list);
      while (g_strcmp0 (dd_row_get_text (dd_record_get_row (record), DD_TASK_LEAD_NAME), name) != 0)
        {
          g_main_context_iteration (NULL, TRUE);
          g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_TIME_SPAN_SECOND);
        }
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_TIME_SPAN_SECOND);
    }
  g_assert_cmpuint (dd_list_get_count (list), ==, 303);

  dd_store_close (other.store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (other.store);
}

/* What another program has deleted a moment ago stands in the list still, where
 * the place of a new record is looked for. */
static void
test_deleted_elsewhere (Fixture       *fx,
                        gconstpointer  data)
{
  g_autoptr (DdQuery) query = dd_lists_by_content ();
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;

  dd_lists_add_tasks (fx, 64);
  list = dd_lists_make (fx, query, &mirror);
  dd_probe_exec (fx->f.path, "DELETE FROM task WHERE id % 3 <> 0");
  dd_test_insert (fx->f.store, dd_test_task ("Việc 00031a", fx->units[0], NULL));
  dd_probe_wait_list (fx->f.store, list);
  g_assert_cmpuint (dd_list_get_count (list), <, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, dd_lists_set_up, function,\
              dd_lists_tear_down)
  ADD ("/list/set-query", test_set_query);
  ADD ("/list/dropped", test_dropped);
  ADD ("/list/closed", test_closed);
  ADD ("/list/unreadable", test_unreadable);
  ADD ("/list/store-gone", test_store_gone);
  ADD ("/list/one-object", test_one_object);
  ADD ("/list/unloaded", test_unloaded);
  ADD ("/list/derived", test_derived);
  ADD ("/list/document-names", test_document_names);
  ADD ("/list/other-store", test_other_store);
  ADD ("/list/deleted-elsewhere", test_deleted_elsewhere);

  return g_test_run ();
}

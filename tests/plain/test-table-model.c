/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table shows of a list: a view that believes nothing but signals is
 * told of every place, and the selected record stays the same record. */
#include "dd-test-utils.h"

#include "dd-record-types.h"
#include "dd-store-probe.h"
#include "dd-table-model.h"
#include "dd-table-row.h"

typedef struct
{
  DdStoreFixture  f;
  gint64          unit;
  DdTableModel   *model;
  GPtrArray      *rows;         /* what the view was told of */
  guint           most_at_once; /* places that came with one signal */
  guint           n_selected;   /* times that it was told of a selection */
} Fixture;

/* GTK's views keep an item for each place and take what the signal says. */
static void
items_changed_cb (Fixture *fx,
                  guint    position,
                  guint    removed,
                  guint    added)
{
  GListModel *model = G_LIST_MODEL (fx->model);

  g_assert_cmpuint (position + removed, <=, fx->rows->len);
  if (removed > 0)
    g_ptr_array_remove_range (fx->rows, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fx->rows, (int) (position + i),
                        g_list_model_get_item (model, position + i));
  g_assert_cmpuint (fx->rows->len, ==, g_list_model_get_n_items (model));
  fx->most_at_once = MAX (fx->most_at_once, added);

  for (guint i = 0; i < fx->rows->len; i++)
    {
      g_autoptr (DdTableRow) row = g_list_model_get_item (model, i);

      g_assert_true (row == fx->rows->pdata[i]);
    }
}

static void
selected_cb (Fixture *fx)
{
  fx->n_selected++;
}

static void
set_up (Fixture       *fx,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  dd_test_set_up (&fx->f, data);
  dd_test_open (&fx->f, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  fx->unit = dd_test_insert (fx->f.store, dd_test_unit ("Sở Tư pháp"));
  fx->rows = g_ptr_array_new_with_free_func (g_object_unref);
  fx->model = dd_table_model_new ();
  g_signal_connect_swapped (fx->model, "items-changed", G_CALLBACK (items_changed_cb), fx);
  g_signal_connect_swapped (fx->model, "selected", G_CALLBACK (selected_cb), fx);
}

static void
tear_down (Fixture       *fx,
           gconstpointer  data)
{
  g_ptr_array_unref (fx->rows);
  g_assert_finalize_object (fx->model);
  dd_test_tear_down (&fx->f, data);
}

static gint64
add_task (Fixture    *fx,
          const char *content)
{
  return dd_test_insert (fx->f.store, dd_test_task (content, fx->unit, NULL));
}

static void
add_tasks (Fixture *fx,
           guint    n_tasks)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *content = g_strdup_printf ("Việc %05u", i);

      dd_change_insert (change, dd_test_task (content, fx->unit, NULL));
    }
  written = dd_test_write (fx->f.store, change, &error);
  g_assert_no_error (error);
}

static DdQuery *
query_by_content (const char *words)
{
  DdQuery *query = dd_query_new (DD_KIND_TASK);

  dd_query_set_sort (query, DD_TASK_CONTENT, FALSE);
  dd_query_set_search (query, words);

  return query;
}

static DdList *
show_list (Fixture    *fx,
           const char *words)
{
  g_autoptr (DdQuery) query = query_by_content (words);
  DdList *list = dd_store_get_list (fx->f.store, query);

  dd_table_model_set_list (fx->model, list);

  return list;
}

static void
ask (DdList     *list,
     const char *words)
{
  g_autoptr (DdQuery) query = query_by_content (words);

  dd_list_set_query (list, query);
}

static gboolean
is_settled (gpointer data)
{
  Fixture *fx = data;
  DdList *list = dd_table_model_get_list (fx->model);

  return !dd_list_get_loading (list) && dd_list_get_complete (list) &&
         fx->rows->len == dd_list_get_count (list);
}

/* Every place has come, and each shows the record that stands there. */
static void
settle (Fixture *fx)
{
  DdList *list = dd_table_model_get_list (fx->model);

  dd_probe_wait_list (fx->f.store, list);
  g_assert_true (dd_test_spin_until (is_settled, fx, 20000));
  for (guint i = 0; i < fx->rows->len; i++)
    {
      DdRecord *record = dd_table_row_get_record (fx->rows->pdata[i]);

      g_assert_nonnull (record);
      g_assert_cmpint (dd_record_get_id (record), ==, dd_list_get_id (list, i));
    }
}

/* Places come little by little, so that a frame never waits for hundreds. */
static void
test_paced (Fixture       *fx,
            gconstpointer  data)
{
  g_autoptr (DdList) list = NULL;

  add_tasks (fx, 200);
  list = show_list (fx, NULL);
  settle (fx);
  g_assert_cmpuint (fx->rows->len, ==, 200);
  g_assert_cmpuint (fx->most_at_once, <=, 32);

  /* The places at the top outlive the answer, whatever they show. */
  {
    g_autoptr (DdTableRow) first = g_object_ref (fx->rows->pdata[0]);

    ask (list, "00199");
    settle (fx);
    g_assert_cmpuint (fx->rows->len, ==, 1);
    g_assert_true (fx->rows->pdata[0] == first);
    ask (list, NULL);
    settle (fx);
    g_assert_true (fx->rows->pdata[0] == first);
  }

  ask (list, "không có");
  settle (fx);
  g_assert_cmpuint (fx->rows->len, ==, 0);
}

/* A record that comes or goes moves the places, so that a view can scroll on. */
static void
test_follows (Fixture       *fx,
              gconstpointer  data)
{
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdTableRow) last = NULL;
  gint64 added;

  add_tasks (fx, 20);
  list = show_list (fx, NULL);
  settle (fx);
  last = g_object_ref (fx->rows->pdata[19]);

  added = add_task (fx, "Việc 00003 bis");
  settle (fx);
  g_assert_cmpuint (fx->rows->len, ==, 21);
  g_assert_true (fx->rows->pdata[20] == last);
  g_assert_cmpint (dd_list_get_id (list, 4), ==, added);

  dd_probe_delete (fx->f.store, DD_KIND_TASK, added);
  settle (fx);
  g_assert_true (fx->rows->pdata[19] == last);
}

static void
assert_selected (Fixture *fx,
                 gint64   id,
                 guint    n_selected)
{
  DdRecord *selected = dd_table_model_get_selected (fx->model);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fx->model);

  g_assert_cmpint (selected != NULL ? dd_record_get_id (selected) : 0, ==, id);
  g_assert_cmpuint (fx->n_selected, ==, n_selected);
  for (guint i = 0; i < fx->rows->len; i++)
    g_assert_true (gtk_selection_model_is_selected (model, i) ==
                   (dd_list_get_id (dd_table_model_get_list (fx->model), i) == id));
}

static void
test_selected (Fixture       *fx,
               gconstpointer  data)
{
  g_autoptr (DdList) list = NULL;
  gint64 chosen, before;

  add_tasks (fx, 60);
  list = show_list (fx, NULL);
  settle (fx);
  assert_selected (fx, 0, 0);

  chosen = dd_list_get_id (list, 10);
  dd_table_model_select (fx->model, 10);
  assert_selected (fx, chosen, 1);

  /* It stays the same record wherever it stands. */
  before = add_task (fx, "Việc 0");
  settle (fx);
  g_assert_cmpuint (dd_list_find (list, chosen), ==, 11);
  assert_selected (fx, chosen, 1);
  ask (list, "00010");
  settle (fx);
  assert_selected (fx, chosen, 1);
  ask (list, NULL);
  settle (fx);
  assert_selected (fx, chosen, 1);

  /* What is not shown any more cannot stay selected; nor can what is gone. */
  ask (list, "00020");
  settle (fx);
  assert_selected (fx, 0, 2);
  ask (list, NULL);
  settle (fx);
  dd_table_model_select (fx->model, dd_list_find (list, before));
  assert_selected (fx, before, 3);
  dd_probe_delete (fx->f.store, DD_KIND_TASK, before);
  settle (fx);
  assert_selected (fx, 0, 4);

  dd_table_model_select (fx->model, 5);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (fx->model));
  assert_selected (fx, 0, 6);
}

/* A task that was just made may stand where no place has come yet. */
static void
test_select_below (Fixture       *fx,
                   gconstpointer  data)
{
  g_autoptr (DdList) list = NULL;

  add_tasks (fx, 150);
  {
    g_autoptr (DdQuery) query = query_by_content (NULL);

    list = dd_store_get_list (fx->f.store, query);
  }
  dd_test_wait_list (list);
  dd_table_model_set_list (fx->model, list);
  g_assert_cmpuint (fx->rows->len, <, 140);
  dd_table_model_select (fx->model, 140);
  g_assert_cmpuint (fx->rows->len, ==, 150);
  settle (fx);
  assert_selected (fx, dd_list_get_id (list, 140), 1);
}

/* Whatever follows whatever, the view is told the truth. */
static void
test_random (Fixture       *fx,
             gconstpointer  data)
{
  static const char * const words[] = { NULL, "0001", "00", "002", "không có", "00044" };
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  g_autoptr (DdList) list = NULL;

  add_tasks (fx, 400);
  list = show_list (fx, NULL);
  for (guint i = 0; i < 150; i++)
    {
      guint n_items = dd_list_get_count (list);

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          ask (list, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
          break;
        case 1:
          add_task (fx, "Việc 00100 bis");
          break;
        case 2:
          /* The list may not know yet that a task is gone. */
          if (n_items > 0)
            {
              gint64 id = dd_list_get_id (list, (guint) g_test_rand_int_range (0, (int) n_items));

              if (g_hash_table_add (gone, GSIZE_TO_POINTER (id)))
                dd_probe_delete (fx->f.store, DD_KIND_TASK, id);
            }
          break;
        case 3:
          if (n_items > 0)
            dd_table_model_select (fx->model, (guint) g_test_rand_int_range (0, (int) n_items));
          break;
        default:
          for (int j = g_test_rand_int_range (0, 10); j > 0; j--)
            g_main_context_iteration (NULL, FALSE);
          break;
        }
      if (i % 15 == 14)
        settle (fx);
    }
  settle (fx);
}

/* A list is taken away while its places still come. */
static void
test_other_list (Fixture       *fx,
                 gconstpointer  data)
{
  g_autoptr (DdList) list = NULL;

  add_tasks (fx, 100);
  list = show_list (fx, NULL);
  dd_test_wait_list (list);
  dd_table_model_select (fx->model, 3);
  dd_table_model_set_list (fx->model, NULL);
  g_assert_null (dd_table_model_get_selected (fx->model));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fx->rows->len, ==, 0);
  g_assert_finalize_object (g_steal_pointer (&list));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/table-model/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("paced", test_paced);
  ADD ("follows", test_follows);
  ADD ("selected", test_selected);
  ADD ("select-below", test_select_below);
  ADD ("random", test_random);
  ADD ("other-list", test_other_list);
#undef ADD

  return g_test_run ();
}

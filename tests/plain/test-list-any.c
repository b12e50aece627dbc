/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever changes, however fast: lists of every sort end up showing what their
 * queries ask for, and tell every step of it. */
#include "dd-lists-fixture.h"

#include "dd-record-types.h"
#include "dd-sample-records.h"

typedef DdListsFixture Fixture;

static GPtrArray *
make_lists (Fixture *fx)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (g_object_unref);
  const DdDay today = dd_day_new (2024, 6, 15);

  for (guint i = 0; i < 9; i++)
    {
      g_autoptr (DdQuery) query = dd_query_new (i < 8 ? DD_KIND_TASK : DD_KIND_UNIT);

      switch (i)
        {
        case 0:
          dd_query_set_sort (query, DD_TASK_DUE, FALSE);
          break;
        case 1:
          dd_query_set_sort (query, DD_TASK_CONTENT, TRUE);
          break;
        case 2:
          dd_query_set_sort (query, DD_TASK_LEAD, FALSE);
          break;
        case 3:
          dd_query_set_statuses (query, DD_STATUS_OPEN, today, 7);
          dd_query_set_sort (query, DD_TASK_DUE, TRUE);
          break;
        case 4:
          dd_query_set_statuses (query, DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE), today, 7);
          break;
        case 5:
          dd_query_set_search (query, "việc 1");
          dd_query_set_sort (query, DD_TASK_CONTENT, FALSE);
          break;
        case 6:
          dd_query_set_sort (query, DD_TASK_DUE, FALSE);
          dd_query_set_limit (query, 10);
          break;
        case 7:
          dd_query_set_unit (query, fx->units[0]);
          dd_query_set_sort (query, DD_TASK_STATE, FALSE);
          break;
        default:
          dd_query_set_sort (query, DD_UNIT_NAME, FALSE);
        }
      g_ptr_array_add (lists, dd_store_get_list (fx->f.store, query));
    }

  return lists;
}

static void
add_any_step (Fixture    *fx,
              DdChange   *change,
              DdList     *tasks,
              GHashTable *used)
{
  guint n_tasks = dd_list_get_count (tasks);
  gint64 id = n_tasks > 0
            ? dd_list_get_id (tasks, (guint) g_test_rand_int_range (0, (gint32) n_tasks)) : 0;
  g_autofree char *content = g_strdup_printf ("Việc %d", g_test_rand_int_range (0, 30));
  int verb = g_test_rand_int_range (0, 10);
  DdRow *row;

  if (verb == 0)
    {
      gint64 unit = fx->units[g_test_rand_int_range (0, 3)];

      if (g_hash_table_add (used, GSIZE_TO_POINTER ((gsize) -unit)))
        {
          row = dd_probe_fetch_row (fx->f.store, DD_KIND_UNIT, unit);
          dd_row_set_text (row, DD_UNIT_NAME, content);
          dd_change_update (change, row);
        }
    }
  else if (verb < 5 || id == 0 || !g_hash_table_add (used, GSIZE_TO_POINTER ((gsize) id)))
    {
      row = dd_test_task (content, fx->units[g_test_rand_int_range (0, 3)], NULL);
      dd_row_set_day (row, DD_TASK_DEADLINE,
                      dd_day_new (2024, 6, (guint) g_test_rand_int_range (1, 30)));
      dd_row_set_choice (row, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_BY);
      dd_change_insert (change, row);
    }
  else if (verb < 7)
    dd_change_delete (change, DD_KIND_TASK, id);
  else
    {
      row = dd_probe_fetch_row (fx->f.store, DD_KIND_TASK, id);
      dd_row_set_text (row, DD_TASK_CONTENT, content);
      dd_row_set_reference (row, DD_TASK_LEAD, fx->units[g_test_rand_int_range (0, 3)]);
      dd_row_set_day (row, DD_TASK_DEADLINE,
                      g_test_rand_bit () ? DD_DAY_NONE : dd_day_new (2024, 6, 14));
      dd_row_set_day (row, DD_TASK_COMPLETED,
                      g_test_rand_bit () ? DD_DAY_NONE : dd_day_new (2024, 6, 20));
      dd_change_update (change, row);
    }
}

static void
keep_action_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DdChange) written = dd_store_write_finish (DD_STORE (object), result, NULL);

  if (written != NULL && dd_change_get_action (written) != 0)
    *(gint64 *) user_data = dd_change_get_action (written);
}

static void
test_any_changes (Fixture       *fx,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) lists = make_lists (fx);
  g_autoptr (GPtrArray) mirrors = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_mirror_free);
  gint64 last_action = 0;

  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (mirrors, dd_mirror_new (lists->pdata[i]));

  for (guint round = 0; round < (g_test_slow () ? 600u : 40u); round++)
    {
      g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

      for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
        {
          DdChange *change = dd_change_new ("Kiểm thử", NULL);

          for (int steps = g_test_rand_int_range (1, round % 7 == 0 ? 30 : 4); steps > 0; steps--)
            add_any_step (fx, change, lists->pdata[0], used);
          dd_store_write_async (fx->f.store, change, NULL, keep_action_cb, &last_action);
          for (int j = g_test_rand_int_range (0, 3); j > 0; j--)
            g_main_context_iteration (NULL, FALSE);
        }
      if (g_test_rand_int_range (0, 4) == 0 && last_action != 0)
        dd_store_undo_async (fx->f.store, last_action, "Kiểm thử", NULL, NULL, NULL);
      for (guint i = 0; i < lists->len; i++)
        dd_probe_wait_list (fx->f.store, lists->pdata[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, dd_lists_set_up, function, dd_lists_tear_down)
  ADD ("/list/any-changes", test_any_changes);

  return g_test_run ();
}

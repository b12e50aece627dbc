/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-lists-fixture.h"

#include "dd-record-types.h"

void
dd_lists_set_up (DdListsFixture *fx,
                 gconstpointer   data)
{
  static const char * const names[] = { "Sở Tư pháp", "Sở Nội vụ", "Sở Y tế" };

  dd_test_set_up_open (&fx->f, data);
  for (guint i = 0; i < 3; i++)
    fx->units[i] = dd_test_insert (fx->f.store, dd_test_unit (names[i]));
}

void
dd_lists_tear_down (DdListsFixture *fx,
                    gconstpointer   data)
{
  dd_test_tear_down (&fx->f, data);
}

void
dd_lists_add_tasks (DdListsFixture *fx,
                    guint           n_tasks)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *content = g_strdup_printf ("Việc %05u", i * 7919 % n_tasks);

      dd_change_insert (change, dd_test_task (content, fx->units[i % 3], NULL));
    }
  written = dd_test_write (fx->f.store, change, &error);
  g_assert_no_error (error);
}

DdQuery *
dd_lists_by_content (void)
{
  DdQuery *query = dd_query_new (DD_KIND_TASK);

  dd_query_set_sort (query, DD_TASK_CONTENT, FALSE);

  return query;
}

/* A list that is complete, and a mirror of it. */
DdList *
dd_lists_make (DdListsFixture  *fx,
               const DdQuery   *query,
               DdMirror       **mirror)
{
  DdList *list = dd_store_get_list (fx->f.store, query);

  dd_test_wait_list (list);
  *mirror = dd_mirror_new (list);

  return list;
}

void
dd_lists_assert_moved (DdListsFixture *fx,
                       DdList         *list,
                       DdMirror       *mirror,
                       guint           n_moved)
{
  dd_probe_wait_list (fx->f.store, list);
  g_assert_cmpuint (dd_mirror_get_n_moved (mirror), ==, n_moved);
  dd_mirror_reset (mirror);
}

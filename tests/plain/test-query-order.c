/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which order queries give what they find. */
#include "dd-queries-fixture.h"

#include "dd-collate.h"
#include "dd-query-sql.h"
#include "dd-record-types.h"
#include "dd-sample-records.h"
#include "dd-store-probe.h"

#include <string.h>

typedef DdQueriesFixture Fixture;

static void
add_samples (Fixture *fx)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ids[DD_N_KINDS] = { 0, }, others[DD_N_KINDS];

  dd_sample_add_all (change, 0, ids);
  memcpy (others, ids, sizeof others);
  for (guint n = 1; n < 5; n++)
    dd_sample_add_all (change, n, ids);

  /* Those with nothing but what they must have; a pair may be there once only. */
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    for (guint n = 20; n < 24; n++)
      {
        gboolean is_pair = kind == DD_KIND_TASK_UNIT || kind == DD_KIND_OBLIGATION_UNIT ||
                           kind == DD_KIND_PLAN_ITEM;

        if (kind == DD_KIND_HISTORY || (kind == DD_KIND_SETTING && n == 21) ||
            (is_pair && n > 20))
          continue;
        others[DD_KIND_TASK] = ids[DD_KIND_TASK];
        others[DD_KIND_OBLIGATION] = ids[DD_KIND_OBLIGATION];
        others[DD_KIND_PLAN] = ids[DD_KIND_PLAN];
        dd_change_insert (change, dd_sample_bare_row (kind, n, is_pair ? others : ids));
      }
  written = dd_test_write (fx->f.store, change, &error);
  g_assert_no_error (error);
}

/* For any field of any kind, up and down: the order is whole, and which of two
 * records comes first is the same when they are asked about alone. */
static void
test_every_order (Fixture       *fx,
                  gconstpointer  data)
{
  add_samples (fx);
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      const DdRecordType *type = dd_record_type_get (kind);

      for (guint i = 0; i < (type->n_fields + 1) * 2; i++)
        {
          g_autoptr (DdQuery) query = dd_query_new (kind);
          g_autoptr (GArray) ids = NULL;
          g_autoptr (GArray) page = NULL;
          g_autoptr (GError) error = NULL;

          if (i / 2 < type->n_fields)
            dd_query_set_sort (query, i / 2, i % 2 != 0);
          ids = dd_queries_collect (fx, query, 0);
          g_assert_cmpuint (ids->len, >=, kind == DD_KIND_TASK_UNIT ? 6 : 5);
          for (guint j = 0; j < 30; j++)
            {
              guint a = (guint) g_test_rand_int_range (0, (gint32) MIN (ids->len, 60));
              guint b = j < ids->len - 1 && j % 2 == 0
                      ? MIN (a + 1, ids->len - 1)
                      : (guint) g_test_rand_int_range (0, (gint32) MIN (ids->len, 60));
              gboolean precedes;

              if (!dd_query_precedes (&fx->db, query, g_array_index (ids, gint64, a),
                                      g_array_index (ids, gint64, b), &precedes, &error))
                g_error ("%s by %s: %s", type->name, type->fields[i / 2].name, error->message);
              if (precedes != (a < b))
                g_error ("%s by %s%s: %u and %u", type->name,
                         i / 2 < type->n_fields ? type->fields[i / 2].name : "entry",
                         i % 2 != 0 ? ", down" : "", a, b);
            }

          /* The first page is the beginning of the whole. */
          page = dd_queries_collect (fx, query, 3);
          g_assert_cmpuint (page->len, ==, 3);
          g_assert_cmpint (memcmp (page->data, ids->data, 3 * sizeof (gint64)), ==, 0);
        }
    }
}

static void
assert_texts (Fixture            *fx,
              const DdQuery      *query,
              guint               field,
              const char * const *expected)
{
  g_autoptr (GPtrArray) rows = dd_test_select (fx->f.store, query);

  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_assert_cmpuint (i, <, rows->len);
      g_assert_cmpstr (dd_row_get_text (rows->pdata[i], field), ==, expected[i]);
    }
  g_assert_cmpuint (rows->len, ==, g_strv_length ((char **) expected));
}

static void
test_vietnamese_order (Fixture       *fx,
                       gconstpointer  data)
{
  /* As a dictionary has them: letters first, then tones. */
  static const char * const words[] = {
    "An toàn", "Ăn uống", "Ấn phẩm", "Ba", "Ca", "Da giày", "Đa ngành", "Em", "Êm", "Ga", "Ma",
    "Mà", "Mả", "Mã", "Má", "Mạ", "Oi", "Ổi", "Ơi", "Ui", "Ưu tiên", "Xã", "Ý kiến", "Y tế", NULL,
  };
  static const char * const names[] = {
    "Nguyễn Văn An", "Đặng Thị Ánh", "Lê Bình", "Trần Bình", "Đỗ Đức", "Phạm Đức", "Vũ Yến", NULL,
  };
  gint64 unit = dd_test_insert (fx->f.store, dd_test_unit ("Sở Tư pháp"));
  g_autoptr (DdQuery) tasks = dd_query_new (DD_KIND_TASK);
  g_autoptr (DdQuery) persons = dd_query_new (DD_KIND_PERSON);
  guint n_words = G_N_ELEMENTS (words) - 1;

  for (guint i = 0; i < n_words; i++)
    dd_test_insert (fx->f.store, dd_test_task (words[i * 7 % n_words], unit, NULL));
  dd_query_set_sort (tasks, DD_TASK_CONTENT, FALSE);
  assert_texts (fx, tasks, DD_TASK_CONTENT, words);

  /* Persons go by their given names, the last word. */
  for (guint i = 0; names[i] != NULL; i++)
    {
      DdRow *row = dd_row_new (DD_KIND_PERSON);

      dd_row_set_text (row, DD_PERSON_NAME, names[i * 3 % 7]);
      dd_test_insert (fx->f.store, row);
    }
  dd_query_set_sort (persons, DD_PERSON_NAME, FALSE);
  assert_texts (fx, persons, DD_PERSON_NAME, names);
}

/* Choices go in their own order, which is the order of the work, not that of
 * the letters of their codes. */
static void
test_order_of_choices (Fixture       *fx,
                       gconstpointer  data)
{
  gint64 unit = dd_test_insert (fx->f.store, dd_test_unit ("Sở Tư pháp"));
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i <= DD_TASK_STATE_WITHDRAWN; i++)
    {
      DdRow *row = dd_test_task ("Rà soát", unit, NULL);

      dd_row_set_choice (row, DD_TASK_STATE, i * 4 % (DD_TASK_STATE_WITHDRAWN + 1));
      dd_test_insert (fx->f.store, row);
    }
  dd_query_set_sort (query, DD_TASK_STATE, FALSE);
  rows = dd_test_select (fx->f.store, query);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpuint (dd_row_get_choice (rows->pdata[i], DD_TASK_STATE), ==, i);
}

/* By the name of the unit, then by due day; units of the same name stay apart. */
static void
test_by_lead (Fixture       *fx,
              gconstpointer  data)
{
  static const char * const names[] = { "Sở Y tế", "Sở Nội vụ", "Sở Đầu tư", "Sở Nội vụ" };
  gint64 units[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    units[i] = dd_test_insert (fx->f.store, dd_test_unit (names[i]));
  for (guint i = 0; i < 40; i++)
    {
      DdRow *row = dd_test_task (i % 5 == 0 ? "Rà soát đất đai" : "Công bố",
                                 units[g_test_rand_int_range (0, 4)], NULL);

      dd_row_set_day (row, DD_TASK_DEADLINE, dd_random_day (dd_day_new (2024, 6, 30)));
      dd_test_insert (fx->f.store, row);
    }

  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
      g_autoptr (GPtrArray) rows = NULL;
      int down = round % 2 != 0 ? -1 : 1;

      dd_query_set_sort (query, DD_TASK_LEAD, round % 2 != 0);
      if (round >= 2)
        dd_query_set_search (query, "đất đai");
      rows = dd_test_select (fx->f.store, query);
      g_assert_cmpuint (rows->len, ==, round >= 2 ? 8 : 40);
      for (guint i = 1; i < rows->len; i++)
        {
          const DdRow *a = rows->pdata[i - 1], *b = rows->pdata[i];
          gint64 lead_a = dd_row_get_reference (a, DD_TASK_LEAD);
          gint64 lead_b = dd_row_get_reference (b, DD_TASK_LEAD);
          g_autoptr (GBytes) key_a = dd_collate_key (dd_row_get_text (a, DD_TASK_LEAD_NAME), 128);
          g_autoptr (GBytes) key_b = dd_collate_key (dd_row_get_text (b, DD_TASK_LEAD_NAME), 128);
          int order = g_bytes_compare (key_a, key_b) * down;

          g_assert_cmpint (order, <=, 0);
          if (order == 0)
            g_assert_cmpint (lead_a * down, <=, lead_b * down);
          if (lead_a == lead_b && down > 0 && dd_row_is_set (b, DD_TASK_DUE))
            g_assert_cmpuint (dd_row_get_day (a, DD_TASK_DUE), <=, dd_row_get_day (b, DD_TASK_DUE));
        }
    }
}

static gint64
add_document (Fixture    *fx,
              const char *number,
              DdDay       day)
{
  DdRow *row = dd_row_new (DD_KIND_DOCUMENT);

  dd_row_set_text (row, DD_DOCUMENT_NUMBER, number);
  dd_row_set_day (row, DD_DOCUMENT_DAY, day);

  return dd_test_insert (fx->f.store, row);
}

static void
add_clause (Fixture    *fx,
            gint64      document,
            guint       position,
            const char *quote)
{
  DdRow *row = dd_row_new (DD_KIND_DIRECTIVE);

  dd_row_set_reference (row, DD_DIRECTIVE_DOCUMENT, document);
  dd_row_set_number (row, DD_DIRECTIVE_POSITION, position);
  dd_row_set_text (row, DD_DIRECTIVE_QUOTE, quote);
  dd_row_set_choice (row, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  dd_row_set_choice (row, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (row, DD_DIRECTIVE_RECURRENCE, DD_RECURRENCE_NONE);
  dd_test_insert (fx->f.store, row);
}

/* The newest conclusion first, or last: but each from its beginning to its end,
 * in whatever order its clauses were entered, and none among those of another. */
static void
test_reading_order (Fixture       *fx,
                    gconstpointer  data)
{
  static const char * const newest_first[] = {
    "mới 1", "mới 2", "mới 3", "cùng ngày 1", "cùng ngày 2", "cũ 1", "cũ 2", NULL,
  };
  static const char * const oldest_first[] = {
    "cũ 1", "cũ 2", "cùng ngày 1", "cùng ngày 2", "mới 1", "mới 2", "mới 3", NULL,
  };
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_DIRECTIVE);
  gint64 old = add_document (fx, "1/TB", dd_day_new (2024, 1, 31));
  gint64 same = add_document (fx, "2/TB", dd_day_new (2024, 2, 29));
  gint64 new = add_document (fx, "3/TB", dd_day_new (2024, 2, 29));

  add_clause (fx, new, 1, "mới 1");
  add_clause (fx, same, 2, "cùng ngày 2");
  add_clause (fx, new, 3, "mới 3");
  add_clause (fx, old, 1, "cũ 1");
  add_clause (fx, old, 2, "cũ 2");
  add_clause (fx, same, 1, "cùng ngày 1");
  add_clause (fx, new, 2, "mới 2");

  dd_query_set_sort (query, DD_DIRECTIVE_DAY, TRUE);
  assert_texts (fx, query, DD_DIRECTIVE_QUOTE, newest_first);
  dd_query_set_sort (query, DD_DIRECTIVE_DAY, FALSE);
  assert_texts (fx, query, DD_DIRECTIVE_QUOTE, oldest_first);
}

static void
test_limit (Fixture       *fx,
            gconstpointer  data)
{
  gint64 unit = dd_test_insert (fx->f.store, dd_test_unit ("Sở Tư pháp"));
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;

  for (guint i = 0; i < 30; i++)
    dd_test_insert (fx->f.store, dd_test_task (i < 5 ? "Đường" : "Dương", unit, NULL));
  dd_query_set_sort (query, DD_TASK_CONTENT, FALSE);
  dd_query_set_limit (query, 10);
  first = dd_queries_collect (fx, query, 0);
  g_assert_cmpuint (first->len, ==, 10);
  second = dd_queries_collect (fx, query, 4);
  g_assert_cmpuint (second->len, ==, 4);

  /* It holds for both tiers of a search together. */
  dd_query_set_search (query, "đường");
  g_array_unref (g_steal_pointer (&first));
  first = dd_queries_collect (fx, query, 0);
  g_assert_cmpuint (first->len, ==, 10);
  dd_query_set_limit (query, 3);
  g_array_unref (g_steal_pointer (&second));
  second = dd_queries_collect (fx, query, 0);
  g_assert_cmpuint (second->len, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, dd_queries_set_up, function, dd_queries_tear_down)
  ADD ("/query/every-order", test_every_order);
  ADD ("/query/vietnamese-order", test_vietnamese_order);
  ADD ("/query/order-of-choices", test_order_of_choices);
  ADD ("/query/by-lead", test_by_lead);
  ADD ("/query/reading-order", test_reading_order);
  ADD ("/query/limit", test_limit);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What queries find and in which order, held against the rules in C. */
#include "dd-test-utils.h"

#include "dd-collate.h"
#include "dd-coverage.h"
#include "dd-file.h"
#include "dd-query-sql.h"
#include "dd-record-types.h"
#include "dd-sample-records.h"
#include "dd-store-probe.h"

#include <string.h>

typedef struct
{
  DdStoreFixture f;
  DdDb           db;            /* a second connection, to ask without a store */
} Fixture;

static void
set_up (Fixture       *fx,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  dd_test_set_up (&fx->f, data);
  dd_test_open (&fx->f, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  memset (&fx->db, 0, sizeof fx->db);
  dd_file_open (&fx->db, fx->f.path, DD_FILE_OPEN_PLAIN, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fx,
           gconstpointer  data)
{
  dd_db_close (&fx->db);
  dd_test_tear_down (&fx->f, data);
}

static GArray *
collect (Fixture       *fx,
         const DdQuery *query,
         guint          limit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  dd_query_collect_ids (&fx->db, query, limit, ids, &error);
  g_assert_no_error (error);

  return ids;
}

static gboolean
has_id (GArray *ids,
        gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static GPtrArray *
select_all (Fixture *fx,
            DdKind   kind)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);

  return dd_test_select (fx->f.store, query);
}

/* A list and the count of it show the same, and each record one by one. */
static void
assert_consistent (Fixture       *fx,
                   const DdQuery *query,
                   GArray        *ids,
                   GPtrArray     *all)
{
  g_autoptr (GError) error = NULL;
  guint count;

  g_assert_true (dd_query_count (&fx->db, query, &count, &error));
  g_assert_cmpuint (count, ==, ids->len);
  for (guint i = 0; i < all->len; i++)
    {
      gint64 id = dd_row_get_id (all->pdata[i]);
      gboolean contains;

      g_assert_true (dd_query_contains (&fx->db, query, id, &contains, &error));
      g_assert_cmpint (contains, ==, has_id (ids, id));
    }
}

/* --- statuses ------------------------------------------------------------- */

static DdDay
random_day (DdDay around)
{
  return g_test_rand_int_range (0, 5) == 0
       ? DD_DAY_NONE : dd_day_add_days (around, g_test_rand_int_range (-12, 13));
}

static void
add_random_tasks (Fixture *fx,
                  gint64   units[2],
                  DdDay    today,
                  guint    n_tasks)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GError) error = NULL;

  units[0] = dd_test_insert (fx->f.store, dd_test_unit ("Sở Tư pháp"));
  units[1] = dd_test_insert (fx->f.store, dd_test_unit ("Sở Nội vụ"));
  for (guint i = 0; i < n_tasks; i++)
    {
      DdRow *row = dd_test_task ("Rà soát", units[g_test_rand_int_range (0, 2)], NULL);
      gint64 task;

      dd_row_set_day (row, DD_TASK_DEADLINE, random_day (today));
      dd_row_set_choice (row, DD_TASK_DEADLINE_KIND,
                         (guint) g_test_rand_int_range (0, DD_N_DEADLINE_KIND_CHOICES));
      if (g_test_rand_bit ())
        dd_row_set_day (row, DD_TASK_COMPLETED, random_day (today));
      dd_row_set_choice (row, DD_TASK_STATE,
                         (guint) g_test_rand_int_range (0, DD_TASK_STATE_WITHDRAWN + 1));
      task = dd_change_insert (change, row);
      if (g_test_rand_int_range (0, 4) == 0)
        {
          row = dd_row_new (DD_KIND_TASK_UNIT);
          dd_row_set_reference (row, DD_TASK_UNIT_TASK, task);
          dd_row_set_reference (row, DD_TASK_UNIT_UNIT, units[g_test_rand_int_range (0, 2)]);
          dd_row_set_choice (row, DD_TASK_UNIT_STATE, DD_CONTRIBUTION_EXPECTED);
          dd_change_insert (change, row);
        }
    }
  written = dd_test_write (fx->f.store, change, &error);
  g_assert_no_error (error);
}

static void
test_statuses (Fixture       *fx,
               gconstpointer  data)
{
  const DdDay today = dd_day_new (2024, 2, 28);
  gint64 units[2];
  g_autoptr (GPtrArray) all = NULL;
  guint seen[DD_N_TASK_STATUSES] = { 0, };

  add_random_tasks (fx, units, today, 400);
  all = select_all (fx, DD_KIND_TASK);
  for (guint round = 0; round < 60; round++)
    {
      DdRules rules = DD_RULES_DEFAULT;
      guint statuses = round < DD_N_TASK_STATUSES
                     ? DD_STATUS_BIT (round)
                     : (guint) g_test_rand_int_range (1, DD_STATUS_ALL + 1);
      DdDay day = dd_day_add_days (today, g_test_rand_int_range (-3, 4));
      g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
      g_autoptr (GArray) ids = NULL;
      guint n_expected = 0;

      if (round == 20)
        statuses = DD_STATUS_OPEN;
      if (round == 21)
        statuses = DD_STATUS_DONE;
      rules.warn_days = (guint) g_test_rand_int_range (0, 10);
      dd_query_set_statuses (query, statuses, day, rules.warn_days);
      dd_query_set_sort (query, DD_TASK_DUE, round % 2 == 0);
      ids = collect (fx, query, 0);
      for (guint i = 0; i < all->len; i++)
        {
          DdTaskStatus status = dd_task_row_get_status (all->pdata[i], day, &rules);
          gboolean expected = (statuses & DD_STATUS_BIT (status)) != 0;

          seen[status]++;
          n_expected += expected;
          if (has_id (ids, dd_row_get_id (all->pdata[i])) != expected)
            g_error ("task %d has status %u and set %x", (int) dd_row_get_id (all->pdata[i]),
                     status, statuses);
        }
      g_assert_cmpuint (ids->len, ==, n_expected);
      if (round < 12)
        assert_consistent (fx, query, ids, all);
    }

  /* The tasks were many enough to mean something. */
  for (guint i = 0; i < DD_N_TASK_STATUSES; i++)
    g_assert_cmpuint (seen[i], >, 0);
}

/* --- whose tasks, and where they come from -------------------------------- */

static void
test_unit (Fixture       *fx,
           gconstpointer  data)
{
  gint64 units[2];
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  add_random_tasks (fx, units, dd_day_new (2024, 2, 28), 200);
  all = select_all (fx, DD_KIND_TASK);
  parts = select_all (fx, DD_KIND_TASK_UNIT);
  g_assert_cmpuint (parts->len, >, 10);
  for (guint u = 0; u < 2; u++)
    {
      g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
      g_autoptr (GArray) ids = NULL;

      dd_query_set_unit (query, units[u]);
      dd_query_set_sort (query, u == 0 ? DD_TASK_LEAD : DD_TASK_DUE, FALSE);
      ids = collect (fx, query, 0);
      for (guint i = 0; i < all->len; i++)
        {
          gint64 id = dd_row_get_id (all->pdata[i]);
          gboolean expected = dd_row_get_reference (all->pdata[i], DD_TASK_LEAD) == units[u];

          for (guint j = 0; j < parts->len && !expected; j++)
            expected = dd_row_get_reference (parts->pdata[j], DD_TASK_UNIT_TASK) == id &&
                       dd_row_get_reference (parts->pdata[j], DD_TASK_UNIT_UNIT) == units[u];
          g_assert_cmpint (has_id (ids, id), ==, expected);
        }
      assert_consistent (fx, query, ids, all);
    }
}

static void
test_source_and_coverage (Fixture       *fx,
                          gconstpointer  data)
{
  gint64 unit = dd_test_insert (fx->f.store, dd_test_unit ("Sở Tư pháp"));
  gint64 ids[DD_N_KINDS] = { [DD_KIND_UNIT] = unit, };
  gint64 documents[2], meetings[2], last = 0;
  g_autoptr (GPtrArray) directives = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  guint seen[DD_N_COVERAGES] = { 0, };

  for (guint i = 0; i < 2; i++)
    {
      documents[i] = dd_test_insert (fx->f.store, dd_sample_row (DD_KIND_DOCUMENT, i, ids));
      meetings[i] = dd_test_insert (fx->f.store, dd_sample_row (DD_KIND_MEETING, i, ids));
    }
  for (guint i = 0; i < 60; i++)
    {
      DdRow *row;

      ids[DD_KIND_DOCUMENT] = documents[i % 2];
      ids[DD_KIND_MEETING] = meetings[i / 2 % 2];
      row = dd_sample_row (DD_KIND_DIRECTIVE, i, ids);
      dd_row_unset (row, DD_DIRECTIVE_SUPERSEDED_BY);
      if (i % 11 == 10)
        dd_row_set_reference (row, DD_DIRECTIVE_SUPERSEDED_BY, last);
      if (i % 3 != 0)
        dd_row_unset (row, DD_DIRECTIVE_NO_TASK_REASON);
      last = dd_test_insert (fx->f.store, row);
      for (guint j = 0; j < i % 4; j++)
        {
          row = dd_test_task ("Rà soát", unit, NULL);
          dd_row_set_reference (row, DD_TASK_DIRECTIVE, last);
          if (g_test_rand_int_range (0, 3) != 0)
            dd_row_set_day (row, DD_TASK_COMPLETED, dd_day_new (2024, 2, 28));
          dd_test_insert (fx->f.store, row);
        }
    }
  directives = select_all (fx, DD_KIND_DIRECTIVE);
  tasks = select_all (fx, DD_KIND_TASK);

  for (guint coverages = 1; coverages <= DD_COVERAGE_ALL; coverages++)
    {
      g_autoptr (DdQuery) query = dd_query_new (DD_KIND_DIRECTIVE);
      g_autoptr (GArray) found = NULL;

      dd_query_set_coverages (query, coverages);
      found = collect (fx, query, 0);
      for (guint i = 0; i < directives->len; i++)
        {
          DdCoverage coverage = dd_directive_row_get_coverage (directives->pdata[i]);

          seen[coverage]++;
          g_assert_cmpint (has_id (found, dd_row_get_id (directives->pdata[i])), ==,
                           (coverages & DD_COVERAGE_BIT (coverage)) != 0);
        }
      if (coverages < 6)
        assert_consistent (fx, query, found, directives);
    }
  for (guint i = 0; i < DD_N_COVERAGES; i++)
    g_assert_cmpuint (seen[i], >, 0);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DdQuery) by_document = dd_query_new (DD_KIND_TASK);
      g_autoptr (DdQuery) by_meeting = dd_query_new (DD_KIND_TASK);
      g_autoptr (GArray) of_document = NULL;
      g_autoptr (GArray) of_meeting = NULL;

      dd_query_set_document (by_document, documents[i]);
      dd_query_set_meeting (by_meeting, meetings[i]);
      of_document = collect (fx, by_document, 0);
      of_meeting = collect (fx, by_meeting, 0);
      g_assert_cmpuint (of_document->len, >, 0);
      g_assert_cmpuint (of_document->len, <, tasks->len);
      for (guint j = 0; j < tasks->len; j++)
        {
          gint64 directive = dd_row_get_reference (tasks->pdata[j], DD_TASK_DIRECTIVE);
          const DdRow *source = directives->pdata[directive - 1];

          g_assert_cmpint (dd_row_get_id (source), ==, directive);
          g_assert_cmpint (has_id (of_document, dd_row_get_id (tasks->pdata[j])), ==,
                           dd_row_get_reference (source, DD_DIRECTIVE_DOCUMENT) == documents[i]);
          g_assert_cmpint (has_id (of_meeting, dd_row_get_id (tasks->pdata[j])), ==,
                           dd_row_get_reference (source, DD_DIRECTIVE_MEETING) == meetings[i]);
        }
      assert_consistent (fx, by_document, of_document, tasks);
    }
}

static void
test_conditions (Fixture       *fx,
                 gconstpointer  data)
{
  gint64 unit = dd_test_insert (fx->f.store, dd_test_unit ("Sở Tư pháp"));
  static const char * const days[] = { "2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01" };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (DdQuery) none = dd_query_new (DD_KIND_TASK);
  g_autoptr (GArray) without = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      DdRow *row = dd_test_task ("Rà soát", unit, days[i]);

      dd_row_set_text (row, DD_TASK_OFFICER, i % 2 == 0 ? "Lê Văn Cường" : "lê văn cường");
      dd_test_insert (fx->f.store, row);
    }
  dd_test_insert (fx->f.store, dd_test_task ("Rà soát", unit, NULL));
  all = select_all (fx, DD_KIND_TASK);

  for (guint i = 0; i < 16; i++)
    {
      g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
      g_autoptr (GArray) ids = NULL;
      DdDay from = i % 4 == 3 ? DD_DAY_NONE : dd_day_from_iso (days[i % 4]);
      DdDay until = i / 4 == 3 ? DD_DAY_NONE : dd_day_from_iso (days[i / 4 + 1]);
      guint expected = 0;

      dd_query_set_days (query, DD_TASK_DUE, from, until);
      ids = collect (fx, query, 0);
      for (guint j = 0; j < all->len; j++)
        {
          DdDay due = dd_row_get_day (all->pdata[j], DD_TASK_DUE);

          expected += (from == DD_DAY_NONE || (due != DD_DAY_NONE && due >= from)) &&
                      (until == DD_DAY_NONE || (due != DD_DAY_NONE && due <= until));
        }
      g_assert_cmpuint (ids->len, ==, expected);
      assert_consistent (fx, query, ids, all);
    }

  /* To the letter, and several at once. */
  dd_query_set_text (none, DD_TASK_OFFICER, "Lê Văn Cường");
  dd_query_set_reference (none, DD_TASK_LEAD, unit);
  dd_query_set_reference (none, DD_TASK_PARENT, 0);
  dd_query_set_days (none, DD_TASK_ASSIGNED, dd_day_new (2024, 1, 1), dd_day_new (2024, 1, 31));
  without = collect (fx, none, 0);
  g_assert_cmpuint (without->len, ==, 2);
}

/* --- order ---------------------------------------------------------------- */

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
          ids = collect (fx, query, 0);
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
          page = collect (fx, query, 3);
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

      dd_row_set_day (row, DD_TASK_DEADLINE, random_day (dd_day_new (2024, 6, 30)));
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
  first = collect (fx, query, 0);
  g_assert_cmpuint (first->len, ==, 10);
  second = collect (fx, query, 4);
  g_assert_cmpuint (second->len, ==, 4);

  /* It holds for both tiers of a search together. */
  dd_query_set_search (query, "đường");
  g_array_unref (g_steal_pointer (&first));
  first = collect (fx, query, 0);
  g_assert_cmpuint (first->len, ==, 10);
  dd_query_set_limit (query, 3);
  g_array_unref (g_steal_pointer (&second));
  second = collect (fx, query, 0);
  g_assert_cmpuint (second->len, ==, 3);
}

/* --- plans ---------------------------------------------------------------- */

/* How SQLite goes about a query, in its own words. */
static char *
explain (Fixture       *fx,
         const DdQuery *query)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *sql = NULL;
  GString *plan = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_remove_all (fx->db.statements);
  ids = collect (fx, query, 0);
  g_hash_table_iter_init (&iter, fx->db.statements);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (strstr (key, "ORDER BY") != NULL)
      sql = g_strconcat ("EXPLAIN QUERY PLAN ", key, NULL);
  g_assert_nonnull (sql);
  g_assert_cmpint (sqlite3_prepare_v2 (fx->db.handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", sqlite3_column_text (statement, 3));
  sqlite3_finalize (statement);

  return g_string_free (plan, FALSE);
}

static void
assert_plan (Fixture       *fx,
             const DdQuery *query,
             const char    *index)
{
  g_autofree char *plan = explain (fx, query);

  if (strstr (plan, index) == NULL || strstr (plan, "TEMP B-TREE") != NULL)
    g_error ("the plan is not by %s:\n%s", index, plan);
}

/* The queries that pages open with go by an index, and nothing is sorted. */
static void
test_plans (Fixture       *fx,
            gconstpointer  data)
{
  const DdDay today = dd_day_new (2024, 2, 28);

  /* With the statistics of a file in use as without. */
  for (guint round = 0; round < 2; round++)
    {
      for (guint down = 0; down < 2; down++)
        {
          g_autoptr (DdQuery) open = dd_query_new (DD_KIND_TASK);
          g_autoptr (DdQuery) overdue = dd_query_new (DD_KIND_TASK);
          g_autoptr (DdQuery) soon = dd_query_new (DD_KIND_TASK);
          g_autoptr (DdQuery) due = dd_query_new (DD_KIND_TASK);
          g_autoptr (DdQuery) content = dd_query_new (DD_KIND_TASK);
          g_autoptr (DdQuery) lead = dd_query_new (DD_KIND_TASK);
          g_autoptr (DdQuery) assigned = dd_query_new (DD_KIND_TASK);
          g_autoptr (DdQuery) unit = dd_query_new (DD_KIND_UNIT);
          g_autoptr (DdQuery) meeting = dd_query_new (DD_KIND_MEETING);

          dd_query_set_statuses (open, DD_STATUS_OPEN, today, 7);
          dd_query_set_sort (open, DD_TASK_DUE, down);
          assert_plan (fx, open, "task_open");
          dd_query_set_statuses (overdue, DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE), today, 7);
          dd_query_set_sort (overdue, DD_TASK_DUE, down);
          assert_plan (fx, overdue, "task_open");
          dd_query_set_statuses (soon, DD_STATUS_BIT (DD_TASK_STATUS_WIP_SOON), today, 7);
          dd_query_set_sort (soon, DD_TASK_DUE, down);
          assert_plan (fx, soon, "task_open");
          dd_query_set_sort (due, DD_TASK_DUE, down);
          assert_plan (fx, due, "task_due");
          dd_query_set_sort (content, DD_TASK_CONTENT, down);
          assert_plan (fx, content, "task_content");
          dd_query_set_sort (lead, DD_TASK_LEAD, down);
          assert_plan (fx, lead, "task_lead");
          dd_query_set_sort (assigned, DD_TASK_ASSIGNED, down);
          assert_plan (fx, assigned, "task_assigned");
          dd_query_set_sort (unit, DD_UNIT_NAME, down);
          assert_plan (fx, unit, "unit_name");
          dd_query_set_sort (meeting, DD_MEETING_DAY, down);
          assert_plan (fx, meeting, "meeting_day");
        }

      if (round == 0)
        {
          gint64 units[2];

          add_random_tasks (fx, units, today, 500);
          dd_probe_exec (fx->f.path, "ANALYZE");
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/query/statuses", test_statuses);
  ADD ("/query/unit", test_unit);
  ADD ("/query/source-and-coverage", test_source_and_coverage);
  ADD ("/query/conditions", test_conditions);
  ADD ("/query/every-order", test_every_order);
  ADD ("/query/vietnamese-order", test_vietnamese_order);
  ADD ("/query/order-of-choices", test_order_of_choices);
  ADD ("/query/by-lead", test_by_lead);
  ADD ("/query/limit", test_limit);
  ADD ("/query/plans", test_plans);

  return g_test_run ();
}

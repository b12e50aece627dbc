/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What queries find, held against the rules in C. */
#include "dd-queries-fixture.h"

#include "dd-coverage.h"
#include "dd-query-sql.h"
#include "dd-record-types.h"
#include "dd-sample-records.h"
#include "dd-store-probe.h"

#include <string.h>

typedef DdQueriesFixture Fixture;

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

      dd_row_set_day (row, DD_TASK_DEADLINE, dd_random_day (today));
      dd_row_set_choice (row, DD_TASK_DEADLINE_KIND,
                         (guint) g_test_rand_int_range (0, DD_N_DEADLINE_KIND_CHOICES));
      if (g_test_rand_bit ())
        dd_row_set_day (row, DD_TASK_COMPLETED, dd_random_day (today));
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
      ids = dd_queries_collect (fx, query, 0);
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
      ids = dd_queries_collect (fx, query, 0);
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

/* Mine is what I took down, and what I am the officer of a task of. */
static void
test_actor (Fixture       *fx,
            gconstpointer  data)
{
  gint64 unit = dd_test_insert (fx->f.store, dd_test_unit ("Sở Tư pháp"));
  gint64 ids[DD_N_KINDS] = { [DD_KIND_UNIT] = unit, };
  gint64 clauses[3];
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_DIRECTIVE);
  g_autoptr (GArray) found = NULL;
  DdRow *task;

  ids[DD_KIND_DOCUMENT] = dd_test_insert (fx->f.store, dd_sample_row (DD_KIND_DOCUMENT, 0, ids));
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      DdChange *change = dd_change_new (i == 0 ? "Trần Thị Bình" : "Lê Văn Cường", NULL);
      DdRow *row = dd_sample_row (DD_KIND_DIRECTIVE, i, ids);
      g_autoptr (DdChange) written = NULL;
      gint64 id;

      dd_row_unset (row, DD_DIRECTIVE_SUPERSEDED_BY);
      id = dd_change_insert (change, row);
      written = dd_test_write (fx->f.store, change, NULL);
      clauses[i] = dd_change_resolve_id (written, id);
    }
  task = dd_test_task ("Rà soát", unit, NULL);
  dd_row_set_reference (task, DD_TASK_DIRECTIVE, clauses[2]);
  dd_row_set_text (task, DD_TASK_OFFICER, "Trần Thị Bình");
  dd_test_insert (fx->f.store, task);

  dd_query_set_actor (query, "Trần Thị Bình");
  found = dd_queries_collect (fx, query, 0);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (has_id (found, clauses[0]));
  g_assert_false (has_id (found, clauses[1]));
  g_assert_true (has_id (found, clauses[2]));
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
      found = dd_queries_collect (fx, query, 0);
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
      of_document = dd_queries_collect (fx, by_document, 0);
      of_meeting = dd_queries_collect (fx, by_meeting, 0);
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
      ids = dd_queries_collect (fx, query, 0);
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
  without = dd_queries_collect (fx, none, 0);
  g_assert_cmpuint (without->len, ==, 2);
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
  ids = dd_queries_collect (fx, query, 0);
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

#define ADD(path, function) g_test_add (path, Fixture, NULL, dd_queries_set_up, function,\
              dd_queries_tear_down)
  ADD ("/query/statuses", test_statuses);
  ADD ("/query/unit", test_unit);
  ADD ("/query/actor", test_actor);
  ADD ("/query/source-and-coverage", test_source_and_coverage);
  ADD ("/query/conditions", test_conditions);
  ADD ("/query/plans", test_plans);

  return g_test_run ();
}

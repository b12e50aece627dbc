/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample data: the program takes all of it, and every page has something
 * to show of it, whatever day it is. */
#include "dd-coverage.h"
#include "dd-figures.h"
#include "dd-import.h"
#include "dd-json-reader.h"
#include "dd-maintain.h"
#include "dd-measure.h"
#include "dd-rag.h"
#include "dd-record-types.h"
#include "dd-store-probe.h"
#include "dd-test-utils.h"

static DdRow *
next_row (gpointer   user_data,
          guint     *place,
          GError   **error)
{
  return dd_json_reader_next (user_data, place, error);
}

static void
set_up (DdStoreFixture *f,
        gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  dd_test_set_up (f, data);
  dd_test_open (f, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
}

static DdImportCounts
import_sample (DdStoreFixture *f,
               DdDay           today)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample.json", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DdJsonReader *reader = dd_json_reader_new_relative (path, today, &error);
  DdImportCounts counts;

  g_assert_no_error (error);
  dd_store_import_async (f->store, next_row, reader, (GDestroyNotify) dd_json_reader_free,
                         "Người thử", "Sample data", NULL, NULL, NULL, dd_test_keep_result_cb,
                         &result);
  dd_store_import_finish (f->store, dd_test_await (&result), &counts, &error);
  g_assert_no_error (error);

  return counts;
}

static GPtrArray *
select_all (DdStoreFixture *f,
            DdKind          kind)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);

  return dd_test_select (f->store, query);
}

/* Every kind has records, and none is there twice. */
static void
test_import (DdStoreFixture *f,
             gconstpointer   data)
{
  DdImportCounts counts = import_sample (f, dd_day_new (2026, 11, 22));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (counts.n_created, >, 300);
  g_assert_cmpuint (counts.n_changed, ==, 0);
  g_assert_cmpuint (counts.by_kind[DD_KIND_TASK], >=, 35);
  g_assert_cmpuint (counts.by_kind[DD_KIND_TASK], <=, 60);
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    if (kind != DD_KIND_HOLIDAY && kind != DD_KIND_SETTING && kind != DD_KIND_ATTACHMENT &&
        kind != DD_KIND_HISTORY)
      {
        g_test_message ("%s: %u", dd_record_type_get (kind)->name, counts.by_kind[kind]);
        g_assert_cmpuint (counts.by_kind[kind], >, 0);
      }

  /* Taken once more, it changes nothing. */
  counts = import_sample (f, dd_day_new (2026, 11, 22));
  g_assert_cmpuint (counts.n_created, ==, 0);
  g_assert_cmpuint (counts.n_changed, ==, 0);

  dd_probe_assert_sound (f->path);
  dd_store_check_async (f->store, FALSE, NULL, dd_test_keep_result_cb, &result);
  problems = dd_store_check_finish (f->store, dd_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Overview, Tasks, Deadlines: tasks of every status and in every state, in due
 * time and late, urged and silent. */
static void
check_tasks (DdStoreFixture *f,
             DdDay           today)
{
  g_autoptr (GPtrArray) tasks = select_all (f, DD_KIND_TASK);
  const DdRules *rules = dd_store_get_rules (f->store);
  guint by_status[DD_N_TASK_STATUSES] = { 0, };
  guint by_state[DD_TASK_STATE_WITHDRAWN + 1] = { 0, };
  guint n_silent = 0, n_moved = 0, n_today = 0, n_recurring = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      const DdRow *task = tasks->pdata[i];
      DdTaskStatus status = dd_task_row_get_status (task, today, rules);
      g_autofree char *reason = NULL;
      DdRag rag = dd_rag_of_task (task, today, rules, &reason);

      by_status[status]++;
      by_state[dd_row_get_choice (task, DD_TASK_STATE)]++;
      n_silent += rag == DD_RAG_AMBER && status == DD_TASK_STATUS_WIP_OK;
      n_moved += dd_row_get_day (task, DD_TASK_DEADLINE) !=
                 dd_row_get_day (task, DD_TASK_ORIGINAL_DEADLINE);
      n_today += dd_task_status_is_open (status) && dd_row_get_day (task, DD_TASK_DUE) == today;
      n_recurring += dd_row_get_choice (task, DD_TASK_DEADLINE_KIND) == DD_DEADLINE_KIND_RECURRING;
      g_assert_cmpint (dd_row_get_day (task, DD_TASK_COMPLETED), <=, today);
    }

  for (guint i = 0; i < DD_N_TASK_STATUSES; i++)
    {
      g_test_message ("%s: %u", dd_task_status_get_code (i), by_status[i]);
      g_assert_cmpuint (by_status[i], >=, 2);
    }
  for (guint i = 0; i < G_N_ELEMENTS (by_state); i++)
    g_assert_cmpuint (by_state[i], >=, 1);
  g_assert_cmpuint (by_status[DD_TASK_STATUS_WIP_LATE], >=, 5);
  g_assert_cmpuint (by_status[DD_TASK_STATUS_WIP_SOON], >=, 5);
  g_assert_cmpuint (n_silent, >=, 2);
  g_assert_cmpuint (n_moved, >=, 1);
  g_assert_cmpuint (n_today, >=, 1);
  g_assert_cmpuint (n_recurring, >=, 3);
}

/* Meetings: every coverage in the ledger, and every directive where it says it is. */
static void
check_ledger (DdStoreFixture *f)
{
  g_autoptr (GPtrArray) directives = select_all (f, DD_KIND_DIRECTIVE);
  guint by_coverage[DD_N_COVERAGES] = { 0, };

  for (guint i = 0; i < directives->len; i++)
    by_coverage[dd_directive_row_get_coverage (directives->pdata[i])]++;
  for (guint i = 0; i < DD_N_COVERAGES; i++)
    {
      g_test_message ("%s: %u", dd_coverage_get_label (i), by_coverage[i]);
      g_assert_cmpuint (by_coverage[i], >=, 1);
    }

  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM directive WHERE span_end"
                                    " IS NOT NULL"), >, 10);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM directive JOIN document"
                                    " ON document.id = directive.document"
                                    " WHERE span_end IS NOT NULL AND substr (document.text,"
                                    " span_start + 1, span_end - span_start) <> quote"), ==, 0);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(DISTINCT state) FROM attendance"),
                   ==, 4);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(DISTINCT state) FROM meeting"), >=, 3);
}

static DdFigure
get_figure (DdStoreFixture *f,
            GArray         *sums,
            const char     *number,
            DdMeasure       measure)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM plan WHERE number = '%s'", number);
  gint64 plan = dd_probe_number (f->path, sql);

  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, DdPlanSums, i).plan == plan)
      return dd_measure_get_figure (measure, &g_array_index (sums, DdPlanSums, i).sums);

  g_assert_not_reached ();
}

/* Plans: procedures in every stage with every outcome; of the three targets of
 * the long plan two are reached and one is not. */
static void
check_plans (DdStoreFixture *f)
{
  static const char plan[] = "29/KH-UBND";
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sums = NULL;

  dd_store_plan_sums_async (f->store, NULL, dd_test_keep_result_cb, &result);
  sums = dd_store_plan_sums_finish (f->store, dd_test_await (&result), &error);
  g_assert_no_error (error);

  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(DISTINCT stage) FROM plan_item"),
                   ==, DD_PLAN_STAGE_ENACTED + 1);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(DISTINCT outcome) FROM plan_item"),
                   ==, DD_PLAN_OUTCOME_DECENTRALISED + 1);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM milestone"), >=, 5);
  g_assert_true (dd_target_is_reached (DD_OPERATOR_GE, 50,
                                       get_figure (f, sums, plan, DD_MEASURE_REVIEWED)));
  g_assert_true (dd_target_is_reached (DD_OPERATOR_GE, 20,
                                       get_figure (f, sums, plan, DD_MEASURE_PROCEDURES_CUT)));
  g_assert_false (dd_target_is_reached (DD_OPERATOR_GE, 20,
                                        get_figure (f, sums, plan, DD_MEASURE_COST_CUT)));
  g_assert_false (dd_target_is_reached (DD_OPERATOR_GE, 20,
                                        get_figure (f, sums, "12/KH-UBND",
                                                    DD_MEASURE_FIELDS_CUT)));

  /* Where the steps of a cost are told, they add up to it. */
  g_assert_cmpint (dd_probe_number (f->path,
                                    "SELECT count(*) FROM plan_item JOIN (SELECT plan_item AS item,"
                                    " sum ((hours * income + services + fees) * times * subjects)"
                                    " AS cost FROM cost_step WHERE side = 'before' GROUP BY item)"
                                    " ON item = plan_item.id WHERE cost <> cost_before"), ==, 0);
}

static void
test_pages (DdStoreFixture *f,
            gconstpointer   data)
{
  DdDay today = dd_day_from_iso (data);

  import_sample (f, today);
  check_tasks (f, today);
  check_ledger (f);
  check_plans (f);
}

#define ADD_PAGES(today) \
  g_test_add ("/sample/pages/" today, DdStoreFixture, today, set_up, test_pages, \
              dd_test_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sample/import", DdStoreFixture, NULL, set_up, test_import,
              dd_test_tear_down);

  /* A day in the week, one off, and the shortest month behind. */
  ADD_PAGES ("2026-11-23");
  ADD_PAGES ("2027-01-01");
  ADD_PAGES ("2028-03-01");

  return g_test_run ();
}

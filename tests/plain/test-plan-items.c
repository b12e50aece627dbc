/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of a plan as the store finds, sorts and sums them up. */
#include "dd-test-utils.h"

#include "dd-figures.h"
#include "dd-record-types.h"

typedef struct
{
  const char    *procedure;
  DdPlanStage    stage;
  DdPlanOutcome  outcome;
  gint64         cost_before;   /* -1: not known */
  gint64         cost_after;
  gint64         fields_before;
  gint64         fields_after;
} ItemValues;

static const ItemValues items[] = {
  { "Bổ nhiệm công chức lãnh đạo", DD_PLAN_STAGE_APPROVED, DD_PLAN_OUTCOME_AMENDED,
    1000, 600, 20, 12 },
  { "Điều động công chức", DD_PLAN_STAGE_ENACTED, DD_PLAN_OUTCOME_ABOLISHED, 500, -1, 10, -1 },
  { "Đường bộ: cấp phép thi công", DD_PLAN_STAGE_REVIEWING, DD_PLAN_OUTCOME_AMENDED,
    2000, 100, 30, 1 },
  { "Dương tính: khai báo y tế", DD_PLAN_STAGE_INVENTORIED, DD_PLAN_OUTCOME_UNDECIDED,
    -1, -1, -1, -1 },
  { "Cử đi đào tạo", DD_PLAN_STAGE_ANNOUNCED, DD_PLAN_OUTCOME_KEPT, 300, -1, 5, -1 },
  { "Xét nâng lương", DD_PLAN_STAGE_PROPOSED, DD_PLAN_OUTCOME_UNDECIDED, -1, 900, -1, 9 },
};

static gint64
insert_plan (DdStore *store)
{
  DdRow *plan = dd_row_new (DD_KIND_PLAN);

  dd_row_set_text (plan, DD_PLAN_TITLE, "Kế hoạch rà soát 2022 - 2025");
  dd_row_set_day (plan, DD_PLAN_FIRST_DAY, dd_day_new (2022, 9, 15));
  dd_row_set_day (plan, DD_PLAN_LAST_DAY, dd_day_new (2025, 12, 31));
  dd_row_set_choice (plan, DD_PLAN_SCOPE, DD_PROCEDURE_SCOPE_INTERNAL_B);
  dd_row_set_choice (plan, DD_PLAN_STATE, DD_PLAN_STATE_ISSUED);

  return dd_test_insert (store, plan);
}

static gint64
insert_procedure (DdStore    *store,
                  const char *name)
{
  DdRow *procedure = dd_row_new (DD_KIND_PROCEDURE);

  dd_row_set_text (procedure, DD_PROCEDURE_NAME, name);
  dd_row_set_choice (procedure, DD_PROCEDURE_LEVEL, DD_UNIT_LEVEL_PROVINCE);
  dd_row_set_choice (procedure, DD_PROCEDURE_SCOPE, DD_PROCEDURE_SCOPE_INTERNAL_B);

  return dd_test_insert (store, procedure);
}

static void
set_known (DdRow  *row,
           guint   field,
           gint64  number)
{
  if (number >= 0)
    dd_row_set_number (row, field, number);
}

static DdRow *
make_item (gint64            plan,
           gint64            procedure,
           const ItemValues *values)
{
  DdRow *row = dd_row_new (DD_KIND_PLAN_ITEM);

  dd_row_set_reference (row, DD_PLAN_ITEM_PLAN, plan);
  dd_row_set_reference (row, DD_PLAN_ITEM_PROCEDURE, procedure);
  dd_row_set_choice (row, DD_PLAN_ITEM_STAGE, values->stage);
  dd_row_set_choice (row, DD_PLAN_ITEM_OUTCOME, values->outcome);
  set_known (row, DD_PLAN_ITEM_COST_BEFORE, values->cost_before);
  set_known (row, DD_PLAN_ITEM_COST_AFTER, values->cost_after);
  set_known (row, DD_PLAN_ITEM_FIELDS_BEFORE, values->fields_before);
  set_known (row, DD_PLAN_ITEM_FIELDS_AFTER, values->fields_after);

  return row;
}

static gint64
fill_store (DdStoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  gint64 plan;

  dd_test_open (f, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  plan = insert_plan (f->store);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    dd_test_insert (f->store, make_item (plan, insert_procedure (f->store, items[i].procedure),
                                         &items[i]));

  return plan;
}

static DdQuery *
make_query (gint64 plan)
{
  DdQuery *query = dd_query_new (DD_KIND_PLAN_ITEM);

  dd_query_set_reference (query, DD_PLAN_ITEM_PLAN, plan);

  return query;
}

/* The first words of the procedures that a query shows. */
static char *
list_names (DdStore       *store,
            const DdQuery *query)
{
  g_autoptr (GPtrArray) rows = dd_test_select (store, query);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (dd_row_get_text (rows->pdata[i],
                                                          DD_PLAN_ITEM_PROCEDURE_NAME), " ", 2);

      g_string_append_printf (names, "%s%s", i == 0 ? "" : " ", words[0]);
    }

  return g_string_free (names, FALSE);
}

static void
test_choices (DdStoreFixture *f,
              gconstpointer   data)
{
  gint64 plan = fill_store (f);
  g_autoptr (DdQuery) some = make_query (plan);
  g_autoptr (DdQuery) all = make_query (plan);
  g_autoptr (DdQuery) none = make_query (plan);
  g_autoptr (DdQuery) copy = NULL;
  g_autofree char *names = NULL;
  g_autofree char *all_names = NULL;

  dd_query_set_choices (some, DD_PLAN_ITEM_STAGE,
                        1u << DD_PLAN_STAGE_REVIEWING | 1u << DD_PLAN_STAGE_ENACTED);
  names = list_names (f->store, some);
  g_assert_cmpstr (names, ==, "Điều Đường");
  copy = dd_query_copy (some);
  g_assert_true (dd_query_equal (some, copy));

  /* All choices are no condition. */
  dd_query_set_choices (all, DD_PLAN_ITEM_STAGE, G_MAXUINT);
  g_assert_true (dd_query_equal (all, none));
  g_assert_false (dd_query_equal (some, none));
  all_names = list_names (f->store, all);
  g_assert_cmpstr (all_names, ==, "Bổ Điều Đường Dương Cử Xét");
}

static void
test_order_of_stages (DdStoreFixture *f,
                      gconstpointer   data)
{
  g_autoptr (DdQuery) query = make_query (fill_store (f));
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;

  /* As the work goes on, not as the codes are spelt. */
  dd_query_set_sort (query, DD_PLAN_ITEM_STAGE, FALSE);
  up = list_names (f->store, query);
  g_assert_cmpstr (up, ==, "Dương Cử Đường Xét Bổ Điều");
  dd_query_set_sort (query, DD_PLAN_ITEM_STAGE, TRUE);
  down = list_names (f->store, query);
  g_assert_cmpstr (down, ==, "Điều Bổ Xét Đường Cử Dương");
}

static void
test_search (DdStoreFixture *f,
             gconstpointer   data)
{
  gint64 plan = fill_store (f);
  g_autoptr (DdQuery) query = make_query (plan);
  g_autoptr (DdList) list = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *nothing = NULL;

  /* By the words of the procedure; as they are written first. */
  dd_query_set_search (query, "đường");
  marked = list_names (f->store, query);
  g_assert_cmpstr (marked, ==, "Đường Dương");
  dd_query_set_search (query, "cong chuc");
  bare = list_names (f->store, query);
  g_assert_cmpstr (bare, ==, "Bổ Điều");
  dd_query_set_choices (query, DD_PLAN_ITEM_STAGE, 1u << DD_PLAN_STAGE_REVIEWING);
  nothing = list_names (f->store, query);
  g_assert_cmpstr (nothing, ==, "");
}

static gboolean
has_one (gpointer data)
{
  return dd_list_get_count (data) == 1 && !dd_list_get_loading (data);
}

static void
test_search_follows (DdStoreFixture *f,
                     gconstpointer   data)
{
  gint64 plan = fill_store (f);
  g_autoptr (DdQuery) query = make_query (plan);
  g_autoptr (DdList) list = NULL;
  g_autoptr (GPtrArray) procedures = NULL;
  g_autoptr (DdQuery) all = dd_query_new (DD_KIND_PROCEDURE);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = NULL;
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  DdRow *row;

  dd_query_set_search (query, "luân chuyển");
  list = dd_store_get_list (f->store, query);
  dd_test_wait_list (list);
  g_assert_cmpuint (dd_list_get_count (list), ==, 0);

  /* A procedure gets another name: its item is found by it. */
  procedures = dd_test_select (f->store, all);
  row = dd_row_copy (procedures->pdata[0]);
  dd_row_set_text (row, DD_PROCEDURE_NAME, "Luân chuyển công chức");
  dd_change_update (change, row);
  written = dd_test_write (f->store, change, &error);
  g_assert_no_error (error);
  g_assert_true (dd_test_spin_until (has_one, list, 5000));
}

static void
test_twice (DdStoreFixture *f,
            gconstpointer   data)
{
  gint64 plan = fill_store (f);
  g_autoptr (DdQuery) query = make_query (plan);
  g_autoptr (GPtrArray) rows = dd_test_select (f->store, query);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = NULL;
  DdChange *change = dd_change_new ("Kiểm thử", NULL);

  dd_change_insert (change, make_item (plan, dd_row_get_reference (rows->pdata[0],
                                                                   DD_PLAN_ITEM_PROCEDURE),
                                       &items[0]));
  written = dd_test_write (f->store, change, &error);
  g_assert_null (written);
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_EXISTS);
}

static void
test_sums (DdStoreFixture *f,
           gconstpointer   data)
{
  gint64 plan = fill_store (f);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = NULL;
  const DdMeasureSums *sums;

  /* A plan without items has no sums. */
  insert_plan (f->store);
  dd_store_plan_sums_async (f->store, NULL, dd_test_keep_result_cb, &result);
  all = dd_store_plan_sums_finish (f->store, dd_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (g_array_index (all, DdPlanSums, 0).plan, ==, plan);

  sums = &g_array_index (all, DdPlanSums, 0).sums;
  g_assert_cmpint (sums->n_items, ==, 6);
  g_assert_cmpint (sums->n_inventoried, ==, 5);
  /* Approved, enacted, kept, proposed. */
  g_assert_cmpint (sums->n_reviewed, ==, 4);
  /* One that is under review has no outcome yet, whatever is written there. */
  g_assert_cmpint (sums->n_cut, ==, 2);

  /* An abolished one costs nothing; one under review what it did. A cost after
   * whose cost before is not known is left out: else it would count as a rise. */
  g_assert_cmpint (sums->n_costed, ==, 4);
  g_assert_cmpint (sums->cost_before, ==, 1000 + 500 + 2000 + 300);
  g_assert_cmpint (sums->cost_after, ==, 600 + 0 + 2000 + 300);
  g_assert_cmpint (sums->fields_before, ==, 20 + 10 + 30 + 5);
  g_assert_cmpint (sums->fields_after, ==, 12 + 0 + 30 + 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/plan-items/choices", test_choices);
  ADD ("/plan-items/order-of-stages", test_order_of_stages);
  ADD ("/plan-items/search", test_search);
  ADD ("/plan-items/search-follows", test_search_follows);
  ADD ("/plan-items/twice", test_twice);
  ADD ("/plan-items/sums", test_sums);

  return g_test_run ();
}

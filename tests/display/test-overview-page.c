/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-display-utils.h"

#include "dd-overview-page.h"
#include "dd-plan-targets.h"
#include "dd-record-types.h"
#include "dd-red-list.h"
#include "dd-unit-table.h"

#define BIT(status) DD_STATUS_BIT (DD_TASK_STATUS_##status)

/* Text that would be something else if it were taken for markup. */
#define MARKUP "Sở <b>Nội vụ</b> &amp; ban"

static gint64
add_unit (DdDisplayFixture *f,
          const char       *name)
{
  return dd_test_insert (f->store.store, dd_test_unit (name));
}

static gint64
add_task (DdDisplayFixture *f,
          gint64            lead,
          const char       *deadline,
          const char       *completed)
{
  g_autofree char *content = g_strdup_printf ("Việc đến hạn %s", deadline);
  DdRow *task = dd_test_task (content, lead, deadline);

  if (completed != NULL)
    {
      dd_row_set_day (task, DD_TASK_COMPLETED, dd_day_from_iso (completed));
      dd_row_set_choice (task, DD_TASK_STATE, DD_TASK_STATE_CONFIRMED);
    }

  return dd_test_insert (f->store.store, task);
}

static void
add_stopped_task (DdDisplayFixture *f,
                  gint64            lead)
{
  DdRow *task = dd_test_task ("Việc tạm dừng", lead, "2024-05-01");

  dd_row_set_choice (task, DD_TASK_STATE, DD_TASK_STATE_SUSPENDED);
  dd_test_insert (f->store.store, task);
}

/* Two units, and of each status a number of tasks of its own, as on 15 May 2024:
 * 3 on time, 1 late, 2 on track, 1 due soon, 4 overdue; 1 open and 2 completed
 * without a deadline; 1 suspended. */
static void
add_tasks (DdDisplayFixture *f,
           gint64           *first,
           gint64           *second)
{
  *first = add_unit (f, "Sở Tư pháp");
  *second = add_unit (f, MARKUP);

  add_task (f, *first, "2024-04-10", "2024-04-10");
  add_task (f, *first, "2024-04-11", "2024-04-10");
  add_task (f, *second, "2024-04-12", "2024-04-10");
  add_task (f, *first, "2024-04-13", "2024-04-14");
  add_task (f, *first, "2024-06-30", NULL);
  add_task (f, *second, "2024-07-31", NULL);
  add_task (f, *first, "2024-05-22", NULL);
  add_task (f, *first, "2024-05-14", NULL);
  add_task (f, *second, "2024-05-01", NULL);
  add_task (f, *second, "2024-05-02", NULL);
  add_task (f, *second, "2024-05-03", NULL);
  add_task (f, *first, NULL, NULL);
  add_task (f, *first, NULL, "2024-04-10");
  add_task (f, *second, NULL, "2024-04-10");
  add_stopped_task (f, *first);
}

static void
assert_shows_statuses (DdDisplayFixture *f,
                       GtkWidget        *button,
                       guint             statuses,
                       gint64            unit,
                       const char       *unit_name)
{
  g_autoptr (GVariant) expected =
    g_variant_ref_sink (g_variant_new ("(uxs)", statuses, unit, unit_name));

  dd_display_forget_action (f);
  dd_display_click (button);
  dd_display_wait_action (f, "show-statuses");
  g_assert_cmpvariant (f->parameter, expected);
}

static GtkWidget *
find_button (DdDisplayFixture *f,
             const char       *name)
{
  GtkWidget *button = dd_display_find_named (f->window, GTK_TYPE_BUTTON, name);

  if (button == NULL)
    g_error ("there is no button “%s”", name);

  return button;
}

/* An empty file says what to do, and a button leads there. */
static void
test_empty (DdDisplayFixture *f,
            gconstpointer     data)
{
  dd_display_show (f, dd_overview_page_new (f->session));
  dd_display_wait_text (f->window, "Nothing to Look Over Yet");
  dd_display_click (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "Open Meetings"));
  dd_display_wait_action (f, "show-section");
  g_assert_cmpstr (g_variant_get_string (f->parameter, NULL), ==, "meetings");

  /* The first task makes an overview of it. */
  add_task (f, add_unit (f, "Sở Tư pháp"), "2024-06-30", NULL);
  dd_display_wait_no_text (f->window, "Nothing to Look Over Yet");
  dd_display_wait_text (f->window, "No task is overdue.");
}

/* The page is there before the numbers are: they are asked for when it was painted. */
static void
test_first_frame (DdDisplayFixture *f,
                  gconstpointer     data)
{
  add_task (f, add_unit (f, "Sở Tư pháp"), "2024-06-30", NULL);
  dd_display_show (f, dd_overview_page_new (f->session));
  g_assert_true (dd_display_has_text (f->window, "As of Wed, 15 May 2024"));
  g_assert_true (dd_display_has_text (f->window, "In progress, within the deadline"));
  g_assert_nonnull (find_button (f, "In progress, within the deadline"));
  g_assert_false (dd_display_has_text (f->window, "1"));
  g_assert_null (dd_display_find_type (f->window, DD_TYPE_RED_LIST));

  dd_display_wait_text (f->window, "1");
  g_assert_nonnull (find_button (f, "In progress, within the deadline: 1"));
  dd_display_wait_text (f->window, "No task is overdue.");
}

static void
test_boxes (DdDisplayFixture *f,
            gconstpointer     data)
{
  gint64 first, second;

  add_tasks (f, &first, &second);
  dd_display_show (f, dd_overview_page_new (f->session));
  dd_display_wait_text (f->window, "14 tasks · 42.9% completed"
                                   " · 75% of the completed ones on time"
                                   " · shares above: of the 11 tasks with a deadline");

  /* Each number opens the tasks that it counts. */
  assert_shows_statuses (f, find_button (f, "Completed on time: 3"), BIT (DONE_ONTIME), 0, "");
  assert_shows_statuses (f, find_button (f, "Completed late: 1"), BIT (DONE_LATE), 0, "");
  assert_shows_statuses (f, find_button (f, "In progress, within the deadline: 3"),
                         BIT (WIP_OK) | BIT (WIP_SOON), 0, "");
  assert_shows_statuses (f, find_button (f, "In progress, overdue: 4"), BIT (WIP_LATE), 0, "");
  assert_shows_statuses (f, find_button (f, "No deadline: 3"),
                         BIT (WIP_NODL) | BIT (DONE_NODL), 0, "");

  /* So does each part of one. */
  assert_shows_statuses (f, dd_display_find_around (f->window, GTK_TYPE_BUTTON,
                                                    "1 of them due soon"), BIT (WIP_SOON), 0, "");
  assert_shows_statuses (f, dd_display_find_around (f->window, GTK_TYPE_BUTTON, "1 in progress"),
                         BIT (WIP_NODL), 0, "");
  assert_shows_statuses (f, dd_display_find_around (f->window, GTK_TYPE_BUTTON, "2 completed"),
                         BIT (DONE_NODL), 0, "");
  assert_shows_statuses (f, dd_display_find_around (f->window, GTK_TYPE_BUTTON,
                                                    "Not Counted: 1 Suspended or Withdrawn"),
                         BIT (STOPPED), 0, "");

  /* Shares are of the tasks that have a deadline. */
  g_assert_true (dd_display_has_text (f->window, "27.3%"));
  g_assert_true (dd_display_has_text (f->window, "9.1%"));
  g_assert_true (dd_display_has_text (f->window, "36.4%"));
}

static void
test_red_list (DdDisplayFixture *f,
               gconstpointer     data)
{
  GtkWidget *list, *row;
  gint64 first, second, id;
  DdRow *task;

  add_tasks (f, &first, &second);
  task = dd_test_task (MARKUP, first, "2023-12-31");
  dd_row_set_choice (task, DD_TASK_STATE, DD_TASK_STATE_RETURNED);
  id = dd_test_insert (f->store.store, task);

  dd_display_show (f, dd_overview_page_new (f->session));
  dd_display_wait_text (f->window, "Returned and 136 days overdue");
  list = dd_display_find_type (f->window, DD_TYPE_RED_LIST);

  /* Those overdue the longest first, each with its sentence; no other task. */
  g_assert_cmpuint (dd_display_get_order (list, MARKUP), <,
                    dd_display_get_order (list, "Việc đến hạn 2024-05-01"));
  g_assert_cmpuint (dd_display_get_order (list, "Việc đến hạn 2024-05-01"), <,
                    dd_display_get_order (list, "Việc đến hạn 2024-05-14"));
  g_assert_true (dd_display_has_text (list, "14 days overdue, nothing has been reported"));
  g_assert_true (dd_display_has_text (list, "1 day overdue, nothing has been reported"));
  g_assert_false (dd_display_has_text (list, "Việc đến hạn 2024-05-22"));
  g_assert_null (dd_display_find_text (list, "Show All Overdue"));

  row = dd_display_find_around (list, GTK_TYPE_LIST_BOX_ROW, MARKUP);
  g_signal_emit_by_name (row, "activate");
  dd_display_wait_action (f, "show-task");
  g_assert_cmpint (g_variant_get_int64 (f->parameter), ==, id);
}

/* The list is short, and leads to the whole one. */
static void
test_many_red (DdDisplayFixture *f,
               gconstpointer     data)
{
  gint64 unit = add_unit (f, "Sở Tư pháp");
  GtkWidget *list;

  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *day = g_strdup_printf ("2024-05-%02u", i);

      add_task (f, unit, day, NULL);
    }
  dd_display_show (f, dd_overview_page_new (f->session));
  dd_display_wait_text (f->window, "Show All Overdue");
  list = dd_display_find_type (f->window, DD_TYPE_RED_LIST);
  g_assert_true (dd_display_has_text (list, "Việc đến hạn 2024-05-06"));
  g_assert_false (dd_display_has_text (list, "Việc đến hạn 2024-05-07"));
  assert_shows_statuses (f, dd_display_find_around (list, GTK_TYPE_BUTTON, "Show All Overdue"),
                         BIT (WIP_LATE), 0, "");
}

static void
test_units (DdDisplayFixture *f,
            gconstpointer     data)
{
  g_autoptr (GtkColumnViewColumn) by_name = NULL;
  gint64 first, second, third;
  GtkWidget *table;
  GtkColumnView *view;

  add_tasks (f, &first, &second);
  third = add_unit (f, "Ban Dân tộc");
  add_task (f, third, "2024-12-31", NULL);
  add_unit (f, "Đơn vị không có việc");

  dd_display_show (f, dd_overview_page_new (f->session));
  dd_display_wait_quiet (f);
  table = dd_display_find_type (f->window, DD_TYPE_UNIT_TABLE);

  /* The most overdue first; a unit with none is there, one that leads no task is not. */
  g_assert_cmpuint (dd_display_get_order (table, MARKUP), <,
                    dd_display_get_order (table, "Sở Tư pháp"));
  g_assert_cmpuint (dd_display_get_order (table, "Sở Tư pháp"), <,
                    dd_display_get_order (table, "Ban Dân tộc"));
  g_assert_true (dd_display_has_text (table, "Ban Dân tộc"));
  g_assert_false (dd_display_has_text (table, "Đơn vị không có việc"));

  /* Every figure of a unit, and the tasks behind it. */
  assert_shows_statuses (f, find_button (f, "Sở Tư pháp, All tasks but those suspended or "
                                            "withdrawn: 8"),
                         DD_STATUS_ALL & ~BIT (STOPPED), first, "Sở Tư pháp");
  assert_shows_statuses (f, find_button (f, "Sở Tư pháp, Completed: 4"),
                         DD_STATUS_DONE, first, "Sở Tư pháp");
  assert_shows_statuses (f, find_button (f, "Sở Tư pháp, Completed on time: 2"),
                         BIT (DONE_ONTIME), first, "Sở Tư pháp");
  assert_shows_statuses (f, find_button (f, "Sở Tư pháp, Completed late: 1"),
                         BIT (DONE_LATE), first, "Sở Tư pháp");
  assert_shows_statuses (f, find_button (f, "Sở Tư pháp, In progress, overdue or not: 4"),
                         DD_STATUS_OPEN, first, "Sở Tư pháp");
  assert_shows_statuses (f, find_button (f, MARKUP ", In progress, overdue: 3"),
                         BIT (WIP_LATE), second, MARKUP);
  g_assert_true (dd_display_has_text (table, "50%"));
  g_assert_true (dd_display_has_text (table, "33.3%"));
  g_assert_true (dd_display_has_text (table, "16.7%"));
  g_assert_true (dd_display_has_text (table, "60%"));

  /* None to open: the button is off. */
  g_assert_false (gtk_widget_is_sensitive (find_button (f, "Ban Dân tộc, Completed: 0")));

  /* A header sorts otherwise. */
  view = GTK_COLUMN_VIEW (dd_display_find_type (table, GTK_TYPE_COLUMN_VIEW));
  by_name = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  gtk_column_view_sort_by_column (view, by_name, GTK_SORT_ASCENDING);
  dd_display_wait_frames (f->window, 2);
  g_assert_cmpuint (dd_display_get_order (table, "Ban Dân tộc"), <,
                    dd_display_get_order (table, MARKUP));
  g_assert_cmpuint (dd_display_get_order (table, MARKUP), <,
                    dd_display_get_order (table, "Sở Tư pháp"));

  /* A row is activated: all of the unit's. */
  g_signal_emit_by_name (view, "activate", 0);
  dd_display_wait_action (f, "show-statuses");
  g_assert_cmpvariant (f->parameter,
                       g_variant_new ("(uxs)", DD_STATUS_ALL & ~BIT (STOPPED), third,
                                      "Ban Dân tộc"));
}

static void
test_many_units (DdDisplayFixture *f,
                 gconstpointer     data)
{
  GtkWidget *table;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Xã %02u", i);

      add_task (f, add_unit (f, name), "2024-05-01", NULL);
    }
  dd_display_show (f, dd_overview_page_new (f->session));
  dd_display_wait_text (f->window, "Show All 12 Units");
  table = dd_display_find_type (f->window, DD_TYPE_UNIT_TABLE);
  g_assert_true (dd_display_has_text (table, "Xã 07"));
  g_assert_false (dd_display_has_text (table, "Xã 08"));

  dd_display_click (dd_display_find_around (table, GTK_TYPE_BUTTON, "Show All 12 Units"));
  dd_display_wait_text (table, "Xã 11");
  dd_display_click (dd_display_find_around (table, GTK_TYPE_BUTTON, "Show Fewer Units"));
  dd_display_wait_no_text (table, "Xã 08");
}

/* More than GTK makes rows for: the table scrolls, and none is lost. */
static void
test_very_many_units (DdDisplayFixture *f,
                      gconstpointer     data)
{
  GtkWidget *table, *view;

  for (guint i = 0; i < 230; i++)
    {
      g_autofree char *name = g_strdup_printf ("Xã %03u", i);

      add_task (f, add_unit (f, name), "2024-05-01", NULL);
    }
  dd_display_show (f, dd_overview_page_new (f->session));
  dd_display_wait_text (f->window, "Show All 230 Units");
  table = dd_display_find_type (f->window, DD_TYPE_UNIT_TABLE);
  dd_display_click (dd_display_find_around (table, GTK_TYPE_BUTTON, "Show All 230 Units"));
  dd_display_wait_text (table, "Xã 100");

  view = dd_display_find_type (table, GTK_TYPE_LIST_VIEW);
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", 229);
  dd_display_wait_text (table, "Xã 229");
  dd_display_click (dd_display_find_around (table, GTK_TYPE_BUTTON, "Show Fewer Units"));
  dd_display_wait_no_text (table, "Xã 008");
  dd_display_wait_text (table, "Xã 007");
}

static gint64
add_plan (DdDisplayFixture *f,
          const char       *title,
          DdPlanState       state)
{
  DdRow *plan = dd_row_new (DD_KIND_PLAN);

  dd_row_set_text (plan, DD_PLAN_TITLE, title);
  dd_row_set_choice (plan, DD_PLAN_SCOPE, DD_PROCEDURE_SCOPE_PUBLIC);
  dd_row_set_day (plan, DD_PLAN_FIRST_DAY, dd_day_new (2024, 1, 1));
  dd_row_set_day (plan, DD_PLAN_LAST_DAY, dd_day_new (2024, 12, 31));
  dd_row_set_choice (plan, DD_PLAN_STATE, state);

  return dd_test_insert (f->store.store, plan);
}

static void
add_target (DdDisplayFixture *f,
            gint64            plan,
            DdMeasure         measure,
            double            value,
            const char       *due)
{
  DdRow *target = dd_row_new (DD_KIND_TARGET);

  dd_row_set_reference (target, DD_TARGET_PLAN, plan);
  dd_row_set_choice (target, DD_TARGET_MEASURE, measure);
  dd_row_set_choice (target, DD_TARGET_OPERATOR, DD_OPERATOR_GE);
  dd_row_set_real (target, DD_TARGET_VALUE, value);
  dd_row_set_day (target, DD_TARGET_DUE, dd_day_from_iso (due));
  dd_test_insert (f->store.store, target);
}

static void
add_plan_item (DdDisplayFixture *f,
               gint64            plan,
               DdPlanOutcome     outcome)
{
  DdRow *procedure = dd_row_new (DD_KIND_PROCEDURE);
  DdRow *item = dd_row_new (DD_KIND_PLAN_ITEM);

  dd_row_set_text (procedure, DD_PROCEDURE_NAME, "Cấp giấy phép");
  dd_row_set_choice (procedure, DD_PROCEDURE_LEVEL, DD_UNIT_LEVEL_PROVINCE);
  dd_row_set_choice (procedure, DD_PROCEDURE_SCOPE, DD_PROCEDURE_SCOPE_PUBLIC);

  dd_row_set_reference (item, DD_PLAN_ITEM_PLAN, plan);
  dd_row_set_reference (item, DD_PLAN_ITEM_PROCEDURE,
                        dd_test_insert (f->store.store, procedure));
  dd_row_set_choice (item, DD_PLAN_ITEM_STAGE, outcome != DD_PLAN_OUTCOME_UNDECIDED
                                               ? DD_PLAN_STAGE_PROPOSED
                                               : DD_PLAN_STAGE_REVIEWING);
  dd_row_set_choice (item, DD_PLAN_ITEM_OUTCOME, outcome);
  dd_test_insert (f->store.store, item);
}

static void
test_plans (DdDisplayFixture *f,
            gconstpointer     data)
{
  gint64 plan = add_plan (f, "Rà soát " MARKUP, DD_PLAN_STATE_ISSUED);
  GtkWidget *targets, *row;

  add_plan (f, "Kế hoạch đã kết thúc", DD_PLAN_STATE_CLOSED);
  add_plan (f, "Kế hoạch chưa có chỉ tiêu", DD_PLAN_STATE_DRAFT);
  for (guint i = 0; i < 3; i++)
    add_plan_item (f, plan, i == 0 ? DD_PLAN_OUTCOME_AMENDED : DD_PLAN_OUTCOME_UNDECIDED);
  add_target (f, plan, DD_MEASURE_REVIEWED, 50, "2024-05-10");
  add_target (f, plan, DD_MEASURE_PROCEDURES_CUT, 20, "2024-12-31");

  /* There are no tasks: the plans are shown nevertheless. */
  dd_display_show (f, dd_overview_page_new (f->session));
  dd_display_wait_text (f->window, "Rà soát " MARKUP);
  targets = dd_display_find_type (f->window, DD_TYPE_PLAN_TARGETS);
  g_assert_true (dd_display_has_text (targets, "1 Jan 2024 – 31 Dec 2024 · 3 procedures"));
  g_assert_true (dd_display_has_text (targets, "Share of procedures reviewed ≥ 50%"));
  g_assert_true (dd_display_has_text (targets, "1 of 3 (33.3%)"));
  g_assert_true (dd_display_has_text (targets, "1 procedure still missing, 5 days overdue"));
  g_assert_true (dd_display_has_text (targets, "Reached"));
  g_assert_true (dd_display_has_text (targets, "It has no targets yet"));
  g_assert_false (dd_display_has_text (targets, "Kế hoạch đã kết thúc"));

  row = dd_display_find_around (targets, GTK_TYPE_LIST_BOX_ROW, "Reached");
  g_signal_emit_by_name (row, "activate");
  dd_display_wait_action (f, "show-plan");
  g_assert_cmpint (g_variant_get_int64 (f->parameter), ==, plan);

  /* One more procedure is reviewed. */
  add_plan_item (f, plan, DD_PLAN_OUTCOME_KEPT);
  dd_display_wait_text (targets, "2 of 4 (50%)");
}

/* What is written shows, also what is written while nobody looks. */
static void
test_changes (DdDisplayFixture *f,
              gconstpointer     data)
{
  GtkWidget *page = dd_overview_page_new (f->session);
  gint64 first, second;

  add_tasks (f, &first, &second);
  dd_display_show (f, page);
  dd_display_wait_quiet (f);
  g_assert_nonnull (find_button (f, "In progress, overdue: 4"));

  add_task (f, second, "2024-05-04", NULL);
  dd_display_wait_text (f->window, "11 days overdue, nothing has been reported");
  dd_display_wait_text (f->window, "5");
  g_assert_nonnull (find_button (f, "In progress, overdue: 5"));
  g_assert_nonnull (find_button (f, MARKUP ", In progress, overdue: 4"));

  gtk_widget_set_visible (page, FALSE);
  add_task (f, second, "2024-05-05", NULL);
  dd_display_wait_quiet (f);
  gtk_widget_set_visible (page, TRUE);
  dd_display_wait_text (f->window, "6");
  g_assert_nonnull (find_button (f, "In progress, overdue: 6"));
}

/* Midnight passes while the page is open. */
static void
test_next_day (DdDisplayFixture *f,
               gconstpointer     data)
{
  gint64 unit = add_unit (f, "Sở Tư pháp");

  add_task (f, unit, "2024-05-15", NULL);
  add_task (f, unit, "2024-05-14", NULL);
  dd_display_show (f, dd_overview_page_new (f->session));
  dd_display_wait_text (f->window, "1 day overdue, nothing has been reported");

  dd_clock_set_today (f->clock, dd_day_new (2024, 5, 16));
  dd_display_wait_text (f->window, "2 days overdue, nothing has been reported");
  dd_display_wait_text (f->window, "1 day overdue, nothing has been reported");
  g_assert_true (dd_display_has_text (f->window, "As of Thu, 16 May 2024"));
  dd_display_wait_quiet (f);
  g_assert_nonnull (find_button (f, "In progress, overdue: 2"));
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/overview/empty", test_empty);
  DD_DISPLAY_ADD ("/overview/first-frame", test_first_frame);
  DD_DISPLAY_ADD ("/overview/boxes", test_boxes);
  DD_DISPLAY_ADD ("/overview/red-list", test_red_list);
  DD_DISPLAY_ADD ("/overview/many-red", test_many_red);
  DD_DISPLAY_ADD ("/overview/units", test_units);
  DD_DISPLAY_ADD ("/overview/many-units", test_many_units);
  DD_DISPLAY_ADD ("/overview/very-many-units", test_very_many_units);
  DD_DISPLAY_ADD ("/overview/plans", test_plans);
  DD_DISPLAY_ADD ("/overview/changes", test_changes);
  DD_DISPLAY_ADD ("/overview/next-day", test_next_day);

  return g_test_run ();
}

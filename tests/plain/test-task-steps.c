/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-deadline.h"
#include "dd-deadline-change.h"
#include "dd-progress.h"
#include "dd-task-steps.h"
#include "dd-task.h"

#include <string.h>

static DdDay
day (const char *iso)
{
  DdDay found = dd_day_from_iso (iso);

  g_assert_true (iso == NULL || found != DD_DAY_NONE);

  return found;
}

#define assert_day(got, iso) \
  G_STMT_START { \
    g_autofree char *text_ = dd_day_to_iso (got); \
    g_assert_cmpstr (text_, ==, iso); \
  } G_STMT_END

#define TODAY "2024-03-04"

/* A task in a state as it can be: what is reported or confirmed was completed. */
static DdRow *
make_task (DdTaskState state)
{
  DdRow *task = dd_row_new (DD_KIND_TASK);

  dd_row_set_id (task, 12);
  dd_row_set_text (task, DD_TASK_CONTENT, "Rà soát thủ tục nội bộ");
  dd_row_set_reference (task, DD_TASK_LEAD, 3);
  dd_row_set_day (task, DD_TASK_ASSIGNED, day ("2024-01-05"));
  dd_row_set_day (task, DD_TASK_DEADLINE, day ("2024-02-29"));
  dd_row_set_choice (task, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_BY);
  dd_row_set_choice (task, DD_TASK_STATE, state);
  if (state == DD_TASK_STATE_REPORTED || state == DD_TASK_STATE_CONFIRMED)
    dd_row_set_day (task, DD_TASK_COMPLETED, day ("2024-02-28"));
  dd_task_row_settle (task, &DD_RULES_DEFAULT);

  return task;
}

static void
assert_same (const DdRow *a,
             const DdRow *b)
{
  for (guint i = 0; i < dd_row_get_type (a)->n_fields; i++)
    g_assert_true (dd_row_field_equal (a, b, i));
}

/* --- which steps there are ------------------------------------------------ */

/* For each state and action the state it leads to. */
static const char * const transitions[][DD_N_TASK_ACTIONS] = {
  /*                          report         done        confirm      return      reopen
   *                          suspend      withdraw     resume */
  [DD_TASK_STATE_ASSIGNED] = { "in_progress", "reported", NULL, NULL, NULL,
                               "suspended", "withdrawn", NULL },
  [DD_TASK_STATE_ACCEPTED] = { "in_progress", "reported", NULL, NULL, NULL,
                               "suspended", "withdrawn", NULL },
  [DD_TASK_STATE_REFUSED] = { NULL, NULL, NULL, NULL, NULL, NULL, NULL, "in_progress" },
  [DD_TASK_STATE_IN_PROGRESS] = { "in_progress", "reported", NULL, NULL, NULL,
                                  "suspended", "withdrawn", NULL },
  [DD_TASK_STATE_REPORTED] = { NULL, NULL, "confirmed", "returned", NULL,
                               "suspended", "withdrawn", NULL },
  [DD_TASK_STATE_RETURNED] = { "in_progress", "reported", NULL, NULL, NULL,
                               "suspended", "withdrawn", NULL },
  [DD_TASK_STATE_CONFIRMED] = { NULL, NULL, NULL, NULL, "in_progress", NULL, NULL, NULL },
  [DD_TASK_STATE_SUSPENDED] = { NULL, NULL, NULL, NULL, NULL, NULL, "withdrawn", "in_progress" },
  [DD_TASK_STATE_WITHDRAWN] = { NULL, NULL, NULL, NULL, NULL, NULL, NULL, "in_progress" },
};

static void
test_transitions (void)
{
  DdTaskStep step = DD_TASK_STEP_INIT;

  step.day = day ("2024-03-01");
  step.author = "Trần Thị Bình";
  step.note = "Theo đề nghị của đơn vị";
  for (guint state = 0; state < G_N_ELEMENTS (transitions); state++)
    for (guint action = 0; action < DD_N_TASK_ACTIONS; action++)
      {
        g_autoptr (DdRow) task = make_task (state);
        g_autoptr (DdRow) before = dd_row_copy (task);
        g_autoptr (GError) error = NULL;
        g_autoptr (DdRow) progress = NULL;
        g_autofree char *code = NULL;

        g_test_message ("state %u, action %u", state, action);
        g_assert_cmpint (dd_task_action_is_possible (action, task), ==,
                         transitions[state][action] != NULL);
        progress = dd_task_take_step (task, action, &step, day (TODAY), &error);
        if (transitions[state][action] == NULL)
          {
            /* The sentence says in which state the task is; the task stays as it was. */
            g_assert_null (progress);
            g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID);
            code = dd_row_field_to_text (task, DD_TASK_STATE);
            g_assert_nonnull (strstr (error->message, code));
            assert_same (task, before);
            continue;
          }

        g_assert_no_error (error);
        code = dd_row_field_to_code (task, DD_TASK_STATE);
        g_assert_cmpstr (code, ==, transitions[state][action]);

        /* Every step leaves a report behind that can be stored. */
        g_assert_nonnull (progress);
        g_assert_true (dd_row_check (progress, &error));
        g_assert_no_error (error);
        g_assert_cmpint (dd_row_get_reference (progress, DD_PROGRESS_TASK), ==, 12);
        assert_day (dd_row_get_day (progress, DD_PROGRESS_DAY), "2024-03-01");
        g_assert_cmpstr (dd_row_get_text (progress, DD_PROGRESS_AUTHOR), ==, "Trần Thị Bình");

        /* No step touches the deadline. */
        g_assert_true (dd_row_field_equal (task, before, DD_TASK_DEADLINE));
        g_assert_true (dd_row_field_equal (task, before, DD_TASK_ORIGINAL_DEADLINE));
      }
}

static void
test_outcomes (void)
{
  static const struct
  {
    DdTaskAction  action;
    DdTaskState   from;
    const char   *outcome;
  } outcomes[] = {
    { DD_TASK_ACTION_REPORT, DD_TASK_STATE_ASSIGNED, "report" },
    { DD_TASK_ACTION_REPORT_DONE, DD_TASK_STATE_ASSIGNED, "done" },
    { DD_TASK_ACTION_CONFIRM, DD_TASK_STATE_REPORTED, "confirmed" },
    { DD_TASK_ACTION_RETURN, DD_TASK_STATE_REPORTED, "returned" },
    { DD_TASK_ACTION_REOPEN, DD_TASK_STATE_CONFIRMED, "reopened" },
    { DD_TASK_ACTION_SUSPEND, DD_TASK_STATE_ASSIGNED, "stopped" },
    { DD_TASK_ACTION_WITHDRAW, DD_TASK_STATE_ASSIGNED, "stopped" },
    { DD_TASK_ACTION_RESUME, DD_TASK_STATE_SUSPENDED, "reopened" },
  };
  DdTaskStep step = DD_TASK_STEP_INIT;

  step.day = day (TODAY);
  step.note = "Lý do";
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (DdRow) task = make_task (outcomes[i].from);
      g_autoptr (DdRow) progress = dd_task_take_step (task, outcomes[i].action, &step, day (TODAY),
                                                      NULL);
      g_autofree char *code = dd_row_field_to_code (progress, DD_PROGRESS_OUTCOME);

      g_assert_cmpstr (code, ==, outcomes[i].outcome);
    }
}

/* --- the way of a task ---------------------------------------------------- */

/* Takes a step that has to work. */
static DdRow *
take (DdRow        *task,
      DdTaskAction  action,
      const char   *on,
      const char   *note,
      const char   *document,
      int           percent)
{
  DdTaskStep step = DD_TASK_STEP_INIT;
  g_autoptr (GError) error = NULL;
  DdRow *progress;

  step.day = day (on);
  step.author = "Trần Thị Bình";
  step.note = note;
  step.document = document;
  step.percent = percent;
  progress = dd_task_take_step (task, action, &step, day ("2024-06-30"), &error);
  g_assert_no_error (error);

  return progress;
}

static DdTaskStatus
get_status (const DdRow *task)
{
  return dd_task_row_get_status (task, day ("2024-06-30"), &DD_RULES_DEFAULT);
}

static void
test_report_and_confirm (void)
{
  g_autoptr (DdRow) task = make_task (DD_TASK_STATE_ASSIGNED);
  g_autoptr (DdRow) report = NULL, done = NULL, confirmed = NULL;

  report = take (task, DD_TASK_ACTION_REPORT, "2024-02-10", "Đã lấy ý kiến các sở", NULL, 60);
  g_assert_cmpint (dd_row_get_number (report, DD_PROGRESS_PERCENT), ==, 60);
  g_assert_cmpstr (dd_row_get_text (report, DD_PROGRESS_NOTE), ==, "Đã lấy ý kiến các sở");
  g_assert_false (dd_row_is_set (task, DD_TASK_COMPLETED));
  g_assert_cmpint (get_status (task), ==, DD_TASK_STATUS_WIP_LATE);

  /* Done is a hundred per cent, on the day it says, with the document that proves it. */
  done = take (task, DD_TASK_ACTION_REPORT_DONE, "2024-02-28", NULL, "12/BC-UBND", 80);
  g_assert_cmpint (dd_row_get_number (done, DD_PROGRESS_PERCENT), ==, 100);
  g_assert_cmpstr (dd_row_get_text (done, DD_PROGRESS_DOCUMENT), ==, "12/BC-UBND");
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_PRODUCT), ==, "12/BC-UBND");
  assert_day (dd_row_get_day (task, DD_TASK_COMPLETED), "2024-02-28");
  g_assert_cmpint (get_status (task), ==, DD_TASK_STATUS_DONE_ONTIME);

  /* Confirming later does not make it late, nor says it how far the work is. */
  confirmed = take (task, DD_TASK_ACTION_CONFIRM, "2024-06-30", NULL, NULL, -1);
  assert_day (dd_row_get_day (task, DD_TASK_COMPLETED), "2024-02-28");
  g_assert_cmpint (get_status (task), ==, DD_TASK_STATUS_DONE_ONTIME);
  g_assert_false (dd_row_is_set (confirmed, DD_PROGRESS_PERCENT));
}

static void
test_return (void)
{
  g_autoptr (DdRow) task = make_task (DD_TASK_STATE_REPORTED);
  g_autoptr (DdRow) returned = NULL, again = NULL;

  /* What was returned counts as not done, and so is late. */
  returned = take (task, DD_TASK_ACTION_RETURN, "2024-03-10", "Thiếu phụ lục", NULL, -1);
  g_assert_false (dd_row_is_set (task, DD_TASK_COMPLETED));
  g_assert_cmpint (get_status (task), ==, DD_TASK_STATUS_WIP_LATE);
  g_assert_cmpstr (dd_row_get_text (returned, DD_PROGRESS_NOTE), ==, "Thiếu phụ lục");

  /* Reported once more, it was done on the new day. */
  again = take (task, DD_TASK_ACTION_REPORT_DONE, "2024-03-15", NULL, NULL, -1);
  g_assert_nonnull (again);
  assert_day (dd_row_get_day (task, DD_TASK_COMPLETED), "2024-03-15");
  g_assert_cmpint (get_status (task), ==, DD_TASK_STATUS_DONE_LATE);
}

static void
test_reopen_and_stop (void)
{
  g_autoptr (DdRow) task = make_task (DD_TASK_STATE_CONFIRMED);
  g_autoptr (DdRow) reported = make_task (DD_TASK_STATE_REPORTED);
  g_autoptr (DdRow) a = NULL, b = NULL, c = NULL, d = NULL;

  a = take (task, DD_TASK_ACTION_REOPEN, "2024-03-10", "Kết quả chưa đạt", NULL, -1);
  g_assert_false (dd_row_is_set (task, DD_TASK_COMPLETED));
  g_assert_cmpint (get_status (task), ==, DD_TASK_STATUS_WIP_LATE);

  b = take (task, DD_TASK_ACTION_SUSPEND, "2024-03-11", "Chờ luật mới", NULL, -1);
  g_assert_cmpint (get_status (task), ==, DD_TASK_STATUS_STOPPED);
  c = take (task, DD_TASK_ACTION_RESUME, "2024-03-12", "Luật đã ban hành", NULL, -1);
  g_assert_cmpint (get_status (task), ==, DD_TASK_STATUS_WIP_LATE);

  /* A result that nobody has confirmed does not come back by itself. */
  d = take (reported, DD_TASK_ACTION_SUSPEND, "2024-03-11", "Chờ luật mới", NULL, -1);
  g_assert_false (dd_row_is_set (reported, DD_TASK_COMPLETED));
}

/* The document that was named once stays until another is named. */
static void
test_product (void)
{
  g_autoptr (DdRow) task = make_task (DD_TASK_STATE_ASSIGNED);
  g_autoptr (DdRow) a = NULL, b = NULL, c = NULL;

  dd_row_set_text (task, DD_TASK_PRODUCT, "Báo cáo rà soát");
  a = take (task, DD_TASK_ACTION_REPORT_DONE, "2024-02-28", NULL, "  ", -1);
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_PRODUCT), ==, "Báo cáo rà soát");
  b = take (task, DD_TASK_ACTION_RETURN, "2024-02-29", "Thiếu phụ lục", NULL, -1);
  c = take (task, DD_TASK_ACTION_REPORT_DONE, "2024-03-01", NULL, "13/BC-UBND", -1);
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_PRODUCT), ==, "13/BC-UBND");
}

/* --- what a step has to say ----------------------------------------------- */

static const struct
{
  const char   *name;
  DdTaskAction  action;
  DdTaskState   from;
  const char   *day;
  const char   *note;
  int           percent;
  const char   *sentence;       /* a word of it; NULL: it is taken */
} steps[] = {
  { "today", DD_TASK_ACTION_REPORT, DD_TASK_STATE_ASSIGNED, TODAY, NULL, 50, NULL },
  { "yesterday", DD_TASK_ACTION_REPORT_DONE, DD_TASK_STATE_ASSIGNED, "2024-03-03", NULL, -1, NULL },
  { "tomorrow", DD_TASK_ACTION_REPORT, DD_TASK_STATE_ASSIGNED, "2024-03-05", NULL, 50, "future" },
  { "done tomorrow", DD_TASK_ACTION_REPORT_DONE, DD_TASK_STATE_ASSIGNED, "2024-03-05", NULL, -1,
    "future" },
  { "no day", DD_TASK_ACTION_REPORT_DONE, DD_TASK_STATE_ASSIGNED, NULL, NULL, -1, "day" },
  { "more than all", DD_TASK_ACTION_REPORT, DD_TASK_STATE_ASSIGNED, TODAY, NULL, 101, "100" },
  { "all", DD_TASK_ACTION_REPORT, DD_TASK_STATE_ASSIGNED, TODAY, NULL, 100, NULL },
  { "nothing", DD_TASK_ACTION_REPORT, DD_TASK_STATE_ASSIGNED, TODAY, NULL, 0, NULL },

  { "returned for nothing", DD_TASK_ACTION_RETURN, DD_TASK_STATE_REPORTED, TODAY, NULL, -1,
    "reason" },
  { "returned for spaces", DD_TASK_ACTION_RETURN, DD_TASK_STATE_REPORTED, TODAY, " \n\t", -1,
    "reason" },
  { "returned for what nobody sees", DD_TASK_ACTION_RETURN, DD_TASK_STATE_REPORTED, TODAY,
    "\xc2\xa0\xe2\x80\x8b", -1, "reason" },
  { "returned", DD_TASK_ACTION_RETURN, DD_TASK_STATE_REPORTED, TODAY, "Thiếu phụ lục", -1, NULL },
  { "reopened", DD_TASK_ACTION_REOPEN, DD_TASK_STATE_CONFIRMED, TODAY, "", -1, "reason" },
  { "suspended", DD_TASK_ACTION_SUSPEND, DD_TASK_STATE_ASSIGNED, TODAY, NULL, -1, "reason" },
  { "withdrawn", DD_TASK_ACTION_WITHDRAW, DD_TASK_STATE_ASSIGNED, TODAY, NULL, -1, "reason" },
  { "resumed", DD_TASK_ACTION_RESUME, DD_TASK_STATE_SUSPENDED, TODAY, NULL, -1, "reason" },
  { "confirmed", DD_TASK_ACTION_CONFIRM, DD_TASK_STATE_REPORTED, TODAY, NULL, -1, NULL },
};

static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (DdRow) task = make_task (steps[i].from);
      g_autoptr (DdRow) before = dd_row_copy (task);
      g_autoptr (GError) error = NULL;
      g_autoptr (DdRow) progress = NULL;
      DdTaskStep step = DD_TASK_STEP_INIT;

      step.day = day (steps[i].day);
      step.note = steps[i].note;
      step.percent = steps[i].percent;
      progress = dd_task_take_step (task, steps[i].action, &step, day (TODAY), &error);

      g_test_message ("%s", steps[i].name);
      if (steps[i].sentence == NULL)
        {
          g_assert_no_error (error);
          g_assert_nonnull (progress);
          continue;
        }
      g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID);
      g_assert_null (progress);
      g_assert_nonnull (strstr (error->message, steps[i].sentence));
      g_assert_true (g_str_has_suffix (error->message, "."));
      assert_same (task, before);
    }
}

/* --- moving the deadline -------------------------------------------------- */

static DdRow *
move_deadline (DdRow       *task,
               const char  *deadline,
               const char  *reason,
               GError     **error)
{
  DdTaskStep step = DD_TASK_STEP_INIT;

  step.day = day (TODAY);
  step.author = "Phó Thủ tướng";
  step.note = reason;
  step.document = "45/TB-VPCP";

  return dd_task_change_deadline (task, day (deadline), &step, error);
}

static void
test_change_deadline (void)
{
  g_autoptr (DdRow) task = make_task (DD_TASK_STATE_ASSIGNED);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRow) first = NULL, second = NULL, third = NULL;

  dd_row_set_text (task, DD_TASK_DEADLINE_TEXT, "trong tháng 02 năm 2024");
  first = move_deadline (task, "2024-06-30", "Khối lượng lớn", &error);
  g_assert_no_error (error);
  assert_day (dd_row_get_day (first, DD_DEADLINE_CHANGE_OLD_DEADLINE), "2024-02-29");
  assert_day (dd_row_get_day (first, DD_DEADLINE_CHANGE_NEW_DEADLINE), "2024-06-30");
  assert_day (dd_row_get_day (first, DD_DEADLINE_CHANGE_DECIDED_ON), TODAY);
  g_assert_cmpstr (dd_row_get_text (first, DD_DEADLINE_CHANGE_REASON), ==, "Khối lượng lớn");
  g_assert_cmpstr (dd_row_get_text (first, DD_DEADLINE_CHANGE_DECIDED_BY), ==, "Phó Thủ tướng");
  g_assert_cmpstr (dd_row_get_text (first, DD_DEADLINE_CHANGE_DOCUMENT), ==, "45/TB-VPCP");
  g_assert_true (dd_row_check (first, &error));
  g_assert_no_error (error);

  /* The words of the directive speak of the old day. */
  g_assert_false (dd_row_is_set (task, DD_TASK_DEADLINE_TEXT));
  assert_day (dd_row_get_day (task, DD_TASK_DEADLINE), "2024-06-30");

  second = move_deadline (task, "2024-09-30", "Chờ ý kiến", &error);
  g_assert_no_error (error);
  assert_day (dd_row_get_day (second, DD_DEADLINE_CHANGE_OLD_DEADLINE), "2024-06-30");

  third = move_deadline (task, NULL, "Không còn thời hạn", &error);
  g_assert_no_error (error);
  g_assert_false (dd_row_is_set (task, DD_TASK_DEADLINE));
  g_assert_cmpint (dd_row_get_choice (task, DD_TASK_DEADLINE_KIND), ==, DD_DEADLINE_KIND_NONE);

  /* However often it moves, the first one is remembered. */
  dd_task_row_settle (task, &DD_RULES_DEFAULT);
  assert_day (dd_row_get_day (task, DD_TASK_ORIGINAL_DEADLINE), "2024-02-29");
  g_assert_false (dd_row_is_set (task, DD_TASK_DUE));
}

/* "trước ngày 01/01/2025" becomes a last day that is one. */
static void
test_change_before_to_by (void)
{
  g_autoptr (DdRow) task = make_task (DD_TASK_STATE_ASSIGNED);
  g_autoptr (DdRow) change = NULL;

  dd_row_set_choice (task, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_BEFORE);
  change = move_deadline (task, "2025-01-01", "Khối lượng lớn", NULL);
  dd_task_row_settle (task, &DD_RULES_DEFAULT);
  g_assert_nonnull (change);
  assert_day (dd_row_get_day (task, DD_TASK_DUE), "2025-01-01");
}

static void
test_change_deadline_refused (void)
{
  g_autoptr (DdRow) task = make_task (DD_TASK_STATE_ASSIGNED);
  g_autoptr (DdRow) before = dd_row_copy (task);
  g_autoptr (GError) error = NULL;

  g_assert_null (move_deadline (task, "2024-06-30", NULL, &error));
  g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "reason"));
  assert_same (task, before);

  g_clear_error (&error);
  g_assert_null (move_deadline (task, "2024-06-30", "\xc2\xa0 ", &error));
  g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID);

  /* Where nothing moves, nothing was decided. */
  g_clear_error (&error);
  g_assert_null (move_deadline (task, "2024-02-29", "Khối lượng lớn", &error));
  g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID);
  assert_same (task, before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/task-steps/transitions", test_transitions);
  g_test_add_func ("/task-steps/outcomes", test_outcomes);
  g_test_add_func ("/task-steps/report-and-confirm", test_report_and_confirm);
  g_test_add_func ("/task-steps/return", test_return);
  g_test_add_func ("/task-steps/reopen-and-stop", test_reopen_and_stop);
  g_test_add_func ("/task-steps/product", test_product);
  g_test_add_func ("/task-steps/steps", test_steps);
  g_test_add_func ("/task-steps/change-deadline", test_change_deadline);
  g_test_add_func ("/task-steps/change-before-to-by", test_change_before_to_by);
  g_test_add_func ("/task-steps/change-deadline-refused", test_change_deadline_refused);

  return g_test_run ();
}

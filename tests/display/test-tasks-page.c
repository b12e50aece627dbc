/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-display-acts.h"

#include "dd-deadline-change.h"
#include "dd-follow-up.h"
#include "dd-form.h"
#include "dd-progress.h"
#include "dd-quick-entry.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"
#include "dd-split.h"
#include "dd-table.h"
#include "dd-task-details.h"
#include "dd-tasks-page.h"

/* Text that would be something else if it were taken for markup. */
#define MARKUP "Rà soát <b>thủ tục</b> &amp; phí"

static gint64
add_unit (DdDisplayFixture *f,
          const char       *name)
{
  return dd_test_insert (f->store.store, dd_test_unit (name));
}

static gint64
add_task (DdDisplayFixture *f,
          const char       *content,
          gint64            lead,
          const char       *deadline)
{
  return dd_test_insert (f->store.store, dd_test_task (content, lead, deadline));
}

/* Three open tasks, on 15 May 2024: late, due soon, on track. */
static void
add_tasks (DdDisplayFixture *f,
           gint64            ids[3])
{
  gint64 justice = add_unit (f, "Sở Tư pháp");
  gint64 home = add_unit (f, "Sở Nội vụ");

  ids[0] = add_task (f, "Đôn đốc giải quyết hồ sơ", justice, "2024-05-10");
  ids[1] = add_task (f, MARKUP, home, "2024-05-17");
  ids[2] = add_task (f, "Công khai kết quả", justice, "2024-08-30");
}

static GtkWidget *
show_page (DdDisplayFixture *f)
{
  GtkWidget *page = dd_tasks_page_new (f->session);

  dd_display_show (f, page);
  dd_display_wait_quiet (f);

  return page;
}

static DdTable *
get_table (DdDisplayFixture *f)
{
  return DD_TABLE (dd_display_find_type (f->window, DD_TYPE_TABLE));
}

static GtkWidget *
get_details (DdDisplayFixture *f)
{
  return dd_display_find_type (f->window, DD_TYPE_TASK_DETAILS);
}

static gint64
get_selected (DdDisplayFixture *f)
{
  DdRecord *task = dd_table_get_selected (get_table (f));

  return task != NULL ? dd_record_get_id (task) : 0;
}

static gboolean
are_details_shown (DdDisplayFixture *f)
{
  return dd_split_get_details_shown (DD_SPLIT (dd_display_find_type (f->window, DD_TYPE_SPLIT)));
}

static void
select_task (DdDisplayFixture *f,
             gint64            task)
{
  g_assert_true (dd_table_select (get_table (f), task));
  dd_display_wait_quiet (f);
  g_assert_true (are_details_shown (f));
}

static DdTaskState
get_state (DdDisplayFixture *f,
           gint64            task)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = dd_test_fetch (f->store.store, DD_KIND_TASK, task, &error);

  g_assert_no_error (error);

  return dd_row_get_choice (dd_record_get_row (record), DD_TASK_STATE);
}

static void
search (DdDisplayFixture *f,
        const char       *words)
{
  GtkWidget *entry = dd_display_find_type (f->window, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  dd_display_wait_quiet (f);
}

static void
choose (DdDisplayFixture *f,
        const char       *filter,
        const char       *choice)
{
  GtkWidget *drop_down = dd_display_find_named (f->window, GTK_TYPE_DROP_DOWN, filter);
  GListModel *choices = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (choices), i), choice))
      {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
        dd_display_wait_quiet (f);
        return;
      }

  g_error ("there is no choice “%s”", choice);
}

static void
act (DdDisplayFixture *f,
     const char       *action)
{
  g_assert_true (gtk_widget_activate_action (get_details (f), action, NULL));
}

/* --- the table ------------------------------------------------------------ */

static void
test_empty (DdDisplayFixture *f,
            gconstpointer     data)
{
  show_page (f);
  g_assert_true (dd_display_has_text (f->window, "No Tasks Yet"));

  add_task (f, "Việc đầu tiên", add_unit (f, "Sở Tư pháp"), "2024-06-30");
  dd_display_wait_no_text (f->window, "No Tasks Yet");
  dd_display_wait_text (f->window, "1 task");
}

static void
test_rows (DdDisplayFixture *f,
           gconstpointer     data)
{
  gint64 ids[3];
  GtkWidget *table;

  add_tasks (f, ids);
  show_page (f);
  table = GTK_WIDGET (get_table (f));

  /* What was written is no markup; a status is words, not a colour alone. */
  g_assert_true (dd_display_has_text (table, MARKUP));
  g_assert_true (dd_display_has_text (table, "5 days overdue"));
  g_assert_true (dd_display_has_text (table, "2 working days left"));
  g_assert_true (dd_display_has_text (f->window, "3 tasks"));
  g_assert_cmpuint (dd_display_get_order (table, "10 May 2024"), <,
                    dd_display_get_order (table, "30 Aug 2024"));

  /* Midnight passes. */
  dd_clock_set_today (f->clock, dd_day_new (2024, 5, 18));
  dd_display_wait_text (table, "8 days overdue");
  g_assert_true (dd_display_has_text (table, "1 day overdue"));
}

static void
test_search (DdDisplayFixture *f,
             gconstpointer     data)
{
  gint64 ids[3];
  GtkWidget *table;

  add_tasks (f, ids);
  show_page (f);
  table = GTK_WIDGET (get_table (f));

  search (f, "don doc");
  g_assert_true (dd_display_has_text (table, "Đôn đốc giải quyết hồ sơ"));
  g_assert_true (dd_display_has_text (f->window, "1 task"));
  search (f, "RÀ SOÁT");
  g_assert_true (dd_display_has_text (table, MARKUP));
  g_assert_true (dd_display_has_text (f->window, "1 task"));

  /* Return goes from what was typed to what was found. */
  g_assert_true (gtk_widget_activate_action (table, "page.enter-table", NULL));
  dd_display_wait_quiet (f);
  g_assert_cmpint (get_selected (f), ==, ids[1]);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), table));

  /* Words that nothing has, and the way back. */
  search (f, "không có chữ này");
  g_assert_true (dd_display_has_text (f->window, "Nothing Found"));
  g_assert_false (are_details_shown (f));
  g_assert_true (gtk_widget_activate_action (table, "page.enter-table", NULL));
  dd_display_click (dd_display_find_around (table, GTK_TYPE_BUTTON, "Clear Filters"));
  dd_display_wait_text (f->window, "3 tasks");
}

static void
test_filter (DdDisplayFixture *f,
             gconstpointer     data)
{
  gint64 ids[3];
  GtkWidget *page;

  add_tasks (f, ids);
  page = show_page (f);

  choose (f, "Status", "Overdue");
  g_assert_true (dd_display_has_text (f->window, "Đôn đốc giải quyết hồ sơ"));
  g_assert_true (dd_display_has_text (f->window, "1 task"));
  choose (f, "Status", "Completed");
  g_assert_true (dd_display_has_text (f->window, "Nothing Found"));
  choose (f, "Status", "All tasks");
  choose (f, "Due", "Due this week");
  g_assert_true (dd_display_has_text (f->window, MARKUP));
  g_assert_true (dd_display_has_text (f->window, "1 task"));

  /* A figure of the overview leads here. */
  dd_tasks_page_show_statuses (DD_TASKS_PAGE (page), DD_STATUS_OPEN, 1, "Sở Tư pháp");
  dd_display_wait_text (f->window, "2 tasks");
  g_assert_false (dd_display_has_text (f->window, MARKUP));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_table (f)), "page.clear-filters",
                                             NULL));
  dd_display_wait_text (f->window, "3 tasks");
}

static void
test_sort (DdDisplayFixture *f,
           gconstpointer     data)
{
  gint64 ids[3];
  GtkWidget *table;

  add_tasks (f, ids);
  show_page (f);
  table = GTK_WIDGET (get_table (f));

  /* As Vietnamese is sorted: C, Đ, R. */
  g_assert_true (gtk_widget_activate_action (table, "table.sort", "(ib)", DD_TASK_CONTENT, FALSE));
  dd_display_wait_quiet (f);
  g_assert_cmpuint (dd_display_get_order (table, "Công khai kết quả"), <,
                    dd_display_get_order (table, "Đôn đốc giải quyết hồ sơ"));
  g_assert_cmpuint (dd_display_get_order (table, "Đôn đốc giải quyết hồ sơ"), <,
                    dd_display_get_order (table, MARKUP));

  g_assert_true (gtk_widget_activate_action (table, "table.sort", "(ib)", DD_TASK_DUE, TRUE));
  dd_display_wait_quiet (f);
  g_assert_cmpuint (dd_display_get_order (table, "30 Aug 2024"), <,
                    dd_display_get_order (table, "10 May 2024"));
}

/* --- tasks ---------------------------------------------------------------- */

/* What is wrong is said beside its field and nothing is stored; a unit that is
 * not known yet is made with the task, and goes with it. */
/* A fault is told to who cannot see that something stands below. */
static void
assert_fault_told (GtkWidget *input,
                   gboolean   is_fault)
{
  g_autofree char *state =
    gtk_test_accessible_check_state (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_STATE_INVALID,
                                     is_fault ? GTK_ACCESSIBLE_INVALID_TRUE
                                              : GTK_ACCESSIBLE_INVALID_FALSE);

  g_assert_cmpstr (state, ==, NULL);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (input),
                                                   GTK_ACCESSIBLE_RELATION_DESCRIBED_BY)
                 == is_fault);
}

/* “New” is one line, which stays for the next task and goes with Escape. */
static void
test_quick_entry (DdDisplayFixture *f,
                  gconstpointer     data)
{
  GtkWidget *page, *entry;

  add_unit (f, "Sở Tư pháp");
  page = show_page (f);
  g_assert_true (gtk_widget_activate_action (page, "page.new", NULL));
  dd_display_wait_frames (f->window, 2);
  entry = dd_display_find_type (f->window, DD_TYPE_QUICK_ENTRY);
  dd_display_type (entry, "Sở Tư pháp rà soát " MARKUP " trước 30/6");
  g_signal_emit_by_name (dd_display_find_type (entry, GTK_TYPE_ENTRY), "activate");
  dd_display_wait_text (f->window, "Rà soát " MARKUP);
  g_assert_true (dd_display_is_shown (entry));
  g_assert_true (gtk_widget_get_focus_child (entry) != NULL);
  g_assert_true (dd_display_press (f, GDK_KEY_Escape, 0));
  g_assert_null (gtk_widget_get_focus_child (entry));
}

static void
test_create (DdDisplayFixture *f,
             gconstpointer     data)
{
  GtkWidget *page = show_page (f);
  GtkWidget *form;

  g_assert_true (gtk_widget_activate_action (page, "page.new-in-form", NULL));
  form = dd_display_wait_window (DD_TYPE_FORM);
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Content is missing.");
  g_assert_true (dd_display_has_text (form, "Lead is missing."));
  assert_fault_told (dd_form_get_widget (DD_FORM (form), DD_TASK_CONTENT), TRUE);
  assert_fault_told (dd_display_find_type (dd_form_get_widget (DD_FORM (form), DD_TASK_LEAD),
                                           GTK_TYPE_ENTRY), TRUE);
  assert_fault_told (dd_form_get_widget (DD_FORM (form), DD_TASK_NOTE), FALSE);

  dd_display_type_into (form, DD_TASK_CONTENT, MARKUP);
  dd_display_type_into (form, DD_TASK_DEADLINE, "1/5/2024");
  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (dd_form_get_widget (DD_FORM (form),
                                                                     DD_TASK_LEAD)),
                             0, "Sở Tư pháp");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form,
                        "The deadline lies before the day on which the task was assigned.");
  dd_display_type_into (form, DD_TASK_DEADLINE, "31/2/2024");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "There is no such day. Write it as 30/6/2024.");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);

  dd_display_type_into (form, DD_TASK_DEADLINE, "30/6/2024");
  dd_display_save (f, form);
  g_assert_true (dd_display_has_text (get_details (f), MARKUP));
  g_assert_true (dd_display_has_text (f->window, "Sở Tư pháp"));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_UNIT), ==, 1);

  dd_display_undo (f, "Task created");
  dd_display_wait_text (f->window, "No Tasks Yet");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_UNIT), ==, 0);
  g_assert_false (are_details_shown (f));
}

static void
report (DdDisplayFixture *f,
        const char       *percent,
        const char       *note)
{
  GtkWidget *form;

  act (f, "task.report");
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_type_into (form, DD_PROGRESS_PERCENT, percent);
  dd_display_type_into (form, DD_PROGRESS_NOTE, note);
  dd_display_save (f, form);
}

static void
report_done (DdDisplayFixture *f,
             const char       *document)
{
  GtkWidget *form;

  act (f, "task.report-done");
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_type_into (form, DD_PROGRESS_DOCUMENT, document);
  dd_display_save (f, form);
}

static void
test_report (DdDisplayFixture *f,
             gconstpointer     data)
{
  gint64 ids[3];
  GtkWidget *form;

  add_tasks (f, ids);
  show_page (f);
  select_task (f, ids[0]);
  g_assert_true (dd_display_has_text (get_details (f),
                                      "5 days overdue, nothing has been reported"));
  g_assert_true (dd_display_has_text (get_details (f), "Nothing has been reported yet."));

  act (f, "task.report");
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_type_into (form, DD_PROGRESS_PERCENT, "101");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Progress goes from 0 to 100 per cent.");
  dd_display_type_into (form, DD_PROGRESS_PERCENT, "40");
  dd_display_type_into (form, DD_PROGRESS_DAY, "16/5/2024");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form,
                        "The day lies in the future. Enter the day on which it happened.");
  dd_display_type_into (form, DD_PROGRESS_DAY, "14/5/2024");
  dd_display_type_into (form, DD_PROGRESS_NOTE, "Đã có " MARKUP);
  dd_display_save (f, form);

  g_assert_cmpint (get_state (f, ids[0]), ==, DD_TASK_STATE_IN_PROGRESS);
  g_assert_true (dd_display_has_text (GTK_WIDGET (get_table (f)), "40%"));
  g_assert_true (dd_display_has_text (get_details (f), "Đã có " MARKUP));
  g_assert_true (dd_display_has_text (get_details (f),
                                      "5 days overdue, last report on 14 May 2024: 40%"));

  dd_display_undo (f, "Progress reported");
  dd_display_wait_text (get_details (f), "Nothing has been reported yet.");
  g_assert_cmpint (get_state (f, ids[0]), ==, DD_TASK_STATE_ASSIGNED);
}

/* Done, returned with a reason, done again, confirmed; the task is beside the
 * table all the while, though it has left the open ones. */
static void
test_confirm (DdDisplayFixture *f,
              gconstpointer     data)
{
  gint64 ids[3];
  GtkWidget *form, *details;

  add_tasks (f, ids);
  show_page (f);
  select_task (f, ids[1]);
  details = get_details (f);

  report_done (f, "12/BC-SNV");
  g_assert_cmpint (get_state (f, ids[1]), ==, DD_TASK_STATE_REPORTED);
  g_assert_true (dd_display_has_text (f->window, "2 tasks"));
  g_assert_true (are_details_shown (f));
  g_assert_true (dd_display_has_text (details, "Reported done, waiting for confirmation"));
  g_assert_true (dd_display_has_text (details, "12/BC-SNV"));

  act (f, "task.return");
  form = dd_display_wait_window (DD_TYPE_FORM);
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Reason is missing.");
  dd_display_type_into (form, DD_PROGRESS_NOTE, "Thiếu phụ lục");
  dd_display_save (f, form);
  g_assert_cmpint (get_state (f, ids[1]), ==, DD_TASK_STATE_RETURNED);
  g_assert_true (dd_display_has_text (details, "Thiếu phụ lục"));
  g_assert_true (dd_display_has_text (f->window, "3 tasks"));

  report_done (f, "15/BC-SNV");
  choose (f, "Status", "Waiting for confirmation");
  g_assert_true (dd_display_has_text (f->window, "1 task"));
  select_task (f, ids[1]);
  dd_display_click (dd_display_find_around (details, GTK_TYPE_BUTTON, "Confirm"));
  dd_display_wait_text (details, "Completed on time");
  dd_display_wait_quiet (f);
  g_assert_cmpint (get_state (f, ids[1]), ==, DD_TASK_STATE_CONFIRMED);
  g_assert_true (are_details_shown (f));

  dd_display_undo (f, "Confirmed");
  dd_display_wait_text (details, "Reported done, waiting for confirmation");
  g_assert_cmpint (get_state (f, ids[1]), ==, DD_TASK_STATE_REPORTED);
}

/* What is possible now is offered, and nothing else. */
static void
test_stop (DdDisplayFixture *f,
           gconstpointer     data)
{
  gint64 ids[3];
  GtkWidget *form;

  add_tasks (f, ids);
  show_page (f);
  choose (f, "Status", "All tasks");
  select_task (f, ids[0]);
  g_assert_null (dd_display_find_around (get_details (f), GTK_TYPE_BUTTON, "Confirm"));

  act (f, "task.suspend");
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_type_into (form, DD_PROGRESS_NOTE, "Chờ kinh phí");
  dd_display_save (f, form);
  g_assert_cmpint (get_state (f, ids[0]), ==, DD_TASK_STATE_SUSPENDED);
  g_assert_null (dd_display_find_around (get_details (f), GTK_TYPE_BUTTON, "Report Progress…"));

  act (f, "task.resume");
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_type_into (form, DD_PROGRESS_NOTE, "Đã có kinh phí");
  dd_display_save (f, form);
  g_assert_cmpint (get_state (f, ids[0]), ==, DD_TASK_STATE_IN_PROGRESS);
}

static void
test_deadline (DdDisplayFixture *f,
               gconstpointer     data)
{
  gint64 ids[3];
  GtkWidget *form;

  add_tasks (f, ids);
  show_page (f);
  select_task (f, ids[0]);

  act (f, "task.change-deadline");
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_type_into (form, DD_DEADLINE_CHANGE_NEW_DEADLINE, "31/5/2024");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Reason is missing.");
  dd_display_type_into (form, DD_DEADLINE_CHANGE_REASON, "Chờ số liệu");
  dd_display_save (f, form);

  g_assert_true (dd_display_has_text (GTK_WIDGET (get_table (f)), "31 May 2024"));
  g_assert_true (dd_display_has_text (get_details (f), "10 May 2024, changed once"));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DEADLINE_CHANGE), ==, 1);
  g_assert_true (dd_display_has_text (get_details (f), "Deadline Changes"));
  g_assert_true (dd_display_has_text (get_details (f), "10 May 2024 → 31 May 2024"));
  g_assert_true (dd_display_has_text (get_details (f), "15 May 2024 · Granted"));
  g_assert_true (dd_display_has_text (get_details (f), "Chờ số liệu"));

  dd_display_undo (f, "Deadline changed");
  dd_display_wait_text (GTK_WIDGET (get_table (f)), "10 May 2024");
  dd_display_wait_no_text (get_details (f), "Deadline Changes");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DEADLINE_CHANGE), ==, 0);
}

/* Nothing is said of them where there is none; each shows what is known of it. */
static void
test_follow_ups (DdDisplayFixture *f,
                 gconstpointer     data)
{
  DdRow *letter = dd_row_new (DD_KIND_FOLLOW_UP);
  DdRow *call = dd_row_new (DD_KIND_FOLLOW_UP);
  gint64 ids[3];

  add_tasks (f, ids);
  show_page (f);
  select_task (f, ids[0]);
  g_assert_false (dd_display_has_text (get_details (f), "Follow-Ups"));

  dd_row_set_reference (letter, DD_FOLLOW_UP_TASK, ids[0]);
  dd_row_set_choice (letter, DD_FOLLOW_UP_KIND, DD_FOLLOW_UP_KIND_LETTER);
  dd_row_set_day (letter, DD_FOLLOW_UP_DAY, dd_day_new (2024, 5, 13));
  dd_row_set_text (letter, DD_FOLLOW_UP_AUTHOR, "Lê Văn Cường");
  dd_row_set_text (letter, DD_FOLLOW_UP_LETTER_NUMBER, "12/CV");
  dd_row_set_day (letter, DD_FOLLOW_UP_ANSWER_DUE, dd_day_new (2024, 5, 20));
  dd_test_insert (f->store.store, letter);
  dd_row_set_reference (call, DD_FOLLOW_UP_TASK, ids[0]);
  dd_row_set_choice (call, DD_FOLLOW_UP_KIND, DD_FOLLOW_UP_KIND_CALL);
  dd_row_set_day (call, DD_FOLLOW_UP_DAY, dd_day_new (2024, 5, 14));
  dd_test_insert (f->store.store, call);

  dd_display_wait_text (get_details (f), "14 May 2024 · Call");
  dd_display_wait_text (get_details (f), "13 May 2024 · Reminder letter · Lê Văn Cường");
  g_assert_true (dd_display_has_text (get_details (f), "Follow-Ups"));
  g_assert_true (dd_display_has_text (get_details (f), "Number of the letter: 12/CV"));
  g_assert_true (dd_display_has_text (get_details (f), "Answer due: 20 May 2024"));
  g_assert_cmpuint (dd_display_get_order (get_details (f), "14 May 2024 · Call"), <,
                    dd_display_get_order (get_details (f), "Number of the letter: 12/CV"));

  select_task (f, ids[1]);
  g_assert_false (dd_display_has_text (get_details (f), "Follow-Ups"));
}

/* --- details -------------------------------------------------------------- */

static void
test_delete (DdDisplayFixture *f,
             gconstpointer     data)
{
  gint64 ids[3];

  add_tasks (f, ids);
  show_page (f);
  select_task (f, ids[0]);
  report (f, "20", "Đã bắt đầu");

  act (f, "task.delete");
  dd_display_answer ("Cancel");
  dd_display_wait_quiet (f);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 3);

  act (f, "task.delete");
  dd_display_answer ("Delete");
  dd_display_wait_text (f->window, "2 tasks");
  dd_display_wait_quiet (f);
  g_assert_false (are_details_shown (f));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PROGRESS), ==, 0);

  dd_display_undo (f, "Task deleted");
  dd_display_wait_text (f->window, "3 tasks");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PROGRESS), ==, 1);
}

/* Details go when they are closed, and when a filter leaves their task out. */
static void
test_close (DdDisplayFixture *f,
            gconstpointer     data)
{
  gint64 ids[3];

  add_tasks (f, ids);
  show_page (f);

  select_task (f, ids[0]);
  search (f, "ho so");
  g_assert_true (are_details_shown (f));
  search (f, "cong khai");
  g_assert_false (are_details_shown (f));

  search (f, "");
  select_task (f, ids[0]);
  report_done (f, "1/BC");
  g_assert_cmpint (get_selected (f), ==, 0);
  g_assert_true (are_details_shown (f));
  g_assert_true (gtk_widget_activate_action (get_details (f), "page.close-details", NULL));
  dd_display_wait_quiet (f);
  g_assert_false (are_details_shown (f));

  /* Another one takes their place. */
  select_task (f, ids[1]);
  report_done (f, "2/BC");
  select_task (f, ids[2]);
  g_assert_true (dd_display_has_text (get_details (f), "Công khai kết quả"));
}

static gboolean
is_focus_in (DdDisplayFixture *f,
             GType             type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

/* Into the details at what can be done, not at the menu above, and back with Escape. */
static void
test_details_by_keys (DdDisplayFixture *f,
                      gconstpointer     data)
{
  gint64 ids[3];

  add_tasks (f, ids);
  show_page (f);
  select_task (f, ids[1]);
  dd_display_wait_frames (f->window, 3);

  g_assert_true (gtk_widget_grab_focus (get_details (f)));
  g_assert_true (is_focus_in (f, GTK_TYPE_FLOW_BOX));
  g_assert_true (dd_display_press (f, GDK_KEY_Escape, 0));
  g_assert_true (is_focus_in (f, DD_TYPE_TABLE));
  g_assert_cmpint (get_selected (f), ==, ids[1]);
  g_assert_true (are_details_shown (f));
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/tasks/empty", test_empty);
  DD_DISPLAY_ADD ("/tasks/rows", test_rows);
  DD_DISPLAY_ADD ("/tasks/search", test_search);
  DD_DISPLAY_ADD ("/tasks/filter", test_filter);
  DD_DISPLAY_ADD ("/tasks/sort", test_sort);
  DD_DISPLAY_ADD ("/tasks/quick-entry", test_quick_entry);
  DD_DISPLAY_ADD ("/tasks/create", test_create);
  DD_DISPLAY_ADD ("/tasks/report", test_report);
  DD_DISPLAY_ADD ("/tasks/confirm", test_confirm);
  DD_DISPLAY_ADD ("/tasks/stop", test_stop);
  DD_DISPLAY_ADD ("/tasks/deadline", test_deadline);
  DD_DISPLAY_ADD ("/tasks/follow-ups", test_follow_ups);
  DD_DISPLAY_ADD ("/tasks/delete", test_delete);
  DD_DISPLAY_ADD ("/tasks/close", test_close);
  DD_DISPLAY_ADD ("/tasks/details-by-keys", test_details_by_keys);

  return g_test_run ();
}

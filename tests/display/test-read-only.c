/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that may only be read: all of it is shown, and nothing is asked for that could
 * not be saved. */
#include "dd-display-acts.h"

#include "dd-deadlines-page.h"
#include "dd-directive-details.h"
#include "dd-meeting-details.h"
#include "dd-meetings-page.h"
#include "dd-overview-page.h"
#include "dd-plan-items.h"
#include "dd-plan-summary.h"
#include "dd-plan-view.h"
#include "dd-plans-page.h"
#include "dd-record-types.h"
#include "dd-table.h"
#include "dd-task-details.h"
#include "dd-tasks-page.h"

/* --- helpers --------------------------------------------------------------- */

/* As it is opened where it may not be written, which root may anywhere. */
static void
reopen_to_read (DdDisplayFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&f->session));
  dd_store_close (f->store.store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->store.store);
  f->store.store = dd_store_new ();
  dd_test_open (&f->store, DD_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (dd_store_get_read_only (f->store.store));
  f->session = dd_session_new (f->store.store, f->clock);
}

static void
show (DdDisplayFixture *f,
      GtkWidget        *page)
{
  dd_display_show (f, page);
  dd_display_wait_quiet (f);
}

/* No button that can be pressed promises a form (“…”), and what the keys or a menu could ask
 * for does nothing. */
static void
assert_only_shows (DdDisplayFixture   *f,
                   GtkWidget          *widget,
                   const char * const *actions)
{
  g_autoptr (GPtrArray) buttons = dd_display_find_all (f->window, GTK_TYPE_BUTTON);

  g_assert_nonnull (widget);
  for (guint i = 0; i < buttons->len; i++)
    {
      g_autofree char *name = dd_display_get_name (buttons->pdata[i]);

      if (name != NULL && g_str_has_suffix (name, "…") && dd_display_is_shown (buttons->pdata[i]) &&
          gtk_widget_is_sensitive (buttons->pdata[i]))
        g_error ("“%s” can be pressed", name);
    }

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (actions[i], "|", 2);

      g_test_message ("%s", actions[i]);
      if (parts[1] != NULL)
        gtk_widget_activate_action (widget, parts[0], "x", (gint64) 1);
      else
        gtk_widget_activate_action (widget, parts[0], NULL);
      dd_display_wait_quiet (f);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
    }
  g_assert_null (f->told);
}

/* --- tests ----------------------------------------------------------------- */

static void
test_tasks (DdDisplayFixture *f,
            gconstpointer     data)
{
  static const char * const actions[] = {
    "page.new", "page.new-in-form", "page.paste-table", "task.edit", "task.report",
    "task.report-done", "task.confirm", "task.return", "task.reopen", "task.suspend",
    "task.withdraw", "task.resume", "task.change-deadline", "task.delete", NULL,
  };
  gint64 lead = dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  gint64 task = dd_test_insert (f->store.store, dd_test_task ("Rà soát", lead, "2024-05-10"));

  reopen_to_read (f);
  show (f, dd_tasks_page_new (f->session));
  g_assert_true (dd_table_select (DD_TABLE (dd_display_find_type (f->window, DD_TYPE_TABLE)),
                                  task));
  dd_display_wait_quiet (f);
  assert_only_shows (f, dd_display_find_type (f->window, DD_TYPE_TASK_DETAILS), actions);
}

/* Nothing is in it yet: the page does not propose to begin. */
static void
test_no_tasks (DdDisplayFixture *f,
               gconstpointer     data)
{
  static const char * const actions[] = { "page.new", NULL };
  GtkWidget *page;

  reopen_to_read (f);
  page = dd_tasks_page_new (f->session);
  show (f, page);
  assert_only_shows (f, page, actions);
}

static gint64
add_meeting (DdDisplayFixture *f)
{
  DdRow *meeting = dd_row_new (DD_KIND_MEETING);
  DdRow *clause = dd_row_new (DD_KIND_DIRECTIVE);
  gint64 id;

  dd_row_set_text (meeting, DD_MEETING_TITLE, "Phiên họp thứ hai");
  dd_row_set_choice (meeting, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, DD_MEETING_FORMAT_ONLINE);
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_CONCLUDED);
  dd_row_set_day (meeting, DD_MEETING_DAY, dd_day_new (2024, 3, 12));
  id = dd_test_insert (f->store.store, meeting);

  dd_row_set_reference (clause, DD_DIRECTIVE_MEETING, id);
  dd_row_set_number (clause, DD_DIRECTIVE_POSITION, 0);
  dd_row_set_text (clause, DD_DIRECTIVE_ORDINAL, "1");
  dd_row_set_text (clause, DD_DIRECTIVE_QUOTE, "Giao Sở Y tế báo cáo.");
  dd_row_set_choice (clause, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  dd_row_set_choice (clause, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (clause, DD_DIRECTIVE_RECURRENCE, DD_RECURRENCE_NONE);
  dd_test_insert (f->store.store, clause);

  return id;
}

static void
test_meetings (DdDisplayFixture *f,
               gconstpointer     data)
{
  static const char * const actions[] = {
    "page.new", "page.open-conclusion|x", "page.paste-conclusion|x", "page.take-clipboard",
    "meeting.edit", "meeting.delete", "meeting.open-conclusion", "meeting.paste-conclusion", NULL,
  };
  gint64 meeting = add_meeting (f);
  GtkWidget *page;

  reopen_to_read (f);
  page = dd_meetings_page_new (f->session);
  show (f, page);
  dd_meetings_page_show_meeting (DD_MEETINGS_PAGE (page), meeting);
  dd_display_wait_quiet (f);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->window), "1. Giao Sở Y tế báo cáo.");
  assert_only_shows (f, dd_display_find_type (f->window, DD_TYPE_MEETING_DETAILS), actions);
  dd_display_press (f, GDK_KEY_v, GDK_CONTROL_MASK);
  dd_display_wait_quiet (f);
  g_assert_false (dd_display_has_text (f->window, "Review the Conclusion"));
}

static void
test_clauses (DdDisplayFixture *f,
              gconstpointer     data)
{
  static const char * const actions[] = {
    "directive.assign", "directive.no-task", "directive.take-back", NULL,
  };
  GtkWidget *page;

  add_meeting (f);
  reopen_to_read (f);
  page = dd_meetings_page_new (f->session);
  show (f, page);
  dd_meetings_page_show_directive (DD_MEETINGS_PAGE (page), 1);
  dd_display_wait_quiet (f);
  assert_only_shows (f, dd_display_find_type (f->window, DD_TYPE_DIRECTIVE_DETAILS), actions);
}

static void
test_plans (DdDisplayFixture *f,
            gconstpointer     data)
{
  static const char * const of_plan[] = {
    "page.new", "plan.edit", "plan.delete", "plan.add-procedure", NULL,
  };
  static const char * const of_aims[] = {
    "plan.add-target", "plan.add-milestone", "plan.edit-target|x", "plan.delete-target|x", NULL,
  };
  static const char * const of_items[] = {
    "item.add", "item.edit", "item.advance", "item.edit-procedure", "item.remove", NULL,
  };
  DdRow *plan = dd_row_new (DD_KIND_PLAN);
  DdRow *procedure = dd_row_new (DD_KIND_PROCEDURE);
  DdRow *item = dd_row_new (DD_KIND_PLAN_ITEM);

  dd_row_set_text (plan, DD_PLAN_TITLE, "Kế hoạch rà soát");
  dd_row_set_choice (plan, DD_PLAN_SCOPE, DD_PROCEDURE_SCOPE_INTERNAL_B);
  dd_row_set_day (plan, DD_PLAN_FIRST_DAY, dd_day_new (2024, 1, 1));
  dd_row_set_day (plan, DD_PLAN_LAST_DAY, dd_day_new (2024, 12, 31));
  dd_row_set_choice (plan, DD_PLAN_STATE, DD_PLAN_STATE_ISSUED);
  dd_row_set_text (procedure, DD_PROCEDURE_NAME, "Cấp thẻ");
  dd_row_set_choice (procedure, DD_PROCEDURE_LEVEL, DD_UNIT_LEVEL_PROVINCE);
  dd_row_set_choice (procedure, DD_PROCEDURE_SCOPE, DD_PROCEDURE_SCOPE_INTERNAL_B);
  dd_row_set_reference (item, DD_PLAN_ITEM_PLAN, dd_test_insert (f->store.store, plan));
  dd_row_set_reference (item, DD_PLAN_ITEM_PROCEDURE, dd_test_insert (f->store.store, procedure));
  dd_row_set_choice (item, DD_PLAN_ITEM_STAGE, DD_PLAN_STAGE_REVIEWING);
  dd_row_set_choice (item, DD_PLAN_ITEM_OUTCOME, DD_PLAN_OUTCOME_UNDECIDED);
  dd_test_insert (f->store.store, item);

  reopen_to_read (f);
  show (f, dd_plans_page_new (f->session));
  dd_display_wait_text (f->window, "Kế hoạch rà soát");
  assert_only_shows (f, dd_display_find_type (f->window, DD_TYPE_PLAN_VIEW), of_plan);
  assert_only_shows (f, dd_display_find_type (f->window, DD_TYPE_PLAN_SUMMARY), of_aims);
  g_assert_true (dd_display_press (f, GDK_KEY_2, GDK_ALT_MASK));
  dd_display_wait_quiet (f);
  g_assert_true (dd_table_select (DD_TABLE (dd_display_find_type (f->window, DD_TYPE_TABLE)), 1));
  dd_display_wait_quiet (f);
  assert_only_shows (f, dd_display_find_type (f->window, DD_TYPE_PLAN_ITEMS), of_items);
}

static void
test_other_pages (DdDisplayFixture *f,
                  gconstpointer     data)
{
  static const char * const actions[] = { "page.new", NULL };
  gboolean deadlines = GPOINTER_TO_INT (data);
  GtkWidget *page;

  reopen_to_read (f);
  page = deadlines ? dd_deadlines_page_new (f->session) : dd_overview_page_new (f->session);
  show (f, page);
  assert_only_shows (f, page, actions);
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/read-only/tasks", test_tasks);
  DD_DISPLAY_ADD ("/read-only/no-tasks", test_no_tasks);
  DD_DISPLAY_ADD ("/read-only/meetings", test_meetings);
  DD_DISPLAY_ADD ("/read-only/clauses", test_clauses);
  DD_DISPLAY_ADD ("/read-only/plans", test_plans);
  DD_DISPLAY_ADD ("/read-only/overview", test_other_pages);
  g_test_add ("/read-only/deadlines", DdDisplayFixture, GINT_TO_POINTER (TRUE),
              dd_display_set_up, test_other_pages, dd_display_tear_down);

  return g_test_run ();
}

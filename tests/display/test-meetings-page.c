/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings, their form, and the ledger of what they concluded. */
#include "dd-display-acts.h"

#include "dd-clause-row.h"
#include "dd-directive-details.h"
#include "dd-form.h"
#include "dd-ledger-view.h"
#include "dd-meeting-details.h"
#include "dd-meetings-page.h"
#include "dd-quick-entry.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"
#include "dd-reference-list.h"
#include "dd-table.h"

/* Text that would be something else if it were taken for markup. */
#define MARKUP "Phiên họp <b>thứ hai</b> &amp; cuối"

/* --- helpers --------------------------------------------------------------- */

static gint64
add_meeting (DdDisplayFixture *f,
             const char       *title,
             const char       *day)
{
  DdRow *meeting = dd_row_new (DD_KIND_MEETING);

  dd_row_set_text (meeting, DD_MEETING_TITLE, title);
  dd_row_set_text (meeting, DD_MEETING_SERIES, "Tổ công tác");
  dd_row_set_number (meeting, DD_MEETING_NUMBER, 2);
  dd_row_set_choice (meeting, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, DD_MEETING_FORMAT_ONLINE);
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_CONCLUDED);
  dd_row_set_day (meeting, DD_MEETING_DAY, dd_day_from_iso (day));
  dd_row_set_text (meeting, DD_MEETING_CHAIR, "Trần Văn Khánh");

  return dd_test_insert (f->store.store, meeting);
}

static gint64
add_clause (DdDisplayFixture *f,
            gint64            meeting,
            guint             position,
            const char       *quote)
{
  DdRow *clause = dd_row_new (DD_KIND_DIRECTIVE);
  g_autofree char *ordinal = g_strdup_printf ("%u", position + 1);

  dd_row_set_reference (clause, DD_DIRECTIVE_MEETING, meeting);
  dd_row_set_number (clause, DD_DIRECTIVE_POSITION, position);
  dd_row_set_text (clause, DD_DIRECTIVE_ORDINAL, ordinal);
  dd_row_set_text (clause, DD_DIRECTIVE_QUOTE, quote);
  dd_row_set_choice (clause, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  dd_row_set_choice (clause, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (clause, DD_DIRECTIVE_RECURRENCE, DD_RECURRENCE_NONE);

  return dd_test_insert (f->store.store, clause);
}

static void
add_task_of (DdDisplayFixture *f,
             gint64            clause,
             gint64            lead,
             const char       *completed)
{
  DdRow *task = dd_test_task ("Rà soát", lead, "2024-06-30");

  dd_row_set_reference (task, DD_TASK_DIRECTIVE, clause);
  if (completed != NULL)
    {
      dd_row_set_day (task, DD_TASK_COMPLETED, dd_day_from_iso (completed));
      dd_row_set_choice (task, DD_TASK_STATE, DD_TASK_STATE_CONFIRMED);
    }
  dd_test_insert (f->store.store, task);
}

/* A meeting with a clause that is assigned, one that is carried out, one that waits. */
static gint64
add_concluded (DdDisplayFixture *f)
{
  gint64 meeting = add_meeting (f, MARKUP, "2024-03-12");
  gint64 unit = dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));

  add_task_of (f, add_clause (f, meeting, 0, "Giao Sở Tư pháp rà soát"), unit, NULL);
  add_task_of (f, add_clause (f, meeting, 1, "Giao Sở Tư pháp báo cáo"), unit, "2024-04-01");
  add_clause (f, meeting, 2, "Các sở <i>thực hiện</i> nghiêm");

  return meeting;
}

static void
show_page (DdDisplayFixture *f)
{
  dd_display_show (f, dd_meetings_page_new (f->session));
  dd_display_wait_quiet (f);
}

static void
show_ledger (DdDisplayFixture *f)
{
  g_autoptr (GPtrArray) buttons = dd_display_find_all (f->window, GTK_TYPE_TOGGLE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (dd_display_has_text (buttons->pdata[i], "Conclusion Ledger"))
      gtk_toggle_button_set_active (buttons->pdata[i], TRUE);
  dd_display_wait_quiet (f);
}

static void
select_clause (DdDisplayFixture *f,
               gint64            clause)
{
  GtkWidget *ledger = dd_display_find_type (f->window, DD_TYPE_LEDGER_VIEW);

  dd_table_select (DD_TABLE (dd_display_find_type (ledger, DD_TYPE_TABLE)), clause);
  dd_display_wait_quiet (f);
}

static void
filter_coverage (DdDisplayFixture *f,
                 guint             choice)
{
  GtkWidget *ledger = dd_display_find_type (f->window, DD_TYPE_LEDGER_VIEW);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (dd_display_find_type (ledger, GTK_TYPE_DROP_DOWN)),
                              choice);
  dd_display_wait_quiet (f);
}

/* --- tests ----------------------------------------------------------------- */

/* A meeting is entered; what is missing or cannot be is told beside its field. */
static void
test_new_meeting (DdDisplayFixture *f,
                  gconstpointer     data)
{
  g_autoptr (GPtrArray) meetings = NULL;
  GtkWidget *form, *units, *details;

  show_page (f);
  g_assert_true (dd_display_has_text (f->window, "No Meetings Yet"));
  dd_display_click_on (f->window, "New Meeting…");
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_type_into (form, DD_MEETING_TITLE, "");
  dd_display_click_on (form, "Save");
  dd_display_wait_text (form, "Title is missing.");
  dd_display_type_into (form, DD_MEETING_TITLE, MARKUP);
  dd_display_type_into (form, DD_MEETING_DAY, "31/2/2024");
  dd_display_click_on (form, "Save");
  dd_display_wait_text (form, "There is no such day. Write it as 30/6/2024.");
  dd_display_type_into (form, DD_MEETING_DAY, "12/3/2024");
  dd_display_type_into (form, DD_MEETING_NUMBER, "0");
  dd_display_click_on (form, "Save");
  dd_display_wait_text (form, "The first meeting of a series has number 1.");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_MEETING), ==, 0);

  dd_display_type_into (form, DD_MEETING_NUMBER, "2");
  dd_display_type_into (form, DD_MEETING_CHAIR, "Trần Văn Khánh");
  units = dd_display_find_type (form, DD_TYPE_REFERENCE_LIST);
  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (dd_display_find_type (
                               units, DD_TYPE_REFERENCE_ENTRY)), 0, "Sở Nội vụ");
  dd_display_click_on (form, "Save");
  dd_display_wait_no_window (DD_TYPE_FORM);

  /* It is shown at once, as it was typed. */
  dd_display_wait_text (f->window, "1 present of 1");
  details = dd_display_find_type (f->window, DD_TYPE_MEETING_DETAILS);
  dd_display_wait_text (details, MARKUP);
  g_assert_true (dd_display_has_text (details, "Tue, 12 Mar 2024"));
  dd_display_wait_text (details, "No clauses yet: add the conclusion");
  meetings = dd_test_select_kind (f->store.store, DD_KIND_MEETING);
  g_assert_cmpint (dd_row_get_number (meetings->pdata[0], DD_MEETING_NUMBER), ==, 2);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_UNIT), ==, 1);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_ATTENDANCE), ==, 1);

  dd_display_undo (f, "Meeting created");
  dd_display_wait_text (f->window, "No Meetings Yet");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_UNIT), ==, 0);
}

/* Of each meeting the list says which one of its series it is, and what waits. */
static void
test_list (DdDisplayFixture *f,
           gconstpointer     data)
{
  GtkWidget *filters;

  add_concluded (f);
  add_meeting (f, "Giao ban", "2024-05-02");
  show_page (f);
  g_assert_true (dd_display_has_text (f->window, MARKUP "\nNo. 2, Tổ công tác"));
  g_assert_true (dd_display_has_text (f->window,
                                      "1 of 3 clauses waiting\n1/2 tasks completed"));
  g_assert_true (dd_display_has_text (f->window, "Body that meets"));

  /* By the series alone both are found, and by more words the one that has them all. */
  filters = dd_display_find_type (f->window, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (filters), "to cong tac");
  dd_display_wait_quiet (f);
  g_assert_true (dd_display_has_text (f->window, "Giao ban\nNo. 2, Tổ công tác"));
  gtk_editable_set_text (GTK_EDITABLE (filters), "to cong tac giao ban");
  dd_display_wait_no_text (f->window, MARKUP "\nNo. 2, Tổ công tác");
  g_assert_true (dd_display_has_text (f->window, "Giao ban\nNo. 2, Tổ công tác"));
}

/* The details say what became of each clause, and lead to it. */
static void
test_details (DdDisplayFixture *f,
              gconstpointer     data)
{
  g_autoptr (GVariant) expected = NULL;
  gint64 meeting = add_concluded (f);
  GtkWidget *page = dd_meetings_page_new (f->session);
  GtkWidget *details;

  dd_display_show (f, page);
  dd_display_wait_quiet (f);
  dd_meetings_page_show_meeting (DD_MEETINGS_PAGE (page), meeting);
  dd_display_wait_text (f->window,
                        "3 clauses: 1 carried out, 1 assigned, 1 not assigned yet");
  details = dd_display_find_type (f->window, DD_TYPE_MEETING_DETAILS);
  g_assert_true (dd_display_has_text (details, "No. 2, Tổ công tác"));

  dd_display_click_on (details, "Show Tasks");
  dd_display_wait_action (f, "show-meeting-tasks");
  expected = g_variant_ref_sink (g_variant_new ("(xs)", meeting, MARKUP));
  g_assert_cmpvariant (f->parameter, expected);

  gtk_widget_activate_action (details, "meeting.paste-table", NULL);
  dd_display_wait_action (f, "paste-table");
  g_assert_cmpvariant (f->parameter, g_variant_new ("(xxs)", (gint64) 0, meeting, MARKUP));

  /* Two more clauses are assigned by somebody else meanwhile. */
  add_clause (f, meeting, 3, "Giao Sở Tư pháp tổng hợp");
  dd_display_wait_text (details, "4 clauses: 1 carried out, 1 assigned, 2 not assigned yet");

  dd_display_click_on (details, "Show All in the Ledger");
  dd_display_wait_quiet (f);
  g_assert_cmpuint (dd_display_get_order (f->window, "Giao Sở Tư pháp rà soát"), <,
                    dd_display_get_order (f->window, "Giao Sở Tư pháp tổng hợp"));
}

/* Every clause is in the ledger, with what has become of it. */
static void
test_ledger (DdDisplayFixture *f,
             gconstpointer     data)
{
  add_concluded (f);
  show_page (f);
  show_ledger (f);
  g_assert_true (dd_display_has_text (f->window, "Các sở <i>thực hiện</i> nghiêm"));
  g_assert_true (dd_display_has_text (f->window, "Not assigned yet"));
  g_assert_true (dd_display_has_text (f->window, "Assigned · 0/1\n46 days left"));
  g_assert_true (dd_display_has_text (f->window, "Carried out · 1/1"));

  /* One coverage alone. */
  filter_coverage (f, 2 + DD_COVERAGE_UNASSIGNED);
  g_assert_true (dd_display_has_text (f->window, "Các sở <i>thực hiện</i> nghiêm"));
  g_assert_false (dd_display_has_text (f->window, "Giao Sở Tư pháp rà soát"));
  filter_coverage (f, 2 + DD_COVERAGE_SUPERSEDED);
  g_assert_false (dd_display_has_text (f->window, "Các sở <i>thực hiện</i> nghiêm"));
  dd_display_click_on (f->window, "Clear Filters");
  dd_display_wait_text (f->window, "Giao Sở Tư pháp rà soát");
}

/* What needs no task says why, and may need one after all. */
static void
test_needs_none (DdDisplayFixture *f,
                 gconstpointer     data)
{
  gint64 meeting = add_meeting (f, "Phiên họp thứ hai", "2024-03-12");
  gint64 clause = add_clause (f, meeting, 0, "Các sở thực hiện nghiêm");
  g_autoptr (GPtrArray) clauses = NULL;
  GtkWidget *details, *form;

  show_page (f);
  show_ledger (f);
  select_clause (f, clause);
  details = dd_display_find_type (f->window, DD_TYPE_DIRECTIVE_DETAILS);
  dd_display_click_on (details, "Needs No Task…");
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_click_on (form, "Save");
  dd_display_wait_quiet (f);
  g_assert_nonnull (dd_display_wait_window (DD_TYPE_FORM));
  dd_display_type_into (form, DD_DIRECTIVE_NO_TASK_REASON, "Đã có quy chế");
  dd_display_click_on (form, "Save");
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_text (details, "Đã có quy chế");
  clauses = dd_test_select_kind (f->store.store, DD_KIND_DIRECTIVE);
  g_assert_cmpint (dd_directive_row_get_coverage (clauses->pdata[0]), ==,
                   DD_COVERAGE_NOT_NEEDED);

  dd_display_click_on (details, "Needs One After All");
  dd_display_wait_no_text (details, "Đã có quy chế");
  dd_display_undo (f, "The clause waits for a task again");
  dd_display_wait_text (details, "Đã có quy chế");
}

/* A task that is typed where the clause is read comes from the clause, and what was typed
 * for one clause does not become a task of another. */
static void
test_quick_task (DdDisplayFixture *f,
                 gconstpointer     data)
{
  gint64 meeting = add_meeting (f, "Phiên họp thứ hai", "2024-05-12");
  gint64 clause = add_clause (f, meeting, 0, "Các sở thực hiện nghiêm");
  gint64 other = add_clause (f, meeting, 0, "Các sở rà soát");
  g_autoptr (GPtrArray) tasks = NULL;
  GtkWidget *entry;

  dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  show_page (f);
  show_ledger (f);
  select_clause (f, other);
  entry = dd_display_find_type (dd_display_find_type (f->window, DD_TYPE_DIRECTIVE_DETAILS),
                                DD_TYPE_QUICK_ENTRY);
  dd_display_type (entry, "Sở Tư pháp rà soát trước 30/6");
  select_clause (f, clause);
  dd_display_wait_text (entry, "The line was cleared.");
  g_assert_true (gtk_widget_activate_action (entry, "quick-entry.restore", NULL));
  g_signal_emit_by_name (dd_display_find_type (entry, GTK_TYPE_ENTRY), "activate");
  dd_display_wait_quiet (f);
  dd_display_wait_text (f->window, "Assigned · 0/1\n46 days left");
  tasks = dd_test_select_kind (f->store.store, DD_KIND_TASK);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_cmpint (dd_row_get_reference (tasks->pdata[0], DD_TASK_DIRECTIVE), ==, clause);
}

/* A clause that waits is assigned from the ledger. */
static void
test_assign (DdDisplayFixture *f,
             gconstpointer     data)
{
  gint64 meeting = add_meeting (f, "Phiên họp thứ hai", "2024-03-12");
  gint64 clause = add_clause (f, meeting, 0, "Các sở thực hiện nghiêm");
  g_autoptr (GPtrArray) tasks = NULL;
  GtkWidget *details, *form, *units;

  show_page (f);
  show_ledger (f);
  select_clause (f, clause);
  details = dd_display_find_type (f->window, DD_TYPE_DIRECTIVE_DETAILS);
  dd_display_click_on (details, "Assign…");
  form = dd_display_wait_window (DD_TYPE_FORM);
  units = dd_display_find_type (form, DD_TYPE_REFERENCE_LIST);
  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (dd_display_find_type (
                               units, DD_TYPE_REFERENCE_ENTRY)), 0, "Sở Y tế");
  dd_display_click_on (form, "Assign");
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_text (details, "Assigned");
  tasks = dd_test_select_kind (f->store.store, DD_KIND_TASK);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_cmpint (dd_row_get_reference (tasks->pdata[0], DD_TASK_DIRECTIVE), ==, clause);
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[0], DD_TASK_CONTENT), ==,
                   "Các sở thực hiện nghiêm");
}

/* Somebody else corrects the clause meanwhile: it is told, and nothing of theirs is lost. */
static void
test_assign_conflict (DdDisplayFixture *f,
                      gconstpointer     data)
{
  gint64 clause = add_clause (f, add_meeting (f, "Phiên họp thứ hai", "2024-03-12"), 0,
                              "Các sở thực hiện nghiêm");
  g_autoptr (GPtrArray) clauses = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GError) error = NULL;
  DdChange *change = dd_change_new ("Người khác", NULL);
  GtkWidget *form;
  DdRow *row;

  show_page (f);
  show_ledger (f);
  select_clause (f, clause);
  dd_display_click_on (dd_display_find_type (f->window, DD_TYPE_DIRECTIVE_DETAILS), "Assign…");
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (dd_display_find_type (
                               dd_display_find_type (form, DD_TYPE_REFERENCE_LIST),
                               DD_TYPE_REFERENCE_ENTRY)), 0, "Sở Y tế");

  clauses = dd_test_select_kind (f->store.store, DD_KIND_DIRECTIVE);
  row = dd_row_copy (clauses->pdata[0]);
  dd_row_set_text (row, DD_DIRECTIVE_REPORT_TO, "Văn phòng UBND tỉnh");
  dd_change_update (change, row);
  written = dd_test_write (f->store.store, change, &error);
  g_assert_no_error (error);
  dd_display_wait_quiet (f);

  dd_display_click_on (form, "Assign");
  dd_display_wait_text (form, "Somebody else has changed this record meanwhile:\n"
                              "Report to: Văn phòng UBND tỉnh\n"
                              "Yours is not saved yet. Save again to keep both; where they "
                              "differ, yours counts.");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);
  dd_display_click_on (form, "Assign");
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_quiet (f);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 1);
  g_ptr_array_unref (clauses);
  clauses = dd_test_select_kind (f->store.store, DD_KIND_DIRECTIVE);
  g_assert_cmpstr (dd_row_get_text (clauses->pdata[0], DD_DIRECTIVE_REPORT_TO), ==,
                   "Văn phòng UBND tỉnh");
}

/* Search finds with and without marks; what does not match leads back. */
static void
test_search (DdDisplayFixture *f,
             gconstpointer     data)
{
  GtkWidget *search;

  add_meeting (f, "Phiên họp thứ hai", "2024-03-12");
  add_meeting (f, "Hội nghị trực tuyến", "2024-04-02");
  show_page (f);
  search = dd_display_find_type (f->window, GTK_TYPE_SEARCH_ENTRY);
  dd_display_type (search, "hoi nghi");
  dd_display_wait_no_text (f->window, "Phiên họp thứ hai\nNo. 2, Tổ công tác");
  g_assert_true (dd_display_has_text (f->window, "Hội nghị trực tuyến\nNo. 2, Tổ công tác"));
  dd_display_type (search, "không có");
  dd_display_wait_no_text (f->window, "Hội nghị trực tuyến\nNo. 2, Tổ công tác");
  dd_display_click_on (f->window, "Clear Filters");
  dd_display_wait_text (f->window, "Phiên họp thứ hai\nNo. 2, Tổ công tác");
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/meetings/new-meeting", test_new_meeting);
  DD_DISPLAY_ADD ("/meetings/list", test_list);
  DD_DISPLAY_ADD ("/meetings/details", test_details);
  DD_DISPLAY_ADD ("/meetings/ledger", test_ledger);
  DD_DISPLAY_ADD ("/meetings/needs-none", test_needs_none);
  DD_DISPLAY_ADD ("/meetings/quick-task", test_quick_task);
  DD_DISPLAY_ADD ("/meetings/assign", test_assign);
  DD_DISPLAY_ADD ("/meetings/assign-conflict", test_assign_conflict);
  DD_DISPLAY_ADD ("/meetings/search", test_search);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what the ledger has of a meeting to the file of its notice. */
#include "dd-display-acts.h"

#include "dd-notice-clause-row.h"
#include "dd-notice-preview.h"
#include "dd-notice-window.h"
#include "dd-record-types.h"

#include <adwaita.h>
#include <string.h>

#define FIRST "Giao Sở Tư pháp rà soát thủ tục hành chính, báo cáo UBND tỉnh trước ngày 30/6/2024."
#define SECOND "Giao Sở Y tế số hóa hồ sơ."

static void
add_clause (DdDisplayFixture *f,
            gint64            meeting,
            guint             position,
            const char       *quote,
            const char       *lead)
{
  DdRow *clause = dd_row_new (DD_KIND_DIRECTIVE);

  dd_row_set_reference (clause, DD_DIRECTIVE_MEETING, meeting);
  dd_row_set_number (clause, DD_DIRECTIVE_POSITION, position);
  dd_row_set_text (clause, DD_DIRECTIVE_QUOTE, quote);
  dd_row_set_text (clause, DD_DIRECTIVE_LEAD, lead);
  dd_row_set_choice (clause, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  dd_row_set_choice (clause, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (clause, DD_DIRECTIVE_RECURRENCE, DD_RECURRENCE_NONE);
  dd_test_insert (f->store.store, clause);
}

static GtkWidget *
open_window (DdDisplayFixture *f,
             gboolean          has_clauses)
{
  DdRow *row = dd_row_new (DD_KIND_MEETING);
  g_autoptr (DdRecord) meeting = NULL;
  DdNoticeWindow *window;
  gint64 id;

  dd_row_set_text (row, DD_MEETING_TITLE, "Phiên họp thứ hai");
  dd_row_set_choice (row, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_choice (row, DD_MEETING_FORMAT, DD_MEETING_FORMAT_IN_PERSON);
  dd_row_set_choice (row, DD_MEETING_STATE, DD_MEETING_STATE_HELD);
  dd_row_set_day (row, DD_MEETING_DAY, dd_day_new (2024, 5, 14));
  id = dd_test_insert (f->store.store, row);
  if (has_clauses)
    {
      add_clause (f, id, 1, FIRST, "Sở Tư pháp");
      add_clause (f, id, 2, SECOND, "Sở Y tế");
    }
  meeting = dd_test_fetch (f->store.store, DD_KIND_MEETING, id, NULL);

  dd_display_show (f, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  window = dd_notice_window_new (f->session, GTK_WINDOW (f->window), dd_record_get_row (meeting));
  gtk_window_present (GTK_WINDOW (window));
  dd_display_wait_quiet (f);

  return GTK_WIDGET (window);
}

static GtkWidget *
get_preview (GtkWidget *window)
{
  return dd_display_find_type (window, DD_TYPE_NOTICE_PREVIEW);
}

static void
type_letterhead (GtkWidget  *window,
                 const char *title,
                 const char *text)
{
  GtkWidget *row = dd_display_find_around (window, ADW_TYPE_ENTRY_ROW, title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
close_window (DdDisplayFixture *f,
              GtkWidget        *window)
{
  gtk_window_close (GTK_WINDOW (window));
  dd_display_wait_no_window (DD_TYPE_NOTICE_WINDOW);
  dd_display_wait_answers (f);
}

/* What is typed stands on the paper soon after, and in the next window again. */
static void
test_letterhead (DdDisplayFixture *f,
                 gconstpointer     data)
{
  GtkWidget *window = open_window (f, TRUE);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_SETTING);
  g_autoptr (GPtrArray) settings = NULL;

  dd_display_wait_text (get_preview (window), "[TÊN CƠ QUAN]");
  type_letterhead (window, "Issuing agency", "Văn phòng UBND tỉnh Bình Sơn");
  dd_display_wait_text (get_preview (window), "VĂN PHÒNG UBND TỈNH BÌNH SƠN");
  type_letterhead (window, "Place of issue", "Bình Sơn");
  dd_display_wait_text (get_preview (window), "Bình Sơn, ngày 15 tháng 5 năm 2024");
  close_window (f, window);

  settings = dd_test_select (f->store.store, query);
  g_assert_cmpuint (settings->len, ==, 2);
}

/* What is not ticked is not on the paper; what is moved up stands above. */
static void
test_clauses (DdDisplayFixture *f,
              gconstpointer     data)
{
  GtkWidget *window = open_window (f, TRUE);
  GtkWidget *row = dd_display_find_around (window, DD_TYPE_NOTICE_CLAUSE_ROW, SECOND);
  GtkWidget *check = dd_display_find_type (row, GTK_TYPE_CHECK_BUTTON);

  dd_display_wait_text (get_preview (window), "\u2003\u2003\u20092. " SECOND);
  dd_display_click (dd_display_find_named (row, GTK_TYPE_BUTTON, "Move Up"));
  dd_display_wait_text (get_preview (window), "\u2003\u2003\u20091. " SECOND);
  dd_display_wait_text (get_preview (window), "\u2003\u2003\u20092. " FIRST);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  dd_display_wait_text (get_preview (window), "\u2003\u2003\u20091. " FIRST);
  g_assert_false (dd_display_has_text (get_preview (window), "\u2003\u2003\u20091. " SECOND));
  close_window (f, window);
}

static void
check_saved (DdDisplayFixture *f,
             GtkWidget        *window,
             const char       *name,
             const char       *ending)
{
  g_autofree char *folder = g_dir_make_tmp ("dondoc-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *sentence = g_strdup_printf ("Saved as “%s”", path);
  g_autofree char *contents = NULL;
  gsize size;

  dd_notice_window_save (DD_NOTICE_WINDOW (window), file, ending);
  dd_display_wait_text (window, sentence);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpmem (contents, 2, "PK", 2);

  /* The type of an odt stands in it at a fixed place. */
  g_assert_cmpint (memcmp (contents + 30, "mimetype", 8) == 0, ==, g_str_equal (ending, ".odt"));
  dd_test_remove_tree (folder);
}

static void
test_saving (DdDisplayFixture *f,
             gconstpointer     data)
{
  GtkWidget *window = open_window (f, TRUE);

  check_saved (f, window, "a.docx", ".docx");
  check_saved (f, window, "b", ".odt");
  close_window (f, window);
}

/* What cannot be written is said, and the window stays with all that is in it. */
static void
test_refused (DdDisplayFixture *f,
              gconstpointer     data)
{
  GtkWidget *window = open_window (f, TRUE);
  g_autoptr (GFile) file = g_file_new_for_path ("/no-such-folder/a.docx");

  dd_notice_window_save (DD_NOTICE_WINDOW (window), file, ".docx");
  dd_display_answer ("OK");
  g_assert_true (dd_display_has_text (get_preview (window), "THÔNG BÁO"));
  close_window (f, window);
}

static void
test_empty (DdDisplayFixture *f,
            gconstpointer     data)
{
  GtkWidget *window = open_window (f, FALSE);

  dd_display_wait_text (window, "No Clauses Yet");
  close_window (f, window);
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/notice-window/letterhead", test_letterhead);
  DD_DISPLAY_ADD ("/notice-window/clauses", test_clauses);
  DD_DISPLAY_ADD ("/notice-window/saving", test_saving);
  DD_DISPLAY_ADD ("/notice-window/refused", test_refused);
  DD_DISPLAY_ADD ("/notice-window/empty", test_empty);

  return g_test_run ();
}

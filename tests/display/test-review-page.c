/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a text on the clipboard to tasks in the file of records, as a secretary does it. */
#include "dd-display-acts.h"

#include "dd-conclusion-adder.h"
#include "dd-day-entry.h"
#include "dd-meetings-page.h"
#include "dd-paste-window.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"
#include "dd-reference-list.h"
#include "dd-review-card.h"
#include "dd-review-editor.h"
#include "dd-review-gaps-window.h"
#include "dd-review-text.h"

#include <adwaita.h>

static const char notice[] =
  "ỦY BAN NHÂN DÂN\n"
  "TỈNH HÒA LẠC\n"
  "Số: 41/TB-UBND                    Hòa Lạc, ngày 18 tháng 3 năm 2024\n"
  "\n"
  "THÔNG BÁO\n"
  "Kết luận của Phó Chủ tịch UBND tỉnh Trần Văn Khánh tại Phiên họp thứ hai của Tổ công tác\n"
  "\n"
  "Ngày 12 tháng 3 năm 2024, tại trụ sở UBND tỉnh, Phó Chủ tịch UBND tỉnh Trần Văn Khánh chủ trì "
  "Phiên họp thứ hai của Tổ công tác cải cách thủ tục hành chính. Sau khi nghe báo cáo, Phó Chủ "
  "tịch UBND tỉnh kết luận như sau:\n"
  "\n"
  "1. Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Tài chính và Sở Nội vụ rà soát "
  "thủ tục hành chính nội bộ, cắt giảm ít nhất 20% chi phí tuân thủ, báo cáo UBND tỉnh trước ngày "
  "30/6/2024.\n"
  "2. Giao Sở Nội vụ và Sở Tư pháp kiểm tra việc thực hiện, hoàn thành trong tháng 9 năm 2024.\n"
  "3. Các cơ quan, đơn vị không được tham mưu ban hành thủ tục hành chính trái quy định.\n"
  "4. Giao Giám đốc Sở Tư pháp tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 15/7/2024.\n";

/* --- helpers --------------------------------------------------------------- */

static const DdRow *
find_row (GPtrArray  *rows,
          guint       field,
          const char *text)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (dd_row_get_text (rows->pdata[i], field), text) == 0)
      return rows->pdata[i];

  g_error ("there is no record with “%s”", text);
}

static void
show_page (DdDisplayFixture *f)
{
  dd_display_show (f, dd_meetings_page_new (f->session));
  dd_display_wait_quiet (f);
}

/* Ctrl+V with a text on the clipboard. */
static void
paste (DdDisplayFixture *f,
       const char       *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->window), text);
  g_assert_true (dd_display_press (f, GDK_KEY_v, GDK_CONTROL_MASK));
}

static void
paste_notice (DdDisplayFixture *f)
{
  paste (f, notice);
  dd_display_wait_text (f->window, "Review the Conclusion");
  dd_display_wait_frames (f->window, 3);
}

static GtkWidget *
get_card (DdDisplayFixture *f,
          guint             clause)
{
  g_autoptr (GPtrArray) cards = dd_display_find_all (f->window, DD_TYPE_REVIEW_CARD);

  g_assert_cmpuint (clause, <, cards->len);

  return cards->pdata[clause];
}

static GtkWidget *
open_card (DdDisplayFixture *f,
           guint             clause)
{
  g_signal_emit_by_name (get_card (f, clause), "activate");
  dd_display_wait_frames (f->window, 2);

  return dd_display_find_type (get_card (f, clause), DD_TYPE_REVIEW_EDITOR);
}

static void
tick (DdDisplayFixture *f,
      guint             clause,
      gboolean          on)
{
  GtkWidget *check = dd_display_find_type (get_card (f, clause), GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), on);
}

static void
click_named (GtkWidget  *root,
             const char *name)
{
  GtkWidget *button = dd_display_find_named (root, GTK_TYPE_BUTTON, name);

  if (button == NULL)
    g_error ("there is no button named “%s”", name);
  dd_display_click (button);
}

static void
set_content (GtkWidget  *editor,
             const char *text)
{
  GtkWidget *view = dd_display_find_type (editor, GTK_TYPE_TEXT_VIEW);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
add_lead (GtkWidget  *editor,
          const char *name)
{
  GtkWidget *list = dd_display_find_type (editor, DD_TYPE_REFERENCE_LIST);

  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (dd_display_find_type (
                               list, DD_TYPE_REFERENCE_ENTRY)), 0, name);
}

/* What is not clear is asked about; here it is created all the same. */
static void
create (DdDisplayFixture *f,
        const char       *label)
{
  GtkWidget *window;

  dd_display_click_on (f->window, label);
  window = dd_display_wait_window (DD_TYPE_REVIEW_GAPS_WINDOW);
  dd_display_click_on (window, "Create All the Same");
  dd_display_wait_no_window (DD_TYPE_REVIEW_GAPS_WINDOW);
}

/* --- tests ----------------------------------------------------------------- */

/* What was found stands beside the text. */
static void
test_found (DdDisplayFixture *f,
            gconstpointer     data)
{
  g_autofree char *name = NULL;

  show_page (f);
  g_assert_true (dd_display_has_text (f->window, "No Meetings Yet"));
  paste_notice (f);

  g_assert_true (dd_display_has_text (f->window, "41/TB-UBND · 4 clauses"));
  g_assert_true (dd_display_has_text (f->window, "Create 4 Tasks"));
  g_assert_true (dd_display_has_text (f->window, "New meeting: 12 Mar 2024 – Phiên họp thứ hai "
                                                 "của Tổ công tác cải cách thủ tục hành chính"));
  g_assert_true (dd_display_has_text (get_card (f, 0),
                                      "Sở Văn hóa, Thể thao và Du lịch (new), with Sở Tài chính "
                                      "(new); Sở Nội vụ (new)"));
  g_assert_true (dd_display_has_text (get_card (f, 0), "30 Jun 2024 (“trước ngày 30/6/2024”) · "
                                                       "ít nhất 20% chi phí tuân thủ"));
  g_assert_true (dd_display_has_text (get_card (f, 2), "Needs no task: Standing prohibition"));

  /* A reader hears what a card is about. */
  name = dd_display_get_name (get_card (f, 1));
  g_assert_true (g_str_has_prefix (name, "Clause 2: "));

  /* Nothing is stored by looking. */
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    if (kind != DD_KIND_HOLIDAY && kind != DD_KIND_SETTING && kind != DD_KIND_HISTORY)
      g_assert_cmpuint (dd_test_count (f->store.store, kind), ==, 0);
}

/* The secretary corrects, unticks, and creates; one undo takes all of it back. */
static void
test_create (DdDisplayFixture *f,
             gconstpointer     data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) directives = NULL;
  const DdRow *task, *unit;
  GtkWidget *editor;

  show_page (f);
  paste_notice (f);

  editor = open_card (f, 1);
  g_assert_nonnull (editor);
  set_content (editor, "Kiểm tra việc thực hiện tại các xã");
  click_named (editor, "Remove Sở Nội vụ");
  click_named (editor, "Remove Sở Tư pháp");
  dd_display_wait_text (get_card (f, 1), "Which unit leads? Choose one.");
  add_lead (editor, "Sở Xây dựng");
  dd_display_type (dd_display_find_type (editor, DD_TYPE_DAY_ENTRY), "15/8/2024");
  dd_display_wait_text (f->window, "Create 3 Tasks");
  tick (f, 3, FALSE);
  dd_display_wait_text (get_card (f, 3), "Not assigned yet: it waits in the ledger.");
  create (f, "Create 2 Tasks");

  /* The meeting is shown with what became of its conclusion. */
  dd_display_wait_text (f->window, "4 clauses: 2 assigned, 1 needs no task, 1 not assigned yet");
  dd_display_wait_quiet (f);
  tasks = dd_test_select_kind (f->store.store, DD_KIND_TASK);
  units = dd_test_select_kind (f->store.store, DD_KIND_UNIT);
  directives = dd_test_select_kind (f->store.store, DD_KIND_DIRECTIVE);
  g_assert_cmpuint (tasks->len, ==, 2);
  g_assert_cmpuint (directives->len, ==, 4);
  g_assert_cmpuint (units->len, ==, 4);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_MEETING), ==, 1);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DOCUMENT), ==, 1);

  task = find_row (tasks, DD_TASK_CONTENT, "Kiểm tra việc thực hiện tại các xã");
  unit = find_row (units, DD_UNIT_NAME, "Sở Xây dựng");
  g_assert_cmpint (dd_row_get_reference (task, DD_TASK_LEAD), ==, dd_row_get_id (unit));
  g_assert_cmpuint (dd_row_get_day (task, DD_TASK_DEADLINE), ==, dd_day_new (2024, 8, 15));
  g_assert_cmpuint (dd_row_get_day (task, DD_TASK_ASSIGNED), ==, dd_day_new (2024, 3, 12));
  g_assert_cmpstr (dd_row_get_text (find_row (directives, DD_DIRECTIVE_ORDINAL, "3"),
                                    DD_DIRECTIVE_NO_TASK_REASON), ==, "Standing prohibition");

  dd_display_undo (f, "2 tasks created, 4 clauses kept in the ledger");
  dd_display_wait_text (f->window, "No Meetings Yet");
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    if (kind != DD_KIND_HOLIDAY && kind != DD_KIND_SETTING && kind != DD_KIND_HISTORY)
      g_assert_cmpuint (dd_test_count (f->store.store, kind), ==, 0);
}

/* What cannot be a value says so where it stands, and nothing is stored. */
static void
test_faults (DdDisplayFixture *f,
             gconstpointer     data)
{
  GtkWidget *editor;

  show_page (f);
  paste_notice (f);
  editor = open_card (f, 0);
  dd_display_type (dd_display_find_type (editor, DD_TYPE_DAY_ENTRY), "31/2/2024");
  dd_display_click_on (f->window, "Create 4 Tasks");
  dd_display_wait_text (editor, "There is no such day. Write it as 30/6/2024.");
  dd_display_wait_quiet (f);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);

  /* A day before the meeting is doubted, and taken. */
  dd_display_type (dd_display_find_type (editor, DD_TYPE_DAY_ENTRY), "1/3/2024");
  dd_display_wait_text (get_card (f, 0),
                        "The deadline lies before the day on which the task was assigned.");

  /* The clause to blame is opened, wherever it is. */
  set_content (editor, "  ");
  open_card (f, 3);
  dd_display_click_on (f->window, "Create 4 Tasks");
  dd_display_wait_frames (f->window, 3);
  g_assert_nonnull (dd_display_find_type (get_card (f, 0), DD_TYPE_REVIEW_EDITOR));
  g_assert_null (dd_display_find_type (get_card (f, 3), DD_TYPE_REVIEW_EDITOR));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DIRECTIVE), ==, 0);
}

/* A unit that goes by another name is said to be the same, and learns the name. */
static void
test_same_unit (DdDisplayFixture *f,
                gconstpointer     data)
{
  gint64 justice = dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  g_autoptr (DdRecord) unit = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) aliases = NULL;

  show_page (f);
  paste_notice (f);
  g_assert_true (dd_display_has_text (f->window, "4 units are not known yet"));
  g_assert_true (dd_display_has_text (f->window,
                                      "1 may be the same as a known one: please look"));
  g_assert_true (dd_display_has_text (get_card (f, 3), "Giám đốc Sở Tư pháp (new)"));
  dd_display_click_on (f->window, "Same as “Sở Tư pháp”");
  dd_display_wait_text (get_card (f, 3), "Sở Tư pháp");
  dd_display_wait_text (f->window, "They are created with the tasks.");

  create (f, "Create 4 Tasks");
  dd_display_wait_text (f->window, "4 clauses: 3 assigned, 1 needs no task");
  dd_display_wait_quiet (f);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_UNIT), ==, 4);
  unit = dd_test_fetch (f->store.store, DD_KIND_UNIT, justice, &error);
  g_assert_no_error (error);
  aliases = dd_row_get_list (dd_record_get_row (unit), DD_UNIT_ALIASES);
  g_assert_cmpuint (g_strv_length (aliases), ==, 1);
  g_assert_cmpstr (aliases[0], ==, "Giám đốc Sở Tư pháp");
}

/* The same text again would make every task twice: it is told. */
static void
test_again (DdDisplayFixture *f,
            gconstpointer     data)
{
  show_page (f);
  paste_notice (f);
  create (f, "Create 4 Tasks");
  dd_display_wait_text (f->window, "4 clauses: 3 assigned, 1 needs no task");

  paste (f, notice);
  dd_display_wait_text (dd_display_wait_window (ADW_TYPE_MESSAGE_DIALOG),
                        "This Document Was Taken Before");
  dd_display_answer ("Cancel");
  dd_display_wait_quiet (f);
  g_assert_false (dd_display_has_text (f->window, "Review the Conclusion"));

  paste (f, notice);
  dd_display_answer ("Take Again");
  dd_display_wait_text (f->window, "Review the Conclusion");
  g_assert_false (dd_display_has_text (f->window, "They are created with the tasks."));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DOCUMENT), ==, 1);
}

/* What was decided is kept when one leaves, and goes on where it was, until it is discarded. */
static void
test_leave (DdDisplayFixture *f,
            gconstpointer     data)
{
  show_page (f);
  paste_notice (f);
  click_named (f->window, "Leave the Review");
  dd_display_wait_text (f->window, "No Meetings Yet");
  dd_display_wait_quiet (f);
  g_assert_false (dd_display_has_text (f->window, "The review of 41/TB-UBND is not finished."));

  paste_notice (f);
  tick (f, 0, FALSE);
  click_named (f->window, "Leave the Review");
  dd_display_wait_text (f->window, "The review of 41/TB-UBND is not finished.");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DOCUMENT), ==, 0);

  dd_display_click_on (f->window, "Continue the Review");
  dd_display_wait_text (f->window, "Create 3 Tasks");
  create (f, "Create 3 Tasks");
  dd_display_wait_text (f->window, "4 clauses: 2 assigned, 1 needs no task, 1 not assigned yet");
  dd_display_wait_quiet (f);
  g_assert_false (dd_display_has_text (f->window, "The review of 41/TB-UBND is not finished."));
}

/* What is kept can be thrown away, but not by a slip. */
static void
test_discard (DdDisplayFixture *f,
              gconstpointer     data)
{
  show_page (f);
  paste_notice (f);
  tick (f, 0, FALSE);
  click_named (f->window, "Leave the Review");
  dd_display_wait_text (f->window, "The review of 41/TB-UBND is not finished.");
  dd_display_click_on (f->window, "Discard");
  dd_display_answer ("Cancel");
  g_assert_true (dd_display_has_text (f->window, "The review of 41/TB-UBND is not finished."));
  dd_display_click_on (f->window, "Discard");
  dd_display_answer ("Discard");
  dd_display_wait_no_text (f->window, "The review of 41/TB-UBND is not finished.");
}

/* Texts that give nothing: each says what it is. */
static void
test_nothing (DdDisplayFixture *f,
              gconstpointer     data)
{
  GtkWidget *question;

  show_page (f);
  paste (f, " \n\t");
  question = dd_display_wait_window (ADW_TYPE_MESSAGE_DIALOG);
  dd_display_wait_text (question, "The text is empty.");
  dd_display_answer ("OK");

  paste (f, "Trời hôm nay đẹp.\n");
  dd_display_wait_text (f->window, "No Directives Found");
  dd_display_click_on (f->window, "Keep the Document");
  dd_display_undo (f, "The document is kept");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DOCUMENT), ==, 0);
}

/* Writes a file and opens it. */
static void
take_file (DdDisplayFixture *f,
           const char       *name,
           const char       *content,
           gsize             size)
{
  g_autofree char *path = g_build_filename (f->store.dir, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *adder = dd_display_find_type (f->window, DD_TYPE_CONCLUSION_ADDER);

  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
  dd_conclusion_adder_take_file (DD_CONCLUSION_ADDER (adder), file, 0);
}

/* Files that are no text: each is said to be what it is, and nothing is kept of it. */
static void
test_no_text (DdDisplayFixture *f,
              gconstpointer     data)
{
  static const char binary[] = "This is not a text: it contains binary data.";
  static const char empty[] = "The text is empty.";
  static const char unreadable[] =
    "The text is not in Unicode (UTF-8); the first unreadable character is in line 1. Save it "
    "again as UTF-8 and open it once more.";
#define BYTES(text) text, sizeof text - 1
  static const struct
  {
    const char *name;
    const char *content;
    gsize       size;
    const char *sentence;
  } files[] = {
    { "dữ liệu.txt", BYTES ("SQLite format 3\0\020\0\001\001"), binary },
    { "trống.txt", BYTES (""), empty },
    { "trắng.txt", BYTES (" \n\t\r\n"), empty },
    { "nul.txt", BYTES ("1. Giao Sở Y tế\0 rà soát"), binary },
    { "latin.txt", BYTES ("K\351 ho\341ch"), unreadable },
    { "utf-16.txt", BYTES ("\377\376G\0i\0a\0o"), unreadable },
    { "cắt.txt", BYTES ("1. Giao S\341\273"), unreadable },
  };
#undef BYTES

  show_page (f);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *sentence = g_strdup_printf ("“%s” cannot be used. %s", files[i].name,
                                                   files[i].sentence);

      take_file (f, files[i].name, files[i].content, files[i].size);
      dd_display_wait_text (dd_display_wait_window (ADW_TYPE_MESSAGE_DIALOG), sentence);
      dd_display_answer ("OK");
      dd_display_wait_quiet (f);
    }
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DOCUMENT), ==, 0);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_MEETING), ==, 0);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DIRECTIVE), ==, 0);
}

/* Some systems write “Đ” and “ế” in pieces: what is read of them is the same. */
static void
test_pieces (DdDisplayFixture *f,
             gconstpointer     data)
{
  g_autofree char *pieces = g_utf8_normalize (notice, -1, G_NORMALIZE_NFD);
  g_autoptr (GPtrArray) clauses = NULL;
  g_autoptr (GPtrArray) units = NULL;

  g_assert_cmpstr (pieces, !=, notice);
  show_page (f);
  take_file (f, "nfd.txt", pieces, strlen (pieces));
  dd_display_wait_text (f->window, "Create 4 Tasks");
  create (f, "Create 4 Tasks");
  dd_display_wait_text (f->window, "4 clauses: 3 assigned, 1 needs no task");

  clauses = dd_test_select_kind (f->store.store, DD_KIND_DIRECTIVE);
  g_assert_cmpuint (clauses->len, ==, 4);
  for (guint i = 0; i < clauses->len; i++)
    g_assert_nonnull (strstr (notice, dd_row_get_text (clauses->pdata[i], DD_DIRECTIVE_QUOTE)));
  units = dd_test_select_kind (f->store.store, DD_KIND_UNIT);
  find_row (units, DD_UNIT_NAME, "Sở Văn hóa, Thể thao và Du lịch");
}

/* A file is taken like a text from the clipboard, and keeps its name. */
static void
test_file (DdDisplayFixture *f,
           gconstpointer     data)
{
  g_autoptr (GPtrArray) documents = NULL;

  show_page (f);
  take_file (f, "Kết luận <b>&.txt", notice, strlen (notice));
  dd_display_wait_text (f->window, "Create 4 Tasks");
  create (f, "Create 4 Tasks");
  dd_display_wait_text (f->window, "4 clauses: 3 assigned, 1 needs no task");
  documents = dd_test_select_kind (f->store.store, DD_KIND_DOCUMENT);
  g_assert_cmpstr (dd_row_get_text (documents->pdata[0], DD_DOCUMENT_FILE_NAME), ==,
                   "Kết luận <b>&.txt");
}

/* Text and cards follow each other. */
static void
test_follow (DdDisplayFixture *f,
             gconstpointer     data)
{
  GtkListBox *box;
  GtkWidget *text;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  show_page (f);
  paste_notice (f);
  box = GTK_LIST_BOX (gtk_widget_get_parent (get_card (f, 0)));
  g_assert_true (gtk_list_box_get_selected_row (box) == GTK_LIST_BOX_ROW (get_card (f, 0)));

  text = dd_display_find_type (f->window, DD_TYPE_REVIEW_TEXT);
  gtk_widget_grab_focus (text);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "Giám đốc", 0, &start, &end, NULL));
  gtk_text_buffer_place_cursor (buffer, &start);
  g_assert_true (gtk_list_box_get_selected_row (box) == GTK_LIST_BOX_ROW (get_card (f, 3)));
}

/* Tab goes through an open card, and Shift+Tab comes back the same way. */
static void
test_tab (DdDisplayFixture *f,
          gconstpointer     data)
{
  g_autoptr (GPtrArray) forwards = g_ptr_array_new ();
  GtkWindow *window;

  show_page (f);
  paste_notice (f);
  window = GTK_WINDOW (f->window);
  gtk_widget_grab_focus (open_card (f, 0));
  for (guint i = 0; i < 12; i++)
    {
      g_ptr_array_add (forwards, gtk_window_get_focus (window));
      g_assert_true (gtk_widget_child_focus (f->window, GTK_DIR_TAB_FORWARD));
      g_assert_false (g_ptr_array_find (forwards, gtk_window_get_focus (window), NULL));
    }
  for (guint i = forwards->len; i > 0; i--)
    {
      g_assert_true (gtk_widget_child_focus (f->window, GTK_DIR_TAB_BACKWARD));
      g_assert_true (gtk_window_get_focus (window) == forwards->pdata[i - 1]);
    }
}

/* A long document is there at once; its cards come frame by frame, all of them. */
static void
test_long (DdDisplayFixture *f,
           gconstpointer     data)
{
  g_autoptr (GString) text = g_string_new (notice);
  g_autoptr (GPtrArray) cards = NULL;

  for (guint i = 5; i <= 60; i++)
    g_string_append_printf (text, "%u. Giao Sở Y tế báo cáo UBND tỉnh kết quả đợt %u trước ngày "
                            "%u/10/2024.\n", i, i, 1 + i % 28);
  show_page (f);
  paste (f, text->str);
  dd_display_wait_text (f->window, "Create 60 Tasks");
  cards = dd_display_find_all (f->window, DD_TYPE_REVIEW_CARD);
  g_assert_cmpuint (cards->len, <, 60);
  dd_display_wait_frames (f->window, 40);
  g_clear_pointer (&cards, g_ptr_array_unref);
  cards = dd_display_find_all (f->window, DD_TYPE_REVIEW_CARD);
  g_assert_cmpuint (cards->len, ==, 60);
}

/* Very much without an end of line is no text to look over: it is not shown, and what
 * is pasted all the same is read at once. */
static void
test_paste_window (DdDisplayFixture *f,
                   gconstpointer     data)
{
  g_autofree char *word = g_strnfill (200 * 1000, 'x');
  GtkWidget *page, *window, *view;

  show_page (f);
  page = dd_display_find_type (f->window, DD_TYPE_MEETINGS_PAGE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->window), word);
  g_assert_true (gtk_widget_activate_action (page, "page.paste-conclusion", "x", (gint64) 0));
  window = dd_display_wait_window (DD_TYPE_PASTE_WINDOW);
  dd_display_wait_quiet (f);
  view = dd_display_find_type (window, GTK_TYPE_TEXT_VIEW);
  g_assert_cmpint (gtk_text_buffer_get_char_count (
                     gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))), ==, 0);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->window), "Giao Sở Y tế báo cáo.");
  g_signal_emit_by_name (view, "paste-clipboard");
  dd_display_wait_quiet (f);
  g_assert_cmpint (gtk_text_buffer_get_char_count (
                     gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))), ==, 21);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->window), word);
  g_signal_emit_by_name (view, "paste-clipboard");
  dd_display_wait_no_window (DD_TYPE_PASTE_WINDOW);
  dd_display_wait_text (f->window, "Review the Conclusion");
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/review-page/found", test_found);
  DD_DISPLAY_ADD ("/review-page/create", test_create);
  DD_DISPLAY_ADD ("/review-page/faults", test_faults);
  DD_DISPLAY_ADD ("/review-page/same-unit", test_same_unit);
  DD_DISPLAY_ADD ("/review-page/again", test_again);
  DD_DISPLAY_ADD ("/review-page/leave", test_leave);
  DD_DISPLAY_ADD ("/review-page/discard", test_discard);
  DD_DISPLAY_ADD ("/review-page/nothing", test_nothing);
  DD_DISPLAY_ADD ("/review-page/no-text", test_no_text);
  DD_DISPLAY_ADD ("/review-page/pieces", test_pieces);
  DD_DISPLAY_ADD ("/review-page/file", test_file);
  DD_DISPLAY_ADD ("/review-page/follow", test_follow);
  DD_DISPLAY_ADD ("/review-page/tab", test_tab);
  DD_DISPLAY_ADD ("/review-page/long", test_long);
  DD_DISPLAY_ADD ("/review-page/paste-window", test_paste_window);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a secretary does with the clauses of a conclusion, mostly by keys. */
#include "dd-display-acts.h"

#include "dd-meetings-page.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"
#include "dd-review-card.h"
#include "dd-review-editor.h"
#include "dd-review-gaps-window.h"
#include "dd-review-group.h"
#include "dd-review-legend.h"
#include "dd-review-page.h"
#include "dd-review-text.h"

#include <adwaita.h>

static const char notice[] =
  "Số: 41/TB-UBND                    Hòa Lạc, ngày 18 tháng 3 năm 2024\n"
  "\n"
  "THÔNG BÁO\n"
  "Kết luận của Phó Chủ tịch UBND tỉnh Trần Văn Khánh tại Phiên họp thứ hai của Tổ công tác\n"
  "\n"
  "Ngày 12 tháng 3 năm 2024, Phó Chủ tịch UBND tỉnh Trần Văn Khánh chủ trì Phiên họp thứ hai của "
  "Tổ công tác. Phó Chủ tịch UBND tỉnh kết luận như sau:\n"
  "\n"
  "1. Giao STP rà soát thủ tục hành chính nội bộ trước ngày 30/6/2024.\n"
  "2. Giao Sở Nội vụ kiểm tra việc thực hiện, hoàn thành trong tháng 9 năm 2024.\n"
  "3. Giao Các sở, ban, ngành báo cáo UBND tỉnh kết quả số hóa hồ sơ trước ngày 15/7/2024.\n"
  "4. Giao STP báo cáo UBND tỉnh kết quả rà soát trước ngày 20/7/2024.\n"
  "5. Việc này rất cần thiết. Sở Y tế đã gửi dự thảo cho TP. Hòa Lạc xem. Hẹn gặp lại.\n";

/* --- helpers --------------------------------------------------------------- */

static gint64
insert_unit (DdDisplayFixture *f,
             const char       *name,
             gboolean          is_group,
             const char       *aliases)
{
  DdRow *unit = dd_test_unit (name);

  dd_row_set_flag (unit, DD_UNIT_IS_GROUP, is_group);
  dd_row_set_text (unit, DD_UNIT_ALIASES, aliases);

  return dd_test_insert (f->store.store, unit);
}

static void
paste (DdDisplayFixture *f,
       const char       *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (f->window), text);
  g_assert_true (dd_display_press (f, GDK_KEY_v, GDK_CONTROL_MASK));
  dd_display_wait_text (f->window, "Review the Conclusion");
  dd_display_wait_quiet (f);
  dd_display_wait_frames (f->window, 3);
}

static void
begin (DdDisplayFixture *f)
{
  dd_display_show (f, dd_meetings_page_new (f->session));
  dd_display_wait_quiet (f);
  paste (f, notice);
}

static DdReview *
get_review (DdDisplayFixture *f)
{
  GtkWidget *page = dd_display_find_type (f->window, DD_TYPE_REVIEW_PAGE);

  return dd_review_page_get_review (DD_REVIEW_PAGE (page));
}

static GtkWidget *
get_card (DdDisplayFixture *f,
          guint             clause)
{
  g_autoptr (GPtrArray) cards = dd_display_find_all (f->window, DD_TYPE_REVIEW_CARD);

  g_assert_cmpuint (clause, <, cards->len);

  return cards->pdata[clause];
}

static GtkListBoxRow *
get_selected (DdDisplayFixture *f)
{
  return gtk_list_box_get_selected_row (GTK_LIST_BOX (gtk_widget_get_parent (get_card (f, 0))));
}

/* The page looks at keys before the text does, which would take some of them. */
static gboolean
press_on_page (GtkWidget       *page,
               guint            key,
               GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);
  gboolean used = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !used; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &used);
    }

  return used;
}

static gboolean
press (DdDisplayFixture *f,
       guint             key,
       GdkModifierType   modifiers)
{
  GtkWidget *page = dd_display_find_type (f->window, DD_TYPE_REVIEW_PAGE);
  gboolean used = press_on_page (page, key, modifiers);

  dd_display_wait_frames (f->window, 2);

  return used;
}

static void
activate (DdDisplayFixture *f,
          const char       *action,
          const char       *target)
{
  GtkWidget *page = dd_display_find_type (f->window, DD_TYPE_REVIEW_PAGE);

  g_assert_true (gtk_widget_activate_action (page, action, target != NULL ? "s" : NULL, target));
  dd_display_wait_frames (f->window, 2);
}

static GtkTextBuffer *
get_buffer (DdDisplayFixture *f)
{
  return gtk_text_view_get_buffer (
           GTK_TEXT_VIEW (dd_display_find_type (f->window, DD_TYPE_REVIEW_TEXT)));
}

static void
select_words (DdDisplayFixture *f,
              const char       *words)
{
  GtkTextBuffer *buffer = get_buffer (f);
  GtkTextIter start, end;

  gtk_widget_grab_focus (dd_display_find_type (f->window, DD_TYPE_REVIEW_TEXT));
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

/* Whether anything marks the words in the text. */
static gboolean
is_marked (DdDisplayFixture *f,
           const char       *words)
{
  GtkTextIter start, end;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_start_iter (get_buffer (f), &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
  tags = gtk_text_iter_get_tags (&start);

  return tags != NULL;
}

static GtkWidget *
open_card (DdDisplayFixture *f,
           guint             clause)
{
  g_signal_emit_by_name (get_card (f, clause), "activate");
  dd_display_wait_frames (f->window, 2);

  return dd_display_find_type (get_card (f, clause), DD_TYPE_REVIEW_EDITOR);
}

/* --- tests ----------------------------------------------------------------- */

/* Selected, Ctrl+D, there; Ctrl+Z, gone. */
static void
test_make_directive (DdDisplayFixture *f,
                     gconstpointer     data)
{
  begin (f);
  g_assert_true (dd_display_has_text (f->window, "Create 4 Tasks"));
  g_assert_false (is_marked (f, "Sở Y tế"));
  select_words (f, "gửi dự thảo");
  g_assert_true (press (f, GDK_KEY_d, GDK_CONTROL_MASK));
  dd_display_wait_text (f->window, "Create 5 Tasks");
  g_assert_true (dd_display_has_text (get_card (f, 4), "Sở Y tế (new)"));
  g_assert_true (get_selected (f) == GTK_LIST_BOX_ROW (get_card (f, 4)));
  g_assert_true (is_marked (f, "Sở Y tế"));

  press (f, GDK_KEY_z, GDK_CONTROL_MASK);
  dd_display_wait_text (f->window, "Create 4 Tasks");
  g_assert_false (is_marked (f, "Sở Y tế"));
  press (f, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  dd_display_wait_text (f->window, "Create 5 Tasks");
  g_assert_true (is_marked (f, "Sở Y tế"));

  /* It was none after all. */
  gtk_widget_grab_focus (get_card (f, 4));
  press (f, GDK_KEY_Delete, 0);
  dd_display_wait_text (f->window, "Create 4 Tasks");
  g_assert_false (is_marked (f, "Sở Y tế"));
}

/* By keys alone: to the next clause, merge, split, and back. */
static void
test_shape (DdDisplayFixture *f,
            gconstpointer     data)
{
  begin (f);
  gtk_widget_grab_focus (get_card (f, 0));
  press (f, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_true (get_selected (f) == GTK_LIST_BOX_ROW (get_card (f, 1)));
  press (f, GDK_KEY_p, 0);
  g_assert_true (get_selected (f) == GTK_LIST_BOX_ROW (get_card (f, 0)));
  press (f, GDK_KEY_m, GDK_CONTROL_MASK);
  dd_display_wait_text (f->window, "Create 3 Tasks");
  g_assert_true (dd_display_has_text (get_card (f, 0), "STP (new), with Sở Nội vụ (new)"));
  g_assert_true (dd_display_has_text (f->window, "41/TB-UBND · 3 clauses"));

  press (f, GDK_KEY_j, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  dd_display_wait_text (f->window, "41/TB-UBND · 4 clauses");
  press (f, GDK_KEY_z, GDK_CONTROL_MASK);
  press (f, GDK_KEY_z, GDK_CONTROL_MASK);
  dd_display_wait_text (f->window, "Create 4 Tasks");
  g_assert_false (dd_review_get_changed (get_review (f)));

  /* F6 goes over to the text, and back. */
  press (f, GDK_KEY_F6, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) ==
                 dd_display_find_type (f->window, DD_TYPE_REVIEW_TEXT));
  press (f, GDK_KEY_n, 0);
  g_assert_true (get_selected (f) == GTK_LIST_BOX_ROW (get_card (f, 1)));
  press (f, GDK_KEY_F6, 0);
  g_assert_true (DD_IS_REVIEW_CARD (gtk_window_get_focus (GTK_WINDOW (f->window))));
}

/* What is typed into a card is taken back there, and letters are no commands. */
static void
test_undo_typing (DdDisplayFixture *f,
                  gconstpointer     data)
{
  GtkWidget *editor, *view;

  begin (f);
  editor = open_card (f, 0);
  view = dd_display_find_type (editor, GTK_TYPE_TEXT_VIEW);
  gtk_widget_grab_focus (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Kiểm tra", -1);
  g_assert_cmpstr (dd_review_get_draft (get_review (f), 0)->content, ==, "Kiểm tra");
  g_assert_false (press (f, GDK_KEY_n, 0));
  press (f, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_true (g_str_has_prefix (dd_review_get_draft (get_review (f), 0)->content, "Giao STP"));

  /* The editor shows it, and is still open. */
  view = dd_display_find_type (get_card (f, 0), GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (view);
  {
    GtkTextIter start, end;
    g_autofree char *text = NULL;

    gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &start, &end);
    text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &start, &end,
                                     TRUE);
    g_assert_true (g_str_has_prefix (text, "Giao STP"));
  }
}

/* Several clauses at once need no task, for one reason. */
static void
test_no_task (DdDisplayFixture *f,
              gconstpointer     data)
{
  GtkListBox *box;

  begin (f);
  box = GTK_LIST_BOX (gtk_widget_get_parent (get_card (f, 0)));
  gtk_widget_grab_focus (get_card (f, 0));
  gtk_list_box_select_row (box, GTK_LIST_BOX_ROW (get_card (f, 1)));
  gtk_list_box_select_row (box, GTK_LIST_BOX_ROW (get_card (f, 3)));
  activate (f, "review.no-task", "Regular duty of the unit");
  dd_display_wait_text (f->window, "Create 1 Task");
  g_assert_true (dd_display_has_text (get_card (f, 0), "Needs no task: Regular duty of the unit"));
  g_assert_true (dd_display_has_text (get_card (f, 3), "Needs no task: Regular duty of the unit"));
  press (f, GDK_KEY_z, GDK_CONTROL_MASK);
  dd_display_wait_text (f->window, "Create 4 Tasks");
}

/* A unit is corrected in one clause, then in all, and remembered. */
static void
test_correct_unit (DdDisplayFixture *f,
                   gconstpointer     data)
{
  gint64 id = insert_unit (f, "Sở Tư pháp", FALSE, NULL);
  g_autoptr (DdRecord) unit = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *editor;

  begin (f);
  g_assert_true (dd_display_has_text (get_card (f, 3), "STP (new)"));
  editor = open_card (f, 0);
  dd_display_click (dd_display_find_named (editor, GTK_TYPE_BUTTON, "Remove STP"));
  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (dd_display_find_type (
                               editor, DD_TYPE_REFERENCE_ENTRY)), id, "Sở Tư pháp");
  dd_display_wait_text (editor, "Does “STP” mean Sở Tư pháp in the whole document?");
  g_assert_true (dd_display_has_text (get_card (f, 3), "STP (new)"));
  dd_display_click_on (editor, "In the Whole Document");
  dd_display_wait_text (get_card (f, 3), "Sở Tư pháp");
  g_assert_cmpuint (dd_review_count_name (get_review (f), "STP"), ==, 2);

  dd_display_click_on (f->window, "Create 4 Tasks");
  dd_display_click_on (dd_display_wait_window (DD_TYPE_REVIEW_GAPS_WINDOW), "Create All the Same");
  dd_display_wait_text (f->window, "4 clauses: 4 assigned");
  unit = dd_test_fetch (f->store.store, DD_KIND_UNIT, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dd_row_get_text (dd_record_get_row (unit), DD_UNIT_ALIASES), ==, "STP");
}

/* One task for each unit of a group, but one that is not meant. */
static void
test_group (DdDisplayFixture *f,
            gconstpointer     data)
{
  gint64 group = insert_unit (f, "Các sở, ban, ngành", TRUE, NULL);
  const char * const names[] = { "Sở Tư pháp", "Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế" };
  GtkWidget *editor, *widget, *check;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      DdRow *member = dd_row_new (DD_KIND_UNIT_MEMBER);

      dd_row_set_reference (member, DD_UNIT_MEMBER_BODY, group);
      dd_row_set_reference (member, DD_UNIT_MEMBER_UNIT, insert_unit (f, names[i], FALSE, NULL));
      dd_row_set_choice (member, DD_UNIT_MEMBER_ROLE, DD_MEMBER_ROLE_MEMBER);
      dd_test_insert (f->store.store, member);
    }
  begin (f);
  editor = open_card (f, 2);
  widget = dd_display_find_type (editor, DD_TYPE_REVIEW_GROUP);
  g_assert_nonnull (widget);
  check = dd_display_find_around (widget, GTK_TYPE_CHECK_BUTTON,
                                  "One task for each of its 3 units");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  dd_display_wait_text (f->window, "Create 6 Tasks");
  check = dd_display_find_around (widget, GTK_TYPE_CHECK_BUTTON,
                                  "Sở Văn hóa, Thể thao và Du lịch");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  dd_display_wait_text (f->window, "Create 5 Tasks");
  g_assert_true (dd_display_has_text (get_card (f, 2), "✓\302\240Who") ||
                 (dd_review_get_clarity (get_review (f), 2) & DD_CLARITY_WHO) != 0);
}

/* What is not clear is asked for: filled in, left out, or created with a reason. */
static void
test_gaps (DdDisplayFixture *f,
           gconstpointer     data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  GtkWidget *window, *reason;

  begin (f);
  dd_display_click_on (f->window, "Create 4 Tasks");
  window = dd_display_wait_window (DD_TYPE_REVIEW_GAPS_WINDOW);
  g_assert_true (dd_display_has_text (window, "0 clauses are clear, 4 have gaps"));
  dd_display_click_on (window, "Fill In One by One");
  dd_display_wait_no_window (DD_TYPE_REVIEW_GAPS_WINDOW);
  dd_display_wait_frames (f->window, 2);
  g_assert_nonnull (dd_display_find_type (f->window, DD_TYPE_REVIEW_EDITOR));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);

  /* Without a reason it is not created. */
  dd_display_click_on (f->window, "Create 4 Tasks");
  window = dd_display_wait_window (DD_TYPE_REVIEW_GAPS_WINDOW);
  reason = dd_display_find_type (window, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (reason), "  ");
  dd_display_click_on (window, "Create All the Same");
  dd_display_wait_frames (f->window, 2);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (reason), "Theo kế hoạch năm");
  dd_display_click_on (window, "Create All the Same");
  dd_display_wait_text (f->window, "4 clauses: 4 assigned");
  tasks = dd_test_select (f->store.store, query);
  g_assert_cmpuint (tasks->len, ==, 4);
  for (guint i = 0; i < tasks->len; i++)
    g_assert_true (g_str_has_suffix (dd_row_get_text (tasks->pdata[i], DD_TASK_NOTE),
                                     "Theo kế hoạch năm"));
}

static void
test_leave_out (DdDisplayFixture *f,
                gconstpointer     data)
{
  GtkWidget *window;

  begin (f);
  dd_display_click_on (f->window, "Create 4 Tasks");
  window = dd_display_wait_window (DD_TYPE_REVIEW_GAPS_WINDOW);
  dd_display_click_on (window, "Leave Them Out");
  dd_display_wait_text (f->window, "4 clauses: 4 not assigned yet");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);
}

static void
test_divide (DdDisplayFixture *f,
             gconstpointer     data)
{
  GtkWidget *editor;

  begin (f);
  editor = open_card (f, 1);
  dd_display_click_on (editor, "Divide into Several Tasks");
  dd_display_wait_text (f->window, "Create 5 Tasks");
  editor = dd_display_find_type (get_card (f, 1), DD_TYPE_REVIEW_EDITOR);
  g_assert_true (dd_display_has_text (editor, "Task 2 of 2"));
  dd_display_click_on (editor, "One More Task");
  dd_display_wait_text (f->window, "Create 6 Tasks");
  editor = dd_display_find_type (get_card (f, 1), DD_TYPE_REVIEW_EDITOR);
  dd_display_click (dd_display_find_named (editor, GTK_TYPE_BUTTON, "Remove Task 2"));
  dd_display_wait_text (f->window, "Create 5 Tasks");
  dd_display_check_names (f->window);
}

/* A kind that is pressed out in the legend is as the other words are. */
static void
test_legend (DdDisplayFixture *f,
             gconstpointer     data)
{
  GtkWidget *legend, *button;
  GtkTextIter start, end;
  g_autoptr (GSList) tags = NULL;
  guint n_shown = 0;

  begin (f);
  legend = dd_display_find_type (f->window, DD_TYPE_REVIEW_LEGEND);
  button = dd_display_find_around (legend, GTK_TYPE_TOGGLE_BUTTON, "Deadline");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  gtk_text_buffer_get_start_iter (get_buffer (f), &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "trước ngày 30/6", 0, &start, &end, NULL));
  tags = gtk_text_iter_get_tags (&start);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean underlined;

      g_object_get (l->data, "underline-set", &underlined, NULL);
      n_shown += underlined;
    }
  g_assert_cmpuint (n_shown, ==, 0);
}

/* In a very long text, the last clause is there at once, without all that stand before it. */
static void
test_far_away (DdDisplayFixture *f,
               gconstpointer     data)
{
  g_autoptr (GString) text = g_string_new (notice);
  g_autoptr (GPtrArray) cards = NULL;
  guint n;

  for (guint i = 6; i <= 1200; i++)
    g_string_append_printf (text, "%u. Giao Sở Y tế báo cáo UBND tỉnh kết quả đợt %u trước ngày "
                            "%u/10/2024.\n", i, i, 1 + i % 28);
  dd_display_show (f, dd_meetings_page_new (f->session));
  dd_display_wait_quiet (f);
  paste (f, text->str);
  n = dd_review_get_n_clauses (get_review (f));
  g_assert_cmpuint (n, >, 1100);

  /* Once the text is there to its end. */
  dd_display_wait_frames (f->window, 60);
  select_words (f, "kết quả đợt 1190");
  dd_display_wait_frames (f->window, 3);
  cards = dd_display_find_all (f->window, DD_TYPE_REVIEW_CARD);
  g_assert_cmpuint (cards->len, <, 400);
  g_assert_cmpuint (dd_review_card_get_clause (DD_REVIEW_CARD (get_selected (f))), >, 1100);
  press (f, GDK_KEY_m, GDK_CONTROL_MASK);
  g_assert_cmpuint (dd_review_get_n_clauses (get_review (f)), ==, n - 1);
  press (f, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpuint (dd_review_get_n_clauses (get_review (f)), ==, n);
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/review-work/make-directive", test_make_directive);
  DD_DISPLAY_ADD ("/review-work/shape", test_shape);
  DD_DISPLAY_ADD ("/review-work/undo-typing", test_undo_typing);
  DD_DISPLAY_ADD ("/review-work/no-task", test_no_task);
  DD_DISPLAY_ADD ("/review-work/correct-unit", test_correct_unit);
  DD_DISPLAY_ADD ("/review-work/group", test_group);
  DD_DISPLAY_ADD ("/review-work/gaps", test_gaps);
  DD_DISPLAY_ADD ("/review-work/leave-out", test_leave_out);
  DD_DISPLAY_ADD ("/review-work/divide", test_divide);
  DD_DISPLAY_ADD ("/review-work/legend", test_legend);
  DD_DISPLAY_ADD ("/review-work/far-away", test_far_away);

  return g_test_run ();
}

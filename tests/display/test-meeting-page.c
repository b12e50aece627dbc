/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One meeting while it is worked on: agenda, notes, attendance, and its states. */
#include "dd-display-acts.h"

#include "dd-agenda-list.h"
#include "dd-agenda-notes.h"
#include "dd-attendance-view.h"
#include "dd-form.h"
#include "dd-meeting-page.h"
#include "dd-meetings-page.h"
#include "dd-quick-entry.h"
#include "dd-record-types.h"

#define MARKUP "Hồ sơ <b>đất đai</b> &amp; quá hạn %s"

/* --- helpers --------------------------------------------------------------- */

static GPtrArray *
select_records (DdDisplayFixture *f,
                DdKind            kind)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);

  return dd_test_select (f->store.store, query);
}

static gint64
add_meeting (DdDisplayFixture *f,
             guint             number,
             DdMeetingState    state,
             gint64            body)
{
  DdRow *meeting = dd_row_new (DD_KIND_MEETING);
  g_autofree char *title = g_strdup_printf ("Phiên họp %u", number);

  dd_row_set_text (meeting, DD_MEETING_TITLE, title);
  dd_row_set_text (meeting, DD_MEETING_SERIES, "Tổ công tác");
  dd_row_set_number (meeting, DD_MEETING_NUMBER, number);
  dd_row_set_choice (meeting, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, DD_MEETING_FORMAT_ONLINE);
  dd_row_set_choice (meeting, DD_MEETING_STATE, state);
  dd_row_set_day (meeting, DD_MEETING_DAY, dd_day_new (2024, 3, number));
  dd_row_set_text (meeting, DD_MEETING_CHAIR, "Trần Văn Khánh");
  dd_row_set_text (meeting, DD_MEETING_SECRETARY, "Lê Thị Hoa");
  if (body != 0)
    dd_row_set_reference (meeting, DD_MEETING_BODY, body);

  return dd_test_insert (f->store.store, meeting);
}

static gint64
add_topic (DdDisplayFixture *f,
           gint64            meeting,
           guint             position,
           const char       *title,
           gboolean          discussed)
{
  DdRow *item = dd_row_new (DD_KIND_AGENDA_ITEM);

  dd_row_set_reference (item, DD_AGENDA_ITEM_MEETING, meeting);
  dd_row_set_number (item, DD_AGENDA_ITEM_POSITION, position);
  dd_row_set_text (item, DD_AGENDA_ITEM_TITLE, title);
  dd_row_set_flag (item, DD_AGENDA_ITEM_DISCUSSED, discussed);

  return dd_test_insert (f->store.store, item);
}

static gint64
add_body (DdDisplayFixture *f,
          const char       *first,
          const char       *second)
{
  const char *names[] = { first, second };
  gint64 body = dd_test_insert (f->store.store, dd_test_unit ("Tổ công tác"));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      DdRow *member = dd_row_new (DD_KIND_UNIT_MEMBER);

      dd_row_set_reference (member, DD_UNIT_MEMBER_BODY, body);
      dd_row_set_reference (member, DD_UNIT_MEMBER_UNIT,
                            dd_test_insert (f->store.store, dd_test_unit (names[i])));
      dd_row_set_choice (member, DD_UNIT_MEMBER_ROLE, DD_MEMBER_ROLE_MEMBER);
      dd_test_insert (f->store.store, member);
    }

  return body;
}

static GtkWidget *
open_meeting (DdDisplayFixture *f,
              gint64            meeting)
{
  GtkWidget *page = dd_meetings_page_new (f->session);

  dd_display_show (f, page);
  dd_display_wait_quiet (f);
  gtk_widget_activate_action (page, "page.open-meeting", "x", meeting);
  dd_display_wait_quiet (f);

  return dd_display_find_type (f->window, DD_TYPE_MEETING_PAGE);
}

static void
click (GtkWidget  *root,
       const char *label)
{
  g_autoptr (GPtrArray) buttons = dd_display_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (dd_display_has_text (buttons->pdata[i], label))
      {
        dd_display_click (buttons->pdata[i]);
        return;
      }

  g_error ("there is no button “%s”", label);
}

static void
add_by_typing (DdDisplayFixture *f,
               GtkWidget        *page,
               const char       *title)
{
  GtkWidget *list = dd_display_find_type (page, DD_TYPE_AGENDA_LIST);
  GtkWidget *entry = dd_display_find_type (list, GTK_TYPE_ENTRY);

  dd_display_type (entry, title);
  g_signal_emit_by_name (entry, "activate");
  dd_display_wait_quiet (f);
}

static DdMeetingState
get_state (DdDisplayFixture *f)
{
  g_autoptr (GPtrArray) meetings = select_records (f, DD_KIND_MEETING);

  return dd_row_get_choice (meetings->pdata[0], DD_MEETING_STATE);
}

/* --- tests ----------------------------------------------------------------- */

/* Topics are typed one after the other, and moved by keys; each step can be taken back. */
static void
test_agenda (DdDisplayFixture *f,
             gconstpointer     data)
{
  GtkWidget *page = open_meeting (f, add_meeting (f, 1, DD_MEETING_STATE_PLANNED, 0));
  GtkWidget *list = dd_display_find_type (page, DD_TYPE_AGENDA_LIST);
  g_autoptr (GPtrArray) items = NULL;

  g_assert_true (dd_display_has_text (page, "No Topics Yet"));
  add_by_typing (f, page, "Tiến độ rà soát");
  add_by_typing (f, page, "   ");
  add_by_typing (f, page, MARKUP);
  items = select_records (f, DD_KIND_AGENDA_ITEM);
  g_assert_cmpuint (items->len, ==, 2);
  dd_display_wait_text (page, "Tiến độ rà soát");
  g_assert_cmpuint (dd_display_get_order (list, "Tiến độ rà soát"), <,
                    dd_display_get_order (list, "Not discussed yet"));

  /* The one that was typed last is worked on. */
  dd_agenda_list_move (DD_AGENDA_LIST (list), FALSE);
  dd_display_wait_quiet (f);
  g_ptr_array_unref (items);
  items = select_records (f, DD_KIND_AGENDA_ITEM);
  g_assert_cmpint (dd_row_get_number (items->pdata[0], DD_AGENDA_ITEM_POSITION), ==, 2);
  g_assert_cmpint (dd_row_get_number (items->pdata[1], DD_AGENDA_ITEM_POSITION), ==, 1);
  dd_agenda_list_move (DD_AGENDA_LIST (list), FALSE);
  dd_display_undo (f, "Order of the agenda changed");
  g_ptr_array_unref (items);
  items = select_records (f, DD_KIND_AGENDA_ITEM);
  g_assert_cmpint (dd_row_get_number (items->pdata[0], DD_AGENDA_ITEM_POSITION), ==, 1);
}

/* What was typed is stored when another topic is chosen, and when the page is left. */
static void
test_notes (DdDisplayFixture *f,
            gconstpointer     data)
{
  gint64 meeting = add_meeting (f, 1, DD_MEETING_STATE_HELD, 0);
  GtkWidget *page, *notes;
  g_autoptr (GPtrArray) items = NULL;
  GtkTextBuffer *buffer;

  add_topic (f, meeting, 1, "Một", FALSE);
  page = open_meeting (f, meeting);
  notes = dd_display_find_type (page, DD_TYPE_AGENDA_NOTES);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (dd_display_find_type (notes,
                                                                          GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (buffer, MARKUP " đang nói ", -1);
  add_by_typing (f, page, "Hai");
  dd_display_wait_quiet (f);
  items = select_records (f, DD_KIND_AGENDA_ITEM);
  g_assert_true (g_str_has_suffix (dd_row_get_text (items->pdata[0], DD_AGENDA_ITEM_NOTE),
                                   "đang nói"));
  g_assert_false (dd_row_is_set (items->pdata[1], DD_AGENDA_ITEM_NOTE));

  gtk_text_buffer_set_text (buffer, "Ghi cho mục hai", -1);
  gtk_widget_activate_action (page, "sitting.leave", NULL);
  dd_display_wait_quiet (f);
  g_ptr_array_unref (items);
  items = select_records (f, DD_KIND_AGENDA_ITEM);
  g_assert_cmpstr (dd_row_get_text (items->pdata[1], DD_AGENDA_ITEM_NOTE), ==, "Ghi cho mục hai");
}

/* Somebody else writes under the same topic: both notes are kept. */
static void
test_notes_of_two (DdDisplayFixture *f,
                   gconstpointer     data)
{
  gint64 meeting = add_meeting (f, 1, DD_MEETING_STATE_HELD, 0);
  DdChange *change = dd_change_new ("Người khác", NULL);
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *notes;
  GtkTextBuffer *buffer;
  DdRow *row;

  add_topic (f, meeting, 1, "Một", FALSE);
  page = open_meeting (f, meeting);
  notes = dd_display_find_type (page, DD_TYPE_AGENDA_NOTES);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (dd_display_find_type (notes,
                                                                          GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (buffer, "Của tôi", -1);
  items = select_records (f, DD_KIND_AGENDA_ITEM);
  row = dd_row_copy (items->pdata[0]);
  dd_row_set_text (row, DD_AGENDA_ITEM_NOTE, "Của người khác");
  dd_change_update (change, row);
  written = dd_test_write (f->store.store, change, &error);
  g_assert_no_error (error);
  dd_agenda_notes_flush (DD_AGENDA_NOTES (notes));
  dd_display_wait_quiet (f);
  g_ptr_array_unref (items);
  items = select_records (f, DD_KIND_AGENDA_ITEM);
  g_assert_cmpstr (dd_row_get_text (items->pdata[0], DD_AGENDA_ITEM_NOTE), ==,
                   "Của người khác\n\nCủa tôi");
}

/* Members who are not marked are absent; all of them are marked at once, and one by one. */
static void
test_attendance (DdDisplayFixture *f,
                 gconstpointer     data)
{
  gint64 body = add_body (f, "Sở Y tế", "Sở Nội vụ");
  GtkWidget *page = open_meeting (f, add_meeting (f, 1, DD_MEETING_STATE_HELD, body));
  GtkWidget *view;
  g_autoptr (GPtrArray) marks = NULL;

  gtk_widget_activate_action (page, "sitting.show", "s", "attendance");
  dd_display_wait_quiet (f);
  dd_display_wait_quiet (f);
  view = dd_display_find_type (page, DD_TYPE_ATTENDANCE_VIEW);
  dd_display_wait_text (view, "0 present of 2, 2 absent: Sở Y tế; Sở Nội vụ");
  dd_display_click (dd_display_find_named (view, GTK_TYPE_TOGGLE_BUTTON, "Sở Nội vụ: Excused"));
  dd_display_wait_text (view, "0 present of 2, 1 excused, 1 absent: Sở Y tế");
  click (view, "All Present");
  dd_display_wait_text (view, "1 present of 2, 1 excused");
  dd_display_undo (f, "All marked as present");
  dd_display_wait_text (view, "0 present of 2, 1 excused, 1 absent: Sở Y tế");
  dd_display_click (dd_display_find_named (view, GTK_TYPE_TOGGLE_BUTTON, "Sở Nội vụ: Excused"));
  dd_display_wait_text (view, "0 present of 2, 2 absent: Sở Y tế; Sở Nội vụ");
  marks = select_records (f, DD_KIND_ATTENDANCE);
  g_assert_cmpuint (marks->len, ==, 0);
}

/* A body without members says how to enter them. */
static void
test_no_members (DdDisplayFixture *f,
                 gconstpointer     data)
{
  gint64 body = dd_test_insert (f->store.store, dd_test_unit ("Ban chỉ đạo"));
  GtkWidget *page = open_meeting (f, add_meeting (f, 1, DD_MEETING_STATE_PLANNED, body));

  gtk_widget_activate_action (page, "sitting.show", "s", "attendance");
  dd_display_wait_quiet (f);
  dd_display_wait_quiet (f);
  dd_display_wait_text (page, "No Members Yet");
  click (dd_display_find_type (page, DD_TYPE_ATTENDANCE_VIEW), "Enter Members…");
  dd_display_wait_action (f, "show-members");
  g_assert_cmpint (g_variant_get_int64 (f->parameter), ==, body);
}

static void
enter_conclusion (DdDisplayFixture *f,
                  GtkWidget        *page,
                  const char       *line)
{
  GtkWidget *quick = dd_display_find_type (page, DD_TYPE_QUICK_ENTRY);
  GtkWidget *entry = dd_display_find_type (quick, GTK_TYPE_ENTRY);

  dd_display_type (entry, line);
  dd_display_wait_quiet (f);
  g_signal_emit_by_name (entry, "activate");
  dd_display_wait_quiet (f);
}

/* What is concluded is a clause of the meeting under its topic, with the task or without. */
static void
test_conclusions (DdDisplayFixture *f,
                  gconstpointer     data)
{
  gint64 meeting = add_meeting (f, 1, DD_MEETING_STATE_HELD, 0);
  gint64 topic = add_topic (f, meeting, 1, MARKUP, FALSE);
  g_autoptr (GPtrArray) clauses = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  GtkWidget *page;

  dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  page = open_meeting (f, meeting);
  dd_display_wait_text (page, "No conclusions under this topic yet");
  enter_conclusion (f, page, "Giao Sở Tư pháp rà soát <i>hồ sơ</i>, xong trước 30/6/2024");
  dd_display_wait_text (page, "1 conclusion");
  dd_display_wait_text (page, "Not assigned yet");
  tasks = select_records (f, DD_KIND_TASK);
  g_assert_cmpuint (tasks->len, ==, 0);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (dd_display_find_around (
                                 page, GTK_TYPE_CHECK_BUTTON,
                                 "Make the task at once; otherwise it is assigned later in the "
                                 "ledger")), TRUE);
  enter_conclusion (f, page, "Giao Sở Tư pháp báo cáo kết quả, xong trước 31/7/2024");
  dd_display_wait_text (page, "2 conclusions");
  g_ptr_array_unref (tasks);
  tasks = select_records (f, DD_KIND_TASK);
  g_assert_cmpuint (tasks->len, ==, 1);

  clauses = select_records (f, DD_KIND_DIRECTIVE);
  g_assert_cmpuint (clauses->len, ==, 2);
  for (guint i = 0; i < clauses->len; i++)
    {
      g_assert_cmpint (dd_row_get_reference (clauses->pdata[i], DD_DIRECTIVE_AGENDA_ITEM), ==,
                       topic);
      g_assert_cmpint (dd_row_get_reference (clauses->pdata[i], DD_DIRECTIVE_MEETING), ==,
                       meeting);
      g_assert_cmpint (dd_row_get_number (clauses->pdata[i], DD_DIRECTIVE_POSITION), ==, i + 1);
      g_assert_cmpstr (dd_row_get_text (clauses->pdata[i], DD_DIRECTIVE_ASSIGNER), ==,
                       "Trần Văn Khánh");
    }
  dd_display_undo (f, "Conclusion entered and assigned");
  dd_display_wait_text (page, "1 conclusion");
}

static char *
list_conclusions (DdDisplayFixture *f)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_DIRECTIVE);
  g_autoptr (GPtrArray) clauses = NULL;
  GString *text = g_string_new (NULL);

  dd_query_set_sort (query, DD_DIRECTIVE_POSITION, FALSE);
  clauses = dd_test_select (f->store.store, query);
  for (guint i = 0; i < clauses->len; i++)
    g_string_append_printf (text, "%s: %s; ",
                            dd_row_get_text (clauses->pdata[i], DD_DIRECTIVE_ORDINAL),
                            dd_row_get_text (clauses->pdata[i], DD_DIRECTIVE_QUOTE));

  return g_string_free (text, FALSE);
}

static void
assert_conclusions (DdDisplayFixture *f,
                    const char       *expected)
{
  g_autofree char *text = list_conclusions (f);

  g_assert_cmpstr (text, ==, expected);
}

/* Conclusions are numbered through the agenda, in whichever order they are entered. */
static void
test_numbers (DdDisplayFixture *f,
              gconstpointer     data)
{
  gint64 meeting = add_meeting (f, 1, DD_MEETING_STATE_HELD, 0);
  GtkWidget *page, *list, *box;

  add_topic (f, meeting, 1, "Một", FALSE);
  add_topic (f, meeting, 2, "Hai", FALSE);
  page = open_meeting (f, meeting);
  list = dd_display_find_type (page, DD_TYPE_AGENDA_LIST);
  box = dd_display_find_type (list, GTK_TYPE_LIST_BOX);
  enter_conclusion (f, page, "Giao Sở A");
  gtk_list_box_select_row (GTK_LIST_BOX (box),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), 1));
  dd_display_wait_quiet (f);
  enter_conclusion (f, page, "Giao Sở B");
  gtk_list_box_select_row (GTK_LIST_BOX (box),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), 0));
  dd_display_wait_quiet (f);
  enter_conclusion (f, page, "Giao Sở C");
  assert_conclusions (f, "1: Giao Sở A; 2: Giao Sở C; 3: Giao Sở B; ");
  dd_display_wait_text (page, "2: Giao Sở C");

  dd_agenda_list_move (DD_AGENDA_LIST (list), TRUE);
  dd_display_wait_quiet (f);
  assert_conclusions (f, "1: Giao Sở B; 2: Giao Sở A; 3: Giao Sở C; ");
  dd_display_undo (f, "Order of the agenda changed");
  dd_display_wait_quiet (f);
  assert_conclusions (f, "1: Giao Sở A; 2: Giao Sở C; 3: Giao Sở B; ");
  dd_display_wait_text (page, "1: Giao Sở A");
  dd_display_click (dd_display_find_named (page, GTK_TYPE_BUTTON, "Delete This Conclusion"));
  dd_display_wait_quiet (f);
  assert_conclusions (f, "1: Giao Sở C; 2: Giao Sở B; ");
}

/* Who is invited alone, without a unit, is on the list by name. */
static void
test_guest (DdDisplayFixture *f,
            gconstpointer     data)
{
  gint64 meeting = add_meeting (f, 1, DD_MEETING_STATE_HELD, 0);
  DdRow *person = dd_row_new (DD_KIND_PERSON);
  g_autoptr (GPtrArray) marks = NULL;
  GtkWidget *page, *form, *entry;
  gint64 id;

  dd_row_set_text (person, DD_PERSON_NAME, "Trần Thị Bình");
  id = dd_test_insert (f->store.store, person);
  page = open_meeting (f, meeting);
  gtk_widget_activate_action (page, "sitting.show", "s", "attendance");
  dd_display_wait_quiet (f);
  click (page, "Add Guest…");
  form = dd_display_wait_window (DD_TYPE_FORM);
  click (form, "Add");
  dd_display_wait_text (form, "Choose a unit, a person, or both.");
  entry = dd_form_get_widget (DD_FORM (form), DD_ATTENDANCE_PERSON);
  dd_display_type (entry, "tran thi binh");
  dd_display_wait_quiet (f);
  g_signal_emit_by_name (dd_display_find_type (entry, GTK_TYPE_ENTRY), "activate");
  click (form, "Add");
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_text (page, "Trần Thị Bình");
  marks = select_records (f, DD_KIND_ATTENDANCE);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpint (dd_row_get_reference (marks->pdata[0], DD_ATTENDANCE_PERSON), ==, id);
  g_assert_false (dd_row_is_set (marks->pdata[0], DD_ATTENDANCE_UNIT));
}

/* From planned to concluded, locked, and open again with a reason that the history keeps. */
static void
test_states (DdDisplayFixture *f,
             gconstpointer     data)
{
  gint64 meeting = add_meeting (f, 1, DD_MEETING_STATE_PLANNED, 0);
  GPtrArray *entries;
  GtkWidget *page, *form;

  add_topic (f, meeting, 1, "Một", FALSE);
  page = open_meeting (f, meeting);
  click (page, "Start the Meeting");
  dd_display_wait_quiet (f);
  g_assert_cmpint (get_state (f), ==, DD_MEETING_STATE_HELD);
  click (page, "End the Meeting");
  dd_display_wait_quiet (f);
  click (page, "Close the Meeting…");
  dd_display_wait_quiet (f);
  g_assert_cmpint (get_state (f), ==, DD_MEETING_STATE_MINUTES);
  dd_display_answer ("Close It");
  dd_display_wait_quiet (f);
  g_assert_cmpint (get_state (f), ==, DD_MEETING_STATE_CONCLUDED);

  /* Nothing is entered any more. */
  g_assert_null (dd_display_find_type (dd_display_find_type (page, DD_TYPE_AGENDA_LIST),
                                       GTK_TYPE_ENTRY));
  g_assert_false (dd_display_has_text (page, "Topics That Come Back…"));
  click (page, "Reopen…");
  form = dd_display_wait_window (DD_TYPE_FORM);
  click (form, "Reopen");
  dd_display_wait_text (form, "Say why the meeting is reopened. The reason stays in its history.");
  entries = dd_display_find_all (form, GTK_TYPE_ENTRY);
  dd_display_type (entries->pdata[entries->len - 1], "Thiếu một mục");
  g_ptr_array_unref (entries);
  click (form, "Reopen");
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_quiet (f);
  g_assert_cmpint (get_state (f), ==, DD_MEETING_STATE_MINUTES);
  entries = select_records (f, DD_KIND_HISTORY);
  g_assert_cmpstr (dd_row_get_text (entries->pdata[entries->len - 1], DD_HISTORY_REASON), ==,
                   "Thiếu một mục");
  g_ptr_array_unref (entries);
}

/* The next meeting has the next number, the people of the last one, and what comes back. */
static void
test_next (DdDisplayFixture *f,
           gconstpointer     data)
{
  gint64 meeting = add_meeting (f, 2, DD_MEETING_STATE_MINUTES, 0);
  gint64 old = add_topic (f, meeting, 1, MARKUP, FALSE);
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *page, *form;
  const DdRow *made;

  add_topic (f, meeting, 2, "Đã xong", TRUE);
  page = open_meeting (f, meeting);
  gtk_widget_activate_action (page, "sitting.next", NULL);
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_wait_quiet (f);
  dd_display_wait_text (form, MARKUP);
  g_assert_false (dd_display_has_text (form, "Đã xong"));
  dd_display_type_into (form, DD_MEETING_NUMBER, "2");
  click (form, "Save");
  dd_display_wait_text (form, "Another meeting of this series has that number already.");
  dd_display_type_into (form, DD_MEETING_NUMBER, "3");
  click (form, "Save");
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_quiet (f);

  meetings = select_records (f, DD_KIND_MEETING);
  g_assert_cmpuint (meetings->len, ==, 2);
  made = meetings->pdata[1];
  g_assert_cmpstr (dd_row_get_text (made, DD_MEETING_TITLE), ==, "Session 3 of Tổ công tác");
  g_assert_cmpstr (dd_row_get_text (made, DD_MEETING_CHAIR), ==, "Trần Văn Khánh");
  g_assert_cmpstr (dd_row_get_text (made, DD_MEETING_SECRETARY), ==, "Lê Thị Hoa");
  items = select_records (f, DD_KIND_AGENDA_ITEM);
  g_assert_cmpuint (items->len, ==, 3);
  g_assert_cmpint (dd_row_get_reference (items->pdata[2], DD_AGENDA_ITEM_CARRIED_FROM), ==, old);
  g_assert_cmpint (dd_row_get_reference (items->pdata[2], DD_AGENDA_ITEM_MEETING), ==,
                   dd_row_get_id (made));
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);
  DD_DISPLAY_ADD ("/meeting-page/agenda", test_agenda);
  DD_DISPLAY_ADD ("/meeting-page/notes", test_notes);
  DD_DISPLAY_ADD ("/meeting-page/notes-of-two", test_notes_of_two);
  DD_DISPLAY_ADD ("/meeting-page/attendance", test_attendance);
  DD_DISPLAY_ADD ("/meeting-page/no-members", test_no_members);
  DD_DISPLAY_ADD ("/meeting-page/conclusions", test_conclusions);
  DD_DISPLAY_ADD ("/meeting-page/guest", test_guest);
  DD_DISPLAY_ADD ("/meeting-page/numbers", test_numbers);
  DD_DISPLAY_ADD ("/meeting-page/states", test_states);
  DD_DISPLAY_ADD ("/meeting-page/next", test_next);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks from a pasted table: what is seen of it, what can be said, and what is made. */
#include "dd-display-acts.h"

#include "dd-meeting.h"
#include "dd-record-types.h"
#include "dd-table-preview.h"
#include "dd-table-unit-row.h"
#include "dd-table-window.h"
#include "dd-task.h"

#define TABLE \
  "TT\tNội dung\tCơ quan chủ trì\tĐơn vị phối hợp\tThời hạn\n" \
  "I\tLĩnh vực đất đai\t\t\t\n" \
  "1\tRà soát <b>thủ tục</b>\tSở Tư pháp\tSở Nội vụ\t30/6/2024\n" \
  "2\t\"Công khai\ndanh mục\"\tSở Nội vu\t\tQuý III/2024\n" \
  "3\t\tSở Tư pháp\t\t30/6/2024\n" \
  "4\tTập huấn\tSở Tư pháp\t\t30/2/2024\n"

static gboolean
is_ready (gpointer data)
{
  return dd_known_units_get_ready (data);
}

static DdTableWindow *
open_window (DdDisplayFixture *f)
{
  GtkWidget *window = dd_table_window_new (f->session, GTK_WINDOW (f->window));

  gtk_window_present (GTK_WINDOW (window));

  return DD_TABLE_WINDOW (window);
}

static DdTableWindow *
show_window (DdDisplayFixture *f)
{
  dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  dd_test_insert (f->store.store, dd_test_unit ("Sở Nội vụ"));
  dd_display_show (f, gtk_label_new ("Đôn Đốc"));
  dd_display_wait (is_ready, dd_session_get_units (f->session));

  return open_window (f);
}

static void
take (DdTableWindow *window,
      const char    *text)
{
  g_autoptr (GError) error = NULL;
  DdTableText *table = dd_table_text_parse (text, &error);

  g_assert_no_error (error);
  dd_table_window_take (window, table);
}

static gboolean
is_told (gpointer data)
{
  return ((DdDisplayFixture *) data)->told != NULL;
}

static void
discard (DdTableWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  dd_display_answer ("Discard");
  dd_display_wait_no_window (DD_TYPE_TABLE_WINDOW);
}

static void
test_create (DdDisplayFixture *f,
             gconstpointer     data)
{
  DdTableWindow *window = show_window (f);

  g_assert_true (dd_display_has_text (GTK_WIDGET (window), "No Table Yet"));
  take (window, TABLE);
  dd_display_wait_text (GTK_WIDGET (window),
                        "2 tasks for 2 units, 2 rows with faults, 1 heading");
  g_assert_true (dd_display_has_text (GTK_WIDGET (window), "Rà soát <b>thủ tục</b>"));
  g_assert_true (dd_display_has_text (GTK_WIDGET (window), "⚠ What is to be done is missing."));
  g_assert_true (dd_display_has_text (GTK_WIDGET (window), "⚠ The deadline is not understood."));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);

  /* One unit is said to be a known one, for all rows. */
  dd_display_wait_text (GTK_WIDGET (window), "Same as “Sở Nội vụ”");
  dd_display_click (dd_display_find_around (GTK_WIDGET (window), GTK_TYPE_BUTTON,
                                            "Same as “Sở Nội vụ”"));
  dd_display_wait_text (GTK_WIDGET (window), "Is “Sở Nội vụ”");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "table.create", NULL));
  dd_display_wait_no_window (DD_TYPE_TABLE_WINDOW);
  dd_display_wait (is_told, f);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 2);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_UNIT), ==, 2);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DIRECTIVE), ==, 0);

  dd_display_undo (f, "2 tasks created");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);
}

/* From a meeting each row is a clause as well. */
static void
test_meeting (DdDisplayFixture *f,
              gconstpointer     data)
{
  DdRow *meeting = dd_row_new (DD_KIND_MEETING);
  gint64 id;
  DdTableWindow *window;

  dd_row_set_text (meeting, DD_MEETING_TITLE, "Phiên họp thứ sáu");
  dd_row_set_day (meeting, DD_MEETING_DAY, dd_day_new (2024, 5, 10));
  dd_row_set_choice (meeting, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, 0);
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_HELD);
  id = dd_test_insert (f->store.store, meeting);
  window = show_window (f);
  dd_table_window_set_source (window, 0, id, "Phiên họp thứ sáu");
  take (window, TABLE);
  dd_display_wait_text (GTK_WIDGET (window),
                        "2 tasks for 2 units, 2 rows with faults, 1 heading");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "table.create", NULL));
  dd_display_wait_no_window (DD_TYPE_TABLE_WINDOW);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_DIRECTIVE), ==, 2);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 2);
}

/* What is said of a column is asked of nobody twice. */
static void
test_roles (DdDisplayFixture *f,
            gconstpointer     data)
{
  DdTableWindow *window = show_window (f);
  GtkWidget *drop_down;

  take (window, "Mã việc\tNội dung\tPhân cho\tThời hạn\nx\tRà soát\tSở Tư pháp\t30/6/2024\n");
  dd_display_wait_text (GTK_WIDGET (window), "0 tasks for 0 units, 1 row with a fault");
  drop_down = dd_display_find_named (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN,
                                     "What is “Phân cho”?");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), DD_TABLE_ROLE_LEAD);
  dd_display_wait_text (GTK_WIDGET (window), "1 task for 1 unit");
  discard (window);

  window = open_window (f);
  take (window, "Mã việc\tNội dung\tPhân cho\tThời hạn\nx\tRà soát\tSở Tư pháp\t30/6/2024\n");
  dd_display_wait_text (GTK_WIDGET (window), "1 task for 1 unit");
  discard (window);
}

static void
test_leave_out (DdDisplayFixture *f,
                gconstpointer     data)
{
  DdTableWindow *window = show_window (f);
  GtkWidget *check;

  take (window, "Nội dung\tCơ quan chủ trì\nRà soát\tSở Tư pháp\nTập huấn\tSở Tư pháp\n");
  dd_display_wait_text (GTK_WIDGET (window), "2 tasks for 1 unit");
  check = dd_display_find_type (dd_display_find_type (GTK_WIDGET (window), DD_TYPE_TABLE_PREVIEW),
                                GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  dd_display_wait_text (GTK_WIDGET (window), "1 task for 1 unit, 1 row left out");
  g_assert_true (dd_display_has_text (GTK_WIDGET (window), "Left out"));
  discard (window);
}

static void
test_clipboard (DdDisplayFixture *f,
                gconstpointer     data)
{
  static const char html[] =
    "<table><tr><td>Nội dung</td><td>Chủ trì</td></tr>"
    "<tr><td>Rà soát</td><td rowspan=2>Sở Tư pháp</td></tr><tr><td>Tập huấn</td></tr></table>";
  DdTableWindow *window = show_window (f);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GdkContentProvider) page = gdk_content_provider_new_for_bytes ("text/html", bytes);

  gdk_clipboard_set_text (clipboard, " ");
  dd_table_window_paste (window);
  dd_display_wait_text (GTK_WIDGET (window), "The text is empty.");

  gdk_clipboard_set_text (clipboard, TABLE);
  dd_table_window_paste (window);
  dd_display_wait_text (GTK_WIDGET (window),
                        "2 tasks for 2 units, 2 rows with faults, 1 heading");
  gdk_clipboard_set_content (clipboard, page);
  dd_table_window_paste (window);
  dd_display_wait_text (GTK_WIDGET (window), "2 tasks for 1 unit");
  discard (window);
}

/* The window lives on while many rows are read, and makes all of them at once. */
static void
test_many (DdDisplayFixture *f,
           gconstpointer     data)
{
  g_autoptr (GString) text = g_string_new ("TT\tNội dung\tChủ trì\tThời hạn\n");
  DdTableWindow *window = show_window (f);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%u\tRà soát thủ tục số %u\t%s\t30/6/2024\n", i + 1, i + 1,
                            i % 2 == 0 ? "Sở Tư pháp" : "Sở Nội vụ");
  take (window, text->str);
  g_assert_false (dd_display_has_text (GTK_WIDGET (window), "5,000 tasks for 2 units"));
  dd_display_wait_text (GTK_WIDGET (window), "5,000 tasks for 2 units");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "table.create", NULL));
  dd_display_wait (is_told, f);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 5000);
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/table-window/create", test_create);
  DD_DISPLAY_ADD ("/table-window/meeting", test_meeting);
  DD_DISPLAY_ADD ("/table-window/roles", test_roles);
  DD_DISPLAY_ADD ("/table-window/leave-out", test_leave_out);
  DD_DISPLAY_ADD ("/table-window/clipboard", test_clipboard);
  DD_DISPLAY_ADD ("/table-window/many", test_many);

  return g_test_run ();
}

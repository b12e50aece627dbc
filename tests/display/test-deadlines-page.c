/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-display-acts.h"

#include "dd-agenda-row.h"
#include "dd-agenda.h"
#include "dd-deadlines-page.h"
#include "dd-quick-entry.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"

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
          const char       *deadline)
{
  g_autofree char *content = g_strdup_printf ("Việc đến hạn %s",
                                             deadline != NULL ? deadline : "sau");

  return dd_test_insert (f->store.store, dd_test_task (content, lead, deadline));
}

/* Changes a task, and returns what can be taken back. */
static gint64
change_task (DdDisplayFixture *f,
             gint64            id,
             void            (*set) (DdRow *task))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = dd_test_fetch (f->store.store, DD_KIND_TASK, id, &error);
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (DdChange) done = NULL;
  DdRow *task;

  g_assert_no_error (error);
  task = dd_row_copy (dd_record_get_row (record));
  set (task);
  dd_change_update (change, task);
  done = dd_test_write (f->store.store, change, &error);
  g_assert_no_error (error);

  return dd_change_get_action (done);
}

static void
set_done (DdRow *task)
{
  dd_row_set_day (task, DD_TASK_COMPLETED, DD_DISPLAY_TODAY);
  dd_row_set_choice (task, DD_TASK_STATE, DD_TASK_STATE_CONFIRMED);
}

static void
set_tomorrow (DdRow *task)
{
  dd_row_set_day (task, DD_TASK_DEADLINE, dd_day_add_days (DD_DISPLAY_TODAY, 1));
}

static void
set_reported (DdRow *task)
{
  dd_row_set_choice (task, DD_TASK_STATE, DD_TASK_STATE_REPORTED);
}

static GtkWidget *
get_view (DdDisplayFixture *f)
{
  GtkWidget *view = dd_display_find_type (f->window, GTK_TYPE_LIST_VIEW);

  g_assert_nonnull (view);

  return view;
}

/* What the rows say, each as its first texts: "Overdue 2", "1 day overdue | Việc …". */
static char *
describe_rows (DdDisplayFixture *f)
{
  g_autoptr (GPtrArray) rows = dd_display_find_all (get_view (f), DD_TYPE_AGENDA_ROW);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      DdAgendaRow *row = rows->pdata[i];
      g_autoptr (GPtrArray) texts = dd_display_collect_texts (rows->pdata[i]);
      g_auto (GStrv) when = g_strsplit (texts->len > 0 ? texts->pdata[0] : "unread", "\n", 2);

      g_string_append (text, when[0]);
      if (DD_IS_RECORD (dd_agenda_row_get_item (row)) && texts->len > 1)
        g_string_append_printf (text, " | %s", (const char *) texts->pdata[1]);
      g_string_append_c (text, '\n');
    }

  return g_strdup (text->str);
}

typedef struct
{
  DdDisplayFixture *f;
  const char       *rows;
} RowsWait;

static gboolean
are_rows_shown (gpointer user_data)
{
  const RowsWait *wait = user_data;
  g_autofree char *rows = NULL;

  if (dd_display_find_type (wait->f->window, GTK_TYPE_LIST_VIEW) == NULL)
    return FALSE;
  rows = describe_rows (wait->f);

  return strcmp (rows, wait->rows) == 0;
}

/* Waits until the agenda shows these rows from its top, and no others. */
static void
wait_rows (DdDisplayFixture *f,
           const char       *rows)
{
  RowsWait wait = { f, rows };

  if (!dd_test_spin_until (are_rows_shown, &wait, 20000))
    {
      g_autofree char *shown = describe_rows (f);

      g_assert_cmpstr (shown, ==, rows);
    }
}

static void
click_jump (DdDisplayFixture *f,
            const char       *text)
{
  dd_display_click (dd_display_find_around (f->window, GTK_TYPE_BUTTON, text));
  dd_display_wait_frames (f->window, 3);
}

/* What the row of the list that has the focus is called. */
static char *
get_focus_name (DdDisplayFixture *f)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  return focus != NULL ? dd_display_get_name (focus) : NULL;
}

#define assert_focus(f, name) \
  G_STMT_START { g_autofree char *focused = get_focus_name (f); \
                 g_assert_cmpstr (focused, ==, name); } G_STMT_END

/* One task in every group, as on Wednesday, 15 May 2024, and the last one first. */
static void
add_tasks (DdDisplayFixture *f)
{
  static const char * const deadlines[] = {
    NULL, "2024-08-31", "2024-05-31", "2024-05-24", "2024-05-17", "2024-05-16", "2024-05-15",
    "2024-05-14", "2023-12-31",
  };
  gint64 unit = add_unit (f, "Sở Tư pháp");

  for (guint i = 0; i < G_N_ELEMENTS (deadlines); i++)
    add_task (f, unit, deadlines[i]);
}

#define ALL_ROWS \
  "Overdue 2\n136 days overdue | Việc đến hạn 2023-12-31\n" \
  "1 day overdue | Việc đến hạn 2024-05-14\n" \
  "Today 1\nDue today | Việc đến hạn 2024-05-15\n" \
  "Tomorrow 1\n1 working day left | Việc đến hạn 2024-05-16\n" \
  "Later This Week 1\n2 working days left | Việc đến hạn 2024-05-17\n" \
  "Next Week 1\n7 working days left | Việc đến hạn 2024-05-24\n" \
  "Later This Month 1\n12 working days left | Việc đến hạn 2024-05-31\n" \
  "Later 1\n108 days left | Việc đến hạn 2024-08-31\n" \
  "No Deadline 1\nNo deadline | Việc đến hạn sau\n"

/* An empty file says what to do, and a button leads there. */
static void
test_empty (DdDisplayFixture *f,
            gconstpointer     data)
{
  gint64 task;

  dd_display_show (f, dd_deadlines_page_new (f->session));
  dd_display_wait_text (f->window, "No Open Tasks");
  dd_display_click (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "Open Meetings"));
  dd_display_wait_action (f, "show-section");
  g_assert_cmpstr (g_variant_get_string (f->parameter, NULL), ==, "meetings");

  /* The first task makes an agenda of it; when it is done, the agenda is empty again. */
  task = add_task (f, add_unit (f, MARKUP), "2024-05-15");
  wait_rows (f, "Today 1\nDue today | Việc đến hạn 2024-05-15\n");
  g_assert_true (dd_display_has_text (f->window, MARKUP));
  change_task (f, task, set_done);
  dd_display_wait_text (f->window, "No Open Tasks");
}

/* Overdue on top, whatever was added when, and what has no deadline at the end. */
static void
test_groups (DdDisplayFixture *f,
             gconstpointer     data)
{
  gint64 unit;

  add_tasks (f);
  dd_display_show (f, dd_deadlines_page_new (f->session));
  wait_rows (f, ALL_ROWS);
  g_assert_true (dd_display_has_text (f->window, "Wed, 15 May 2024"));
  g_assert_true (dd_display_has_text (f->window, "20 May 2024 – 26 May 2024"));
  g_assert_true (dd_display_has_text (f->window, "from 1 Jun 2024"));

  /* Only what is open stands there. */
  unit = add_unit (f, "Sở Nội vụ");
  change_task (f, add_task (f, unit, "2024-05-13"), set_done);
  dd_display_wait_quiet (f);
  wait_rows (f, ALL_ROWS);
}

/* A task that is reported but not confirmed is open, and stays among the overdue. */
static void
test_overdue_stays (DdDisplayFixture *f,
                    gconstpointer     data)
{
  gint64 unit = add_unit (f, "Sở Tư pháp");
  gint64 task = add_task (f, unit, "2024-05-10");

  add_task (f, unit, "2024-05-15");
  dd_display_show (f, dd_deadlines_page_new (f->session));
  wait_rows (f, "Overdue 1\n5 days overdue | Việc đến hạn 2024-05-10\n"
                "Today 1\nDue today | Việc đến hạn 2024-05-15\n");
  change_task (f, task, set_reported);
  dd_display_wait_text (f->window, "Reported done");
  wait_rows (f, "Overdue 1\n5 days overdue | Việc đến hạn 2024-05-10\n"
                "Today 1\nDue today | Việc đến hạn 2024-05-15\n");

  /* Days later both are there, on top. */
  dd_clock_set_today (f->clock, dd_day_new (2024, 5, 20));
  wait_rows (f, "Overdue 2\n10 days overdue | Việc đến hạn 2024-05-10\n"
                "5 days overdue | Việc đến hạn 2024-05-15\n");
  g_assert_true (dd_display_has_text (f->window, "Mon, 20 May 2024"));
}

/* What is done leaves, and what is moved goes where it belongs; both come back. */
static void
test_changes (DdDisplayFixture *f,
              gconstpointer     data)
{
  static const char before[] = "Overdue 2\n5 days overdue | Việc đến hạn 2024-05-10\n"
                               "1 day overdue | Việc đến hạn 2024-05-14\n";
  g_autoptr (GError) error = NULL;
  gint64 unit = add_unit (f, "Sở Tư pháp");
  gint64 first = add_task (f, unit, "2024-05-10");
  gint64 second = add_task (f, unit, "2024-05-14");
  gint64 done, moved;

  dd_display_show (f, dd_deadlines_page_new (f->session));
  wait_rows (f, before);

  done = change_task (f, first, set_done);
  wait_rows (f, "Overdue 1\n1 day overdue | Việc đến hạn 2024-05-14\n");
  g_assert_true (dd_test_undo (f->store.store, done, &error));
  wait_rows (f, before);

  moved = change_task (f, second, set_tomorrow);
  wait_rows (f, "Overdue 1\n5 days overdue | Việc đến hạn 2024-05-10\n"
                "Tomorrow 1\n1 working day left | Việc đến hạn 2024-05-14\n");
  g_assert_nonnull (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "Tomorrow 1"));
  g_assert_true (dd_test_undo (f->store.store, moved, &error));
  wait_rows (f, before);
  g_assert_null (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "Tomorrow 1"));
}

static void
test_open (DdDisplayFixture *f,
           gconstpointer     data)
{
  gint64 id = add_task (f, add_unit (f, "Sở Tư pháp"), "2024-05-10");

  dd_display_show (f, dd_deadlines_page_new (f->session));
  wait_rows (f, "Overdue 1\n5 days overdue | Việc đến hạn 2024-05-10\n");
  g_signal_emit_by_name (get_view (f), "activate", 0);
  dd_display_wait_quiet (f);
  g_assert_null (f->action);
  g_signal_emit_by_name (get_view (f), "activate", 1);
  dd_display_wait_action (f, "show-task");
  g_assert_cmpint (g_variant_get_int64 (f->parameter), ==, id);
}

/* Arrows go from group to group, and Return opens. */
static void
test_keys (DdDisplayFixture *f,
           gconstpointer     data)
{
  gint64 unit = add_unit (f, "Sở Tư pháp");
  gint64 id;

  add_task (f, unit, "2024-05-10");
  id = add_task (f, unit, "2024-05-15");
  add_task (f, unit, "2024-05-16");
  dd_display_show (f, dd_deadlines_page_new (f->session));
  dd_display_wait_text (f->window, "Tomorrow 1");
  dd_display_wait_quiet (f);

  click_jump (f, "Overdue 1");
  assert_focus (f, "5 days overdue: Việc đến hạn 2024-05-10, Sở Tư pháp");
  g_assert_true (dd_display_press (f, GDK_KEY_Down, 0));
  assert_focus (f, "Today 1");
  g_assert_true (dd_display_press (f, GDK_KEY_Down, 0));
  assert_focus (f, "Due today: Việc đến hạn 2024-05-15, Sở Tư pháp");
  g_assert_true (dd_display_press (f, GDK_KEY_Return, 0));
  dd_display_wait_action (f, "show-task");
  g_assert_cmpint (g_variant_get_int64 (f->parameter), ==, id);

  g_assert_true (dd_display_press (f, GDK_KEY_Up, 0));
  g_assert_true (dd_display_press (f, GDK_KEY_Up, 0));
  assert_focus (f, "5 days overdue: Việc đến hạn 2024-05-10, Sở Tư pháp");
}

/* A new task is for the day of the one that is looked at, unless its line tells another. */
static void
test_new (DdDisplayFixture *f,
          gconstpointer     data)
{
  GtkWidget *page = dd_deadlines_page_new (f->session);
  GtkWidget *entry;

  add_task (f, add_unit (f, "Sở Tư pháp"), "2024-05-16");
  dd_display_show (f, page);
  dd_display_wait_text (f->window, "Tomorrow 1");
  dd_display_wait_quiet (f);
  click_jump (f, "Tomorrow 1");
  g_assert_true (gtk_widget_activate_action (page, "page.new", NULL));
  dd_display_wait_frames (f->window, 2);
  entry = dd_display_find_type (f->window, DD_TYPE_QUICK_ENTRY);
  dd_display_type (entry, "Sở Tư pháp công khai thủ tục");
  dd_display_wait_text (entry, "Thu, 16 May 2024");
  g_signal_emit_by_name (dd_display_find_type (entry, GTK_TYPE_ENTRY), "activate");
  dd_display_wait_text (f->window, "Tomorrow 2");
}

/* A jump brings the heading to the top, from above and from below. */
static void
test_jumps (DdDisplayFixture *f,
            gconstpointer     data)
{
  static const char * const jumps[] = { "Today 40", "Overdue 40", "Tomorrow 40", "Today 40" };
  gint64 unit = add_unit (f, "Sở Tư pháp");

  for (guint i = 0; i < 40; i++)
    {
      add_task (f, unit, "2024-05-14");
      add_task (f, unit, "2024-05-15");
      add_task (f, unit, "2024-05-16");
    }
  dd_display_show (f, dd_deadlines_page_new (f->session));
  dd_display_wait_text (f->window, "Tomorrow 40");
  dd_display_wait_quiet (f);

  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      GtkWidget *view = get_view (f);
      GtkWidget *heading;
      double x, y;

      click_jump (f, jumps[i]);
      heading = dd_display_find_text (view, jumps[i]);
      g_assert_nonnull (heading);
      g_assert_true (gtk_widget_translate_coordinates (heading, view, 0, 0, &x, &y));
      g_assert_cmpfloat (y, >=, 0);
      g_assert_cmpfloat (y, <, 40);
    }
}

/* The filters, and the way back from what they leave empty. */
static void
test_filters (DdDisplayFixture *f,
              gconstpointer     data)
{
  gint64 first = add_unit (f, "Sở Tư pháp");
  gint64 second = add_unit (f, "Sở Nội vụ");
  gint64 third = add_unit (f, "Ban Dân tộc");
  GtkWidget *entry, *horizon, *clear;

  add_task (f, first, "2024-05-10");
  add_task (f, second, "2024-05-20");
  add_task (f, second, "2024-08-31");
  dd_display_show (f, dd_deadlines_page_new (f->session));
  dd_display_wait_text (f->window, "Later 1");
  entry = dd_display_find_type (f->window, DD_TYPE_REFERENCE_ENTRY);
  horizon = dd_display_find_named (f->window, GTK_TYPE_DROP_DOWN, "How Far Ahead");
  clear = dd_display_find_named (f->window, GTK_TYPE_BUTTON, "Clear Filters");
  g_assert_false (gtk_widget_is_sensitive (clear));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (horizon), 1);
  wait_rows (f, "Overdue 1\n5 days overdue | Việc đến hạn 2024-05-10\n"
                "Next Week 1\n3 working days left | Việc đến hạn 2024-05-20\n");
  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (entry), second, "Sở Nội vụ");
  wait_rows (f, "Next Week 1\n3 working days left | Việc đến hạn 2024-05-20\n");
  g_assert_true (gtk_widget_is_sensitive (clear));

  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (entry), third, "Ban Dân tộc");
  dd_display_wait_text (f->window, "Nothing Is Due");
  dd_display_click (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "Clear Filters"));
  dd_display_wait_text (f->window, "Later 1");
  g_assert_true (dd_display_has_text (get_view (f), "Overdue 1"));
  g_assert_false (gtk_widget_is_sensitive (clear));
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/deadlines/empty", test_empty);
  DD_DISPLAY_ADD ("/deadlines/groups", test_groups);
  DD_DISPLAY_ADD ("/deadlines/overdue-stays", test_overdue_stays);
  DD_DISPLAY_ADD ("/deadlines/changes", test_changes);
  DD_DISPLAY_ADD ("/deadlines/open", test_open);
  DD_DISPLAY_ADD ("/deadlines/keys", test_keys);
  DD_DISPLAY_ADD ("/deadlines/new", test_new);
  DD_DISPLAY_ADD ("/deadlines/jumps", test_jumps);
  DD_DISPLAY_ADD ("/deadlines/filters", test_filters);

  return g_test_run ();
}

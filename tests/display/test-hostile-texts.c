/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that programs have been known to break on, wherever the window shows or takes
 * one: what is on the screen is what is stored, and nobody is warned of anything. */
#include "dd-display-acts.h"

#include "dd-confirm.h"
#include "dd-deadlines-page.h"
#include "dd-form.h"
#include "dd-history-view.h"
#include "dd-meeting-details.h"
#include "dd-meetings-page.h"
#include "dd-overview-page.h"
#include "dd-plans-page.h"
#include "dd-quick-entry.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"
#include "dd-sample-records.h"
#include "dd-table-window.h"
#include "dd-table.h"
#include "dd-task-details.h"
#include "dd-tasks-page.h"
#include "dd-unit-table.h"

#include <adwaita.h>
#include <string.h>

/* --- the texts ------------------------------------------------------------- */

/* As a field of one line keeps it, and each only once. */
static void
add_kept (GPtrArray  *texts,
          const char *text)
{
  g_autoptr (DdRow) unit = dd_test_unit (text);
  const char *kept = dd_row_get_text (unit, DD_UNIT_NAME);

  if (kept != NULL && !g_ptr_array_find_with_equal_func (texts, kept, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (kept));
}

static void
add_repeated (GPtrArray  *texts,
              const char *start,
              const char *piece,
              guint       times)
{
  g_autoptr (GString) text = g_string_new (start);

  for (guint i = 0; i < times; i++)
    g_string_append (text, piece);
  add_kept (texts, text->str);
}

/* Those of the store's tests, and what only the screen minds: length, marks upon marks,
 * letters that are several characters. */
static GPtrArray *
make_texts (void)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < dd_hostile_get_count (); i++)
    add_kept (texts, dd_hostile_texts[i]);
  add_kept (texts, "Robert'); DROP TABLE task;--");
  add_kept (texts, "_Tổ c_ông t__ác &_Lưu");
  add_kept (texts, "<a href=\"file:///\">Sở</a> &nbsp; <span size=\"99999999\">");
  add_kept (texts, "D\xcc\x9b\xcc\xa3" "c To\xcc\x82\xcc\x89 (NFD)");
  add_kept (texts, "Một dòng\xe2\x80\xa8" "hai dòng\vba dòng");
  add_repeated (texts, "Chữ", "ữ", 490);
  add_repeated (texts, "Từ", " nghĩa", 80);
  add_repeated (texts, "a", "\xcc\x81\xcc\xa3", 240);

  return texts;
}

/* --- helpers --------------------------------------------------------------- */

static void
show (DdDisplayFixture *f,
      GtkWidget        *page)
{
  dd_display_show (f, page);
  dd_display_wait_quiet (f);
}

static gint64
add_task (DdDisplayFixture *f,
          const char       *text,
          gint64            lead)
{
  DdRow *task = dd_test_task (text, lead, "2024-05-10");

  dd_row_set_text (task, DD_TASK_OFFICER, text);
  dd_row_set_text (task, DD_TASK_PRODUCT, text);
  dd_row_set_text (task, DD_TASK_NOTE, text);

  return dd_test_insert (f->store.store, task);
}

/* For each text a unit that is called so, with a task. Returns the tasks. */
static GArray *
add_tasks (DdDisplayFixture *f,
           GPtrArray        *texts)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < texts->len; i++)
    {
      gint64 lead = dd_test_insert (f->store.store, dd_test_unit (texts->pdata[i]));
      gint64 task = add_task (f, texts->pdata[i], lead);

      g_array_append_val (tasks, task);
    }

  return tasks;
}

static guint
count_text (GtkWidget  *root,
            const char *text)
{
  g_autoptr (GPtrArray) shown = dd_display_collect_texts (root);
  guint n = 0;

  for (guint i = 0; i < shown->len; i++)
    n += g_str_equal (shown->pdata[i], text);

  return n;
}

static void
assert_shown (GtkWidget  *root,
              const char *text)
{
  g_autoptr (GPtrArray) shown = NULL;

  if (dd_display_has_text (root, text))
    return;

  shown = dd_display_collect_texts (root);
  for (guint i = 0; i < shown->len; i++)
    g_test_message ("shown: “%s”", (const char *) shown->pdata[i]);
  g_error ("“%s” is not shown as it is", text);
}

/* Scrolls through a list: each of the texts is in it as it is, and, where rows are @even,
 * a row is as high as the next however much there is to say. */
static void
assert_listed (DdDisplayFixture *f,
               GtkWidget        *root,
               GPtrArray        *texts,
               gboolean          even)
{
  GtkWidget *list = dd_display_find_type (root, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int height = 0;

  for (guint i = 0; i < n + 4; i += 5)
    {
      g_autoptr (GPtrArray) shown = NULL;

      g_assert_true (gtk_widget_activate_action (list, "list.scroll-to-item", "u", MIN (i, n - 1)));
      dd_display_wait_quiet (f);
      shown = dd_display_collect_texts (list);
      for (guint j = 0; j < shown->len; j++)
        g_hash_table_add (seen, g_strdup (shown->pdata[j]));
      for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        {
          int own = gtk_widget_get_allocated_height (row);

          if (!even || !dd_display_is_shown (row) || own == 0)
            continue;
          if (height == 0)
            height = own;
          g_assert_cmpint (own, ==, height);
        }
    }

  for (guint i = 0; i < texts->len; i++)
    if (!g_hash_table_contains (seen, texts->pdata[i]))
      g_error ("“%s” is not in the list as it is", (const char *) texts->pdata[i]);
}

static void
search_all (DdDisplayFixture *f,
            GPtrArray        *texts)
{
  GtkWidget *entry = dd_display_find_type (f->window, GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (entry);
  for (guint i = 0; i < texts->len; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), texts->pdata[i]);
      dd_display_wait_answers (f);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  dd_display_wait_quiet (f);
  g_assert_null (f->told);
}

/* --- what is shown --------------------------------------------------------- */

static void
test_tasks (DdDisplayFixture *f,
            gconstpointer     data)
{
  g_autoptr (GPtrArray) texts = make_texts ();
  g_autoptr (GArray) tasks = add_tasks (f, texts);
  GtkWidget *table;

  show (f, dd_tasks_page_new (f->session));
  table = dd_display_find_type (f->window, DD_TYPE_TABLE);
  assert_listed (f, table, texts, TRUE);
  for (guint i = 0; i < texts->len; i++)
    {
      GtkWidget *details;

      g_assert_true (dd_table_select (DD_TABLE (table), g_array_index (tasks, gint64, i)));
      dd_display_wait_quiet (f);
      details = dd_display_find_type (f->window, DD_TYPE_TASK_DETAILS);
      assert_shown (details, texts->pdata[i]);
    }
  search_all (f, texts);
}

/* What a field said and says, who changed it, and why. */
static void
test_history (DdDisplayFixture *f,
              gconstpointer     data)
{
  g_autoptr (GPtrArray) texts = make_texts ();
  gint64 lead = dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  gint64 task = add_task (f, texts->pdata[0], lead);
  GtkWidget *view = g_object_new (DD_TYPE_HISTORY_VIEW, NULL);

  for (guint i = 1; i < texts->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdRecord) record = dd_test_fetch (f->store.store, DD_KIND_TASK, task, &error);
      g_autoptr (DdChange) written = NULL;
      DdChange *change = dd_change_new (texts->pdata[i], texts->pdata[i]);
      DdRow *row = dd_row_copy (dd_record_get_row (record));

      dd_row_set_text (row, DD_TASK_CONTENT, texts->pdata[i]);
      dd_change_update (change, row);
      written = dd_test_write (f->store.store, change, &error);
      g_assert_no_error (error);
    }

  dd_display_show (f, view);
  dd_history_view_show (DD_HISTORY_VIEW (view), f->store.store, DD_KIND_TASK, task);
  dd_display_wait_quiet (f);
  for (guint i = 1; i < texts->len; i++)
    {
      const char *text = texts->pdata[i];
      g_autofree char *line = g_strdup_printf ("Content: %s → %s",
                                               (const char *) texts->pdata[i - 1], text);
      g_autofree char *who = g_strdup_printf ("%s: Task changed", text);
      g_autofree char *why = g_strdup_printf ("Reason: %s", text);

      assert_shown (view, line);
      assert_shown (view, who);
      assert_shown (view, why);
    }
}

static void
test_agenda (DdDisplayFixture *f,
             gconstpointer     data)
{
  g_autoptr (GPtrArray) texts = make_texts ();
  g_autoptr (GArray) tasks = add_tasks (f, texts);

  show (f, dd_deadlines_page_new (f->session));
  assert_listed (f, f->window, texts, FALSE);
}

static void
test_overview (DdDisplayFixture *f,
               gconstpointer     data)
{
  g_autoptr (GPtrArray) texts = make_texts ();
  g_autoptr (GArray) tasks = add_tasks (f, texts);

  g_autofree char *all = g_strdup_printf ("Show All %u Units", texts->len);
  GtkWidget *table;

  show (f, dd_overview_page_new (f->session));
  table = dd_display_find_type (f->window, DD_TYPE_UNIT_TABLE);
  dd_display_click (dd_display_find_around (table, GTK_TYPE_BUTTON, all));
  dd_display_wait_quiet (f);
  assert_listed (f, table, texts, TRUE);
}

static gint64
add_meeting (DdDisplayFixture *f,
             const char       *text)
{
  DdRow *meeting = dd_row_new (DD_KIND_MEETING);
  DdRow *clause = dd_row_new (DD_KIND_DIRECTIVE);
  gint64 id;

  dd_row_set_text (meeting, DD_MEETING_TITLE, text);
  dd_row_set_text (meeting, DD_MEETING_SERIES, text);
  dd_row_set_text (meeting, DD_MEETING_CHAIR, text);
  dd_row_set_choice (meeting, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, DD_MEETING_FORMAT_ONLINE);
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_CONCLUDED);
  dd_row_set_day (meeting, DD_MEETING_DAY, dd_day_new (2024, 3, 12));
  id = dd_test_insert (f->store.store, meeting);

  dd_row_set_reference (clause, DD_DIRECTIVE_MEETING, id);
  dd_row_set_number (clause, DD_DIRECTIVE_POSITION, 0);
  dd_row_set_text (clause, DD_DIRECTIVE_ORDINAL, "1");
  dd_row_set_text (clause, DD_DIRECTIVE_QUOTE, text);
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
  g_autoptr (GPtrArray) texts = make_texts ();
  g_autoptr (GArray) meetings = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWidget *page = dd_meetings_page_new (f->session);

  for (guint i = 0; i < texts->len; i++)
    {
      gint64 meeting = add_meeting (f, texts->pdata[i]);

      g_array_append_val (meetings, meeting);
    }

  show (f, page);
  assert_listed (f, dd_display_find_type (f->window, DD_TYPE_TABLE), texts, TRUE);
  for (guint i = 0; i < texts->len; i++)
    {
      GtkWidget *details;

      dd_meetings_page_show_meeting (DD_MEETINGS_PAGE (page),
                                     g_array_index (meetings, gint64, i));
      dd_display_wait_quiet (f);
      details = dd_display_find_type (f->window, DD_TYPE_MEETING_DETAILS);
      /* The title and the clause. */
      g_assert_cmpuint (count_text (details, texts->pdata[i]), >=, 2);
    }
  search_all (f, texts);
}

static void
test_plans (DdDisplayFixture *f,
            gconstpointer     data)
{
  g_autoptr (GPtrArray) texts = make_texts ();
  GtkWidget *page = dd_plans_page_new (f->session);
  g_autoptr (GArray) plans = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      DdRow *plan = dd_row_new (DD_KIND_PLAN);

      dd_row_set_text (plan, DD_PLAN_TITLE, texts->pdata[i]);
      dd_row_set_text (plan, DD_PLAN_NUMBER, texts->pdata[i]);
      dd_row_set_choice (plan, DD_PLAN_SCOPE, DD_PROCEDURE_SCOPE_INTERNAL_B);
      dd_row_set_day (plan, DD_PLAN_FIRST_DAY, dd_day_new (2024, 1, 1));
      dd_row_set_day (plan, DD_PLAN_LAST_DAY, dd_day_new (2024, 12, 31));
      dd_row_set_choice (plan, DD_PLAN_STATE, DD_PLAN_STATE_ISSUED);
      last = dd_test_insert (f->store.store, plan);
      g_array_append_val (plans, last);
    }
  for (guint i = 0; i < texts->len; i++)
    {
      DdRow *procedure = dd_row_new (DD_KIND_PROCEDURE);
      DdRow *item = dd_row_new (DD_KIND_PLAN_ITEM);

      dd_row_set_text (procedure, DD_PROCEDURE_NAME, texts->pdata[i]);
      dd_row_set_choice (procedure, DD_PROCEDURE_LEVEL, DD_UNIT_LEVEL_PROVINCE);
      dd_row_set_choice (procedure, DD_PROCEDURE_SCOPE, DD_PROCEDURE_SCOPE_INTERNAL_B);
      dd_row_set_reference (item, DD_PLAN_ITEM_PLAN, last);
      dd_row_set_reference (item, DD_PLAN_ITEM_PROCEDURE,
                            dd_test_insert (f->store.store, procedure));
      dd_row_set_choice (item, DD_PLAN_ITEM_STAGE, DD_PLAN_STAGE_REVIEWING);
      dd_row_set_choice (item, DD_PLAN_ITEM_OUTCOME, DD_PLAN_OUTCOME_UNDECIDED);
      dd_test_insert (f->store.store, item);
    }

  show (f, page);
  for (guint i = 0; i < texts->len; i++)
    {
      dd_plans_page_show_plan (DD_PLANS_PAGE (page), g_array_index (plans, gint64, i));
      dd_display_wait_quiet (f);
      assert_shown (f->window, texts->pdata[i]);
    }

  g_assert_true (dd_display_press (f, GDK_KEY_2, GDK_ALT_MASK));
  dd_display_wait_quiet (f);
  assert_listed (f, dd_display_find_type (f->window, DD_TYPE_TABLE), texts, TRUE);
  search_all (f, texts);
}

/* A question names what it is about. */
static void
test_questions (DdDisplayFixture *f,
                gconstpointer     data)
{
  g_autoptr (GPtrArray) texts = make_texts ();

  show (f, gtk_label_new ("Đôn Đốc"));
  for (guint i = 0; i < texts->len; i++)
    {
      dd_confirm_async (GTK_WINDOW (f->window), DD_CONFIRM_PLAIN, texts->pdata[i],
                        texts->pdata[i], "_OK", NULL, NULL, NULL);
      g_assert_cmpuint (count_text (dd_display_wait_window (ADW_TYPE_MESSAGE_DIALOG),
                                    texts->pdata[i]), >=, 2);
      dd_display_answer ("Cancel");
    }
}

/* --- what is taken --------------------------------------------------------- */

static GtkWidget *
open_form (DdDisplayFixture *f)
{
  GtkWidget *page = dd_display_find_type (f->window, DD_TYPE_TASKS_PAGE);

  g_assert_true (gtk_widget_activate_action (page, "page.new-in-form", NULL));

  return dd_display_wait_window (DD_TYPE_FORM);
}

static void
name_lead (GtkWidget  *form,
           const char *name)
{
  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (dd_form_get_widget (DD_FORM (form),
                                                                     DD_TASK_LEAD)), 0, name);
}

/* What is typed is stored, and comes back into the form as it was. */
static void
test_form (DdDisplayFixture *f,
           gconstpointer     data)
{
  g_autoptr (GPtrArray) texts = make_texts ();

  show (f, dd_tasks_page_new (f->session));
  for (guint i = 0; i < texts->len; i++)
    {
      GtkWidget *form = open_form (f);
      GtkWidget *details;

      dd_display_type_into (form, DD_TASK_CONTENT, texts->pdata[i]);
      dd_display_type_into (form, DD_TASK_PRODUCT, texts->pdata[i]);
      name_lead (form, texts->pdata[i]);
      gtk_widget_activate_action (form, "form.save", NULL);
      dd_display_wait_no_window (DD_TYPE_FORM);
      dd_display_wait_quiet (f);
      details = dd_display_find_type (f->window, DD_TYPE_TASK_DETAILS);
      assert_shown (details, texts->pdata[i]);
    }
}

/* Too long: the field says so, and what was typed is still there. */
static void
test_too_long (DdDisplayFixture *f,
               gconstpointer     data)
{
  g_autofree char *word = g_strnfill (10000, 'x');
  GtkWidget *form;
  GtkTextBuffer *buffer;

  show (f, dd_tasks_page_new (f->session));
  form = open_form (f);
  dd_display_type_into (form, DD_TASK_CONTENT, word);
  dd_display_type_into (form, DD_TASK_PRODUCT, word);
  name_lead (form, word);
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Content has 10000 characters; at most 4000 are kept. "
                              "Please shorten it.");
  assert_shown (form, "Product has 10000 characters; at most 500 are kept. Please shorten it.");
  assert_shown (form, "Name has 10000 characters; at most 500 are kept. Please shorten it.");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (dd_form_get_widget (DD_FORM (form),
                                                                        DD_TASK_CONTENT)));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 10000);
  /* The window has not grown with the word. */
  g_assert_cmpint (gtk_widget_get_width (form), <, 1280);
  gtk_window_destroy (GTK_WINDOW (form));
}

/* No such day, in every way: nothing is stored, and the day stays as it was typed. */
static void
test_days (DdDisplayFixture *f,
           gconstpointer     data)
{
  static const char * const days[] = {
    "30/02/2024", "31/4", "31/4/2024", "29/2/2025", "1/1/1", "1/1/0001", "1/1/10000",
    "2024-02-30", "0/0/0", "32/1/2024", "1/13/2024", "30/6/24x", "30//6", "6", "hôm qua",
    "1/1/99999999999999999999", "-1/1/2024", "１/１/２０２４", "30/6/2024; DROP TABLE task",
    "30/6/2024 31/6/2024",
  };
  GtkWidget *form, *widget;

  show (f, dd_tasks_page_new (f->session));
  form = open_form (f);
  dd_display_type_into (form, DD_TASK_CONTENT, "Rà soát");
  name_lead (form, "Sở Tư pháp");
  widget = dd_form_get_widget (DD_FORM (form), DD_TASK_DEADLINE);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GtkWidget *entry = dd_display_find_type (widget, GTK_TYPE_ENTRY);

      dd_display_type_into (form, DD_TASK_DEADLINE, days[i]);
      g_test_message ("%s", days[i]);
      gtk_widget_activate_action (form, "form.save", NULL);
      dd_display_wait_text (form, "There is no such day. Write it as 30/6/2024.");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, days[i]);
      dd_display_type_into (form, DD_TASK_DEADLINE, "");
      dd_display_wait_no_text (form, "There is no such day. Write it as 30/6/2024.");
    }
  gtk_window_destroy (GTK_WINDOW (form));
}

/* What is typed in one line, or stands in a pasted table, is text as well. */
static void
test_quick (DdDisplayFixture *f,
            gconstpointer     data)
{
  g_autoptr (GPtrArray) texts = make_texts ();
  GtkWidget *entry = dd_quick_entry_new ();
  GtkWidget *line;

  dd_quick_entry_start (DD_QUICK_ENTRY (entry), f->session, DD_QUICK_ENTRY_MAKES_TASKS);
  show (f, entry);
  line = dd_display_find_type (entry, GTK_TYPE_ENTRY);
  for (guint i = 0; i < texts->len; i++)
    {
      dd_display_type (entry, texts->pdata[i]);
      g_signal_emit_by_name (line, "activate");
      /* It is taken, or asked about: it is never something else. */
      if (!dd_quick_entry_get_empty (DD_QUICK_ENTRY (entry)))
        g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (line)), ==, texts->pdata[i]);
    }
}

static void
test_table (DdDisplayFixture *f,
            gconstpointer     data)
{
  g_autoptr (GPtrArray) texts = make_texts ();
  g_autoptr (GString) rows = g_string_new ("Nội dung\tChủ trì\tThời hạn\n");
  g_autoptr (GError) error = NULL;
  DdTableText *table;
  GtkWidget *window;

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (rows, "%s\t%s\t%s\n", (const char *) texts->pdata[i],
                            (const char *) texts->pdata[i], (const char *) texts->pdata[i]);
  table = dd_table_text_parse (rows->str, &error);
  g_assert_no_error (error);
  show (f, gtk_label_new ("Đôn Đốc"));
  window = dd_table_window_new (f->session, GTK_WINDOW (f->window));
  gtk_window_present (GTK_WINDOW (window));
  dd_table_window_take (DD_TABLE_WINDOW (window), table);
  dd_display_wait_quiet (f);
  assert_shown (window, texts->pdata[0]);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/hostile-texts/tasks", test_tasks);
  DD_DISPLAY_ADD ("/hostile-texts/history", test_history);
  DD_DISPLAY_ADD ("/hostile-texts/agenda", test_agenda);
  DD_DISPLAY_ADD ("/hostile-texts/overview", test_overview);
  DD_DISPLAY_ADD ("/hostile-texts/meetings", test_meetings);
  DD_DISPLAY_ADD ("/hostile-texts/plans", test_plans);
  DD_DISPLAY_ADD ("/hostile-texts/questions", test_questions);
  DD_DISPLAY_ADD ("/hostile-texts/quick", test_quick);
  DD_DISPLAY_ADD ("/hostile-texts/table", test_table);
  DD_DISPLAY_ADD ("/hostile-texts/form", test_form);
  DD_DISPLAY_ADD ("/hostile-texts/too-long", test_too_long);
  DD_DISPLAY_ADD ("/hostile-texts/days", test_days);

  return g_test_run ();
}

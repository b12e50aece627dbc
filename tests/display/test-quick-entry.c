/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks that are typed in one line: what is seen of it, corrected, made and taken back. */
#include "dd-display-acts.h"

#include "dd-chip.h"
#include "dd-day-entry.h"
#include "dd-directive.h"
#include "dd-form.h"
#include "dd-quick-entry.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"
#include "dd-task-unit.h"
#include "dd-task.h"

#define LINE "Giao Sở Tư pháp chủ trì, phối hợp Sở Nội vụ rà soát thủ tục đất đai trước 30/6"

static gboolean
is_ready (gpointer data)
{
  return dd_known_units_get_ready (data);
}

static DdQuickEntry *
show_entry (DdDisplayFixture *f,
            DdQuickEntryMode  mode)
{
  GtkWidget *entry = dd_quick_entry_new ();

  dd_quick_entry_start (DD_QUICK_ENTRY (entry), f->session, mode);
  gtk_widget_set_valign (entry, GTK_ALIGN_START);
  dd_display_show (f, entry);
  gtk_widget_grab_focus (entry);
  dd_display_wait (is_ready, dd_session_get_units (f->session));

  return DD_QUICK_ENTRY (entry);
}

static GtkWidget *
get_line (DdQuickEntry *entry)
{
  return dd_display_find_type (GTK_WIDGET (entry), GTK_TYPE_ENTRY);
}

static void
type (DdQuickEntry *entry,
      const char   *text)
{
  dd_display_type (get_line (entry), text);
}

static void
press_enter (DdQuickEntry *entry)
{
  g_signal_emit_by_name (get_line (entry), "activate");
}

static GtkWidget *
find_chip (DdDisplayFixture *f,
           const char       *text)
{
  return dd_display_find_around (f->window, DD_TYPE_CHIP, text);
}

static gboolean
is_told (gpointer data)
{
  return ((DdDisplayFixture *) data)->told != NULL;
}

static void
add_units (DdDisplayFixture *f)
{
  dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  dd_test_insert (f->store.store, dd_test_unit ("Sở Nội vụ"));
}

/* --- making --------------------------------------------------------------- */

static void
test_create (DdDisplayFixture *f,
             gconstpointer     data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GPtrArray) links = NULL;
  DdQuickEntry *entry;

  add_units (f);
  entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);
  type (entry, LINE);
  dd_display_wait_text (f->window, "Rà soát thủ tục đất đai");
  g_assert_nonnull (find_chip (f, "Sở Tư pháp"));
  g_assert_nonnull (find_chip (f, "Sở Nội vụ"));
  dd_display_wait_text (f->window, "Sun, 30 Jun 2024");

  press_enter (entry);
  g_assert_true (dd_quick_entry_get_empty (entry));
  dd_display_wait (is_told, f);
  g_assert_cmpstr (f->told, ==, "1 task created");
  tasks = dd_test_select_kind (f->store.store, DD_KIND_TASK);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[0], DD_TASK_CONTENT), ==,
                   "Rà soát thủ tục đất đai");
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[0], DD_TASK_LEAD_NAME), ==, "Sở Tư pháp");
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[0], DD_TASK_DEADLINE_TEXT), ==, "trước 30/6");
  g_assert_cmpuint (dd_row_get_day (tasks->pdata[0], DD_TASK_DEADLINE), ==,
                    dd_day_new (2024, 6, 30));
  links = dd_test_select_kind (f->store.store, DD_KIND_TASK_UNIT);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_UNIT), ==, 2);

  dd_display_undo (f, "1 task created");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);
}

static void
test_several (DdDisplayFixture *f,
              gconstpointer     data)
{
  DdQuickEntry *entry;

  add_units (f);
  entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);
  type (entry, "Sở Tư pháp và Sở Nội vụ công khai thủ tục trước 30/6");
  dd_display_wait_text (f->window, "Each unit that leads gets a task of its own.");
  press_enter (entry);
  dd_display_wait (is_told, f);
  g_assert_cmpstr (f->told, ==, "2 tasks created");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 2);
}

static void
test_show (DdDisplayFixture *f,
           gconstpointer     data)
{
  DdQuickEntry *entry;

  add_units (f);
  entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);
  type (entry, LINE);
  g_assert_true (dd_display_press (f, GDK_KEY_Return, GDK_CONTROL_MASK));
  dd_display_wait_action (f, "show-task");
}

/* Without a unit there is no task; what is missing is asked for only then as a fault. */
static void
test_missing (DdDisplayFixture *f,
              gconstpointer     data)
{
  DdQuickEntry *entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);
  GtkWidget *hint;

  type (entry, "Rà soát thủ tục");
  dd_display_wait_text (f->window, "Which unit leads? Choose one.");
  hint = dd_display_find_text (f->window, "Which unit leads? Choose one.");
  g_assert_false (gtk_widget_has_css_class (hint, "error"));
  press_enter (entry);
  g_assert_true (gtk_widget_has_css_class (hint, "error"));
  g_assert_false (dd_quick_entry_get_empty (entry));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);
}

static void
test_past (DdDisplayFixture *f,
           gconstpointer     data)
{
  DdQuickEntry *entry;

  add_units (f);
  entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);
  type (entry, "Sở Tư pháp rà soát thủ tục trước 30/4/2024");
  press_enter (entry);
  g_assert_true (dd_display_has_text (
                   f->window, "The deadline lies before the day on which the task was assigned."));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);
}

/* --- correcting ----------------------------------------------------------- */

static void
test_unknown (DdDisplayFixture *f,
              gconstpointer     data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  DdQuickEntry *entry;
  GtkWidget *chip;

  add_units (f);
  entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);
  type (entry, "Giao Sở Nội vu chủ trì rà soát thủ tục trước 30/6");
  dd_display_wait_text (f->window, "unknown, perhaps misspelt");

  /* Enter does not create a unit that is perhaps a known one: it asks. */
  press_enter (entry);
  chip = find_chip (f, "unknown, perhaps misspelt");
  g_assert_true (dd_chip_get_open (DD_CHIP (chip)));
  g_assert_nonnull (gtk_widget_get_focus_child (dd_display_find_type (chip,
                                                                      DD_TYPE_REFERENCE_ENTRY)));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);
  dd_display_click (dd_display_find_around (chip, GTK_TYPE_BUTTON, "Same as “Sở Nội vụ”"));
  g_assert_nonnull (find_chip (f, "Sở Nội vụ"));

  press_enter (entry);
  dd_display_wait (is_told, f);
  tasks = dd_test_select_kind (f->store.store, DD_KIND_TASK);
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[0], DD_TASK_LEAD_NAME), ==, "Sở Nội vụ");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_UNIT), ==, 2);
}

static void
test_new_unit (DdDisplayFixture *f,
               gconstpointer     data)
{
  DdQuickEntry *entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);

  type (entry, "Giao UBND xã Ân Hạ chủ trì rà soát thủ tục trước 30/6");
  dd_display_wait_text (f->window, "new unit");
  press_enter (entry);
  dd_display_wait (is_told, f);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_UNIT), ==, 1);
}

/* Who types faster than the units are read does not create one a second time. */
static void
test_fast (DdDisplayFixture *f,
           gconstpointer     data)
{
  GtkWidget *entry = dd_quick_entry_new ();

  add_units (f);
  dd_quick_entry_start (DD_QUICK_ENTRY (entry), f->session, DD_QUICK_ENTRY_MAKES_TASKS);
  dd_display_show (f, entry);
  for (guint i = 0; i < 3; i++)
    {
      type (DD_QUICK_ENTRY (entry), "Giao UBND xã Ân Hạ chủ trì, phối hợp Sở Tư pháp rà soát");
      press_enter (DD_QUICK_ENTRY (entry));
      dd_display_wait (is_told, f);
      g_clear_pointer (&f->told, g_free);
    }
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 3);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_UNIT), ==, 3);
}

static void
test_deadline (DdDisplayFixture *f,
               gconstpointer     data)
{
  DdQuickEntry *entry;
  GtkWidget *chip, *day;

  add_units (f);
  entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);
  type (entry, LINE);
  dd_display_wait_text (f->window, "Sun, 30 Jun 2024");
  chip = find_chip (f, "Sun, 30 Jun 2024");
  dd_display_click (dd_display_find_type (chip, GTK_TYPE_BUTTON));
  day = dd_display_find_type (chip, DD_TYPE_DAY_ENTRY);
  dd_day_entry_set_day (DD_DAY_ENTRY (day), dd_day_new (2024, 7, 31));
  g_signal_emit_by_name (dd_display_find_type (day, GTK_TYPE_ENTRY), "activate");
  g_assert_true (dd_display_has_text (f->window, "Wed, 31 Jul 2024"));
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (entry)) != NULL);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (get_line (entry)), NULL, NULL));

  /* Taken away, there is none, and that is said. */
  chip = find_chip (f, "Wed, 31 Jul 2024");
  g_assert_true (gtk_widget_activate_action (chip, "chip.remove", NULL));
  g_assert_false (dd_display_has_text (f->window, "Wed, 31 Jul 2024"));
  g_assert_true (dd_display_has_text (f->window, "by when?"));
}

static void
test_default_deadline (DdDisplayFixture *f,
                       gconstpointer     data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  DdQuickEntry *entry;

  add_units (f);
  entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);
  dd_quick_entry_set_deadline (entry, dd_day_new (2024, 6, 3));
  type (entry, "Sở Tư pháp rà soát thủ tục");
  dd_display_wait_text (f->window, "Mon, 3 Jun 2024");
  press_enter (entry);
  dd_display_wait (is_told, f);
  tasks = dd_test_select_kind (f->store.store, DD_KIND_TASK);
  g_assert_cmpuint (dd_row_get_day (tasks->pdata[0], DD_TASK_DEADLINE), ==,
                    dd_day_new (2024, 6, 3));
}

/* --- other ways ----------------------------------------------------------- */

static void
taken_cb (DdQuickEntry  *entry,
          DdDraft       *draft,
          DdDraft      **taken)
{
  *taken = dd_draft_copy (draft);
}

static void
test_give (DdDisplayFixture *f,
           gconstpointer     data)
{
  g_autoptr (DdDraft) draft = NULL;
  DdQuickEntry *entry;

  add_units (f);
  entry = show_entry (f, DD_QUICK_ENTRY_GIVES_DRAFTS);
  g_signal_connect (entry, "taken", G_CALLBACK (taken_cb), &draft);

  /* A clause need not be a task. */
  type (entry, "Thống nhất chủ trương rà soát thủ tục");
  press_enter (entry);
  g_assert_nonnull (draft);
  g_assert_cmpuint (draft->leads->len, ==, 0);
  g_assert_false (draft->make_tasks);
  g_clear_pointer (&draft, dd_draft_free);

  type (entry, LINE);
  press_enter (entry);
  g_assert_nonnull (draft);
  g_assert_true (draft->make_tasks);
  g_assert_cmpint (((DdDraftUnit *) draft->leads->pdata[0])->id, !=, 0);
  g_assert_cmpstr (dd_row_get_text (draft->directive, DD_DIRECTIVE_QUOTE), ==, LINE);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);
}

static void
test_more (DdDisplayFixture *f,
           gconstpointer     data)
{
  g_autofree char *text = NULL;
  DdQuickEntry *entry;
  GtkWidget *form, *content;

  add_units (f);
  entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);
  type (entry, LINE);
  g_assert_true (dd_display_press (f, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  form = dd_display_wait_window (DD_TYPE_FORM);
  content = dd_form_get_widget (DD_FORM (form), DD_TASK_CONTENT);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (content)), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Rà soát thủ tục đất đai");
  g_assert_cmpstr (dd_reference_entry_get_name (
                     DD_REFERENCE_ENTRY (dd_form_get_widget (DD_FORM (form), DD_TASK_LEAD))), ==,
                   "Sở Tư pháp");
  g_assert_true (dd_display_has_text (form, "Sở Nội vụ"));
  g_assert_false (dd_quick_entry_get_empty (entry));
  dd_display_save (f, form);
  g_assert_true (dd_quick_entry_get_empty (entry));
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 1);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK_UNIT), ==, 1);
}

static void
test_escape (DdDisplayFixture *f,
             gconstpointer     data)
{
  DdQuickEntry *entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);

  type (entry, LINE);
  g_assert_true (dd_display_press (f, GDK_KEY_Escape, 0));
  g_assert_true (dd_quick_entry_get_empty (entry));
  g_assert_true (dd_display_has_text (f->window, "The line was cleared."));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (entry), "quick-entry.restore", NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_line (entry))), ==, LINE);
}

/* What no person types as one line is refused, and nothing of it is cut. */
static void
test_too_long (DdDisplayFixture *f,
               gconstpointer     data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DdQuickEntry *entry = show_entry (f, DD_QUICK_ENTRY_MAKES_TASKS);

  while (text->len < 9000)
    g_string_append (text, "Sở Tư pháp rà soát. ");
  type (entry, text->str);
  press_enter (entry);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TASK), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_line (entry))), ==, text->str);
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/quick-entry/create", test_create);
  DD_DISPLAY_ADD ("/quick-entry/several", test_several);
  DD_DISPLAY_ADD ("/quick-entry/show", test_show);
  DD_DISPLAY_ADD ("/quick-entry/missing", test_missing);
  DD_DISPLAY_ADD ("/quick-entry/past", test_past);
  DD_DISPLAY_ADD ("/quick-entry/unknown", test_unknown);
  DD_DISPLAY_ADD ("/quick-entry/new-unit", test_new_unit);
  DD_DISPLAY_ADD ("/quick-entry/fast", test_fast);
  DD_DISPLAY_ADD ("/quick-entry/deadline", test_deadline);
  DD_DISPLAY_ADD ("/quick-entry/default-deadline", test_default_deadline);
  DD_DISPLAY_ADD ("/quick-entry/give", test_give);
  DD_DISPLAY_ADD ("/quick-entry/more", test_more);
  DD_DISPLAY_ADD ("/quick-entry/escape", test_escape);
  DD_DISPLAY_ADD ("/quick-entry/too-long", test_too_long);

  return g_test_run ();
}

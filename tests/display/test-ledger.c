/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger of clauses: what is still in force, whose it is, and what replaces what. */
#include "dd-display-acts.h"

#include "dd-directive-details.h"
#include "dd-filter-bar.h"
#include "dd-form.h"
#include "dd-ledger-view.h"
#include "dd-meetings-page.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"
#include "dd-table.h"

#define OLDER "Sở Tư pháp rà soát 45 thủ tục, báo cáo trước ngày 30/6/2024"
#define NEWER "Sở Tư pháp rà soát 60 thủ tục, báo cáo trước ngày 31/12/2024"

typedef struct
{
  gint64 older;
  gint64 newer;
  gint64 task;
} Clauses;

static gint64
add_clause (DdDisplayFixture *f,
            gint64            document,
            const char       *quote)
{
  DdRow *clause = dd_row_new (DD_KIND_DIRECTIVE);

  dd_row_set_reference (clause, DD_DIRECTIVE_DOCUMENT, document);
  dd_row_set_text (clause, DD_DIRECTIVE_ORDINAL, "1");
  dd_row_set_text (clause, DD_DIRECTIVE_QUOTE, quote);
  dd_row_set_choice (clause, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  dd_row_set_choice (clause, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (clause, DD_DIRECTIVE_RECURRENCE, DD_RECURRENCE_NONE);

  return dd_test_insert (f->store.store, clause);
}

static gint64
add_document (DdDisplayFixture *f,
              const char       *number,
              const char       *day)
{
  DdRow *document = dd_row_new (DD_KIND_DOCUMENT);

  dd_row_set_text (document, DD_DOCUMENT_NUMBER, number);
  dd_row_set_day (document, DD_DOCUMENT_DAY, dd_day_from_iso (day));

  return dd_test_insert (f->store.store, document);
}

static Clauses
show_ledger (DdDisplayFixture *f)
{
  gint64 unit = dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  DdRow *task = dd_test_task ("Rà soát 45 thủ tục", unit, "2024-06-30");
  g_autoptr (GPtrArray) buttons = NULL;
  Clauses clauses;

  clauses.older = add_clause (f, add_document (f, "12/TB-UBND", "2024-01-10"), OLDER);
  clauses.newer = add_clause (f, add_document (f, "87/TB-UBND", "2024-03-18"), NEWER);
  dd_row_set_reference (task, DD_TASK_DIRECTIVE, clauses.older);
  clauses.task = dd_test_insert (f->store.store, task);

  dd_display_show (f, dd_meetings_page_new (f->session));
  dd_display_wait_quiet (f);
  buttons = dd_display_find_all (f->window, GTK_TYPE_TOGGLE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (dd_display_has_text (buttons->pdata[i], "Conclusion Ledger"))
      gtk_toggle_button_set_active (buttons->pdata[i], TRUE);
  dd_display_wait_quiet (f);

  return clauses;
}

static GtkWidget *
get_ledger (DdDisplayFixture *f)
{
  return dd_display_find_type (f->window, DD_TYPE_LEDGER_VIEW);
}

static GtkWidget *
get_table (DdDisplayFixture *f)
{
  return GTK_WIDGET (dd_ledger_view_get_table (DD_LEDGER_VIEW (get_ledger (f))));
}

static void
act (DdDisplayFixture *f,
     const char       *action)
{
  GtkWidget *details = dd_display_find_type (f->window, DD_TYPE_DIRECTIVE_DETAILS);

  g_assert_true (gtk_widget_activate_action (details, action, NULL));
}

static void
choose (DdDisplayFixture *f,
        const char       *label,
        guint             choice)
{
  GtkWidget *drop_down = dd_display_find_named (f->window, GTK_TYPE_DROP_DOWN, label);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), choice);
  dd_display_wait_quiet (f);
}

static DdRow *
fetch (DdDisplayFixture *f,
       DdKind            kind,
       gint64            id)
{
  g_autoptr (DdRecord) record = dd_test_fetch (f->store.store, kind, id, NULL);

  return dd_row_copy (dd_record_get_row (record));
}

/* The older clause is replaced, with its task; one undo brings both back. */
static void
replace (DdDisplayFixture *f,
         const Clauses    *clauses)
{
  GtkWidget *form, *entry;

  dd_ledger_view_show_directive (DD_LEDGER_VIEW (get_ledger (f)), clauses->older);
  dd_display_wait_text (f->window, OLDER);
  dd_display_wait_quiet (f);
  act (f, "directive.supersede");
  form = dd_display_wait_window (DD_TYPE_FORM);
  entry = dd_form_get_widget (DD_FORM (form), DD_DIRECTIVE_SUPERSEDED_BY);
  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (entry), clauses->newer, NEWER);
  dd_display_save (f, form);
}

static void
test_replaced (DdDisplayFixture *f,
               gconstpointer     data)
{
  Clauses clauses = show_ledger (f);
  g_autoptr (DdRow) older = NULL;
  g_autoptr (DdRow) task = NULL;
  g_autoptr (DdRow) again = NULL;

  replace (f, &clauses);
  older = fetch (f, DD_KIND_DIRECTIVE, clauses.older);
  task = fetch (f, DD_KIND_TASK, clauses.task);
  g_assert_cmpint (dd_row_get_reference (older, DD_DIRECTIVE_SUPERSEDED_BY), ==, clauses.newer);
  g_assert_cmpuint (dd_row_get_choice (task, DD_TASK_STATE), ==, DD_TASK_STATE_WITHDRAWN);
  dd_display_wait_text (f->window, "Replaced by");
  dd_display_wait_text (f->window, "87/TB-UBND, 1 – " NEWER);

  /* It leads to the one that holds now, and that one says what it replaced. */
  dd_display_forget_action (f);
  act (f, "directive.show-newer");
  dd_display_wait_action (f, "show-directive");
  dd_ledger_view_show_directive (DD_LEDGER_VIEW (get_ledger (f)), clauses.newer);
  dd_display_wait_text (f->window, "12/TB-UBND, 1 – " OLDER);

  dd_display_undo (f, "The clause is no longer in force");
  again = fetch (f, DD_KIND_TASK, clauses.task);
  g_assert_cmpuint (dd_row_get_choice (again, DD_TASK_STATE), ==, DD_TASK_STATE_ASSIGNED);
}

static void
test_in_force (DdDisplayFixture *f,
               gconstpointer     data)
{
  Clauses clauses = show_ledger (f);
  GtkWidget *table = get_table (f);

  replace (f, &clauses);
  dd_display_wait_text (table, OLDER);
  choose (f, "What has become of it", 1);
  dd_display_wait_no_text (table, OLDER);
  dd_display_wait_text (table, NEWER);
  choose (f, "What has become of it", 0);
  dd_display_wait_text (table, OLDER);

  dd_ledger_view_show_directive (DD_LEDGER_VIEW (get_ledger (f)), clauses.older);
  dd_display_wait_quiet (f);
  act (f, "directive.take-back");
  dd_display_wait_quiet (f);
  choose (f, "What has become of it", 1);
  dd_display_wait_text (table, OLDER);
}

/* A clause cannot replace itself, and says so beside the field. */
static void
test_itself (DdDisplayFixture *f,
             gconstpointer     data)
{
  Clauses clauses = show_ledger (f);
  GtkWidget *form, *entry;

  dd_ledger_view_show_directive (DD_LEDGER_VIEW (get_ledger (f)), clauses.newer);
  dd_display_wait_quiet (f);
  act (f, "directive.supersede");
  form = dd_display_wait_window (DD_TYPE_FORM);
  entry = dd_form_get_widget (DD_FORM (form), DD_DIRECTIVE_SUPERSEDED_BY);
  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (entry), clauses.newer, NEWER);
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "A clause cannot replace itself. Choose a clause of a later "
                              "conclusion.");
  gtk_window_destroy (GTK_WINDOW (form));
}

/* Only what the clock’s own user took down or looks after is mine. */
static void
test_mine (DdDisplayFixture *f,
           gconstpointer     data)
{
  Clauses clauses = show_ledger (f);
  GtkWidget *table = get_table (f);
  g_autoptr (DdRow) task = fetch (f, DD_KIND_TASK, clauses.task);
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (DdChange) written = NULL;

  dd_session_set_actor (f->session, "Trần Thị Bình");
  choose (f, "Whose they are", 1);
  dd_display_wait_no_text (table, OLDER);

  dd_row_set_text (task, DD_TASK_OFFICER, "Trần Thị Bình");
  dd_change_update (change, g_steal_pointer (&task));
  written = dd_test_write (f->store.store, change, NULL);
  g_assert_nonnull (written);
  dd_display_wait_text (table, OLDER);
  dd_display_wait_no_text (table, NEWER);
}

static void
test_edit (DdDisplayFixture *f,
           gconstpointer     data)
{
  Clauses clauses = show_ledger (f);
  g_autoptr (DdRow) edited = NULL;
  GtkWidget *form;

  dd_ledger_view_show_directive (DD_LEDGER_VIEW (get_ledger (f)), clauses.newer);
  dd_display_wait_quiet (f);
  act (f, "directive.edit");
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_type_into (form, DD_DIRECTIVE_RECURRENCE_MONTH, "13");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "The month is a number from 1 to 12.");
  dd_display_type_into (form, DD_DIRECTIVE_RECURRENCE_MONTH, "11");
  dd_display_type_into (form, DD_DIRECTIVE_PRODUCT, "Báo cáo");
  dd_display_save (f, form);
  edited = fetch (f, DD_KIND_DIRECTIVE, clauses.newer);
  g_assert_cmpint (dd_row_get_number (edited, DD_DIRECTIVE_RECURRENCE_MONTH), ==, 11);
  g_assert_cmpstr (dd_row_get_text (edited, DD_DIRECTIVE_PRODUCT), ==, "Báo cáo");
  g_assert_cmpstr (dd_row_get_text (edited, DD_DIRECTIVE_QUOTE), ==, NEWER);
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/ledger/replaced", test_replaced);
  DD_DISPLAY_ADD ("/ledger/in-force", test_in_force);
  DD_DISPLAY_ADD ("/ledger/itself", test_itself);
  DD_DISPLAY_ADD ("/ledger/mine", test_mine);
  DD_DISPLAY_ADD ("/ledger/edit", test_edit);

  return g_test_run ();
}

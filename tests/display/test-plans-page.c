/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-display-acts.h"

#include "dd-aim-row.h"
#include "dd-day-entry.h"
#include "dd-figures.h"
#include "dd-form.h"
#include "dd-plan-items.h"
#include "dd-plan-row.h"
#include "dd-plan-view.h"
#include "dd-plans-page.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"
#include "dd-stage-tiles.h"
#include "dd-table.h"

#include <adwaita.h>
#include <string.h>

/* Text that would be something else if it were taken for markup. */
#define MARKUP "Sở <b>Nội vụ</b> &amp; ban"

static gint64
add_plan (DdDisplayFixture *f,
          const char       *title)
{
  DdRow *plan = dd_row_new (DD_KIND_PLAN);

  dd_row_set_text (plan, DD_PLAN_TITLE, title);
  dd_row_set_text (plan, DD_PLAN_NUMBER, "31/KH-UBND");
  dd_row_set_choice (plan, DD_PLAN_SCOPE, DD_PROCEDURE_SCOPE_INTERNAL_B);
  dd_row_set_day (plan, DD_PLAN_FIRST_DAY, dd_day_new (2022, 9, 15));
  dd_row_set_day (plan, DD_PLAN_LAST_DAY, dd_day_new (2025, 12, 31));
  dd_row_set_choice (plan, DD_PLAN_STATE, DD_PLAN_STATE_ISSUED);

  return dd_test_insert (f->store.store, plan);
}

static gint64
add_target (DdDisplayFixture *f,
            gint64            plan,
            DdMeasure         measure,
            double            value,
            const char       *due)
{
  DdRow *target = dd_row_new (DD_KIND_TARGET);

  dd_row_set_reference (target, DD_TARGET_PLAN, plan);
  dd_row_set_choice (target, DD_TARGET_MEASURE, measure);
  dd_row_set_choice (target, DD_TARGET_OPERATOR, DD_OPERATOR_GE);
  dd_row_set_real (target, DD_TARGET_VALUE, value);
  dd_row_set_day (target, DD_TARGET_DUE, dd_day_from_iso (due));

  return dd_test_insert (f->store.store, target);
}

static gint64
add_item (DdDisplayFixture *f,
          gint64            plan,
          const char       *name,
          DdPlanStage       stage,
          const char       *due)
{
  DdRow *procedure = dd_row_new (DD_KIND_PROCEDURE);
  DdRow *item = dd_row_new (DD_KIND_PLAN_ITEM);

  dd_row_set_text (procedure, DD_PROCEDURE_NAME, name);
  dd_row_set_choice (procedure, DD_PROCEDURE_LEVEL, DD_UNIT_LEVEL_PROVINCE);
  dd_row_set_choice (procedure, DD_PROCEDURE_SCOPE, DD_PROCEDURE_SCOPE_INTERNAL_B);

  dd_row_set_reference (item, DD_PLAN_ITEM_PLAN, plan);
  dd_row_set_reference (item, DD_PLAN_ITEM_PROCEDURE,
                        dd_test_insert (f->store.store, procedure));
  dd_row_set_choice (item, DD_PLAN_ITEM_STAGE, stage);
  dd_row_set_choice (item, DD_PLAN_ITEM_OUTCOME, DD_PLAN_OUTCOME_UNDECIDED);
  if (due != NULL)
    dd_row_set_day (item, DD_PLAN_ITEM_DUE, dd_day_from_iso (due));

  return dd_test_insert (f->store.store, item);
}

static void
choose_in (GtkWidget *form,
           guint      field,
           guint      choice)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dd_form_get_widget (DD_FORM (form), field)), choice);
}

/* Chooses a record, or, without an id, that one is created. */
static void
choose_record (GtkWidget  *form,
               guint       field,
               gint64      id,
               const char *name)
{
  dd_reference_entry_set_id (DD_REFERENCE_ENTRY (dd_form_get_widget (DD_FORM (form), field)),
                             id, name);
}

/* --- the page -------------------------------------------------------------- */

static DdRow *
get_only (DdDisplayFixture *f,
          DdKind            kind)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);
  g_autoptr (GPtrArray) rows = dd_test_select (f->store.store, query);

  g_assert_cmpuint (rows->len, ==, 1);

  return dd_row_copy (rows->pdata[0]);
}

/* Shows the page with one plan; that is opened without being chosen. */
static GtkWidget *
show_plan (DdDisplayFixture *f,
           gint64            plan)
{
  GtkWidget *page = dd_plans_page_new (f->session);

  dd_display_show (f, page);
  dd_plans_page_show_plan (DD_PLANS_PAGE (page), plan);
  dd_display_wait_quiet (f);

  return page;
}

static void
show_procedures (DdDisplayFixture *f)
{
  g_assert_true (dd_display_press (f, GDK_KEY_2, GDK_ALT_MASK));
  dd_display_wait_quiet (f);
}

static DdTable *
get_table (DdDisplayFixture *f)
{
  return DD_TABLE (dd_display_find_type (f->window, DD_TYPE_TABLE));
}

static gint64
get_selected (DdDisplayFixture *f)
{
  DdRecord *item = dd_table_get_selected (get_table (f));

  return item != NULL ? dd_record_get_id (item) : 0;
}

static void
select_item (DdDisplayFixture *f,
             gint64            item)
{
  g_assert_true (dd_table_select (get_table (f), item));
  dd_display_wait_quiet (f);
}

static DdPlanStage
get_stage (DdDisplayFixture *f,
           gint64            item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = dd_test_fetch (f->store.store, DD_KIND_PLAN_ITEM, item, &error);

  g_assert_no_error (error);

  return dd_row_get_choice (dd_record_get_row (record), DD_PLAN_ITEM_STAGE);
}

/* An empty file says what a plan is, and a button makes one. */
static void
test_empty (DdDisplayFixture *f,
            gconstpointer     data)
{
  dd_display_show (f, dd_plans_page_new (f->session));
  dd_display_wait_text (f->window, "No Review Plans Yet");
  dd_display_click (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "New Plan…"));
  gtk_window_close (GTK_WINDOW (dd_display_wait_window (DD_TYPE_FORM)));
  dd_display_wait_no_window (DD_TYPE_FORM);
}

/* Where nothing is counted, no row may say that nothing is reached. */
static void
assert_no_percent_reached (DdDisplayFixture *f)
{
  g_autoptr (GPtrArray) texts = dd_display_collect_texts (f->window);

  for (guint i = 0; i < texts->len; i++)
    {
      g_assert_null (strstr (texts->pdata[i], "(0%)"));
      g_assert_null (strstr (texts->pdata[i], "nan"));
    }
}

/* What is wrong is said beside its field, and nothing is stored; then it is. */
static void
test_create (DdDisplayFixture *f,
             gconstpointer     data)
{
  g_autoptr (DdRow) plan = NULL;
  GtkWidget *form;

  dd_display_show (f, dd_plans_page_new (f->session));
  dd_display_wait_text (f->window, "No Review Plans Yet");
  dd_display_click (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "New Plan…"));
  form = dd_display_wait_window (DD_TYPE_FORM);

  dd_display_type_into (form, DD_PLAN_FIRST_DAY, "15/9/2022");
  dd_display_type_into (form, DD_PLAN_LAST_DAY, "31/12/2021");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Title is missing.");

  dd_display_type_into (form, DD_PLAN_TITLE, MARKUP);
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "The last day lies before the first day of the plan.");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PLAN), ==, 0);

  dd_display_type_into (form, DD_PLAN_LAST_DAY, "31/12/2025");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_quiet (f);

  plan = get_only (f, DD_KIND_PLAN);
  g_assert_cmpstr (dd_row_get_text (plan, DD_PLAN_TITLE), ==, MARKUP);
  g_assert_cmpuint (dd_row_get_day (plan, DD_PLAN_FIRST_DAY), ==, dd_day_new (2022, 9, 15));
  g_assert_cmpuint (dd_row_get_day (plan, DD_PLAN_LAST_DAY), ==, dd_day_new (2025, 12, 31));

  /* It is shown, with the usual targets, of which nothing can be said yet. */
  g_assert_true (dd_display_has_text (f->window, MARKUP));
  g_assert_true (dd_display_has_text (f->window, "15 Sep 2022 – 31 Dec 2025"));
  g_assert_true (dd_display_has_text (f->window, "Draft · no procedures yet"));
  g_assert_true (dd_display_has_text (f->window, "Share of procedures reviewed ≥ 50%"));
  g_assert_true (dd_display_has_text (f->window, "by 31 Dec 2023"));
  g_assert_true (dd_display_has_text (f->window, "Share of procedures cut or simplified ≥ 20%"));
  g_assert_true (dd_display_has_text (f->window, "Share of compliance cost cut ≥ 20%"));
  g_assert_true (dd_display_has_text (f->window, "The plan has no procedures yet"));
  g_assert_true (dd_display_has_text (f->window, "No yearly cost has been entered yet"));
  g_assert_true (dd_display_has_text (f->window, "no figures yet"));
  assert_no_percent_reached (f);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TARGET), ==, 4);

  /* All of it goes in one step. */
  dd_display_undo (f, "Plan created");
  dd_display_wait_text (f->window, "No Review Plans Yet");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TARGET), ==, 0);
}

/* What is not ticked is not made, and what is ticked has to be a target. */
static void
test_usual_targets (DdDisplayFixture *f,
                    gconstpointer     data)
{
  g_autoptr (DdRow) target = NULL;
  GtkWidget *form, *value;

  dd_display_show (f, dd_plans_page_new (f->session));
  dd_display_wait_text (f->window, "No Review Plans Yet");
  dd_display_click (dd_display_find_around (f->window, GTK_TYPE_BUTTON, "New Plan…"));
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_type_into (form, DD_PLAN_TITLE, "Kế hoạch rà soát");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (dd_display_find_named (
    form, GTK_TYPE_CHECK_BUTTON, "Share of procedures cut or simplified")), FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (dd_display_find_named (
    form, GTK_TYPE_CHECK_BUTTON, "Share of compliance cost cut")), FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (dd_display_find_named (
    form, GTK_TYPE_CHECK_BUTTON, "Share of declared information cut")), FALSE);
  value = dd_display_find_named (form, GTK_TYPE_ENTRY, "Value: Share of procedures reviewed");
  gtk_editable_set_text (GTK_EDITABLE (value), "500");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "The value of a target lies between 0 and 100 per cent.");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PLAN), ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (value), "52,5");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (f->window, "Share of procedures reviewed ≥ 52.5%");
  target = get_only (f, DD_KIND_TARGET);
  g_assert_cmpfloat (dd_row_get_real (target, DD_TARGET_VALUE), ==, 52.5);
  g_assert_cmpuint (dd_row_get_day (target, DD_TARGET_DUE), ==, dd_day_new (2024, 12, 31));
}

static void
test_figures (DdDisplayFixture *f,
              gconstpointer     data)
{
  gint64 plan = add_plan (f, "Kế hoạch 1085");
  GtkWidget *tiles;

  add_target (f, plan, DD_MEASURE_REVIEWED, 50, "2023-12-31");
  for (guint i = 0; i < 386; i++)
    {
      g_autofree char *name = g_strdup_printf ("Thủ tục %03u", i);

      add_item (f, plan, name, i < 214 ? DD_PLAN_STAGE_PROPOSED : DD_PLAN_STAGE_REVIEWING,
                i < 170 ? NULL : i < 214 ? "2024-05-14" : "2024-05-15");
    }

  show_plan (f, plan);
  g_assert_true (dd_display_has_text (f->window, "214 of 386 (55.4%)"));
  g_assert_true (dd_display_has_text (f->window, "Reached"));
  g_assert_true (dd_display_has_text (f->window, "Issued · 214 of 386 procedures reviewed"));

  /* The stages, and where their numbers lead. */
  tiles = dd_display_find_type (f->window, DD_TYPE_STAGE_TILES);
  g_assert_nonnull (dd_display_find_named (tiles, GTK_TYPE_BUTTON, "Under review: 172"));
  g_assert_nonnull (dd_display_find_named (tiles, GTK_TYPE_BUTTON, "Option proposed: 214"));
  dd_display_click (dd_display_find_named (tiles, GTK_TYPE_BUTTON, "Late: 44"));
  dd_display_wait_text (f->window, "44 procedures");
  dd_display_wait_text (f->window, "14 May 2024\n1 day overdue");
}

/* The stage of the selected procedure is changed where it stands, and the figures
 * follow, also when it is taken back. */
static void
test_stage (DdDisplayFixture *f,
            gconstpointer     data)
{
  gint64 plan = add_plan (f, "Kế hoạch 1085");
  GtkWidget *items;
  gint64 item;

  add_target (f, plan, DD_MEASURE_REVIEWED, 50, "2024-12-31");
  add_item (f, plan, "Điều động công chức", DD_PLAN_STAGE_ANNOUNCED, "2024-08-30");
  item = add_item (f, plan, MARKUP, DD_PLAN_STAGE_REVIEWING, "2024-06-30");

  show_plan (f, plan);
  g_assert_true (dd_display_has_text (f->window, "0 of 2 (0%)"));
  g_assert_true (dd_display_has_text (f->window, "1 procedure still missing, 230 days left"));

  show_procedures (f);
  items = dd_display_find_type (f->window, DD_TYPE_PLAN_ITEMS);
  g_assert_nonnull (dd_display_find_text (items, "Next Stage"));
  select_item (f, item);
  dd_display_click (dd_display_find_around (items, GTK_TYPE_BUTTON, "Next Stage: Option proposed"));
  dd_display_wait_text (items, "Option proposed\nNot decided yet");
  dd_display_wait_text (f->window, "Issued · 1 of 2 procedures reviewed");
  g_assert_cmpint (get_stage (f, item), ==, DD_PLAN_STAGE_PROPOSED);
  g_assert_cmpint (get_selected (f), ==, item);

  g_assert_true (dd_display_press (f, GDK_KEY_1, GDK_ALT_MASK));
  dd_display_wait_text (f->window, "1 of 2 (50%)");
  g_assert_true (dd_display_has_text (f->window, "Reached"));

  dd_display_undo (f, "Moved on to “Option proposed”");
  dd_display_wait_text (f->window, "0 of 2 (0%)");
  dd_display_wait_text (f->window, "Issued · 0 of 2 procedures reviewed");
  g_assert_cmpint (get_stage (f, item), ==, DD_PLAN_STAGE_REVIEWING);

  /* Any other stage can be chosen, also one before. */
  show_procedures (f);
  gtk_widget_activate_action (items, "item.stage", "u", DD_PLAN_STAGE_ENACTED);
  dd_display_wait_text (items, "Enacted\nNot decided yet");
  dd_display_undo (f, "Moved on to “Enacted”");
  dd_display_wait_text (items, "Under review");
  gtk_widget_activate_action (items, "item.stage", "u", DD_PLAN_STAGE_INVENTORIED);
  dd_display_wait_text (items, "Inventoried");
  dd_display_undo (f, "Put back to “Inventoried”");
  dd_display_wait_text (items, "Under review");
}

/* Where one stage is shown, what moves on leaves, and what follows it is next. */
static void
test_stage_filter (DdDisplayFixture *f,
                   gconstpointer     data)
{
  gint64 plan = add_plan (f, "Kế hoạch 1085");
  GtkWidget *items;
  gint64 first, second, third;

  first = add_item (f, plan, "Thủ tục 1", DD_PLAN_STAGE_ANNOUNCED, "2024-06-01");
  second = add_item (f, plan, "Thủ tục 2", DD_PLAN_STAGE_ANNOUNCED, "2024-06-02");
  third = add_item (f, plan, "Thủ tục 3", DD_PLAN_STAGE_ANNOUNCED, "2024-06-03");
  show_plan (f, plan);
  dd_display_click (dd_display_find_named (f->window, GTK_TYPE_BUTTON, "Announced: 3"));
  dd_display_wait_text (f->window, "3 procedures");
  items = dd_display_find_type (f->window, DD_TYPE_PLAN_ITEMS);

  select_item (f, first);
  gtk_widget_activate_action (items, "item.advance", NULL);
  dd_display_wait_text (f->window, "2 procedures");
  dd_display_wait_quiet (f);
  g_assert_cmpint (get_selected (f), ==, second);

  /* After the last one, the one before. */
  select_item (f, third);
  gtk_widget_activate_action (items, "item.advance", NULL);
  dd_display_wait_text (f->window, "1 procedure");
  dd_display_wait_quiet (f);
  g_assert_cmpint (get_selected (f), ==, second);

  gtk_widget_activate_action (items, "item.advance", NULL);
  dd_display_wait_text (f->window, "0 procedures");
  dd_display_wait_quiet (f);
  g_assert_cmpint (get_selected (f), ==, 0);
  g_assert_false (gtk_widget_is_sensitive (dd_display_find_type (items, ADW_TYPE_SPLIT_BUTTON)));
}

/* A procedure that does not exist yet is created with the item; the same one
 * cannot be in the plan twice. */
static void
test_add_item (DdDisplayFixture *f,
               gconstpointer     data)
{
  gint64 plan = add_plan (f, "Kế hoạch 1085");
  g_autoptr (DdRow) item = NULL;
  g_autoptr (DdRow) procedure = NULL;
  GtkWidget *form;
  gint64 unit;

  unit = dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  show_plan (f, plan);
  show_procedures (f);
  g_assert_true (dd_display_has_text (f->window, "No Procedures Yet"));

  g_assert_true (dd_display_press (f, GDK_KEY_Insert, 0));
  form = dd_display_wait_window (DD_TYPE_FORM);
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Procedure is missing.");

  dd_display_type_into (form, DD_PLAN_ITEM_PROCEDURE, "Bổ nhiệm");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Nothing is called so. Choose from the list that opens while you "
                              "type.");
  choose_record (form, DD_PLAN_ITEM_PROCEDURE, 0, "Bổ nhiệm công chức");
  choose_record (form, DD_PLAN_ITEM_LEAD, unit, "Sở Tư pháp");
  dd_display_type_into (form, DD_PLAN_ITEM_START, "1/6/2024");
  dd_display_type_into (form, DD_PLAN_ITEM_DUE, "1/5/2024");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "The due day lies before the start.");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PROCEDURE), ==, 0);

  dd_display_type_into (form, DD_PLAN_ITEM_DUE, "30/8/2024");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_text (f->window, "1 procedure");
  dd_display_wait_text (f->window, "Bổ nhiệm công chức");
  g_assert_true (dd_display_has_text (f->window, "Sở Tư pháp"));

  item = get_only (f, DD_KIND_PLAN_ITEM);
  g_assert_cmpint (get_selected (f), ==, dd_row_get_id (item));
  procedure = get_only (f, DD_KIND_PROCEDURE);
  g_assert_cmpint (dd_row_get_reference (item, DD_PLAN_ITEM_PROCEDURE), ==,
                   dd_row_get_id (procedure));
  g_assert_cmpint (dd_row_get_choice (procedure, DD_PROCEDURE_SCOPE), ==,
                   DD_PROCEDURE_SCOPE_INTERNAL_B);

  /* The next one is as the one before, until something else is said. */
  g_assert_true (dd_display_press (f, GDK_KEY_Insert, 0));
  form = dd_display_wait_window (DD_TYPE_FORM);
  g_assert_cmpint (dd_reference_entry_get_id (DD_REFERENCE_ENTRY (
    dd_form_get_widget (DD_FORM (form), DD_PLAN_ITEM_LEAD))), ==, unit);
  g_assert_cmpuint (dd_day_entry_get_day (DD_DAY_ENTRY (
    dd_form_get_widget (DD_FORM (form), DD_PLAN_ITEM_DUE))), ==, dd_day_new (2024, 8, 30));
  choose_record (form, DD_PLAN_ITEM_PROCEDURE, dd_row_get_id (procedure), "Bổ nhiệm công chức");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "This procedure is in the plan already. Look for it in the table, "
                              "and change it there.");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PLAN_ITEM), ==, 1);
  choose_record (form, DD_PLAN_ITEM_PROCEDURE, 0, "Điều động công chức");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_text (f->window, "2 procedures");
  dd_display_wait_quiet (f);
  g_assert_cmpint (get_selected (f), ==, dd_row_get_id (item) + 1);

  dd_display_undo (f, "Procedure added to the plan");
  dd_display_wait_text (f->window, "1 procedure");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PROCEDURE), ==, 1);
}

static void
test_remove_item (DdDisplayFixture *f,
                  gconstpointer     data)
{
  gint64 plan = add_plan (f, "Kế hoạch 1085");
  gint64 item = add_item (f, plan, MARKUP, DD_PLAN_STAGE_REVIEWING, NULL);

  show_plan (f, plan);
  show_procedures (f);
  select_item (f, item);
  gtk_widget_child_focus (GTK_WIDGET (get_table (f)), GTK_DIR_TAB_FORWARD);
  g_assert_true (dd_display_press (f, GDK_KEY_Delete, 0));
  dd_display_answer ("Remove");
  dd_display_wait_text (f->window, "No Procedures Yet");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PROCEDURE), ==, 1);

  dd_display_undo (f, "Procedure removed from the plan");
  dd_display_wait_text (f->window, MARKUP);
}

static void
test_targets (DdDisplayFixture *f,
              gconstpointer     data)
{
  gint64 plan = add_plan (f, "Kế hoạch 1085");
  GtkWidget *form, *row;

  add_item (f, plan, "Điều động công chức", DD_PLAN_STAGE_REVIEWING, NULL);
  show_plan (f, plan);

  dd_display_click (dd_display_find_named (f->window, GTK_TYPE_BUTTON, "Add a Target"));
  form = dd_display_wait_window (DD_TYPE_FORM);
  dd_display_type_into (form, DD_TARGET_VALUE, "101");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "A share lies between 0 and 100 per cent.");
  dd_display_type_into (form, DD_TARGET_VALUE, "100");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_text (f->window, "Share of procedures reviewed ≥ 100%");

  /* Another measure is counted by hand. */
  row = dd_display_find_type (f->window, DD_TYPE_AIM_ROW);
  g_signal_emit_by_name (row, "activate");
  form = dd_display_wait_window (DD_TYPE_FORM);
  choose_in (form, DD_TARGET_MEASURE, DD_MEASURE_OTHER);
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Tell what is measured.");
  dd_display_type_into (form, DD_TARGET_TEXT, "Hồ sơ trực tuyến");
  dd_display_type_into (form, DD_TARGET_NUMERATOR, "3");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_text (form, "Of how many? Without the whole there is no share.");
  dd_display_type_into (form, DD_TARGET_DENOMINATOR, "4");
  gtk_widget_activate_action (form, "form.save", NULL);
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_text (f->window, "Hồ sơ trực tuyến ≥ 100%");
  dd_display_wait_text (f->window, "3 of 4 (75%)");
  dd_display_undo (f, "Target changed");
  dd_display_wait_text (f->window, "0 of 1 (0%)");

  /* With the key of its row. */
  gtk_widget_grab_focus (dd_display_find_type (f->window, DD_TYPE_AIM_ROW));
  g_assert_true (dd_display_press (f, GDK_KEY_Delete, 0));
  dd_display_answer ("Delete");
  dd_display_wait_no_text (f->window, "Share of procedures reviewed ≥ 100%");
  dd_display_undo (f, "Target deleted");
  dd_display_wait_text (f->window, "Share of procedures reviewed ≥ 100%");
  dd_display_wait_text (f->window, "0 of 1 (0%)");
}

/* Deleting asks first, and is taken back with all that went with it. */
static void
test_delete (DdDisplayFixture *f,
             gconstpointer     data)
{
  gint64 plan = add_plan (f, "Kế hoạch 1085");
  GtkWidget *view;

  add_target (f, plan, DD_MEASURE_REVIEWED, 50, "2024-12-31");
  add_item (f, plan, "Điều động công chức", DD_PLAN_STAGE_PROPOSED, NULL);
  show_plan (f, plan);
  view = dd_display_find_type (f->window, DD_TYPE_PLAN_VIEW);

  gtk_widget_activate_action (view, "plan.delete", NULL);
  dd_display_answer ("Cancel");
  dd_display_wait_quiet (f);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PLAN), ==, 1);

  gtk_widget_activate_action (view, "plan.delete", NULL);
  dd_display_answer ("Delete");
  dd_display_wait_text (f->window, "No Review Plans Yet");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PLAN_ITEM), ==, 0);
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_PROCEDURE), ==, 1);

  dd_display_undo (f, "Plan deleted");
  dd_display_wait_text (f->window, "Kế hoạch 1085");
  dd_display_wait_text (f->window, "Issued · 1 of 1 procedure reviewed");
  g_assert_cmpuint (dd_test_count (f->store.store, DD_KIND_TARGET), ==, 1);
}

/* Of several plans the list comes first; Return opens one, and Alt+Left leads back. */
static void
test_keyboard (DdDisplayFixture *f,
               gconstpointer     data)
{
  gint64 plan = add_plan (f, "Kế hoạch 1085");
  gint64 item = add_item (f, plan, "Điều động công chức", DD_PLAN_STAGE_REVIEWING, NULL);
  GtkWidget *row, *form;

  add_plan (f, "Kế hoạch năm 2024");
  dd_display_show (f, dd_plans_page_new (f->session));
  dd_display_wait_text (f->window, "Kế hoạch 1085");
  dd_display_wait_quiet (f);
  g_assert_null (dd_display_find_type (f->window, DD_TYPE_PLAN_VIEW));

  /* What acts on a plan does nothing while none is seen. */
  g_assert_false (dd_display_press (f, GDK_KEY_Insert, 0));

  row = dd_display_find_around (f->window, DD_TYPE_PLAN_ROW, "Kế hoạch 1085");
  g_assert_true (gtk_widget_grab_focus (row));
  g_signal_emit_by_name (row, "activate");
  dd_display_wait_quiet (f);
  g_assert_nonnull (dd_display_find_type (f->window, DD_TYPE_PLAN_VIEW));

  g_assert_true (dd_display_press (f, GDK_KEY_2, GDK_ALT_MASK));
  dd_display_wait_text (f->window, "1 procedure");
  select_item (f, item);
  gtk_widget_child_focus (GTK_WIDGET (get_table (f)), GTK_DIR_TAB_FORWARD);
  g_assert_true (dd_display_press (f, GDK_KEY_Return, GDK_CONTROL_MASK));
  dd_display_wait_text (f->window, "Option proposed\nNot decided yet");

  g_signal_emit_by_name (dd_display_find_type (f->window, GTK_TYPE_COLUMN_VIEW), "activate", 0);
  form = dd_display_wait_window (DD_TYPE_FORM);
  g_assert_true (dd_display_has_text (form, "Until it is told, the procedure counts as reviewed "
                                            "and not as cut."));
  gtk_window_close (GTK_WINDOW (form));
  dd_display_wait_no_window (DD_TYPE_FORM);

  g_assert_true (dd_display_press (f, GDK_KEY_Left, GDK_ALT_MASK));
  dd_display_wait_frames (f->window, 2);
  g_assert_null (dd_display_find_type (f->window, DD_TYPE_PLAN_VIEW));
  g_assert_true (dd_display_has_text (f->window, "Kế hoạch năm 2024"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) ==
                 dd_display_find_around (f->window, DD_TYPE_PLAN_ROW, "Kế hoạch 1085"));
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/plans/empty", test_empty);
  DD_DISPLAY_ADD ("/plans/create", test_create);
  DD_DISPLAY_ADD ("/plans/usual-targets", test_usual_targets);
  DD_DISPLAY_ADD ("/plans/figures", test_figures);
  DD_DISPLAY_ADD ("/plans/stage", test_stage);
  DD_DISPLAY_ADD ("/plans/stage-filter", test_stage_filter);
  DD_DISPLAY_ADD ("/plans/add-item", test_add_item);
  DD_DISPLAY_ADD ("/plans/remove-item", test_remove_item);
  DD_DISPLAY_ADD ("/plans/targets", test_targets);
  DD_DISPLAY_ADD ("/plans/delete", test_delete);
  DD_DISPLAY_ADD ("/plans/keyboard", test_keyboard);

  return g_test_run ();
}

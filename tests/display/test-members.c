/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who belongs to a group or body, in the catalogue. */
#include "dd-display-acts.h"

#include "dd-catalogue.h"
#include "dd-form.h"
#include "dd-record-types.h"
#include "dd-reference-entry.h"
#include "dd-tick-list.h"

#define MARKUP "Sở <b>Y tế</b> &amp; Dân số"

static GPtrArray *
select_members (DdDisplayFixture *f)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT_MEMBER);

  return dd_test_select (f->store.store, query);
}

static gint64
add_group (DdDisplayFixture *f)
{
  DdRow *group = dd_test_unit ("Các sở, ban, ngành");

  dd_row_set_flag (group, DD_UNIT_IS_GROUP, TRUE);

  return dd_test_insert (f->store.store, group);
}

static GtkWidget *
show_members (DdDisplayFixture *f,
              gint64            group)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = dd_test_fetch (f->store.store, DD_KIND_UNIT, group, &error);
  GtkWidget *window;

  g_assert_no_error (error);
  dd_display_show (f, gtk_label_new ("Cửa sổ"));
  window = dd_catalogue_new_members (f->session, dd_record_get_row (record),
                                     GTK_WINDOW (f->window));
  gtk_window_present (GTK_WINDOW (window));
  dd_display_wait_quiet (f);

  return window;
}

static void
save (GtkWidget  *form,
      const char *verb)
{
  dd_display_click (dd_display_find_around (form, GTK_TYPE_BUTTON, verb));
}

/* Many units are ticked at once; a group is not offered, nor who belongs to it already. */
static void
test_add_units (DdDisplayFixture *f,
                gconstpointer     data)
{
  gint64 group = add_group (f);
  GtkWidget *window, *form, *list;
  g_autoptr (GPtrArray) members = NULL;

  dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  dd_test_insert (f->store.store, dd_test_unit (MARKUP));
  dd_test_insert (f->store.store, dd_test_unit ("Sở Nội vụ"));
  window = show_members (f, group);
  dd_display_wait_text (window, "Add many units at once, or one member with a role with the plus "
                                "button.");
  gtk_widget_activate_action (window, "page.add-units", NULL);
  form = dd_display_wait_window (DD_TYPE_FORM);
  list = dd_display_find_type (form, DD_TYPE_TICK_LIST);
  g_assert_false (dd_display_has_text (list, "Các sở, ban, ngành"));
  save (form, "Add");
  dd_display_wait_text (form, "Tick the units that belong to it.");

  dd_display_type (dd_display_find_type (list, GTK_TYPE_SEARCH_ENTRY), "y te");
  dd_display_wait_no_text (list, "Sở Nội vụ");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (dd_display_find_around (
                                 list, GTK_TYPE_CHECK_BUTTON, MARKUP)), TRUE);
  dd_display_type (dd_display_find_type (list, GTK_TYPE_SEARCH_ENTRY), "");
  dd_display_wait_text (list, "Sở Nội vụ");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (dd_display_find_around (
                                 list, GTK_TYPE_CHECK_BUTTON, "Sở Nội vụ")), TRUE);
  save (form, "Add");
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_text (window, MARKUP);
  members = select_members (f);
  g_assert_cmpuint (members->len, ==, 2);

  gtk_widget_activate_action (window, "page.add-units", NULL);
  form = dd_display_wait_window (DD_TYPE_FORM);
  g_assert_false (dd_display_has_text (form, "Sở Nội vụ"));
  g_assert_true (dd_display_has_text (form, "Sở Tư pháp"));
  gtk_window_destroy (GTK_WINDOW (form));

  dd_display_undo (f, "Members added");
  dd_display_wait_no_text (window, MARKUP);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A member is a unit, a person, or both. */
static void
test_add_person (DdDisplayFixture *f,
                 gconstpointer     data)
{
  gint64 group = add_group (f);
  gint64 unit = dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp"));
  DdRow *person = dd_row_new (DD_KIND_PERSON);
  GtkWidget *window, *form, *entry;
  g_autoptr (GPtrArray) members = NULL;

  dd_row_set_text (person, DD_PERSON_NAME, "Phạm Thị D");
  dd_row_set_text (person, DD_PERSON_POST, "Phó Giám đốc");
  dd_row_set_reference (person, DD_PERSON_UNIT, unit);
  dd_test_insert (f->store.store, person);
  window = show_members (f, group);
  gtk_widget_activate_action (window, "page.new", NULL);
  form = dd_display_wait_window (DD_TYPE_FORM);
  save (form, "Save");
  dd_display_wait_text (form, "Choose a unit, a person, or both.");
  entry = dd_form_get_widget (DD_FORM (form), DD_UNIT_MEMBER_PERSON);
  dd_display_type (entry, "pham thi d");
  dd_display_wait_quiet (f);
  g_signal_emit_by_name (dd_display_find_type (entry, GTK_TYPE_ENTRY), "activate");
  dd_display_wait_quiet (f);
  g_assert_cmpstr (dd_reference_entry_get_name (DD_REFERENCE_ENTRY (entry)), ==,
                   "Phạm Thị D – Phó Giám đốc");
  save (form, "Save");
  dd_display_wait_no_window (DD_TYPE_FORM);
  dd_display_wait_text (window, "Phạm Thị D");
  members = select_members (f);
  g_assert_cmpuint (members->len, ==, 1);
  /* With the unit that they are of. */
  g_assert_cmpint (dd_row_get_reference (members->pdata[0], DD_UNIT_MEMBER_UNIT), ==, unit);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);
  DD_DISPLAY_ADD ("/members/add-units", test_add_units);
  DD_DISPLAY_ADD ("/members/add-person", test_add_person);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into an entry of records, and what Enter makes of it. */
#include "dd-display-acts.h"

#include "dd-accessible.h"
#include "dd-reference-entry.h"

static DdReferenceEntry *
show_entry (DdDisplayFixture *f)
{
  GtkWidget *entry = dd_reference_entry_new (f->session, DD_KIND_UNIT);

  dd_reference_entry_set_may_create (DD_REFERENCE_ENTRY (entry), TRUE);
  dd_accessible_set_label (entry, "Unit");
  gtk_widget_set_valign (entry, GTK_ALIGN_START);
  dd_display_show (f, entry);
  gtk_widget_grab_focus (entry);

  return DD_REFERENCE_ENTRY (entry);
}

/* As the window does with a key that is pressed. */
static gboolean
press (DdReferenceEntry *entry,
       guint             key)
{
  GtkWidget *inner = dd_display_find_type (GTK_WIDGET (entry), GTK_TYPE_ENTRY);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (inner);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
      if (taken)
        return TRUE;
    }

  return FALSE;
}

static void
type (DdDisplayFixture *f,
      DdReferenceEntry *entry,
      const char       *text)
{
  dd_display_type (GTK_WIDGET (entry), text);
  dd_display_wait_quiet (f);
}

static void
add_units (DdDisplayFixture *f)
{
  dd_test_insert (f->store.store, dd_test_unit ("Sở Tư pháp An Giang"));
  dd_test_insert (f->store.store, dd_test_unit ("Sở Văn hóa, Thể thao và Du lịch"));
  dd_test_insert (f->store.store, dd_test_unit ("UBND xã Ân Hạ"));
  dd_test_insert (f->store.store, dd_test_unit ("UBND xã Ân Hạ Đông"));
}

static void
test_take (DdDisplayFixture *f,
           gconstpointer     data)
{
  static const struct
  {
    const char *typed;
    const char *name;
  } cases[] = {
    /* A part of the name is enough, as it is and without marks. */
    { "du lịch", "Sở Văn hóa, Thể thao và Du lịch" },
    { "phap an", "Sở Tư pháp An Giang" },
    { "Sở Tư ph", "Sở Tư pháp An Giang" },
    /* What is called so goes before what begins so. */
    { "UBND xã Ân Hạ", "UBND xã Ân Hạ" },
    { "ubnd xa an ha", "UBND xã Ân Hạ" },
    { "ubnd xã ân hạ đông", "UBND xã Ân Hạ Đông" },
  };
  DdReferenceEntry *entry;

  add_units (f);
  entry = show_entry (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (f, entry, cases[i].typed);
      g_assert_true (press (entry, GDK_KEY_Return));
      g_assert_cmpstr (dd_reference_entry_get_name (entry), ==, cases[i].name);
      g_assert_cmpint (dd_reference_entry_get_id (entry), !=, 0);
    }
}

/* It may be the name of another unit: neither is one taken nor one created
 * before somebody has seen which. */
static void
test_ask (DdDisplayFixture *f,
          gconstpointer     data)
{
  static const struct
  {
    const char *typed;
    const char *name;
  } cases[] = {
    { "Sở Tư pháp", "Sở Tư pháp An Giang" },
    { "so tu phap", "Sở Tư pháp An Giang" },
    { "Sở Du lịch", "Sở Văn hóa, Thể thao và Du lịch" },
    { "UBND xã An Hà", "UBND xã Ân Hạ" },
  };
  DdReferenceEntry *entry;

  add_units (f);
  entry = show_entry (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (f, entry, cases[i].typed);
      g_assert_true (press (entry, GDK_KEY_Return));
      g_assert_null (dd_reference_entry_get_name (entry));
      g_assert_true (press (entry, GDK_KEY_Return));
      g_assert_cmpstr (dd_reference_entry_get_name (entry), ==, cases[i].name);
      g_assert_cmpint (dd_reference_entry_get_id (entry), !=, 0);
    }

  type (f, entry, "Sở Tư pháp");
  press (entry, GDK_KEY_Return);
  press (entry, GDK_KEY_Down);
  press (entry, GDK_KEY_Return);
  g_assert_cmpstr (dd_reference_entry_get_name (entry), ==, "Sở Tư pháp");
  g_assert_cmpint (dd_reference_entry_get_id (entry), ==, 0);
}

/* Where nothing fits there is nothing to choose between. */
static void
test_create (DdDisplayFixture *f,
             gconstpointer     data)
{
  DdReferenceEntry *entry;

  add_units (f);
  entry = show_entry (f);
  type (f, entry, "  Sở Nội vụ ");
  g_assert_true (press (entry, GDK_KEY_Return));
  g_assert_cmpstr (dd_reference_entry_get_name (entry), ==, "Sở Nội vụ");
  g_assert_cmpint (dd_reference_entry_get_id (entry), ==, 0);

  /* It is not offered where it may not be. */
  dd_reference_entry_set_may_create (entry, FALSE);
  type (f, entry, "Ban Dân tộc");
  press (entry, GDK_KEY_Return);
  g_assert_null (dd_reference_entry_get_name (entry));
  type (f, entry, "Sở Tư pháp");
  press (entry, GDK_KEY_Return);
  g_assert_cmpstr (dd_reference_entry_get_name (entry), ==, "Sở Tư pháp An Giang");
}

/* Enter comes before the answer: it counts for what was typed, not for what was
 * found before. */
static void
test_fast (DdDisplayFixture *f,
           gconstpointer     data)
{
  DdReferenceEntry *entry;

  add_units (f);
  entry = show_entry (f);
  type (f, entry, "tư pháp");
  dd_display_type (GTK_WIDGET (entry), "du lịch");
  g_assert_true (press (entry, GDK_KEY_Return));
  g_assert_null (dd_reference_entry_get_name (entry));
  dd_display_wait_quiet (f);
  g_assert_cmpstr (dd_reference_entry_get_name (entry), ==, "Sở Văn hóa, Thể thao và Du lịch");

  /* Whoever types on did not mean it. */
  type (f, entry, "");
  dd_display_type (GTK_WIDGET (entry), "tư");
  g_assert_true (press (entry, GDK_KEY_Return));
  dd_display_type (GTK_WIDGET (entry), "tư pháp");
  dd_display_wait_quiet (f);
  g_assert_null (dd_reference_entry_get_name (entry));
}

int
main (int   argc,
      char *argv[])
{
  dd_display_init (&argc, &argv);

  DD_DISPLAY_ADD ("/reference-entry/take", test_take);
  DD_DISPLAY_ADD ("/reference-entry/ask", test_ask);
  DD_DISPLAY_ADD ("/reference-entry/create", test_create);
  DD_DISPLAY_ADD ("/reference-entry/fast", test_fast);

  return g_test_run ();
}

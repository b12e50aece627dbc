/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-unit-row"

#include "config.h"

#include "dd-table-unit-row.h"

#include "dd-accessible.h"
#include "dd-label.h"
#include "dd-reference-entry.h"

#include <glib/gi18n-lib.h>

/**
 * DdTableUnitRow:
 *
 * A unit that a table names and nobody knows: it is created, unless it is said, once for all
 * rows, which known unit it is.
 */
struct _DdTableUnitRow
{
  GtkListBoxRow     parent_instance;

  char             *name;
  GtkCheckButton   *learn;      /* NULL while it is to be created */
  GtkMenuButton    *other_button;
  DdReferenceEntry *other;
};

G_DEFINE_FINAL_TYPE (DdTableUnitRow, dd_table_unit_row, GTK_TYPE_LIST_BOX_ROW)

enum { DECIDED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
decide (DdTableUnitRow *self,
        gint64          same_as)
{
  const gboolean learn = self->learn == NULL || gtk_check_button_get_active (self->learn);

  g_signal_emit (self, signals[DECIDED], 0, self->name, same_as, same_as != 0 && learn);
}

static void
decide_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  decide (DD_TABLE_UNIT_ROW (widget), g_variant_get_int64 (parameter));
}

static void
other_changed_cb (DdTableUnitRow *self)
{
  const gint64 id = dd_reference_entry_get_id (self->other);

  if (id == 0)
    return;

  gtk_menu_button_popdown (self->other_button);
  decide (self, id);
}

/* A long name must not make the row wide. */
static void
append_button (GtkBox     *box,
               const char *text,
               gint64      same_as)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", same_as);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "unit.decide");
  gtk_box_append (box, button);
}

static void
append_other (DdTableUnitRow *self,
              DdSession      *session,
              GtkBox         *box)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = dd_reference_entry_new (session, DD_KIND_UNIT);

  self->other = DD_REFERENCE_ENTRY (entry);
  gtk_widget_set_size_request (entry, 300, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (other_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dd_accessible_set_label (entry, _("It is another name of a known unit"));
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  self->other_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->other_button, _("Same As…"));
  gtk_menu_button_set_popover (self->other_button, popover);
  gtk_widget_set_valign (GTK_WIDGET (self->other_button), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->other_button),
                               _("It is another name of a known unit"));
  gtk_box_append (box, GTK_WIDGET (self->other_button));
}

/* Who says which unit is meant need not say it again for the next table, unless it is an
 * oddity of this one. */
static void
append_learn (DdTableUnitRow    *self,
              GtkBox            *box,
              const DdTableUnit *unit)
{
  self->learn = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Remember the name")));
  gtk_check_button_set_active (self->learn, unit->learn);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->learn),
                               _("The known unit also goes by this name from now on"));
  gtk_widget_set_valign (GTK_WIDGET (self->learn), GTK_ALIGN_CENTER);
  gtk_box_append (box, GTK_WIDGET (self->learn));
}

static void
learn_toggled_cb (DdTableUnitRow *self,
                  GParamSpec     *pspec,
                  GtkCheckButton *check)
{
  g_signal_emit (self, signals[DECIDED], 0, self->name, (gint64) -1,
                 gtk_check_button_get_active (check));
}

static void
dd_table_unit_row_finalize (GObject *object)
{
  g_free (DD_TABLE_UNIT_ROW (object)->name);

  G_OBJECT_CLASS (dd_table_unit_row_parent_class)->finalize (object);
}

static void
dd_table_unit_row_class_init (DdTableUnitRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_table_unit_row_finalize;

  /**
   * DdTableUnitRow::decided:
   * @name: as the table has it
   * @same_as: the known unit that it is; 0: it is to be created; -1: as it was said before
   * @learn: whether that is another name of it from now on
   */
  signals[DECIDED] =
    g_signal_new ("decided", DD_TYPE_TABLE_UNIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "unit.decide", "x", decide_action);
}

static void
dd_table_unit_row_init (DdTableUnitRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "review-unit");
}

/**
 * dd_table_unit_row_new:
 * @unit: as it is decided now
 */
GtkWidget *
dd_table_unit_row_new (DdSession         *session,
                       const DdTableUnit *unit)
{
  DdTableUnitRow *self = g_object_new (DD_TYPE_TABLE_UNIT_ROW, NULL);
  DdKnownUnits *units = dd_session_get_units (session);
  const char *near = unit->near != 0 ? dd_known_units_get_name (units, unit->near) : NULL;
  const char *same = unit->same_as != 0 ? dd_known_units_get_name (units, unit->same_as) : NULL;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *state = NULL;

  self->name = g_strdup (unit->name);
  if (same != NULL)
    /* Translators: %s is the name of a unit that is known. */
    state = g_strdup_printf (_("Is “%s”"), same);
  else
    /* Translators: a unit that a table names; in how many rows that become tasks. */
    state = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Will be created, in %u row",
                                          "Will be created, in %u rows", unit->n_rows),
                             unit->n_rows);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_label_set_text (dd_label_append (GTK_BOX (texts), NULL, 1), unit->name);
  gtk_label_set_text (dd_label_append (GTK_BOX (texts), "caption", 1), state);
  gtk_box_append (GTK_BOX (line), texts);
  if (same != NULL)
    {
      append_learn (self, GTK_BOX (line), unit);
      g_signal_connect_object (self->learn, "notify::active", G_CALLBACK (learn_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      append_button (GTK_BOX (line), _("Create"), 0);
    }
  else if (near != NULL)
    {
      /* Translators: %s is the name of a unit that is perhaps the same one. */
      g_autofree char *offer = g_strdup_printf (_("Same as “%s”"), near);

      append_button (GTK_BOX (line), offer, unit->near);
    }
  append_other (self, session, GTK_BOX (line));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);

  return GTK_WIDGET (self);
}

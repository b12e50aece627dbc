/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-unit-row"

#include "config.h"

#include "dd-review-unit-row.h"

#include "dd-accessible.h"
#include "dd-error-dialog.h"
#include "dd-reference-entry.h"
#include "dd-unit-name.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewUnitRow:
 *
 * A unit that a text names and nobody knows: it is created, unless it is said
 * to be the same as a known one.
 */
struct _DdReviewUnitRow
{
  GtkListBoxRow     parent_instance;

  DdSession        *session;
  DdReview         *review;
  char             *name;

  GtkBox           *box;
  GtkMenuButton    *other_button;
  DdReferenceEntry *other;
  gint64            same_as;
  gboolean          remember;   /* whether the unit goes by this name from now on */
};

G_DEFINE_FINAL_TYPE (DdReviewUnitRow, dd_review_unit_row, GTK_TYPE_LIST_BOX_ROW)

static void
unit_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DdReviewUnitRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) unit = dd_store_fetch_finish (DD_STORE (object), result, &error);

  if (unit == NULL)
    dd_error_dialog_show (GTK_WIDGET (self), error);
  else if (self->review != NULL)
    dd_review_set_same_as (self->review, self->name, dd_record_get_row (unit), self->remember);
}

/* It is read anew: the unit that is changed has to be the one there is. */
static void
say_same_as (DdReviewUnitRow *self,
             gint64           id)
{
  dd_store_fetch_async (dd_session_get_store (self->session), DD_KIND_UNIT, id, NULL,
                        unit_read_cb, g_object_ref (self));
}

static void
same_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  say_same_as (DD_REVIEW_UNIT_ROW (widget), g_variant_get_int64 (parameter));
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdReviewUnitRow *self = DD_REVIEW_UNIT_ROW (widget);

  dd_review_set_same_as (self->review, self->name, NULL, FALSE);
}

static void
remember_toggled_cb (DdReviewUnitRow *self,
                     GtkCheckButton  *check)
{
  self->remember = gtk_check_button_get_active (check);
  say_same_as (self, self->same_as);
}

static void
other_changed_cb (DdReviewUnitRow *self)
{
  gint64 id = dd_reference_entry_get_id (self->other);

  if (id == 0)
    return;

  gtk_menu_button_popdown (self->other_button);
  say_same_as (self, id);
}

static GtkLabel *
make_label (GtkBox     *box,
            const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

/* A long name must not make the panel wide. */
static GtkWidget *
make_button (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return button;
}

/* Another unit than the one that is near is found by typing. */
static void
append_other (DdReviewUnitRow *self,
              GtkBox          *buttons)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = dd_reference_entry_new (self->session, DD_KIND_UNIT);

  self->other = DD_REFERENCE_ENTRY (entry);
  gtk_widget_set_size_request (entry, 300, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (other_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dd_accessible_set_label (entry, _("It is another name of a known unit"));
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  self->other_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->other_button, _("Same As…"));
  gtk_menu_button_set_popover (self->other_button, popover);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->other_button),
                               _("It is another name of a known unit"));
  gtk_box_append (buttons, GTK_WIDGET (self->other_button));
}

static void
show_unknown (DdReviewUnitRow    *self,
              const DdReviewUnit *unit)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *uses =
    /* Translators: how often a unit is named by clauses that become tasks, or as attending. */
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "New, named %u time", "New, named %u times",
                                  unit->n_uses), unit->n_uses);
  const char *near = unit->near != 0
                   ? dd_review_units_get_name (dd_review_get_units (self->review), unit->near)
                   : NULL;

  gtk_widget_set_hexpand (texts, TRUE);
  make_label (GTK_BOX (texts), unit->name, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (make_label (GTK_BOX (texts), uses, "caption")),
                            "dim-label");
  gtk_box_append (GTK_BOX (line), texts);
  append_other (self, GTK_BOX (line));
  gtk_widget_set_valign (GTK_WIDGET (self->other_button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->other_button), "flat");
  gtk_box_append (self->box, line);

  if (near != NULL)
    {
      /* Translators: %s is the name of a unit that is perhaps the same one. */
      g_autofree char *offer = g_strdup_printf (_("Same as “%s”"), near);
      GtkWidget *button = make_button (offer);

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", unit->near);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "unit.same-as");
      gtk_box_append (self->box, button);
    }
}

static void
show_same (DdReviewUnitRow    *self,
           const DdReviewUnit *unit)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = make_button (_("Create"));
  const char *name = dd_review_units_get_name (dd_review_get_units (self->review), unit->same_as);
  /* Translators: %s is the name of a unit. */
  g_autofree char *same = g_strdup_printf (_("Same as “%s”"), name != NULL ? name : "");
  GtkWidget *remember = gtk_check_button_new_with_label (_("Remember as another name"));

  gtk_widget_set_hexpand (texts, TRUE);
  make_label (GTK_BOX (texts), unit->name, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (make_label (GTK_BOX (texts), same, "caption")),
                            "success");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("It is not the same: create it"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "unit.create");
  self->same_as = unit->same_as;
  self->remember = unit->remember;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (remember), unit->remember);
  g_signal_connect_object (remember, "toggled", G_CALLBACK (remember_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (texts), remember);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (self->box, line);
}

static void
dd_review_unit_row_dispose (GObject *object)
{
  DdReviewUnitRow *self = DD_REVIEW_UNIT_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (dd_review_unit_row_parent_class)->dispose (object);
}

static void
dd_review_unit_row_finalize (GObject *object)
{
  g_clear_pointer (&DD_REVIEW_UNIT_ROW (object)->name, g_free);

  G_OBJECT_CLASS (dd_review_unit_row_parent_class)->finalize (object);
}

static void
dd_review_unit_row_class_init (DdReviewUnitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_review_unit_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_review_unit_row_finalize;

  gtk_widget_class_install_action (widget_class, "unit.same-as", "x", same_as_action);
  gtk_widget_class_install_action (widget_class, "unit.create", NULL, create_action);
}

static void
dd_review_unit_row_init (DdReviewUnitRow *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "review-unit");
}

GtkWidget *
dd_review_unit_row_new (DdSession          *session,
                        DdReview           *review,
                        const DdReviewUnit *unit)
{
  DdReviewUnitRow *self = g_object_new (DD_TYPE_REVIEW_UNIT_ROW, NULL);

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);
  self->name = g_strdup (unit->name);
  self->remember = !dd_unit_name_is_vague (unit->name);
  dd_review_unit_row_show (self, unit);

  return GTK_WIDGET (self);
}

const char *
dd_review_unit_row_get_name (DdReviewUnitRow *self)
{
  g_return_val_if_fail (DD_IS_REVIEW_UNIT_ROW (self), NULL);

  return self->name;
}

/**
 * dd_review_unit_row_show:
 * @unit: the same unit, of which something else may be decided now
 */
void
dd_review_unit_row_show (DdReviewUnitRow    *self,
                         const DdReviewUnit *unit)
{
  gboolean had_focus;
  GtkWidget *child;

  g_return_if_fail (DD_IS_REVIEW_UNIT_ROW (self));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  self->other = NULL;
  self->other_button = NULL;
  if (unit->same_as == 0)
    show_unknown (self, unit);
  else
    show_same (self, unit);
  /* Whoever decided it by the keyboard goes on from here. */
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

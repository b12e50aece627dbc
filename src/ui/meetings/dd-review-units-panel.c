/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-units-panel"

#include "config.h"

#include "dd-review-units-panel.h"

#include "dd-expander.h"
#include "dd-review-unit-row.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewUnitsPanel:
 *
 * The units that a text names and the file of records does not know. It is open
 * from the start if some of them may be known under another name.
 */
struct _DdReviewUnitsPanel
{
  GtkWidget    parent_instance;

  DdSession   *session;
  DdReview    *review;
  GtkExpander *expander;
  GtkLabel    *title;
  GtkLabel    *subtitle;
  GtkListBox  *box;
  gboolean     filled;          /* the rows are made when they are seen */
};

G_DEFINE_FINAL_TYPE (DdReviewUnitsPanel, dd_review_units_panel, GTK_TYPE_WIDGET)

/* More units than these would push the clauses out of sight: they open on demand. */
#define MAX_OPEN 5

/* While the same units are unknown the rows stay, and the focus in them. */
static gboolean
has_rows_of (DdReviewUnitsPanel *self,
             GPtrArray          *units)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (n >= units->len ||
          g_strcmp0 (dd_review_unit_row_get_name (DD_REVIEW_UNIT_ROW (child)),
                     ((const DdReviewUnit *) units->pdata[n])->name) != 0)
        return FALSE;
      n++;
    }

  return n == units->len;
}

static void
fill (DdReviewUnitsPanel *self)
{
  GPtrArray *units = dd_review_get_unknown_units (self->review);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  self->filled = TRUE;
  if (has_rows_of (self, units))
    {
      for (guint i = 0; child != NULL; child = gtk_widget_get_next_sibling (child))
        dd_review_unit_row_show (DD_REVIEW_UNIT_ROW (child), units->pdata[i++]);
      return;
    }

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_list_box_remove (self->box, child);
  for (guint i = 0; i < units->len; i++)
    gtk_list_box_append (self->box, dd_review_unit_row_new (self->session, self->review,
                                                            units->pdata[i]));
}

static guint
count_doubtful (GPtrArray *units)
{
  guint n = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const DdReviewUnit *unit = units->pdata[i];

      if (unit->near != 0 && unit->same_as == 0)
        n++;
    }

  return n;
}

static void
show_units (DdReviewUnitsPanel *self)
{
  GPtrArray *units = dd_review_get_unknown_units (self->review);
  guint n_doubtful = count_doubtful (units);
  g_autofree char *title =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u unit is not known yet",
                                  "%u units are not known yet", units->len), units->len);
  g_autofree char *subtitle = NULL;

  if (n_doubtful > 0)
    subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u may be the same as a known one: please look",
                                             "%u may be the same as known ones: please look",
                                             n_doubtful), n_doubtful);
  gtk_widget_set_visible (GTK_WIDGET (self), units->len > 0);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle != NULL
                                      ? subtitle : _("They are created with the tasks."));
  if (gtk_expander_get_expanded (self->expander))
    fill (self);
  else
    self->filled = FALSE;
}

static void
expanded_cb (DdReviewUnitsPanel *self)
{
  if (gtk_expander_get_expanded (self->expander) && !self->filled)
    fill (self);
}

static GtkLabel *
append_label (GtkBox     *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
dd_review_units_panel_dispose (GObject *object)
{
  DdReviewUnitsPanel *self = DD_REVIEW_UNITS_PANEL (object);

  if (self->expander != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->expander));
  self->expander = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (dd_review_units_panel_parent_class)->dispose (object);
}

static void
dd_review_units_panel_class_init (DdReviewUnitsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_review_units_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dd_review_units_panel_init (DdReviewUnitsPanel *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (GTK_WIDGET (self), "review-panel");
  self->title = append_label (GTK_BOX (heading), "heading");
  self->subtitle = append_label (GTK_BOX (heading), "caption");
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (self->box, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 9);
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  dd_expander_set_heading (self->expander, heading);
  gtk_expander_set_child (self->expander, GTK_WIDGET (self->box));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->expander),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
}

GtkWidget *
dd_review_units_panel_new (DdSession *session,
                           DdReview  *review)
{
  DdReviewUnitsPanel *self = g_object_new (DD_TYPE_REVIEW_UNITS_PANEL, NULL);
  GPtrArray *units = dd_review_get_unknown_units (review);

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);
  g_signal_connect_object (review, "units-changed", G_CALLBACK (show_units), self,
                           G_CONNECT_SWAPPED);
  gtk_expander_set_expanded (self->expander, units->len <= MAX_OPEN && count_doubtful (units) > 0);
  show_units (self);

  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-facts"

#include "dd-facts.h"

/**
 * DdFacts:
 *
 * What is known of a record, a line for each fact: its name, and what it is.
 * Facts that are not known take no line.
 */
struct _DdFacts
{
  GtkWidget  parent_instance;

  GtkGrid   *grid;
  int        n_rows;
};

G_DEFINE_FINAL_TYPE (DdFacts, dd_facts, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
dd_facts_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dd_facts_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  DdFacts *self = DD_FACTS (widget);

  if (self->grid != NULL)
    gtk_widget_measure (GTK_WIDGET (self->grid), orientation, for_size, minimum, natural,
                        minimum_baseline, natural_baseline);
}

static void
dd_facts_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  DdFacts *self = DD_FACTS (widget);

  if (self->grid != NULL)
    gtk_widget_allocate (GTK_WIDGET (self->grid), width, height, baseline, NULL);
}

static void
dd_facts_dispose (GObject *object)
{
  dd_facts_clear (DD_FACTS (object));

  G_OBJECT_CLASS (dd_facts_parent_class)->dispose (object);
}

static void
dd_facts_class_init (DdFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_facts_dispose;
  widget_class->get_request_mode = dd_facts_get_request_mode;
  widget_class->measure = dd_facts_measure;
  widget_class->size_allocate = dd_facts_size_allocate;
}

static void
dd_facts_init (DdFacts *self)
{
}

/* GTK keeps for a while what an empty grid said of itself: that its height
 * does not depend on its width. Lines that wrap would then have no room, so
 * there is no grid while there is nothing to show. */
static void
make_grid (DdFacts *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

/**
 * dd_facts_clear:
 *
 * Takes all lines out.
 */
void
dd_facts_clear (DdFacts *self)
{
  g_return_if_fail (DD_IS_FACTS (self));

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;
  self->n_rows = 0;
}

/**
 * dd_facts_add:
 * @value: (nullable): plain text; nothing is added for %NULL and ""
 */
void
dd_facts_add (DdFacts    *self,
              const char *label,
              const char *value)
{
  GtkWidget *name, *text;

  g_return_if_fail (DD_IS_FACTS (self));

  if (value == NULL || *value == '\0')
    return;

  if (self->grid == NULL)
    make_grid (self);

  name = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (name), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 13);
  gtk_widget_add_css_class (name, "dim-label");

  text = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_yalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  name, NULL, -1);

  gtk_grid_attach (self->grid, name, 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, text, 1, self->n_rows, 1, 1);
  self->n_rows++;
}

/**
 * dd_facts_add_field:
 *
 * Adds a field of a record under its own name, unless it has no value.
 */
void
dd_facts_add_field (DdFacts     *self,
                    const DdRow *row,
                    guint        field)
{
  g_autofree char *text = dd_row_field_to_text (row, field);

  dd_facts_add (self, dd_field_get_label (&dd_row_get_type (row)->fields[field]), text);
}

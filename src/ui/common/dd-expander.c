/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-expander"

#include "dd-expander.h"

/**
 * dd_expander_set_heading:
 * @heading: several lines, the first of which is the title
 *
 * Sets what is seen of @expander while it is closed. The arrow stands beside the title and not
 * beside the middle of the lines; GTK has no property for that, so it is found where
 * GtkExpander puts it.
 */
void
dd_expander_set_heading (GtkExpander *expander,
                         GtkWidget   *heading)
{
  GtkWidget *arrow;

  g_return_if_fail (GTK_IS_EXPANDER (expander));
  g_return_if_fail (GTK_IS_WIDGET (heading));

  gtk_expander_set_label_widget (expander, heading);
  gtk_widget_add_css_class (GTK_WIDGET (expander), "with-heading");
  arrow = gtk_widget_get_prev_sibling (heading);
  if (arrow != NULL)
    gtk_widget_set_valign (arrow, GTK_ALIGN_START);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-label"

#include "dd-label.h"

/**
 * dd_label_append:
 * @css_class: (nullable): a style of the text
 * @lines: how many there may be; what is longer is cut
 *
 * Adds an empty label at the end of @box, for a text that has to fit.
 *
 * Returns: (transfer none): the label
 */
GtkLabel *
dd_label_append (GtkBox     *box,
                 const char *css_class,
                 int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (lines > 1)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), lines);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

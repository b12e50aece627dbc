/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-progress-row"

#include "config.h"

#include "dd-progress-row.h"

#include "dd-day-text.h"
#include "dd-progress.h"

#include <glib/gi18n-lib.h>

static void
add_line (GtkBox     *box,
          const char *text,
          const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static char *
describe (const DdRow *progress)
{
  g_autofree char *day = dd_day_to_text (dd_row_get_day (progress, DD_PROGRESS_DAY));
  g_autofree char *outcome = dd_row_field_to_text (progress, DD_PROGRESS_OUTCOME);
  const char *author = dd_row_get_text (progress, DD_PROGRESS_AUTHOR);
  g_autoptr (GString) text = g_string_new (day);

  g_string_append_printf (text, " · %s", outcome);
  if (dd_row_is_set (progress, DD_PROGRESS_PERCENT))
    g_string_append_printf (text, " · %u%%",
                            (guint) dd_row_get_number (progress, DD_PROGRESS_PERCENT));
  if (author != NULL)
    g_string_append_printf (text, " · %s", author);

  return g_strdup (text->str);
}

static void
add_named (GtkBox      *box,
           const DdRow *progress,
           guint        field)
{
  const char *text = dd_row_get_text (progress, field);
  g_autofree char *named = NULL;

  if (text == NULL)
    return;

  named = g_strdup_printf ("%s: %s",
                           dd_field_get_label (&dd_row_get_type (progress)->fields[field]), text);
  add_line (box, named, NULL);
}

static void
fill (GtkBox   *box,
      DdRecord *record)
{
  const DdRow *progress = dd_record_get_row (record);
  g_autofree char *heading = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (!dd_record_get_loaded (record))
    return;

  heading = describe (progress);
  add_line (box, heading, "caption");
  add_line (box, dd_row_get_text (progress, DD_PROGRESS_NOTE), NULL);
  add_named (box, progress, DD_PROGRESS_DIFFICULTY);
  add_named (box, progress, DD_PROGRESS_PROPOSAL);
  add_named (box, progress, DD_PROGRESS_DOCUMENT);
}

static void
changed_cb (DdRecord *record,
            GtkBox   *box)
{
  fill (box, record);
}

/**
 * dd_progress_row_new:
 *
 * Returns: a row that shows a progress report and follows it
 */
GtkWidget *
dd_progress_row_new (DdRecord *progress)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  fill (GTK_BOX (box), progress);
  g_signal_connect_object (progress, "changed", G_CALLBACK (changed_cb), box, 0);

  return row;
}

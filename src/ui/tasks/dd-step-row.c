/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-step-row"

#include "config.h"

#include "dd-step-row.h"

#include "dd-day-text.h"
#include "dd-deadline-change.h"
#include "dd-follow-up.h"
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

static void
add_named (GtkBox      *box,
           const DdRow *row,
           guint        field)
{
  g_autofree char *text = dd_row_field_to_text (row, field);
  g_autofree char *named = NULL;

  if (text == NULL || *text == '\0')
    return;

  named = g_strdup_printf ("%s: %s", dd_field_get_label (&dd_row_get_type (row)->fields[field]),
                           text);
  add_line (box, named, NULL);
}

/* The line above: when, what, and by whom, as far as it is known. */
static void
add_heading (GtkBox     *box,
             DdDay       day,
             const char *what,
             const char *author)
{
  g_autofree char *day_text = dd_day_to_text (day);
  g_autoptr (GString) text = g_string_new (day_text);

  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", what);
  if (author != NULL)
    g_string_append_printf (text, " · %s", author);
  add_line (box, text->str, "caption");
}

static void
fill_progress (GtkBox      *box,
               const DdRow *progress)
{
  g_autofree char *outcome = dd_row_field_to_text (progress, DD_PROGRESS_OUTCOME);
  g_autofree char *what = NULL;

  if (dd_row_is_set (progress, DD_PROGRESS_PERCENT))
    what = g_strdup_printf ("%s · %u%%", outcome,
                            (guint) dd_row_get_number (progress, DD_PROGRESS_PERCENT));
  add_heading (box, dd_row_get_day (progress, DD_PROGRESS_DAY), what != NULL ? what : outcome,
               dd_row_get_text (progress, DD_PROGRESS_AUTHOR));
  add_line (box, dd_row_get_text (progress, DD_PROGRESS_NOTE), NULL);
  add_named (box, progress, DD_PROGRESS_DIFFICULTY);
  add_named (box, progress, DD_PROGRESS_PROPOSAL);
  add_named (box, progress, DD_PROGRESS_DOCUMENT);
}

/* What was asked for and is not decided yet stands under the day it was asked on. */
static void
fill_deadline_change (GtkBox      *box,
                      const DdRow *change)
{
  DdDay old = dd_row_get_day (change, DD_DEADLINE_CHANGE_OLD_DEADLINE);
  DdDay new = dd_row_get_day (change, DD_DEADLINE_CHANGE_NEW_DEADLINE);
  DdDay decided = dd_row_get_day (change, DD_DEADLINE_CHANGE_DECIDED_ON);
  DdDay asked = dd_row_get_day (change, DD_DEADLINE_CHANGE_ASKED_ON);
  g_autofree char *old_text = dd_day_to_text (old);
  g_autofree char *new_text = dd_day_to_text (new);
  g_autofree char *outcome = dd_row_field_to_text (change, DD_DEADLINE_CHANGE_OUTCOME);
  g_autofree char *moved = NULL;

  add_heading (box, decided != DD_DAY_NONE ? decided : asked, outcome,
               dd_row_get_text (change, DD_DEADLINE_CHANGE_DECIDED_BY));
  /* Translators: the deadline as it was, and as it is to be; each is a day or “none”. */
  moved = g_strdup_printf (_("%s → %s"), old != DD_DAY_NONE ? old_text : _("none"),
                           new != DD_DAY_NONE ? new_text : _("none"));
  add_line (box, moved, NULL);
  add_line (box, dd_row_get_text (change, DD_DEADLINE_CHANGE_REASON), NULL);
  add_named (box, change, DD_DEADLINE_CHANGE_ASKED_BY);
  if (decided != DD_DAY_NONE)
    add_named (box, change, DD_DEADLINE_CHANGE_ASKED_ON);
  add_named (box, change, DD_DEADLINE_CHANGE_DOCUMENT);
}

static void
fill_follow_up (GtkBox      *box,
                const DdRow *follow_up)
{
  g_autofree char *kind = dd_row_field_to_text (follow_up, DD_FOLLOW_UP_KIND);

  add_heading (box, dd_row_get_day (follow_up, DD_FOLLOW_UP_DAY), kind,
               dd_row_get_text (follow_up, DD_FOLLOW_UP_AUTHOR));
  add_line (box, dd_row_get_text (follow_up, DD_FOLLOW_UP_TEXT), NULL);
  add_named (box, follow_up, DD_FOLLOW_UP_LETTER_NUMBER);
  add_named (box, follow_up, DD_FOLLOW_UP_ANSWER_DUE);
  add_named (box, follow_up, DD_FOLLOW_UP_ANSWERED);
  add_named (box, follow_up, DD_FOLLOW_UP_ANSWER);
}

static void
fill (GtkBox   *box,
      DdRecord *record)
{
  const DdRow *row = dd_record_get_row (record);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (!dd_record_get_loaded (record))
    return;

  if (dd_row_get_kind (row) == DD_KIND_PROGRESS)
    fill_progress (box, row);
  else if (dd_row_get_kind (row) == DD_KIND_DEADLINE_CHANGE)
    fill_deadline_change (box, row);
  else
    fill_follow_up (box, row);
}

static void
changed_cb (DdRecord *record,
            GtkBox   *box)
{
  fill (box, record);
}

/**
 * dd_step_row_new:
 * @step: a progress report, a change of the deadline, or a follow-up
 *
 * Returns: a row that shows what was done with a task, and follows it
 */
GtkWidget *
dd_step_row_new (DdRecord *step)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  fill (GTK_BOX (box), step);
  g_signal_connect_object (step, "changed", G_CALLBACK (changed_cb), box, 0);

  return row;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-form"

#include "config.h"

#include "dd-form-lines.h"

#include "dd-procedure.h"
#include "dd-unit-name.h"

/**
 * dd_form_lines_init:
 * @box: where the lines go; it outlives them
 */
void
dd_form_lines_init (DdFormLines *self,
                    GtkBox      *box)
{
  self->box = box;
  self->lines = g_ptr_array_new ();
  self->half_line = NULL;
}

/**
 * dd_form_lines_clear:
 *
 * Forgets the lines; their widgets stay in the box.
 */
void
dd_form_lines_clear (DdFormLines *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

/**
 * dd_form_lines_add:
 * @flags: of the field
 */
void
dd_form_lines_add (DdFormLines      *self,
                   DdFormLine       *line,
                   DdFormFieldFlags  flags)
{
  g_ptr_array_add (self->lines, line);

  if ((flags & DD_FORM_HALF) == 0)
    {
      self->half_line = NULL;
      gtk_box_append (self->box, GTK_WIDGET (line));
      return;
    }
  if (self->half_line != NULL)
    {
      gtk_box_append (GTK_BOX (self->half_line), GTK_WIDGET (line));
      self->half_line = NULL;
      return;
    }

  self->half_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->half_line), TRUE);
  gtk_box_append (GTK_BOX (self->half_line), GTK_WIDGET (line));
  gtk_box_append (self->box, self->half_line);
}

/**
 * dd_form_lines_add_heading:
 * @heading: above the lines that follow
 */
void
dd_form_lines_add_heading (DdFormLines *self,
                           const char  *heading)
{
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_add_css_class (label, "heading");
  self->half_line = NULL;
  gtk_box_append (self->box, label);
}

/**
 * dd_form_lines_find:
 *
 * Returns: (transfer none) (nullable): the line that asks for a field
 */
DdFormLine *
dd_form_lines_find (DdFormLines *self,
                    guint        field)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (dd_form_line_get_field (self->lines->pdata[i]) == field)
      return self->lines->pdata[i];

  return NULL;
}

/**
 * dd_form_lines_enter:
 *
 * Puts the focus into the first line that takes it.
 */
void
dd_form_lines_enter (DdFormLines *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (gtk_widget_grab_focus (self->lines->pdata[i]))
      break;
}

/* A record of which only the name is known. */
static DdRow *
make_named_row (DdKind      kind,
                const char *name,
                DdFormMake  make,
                gpointer    make_data)
{
  DdRow *row = make != NULL ? make (kind, name, make_data) : NULL;

  if (row != NULL)
    return row;
  if (kind == DD_KIND_UNIT)
    return dd_unit_row_from_name (name);

  g_assert (kind == DD_KIND_PROCEDURE);
  row = dd_row_new (kind);
  dd_row_set_text (row, DD_PROCEDURE_NAME, name);
  dd_row_set_choice (row, DD_PROCEDURE_LEVEL, DD_UNIT_LEVEL_PROVINCE);
  dd_row_set_choice (row, DD_PROCEDURE_SCOPE, DD_PROCEDURE_SCOPE_INTERNAL_B);

  return row;
}

/* The first fault gets the focus. */
static void
blame (DdFormLine   *line,
       const GError *error,
       gboolean      first)
{
  dd_form_line_set_fault (line, error->message);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (line));
}

/**
 * dd_form_lines_read:
 * @change: gets the records that were only named
 * @make: (nullable): makes such a record; without it, or with %NULL from it, a
 *   unit or a procedure is made as usual
 *
 * Puts all that was entered into the row. What is wrong is said below its
 * field, and the first that is gets the focus.
 */
gboolean
dd_form_lines_read (DdFormLines *self,
                    DdRow       *row,
                    DdChange    *change,
                    DdFormMake   make,
                    gpointer     make_data)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      DdFormLine *line = self->lines->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *new_name = NULL;

      if (!dd_form_line_read (line, row, &new_name, &error))
        {
          blame (line, error, ok);
          ok = FALSE;
        }
      else if (new_name != NULL)
        {
          guint field = dd_form_line_get_field (line);
          DdKind kind = dd_row_get_type (row)->fields[field].reference;
          g_autoptr (DdRow) named = make_named_row (kind, new_name, make, make_data);

          /* What the name cannot be is said where it was typed. */
          if (dd_row_check (named, &error))
            dd_row_set_reference (row, field,
                                  dd_change_insert (change, g_steal_pointer (&named)));
          else
            {
              blame (line, error, ok);
              ok = FALSE;
            }
        }
    }

  return ok;
}

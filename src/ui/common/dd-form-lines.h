/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the form: its lines, one below the other or two side by side. */
#pragma once

#include "dd-form-line.h"

G_BEGIN_DECLS

/**
 * DdFormLines:
 * @box: where they stand, borrowed
 * @lines: (element-type DdFormLine): all of them, borrowed
 * @half_line: (nullable): a line that has room for another field
 */
typedef struct
{
  GtkBox    *box;
  GPtrArray *lines;
  GtkWidget *half_line;
} DdFormLines;

void        dd_form_lines_init        (DdFormLines      *self,
                                       GtkBox           *box);
void        dd_form_lines_clear       (DdFormLines      *self);
void        dd_form_lines_add         (DdFormLines      *self,
                                       DdFormLine       *line,
                                       DdFormFieldFlags  flags);
void        dd_form_lines_add_heading (DdFormLines      *self,
                                       const char       *heading);
DdFormLine *dd_form_lines_find        (DdFormLines      *self,
                                       guint             field);
void        dd_form_lines_enter       (DdFormLines      *self);
gboolean    dd_form_lines_read        (DdFormLines      *self,
                                       DdRow            *row,
                                       DdChange         *change,
                                       DdFormMake        make,
                                       gpointer          make_data);

G_END_DECLS

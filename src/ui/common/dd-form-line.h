/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the form: one field of it, with its label above and what is wrong below. */
#pragma once

#include <gtk/gtk.h>

#include "dd-form-field.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_FORM_LINE (dd_form_line_get_type ())
G_DECLARE_FINAL_TYPE (DdFormLine, dd_form_line, DD, FORM_LINE, GtkWidget)

GtkWidget *dd_form_line_new       (DdSession          *session,
                                   const DdFormField  *field,
                                   const DdRow        *row);
GtkWidget *dd_form_line_new_with_widget (const char   *label,
                                   GtkWidget          *widget);

guint      dd_form_line_get_field (DdFormLine         *self);
GtkWidget *dd_form_line_get_widget (DdFormLine        *self);
gboolean   dd_form_line_read      (DdFormLine         *self,
                                   DdRow              *row,
                                   char              **new_name,
                                   GError            **error);
void       dd_form_line_set_fault (DdFormLine         *self,
                                   const char         *sentence);
void       dd_form_line_set_hint  (DdFormLine         *self,
                                   const char         *sentence);

G_END_DECLS

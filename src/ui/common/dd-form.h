/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dd-form-field.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_FORM (dd_form_get_type ())
G_DECLARE_FINAL_TYPE (DdForm, dd_form, DD, FORM, AdwWindow)

/* Judges what was entered as a whole. Returns FALSE with the field that is to
 * blame in @field, or -1, and a sentence. */
typedef gboolean (*DdFormCheck) (const DdRow  *row,
                                 int          *field,
                                 gpointer      user_data,
                                 GError      **error);

/* Puts what was entered into a change. @row is the caller's, and complete: the
 * units that it refers to are known or inserted by the same change. */
typedef void     (*DdFormFill)  (DdChange     *change,
                                 DdRow        *row,
                                 gpointer      user_data);

/* Goes on from what a record says now. */
typedef void     (*DdFormRebase) (const DdRow *now,
                                  gpointer     user_data);

DdForm    *dd_form_new         (DdSession          *session,
                                GtkWindow          *parent,
                                const char         *title,
                                const DdRow        *row,
                                const DdFormField  *fields,
                                guint               n_fields);
void       dd_form_set_check   (DdForm             *self,
                                DdFormCheck         check,
                                gpointer            user_data);
void       dd_form_set_fill    (DdForm             *self,
                                DdFormFill          fill,
                                gpointer            user_data,
                                GDestroyNotify      user_data_free);
void       dd_form_set_base    (DdForm             *self,
                                const DdRow        *base,
                                DdFormRebase        rebase,
                                gpointer            user_data);
void       dd_form_set_make    (DdForm             *self,
                                DdFormMake          make,
                                gpointer            user_data);
void       dd_form_set_exists_fault (DdForm        *self,
                                int                 field,
                                const char         *sentence);
void       dd_form_set_verb    (DdForm             *self,
                                const char         *verb);
void       dd_form_set_message (DdForm             *self,
                                const char         *message);
void       dd_form_set_note    (DdForm             *self,
                                const char         *note);
void       dd_form_add_fields  (DdForm             *self,
                                const DdFormField  *fields,
                                guint               n_fields);
void       dd_form_add_heading (DdForm             *self,
                                const char         *heading);
void       dd_form_add_widget  (DdForm             *self,
                                const char         *label,
                                GtkWidget          *widget);
GtkWidget *dd_form_get_widget  (DdForm             *self,
                                guint               field);
void       dd_form_set_reference_name (DdForm      *self,
                                guint               field,
                                const char         *name);
void       dd_form_set_shown   (DdForm             *self,
                                guint               field,
                                gboolean            shown);
void       dd_form_set_hint    (DdForm             *self,
                                guint               field,
                                const char         *sentence);
void       dd_form_show_fault  (DdForm             *self,
                                int                 field,
                                const char         *sentence);

G_END_DECLS

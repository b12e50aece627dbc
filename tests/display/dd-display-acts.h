/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a user does beyond clicking: keys, forms and questions that open over the
 * page, and the “Undo” of a toast. */
#pragma once

#include "dd-display-utils.h"

G_BEGIN_DECLS

GtkWidget *dd_display_wait_window    (GType             type);
void       dd_display_wait_no_window (GType             type);
void       dd_display_answer         (const char       *verb);
void       dd_display_click_on       (GtkWidget        *root,
                                      const char       *label);
void       dd_display_type           (GtkWidget        *widget,
                                      const char       *text);
void       dd_display_type_into      (GtkWidget        *form,
                                      guint             field,
                                      const char       *text);
void       dd_display_save           (DdDisplayFixture *f,
                                      GtkWidget        *form);
gboolean   dd_display_press          (DdDisplayFixture *f,
                                      guint             key,
                                      GdkModifierType   modifiers);
void       dd_display_undo           (DdDisplayFixture *f,
                                      const char       *message);

G_END_DECLS

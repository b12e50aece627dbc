/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of a plan's items, and of their procedures. */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

DdForm *dd_item_form_new_item       (DdSession   *session,
                                     GtkWindow   *parent,
                                     const DdRow *plan,
                                     const DdRow *before);
DdForm *dd_item_form_edit_item      (DdSession   *session,
                                     GtkWindow   *parent,
                                     const DdRow *plan,
                                     const DdRow *item);
void    dd_item_form_show_procedure (DdSession   *session,
                                     GtkWidget   *origin,
                                     gint64       procedure);

G_END_DECLS

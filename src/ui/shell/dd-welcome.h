/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_WELCOME (dd_welcome_get_type ())
G_DECLARE_FINAL_TYPE (DdWelcome, dd_welcome, DD, WELCOME, GtkWidget)

GtkWidget *dd_welcome_new        (void);
void       dd_welcome_show_error (DdWelcome  *self,
                                  const char *sentence);

G_END_DECLS

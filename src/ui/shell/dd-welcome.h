/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_WELCOME (dd_welcome_get_type ())
G_DECLARE_FINAL_TYPE (DdWelcome, dd_welcome, DD, WELCOME, GtkWidget)

GtkWidget *dd_welcome_new          (void);
void       dd_welcome_show_error   (DdWelcome  *self,
                                    const char *sentence);
void       dd_welcome_show_missing (DdWelcome  *self,
                                    const char *path,
                                    gboolean    has_own);
void       dd_welcome_set_busy     (DdWelcome  *self,
                                    gboolean    busy);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_SHARE_BAR (dd_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (DdShareBar, dd_share_bar, DD, SHARE_BAR, GtkWidget)

GtkWidget *dd_share_bar_new       (void);

void       dd_share_bar_set_share (DdShareBar *self,
                                   double      percent);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_TICK_LIST (dd_tick_list_get_type ())
G_DECLARE_FINAL_TYPE (DdTickList, dd_tick_list, DD, TICK_LIST, GtkWidget)

GtkWidget *dd_tick_list_new        (void);

void       dd_tick_list_add        (DdTickList *self,
                                    const char *name);
gboolean   dd_tick_list_get_ticked (DdTickList *self,
                                    guint       position);

G_END_DECLS

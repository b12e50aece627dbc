/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_BUSY_BAR (dd_busy_bar_get_type ())
G_DECLARE_FINAL_TYPE (DdBusyBar, dd_busy_bar, DD, BUSY_BAR, GtkWidget)

int          *dd_busy_bar_begin           (DdBusyBar  *self,
                                           const char *sentence);
void          dd_busy_bar_end             (DdBusyBar  *self);
gboolean      dd_busy_bar_get_busy        (DdBusyBar  *self);
GCancellable *dd_busy_bar_get_cancellable (DdBusyBar  *self);

G_END_DECLS

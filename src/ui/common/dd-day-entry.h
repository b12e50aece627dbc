/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-day.h"

G_BEGIN_DECLS

#define DD_TYPE_DAY_ENTRY (dd_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (DdDayEntry, dd_day_entry, DD, DAY_ENTRY, GtkWidget)

GtkWidget *dd_day_entry_new      (DdDay        today);

DdDay      dd_day_entry_get_day  (DdDayEntry  *self);
void       dd_day_entry_set_day  (DdDayEntry  *self,
                                  DdDay        day);
gboolean   dd_day_entry_is_valid (DdDayEntry  *self);

G_END_DECLS

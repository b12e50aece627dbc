/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_SPLIT (dd_split_get_type ())
G_DECLARE_FINAL_TYPE (DdSplit, dd_split, DD, SPLIT, GtkWidget)

void      dd_split_set_details_shown (DdSplit  *self,
                                      gboolean  shown);
gboolean  dd_split_get_details_shown (DdSplit  *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What those are told of a widget who cannot see what stands around it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dd_accessible_set_label (GtkWidget  *widget,
                              const char *label);
void dd_accessible_set_below (GtkWidget  *widget,
                              GtkWidget  *below,
                              gboolean    is_fault);

G_END_DECLS

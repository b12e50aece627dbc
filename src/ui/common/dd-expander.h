/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dd_expander_set_heading (GtkExpander *expander,
                              GtkWidget   *heading);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkLabel *dd_label_append (GtkBox     *box,
                           const char *css_class,
                           int         lines);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bare view, and what is done to both views. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dd_bench_bare_view_new (const char *path);
void       dd_bench_steps_begin   (GtkWidget  *window,
                                   void      (*finish) (void));
void       dd_bench_steps_print   (void);

G_END_DECLS

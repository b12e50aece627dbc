/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_FIGURE_BOX (dd_figure_box_get_type ())
G_DECLARE_FINAL_TYPE (DdFigureBox, dd_figure_box, DD, FIGURE_BOX, GtkWidget)

void dd_figure_box_set_statuses (DdFigureBox *self,
                                 guint        statuses);
void dd_figure_box_show         (DdFigureBox *self,
                                 guint        count,
                                 const char  *note);
void dd_figure_box_set_alarming (DdFigureBox *self,
                                 gboolean     alarming);
void dd_figure_box_show_part    (DdFigureBox *self,
                                 guint        statuses,
                                 const char  *text);

G_END_DECLS

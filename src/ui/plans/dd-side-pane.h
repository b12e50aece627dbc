/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_SIDE_PANE (dd_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (DdSidePane, dd_side_pane, DD, SIDE_PANE, GtkWidget)

gboolean dd_side_pane_get_folded        (DdSidePane *self);
gboolean dd_side_pane_get_content_shown (DdSidePane *self);
void     dd_side_pane_set_content_shown (DdSidePane *self,
                                         gboolean    shown);

G_END_DECLS

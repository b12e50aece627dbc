/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DD_TYPE_WRAP_LAYOUT (dd_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DdWrapLayout, dd_wrap_layout, DD, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *dd_wrap_layout_new (int spacing);

G_END_DECLS

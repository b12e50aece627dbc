/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DD_TYPE_PASTE_WINDOW (dd_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (DdPasteWindow, dd_paste_window, DD, PASTE_WINDOW, AdwWindow)

DdPasteWindow *dd_paste_window_new (GtkWindow *parent);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dd-clock.h"

G_BEGIN_DECLS

#define DD_TYPE_WINDOW (dd_window_get_type ())
G_DECLARE_FINAL_TYPE (DdWindow, dd_window, DD, WINDOW, AdwApplicationWindow)

DdWindow   *dd_window_new       (GtkApplication *application,
                                 GSettings      *settings,
                                 DdClock        *clock);

void        dd_window_open      (DdWindow       *self,
                                 const char     *path);
const char *dd_window_get_path  (DdWindow       *self);
void        dd_window_show_page (DdWindow       *self,
                                 const char     *name);

G_END_DECLS

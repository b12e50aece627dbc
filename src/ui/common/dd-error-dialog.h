/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dd_error_dialog_show (GtkWidget    *origin,
                           const GError *error);

G_END_DECLS

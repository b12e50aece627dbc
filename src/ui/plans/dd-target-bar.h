/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-rag.h"

G_BEGIN_DECLS

#define DD_TYPE_TARGET_BAR (dd_target_bar_get_type ())
G_DECLARE_FINAL_TYPE (DdTargetBar, dd_target_bar, DD, TARGET_BAR, GtkWidget)

void dd_target_bar_show (DdTargetBar *self,
                         double       share,
                         double       target,
                         DdRag        rag);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-quick-line.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_QUICK_CHIPS (dd_quick_chips_get_type ())
G_DECLARE_FINAL_TYPE (DdQuickChips, dd_quick_chips, DD, QUICK_CHIPS, GtkWidget)

void     dd_quick_chips_start    (DdQuickChips *self,
                                  DdSession    *session,
                                  DdQuickLine  *line);
void     dd_quick_chips_update   (DdQuickChips *self,
                                  gboolean      empty);
gboolean dd_quick_chips_get_busy (DdQuickChips *self);
gboolean dd_quick_chips_ask      (DdQuickChips *self);

G_END_DECLS

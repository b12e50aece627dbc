/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-store.h"

G_BEGIN_DECLS

#define DD_TYPE_STAGE_TILES (dd_stage_tiles_get_type ())
G_DECLARE_FINAL_TYPE (DdStageTiles, dd_stage_tiles, DD, STAGE_TILES, GtkWidget)

void dd_stage_tiles_count (DdStageTiles *self,
                           DdStore      *store,
                           gint64        plan,
                           DdDay         today);

G_END_DECLS

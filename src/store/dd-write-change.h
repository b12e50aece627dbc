/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-change-private.h"
#include "dd-db.h"

G_BEGIN_DECLS

gboolean  dd_write_change  (DdDb          *db,
                            DdChange      *change,
                            GArray        *touched,
                            gint64        *action,
                            GError       **error);

G_END_DECLS

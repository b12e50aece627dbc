/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-change-private.h"
#include "dd-db.h"

G_BEGIN_DECLS

gboolean  dd_undo_action (DdDb      *db,
                          DdChange  *by,
                          gint64     action,
                          GArray    *touched,
                          GError   **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-db.h"
#include "dd-row.h"

G_BEGIN_DECLS

gint64   dd_write_lock_get_meeting (const DdRow  *row);
gboolean dd_write_lock_check       (DdDb         *db,
                                    const DdRow  *before,
                                    const DdRow  *after,
                                    GError      **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-db.h"
#include "dd-row.h"

G_BEGIN_DECLS

gboolean dd_ring_check (DdDb         *db,
                        const DdRow  *old,
                        const DdRow  *now,
                        GError      **error);

G_END_DECLS

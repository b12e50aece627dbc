/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-db.h"

G_BEGIN_DECLS

gboolean  dd_sort_keys_sign    (DdDb    *db,
                                GError **error);
gboolean  dd_sort_keys_refresh (DdDb    *db,
                                GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store: the records that a new file begins with. */
#pragma once

#include "dd-db.h"

G_BEGIN_DECLS

gboolean  dd_seed (DdDb    *db,
                   GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-write.h"

G_BEGIN_DECLS

gboolean  dd_write_merge (DdDb      *db,
                          DdWriter  *writer,
                          DdKind     kind,
                          gint64     id,
                          gint64     into,
                          GError   **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-kind.h"

G_BEGIN_DECLS

const char *dd_derived_get_expression (DdKind      kind,
                                       guint       field);
gboolean    dd_derived_depends_on     (DdKind      kind,
                                       DdKind      other);

G_END_DECLS

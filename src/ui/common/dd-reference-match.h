/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What records that can be referred to are called, and which of them is meant by what
 * somebody has typed. */
#pragma once

#include "dd-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char     *dd_reference_describe    (const DdRow *row) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dd_reference_is_called   (DdRecord    *record,
                                    const char  *typed);
int       dd_reference_find_called (GListModel  *matches,
                                    const char  *typed,
                                    gboolean     may_create);
int       dd_reference_find_taken  (GListModel  *matches,
                                    const char  *typed,
                                    gboolean     may_create);

G_END_DECLS

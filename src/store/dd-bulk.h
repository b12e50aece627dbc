/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-db.h"
#include "dd-kind.h"

G_BEGIN_DECLS

GPtrArray *dd_bulk_take_indexes     (DdDb            *db,
                                     const gboolean   tables[DD_N_KINDS],
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dd_bulk_put_indexes_back (DdDb            *db,
                                     GPtrArray       *indexes,
                                     GError         **error);

G_END_DECLS

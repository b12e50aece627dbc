/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-db.h"
#include "dd-query-private.h"

G_BEGIN_DECLS

const char *dd_query_get_status_condition (DdTaskStatus   status);
void        dd_query_append_where         (GString       *sql,
                                           const DdQuery *query);
void        dd_query_bind_where           (DdStatement   *statement,
                                           const DdQuery *query);

G_END_DECLS

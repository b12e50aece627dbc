/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store, and a connection beside it to ask without one. */
#pragma once

#include "dd-db.h"
#include "dd-query.h"
#include "dd-test-utils.h"

G_BEGIN_DECLS

typedef struct
{
  DdStoreFixture f;
  DdDb           db;
} DdQueriesFixture;

void    dd_queries_set_up    (DdQueriesFixture *fx,
                              gconstpointer     data);
void    dd_queries_tear_down (DdQueriesFixture *fx,
                              gconstpointer     data);
GArray *dd_queries_collect   (DdQueriesFixture *fx,
                              const DdQuery    *query,
                              guint             limit) G_GNUC_WARN_UNUSED_RESULT;
DdDay   dd_random_day        (DdDay             around);

G_END_DECLS

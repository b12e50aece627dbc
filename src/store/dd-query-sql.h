/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store: the SQL of a query. */
#pragma once

#include "dd-db.h"
#include "dd-query-private.h"

G_BEGIN_DECLS

gboolean  dd_query_collect_ids  (DdDb          *db,
                                 const DdQuery *query,
                                 guint          limit,
                                 GArray        *ids,
                                 GError       **error);
gboolean  dd_query_contains     (DdDb          *db,
                                 const DdQuery *query,
                                 gint64         id,
                                 gboolean      *contains,
                                 GError       **error);
gboolean  dd_query_precedes     (DdDb          *db,
                                 const DdQuery *query,
                                 gint64         a,
                                 gint64         b,
                                 gboolean      *precedes,
                                 GError       **error);
gboolean  dd_query_count        (DdDb          *db,
                                 const DdQuery *query,
                                 guint         *count,
                                 GError       **error);
gboolean  dd_query_reads        (const DdQuery *query,
                                 DdKind         kind);

G_END_DECLS

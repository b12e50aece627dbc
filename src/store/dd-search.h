/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store: the search index, which is SQLite's own. */
#pragma once

#include "dd-db.h"
#include "dd-row.h"

G_BEGIN_DECLS

gboolean  dd_search_has_index    (DdKind        kind);
DdKind    dd_search_get_indexed  (DdKind        kind);
gboolean  dd_search_update       (DdDb         *db,
                                  const DdRow  *old,
                                  const DdRow  *now,
                                  GError      **error);
gboolean  dd_search_index_since  (DdDb         *db,
                                  DdKind        kind,
                                  gint64        first_id,
                                  GError      **error);
gboolean  dd_search_check        (DdDb         *db,
                                  DdKind        kind,
                                  GError      **error);
gboolean  dd_search_rebuild      (DdDb         *db,
                                  DdKind        kind,
                                  GError      **error);
gboolean  dd_search_parse        (const char   *typed,
                                  char        **words,
                                  char        **folded);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-query-private.h"

G_BEGIN_DECLS

/**
 * DdSortKey:
 * @expression: other than NULL for every record, so that two can be compared
 */
typedef struct
{
  char     *expression;
  gboolean  descending;
} DdSortKey;

gboolean  dd_query_is_by_lead     (const DdQuery *query);
GArray   *dd_query_make_sort_keys (const DdQuery *query) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

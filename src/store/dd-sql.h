/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store: the SQL of a kind of records, made from its fields. */
#pragma once

#include "dd-db.h"
#include "dd-row.h"

G_BEGIN_DECLS

/**
 * DdKindSql:
 * @columns: what a query selects so that dd_sql_read_row() can read it; the table
 *   goes by the kind's name
 * @select: one record, by :id
 * @select_list: those whose ids :ids lists as a JSON array, in its order
 * @insert: all stored fields, by position
 * @remove: one record, by :id
 */
typedef struct
{
  const char *columns;
  const char *select;
  const char *select_list;
  const char *insert;
  const char *remove;
} DdKindSql;

const DdKindSql *dd_sql_get_kind    (DdKind        kind);
DdRow           *dd_sql_read_row    (DdStatement  *statement,
                                     DdKind        kind);
void             dd_sql_bind_row    (DdStatement  *statement,
                                     const DdRow  *row);
void             dd_sql_bind_key    (DdStatement   *statement,
                                     int            index,
                                     const DdField *field,
                                     const char    *text);
gboolean         dd_sql_update_row  (DdDb         *db,
                                     const DdRow  *old,
                                     const DdRow  *now,
                                     GError      **error);
DdRow           *dd_sql_select_row  (DdDb         *db,
                                     DdKind        kind,
                                     gint64        id,
                                     GError      **error);
gboolean         dd_sql_select_rows (DdDb         *db,
                                     DdKind        kind,
                                     const gint64 *ids,
                                     guint         n_ids,
                                     GPtrArray    *rows,
                                     GError      **error);

G_END_DECLS

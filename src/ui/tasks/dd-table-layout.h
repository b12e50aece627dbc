/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the head of a pasted table is, and what its columns are. */
#pragma once

#include "dd-table-role.h"
#include "dd-table-text.h"

G_BEGIN_DECLS

/**
 * DdTableLayout:
 * @first: the first row of the table proper, behind its title and its head
 * @headers: (element-type utf8): what the head calls the columns; "" where it does not
 * @roles: (element-type DdTableRole): of the columns
 */
typedef struct
{
  guint      first;
  GPtrArray *headers;
  GArray    *roles;
} DdTableLayout;

DdTableLayout *dd_table_layout_new       (const DdTableText      *table,
                                          const DdUnitDictionary *units,
                                          GHashTable             *remembered)
                                          G_GNUC_WARN_UNUSED_RESULT;
void           dd_table_layout_free      (DdTableLayout          *self);
DdTableRole    dd_table_layout_get_role  (const DdTableLayout    *self,
                                          guint                   column);
void           dd_table_layout_set_role  (DdTableLayout          *self,
                                          guint                   column,
                                          DdTableRole             role);
guint          dd_table_layout_find      (const DdTableLayout    *self,
                                          DdTableRole             role);
const char    *dd_table_layout_get_cell  (const DdTableLayout    *self,
                                          const DdTableText      *table,
                                          guint                   row,
                                          DdTableRole             role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTableLayout, dd_table_layout_free)

G_END_DECLS

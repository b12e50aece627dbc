/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdTextTable:
 *
 * A table for a terminal: columns as wide as what stands in them, the last
 * one wrapped to the width there is.
 */
typedef struct _DdTextTable DdTextTable;

DdTextTable *dd_text_table_new     (const char * const *headings) G_GNUC_WARN_UNUSED_RESULT;
void         dd_text_table_free    (DdTextTable        *self);
void         dd_text_table_add_row (DdTextTable        *self,
                                    const char * const *cells);
char        *dd_text_table_to_text (const DdTextTable  *self,
                                    guint               width) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTextTable, dd_text_table_free)

G_END_DECLS

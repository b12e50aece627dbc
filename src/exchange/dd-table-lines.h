/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DdTableLines DdTableLines;

DdTableLines *dd_table_lines_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void          dd_table_lines_free      (DdTableLines *self);

void          dd_table_lines_begin_row (DdTableLines *self);
void          dd_table_lines_add_cell  (DdTableLines *self,
                                        const char   *text,
                                        guint         n_columns,
                                        guint         n_rows);
void          dd_table_lines_append    (DdTableLines *self,
                                        GString      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTableLines, dd_table_lines_free)

G_END_DECLS

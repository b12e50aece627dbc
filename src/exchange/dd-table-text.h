/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More is no list of tasks. A cell may be as long as a spreadsheet lets it be. */
#define DD_TABLE_TEXT_MAX_SIZE (16 * 1024 * 1024)
#define DD_TABLE_TEXT_MAX_ROWS 10000
#define DD_TABLE_TEXT_MAX_COLUMNS 64

/**
 * DdTableText:
 *
 * A table as text: rows of cells, all of them with the same number of cells. What a cell
 * has is never worked out: "=A1" is these three letters.
 */
typedef struct _DdTableText DdTableText;

DdTableText *dd_table_text_parse      (const char        *text,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;
DdTableText *dd_table_text_parse_html (const char        *html,
                                       gsize              size,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;
DdTableText *dd_table_text_read       (GBytes            *bytes,
                                       const char        *name,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;
DdTableText *dd_table_text_new        (GPtrArray         *rows,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void         dd_table_text_free       (DdTableText       *self);

guint        dd_table_text_get_n_rows    (const DdTableText *self);
guint        dd_table_text_get_n_columns (const DdTableText *self);
const char  *dd_table_text_get_cell      (const DdTableText *self,
                                          guint              row,
                                          guint              column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTableText, dd_table_text_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Word has no more columns; what stands in others goes into the last. */
#define DD_OFFICE_TABLE_MAX_COLUMNS 64

/**
 * DdOfficeTable:
 *
 * A table of an office document, until it is known as what it is to be written.
 */
typedef struct _DdOfficeTable DdOfficeTable;

/**
 * DdOfficeTableTake:
 * @line: a line of the table as text
 *
 * Returns: %FALSE if no more is wanted
 */
typedef gboolean (*DdOfficeTableTake) (const char *line,
                                       gpointer    data);

DdOfficeTable *dd_office_table_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void           dd_office_table_free       (DdOfficeTable     *self);

void           dd_office_table_begin_row  (DdOfficeTable     *self);
void           dd_office_table_add_cell   (DdOfficeTable     *self,
                                           GPtrArray         *lines,
                                           guint              n_columns,
                                           gboolean           continued);
void           dd_office_table_end_row    (DdOfficeTable     *self,
                                           gboolean           head,
                                           guint              n_times);
guint          dd_office_table_get_column (DdOfficeTable     *self);

void           dd_office_table_write      (DdOfficeTable     *self,
                                           gboolean           ruled,
                                           DdOfficeTableTake  take,
                                           gpointer           data);
void           dd_office_table_write_flat (DdOfficeTable     *self,
                                           DdOfficeTableTake  take,
                                           gpointer           data);

char          *dd_office_table_join_lines (GPtrArray         *lines,
                                           gboolean           head) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdOfficeTable, dd_office_table_free)

G_END_DECLS

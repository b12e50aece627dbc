/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-docx-styles.h"
#include "dd-office-text.h"

G_BEGIN_DECLS

/**
 * DdDocxTables:
 *
 * The tables of a Word document that have begun: which cells go over several columns or
 * rows, and whether lines are drawn between them.
 */
typedef struct _DdDocxTables DdDocxTables;

DdDocxTables *dd_docx_tables_new         (DdOfficeText             *text,
                                          DdDocxStyles             *styles)
                                          G_GNUC_WARN_UNUSED_RESULT;
void          dd_docx_tables_free        (DdDocxTables             *self);

void          dd_docx_tables_begin       (DdDocxTables             *self);
void          dd_docx_tables_end         (DdDocxTables             *self);
void          dd_docx_tables_start       (DdDocxTables             *self,
                                          guint                     element,
                                          const DdOfficeAttributes *attributes);
void          dd_docx_tables_end_element (DdDocxTables             *self,
                                          guint                     element);
void          dd_docx_tables_drop_row    (DdDocxTables             *self);

G_END_DECLS

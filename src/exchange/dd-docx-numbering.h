/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-docx-styles.h"

G_BEGIN_DECLS

/**
 * DdDocxNumbering:
 *
 * The lists of a Word document, with where the counting stands in each.
 */
typedef struct _DdDocxNumbering DdDocxNumbering;

DdDocxNumbering *dd_docx_numbering_new   (DdDocxStyles       *styles) G_GNUC_WARN_UNUSED_RESULT;
void             dd_docx_numbering_free  (DdDocxNumbering    *self);
gboolean         dd_docx_numbering_read  (DdDocxNumbering    *self,
                                          DdArchive          *archive,
                                          const char         *part,
                                          GCancellable       *cancellable,
                                          GError            **error);

char            *dd_docx_numbering_count (DdDocxNumbering    *self,
                                          DdDocxNumPr         num_pr,
                                          const char         *style) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdDocxNumbering, dd_docx_numbering_free)

G_END_DECLS

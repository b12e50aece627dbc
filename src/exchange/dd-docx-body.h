/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-docx-numbering.h"
#include "dd-office-text.h"

G_BEGIN_DECLS

/**
 * DdDocxBody:
 *
 * Reads the paragraphs and tables of a Word document, then its footnotes and endnotes, as
 * they are printed: with what was inserted and without what was deleted while changes were
 * tracked, with the results of fields and without their instructions, without hidden text.
 */
typedef struct _DdDocxBody DdDocxBody;

DdDocxBody *dd_docx_body_new        (DdOfficeText     *text,
                                     DdDocxStyles     *styles,
                                     DdDocxNumbering  *numbering) G_GNUC_WARN_UNUSED_RESULT;
void        dd_docx_body_free       (DdDocxBody       *self);

gboolean    dd_docx_body_read       (DdDocxBody       *self,
                                     DdArchive        *archive,
                                     const char       *part,
                                     GCancellable     *cancellable,
                                     GError          **error);
gboolean    dd_docx_body_read_notes (DdDocxBody       *self,
                                     gboolean          endnotes,
                                     DdArchive        *archive,
                                     const char       *part,
                                     GCancellable     *cancellable,
                                     GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdDocxBody, dd_docx_body_free)

G_END_DECLS

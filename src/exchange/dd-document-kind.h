/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdDocumentKind:
 *
 * What a file that somebody takes for a document is, by its bytes.
 */
typedef enum
{
  DD_DOCUMENT_KIND_TEXT,        /* whatever is nothing else */
  DD_DOCUMENT_KIND_HTML,
  DD_DOCUMENT_KIND_PDF,
  DD_DOCUMENT_KIND_DOCX,
  DD_DOCUMENT_KIND_ODT,
  DD_DOCUMENT_KIND_FLAT_ODT,    /* the same as one XML file */
  /* not read: */
  DD_DOCUMENT_KIND_DOC,         /* of Word before 2007 */
  DD_DOCUMENT_KIND_LOCKED,      /* of Word, with a password */
  DD_DOCUMENT_KIND_RTF,
  DD_DOCUMENT_KIND_MHT,
  DD_DOCUMENT_KIND_XML,
  DD_DOCUMENT_KIND_SPREADSHEET,
  DD_DOCUMENT_KIND_SLIDES,
  DD_DOCUMENT_KIND_PAGES,       /* of Apple's program */
  DD_DOCUMENT_KIND_ARCHIVE,
  DD_DOCUMENT_KIND_PICTURE,
  DD_N_DOCUMENT_KINDS
} DdDocumentKind;

DdDocumentKind dd_document_kind_of_bytes       (GBytes         *bytes);
const char    *dd_document_kind_get_media_type (DdDocumentKind  self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-document"

#include "config.h"

#include "dd-document.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_DOCUMENT_NUMBER] = { "number", N_("Number and code"), DD_FIELD_TEXT, DD_FIELD_SEARCHABLE },
  [DD_DOCUMENT_TYPE] = { "type", N_("Type"), DD_FIELD_TEXT },
  [DD_DOCUMENT_DAY] = { "day", N_("Date"), DD_FIELD_DAY },
  [DD_DOCUMENT_ISSUER] = { "issuer", N_("Issuer"), DD_FIELD_TEXT, DD_FIELD_SEARCHABLE },
  [DD_DOCUMENT_SIGNER] = { "signer", N_("Signer"), DD_FIELD_TEXT },
  [DD_DOCUMENT_SUBJECT] = { "subject", N_("Subject"),
    DD_FIELD_TEXT, DD_FIELD_SEARCHABLE | DD_FIELD_MULTILINE },
  [DD_DOCUMENT_TEXT] = { "text", N_("Text"),
    DD_FIELD_TEXT, DD_FIELD_VERBATIM | DD_FIELD_MULTILINE },
  [DD_DOCUMENT_FILE_NAME] = { "file_name", N_("File name"), DD_FIELD_TEXT },
  [DD_DOCUMENT_SHA256] = { "sha256", N_("SHA-256"), DD_FIELD_TEXT },
};

/**
 * DdDocument:
 *
 * An official document, or another text from which directives were read.
 *
 * The text is kept as it came: what was found in it is told by its place there.
 */
DD_DEFINE_RECORD (DdDocument, document, DOCUMENT, N_("Document"))

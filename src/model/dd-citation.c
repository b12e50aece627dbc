/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-citation"

#include "config.h"

#include "dd-citation.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_CITATION_DOCUMENT] = { "document", N_("Document"),
    DD_FIELD_REFERENCE, DD_FIELD_OWNER, DD_KIND_DOCUMENT },
  [DD_CITATION_DIRECTIVE] = { "directive", N_("Directive"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_DIRECTIVE },
  [DD_CITATION_NUMBER] = { "number", N_("Number and code"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_CITATION_CITED] = { "cited", N_("Cited document"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_DOCUMENT },
};

/**
 * DdCitation:
 *
 * A document that another one, or a directive, refers to.
 */
DD_DEFINE_RECORD (DdCitation, citation, CITATION, N_("Cited document"))

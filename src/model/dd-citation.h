/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_CITATION_DOCUMENT,
  DD_CITATION_DIRECTIVE,
  DD_CITATION_NUMBER,
  DD_CITATION_CITED,
} DdCitationField;

#define DD_TYPE_CITATION (dd_citation_get_type ())
DD_DECLARE_RECORD (DdCitation, citation, CITATION)

G_END_DECLS

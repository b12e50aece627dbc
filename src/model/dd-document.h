/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_DOCUMENT_NUMBER,    /* 87/TB-UBND */
  DD_DOCUMENT_TYPE,      /* Thông báo */
  DD_DOCUMENT_DAY,
  DD_DOCUMENT_ISSUER,
  DD_DOCUMENT_SIGNER,
  DD_DOCUMENT_SUBJECT,
  DD_DOCUMENT_TEXT,
  DD_DOCUMENT_FILE_NAME,
  DD_DOCUMENT_SHA256,    /* of the file it was read from */
} DdDocumentField;

#define DD_TYPE_DOCUMENT (dd_document_get_type ())
DD_DECLARE_RECORD (DdDocument, document, DOCUMENT)

G_END_DECLS

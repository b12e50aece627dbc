/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_ATTACHMENT_DOCUMENT,
  DD_ATTACHMENT_TASK,
  DD_ATTACHMENT_PROGRESS,
  DD_ATTACHMENT_NAME,
  DD_ATTACHMENT_MEDIA_TYPE,
  DD_ATTACHMENT_SIZE,       /* bytes */
  DD_ATTACHMENT_SHA256,
} DdAttachmentField;

#define DD_TYPE_ATTACHMENT (dd_attachment_get_type ())
DD_DECLARE_RECORD (DdAttachment, attachment, ATTACHMENT)

char *dd_attachment_clean_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-attachment"

#include "config.h"

#include "dd-attachment.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_ATTACHMENT_DOCUMENT] = { "document", N_("Document"),
    DD_FIELD_REFERENCE, DD_FIELD_OWNER, DD_KIND_DOCUMENT },
  [DD_ATTACHMENT_TASK] = { "task", N_("Task"), DD_FIELD_REFERENCE, DD_FIELD_OWNER, DD_KIND_TASK },
  [DD_ATTACHMENT_PROGRESS] = { "progress", N_("Progress report"),
    DD_FIELD_REFERENCE, DD_FIELD_OWNER, DD_KIND_PROGRESS },
  [DD_ATTACHMENT_NAME] = { "name", N_("Name"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_ATTACHMENT_MEDIA_TYPE] = { "media_type", N_("Media type"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_ATTACHMENT_SIZE] = { "size", N_("Size"), DD_FIELD_NUMBER, DD_FIELD_REQUIRED },
  [DD_ATTACHMENT_SHA256] = { "sha256", N_("SHA-256"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
};

/**
 * DdAttachment:
 *
 * A file that belongs to a document, a task, or a progress report. Its bytes are
 * kept in the file of records, under their SHA-256, once for all that name them.
 */
DD_DEFINE_RECORD (DdAttachment, attachment, ATTACHMENT, N_("Attachment"))

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-feedback"

#include "config.h"

#include "dd-feedback.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_FEEDBACK_BATCH] = { "batch", N_("Batch"), DD_FIELD_TEXT },
  [DD_FEEDBACK_CONTENT] = { "content", N_("Content"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_MULTILINE },
  [DD_FEEDBACK_UNIT] = { "unit", N_("Unit"), DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_UNIT },
  [DD_FEEDBACK_RECEIVED] = { "received", N_("Received on"), DD_FIELD_DAY },
  [DD_FEEDBACK_DUE] = { "due", N_("Due"), DD_FIELD_DAY },
  [DD_FEEDBACK_ANSWERED] = { "answered", N_("Answered on"), DD_FIELD_DAY },
  [DD_FEEDBACK_ANSWER] = { "answer", N_("Answer"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_FEEDBACK_DOCUMENT] = { "document", N_("Document"), DD_FIELD_TEXT },
};

/**
 * DdFeedback:
 *
 * A recommendation of citizens or businesses that a unit has to answer.
 */
DD_DEFINE_RECORD (DdFeedback, feedback, FEEDBACK, N_("Feedback"))

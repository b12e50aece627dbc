/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_FEEDBACK_BATCH,    /* 342 of 97/NQ-CP */
  DD_FEEDBACK_CONTENT,
  DD_FEEDBACK_UNIT,
  DD_FEEDBACK_RECEIVED,
  DD_FEEDBACK_DUE,
  DD_FEEDBACK_ANSWERED,
  DD_FEEDBACK_ANSWER,
  DD_FEEDBACK_DOCUMENT,
} DdFeedbackField;

#define DD_TYPE_FEEDBACK (dd_feedback_get_type ())
DD_DECLARE_RECORD (DdFeedback, feedback, FEEDBACK)

G_END_DECLS

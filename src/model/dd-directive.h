/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_DIRECTIVE_KIND_TASK,
  DD_DIRECTIVE_KIND_SOFT,
  DD_DIRECTIVE_KIND_PROHIBITION,
  DD_DIRECTIVE_KIND_MILESTONE,
  DD_DIRECTIVE_KIND_MANDATE,
  DD_DIRECTIVE_KIND_DECISION,
} DdDirectiveKind;

typedef enum
{
  DD_DIRECTIVE_DOCUMENT,
  DD_DIRECTIVE_MEETING,
  DD_DIRECTIVE_INSPECTION,
  DD_DIRECTIVE_POSITION,
  DD_DIRECTIVE_ORDINAL,         /* 2.a */
  DD_DIRECTIVE_QUOTE,
  DD_DIRECTIVE_SPAN_START,      /* in the text of the document */
  DD_DIRECTIVE_SPAN_END,
  DD_DIRECTIVE_KIND,
  DD_DIRECTIVE_ASSIGNER,
  DD_DIRECTIVE_LEAD,            /* as the text names them */
  DD_DIRECTIVE_COORDINATING,
  DD_DIRECTIVE_REPORT_TO,
  DD_DIRECTIVE_DEADLINE,
  DD_DIRECTIVE_DEADLINE_KIND,
  DD_DIRECTIVE_DEADLINE_TEXT,
  DD_DIRECTIVE_RECURRENCE,
  DD_DIRECTIVE_RECURRENCE_DAY,  /* of the month; of a weekly duty 1, Monday, to 7 */
  DD_DIRECTIVE_CONFIDENCE,      /* 0 to 1 */
  DD_DIRECTIVE_NO_TASK_REASON,  /* set: none is */
  DD_DIRECTIVE_SUPERSEDED_BY,
  DD_DIRECTIVE_AGENDA_ITEM,     /* the topic under which it was said */
  DD_DIRECTIVE_PRODUCT,         /* what has to come of it: a report, a decision */
  DD_DIRECTIVE_RECURRENCE_MONTH, /* of a yearly duty: 1 to 12 */
  DD_DIRECTIVE_DOCUMENT_NUMBER, /* without one its subject, or the name of its file */
  DD_DIRECTIVE_MEETING_TITLE,
  DD_DIRECTIVE_DAY,             /* of the meeting, or of the document */
  DD_DIRECTIVE_N_TASKS,
  DD_DIRECTIVE_N_DONE,
  DD_DIRECTIVE_NEXT_DUE,        /* of its open tasks */
} DdDirectiveField;

#define DD_TYPE_DIRECTIVE (dd_directive_get_type ())
DD_DECLARE_RECORD (DdDirective, directive, DIRECTIVE)

G_END_DECLS

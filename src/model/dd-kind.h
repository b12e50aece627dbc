/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdKind:
 *
 * The kinds of records, each behind those it refers to, so that a file that
 * is written kind by kind in this order can be read in one pass.
 */
typedef enum
{
  DD_KIND_UNIT,
  DD_KIND_PERSON,
  DD_KIND_HOLIDAY,
  DD_KIND_SETTING,
  DD_KIND_DOCUMENT,
  DD_KIND_MEETING,
  DD_KIND_ATTENDANCE,
  DD_KIND_AGENDA_ITEM,
  DD_KIND_INSPECTION,
  DD_KIND_DIRECTIVE,
  DD_KIND_CITATION,
  DD_KIND_PLAN,
  DD_KIND_MILESTONE,
  DD_KIND_TARGET,
  DD_KIND_PROCEDURE,
  DD_KIND_PLAN_ITEM,
  DD_KIND_COST_STEP,
  DD_KIND_OBLIGATION,
  DD_KIND_OBLIGATION_UNIT,
  DD_KIND_TASK,
  DD_KIND_TASK_UNIT,
  DD_KIND_PROGRESS,
  DD_KIND_DEADLINE_CHANGE,
  DD_KIND_FOLLOW_UP,
  DD_KIND_FEEDBACK,
  DD_KIND_INDEX_SCORE,
  DD_KIND_ATTACHMENT,
  DD_KIND_HISTORY,
} DdKind;

#define DD_N_KINDS (DD_KIND_HISTORY + 1)

G_END_DECLS

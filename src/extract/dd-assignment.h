/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-unit-matcher.h"

G_BEGIN_DECLS

/**
 * DdAssignmentForm:
 *
 * How a clause says who is to do something.
 */
typedef enum
{
  DD_ASSIGNMENT_NONE,           /* it does not */
  DD_ASSIGNMENT_REPORT,         /* it tells what was done or said */
  DD_ASSIGNMENT_DECISION,       /* it agrees to something, and names nobody */
  DD_ASSIGNMENT_CONDITION,      /* it says what to do if */
  DD_ASSIGNMENT_CLOSING,        /* the formula at the end */
  DD_ASSIGNMENT_DIRECTED,       /* giao U …, yêu cầu U … */
  DD_ASSIGNMENT_SUBJECT,        /* U chủ trì …, U cần … */
  DD_ASSIGNMENT_DUTY,           /* nhiệm vụ của U là … */
  DD_ASSIGNMENT_MANDATE,        /* U thực hiện chức năng … */
  DD_ASSIGNMENT_VERB,           /* rà soát …: who was said before */
} DdAssignmentForm;

typedef enum
{
  DD_ASSIGNMENT_STRONG    = 1 << 0,     /* with a word that only directives have */
  DD_ASSIGNMENT_MODAL     = 1 << 1,     /* cần, phải */
  DD_ASSIGNMENT_FORBIDS   = 1 << 2,     /* không được */
  DD_ASSIGNMENT_SOFT      = 1 << 3,     /* exhorts */
  DD_ASSIGNMENT_ASIDE     = 1 << 4,     /* the subject is this clause's only */
  DD_ASSIGNMENT_PAST      = 1 << 5,     /* "đã yêu cầu", as news tell it */
  DD_ASSIGNMENT_UNKNOWN   = 1 << 6,     /* the verb is none that is known */
  DD_ASSIGNMENT_TALK      = 1 << 7,     /* one who takes part in a meeting says it */
} DdAssignmentFlags;

/**
 * DdSetting:
 * @official: the text is an official document, not news
 * @tasks: what is being read assigns tasks, so that a plain verb is an order
 * @heading: a heading names who leads: "yêu cầu" and "chỉ đạo" are that unit's work
 * @led: the units of the item were named before it: "chỉ đạo" is their work
 * @item: the clause is an item of a list
 * @typed: it was typed into one line: all of it is an order
 * @many: the heading names no unit but many: "đề nghị U" tells others something
 * @opens: the clause is the first of its item
 * @chair: (nullable): who chairs the meeting, if the text says so
 *
 * What is known of the place where a clause stands.
 */
typedef struct
{
  gboolean    official;
  gboolean    tasks;
  gboolean    heading;
  gboolean    led;
  gboolean    item;
  gboolean    typed;
  gboolean    opens;
  gboolean    many;
  const char *chair;
} DdSetting;

/**
 * DdAssignment:
 * @predicate: the first token of what is to be done
 * @assigner: (element-type DdUnitMention): who assigns; empty: not said
 * @lead: (element-type DdUnitMention): who is to do it; empty: not said
 *
 * What a clause says of who is to do something.
 */
typedef struct
{
  DdAssignmentForm   form;
  DdAssignmentFlags  flags;
  guint              predicate;
  GArray            *assigner;
  GArray            *lead;
} DdAssignment;

void dd_assignment_init  (DdAssignment *self);
void dd_assignment_clear (DdAssignment *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DdAssignment, dd_assignment_clear)

G_END_DECLS

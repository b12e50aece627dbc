/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-reading.h"

G_BEGIN_DECLS

typedef enum
{
  DD_QUICK_PART_CONTENT,
  DD_QUICK_PART_LEAD,
  DD_QUICK_PART_COORDINATING,
  DD_QUICK_PART_REPORT_TO,
  DD_QUICK_PART_DEADLINE,
  DD_QUICK_PART_RECURRENCE,
  DD_QUICK_PART_TARGET,
  DD_QUICK_PART_CITATION,
} DdQuickPartKind;

/**
 * DdQuickPart:
 * @words: as the line has it; "": not from the line
 * @text: what it is taken for: the name of a unit, the content, the words of a target
 * @id: of a unit: the known one; 0: it is to be created
 * @near: of a unit that nobody knows: the one that is perhaps meant; 0: none is
 * @day: of a deadline; %DD_DAY_NONE where the words tell none
 * @recurrence: of a recurrence
 * @corrected: whether a person has said so
 *
 * A piece of what a line says.
 */
typedef struct
{
  DdQuickPartKind  kind;
  char            *words;
  char            *text;
  gint64           id;
  gint64           near;
  DdDay            day;
  DdRecurrence     recurrence;
  gboolean         corrected;
} DdQuickPart;

DdQuickPart *dd_quick_part_new           (DdQuickPartKind    kind,
                                          const char        *words,
                                          const char        *text) G_GNUC_WARN_UNUSED_RESULT;
void         dd_quick_part_free          (DdQuickPart       *self);
DdMarkKind   dd_quick_part_kind_get_mark (DdQuickPartKind    kind);

G_END_DECLS

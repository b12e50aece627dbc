/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-change.h"
#include "dd-draft.h"
#include "dd-known-units.h"

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

typedef struct _DdQuickLine DdQuickLine;

DdQuickLine   *dd_quick_line_new             (DdKnownUnits      *units) G_GNUC_WARN_UNUSED_RESULT;
void           dd_quick_line_free            (DdQuickLine       *self);

void           dd_quick_line_read            (DdQuickLine       *self,
                                              const char        *text,
                                              DdDay              reference);
void           dd_quick_line_clear           (DdQuickLine       *self);
void           dd_quick_line_set_default_day (DdQuickLine       *self,
                                              DdDay              day);

GPtrArray     *dd_quick_line_get_parts       (DdQuickLine       *self);
GArray        *dd_quick_line_get_marks       (DdQuickLine       *self);
gboolean       dd_quick_line_has             (DdQuickLine       *self,
                                              DdQuickPartKind    kind);

void           dd_quick_line_set_text        (DdQuickLine       *self,
                                              const char        *content);
void           dd_quick_line_set_unit        (DdQuickLine       *self,
                                              DdQuickPartKind    kind,
                                              const char        *words,
                                              gint64             id,
                                              const char        *name,
                                              gboolean           learn);
void           dd_quick_line_move_unit       (DdQuickLine       *self,
                                              DdQuickPartKind    kind,
                                              const char        *words,
                                              const char        *name,
                                              DdQuickPartKind    to);
void           dd_quick_line_set_day         (DdQuickLine       *self,
                                              DdDay              day);
void           dd_quick_line_set_recurrence  (DdQuickLine       *self,
                                              DdRecurrence       recurrence);
void           dd_quick_line_remove          (DdQuickLine       *self,
                                              DdQuickPartKind    kind,
                                              const char        *words,
                                              const char        *text);

DdDraft       *dd_quick_line_make_draft      (DdQuickLine       *self) G_GNUC_WARN_UNUSED_RESULT;
void           dd_quick_line_learn           (DdQuickLine       *self,
                                              DdChange          *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdQuickLine, dd_quick_line_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-change.h"
#include "dd-draft.h"
#include "dd-known-units.h"
#include "dd-quick-part.h"

G_BEGIN_DECLS

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

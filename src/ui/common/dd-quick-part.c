/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-quick-part"

#include "config.h"

#include "dd-quick-part.h"

static const DdMarkKind mark_kinds[] = {
  [DD_QUICK_PART_CONTENT] = DD_N_MARK_KINDS,
  [DD_QUICK_PART_LEAD] = DD_MARK_LEAD,
  [DD_QUICK_PART_COORDINATING] = DD_MARK_COORDINATING,
  [DD_QUICK_PART_REPORT_TO] = DD_MARK_REPORT_TO,
  [DD_QUICK_PART_DEADLINE] = DD_MARK_DEADLINE,
  [DD_QUICK_PART_RECURRENCE] = DD_MARK_RECURRENCE,
  [DD_QUICK_PART_TARGET] = DD_MARK_TARGET,
  [DD_QUICK_PART_CITATION] = DD_MARK_CITATION,
};

/**
 * dd_quick_part_new:
 * @words: as the line has it; "": not from the line
 * @text: what it is taken for
 */
DdQuickPart *
dd_quick_part_new (DdQuickPartKind  kind,
                   const char      *words,
                   const char      *text)
{
  DdQuickPart *self = g_new0 (DdQuickPart, 1);

  self->kind = kind;
  self->words = g_strdup (words);
  self->text = g_strdup (text);

  return self;
}

void
dd_quick_part_free (DdQuickPart *self)
{
  g_free (self->words);
  g_free (self->text);
  g_free (self);
}

/**
 * dd_quick_part_kind_get_mark:
 *
 * Returns: how the words of such a piece are marked in the line; %DD_N_MARK_KINDS: they are
 *   not, since the content is what the marks leave
 */
DdMarkKind
dd_quick_part_kind_get_mark (DdQuickPartKind kind)
{
  return mark_kinds[kind];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

G_BEGIN_DECLS

typedef enum
{
  DD_UNIT_GROUP    = 1 << 0,    /* many units at once: các sở, ban, ngành */
  DD_UNIT_POST     = 1 << 1,    /* a unit told by its head: Giám đốc Sở Nội vụ */
  DD_UNIT_PERSON   = 1 << 2,    /* with the name of a person */
  DD_UNIT_SUPERIOR = 1 << 3,    /* one that assigns and is not assigned to */
  DD_UNIT_KNOWN    = 1 << 4,    /* the dictionary has it */
  DD_UNIT_ANAPHOR  = 1 << 5,    /* one that was named before */
  DD_UNIT_BARE     = 1 << 6,    /* a group without "các" */
  DD_UNIT_SHORT    = 1 << 7,    /* by its kind only: "Sở", of the one named before */
} DdUnitFlags;

/**
 * DdUnitMention:
 * @words: what names the unit
 * @prefix: words to be put in front that stand once for a list, "Bộ" of "các
 *   Bộ: A, B"; empty: none
 *
 * A unit as a text names it.
 */
typedef struct
{
  DdRange     words;
  DdRange     prefix;
  DdUnitFlags flags;
} DdUnitMention;

char *dd_unit_mention_name (const DdUnitMention *self,
                            const DdBody        *body) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

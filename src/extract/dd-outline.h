/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"
#include "dd-layout.h"

G_BEGIN_DECLS

/**
 * DdMarker:
 *
 * What an item begins with, from the widest to the narrowest of the usual
 * ladder I. – 1. – a) – "-" – "+". Which of two stands higher in a document is
 * decided by which contains the other.
 */
typedef enum
{
  DD_MARKER_NONE,               /* a paragraph */
  DD_MARKER_PART,               /* Phần I, A. */
  DD_MARKER_ROMAN,              /* I. */
  DD_MARKER_ARTICLE,            /* Điều 1. */
  DD_MARKER_NUMBER,             /* 1. */
  DD_MARKER_NUMBER_2,           /* 1.1. */
  DD_MARKER_NUMBER_3,           /* 1.1.1. */
  DD_MARKER_NUMBER_CLOSED,      /* 1) */
  DD_MARKER_NUMBER_ENCLOSED,    /* (1), (i) */
  DD_MARKER_LETTER,             /* a) */
  DD_MARKER_DASH,
  DD_MARKER_BULLET,
  DD_MARKER_PLUS,
  DD_MARKER_CELL,               /* a cell of a table that was saved as text */
} DdMarker;

/**
 * DdBlock:
 * @words: what it says, without the marker
 * @whole: with the marker
 * @marker: what it begins with
 * @label: the number or letter of the marker; empty for a dash
 * @parent: the item that contains it, by its index; its own if none does
 * @depth: how many items contain it
 * @n_items: how many items it contains directly
 * @closed: whether it ends as a sentence does
 * @row: which row of a table it belongs to; 0: none
 * @annex: whether it stands behind the signature
 */
typedef struct
{
  DdRange   words;
  DdRange   whole;
  DdRange   label;
  DdMarker  marker;
  guint     parent;
  guint     depth;
  guint     n_items;
  guint     row;
  gboolean  closed;
  gboolean  annex;
} DdBlock;

/**
 * DdOutline:
 * @tokens: (element-type DdToken): the document's own words
 * @blocks: (element-type DdBlock): its paragraphs and items
 * @addressees: whom it is addressed to; these tokens stand behind all blocks
 */
typedef struct
{
  GArray  *tokens;
  GArray  *blocks;
  DdRange  addressees;
} DdOutline;

DdOutline     *dd_outline_new         (const DdBody    *all,
                                       const DdLayout  *layout) G_GNUC_WARN_UNUSED_RESULT;
void           dd_outline_free        (DdOutline       *self);

const DdBlock *dd_outline_get_block   (const DdOutline *self,
                                       guint            block);
char          *dd_outline_get_ordinal (const DdOutline *self,
                                       const DdBody    *body,
                                       guint            block) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdOutline, dd_outline_free)

G_END_DECLS

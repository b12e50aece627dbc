/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DD_TOKEN_WORD,                /* letters only */
  DD_TOKEN_NUMBER,              /* digits, with the points and commas between them */
  DD_TOKEN_MARK,                /* one punctuation mark or other sign */
} DdTokenKind;

typedef enum
{
  DD_SHAPE_LOWER,               /* sở */
  DD_SHAPE_CAPITAL,             /* Sở */
  DD_SHAPE_UPPER,               /* SỞ, TTg: two capitals or more */
} DdShape;

/**
 * DdToken:
 * @key: what is the same for the same word, see dd_alphabet_get_key()
 * @start: the first character in the even text
 * @end: the one behind the last
 * @node: where phrases that begin with this word are found in the lexicon; 0:
 *   no phrase does
 * @kind: a #DdTokenKind
 * @shape: a #DdShape, for a word
 * @line_start: the first of its line
 * @space_before: not written together with the token before
 * @gap_before: so far from the token before that they may be in two columns
 *
 * A word (in Vietnamese: a syllable), a number or a mark.
 */
typedef struct
{
  guint64 key;
  guint32 start;
  guint32 end;
  guint32 node;
  guint   kind         : 2;
  guint   shape        : 2;
  guint   line_start   : 1;
  guint   space_before : 1;
  guint   gap_before   : 1;
} DdToken;

G_END_DECLS

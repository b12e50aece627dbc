/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-lexicon.h"
#include "dd-source-text.h"
#include "dd-unit-dictionary.h"

G_BEGIN_DECLS

/**
 * DdBody:
 * @source: the text
 * @chars: its characters
 * @lexicon: the phrases that are known
 * @classes: which of them begin with a word, see dd_lexicon_get_classes()
 * @units: the units that are known
 * @tokens: the text in tokens
 * @n_tokens: how many
 * @plain: it was typed without marks: units are called as they are spelt
 * @cited: for each token, whether it belongs to the number or the date of
 *   another document: such a date is no deadline
 *
 * What every rule of reading looks at: a text in tokens, and what helps to
 * understand it. Pieces of it are told by the first token and the one behind
 * the last.
 */
typedef struct
{
  const DdSourceText     *source;
  const gunichar         *chars;
  const DdLexicon        *lexicon;
  const DdWordClasses    *classes;
  const DdUnitDictionary *units;
  const DdToken          *tokens;
  guint                   n_tokens;
  gboolean                plain;
  guint8                 *cited;
} DdBody;

/**
 * DdRange:
 * @first: a token
 * @last: the token behind the last
 */
typedef struct
{
  guint first;
  guint last;
} DdRange;

/**
 * dd_body_match_value:
 * @value: (out) (optional): what the phrase stands for; unchanged if there is none
 *
 * This is asked so often that the answer for most words is found here.
 *
 * Returns: how many tokens a phrase of a class takes at token @i; 0 if there is none
 */
static inline guint
dd_body_match_value (const DdBody *self,
                     guint         i,
                     guint         end,
                     DdWordClass   word_class,
                     int          *value)
{
  if (i >= end ||
      (self->classes[self->tokens[i].node].bits[word_class / 64] >> (word_class % 64) & 1) == 0)
    return 0;

  return dd_lexicon_match (self->lexicon, self->tokens + i, end - i, word_class, value);
}

/**
 * dd_body_match:
 *
 * Returns: as dd_body_match_value(), which tells the value too
 */
static inline guint
dd_body_match (const DdBody *self,
               guint         i,
               guint         end,
               DdWordClass   word_class)
{
  return dd_body_match_value (self, i, end, word_class, NULL);
}

/**
 * dd_body_is_mark:
 *
 * Returns: whether token @i stands in front of @end and is this mark
 */
static inline gboolean
dd_body_is_mark (const DdBody *self,
                 guint         i,
                 guint         end,
                 char          mark)
{
  return i < end && self->tokens[i].kind == DD_TOKEN_MARK &&
         self->chars[self->tokens[i].start] == (guchar) mark;
}

/**
 * dd_body_is_word:
 *
 * Returns: whether token @i stands in front of @end and is a word
 */
static inline gboolean
dd_body_is_word (const DdBody *self,
                 guint         i,
                 guint         end)
{
  return i < end && self->tokens[i].kind == DD_TOKEN_WORD;
}

/**
 * dd_body_is_number:
 *
 * Returns: whether token @i stands in front of @end and is a number
 */
static inline gboolean
dd_body_is_number (const DdBody *self,
                   guint         i,
                   guint         end)
{
  return i < end && self->tokens[i].kind == DD_TOKEN_NUMBER;
}

/**
 * dd_body_skip_comma:
 *
 * Returns: the token behind a comma at token @i; @i if there is none
 */
static inline guint
dd_body_skip_comma (const DdBody *self,
                    guint         i,
                    guint         end)
{
  return i + dd_body_is_mark (self, i, end, ',');
}

/**
 * dd_body_is_capital:
 *
 * Returns: whether token @i is a word that begins with a capital, or is all in
 *   capitals
 */
static inline gboolean
dd_body_is_capital (const DdBody *self,
                    guint         i,
                    guint         end)
{
  return dd_body_is_word (self, i, end) && self->tokens[i].shape != DD_SHAPE_LOWER;
}

/**
 * dd_body_step:
 *
 * Returns: how many tokens to go on by when looking for a word: the "hiện" of "thực
 *   hiện" is no word of its own
 */
static inline guint
dd_body_step (const DdBody *self,
              guint         i,
              guint         end)
{
  guint n = 1;

  if (self->tokens[i].node != 0)
    {
      n = MAX (n, dd_body_match (self, i, end, DD_WORD_FIXED));
      n = MAX (n, dd_body_match (self, i, end, DD_WORD_VERB));
    }

  return n;
}

gboolean  dd_body_get_number (const DdBody *self,
                              guint         i,
                              guint         end,
                              guint        *number);
char     *dd_body_get_words  (const DdBody *self,
                              guint         first,
                              guint         last) G_GNUC_WARN_UNUSED_RESULT;
void      dd_body_add_words  (const DdBody *self,
                              guint         first,
                              guint         last,
                              GString      *words);
DdSpan    dd_body_get_span   (const DdBody *self,
                              guint         first,
                              guint         last);
guint     dd_body_find_close (const DdBody *self,
                              guint         open,
                              guint         end);
guint     dd_body_find_class (const DdBody *self,
                              guint         first,
                              guint         last,
                              DdWordClass   word_class);
gboolean  dd_body_contains   (const DdBody *self,
                              guint         first,
                              guint         last,
                              DdWordClass   word_class);

G_END_DECLS

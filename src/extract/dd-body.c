/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-body"

#include "dd-body.h"

/* A parenthesis that is not closed after this many tokens was never one. */
#define PARENTHESIS_MAX 80

/**
 * dd_body_get_number:
 * @number: (out): the value of a whole number of at most six digits
 *
 * Returns: whether token @i is one
 */
gboolean
dd_body_get_number (const DdBody *self,
                    guint         i,
                    guint         end,
                    guint        *number)
{
  const DdToken *token;

  if (!dd_body_is_number (self, i, end))
    return FALSE;

  token = &self->tokens[i];
  if (token->end - token->start > 6)
    return FALSE;

  *number = 0;
  for (guint j = token->start; j < token->end; j++)
    {
      if (self->chars[j] < '0' || self->chars[j] > '9')
        return FALSE;
      *number = *number * 10 + (self->chars[j] - '0');
    }

  return TRUE;
}

/**
 * dd_body_add_words:
 *
 * Appends the words of a piece, in one line.
 */
void
dd_body_add_words (const DdBody *self,
                   guint         first,
                   guint         last,
                   GString      *words)
{
  for (guint i = first; i < last; i++)
    {
      const DdToken *token = &self->tokens[i];

      if (i > first && token->space_before)
        g_string_append_c (words, ' ');
      for (guint j = token->start; j < token->end; j++)
        g_string_append_unichar (words, self->chars[j]);
    }
}

/**
 * dd_body_get_words:
 *
 * Returns: (transfer full): the words of a piece, in one line
 */
char *
dd_body_get_words (const DdBody *self,
                   guint         first,
                   guint         last)
{
  GString *words = g_string_new (NULL);

  dd_body_add_words (self, first, last, words);

  return g_string_free (words, FALSE);
}

/**
 * dd_body_get_span:
 *
 * Returns: where a piece stands in the text as given
 */
DdSpan
dd_body_get_span (const DdBody *self,
                  guint         first,
                  guint         last)
{
  g_assert (first < last && last <= self->n_tokens);

  return dd_source_text_get_span (self->source,
                                  self->tokens[first].start, self->tokens[last - 1].end);
}

/**
 * dd_body_find_class:
 *
 * Returns: the token where the first phrase of a class begins in a piece; @last if
 *   there is none
 */
guint
dd_body_find_class (const DdBody *self,
                    guint         first,
                    guint         last,
                    DdWordClass   word_class)
{
  for (guint i = first; i < last; i++)
    if (self->tokens[i].node != 0 && dd_body_match (self, i, last, word_class) > 0)
      return i;

  return last;
}

/**
 * dd_body_contains:
 *
 * Returns: whether a phrase of a class begins anywhere in a piece
 */
gboolean
dd_body_contains (const DdBody *self,
                  guint         first,
                  guint         last,
                  DdWordClass   word_class)
{
  return dd_body_find_class (self, first, last, word_class) < last;
}

/**
 * dd_body_find_close:
 * @open: a parenthesis
 *
 * Returns: the token behind the one that closes it; @open if none does
 */
guint
dd_body_find_close (const DdBody *self,
                    guint         open,
                    guint         end)
{
  guint depth = 0;

  end = MIN (end, open + PARENTHESIS_MAX);
  for (guint i = open; i < end; i++)
    {
      if (dd_body_is_mark (self, i, end, '('))
        depth++;
      else if (dd_body_is_mark (self, i, end, ')') && --depth == 0)
        return i + 1;
    }

  return open;
}

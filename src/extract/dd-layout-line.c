/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-layout-line"

#include "dd-layout-line.h"

/**
 * dd_layout_get_line:
 *
 * Returns: (transfer none): line @i
 */
DdLine *
dd_layout_get_line (const DdLayout *self,
                    guint           i)
{
  return &g_array_index (self->lines, DdLine, i);
}

/**
 * dd_layout_is_upper:
 *
 * Returns: whether all words of a piece are in capitals
 */
gboolean
dd_layout_is_upper (const DdBody *body,
                    guint         first,
                    guint         last)
{
  guint n_words = 0;

  for (guint i = first; i < last; i++)
    {
      const DdToken *token = &body->tokens[i];

      if (token->kind != DD_TOKEN_WORD)
        continue;
      if (token->shape == DD_SHAPE_LOWER ||
          (token->shape == DD_SHAPE_CAPITAL && token->end - token->start > 1))
        return FALSE;
      n_words++;
    }

  return n_words > 0;
}

/**
 * dd_line_skip_bars:
 *
 * Cells of a table that was saved as text stand between bars.
 *
 * Returns: the token behind the bars at token @i
 */
guint
dd_line_skip_bars (const DdBody *all,
                   guint         i,
                   guint         end)
{
  while (dd_body_is_mark (all, i, end, '|') || dd_body_is_mark (all, i, end, '*') ||
         dd_body_is_mark (all, i, end, '_'))
    i++;

  return i;
}

/**
 * dd_line_match:
 *
 * Returns: how many tokens a phrase of a class takes at the beginning of a line,
 *   behind its bars
 */
guint
dd_line_match (const DdBody *all,
               const DdLine *line,
               DdWordClass   word_class)
{
  return dd_body_match (all, dd_line_skip_bars (all, line->tokens.first, line->tokens.last),
                        line->tokens.last, word_class);
}

/**
 * dd_line_ends_with:
 *
 * Returns: whether a line ends with one of some marks
 */
gboolean
dd_line_ends_with (const DdBody *all,
                   const DdLine *line,
                   const char   *marks)
{
  for (const char *p = marks; *p != '\0'; p++)
    if (dd_body_is_mark (all, line->tokens.last - 1, line->tokens.last, *p))
      return TRUE;

  return FALSE;
}

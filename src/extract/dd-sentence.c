/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-sentence"

#include "dd-sentence.h"

/* A text without a full stop for longer than this is not prose: it is cut, so
 * that no rule has to look at more at once. */
#define SENTENCE_TOKENS_MAX 1500

static gboolean
is_sign (const DdBody *body,
         guint         i,
         guint         end,
         gunichar      sign)
{
  return i < end && body->tokens[i].kind == DD_TOKEN_MARK &&
         body->chars[body->tokens[i].start] == sign;
}

/* Whether a new sentence may begin at token @i. */
static gboolean
may_begin (const DdBody *body,
           guint         i,
           guint         end)
{
  if (i >= end)
    return TRUE;
  if (is_sign (body, i, end, '"') || is_sign (body, i, end, '('))
    i++;

  return dd_body_is_capital (body, i, end) || is_sign (body, i, end, '-') ||
         is_sign (body, i, end, '+') || is_sign (body, i, end, DD_SOURCE_TEXT_BULLET) ||
         (dd_body_is_number (body, i, end) && body->tokens[i].space_before);
}

/* Whether the point at token @i ends a sentence: not in "TP. Hồ Chí Minh",
 * "v.v.", "Th.S"; and also without a space behind it, "kèm theo.Thủ tướng". */
static gboolean
is_full_stop (const DdBody *body,
              guint         i,
              guint         first,
              guint         end)
{
  const DdToken *before = i > first ? &body->tokens[i - 1] : NULL;

  if (!may_begin (body, i + 1, end))
    return FALSE;
  if (i + 1 >= end || before == NULL || before->kind != DD_TOKEN_WORD)
    return TRUE;
  if (before->shape != DD_SHAPE_LOWER &&
      (before->end - before->start == 1 ||
       dd_body_match (body, i - 1, i, DD_WORD_ABBREVIATION) > 0))
    return FALSE;

  return body->tokens[i + 1].space_before ||
         (before->shape == DD_SHAPE_LOWER && before->end - before->start >= 2);
}

/**
 * dd_sentence_find_end:
 * @i: where a sentence begins
 * @end: the end of its paragraph
 *
 * Returns: the token behind the sentence
 */
guint
dd_sentence_find_end (const DdBody *body,
                      guint         i,
                      guint         end)
{
  const guint first = i;

  while (i < end)
    {
      const DdToken *token = &body->tokens[i];

      if (token->kind == DD_TOKEN_MARK)
        {
          const gunichar sign = body->chars[token->start];

          if ((sign == '.' && is_full_stop (body, i, first, end)) ||
              ((sign == '!' || sign == '?' || sign == 0x2026) && may_begin (body, i + 1, end)))
            {
              i++;
              while (is_sign (body, i, end, '"') || is_sign (body, i, end, ')') ||
                     is_sign (body, i, end, '/') || is_sign (body, i, end, '.'))
                {
                  if (body->tokens[i].space_before)
                    break;
                  i++;
                }
              return i;
            }
        }
      else if (i > first && token->kind == DD_TOKEN_WORD && !token->space_before &&
               body->tokens[i - 1].kind == DD_TOKEN_WORD && !token->line_start)
        {
          return i;             /* a caption glued to the paragraph behind it */
        }
      i++;
      if (i - first >= SENTENCE_TOKENS_MAX)
        return i;
    }

  return end;
}

/**
 * dd_clause_find_end:
 * @i: where a clause begins
 * @end: the end of its sentence
 *
 * Clauses are what semicolons divide, but not in parentheses or quotation
 * marks.
 *
 * Returns: the token behind the clause and its semicolon
 */
guint
dd_clause_find_end (const DdBody *body,
                    guint         i,
                    guint         end)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  while (i < end)
    {
      if (body->tokens[i].kind == DD_TOKEN_MARK)
        {
          const gunichar sign = body->chars[body->tokens[i].start];

          if (sign == '(' && dd_body_find_close (body, i, end) > i)
            depth++;
          else if (sign == ')' && depth > 0)
            depth--;
          else if (sign == '"')
            quoted = !quoted;
          else if (sign == ';' && depth == 0 && !quoted)
            return i + 1;
        }
      i++;
    }

  return end;
}

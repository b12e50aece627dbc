/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-words"

#include "dd-unit-words.h"

#include "dd-unit-dictionary-private.h"

/* Small words that a name may go on with behind a capital: "Sở Nội vụ". */
#define LOWER_WORDS_MAX 8

/* The words that the name of a person has. */
#define PERSON_WORDS_MIN 3
#define PERSON_WORDS_MAX 5

/**
 * dd_unit_words_skip_capitals:
 *
 * Returns: the token behind words with capitals: "Bắc Kạn", "Bà Rịa - Vũng Tàu";
 *   @i if there are none
 */
guint
dd_unit_words_skip_capitals (const DdBody *body,
                             guint         i,
                             guint         end)
{
  while (dd_body_is_capital (body, i, end) && !body->tokens[i].gap_before)
    {
      i++;
      /* Bà Rịa - Vũng Tàu, and not "Trần Lưu Quang - Phó Thủ tướng" */
      if (dd_body_is_mark (body, i, end, '-') && dd_body_is_capital (body, i + 1, end) &&
          body->tokens[i].space_before == body->tokens[i + 1].space_before &&
          dd_body_match (body, i + 1, end, DD_WORD_POST) == 0)
        i++;
    }

  return i;
}

/**
 * dd_unit_words_is_person:
 *
 * Returns: whether the words are the name of a person: "UBND tỉnh Lê Minh Khôi"
 *   is chaired by him, "UBND tỉnh Bình Sơn" lies there
 */
gboolean
dd_unit_words_is_person (const DdBody *body,
                         guint         first,
                         guint         last)
{
  return last - first >= PERSON_WORDS_MIN && last - first <= PERSON_WORDS_MAX &&
         dd_body_match (body, first, last, DD_WORD_SURNAME) > 0;
}

/**
 * dd_unit_words_ends:
 *
 * Returns: whether what stands at token @i goes on with no name: "và", "rà soát"
 */
gboolean
dd_unit_words_ends (const DdBody *body,
                    guint         i,
                    guint         end)
{
  static const DdWordClass classes[] = {
    DD_WORD_STOP, DD_WORD_VERB, DD_WORD_ADVERB, DD_WORD_SOFT, DD_WORD_MODAL, DD_WORD_ASSIGN,
    DD_WORD_LEAD, DD_WORD_COORDINATE, DD_WORD_CONSULT, DD_WORD_RESPONSIBLE, DD_WORD_FORBID,
    DD_WORD_LEVEL, DD_WORD_TAIL, DD_WORD_AND, DD_WORD_PAST, DD_WORD_SAY, DD_WORD_PRAISE,
    DD_WORD_ASSIGNED,
  };

  for (guint j = 0; j < G_N_ELEMENTS (classes); j++)
    if (dd_body_match (body, i, end, classes[j]) > 0)
      return TRUE;

  return FALSE;
}

/**
 * dd_unit_words_begins_unit:
 *
 * Returns: whether a unit, a post or a person begins at token @i
 */
gboolean
dd_unit_words_begins_unit (const DdBody *body,
                           guint         i,
                           guint         end)
{
  return dd_body_match (body, i, end, DD_WORD_UNIT_HEAD) > 0 ||
         dd_body_match (body, i, end, DD_WORD_POST) > 0 ||
         dd_body_match (body, i, end, DD_WORD_PERSON) > 0 ||
         dd_body_match (body, i, end, DD_WORD_QUANTIFIER) > 0 ||
         dd_body_match (body, i, end, DD_WORD_SUPERIOR) > 0 ||
         dd_unit_dictionary_match (body->units, body->tokens + i, end - i) > 0;
}

/**
 * dd_unit_words_ends_with_level:
 *
 * Returns: whether the words in front of token @i are a level: "tỉnh", "khu vực"
 */
gboolean
dd_unit_words_ends_with_level (const DdBody *body,
                               guint         i)
{
  return (i >= 1 && dd_body_match (body, i - 1, i, DD_WORD_LEVEL) == 1) ||
         (i >= 2 && dd_body_match (body, i - 2, i, DD_WORD_LEVEL) == 2);
}

/**
 * dd_unit_words_skip_territory:
 *
 * Returns: the token behind the territory at the end of a name: "tỉnh", "tỉnh Lào
 *   Cai", "cấp xã", "khu vực XV", "Việt Nam"; @i if there is none
 */
guint
dd_unit_words_skip_territory (const DdBody *body,
                              guint         i,
                              guint         end)
{
  guint n = dd_body_match (body, i, end, DD_WORD_LEVEL);

  if (n == 0)
    return i;
  i += n;
  if (dd_body_is_mark (body, i, end, '.') && dd_body_is_capital (body, i + 1, end))
    i++;                        /* TP. Hồ Chí Minh */
  if (dd_body_is_number (body, i, end))
    return i + 1;               /* quận 1 */

  return dd_body_is_capital (body, i, end) && !dd_unit_words_begins_unit (body, i, end)
         ? dd_unit_words_skip_capitals (body, i, end) : i;
}

/* "Bệnh viện Nhân dân | 115", "Bệnh viện Nhi đồng | 1", and not "Sở A | 45 hồ sơ". */
static gboolean
is_number_of_name (const DdBody *body,
                   guint         i,
                   guint         end)
{
  return dd_body_is_number (body, i, end) && body->tokens[i].end - body->tokens[i].start <= 3 &&
         (i + 1 >= end || dd_body_is_mark (body, i + 1, end, ',') ||
          dd_body_is_mark (body, i + 1, end, ':') || dd_unit_words_ends (body, i + 1, end)) &&
         dd_body_match (body, i + 1, end, DD_WORD_STOP) == 0;
}

/**
 * dd_unit_words_is_sign:
 *
 * Returns: whether a department of a ministry is called by its sign: "C06", "A05"
 */
gboolean
dd_unit_words_is_sign (const DdBody *body,
                       guint         i,
                       guint         end)
{
  return dd_body_is_capital (body, i, end) && body->tokens[i].end - body->tokens[i].start == 1 &&
         dd_body_is_number (body, i + 1, end) && !body->tokens[i + 1].space_before &&
         body->tokens[i + 1].end - body->tokens[i + 1].start == 2;
}

/**
 * dd_unit_words_skip_proper:
 *
 * Returns: the token behind the proper part of a name, a capital and what goes on
 *   with it: "Nội vụ"; @i if there is none
 */
guint
dd_unit_words_skip_proper (const DdBody *body,
                           guint         i,
                           guint         end)
{
  const guint start = i;
  guint n_lower = 0;

  if (!dd_body_is_capital (body, i, end))
    return i;
  if (dd_body_match (body, i, end, DD_WORD_LEVEL) == 1 && dd_body_is_mark (body, i + 1, end, '.'))
    return dd_unit_words_skip_territory (body, i, end);

  while (i < end)
    {
      const DdToken *token = &body->tokens[i];
      const guint n_part = dd_body_match (body, i, end, DD_WORD_NAME_PART);

      if (n_part > 0)
        {
          i += n_part;
        }
      else if (token->kind == DD_TOKEN_WORD && token->shape != DD_SHAPE_LOWER)
        {
          /* the "giúp" of "Trợ giúp" is no verb of its own */
          const guint n_verb = dd_body_match (body, i, end, DD_WORD_VERB);

          n_lower = 0;
          i += MAX (n_verb, 1);
        }
      else if (token->kind == DD_TOKEN_WORD && n_lower < LOWER_WORDS_MAX &&
               !dd_unit_words_ends (body, i, end))
        {
          n_lower++;
          i++;
        }
      else if ((dd_body_is_mark (body, i, end, '-') || dd_body_is_mark (body, i, end, '&') ||
                dd_body_match (body, i, end, DD_WORD_AND) == 1) &&
               dd_body_is_capital (body, i + 1, end) &&
               !dd_unit_words_begins_unit (body, i + 1, end) &&
               !dd_unit_words_is_sign (body, i + 1, end))
        {
          n_lower = 0;
          i++;
        }
      else
        {
          break;
        }
    }

  return i > start && is_number_of_name (body, i, end) ? i + 1 : i;
}

/**
 * dd_unit_words_is_hanging:
 *
 * Returns: whether nothing goes on behind a word that may end a name: "cấp trên"
 *   does, "trên cơ sở" does not
 */
gboolean
dd_unit_words_is_hanging (const DdBody *body,
                          guint         i,
                          guint         end)
{
  return i >= end || body->tokens[i].kind == DD_TOKEN_MARK || dd_unit_words_ends (body, i, end);
}

/**
 * dd_unit_words_skip_parenthesis:
 *
 * Returns: the token behind "(sau đây gọi tắt là …)" at token @i; @i if nothing is
 *   put in parentheses there
 */
guint
dd_unit_words_skip_parenthesis (const DdBody *body,
                                guint         i,
                                guint         end)
{
  return dd_body_is_mark (body, i, end, '(') ? dd_body_find_close (body, i, end) : i;
}

/**
 * dd_unit_words_skip_separator:
 *
 * Returns: the token behind what separates two units of a list (",", ";",
 *   "và", ", và"); @i if nothing does
 */
guint
dd_unit_words_skip_separator (const DdBody *body,
                              guint         i,
                              guint         end)
{
  if (dd_body_is_mark (body, i, end, ',') || dd_body_is_mark (body, i, end, ';'))
    i++;
  if (dd_body_match (body, i, end, DD_WORD_AND) > 0)
    i++;

  return i;
}

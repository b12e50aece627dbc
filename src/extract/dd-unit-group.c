/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-group"

#include "dd-unit-group.h"

#include "dd-unit-dictionary-private.h"
#include "dd-unit-words.h"

/* The value of nouns for persons, who make no group with agencies. */
#define NOUN_OF_PERSONS 1

/* The value of nouns that need more words, and how many these are. */
#define NOUN_OF_MANY_KINDS 2
#define KIND_WORDS_MAX 4

/**
 * dd_unit_group_skip_nouns:
 *
 * Nouns that go together are one group: "các sở, ban, ngành", "các bộ, cơ quan
 * ngang bộ", "các huyện, thị xã, thành phố".
 *
 * Returns: the token behind the nouns; @i if there are none
 */
guint
dd_unit_group_skip_nouns (const DdBody *body,
                          guint         i,
                          guint         end)
{
  int kind = 0, other = 0;
  guint n = dd_body_match_value (body, i, end, DD_WORD_GROUP_NOUN, &kind);
  guint last = i;

  while (n > 0)
    {
      guint separator;

      last = i + n;
      separator = last;
      /* "các bộ ngành", "các sở ban ngành", and not "các sở ban hành" */
      n = dd_body_match (body, last, end, DD_WORD_GROUP_NOUN);
      if (n == 1 && dd_body_match (body, last, end, DD_WORD_LEVEL) <= n &&
          dd_body_match (body, last, end, DD_WORD_VERB) == 0 &&
          !dd_body_is_capital (body, last + 1, end))
        {
          i = last;
          continue;
        }
      if (dd_body_is_mark (body, last, end, ',') || dd_body_is_mark (body, last, end, '/') ||
          dd_body_is_mark (body, last, end, '-'))
        separator++;
      separator += dd_body_match (body, separator, end, DD_WORD_AND) == 1;
      if (separator == last)
        break;

      /* "…, Ban Dân tộc" is another unit. */
      n = dd_body_match_value (body, separator, end, DD_WORD_GROUP_NOUN, &other);
      if (n > 0 && (other == NOUN_OF_PERSONS) != (kind == NOUN_OF_PERSONS))
        break;
      if (n > 0 && dd_body_is_capital (body, separator, end) &&
          dd_body_is_capital (body, separator + n, end))
        break;
      i = separator;
    }

  return last;
}

/**
 * dd_unit_group_is_shared:
 * @i: the token behind "các" and a head
 *
 * Returns: whether names follow that share the head: "các Bộ | Tài chính, Tư pháp"
 */
gboolean
dd_unit_group_is_shared (const DdBody *body,
                         guint         i,
                         guint         end)
{
  if (dd_body_is_mark (body, i, end, ':'))
    i++;

  return dd_body_is_capital (body, i, end);
}

/**
 * dd_unit_group_skip_places:
 * @i: the token behind the nouns of a group
 *
 * The last noun of a group may be the level of places: "các huyện, thành phố |
 * Bình Tân và thị xã An Hải".
 *
 * Returns: the token behind the places; @i if there are none
 */
guint
dd_unit_group_skip_places (const DdBody *body,
                           guint         i,
                           guint         end)
{
  guint last;

  if (!dd_unit_words_ends_with_level (body, i))
    return i;
  if (!dd_body_is_capital (body, i, end) || dd_unit_words_begins_unit (body, i, end))
    return i;

  last = dd_unit_words_skip_capitals (body, i, end);
  for (;;)
    {
      const guint next = dd_unit_words_skip_separator (body, last, end);
      guint territory = next > last ? dd_unit_words_skip_territory (body, next, end) : next;

      /* "các tỉnh Quảng Ninh, Bình Dương" */
      if (territory == next && next > last && !dd_body_is_mark (body, last, end, ';') &&
          dd_body_match (body, next, end, DD_WORD_VERB) == 0 &&
          !dd_unit_words_begins_unit (body, next, end))
        territory = dd_unit_words_skip_capitals (body, next, end);
      if (territory == next || !dd_body_is_capital (body, territory - 1, end))
        return last;
      last = territory;
    }
}

/**
 * dd_unit_group_skip_kind:
 * @noun: the first token of the nouns of a group
 * @last: the token behind them
 *
 * Of nouns with many kinds, what stands between them and their verb says which:
 * "các doanh nghiệp | công nghệ | thử nghiệm".
 *
 * Returns: the token behind the kind; @last if none is told
 */
guint
dd_unit_group_skip_kind (const DdBody *body,
                         guint         noun,
                         guint         last,
                         guint         end)
{
  int value = 0;
  guint i = last;

  dd_body_match_value (body, noun, last, DD_WORD_GROUP_NOUN, &value);
  if (value != NOUN_OF_MANY_KINDS)
    return last;

  end = MIN (end, last + KIND_WORDS_MAX + 1);
  while (i < end && dd_body_is_word (body, i, end) && !dd_unit_words_ends (body, i, end))
    i++;

  return i < end && (body->tokens[i].kind == DD_TOKEN_WORD || dd_body_is_mark (body, i, end, ':'))
         ? i : last;
}

/* A level with a name of its own: "thị xã | An Hải". */
static guint
match_level (const DdBody *body,
             guint         i,
             guint         end)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_LEVEL);

  return n > 0 && dd_body_is_capital (body, i + n, end) &&
         !dd_unit_words_begins_unit (body, i + n, end) ? n : 0;
}

static guint
count_level_before (const DdBody *body,
                    guint         i)
{
  return i >= 2 && dd_body_match (body, i - 2, i, DD_WORD_LEVEL) == 2 ? 2 : 1;
}

/**
 * dd_unit_group_match_shared:
 * @prefix: what is put in front of each name
 * @head: what each of them begins with, for the names that are known
 * @mentions: (element-type DdUnitMention) (nullable): where they are added
 *
 * Recognises the names of a list that share one head: "các Bộ: A, B và C". Each
 * becomes a mention with the head in front.
 *
 * Returns: the token behind the list; @i if there is none
 */
guint
dd_unit_group_match_shared (const DdBody *body,
                            DdRange       prefix,
                            DdRange       head,
                            guint         i,
                            guint         end,
                            DdUnitFlags   flags,
                            GArray       *mentions)
{
  /* Places and persons are all in capitals, other names need not be. */
  const gboolean place = dd_unit_words_ends_with_level (body, head.last);
  guint last = i;

  while (i < end && (dd_body_is_capital (body, i, end) ||
                     (place && match_level (body, i, end) > 0)))
    {
      const guint n_known =
        dd_unit_dictionary_match_after (body->units, body->tokens + head.first,
                                        head.last - head.first, body->tokens + i, end - i);
      DdUnitMention mention = { { i, i }, prefix, flags };
      const guint n_level = place && n_known == 0 ? match_level (body, i, end) : 0;

      /* "UBND thành phố Hà Nội, Thành phố Hồ Chí Minh" */
      if (n_level > 0)
        mention.prefix.last -= count_level_before (body, prefix.last);
      /* The "Bà" of "Bà Rịa" is no lady. */
      if (n_known == 0 && dd_unit_words_begins_unit (body, i, end) &&
          !(place && dd_body_match (body, i, end, DD_WORD_PERSON) == 1 &&
            dd_body_is_capital (body, i + 1, end)))
        break;
      if (n_known > 0)
        mention.flags |= DD_UNIT_KNOWN;

      mention.words.last = n_known > 0 ? i + n_known
                           : n_level > 0 ? dd_unit_words_skip_territory (body, i, end)
                           : place ? dd_unit_words_skip_capitals (body, i, end)
                           : dd_unit_words_skip_proper (body, i, end);
      if (mention.words.last == i)
        break;
      last = mention.words.last;
      if (place && (flags & DD_UNIT_POST) != 0 && dd_unit_words_is_person (body, i, last))
        mention.flags |= DD_UNIT_PERSON;
      if (mentions != NULL)
        g_array_append_val (mentions, mention);
      if ((mention.flags & DD_UNIT_PERSON) != 0)
        break;

      i = dd_unit_words_skip_parenthesis (body, last, end);
      i = dd_unit_words_skip_separator (body, i, end);
      if (i == last)
        break;
    }

  return last;
}

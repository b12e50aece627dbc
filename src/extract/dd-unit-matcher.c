/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-matcher"

#include "dd-unit-matcher.h"

#include "dd-unit-dictionary-private.h"
#include "dd-unit-group.h"
#include "dd-unit-words.h"

/* The value of posts that are of something: "thành viên", "lãnh đạo"; and of
 * those that are of whatever was spoken of: "người đứng đầu". */
#define POST_OF_SOMETHING 1
#define POST_OF_ANYTHING 2

/* The value of heads that are no names alone: "Sở", "Thanh tra". */
#define HEAD_OF_SOMETHING 1

/* The value of "chi nhánh", which goes on with a name. */
#define HEAD_OF_BRANCH 2

/* The value of "phụ trách", and the words of what it may be. */
#define RESPONSIBLE_OF_FIELD 1
#define FIELD_WORDS_MAX 6

/* How long "nào … thì" may be. */
#define RELATIVE_WORDS_MAX 24

/* A unit of a unit of a unit: "Chủ tịch | UBND | các xã". */
#define DEPTH_MAX 3

static guint match_unit (const DdBody *body,
                         guint         i,
                         guint         end,
                         guint         depth,
                         GArray       *mentions);

static void
add_mention (GArray     *mentions,
             guint       first,
             guint       last,
             DdUnitFlags flags)
{
  const DdUnitMention mention = { { first, last }, { first, first }, flags };

  if (mentions != NULL)
    g_array_append_val (mentions, mention);
}

/* What goes on with the name of a group or of a unit. */
static guint
skip_tails (const DdBody *body,
            guint         i,
            guint         end,
            guint         depth,
            gboolean      group)
{
  while (i < end)
    {
      guint n = group ? dd_body_match (body, i, end, DD_WORD_TAIL) : 0;
      guint next;

      if (n > 1 || (n == 1 && dd_unit_words_is_hanging (body, i + 1, end)))
        {
          i += n;
          if (dd_body_is_capital (body, i, end) && !dd_unit_words_begins_unit (body, i, end))
            i = dd_unit_words_skip_capitals (body, i, end);
          continue;
        }

      next = dd_unit_words_skip_territory (body, i, end);
      if (next > i)
        {
          i = next;
          continue;
        }

      /* "các đơn vị có nhiệm vụ quá hạn" */
      n = group ? dd_body_match (body, i, end, DD_WORD_HAVING) : 0;
      next = n > 0 ? dd_body_match (body, i + n, end, DD_WORD_COUNTED) : 0;
      if (next > 0)
        {
          i += n + next;
          continue;
        }

      n = depth < DEPTH_MAX ? dd_body_match (body, i, end, DD_WORD_BELONGS) : 0;
      if (n == 0)
        break;
      next = dd_unit_words_skip_territory (body, i + n, end);
      if (next == i + n)
        next = match_unit (body, i + n, end, depth + 1, NULL);
      if (next == i + n)
        break;
      i = next;
    }

  return i;
}

/* One place behind a group of places. */
static guint
skip_named_level (const DdBody *body,
                  guint         i,
                  guint         end)
{
  const guint n_and = dd_body_match (body, i, end, DD_WORD_AND);
  const guint n_level = n_and > 0 ? dd_body_match (body, i + n_and, end, DD_WORD_LEVEL) : 0;
  const guint name = i + n_and + n_level;

  if (n_level == 0 || !dd_body_is_capital (body, name, end) ||
      dd_unit_words_begins_unit (body, name, end))
    return i;

  return dd_unit_words_skip_capitals (body, name, end);
}

static guint
match_group (const DdBody *body,
             guint         i,
             guint         end,
             guint         depth,
             guint         name_start,
             DdUnitFlags   flags,
             GArray       *mentions)
{
  const guint n_quantifier = dd_body_match (body, i, end, DD_WORD_QUANTIFIER);
  guint noun = i + n_quantifier;
  guint n_head = dd_body_match (body, noun, end, DD_WORD_UNIT_HEAD);
  guint last, tail;

  if (n_quantifier == 0)
    flags |= DD_UNIT_BARE;

  /* các Sở: Nội vụ, Tư pháp */
  if (n_quantifier > 0 && n_head > 0 && dd_unit_group_is_shared (body, noun + n_head, end))
    {
      const DdRange prefix = { name_start, noun + n_head };
      const DdRange head = { noun, noun + n_head };

      last = noun + n_head + dd_body_is_mark (body, noun + n_head, end, ':');
      tail = dd_unit_group_match_shared (body, prefix, head, last, end, flags, mentions);
      if (tail > last)
        return tail;
    }

  last = dd_unit_group_skip_nouns (body, noun, end);
  /* "các Chi cục Thuế" are more than "các chi cục" */
  if (n_quantifier > 0 && last > noun && noun + n_head > last)
    last = noun + n_head;
  if (last == noun)
    return i;

  /* UBND các huyện: A, B; but "các huyện, thành phố Bình Tân và thị xã An Hải"
   * are all districts and two towns */
  if (dd_body_match (body, noun, last, DD_WORD_LEVEL) == last - noun && name_start < i &&
      dd_unit_group_is_shared (body, last, end) && !dd_unit_words_begins_unit (body, last, end))
    {
      const DdRange prefix = { name_start, last };
      const DdRange head = { noun, last };
      const guint names = last + dd_body_is_mark (body, last, end, ':');

      tail = dd_unit_group_match_shared (body, prefix, head, names, end, flags, mentions);
      if (tail > names)
        return tail;
    }

  /* "xã, phường nào chưa đạt … thì": who is told stands behind */
  if (n_quantifier == 0 && dd_body_match (body, last, end, DD_WORD_WHICH) > 0 &&
      dd_body_contains (body, last, MIN (end, last + RELATIVE_WORDS_MAX), DD_WORD_THEN))
    return i;
  tail = dd_unit_group_skip_places (body, last, end);
  tail = skip_tails (body, tail, end, depth, TRUE);
  /* "các xã, phường ven biển | và đặc khu Cồn Cỏ" */
  if (tail > last && dd_unit_words_ends_with_level (body, last))
    tail = skip_named_level (body, tail, end);
  if (tail == last && n_quantifier > 0)
    tail = dd_unit_group_skip_kind (body, noun, last, end);
  /* Without "các", one noun alone is any noun: "đơn vị đo"; but not behind a
   * post, "Thủ trưởng cơ quan". */
  if (n_quantifier == 0 && tail == last && last - noun < 3 && (flags & DD_UNIT_POST) == 0 &&
      (depth == 0 || !dd_body_is_capital (body, noun, end)))
    return i;
  add_mention (mentions, name_start, tail, flags | DD_UNIT_GROUP);

  return tail;
}

/* "Bưu điện tỉnh, | thành phố": the units of several levels. */
static guint
skip_levels (const DdBody *body,
             guint         i,
             guint         end)
{
  while (dd_unit_words_ends_with_level (body, i) && dd_body_is_mark (body, i, end, ','))
    {
      const guint n = dd_body_match (body, i + 1, end, DD_WORD_LEVEL);

      if (n == 0 || dd_body_is_capital (body, i + 1, end) ||
          dd_body_is_capital (body, i + 1 + n, end))
        break;
      i += 1 + n;
    }

  return i;
}

/* "Ngân hàng Nhà nước | chi nhánh Khu vực 12" */
static guint
skip_branch (const DdBody *body,
             guint         i,
             guint         end)
{
  int value = 0;
  const guint n = dd_body_match_value (body, i, end, DD_WORD_UNIT_HEAD, &value);
  guint last;

  if (n == 0 || value != HEAD_OF_BRANCH || dd_body_is_capital (body, i, end))
    return i;
  last = dd_unit_words_skip_territory (body, i + n, end);
  if (last == i + n)
    last = dd_unit_words_skip_capitals (body, i + n, end);

  return last > i + n ? last : i;
}

/* "Cục Kiểm soát thủ tục hành chính | - Văn phòng Chính phủ": whose it is, where the
 * whole is one name. */
static guint
skip_parent (const DdBody *body,
             guint         first,
             guint         i,
             guint         end,
             guint         depth)
{
  guint n;

  if (depth > 0 || first == i || !dd_body_is_mark (body, i, end, '-') ||
      !body->tokens[i].space_before || !dd_body_is_capital (body, i + 1, end))
    return i;
  n = dd_unit_dictionary_match (body->units, body->tokens + i + 1, end - i - 1);
  if (n == 0 || dd_body_match (body, i + 1, end, DD_WORD_CENTRAL) == 0)
    return i;

  return i + 1 + n;
}

/* The name of one unit: a head, and what follows it. */
static guint
match_named (const DdBody *body,
             guint         i,
             guint         end,
             guint         depth,
             guint         name_start,
             DdUnitFlags   flags,
             GArray       *mentions)
{
  const guint n_known = dd_unit_dictionary_match (body->units, body->tokens + i, end - i);
  int value = 0;
  guint n_head = dd_body_match_value (body, i, end, DD_WORD_UNIT_HEAD, &value);
  guint n_level;
  guint last = i;

  /* "phòng Tổ chức cán bộ" */
  if (n_head > 0 && !dd_body_is_capital (body, i, end) &&
      !(depth == 0 && n_head == 1 && value == HEAD_OF_SOMETHING &&
        dd_body_is_capital (body, i + 1, end) && !dd_unit_words_begins_unit (body, i + 1, end)))
    n_head = 0;
  if (n_known == 0 && n_head == 0)
    {
      if (depth > 0 || !dd_unit_words_is_sign (body, i, end))
        return i;
      last = skip_parent (body, i, i + 2, end, depth);
      add_mention (mentions, name_start, last, flags);
      return last;
    }

  if (n_head > n_known || n_known == 0)
    {
      last = i + n_head;
      /* UBND 11 phường; UBND 03 địa phương này */
      if (dd_body_is_number (body, last, end) &&
          dd_body_match (body, last + 1, end, DD_WORD_GROUP_NOUN) > 0)
        {
          last += 1 + dd_body_match (body, last + 1, end, DD_WORD_GROUP_NOUN);
          last = skip_tails (body, last, end, depth, TRUE);
          add_mention (mentions, name_start, last, flags | DD_UNIT_GROUP);
          return last;
        }
      /* UBND các huyện, thị xã, thành phố */
      if (dd_body_match (body, last, end, DD_WORD_QUANTIFIER) > 0)
        {
          const guint tail = match_group (body, last, end, depth + 1, name_start, flags, mentions);

          if (tail > last)
            return tail;
        }
      /* UBND xã, phường, đặc khu; UBND cấp huyện, cấp xã */
      if (dd_body_match (body, last, end, DD_WORD_LEVEL) > 0 &&
          !dd_body_is_capital (body, last + 1, end))
        {
          const guint nouns = dd_unit_group_skip_nouns (body, last, end);

          if (nouns > last + 2)
            last = nouns;
        }
      last = dd_unit_words_skip_proper (body, last, end);
      /* "Sở", "Thanh tra" of nothing are any words; "thuộc Sở" is this one. */
      if (last == i + n_head && value == HEAD_OF_SOMETHING && depth == 0 &&
          dd_body_match (body, last, end, DD_WORD_LEVEL) == 0)
        return i;
    }
  else
    {
      last = i + n_known;
      flags |= DD_UNIT_KNOWN;
      if (dd_unit_words_ends_with_level (body, last) && dd_body_is_number (body, last, end))
        last++;                 /* Ngân hàng Nhà nước khu vực 5 */
      /* "Thuế tỉnh" is known, of which province is said behind it. */
      if (dd_unit_words_ends_with_level (body, last) && dd_body_is_capital (body, last, end) &&
          !dd_unit_words_begins_unit (body, last, end))
        last = dd_unit_words_skip_capitals (body, last, end);
    }

  /* UBND huyện A, B và C */
  n_level = dd_body_match (body, last, end, DD_WORD_LEVEL);
  if (n_level > 0 && dd_body_is_capital (body, last + n_level, end) &&
      !dd_unit_words_begins_unit (body, last + n_level, end))
    {
      const guint names = last + n_level;
      const DdRange prefix = { name_start, names };
      const DdRange head = { i, names };
      const guint tail = dd_unit_group_match_shared (body, prefix, head, names, end, flags,
                                                     mentions);

      if (tail > names)
        return tail;
    }

  last = skip_levels (body, last, end);
  last = skip_branch (body, last, end);
  last = skip_tails (body, last, end, depth, FALSE);
  last = skip_parent (body, i, last, end, depth);
  add_mention (mentions, name_start, last, flags);

  return last;
}

/* "Phó Chủ tịch UBND huyện | phụ trách nông nghiệp": which of several, where a verb
 * follows. Returns the token behind it. */
static guint
skip_field (const DdBody *body,
            guint         i,
            guint         end)
{
  int value = 0;
  const guint n = dd_body_match_value (body, i, end, DD_WORD_RESPONSIBLE, &value);
  guint last = i + n;

  if (n == 0 || value != RESPONSIBLE_OF_FIELD)
    return i;
  while (last < end && last < i + n + FIELD_WORDS_MAX && dd_body_is_word (body, last, end) &&
         !dd_unit_words_ends (body, last, end))
    last++;

  return last > i + n && (dd_body_match (body, last, end, DD_WORD_VERB) > 0 ||
                          dd_body_match (body, last, end, DD_WORD_ADVERB) > 0 ||
                          dd_body_match (body, last, end, DD_WORD_LEAD) > 0) ? last : i;
}

/* Someone who stands for a unit: "Giám đốc Sở Nội vụ", "Thủ trưởng các cơ quan". */
static guint
match_post (const DdBody *body,
            guint         i,
            guint         end,
            guint         depth,
            GArray       *mentions)
{
  int value = 0;
  const guint n_post = dd_body_match_value (body, i, end, DD_WORD_POST, &value);
  const guint n_superior = dd_body_match (body, i, end, DD_WORD_SUPERIOR);
  const guint n_before = mentions != NULL ? mentions->len : 0;
  DdUnitFlags flags = DD_UNIT_POST;
  guint last = i + MAX (n_post, n_superior);
  guint tail = last;
  guint behind;

  if (n_superior >= n_post)
    flags |= DD_UNIT_SUPERIOR;

  if (depth < DEPTH_MAX && n_superior < n_post)
    {
      const guint group = match_group (body, last, end, depth + 1, i, flags, NULL);
      const guint named = dd_body_match (body, last, end, DD_WORD_POST) > 0 ? last
                          : match_named (body, last, end, depth + 1, i, flags, NULL);

      /* "Giám đốc Sở Nội vụ", "Giám đốc Sở, ban, ngành": whichever says more */
      if (named > last && named >= group)
        tail = match_named (body, last, end, depth + 1, i, flags, mentions);
      else if (group > last)
        tail = match_group (body, last, end, depth + 1, i, flags, mentions);
      if (tail == last)
        tail = dd_unit_words_skip_territory (body, last, end);
    }
  /* "lãnh đạo" of nothing is a verb */
  if (tail == last && (value == POST_OF_SOMETHING ||
                       (value != POST_OF_ANYTHING && !dd_body_is_capital (body, i, end))))
    return i;

  /* … Lê Minh Khôi */
  if (dd_body_is_capital (body, tail, end) && dd_body_is_capital (body, tail + 1, end) &&
      !dd_unit_words_begins_unit (body, tail, end))
    {
      const guint name = dd_unit_words_skip_capitals (body, tail, end);

      if (name - tail <= 6)
        {
          tail = name;
          flags |= DD_UNIT_PERSON;
        }
    }

  behind = skip_field (body, tail, end);
  if (behind > tail && mentions != NULL)
    g_array_set_size (mentions, n_before);
  tail = behind;
  if (mentions != NULL)
    {
      if (mentions->len == n_before)
        add_mention (mentions, i, tail, flags);
      else if ((flags & DD_UNIT_PERSON) != 0)
        {
          g_array_set_size (mentions, n_before);
          add_mention (mentions, i, tail, flags);
        }
    }

  return tail;
}

static guint
match_person (const DdBody *body,
              guint         i,
              guint         end,
              guint         depth,
              GArray       *mentions)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_PERSON);
  guint last = i + n;
  guint tail;

  if (n == 0)
    return i;
  if (dd_body_match (body, last, end, DD_WORD_POST) > 0 ||
      dd_body_match (body, last, end, DD_WORD_SUPERIOR) > 0)
    {
      tail = match_post (body, last, end, depth, mentions);
      if (tail > last)
        return tail;
    }

  tail = dd_unit_words_skip_capitals (body, last, end);
  if (tail >= last + 2)
    {
      add_mention (mentions, last, tail, DD_UNIT_PERSON);
      return tail;
    }

  add_mention (mentions, i, last, DD_UNIT_PERSON | DD_UNIT_ANAPHOR);

  return last;
}

/* "Các Bộ trưởng", "các đồng chí Giám đốc" are posts, "các Bộ" are units. */
static guint
match_posts (const DdBody *body,
             guint         i,
             guint         end,
             guint         depth,
             GArray       *mentions)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_QUANTIFIER);
  const guint n_before = mentions != NULL ? mentions->len : 0;
  const guint n_post = dd_body_match (body, i + n, end, DD_WORD_POST);
  guint last;

  if (n == 0 || n_post == 0 || n_post < dd_body_match (body, i + n, end, DD_WORD_GROUP_NOUN))
    return i;
  last = match_post (body, i + n, end, depth, mentions);
  /* "các bộ trưởng": of all of them */
  if (last == i + n && n_post > 1 && mentions != NULL)
    add_mention (mentions, i, last + n_post, DD_UNIT_POST);
  if (last == i + n && n_post > 1)
    last += n_post;
  if (last == i + n)
    return i;
  if (mentions != NULL && mentions->len == n_before + 1)
    {
      DdUnitMention *mention = &g_array_index (mentions, DdUnitMention, n_before);

      mention->words.first = i;
      mention->flags |= DD_UNIT_GROUP;
    }

  return last;
}

static guint
match_unit (const DdBody *body,
            guint         i,
            guint         end,
            guint         depth,
            GArray       *mentions)
{
  guint n, last;

  if (!dd_body_is_word (body, i, end))
    return i;

  n = dd_body_match (body, i, end, DD_WORD_ANAPHOR);
  if (n > 0 && dd_unit_words_is_hanging (body, i + n, end))
    {
      add_mention (mentions, i, i + n, DD_UNIT_ANAPHOR);
      return i + n;
    }

  last = match_person (body, i, end, depth, mentions);
  if (last > i)
    return last;

  if (dd_body_match (body, i, end, DD_WORD_POST) > 0 ||
      dd_body_match (body, i, end, DD_WORD_SUPERIOR) > 0)
    {
      last = match_post (body, i, end, depth, mentions);
      if (last > i)
        return last;
    }

  last = match_posts (body, i, end, depth, mentions);
  if (last > i)
    return last;

  last = match_named (body, i, end, depth, i, 0, mentions);
  if (last > i)
    return last;

  return match_group (body, i, end, depth, i, 0, mentions);
}

/**
 * dd_unit_match:
 * @mentions: (element-type DdUnitMention) (nullable): where what is found is added
 *
 * Recognises a unit, a group of units, a post or a person at token @i: first
 * by the names that are known, the longest first, so that "Sở Văn hóa, Thể
 * thao và Du lịch" stays whole, then by how names are built.
 *
 * Returns: the token behind it; @i if there is none
 */
guint
dd_unit_match (const DdBody *body,
               guint         i,
               guint         end,
               GArray       *mentions)
{
  return match_unit (body, i, end, 0, mentions);
}

/**
 * dd_unit_match_unknown:
 *
 * As dd_unit_match(), for a name that nothing else tells to be one but its
 * capitals: behind "giao" even "Hạt Kiểm lâm huyện" must be a unit. A document,
 * which is written with a capital too, is none.
 */
guint
dd_unit_match_unknown (const DdBody *body,
                       guint         i,
                       guint         end,
                       GArray       *mentions)
{
  guint last;

  if (!dd_body_is_capital (body, i, end) ||
      dd_body_match (body, i, end, DD_WORD_DOCUMENT_TYPE) > 0 ||
      dd_body_match (body, i, end, DD_WORD_VERB) > 0)
    return i;

  last = skip_tails (body, dd_unit_words_skip_proper (body, i, end), end, 0, FALSE);
  if (last < i + 2 && body->tokens[i].shape != DD_SHAPE_UPPER)
    return i;
  add_mention (mentions, i, last, 0);

  return last;
}

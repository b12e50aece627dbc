/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-heading"

#include "dd-heading.h"

#include "dd-unit-list.h"
#include "dd-unit-words.h"

/* A heading is not longer than this. */
#define HEADING_TOKENS_MAX 40

/* The name of a unit that is a heading. */
#define NAME_TOKENS_MAX 14

/* Where the colon of a heading stands that has text in its line: "Mục đích: …" */
#define SECTION_COLON_MAX 3

/* Whether words that say which of a group are meant stand between the group and the
 * colon of a heading that tells for whom the items are. */
static gboolean
is_relative_end (const DdBody *body,
                 guint         i,
                 guint         last,
                 const GArray *units,
                 gboolean      topic)
{
  const DdUnitMention *group = &g_array_index (units, DdUnitMention, units->len - 1);

  if (!topic || (group->flags & DD_UNIT_GROUP) == 0 || !dd_body_is_mark (body, last - 1, last, ':'))
    return FALSE;
  for (; i + 1 < last; i++)
    if (body->tokens[i].kind == DD_TOKEN_MARK)
      return FALSE;

  return TRUE;
}

/* Whether a heading that begins as the name of a unit does is all of one name: it has
 * no verb in small letters. */
static gboolean
is_rest_of_name (const DdBody *body,
                 guint         first,
                 guint         i,
                 guint         last)
{
  if (last - first > NAME_TOKENS_MAX || dd_body_match (body, first, last, DD_WORD_UNIT_HEAD) == 0 ||
      dd_body_match (body, i, last, DD_WORD_AND) == 0)
    return FALSE;
  last -= dd_body_is_mark (body, last - 1, last, ':');
  for (i += dd_body_match (body, i, last, DD_WORD_AND); i < last; i++)
    if (body->tokens[i].kind != DD_TOKEN_WORD ||
        (!dd_body_is_capital (body, i, last) && dd_unit_words_ends (body, i, last)))
      return FALSE;

  return TRUE;
}

/**
 * dd_heading_match_units:
 * @units: (element-type DdUnitMention): where the units are added
 *
 * Recognises a heading that names who is to do what stands below it: "2. Thanh
 * tra tỉnh", "a) Các sở, ban, ngành:", "Đối với UBND cấp xã:", "Trách nhiệm của
 * Sở Tư pháp".
 *
 * Returns: whether the block is nothing else
 */
gboolean
dd_heading_match_units (const DdBody  *body,
                        const DdBlock *block,
                        GArray        *units)
{
  const guint last = block->words.last;
  guint i = block->words.first;
  gboolean topic;
  guint n, end;
  guint behind;

  if (last - i > HEADING_TOKENS_MAX * 2)
    return FALSE;
  /* In capitals any word looks like a name: "TỔ CHỨC THỰC HIỆN". */
  if (dd_layout_is_upper (body, i, last) &&
      dd_heading_match_section (body, block, &behind) != DD_ZONE_NONE)
    return FALSE;

  n = dd_body_match (body, i, last, DD_WORD_TOPIC);
  topic = n > 0;
  if (n == 0)
    {
      n = dd_body_match (body, i, last, DD_WORD_DUTY);
      if (n == 0)
        n = dd_body_match (body, i, last, DD_WORD_SECTION_TASKS);
      if (n > 0 && dd_body_match (body, i + n, last, DD_WORD_OF) > 0)
        n++;
      else
        n = 0;
    }
  if (n == 0)
    n = dd_body_match (body, i, last, DD_WORD_ASSIGN);
  i += n;

  end = dd_unit_list_match (body, i, last, units);
  if (end == i)
    return FALSE;
  /* the number of a footnote: "Chủ tịch UBND các xã1:" */
  if (dd_body_is_number (body, end, last) && !body->tokens[end].space_before)
    end++;
  /* "Đối với các bệnh viện | đã công bố …:", "Phòng Quản lý nhà | và thị trường BĐS" */
  if (end < last && (is_relative_end (body, end, last, units, topic) ||
                     is_rest_of_name (body, i, end, last)))
    {
      end = last - dd_body_is_mark (body, last - 1, last, ':');
      g_array_index (units, DdUnitMention, units->len - 1).words.last = end;
    }
  if (dd_body_is_mark (body, end, last, ':') || dd_body_is_mark (body, end, last, '.') ||
      dd_body_is_mark (body, end, last, ';'))
    end++;
  if (end == last)
    return TRUE;

  g_array_set_size (units, 0);

  return FALSE;
}

/**
 * dd_heading_match_section:
 * @behind: (out): where the words begin that stand in the same line behind the
 *   heading and its colon; the end of the block if it is nothing but a heading
 *
 * Returns: what the part of the document is about that a heading opens;
 *   %DD_ZONE_NONE if the block is no such heading
 */
DdZone
dd_heading_match_section (const DdBody  *body,
                          const DdBlock *block,
                          guint         *behind)
{
  static const struct
  {
    DdWordClass word_class;
    DdZone      zone;
  } sections[] = {
    { DD_WORD_SECTION_PAST, DD_ZONE_PAST },
    { DD_WORD_SECTION_TALK, DD_ZONE_TALK },
    { DD_WORD_SECTION_AIMS, DD_ZONE_AIMS },
    { DD_WORD_SECTION_TASKS, DD_ZONE_TASKS },
  };
  const guint last = block->words.last;
  guint i = block->words.first;
  DdZone zone = DD_ZONE_NONE;
  guint longest = 0;
  guint n;

  *behind = last;
  /* "II. Yêu cầu các sở, ngành …:" tells units, and is no heading */
  n = dd_body_match (body, i, last, DD_WORD_ASSIGN);
  if (n > 0 && dd_unit_list_match (body, i + n, last, NULL) > i + n)
    return DD_ZONE_NONE;
  n = dd_body_match (body, i, last, DD_WORD_TOPIC);
  if (n == 1)
    i += n;
  n = dd_body_match (body, i, last, DD_WORD_QUANTIFIER);
  i += n;

  for (guint j = 0; j < G_N_ELEMENTS (sections); j++)
    {
      n = dd_body_match (body, i, last, sections[j].word_class);
      if (n > longest)
        {
          longest = n;
          zone = sections[j].zone;
        }
    }
  if (longest == 0)
    return DD_ZONE_NONE;

  for (guint j = i + longest; j < last && j < i + longest + SECTION_COLON_MAX; j++)
    if (dd_body_is_mark (body, j, last, ':'))
      {
        *behind = j + 1;
        return zone;
      }
  /* "1. Đánh giá chung." */
  if (i + longest + 1 == last && dd_body_is_mark (body, last - 1, last, '.'))
    return zone;

  return (!block->closed || dd_body_is_mark (body, last - 1, last, ':')) &&
         last - i <= HEADING_TOKENS_MAX ? zone : DD_ZONE_NONE;
}

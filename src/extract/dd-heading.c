/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-heading"

#include "dd-heading.h"

#include "dd-unit-list.h"

/* A heading is not longer than this. */
#define HEADING_TOKENS_MAX 40

/* Where the colon of a heading stands that has text in its line: "Mục đích: …" */
#define SECTION_COLON_MAX 3

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
  guint n, end;

  guint behind;

  if (last - i > HEADING_TOKENS_MAX * 2)
    return FALSE;
  /* In capitals any word looks like a name: "TỔ CHỨC THỰC HIỆN". */
  if (dd_layout_is_upper (body, i, last) &&
      dd_heading_match_section (body, block, &behind) != DD_ZONE_NONE)
    return FALSE;

  n = dd_body_match (body, i, last, DD_WORD_TOPIC);
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

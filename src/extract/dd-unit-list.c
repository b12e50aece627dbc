/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-list"

#include "dd-unit-list.h"

#include "dd-unit-words.h"

/**
 * dd_unit_list_match:
 *
 * As dd_unit_match(), for one unit or several.
 */
guint
dd_unit_list_match (const DdBody *body,
                    guint         i,
                    guint         end,
                    GArray       *mentions)
{
  const guint last = dd_unit_match (body, i, end, mentions);

  return last > i ? dd_unit_list_match_more (body, last, end, mentions) : i;
}

/**
 * dd_unit_list_match_more:
 * @last: the token behind a unit
 *
 * Goes on with a list whose first unit is found already.
 *
 * Returns: the token behind the list
 */
guint
dd_unit_list_match_more (const DdBody *body,
                         guint         last,
                         guint         end,
                         GArray       *mentions)
{
  for (;;)
    {
      const guint tail = dd_unit_words_skip_parenthesis (body, last, end);
      const guint next = dd_unit_words_skip_separator (body, tail, end);

      last = next > tail ? dd_unit_match (body, next, end, mentions) : next;
      if (last == next)
        return tail;
    }
}

/**
 * dd_unit_list_is_group:
 *
 * Returns: whether @mentions are more than one unit: several, or "các sở"
 */
gboolean
dd_unit_list_is_group (const GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    if ((g_array_index (mentions, DdUnitMention, i).flags & DD_UNIT_GROUP) != 0)
      return TRUE;

  return mentions->len > 1;
}

/**
 * dd_unit_list_is_leader:
 *
 * Returns: whether the first of @mentions is a person, a post or one who is above
 *   all units of the text
 */
gboolean
dd_unit_list_is_leader (const GArray *mentions)
{
  const DdUnitFlags leader = DD_UNIT_POST | DD_UNIT_PERSON | DD_UNIT_SUPERIOR;

  return mentions->len > 0 && (g_array_index (mentions, DdUnitMention, 0).flags & leader) != 0;
}

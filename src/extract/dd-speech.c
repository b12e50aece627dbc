/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-speech"

#include "dd-speech.h"

#include "dd-unit-matcher.h"

/* How far in front of "như sau:" the assigner's verb may stand. */
#define LEAD_IN_MAX 20

/**
 * dd_speech_opens:
 *
 * Returns: whether a colon at token @colon opens what an assigner says: "yêu cầu:",
 *   "kết luận như sau:", "nhấn mạnh:"
 */
gboolean
dd_speech_opens (const DdBody *body,
                 guint         first,
                 guint         colon)
{
  const guint start = colon > first + 6 ? colon - 6 : first;

  for (guint i = start; i < colon; i++)
    {
      const guint n = MAX (dd_body_match (body, i, colon, DD_WORD_CONCLUDE),
                           dd_body_match (body, i, colon, DD_WORD_ASSIGN));

      if (n == 0)
        continue;
      if (i + n == colon || i + n + dd_body_match (body, i + n, colon, DD_WORD_AS_FOLLOWS) == colon)
        return TRUE;
    }

  /* "giao nhiệm vụ cụ thể cho các cơ quan, đơn vị | như sau:" */
  for (guint i = start; i < colon; i++)
    if (i + dd_body_match (body, i, colon, DD_WORD_AS_FOLLOWS) == colon)
      return dd_body_contains (body, colon > first + LEAD_IN_MAX ? colon - LEAD_IN_MAX : first, i,
                               DD_WORD_ASSIGN);

  return FALSE;
}

/**
 * dd_speech_find:
 *
 * Returns: the token behind a colon inside a sentence that opens what an assigner
 *   says; @last if there is none
 */
guint
dd_speech_find (const DdBody *body,
                guint         first,
                guint         last)
{
  for (guint i = first; i + 1 < last; i++)
    {
      if (dd_body_is_mark (body, i, last, ';'))
        break;
      if (dd_body_is_mark (body, i, last, ':') && dd_speech_opens (body, first, i))
        return i + 1;
    }

  return last;
}

/**
 * dd_speech_find_speaker:
 * @speaker: (element-type DdUnitMention): replaced by the last one who is named
 *   and is no group; empty if there is none
 *
 * Finds who speaks in the words in front of a colon.
 */
void
dd_speech_find_speaker (const DdBody *body,
                        guint         first,
                        guint         last,
                        GArray       *speaker)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  guint i = first;

  g_array_set_size (speaker, 0);
  while (i < last)
    {
      guint end = i;

      g_array_set_size (mentions, 0);
      if (body->tokens[i].node != 0 && dd_body_is_capital (body, i, last))
        end = dd_unit_match (body, i, last, mentions);
      if (end > i && mentions->len > 0 &&
          (g_array_index (mentions, DdUnitMention, 0).flags &
           (DD_UNIT_GROUP | DD_UNIT_ANAPHOR)) == 0 &&
          !dd_body_contains (body, i > first ? i - 1 : i, i, DD_WORD_OF))
        {
          g_array_set_size (speaker, 0);
          g_array_append_vals (speaker, mentions->data, mentions->len);
        }
      i = MAX (end, i + 1);
    }
}

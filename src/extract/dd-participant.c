/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-participant"

#include "dd-participant.h"

#include <string.h>

/* The value of those who take part and never chair: "đại diện". */
#define PARTICIPANT_ALWAYS 1

/* The value of levels below the province: "huyện", "xã". */
#define LEVEL_BELOW_PROVINCE 1

/* Whether one who is named is not the chair: by the post, by the name of a person,
 * or by a unit of a lower level, "Chủ tịch UBND huyện A". */
static gboolean
takes_part (const DdBody        *body,
            const DdUnitMention *mention,
            const char          *chair)
{
  const guint first = mention->prefix.first < mention->prefix.last ? mention->prefix.first
                                                                    : mention->words.first;
  guint last = first;
  g_autofree char *words = NULL;
  int value = 0;

  last += dd_body_match_value (body, first, mention->words.last, DD_WORD_PARTICIPANT, &value);
  if (last > first && chair == NULL)
    return value == PARTICIPANT_ALWAYS;
  if (chair == NULL)
    return FALSE;

  if (last == first && first > 0 && (mention->flags & DD_UNIT_POST) == 0 &&
      (mention->flags & DD_UNIT_ANAPHOR) == 0 &&
      dd_body_match (body, first - 1, first, DD_WORD_PERSON) == 1)
    last = mention->words.last;
  for (guint i = first; i < mention->words.last && last == first; i++)
    if (dd_body_match_value (body, i, mention->words.last, DD_WORD_LEVEL, &value) > 0 &&
        value == LEVEL_BELOW_PROVINCE)
      {
        words = dd_body_get_words (body, i, i + 1);
        return strstr (chair, words) == NULL;
      }
  if (last == first)
    return FALSE;
  words = dd_body_get_words (body, first, last);

  return strstr (chair, words) == NULL;
}

/* How high a unit stands: a commune 1, a district 2, a province and its departments 3,
 * the centre 4; 0: unknown. */
static int
get_rank (const DdBody        *body,
          const DdUnitMention *mention)
{
  const guint first = mention->prefix.first < mention->prefix.last ? mention->prefix.first
                                                                    : mention->words.first;

  for (guint i = first; i < mention->words.last; i++)
    {
      int rank = 0;

      if (dd_body_match_value (body, i, mention->words.last, DD_WORD_RANK, &rank) > 0)
        return rank;
    }

  return 0;
}

/**
 * dd_participant_asks_above:
 *
 * Returns: whether whoever assigns stands below whom he asks: "xã đề nghị Sở A …" is a
 *   request, and no order
 */
gboolean
dd_participant_asks_above (const DdAssignment *self,
                           const DdBody       *body)
{
  int assigner, lead;

  if (self->assigner->len == 0 || self->lead->len == 0)
    return FALSE;
  assigner = get_rank (body, &g_array_index (self->assigner, DdUnitMention, 0));
  lead = get_rank (body, &g_array_index (self->lead, DdUnitMention, 0));

  return assigner > 0 && lead > assigner;
}

/**
 * dd_participant_speaks:
 * @self: the subject in its @lead
 *
 * Returns: whether news tell of one who takes part in a meeting and does not chair
 *   it: "lãnh đạo huyện A đã tham luận, đề nghị …"
 */
gboolean
dd_participant_speaks (const DdAssignment *self,
                       const DdBody       *body,
                       const DdSetting    *setting)
{
  if (setting->official || setting->typed || self->lead->len == 0)
    return FALSE;

  for (guint i = 0; i < self->lead->len; i++)
    if (takes_part (body, &g_array_index (self->lead, DdUnitMention, i), setting->chair))
      return TRUE;

  return FALSE;
}

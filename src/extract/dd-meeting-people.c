/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-people"

#include "dd-meeting-people.h"

#include "dd-meeting.h"
#include "dd-unit-words.h"

#include <string.h>

/* A name, and the posts behind it. */
#define CHAIR_TOKENS_MAX 24

/**
 * dd_meeting_people_is_one:
 *
 * Returns: whether a mention is one person, by the name or by the post
 */
gboolean
dd_meeting_people_is_one (const DdUnitMention *mention)
{
  return (mention->flags & (DD_UNIT_POST | DD_UNIT_PERSON)) != 0 &&
         (mention->flags & (DD_UNIT_GROUP | DD_UNIT_ANAPHOR)) == 0;
}

/**
 * dd_meeting_people_set_chair:
 * @mention: a person, or a post
 * @meeting: (inout): a row of %DD_KIND_MEETING
 *
 * Sets who chairs a meeting, the name apart from the post.
 */
void
dd_meeting_people_set_chair (const DdBody        *body,
                             const DdUnitMention *mention,
                             DdRow               *meeting)
{
  g_autofree char *whole = dd_unit_mention_name (mention, body);
  guint name = mention->words.last;

  while (name > mention->words.first && body->tokens[name - 1].kind == DD_TOKEN_WORD &&
         body->tokens[name - 1].shape == DD_SHAPE_CAPITAL)
    name--;

  /* "Phó Thủ tướng Chính phủ Trần Hồng Hà": the name is what is in capitals */
  if (mention->words.last - name >= 2)
    {
      g_autofree char *person = dd_body_get_words (body, name, mention->words.last);
      gsize length = strlen (whole) - strlen (person);

      dd_row_set_text (meeting, DD_MEETING_CHAIR, person);
      if (length > 0)
        {
          g_autofree char *post = g_strndup (whole, length);

          dd_row_set_text (meeting, DD_MEETING_CHAIR_POST, post);
        }
      return;
    }
  dd_row_set_text (meeting, DD_MEETING_CHAIR_POST, whole);
}

/**
 * dd_meeting_people_read_chair:
 * @meeting: (inout): a row of %DD_KIND_MEETING, where what is found is set
 *
 * Reads who chairs: he stands in front of "chủ trì", or behind "dưới sự chủ trì
 * của"; a post may follow a bare name: "đồng chí Phạm Quang Ngọc, Chủ tịch UBND
 * tỉnh".
 */
void
dd_meeting_people_read_chair (const DdBody *body,
                              guint         first,
                              guint         last,
                              DdRow        *meeting)
{
  const guint chaired = dd_body_find_class (body, first, last, DD_WORD_CHAIRED);
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  guint i = first;
  guint end = chaired;

  /* Whoever "có buổi làm việc với" a unit presides. */
  if (chaired == last)
    end = dd_body_find_class (body, first, last, DD_WORD_TAKES_PLACE);
  if (end == last)
    return;
  if (dd_body_match (body, chaired, last, DD_WORD_CHAIRED_BY) > 0)
    {
      i = chaired + dd_body_match (body, chaired, last, DD_WORD_CHAIRED_BY);
      end = MIN (last, i + CHAIR_TOKENS_MAX);
    }
  while (i < end)
    {
      const guint behind = body->tokens[i].node != 0 ? dd_unit_match (body, i, end, mentions) : i;

      i = MAX (behind, i + 1);
    }

  for (i = 0; i < mentions->len; i++)
    {
      const DdUnitMention *mention = &g_array_index (mentions, DdUnitMention, i);

      if (dd_meeting_people_is_one (mention) &&
          ((mention->flags & DD_UNIT_PERSON) != 0 || i + 1 == mentions->len))
        {
          dd_meeting_people_set_chair (body, mention, meeting);
          if ((mention->flags & DD_UNIT_PERSON) != 0)
            break;
        }
    }
  if (i + 1 < mentions->len && !dd_row_is_set (meeting, DD_MEETING_CHAIR_POST) &&
      dd_meeting_people_is_one (&g_array_index (mentions, DdUnitMention, i + 1)))
    {
      g_autofree char *post =
        dd_unit_mention_name (&g_array_index (mentions, DdUnitMention, i + 1), body);

      dd_row_set_text (meeting, DD_MEETING_CHAIR_POST, post);
    }
}

/**
 * dd_meeting_people_read_attending:
 * @attending: (element-type utf8): where the names of units are added
 *
 * Reads who took part: whoever came stands for the unit.
 */
void
dd_meeting_people_read_attending (const DdBody *body,
                                  guint         first,
                                  guint         last,
                                  GPtrArray    *attending)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  guint i = first + dd_body_match (body, first, last, DD_WORD_ATTENDED);

  while (i < last)
    {
      const guint n_post = MAX (dd_body_match (body, i, last, DD_WORD_POST),
                                dd_body_match (body, i, last, DD_WORD_PERSON));
      guint end;

      if (n_post > 0)
        {
          i += n_post;
          continue;
        }
      /* where they sat is not who they were */
      if (dd_body_match (body, i, last, DD_WORD_SITE) > 0)
        {
          i += dd_body_match (body, i, last, DD_WORD_SITE);
          end = dd_unit_words_skip_territory (body, i, last);
          i = end > i ? end : dd_unit_match (body, i, last, NULL);
          continue;
        }
      end = body->tokens[i].node != 0 ? dd_unit_match (body, i, last, mentions) : i;
      i = MAX (end, i + 1);
    }

  for (i = 0; i < mentions->len; i++)
    {
      const DdUnitMention *mention = &g_array_index (mentions, DdUnitMention, i);
      g_autofree char *name = NULL;

      if ((mention->flags & (DD_UNIT_PERSON | DD_UNIT_SUPERIOR | DD_UNIT_ANAPHOR)) != 0)
        continue;
      name = dd_unit_mention_name (mention, body);
      if (!g_ptr_array_find_with_equal_func (attending, name, g_str_equal, NULL))
        g_ptr_array_add (attending, g_steal_pointer (&name));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-labels"

#include "dd-meeting-labels.h"

#include "dd-date-phrase.h"
#include "dd-meeting-people.h"
#include "dd-meeting.h"

/* Minutes tell of the meeting at their beginning. */
#define BLOCKS_MAX 40

/* The values of the class "meeting-label". */
typedef enum
{
  LABEL_NONE,
  LABEL_TIME,
  LABEL_PLACE,
  LABEL_CHAIR,
  LABEL_SECRETARY,
  LABEL_ATTENDING,
  N_LABELS,
} Label;

/* What stands behind each label, and in which block; a heading may have nothing
 * behind it but items below. */
typedef struct
{
  DdRange  values[N_LABELS];
  guint    blocks[N_LABELS];
  gboolean found[N_LABELS];
} Labels;

static void
find_labels (const DdBody    *body,
             const DdOutline *outline,
             Labels          *labels)
{
  for (guint i = 0; i < outline->blocks->len && i < BLOCKS_MAX; i++)
    {
      const DdRange words = dd_outline_get_block (outline, i)->words;
      int label = LABEL_NONE;
      const guint n = dd_body_match_value (body, words.first, words.last, DD_WORD_MEETING_LABEL,
                                           &label);
      guint last = words.last;

      if (n == 0 || label == LABEL_NONE || labels->found[label] ||
          !dd_body_is_mark (body, words.first + n, words.last, ':'))
        continue;
      while (last > words.first + n + 1 && (dd_body_is_mark (body, last - 1, last, '.') ||
                                            dd_body_is_mark (body, last - 1, last, ';')))
        last--;
      labels->found[label] = TRUE;
      labels->values[label] = (DdRange) { words.first + n + 1, last };
      labels->blocks[label] = i;
    }
}

static DdDay
find_day (const DdBody *body,
          DdRange       value)
{
  for (guint i = value.first; i < value.last; i++)
    {
      DdDatePhrase date;
      DdDay day;

      if (!dd_date_phrase_match (body, i, value.last, &date))
        continue;
      day = dd_date_phrase_to_day (&date);
      if (day != DD_DAY_NONE)
        return day;
      i = date.last - 1;
    }

  return DD_DAY_NONE;
}

static void
read_place (const DdBody *body,
            const Labels *labels,
            DdRow        *meeting)
{
  DdRange place = labels->values[LABEL_PLACE];

  /* "Thời gian, địa điểm: 8 giờ ngày 5/6/2024, tại Hội trường A" */
  if (!labels->found[LABEL_PLACE])
    {
      place = labels->values[LABEL_TIME];
      place.first = dd_body_find_class (body, place.first, place.last, DD_WORD_PLACE);
    }
  place.first += dd_body_match (body, place.first, place.last, DD_WORD_PLACE);
  if (place.first < place.last)
    {
      g_autofree char *words = dd_body_get_words (body, place.first, place.last);

      dd_row_set_text (meeting, DD_MEETING_PLACE, words);
    }
}

/* "Ông Phan Văn Hùng - Phó Giám đốc Sở" */
static void
read_chair (const DdBody *body,
            DdRange       value,
            DdRow        *meeting)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  guint i = dd_unit_match (body, value.first, value.last, mentions);

  if (mentions->len == 0 ||
      !dd_meeting_people_is_one (&g_array_index (mentions, DdUnitMention, 0)))
    return;
  dd_meeting_people_set_chair (body, &g_array_index (mentions, DdUnitMention, 0), meeting);
  if (dd_row_is_set (meeting, DD_MEETING_CHAIR_POST))
    return;

  if (dd_body_is_mark (body, i, value.last, '-') || dd_body_is_mark (body, i, value.last, ','))
    {
      g_array_set_size (mentions, 0);
      dd_unit_match (body, i + 1, value.last, mentions);
      if (mentions->len > 0 &&
          dd_meeting_people_is_one (&g_array_index (mentions, DdUnitMention, 0)))
        {
          g_autofree char *post = dd_unit_mention_name (&g_array_index (mentions, DdUnitMention, 0),
                                                        body);

          dd_row_set_text (meeting, DD_MEETING_CHAIR_POST, post);
        }
    }
}

static void
read_secretary (const DdBody *body,
                DdRange       value,
                DdRow        *meeting)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));

  dd_unit_match (body, value.first, value.last, mentions);
  if (mentions->len > 0 &&
      (g_array_index (mentions, DdUnitMention, 0).flags & DD_UNIT_PERSON) != 0)
    {
      g_autofree char *name = dd_unit_mention_name (&g_array_index (mentions, DdUnitMention, 0),
                                                    body);

      dd_row_set_text (meeting, DD_MEETING_SECRETARY, name);
    }
}

static void
read_attending (const DdBody    *body,
                const DdOutline *outline,
                const Labels    *labels,
                GPtrArray       *attending)
{
  const DdRange value = labels->values[LABEL_ATTENDING];

  if (!labels->found[LABEL_ATTENDING])
    return;
  dd_meeting_people_read_attending (body, value.first, value.last, attending);

  for (guint i = labels->blocks[LABEL_ATTENDING] + 1; i < outline->blocks->len; i++)
    {
      const DdBlock *block = dd_outline_get_block (outline, i);

      if (block->parent != labels->blocks[LABEL_ATTENDING])
        break;
      dd_meeting_people_read_attending (body, block->words.first, block->words.last, attending);
    }
}

/**
 * dd_meeting_labels_read:
 * @meeting: (inout): a row of %DD_KIND_MEETING, where what is found is set
 * @attending: (element-type utf8): where the names of units are added
 *
 * Reads the lines by which minutes tell of their meeting: "Thời gian: …", "Địa
 * điểm: …", "Chủ trì: …". The tasks of a plan have such lines too: a meeting
 * has the day, and a place or somebody who came.
 *
 * Returns: whether there are such lines
 */
gboolean
dd_meeting_labels_read (const DdBody    *body,
                        const DdOutline *outline,
                        DdRow           *meeting,
                        GPtrArray       *attending)
{
  Labels labels = { 0 };
  DdDay day;

  find_labels (body, outline, &labels);
  day = find_day (body, labels.values[LABEL_TIME]);
  if (day == DD_DAY_NONE ||
      !(labels.found[LABEL_PLACE] || labels.found[LABEL_ATTENDING] ||
        labels.found[LABEL_SECRETARY]))
    return FALSE;

  dd_row_set_day (meeting, DD_MEETING_DAY, day);
  read_place (body, &labels, meeting);
  read_chair (body, labels.values[LABEL_CHAIR], meeting);
  read_secretary (body, labels.values[LABEL_SECRETARY], meeting);
  read_attending (body, outline, &labels, attending);

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-meeting-facts"

#include "dd-meeting-facts.h"

#include "dd-citation-phrase.h"
#include "dd-date-phrase.h"
#include "dd-meeting-labels.h"
#include "dd-meeting-people.h"
#include "dd-meeting.h"
#include "dd-sentence.h"
#include "dd-unit-words.h"

#include <string.h>

/* A meeting is told of before what it concluded. */
#define SENTENCES_MAX 14

/* The year of an undated text is looked for near its beginning. */
#define TOLD_TOKENS_MAX 2000

/* What a meeting is called is not longer. */
#define TITLE_TOKENS_MAX 60

/* How far behind the noun the number of a session stands. */
#define ORDINAL_TOKENS_MAX 6

typedef struct
{
  const DdBody *body;
  DdRow        *meeting;
  GPtrArray    *attending;
  DdDay         document_day;
  DdDay         reference;
  DdDay         told_year;      /* the last day of the year that the text speaks of */
} Facts;

/* A day without a year is the last such one before the document; where the
 * text is undated, it is of the year of the latest date that it has. */
static DdDay
complete_day (const Facts        *facts,
              const DdDatePhrase *date)
{
  DdDay known = facts->document_day;
  DdDay day;
  gboolean after = FALSE;

  if (date->year != 0)
    return dd_date_phrase_to_day (date);
  if (known == DD_DAY_NONE)
    known = facts->reference;
  if (known == DD_DAY_NONE)
    {
      known = facts->told_year;
      after = TRUE;
    }
  if (known == DD_DAY_NONE)
    return DD_DAY_NONE;

  day = dd_day_new (dd_day_get_year (known), date->month, date->day);
  if (!after && day != DD_DAY_NONE && day > known)
    day = dd_day_new (dd_day_get_year (known) - 1, date->month, date->day);

  return day;
}

static void
read_day (Facts *facts,
          guint  first,
          guint  last)
{
  const DdBody *body = facts->body;

  for (guint i = first; i < last; i++)
    {
      DdDatePhrase date;
      DdDay day;

      if (body->tokens[i].kind != DD_TOKEN_NUMBER || body->cited[i] ||
          !dd_date_phrase_match (body, i, last, &date) || date.day == 0)
        continue;
      day = complete_day (facts, &date);
      if (day != DD_DAY_NONE)
        {
          dd_row_set_day (facts->meeting, DD_MEETING_DAY, day);
          return;
        }
      i = date.last;
    }
}

static gboolean
ends_title (const DdBody *body,
            guint         i,
            guint         end)
{
  static const char marks[] = ".,;:(";

  for (guint j = 0; marks[j] != '\0'; j++)
    if (dd_body_is_mark (body, i, end, marks[j]))
      return TRUE;
  if (dd_body_is_mark (body, i, end, '-') && body->tokens[i].space_before &&
      dd_body_is_capital (body, i + 1, end))
    return TRUE;

  return dd_body_match (body, i, end, DD_WORD_TITLE_END) > 0;
}

/* A comma does not end "rà soát, đơn giản hóa" but does "…, Phó Thủ tướng" and
 * "…, sau khi nghe". */
static gboolean
goes_on_behind_comma (const DdBody *body,
                      guint         i,
                      guint         end)
{
  return dd_body_is_mark (body, i, end, ',') && dd_body_is_word (body, i + 1, end) &&
         !dd_body_is_capital (body, i + 1, end) &&
         dd_body_match (body, i + 1, end, DD_WORD_ADVERBIAL) == 0 &&
         dd_body_match (body, i + 1, end, DD_WORD_PERSON) == 0 &&
         dd_body_match (body, i + 1, end, DD_WORD_ATTENDED) == 0;
}

/* The noun of the meeting; one in a name, "Trung tâm Hội nghị", is none. */
static guint
find_noun (const DdBody *body,
           guint         first,
           guint         last)
{
  for (guint i = first; i < last; i++)
    if (body->tokens[i].node != 0 && dd_body_match (body, i, last, DD_WORD_MEETING_NOUN) > 0 &&
        !(i > first &&
          dd_body_match (body, i > first + 2 ? i - 2 : first, i, DD_WORD_UNIT_HEAD) > 0))
      return i;

  return last;
}

/* "Phiên họp thứ hai của Tổ công tác": what it is called, of which kind it is,
 * and which of a series. */
static void
read_title (Facts *facts,
            guint  noun,
            guint  last)
{
  const DdBody *body = facts->body;
  g_autofree char *title = NULL;
  guint end = noun;
  guint number, n;
  int value = 0;

  n = dd_body_match_value (body, noun, last, DD_WORD_MEETING_NOUN, &value);
  dd_row_set_choice (facts->meeting, DD_MEETING_KIND, (guint) value);

  end = noun + n;
  while (end < last && end < noun + TITLE_TOKENS_MAX)
    {
      if (ends_title (body, end, last) && !goes_on_behind_comma (body, end, last))
        break;
      end++;
    }
  while (end > noun + n && body->tokens[end - 1].kind == DD_TOKEN_MARK)
    end--;
  if (end > noun + n || n > 2)
    {
      title = dd_body_get_words (body, noun, end);
      dd_row_set_text (facts->meeting, DD_MEETING_TITLE, title);
    }

  for (guint i = noun + n; i < end && i < noun + n + ORDINAL_TOKENS_MAX; i++)
    {
      n = dd_body_match_value (body, i, end, DD_WORD_ORDINAL, &value);
      if (n == 0 && dd_body_match (body, i, end, DD_WORD_ORDINAL_SIGN) > 0 &&
          dd_body_get_number (body, i + 1, end, &number))
        {
          n = 2;
          value = (int) number;
        }
      if (n > 0)
        {
          const guint of = i + n + dd_body_match (body, i + n, end, DD_WORD_OF);
          const guint series = dd_unit_match (body, of, end, NULL);

          dd_row_set_number (facts->meeting, DD_MEETING_NUMBER, value);
          if (series > of)
            {
              g_autofree char *name = dd_body_get_words (body, of, series);

              dd_row_set_text (facts->meeting, DD_MEETING_SERIES, name);
            }
          return;
        }
    }
}

/* "tại trụ sở UBND tỉnh", up to the next comma */
static void
read_place (Facts *facts,
            guint  first,
            guint  last)
{
  const DdBody *body = facts->body;
  guint i = dd_body_find_class (body, first, last, DD_WORD_PLACE);
  guint end;

  if (i == last || i > first + 12)
    return;
  i++;
  if (dd_body_match (body, i, last, DD_WORD_MEETING_NOUN) > 0 ||
      dd_body_match (body, i, last, DD_WORD_SITE) > 0)
    return;
  for (end = i; end < last && !ends_title (body, end, last) && end < i + 20; end++)
    ;
  if (end > i && dd_body_is_mark (body, end, last, ','))
    {
      g_autofree char *place = dd_body_get_words (body, i, end);

      dd_row_set_text (facts->meeting, DD_MEETING_PLACE, place);
    }
}

static void
read_format (Facts *facts,
             guint  first,
             guint  last)
{
  const gboolean online = dd_body_find_class (facts->body, first, last, DD_WORD_ONLINE) < last;
  const gboolean present = dd_body_find_class (facts->body, first, last, DD_WORD_IN_PERSON) < last;

  if (online)
    dd_row_set_choice (facts->meeting, DD_MEETING_FORMAT,
                       present ? DD_MEETING_FORMAT_HYBRID : DD_MEETING_FORMAT_ONLINE);
  else if (present)
    dd_row_set_choice (facts->meeting, DD_MEETING_FORMAT, DD_MEETING_FORMAT_IN_PERSON);
}

static void
read_sites (Facts     *facts,
            guint      first,
            guint      last,
            GPtrArray *sites)
{
  const DdBody *body = facts->body;

  for (guint i = first; i < last; i++)
    {
      const guint n = dd_body_match (body, i, last, DD_WORD_SITE);
      guint end;

      if (n == 0)
        continue;
      end = dd_unit_words_skip_territory (body, i + n, last);
      if (end == i + n)
        end = dd_unit_match (body, i + n, last, NULL);
      /* "điểm cầu tỉnh Bắc Kạn", not "96 điểm cầu xã" */
      if (end > i + n && dd_body_is_capital (body, end - 1, end))
        {
          char *site = dd_body_get_words (body, i + n, end);

          if (g_ptr_array_find_with_equal_func (sites, site, g_str_equal, NULL))
            g_free (site);
          else
            g_ptr_array_add (sites, site);
        }
      i = MAX (end, i + n) - 1;
    }
}

/* The sentence that tells of the meeting itself has its noun, and that someone
 * chairs it, that it was held, or when. */
static gboolean
read_event (Facts *facts,
            guint  first,
            guint  last)
{
  const DdBody *body = facts->body;
  const guint noun = find_noun (body, first, last);
  gboolean told;

  if (noun == last)
    return FALSE;
  told = dd_body_find_class (body, first, last, DD_WORD_CHAIRED) < last ||
         dd_body_find_class (body, first, last, DD_WORD_TAKES_PLACE) < last ||
         dd_body_match (body, noun + dd_body_match (body, noun, last, DD_WORD_MEETING_NOUN), last,
                        DD_WORD_DAY) > 0;
  if (!told)
    return FALSE;

  read_day (facts, first, last);
  read_title (facts, noun, last);
  dd_meeting_people_read_chair (body, first, last, facts->meeting);
  read_place (facts, first, last);
  read_format (facts, first, last);

  return TRUE;
}

/* The year that an undated text is of: that whose months it speaks of, "6
 * tháng đầu năm 2023", else that of the latest document it cites. */
static DdDay
find_told_year (const DdBody    *body,
                const DdOutline *outline,
                const GArray    *citations)
{
  const guint last = MIN (outline->addressees.first, TOLD_TOKENS_MAX);
  DdDay latest = DD_DAY_NONE;

  for (guint i = 0; i < last; i++)
    {
      const guint n = MAX (dd_body_match (body, i, last, DD_WORD_HALF_YEAR),
                           dd_body_match (body, i, last, DD_WORD_LAST_MONTHS));
      guint year;

      if (n > 0 && dd_body_get_number (body, i + n, last, &year))
        return dd_day_new (year, 12, 31);
    }

  for (guint i = 0; i < citations->len; i++)
    latest = MAX (latest, g_array_index (citations, DdCitationPhrase, i).day);

  return latest;
}

/* Where nothing tells of the meeting, what cites its conclusion may: "Kết luận
 * của Phó Thủ tướng … tại buổi làm việc … ngày 16 tháng 11 năm 2023". */
static gboolean
read_recalled_event (Facts *facts,
                     guint  first,
                     guint  last)
{
  const DdBody *body = facts->body;
  const guint noun = find_noun (body, first, last);
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  guint conclusion = dd_body_find_class (body, first, noun, DD_WORD_CONCLUSION);
  guint i;

  if (noun == last || conclusion == noun ||
      dd_body_match (body, noun - 1, noun, DD_WORD_PLACE) == 0)
    return FALSE;
  read_day (facts, noun, last);
  if (!dd_row_is_set (facts->meeting, DD_MEETING_DAY))
    return FALSE;

  read_title (facts, noun, last);
  for (i = conclusion; i < noun; i++)
    if (dd_body_match (body, i, noun, DD_WORD_OF) > 0 &&
        dd_unit_match (body, i + 1, noun, mentions) > i + 1)
      break;
  if (mentions->len > 0 && dd_meeting_people_is_one (&g_array_index (mentions, DdUnitMention, 0)))
    dd_meeting_people_set_chair (body, &g_array_index (mentions, DdUnitMention, 0),
                                 facts->meeting);

  return TRUE;
}

/**
 * dd_meeting_facts_read:
 * @citations: (element-type DdCitationPhrase): the documents that are cited
 * @document_day: the day of the document; %DD_DAY_NONE if it has none
 * @reference: the day that the caller says it speaks from
 * @meeting: (inout): a row of %DD_KIND_MEETING, where what is found is set
 *
 * Reads what a conclusion says of the meeting that it concludes.
 *
 * Returns: (transfer full): the names of the units that attended
 */
char **
dd_meeting_facts_read (const DdBody    *body,
                       const DdOutline *outline,
                       const GArray    *citations,
                       DdDay            document_day,
                       DdDay            reference,
                       DdRow           *meeting)
{
  Facts facts = { body, meeting, g_ptr_array_new (), document_day, reference,
                  find_told_year (body, outline, citations) };
  g_autoptr (GPtrArray) sites = g_ptr_array_new_with_free_func (g_free);
  gboolean found = dd_meeting_labels_read (body, outline, meeting, facts.attending);
  gboolean recalled = FALSE;
  guint n_sentences = 0;

  for (guint i = 0; i < outline->blocks->len && n_sentences < SENTENCES_MAX; i++)
    {
      const DdBlock *block = &g_array_index (outline->blocks, DdBlock, i);
      guint first = block->words.first;

      if (block->marker == DD_MARKER_CELL)
        continue;
      if (block->marker != DD_MARKER_NONE)
        break;
      while (first < block->words.last && n_sentences < SENTENCES_MAX)
        {
          const guint last = dd_sentence_find_end (body, first, block->words.last);
          const guint attended = dd_body_find_class (body, first, MIN (last, first + 3),
                                                     DD_WORD_ATTENDED);

          if (block->closed || i > 0)
            {
              if (!found && block->closed)
                found = read_event (&facts, first, last);
              else if (found && !dd_row_is_set (meeting, DD_MEETING_CHAIR) &&
                       dd_body_find_class (body, first, last, DD_WORD_CHAIRED) < last &&
                       find_noun (body, first, last) < last)
                dd_meeting_people_read_chair (body, first, last, meeting);
              if (!found && !recalled)
                recalled = read_recalled_event (&facts, first, last);
              if (attended < MIN (last, first + 3))
                dd_meeting_people_read_attending (body, attended, last, facts.attending);
              read_sites (&facts, first, last, sites);
            }
          n_sentences++;
          first = last;
        }
    }

  g_ptr_array_add (sites, NULL);
  dd_row_set_list (meeting, DD_MEETING_SITES, (const char * const *) sites->pdata);
  g_ptr_array_add (facts.attending, NULL);

  return (char **) g_ptr_array_free (facts.attending, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-opening"

#include "dd-opening.h"

#include "dd-period-phrase.h"
#include "dd-recurrence-phrase.h"

/* Words of an adverbial between a verb and whom it tells. */
#define ASIDE_WORDS_MAX 14

/* The value of adverbials that an order may follow. */
#define ADVERBIAL_OF_ORDER 1

/**
 * dd_opening_skip_words:
 * @aside: (out) (optional): whether what opens the sentence keeps its subject
 *   from being that of the next
 *
 * Returns: the token behind what connects a sentence to the one before:
 *   "Đồng thời,", "Bên cạnh đó,", "Trong đó"; @i if nothing does
 */
guint
dd_opening_skip_words (const DdBody *body,
                       guint         i,
                       guint         end,
                       gboolean     *aside)
{
  if (aside != NULL)
    *aside = FALSE;

  if (dd_body_is_mark (body, i, end, '"'))
    i++;
  for (;;)
    {
      const guint n_opener = dd_body_match (body, i, end, DD_WORD_OPENER);
      const guint n_aside = dd_body_match (body, i, end, DD_WORD_ASIDE);
      const guint n = MAX (n_opener, n_aside);

      if (n == 0)
        return i;
      if (aside != NULL && n_aside >= n_opener)
        *aside = TRUE;
      i += n;
      if (dd_body_is_mark (body, i, end, ',') || dd_body_is_mark (body, i, end, ':'))
        i++;
    }
}

/**
 * dd_opening_skip_aside:
 *
 * Returns: the token behind an adverbial that stands between "yêu cầu" and the
 *   units, "trong thời gian tới,"; @i if there is none
 */
guint
dd_opening_skip_aside (const DdBody *body,
                       guint         i,
                       guint         end)
{
  if (dd_body_match (body, i, end, DD_WORD_ADVERBIAL) == 0 &&
      dd_body_match (body, i, end, DD_WORD_PAST) == 0)
    return i;

  for (guint j = i + 1; j < end && j < i + ASIDE_WORDS_MAX; j++)
    if (dd_body_is_mark (body, j, end, ','))
      return j + 1;

  return i;
}

/**
 * dd_opening_is_adverbial:
 *
 * Returns: whether something opens the sentence that ends with a comma
 */
gboolean
dd_opening_is_adverbial (const DdBody *body,
                         guint         i,
                         guint         end)
{
  DdPeriodPhrase period;

  return dd_body_match (body, i, end, DD_WORD_ADVERBIAL) > 0 ||
         dd_body_match (body, i, end, DD_WORD_TOPIC) > 0 ||
         dd_body_match (body, i, end, DD_WORD_BEFORE) > 0 ||
         dd_body_match (body, i, end, DD_WORD_BY) > 0 ||
         dd_body_match (body, i, end, DD_WORD_HALF_DAY) > 0 ||
         dd_body_match (body, i, end, DD_WORD_SAME_DAY) > 0 ||
         dd_body_match (body, i, end, DD_WORD_WEEKDAY) > 0 ||
         dd_period_phrase_match (body, i, end, DD_DAY_NONE, &period);
}

/**
 * dd_opening_tells_of_day:
 *
 * Returns: whether a day opens the sentence on which something happened, "Sáng
 *   12/3", "Ngày 07 tháng 10 năm 2024", where a deadline would have "trước" in
 *   front
 */
gboolean
dd_opening_tells_of_day (const DdBody *body,
                         guint         i,
                         guint         end)
{
  DdRecurrencePhrase recurrence;
  DdPeriodPhrase period;

  if (i < end && dd_recurrence_phrase_match (body, i, end, &recurrence))
    return FALSE;

  return dd_body_match (body, i, end, DD_WORD_HALF_DAY) > 0 ||
         dd_body_match (body, i, end, DD_WORD_SAME_DAY) > 0 ||
         (dd_body_match (body, i, end, DD_WORD_DAY) > 0 &&
          dd_period_phrase_match (body, i, end, DD_DAY_NONE, &period) &&
          period.kind == DD_PERIOD_PHRASE_DAY && period.day_of_month == 0);
}

/**
 * dd_opening_allows_order:
 *
 * Returns: whether an order may follow what opens the sentence: a time or a
 *   purpose, not a means
 */
gboolean
dd_opening_allows_order (const DdBody *body,
                         guint         i,
                         guint         end)
{
  int value = 0;

  if (dd_body_match_value (body, i, end, DD_WORD_ADVERBIAL, &value) > 0)
    return value == ADVERBIAL_OF_ORDER;

  return dd_opening_is_adverbial (body, i, end);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-recurrence-phrase"

#include "dd-recurrence-phrase.h"

#include "dd-date-phrase.h"

/* What a day may have in front: "trước", "chậm nhất là", "vào", "từ … đến". */
static guint
skip_limit (const DdBody *body,
            guint         i,
            guint         end)
{
  guint n = dd_body_match (body, i, end, DD_WORD_BEFORE);

  if (n == 0)
    n = dd_body_match (body, i, end, DD_WORD_BY);
  if (n == 0)
    n = dd_body_match (body, i, end, DD_WORD_UNTIL);
  if (n == 0)
    n = dd_body_match (body, i, end, DD_WORD_WITHIN);
  i += n;
  /* "trước 16 giờ 30 phút ngày 25" */
  if (n > 0 && dd_body_is_number (body, i, end) &&
      dd_body_match (body, i + 1, end, DD_WORD_HOUR) > 0)
    {
      i += 2;
      if (dd_body_is_number (body, i, end))
        i += 1 + dd_body_match (body, i + 1, end, DD_WORD_MINUTE);
      i += dd_body_is_mark (body, i, end, ',');
    }

  return i;
}

/* "20", "05 và ngày 20": the last one counts. */
static guint
skip_days (const DdBody *body,
           guint         i,
           guint         end,
           guint        *day)
{
  const guint start = i;
  guint n_and;

  do
    {
      const guint n_last = dd_body_match (body, i, end, DD_WORD_LAST_DAY);

      i += n_last > 0 ? n_last : dd_body_match (body, i, end, DD_WORD_DAY);
      if (n_last > 0)
        *day = 0;
      else if (!dd_body_get_number (body, i, end, day) || *day < 1 || *day > 31)
        return start;
      else
        i++;
      n_and = dd_body_match (body, i, end, DD_WORD_AND);
      i += n_and;
    }
  while (n_and > 0);

  return i;
}

/* Words that make a day of the month recur: "hằng tháng", "của tháng cuối
 * quý", "của tháng". */
static guint
match_recurring_end (const DdBody *body,
                     guint         i,
                     guint         end,
                     DdRecurrence *recurrence)
{
  int value = DD_RECURRENCE_MONTHLY;
  guint n = dd_body_match_value (body, i, end, DD_WORD_LAST_MONTH_OF, &value);
  guint n_more;

  if (n == 0)
    {
      n = dd_body_match (body, i, end, DD_WORD_OF_MONTH);
      /* "của tháng 6", "của tháng này" are one month */
      if (n > 0 && (dd_body_is_number (body, i + n, end) ||
                    dd_body_match (body, i + n, end, DD_WORD_THIS) > 0))
        return 0;
    }
  /* ngày 15 của tháng cuối quý hằng năm; của tháng, hằng quý */
  n_more = dd_body_match_value (body, i + n, end, DD_WORD_RECUR, n == 0 ? &value : NULL);
  *recurrence = (DdRecurrence) value;

  return n + n_more;
}

/* "trước ngày 20 hằng tháng", "chậm nhất là ngày 20 của tháng cuối quý",
 * "trước ngày 15/9 hằng năm", "từ ngày 1 đến ngày 5 hằng tháng". */
static gboolean
match_with_day (const DdBody       *body,
                guint               i,
                guint               end,
                DdRecurrencePhrase *phrase)
{
  const guint limit = skip_limit (body, i, end);
  guint n_from = dd_body_match (body, i, end, DD_WORD_FROM);
  guint at = limit;
  guint day = 0;
  int recurrence = 0;
  guint last, n;
  DdDatePhrase date;

  if (n_from > 0)
    {
      last = skip_days (body, i + n_from, end, &day);
      n = dd_body_match (body, last, end, DD_WORD_UNTIL);
      if (last == i + n_from || n == 0)
        return FALSE;
      at = last + n;
    }

  n = dd_body_match (body, at, end, DD_WORD_DAY);
  if (n == 0 && at == i && dd_body_match (body, at, end, DD_WORD_LAST_DAY) == 0)
    return FALSE;

  if (dd_date_phrase_match (body, at + n, end, &date) && date.year == 0)
    {
      /* 15 tháng 6 và 15 tháng 12 hằng năm */
      while (dd_body_match (body, date.last, end, DD_WORD_AND) > 0)
        {
          const guint next = date.last + 1 + dd_body_match (body, date.last + 1, end, DD_WORD_DAY);
          DdDatePhrase other;

          if (!dd_date_phrase_match (body, next, end, &other) || other.year != 0)
            break;
          date = other;
        }
      n = dd_body_match_value (body, date.last, end, DD_WORD_RECUR, &recurrence);
      if (n == 0)
        return FALSE;
      phrase->recurrence = (DdRecurrence) recurrence;
      phrase->words = (DdRange) { i, date.last + n };
      phrase->day = date.day;
      phrase->month = date.month;
      phrase->has_day = TRUE;
      return TRUE;
    }

  last = skip_days (body, at, end, &day);
  if (last == at)
    return FALSE;
  n = match_recurring_end (body, last, end, &phrase->recurrence);
  if (n == 0)
    return FALSE;
  phrase->words = (DdRange) { i, last + n };
  phrase->day = day;
  phrase->has_day = TRUE;

  return TRUE;
}

/* "trước 16 giờ thứ Sáu hằng tuần": the weekday, then "hằng tuần". */
static gboolean
match_weekday (const DdBody       *body,
               guint               i,
               guint               end,
               DdRecurrencePhrase *phrase)
{
  const guint n_every = dd_body_match (body, i, end, DD_WORD_EVERY);
  guint at = skip_limit (body, i + n_every, end);
  int weekday = 0, recurrence = 0;
  guint n;

  if (dd_body_is_number (body, at, end) && dd_body_match (body, at + 1, end, DD_WORD_HOUR) > 0)
    {
      at += 2;
      if (dd_body_is_number (body, at, end))
        at++;
    }
  at += dd_body_match (body, at, end, DD_WORD_HALF_DAY);
  at += dd_body_match (body, at, end, DD_WORD_DAY);
  n = dd_body_match_value (body, at, end, DD_WORD_WEEKDAY, &weekday);
  if (n == 0)
    return FALSE;
  at += n;
  n = dd_body_match_value (body, at, end, DD_WORD_RECUR, &recurrence);
  if ((n == 0 || recurrence != DD_RECURRENCE_WEEKLY) && n_every == 0)
    return FALSE;

  phrase->words = (DdRange) { i, at + n };
  phrase->recurrence = DD_RECURRENCE_WEEKLY;
  phrase->day = (guint) weekday;
  phrase->has_day = TRUE;

  return TRUE;
}

/* The month that recurs: "trong tháng 11 hằng năm", "quý IV hằng năm". */
static gboolean
match_with_month (const DdBody       *body,
                  guint               i,
                  guint               end,
                  DdRecurrencePhrase *phrase)
{
  guint at = skip_limit (body, i, end);
  int recurrence = 0;
  guint month = 0;
  guint n;

  n = dd_body_match (body, at, end, DD_WORD_MONTH);
  if (n == 0)
    n = dd_body_match (body, at, end, DD_WORD_QUARTER);
  else if (!dd_body_get_number (body, at + n, end, &month) || month > 12)
    month = 0;
  if (n == 0)
    return FALSE;
  at += n;
  if (!dd_body_is_number (body, at, end) && dd_body_match (body, at, end, DD_WORD_ROMAN) == 0)
    return FALSE;
  at++;
  n = dd_body_match_value (body, at, end, DD_WORD_RECUR, &recurrence);
  if (n == 0)
    return FALSE;

  phrase->words = (DdRange) { i, at + n };
  phrase->recurrence = (DdRecurrence) recurrence;
  phrase->month = month;
  phrase->has_day = TRUE;

  return TRUE;
}

/* The day that follows: "hằng tháng, trước ngày 20, …", "hằng quý (trước ngày
 * 15 của tháng cuối quý)". */
static void
match_day_behind (const DdBody       *body,
                  guint               end,
                  DdRecurrencePhrase *phrase)
{
  guint at = phrase->words.last;
  const gboolean parenthesis = dd_body_is_mark (body, at, end, '(');
  DdRecurrence other = phrase->recurrence;
  guint limit, last, day, n;

  if (parenthesis || dd_body_is_mark (body, at, end, ','))
    at++;
  limit = skip_limit (body, at, end);
  if (limit == at || dd_body_match (body, limit, end, DD_WORD_DAY) == 0)
    return;
  last = skip_days (body, limit, end, &day);
  if (last == limit || dd_body_is_mark (body, last, end, '/') ||
      dd_body_is_mark (body, last, end, '-'))
    return;

  n = match_recurring_end (body, last, end, &other);
  if (n == 0 && dd_body_match (body, last, end, DD_WORD_MONTH) > 0)
    return;
  last += n;
  if (parenthesis && dd_body_is_mark (body, last, end, ')'))
    last++;
  phrase->words.last = last;
  phrase->day = day;
  phrase->has_day = TRUE;
}

/**
 * dd_recurrence_phrase_match:
 * @phrase: (out): what is written there
 *
 * Recognises at token @i how often something is to be done: "định kỳ hằng
 * tháng", "trước ngày 20 hằng tháng", "thứ Sáu hằng tuần", "định kỳ 6 tháng".
 *
 * Returns: whether it says so
 */
gboolean
dd_recurrence_phrase_match (const DdBody       *body,
                            guint               i,
                            guint               end,
                            DdRecurrencePhrase *phrase)
{
  guint n_periodic, n;
  int value = 0;

  *phrase = (DdRecurrencePhrase) { { i, i }, DD_RECURRENCE_NONE };
  if (body->tokens[i].node == 0)
    return FALSE;
  /* "kế hoạch chi tiết theo từng tuần" is no time of work */
  if (i > 0 && dd_body_match (body, i - 1, i, DD_WORD_RECALL) > 0 &&
      dd_body_match (body, i - 1, i, DD_WORD_ADVERBIAL) > 0)
    return FALSE;

  n_periodic = dd_body_match (body, i, end, DD_WORD_PERIODIC);
  if (n_periodic > 0 && i + n_periodic < end)
    {
      if (match_with_day (body, i + n_periodic, end, phrase) ||
          match_weekday (body, i + n_periodic, end, phrase))
        return TRUE;
    }
  else if (match_with_day (body, i, end, phrase) || match_weekday (body, i, end, phrase) ||
           match_with_month (body, i, end, phrase))
    {
      return TRUE;
    }

  n = dd_body_match_value (body, i + n_periodic, end, DD_WORD_RECUR, &value);
  if (n == 0 && n_periodic > 0)
    n = dd_body_match_value (body, i + n_periodic, end, DD_WORD_EACH_TIME, &value);
  /* "6 tháng, năm" recur, "6 tháng, năm 2024" are these */
  if (n == 0 || (value == DD_RECURRENCE_HALF_YEARLY &&
                 dd_body_is_number (body, i + n_periodic + n, end) &&
                 dd_body_match (body, i + n_periodic + n - 1, end, DD_WORD_YEAR) > 0))
    return FALSE;

  phrase->words = (DdRange) { i, i + n_periodic + n };
  phrase->recurrence = (DdRecurrence) value;
  match_day_behind (body, end, phrase);

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-time-phrase"

#include "dd-time-phrase.h"

#include "dd-calendar.h"
#include "dd-date-phrase.h"
#include "dd-period-phrase.h"
#include "dd-recurrence-phrase.h"

/* How far in front of a day that may stand whose day it is. */
#define OWNER_WORDS_MAX 8

/* And how far what is to be handed in on it. */
#define REPORT_WORDS_MAX 24

/* The words that name the event from which days are counted. */
#define EVENT_WORDS_MAX 14

static DdDeadlineKind
get_kind_of_period (DdPeriodPhraseKind kind)
{
  switch (kind)
    {
    case DD_PERIOD_PHRASE_DAY:
    case DD_PERIOD_PHRASE_WEEK:
      return DD_DEADLINE_KIND_BY;
    case DD_PERIOD_PHRASE_MONTH:
      return DD_DEADLINE_KIND_IN_MONTH;
    case DD_PERIOD_PHRASE_QUARTER:
      return DD_DEADLINE_KIND_IN_QUARTER;
    case DD_PERIOD_PHRASE_YEAR:
      return DD_DEADLINE_KIND_IN_YEAR;
    case DD_PERIOD_PHRASE_MONTHS:
      return DD_DEADLINE_KIND_PERIOD;
    case DD_PERIOD_PHRASE_VAGUE:
    default:
      return DD_DEADLINE_KIND_RELATIVE;
    }
}

static void
set_by (DdTimePhrase         *phrase,
        guint                 first,
        const DdPeriodPhrase *period)
{
  phrase->words = (DdRange) { first, period->last };
  phrase->kind = get_kind_of_period (period->kind);
  phrase->deadline = period->last_day;
  phrase->day = period->day_of_month;
  phrase->has_year = period->has_year;
}

/* The day of the week @n_weeks behind that of @reference; without a week the next
 * such day. */
static DdDay
find_weekday (DdDay    reference,
              guint    weekday,
              gboolean has_week,
              guint    n_weeks)
{
  DdDay day;

  if (reference == DD_DAY_NONE)
    return DD_DAY_NONE;
  day = dd_period_first_day (DD_PERIOD_WEEK, reference);
  day = dd_day_add_days (day, (int) (weekday - 1 + 7 * n_weeks));

  return !has_week && day < reference ? dd_day_add_days (day, 7) : day;
}

/* "trước 16 giờ thứ Năm": a day of a week that other words tell, "thứ Năm tuần
 * này"; in a line the next one. */
static gboolean
match_weekday (const DdBody *body,
               guint         i,
               guint         end,
               DdTimePlace   place,
               DdDay         reference,
               DdTimePhrase *phrase)
{
  gboolean next = FALSE, has_week = FALSE;
  DdPeriodPhrase period;
  guint day;
  guint n = MAX (dd_body_match (body, i, end, DD_WORD_BEFORE),
                 dd_body_match (body, i, end, DD_WORD_BY));
  guint at = i + n;
  int weekday = 0;

  if (n == 0)
    n = dd_body_match (body, i, end, DD_WORD_WITHIN);
  at = i + n;
  if (n == 0 && place == DD_TIME_PLACE_TEXT)
    return FALSE;
  if (dd_body_is_number (body, at, end) && dd_body_match (body, at + 1, end, DD_WORD_HOUR) > 0)
    at += 2 + dd_body_is_number (body, at + 2, end);
  at += dd_body_match (body, at, end, DD_WORD_DAY);
  n = dd_body_match_value (body, at, end, DD_WORD_WEEKDAY, &weekday);
  if (n == 0 || dd_body_is_number (body, at + n, end))
    return FALSE;
  at += n;
  /* "thứ Sáu, ngày 26/4", "thứ Sáu tuần này (16/01)", "trước Quốc khánh 2/9": the day itself */
  day = at + (dd_body_is_mark (body, at, end, ',') || dd_body_is_mark (body, at, end, '('));
  if (dd_period_phrase_match (body, day, end, reference, &period) &&
      period.kind == DD_PERIOD_PHRASE_DAY && period.day_of_month == 0)
    {
      set_by (phrase, i, &period);
      return TRUE;
    }

  if (dd_body_match (body, at, end, DD_WORD_WEEK) > 0)
    {
      next = dd_body_match (body, at + 1, end, DD_WORD_NEXT) > 0;
      has_week = next || dd_body_match (body, at + 1, end, DD_WORD_THIS) > 0;
    }
  phrase->words = (DdRange) { i, at + (has_week ? 2 : 0) };
  phrase->kind = DD_DEADLINE_KIND_RELATIVE;
  phrase->day = (guint) weekday;
  if (has_week || place == DD_TIME_PLACE_LINE)
    phrase->deadline = find_weekday (reference, (guint) weekday, has_week, next);

  return TRUE;
}

/* The event behind "kể từ ngày": up to the end of the clause, or to whose it is. */
static guint
skip_event (const DdBody *body,
            guint         i,
            guint         end)
{
  end = MIN (end, i + EVENT_WORDS_MAX);
  while (i < end && body->tokens[i].kind != DD_TOKEN_MARK &&
         dd_body_match (body, i, end, DD_WORD_OF) == 0)
    i++;

  return i;
}

static DdDay
count_on (DdDay    day,
          guint    number,
          gboolean working,
          gboolean months)
{
  if (day == DD_DAY_NONE)
    return DD_DAY_NONE;
  if (months)
    return dd_day_add_months (day, (int) number);
  if (working)
    {
      /* Holidays are not known here: the deadline's words are kept with it. */
      g_autoptr (DdCalendar) calendar = dd_calendar_new ();

      return dd_calendar_add_working (calendar, day, (int) number);
    }

  return dd_day_add_days (day, (int) number);
}

/* "trong vòng 10 ngày làm việc kể từ ngày nhận được …", "sau 15 ngày": a day
 * only if the event has one. */
static gboolean
match_days (const DdBody *body,
            guint         i,
            guint         end,
            DdTimePlace   place,
            DdDay         reference,
            DdTimePhrase *phrase)
{
  const gboolean line = place == DD_TIME_PLACE_LINE;
  const gboolean plus = line && dd_body_is_mark (body, i, end, '+');
  guint n = plus ? 1 : dd_body_match (body, i, end, DD_WORD_WITHIN_DAYS);
  guint at = i + n;
  gboolean working, months = FALSE;
  guint number, since;
  DdPeriodPhrase days;
  DdDatePhrase date;
  int ahead = 0;
  DdDay start = line ? reference : DD_DAY_NONE;

  if (n == 0 || !dd_body_get_number (body, at, end, &number) || number == 0 || number > 365)
    return FALSE;
  at++;

  n = dd_body_match (body, at, end, DD_WORD_WORKING_DAYS);
  working = n > 0;
  if (n == 0)
    n = dd_body_match (body, at, end, DD_WORD_DAY);
  if (n == 0)
    {
      n = dd_body_match (body, at, end, DD_WORD_WEEK);
      if (n > 0)
        number *= 7;
    }
  if (n == 0)
    {
      n = dd_body_match (body, at, end, DD_WORD_MONTH);
      months = n > 0;
    }
  if (n == 0)
    return FALSE;
  at += n;
  /* "trong 2 ngày 11 và 12/11": those days, up to the last */
  if (!working && !months && dd_body_is_number (body, at, end) &&
      dd_body_match (body, at + 1, end, DD_WORD_AND) > 0 &&
      dd_period_phrase_match (body, at + 2, end, reference, &days) &&
      days.kind == DD_PERIOD_PHRASE_DAY)
    {
      set_by (phrase, i, &days);
      phrase->kind = DD_DEADLINE_KIND_PERIOD;
      return TRUE;
    }
  /* "trong 10 ngày tới": from now on */
  if (dd_body_match (body, at, end, DD_WORD_NEXT) > 0 &&
      dd_body_match (body, at, end, DD_WORD_SINCE) == 0)
    {
      at++;
      start = reference;
    }

  since = at + dd_body_is_mark (body, at, end, ',');
  n = dd_body_match (body, since, end, DD_WORD_FROM);
  if (n == 0)
    n = dd_body_match (body, since, end, DD_WORD_SINCE);
  /* "trong 6 tháng" and "sau 3 tháng" are lengths unless they are counted from something */
  if (n == 0 && !line && dd_body_match (body, i, end, DD_WORD_WITHIN) > 0 && months)
    return FALSE;
  if (n > 0)
    {
      guint event = since + n;
      guint n_day = dd_body_match (body, event, end, DD_WORD_DAY);

      start = DD_DAY_NONE;
      if (dd_date_phrase_match (body, event + n_day, end, &date))
        {
          start = dd_date_phrase_to_day (&date);
          at = date.last;
        }
      else if (dd_body_match_value (body, event, end, DD_WORD_DAY_AHEAD, &ahead) > 0)
        {
          start = reference != DD_DAY_NONE ? dd_day_add_days (reference, ahead) : DD_DAY_NONE;
          at = event + dd_body_match (body, event, end, DD_WORD_DAY_AHEAD);
        }
      else
        {
          n = dd_body_match (body, event, end, DD_WORD_SIGNING);
          /* "kể từ ngày ký | Quyết định công bố" is another document's */
          if (n > 0 && dd_body_match (body, event + n, end, DD_WORD_DOCUMENT_TYPE) > 0 &&
              dd_body_match (body, event + n, end, DD_WORD_THIS_DOCUMENT) == 0)
            n = 0;
          if (n > 0)
            start = reference;
          at = n > 0 ? event + n : skip_event (body, event, end);
        }
    }

  phrase->words = (DdRange) { i, at };
  phrase->kind = DD_DEADLINE_KIND_RELATIVE;
  phrase->deadline = count_on (start, number, working, months);

  return TRUE;
}

/* "từ ngày A đến ngày B", "từ nay đến hết năm": the end counts. From year to
 * year is the time of a plan, and "từ ngày A" alone a beginning: both are
 * stepped over. */
static gboolean
match_from (const DdBody *body,
            guint         i,
            guint         end,
            DdDay         reference,
            DdTimePhrase *phrase)
{
  guint n = dd_body_match (body, i, end, DD_WORD_FROM_NOW);
  DdPeriodPhrase start, period;

  if (n > 0)
    {
      if (!dd_period_phrase_match (body, i + n, end, reference, &period))
        return FALSE;
      set_by (phrase, i, &period);
      phrase->kind = DD_DEADLINE_KIND_PERIOD;
      return TRUE;
    }

  n = dd_body_match (body, i, end, DD_WORD_FROM);
  if (n == 0 || !dd_period_phrase_match (body, i + n, end, reference, &start))
    return FALSE;
  phrase->words = (DdRange) { i, start.last };

  n = dd_body_match (body, start.last, end, DD_WORD_UNTIL);
  if (n == 0)
    n = dd_body_match (body, start.last, end, DD_WORD_BY);
  if (n == 0 || !dd_period_phrase_match (body, start.last + n, end, reference, &period))
    return TRUE;
  phrase->words.last = period.last;
  if (period.kind == DD_PERIOD_PHRASE_YEAR)
    return TRUE;
  phrase->kind = DD_DEADLINE_KIND_PERIOD;
  phrase->deadline = period.last_day;

  return TRUE;
}

/* "đến năm 2030" is how far a strategy looks, unless it opens the sentence or
 * something is to be done by then. */
static gboolean
is_horizon (const DdBody         *body,
            guint                 first,
            guint                 i,
            gboolean              done,
            const DdPeriodPhrase *period)
{
  if (period->kind != DD_PERIOD_PHRASE_YEAR || done || i == first)
    return FALSE;
  /* đến cuối năm 2025 */
  if (dd_body_match (body, i + 1, period->last, DD_WORD_PART) > 0)
    return FALSE;

  return body->tokens[i - 1].kind != DD_TOKEN_MARK &&
         dd_body_match (body, i - 1, i, DD_WORD_ADVERB) == 0 &&
         (i < first + 2 || dd_body_match (body, i - 2, i, DD_WORD_ADVERB) < 2);
}

/* Whether a day that nothing introduces closes what is to be done: "trình phương án
 * ngày 20/01"; what a day has of its own, "phiên họp ngày 20/01", is not by when. */
static gboolean
closes_clause (const DdBody         *body,
               guint                 first,
               guint                 i,
               guint                 end,
               DdDay                 reference,
               const DdPeriodPhrase *period)
{
  static const DdWordClass owners[] = {
    DD_WORD_MEETING_NOUN, DD_WORD_MEETING_OBJECT, DD_WORD_DOCUMENT_TYPE, DD_WORD_SCHEME,
    DD_WORD_PAST, DD_WORD_SIGNING,
  };
  const guint start = i > first + OWNER_WORDS_MAX ? i - OWNER_WORDS_MAX : first;
  const guint clause = i > first + REPORT_WORDS_MAX ? i - REPORT_WORDS_MAX : first;

  if (period->kind != DD_PERIOD_PHRASE_DAY || period->day_of_month != 0 || i == first ||
      period->last_day < reference || dd_body_match (body, i, end, DD_WORD_DAY) == 0 ||
      body->tokens[i - 1].kind != DD_TOKEN_WORD ||
      (period->last < end && !dd_body_is_mark (body, period->last, end, ';') &&
       !dd_body_is_mark (body, period->last, end, '.') &&
       !dd_body_is_mark (body, period->last, end, ',')))
    return FALSE;

  for (guint j = start; j < i && !dd_body_is_mark (body, j, i, ','); j++)
    for (guint k = 0; k < G_N_ELEMENTS (owners); k++)
      if (dd_body_match (body, j, i, owners[k]) > 0)
        return FALSE;

  return dd_body_contains (body, clause, i, DD_WORD_REPORT);
}

/* Whether a date in a line is nothing else: "rà soát TTHC, 30/6", not "cắt 1/3 số
 * hồ sơ". */
static gboolean
stands_alone (const DdBody *body,
              guint         first,
              guint         i,
              guint         behind,
              guint         end)
{
  return i == first || body->tokens[i - 1].kind == DD_TOKEN_MARK || behind >= end ||
         body->tokens[behind].kind == DD_TOKEN_MARK;
}

/* A deadline at token @i; @done tokens in front of it belong to its words. */
static gboolean
match_deadline (const DdBody *body,
                guint         first,
                guint         i,
                guint         end,
                guint         done,
                DdTimePlace   place,
                DdDay         reference,
                DdTimePhrase *phrase)
{
  DdPeriodPhrase period;
  gboolean until;
  guint n;

  n = dd_body_match (body, i, end, DD_WORD_CUTOFF);
  if (n > 0)
    {
      n += dd_body_match (body, i + n, end, DD_WORD_UNTIL);
      if (!dd_period_phrase_match (body, i + n, end, reference, &period))
        return FALSE;
      phrase->words = (DdRange) { i, period.last };
      return TRUE;
    }

  n = dd_body_match (body, i, end, DD_WORD_BEFORE);
  if (n > 0 && dd_period_phrase_match (body, i + n, end, reference, &period))
    {
      set_by (phrase, i - done, &period);
      /* Before a month or a year: before it begins; before its end: by then. */
      if (dd_body_match (body, i + n, end, DD_WORD_PART) == 0)
        {
          phrase->deadline = period.first_day;
          phrase->kind = DD_DEADLINE_KIND_BEFORE;
        }
      return TRUE;
    }

  if (match_weekday (body, i, end, place, reference, phrase) ||
      match_days (body, i, end, place, reference, phrase) ||
      match_from (body, i, end, reference, phrase))
    return TRUE;

  n = dd_body_match (body, i, end, DD_WORD_BY);
  if (n == 0)
    n = dd_body_match (body, i, end, DD_WORD_WITHIN);
  until = n == 0;
  if (until)
    n = dd_body_match (body, i, end, DD_WORD_UNTIL);
  if (n > 0)
    {
      /* "hạn hoàn thành: ngày …" */
      const guint at = i + n + dd_body_is_mark (body, i + n, end, ':');

      if (dd_period_phrase_match (body, at, end, reference, &period))
        {
          if (until && is_horizon (body, first, i, done > 0, &period))
            return FALSE;
          set_by (phrase, i - done, &period);
          return TRUE;
        }
      /* "đến cuối tháng": the preposition took "cuối" */
      if (n > 1 && dd_period_phrase_match (body, i + n - 1, end, reference, &period))
        {
          set_by (phrase, i - done, &period);
          return TRUE;
        }
    }

  /* Bare: in a field "Thời gian hoàn thành: …", behind "hoàn thành", and the
   * periods that nothing else is called by. */
  if (dd_period_phrase_match (body, i, end, reference, &period) &&
      (place == DD_TIME_PLACE_FIELD || done > 0 || period.kind == DD_PERIOD_PHRASE_MONTHS ||
       closes_clause (body, first, i, end, reference, &period) ||
       (place == DD_TIME_PLACE_LINE && stands_alone (body, first, i, period.last, end))))
    {
      set_by (phrase, i - done, &period);
      return TRUE;
    }

  return FALSE;
}

/* "hằng tháng tổng hợp, báo cáo trước ngày 25": the day is that of the
 * recurrence, not one day. */
static void
join_recurrence (GArray *phrases,
                 guint   first)
{
  DdTimePhrase *recurrence = NULL;

  for (guint i = first; i < phrases->len; i++)
    {
      DdTimePhrase *phrase = &g_array_index (phrases, DdTimePhrase, i);

      if (phrase->recurrence != DD_RECURRENCE_NONE)
        {
          recurrence = phrase->kind == DD_DEADLINE_KIND_NONE ? phrase : NULL;
        }
      else if (recurrence != NULL &&
               (phrase->day != 0 || (recurrence->recurrence == DD_RECURRENCE_YEARLY &&
                                     !phrase->has_year && phrase->deadline != DD_DAY_NONE)))
        {
          if (recurrence->recurrence == DD_RECURRENCE_YEARLY && phrase->deadline != DD_DAY_NONE)
            {
              guint year;

              dd_day_split (phrase->deadline, &year, &recurrence->recurrence_month, &phrase->day);
            }
          recurrence->recurrence_day = phrase->day;
          phrase->recurrence = recurrence->recurrence;
          phrase->recurrence_day = phrase->day;
          phrase->recurrence_month = recurrence->recurrence_month;
          phrase->kind = DD_DEADLINE_KIND_RECURRING;
          phrase->deadline = DD_DAY_NONE;
          recurrence = NULL;
        }
    }
}

/* Whether a time may begin with a token. Most words of a text are no such, and this
 * is asked of each of them. */
static gboolean
may_begin (const DdBody *body,
           guint         i)
{
#define BIT(word_class, part) \
  ((word_class) / 64 == (part) ? G_GUINT64_CONSTANT (1) << ((word_class) % 64) : 0)
#define BITS(part)                                                                        \
  (BIT (DD_WORD_DAY, part) | BIT (DD_WORD_MONTH, part) | BIT (DD_WORD_YEAR, part) |       \
   BIT (DD_WORD_QUARTER, part) | BIT (DD_WORD_WEEK, part) | BIT (DD_WORD_WEEKDAY, part) | \
   BIT (DD_WORD_DAY_AHEAD, part) | BIT (DD_WORD_BEFORE, part) | BIT (DD_WORD_BY, part) |  \
   BIT (DD_WORD_UNTIL, part) | BIT (DD_WORD_DONE, part) | BIT (DD_WORD_WITHIN, part) |    \
   BIT (DD_WORD_FROM_NOW, part) | BIT (DD_WORD_FROM, part) |                              \
   BIT (DD_WORD_WITHIN_DAYS, part) | BIT (DD_WORD_LAST_MONTHS, part) |                    \
   BIT (DD_WORD_PART, part) | BIT (DD_WORD_CUTOFF, part) | BIT (DD_WORD_RECUR, part) |    \
   BIT (DD_WORD_PERIODIC, part) | BIT (DD_WORD_LAST_DAY, part) |                          \
   BIT (DD_WORD_EVERY, part) | BIT (DD_WORD_HALF_DAY, part))
  const guint64 *bits = body->classes[body->tokens[i].node].bits;

  return body->tokens[i].kind != DD_TOKEN_WORD ||
         ((bits[0] & BITS (0)) | (bits[1] & BITS (1)) | (bits[2] & BITS (2))) != 0;
#undef BITS
#undef BIT
}

/**
 * dd_time_find:
 * @place: where the piece stands
 * @reference: the day the text speaks from; %DD_DAY_NONE if unknown
 * @phrases: (element-type DdTimePhrase): where what is found is added
 *
 * Finds the deadlines and recurrences of a piece of text. Dates of cited
 * documents, beginnings ("từ ngày") and days on which books are closed ("tính
 * đến ngày") are none.
 */
void
dd_time_find (const DdBody *body,
              guint         first,
              guint         last,
              DdTimePlace   place,
              DdDay         reference,
              GArray       *phrases)
{
  const guint n_before = phrases->len;
  guint close = first;
  gboolean replaced = FALSE;
  guint i = first;

  while (i < last)
    {
      DdTimePhrase phrase = { { i, i }, DD_DEADLINE_KIND_NONE };
      DdRecurrencePhrase recurrence;
      guint done;

      if (dd_body_is_mark (body, i, last, '(') && close <= i)
        {
          close = dd_body_find_close (body, i, last);
          replaced = close > i && dd_body_match (body, i + 1, close, DD_WORD_OLD_DEADLINE) > 0;
        }
      if (body->cited[i] || !may_begin (body, i) ||
          (body->tokens[i].node == 0 && place == DD_TIME_PLACE_TEXT &&
           body->tokens[i].kind != DD_TOKEN_NUMBER))
        {
          i++;
          continue;
        }

      if (dd_recurrence_phrase_match (body, i, last, &recurrence))
        {
          phrase.words = recurrence.words;
          phrase.recurrence = recurrence.recurrence;
          phrase.recurrence_day = recurrence.day;
          phrase.recurrence_month = recurrence.month;
          if (recurrence.has_day)
            phrase.kind = DD_DEADLINE_KIND_RECURRING;
        }
      else
        {
          done = dd_body_match (body, i, last, DD_WORD_DONE);
          if (done == 0 ||
              !match_deadline (body, first, i + done, last, done, place, reference, &phrase))
            match_deadline (body, first, i, last, 0, place, reference, &phrase);
        }

      if (phrase.words.last == i || phrase.words.last == phrase.words.first)
        {
          i++;
          continue;
        }
      if (phrase.kind != DD_DEADLINE_KIND_NONE || phrase.recurrence != DD_RECURRENCE_NONE)
        {
          phrase.in_parenthesis = i < close;
          phrase.replaced = phrase.in_parenthesis && replaced;
          g_array_append_val (phrases, phrase);
        }
      i = phrase.words.last;
    }
  join_recurrence (phrases, n_before);
}

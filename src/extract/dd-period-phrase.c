/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-period-phrase"

#include "dd-period-phrase.h"

#include "dd-date-phrase.h"

/* A day without a year that lies farther back than this was next year's. */
#define DAYS_BACK 31

/* 29 February is at most eight years away (1896 – 1904). */
#define YEARS_AHEAD 8

static void
set_period (DdPeriodPhrase    *phrase,
            DdPeriodPhraseKind kind,
            DdDay              first_day,
            DdDay              last_day)
{
  phrase->kind = kind;
  phrase->first_day = first_day;
  phrase->last_day = last_day;
}

/* The day of a month, of the year that the reference suggests: the same year,
 * unless the day would then lie more than a month back. */
static DdDay
infer_day (guint day,
           guint month,
           DdDay reference)
{
  if (reference == DD_DAY_NONE)
    return DD_DAY_NONE;

  for (guint year = 0; year <= YEARS_AHEAD; year++)
    {
      const DdDay found = dd_day_new (dd_day_get_year (reference) + year, month, day);

      if (found != DD_DAY_NONE && found + DAYS_BACK >= reference)
        return found;
    }

  return DD_DAY_NONE;
}

/* A month or quarter, by its first day. Without a year it is the reference's,
 * or the next one's if it would be over by then; "tới" never means the one
 * that runs. */
static void
set_months (DdPeriodPhrase    *phrase,
            DdPeriodPhraseKind kind,
            DdPeriod           period,
            guint              year,
            guint              month,
            gboolean           next,
            DdDay              reference)
{
  DdDay first;

  if (year == 0 && reference == DD_DAY_NONE)
    {
      set_period (phrase, kind, DD_DAY_NONE, DD_DAY_NONE);
      return;
    }

  first = dd_day_new (year != 0 ? year : dd_day_get_year (reference), month, 1);
  if (year == 0 &&
      (dd_period_last_day (period, first) < reference || (next && first <= reference)))
    first = dd_day_add_months (first, 12);
  set_period (phrase, kind, first, dd_period_last_day (period, first));
}

static void
set_year (DdPeriodPhrase    *phrase,
          DdPeriodPhraseKind kind,
          guint              year,
          guint              first_month,
          guint              last_month,
          DdDay              reference)
{
  if (year == 0 && reference != DD_DAY_NONE)
    year = dd_day_get_year (reference);

  set_period (phrase, kind, dd_day_new (year, first_month, 1),
              dd_period_last_day (DD_PERIOD_MONTH, dd_day_new (year, last_month, 1)));
}

/* "năm 2024", "/2024", "-2024", "năm nay", "năm sau" at token @i. Returns the
 * token behind it, @i if there is no year. */
static guint
match_year (const DdBody *body,
            guint         i,
            guint         end,
            DdDay         reference,
            guint        *year)
{
  guint n = dd_body_match (body, i, end, DD_WORD_YEAR);
  guint number;

  if (n == 0 && (dd_body_is_mark (body, i, end, '/') || dd_body_is_mark (body, i, end, '-')))
    {
      n = 1;
      if (dd_body_match (body, i + 1, end, DD_WORD_YEAR) > 0)
        n = 2;                  /* quý III/năm 2024 */
    }
  if (n == 0)
    return i;
  if (dd_body_get_number (body, i + n, end, &number) && number >= 1945 && number <= 2199)
    {
      *year = number;
      return i + n + 1;
    }
  if (body->tokens[i].kind != DD_TOKEN_WORD || reference == DD_DAY_NONE)
    return i;
  if (dd_body_match (body, i + n, end, DD_WORD_THIS) > 0)
    {
      *year = dd_day_get_year (reference);
      return i + n + 1;
    }
  if (dd_body_match (body, i + n, end, DD_WORD_NEXT) > 0)
    {
      *year = dd_day_get_year (reference) + 1;
      return i + n + 1;
    }

  return i;
}

/* The hour that a day may have in front: "17 giờ 00 phút, ", "16h30 ". */
static guint
skip_hour (const DdBody *body,
           guint         i,
           guint         end)
{
  guint start = i;
  guint n;

  if (!dd_body_is_number (body, i, end))
    return start;
  n = dd_body_match (body, i + 1, end, DD_WORD_HOUR);
  if (n == 0)
    return start;
  i += 1 + n;
  if (dd_body_is_number (body, i, end) && dd_body_match (body, i + 1, end, DD_WORD_MONTH) == 0 &&
      !dd_body_is_mark (body, i + 1, end, '/'))
    {
      i++;
      i += dd_body_match (body, i, end, DD_WORD_MINUTE);
    }
  if (dd_body_is_mark (body, i, end, ','))
    i++;

  return i;
}

static gboolean
match_day (const DdBody   *body,
           guint           i,
           guint           end,
           DdDay           reference,
           DdPeriodPhrase *phrase)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_DAY);
  guint year, month, today, day;
  DdDatePhrase date;
  DdDay found;
  int ahead = 0;
  const guint n_ahead = dd_body_match_value (body, i, end, DD_WORD_DAY_AHEAD, &ahead);

  /* "hôm nay", "ngày mai" */
  if (n_ahead > 0)
    {
      phrase->last = i + n_ahead;
      found = reference != DD_DAY_NONE ? dd_day_add_days (reference, ahead) : DD_DAY_NONE;
      set_period (phrase, DD_PERIOD_PHRASE_DAY, found, found);
      return TRUE;
    }
  if (n > 0 ? dd_date_phrase_match_short (body, i + n, end, &date)
            : dd_date_phrase_match (body, i, end, &date))
    {
      phrase->last = date.last;
      phrase->has_year = date.year != 0;
      if (date.day == 0)
        {
          set_months (phrase, DD_PERIOD_PHRASE_MONTH, DD_PERIOD_MONTH, date.year, date.month,
                      FALSE, reference);
          return TRUE;
        }
      found = date.year != 0 ? dd_date_phrase_to_day (&date)
                             : infer_day (date.day, date.month, reference);
      set_period (phrase, DD_PERIOD_PHRASE_DAY, found, found);
      return found != DD_DAY_NONE || date.year == 0;
    }

  /* "ngày 25", of this month if it is still to come. */
  if (n == 0 || !dd_body_get_number (body, i + n, end, &day) || day < 1 || day > 31 ||
      dd_body_is_mark (body, i + n + 1, end, '/'))
    return FALSE;
  phrase->last = i + n + 1;
  set_period (phrase, DD_PERIOD_PHRASE_DAY, DD_DAY_NONE, DD_DAY_NONE);
  phrase->day_of_month = day;
  if (reference == DD_DAY_NONE)
    return TRUE;

  dd_day_split (reference, &year, &month, &today);
  found = dd_day_new (year, month, 1);
  if (dd_body_match (body, phrase->last, end, DD_WORD_MONTH) > 0 &&
      dd_body_match (body, phrase->last + 1, end, DD_WORD_THIS) > 0)
    {
      phrase->last += 2;
      phrase->day_of_month = 0;
    }
  else if (dd_body_match (body, phrase->last, end, DD_WORD_MONTH) > 0 &&
           dd_body_match (body, phrase->last + 1, end, DD_WORD_NEXT) > 0)
    {
      phrase->day_of_month = 0;
      phrase->last += 2;
      found = dd_day_add_months (found, 1);
    }
  else if (dd_body_match (body, phrase->last, end, DD_WORD_MONTH) > 0 &&
           dd_body_is_capital (body, phrase->last + 1, end))
    {
      /* "ngày 25 tháng Chạp" is of another calendar */
      phrase->day_of_month = 0;
      phrase->last += 2;
      return TRUE;
    }
  else if (day < today)
    {
      found = dd_day_add_months (found, 1);
    }
  dd_day_split (found, &year, &month, &today);
  found = dd_day_new (year, month, day);
  set_period (phrase, DD_PERIOD_PHRASE_DAY, found, found);

  return TRUE;
}

static gboolean
match_month (const DdBody   *body,
             guint           i,
             guint           end,
             DdDay           reference,
             DdPeriodPhrase *phrase)
{
  guint month, year = 0;
  gboolean next = FALSE;
  DdDatePhrase date;

  if (dd_body_match (body, i, end, DD_WORD_MONTH) == 0)
    return FALSE;
  i++;

  if (dd_body_match (body, i, end, DD_WORD_THIS) > 0 ||
      dd_body_match (body, i, end, DD_WORD_NEXT) > 0)
    {
      DdDay day = reference;

      if (day != DD_DAY_NONE && dd_body_match (body, i, end, DD_WORD_NEXT) > 0)
        day = dd_day_add_months (dd_period_first_day (DD_PERIOD_MONTH, day), 1);
      phrase->last = i + 1;
      set_period (phrase, DD_PERIOD_PHRASE_MONTH, dd_period_first_day (DD_PERIOD_MONTH, day),
                  dd_period_last_day (DD_PERIOD_MONTH, day));
      return TRUE;
    }

  if (dd_date_phrase_match (body, i, end, &date))
    {
      if (date.day != 0)
        return FALSE;
      month = date.month;
      year = date.year;
      phrase->last = date.last;
    }
  else if (dd_body_get_number (body, i, end, &month) && month >= 1 && month <= 12 &&
           !dd_body_is_mark (body, i + 1, end, '%'))
    {
      phrase->last = match_year (body, i + 1, end, reference, &year);
      if (year == 0 && dd_body_match (body, i + 1, end, DD_WORD_NEXT) > 0)
        {
          next = TRUE;
          phrase->last = i + 2;
        }
    }
  else
    {
      return FALSE;
    }

  set_months (phrase, DD_PERIOD_PHRASE_MONTH, DD_PERIOD_MONTH, year, month, next, reference);

  return TRUE;
}

static gboolean
read_quarter (const DdBody *body,
              guint         i,
              guint         end,
              guint        *quarter)
{
  int value = 0;

  if (!dd_body_get_number (body, i, end, quarter))
    {
      if (dd_body_match_value (body, i, end, DD_WORD_ROMAN, &value) == 0)
        return FALSE;
      *quarter = (guint) value;
    }

  return *quarter >= 1 && *quarter <= 4;
}

static gboolean
match_quarter (const DdBody   *body,
               guint           i,
               guint           end,
               DdDay           reference,
               DdPeriodPhrase *phrase)
{
  guint quarter, other, year = 0;

  if (dd_body_match (body, i, end, DD_WORD_QUARTER) == 0)
    return FALSE;
  i++;
  if (dd_body_is_mark (body, i, end, '.'))
    i++;                        /* Q.IV */

  if (dd_body_match (body, i, end, DD_WORD_THIS) > 0 ||
      dd_body_match (body, i, end, DD_WORD_NEXT) > 0)
    {
      DdDay day = reference;

      if (day != DD_DAY_NONE && dd_body_match (body, i, end, DD_WORD_NEXT) > 0)
        day = dd_day_add_months (dd_period_first_day (DD_PERIOD_QUARTER, day), 3);
      phrase->last = i + 1;
      set_period (phrase, DD_PERIOD_PHRASE_QUARTER, dd_period_first_day (DD_PERIOD_QUARTER, day),
                  dd_period_last_day (DD_PERIOD_QUARTER, day));
      return TRUE;
    }
  if (!read_quarter (body, i, end, &quarter))
    return FALSE;
  i++;

  /* "quý III, IV/2024", "quý III và quý IV": the last one counts. */
  while (dd_body_is_mark (body, i, end, ',') || dd_body_match (body, i, end, DD_WORD_AND) > 0)
    {
      const guint behind = i + 1 + dd_body_match (body, i + 1, end, DD_WORD_QUARTER);

      if (!read_quarter (body, behind, end, &other) || other <= quarter)
        break;
      quarter = other;
      i = behind + 1;
    }

  phrase->last = match_year (body, i, end, reference, &year);
  set_months (phrase, DD_PERIOD_PHRASE_QUARTER, DD_PERIOD_QUARTER, year, quarter * 3 - 2, FALSE,
              reference);

  return TRUE;
}

/* "6 tháng đầu năm 2024", "các tháng cuối năm". */
static gboolean
match_months (const DdBody   *body,
              guint           i,
              guint           end,
              DdDay           reference,
              DdPeriodPhrase *phrase)
{
  guint n = dd_body_match (body, i, end, DD_WORD_LAST_MONTHS);
  guint n_months = 6, year = 0;
  int half = 2;

  if (n == 0)
    {
      if (!dd_body_get_number (body, i, end, &n_months) || n_months < 1 || n_months > 11)
        return FALSE;
      n = 1 + dd_body_match_value (body, i + 1, end, DD_WORD_HALF_YEAR, &half);
      if (n == 1)
        return FALSE;
    }

  /* The phrase ends with "năm", whose number may follow. */
  phrase->last = match_year (body, i + n - 1, end, reference, &year);
  if (phrase->last == i + n - 1)
    phrase->last = i + n;
  if (half == 1)
    set_year (phrase, DD_PERIOD_PHRASE_MONTHS, year, 1, n_months, reference);
  else
    set_year (phrase, DD_PERIOD_PHRASE_MONTHS, year, 13 - n_months, 12, reference);

  return TRUE;
}

static gboolean
match_year_alone (const DdBody   *body,
                  guint           i,
                  guint           end,
                  DdDay           reference,
                  DdPeriodPhrase *phrase)
{
  guint year = 0;

  if (dd_body_match (body, i, end, DD_WORD_YEAR) == 0)
    return FALSE;
  phrase->last = match_year (body, i, end, reference, &year);
  if (phrase->last == i)
    return FALSE;
  set_year (phrase, DD_PERIOD_PHRASE_YEAR, year, 1, 12, reference);

  return TRUE;
}

/* "tuần đầu tháng 6", "tuần thứ 2 của tháng 6", "tuần cuối tháng 5/2024": a week belongs
 * to the month that has most of it; the last one goes to the end of the month. */
static gboolean
match_week_of_month (const DdBody   *body,
                     guint           i,
                     guint           end,
                     DdDay           reference,
                     DdPeriodPhrase *phrase)
{
  DdPeriodPhrase month;
  guint number = 0;
  DdDay monday;
  int part = 0;
  guint n;

  i += dd_body_match (body, i, end, DD_WORD_ORDINAL_SIGN);
  n = dd_body_match_value (body, i, end, DD_WORD_PART, &part);
  if (n == 0)
    n = dd_body_get_number (body, i, end, &number);
  if (n == 0)
    return FALSE;
  i += n + (dd_body_match (body, i + n, end, DD_WORD_OF) > 0);
  if (!match_month (body, i, end, reference, &month) || (part != 1 && part != 3 && number == 0) ||
      number > 5)
    return FALSE;

  *phrase = month;
  if (part == 3)
    {
      set_period (phrase, DD_PERIOD_PHRASE_WEEK, month.last_day, month.last_day);
      return TRUE;
    }
  if (month.first_day == DD_DAY_NONE)
    {
      set_period (phrase, DD_PERIOD_PHRASE_WEEK, DD_DAY_NONE, DD_DAY_NONE);
      return TRUE;
    }
  monday = dd_period_first_day (DD_PERIOD_WEEK, dd_day_add_days (month.first_day, 3));
  monday = dd_day_add_days (monday, part == 1 ? 0 : 7 * ((int) number - 1));
  set_period (phrase, DD_PERIOD_PHRASE_WEEK, monday, dd_day_add_days (monday, 6));

  return TRUE;
}

static gboolean
match_week (const DdBody   *body,
            guint           i,
            guint           end,
            DdDay           reference,
            DdPeriodPhrase *phrase)
{
  DdDay day = reference;

  if (dd_body_match (body, i, end, DD_WORD_WEEK) == 0)
    return FALSE;
  if (match_week_of_month (body, i + 1, end, reference, phrase))
    return TRUE;
  if (dd_body_match (body, i + 1, end, DD_WORD_NEXT) > 0)
    day = dd_day_add_days (day, 7);
  else if (dd_body_match (body, i + 1, end, DD_WORD_THIS) == 0)
    return FALSE;

  phrase->last = i + 2;
  set_period (phrase, DD_PERIOD_PHRASE_WEEK, dd_period_first_day (DD_PERIOD_WEEK, day),
              dd_period_last_day (DD_PERIOD_WEEK, day));

  return TRUE;
}

/* "cuối năm", "cuối tháng": of the period that runs. */
static gboolean
match_running (const DdBody   *body,
               guint           i,
               guint           end,
               DdDay           reference,
               DdPeriodPhrase *phrase)
{
  static const struct
  {
    DdWordClass        word_class;
    DdPeriodPhraseKind kind;
    DdPeriod           period;
  } periods[] = {
    { DD_WORD_YEAR, DD_PERIOD_PHRASE_YEAR, DD_PERIOD_YEAR },
    { DD_WORD_QUARTER, DD_PERIOD_PHRASE_QUARTER, DD_PERIOD_QUARTER },
    { DD_WORD_MONTH, DD_PERIOD_PHRASE_MONTH, DD_PERIOD_MONTH },
    { DD_WORD_WEEK, DD_PERIOD_PHRASE_WEEK, DD_PERIOD_WEEK },
  };

  for (guint j = 0; j < G_N_ELEMENTS (periods); j++)
    if (dd_body_match (body, i, end, periods[j].word_class) > 0 &&
        !dd_body_is_number (body, i + 1, end))
      {
        phrase->last = i + 1;
        set_period (phrase, periods[j].kind,
                    dd_period_first_day (periods[j].period, reference),
                    dd_period_last_day (periods[j].period, reference));
        return TRUE;
      }

  return FALSE;
}

/* "cuối tháng 6", "đầu quý II", "cuối năm". */
static gboolean
match_part (const DdBody   *body,
            guint           i,
            guint           end,
            DdDay           reference,
            DdPeriodPhrase *phrase)
{
  int part = 0;
  guint n = dd_body_match_value (body, i, end, DD_WORD_PART, &part);

  if (n == 0)
    return FALSE;

  if (!match_month (body, i + n, end, reference, phrase) &&
      !match_quarter (body, i + n, end, reference, phrase) &&
      !match_year_alone (body, i + n, end, reference, phrase) &&
      !match_week (body, i + n, end, reference, phrase) &&
      !match_running (body, i + n, end, reference, phrase))
    return FALSE;

  if (part != 3)
    set_period (phrase, DD_PERIOD_PHRASE_VAGUE, DD_DAY_NONE, DD_DAY_NONE);

  return TRUE;
}

/**
 * dd_period_phrase_match:
 * @reference: the day the text speaks from; %DD_DAY_NONE if unknown
 * @phrase: (out): what is written there
 *
 * Recognises a day, month, quarter, half-year, year or week at token @i. What
 * leaves out its year is taken to lie near @reference.
 *
 * Returns: whether there is one
 */
gboolean
dd_period_phrase_match (const DdBody   *body,
                        guint           i,
                        guint           end,
                        DdDay           reference,
                        DdPeriodPhrase *phrase)
{
  const guint behind_hour = skip_hour (body, i, end);

  phrase->day_of_month = 0;
  phrase->has_year = TRUE;
  if (i >= end)
    return FALSE;
  if (match_day (body, behind_hour, end, reference, phrase))
    return TRUE;
  if (behind_hour > i)
    return FALSE;

  return match_month (body, i, end, reference, phrase) ||
         match_quarter (body, i, end, reference, phrase) ||
         match_months (body, i, end, reference, phrase) ||
         match_year_alone (body, i, end, reference, phrase) ||
         match_part (body, i, end, reference, phrase) ||
         match_week (body, i, end, reference, phrase);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-date-phrase"

#include "dd-date-phrase.h"

static gboolean
is_year (guint number)
{
  return number >= 1945 && number <= 2199;
}

/* "24" of "30/6/24". */
static guint
complete_year (guint number)
{
  return number < 100 ? 2000 + number : number;
}

static gboolean
is_day_and_month (guint day,
                  guint month)
{
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/* "20.7.2020" is one token: a number with points in it. */
static gboolean
read_pointed (const DdBody *body,
              guint         i,
              DdDatePhrase *phrase)
{
  const DdToken *token = &body->tokens[i];
  guint parts[3] = { 0, 0, 0 };
  guint n_parts = 1;

  for (guint j = token->start; j < token->end; j++)
    {
      if (body->chars[j] == '.' && n_parts < 3)
        n_parts++;
      else if (body->chars[j] >= '0' && body->chars[j] <= '9' && parts[n_parts - 1] < 10000)
        parts[n_parts - 1] = parts[n_parts - 1] * 10 + (body->chars[j] - '0');
      else
        return FALSE;
    }

  phrase->last = i + 1;
  if (n_parts == 3 && is_day_and_month (parts[0], parts[1]) && is_year (complete_year (parts[2])))
    {
      phrase->day = parts[0];
      phrase->month = parts[1];
      phrase->year = complete_year (parts[2]);
      return TRUE;
    }

  /* Two numbers with a point are thousands, a section, a decimal. */
  return FALSE;
}

/* The year behind a day and a month: "/2024", " năm 2024". */
static void
read_year (const DdBody *body,
           guint         i,
           guint         end,
           DdDatePhrase *phrase)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_YEAR);
  guint number;

  phrase->last = i;
  if ((n > 0 || dd_body_is_mark (body, i, end, '/')) &&
      dd_body_get_number (body, i + MAX (n, 1), end, &number) && is_year (number))
    {
      phrase->year = number;
      phrase->last = i + MAX (n, 1) + 1;
    }
}

/**
 * dd_date_phrase_match:
 * @phrase: (out): what is written there
 *
 * Recognises a date or a month at token @i, which is a number: "30/6/2024",
 * "30-6-2024", "20.7.2020", "30/6", "06/2024", "23 tháng 6 năm 2022".
 *
 * Returns: whether there is one that the calendar may have
 */
gboolean
dd_date_phrase_match (const DdBody *body,
                      guint         i,
                      guint         end,
                      DdDatePhrase *phrase)
{
  guint first, second, third, n;
  char mark;

  *phrase = (DdDatePhrase) { i, 0, 0, 0 };
  if (!dd_body_is_number (body, i, end))
    return FALSE;
  if (!dd_body_get_number (body, i, end, &first))
    return read_pointed (body, i, phrase);

  n = dd_body_match (body, i + 1, end, DD_WORD_MONTH);
  if (n > 0)
    {
      if (!dd_body_get_number (body, i + 1 + n, end, &second) || !is_day_and_month (first, second))
        return FALSE;
      phrase->day = first;
      phrase->month = second;
      read_year (body, i + 2 + n, end, phrase);
      return TRUE;
    }

  mark = dd_body_is_mark (body, i + 1, end, '/') ? '/'
         : dd_body_is_mark (body, i + 1, end, '-') ? '-' : '\0';
  if (mark == '\0' || body->tokens[i + 1].space_before ||
      !dd_body_get_number (body, i + 2, end, &second) || body->tokens[i + 2].space_before)
    return FALSE;

  if (mark == '/' && first >= 1 && first <= 12 && is_year (second))
    {
      phrase->month = first;
      phrase->year = second;
      phrase->last = i + 3;
      return TRUE;
    }
  if (!is_day_and_month (first, second))
    return FALSE;

  phrase->day = first;
  phrase->month = second;
  phrase->last = i + 3;
  if (dd_body_is_mark (body, i + 3, end, mark) &&
      dd_body_get_number (body, i + 4, end, &third) && third >= 10 &&
      is_year (complete_year (third)))
    {
      phrase->year = complete_year (third);
      phrase->last = i + 5;
      return TRUE;
    }
  if (mark == '-')
    return FALSE;               /* "5-6" is from five to six */
  read_year (body, i + 3, end, phrase);
  /* "trực 24/7": all day long */
  if (phrase->year == 0 && first == 24 && second == 7 &&
      (i == 0 || dd_body_match (body, i - 1, end, DD_WORD_DAY) == 0))
    return i > 0 && (dd_body_match (body, i - 1, end, DD_WORD_BEFORE) > 0 ||
                     dd_body_match (body, i - 1, end, DD_WORD_UNTIL) > 0);

  return TRUE;
}

/**
 * dd_date_phrase_match_short:
 * @phrase: (out): what is written there
 *
 * As dd_date_phrase_match(), for what is a date only behind "ngày": "15-11", "30.9".
 */
gboolean
dd_date_phrase_match_short (const DdBody *body,
                            guint         i,
                            guint         end,
                            DdDatePhrase *phrase)
{
  guint parts[2] = { 0, 0 };
  guint n_parts = 1;

  if (dd_date_phrase_match (body, i, end, phrase))
    return TRUE;
  if (!dd_body_is_number (body, i, end))
    return FALSE;

  if (dd_body_get_number (body, i, end, &parts[0]))
    {
      if (!dd_body_is_mark (body, i + 1, end, '-') || body->tokens[i + 1].space_before ||
          !dd_body_get_number (body, i + 2, end, &parts[1]) || body->tokens[i + 2].space_before)
        return FALSE;
      phrase->last = i + 3;
    }
  else
    {
      for (guint j = body->tokens[i].start; j < body->tokens[i].end; j++)
        if (body->chars[j] == '.' && n_parts < 2)
          n_parts++;
        else if (g_ascii_isdigit ((char) body->chars[j]) && parts[n_parts - 1] < 100)
          parts[n_parts - 1] = parts[n_parts - 1] * 10 + (body->chars[j] - '0');
        else
          return FALSE;
      phrase->last = i + 1;
    }
  if (!is_day_and_month (parts[0], parts[1]))
    return FALSE;
  phrase->day = parts[0];
  phrase->month = parts[1];

  return TRUE;
}

/**
 * dd_date_phrase_to_day:
 *
 * Returns: the day, if the phrase tells all of it and the calendar has it
 */
DdDay
dd_date_phrase_to_day (const DdDatePhrase *self)
{
  if (self->day == 0 || self->year == 0)
    return DD_DAY_NONE;

  return dd_day_new (self->year, self->month, self->day);
}

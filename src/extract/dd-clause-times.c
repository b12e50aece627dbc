/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-clause-times"

#include "dd-clause-times.h"

#include "dd-opening.h"
#include "dd-plan-field.h"
#include "dd-unit-matcher.h"

/* The value of "không để". */
#define FORBID_TO_LET 1

/* "Để hoàn thành chỉ tiêu trong năm 2024, yêu cầu U …": what the order is for has
 * no deadline of it. Returns the token behind. */
static guint
skip_purpose (const DdBody *body,
              guint         first,
              guint         last)
{
  const guint start = dd_opening_skip_words (body, first, last, NULL);

  if (dd_body_match (body, start, last, DD_WORD_PURPOSE) == 0)
    return first;

  for (guint i = start + 1; i < last && !dd_body_is_mark (body, i, last, ';'); i++)
    if (dd_body_is_mark (body, i, last, ',') &&
        (dd_body_match (body, i + 1, last, DD_WORD_ASSIGN) > 0 ||
         dd_unit_match (body, i + 1, last, NULL) > i + 1))
      return i + 1;

  return first;
}

/**
 * dd_clause_times_find_condition:
 *
 * Finds what follows "nếu" up to the next comma, which sets nothing: "… chịu trách
 * nhiệm nếu để tỷ lệ dưới 50% vào cuối quý".
 *
 * Returns: the words; empty if there are none
 */
DdRange
dd_clause_times_find_condition (const DdBody *body,
                                DdRange       words)
{
  guint first = words.first + 1;
  guint last;

  while (first < words.last && dd_body_match (body, first, words.last, DD_WORD_IF) == 0)
    first++;
  last = first;
  while (last < words.last && !dd_body_is_mark (body, last, words.last, ',') &&
         !dd_body_is_mark (body, last, words.last, ';'))
    last++;

  return (DdRange) { first, last };
}

/* "…, không để dồn thanh toán | vào cuối năm": what is not to be then. */
static gboolean
is_kept_from (const DdBody *body,
              guint         first,
              guint         i)
{
  int value = 0;

  while (i > first && !dd_body_is_mark (body, i - 1, i, ',') &&
         !dd_body_is_mark (body, i - 1, i, ';'))
    {
      i--;
      if (dd_body_match_value (body, i, body->n_tokens, DD_WORD_FORBID, &value) > 0 &&
          value == FORBID_TO_LET)
        return TRUE;
    }

  return FALSE;
}

/* "các hợp đồng ký trước ngày 01/7/2025", when that day has gone by already. */
static gboolean
is_over (const DdTimePhrase *time,
         DdTimePlace         place,
         DdDay               reference)
{
  return place == DD_TIME_PLACE_TEXT && reference != DD_DAY_NONE && time->has_year &&
         (time->kind == DD_DEADLINE_KIND_BEFORE || time->kind == DD_DEADLINE_KIND_BY) &&
         time->deadline != DD_DAY_NONE && time->deadline < reference;
}

/**
 * dd_clause_times_find:
 * @fields: (element-type DdPlanField): what the plan says of the directive
 * @words: a piece of it
 * @times: (element-type DdTimePhrase): where the times are added
 *
 * Finds the times in a piece of a directive; in a field "Thời gian" also those
 * that elsewhere would be no deadlines.
 */
void
dd_clause_times_find (const DdClauseDraft     *draft,
                      const GArray            *fields,
                      const DdClauseDraftText *text,
                      DdRange                  words,
                      GArray                  *times)
{
  const DdTimePlace place = draft->typed ? DD_TIME_PLACE_LINE : DD_TIME_PLACE_TEXT;
  const DdRange condition = dd_clause_times_find_condition (text->body, words);

  for (guint i = 0; i < fields->len; i++)
    {
      const DdPlanField *field = &g_array_index (fields, DdPlanField, i);

      if (field->kind == DD_PLAN_FIELD_DEADLINE && field->value.first < words.last &&
          field->value.last > words.first)
        dd_time_find (text->body, MAX (field->value.first, words.first),
                      MIN (field->value.last, words.last), DD_TIME_PLACE_FIELD, text->reference,
                      times);
    }
  if (times->len == 0)
    dd_time_find (text->body, skip_purpose (text->body, words.first, words.last), words.last,
                  place, text->reference, times);

  for (guint i = times->len; i-- > 0;)
    {
      const guint at = g_array_index (times, DdTimePhrase, i).words.first;

      if ((at >= condition.first && at < condition.last) ||
          is_kept_from (text->body, words.first, at) ||
          is_over (&g_array_index (times, DdTimePhrase, i), place, text->reference))
        g_array_remove_index (times, i);
    }
}

/**
 * dd_clause_times_get_due:
 *
 * Returns: (transfer none) (nullable): the deadline that binds a directive: the
 *   last one, since a deadline stands at the end of what it binds, but not one in
 *   parentheses, nor the old one
 */
const DdTimePhrase *
dd_clause_times_get_due (const GArray *times)
{
  const DdTimePhrase *due = NULL;
  gboolean recurring = FALSE;
  guint best = 0;

  for (guint i = 0; i < times->len; i++)
    recurring |= g_array_index (times, DdTimePhrase, i).recurrence != DD_RECURRENCE_NONE;

  for (guint i = 0; i < times->len; i++)
    {
      const DdTimePhrase *time = &g_array_index (times, DdTimePhrase, i);
      guint rank = 1;

      if (time->kind == DD_DEADLINE_KIND_NONE || time->replaced)
        continue;
      if (time->kind == DD_DEADLINE_KIND_RECURRING)
        rank = 2;
      else if (time->deadline != DD_DAY_NONE)
        rank = !time->in_parenthesis ? 4 : recurring ? 1 : 3;
      if (rank >= best)
        {
          best = rank;
          due = time;
        }
    }

  return due;
}

/**
 * dd_clause_times_get_recurrence:
 *
 * Returns: (transfer none) (nullable): how often a directive is to be carried out
 */
const DdTimePhrase *
dd_clause_times_get_recurrence (const GArray *times)
{
  const DdTimePhrase *found = NULL;

  for (guint i = 0; i < times->len; i++)
    {
      const DdTimePhrase *time = &g_array_index (times, DdTimePhrase, i);

      if (time->recurrence != DD_RECURRENCE_NONE &&
          (found == NULL || (found->recurrence_day == 0 && time->recurrence_day != 0 &&
                             time->recurrence == found->recurrence)))
        found = time;
    }

  return found;
}

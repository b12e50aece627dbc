/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-confidence"

#include "dd-confidence.h"

#include "dd-opening.h"
#include "dd-predicate.h"
#include "dd-unit-list.h"
#include "dd-unit-words.h"

/* What makes a finding less sure. Each was seen to go with mistakes in documents that
 * were read by hand; tests/bench/calibrate.py counts them. */
#define LESS_FOR_SOFT           0.25
#define LESS_FOR_UNKNOWN_VERB   0.20
#define LESS_WITHOUT_LEAD       0.15
#define LESS_FOR_OPEN_NAME      0.08
#define LESS_FOR_UNREAD_DAY     0.06
#define LESS_FOR_OTHER_SUBJECT  0.06
#define LESS_FOR_LATE_CLAUSE    0.05
#define LESS_WITHOUT_DAY        0.05
#define LESS_FOR_UNKNOWN_NAME   0.04
#define LESS_FOR_WIDE_GROUP     0.08
#define LESS_FOR_POST           0.02
#define LESS_FOR_NEWS           0.09
#define LESS_FOR_OPENING        0.06
#define LESS_FOR_CLAUSES        0.04
#define LESS_FOR_ANAPHOR        0.06
#define LESS_FOR_MILESTONE      0.05

static gboolean
is_known (const GArray *lead)
{
  for (guint i = 0; i < lead->len; i++)
    if ((g_array_index (lead, DdUnitMention, i).flags &
         (DD_UNIT_KNOWN | DD_UNIT_GROUP | DD_UNIT_POST)) == 0)
      return FALSE;

  return TRUE;
}

/* Whether words follow the last unit that are no verb and no mark: its name may be
 * longer than was read. */
static gboolean
is_open (const DdBody *body,
         DdRange       words,
         const GArray *lead)
{
  const guint behind = g_array_index (lead, DdUnitMention, lead->len - 1).words.last;

  return behind > words.first && behind < words.last &&
         body->tokens[behind].kind != DD_TOKEN_MARK &&
         !dd_unit_words_ends (body, behind, words.last) &&
         !dd_predicate_is_verb (body, behind, words.last);
}

static gboolean
is_in_times (const GArray *times,
             guint         i)
{
  for (guint j = 0; j < times->len; j++)
    {
      const DdRange words = g_array_index (times, DdTimePhrase, j).words;

      if (i >= words.first && i < words.last)
        return TRUE;
    }

  return FALSE;
}

/* Whether a day is named that is neither that of a document nor one by which, or from
 * which on, something is to be done. */
static gboolean
has_unread_day (const DdBody *body,
                DdRange       words,
                const GArray *times)
{
  for (guint i = words.first; i + 1 < words.last; i++)
    if (dd_body_match (body, i, words.last, DD_WORD_DAY) > 0 &&
        dd_body_is_number (body, i + 1, words.last) && !body->cited[i + 1] &&
        !is_in_times (times, i + 1) &&
        (i == words.first || dd_body_match (body, i - 1, i, DD_WORD_FROM) == 0))
      return TRUE;

  return FALSE;
}

/* Whether the words have clauses of which only some have a time: which of them it
 * binds is a matter of opinion. */
static gboolean
has_late_clause (const DdBody *body,
                 DdRange       words,
                 const GArray *times)
{
  for (guint i = words.first; i + 1 < words.last; i++)
    if (dd_body_is_mark (body, i, words.last, ';') ||
        (dd_body_is_mark (body, i, words.last, ',') &&
         dd_body_match (body, i + 1, words.last, DD_WORD_OPENER) > 0))
      return times->len > 0;

  return FALSE;
}

/* "…, các tổ trưởng nộp danh sách": units with a verb of their own behind a comma. */
static gboolean
has_other_subject (const DdBody *body,
                   DdRange       words,
                   const GArray *lead)
{
  const guint first = lead != NULL && lead->len > 0
                      ? MAX (words.first,
                             g_array_index (lead, DdUnitMention, lead->len - 1).words.last)
                      : words.first;

  for (guint i = first; i + 1 < words.last; i++)
    {
      guint last;

      if (!dd_body_is_mark (body, i, words.last, ',') ||
          dd_body_match (body, i + 1, words.last, DD_WORD_QUANTIFIER) == 0 ||
          dd_body_match (body, i - 1, i, DD_WORD_GROUP_NOUN) > 0)
        continue;
      last = dd_unit_match (body, i + 1, words.last, NULL);
      if (last > i + 1 && dd_body_match (body, last, words.last, DD_WORD_VERB) > 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether other words than the assigner's verb stand in front of who is to do it: "Về kiến
 * nghị của …", "Tại Công văn số …", "Để hoàn thành …". */
static gboolean
has_opening (const DdBody *body,
             DdRange       words,
             const GArray *lead)
{
  const DdUnitMention *unit = &g_array_index (lead, DdUnitMention, 0);
  const guint first = unit->prefix.first < unit->prefix.last
                      ? MIN (unit->prefix.first, unit->words.first) : unit->words.first;
  guint i = words.first;

  if (first <= i || first >= words.last)
    return FALSE;
  i += dd_body_match (body, i, first, DD_WORD_ASSIGN);
  while (i < first && (body->tokens[i].kind == DD_TOKEN_MARK ||
                       dd_body_match (body, i, first, DD_WORD_QUANTIFIER) > 0 ||
                       dd_body_match (body, i, first, DD_WORD_PERSON) > 0))
    i++;

  return i < first;
}

/* Whether somebody is told by three kinds or more that stand in one row, "các bộ, cơ quan
 * ngang bộ, cơ quan thuộc Chính phủ": whether that is one addressee or several, those who
 * read it do not agree. */
static gboolean
has_wide_group (const DdBody *body,
                const GArray *lead)
{
  for (guint i = 0; i < lead->len; i++)
    {
      const DdUnitMention *unit = &g_array_index (lead, DdUnitMention, i);
      guint n_commas = 0;

      if ((unit->flags & DD_UNIT_GROUP) == 0 || (unit->flags & DD_UNIT_KNOWN) != 0)
        continue;
      for (guint j = unit->words.first; j < unit->words.last; j++)
        n_commas += dd_body_is_mark (body, j, unit->words.last, ',');
      if (n_commas >= 2)
        return TRUE;
    }

  return FALSE;
}

/* Whether several clauses were taken for one directive. */
static gboolean
has_clauses (const DdBody *body,
             DdRange       words)
{
  for (guint i = words.first; i + 1 < words.last; i++)
    if (dd_body_is_mark (body, i, words.last, ';'))
      return TRUE;

  return FALSE;
}

static double
get_base (const DdClauseDraft *draft)
{
  switch (draft->form)
    {
    case DD_ASSIGNMENT_DIRECTED:
      return 0.96;
    case DD_ASSIGNMENT_SUBJECT:
    case DD_ASSIGNMENT_DUTY:
      return (draft->flags & DD_ASSIGNMENT_STRONG) != 0 ? 0.96 : 0.93;
    case DD_ASSIGNMENT_VERB:
      return draft->item ? 0.93 : 0.86;
    case DD_ASSIGNMENT_MANDATE:
      return 0.4;
    case DD_ASSIGNMENT_NONE:
    case DD_ASSIGNMENT_REPORT:
    case DD_ASSIGNMENT_DECISION:
    case DD_ASSIGNMENT_CONDITION:
    case DD_ASSIGNMENT_CLOSING:
    default:
      return draft->milestone ? 0.9 : 0.75;
    }
}

/**
 * dd_confidence_of_draft:
 * @words: the piece of the draft that is one directive
 * @lead: (nullable): who is to do it
 * @times: (element-type DdTimePhrase): its deadlines and recurrences
 * @n_targets: how many targets it has
 *
 * How sure it is that a piece is a directive to those units by that day. The numbers are
 * chosen so that of those told to be sure to 0.9 and more, 97 of a hundred are right in
 * the documents they were chosen with; tests/bench/calibrate.py counts it in others.
 *
 * Returns: from 0 to 1
 */
double
dd_confidence_of_draft (const DdClauseDraft *draft,
                        const DdBody        *body,
                        DdRange              words,
                        const GArray        *lead,
                        const GArray        *times,
                        guint                n_targets)
{
  const gboolean led = lead != NULL && lead->len > 0;
  double confidence = get_base (draft);

  if (draft->form == DD_ASSIGNMENT_MANDATE)
    return confidence;
  if (!draft->official)
    confidence -= LESS_FOR_NEWS;
  if (times->len > 0 || n_targets > 0)
    confidence += 0.01;
  if ((draft->flags & DD_ASSIGNMENT_SOFT) != 0)
    confidence -= LESS_FOR_SOFT;
  if ((draft->flags & (DD_ASSIGNMENT_PAST | DD_ASSIGNMENT_UNKNOWN)) != 0)
    confidence -= LESS_FOR_UNKNOWN_VERB;
  if (!led && !draft->milestone)
    confidence -= LESS_WITHOUT_LEAD;
  if (draft->milestone && times->len == 0)
    confidence -= LESS_WITHOUT_DAY;

  if (draft->milestone)
    confidence -= LESS_FOR_MILESTONE;
  if (led && draft->fields == NULL && has_opening (body, words, lead))
    confidence -= LESS_FOR_OPENING;
  if (draft->fields == NULL && has_clauses (body, words))
    confidence -= LESS_FOR_CLAUSES;
  if (led && (g_array_index (lead, DdUnitMention, 0).flags & DD_UNIT_ANAPHOR) != 0)
    confidence -= LESS_FOR_ANAPHOR;
  if (led && !is_known (lead))
    confidence -= LESS_FOR_UNKNOWN_NAME;
  if (led && has_wide_group (body, lead))
    confidence -= LESS_FOR_WIDE_GROUP;
  if (led && (g_array_index (lead, DdUnitMention, 0).flags & DD_UNIT_POST) != 0)
    confidence -= LESS_FOR_POST;
  if (led && draft->fields == NULL && is_open (body, words, lead))
    confidence -= LESS_FOR_OPEN_NAME;
  if (draft->fields == NULL && has_unread_day (body, words, times))
    confidence -= LESS_FOR_UNREAD_DAY;
  if (draft->fields == NULL && has_late_clause (body, words, times))
    confidence -= LESS_FOR_LATE_CLAUSE;
  if (has_other_subject (body, words, lead))
    confidence -= LESS_FOR_OTHER_SUBJECT;
  if (times->len > 0 && g_array_index (times, DdTimePhrase, 0).kind == DD_DEADLINE_KIND_RELATIVE)
    confidence -= LESS_WITHOUT_DAY;

  return CLAMP (confidence, 0.05, 0.99);
}

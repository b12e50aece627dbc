/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-predicate"

#include "dd-predicate.h"

#include "dd-period-phrase.h"
#include "dd-recurrence-phrase.h"
#include "dd-unit-list.h"

/* The value of verbs that ask for work, "tăng cường", unless they are only
 * needed, "cần tăng cường". */
#define SOFT_IF_ONLY_NEEDED 1

/* The value of "sẽ". */
#define MODAL_FUTURE 1

/* The value of "họp". */
#define OBJECT_IS_WORK 1

/* Words that a subject may go on with before "cần" or "phải". */
#define LONG_SUBJECT_MAX 24

/**
 * dd_predicate_skip_adverbs:
 *
 * Returns: the token behind "khẩn trương", "tiếp tục, chủ động" and the like;
 *   @i if there are none
 */
guint
dd_predicate_skip_adverbs (const DdBody *body,
                           guint         i,
                           guint         end)
{
  for (;;)
    {
      guint n = dd_body_match (body, i, end, DD_WORD_ADVERB);

      if (n == 0)
        return i;
      i += n;
      if ((dd_body_is_mark (body, i, end, ',') || dd_body_match (body, i, end, DD_WORD_AND) > 0) &&
          dd_body_match (body, i + 1, end, DD_WORD_ADVERB) > 0)
        i++;
    }
}

/**
 * dd_predicate_skip_time:
 *
 * Returns: the token behind a time between subject and verb, "Sở A | mỗi tháng
 *   | kiểm tra"; @i if there is none
 */
guint
dd_predicate_skip_time (const DdBody *body,
                        guint         i,
                        guint         end)
{
  DdRecurrencePhrase recurrence;
  DdPeriodPhrase period;
  guint n;

  if (i >= end)
    return i;
  if (dd_recurrence_phrase_match (body, i, end, &recurrence))
    return dd_body_skip_comma (body, recurrence.words.last, end);

  n = dd_body_match (body, i, end, DD_WORD_BEFORE);
  if (n == 0)
    n = dd_body_match (body, i, end, DD_WORD_WITHIN);
  if (n == 0)
    n = dd_body_match (body, i, end, DD_WORD_BY);
  if (n > 0 && dd_period_phrase_match (body, i + n, end, DD_DAY_NONE, &period))
    return dd_body_skip_comma (body, period.last, end);

  return i;
}

/**
 * dd_predicate_is_verb:
 *
 * Returns: whether a verb that is known stands at token @i
 */
gboolean
dd_predicate_is_verb (const DdBody *body,
                      guint         i,
                      guint         end)
{
  static const DdWordClass classes[] = {
    DD_WORD_VERB, DD_WORD_SOFT, DD_WORD_LEAD, DD_WORD_CONSULT, DD_WORD_REPORT, DD_WORD_FORBID,
    DD_WORD_RESPONSIBLE,
  };

  int value = 0;

  for (guint j = 0; j < G_N_ELEMENTS (classes); j++)
    if (dd_body_match (body, i, end, classes[j]) > 0)
      return TRUE;

  /* "phối hợp với" is one, "cùng với" is none */
  return dd_body_match_value (body, i, end, DD_WORD_COORDINATE, &value) > 0 && value == 0;
}

/**
 * dd_predicate_is_soft:
 * @modal: "cần" or "phải" stands in front
 *
 * Returns: whether a predicate only exhorts: a soft verb, and no concrete one
 *   in the same clause behind it
 */
gboolean
dd_predicate_is_soft (const DdBody *body,
                      guint         i,
                      guint         end,
                      gboolean      modal)
{
  int value = 0;
  const guint n = dd_body_match_value (body, i, end, DD_WORD_SOFT, &value);

  if (n == 0 || (value == SOFT_IF_ONLY_NEEDED && !modal))
    return FALSE;
  if (value == SOFT_IF_ONLY_NEEDED && dd_body_match (body, i + n, end, DD_WORD_VERB) > 0)
    return FALSE;

  for (guint j = i + n; j < end; j++)
    {
      guint verb;

      if (!dd_body_is_mark (body, j, end, ',') && !dd_body_is_mark (body, j, end, ';'))
        continue;
      verb = dd_predicate_skip_adverbs (body, j + 1, end);
      if (dd_body_match (body, verb, end, DD_WORD_VERB) > 0 &&
          dd_body_match (body, verb, end, DD_WORD_SOFT) == 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * dd_predicate_is_chairing:
 * @i: the token behind "chủ trì"
 *
 * Returns: whether what is led is a meeting, "chủ trì cuộc họp"; among tasks "chủ trì họp
 *   với U để …" is one
 */
gboolean
dd_predicate_is_chairing (const DdBody    *body,
                          guint            i,
                          guint            end,
                          const DdSetting *setting)
{
  int value = 0;

  if (dd_body_match_value (body, i, end, DD_WORD_MEETING_OBJECT, &value) == 0)
    return FALSE;

  return value != OBJECT_IS_WORK || !setting->official || !setting->tasks;
}

/**
 * dd_predicate_find_modal:
 * @i: the token behind a subject
 *
 * A subject may go on with other words before "cần" or "phải": "công chức | trực
 * tiếp tham gia giải quyết TTHC | cần".
 *
 * Returns: where the modal stands; 0: there is none
 */
guint
dd_predicate_find_modal (const DdBody *body,
                         guint         i,
                         guint         end)
{
  end = MIN (end, i + LONG_SUBJECT_MAX);

  for (; i < end; i += dd_body_step (body, i, end))
    {
      if (body->tokens[i].kind == DD_TOKEN_MARK && !dd_body_is_mark (body, i, end, ','))
        return 0;
      if (dd_body_match (body, i, end, DD_WORD_PAST) > 0 ||
          dd_body_match (body, i, end, DD_WORD_STATE) > 0)
        return 0;
      if ((dd_body_match (body, i, end, DD_WORD_MODAL) > 0 &&
           dd_body_match (body, i - 1, i, DD_WORD_STOP) == 0) ||
          dd_body_match (body, i, end, DD_WORD_RESPONSIBLE) > 0)
        return i;
    }

  return 0;
}

/* "U cần V", "U phải khẩn trương V", with the modal verb at token @i. */
static DdAssignmentForm
read_modal (DdAssignment    *self,
            const DdBody    *body,
            guint            i,
            guint            end,
            const DdSetting *setting)
{
  int value = 0;
  guint behind = i + dd_body_match_value (body, i, end, DD_WORD_MODAL, &value);
  guint n_lead;

  behind += dd_body_match (body, behind, end, DD_WORD_MODAL);
  behind = dd_predicate_skip_adverbs (body, behind, end);
  n_lead = dd_body_match (body, behind, end, DD_WORD_LEAD);
  if (n_lead > 0 && dd_predicate_is_chairing (body, behind + n_lead, end, setting))
    return DD_ASSIGNMENT_REPORT;
  if (n_lead == 0 && value == MODAL_FUTURE && !setting->tasks)
    return DD_ASSIGNMENT_NONE;

  self->flags |= DD_ASSIGNMENT_STRONG | DD_ASSIGNMENT_MODAL;
  if (dd_predicate_is_soft (body, behind, end, TRUE))
    self->flags |= DD_ASSIGNMENT_SOFT;
  self->predicate = behind < end ? behind : i;

  return DD_ASSIGNMENT_SUBJECT;
}

/* A predicate that opens with words which only directives have: "chủ trì", "có
 * trách nhiệm", "cần". */
static DdAssignmentForm
read_strong_predicate (DdAssignment    *self,
                       const DdBody    *body,
                       guint            i,
                       guint            end,
                       const DdSetting *setting)
{
  guint n;

  if (dd_body_match (body, i, end, DD_WORD_FORBID) > 0)
    {
      self->flags |= DD_ASSIGNMENT_FORBIDS | DD_ASSIGNMENT_STRONG;
      return DD_ASSIGNMENT_SUBJECT;
    }
  if (setting->tasks && dd_body_match (body, i, end, DD_WORD_NOT) == 1 &&
      dd_body_match (body, i + 1, end, DD_WORD_VERB) > 0)
    {
      self->flags |= DD_ASSIGNMENT_FORBIDS;
      return DD_ASSIGNMENT_SUBJECT;
    }

  n = dd_body_match (body, i, end, DD_WORD_LEAD);
  if (n > 0)
    {
      if (dd_predicate_is_chairing (body, i + n, end, setting))
        return DD_ASSIGNMENT_REPORT;
      self->flags |= DD_ASSIGNMENT_STRONG;
      return DD_ASSIGNMENT_SUBJECT;
    }

  n = dd_body_match (body, i, end, DD_WORD_ASSIGNED);
  if (n > 0)
    {
      self->flags |= DD_ASSIGNMENT_STRONG;
      self->predicate = i + n;
      return DD_ASSIGNMENT_SUBJECT;
    }
  if (dd_body_match (body, i, end, DD_WORD_RESPONSIBLE) > 0)
    {
      if (dd_body_match (body, i, end, DD_WORD_MANDATE) > 0)
        return DD_ASSIGNMENT_MANDATE;
      self->flags |= DD_ASSIGNMENT_STRONG;
      return DD_ASSIGNMENT_SUBJECT;
    }
  if (dd_body_match (body, i, end, DD_WORD_MODAL) > 0)
    return read_modal (self, body, i, end, setting);

  return DD_ASSIGNMENT_NONE;
}

/* "Lãnh đạo UBND huyện A kiến nghị …": in news he says it. */
static gboolean
is_said (const DdAssignment *self,
         const DdSetting    *setting)
{
  if (!setting->tasks)
    return TRUE;

  return !setting->official && !setting->typed && dd_unit_list_is_leader (self->lead) &&
         !dd_unit_list_is_group (self->lead);
}

/* A predicate that is an order where orders are given, and else tells what its
 * subject does. */
static DdAssignmentForm
read_plain_predicate (DdAssignment    *self,
                      const DdBody    *body,
                      guint            i,
                      guint            end,
                      const DdSetting *setting)
{
  const guint behind = dd_predicate_skip_adverbs (body, i, end);
  const DdAssignmentForm order = setting->tasks ? DD_ASSIGNMENT_SUBJECT : DD_ASSIGNMENT_NONE;
  const guint n = dd_body_match (body, behind, end, DD_WORD_LEAD);

  if (n > 0)
    {
      if (dd_predicate_is_chairing (body, behind + n, end, setting))
        return DD_ASSIGNMENT_REPORT;
      self->flags |= DD_ASSIGNMENT_STRONG;
      return DD_ASSIGNMENT_SUBJECT;
    }

  if (dd_predicate_is_soft (body, behind, end, FALSE) || dd_predicate_is_soft (body, i, end, FALSE))
    self->flags |= DD_ASSIGNMENT_SOFT;
  if (dd_predicate_is_verb (body, behind, end))
    return dd_body_match (body, behind, end, DD_WORD_SAY) > 0 && is_said (self, setting)
           ? DD_ASSIGNMENT_REPORT : order;
  if (dd_body_match (body, behind, end, DD_WORD_SAY) > 0)
    return DD_ASSIGNMENT_REPORT;
  if (behind > i && dd_body_is_word (body, behind, end))
    return order;

  /* A verb that is not in the lists, where everything is an order. */
  if (setting->tasks && (setting->official || setting->typed) && dd_body_is_word (body, i, end) &&
      !dd_body_is_capital (body, i, end) && dd_body_match (body, i, end, DD_WORD_STOP) == 0)
    {
      self->flags |= DD_ASSIGNMENT_UNKNOWN;
      return DD_ASSIGNMENT_SUBJECT;
    }

  return DD_ASSIGNMENT_NONE;
}

/**
 * dd_predicate_read:
 * @self: the subject in its @lead; what is read is added to it
 * @i: the token behind the subject
 *
 * Reads what follows a subject.
 *
 * Returns: %DD_ASSIGNMENT_SUBJECT if the subject is to do it, or what else the
 *   clause is
 */
DdAssignmentForm
dd_predicate_read (DdAssignment    *self,
                   const DdBody    *body,
                   guint            i,
                   guint            end,
                   const DdSetting *setting)
{
  DdAssignmentForm form;

  i = dd_predicate_skip_time (body, i, end);
  if (i >= end)
    return DD_ASSIGNMENT_NONE;
  self->predicate = i;

  if (dd_body_match (body, i, end, DD_WORD_CLOSING) > 0)
    return DD_ASSIGNMENT_CLOSING;
  form = read_strong_predicate (self, body, i, end, setting);
  if (form != DD_ASSIGNMENT_NONE || dd_body_match (body, i, end, DD_WORD_MODAL) > 0)
    return form;

  if (dd_body_match (body, i, end, DD_WORD_PAST) > 0 ||
      dd_body_match (body, i, end, DD_WORD_PRAISE) > 0)
    return DD_ASSIGNMENT_REPORT;
  if (dd_body_match (body, i, end, DD_WORD_MANDATE) > 0)
    return DD_ASSIGNMENT_MANDATE;
  if (dd_body_match (body, i, end, DD_WORD_STATE) > dd_body_match (body, i, end, DD_WORD_VERB))
    return DD_ASSIGNMENT_NONE;

  return read_plain_predicate (self, body, i, end, setting);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-assignment"

#include "dd-assignment.h"

#include "dd-period-phrase.h"
#include "dd-recurrence-phrase.h"
#include "dd-time-phrase.h"
#include "dd-unit-matcher.h"

/* How many commas may stand before the main clause. */
#define COMMAS_MAX 12

/* How far behind a subject its verb may stand: "Chủ tịch UBND tỉnh … có ý kiến
 * kết luận và chỉ đạo". */
#define SUBJECT_TO_VERB_MAX 14

/* Words that name what an item is about, in front of a colon. */
#define TOPIC_WORDS_MAX 16

/* Words that one noun may go on with as a subject. */
#define LOOSE_SUBJECT_MAX 8

/* The value of verbs that hand over work, "giao", rather than ask for it. */
#define ASSIGN_GIVES 1

/* The value of verbs that units do, too: "chỉ đạo". */
#define ASSIGN_IS_WORK 2

/* The value of verbs that ask for work, "tăng cường", unless they are only
 * needed, "cần tăng cường". */
#define SOFT_IF_ONLY_NEEDED 1

/* The value of adverbials that an order may follow. */
#define ADVERBIAL_OF_ORDER 1

/* The value of "sẽ". */
#define MODAL_FUTURE 1

/* Words between "kết quả" and "báo cáo". */
#define RESULT_TO_REPORT_MAX 5

/* Words that a subject may go on with before "cần" or "phải". */
#define LONG_SUBJECT_MAX 24

void
dd_assignment_init (DdAssignment *self)
{
  *self = (DdAssignment) { DD_ASSIGNMENT_NONE };
  self->assigner = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  self->lead = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
}

void
dd_assignment_clear (DdAssignment *self)
{
  g_clear_pointer (&self->assigner, g_array_unref);
  g_clear_pointer (&self->lead, g_array_unref);
}

static gboolean
is_group (const GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    if ((g_array_index (mentions, DdUnitMention, i).flags & DD_UNIT_GROUP) != 0)
      return TRUE;

  return mentions->len > 1;
}

static gboolean
is_leader (const GArray *mentions)
{
  const DdUnitFlags leader = DD_UNIT_POST | DD_UNIT_PERSON | DD_UNIT_SUPERIOR;

  return mentions->len > 0 && (g_array_index (mentions, DdUnitMention, 0).flags & leader) != 0;
}

static guint
skip_comma (const DdBody *body,
            guint         i,
            guint         end)
{
  return i + dd_body_is_mark (body, i, end, ',');
}

/**
 * dd_assignment_skip_opener:
 * @aside: (out) (optional): whether what opens the sentence keeps its subject
 *   from being that of the next
 *
 * Returns: the token behind what connects a sentence to the one before:
 *   "Đồng thời,", "Bên cạnh đó,", "Trong đó"
 */
guint
dd_assignment_skip_opener (const DdBody *body,
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

/* An adverbial between "yêu cầu" and the units: "trong thời gian tới,". */
static guint
skip_short_adverbial (const DdBody *body,
                      guint         i,
                      guint         end)
{
  if (dd_body_match (body, i, end, DD_WORD_ADVERBIAL) == 0 &&
      dd_body_match (body, i, end, DD_WORD_PAST) == 0)
    return i;

  for (guint j = i + 1; j < end && j < i + SUBJECT_TO_VERB_MAX; j++)
    if (dd_body_is_mark (body, j, end, ','))
      return j + 1;

  return i;
}

/* Whether what is led is a meeting: "chủ trì cuộc họp". */
static gboolean
is_chairing (const DdBody *body,
             guint         i,
             guint         end)
{
  return dd_body_match (body, i, end, DD_WORD_MEETING_OBJECT) > 0;
}

static guint
skip_adverbs (const DdBody *body,
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

/* A time between subject and verb: "Sở A mỗi tháng kiểm tra". */
static guint
skip_time (const DdBody *body,
           guint         i,
           guint         end)
{
  DdRecurrencePhrase recurrence;
  DdPeriodPhrase period;
  guint n;

  if (i >= end)
    return i;
  if (dd_recurrence_phrase_match (body, i, end, &recurrence))
    return skip_comma (body, recurrence.words.last, end);

  n = dd_body_match (body, i, end, DD_WORD_BEFORE);
  if (n == 0)
    n = dd_body_match (body, i, end, DD_WORD_WITHIN);
  if (n == 0)
    n = dd_body_match (body, i, end, DD_WORD_BY);
  if (n > 0 && dd_period_phrase_match (body, i + n, end, DD_DAY_NONE, &period))
    return skip_comma (body, period.last, end);

  return i;
}

static gboolean
is_verb (const DdBody *body,
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

/* Whether a predicate only exhorts: a soft verb, and no concrete one in the
 * same clause behind it. */
static gboolean
is_soft (const DdBody *body,
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
      verb = skip_adverbs (body, j + 1, end);
      if (dd_body_match (body, verb, end, DD_WORD_VERB) > 0 &&
          dd_body_match (body, verb, end, DD_WORD_SOFT) == 0)
        return FALSE;
    }

  return TRUE;
}

/* What follows a subject: decides whether the clause is a directive. */
static DdAssignmentForm
read_predicate (DdAssignment    *self,
                const DdBody    *body,
                guint            i,
                guint            end,
                const DdSetting *setting)
{
  guint n, behind;
  int value = 0;

  i = skip_time (body, i, end);
  if (i >= end)
    return DD_ASSIGNMENT_NONE;
  self->predicate = i;

  if (dd_body_match (body, i, end, DD_WORD_CLOSING) > 0)
    return DD_ASSIGNMENT_CLOSING;
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
      if (is_chairing (body, i + n, end))
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
  n = dd_body_match_value (body, i, end, DD_WORD_MODAL, &value);
  if (n > 0)
    {
      behind = i + n;
      n = dd_body_match (body, behind, end, DD_WORD_MODAL);
      behind = skip_adverbs (body, behind + n, end);
      n = dd_body_match (body, behind, end, DD_WORD_LEAD);
      if (n > 0 && is_chairing (body, behind + n, end))
        return DD_ASSIGNMENT_REPORT;
      if (n == 0 && value == MODAL_FUTURE && !setting->tasks)
        return DD_ASSIGNMENT_NONE;
      self->flags |= DD_ASSIGNMENT_STRONG | DD_ASSIGNMENT_MODAL;
      if (is_soft (body, behind, end, TRUE))
        self->flags |= DD_ASSIGNMENT_SOFT;
      self->predicate = behind < end ? behind : i;
      return DD_ASSIGNMENT_SUBJECT;
    }

  if (dd_body_match (body, i, end, DD_WORD_PAST) > 0 ||
      dd_body_match (body, i, end, DD_WORD_PRAISE) > 0)
    return DD_ASSIGNMENT_REPORT;
  if (dd_body_match (body, i, end, DD_WORD_MANDATE) > 0)
    return DD_ASSIGNMENT_MANDATE;
  if (dd_body_match (body, i, end, DD_WORD_STATE) > dd_body_match (body, i, end, DD_WORD_VERB))
    return DD_ASSIGNMENT_NONE;

  behind = skip_adverbs (body, i, end);
  n = dd_body_match (body, behind, end, DD_WORD_LEAD);
  if (n > 0)
    {
      if (is_chairing (body, behind + n, end))
        return DD_ASSIGNMENT_REPORT;
      self->flags |= DD_ASSIGNMENT_STRONG;
      return DD_ASSIGNMENT_SUBJECT;
    }
  if (is_soft (body, behind, end, FALSE) || is_soft (body, i, end, FALSE))
    self->flags |= DD_ASSIGNMENT_SOFT;
  if (is_verb (body, behind, end))
    {
      /* "Lãnh đạo UBND huyện A kiến nghị …": in news he says it */
      if (dd_body_match (body, behind, end, DD_WORD_SAY) > 0 &&
          (!setting->tasks || (!setting->official && !setting->typed && is_leader (self->lead) &&
                               !is_group (self->lead))))
        return DD_ASSIGNMENT_REPORT;
      return setting->tasks ? DD_ASSIGNMENT_SUBJECT : DD_ASSIGNMENT_NONE;
    }
  if (dd_body_match (body, behind, end, DD_WORD_SAY) > 0)
    return DD_ASSIGNMENT_REPORT;
  if (behind > i && dd_body_is_word (body, behind, end))
    return setting->tasks ? DD_ASSIGNMENT_SUBJECT : DD_ASSIGNMENT_NONE;

  /* A verb that is not in the lists, where everything is an order. */
  if (setting->tasks && (setting->official || setting->typed) && dd_body_is_word (body, i, end) &&
      !dd_body_is_capital (body, i, end) && dd_body_match (body, i, end, DD_WORD_STOP) == 0)
    {
      self->flags |= DD_ASSIGNMENT_UNKNOWN;
      return DD_ASSIGNMENT_SUBJECT;
    }

  return DD_ASSIGNMENT_NONE;
}

/* "giao U V", "yêu cầu trong thời gian tới, U V" with the verb at token @i.
 * Returns whether units follow it. */
static gboolean
read_directed (DdAssignment *self,
               const DdBody *body,
               guint         i,
               guint         end)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_ASSIGN);
  guint units, last;

  if (n == 0)
    return FALSE;

  units = skip_short_adverbial (body, skip_comma (body, i + n, end), end);
  g_array_set_size (self->lead, 0);
  last = dd_unit_match_list (body, units, end, self->lead);
  if (last == units)
    {
      last = dd_unit_match_unknown (body, units, end, self->lead);
      if (last > units)
        last = dd_unit_match_more (body, last, end, self->lead);
    }
  /* "phân công … giữ chức vụ" gives an office, not a task */
  if (last == units || dd_body_match (body, last, end, DD_WORD_APPOINT) > 0)
    return FALSE;

  self->predicate = last;
  self->flags |= DD_ASSIGNMENT_STRONG;
  if (dd_body_is_mark (body, last, end, ':'))
    self->predicate = last + 1;
  if (dd_body_match (body, self->predicate, end, DD_WORD_FORBID) > 0)
    self->flags |= DD_ASSIGNMENT_FORBIDS;

  return TRUE;
}

/* A subject that goes on with other words before "cần" or "phải": "công chức
 * trực tiếp tham gia giải quyết TTHC cần". Returns where the modal stands; 0
 * if there is none. */
static guint
find_modal (const DdBody *body,
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

/* "…, địa phương, | công chức trực tiếp tham gia giải quyết TTHC": others than
 * the units before, or more words of the last of them. */
static void
extend_subject (DdAssignment *self,
                const DdBody *body,
                guint         i,
                guint         modal)
{
  const guint behind = dd_unit_skip_separator (body, i, modal);
  DdUnitMention other = { { behind, modal }, { behind, behind }, DD_UNIT_GROUP | DD_UNIT_BARE };

  if (behind > i && behind < modal)
    g_array_append_val (self->lead, other);
  else
    g_array_index (self->lead, DdUnitMention, self->lead->len - 1).words.last = modal;
}

/* Whether the subject is one who assigns: among the tasks of a document "Sở A
 * yêu cầu các chủ đầu tư …" is what Sở A is to do, and so is "chỉ đạo". */
static gboolean
may_assign (const DdAssignment *self,
            const DdBody       *body,
            int                 value,
            const DdSetting    *setting)
{
  const DdUnitMention *subject = &g_array_index (self->lead, DdUnitMention, 0);

  if (value == ASSIGN_IS_WORK)
    return is_leader (self->lead) && !(setting->official && setting->tasks &&
                                       (subject->flags & DD_UNIT_SUPERIOR) == 0);
  if (!setting->official || !setting->tasks || is_leader (self->lead))
    return TRUE;

  return dd_body_match (body, subject->words.first, subject->words.last,
                        DD_WORD_ASSIGNING_UNIT) > 0 ||
         dd_body_match (body, subject->prefix.first, subject->prefix.last,
                        DD_WORD_ASSIGNING_UNIT) > 0;
}

/* The assigner's verb behind a subject: "Chủ tịch … cũng đề nghị U". */
static DdAssignmentForm
read_assigner (DdAssignment    *self,
               const DdBody    *body,
               guint            i,
               guint            end,
               const DdSetting *setting)
{
  const guint limit = MIN (end, i + SUBJECT_TO_VERB_MAX);
  const gboolean leader = is_leader (self->lead);
  g_autoptr (GArray) subject = NULL;
  gboolean past = FALSE;
  int value = 0;

  if (is_group (self->lead) && !leader)
    return DD_ASSIGNMENT_NONE;

  for (guint j = i; j < limit; j++)
    {
      const guint n = dd_body_match_value (body, j, end, DD_WORD_ASSIGN, &value);

      if (body->tokens[j].kind == DD_TOKEN_MARK && !dd_body_is_mark (body, j, end, ','))
        break;
      if (dd_body_match (body, j, end, DD_WORD_PAST) > 0)
        past = TRUE;
      if (n > 0 && !may_assign (self, body, value, setting))
        break;
      if (n == 0)
        {
          const guint n_fixed = dd_body_match (body, j, end, DD_WORD_FIXED);

          if (n_fixed > 0)
            j += n_fixed - 1;
          /* Units other than leaders only assign with the verb right behind them:
           * "UBND thành phố vừa có công văn yêu cầu". */
          else if (!leader && dd_body_match (body, j, end, DD_WORD_ADVERB) == 0 &&
                   dd_body_match (body, j, end, DD_WORD_PAST) == 0 &&
                   dd_body_match (body, j, end, DD_WORD_HAVING) == 0 &&
                   dd_body_match (body, j, end, DD_WORD_DOCUMENT_TYPE) == 0)
            break;
          else if (dd_body_match (body, j, end, DD_WORD_DOCUMENT_TYPE) > 1)
            j += dd_body_match (body, j, end, DD_WORD_DOCUMENT_TYPE) - 1;
          continue;
        }

      subject = g_array_copy (self->lead);
      if (read_directed (self, body, j, end))
        {
          if (past && setting->official)
            return DD_ASSIGNMENT_REPORT;
          if (past)
            self->flags |= DD_ASSIGNMENT_PAST;
          g_array_append_vals (self->assigner, subject->data, subject->len);
          return DD_ASSIGNMENT_DIRECTED;
        }
      g_array_set_size (self->lead, 0);
      g_array_append_vals (self->lead, subject->data, subject->len);
      g_clear_pointer (&subject, g_array_unref);
    }

  return DD_ASSIGNMENT_NONE;
}

/* "Cải cách hành chính là …": the verb names what is spoken of. */
static gboolean
is_nominal (const DdBody *body,
            guint         i,
            guint         end)
{
  end = MIN (end, i + SUBJECT_TO_VERB_MAX);

  for (; i < end && body->tokens[i].kind != DD_TOKEN_MARK; i++)
    if (dd_body_match (body, i, end, DD_WORD_COPULA) == 1)
      return TRUE;

  return FALSE;
}

/* "Kết quả kiểm tra gửi về UBND tỉnh" */
static gboolean
reports_result (const DdBody *body,
                guint         i,
                guint         end)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_OUTCOME);

  if (n == 0)
    return FALSE;

  end = MIN (end, i + n + RESULT_TO_REPORT_MAX);
  for (i += n; i < end && body->tokens[i].kind != DD_TOKEN_MARK; i++)
    if (dd_body_match (body, i, end, DD_WORD_REPORT) > 0)
      return TRUE;

  return FALSE;
}

/* Whether a verb may open an order at token @i. */
static gboolean
is_order (DdAssignment    *self,
          const DdBody    *body,
          guint            i,
          guint            end,
          const DdSetting *setting)
{
  guint n, n_lead, behind;

  if (!setting->tasks)
    return FALSE;
  /* "Định kỳ hằng tháng, công khai …" */
  behind = skip_adverbs (body, skip_time (body, i, end), end);

  /* "Kết quả báo cáo UBND tỉnh trước ngày …" */
  if (reports_result (body, i, end))
    {
      self->predicate = i;
      return TRUE;
    }
  if (dd_body_match (body, i, end, DD_WORD_PRAISE) > 0 ||
      dd_body_match (body, i, end, DD_WORD_DECIDE) > 0 ||
      dd_body_match (body, i, end, DD_WORD_CLOSING) > 0 || is_nominal (body, i, end))
    return FALSE;
  n = dd_body_match (body, behind, end, DD_WORD_FORBID);
  if (n > 0)
    {
      self->flags |= DD_ASSIGNMENT_FORBIDS | DD_ASSIGNMENT_STRONG;
      self->predicate = behind;
      return TRUE;
    }
  n = dd_body_match (body, behind, end, DD_WORD_MODAL);
  behind += n;
  if (n > 0)
    self->flags |= DD_ASSIGNMENT_MODAL;

  if (!is_verb (body, behind, end) && !is_verb (body, i, end) && dd_body_match (body, behind, end, DD_WORD_ASSIGN) == 0 &&
      !(behind > i && setting->item && dd_body_is_word (body, behind, end)))
    return FALSE;
  n_lead = dd_body_match (body, behind, end, DD_WORD_LEAD);
  if (n_lead > 0 && is_chairing (body, behind + n_lead, end))
    return FALSE;
  if (is_soft (body, behind, end, n > 0) || is_soft (body, i, end, n > 0))
    self->flags |= DD_ASSIGNMENT_SOFT;
  self->predicate = i;

  return TRUE;
}

/* "Chủ đầu tư dự án có trách nhiệm": one noun is a subject only where words
 * follow that have one. */
static DdAssignmentForm
read_loose_subject (DdAssignment    *self,
                    const DdBody    *body,
                    guint            i,
                    guint            end,
                    const DdSetting *setting)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_GROUP_NOUN);
  DdUnitMention mention = { { i, i }, { i, i }, DD_UNIT_GROUP | DD_UNIT_BARE };
  guint modal;

  if (n == 0 || !dd_body_is_capital (body, i, end))
    return DD_ASSIGNMENT_NONE;
  modal = find_modal (body, i + n, MIN (end, i + n + LOOSE_SUBJECT_MAX));
  if (modal == 0)
    return DD_ASSIGNMENT_NONE;

  mention.words.last = modal;
  g_array_append_val (self->lead, mention);

  return read_predicate (self, body, modal, end, setting);
}

/* "Hạt Kiểm lâm huyện rà soát …": two capitals where tasks are told make a name. */
static DdAssignmentForm
read_unknown_subject (DdAssignment    *self,
                      const DdBody    *body,
                      guint            i,
                      guint            end,
                      const DdSetting *setting)
{
  DdAssignmentForm form;
  guint last;

  if (!setting->tasks || !dd_body_is_capital (body, i, end) ||
      !dd_body_is_capital (body, i + 1, end))
    return DD_ASSIGNMENT_NONE;
  last = dd_unit_match_unknown (body, i, end, self->lead);
  if (last == i)
    return DD_ASSIGNMENT_NONE;

  form = read_predicate (self, body, dd_unit_match_more (body, last, end, self->lead), end, setting);
  if (form == DD_ASSIGNMENT_SUBJECT && (self->flags & DD_ASSIGNMENT_UNKNOWN) == 0)
    return form;
  self->flags &= ~(DD_ASSIGNMENT_UNKNOWN | DD_ASSIGNMENT_STRONG);
  g_array_set_size (self->lead, 0);

  return DD_ASSIGNMENT_NONE;
}

/* The main clause at token @i, behind all that opens the sentence. */
static DdAssignmentForm
read_main (DdAssignment    *self,
           const DdBody    *body,
           guint            i,
           guint            end,
           const DdSetting *setting)
{
  DdAssignmentForm form;
  guint last, n;
  int value = 0;

  g_array_set_size (self->lead, 0);
  g_array_set_size (self->assigner, 0);

  n = dd_body_match_value (body, i, end, DD_WORD_ASSIGN, &value);
  if (n > 0)
    {
      /* Under the name of a unit "chỉ đạo", "yêu cầu" are what that unit does. */
      const gboolean work = setting->heading && value != ASSIGN_GIVES;

      if (!work && read_directed (self, body, i, end))
        return DD_ASSIGNMENT_DIRECTED;
      g_array_set_size (self->lead, 0);
      if (setting->tasks || !setting->official)
        {
          const guint behind = skip_adverbs (body, i + n, end);

          if (work || is_verb (body, behind, end) || behind > i + n)
            {
              self->predicate = work ? i : i + n;
              self->flags |= DD_ASSIGNMENT_STRONG;
              return DD_ASSIGNMENT_VERB;
            }
        }
      return DD_ASSIGNMENT_NONE;
    }

  last = dd_unit_match_list (body, i, end, self->lead);
  if (last > i)
    {
      guint behind = skip_comma (body, last, end);

      if (dd_body_is_mark (body, last, end, ':') && last + 1 < end)
        {
          behind = last + 1;
          if (is_verb (body, skip_adverbs (body, behind, end), end))
            {
              self->predicate = behind;
              self->flags |= DD_ASSIGNMENT_STRONG;
              return DD_ASSIGNMENT_SUBJECT;
            }
        }

      form = read_assigner (self, body, behind, end, setting);
      if (form != DD_ASSIGNMENT_NONE)
        return form;

      form = read_predicate (self, body, behind, end, setting);
      if ((self->flags & DD_ASSIGNMENT_UNKNOWN) != 0 && is_group (self->lead) &&
          find_modal (body, last, MIN (end, last + LOOSE_SUBJECT_MAX)) > 0)
        {
          self->flags &= ~DD_ASSIGNMENT_UNKNOWN;
          form = DD_ASSIGNMENT_NONE;    /* "Chủ đầu tư | dự án | có trách nhiệm" */
        }
      if (form == DD_ASSIGNMENT_SUBJECT || form == DD_ASSIGNMENT_MANDATE)
        {
          /* One who leads others is told to do something only in so many words. */
          if (is_leader (self->lead) && !is_group (self->lead) &&
              ((self->flags & DD_ASSIGNMENT_STRONG) == 0 ||
               (g_array_index (self->lead, DdUnitMention, 0).flags & DD_UNIT_SUPERIOR) != 0) &&
              (g_array_index (self->lead, DdUnitMention, 0).flags &
               (DD_UNIT_SUPERIOR | DD_UNIT_PERSON)) != 0)
            return DD_ASSIGNMENT_NONE;
          return form;
        }
      if (form == DD_ASSIGNMENT_NONE && is_group (self->lead))
        {
          const guint modal = find_modal (body, last, end);

          if (modal > 0)
            {
              extend_subject (self, body, last, modal);
              return read_predicate (self, body, modal, end, setting);
            }
        }
      if (form == DD_ASSIGNMENT_REPORT || form == DD_ASSIGNMENT_CLOSING)
        return form;
    }
  g_array_set_size (self->lead, 0);

  form = read_loose_subject (self, body, i, end, setting);
  if (form != DD_ASSIGNMENT_NONE)
    return form;
  form = read_unknown_subject (self, body, i, end, setting);
  if (form != DD_ASSIGNMENT_NONE)
    return form;
  if (is_order (self, body, i, end, setting))
    return DD_ASSIGNMENT_VERB;
  if (dd_body_match (body, i, end, DD_WORD_PRAISE) > 0)
    return DD_ASSIGNMENT_REPORT;

  return DD_ASSIGNMENT_NONE;
}

/* "Nhiệm vụ trọng tâm … của U là V" */
static DdAssignmentForm
read_duty (DdAssignment *self,
           const DdBody *body,
           guint         i,
           guint         end)
{
  guint n = dd_body_match (body, i, end, DD_WORD_DUTY);
  guint last;

  if (n == 0)
    return DD_ASSIGNMENT_NONE;

  end = MIN (end, i + LONG_SUBJECT_MAX + n);
  for (i += n; i < end; i++)
    {
      n = dd_body_match (body, i, end, DD_WORD_OF);
      if (n == 0)
        continue;
      g_array_set_size (self->lead, 0);
      last = dd_unit_match_list (body, i + n, end, self->lead);
      if (last == i + n)
        continue;
      if (dd_body_match (body, last, end, DD_WORD_STATE) == 0 && !dd_body_is_mark (body, last, end, ':'))
        return DD_ASSIGNMENT_NONE;
      self->predicate = last + 1;
      if (dd_body_match (body, last + 1, end, DD_WORD_MANDATE) > 0)
        return DD_ASSIGNMENT_MANDATE;
      self->flags |= DD_ASSIGNMENT_STRONG;
      return DD_ASSIGNMENT_DUTY;
    }

  return DD_ASSIGNMENT_NONE;
}

/* Whether the verb at token @i belongs to a noun or a law and assigns nothing:
 * "nhiệm vụ được giao", "nội dung do Thủ tướng giao Bộ", "Luật … giao Bộ". */
static gboolean
is_recalled (const DdBody *body,
             guint         first,
             guint         i)
{
  guint start = i;

  if (dd_body_match (body, first, i, DD_WORD_LAW) > 0)
    return TRUE;
  if (i > first && dd_body_match (body, i - 1, i, DD_WORD_AND) > 0)
    return FALSE;
  while (start > first && i - start < 10 && !dd_body_is_mark (body, start - 1, i, ',') &&
         !dd_body_is_mark (body, start - 1, i, ';'))
    start--;

  for (guint j = start; j < i; j += dd_body_step (body, j, i))
    if (dd_body_match (body, j, i, DD_WORD_RECALL) > 0 ||
        dd_body_match (body, j, i, DD_WORD_PAST) > 0)
      return TRUE;

  return FALSE;
}

/* The last unit or person in front of token @i, in the same part of the sentence. */
static void
find_assigner (DdAssignment *self,
               const DdBody *body,
               guint         first,
               guint         i)
{
  guint j = first;

  g_array_set_size (self->assigner, 0);
  while (j < i)
    {
      const guint last = dd_body_is_capital (body, j, i) ? dd_unit_match (body, j, i, NULL) : j;

      if (last > j)
        {
          g_array_set_size (self->assigner, 0);
          dd_unit_match (body, j, i, self->assigner);
          if (!is_leader (self->assigner))
            g_array_set_size (self->assigner, 0);
        }
      j = MAX (j + 1, last);
    }
}

/* "…, đồng thời yêu cầu U V": the assigner's verb anywhere in the sentence. */
static DdAssignmentForm
find_directed (DdAssignment    *self,
               const DdBody    *body,
               guint            first,
               guint            end,
               const DdSetting *setting)
{
  if (setting->heading)
    return DD_ASSIGNMENT_NONE;

  for (guint i = first; i < end; i++)
    {
      const guint n_fixed = dd_body_match (body, i, end, DD_WORD_FIXED);

      if (dd_body_match (body, i, end, DD_WORD_CONTENT) > 0)
        break;
      if (dd_body_match (body, i, end, DD_WORD_ASSIGN) > 0 && !is_recalled (body, first, i) &&
          read_directed (self, body, i, end))
        {
          find_assigner (self, body, first, i);
          return DD_ASSIGNMENT_DIRECTED;
        }
      if (n_fixed > 0)
        i += n_fixed - 1;
    }

  return DD_ASSIGNMENT_NONE;
}

/* Whether something opens the sentence that ends with a comma. */
static gboolean
opens_adverbial (const DdBody *body,
                 guint         i,
                 guint         end)
{
  DdPeriodPhrase period;

  return dd_body_match (body, i, end, DD_WORD_ADVERBIAL) > 0 ||
         dd_body_match (body, i, end, DD_WORD_TOPIC) > 0 ||
         dd_body_match (body, i, end, DD_WORD_BEFORE) > 0 ||
         dd_body_match (body, i, end, DD_WORD_BY) > 0 ||
         dd_body_match (body, i, end, DD_WORD_HALF_DAY) > 0 ||
         dd_period_phrase_match (body, i, end, DD_DAY_NONE, &period);
}

/* "Sáng 12/3", "Ngày 07 tháng 10 năm 2024": the day on which something happened,
 * where a deadline would have "trước" in front. */
static gboolean
tells_of_day (const DdBody *body,
              guint         i,
              guint         end)
{
  DdPeriodPhrase period;

  return dd_body_match (body, i, end, DD_WORD_HALF_DAY) > 0 ||
         (dd_body_match (body, i, end, DD_WORD_DAY) > 0 &&
          dd_period_phrase_match (body, i, end, DD_DAY_NONE, &period) &&
          period.kind == DD_PERIOD_PHRASE_DAY && period.day_of_month == 0);
}

/* Whether an order may follow what opens the sentence: a time or a purpose, not
 * a means. */
static gboolean
opens_order (const DdBody *body,
             guint         i,
             guint         end)
{
  int value = 0;

  if (dd_body_match_value (body, i, end, DD_WORD_ADVERBIAL, &value) > 0)
    return value == ADVERBIAL_OF_ORDER;

  return opens_adverbial (body, i, end);
}

/* "…, do đó U cần V" */
static DdAssignmentForm
find_consequence (DdAssignment    *self,
                  const DdBody    *body,
                  guint            i,
                  guint            end,
                  const DdSetting *setting)
{
  guint n_commas = 0;

  for (; i < end && n_commas < COMMAS_MAX; i++)
    {
      DdAssignmentForm form;

      if (!dd_body_is_mark (body, i, end, ','))
        continue;
      n_commas++;
      if (dd_body_match (body, i + 1, end, DD_WORD_OPENER) == 0)
        continue;
      form = read_main (self, body, dd_assignment_skip_opener (body, i + 1, end, NULL), end,
                        setting);
      if (form == DD_ASSIGNMENT_SUBJECT && (self->flags & DD_ASSIGNMENT_STRONG) != 0)
        {
          self->flags |= DD_ASSIGNMENT_ASIDE;
          return form;
        }
    }

  return DD_ASSIGNMENT_NONE;
}

/* "Tuyên truyền: Phòng Văn hóa chủ trì …": a few words that name what it is about. */
static DdAssignmentForm
read_behind_topic (DdAssignment    *self,
                   const DdBody    *body,
                   guint            i,
                   guint            end,
                   const DdSetting *setting)
{
  const guint limit = MIN (end, i + TOPIC_WORDS_MAX);
  DdAssignmentForm form;

  for (; i < limit && !dd_body_is_mark (body, i, end, ':'); i++)
    if (dd_body_match (body, i, end, DD_WORD_CONTENT) > 0 ||
        (body->tokens[i].kind == DD_TOKEN_MARK && !dd_body_is_mark (body, i, end, ',') &&
         !dd_body_is_mark (body, i, end, '-')))
      return DD_ASSIGNMENT_NONE;
  if (i + 1 >= limit)
    return DD_ASSIGNMENT_NONE;

  form = read_main (self, body, i + 1, end, setting);
  if ((form == DD_ASSIGNMENT_SUBJECT || form == DD_ASSIGNMENT_DIRECTED) && self->lead->len > 0)
    return form;
  g_array_set_size (self->lead, 0);

  return DD_ASSIGNMENT_NONE;
}

/* "Đối với Sở Tài chính: cân đối …", "Riêng Sở A, …" */
static DdAssignmentForm
read_for_unit (DdAssignment    *self,
               const DdBody    *body,
               guint            i,
               guint            end,
               const DdSetting *setting)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_TOPIC);
  g_autoptr (GArray) units = NULL;
  DdAssignmentForm form;
  guint last;

  if (n == 0)
    return DD_ASSIGNMENT_NONE;
  units = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  last = dd_unit_match_list (body, i + n, end, units);
  if (last == i + n || (!dd_body_is_mark (body, last, end, ':') && !dd_body_is_mark (body, last, end, ',')))
    return DD_ASSIGNMENT_NONE;

  form = read_main (self, body, last + 1, end, setting);
  if (form != DD_ASSIGNMENT_VERB)
    return form;
  g_array_append_vals (self->lead, units->data, units->len);
  self->flags |= DD_ASSIGNMENT_STRONG;

  return DD_ASSIGNMENT_SUBJECT;
}

/* Only the formula is left: "… nghiêm túc triển khai thực hiện./." */
static gboolean
is_formula (const DdBody *body,
            guint         i,
            guint         end)
{
  i = skip_adverbs (body, i, end);
  i += dd_body_match (body, i, end, DD_WORD_CARRY_OUT);
  i += dd_body_match (body, i, end, DD_WORD_THIS_DOCUMENT);
  while (i < end && body->tokens[i].kind == DD_TOKEN_MARK)
    i++;

  return i >= end;
}

/**
 * dd_assignment_read:
 * @self: initialised; what it held is replaced
 * @first: where a sentence or a clause begins
 * @last: where it ends
 * @setting: where it stands
 *
 * Reads who a clause tells to do something, if it does.
 */
void
dd_assignment_read (DdAssignment    *self,
                    const DdBody    *body,
                    guint            first,
                    guint            last,
                    const DdSetting *setting)
{
  gboolean aside = FALSE;
  gboolean adverbial;
  gboolean verb = FALSE;
  guint start, i, n_commas = 0;

  self->form = DD_ASSIGNMENT_NONE;
  self->flags = 0;
  self->predicate = first;
  g_array_set_size (self->assigner, 0);
  g_array_set_size (self->lead, 0);
  if (first >= last)
    return;

  start = dd_assignment_skip_opener (body, first, last, &aside);
  if (aside)
    self->flags |= DD_ASSIGNMENT_ASIDE;
  if (dd_body_match (body, first, last, DD_WORD_CONDITION) > 0 ||
      dd_body_match (body, start, last, DD_WORD_CONDITION) > 0)
    {
      self->form = DD_ASSIGNMENT_CONDITION;
      return;
    }
  if (dd_body_match (body, start, last, DD_WORD_CLOSING) > 0)
    {
      self->form = DD_ASSIGNMENT_CLOSING;
      return;
    }

  self->form = read_duty (self, body, start, last);
  if (self->form == DD_ASSIGNMENT_NONE)
    self->form = read_behind_topic (self, body, start, last, setting);
  if (self->form == DD_ASSIGNMENT_NONE)
    self->form = read_for_unit (self, body, start, last, setting);
  /* "Riêng báo cáo 6 tháng, đề nghị U …": what is set apart is no order */
  if (aside && self->form == DD_ASSIGNMENT_NONE && is_verb (body, start, last))
    self->form = find_directed (self, body, start, last, setting);
  adverbial = opens_adverbial (body, start, last);
  for (i = start; self->form == DD_ASSIGNMENT_NONE && i < last;)
    {
      self->form = read_main (self, body, i, last, setting);
      /* Commas inside an adverbial are followed by verbs that are no orders, and
       * "Căn cứ …" itself is none: a verb is taken if nothing better follows. */
      if (self->form == DD_ASSIGNMENT_VERB && adverbial)
        {
          verb |= i == start;
          self->form = DD_ASSIGNMENT_NONE;
        }
      if (!adverbial || self->form != DD_ASSIGNMENT_NONE)
        break;
      while (i < last && !dd_body_is_mark (body, i, last, ',') && !dd_body_is_mark (body, i, last, ':'))
        i++;
      i = dd_assignment_skip_opener (body, i + 1, last, NULL);
      if (++n_commas > COMMAS_MAX)
        break;
    }

  if (self->form == DD_ASSIGNMENT_NONE || self->form == DD_ASSIGNMENT_REPORT)
    {
      const DdAssignmentForm found = find_directed (self, body, start, last, setting);

      if (found != DD_ASSIGNMENT_NONE)
        self->form = found;
    }
  if (self->form == DD_ASSIGNMENT_NONE && verb)
    {
      self->form = DD_ASSIGNMENT_VERB;
      self->predicate = start;
    }
  if (self->form == DD_ASSIGNMENT_NONE && opens_order (body, start, last) && setting->tasks)
    {
      /* "Trong quý III, hoàn thành …": the first verb behind a comma */
      for (i = start; i < last && !dd_body_is_mark (body, i, last, ','); i++)
        ;
      if (i < last && is_order (self, body, i + 1, last, setting))
        self->form = DD_ASSIGNMENT_VERB;
    }
  if (self->form == DD_ASSIGNMENT_NONE && !adverbial)
    self->form = find_consequence (self, body, start, last, setting);
  /* "Sáng 12/3, Sở A tổ chức …": news of a day */
  if (self->form != DD_ASSIGNMENT_DIRECTED && tells_of_day (body, start, last))
    self->form = DD_ASSIGNMENT_REPORT;
  if (self->form == DD_ASSIGNMENT_NONE && dd_body_match (body, start, last, DD_WORD_DECIDE) > 0)
    self->form = DD_ASSIGNMENT_DECISION;

  if (self->form >= DD_ASSIGNMENT_DIRECTED && is_formula (body, self->predicate, last))
    self->form = DD_ASSIGNMENT_CLOSING;
}

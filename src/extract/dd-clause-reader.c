/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-clause-reader"

#include "dd-clause-reader.h"

#include "dd-main-clause.h"
#include "dd-opening.h"
#include "dd-order.h"
#include "dd-participant.h"
#include "dd-predicate.h"
#include "dd-unit-list.h"
#include "dd-unit-words.h"

/* The value of "đã". */
#define PAST_DONE 1

/* The value of "giữ chức vụ". */
#define APPOINT_ALWAYS 1

/* The value of "tại" in front of a document. */
#define QUOTING_PLACE 1

/* The value of "tại cuộc họp". */
#define OPENER_OF_SPEECH 1

/* The value of words with which something is made known: "biết, thực hiện". */
#define CARRY_OUT_KNOWN 1

/* How far in front of "yêu cầu" its "đã" may stand: "đã ban hành Công văn số …
 * yêu cầu". */
#define RECALL_WORDS_MAX 18

/* How many commas may stand before the main clause. */
#define COMMAS_MAX 12

/* How far from the beginning "nào" may stand that asks which of many. */
#define WHICH_WORDS_MAX 10

/* Words that name what an item is about, in front of a colon. */
#define TOPIC_WORDS_MAX 16

/* Words that a subject may go on with before "cần" or "phải". */
#define LONG_SUBJECT_MAX 24

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
      last = dd_unit_list_match (body, i + n, end, self->lead);
      if (last == i + n)
        continue;
      if (dd_body_match (body, last, end, DD_WORD_STATE) == 0 &&
          !dd_body_is_mark (body, last, end, ':'))
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
  while (start > first && i - start < RECALL_WORDS_MAX &&
         !dd_body_is_mark (body, start - 1, i, ',') && !dd_body_is_mark (body, start - 1, i, ';'))
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
          if (!dd_unit_list_is_leader (self->assigner))
            g_array_set_size (self->assigner, 0);
        }
      j = MAX (j + 1, last);
    }
}

static gboolean
tells_done (const DdBody *body,
            guint         first,
            guint         last)
{
  for (guint i = first; i < last; i += dd_body_step (body, i, last))
    {
      int value = 0;

      if (dd_body_match_value (body, i, last, DD_WORD_PAST, &value) > 0 && value == PAST_DONE)
        return TRUE;
    }

  return FALSE;
}

/* "UBND tỉnh từng yêu cầu …", "Bộ trưởng đã chỉ đạo …, tuy nhiên đến nay mới có …": in news
 * that is told as what was asked for before. */
static gboolean
tells_history (const DdAssignment *self,
               const DdBody       *body,
               guint               first,
               guint               last)
{
  if (dd_body_contains (body, first, self->predicate, DD_WORD_ONCE))
    return TRUE;
  if (!dd_body_contains (body, first, self->predicate, DD_WORD_PAST))
    return FALSE;

  for (guint i = self->predicate; i + 1 < last; i++)
    if (body->tokens[i].kind == DD_TOKEN_MARK &&
        dd_body_match (body, i + 1, last, DD_WORD_CONTRAST) > 0)
      return TRUE;

  return FALSE;
}

/* "Theo Nghị định số …, U có trách nhiệm …" tells what a law says, "Tại Công văn số …,
 * U đề nghị …" what was asked for there. */
static gboolean
quotes_document (const DdAssignment *self,
                 const DdBody       *body,
                 guint               i,
                 guint               last,
                 const DdSetting    *setting)
{
  const guint n = dd_body_match (body, i, last, DD_WORD_QUOTING);
  int value = 0;
  guint at;

  if (n == 0)
    return FALSE;
  dd_body_match_value (body, i, last, DD_WORD_QUOTING, &value);
  at = i + n;
  at += dd_body_match (body, at, last, DD_WORD_QUANTIFIER);
  if (value == QUOTING_PLACE)
    return self->form == DD_ASSIGNMENT_DIRECTED && self->assigner->len > 0 &&
           dd_body_match (body, at, last, DD_WORD_DOCUMENT_TYPE) > 0 &&
           dd_body_match (body, at, last, DD_WORD_THIS_DOCUMENT) == 0;
  if (self->form != DD_ASSIGNMENT_SUBJECT || dd_body_match (body, at, last, DD_WORD_BINDING) == 0)
    return FALSE;

  return !setting->official || (self->flags & DD_ASSIGNMENT_STRONG) != 0;
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
          dd_main_clause_read_directed (self, body, i, end))
        {
          find_assigner (self, body, first, i);
          /* "Tỉnh đã ban hành …; giao U …, đến nay đạt …": news tell all of it as done */
          if (!setting->official && !setting->tasks && self->assigner->len == 0 &&
              tells_done (body, first, i))
            return DD_ASSIGNMENT_REPORT;
          return DD_ASSIGNMENT_DIRECTED;
        }
      if (n_fixed > 0)
        i += n_fixed - 1;
    }

  return DD_ASSIGNMENT_NONE;
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
      form = dd_main_clause_read (self, body, dd_opening_skip_words (body, i + 1, end, NULL), end,
                                  setting);
      if (form == DD_ASSIGNMENT_SUBJECT && (self->flags & DD_ASSIGNMENT_STRONG) != 0)
        {
          self->flags |= DD_ASSIGNMENT_ASIDE;
          return form;
        }
    }

  return DD_ASSIGNMENT_NONE;
}

/* The main clause, behind as many adverbials as the sentence opens with. @verb:
 * (out): the sentence itself opens with a verb, "Căn cứ …" */
static DdAssignmentForm
read_behind_adverbials (DdAssignment    *self,
                        const DdBody    *body,
                        guint            start,
                        guint            last,
                        const DdSetting *setting,
                        gboolean        *verb)
{
  const gboolean adverbial = dd_opening_is_adverbial (body, start, last);
  guint n_commas = 0;
  guint i = start;

  *verb = FALSE;
  while (i < last)
    {
      DdAssignmentForm form = dd_main_clause_read (self, body, i, last, setting);

      /* Commas inside an adverbial are followed by verbs that are no orders, and
       * what it opens with is none: a verb is taken if nothing better follows. */
      if (form == DD_ASSIGNMENT_VERB && adverbial)
        {
          *verb |= i == start;
          form = DD_ASSIGNMENT_NONE;
        }
      if (!adverbial || form != DD_ASSIGNMENT_NONE)
        return form;
      while (i < last && !dd_body_is_mark (body, i, last, ',') &&
             !dd_body_is_mark (body, i, last, ':'))
        i++;
      i = dd_opening_skip_words (body, i + 1, last, NULL);
      if (++n_commas > COMMAS_MAX)
        break;
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
  const guint start = i;
  DdAssignmentForm form;
  gboolean verb;
  guint last;

  for (; i < limit && !dd_body_is_mark (body, i, end, ':'); i++)
    if (dd_body_match (body, i, end, DD_WORD_CONTENT) > 0 ||
        (body->tokens[i].kind == DD_TOKEN_MARK && !dd_body_is_mark (body, i, end, ',') &&
         !dd_body_is_mark (body, i, end, '-')))
      return DD_ASSIGNMENT_NONE;
  if (i + 1 >= limit)
    return DD_ASSIGNMENT_NONE;

  form = dd_main_clause_read (self, body, i + 1, end, setting);
  if (form != DD_ASSIGNMENT_SUBJECT && form != DD_ASSIGNMENT_DIRECTED &&
      dd_opening_is_adverbial (body, i + 1, end))
    form = read_behind_adverbials (self, body, i + 1, end, setting, &verb);
  /* "Kiến nghị của U: Tổ công tác ghi nhận, giao U2 V" */
  if (form == DD_ASSIGNMENT_REPORT && setting->official)
    form = find_directed (self, body, i + 1, end, setting);
  if ((form == DD_ASSIGNMENT_SUBJECT || form == DD_ASSIGNMENT_DIRECTED) && self->lead->len > 0)
    return form;
  /* "Các bệnh viện, TTYT huyện, thành, thị: niêm yết …": more of a name than is known */
  if (form == DD_ASSIGNMENT_VERB && setting->tasks && setting->official)
    {
      g_array_set_size (self->lead, 0);
      last = dd_unit_list_match (body, start, i, self->lead);
      if (last > start && last < i && !dd_unit_words_ends (body, last, i))
        {
          g_array_index (self->lead, DdUnitMention, self->lead->len - 1).words.last = i;
          self->flags |= DD_ASSIGNMENT_STRONG;
          return DD_ASSIGNMENT_SUBJECT;
        }
    }
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
  last = dd_unit_list_match (body, i + n, end, units);
  if (last == i + n)
    return DD_ASSIGNMENT_NONE;
  /* "Đối với UBND cấp xã, | Phó Chủ tịch UBND tỉnh đề nghị …": who assigns is none of them */
  if (units->len > 1 &&
      dd_body_match (body, dd_predicate_skip_adverbs (body, last, end), end, DD_WORD_ASSIGN) > 0)
    {
      g_array_set_size (units, units->len - 1);
      last = g_array_index (units, DdUnitMention, units->len - 1).words.last;
    }
  /* "Đối với các đơn vị | có tỷ lệ trễ hạn trên 5%, yêu cầu …" */
  if (setting->tasks && dd_body_match (body, last, end, DD_WORD_RELATIVE) > 0)
    {
      const guint limit = MIN (end, last + LONG_SUBJECT_MAX);

      while (last < limit && !dd_body_is_mark (body, last, limit, ',') &&
             !dd_body_is_mark (body, last, limit, ':'))
        last++;
      g_array_index (units, DdUnitMention, units->len - 1).words.last = last;
    }
  if (!dd_body_is_mark (body, last, end, ':') && !dd_body_is_mark (body, last, end, ','))
    return DD_ASSIGNMENT_NONE;

  form = dd_main_clause_read (self, body, last + 1, end, setting);
  if (form != DD_ASSIGNMENT_VERB)
    return form;
  g_array_set_size (self->lead, 0);
  g_array_append_vals (self->lead, units->data, units->len);
  self->flags |= DD_ASSIGNMENT_STRONG;

  return DD_ASSIGNMENT_SUBJECT;
}

/* "… thông báo nội dung này đến các đơn vị biết, thực hiện" */
static gboolean
makes_known (const DdBody *body,
             guint         i,
             guint         end)
{
  int value = 0;

  if (dd_body_match (body, i, end, DD_WORD_CLOSING) == 0 &&
      dd_body_match (body, i, end, DD_WORD_ANNOUNCE) == 0)
    return FALSE;
  for (; i < end; i += dd_body_step (body, i, end))
    if (dd_body_match_value (body, i, end, DD_WORD_CARRY_OUT, &value) > 0 &&
        value == CARRY_OUT_KNOWN)
      return TRUE;

  return FALSE;
}

/* Only the formula is left: "… nghiêm túc triển khai thực hiện./.", with or
 * without what to do "nếu có vướng mắc". */
static gboolean
is_formula (const DdBody *body,
            guint         i,
            guint         end)
{
  guint n_this;

  if (makes_known (body, i, end))
    return TRUE;
  /* "Tổng cục Thuế yêu cầu U:" */
  if (i >= end && dd_body_is_mark (body, end - 1, end, ':'))
    return FALSE;
  i = dd_predicate_skip_adverbs (body, i, end);
  /* "… chịu trách nhiệm thi hành Quyết định này" */
  if (dd_body_match (body, i + dd_body_match (body, i, end, DD_WORD_RESPONSIBLE), end,
                     DD_WORD_CARRY_OUT) > 0)
    i += dd_body_match (body, i, end, DD_WORD_RESPONSIBLE);
  i += dd_body_match (body, i, end, DD_WORD_CARRY_OUT);
  /* "căn cứ nội dung kết luận này triển khai thực hiện" */
  n_this = dd_body_match (body, i, end, DD_WORD_THIS_DOCUMENT);
  i += n_this;
  if (n_this > 0)
    {
      i = dd_predicate_skip_adverbs (body, i, end);
      i += dd_body_match (body, i, end, DD_WORD_CARRY_OUT);
    }
  if (dd_body_is_mark (body, i, end, ';') &&
      dd_body_match (body, i + 1, end, DD_WORD_CONDITION) > 0)
    return TRUE;
  while (i < end && body->tokens[i].kind == DD_TOKEN_MARK)
    i++;

  return i >= end;
}

/* "Trong quý III, hoàn thành …": the first verb behind a comma. */
static gboolean
has_late_order (DdAssignment    *self,
                const DdBody    *body,
                guint            i,
                guint            last,
                const DdSetting *setting)
{
  if (!setting->tasks || !dd_opening_allows_order (body, i, last))
    return FALSE;
  while (i < last && !dd_body_is_mark (body, i, last, ','))
    i++;

  return i < last && dd_order_read (self, body, i + 1, last, setting);
}

/* "100% hồ sơ phải được số hóa": what is to be done to something, by whoever was
 * named before. */
static gboolean
is_to_be_done (const DdBody    *body,
               guint            i,
               guint            last,
               const DdSetting *setting)
{
  if (!setting->official || !setting->tasks || !setting->item)
    return FALSE;

  last = MIN (last, i + LONG_SUBJECT_MAX);
  for (; i < last; i += dd_body_step (body, i, last))
    {
      if (dd_body_match (body, i, last, DD_WORD_PAST) > 0)
        return FALSE;
      if (dd_body_match (body, i, last, DD_WORD_TO_BE_DONE) > 0)
        return TRUE;
    }

  return FALSE;
}

/* "xã nào chưa đạt | thì Chủ tịch UBND xã phải …": who is told stands behind "thì".
 * Returns the token there; @i if the clause is none of that kind. */
static guint
find_then (const DdBody *body,
           guint         i,
           guint         last)
{
  const guint which = dd_body_find_class (body, i, MIN (last, i + WHICH_WORDS_MAX), DD_WORD_WHICH);
  guint then;

  if (which >= MIN (last, i + WHICH_WORDS_MAX))
    return i;
  then = dd_body_find_class (body, which, MIN (last, which + LONG_SUBJECT_MAX), DD_WORD_THEN);

  return then < MIN (last, which + LONG_SUBJECT_MAX) ? then + 1 : i;
}

/* "Thống nhất để Văn phòng UBND tỉnh là đầu mối …", "Đồng ý Sở A chủ trì …": who leads
 * is what is decided. */
static DdAssignmentForm
read_decided (DdAssignment    *self,
              const DdBody    *body,
              guint            i,
              guint            last,
              const DdSetting *setting)
{
  const guint n = dd_body_match (body, i, last, DD_WORD_DECIDE);
  const guint at = i + n + dd_body_match (body, i + n, last, DD_WORD_PURPOSE);

  if (n == 0 || dd_body_match (body, i, last, DD_WORD_ASSIGN) > 0)
    return DD_ASSIGNMENT_NONE;
  if (dd_main_clause_read (self, body, at, last, setting) == DD_ASSIGNMENT_SUBJECT &&
      dd_body_match (body, self->predicate, last, DD_WORD_LEAD) > 0)
    return DD_ASSIGNMENT_SUBJECT;
  g_array_set_size (self->lead, 0);
  g_array_set_size (self->assigner, 0);
  self->flags &= DD_ASSIGNMENT_ASIDE;
  self->predicate = i;

  return DD_ASSIGNMENT_NONE;
}

static DdAssignmentForm
read_form (DdAssignment    *self,
           const DdBody    *body,
           guint            start,
           guint            last,
           const DdSetting *setting)
{
  DdAssignmentForm form = read_duty (self, body, start, last);
  const guint then = find_then (body, start, last);
  gboolean verb = FALSE;

  if (then > start)
    {
      form = dd_main_clause_read (self, body, then, last, setting);
      /* "… thì Thủ trưởng chịu trách nhiệm" says what follows if */
      return dd_body_match (body, self->predicate, last, DD_WORD_RESPONSIBLE) > 0
             ? DD_ASSIGNMENT_CONDITION : form;
    }

  if (form == DD_ASSIGNMENT_NONE)
    form = read_decided (self, body, start, last, setting);
  if (form == DD_ASSIGNMENT_NONE)
    form = read_behind_topic (self, body, start, last, setting);
  if (form == DD_ASSIGNMENT_NONE)
    form = read_for_unit (self, body, start, last, setting);
  /* "Riêng báo cáo 6 tháng, đề nghị U …": what is set apart is no order */
  if (form == DD_ASSIGNMENT_NONE && (self->flags & DD_ASSIGNMENT_ASIDE) != 0 &&
      dd_predicate_is_verb (body, start, last))
    form = find_directed (self, body, start, last, setting);
  if (form == DD_ASSIGNMENT_NONE)
    form = read_behind_adverbials (self, body, start, last, setting, &verb);

  if (form == DD_ASSIGNMENT_NONE ||
      (form == DD_ASSIGNMENT_REPORT && !dd_participant_speaks (self, body, setting)))
    {
      const DdAssignmentForm found = find_directed (self, body, start, last, setting);

      if (found != DD_ASSIGNMENT_NONE)
        form = found;
    }
  if (form == DD_ASSIGNMENT_NONE && verb)
    {
      form = DD_ASSIGNMENT_VERB;
      self->predicate = start;
    }
  if (form == DD_ASSIGNMENT_NONE && is_to_be_done (body, start, last, setting))
    form = DD_ASSIGNMENT_VERB;
  if (form == DD_ASSIGNMENT_NONE && has_late_order (self, body, start, last, setting))
    form = DD_ASSIGNMENT_VERB;
  if (form == DD_ASSIGNMENT_NONE && !dd_opening_is_adverbial (body, start, last))
    form = find_consequence (self, body, start, last, setting);

  return form;
}

/* "… giữ chức vụ Phó Cục trưởng" */
static gboolean
appoints (const DdBody *body,
          guint         i,
          guint         last)
{
  for (; i < last; i++)
    {
      int value = 0;

      if (dd_body_match_value (body, i, last, DD_WORD_APPOINT, &value) > 0 &&
          value == APPOINT_ALWAYS)
        return TRUE;
    }

  return FALSE;
}

/**
 * dd_clause_read:
 * @self: initialised; what it held is replaced
 * @first: where a sentence or a clause begins
 * @last: where it ends
 * @setting: where it stands
 *
 * Reads who a clause tells to do something, if it does.
 */
void
dd_clause_read (DdAssignment    *self,
                const DdBody    *body,
                guint            first,
                guint            last,
                const DdSetting *setting)
{
  gboolean aside = FALSE;
  guint start;
  int value = 0;

  self->form = DD_ASSIGNMENT_NONE;
  self->flags = 0;
  self->predicate = first;
  g_array_set_size (self->assigner, 0);
  g_array_set_size (self->lead, 0);
  if (first >= last)
    return;

  /* "Trước đó, …": news go back to what was before */
  if (!setting->official && dd_body_is_mark (body, first + dd_body_match (body, first, last,
                                                                          DD_WORD_EARLIER),
                                             last, ',') &&
      dd_body_match (body, first, last, DD_WORD_EARLIER) > 0)
    {
      self->form = DD_ASSIGNMENT_REPORT;
      return;
    }
  start = dd_opening_skip_words (body, first, last, &aside);
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

  self->form = read_form (self, body, start, last, setting);
  /* "Bộ trưởng trao quyết định bổ nhiệm ông A" */
  if ((self->form == DD_ASSIGNMENT_SUBJECT || self->form == DD_ASSIGNMENT_VERB) &&
      appoints (body, start, last))
    self->form = DD_ASSIGNMENT_REPORT;
  if (!setting->official && self->form == DD_ASSIGNMENT_DIRECTED &&
      tells_history (self, body, start, last))
    self->form = DD_ASSIGNMENT_REPORT;
  if (!setting->official && !setting->typed && self->form == DD_ASSIGNMENT_DIRECTED &&
      dd_participant_asks_above (self, body))
    {
      self->form = DD_ASSIGNMENT_REPORT;
      self->flags |= DD_ASSIGNMENT_TALK;
    }
  if (quotes_document (self, body, start, last, setting))
    self->form = DD_ASSIGNMENT_REPORT;
  /* "Thảo luận tại hội nghị, Phó Giám đốc Sở A đề nghị …" */
  if (!setting->official && !setting->typed &&
      (self->form == DD_ASSIGNMENT_DIRECTED || self->form == DD_ASSIGNMENT_SUBJECT) &&
      dd_body_match (body, start, last, DD_WORD_TALK) > 0 &&
      !dd_body_contains (body, start, self->predicate, DD_WORD_CONCLUSION))
    {
      self->form = DD_ASSIGNMENT_REPORT;
      self->flags |= DD_ASSIGNMENT_TALK;
    }
  if (self->form == DD_ASSIGNMENT_REPORT && dd_participant_speaks (self, body, setting))
    self->flags |= DD_ASSIGNMENT_TALK;
  /* "Sáng 12/3, Sở A tổ chức …": news of a day */
  if (self->form != DD_ASSIGNMENT_DIRECTED && dd_opening_tells_of_day (body, start, last))
    self->form = DD_ASSIGNMENT_REPORT;
  /* "Tại cuộc họp, Giám đốc Bệnh viện A đề xuất …" */
  if (self->form == DD_ASSIGNMENT_SUBJECT &&
      dd_body_match_value (body, first, last, DD_WORD_OPENER, &value) > 0 &&
      value == OPENER_OF_SPEECH && dd_body_match (body, self->predicate, last, DD_WORD_SAY) > 0)
    self->form = DD_ASSIGNMENT_REPORT;
  if (self->form == DD_ASSIGNMENT_NONE && dd_body_match (body, start, last, DD_WORD_DECIDE) > 0)
    self->form = DD_ASSIGNMENT_DECISION;
  if (self->form >= DD_ASSIGNMENT_DIRECTED && is_formula (body, self->predicate, last))
    self->form = DD_ASSIGNMENT_CLOSING;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-main-clause"

#include "dd-main-clause.h"

#include "dd-opening.h"
#include "dd-order.h"
#include "dd-participant.h"
#include "dd-predicate.h"
#include "dd-unit-list.h"
#include "dd-unit-words.h"

#include <string.h>

/* How far behind a subject its verb may stand: "Chủ tịch UBND tỉnh … có ý kiến
 * kết luận và chỉ đạo". */
#define SUBJECT_TO_VERB_MAX 14

/* Words that one noun may go on with as a subject. */
#define LOOSE_SUBJECT_MAX 8

/* The value of verbs that hand over work, "giao", rather than ask for it. */
#define ASSIGN_GIVES 1

/* The value of verbs that units do, too: "chỉ đạo". */
#define ASSIGN_IS_WORK 2

/* The value of verbs that those who take part use, too: "đề nghị". */
#define ASSIGN_ASKS 3

/* The value of "nơi". */
#define RELATIVE_OF_PLACE 1

/* How far behind its subject a relative clause may have its "phải". */
#define RELATIVE_WORDS_MIN 3

/* The words of "lãnh đạo Sở", "Phó Giám đốc Sở". */
#define OWN_POST_MAX 4

/* How long a remark between units and their verb may be. */
#define REMARK_WORDS_MAX 20

/**
 * dd_main_clause_read_directed:
 *
 * Reads "giao U V", "yêu cầu trong thời gian tới, U V" with the verb at token @i
 * into @self.
 *
 * Returns: whether units follow the verb
 */
gboolean
dd_main_clause_read_directed (DdAssignment *self,
                              const DdBody *body,
                              guint         i,
                              guint         end)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_ASSIGN);
  guint units, last;

  if (n == 0)
    return FALSE;

  units = dd_opening_skip_aside (body, dd_body_skip_comma (body, i + n, end), end);
  g_array_set_size (self->lead, 0);
  last = dd_unit_list_match (body, units, end, self->lead);
  if (last == units)
    {
      last = dd_unit_match_unknown (body, units, end, self->lead);
      if (last > units)
        last = dd_unit_list_match_more (body, last, end, self->lead);
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

/* "…, địa phương, | công chức trực tiếp tham gia giải quyết TTHC": others than
 * the units before, or more words of the last of them. */
static void
extend_subject (DdAssignment *self,
                const DdBody *body,
                guint         i,
                guint         modal)
{
  const guint behind = dd_unit_words_skip_separator (body, i, modal);
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
            guint               end,
            const DdSetting    *setting)
{
  const DdUnitMention *subject = &g_array_index (self->lead, DdUnitMention, 0);

  /* "Tổng cục Thuế yêu cầu U:" opens what U are to do */
  if (value != ASSIGN_IS_WORK && end > 0 && dd_body_is_mark (body, end - 1, end, ':'))
    return TRUE;
  if (value == ASSIGN_IS_WORK)
    return dd_unit_list_is_leader (self->lead) && !(setting->official && setting->tasks &&
                                                    (subject->flags & DD_UNIT_SUPERIOR) == 0);
  if (!setting->official || !setting->tasks || dd_unit_list_is_leader (self->lead))
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
  const gboolean leader = dd_unit_list_is_leader (self->lead);
  g_autoptr (GArray) subject = NULL;
  gboolean past = FALSE;
  int value = 0;

  if (dd_unit_list_is_group (self->lead) && !leader)
    return DD_ASSIGNMENT_NONE;

  for (guint j = i; j < limit; j++)
    {
      const guint n = dd_body_match_value (body, j, end, DD_WORD_ASSIGN, &value);

      if (body->tokens[j].kind == DD_TOKEN_MARK && !dd_body_is_mark (body, j, end, ','))
        break;
      if (dd_body_match (body, j, end, DD_WORD_PAST) > 0)
        past = TRUE;
      if (n > 0 && !may_assign (self, body, value, end, setting))
        break;
      if (n > 0 && value == ASSIGN_ASKS && dd_participant_speaks (self, body, setting))
        return DD_ASSIGNMENT_REPORT;
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
      if (dd_main_clause_read_directed (self, body, j, end))
        {
          if (past && setting->official)
            return DD_ASSIGNMENT_REPORT;
          if (past)
            self->flags |= DD_ASSIGNMENT_PAST;
          g_array_append_vals (self->assigner, subject->data, subject->len);
          return DD_ASSIGNMENT_DIRECTED;
        }
      g_array_set_size (self->lead, 0);
      /* "Phó Chủ tịch UBND tỉnh đề nghị bố trí …": who is to do it was said before */
      if (leader && setting->tasks && !setting->official && !past && j + n < end &&
          !dd_unit_list_is_group (subject) &&
          dd_predicate_is_verb (body, dd_predicate_skip_adverbs (body, j + n, end), end))
        {
          g_array_append_vals (self->assigner, subject->data, subject->len);
          self->predicate = j + n;
          self->flags |= DD_ASSIGNMENT_STRONG;
          return DD_ASSIGNMENT_VERB;
        }
      g_array_append_vals (self->lead, subject->data, subject->len);
      g_clear_pointer (&subject, g_array_unref);
    }

  return DD_ASSIGNMENT_NONE;
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
  modal = dd_predicate_find_modal (body, i + n, MIN (end, i + n + LOOSE_SUBJECT_MAX));
  if (modal == 0)
    return DD_ASSIGNMENT_NONE;

  mention.words.last = modal;
  g_array_append_val (self->lead, mention);

  return dd_predicate_read (self, body, modal, end, setting);
}

/* "Sở cũng là đơn vị …", "Bộ phối hợp với …": the unit of that kind which was named
 * last, where its verb follows. */
static DdAssignmentForm
read_short_subject (DdAssignment    *self,
                    const DdBody    *body,
                    guint            i,
                    guint            end,
                    const DdSetting *setting)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_UNIT_HEAD);
  DdUnitMention mention = { { i, i + n }, { i, i }, DD_UNIT_ANAPHOR | DD_UNIT_SHORT };
  DdAssignmentForm form;
  guint behind;

  if (!setting->tasks || n == 0 || !dd_body_is_capital (body, i, end) ||
      dd_body_is_capital (body, i + n, end) || dd_body_match (body, i, end, DD_WORD_VERB) > 0)
    return DD_ASSIGNMENT_NONE;
  behind = dd_predicate_skip_adverbs (body, i + n, end);
  if (!dd_predicate_is_verb (body, behind, end) &&
      dd_body_match (body, behind, end, DD_WORD_MODAL) == 0 &&
      dd_body_match (body, behind, end, DD_WORD_LEAD) == 0)
    return DD_ASSIGNMENT_NONE;

  g_array_append_val (self->lead, mention);
  form = dd_predicate_read (self, body, i + n, end, setting);
  if (form == DD_ASSIGNMENT_SUBJECT)
    return form;
  self->flags &= ~(DD_ASSIGNMENT_UNKNOWN | DD_ASSIGNMENT_STRONG);
  g_array_set_size (self->lead, 0);

  return DD_ASSIGNMENT_NONE;
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
      !dd_body_is_capital (body, i + 1, end) || dd_body_match (body, i, end, DD_WORD_STOP) > 0)
    return DD_ASSIGNMENT_NONE;
  last = dd_unit_match_unknown (body, i, end, self->lead);
  if (last == i)
    return DD_ASSIGNMENT_NONE;

  last = dd_unit_list_match_more (body, last, end, self->lead);
  form = dd_predicate_read (self, body, last, end, setting);
  if (form == DD_ASSIGNMENT_SUBJECT && (self->flags & DD_ASSIGNMENT_UNKNOWN) == 0)
    return form;
  self->flags &= ~(DD_ASSIGNMENT_UNKNOWN | DD_ASSIGNMENT_STRONG);
  g_array_set_size (self->lead, 0);

  return DD_ASSIGNMENT_NONE;
}

/* "cán bộ, công chức", "lãnh đạo Sở": people of the unit that was named. */
static gboolean
is_own_people (const DdAssignment *self,
               const DdBody       *body)
{
  const DdUnitMention *first = &g_array_index (self->lead, DdUnitMention, 0);
  const guint last = first->words.last;
  int value = 0;

  if ((first->flags & DD_UNIT_BARE) != 0)
    return TRUE;

  return (first->flags & DD_UNIT_POST) != 0 && last - first->words.first <= OWN_POST_MAX &&
         dd_body_match_value (body, last - 1, last, DD_WORD_UNIT_HEAD, &value) == 1 && value == 1;
}

/* The assigner's verb at token @i with nobody in front: "Giao U V", "Yêu cầu V".
 * @n: the tokens of the verb */
static DdAssignmentForm
read_assigning_verb (DdAssignment    *self,
                     const DdBody    *body,
                     guint            i,
                     guint            n,
                     guint            end,
                     int              value,
                     const DdSetting *setting)
{
  /* Under the name of a unit "chỉ đạo", "yêu cầu" are what that unit does. */
  gboolean work = (setting->heading && value != ASSIGN_GIVES &&
                   !(setting->many && value == ASSIGN_ASKS)) ||
                  (setting->led && value == ASSIGN_IS_WORK);
  guint behind;

  if (!work && dd_main_clause_read_directed (self, body, i, end))
    {
      /* "Phân công cán bộ, công chức …" is, too: those are its own */
      work = setting->heading && is_own_people (self, body);
      if (!work)
        return DD_ASSIGNMENT_DIRECTED;
    }
  else if (setting->heading && setting->item && dd_body_is_word (body, i + n, end) &&
           !dd_body_contains (body, i, end, DD_WORD_APPOINT))
    {
      work = TRUE;
    }
  g_array_set_size (self->lead, 0);
  if (!setting->tasks && setting->official)
    return DD_ASSIGNMENT_NONE;

  behind = dd_predicate_skip_adverbs (body, i + n, end);
  if (!work && !dd_predicate_is_verb (body, behind, end) && behind == i + n)
    return DD_ASSIGNMENT_NONE;
  self->predicate = work ? i : i + n;
  self->flags |= DD_ASSIGNMENT_STRONG;

  return DD_ASSIGNMENT_VERB;
}

/* Whether the subject leads others: such a one is told to do something only in
 * so many words, and one who stands above all of them never. */
static gboolean
is_above (const DdAssignment *self,
          const DdBody       *body,
          const DdSetting    *setting)
{
  const DdUnitMention *subject = &g_array_index (self->lead, DdUnitMention, 0);
  g_autofree char *name = NULL;

  if (!dd_unit_list_is_leader (self->lead) || dd_unit_list_is_group (self->lead))
    return FALSE;
  if ((subject->flags & DD_UNIT_SUPERIOR) != 0)
    return TRUE;

  if ((self->flags & DD_ASSIGNMENT_STRONG) != 0 || (subject->flags & DD_UNIT_PERSON) == 0)
    return FALSE;
  /* "- Đ/c Hồ Văn An - Phó Giám đốc Sở chỉ đạo …": an item may be a deputy's */
  if (!setting->official || !setting->item || !setting->tasks)
    return TRUE;
  if (setting->chair == NULL)
    return FALSE;
  name = dd_unit_mention_name (subject, body);

  return strstr (setting->chair, name) != NULL || strstr (name, setting->chair) != NULL;
}

/* "Các đơn vị | còn hồ sơ quá hạn trên 5% | phải …": what says which of them is
 * no statement. Returns where the modal stands; 0: it is one. */
static guint
find_modal_behind_relative (const DdAssignment *self,
                            const DdBody       *body,
                            guint               i,
                            guint               end,
                            const DdSetting    *setting)
{
  const DdUnitMention *subject = &g_array_index (self->lead, DdUnitMention, 0);
  const gboolean group = (subject->flags & DD_UNIT_GROUP) != 0 &&
                         (subject->flags & DD_UNIT_BARE) == 0;
  int value = 0;

  if (!setting->tasks ||
      dd_body_match_value (body, i, end, DD_WORD_RELATIVE, &value) == 0 ||
      (!group && value != RELATIVE_OF_PLACE && (self->flags & DD_ASSIGNMENT_ASIDE) == 0))
    return 0;

  end = MIN (end, i + SUBJECT_TO_VERB_MAX);
  for (guint j = i + 1; j < end; j += dd_body_step (body, j, end))
    {
      if (body->tokens[j].kind == DD_TOKEN_MARK && !dd_body_is_mark (body, j, end, '%'))
        return 0;
      if (j >= i + RELATIVE_WORDS_MIN && (dd_body_match (body, j, end, DD_WORD_MODAL) > 0 ||
                                          dd_body_match (body, j, end, DD_WORD_RESPONSIBLE) > 0))
        return j;
    }

  return 0;
}

/* "UBND các tỉnh A, B, | nơi có số vụ tăng, | cần …": a remark between the units and
 * their verb. Returns the token behind it. */
static guint
skip_remark (const DdBody    *body,
             guint            i,
             guint            last,
             guint            end,
             const DdSetting *setting)
{
  const guint limit = MIN (end, i + REMARK_WORDS_MAX);

  if (!setting->tasks || i == last || dd_body_match (body, i, end, DD_WORD_RELATIVE) == 0)
    return i;
  for (guint j = i + 1; j < limit; j++)
    if (dd_body_is_mark (body, j, limit, ','))
      return j + 1;

  return i;
}

/* What follows the units before token @last. @open: (out): nothing was read, and
 * the units may be no subject */
static DdAssignmentForm
read_behind_subject (DdAssignment    *self,
                     const DdBody    *body,
                     guint            last,
                     guint            end,
                     const DdSetting *setting,
                     gboolean        *open)
{
  guint behind = dd_body_skip_comma (body, last, end);
  DdAssignmentForm form;
  guint modal;

  *open = FALSE;
  if (dd_body_is_mark (body, last, end, ':') && last + 1 < end)
    {
      behind = last + 1;
      if (dd_predicate_is_verb (body, dd_predicate_skip_adverbs (body, behind, end), end))
        {
          self->predicate = behind;
          self->flags |= DD_ASSIGNMENT_STRONG;
          return DD_ASSIGNMENT_SUBJECT;
        }
    }

  behind = skip_remark (body, behind, last, end, setting);
  modal = find_modal_behind_relative (self, body, last, end, setting);
  if (modal > 0)
    {
      /* "Riêng Sở A và UBND huyện B | có tỷ lệ trễ hạn trên 5% | phải …" names them */
      if (dd_unit_list_is_group (self->lead) || (self->flags & DD_ASSIGNMENT_ASIDE) == 0)
        extend_subject (self, body, last, modal);
      return dd_predicate_read (self, body, modal, end, setting);
    }
  form = read_assigner (self, body, behind, end, setting);
  if (form != DD_ASSIGNMENT_NONE)
    return form;

  form = dd_predicate_read (self, body, behind, end, setting);
  /* "Phó Chủ tịch UBND tỉnh cũng thống nhất với đề xuất …" of news decides */
  if (form == DD_ASSIGNMENT_SUBJECT && !setting->official && !setting->typed &&
      dd_unit_list_is_leader (self->lead) && !dd_unit_list_is_group (self->lead) &&
      dd_body_match (body, dd_predicate_skip_adverbs (body, behind, end), end, DD_WORD_DECIDE) > 0)
    return DD_ASSIGNMENT_REPORT;
  /* "Chủ đầu tư | dự án | có trách nhiệm" */
  if ((self->flags & DD_ASSIGNMENT_UNKNOWN) != 0 && dd_unit_list_is_group (self->lead) &&
      dd_predicate_find_modal (body, last, MIN (end, last + LOOSE_SUBJECT_MAX)) > 0)
    {
      self->flags &= ~DD_ASSIGNMENT_UNKNOWN;
      form = DD_ASSIGNMENT_NONE;
    }
  if (form == DD_ASSIGNMENT_SUBJECT || form == DD_ASSIGNMENT_MANDATE)
    return is_above (self, body, setting) ? DD_ASSIGNMENT_NONE : form;

  modal = form == DD_ASSIGNMENT_NONE && dd_unit_list_is_group (self->lead)
          ? dd_predicate_find_modal (body, last, end) : 0;
  if (modal > 0)
    {
      extend_subject (self, body, last, modal);
      return dd_predicate_read (self, body, modal, end, setting);
    }

  *open = form == DD_ASSIGNMENT_NONE;

  return form;
}

/* "Đ/c Hồ Văn An | - Phó Giám đốc Sở | chỉ đạo …" */
static guint
skip_post_of_person (DdAssignment *self,
                     const DdBody *body,
                     guint         last,
                     guint         end)
{
  DdUnitMention *person = &g_array_index (self->lead, DdUnitMention, self->lead->len - 1);
  guint behind;

  if ((person->flags & DD_UNIT_PERSON) == 0 || (person->flags & DD_UNIT_ANAPHOR) != 0 ||
      !dd_body_is_mark (body, last, end, '-') ||
      dd_body_match (body, last + 1, end, DD_WORD_POST) == 0)
    return last;
  behind = dd_unit_match (body, last + 1, end, NULL);
  if (behind == last + 1)
    return last;
  person->words.last = behind;

  return behind;
}

/**
 * dd_main_clause_read:
 * @self: what is read is added to it
 * @i: behind all that opens the sentence
 *
 * Reads one clause: who assigns, who is to do it, and what kind of words say so.
 *
 * Returns: how the clause says who is to do something
 */
DdAssignmentForm
dd_main_clause_read (DdAssignment    *self,
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
    return read_assigning_verb (self, body, i, n, end, value, setting);

  last = dd_unit_list_match (body, i, end, self->lead);
  if (last > i)
    {
      gboolean open;

      last = skip_post_of_person (self, body, last, end);

      form = read_behind_subject (self, body, last, end, setting, &open);
      if (!open)
        return form;
      g_array_set_size (self->lead, 0);
    }

  form = read_loose_subject (self, body, i, end, setting);
  if (form == DD_ASSIGNMENT_NONE)
    form = read_short_subject (self, body, i, end, setting);
  if (form == DD_ASSIGNMENT_NONE)
    form = read_unknown_subject (self, body, i, end, setting);
  if (form == DD_ASSIGNMENT_NONE && dd_order_read (self, body, i, end, setting))
    form = DD_ASSIGNMENT_VERB;
  if (form == DD_ASSIGNMENT_NONE && dd_body_match (body, i, end, DD_WORD_PRAISE) > 0)
    form = DD_ASSIGNMENT_REPORT;

  return form;
}

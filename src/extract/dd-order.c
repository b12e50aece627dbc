/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-order"

#include "dd-order.h"

#include "dd-predicate.h"

/* How far behind a verb "là" may stand that makes a noun of it. */
#define SUBJECT_TO_VERB_MAX 14

/* Where "được" stands behind "không cơ quan, đơn vị nào". */
#define NONE_WORDS_MAX 14

/* Words between "kết quả" and "báo cáo". */
#define RESULT_TO_REPORT_MAX 5

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

/* Whether what stands at token @i may be the verb of an order: a verb that is
 * known, or in a list any word behind an adverb. */
static gboolean
opens_predicate (const DdBody    *body,
                 guint            i,
                 guint            behind,
                 guint            end,
                 const DdSetting *setting)
{
  if (dd_predicate_is_verb (body, behind, end) || dd_predicate_is_verb (body, i, end) ||
      dd_body_match (body, behind, end, DD_WORD_ASSIGN) > 0)
    return TRUE;

  return behind > i && setting->item && dd_body_is_word (body, behind, end);
}

/* "2. Chủ tịch UBND các xã" ⏎ "- Hoãn các cuộc họp": below the name of a unit an item is
 * what it is to do, though the verb is none that is known; but not a thing that is
 * told of, "- Việc số hóa đạt …", "- Các chỉ tiêu: …". */
static gboolean
is_unknown_order (const DdBody    *body,
                  guint            i,
                  guint            end,
                  const DdSetting *setting)
{
  const guint limit = MIN (end, i + SUBJECT_TO_VERB_MAX);

  if (!setting->heading || !setting->official || !setting->item || !setting->opens ||
      !dd_body_is_word (body, i, end) || dd_body_is_capital (body, i + 1, end) ||
      (!dd_body_is_word (body, i + 1, end) && !dd_body_is_mark (body, i + 1, end, ',')) ||
      dd_body_match (body, i, end, DD_WORD_TOPIC) > 0 ||
      dd_body_match (body, i, end, DD_WORD_QUANTIFIER) > 0 ||
      dd_body_match (body, i, end, DD_WORD_GROUP_NOUN) > 0 ||
      dd_body_match (body, i, end, DD_WORD_STOP) > 0 ||
      dd_body_match (body, i, end, DD_WORD_OUTCOME) > 0 ||
      dd_body_match (body, i, end, DD_WORD_COUNTED) > 0)
    return FALSE;
  for (guint j = i; j < limit; j += dd_body_step (body, j, end))
    if (dd_body_match (body, j, end, DD_WORD_PAST) > 0 ||
        dd_body_match (body, j, end, DD_WORD_STATE) > 0)
      return FALSE;

  return TRUE;
}

/* "Không cơ quan nào | được …", "Không ai được phép …": none may do it. Returns the token
 * of what none may; @i if nobody is forbidden anything. */
static guint
find_allowed (const DdBody *body,
              guint         i,
              guint         end)
{
  gboolean none = FALSE;

  if (dd_body_match (body, i, end, DD_WORD_NOT) != 1)
    return i;

  end = MIN (end, i + NONE_WORDS_MAX);
  for (guint j = i + 1; j < end; j++)
    {
      if (body->tokens[j].kind == DD_TOKEN_MARK && !dd_body_is_mark (body, j, end, ','))
        return i;
      none |= dd_body_match (body, j, end, DD_WORD_WHICH) > 0;
      if (none && dd_body_match (body, j, end, DD_WORD_ALLOWED) > 0)
        return j;
    }

  return i;
}

/**
 * dd_order_read:
 * @self: what is read is added to it
 *
 * Returns: whether an order without a subject begins at token @i: "Rà soát …",
 *   "Định kỳ hằng tháng, công khai …", "Kết quả báo cáo UBND tỉnh …"
 */
gboolean
dd_order_read (DdAssignment    *self,
                         const DdBody    *body,
                         guint            i,
                         guint            end,
                         const DdSetting *setting)
{
  guint behind, allowed, n_lead;
  gboolean modal;

  if (!setting->tasks)
    return FALSE;
  if (reports_result (body, i, end))
    {
      self->predicate = i;
      return TRUE;
    }
  /* "- Là cơ quan thường trực, theo dõi …" below a unit's name */
  if (setting->heading && setting->item && dd_body_match (body, i, end, DD_WORD_COPULA) > 0 &&
      dd_body_match (body, i, end, DD_WORD_LEAD) > 0)
    {
      self->predicate = i;
      self->flags |= DD_ASSIGNMENT_STRONG;
      return TRUE;
    }
  if (dd_body_match (body, i, end, DD_WORD_PRAISE) > 0 ||
      dd_body_match (body, i, end, DD_WORD_DECIDE) > 0 ||
      dd_body_match (body, i, end, DD_WORD_CLOSING) > 0 || is_nominal (body, i, end))
    return FALSE;

  behind = dd_predicate_skip_adverbs (body, dd_predicate_skip_time (body, i, end), end);
  if (dd_body_match (body, behind, end, DD_WORD_FORBID) > 0)
    {
      self->flags |= DD_ASSIGNMENT_FORBIDS | DD_ASSIGNMENT_STRONG;
      self->predicate = behind;
      return TRUE;
    }
  /* "không tiếp nhận xe của học sinh" */
  if (dd_body_match (body, behind, end, DD_WORD_NOT) == 1 &&
      dd_body_match (body, behind + 1, end, DD_WORD_VERB) > 0)
    {
      self->flags |= DD_ASSIGNMENT_FORBIDS;
      self->predicate = behind;
      return TRUE;
    }
  allowed = find_allowed (body, behind, end);
  if (allowed > behind)
    {
      self->flags |= DD_ASSIGNMENT_FORBIDS | DD_ASSIGNMENT_STRONG;
      self->predicate = allowed;
      return TRUE;
    }
  modal = dd_body_match (body, behind, end, DD_WORD_MODAL) > 0;
  if (modal)
    {
      self->flags |= DD_ASSIGNMENT_MODAL;
      behind += dd_body_match (body, behind, end, DD_WORD_MODAL);
    }

  if (!opens_predicate (body, i, behind, end, setting))
    {
      if (!is_unknown_order (body, i, end, setting))
        return FALSE;
      self->flags |= DD_ASSIGNMENT_UNKNOWN;
    }
  n_lead = dd_body_match (body, behind, end, DD_WORD_LEAD);
  if (n_lead > 0 && dd_predicate_is_chairing (body, behind + n_lead, end, setting))
    return FALSE;
  if (dd_predicate_is_soft (body, behind, end, modal) || dd_predicate_is_soft (body, i, end, modal))
    self->flags |= DD_ASSIGNMENT_SOFT;
  self->predicate = i;

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-clause-end"

#include "dd-clause-end.h"

#include "dd-opening.h"
#include "dd-period-phrase.h"
#include "dd-predicate.h"
#include "dd-time-phrase.h"

/**
 * dd_clause_end_opens_order:
 * @i: the first token behind a clause that has its deadline
 *
 * Returns: whether an order of its own begins there, "…, xong trước ngày 30/6; hướng dẫn U
 *   …", but not "…; báo cáo kết quả", which belongs to it, nor "…; tỷ lệ quá hạn không quá
 *   2%"
 */
gboolean
dd_clause_end_opens_order (const DdBody *body,
                           guint         i,
                           guint         last)
{
  guint n;

  if (dd_body_match (body, i, last, DD_WORD_CONDITION) > 0 ||
      dd_body_match (body, i, last, DD_WORD_ASIDE) > 0)
    return FALSE;
  i = dd_opening_skip_words (body, i, last, NULL);
  i = dd_predicate_skip_adverbs (body, i, last);
  if (!dd_predicate_is_verb (body, i, last) || dd_body_match (body, i, last, DD_WORD_REPORT) > 0)
    return FALSE;

  /* "công khai | trên Cổng": what, was said before */
  n = MAX (dd_body_match (body, i, last, DD_WORD_VERB), 1);

  return dd_body_match (body, i + n, last, DD_WORD_STOP) == 0;
}

/**
 * dd_clause_end_has_event:
 *
 * Returns: whether a clause says before or after what it is to be done, "trước khi chấm
 *   điểm", or from when on: the time of the clause behind it is not its
 */
gboolean
dd_clause_end_has_event (const DdBody *body,
                         guint         i,
                         guint         last)
{
  DdPeriodPhrase period;

  for (; i < last; i += dd_body_step (body, i, last))
    if (dd_body_match (body, i, last, DD_WORD_EVENT) > 0 ||
        (dd_body_match (body, i, last, DD_WORD_FROM) > 0 &&
         dd_period_phrase_match (body, i + dd_body_match (body, i, last, DD_WORD_FROM), last,
                                 DD_DAY_NONE, &period)))
      return TRUE;

  return FALSE;
}

/**
 * dd_clause_end_opens_ban:
 *
 * Returns: whether a clause forbids, "…; không được yêu cầu …", and is never done; "…; không
 *   để tồn đọng" is part of what is asked for
 */
gboolean
dd_clause_end_opens_ban (const DdBody *body,
                         guint         i,
                         guint         last)
{
  int value = 0;

  i = dd_opening_skip_words (body, i, last, NULL);

  return dd_body_match_value (body, i, last, DD_WORD_FORBID, &value) > 0 && value == 0;
}

/**
 * dd_clause_end_closes_order:
 * @reference: the day the text speaks from
 *
 * Returns: whether a clause only says by when what stands in front of it is to be done: "…;
 *   hoàn thành chậm nhất là ngày 21/10", "…; kỳ 1 xong trước 30/6"
 */
gboolean
dd_clause_end_closes_order (const DdBody *body,
                            guint         i,
                            guint         last,
                            DdDay         reference)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));

  /* "kỳ 1 …", "đợt 2 …": a part of it */
  if (dd_body_match (body, i, last, DD_WORD_NUMBERED) > 0 &&
      dd_body_is_number (body, i + dd_body_match (body, i, last, DD_WORD_NUMBERED), last))
    return TRUE;

  dd_time_find (body, i, last, DD_TIME_PLACE_TEXT, reference, times);
  if (times->len == 0)
    return FALSE;
  while (i < last)
    {
      guint n = body->tokens[i].kind == DD_TOKEN_MARK;

      for (guint j = 0; n == 0 && j < times->len; j++)
        {
          const DdRange words = g_array_index (times, DdTimePhrase, j).words;

          if (i >= words.first && i < words.last)
            n = words.last - i;
        }
      if (n == 0)
        n = dd_body_match (body, i, last, DD_WORD_COMPLETION);
      if (n == 0)
        return FALSE;
      i += n;
    }

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-statement"

#include "dd-statement.h"

#include "dd-target-phrase.h"
#include "dd-time-phrase.h"

/* The values of "đã", "chưa" and "so với cùng kỳ". */
#define PAST_DONE 1
#define PAST_NOT_YET 2
#define PAST_COMPARED 3

/* A sentence that only says by when: how long it may be, and how many words it
 * may have besides. */
#define TIME_SENTENCE_MAX 24
#define OTHER_WORDS_MAX 6

/**
 * dd_statement_has_target:
 *
 * Returns: whether the words have a figure to be reached in them
 */
gboolean
dd_statement_has_target (const DdBody *body,
                         guint         first,
                         guint         last)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (DdTargetPhrase));

  dd_target_find (body, first, last, NULL, targets);

  return targets->len > 0;
}

/**
 * dd_statement_has_deadline:
 * @reference: the day the text speaks from
 *
 * Returns: whether the words say by when something is still to be done
 */
gboolean
dd_statement_has_deadline (const DdBody *body,
                           guint         first,
                           guint         last,
                           DdDay         reference)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));
  const DdTimePhrase *time;

  dd_time_find (body, first, last, DD_TIME_PLACE_TEXT, reference, times);

  if (times->len == 0)
    return FALSE;
  time = &g_array_index (times, DdTimePhrase, 0);

  /* "Đến ngày 31/8/2025, toàn tỉnh tiếp nhận …" tells what was */
  return time->kind != DD_DEADLINE_KIND_NONE &&
         (time->deadline == DD_DAY_NONE || reference == DD_DAY_NONE || time->deadline >= reference);
}

/**
 * dd_statement_tells_past:
 *
 * Returns: whether the words tell what was reached: "Đến hết ngày …, 90% cơ quan
 *   đã xử lý …"
 */
gboolean
dd_statement_tells_past (const DdBody *body,
                         guint         first,
                         guint         last)
{
  gboolean figure = FALSE, limit = FALSE;

  for (guint i = first; i < last; i += dd_body_step (body, i, last))
    {
      int value = 0;

      figure |= dd_body_is_number (body, i, last);
      limit |= dd_body_match (body, i, last, DD_WORD_AT_LEAST) > 1 ||
               (i == first && dd_body_match (body, i, last, DD_WORD_SOFT) > 0);
      if (dd_body_match_value (body, i, last, DD_WORD_PAST, &value) > 0 &&
          (value == PAST_DONE || (value == PAST_NOT_YET && !figure) ||
           (value == PAST_COMPARED && !limit)))
        return TRUE;
    }

  return FALSE;
}

/**
 * dd_statement_is_only_time:
 * @reference: the day the text speaks from
 *
 * Returns: whether a sentence only says by when the one before is to be done: "Thời
 *   gian hoàn thành trước ngày 25/9.", "Xong trước 30/6."
 */
gboolean
dd_statement_is_only_time (const DdBody *body,
                           guint         first,
                           guint         last,
                           DdDay         reference)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));
  guint n_time = 0;

  if (last - first > TIME_SENTENCE_MAX)
    return FALSE;

  dd_time_find (body, first, last, DD_TIME_PLACE_FIELD, reference, times);
  for (guint i = 0; i < times->len; i++)
    {
      const DdRange *words = &g_array_index (times, DdTimePhrase, i).words;

      n_time += words->last - words->first;
    }

  return n_time > 0 && last - first <= n_time + OTHER_WORDS_MAX;
}

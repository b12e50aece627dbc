/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-roles"

#include "dd-roles.h"

#include "dd-sentence.h"
#include "dd-unit-list.h"

/* How far behind "báo cáo" its addressee may stand: "báo cáo kết quả … về". */
#define REPORT_WORDS_MAX 24

/* "Thủ tướng Chính phủ (qua Văn phòng Chính phủ)" */
static void
add_way (const DdBody *body,
         guint         end,
         GArray       *report_to)
{
  DdUnitMention *mention = &g_array_index (report_to, DdUnitMention, report_to->len - 1);
  const guint open = mention->words.last;

  if (dd_body_is_mark (body, open, end, '(') &&
      dd_body_match (body, open + 1, end, DD_WORD_TOWARDS) > 0)
    mention->words.last = dd_body_find_close (body, open, end);
}

static guint
add_receiver (const DdBody *body,
              guint         i,
              guint         end,
              gboolean      groups,
              GArray       *report_to)
{
  const guint n_before = report_to->len;
  const guint last = dd_unit_list_match (body, i, end, report_to);

  if (last == i)
    return i;
  if (!groups && (g_array_index (report_to, DdUnitMention, n_before).flags & DD_UNIT_GROUP) != 0)
    {
      g_array_set_size (report_to, n_before);
      return i;
    }
  add_way (body, end, report_to);
  /* "tham mưu UBND tỉnh báo cáo Thủ tướng": he receives it in the end */
  if (dd_body_match (body, last, end, DD_WORD_REPORT) > 0)
    g_array_set_size (report_to, n_before);

  return last;
}

/* Who receives what "báo cáo", "trình", "gửi" speak of. Returns the token
 * behind; @i if nobody is named. */
static guint
match_report (const DdBody *body,
              guint         i,
              guint         end,
              GArray       *report_to)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_REPORT);
  guint limit, last;

  if (n == 0)
    return i;
  last = add_receiver (body, i + n, end, TRUE, report_to);
  if (last > i + n)
    return last;

  limit = MIN (end, i + n + REPORT_WORDS_MAX);
  for (guint j = i + n; j < limit; j++)
    {
      const guint n_towards = dd_body_match (body, j, limit, DD_WORD_TOWARDS);

      if (dd_body_is_mark (body, j, limit, ';') || dd_body_is_mark (body, j, limit, '.') ||
          dd_body_match (body, j, limit, DD_WORD_COORDINATE) > 0)
        break;
      if (n_towards == 0)
        {
          const guint n_fixed = dd_body_match (body, j, limit, DD_WORD_FIXED);

          j += MAX (n_fixed, 1) - 1;
          continue;
        }
      last = add_receiver (body, j + n_towards, end, FALSE, report_to);
      if (last > j + n_towards)
        return last;
    }

  return i;
}

/* "Sở A | chủ trì, Sở B phối hợp | …": who helps stands in front of the verb. Returns
 * the token behind; @i if nobody does. */
static guint
match_helpers (const DdBody *body,
               guint         i,
               guint         end,
               GArray       *coordinating)
{
  const guint n_lead = dd_body_match (body, i, end, DD_WORD_LEAD);
  const guint n_before = coordinating->len;
  const guint first = dd_body_skip_comma (body, i + n_lead, end);
  guint last, n;

  if (n_lead == 0 || first == i + n_lead)
    return i;
  last = dd_unit_list_match (body, first, end, coordinating);
  n = last > first ? dd_body_match (body, last, end, DD_WORD_COORDINATE) : 0;
  if (n == 0)
    {
      g_array_set_size (coordinating, n_before);
      return i;
    }

  return last + n;
}

/* "phối hợp với | địa phương | nghiên cứu": one noun, where nothing but a unit can
 * stand. */
static guint
match_bare_noun (const DdBody *body,
                 guint         i,
                 guint         end,
                 GArray       *coordinating)
{
  const guint n = dd_body_match (body, i, end, DD_WORD_GROUP_NOUN);
  const DdUnitMention mention = { { i, i + n }, { i, i }, DD_UNIT_GROUP | DD_UNIT_BARE };

  if (n == 0 || dd_body_match (body, i - 1, i, DD_WORD_STOP) == 0 ||
      (dd_body_match (body, i + n, end, DD_WORD_VERB) == 0 &&
       dd_body_match (body, i + n, end, DD_WORD_ADVERB) == 0))
    return i;
  g_array_append_val (coordinating, mention);

  return i + n;
}

/**
 * dd_roles_find:
 * @coordinating: (element-type DdUnitMention): where the units are added that
 *   help, and those that are asked
 * @report_to: (element-type DdUnitMention): where those are added that receive
 *
 * Finds the units of a directive that are not its lead: behind "phối hợp
 * (chặt chẽ) với", "cùng với", "trao đổi, thống nhất với" and behind "trình",
 * "báo cáo", "gửi", "tham mưu". What a draft is to say ("theo hướng: …") and
 * what is to be done in another case ("trường hợp …") assigns no one, nor does
 * what a receiver does with it.
 */
void
dd_roles_find (const DdBody *body,
               guint         first,
               guint         last,
               GArray       *coordinating,
               GArray       *report_to)
{
  guint clause = first;

  while (clause < last)
    {
      const guint end = dd_clause_find_end (body, clause, last);
      gboolean received = FALSE;
      guint i = clause;

      if (clause > first && dd_body_match (body, clause, end, DD_WORD_CONDITION) > 0)
        i = end;

      while (i < end)
        {
          const guint n_before = coordinating->len;
          guint n, behind;

          if (body->tokens[i].node == 0)
            {
              i++;
              continue;
            }
          n = MAX (dd_body_match (body, i, end, DD_WORD_COORDINATE),
                   dd_body_match (body, i, end, DD_WORD_CONSULT));
          if (dd_body_match (body, i, end, DD_WORD_CONTENT) > 0)
            return;
          behind = match_helpers (body, i, end, coordinating);
          if (behind > i)
            {
              i = behind;
              continue;
            }
          if (n > 0)
            {
              behind = dd_unit_list_match (body, i + n, end, coordinating);
              if (behind == i + n)
                behind = match_bare_noun (body, i + n, end, coordinating);
              /* "xin ý kiến lãnh đạo Sở": who is above does not help */
              if (n_before < coordinating->len &&
                  dd_body_match (body, i, end, DD_WORD_CONSULT) > 0 &&
                  (g_array_index (coordinating, DdUnitMention, n_before).flags &
                   (DD_UNIT_POST | DD_UNIT_SUPERIOR)) != 0)
                {
                  g_array_append_vals (report_to, &g_array_index (coordinating, DdUnitMention,
                                                                  n_before),
                                       coordinating->len - n_before);
                  g_array_set_size (coordinating, n_before);
                }
              i = MAX (behind, i + n);
              continue;
            }
          behind = match_report (body, i, end, report_to);
          if (behind > i)
            {
              received = TRUE;
              i = behind;
              continue;
            }
          /* "gửi Sở A để tổng hợp, báo cáo UBND tỉnh": the rest is what Sở A does */
          if (received && dd_body_match (body, i, end, DD_WORD_RECEIVED_FOR) > 0)
            break;
          n = dd_body_match (body, i, end, DD_WORD_FIXED);
          i += MAX (n, 1);
        }
      clause = end;
    }
}

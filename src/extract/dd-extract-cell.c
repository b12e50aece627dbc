/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-extract-cell"

#include "dd-extract-cell.h"

#include "dd-clause-times.h"
#include "dd-plan-field.h"
#include "dd-token-text.h"
#include "dd-unit-mention.h"

/* The value of labels of what is to be done: "Nội dung nhiệm vụ". */
#define LABEL_OF_CONTENT 1

/**
 * dd_extract_cell_label:
 * @cell: in the head of a table
 *
 * Returns: what stands in the column below, as far as tasks go
 */
DdCellLabel
dd_extract_cell_label (const char             *cell,
                       const DdUnitDictionary *units)
{
  g_autoptr (DdTokenText) text = dd_token_text_new (cell, units);
  const DdBody *body = dd_token_text_get_body (text);
  DdPlanFieldKind kind;
  int value = 0;
  const guint n = dd_plan_field_match_label (body, 0, body->n_tokens, &kind);

  /* A mark may follow, but no words: "Chủ trì cuộc họp" is another thing. */
  if (n == 0 || n + 1 < body->n_tokens)
    return DD_CELL_LABEL_NONE;

  switch (kind)
    {
    case DD_PLAN_FIELD_LEAD:
      return DD_CELL_LABEL_LEAD;
    case DD_PLAN_FIELD_COORDINATING:
      return DD_CELL_LABEL_COORDINATING;
    case DD_PLAN_FIELD_DEADLINE:
      return DD_CELL_LABEL_DEADLINE;
    case DD_PLAN_FIELD_PRODUCT:
      return DD_CELL_LABEL_PRODUCT;
    case DD_PLAN_FIELD_OTHER:
      dd_body_match_value (body, 0, body->n_tokens, DD_WORD_LABEL_OTHER, &value);
      return value == LABEL_OF_CONTENT ? DD_CELL_LABEL_CONTENT : DD_CELL_LABEL_NONE;
    case DD_PLAN_FIELD_NONE:
    default:
      return DD_CELL_LABEL_NONE;
    }
}

/**
 * dd_extract_cell_units:
 * @cell: "Sở Tư pháp; Sở Văn hóa, Thể thao và Du lịch", in one line or several
 *
 * Returns: (transfer full): the names of the units; those that a cell names and nobody
 *   knows are among them, as far as they can be told apart
 */
char **
dd_extract_cell_units (const char             *cell,
                       const DdUnitDictionary *units)
{
  g_autoptr (DdTokenText) text = dd_token_text_new (cell, units);
  const DdBody *body = dd_token_text_get_body (text);
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  GStrvBuilder *builder = g_strv_builder_new ();
  char **names;

  dd_plan_field_match_names (body, (DdRange) { 0, body->n_tokens }, mentions);
  for (guint i = 0; i < mentions->len; i++)
    {
      g_autofree char *name =
        dd_unit_mention_name (&g_array_index (mentions, DdUnitMention, i), body);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return names;
}

/**
 * dd_extract_cell_time:
 * @cell: "30/6/2024", "Quý III/2024", "Hằng tháng", "Trước ngày 15/7"
 * @reference: the day the table speaks from, for years that it leaves out
 * @time: (out): what the cell tells
 *
 * Returns: whether it tells any time
 */
gboolean
dd_extract_cell_time (const char             *cell,
                      const DdUnitDictionary *units,
                      DdDay                   reference,
                      DdCellTime             *time)
{
  g_autoptr (DdTokenText) text = dd_token_text_new (cell, units);
  DdBody body = *dd_token_text_get_body (text);
  g_autofree guint8 *cited = g_malloc0 (body.n_tokens + 1);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (DdTimePhrase));
  const DdTimePhrase *due, *recurrence;

  body.cited = cited;
  dd_time_find (&body, 0, body.n_tokens, DD_TIME_PLACE_FIELD, reference, times);
  due = dd_clause_times_get_due (times);
  recurrence = dd_clause_times_get_recurrence (times);
  time->kind = due != NULL ? due->kind : DD_DEADLINE_KIND_NONE;
  time->day = due != NULL ? due->deadline : DD_DAY_NONE;
  time->recurrence = recurrence != NULL ? recurrence->recurrence : DD_RECURRENCE_NONE;

  return due != NULL || recurrence != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-field"

#include "dd-plan-field.h"

#include "dd-unit-list.h"
#include "dd-unit-words.h"

/**
 * dd_plan_field_match_label:
 * @kind: (out): which field it names
 *
 * Returns: how many tokens the label of a field takes at token @i; 0 if there
 *   is none. A colon is not asked for: a table has none.
 */
guint
dd_plan_field_match_label (const DdBody    *body,
                           guint            i,
                           guint            end,
                           DdPlanFieldKind *kind)
{
  static const struct
  {
    DdWordClass     word_class;
    DdPlanFieldKind kind;
  } labels[] = {
    { DD_WORD_LABEL_LEAD, DD_PLAN_FIELD_LEAD },
    { DD_WORD_LABEL_COORDINATING, DD_PLAN_FIELD_COORDINATING },
    { DD_WORD_LABEL_DEADLINE, DD_PLAN_FIELD_DEADLINE },
    { DD_WORD_LABEL_PRODUCT, DD_PLAN_FIELD_PRODUCT },
    { DD_WORD_LABEL_OTHER, DD_PLAN_FIELD_OTHER },
  };
  guint longest = 0;

  *kind = DD_PLAN_FIELD_NONE;
  for (guint j = 0; j < G_N_ELEMENTS (labels); j++)
    {
      const guint n = dd_body_match (body, i, end, labels[j].word_class);

      if (n > longest)
        {
          longest = n;
          *kind = labels[j].kind;
        }
    }

  return longest;
}

/* The label with its colon: "Cơ quan chủ trì:". Returns the token behind the
 * colon; @i if there is no label. */
static guint
match_with_colon (const DdBody    *body,
                  guint            i,
                  guint            end,
                  DdPlanFieldKind *kind)
{
  const guint n = dd_plan_field_match_label (body, i, end, kind);

  if (n == 0 || !dd_body_is_mark (body, i + n, end, ':'))
    return i;

  return i + n + 1;
}

/**
 * dd_plan_field_get_kind:
 *
 * Returns: the kind of the field with whose label and a colon a piece begins;
 *   %DD_PLAN_FIELD_NONE if it begins otherwise
 */
DdPlanFieldKind
dd_plan_field_get_kind (const DdBody *body,
                        guint         i,
                        guint         end)
{
  DdPlanFieldKind kind;

  return match_with_colon (body, i, end, &kind) > i ? kind : DD_PLAN_FIELD_NONE;
}

static gboolean
divides (const DdBody *body,
         guint         i,
         guint         end)
{
  static const char marks[] = ".;,(-)+";

  for (guint j = 0; marks[j] != '\0'; j++)
    if (dd_body_is_mark (body, i, end, marks[j]))
      return TRUE;

  return FALSE;
}

/* Where the item begins whose first words are at token @i: at its marker, "b)"
 * or "2.", if it stands in front of them on their line. */
static guint
find_item_start (const DdBody *body,
                 guint         first,
                 guint         i)
{
  const DdToken *label;

  if (i < first + 2 || !body->tokens[i - 2].line_start ||
      !(dd_body_is_mark (body, i - 1, i, ')') || dd_body_is_mark (body, i - 1, i, '.')))
    return i;
  label = &body->tokens[i - 2];

  return label->kind == DD_TOKEN_NUMBER || label->end - label->start == 1 ? i - 2 : i;
}

/* Most text has no field, and that is soon seen. */
static gboolean
has_colon (const DdBody *body,
           guint         i,
           guint         end)
{
  while (i < end && !dd_body_is_mark (body, i, end, ':'))
    i++;

  return i < end;
}

/**
 * dd_plan_field_find:
 * @fields: (element-type DdPlanField): where what is found is added
 *
 * Finds the fields in a piece of text, each in a line of its own or one behind
 * the other: "Cơ quan chủ trì: A; phối hợp: B; thời gian: quý II/2024."
 */
void
dd_plan_field_find (const DdBody *body,
                    guint         first,
                    guint         last,
                    GArray       *fields)
{
  const guint n_before = fields->len;
  guint last_value = first;

  if (!has_colon (body, first, last))
    return;

  for (guint i = first; i < last; i++)
    {
      DdPlanFieldKind kind;
      DdPlanField field;
      guint value;

      value = match_with_colon (body, i, last, &kind);
      if (value == i ||
          (i > first && !divides (body, i - 1, last) && !body->tokens[i].line_start))
        continue;

      if (fields->len > n_before)
        g_array_index (fields, DdPlanField, fields->len - 1).value.last =
          find_item_start (body, last_value, i);
      field = (DdPlanField) { kind, { i, value }, { value, last } };
      g_array_append_val (fields, field);
      last_value = value;
      i = value - 1;
    }

  /* The marks that end a value are none of its own. */
  for (guint i = n_before; i < fields->len; i++)
    {
      const guint label = g_array_index (fields, DdPlanField, i).label.first;
      DdRange *value = &g_array_index (fields, DdPlanField, i).value;

      /* "(sản phẩm: Báo cáo), hoàn thành …" */
      if (label > first && dd_body_is_mark (body, label - 1, label, '('))
        value->last = MIN (value->last, MAX (value->first,
                                             dd_body_find_close (body, label - 1, last)));

      while (value->last > value->first &&
             divides (body, value->last - 1, value->last))
        value->last--;
    }
}

/* "- Sở Nội vụ; - Sở Tư pháp": a cell may have its units in items. */
static guint
skip_dash (const DdBody *body,
           guint         i,
           guint         end)
{
  while (dd_body_is_mark (body, i, end, '-') || dd_body_is_mark (body, i, end, '+') ||
         (i < end && body->tokens[i].kind == DD_TOKEN_MARK &&
          body->chars[body->tokens[i].start] == DD_SOURCE_TEXT_BULLET))
    i++;

  return i;
}

/**
 * dd_plan_field_match_names:
 * @words: the value of a field
 * @mentions: (element-type DdUnitMention): where the units are added
 *
 * A field names units and has no other words, so that what stands up to the next
 * mark belongs to the name: "Cục Quản lý | hoạt động xây dựng".
 */
void
dd_plan_field_match_names (const DdBody *body,
                           DdRange       words,
                           GArray       *mentions)
{
  guint i = skip_dash (body, words.first, words.last);

  while (i < words.last)
    {
      const guint n_before = mentions->len;
      guint last = dd_unit_list_match (body, i, words.last, mentions);

      if (last == i)
        return;
      i = last;
      while (i < words.last && body->tokens[i].kind == DD_TOKEN_WORD)
        i++;
      if (i > last && mentions->len > n_before)
        g_array_index (mentions, DdUnitMention, mentions->len - 1).words.last = i;
      last = dd_unit_words_skip_separator (body, i, words.last);
      if (last == i)
        return;
      i = skip_dash (body, last, words.last);
    }
}

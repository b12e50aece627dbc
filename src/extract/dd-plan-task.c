/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-task"

#include "dd-plan-task.h"

#include "dd-plan-field.h"

/* The value of labels that say what is to be done: "Nội dung:". */
#define LABEL_OF_CONTENT 1

/* Whether two blocks stand side by side; what nothing contains has itself for a
 * parent. */
static gboolean
is_beside (const DdBlock *a,
           const DdBlock *b)
{
  return a->depth == b->depth && (a->depth == 0 || a->parent == b->parent);
}

/* Whether a block may say what is to be done, where fields follow: one that is a
 * field does not, nor does a line of minutes. */
static gboolean
may_head (const DdBody  *body,
          const DdBlock *block)
{
  const DdRange words = block->words;
  int value = 0;
  guint n;

  n = dd_body_match (body, words.first, words.last, DD_WORD_MEETING_LABEL);
  if (n > 0 && dd_body_is_mark (body, words.first + n, words.last, ':'))
    return FALSE;
  if (dd_plan_field_get_kind (body, words.first, words.last) == DD_PLAN_FIELD_NONE)
    return TRUE;
  dd_body_match_value (body, words.first, words.last, DD_WORD_LABEL_OTHER, &value);

  return value == LABEL_OF_CONTENT;
}

/* Whether one of the blocks says who leads. */
static gboolean
has_lead (const DdOutline *outline,
          const DdBody    *body,
          guint            first,
          guint            last)
{
  for (guint i = first; i < last; i++)
    {
      const DdRange words = dd_outline_get_block (outline, i)->words;

      if (dd_body_match (body, words.first, words.last, DD_WORD_LABEL_LEAD) > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * dd_plan_task_find_end:
 * @heading: a block
 *
 * Finds the items below a block that are fields of a plan: "- Cơ quan chủ trì: …".
 * Paragraphs behind a paragraph are its fields only if one of them says who leads:
 * an invitation has a time, too.
 *
 * Returns: the block behind the last; the one behind the heading if there are none
 */
guint
dd_plan_task_find_end (const DdOutline *outline,
                       const DdBody    *body,
                       guint            heading)
{
  const guint n = outline->blocks->len;
  const DdBlock *block = dd_outline_get_block (outline, heading);
  guint i = heading + 1;
  guint last = heading + 1;

  if (!may_head (body, block))
    return last;

  while (i < n)
    {
      const DdBlock *item = dd_outline_get_block (outline, i);
      const gboolean beside = is_beside (item, block);
      const gboolean inside = item->parent == heading ||
                              (item->marker == DD_MARKER_NONE && beside);

      if (item->depth < block->depth ||
          (item->depth == block->depth && item->marker != DD_MARKER_NONE))
        break;
      if (inside && dd_plan_field_get_kind (body, item->words.first,
                                            item->words.last) != DD_PLAN_FIELD_NONE)
        last = i + 1;
      else if (beside || (inside && item->n_items > 0))
        break;
      i++;
    }
  if (block->depth == 0 && block->marker == DD_MARKER_NONE &&
      !has_lead (outline, body, heading + 1, last))
    return heading + 1;

  return last;
}

/**
 * dd_plan_task_has_field:
 * @first: a block
 * @last: the block behind the last
 *
 * Returns: whether a field in one of the blocks says who or by when, so that they
 *   tell of a task
 */
gboolean
dd_plan_task_has_field (const DdOutline *outline,
                        const DdBody    *body,
                        guint            first,
                        guint            last)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (DdPlanField));

  for (guint i = first; i < last; i++)
    {
      const DdRange *words = &dd_outline_get_block (outline, i)->words;

      dd_plan_field_find (body, words->first, words->last, fields);
    }
  for (guint i = 0; i < fields->len; i++)
    {
      const DdPlanFieldKind kind = g_array_index (fields, DdPlanField, i).kind;

      if (kind == DD_PLAN_FIELD_LEAD || kind == DD_PLAN_FIELD_DEADLINE)
        return TRUE;
    }

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-task"

#include "dd-plan-task.h"

#include "dd-fields.h"

/**
 * dd_plan_task_find_end:
 * @heading: a block
 *
 * Finds the items below a block that are fields of a plan: "- Cơ quan chủ trì: …".
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

  while (i < n)
    {
      const DdBlock *item = dd_outline_get_block (outline, i);
      const gboolean inside = item->parent == heading ||
                              (item->marker == DD_MARKER_NONE && item->parent == block->parent);

      if (item->depth < block->depth ||
          (item->depth == block->depth && item->marker != DD_MARKER_NONE))
        break;
      if (inside && dd_plan_field_begins (body, item->words.first, item->words.last))
        last = i + 1;
      else if (item->parent == block->parent || (inside && item->n_items > 0))
        break;
      i++;
    }

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

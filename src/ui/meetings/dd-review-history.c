/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a review: what was done can be taken back, to any depth, before it is stored.
 * A step is the whole state before it, which shares what it does not change. */
#define G_LOG_DOMAIN "dd-review"

#include "config.h"

#include "dd-review-private.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
copy_clauses (GPtrArray *clauses)
{
  GPtrArray *copy = g_ptr_array_new_full (clauses->len, (GDestroyNotify) dd_review_clause_unref);

  for (guint i = 0; i < clauses->len; i++)
    g_ptr_array_add (copy, g_rc_box_acquire (clauses->pdata[i]));

  return copy;
}

static DdReviewStep *
take_step (DdReview   *self,
           const char *label)
{
  DdReviewStep *step = g_new0 (DdReviewStep, 1);

  step->label = label;
  step->state.clauses = copy_clauses (self->now.clauses);
  step->state.facts = g_rc_box_acquire (self->now.facts);
  step->state.decisions = g_hash_table_ref (dd_review_units_get_decisions (self->units));
  step->state.groups = g_hash_table_ref (self->now.groups);

  return step;
}

/**
 * dd_review_begin:
 * @label: what is about to be done, to be translated
 * @what: (nullable): what is edited; more of the same at once is one step
 *
 * Comes before every change. What was taken back is gone then.
 */
void
dd_review_begin (DdReview   *self,
                 const char *label,
                 const char *what)
{
  if (what != NULL && g_strcmp0 (what, self->last) == 0)
    return;

  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->done, take_step (self, label));
  g_free (self->last);
  self->last = g_strdup (what);
}

/* Tells what differs. Clauses that stay are the same object. */
static void
tell_difference (DdReview  *self,
                 GPtrArray *before)
{
  GPtrArray *now = self->now.clauses;
  guint start = 0, end = 0;
  guint shorter = MIN (before->len, now->len);
  gboolean same = before->len == now->len;

  while (start < shorter && before->pdata[start] == now->pdata[start])
    start++;
  while (end < shorter - start &&
         before->pdata[before->len - 1 - end] == now->pdata[now->len - 1 - end])
    end++;

  for (guint i = start; same && i < now->len - end; i++)
    same = ((DdReviewClause *) before->pdata[i])->finding ==
           ((DdReviewClause *) now->pdata[i])->finding;
  if (!same)
    {
      dd_review_tell_clauses (self, start, before->len - start - end, now->len - start - end);
      return;
    }

  for (guint i = start; i < now->len - end; i++)
    if (before->pdata[i] != now->pdata[i])
      dd_review_tell_clause (self, i);
}

static void
go (DdReview  *self,
    GPtrArray *from,
    GPtrArray *to)
{
  DdReviewStep *step;
  g_autoptr (GPtrArray) before = NULL;
  gboolean facts_differ, units_differ;

  if (from->len == 0)
    return;

  step = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, take_step (self, step->label));
  before = g_steal_pointer (&self->now.clauses);
  self->now.clauses = g_steal_pointer (&step->state.clauses);
  facts_differ = self->now.facts != step->state.facts;
  dd_review_facts_unref (self->now.facts);
  self->now.facts = g_steal_pointer (&step->state.facts);
  units_differ = step->state.decisions != dd_review_units_get_decisions (self->units);
  dd_review_units_set_decisions (self->units, step->state.decisions);
  g_hash_table_unref (self->now.groups);
  self->now.groups = g_steal_pointer (&step->state.groups);
  g_clear_pointer (&self->last, g_free);
  dd_review_step_free (step);

  tell_difference (self, before);
  /* Cards say who is meant. */
  if (facts_differ || units_differ)
    dd_review_tell_facts (self);
  dd_review_count_units (self);
  dd_review_tell_steps (self);
}

/**
 * dd_review_undo:
 *
 * Takes back what was done last, if anything was.
 */
void
dd_review_undo (DdReview *self)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  go (self, self->done, self->undone);
}

/**
 * dd_review_redo:
 *
 * Does again what was taken back last.
 */
void
dd_review_redo (DdReview *self)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  go (self, self->undone, self->done);
}

static const char *
get_label (GPtrArray *steps)
{
  return steps->len > 0 ? _(((const DdReviewStep *) steps->pdata[steps->len - 1])->label) : NULL;
}

/**
 * dd_review_get_undo_label:
 *
 * Returns: (nullable): what would be taken back, in words; %NULL if nothing was done
 */
const char *
dd_review_get_undo_label (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return get_label (self->done);
}

/**
 * dd_review_get_redo_label:
 *
 * Returns: (nullable): what would be done again
 */
const char *
dd_review_get_redo_label (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return get_label (self->undone);
}

/**
 * dd_review_get_changed:
 *
 * Returns: whether anything was done that would be lost
 */
gboolean
dd_review_get_changed (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), FALSE);

  return self->done->len > 0 || self->restored;
}

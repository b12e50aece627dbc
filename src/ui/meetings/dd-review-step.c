/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a review: the values that steps keep and share. They know no review. */
#define G_LOG_DOMAIN "dd-review"

#include "config.h"

#include "dd-review-private.h"

#include "dd-directive.h"

/* --- clauses -------------------------------------------------------------- */

/**
 * dd_review_clause_new:
 * @draft: (transfer full): what is made of it
 */
DdReviewClause *
dd_review_clause_new (const DdFinding *finding,
                      DdDraft         *draft)
{
  DdReviewClause *clause = g_rc_box_new0 (DdReviewClause);

  clause->finding = finding;
  clause->draft = draft;

  return clause;
}

static void
clear_clause (gpointer data)
{
  DdReviewClause *clause = data;

  dd_draft_free (clause->draft);
  g_free (clause->reason);
}

void
dd_review_clause_unref (DdReviewClause *clause)
{
  g_rc_box_release_full (clause, clear_clause);
}

/* The reason stands in the directive only while no task is made. */
void
dd_review_settle_reason (DdReviewClause *clause)
{
  dd_row_set_text (clause->draft->directive, DD_DIRECTIVE_NO_TASK_REASON,
                   clause->draft->make_tasks ? NULL : clause->reason);
}

/**
 * dd_review_propose_reason:
 *
 * Returns: (transfer full) (nullable): the reason that the kind gives by itself
 */
char *
dd_review_propose_reason (const DdDraft *draft)
{
  return dd_draft_needs_no_task (draft)
       ? dd_row_field_to_text (draft->directive, DD_DIRECTIVE_KIND) : NULL;
}

/* --- facts, states, steps ------------------------------------------------- */

static void
clear_facts (gpointer data)
{
  DdReviewFacts *facts = data;

  dd_row_free (facts->document);
  dd_row_free (facts->new_meeting);
  g_clear_pointer (&facts->known_meeting, dd_row_free);
  g_ptr_array_unref (facts->attending);
}

void
dd_review_facts_unref (DdReviewFacts *facts)
{
  g_rc_box_release_full (facts, clear_facts);
}

void
dd_review_state_clear (DdReviewState *state)
{
  g_clear_pointer (&state->clauses, g_ptr_array_unref);
  g_clear_pointer (&state->facts, dd_review_facts_unref);
  g_clear_pointer (&state->decisions, g_hash_table_unref);
  g_clear_pointer (&state->groups, g_hash_table_unref);
}

void
dd_review_step_free (DdReviewStep *step)
{
  dd_review_state_clear (&step->state);
  g_free (step);
}

/**
 * dd_review_history_new:
 *
 * Returns: (transfer full): steps, none yet
 */
GPtrArray *
dd_review_history_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dd_review_step_free);
}

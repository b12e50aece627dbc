/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a review: what the secretary corrects of a clause, or of a part of it. */
#define G_LOG_DOMAIN "dd-review"

#include "config.h"

#include "dd-review-private.h"

#include "dd-directive.h"

#include <glib/gi18n-lib.h>

/* --- why no task is needed ------------------------------------------------ */

/* A reason that only named the kind goes with the kind. */
static void
follow_kind (DdReviewClause *clause,
             const char     *old_proposal)
{
  if (clause->reason != NULL && g_strcmp0 (clause->reason, old_proposal) != 0)
    return;

  g_free (clause->reason);
  clause->reason = dd_review_propose_reason (clause->draft);
}

void
dd_review_set_make_tasks (DdReview *self,
                          guint     clause,
                          gboolean  make_tasks)
{
  DdReviewClause *one;

  g_return_if_fail (DD_IS_REVIEW (self));

  if (dd_review_get_clause (self, clause)->draft->make_tasks == make_tasks)
    return;

  dd_review_begin (self, make_tasks ? N_("Make Task") : N_("Make No Task"), NULL);
  one = dd_review_edit_clause (self, clause);
  one->draft->make_tasks = make_tasks;
  dd_review_settle_reason (one);
  dd_review_tell_clause (self, clause);
  dd_review_count_units (self);
}

/**
 * dd_review_set_no_task:
 * @clauses: (element-type guint): the numbers of the clauses
 * @reason: (nullable): why none of them needs a task; %NULL: they wait in the ledger
 */
void
dd_review_set_no_task (DdReview   *self,
                       GArray     *clauses,
                       const char *reason)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Needs No Task"), NULL);
  for (guint i = 0; i < clauses->len; i++)
    {
      guint clause = g_array_index (clauses, guint, i);
      DdReviewClause *one = dd_review_edit_clause (self, clause);

      one->draft->make_tasks = FALSE;
      g_free (one->reason);
      one->reason = g_strdup (reason);
      dd_review_settle_reason (one);
      dd_review_tell_clause (self, clause);
    }
  dd_review_count_units (self);
}

/* --- what is typed -------------------------------------------------------- */

/* More of the same is one step. */
static void
begin_typing (DdReview   *self,
              const char *label,
              const char *what,
              guint       clause,
              int         part)
{
  g_autofree char *key = g_strdup_printf ("%s %u %d", what, clause, part);

  dd_review_begin (self, label, key);
}

static DdDraft *
get_target (DdReviewClause *clause,
            int             part)
{
  return part == DD_REVIEW_WHOLE ? clause->draft : clause->draft->parts->pdata[part];
}

/* Which one is typed into, so that the same one goes on. */
static guint
find_changed_field (const DdRow *before,
                    const DdRow *after)
{
  guint n_fields = dd_row_get_type (before)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    if (!dd_row_field_equal (before, after, i))
      return i;

  return n_fields;
}

/**
 * dd_review_set_directive:
 * @part: a part of the clause, or %DD_REVIEW_WHOLE
 * @directive: the directive as it was corrected: its kind, ordinal, deadline, recurrence, product
 *   and, unless tasks are made of it, why none is needed
 */
void
dd_review_set_directive (DdReview    *self,
                         guint        clause,
                         int          part,
                         const DdRow *directive)
{
  const DdRow *before;
  DdReviewClause *one;
  DdDraft *draft;
  DdRow *now;
  guint old_kind, field;
  g_autofree char *old_proposal = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (DD_IS_REVIEW (self));

  before = dd_review_get_part (self, clause, part)->directive;
  field = find_changed_field (before, directive);
  if (field == dd_row_get_type (before)->n_fields)
    return;

  key = g_strdup_printf ("field %u", field);
  begin_typing (self, N_("Correct"), key, clause, part);
  one = dd_review_edit_clause (self, clause);
  draft = get_target (one, part);
  now = dd_row_copy (directive);
  old_kind = dd_row_get_choice (draft->directive, DD_DIRECTIVE_KIND);
  old_proposal = dd_review_propose_reason (draft);
  if (part == DD_REVIEW_WHOLE && !draft->make_tasks)
    {
      g_free (one->reason);
      one->reason = g_strdup (dd_row_get_text (directive, DD_DIRECTIVE_NO_TASK_REASON));
    }

  dd_row_free (draft->directive);
  draft->directive = now;
  if (part == DD_REVIEW_WHOLE && dd_row_get_choice (now, DD_DIRECTIVE_KIND) != old_kind)
    follow_kind (one, old_proposal);
  dd_review_settle_reason (one);
  dd_review_tell_clause (self, clause);
}

void
dd_review_set_content (DdReview   *self,
                       guint       clause,
                       int         part,
                       const char *content)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  begin_typing (self, N_("Correct"), "content", clause, part);
  dd_draft_set_content (get_target (dd_review_edit_clause (self, clause), part), content);
  dd_review_tell_clause (self, clause);
}

void
dd_review_set_officer (DdReview   *self,
                       guint       clause,
                       int         part,
                       const char *officer)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  begin_typing (self, N_("Correct"), "officer", clause, part);
  dd_draft_set_officer (get_target (dd_review_edit_clause (self, clause), part), officer);
  dd_review_tell_clause (self, clause);
}

/* A unit that was there stays as it was told: its name in the text, that it was known by it
 * or said to be the same, and which units of a group are meant. */
static const DdDraftUnit *
find_before (DdReview          *self,
             const DdDraftUnit *unit,
             GPtrArray         *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      const DdDraftUnit *other = before->pdata[i];

      if (unit->id != 0 ? dd_review_units_get_id (self->units, other) == unit->id
                        : g_str_equal (other->name, unit->name))
        return other;
    }

  return unit;
}

/**
 * dd_review_set_clause_units:
 * @part: a part of the clause, or %DD_REVIEW_WHOLE
 * @leads: whether the lead units are meant, or the coordinating ones
 * @units: (element-type DdDraftUnit): what they are corrected to
 */
void
dd_review_set_clause_units (DdReview  *self,
                            guint      clause,
                            int        part,
                            gboolean   leads,
                            GPtrArray *units)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) kept = dd_draft_units_new ();
  g_auto (GStrv) names = NULL;
  DdDraft *draft;
  GPtrArray *now;

  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Correct Units"), NULL);
  draft = get_target (dd_review_edit_clause (self, clause), part);
  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit =
        find_before (self, units->pdata[i], leads ? draft->leads : draft->coordinating);

      g_strv_builder_add (builder, unit->name);
      g_ptr_array_add (kept, dd_draft_unit_copy (unit));
    }
  names = g_strv_builder_end (builder);

  dd_draft_set_units (draft, leads, names);
  now = leads ? draft->leads : draft->coordinating;
  for (guint i = 0; i < now->len; i++)
    for (guint j = 0; j < kept->len; j++)
      {
        DdDraftUnit *unit = now->pdata[i];
        DdDraftUnit *same = kept->pdata[j];

        if (!g_str_equal (unit->name, same->name))
          continue;
        unit->id = same->id;
        if (unit->members == NULL)
          unit->members = g_steal_pointer (&same->members);
      }

  dd_review_tell_clause (self, clause);
  dd_review_count_units (self);
}

/* --- several tasks -------------------------------------------------------- */

/**
 * dd_review_divide:
 *
 * Makes several tasks of a clause: one for each lead unit, else two that begin alike; one
 * more if there are several already.
 */
void
dd_review_divide (DdReview *self,
                  guint     clause)
{
  DdReviewClause *one;

  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Divide into Tasks"), NULL);
  one = dd_review_edit_clause (self, clause);
  dd_draft_divide (one->draft, TRUE);
  one->draft->make_tasks = TRUE;
  dd_review_settle_reason (one);
  dd_review_tell_clause (self, clause);
  dd_review_count_units (self);
}

void
dd_review_remove_part (DdReview *self,
                       guint     clause,
                       guint     part)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Remove a Task"), NULL);
  dd_draft_remove_part (dd_review_edit_clause (self, clause)->draft, part);
  dd_review_tell_clause (self, clause);
  dd_review_count_units (self);
}

/* --- what is not clear ---------------------------------------------------- */

/**
 * dd_review_get_clarity:
 *
 * Returns: what of the five is clear; all of it where no task is made
 */
DdClarity
dd_review_get_clarity (DdReview *self,
                       guint     clause)
{
  const DdDraft *draft = dd_review_get_draft (self, clause);

  return draft->make_tasks ? dd_clarity_get (draft) : DD_CLARITY_ALL;
}

/**
 * dd_review_count_gaps:
 * @n_clear: (out) (optional): how many clauses that make tasks are clear
 *
 * Returns: how many clauses that make tasks are not
 */
guint
dd_review_count_gaps (DdReview *self,
                      guint    *n_clear)
{
  guint n_gaps = 0, n_tasks = 0;

  g_return_val_if_fail (DD_IS_REVIEW (self), 0);

  for (guint i = 0; i < self->now.clauses->len; i++)
    {
      n_tasks += dd_review_get_draft (self, i)->make_tasks;
      n_gaps += dd_review_get_clarity (self, i) != DD_CLARITY_ALL;
    }
  if (n_clear != NULL)
    *n_clear = n_tasks - n_gaps;

  return n_gaps;
}

static void
note_gaps (DdDraft    *draft,
           const char *reason)
{
  g_autofree char *gaps = dd_clarity_describe_gaps (dd_clarity_get (draft));
  g_autofree char *note = NULL;

  for (guint i = 0; draft->parts != NULL && i < draft->parts->len; i++)
    note_gaps (draft->parts->pdata[i], reason);
  if (gaps == NULL)
    return;

  /* Translators: "Not clear: when, result", and why the task was created all the same. */
  note = g_strdup_printf (_("%s. Created all the same: %s"), gaps, reason);
  dd_draft_set_note (draft, note);
}

/**
 * dd_review_note_gaps:
 * @reason: why tasks are created though something is not clear
 *
 * Has every task that is not clear note what is missing, and why it was created.
 */
void
dd_review_note_gaps (DdReview   *self,
                     const char *reason)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Create with Gaps"), NULL);
  for (guint i = 0; i < self->now.clauses->len; i++)
    if (dd_review_get_clarity (self, i) != DD_CLARITY_ALL)
      {
        note_gaps (dd_review_edit_clause (self, i)->draft, reason);
        dd_review_tell_clause (self, i);
      }
}

/**
 * dd_review_leave_out_gaps:
 *
 * Makes no tasks of what is not clear: it waits in the ledger.
 */
void
dd_review_leave_out_gaps (DdReview *self)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Leave Out Gaps"), NULL);
  for (guint i = 0; i < self->now.clauses->len; i++)
    if (dd_review_get_clarity (self, i) != DD_CLARITY_ALL)
      {
        DdReviewClause *one = dd_review_edit_clause (self, i);

        one->draft->make_tasks = FALSE;
        dd_review_settle_reason (one);
        dd_review_tell_clause (self, i);
      }
  dd_review_count_units (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review"

#include "dd-review-private.h"

#include "dd-record-types.h"

/**
 * DdReview:
 *
 * A conclusion on its way from a text to assigned tasks: what was read from it, what
 * the secretary made of that, and which units and which meeting are meant.
 *
 * Nothing is stored before dd_review_make_change(), and that changes nothing here.
 */
G_DEFINE_FINAL_TYPE (DdReview, dd_review, G_TYPE_OBJECT)

enum { CLAUSE_CHANGED, CLAUSES_CHANGED, UNITS_CHANGED, FACTS_CHANGED, STEPS_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- what is changed ------------------------------------------------------ */

DdReviewClause *
dd_review_get_clause (DdReview *self,
                      guint     clause)
{
  g_assert (clause < self->now.clauses->len);

  return self->now.clauses->pdata[clause];
}

/**
 * dd_review_edit_clause:
 *
 * Returns: the clause, to be changed: steps keep what it was
 */
DdReviewClause *
dd_review_edit_clause (DdReview *self,
                       guint     clause)
{
  DdReviewClause *one = dd_review_get_clause (self, clause);
  DdReviewClause *copy = dd_review_clause_new (one->finding, dd_draft_copy (one->draft));

  copy->reason = g_strdup (one->reason);
  self->now.clauses->pdata[clause] = copy;
  dd_review_clause_unref (one);

  return copy;
}

/**
 * dd_review_edit_facts:
 *
 * Returns: the facts, to be changed: steps keep what they were
 */
DdReviewFacts *
dd_review_edit_facts (DdReview *self)
{
  DdReviewFacts *facts = self->now.facts;
  DdReviewFacts *copy = g_rc_box_new0 (DdReviewFacts);

  copy->document = dd_row_copy (facts->document);
  copy->meeting = facts->meeting;
  copy->new_meeting = dd_row_copy (facts->new_meeting);
  copy->known_meeting = facts->known_meeting != NULL ? dd_row_copy (facts->known_meeting) : NULL;
  copy->attending = dd_draft_units_copy (facts->attending);
  self->now.facts = copy;
  dd_review_facts_unref (facts);

  return copy;
}

/* --- what follows from a change ------------------------------------------- */

static void
count_draft (DdReview      *self,
             const DdDraft *draft)
{
  g_autoptr (GPtrArray) leads = NULL;

  for (guint i = 0; draft->parts != NULL && i < draft->parts->len; i++)
    count_draft (self, draft->parts->pdata[i]);
  if (draft->parts != NULL)
    return;

  leads = dd_draft_units_spread (draft->leads);
  dd_review_units_count (self->units, leads);
  dd_review_units_count (self->units, draft->coordinating);
}

void
dd_review_count_units (DdReview *self)
{
  dd_review_units_begin_count (self->units);
  for (guint i = 0; i < self->now.clauses->len; i++)
    {
      const DdDraft *draft = dd_review_get_clause (self, i)->draft;

      if (draft->make_tasks)
        count_draft (self, draft);
    }
  if (self->now.facts->meeting == DD_REVIEW_NEW_MEETING)
    dd_review_units_count (self->units, self->now.facts->attending);

  if (dd_review_units_end_count (self->units))
    g_signal_emit (self, signals[UNITS_CHANGED], 0);
}

void
dd_review_tell_clause (DdReview *self,
                       guint     clause)
{
  g_signal_emit (self, signals[CLAUSE_CHANGED], 0, clause);
  dd_review_tell_steps (self);
}

void
dd_review_tell_clauses (DdReview *self,
                        guint     at,
                        guint     n_removed,
                        guint     n_added)
{
  g_signal_emit (self, signals[CLAUSES_CHANGED], 0, at, n_removed, n_added);
  dd_review_tell_steps (self);
}

void
dd_review_tell_facts (DdReview *self)
{
  g_signal_emit (self, signals[FACTS_CHANGED], 0);
  dd_review_tell_steps (self);
}

void
dd_review_tell_steps (DdReview *self)
{
  g_signal_emit (self, signals[STEPS_CHANGED], 0);
}

/**
 * dd_review_replace:
 * @added: (element-type DdReviewClause): moved out of the array
 *
 * Puts other clauses in place of some, and tells.
 */
void
dd_review_replace (DdReview  *self,
                   guint      at,
                   guint      n_removed,
                   GPtrArray *added)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (self->now.clauses, at, n_removed);
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_insert (self->now.clauses, (int) (at + i), g_rc_box_acquire (added->pdata[i]));
  dd_review_tell_clauses (self, at, n_removed, added->len);
  dd_review_count_units (self);
}

/* --- making it ------------------------------------------------------------ */

static gint64
look_up_cb (const char *name,
            gpointer    user_data)
{
  return dd_review_units_find (user_data, name);
}

void
dd_review_look_up (DdReview *self,
                   DdDraft  *draft)
{
  dd_draft_look_up_units (draft, look_up_cb, self->units);
}

static void
add_clauses (DdReview *self)
{
  const GPtrArray *findings = self->conclusion->reading->findings;

  for (guint i = 0; i < findings->len; i++)
    {
      DdReviewClause *clause =
        dd_review_clause_new (findings->pdata[i], dd_draft_new_from_finding (findings->pdata[i]));

      dd_review_look_up (self, clause->draft);
      clause->reason = dd_review_propose_reason (clause->draft);
      dd_review_settle_reason (clause);
      g_ptr_array_add (self->now.clauses, clause);
    }
}

static void
add_attending (DdReview *self)
{
  char **names = self->conclusion->reading->attending;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (self->now.facts->attending,
                     dd_draft_unit_new (names[i], dd_review_units_find (self->units, names[i])));
}

/* The one meeting of that day which waits for its conclusion is meant. */
static void
propose_meeting (DdReview    *self,
                 const DdRow *meeting)
{
  DdReviewFacts *facts = self->now.facts;
  const GPtrArray *meetings = self->conclusion->meetings;
  const DdRow *waiting = NULL;
  guint n_waiting = 0;

  if (meeting != NULL)
    {
      facts->meeting = DD_REVIEW_KNOWN_MEETING;
      facts->known_meeting = dd_row_copy (meeting);
      return;
    }

  for (guint i = 0; i < meetings->len; i++)
    if (!dd_row_is_set (meetings->pdata[i], DD_MEETING_DOCUMENT))
      {
        waiting = meetings->pdata[i];
        n_waiting++;
      }

  if (n_waiting == 1)
    {
      facts->meeting = DD_REVIEW_KNOWN_MEETING;
      facts->known_meeting = dd_row_copy (waiting);
    }
  else
    {
      facts->meeting = dd_row_is_set (self->conclusion->reading->meeting, DD_MEETING_DAY)
                     ? DD_REVIEW_NEW_MEETING : DD_REVIEW_NO_MEETING;
    }
}

static void
dd_review_finalize (GObject *object)
{
  DdReview *self = DD_REVIEW (object);

  dd_review_state_clear (&self->now);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  g_clear_pointer (&self->last, g_free);
  g_clear_pointer (&self->kept_as, g_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->units, dd_review_units_free);
  g_clear_pointer (&self->conclusion, dd_conclusion_free);

  G_OBJECT_CLASS (dd_review_parent_class)->finalize (object);
}

static void
dd_review_class_init (DdReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_review_finalize;

  /* A clause, by its number, says something else. */
  signals[CLAUSE_CHANGED] =
    g_signal_new ("clause-changed", DD_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /* Other clauses stand in place of some: from which on, how many went, how many came. */
  signals[CLAUSES_CHANGED] =
    g_signal_new ("clauses-changed", DD_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);

  /* Other units are unknown, or something else was decided of them. */
  signals[UNITS_CHANGED] =
    g_signal_new ("units-changed", DD_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* The document or the meeting, or what all clauses depend on. */
  signals[FACTS_CHANGED] =
    g_signal_new ("facts-changed", DD_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* Something else can be taken back, or done again. */
  signals[STEPS_CHANGED] =
    g_signal_new ("steps-changed", DD_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_review_init (DdReview *self)
{
  self->now.clauses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) dd_review_clause_unref);
  self->now.facts = g_rc_box_new0 (DdReviewFacts);
  self->now.facts->attending = dd_draft_units_new ();
  self->now.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);
  self->done = dd_review_history_new ();
  self->undone = dd_review_history_new ();
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_finding_free);
  self->members = g_ptr_array_new ();
}

/**
 * dd_review_new:
 * @conclusion: (transfer full): what was read
 * @meeting: (nullable): the meeting that it concludes, if that is known before
 */
DdReview *
dd_review_new (DdConclusion *conclusion,
               const DdRow  *meeting)
{
  DdReview *self = g_object_new (DD_TYPE_REVIEW, NULL);

  self->conclusion = conclusion;
  self->units = dd_review_units_new (conclusion);
  self->now.facts->document = dd_row_copy (conclusion->reading->document);
  self->now.facts->new_meeting = dd_reading_make_meeting (conclusion->reading);
  add_clauses (self);
  add_attending (self);
  propose_meeting (self, meeting);
  dd_review_count_units (self);

  return self;
}

const DdConclusion *
dd_review_get_conclusion (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return self->conclusion;
}

DdReviewUnits *
dd_review_get_units (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return self->units;
}

/**
 * dd_review_get_kept_as:
 *
 * Returns: (nullable): the files that it goes on from; %NULL: it began here
 */
const char *
dd_review_get_kept_as (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return self->kept_as;
}

void
dd_review_set_kept_as (DdReview   *self,
                       const char *base)
{
  char *copy = g_strdup (base);

  g_return_if_fail (DD_IS_REVIEW (self));

  g_free (self->kept_as);
  self->kept_as = copy;
}

/* --- looking at it -------------------------------------------------------- */

guint
dd_review_get_n_clauses (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), 0);

  return self->now.clauses->len;
}

/**
 * dd_review_get_draft:
 *
 * Returns: what is made of the clause, until something is changed
 */
const DdDraft *
dd_review_get_draft (DdReview *self,
                     guint     clause)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return dd_review_get_clause (self, clause)->draft;
}

/**
 * dd_review_get_part:
 * @part: the number of a part, or %DD_REVIEW_WHOLE
 *
 * Returns: what is made of the part, until something is changed
 */
const DdDraft *
dd_review_get_part (DdReview *self,
                    guint     clause,
                    int       part)
{
  const DdDraft *draft = dd_review_get_draft (self, clause);

  if (part == DD_REVIEW_WHOLE)
    return draft;
  g_return_val_if_fail (draft->parts != NULL && (guint) part < draft->parts->len, NULL);

  return draft->parts->pdata[part];
}

/**
 * dd_review_get_finding:
 *
 * Returns: what was read, whatever it was corrected to since
 */
const DdFinding *
dd_review_get_finding (DdReview *self,
                       guint     clause)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return dd_review_get_clause (self, clause)->finding;
}

/**
 * dd_review_get_span:
 *
 * Returns: where the clause stands in the text
 */
DdSpan
dd_review_get_span (DdReview *self,
                    guint     clause)
{
  const DdRow *directive = dd_review_get_finding (self, clause)->directive;
  DdSpan span = { (guint) dd_row_get_number (directive, DD_DIRECTIVE_SPAN_START),
                  (guint) dd_row_get_number (directive, DD_DIRECTIVE_SPAN_END) };

  return span;
}

/**
 * dd_review_find_clause:
 * @place: a character of the text
 *
 * Returns: the number of the clause that stands there, the shortest one if there are several;
 *   -1 if none does
 */
int
dd_review_find_clause (DdReview *self,
                       guint     place)
{
  guint shortest = G_MAXUINT;
  int found = -1;

  g_return_val_if_fail (DD_IS_REVIEW (self), -1);

  for (guint i = 0; i < self->now.clauses->len; i++)
    {
      DdSpan span = dd_review_get_span (self, i);

      if (span.start <= place && place < span.end && span.end - span.start < shortest)
        {
          shortest = span.end - span.start;
          found = (int) i;
        }
    }

  return found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review"

#include "dd-review-private.h"

#include "dd-fold.h"
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

enum { CLAUSE_CHANGED, UNITS_CHANGED, FACTS_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
clause_free (gpointer data)
{
  DdReviewClause *clause = data;

  dd_draft_free (clause->draft);
  g_free (clause->reason);
  g_free (clause);
}

DdReviewClause *
dd_review_get_clause (DdReview *self,
                      guint     clause)
{
  g_assert (clause < self->clauses->len);

  return self->clauses->pdata[clause];
}

/* --- what follows from a change ------------------------------------------- */

void
dd_review_count_units (DdReview *self)
{
  dd_review_units_begin_count (self->units);
  for (guint i = 0; i < self->clauses->len; i++)
    {
      const DdDraft *draft = dd_review_get_clause (self, i)->draft;

      if (!draft->make_tasks)
        continue;
      dd_review_units_count (self->units, draft->leads);
      dd_review_units_count (self->units, draft->coordinating);
    }
  if (self->meeting == DD_REVIEW_NEW_MEETING)
    dd_review_units_count (self->units, self->attending);

  if (dd_review_units_end_count (self->units))
    g_signal_emit (self, signals[UNITS_CHANGED], 0);
}

static void
tell_clause (DdReview *self,
             guint     clause)
{
  self->changed = TRUE;
  g_signal_emit (self, signals[CLAUSE_CHANGED], 0, clause);
}

void
dd_review_tell_facts (DdReview *self)
{
  self->changed = TRUE;
  g_signal_emit (self, signals[FACTS_CHANGED], 0);
}

/* The reason stands in the directive only while no task is made. */
static void
settle_reason (DdReviewClause *clause)
{
  dd_row_set_text (clause->draft->directive, DD_DIRECTIVE_NO_TASK_REASON,
                   clause->draft->make_tasks ? NULL : clause->reason);
}

/* The reason that the kind gives by itself, or NULL. */
static char *
propose_reason (const DdDraft *draft)
{
  return dd_draft_needs_no_task (draft)
       ? dd_row_field_to_text (draft->directive, DD_DIRECTIVE_KIND) : NULL;
}

/* --- making it ------------------------------------------------------------ */

static gint64
look_up_cb (const char *name,
            gpointer    user_data)
{
  return dd_review_units_find (user_data, name);
}

static void
add_clauses (DdReview *self)
{
  const GPtrArray *findings = self->conclusion->reading->findings;

  for (guint i = 0; i < findings->len; i++)
    {
      DdReviewClause *clause = g_new0 (DdReviewClause, 1);

      clause->draft = dd_draft_new_from_finding (findings->pdata[i]);
      dd_draft_look_up_units (clause->draft, look_up_cb, self->units);
      clause->reason = propose_reason (clause->draft);
      settle_reason (clause);
      g_ptr_array_add (self->clauses, clause);
    }
}

static void
add_attending (DdReview *self)
{
  char **names = self->conclusion->reading->attending;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (self->attending,
                     dd_draft_unit_new (names[i], dd_review_units_find (self->units, names[i])));
}

/* The one meeting of that day which waits for its conclusion is meant. */
static void
propose_meeting (DdReview    *self,
                 const DdRow *meeting)
{
  const GPtrArray *meetings = self->conclusion->meetings;
  const DdRow *waiting = NULL;
  guint n_waiting = 0;

  if (meeting != NULL)
    {
      self->meeting = DD_REVIEW_KNOWN_MEETING;
      self->known_meeting = dd_row_copy (meeting);
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
      self->meeting = DD_REVIEW_KNOWN_MEETING;
      self->known_meeting = dd_row_copy (waiting);
    }
  else
    {
      self->meeting = dd_row_is_set (self->conclusion->reading->meeting, DD_MEETING_DAY)
                    ? DD_REVIEW_NEW_MEETING : DD_REVIEW_NO_MEETING;
    }
}

static void
dd_review_finalize (GObject *object)
{
  DdReview *self = DD_REVIEW (object);

  g_clear_pointer (&self->units, dd_review_units_free);
  g_clear_pointer (&self->conclusion, dd_conclusion_free);
  g_clear_pointer (&self->clauses, g_ptr_array_unref);
  g_clear_pointer (&self->document, dd_row_free);
  g_clear_pointer (&self->new_meeting, dd_row_free);
  g_clear_pointer (&self->known_meeting, dd_row_free);
  g_clear_pointer (&self->attending, g_ptr_array_unref);

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

  /* Other units are unknown, or something else was decided of them. */
  signals[UNITS_CHANGED] =
    g_signal_new ("units-changed", DD_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* The document or the meeting. */
  signals[FACTS_CHANGED] =
    g_signal_new ("facts-changed", DD_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_review_init (DdReview *self)
{
  self->clauses = g_ptr_array_new_with_free_func (clause_free);
  self->attending = dd_draft_units_new ();
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
  self->document = dd_row_copy (conclusion->reading->document);
  self->new_meeting = dd_reading_make_meeting (conclusion->reading);
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
 * dd_review_get_changed:
 *
 * Returns: whether anything was done that would be lost
 */
gboolean
dd_review_get_changed (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), FALSE);

  return self->changed;
}

/* --- clauses -------------------------------------------------------------- */

guint
dd_review_get_n_clauses (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), 0);

  return self->clauses->len;
}

const DdDraft *
dd_review_get_draft (DdReview *self,
                     guint     clause)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return dd_review_get_clause (self, clause)->draft;
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

  return self->conclusion->reading->findings->pdata[clause];
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
  gint64 shortest = G_MAXINT64;
  int found = -1;

  g_return_val_if_fail (DD_IS_REVIEW (self), -1);

  for (guint i = 0; i < self->clauses->len; i++)
    {
      const DdRow *directive = dd_review_get_finding (self, i)->directive;
      gint64 start = dd_row_get_number (directive, DD_DIRECTIVE_SPAN_START);
      gint64 end = dd_row_get_number (directive, DD_DIRECTIVE_SPAN_END);

      if (start <= place && place < end && end - start < shortest)
        {
          shortest = end - start;
          found = (int) i;
        }
    }

  return found;
}

void
dd_review_set_make_tasks (DdReview *self,
                          guint     clause,
                          gboolean  make_tasks)
{
  DdReviewClause *one;

  g_return_if_fail (DD_IS_REVIEW (self));

  one = dd_review_get_clause (self, clause);
  if (one->draft->make_tasks == make_tasks)
    return;

  one->draft->make_tasks = make_tasks;
  settle_reason (one);
  tell_clause (self, clause);
  dd_review_count_units (self);
}

/* A reason that only named the kind goes with the kind. */
static void
follow_kind (DdReviewClause *clause,
             const char     *old_proposal)
{
  if (clause->reason != NULL && g_strcmp0 (clause->reason, old_proposal) != 0)
    return;

  g_free (clause->reason);
  clause->reason = propose_reason (clause->draft);
}

/**
 * dd_review_set_directive:
 * @directive: the directive as it was corrected: its kind, ordinal, deadline, recurrence, and,
 *   unless tasks are made of it, why none is needed
 */
void
dd_review_set_directive (DdReview    *self,
                         guint        clause,
                         const DdRow *directive)
{
  DdReviewClause *one;
  guint old_kind;
  DdRow *now;
  g_autofree char *old_proposal = NULL;

  g_return_if_fail (DD_IS_REVIEW (self));

  one = dd_review_get_clause (self, clause);
  now = dd_row_copy (directive);
  old_kind = dd_row_get_choice (one->draft->directive, DD_DIRECTIVE_KIND);
  old_proposal = propose_reason (one->draft);
  if (!one->draft->make_tasks)
    {
      char *typed = g_strdup (dd_row_get_text (directive, DD_DIRECTIVE_NO_TASK_REASON));

      g_free (one->reason);
      one->reason = typed;
    }

  dd_row_free (one->draft->directive);
  one->draft->directive = now;
  if (dd_row_get_choice (now, DD_DIRECTIVE_KIND) != old_kind)
    follow_kind (one, old_proposal);
  settle_reason (one);
  tell_clause (self, clause);
}

void
dd_review_set_content (DdReview   *self,
                       guint       clause,
                       const char *content)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  dd_draft_set_content (dd_review_get_clause (self, clause)->draft, content);
  tell_clause (self, clause);
}

/* A unit that was there stays as it was told: its name in the text, and that it
 * was known by it or said to be the same. */
static const DdDraftUnit *
find_before (DdReview          *self,
             const DdDraftUnit *unit,
             GPtrArray         *before)
{
  for (guint i = 0; unit->id != 0 && i < before->len; i++)
    if (dd_review_units_get_id (self->units, before->pdata[i]) == unit->id)
      return before->pdata[i];

  return unit;
}

/**
 * dd_review_set_clause_units:
 * @leads: whether the lead units are meant, or the coordinating ones
 * @units: (element-type DdDraftUnit): what they are corrected to
 */
void
dd_review_set_clause_units (DdReview  *self,
                            guint      clause,
                            gboolean   leads,
                            GPtrArray *units)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) names = NULL;
  DdDraft *draft;
  GPtrArray *now;

  g_return_if_fail (DD_IS_REVIEW (self));

  draft = dd_review_get_clause (self, clause)->draft;
  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit =
        find_before (self, units->pdata[i], leads ? draft->leads : draft->coordinating);

      g_strv_builder_add (builder, unit->name);
      g_array_append_val (ids, unit->id);
    }
  names = g_strv_builder_end (builder);

  dd_draft_set_units (draft, leads, names);
  now = leads ? draft->leads : draft->coordinating;
  for (guint i = 0; i < now->len; i++)
    ((DdDraftUnit *) now->pdata[i])->id = g_array_index (ids, gint64, i);

  tell_clause (self, clause);
  dd_review_count_units (self);
}

/* --- units ---------------------------------------------------------------- */

/**
 * dd_review_get_unknown_units:
 *
 * Returns: (transfer none) (element-type DdReviewUnit): until "units-changed"
 */
GPtrArray *
dd_review_get_unknown_units (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return dd_review_units_get_unknown (self->units);
}

static gboolean
names_unit (GPtrArray  *units,
            const char *key)
{
  for (guint i = 0; i < units->len; i++)
    {
      g_autofree char *other = dd_fold_spelling (((const DdDraftUnit *) units->pdata[i])->name);

      if (g_str_equal (other, key))
        return TRUE;
    }

  return FALSE;
}

/**
 * dd_review_set_same_as:
 * @name: what the text calls a unit that is not known
 * @unit: (nullable): the known unit that it means; %NULL: none, it is to be created
 *
 * Decides what a name means, in the whole document. The unit will go by that name too.
 */
void
dd_review_set_same_as (DdReview    *self,
                       const char  *name,
                       const DdRow *unit)
{
  g_autofree char *key = dd_fold_spelling (name);

  g_return_if_fail (DD_IS_REVIEW (self));

  if (unit != NULL)
    dd_review_units_add_known (self->units, unit);
  dd_review_units_decide (self->units, name, unit != NULL ? dd_row_get_id (unit) : 0);
  self->changed = TRUE;
  dd_review_count_units (self);
  for (guint i = 0; i < self->clauses->len; i++)
    {
      const DdDraft *draft = dd_review_get_clause (self, i)->draft;

      if (names_unit (draft->leads, key) || names_unit (draft->coordinating, key))
        tell_clause (self, i);
    }
}

/**
 * dd_review_refresh_units:
 * @units: (element-type DdRow): the units as they are now in the file of records
 *
 * For when somebody changed units while the review was going on.
 */
void
dd_review_refresh_units (DdReview  *self,
                         GPtrArray *units)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  for (guint i = 0; i < units->len; i++)
    dd_review_units_add_known (self->units, units->pdata[i]);
}

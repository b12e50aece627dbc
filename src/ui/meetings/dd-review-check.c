/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a review: what it would make, and what keeps it from being stored. */
#define G_LOG_DOMAIN "dd-review"

#include "config.h"

#include "dd-review-private.h"

#include "dd-fold.h"
#include "dd-record-types.h"

#include <glib/gi18n-lib.h>

/**
 * dd_review_get_warning:
 *
 * Returns: (transfer full) (nullable): the sentence that asks for what is missing or doubtful
 */
char *
dd_review_get_warning (DdReview *self,
                       guint     clause)
{
  const DdDraft *draft = dd_review_get_draft (self, clause);
  const char *fault = dd_draft_fault_get_text (dd_draft_get_faults (draft));
  DdDay deadline = dd_row_get_day (draft->directive, DD_DIRECTIVE_DEADLINE);

  if (fault != NULL)
    return g_strdup (fault);
  if (draft->make_tasks && deadline != DD_DAY_NONE &&
      deadline < dd_review_get_assigned (self, DD_DAY_NONE))
    return g_strdup (_("The deadline lies before the day on which the task was assigned."));

  return NULL;
}

/* A unit gets one task of a clause, by whatever names it is told. */
static guint
count_leads (DdReview      *self,
             const DdDraft *draft)
{
  g_autoptr (GPtrArray) leads = dd_draft_units_spread (draft->leads);
  g_autoptr (GHashTable) seen = NULL;

  if (leads->len < 2)
    return leads->len;

  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < leads->len; i++)
    {
      const DdDraftUnit *unit = leads->pdata[i];
      gint64 id = dd_review_units_get_id (self->units, unit);

      g_hash_table_add (seen, id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id)
                                      : dd_fold_spelling (unit->name));
    }

  return g_hash_table_size (seen);
}

static guint
count_tasks (DdReview      *self,
             const DdDraft *draft)
{
  guint n = 0;

  for (guint i = 0; draft->parts != NULL && i < draft->parts->len; i++)
    n += count_leads (self, draft->parts->pdata[i]);

  return draft->parts != NULL ? n : count_leads (self, draft);
}

/**
 * dd_review_count_tasks:
 *
 * Returns: how many tasks would be made now
 */
guint
dd_review_count_tasks (DdReview *self)
{
  guint n = 0;

  g_return_val_if_fail (DD_IS_REVIEW (self), 0);

  for (guint i = 0; i < self->now.clauses->len; i++)
    if (dd_review_get_clause (self, i)->draft->make_tasks)
      n += count_tasks (self, dd_review_get_clause (self, i)->draft);

  return n;
}

/**
 * dd_review_get_assigned:
 * @today: what holds if neither the meeting nor the document tells a day
 *
 * Returns: the day on which the tasks count as assigned
 */
DdDay
dd_review_get_assigned (DdReview *self,
                        DdDay     today)
{
  const DdReviewFacts *facts;
  DdDay day = DD_DAY_NONE;

  g_return_val_if_fail (DD_IS_REVIEW (self), DD_DAY_NONE);

  facts = self->now.facts;
  if (facts->meeting == DD_REVIEW_NEW_MEETING)
    day = dd_row_get_day (facts->new_meeting, DD_MEETING_DAY);
  else if (facts->meeting == DD_REVIEW_KNOWN_MEETING && facts->known_meeting != NULL)
    day = dd_row_get_day (facts->known_meeting, DD_MEETING_DAY);
  if (day == DD_DAY_NONE)
    day = dd_row_get_day (facts->document, DD_DOCUMENT_DAY);

  return day != DD_DAY_NONE ? day : today;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED, sentence);

  return FALSE;
}

static gboolean
check_meeting (DdReview  *self,
               GError   **error)
{
  switch (self->now.facts->meeting)
    {
    case DD_REVIEW_NEW_MEETING:
      return dd_row_check (self->now.facts->new_meeting, error);

    case DD_REVIEW_KNOWN_MEETING:
      return self->now.facts->known_meeting != NULL ||
             refuse (error, _("Which meeting does the document conclude? Choose one."));

    case DD_REVIEW_NO_MEETING:
    default:
      return TRUE;
    }
}

static gboolean
check_clause (const DdDraft  *draft,
              GError        **error)
{
  const char *fault = dd_draft_fault_get_text (dd_draft_get_faults (draft));

  if (fault != NULL)
    return refuse (error, fault);

  return dd_row_check (draft->directive, error);
}

/**
 * dd_review_check:
 * @place: (out): what is to blame: a #DdReviewPlace or the number of a clause
 *
 * Returns: whether the text can be taken as it is now; else %FALSE with a sentence
 */
gboolean
dd_review_check (DdReview  *self,
                 int       *place,
                 GError   **error)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), FALSE);

  *place = DD_REVIEW_PLACE_DOCUMENT;
  if (!dd_row_check (self->now.facts->document, error))
    return FALSE;

  *place = DD_REVIEW_PLACE_MEETING;
  if (!check_meeting (self, error))
    return FALSE;

  for (guint i = 0; i < self->now.clauses->len; i++)
    {
      *place = (int) i;
      if (!check_clause (dd_review_get_clause (self, i)->draft, error))
        return FALSE;
    }

  return TRUE;
}

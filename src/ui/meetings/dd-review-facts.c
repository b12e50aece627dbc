/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a review: what the document says of itself, and which meeting it concludes. */
#define G_LOG_DOMAIN "dd-review"

#include "config.h"

#include "dd-review-private.h"

#include <glib/gi18n-lib.h>

const DdRow *
dd_review_get_document (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return self->now.facts->document;
}

void
dd_review_set_document (DdReview    *self,
                        const DdRow *document)
{
  DdRow *copy = dd_row_copy (document);
  DdReviewFacts *facts;

  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Correct"), "document");
  facts = dd_review_edit_facts (self);
  dd_row_free (facts->document);
  facts->document = copy;
  dd_review_tell_facts (self);
}

DdReviewMeeting
dd_review_get_meeting (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), DD_REVIEW_NO_MEETING);

  return self->now.facts->meeting;
}

/**
 * dd_review_get_new_meeting:
 *
 * Returns: (transfer none): the meeting as it would be created, whether or not it will be
 */
const DdRow *
dd_review_get_new_meeting (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return self->now.facts->new_meeting;
}

void
dd_review_set_new_meeting (DdReview    *self,
                           const DdRow *meeting)
{
  DdRow *copy = dd_row_copy (meeting);
  DdReviewFacts *facts;

  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Correct"), "meeting");
  facts = dd_review_edit_facts (self);
  dd_row_free (facts->new_meeting);
  facts->new_meeting = copy;
  dd_review_tell_facts (self);
}

/**
 * dd_review_get_known_meeting:
 *
 * Returns: (transfer none) (nullable): the meeting of the file of records that was chosen
 */
const DdRow *
dd_review_get_known_meeting (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return self->now.facts->known_meeting;
}

/**
 * dd_review_choose_meeting:
 * @known: (nullable): the meeting, for %DD_REVIEW_KNOWN_MEETING; %NULL: not chosen yet
 */
void
dd_review_choose_meeting (DdReview        *self,
                          DdReviewMeeting  choice,
                          const DdRow     *known)
{
  DdRow *copy = known != NULL ? dd_row_copy (known) : NULL;
  DdReviewFacts *facts;

  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Choose the Meeting"), NULL);
  facts = dd_review_edit_facts (self);
  facts->meeting = choice;
  dd_row_free (facts->known_meeting);
  facts->known_meeting = copy;
  dd_review_tell_facts (self);
  dd_review_count_units (self);
}

/**
 * dd_review_get_attending:
 *
 * Returns: (transfer none) (element-type DdDraftUnit): who attended the new meeting
 */
GPtrArray *
dd_review_get_attending (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return self->now.facts->attending;
}

void
dd_review_set_attending (DdReview  *self,
                         GPtrArray *units)
{
  DdReviewFacts *facts;

  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Correct Units"), NULL);
  facts = dd_review_edit_facts (self);
  g_ptr_array_unref (facts->attending);
  facts->attending = dd_draft_units_copy (units);
  dd_review_tell_facts (self);
  dd_review_count_units (self);
}

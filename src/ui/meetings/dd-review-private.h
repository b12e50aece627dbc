/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the review, which is spread over several files. */
#pragma once

#include "dd-review.h"

G_BEGIN_DECLS

struct _DdReview
{
  GObject          parent_instance;

  DdConclusion    *conclusion;
  DdReviewUnits   *units;
  GPtrArray       *clauses;     /* of DdReviewClause */
  DdRow           *document;
  DdReviewMeeting  meeting;
  DdRow           *new_meeting;
  DdRow           *known_meeting;
  GPtrArray       *attending;   /* of DdDraftUnit */
  gboolean         changed;
};

/**
 * DdReviewClause:
 * @reason: why it needs no task; kept while the clause is ticked, for when it is not again
 */
typedef struct
{
  DdDraft *draft;
  char    *reason;
} DdReviewClause;

DdReviewClause *dd_review_get_clause   (DdReview *self,
                                        guint     clause);
void            dd_review_count_units  (DdReview *self);
void            dd_review_tell_facts   (DdReview *self);

G_END_DECLS

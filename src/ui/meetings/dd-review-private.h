/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the review, which is spread over several files. */
#pragma once

#include "dd-review.h"

G_BEGIN_DECLS

/**
 * DdReviewClause:
 * @finding: what was read; lives as long as the review
 * @reason: why it needs no task; kept while the clause is ticked, for when it is not again
 *
 * One clause. Steps that can be taken back share it, so it is changed only where
 * dd_review_edit_clause() gave it.
 */
typedef struct
{
  const DdFinding *finding;
  DdDraft         *draft;
  char            *reason;
} DdReviewClause;

/**
 * DdReviewFacts:
 * @attending: (element-type DdDraftUnit)
 *
 * What the document says of itself, and which meeting it concludes. Shared like a clause.
 */
typedef struct
{
  DdRow           *document;
  DdReviewMeeting  meeting;
  DdRow           *new_meeting;
  DdRow           *known_meeting;
  GPtrArray       *attending;
} DdReviewFacts;

/**
 * DdReviewState:
 *
 * All that a step changes: a step is the state before it.
 */
typedef struct
{
  GPtrArray     *clauses;       /* of DdReviewClause */
  DdReviewFacts *facts;
  GHashTable    *decisions;     /* of DdReviewUnits */
  GHashTable    *groups;        /* name of a group, as it is spelt → its new members */
} DdReviewState;

typedef struct
{
  const char    *label;         /* what was done, to be translated */
  DdReviewState  state;         /* before it */
} DdReviewStep;

struct _DdReview
{
  GObject         parent_instance;

  DdConclusion   *conclusion;
  DdReviewUnits  *units;
  GPtrArray      *findings;     /* of DdFinding: those that were made here */
  GPtrArray      *members;      /* of DdRow: the members of groups in the file of records */
  DdReviewState   now;

  GPtrArray      *done;         /* of DdReviewStep: what can be taken back */
  GPtrArray      *undone;       /* of DdReviewStep: what can be done again */
  char           *last;         /* what was edited last, to which more of the same belongs */
  gboolean        restored;
  char           *kept_as;      /* what its files are called, of one that goes on */
};

DdReviewClause *dd_review_clause_new    (const DdFinding *finding,
                                         DdDraft         *draft) G_GNUC_WARN_UNUSED_RESULT;
void            dd_review_clause_unref  (DdReviewClause  *clause);
void            dd_review_settle_reason (DdReviewClause  *clause);
char           *dd_review_propose_reason (const DdDraft  *draft) G_GNUC_WARN_UNUSED_RESULT;
void            dd_review_facts_unref   (DdReviewFacts   *facts);
void            dd_review_state_clear   (DdReviewState   *state);
void            dd_review_step_free     (DdReviewStep    *step);
GPtrArray      *dd_review_history_new   (void) G_GNUC_WARN_UNUSED_RESULT;

DdReviewClause *dd_review_get_clause    (DdReview        *self,
                                         guint            clause);
DdReviewClause *dd_review_edit_clause   (DdReview        *self,
                                         guint            clause);
DdReviewFacts  *dd_review_edit_facts    (DdReview        *self);
void            dd_review_look_up       (DdReview        *self,
                                         DdDraft         *draft);
void            dd_review_begin         (DdReview        *self,
                                         const char      *label,
                                         const char      *what);

void            dd_review_replace       (DdReview        *self,
                                         guint            at,
                                         guint            n_removed,
                                         GPtrArray       *added);
void            dd_review_count_units   (DdReview        *self);
void            dd_review_tell_clause   (DdReview        *self,
                                         guint            clause);
void            dd_review_tell_clauses  (DdReview        *self,
                                         guint            at,
                                         guint            n_removed,
                                         guint            n_added);
void            dd_review_tell_facts    (DdReview        *self);
void            dd_review_tell_steps    (DdReview        *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-conclusion.h"
#include "dd-draft.h"
#include "dd-review-units.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW (dd_review_get_type ())
G_DECLARE_FINAL_TYPE (DdReview, dd_review, DD, REVIEW, GObject)

/* Which meeting the text concludes. */
typedef enum
{
  DD_REVIEW_NEW_MEETING,        /* one that is created from the text's facts */
  DD_REVIEW_KNOWN_MEETING,      /* one of the file of records */
  DD_REVIEW_NO_MEETING,
} DdReviewMeeting;

#define DD_N_REVIEW_MEETINGS (DD_REVIEW_NO_MEETING + 1)

/* Where something keeps the text from being taken. Else it is the number of a clause. */
typedef enum
{
  DD_REVIEW_PLACE_DOCUMENT = -1,
  DD_REVIEW_PLACE_MEETING  = -2,
} DdReviewPlace;

DdReview           *dd_review_new               (DdConclusion     *conclusion,
                                                 const DdRow      *meeting)
                                                 G_GNUC_WARN_UNUSED_RESULT;

const DdConclusion *dd_review_get_conclusion    (DdReview         *self);
DdReviewUnits      *dd_review_get_units         (DdReview         *self);
gboolean            dd_review_get_changed       (DdReview         *self);

guint               dd_review_get_n_clauses     (DdReview         *self);
const DdDraft      *dd_review_get_draft         (DdReview         *self,
                                                 guint             clause);
const DdFinding    *dd_review_get_finding       (DdReview         *self,
                                                 guint             clause);
int                 dd_review_find_clause       (DdReview         *self,
                                                 guint             place);
void                dd_review_set_make_tasks    (DdReview         *self,
                                                 guint             clause,
                                                 gboolean          make_tasks);
void                dd_review_set_directive     (DdReview         *self,
                                                 guint             clause,
                                                 const DdRow      *directive);
void                dd_review_set_content       (DdReview         *self,
                                                 guint             clause,
                                                 const char       *content);
void                dd_review_set_clause_units  (DdReview         *self,
                                                 guint             clause,
                                                 gboolean          leads,
                                                 GPtrArray        *units);
char               *dd_review_get_warning       (DdReview         *self,
                                                 guint             clause)
                                                 G_GNUC_WARN_UNUSED_RESULT;

GPtrArray          *dd_review_get_unknown_units (DdReview         *self);
void                dd_review_set_same_as       (DdReview         *self,
                                                 const char       *name,
                                                 const DdRow      *unit);
void                dd_review_refresh_units     (DdReview         *self,
                                                 GPtrArray        *units);

const DdRow        *dd_review_get_document      (DdReview         *self);
void                dd_review_set_document      (DdReview         *self,
                                                 const DdRow      *document);
DdReviewMeeting     dd_review_get_meeting       (DdReview         *self);
const DdRow        *dd_review_get_new_meeting   (DdReview         *self);
void                dd_review_set_new_meeting   (DdReview         *self,
                                                 const DdRow      *meeting);
const DdRow        *dd_review_get_known_meeting (DdReview         *self);
void                dd_review_choose_meeting    (DdReview         *self,
                                                 DdReviewMeeting   choice,
                                                 const DdRow      *known);
GPtrArray          *dd_review_get_attending     (DdReview         *self);
void                dd_review_set_attending     (DdReview         *self,
                                                 GPtrArray        *units);

guint               dd_review_count_tasks       (DdReview         *self);
DdDay               dd_review_get_assigned      (DdReview         *self,
                                                 DdDay             today);
gboolean            dd_review_check             (DdReview         *self,
                                                 int              *place,
                                                 GError          **error);

G_END_DECLS

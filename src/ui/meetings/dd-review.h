/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-clarity.h"
#include "dd-conclusion.h"
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

/* In place of the number of a part: the clause as a whole. */
#define DD_REVIEW_WHOLE (-1)

DdReview           *dd_review_new               (DdConclusion     *conclusion,
                                                 const DdRow      *meeting)
                                                 G_GNUC_WARN_UNUSED_RESULT;

const DdConclusion *dd_review_get_conclusion    (DdReview         *self);
DdReviewUnits      *dd_review_get_units         (DdReview         *self);
gboolean            dd_review_get_changed       (DdReview         *self);
const char         *dd_review_get_kept_as       (DdReview         *self);
void                dd_review_set_kept_as       (DdReview         *self,
                                                 const char       *base);

/* What can be taken back, before anything is stored. */
const char         *dd_review_get_undo_label    (DdReview         *self);
const char         *dd_review_get_redo_label    (DdReview         *self);
void                dd_review_undo              (DdReview         *self);
void                dd_review_redo              (DdReview         *self);

/* The clauses. */
guint               dd_review_get_n_clauses     (DdReview         *self);
const DdDraft      *dd_review_get_draft         (DdReview         *self,
                                                 guint             clause);
const DdDraft      *dd_review_get_part          (DdReview         *self,
                                                 guint             clause,
                                                 int               part);
const DdFinding    *dd_review_get_finding       (DdReview         *self,
                                                 guint             clause);
DdSpan              dd_review_get_span          (DdReview         *self,
                                                 guint             clause);
int                 dd_review_find_clause       (DdReview         *self,
                                                 guint             place);

/* What is said of one of them. */
void                dd_review_set_make_tasks    (DdReview         *self,
                                                 guint             clause,
                                                 gboolean          make_tasks);
void                dd_review_set_no_task       (DdReview         *self,
                                                 GArray           *clauses,
                                                 const char       *reason);
void                dd_review_set_directive     (DdReview         *self,
                                                 guint             clause,
                                                 int               part,
                                                 const DdRow      *directive);
void                dd_review_set_content       (DdReview         *self,
                                                 guint             clause,
                                                 int               part,
                                                 const char       *content);
void                dd_review_set_officer       (DdReview         *self,
                                                 guint             clause,
                                                 int               part,
                                                 const char       *officer);
void                dd_review_set_clause_units  (DdReview         *self,
                                                 guint             clause,
                                                 int               part,
                                                 gboolean          leads,
                                                 GPtrArray        *units);
void                dd_review_divide            (DdReview         *self,
                                                 guint             clause);
void                dd_review_remove_part       (DdReview         *self,
                                                 guint             clause,
                                                 guint             part);
void                dd_review_note_gaps         (DdReview         *self,
                                                 const char       *reason);
void                dd_review_leave_out_gaps    (DdReview         *self);
DdClarity           dd_review_get_clarity       (DdReview         *self,
                                                 guint             clause);
char               *dd_review_get_warning       (DdReview         *self,
                                                 guint             clause)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* Which clauses there are. */
DdSpan              dd_review_snap              (DdReview         *self,
                                                 DdSpan            span);
int                 dd_review_add_clause        (DdReview         *self,
                                                 DdSpan            span);
void                dd_review_remove_clause     (DdReview         *self,
                                                 guint             clause);
gboolean            dd_review_merge             (DdReview         *self,
                                                 guint             clause);
guint               dd_review_split             (DdReview         *self,
                                                 guint             clause,
                                                 int               place);

/* Units. */
GPtrArray          *dd_review_get_unknown_units (DdReview         *self);
void                dd_review_set_same_as       (DdReview         *self,
                                                 const char       *name,
                                                 const DdRow      *unit,
                                                 gboolean          remember);
void                dd_review_correct_unit      (DdReview         *self,
                                                 guint             clause,
                                                 const char       *name,
                                                 const DdRow      *unit,
                                                 gboolean          remember);
guint               dd_review_count_name        (DdReview         *self,
                                                 const char       *name);
void                dd_review_refresh_units     (DdReview         *self,
                                                 GPtrArray        *units);

/* Groups of units. */
void                dd_review_set_members       (DdReview         *self,
                                                 GPtrArray        *members);
gboolean            dd_review_is_group          (DdReview         *self,
                                                 const DdDraftUnit *unit);
GPtrArray          *dd_review_list_members      (DdReview         *self,
                                                 const DdDraftUnit *group)
                                                 G_GNUC_WARN_UNUSED_RESULT;
gboolean            dd_review_has_members       (DdReview         *self,
                                                 const DdDraftUnit *group);
void                dd_review_spread_group      (DdReview         *self,
                                                 guint             clause,
                                                 int               part,
                                                 guint             lead,
                                                 GPtrArray        *members);
void                dd_review_learn_members     (DdReview         *self,
                                                 guint             clause,
                                                 const DdDraftUnit *group,
                                                 GPtrArray        *members);
GPtrArray          *dd_review_get_new_members   (DdReview         *self,
                                                 const DdDraftUnit *group);

/* The document and its meeting. */
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
guint               dd_review_count_gaps        (DdReview         *self,
                                                 guint            *n_clear);
DdDay               dd_review_get_assigned      (DdReview         *self,
                                                 DdDay             today);
gboolean            dd_review_check             (DdReview         *self,
                                                 int              *place,
                                                 GError          **error);

G_END_DECLS

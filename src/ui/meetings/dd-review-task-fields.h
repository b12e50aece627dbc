/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_TASK_FIELDS (dd_review_task_fields_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewTaskFields, dd_review_task_fields, DD, REVIEW_TASK_FIELDS, GtkWidget)

GtkWidget *dd_review_task_fields_new         (DdSession          *session,
                                              DdReview           *review,
                                              guint               clause,
                                              int                 part);

void       dd_review_task_fields_set_clause  (DdReviewTaskFields *self,
                                              guint               clause);
gboolean   dd_review_task_fields_get_writing (DdReviewTaskFields *self);
gboolean   dd_review_task_fields_check       (DdReviewTaskFields *self);
gboolean   dd_review_task_fields_fill_in     (DdReviewTaskFields *self);

G_END_DECLS

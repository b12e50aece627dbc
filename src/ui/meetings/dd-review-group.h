/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_GROUP (dd_review_group_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewGroup, dd_review_group, DD, REVIEW_GROUP, GtkWidget)

GtkWidget *dd_review_group_new   (DdSession     *session,
                                  DdReview      *review,
                                  guint          clause,
                                  int            part,
                                  guint          lead);

void       dd_review_group_apply (DdReviewGroup *self,
                                  guint          clause);

G_END_DECLS

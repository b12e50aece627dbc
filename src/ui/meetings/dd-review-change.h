/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"

G_BEGIN_DECLS

/**
 * DdReviewIds:
 * @document: stands for the document in the change
 * @meeting: the meeting, or what stands for it in the change; 0: none
 * @n_tasks: how many tasks the change makes
 *
 * What came of a review.
 */
typedef struct
{
  gint64 document;
  gint64 meeting;
  guint  n_tasks;
} DdReviewIds;

DdChange *dd_review_make_change (DdReview    *self,
                                 const char  *actor,
                                 DdDay        today,
                                 DdReviewIds *ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the panel of unknown units: one of them. */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_UNIT_ROW (dd_review_unit_row_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewUnitRow, dd_review_unit_row, DD, REVIEW_UNIT_ROW, GtkListBoxRow)

GtkWidget *dd_review_unit_row_new (DdSession          *session,
                                   DdReview           *review,
                                   const DdReviewUnit *unit);

const char *dd_review_unit_row_get_name (DdReviewUnitRow   *self);
void       dd_review_unit_row_show     (DdReviewUnitRow    *self,
                                        const DdReviewUnit *unit);

G_END_DECLS

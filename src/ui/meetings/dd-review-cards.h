/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_CARDS (dd_review_cards_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewCards, dd_review_cards, DD, REVIEW_CARDS, GtkWidget)

GtkWidget *dd_review_cards_new          (DdSession     *session,
                                         DdReview      *review,
                                         GtkAdjustment *adjustment);

int        dd_review_cards_get_selected (DdReviewCards *self);
void       dd_review_cards_select       (DdReviewCards *self,
                                         guint          clause);
void       dd_review_cards_edit         (DdReviewCards *self,
                                         guint          clause);
void       dd_review_cards_fill_in      (DdReviewCards *self,
                                         guint          clause);
GArray    *dd_review_cards_list_selected (DdReviewCards *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dd_review_cards_check        (DdReviewCards *self);

G_END_DECLS

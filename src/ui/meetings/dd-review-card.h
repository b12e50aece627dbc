/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_CARD (dd_review_card_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewCard, dd_review_card, DD, REVIEW_CARD, GtkListBoxRow)

GtkWidget *dd_review_card_new          (DdSession    *session,
                                        DdReview     *review,
                                        guint         clause);

guint      dd_review_card_get_clause   (DdReviewCard *self);
void       dd_review_card_set_clause   (DdReviewCard *self,
                                        guint         clause);
void       dd_review_card_renew        (DdReviewCard *self);
void       dd_review_card_set_expanded (DdReviewCard *self,
                                        gboolean      expanded);
void       dd_review_card_edit         (DdReviewCard *self);
void       dd_review_card_fill_in      (DdReviewCard *self);
gboolean   dd_review_card_check        (DdReviewCard *self);
void       dd_review_card_tick         (DdReviewCard *self);

G_END_DECLS

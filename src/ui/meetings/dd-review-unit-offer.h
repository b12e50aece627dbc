/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_UNIT_OFFER (dd_review_unit_offer_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewUnitOffer, dd_review_unit_offer, DD, REVIEW_UNIT_OFFER, GtkWidget)

GtkWidget *dd_review_unit_offer_new  (DdSession         *session,
                                      DdReview          *review);

void       dd_review_unit_offer_show (DdReviewUnitOffer *self,
                                      guint              clause);

G_END_DECLS

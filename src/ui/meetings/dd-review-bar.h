/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_BAR (dd_review_bar_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewBar, dd_review_bar, DD, REVIEW_BAR, GtkWidget)

void dd_review_bar_start   (DdReviewBar *self,
                            DdSession   *session);
void dd_review_bar_refresh (DdReviewBar *self);

G_END_DECLS

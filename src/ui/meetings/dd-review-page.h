/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_PAGE (dd_review_page_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewPage, dd_review_page, DD, REVIEW_PAGE, GtkWidget)

GtkWidget *dd_review_page_new          (DdSession            *session,
                                        DdReview             *review);

DdReview  *dd_review_page_get_review   (DdReviewPage         *self);
void       dd_review_page_leave_async  (DdReviewPage         *self,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean   dd_review_page_leave_finish (DdReviewPage         *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS

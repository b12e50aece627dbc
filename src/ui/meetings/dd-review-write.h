/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a review: putting what was decided into the file of records. */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

void     dd_review_write_async  (DdReview             *self,
                                 DdSession            *session,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean dd_review_write_finish (DdReview             *self,
                                 GAsyncResult         *result,
                                 gint64               *document,
                                 gint64               *meeting,
                                 GError              **error);

G_END_DECLS

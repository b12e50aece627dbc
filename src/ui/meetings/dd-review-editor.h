/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_EDITOR (dd_review_editor_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewEditor, dd_review_editor, DD, REVIEW_EDITOR, GtkWidget)

GtkWidget *dd_review_editor_new         (DdSession      *session,
                                         DdReview       *review,
                                         guint           clause);

void       dd_review_editor_set_clause  (DdReviewEditor *self,
                                         guint           clause);
gboolean   dd_review_editor_get_writing (DdReviewEditor *self);
gboolean   dd_review_editor_check       (DdReviewEditor *self);
void       dd_review_editor_fill_in     (DdReviewEditor *self);

G_END_DECLS

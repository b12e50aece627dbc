/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-review.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_TEXT (dd_review_text_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewText, dd_review_text, DD, REVIEW_TEXT, GtkTextView)

GtkWidget *dd_review_text_new    (DdReview     *review);

void       dd_review_text_select (DdReviewText *self,
                                  int           clause);
void       dd_review_text_go_to (DdReviewText *self,
                                  guint         clause);
DdSpan     dd_review_text_get_selection (DdReviewText *self);
void       dd_review_text_unselect (DdReviewText *self);
void       dd_review_text_show_kind (DdReviewText *self,
                                  DdMarkKind    kind,
                                  gboolean      show);

G_END_DECLS

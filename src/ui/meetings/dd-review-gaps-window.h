/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dd-review.h"

G_BEGIN_DECLS

typedef enum
{
  DD_REVIEW_GAPS_FILL_IN,
  DD_REVIEW_GAPS_CREATE,
  DD_REVIEW_GAPS_LEAVE_OUT,
} DdReviewGapsDecision;

#define DD_TYPE_REVIEW_GAPS_WINDOW (dd_review_gaps_window_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewGapsWindow, dd_review_gaps_window, DD, REVIEW_GAPS_WINDOW, AdwWindow)

GtkWidget *dd_review_gaps_window_new (GtkWindow *parent,
                                      DdReview  *review);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_UNITS_PANEL (dd_review_units_panel_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewUnitsPanel, dd_review_units_panel, DD, REVIEW_UNITS_PANEL, GtkWidget)

GtkWidget *dd_review_units_panel_new (DdSession *session,
                                      DdReview  *review);

G_END_DECLS

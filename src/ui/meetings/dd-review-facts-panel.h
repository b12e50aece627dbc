/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_REVIEW_FACTS_PANEL (dd_review_facts_panel_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewFactsPanel, dd_review_facts_panel, DD, REVIEW_FACTS_PANEL, GtkWidget)

GtkWidget *dd_review_facts_panel_new   (DdSession          *session,
                                        DdReview           *review);

void       dd_review_facts_panel_open  (DdReviewFactsPanel *self);
gboolean   dd_review_facts_panel_check (DdReviewFactsPanel *self);

G_END_DECLS

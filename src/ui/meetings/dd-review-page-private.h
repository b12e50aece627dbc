/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the review page, which is spread over several files. */
#pragma once

#include "dd-review-page.h"

#include "dd-review-cards.h"
#include "dd-review-facts-panel.h"
#include "dd-review-keeper.h"
#include "dd-review-text.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DdReviewPage:
 *
 * Where a secretary turns the text of a conclusion into tasks: the text at the
 * left, what was found in it at the right; the two follow each other.
 *
 * Nothing is stored before "Create", and all of it is stored at once.
 */
struct _DdReviewPage
{
  GtkWidget           parent_instance;

  /* Template children */
  AdwWindowTitle     *title;
  GtkButton          *create_button;
  GtkButton          *undo_button;
  GtkButton          *redo_button;
  GtkRevealer        *fault_revealer;
  GtkLabel           *fault_label;
  GtkPaned           *paned;
  GtkScrolledWindow  *text_window;
  AdwBin             *legend;
  GtkScrolledWindow  *cards_window;
  GtkBox             *side;

  DdSession          *session;
  DdReview           *review;
  DdReviewKeeper     *keeper;
  DdReviewText       *text;
  DdReviewCards      *cards;
  DdReviewFactsPanel *facts;
  GtkWindow          *window;           /* whose closing is asked about; NULL if in none */
  GtkWidget          *nothing;          /* shown while there are no clauses */
  gboolean            storing;
  gboolean            gaps_accepted;    /* somebody said what to do about them */
  gboolean            done;             /* stored, or given up: nothing to ask any more */
};

void     dd_review_page_install_actions (GtkWidgetClass  *widget_class);
gboolean dd_review_page_press_key       (DdReviewPage    *self,
                                         guint            key,
                                         GdkModifierType  modifiers);

G_END_DECLS

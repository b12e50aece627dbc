/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the cards of a review, which are spread over two files. */
#pragma once

#include "dd-review-cards.h"

#include "dd-review-card.h"

G_BEGIN_DECLS

/**
 * DdReviewCards:
 *
 * The clauses of a review, a card each. One of them is the one that the text follows,
 * and may be expanded; more may be selected, to be treated alike.
 *
 * The first cards are there at once, the others follow frame by frame, and of a
 * very long document only as many as somebody looks at: whoever goes far away gets
 * the cards from there on, and earlier ones on demand.
 */
struct _DdReviewCards
{
  GtkWidget      parent_instance;

  DdSession     *session;
  DdReview      *review;
  GtkAdjustment *adjustment;    /* of what the cards scroll in */
  GtkButton     *earlier;       /* makes cards before the first one */
  GtkListBox    *box;
  GtkPopover    *menu;          /* of a card; NULL until it is asked for */
  guint          first;         /* the clause of the first card */
  GPtrArray     *cards;         /* of DdReviewCard, from the first on; borrowed */
  DdReviewCard  *expanded;      /* or NULL */
  guint          wanted;        /* how many cards are to be made without being asked for */
  guint          make_tick;
  guint          scroll_source;
};

/* How many cards are made at once, how many for each frame, how many beyond one that
 * is gone to, and how many without anybody scrolling to them. Making a card is quick,
 * laying it out is not: with more of them a frame comes late. */
#define AT_ONCE 6
#define PER_FRAME 2
#define BEYOND 6
#define UNASKED 320
#define PER_SCROLL 80

/* From this far on, the cards between are left out. */
#define FAR_AWAY 200

DdReviewCard *dd_review_cards_get_card     (DdReviewCards *self,
                                            guint          clause);
void          dd_review_cards_make         (DdReviewCards *self,
                                            guint          end);
DdReviewCard *dd_review_cards_reach        (DdReviewCards *self,
                                            guint          clause);
void          dd_review_cards_want         (DdReviewCards *self,
                                            guint          n);
void          dd_review_cards_show_earlier (DdReviewCards *self);
void          dd_review_cards_go_earlier   (DdReviewCards *self);
void          dd_review_cards_scrolled     (DdReviewCards *self);
void          dd_review_cards_replace      (DdReviewCards *self,
                                            guint          at,
                                            guint          n_removed,
                                            guint          n_added);

void          dd_review_cards_collapse     (DdReviewCards *self);
void          dd_review_cards_select_only  (DdReviewCards *self,
                                            DdReviewCard  *card);
void          dd_review_cards_scroll       (DdReviewCards *self);
void          dd_review_cards_toggle       (DdReviewCards *self,
                                            DdReviewCard  *card);
void          dd_review_cards_open_menu    (DdReviewCards *self,
                                            GtkWidget     *beside,
                                            DdReviewCard  *card);

G_END_DECLS

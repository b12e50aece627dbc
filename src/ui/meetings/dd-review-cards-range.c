/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the cards of a review: for which clauses there are cards. Of a long document not
 * for all: making a card is quick, laying out thousands is not. */
#define G_LOG_DOMAIN "dd-review-cards"

#include "config.h"

#include "dd-review-cards-private.h"

#include <glib/gi18n-lib.h>

/* The clause behind that of the last card. */
static guint
get_end (DdReviewCards *self)
{
  return self->first + self->cards->len;
}

/**
 * dd_review_cards_get_card:
 *
 * Returns: (transfer none) (nullable): the card of the clause, if it has one
 */
DdReviewCard *
dd_review_cards_get_card (DdReviewCards *self,
                          guint          clause)
{
  return clause >= self->first && clause < get_end (self)
       ? self->cards->pdata[clause - self->first] : NULL;
}

static GtkWidget *
make_card (DdReviewCards *self,
           guint          clause)
{
  GtkWidget *card = dd_review_card_new (self->session, self->review, clause);

  g_signal_connect_object (card, "toggled", G_CALLBACK (dd_review_cards_toggle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "menu", G_CALLBACK (dd_review_cards_open_menu), self,
                           G_CONNECT_SWAPPED);

  return card;
}

static void
insert_card (DdReviewCards *self,
             guint          clause)
{
  GtkWidget *card = make_card (self, clause);

  g_ptr_array_insert (self->cards, (int) (clause - self->first), card);
  gtk_list_box_insert (self->box, card, (int) (clause - self->first));
}

/**
 * dd_review_cards_make:
 *
 * Makes the cards up to the clause before @end.
 */
void
dd_review_cards_make (DdReviewCards *self,
                      guint          end)
{
  end = MIN (end, dd_review_get_n_clauses (self->review));
  while (get_end (self) < end)
    insert_card (self, get_end (self));
}

void
dd_review_cards_show_earlier (DdReviewCards *self)
{
  g_autofree char *text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Earlier Clause", "%u Earlier Clauses",
                                  self->first), self->first);

  gtk_button_set_label (self->earlier, text);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), self->first > 0);
}

static void
make_earlier (DdReviewCards *self,
              guint          first)
{
  while (self->first > first)
    {
      self->first--;
      insert_card (self, self->first);
    }
  dd_review_cards_show_earlier (self);
}

void
dd_review_cards_go_earlier (DdReviewCards *self)
{
  make_earlier (self, self->first > BEYOND ? self->first - BEYOND : 0);
  dd_review_cards_select_only (self, self->cards->pdata[0]);
  dd_review_cards_scroll (self);
}

/* Leaves all cards, and begins anew shortly before a clause. */
static void
begin_at (DdReviewCards *self,
          guint          clause)
{
  dd_review_cards_collapse (self);
  for (guint i = self->cards->len; i > 0; i--)
    gtk_list_box_remove (self->box, self->cards->pdata[i - 1]);
  g_ptr_array_set_size (self->cards, 0);
  self->wanted = 0;
  self->first = clause > 2 ? clause - 2 : 0;
  dd_review_cards_show_earlier (self);
}

/**
 * dd_review_cards_reach:
 *
 * Has a card for the clause, and some behind it.
 *
 * Returns: (transfer none): the card
 */
DdReviewCard *
dd_review_cards_reach (DdReviewCards *self,
                       guint          clause)
{
  if (clause >= get_end (self) + FAR_AWAY || clause + FAR_AWAY < self->first)
    begin_at (self, clause);
  make_earlier (self, MIN (self->first, clause));
  dd_review_cards_make (self, clause + BEYOND);

  return dd_review_cards_get_card (self, clause);
}

static gboolean
make_more_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  DdReviewCards *self = DD_REVIEW_CARDS (widget);
  guint n = MIN (self->wanted, dd_review_get_n_clauses (self->review));

  dd_review_cards_make (self, MIN (get_end (self) + PER_FRAME, n));
  if (get_end (self) < n)
    return G_SOURCE_CONTINUE;

  self->make_tick = 0;

  return G_SOURCE_REMOVE;
}

void
dd_review_cards_want (DdReviewCards *self,
                      guint          n)
{
  self->wanted = MAX (self->wanted, n);
  if (self->make_tick == 0)
    self->make_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_more_cb, NULL, NULL);
}

/**
 * dd_review_cards_scrolled:
 *
 * Near the last card there are always more.
 */
void
dd_review_cards_scrolled (DdReviewCards *self)
{
  double bottom = gtk_adjustment_get_value (self->adjustment) +
                  2 * gtk_adjustment_get_page_size (self->adjustment);

  if (get_end (self) < dd_review_get_n_clauses (self->review) &&
      self->make_tick == 0 && bottom > gtk_adjustment_get_upper (self->adjustment))
    dd_review_cards_want (self, get_end (self) + PER_SCROLL);
}

static void
remove_card (DdReviewCards *self,
             guint          index)
{
  DdReviewCard *card = self->cards->pdata[index];

  if (self->expanded == card)
    self->expanded = NULL;
  g_ptr_array_remove_index (self->cards, index);
  gtk_list_box_remove (self->box, GTK_WIDGET (card));
}

static void
renumber (DdReviewCards *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    dd_review_card_set_clause (self->cards->pdata[i], self->first + i);
}

/**
 * dd_review_cards_replace:
 *
 * Puts cards of other clauses in place of some. What is not shown yet needs nothing; before
 * what is shown, numbers change.
 */
void
dd_review_cards_replace (DdReviewCards *self,
                         guint          at,
                         guint          n_removed,
                         guint          n_added)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->box)) != NULL;
  guint n_clauses = dd_review_get_n_clauses (self->review);
  guint last;

  if (at < self->first || at > get_end (self))
    {
      begin_at (self, at);
      dd_review_cards_make (self, at + BEYOND);
    }
  else
    {
      for (guint i = 0; i < n_removed && at < get_end (self); i++)
        remove_card (self, at - self->first);
      renumber (self);
      for (guint i = 0; i < n_added; i++)
        insert_card (self, at + i);
      renumber (self);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->box), n_clauses > 0);
  if (n_clauses == 0)
    return;
  last = MIN (at, n_clauses - 1);
  dd_review_cards_select (self, last);
  if (had_focus && dd_review_cards_get_card (self, last) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (dd_review_cards_get_card (self, last)));
}

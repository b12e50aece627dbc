/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-cards"

#include "config.h"

#include "dd-review-cards.h"

#include "dd-focus.h"
#include "dd-review-card.h"
#include "dd-review-menu.h"

#include <glib/gi18n-lib.h>

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

G_DEFINE_FINAL_TYPE (DdReviewCards, dd_review_cards, GTK_TYPE_WIDGET)

enum { CLAUSE_SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

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

static guint
get_end (DdReviewCards *self)
{
  return self->first + self->cards->len;
}

/* NULL if the clause has none. */
static DdReviewCard *
get_card (DdReviewCards *self,
          guint          clause)
{
  return clause >= self->first && clause < get_end (self)
       ? self->cards->pdata[clause - self->first] : NULL;
}

/* The row that the text follows, of those that are selected the last one. */
static GtkListBoxRow *
get_current (DdReviewCards *self)
{
  return gtk_list_box_get_selected_row (self->box);
}

/* --- what is in sight ------------------------------------------------------ */

/* The place of a card is known once it is laid out. */
static gboolean
scroll_cb (gpointer user_data)
{
  DdReviewCards *self = user_data;
  GtkListBoxRow *row = get_current (self);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;
  double top, height, value, page;

  self->scroll_source = 0;
  if (row == NULL || view == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), gtk_widget_get_first_child (view), &bounds))
    return G_SOURCE_REMOVE;

  top = bounds.origin.y;
  height = bounds.size.height;
  value = gtk_adjustment_get_value (self->adjustment);
  page = gtk_adjustment_get_page_size (self->adjustment);
  if (top < value || height > page)
    gtk_adjustment_set_value (self->adjustment, top);
  else if (top + height > value + page)
    gtk_adjustment_set_value (self->adjustment, top + height - page);

  return G_SOURCE_REMOVE;
}

static void
scroll_to_selected (DdReviewCards *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_cb, self, NULL);
}

/* --- the menu of a card --------------------------------------------------- */

static void
show_menu (DdReviewCards *self,
                           GtkWidget     *beside)
{
  graphene_rect_t bounds;
  GdkRectangle place;

  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) menu = dd_review_menu_new_for_card ();

      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (menu));
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
    }

  if (!gtk_widget_compute_bounds (beside, GTK_WIDGET (self), &bounds))
    return;
  place.x = (int) bounds.origin.x;
  place.y = (int) bounds.origin.y;
  place.width = (int) bounds.size.width;
  place.height = MIN ((int) bounds.size.height, 32);
  gtk_popover_set_pointing_to (self->menu, &place);
  gtk_popover_popup (self->menu);
}

/* --- making cards --------------------------------------------------------- */

static void
collapse (DdReviewCards *self)
{
  if (self->expanded != NULL)
    dd_review_card_set_expanded (self->expanded, FALSE);
  self->expanded = NULL;
}

static void
expand (DdReviewCards *self,
        DdReviewCard  *card)
{
  if (self->expanded == card)
    return;

  collapse (self);
  self->expanded = card;
  dd_review_card_set_expanded (card, TRUE);
}

/* One clause, and no other. */
static void
select_only (DdReviewCards *self,
             DdReviewCard  *card)
{
  if (get_current (self) == GTK_LIST_BOX_ROW (card))
    return;

  gtk_list_box_unselect_all (self->box);
  gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (card));
}

static void
card_toggled_cb (DdReviewCards *self,
                 DdReviewCard  *card)
{
  select_only (self, card);
  if (self->expanded == card)
    collapse (self);
  else
    expand (self, card);
  scroll_to_selected (self);
}

static void
card_menu_cb (DdReviewCards *self,
              GtkWidget     *beside,
              DdReviewCard  *card)
{
  if (!gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (card)))
    select_only (self, card);
  show_menu (self, beside);
}

static GtkWidget *
make_card (DdReviewCards *self,
           guint          clause)
{
  GtkWidget *card = dd_review_card_new (self->session, self->review, clause);

  g_signal_connect_object (card, "toggled", G_CALLBACK (card_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "menu", G_CALLBACK (card_menu_cb), self, G_CONNECT_SWAPPED);

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

/* Up to the clause before @end. */
static void
make_cards (DdReviewCards *self,
            guint          end)
{
  end = MIN (end, dd_review_get_n_clauses (self->review));
  while (get_end (self) < end)
    insert_card (self, get_end (self));
}

static void
show_earlier (DdReviewCards *self)
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
  show_earlier (self);
}

static void
earlier_clicked_cb (DdReviewCards *self)
{
  make_earlier (self, self->first > BEYOND ? self->first - BEYOND : 0);
  select_only (self, self->cards->pdata[0]);
  scroll_to_selected (self);
}

/* Leaves all cards, and begins anew shortly before a clause. */
static void
begin_at (DdReviewCards *self,
          guint          clause)
{
  collapse (self);
  for (guint i = self->cards->len; i > 0; i--)
    gtk_list_box_remove (self->box, self->cards->pdata[i - 1]);
  g_ptr_array_set_size (self->cards, 0);
  self->wanted = 0;
  self->first = clause > 2 ? clause - 2 : 0;
  show_earlier (self);
}

/* Has a card for the clause, and some behind it. */
static DdReviewCard *
reach_card (DdReviewCards *self,
            guint          clause)
{
  if (clause >= get_end (self) + FAR_AWAY || clause + FAR_AWAY < self->first)
    begin_at (self, clause);
  make_earlier (self, MIN (self->first, clause));
  make_cards (self, clause + BEYOND);

  return get_card (self, clause);
}

static gboolean
make_more_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  DdReviewCards *self = DD_REVIEW_CARDS (widget);
  guint n = MIN (self->wanted, dd_review_get_n_clauses (self->review));

  make_cards (self, MIN (get_end (self) + PER_FRAME, n));
  if (get_end (self) < n)
    return G_SOURCE_CONTINUE;

  self->make_tick = 0;

  return G_SOURCE_REMOVE;
}

static void
want_cards (DdReviewCards *self,
            guint          n)
{
  self->wanted = MAX (self->wanted, n);
  if (self->make_tick == 0)
    self->make_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_more_cb, NULL, NULL);
}

/* Near the last card there are always more. */
static void
scrolled_cb (DdReviewCards *self)
{
  double bottom = gtk_adjustment_get_value (self->adjustment) +
                  2 * gtk_adjustment_get_page_size (self->adjustment);

  if (get_end (self) < dd_review_get_n_clauses (self->review) && self->make_tick == 0 &&
      bottom > gtk_adjustment_get_upper (self->adjustment))
    want_cards (self, get_end (self) + PER_SCROLL);
}

/* --- moving --------------------------------------------------------------- */

static void
row_selected_cb (DdReviewCards *self,
                 GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  if (self->expanded != NULL && GTK_LIST_BOX_ROW (self->expanded) != row)
    collapse (self);
  make_cards (self, dd_review_card_get_clause (DD_REVIEW_CARD (row)) + 2);
  g_signal_emit (self, signals[CLAUSE_SELECTED], 0,
                 dd_review_card_get_clause (DD_REVIEW_CARD (row)));
}

static void
row_activated_cb (DdReviewCards *self,
                  GtkListBoxRow *row)
{
  select_only (self, DD_REVIEW_CARD (row));
  expand (self, DD_REVIEW_CARD (row));
  scroll_to_selected (self);
}

/* The card that has the focus itself, not something in it. */
static DdReviewCard *
get_focused_card (DdReviewCards *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return DD_IS_REVIEW_CARD (focus) ? DD_REVIEW_CARD (focus) : NULL;
}

static gboolean
key_pressed_cb (DdReviewCards   *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  DdReviewCard *card = get_focused_card (self);

  if (card == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      dd_review_card_tick (card);
      return GDK_EVENT_STOP;

    case GDK_KEY_Menu:
      card_menu_cb (self, GTK_WIDGET (card), card);
      return GDK_EVENT_STOP;

    case GDK_KEY_F10:
      if ((modifiers & GDK_SHIFT_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      card_menu_cb (self, GTK_WIDGET (card), card);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      dd_review_cards_edit (self, dd_review_card_get_clause (card));
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Out of the editor, back to its card. */
static gboolean
escape_pressed_cb (DdReviewCards   *self,
                   guint            key,
                   guint            code,
                   GdkModifierType  modifiers)
{
  DdReviewCard *card = self->expanded;

  if (key != GDK_KEY_Escape || card == NULL)
    return GDK_EVENT_PROPAGATE;

  collapse (self);
  gtk_widget_grab_focus (GTK_WIDGET (card));
  scroll_to_selected (self);

  return GDK_EVENT_STOP;
}

static void
clause_changed_cb (DdReviewCards *self,
                   guint          clause)
{
  DdReviewCard *card = get_card (self, clause);

  if (card != NULL)
    dd_review_card_renew (card);
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

/* What is not shown yet needs nothing; before what is shown, numbers change. */
static void
clauses_changed_cb (DdReviewCards *self,
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
      make_cards (self, at + BEYOND);
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
  if (had_focus && get_card (self, last) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_card (self, last)));
}

/* Another day of assignment may lie behind a deadline. */
static void
facts_changed_cb (DdReviewCards *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    dd_review_card_renew (self->cards->pdata[i]);
}

/* --- the object ----------------------------------------------------------- */

static gboolean
dd_review_cards_grab_focus (GtkWidget *widget)
{
  DdReviewCards *self = DD_REVIEW_CARDS (widget);
  GtkListBoxRow *row = get_current (self);

  /* The list selects by keys and clicks only: here the text has to follow too. */
  if (row == NULL && self->cards->len > 0)
    {
      row = self->cards->pdata[0];
      gtk_list_box_select_row (self->box, row);
    }

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
dd_review_cards_dispose (GObject *object)
{
  DdReviewCards *self = DD_REVIEW_CARDS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  self->expanded = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->review);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (dd_review_cards_parent_class)->dispose (object);
}

static void
dd_review_cards_finalize (GObject *object)
{
  g_clear_pointer (&DD_REVIEW_CARDS (object)->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (dd_review_cards_parent_class)->finalize (object);
}

static void
dd_review_cards_class_init (DdReviewCardsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_review_cards_dispose;
  object_class->finalize = dd_review_cards_finalize;
  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_review_cards_grab_focus;

  /* Another clause is selected, by its number. */
  signals[CLAUSE_SELECTED] =
    g_signal_new ("clause-selected", DD_TYPE_REVIEW_CARDS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dd_review_cards_init (DdReviewCards *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *escape = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->cards = g_ptr_array_new ();
  self->earlier = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->earlier), "flat");
  g_signal_connect_object (self->earlier, "clicked", G_CALLBACK (earlier_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->earlier), GTK_WIDGET (self));
  show_earlier (self);
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_MULTIPLE);
  gtk_list_box_set_show_separators (self->box, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Clauses"), -1);
  g_signal_connect_object (self->box, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));

  /* The list has uses of its own for these keys, so they are taken before it. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (escape, "key-pressed", G_CALLBACK (escape_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), escape);
}

/**
 * dd_review_cards_new:
 * @adjustment: how far what the cards stand in is scrolled
 */
GtkWidget *
dd_review_cards_new (DdSession     *session,
                     DdReview      *review,
                     GtkAdjustment *adjustment)
{
  DdReviewCards *self = g_object_new (DD_TYPE_REVIEW_CARDS, NULL);

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);
  self->adjustment = g_object_ref (adjustment);
  make_cards (self, AT_ONCE);
  if (self->cards->len < dd_review_get_n_clauses (review))
    want_cards (self, UNASKED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "clause-changed", G_CALLBACK (clause_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "clauses-changed", G_CALLBACK (clauses_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "facts-changed", G_CALLBACK (facts_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dd_review_cards_get_selected:
 *
 * Returns: the number of the selected clause, or -1
 */
int
dd_review_cards_get_selected (DdReviewCards *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (DD_IS_REVIEW_CARDS (self), -1);

  row = get_current (self);

  return row != NULL ? (int) dd_review_card_get_clause (DD_REVIEW_CARD (row)) : -1;
}

/**
 * dd_review_cards_select:
 *
 * Selects a clause and brings its card into sight; the focus stays where it is.
 */
void
dd_review_cards_select (DdReviewCards *self,
                        guint          clause)
{
  g_return_if_fail (DD_IS_REVIEW_CARDS (self));

  g_return_if_fail (clause < dd_review_get_n_clauses (self->review));

  select_only (self, reach_card (self, clause));
  scroll_to_selected (self);
}

/**
 * dd_review_cards_edit:
 *
 * Expands the card of a clause and puts the focus into it.
 */
void
dd_review_cards_edit (DdReviewCards *self,
                      guint          clause)
{
  g_return_if_fail (DD_IS_REVIEW_CARDS (self));

  dd_review_cards_select (self, clause);
  expand (self, get_card (self, clause));
  dd_review_card_edit (get_card (self, clause));
}

/**
 * dd_review_cards_fill_in:
 *
 * Expands the card of a clause and puts the focus where the first thing is missing.
 */
void
dd_review_cards_fill_in (DdReviewCards *self,
                         guint          clause)
{
  g_return_if_fail (DD_IS_REVIEW_CARDS (self));

  dd_review_cards_select (self, clause);
  expand (self, get_card (self, clause));
  dd_review_card_fill_in (get_card (self, clause));
}

/**
 * dd_review_cards_list_selected:
 *
 * Returns: (transfer full) (element-type guint): the numbers of all clauses that are selected
 */
GArray *
dd_review_cards_list_selected (DdReviewCards *self)
{
  GArray *clauses = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (DD_IS_REVIEW_CARDS (self), clauses);

  for (guint i = 0; i < self->cards->len; i++)
    if (gtk_list_box_row_is_selected (self->cards->pdata[i]))
      {
        guint clause = self->first + i;

        g_array_append_val (clauses, clause);
      }

  return clauses;
}

/**
 * dd_review_cards_check:
 *
 * Returns: whether all that is typed is in the review; else what is not is shown
 */
gboolean
dd_review_cards_check (DdReviewCards *self)
{
  g_return_val_if_fail (DD_IS_REVIEW_CARDS (self), FALSE);

  return self->expanded == NULL || dd_review_card_check (self->expanded);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-cards"

#include "config.h"

#include "dd-review-cards-private.h"

#include "dd-focus.h"
#include "dd-review-menu.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (DdReviewCards, dd_review_cards, GTK_TYPE_WIDGET)

enum { CLAUSE_SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

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

void
dd_review_cards_scroll (DdReviewCards *self)
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

void
dd_review_cards_collapse (DdReviewCards *self)
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

  dd_review_cards_collapse (self);
  self->expanded = card;
  dd_review_card_set_expanded (card, TRUE);
}

/* One clause, and no other. */
void
dd_review_cards_select_only (DdReviewCards *self,
                             DdReviewCard  *card)
{
  if (get_current (self) == GTK_LIST_BOX_ROW (card))
    return;

  gtk_list_box_unselect_all (self->box);
  gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (card));
}

void
dd_review_cards_toggle (DdReviewCards *self,
                        DdReviewCard  *card)
{
  dd_review_cards_select_only (self, card);
  if (self->expanded == card)
    dd_review_cards_collapse (self);
  else
    expand (self, card);
  dd_review_cards_scroll (self);
}

void
dd_review_cards_open_menu (DdReviewCards *self,
                           GtkWidget     *beside,
                           DdReviewCard  *card)
{
  if (!gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (card)))
    dd_review_cards_select_only (self, card);
  show_menu (self, beside);
}

/* --- moving --------------------------------------------------------------- */

static void
row_selected_cb (DdReviewCards *self,
                 GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  if (self->expanded != NULL && GTK_LIST_BOX_ROW (self->expanded) != row)
    dd_review_cards_collapse (self);
  dd_review_cards_make (self, dd_review_card_get_clause (DD_REVIEW_CARD (row)) + 2);
  g_signal_emit (self, signals[CLAUSE_SELECTED], 0,
                 dd_review_card_get_clause (DD_REVIEW_CARD (row)));
}

static void
row_activated_cb (DdReviewCards *self,
                  GtkListBoxRow *row)
{
  dd_review_cards_select_only (self, DD_REVIEW_CARD (row));
  expand (self, DD_REVIEW_CARD (row));
  dd_review_cards_scroll (self);
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
      dd_review_cards_open_menu (self, GTK_WIDGET (card), card);
      return GDK_EVENT_STOP;

    case GDK_KEY_F10:
      if ((modifiers & GDK_SHIFT_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      dd_review_cards_open_menu (self, GTK_WIDGET (card), card);
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

  dd_review_cards_collapse (self);
  gtk_widget_grab_focus (GTK_WIDGET (card));
  dd_review_cards_scroll (self);

  return GDK_EVENT_STOP;
}

static void
clause_changed_cb (DdReviewCards *self,
                   guint          clause)
{
  DdReviewCard *card = dd_review_cards_get_card (self, clause);

  if (card != NULL)
    dd_review_card_renew (card);
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
  g_signal_connect_object (self->earlier, "clicked", G_CALLBACK (dd_review_cards_go_earlier), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->earlier), GTK_WIDGET (self));
  dd_review_cards_show_earlier (self);
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
  dd_review_cards_make (self, AT_ONCE);
  if (self->cards->len < dd_review_get_n_clauses (review))
    dd_review_cards_want (self, UNASKED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (dd_review_cards_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "clause-changed", G_CALLBACK (clause_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "clauses-changed", G_CALLBACK (dd_review_cards_replace), self,
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

  dd_review_cards_select_only (self, dd_review_cards_reach (self, clause));
  dd_review_cards_scroll (self);
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
  expand (self, dd_review_cards_get_card (self, clause));
  dd_review_card_edit (dd_review_cards_get_card (self, clause));
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
  expand (self, dd_review_cards_get_card (self, clause));
  dd_review_card_fill_in (dd_review_cards_get_card (self, clause));
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the review page: what is done with the clause that is selected, by keys, menus
 * and buttons alike. */
#define G_LOG_DOMAIN "dd-review-page"

#include "config.h"

#include "dd-review-page-private.h"

#include <glib/gi18n-lib.h>

/* The clause that an action is about: that of the text if one is there, else that of the
 * selected card; -1 if there is none. */
static int
get_clause (DdReviewPage *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self->text)))
    return dd_review_find_clause (self->review, dd_review_text_get_selection (self->text).start);

  return dd_review_cards_get_selected (self->cards);
}

static void
tell (DdReviewPage *self,
      const char   *message)
{
  dd_session_tell (self->session, message, 0);
}

/* --- moving --------------------------------------------------------------- */

static void
switch_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);

  if (gtk_widget_has_focus (GTK_WIDGET (self->text)) && dd_review_get_n_clauses (self->review) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->cards));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* By one clause; whoever is in the text stays there, with the cursor in it. */
static void
go (DdReviewPage *self,
    int           by)
{
  int clause = dd_review_cards_get_selected (self->cards) + by;
  gboolean in_text = gtk_widget_has_focus (GTK_WIDGET (self->text));

  if (clause < 0 || clause >= (int) dd_review_get_n_clauses (self->review))
    return;

  dd_review_cards_select (self->cards, (guint) clause);
  if (in_text)
    dd_review_text_go_to (self->text, (guint) clause);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->cards));
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  go (DD_REVIEW_PAGE (widget), 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  go (DD_REVIEW_PAGE (widget), -1);
}

/* From the selected clause on, and around. */
static void
next_gap_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  guint n = dd_review_get_n_clauses (self->review);
  guint start = (guint) (dd_review_cards_get_selected (self->cards) + 1);

  for (guint i = 0; i < n; i++)
    {
      guint clause = (start + i) % n;

      if (dd_review_get_clarity (self->review, clause) == DD_CLARITY_ALL)
        continue;
      dd_review_cards_fill_in (self->cards, clause);
      return;
    }

  tell (self, _("Every task is clear"));
}

static void
fill_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  int clause = get_clause (self);

  if (clause >= 0)
    dd_review_cards_fill_in (self->cards, (guint) clause);
}

/* --- steps ---------------------------------------------------------------- */

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dd_review_undo (DD_REVIEW_PAGE (widget)->review);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dd_review_redo (DD_REVIEW_PAGE (widget)->review);
}

/* --- which clauses there are ---------------------------------------------- */

static void
make_directive_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  DdSpan span = dd_review_text_get_selection (self->text);
  int clause;

  if (!g_variant_get_boolean (parameter))
    span = dd_review_snap (self->review, span);
  clause = dd_review_add_clause (self->review, span);
  if (clause < 0)
    {
      tell (self, _("Select the words of the directive in the text first"));
      return;
    }

  dd_review_text_unselect (self->text);
  dd_review_cards_select (self->cards, (guint) clause);
}

static void
not_directive_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  int clause = get_clause (self);

  if (clause >= 0)
    dd_review_remove_clause (self->review, (guint) clause);
}

static void
merge (DdReviewPage *self,
       int           with)
{
  int clause = get_clause (self);

  if (clause < 0)
    return;
  clause += MIN (with, 0);
  if (clause < 0 || !dd_review_merge (self->review, (guint) clause))
    tell (self, _("There is no other clause to merge with"));
}

static void
merge_next_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  merge (DD_REVIEW_PAGE (widget), 1);
}

static void
merge_previous_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  merge (DD_REVIEW_PAGE (widget), -1);
}

static void
split_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  int clause = get_clause (self);

  if (clause >= 0 && dd_review_split (self->review, (guint) clause, -1) < 2)
    tell (self, _("The clause is one sentence. Put the cursor into the text where it is to be "
                  "split."));
}

static void
split_here_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  guint place = dd_review_text_get_selection (self->text).start;
  int clause = dd_review_find_clause (self->review, place);

  if (clause < 0 || dd_review_split (self->review, (guint) clause, (int) place) < 2)
    tell (self, _("Put the cursor into a clause, where it is to be split"));
}

static void
divide_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  int clause = get_clause (self);

  if (clause < 0)
    return;
  dd_review_divide (self->review, (guint) clause);
  dd_review_cards_edit (self->cards, (guint) clause);
}

/* --- whether tasks are made ----------------------------------------------- */

static void
make_tasks_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  g_autoptr (GArray) clauses = dd_review_cards_list_selected (self->cards);

  for (guint i = 0; i < clauses->len; i++)
    dd_review_set_make_tasks (self->review, g_array_index (clauses, guint, i), TRUE);
}

static void
no_task_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  g_autoptr (GArray) clauses = dd_review_cards_list_selected (self->cards);

  if (clauses->len > 0)
    dd_review_set_no_task (self->review, clauses, g_variant_get_string (parameter, NULL));
}

/* The field for it opens. */
static void
other_reason_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  g_autoptr (GArray) clauses = dd_review_cards_list_selected (self->cards);

  if (clauses->len == 0)
    return;
  dd_review_set_no_task (self->review, clauses, NULL);
  dd_review_cards_edit (self->cards, g_array_index (clauses, guint, 0));
}

/* --- keys ----------------------------------------------------------------- */

typedef struct
{
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
} Key;

/* Wherever one is: a text view would take some of them first. */
static const Key keys[] = {
  { GDK_KEY_Return, GDK_CONTROL_MASK, "review.create" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "review.create" },
  { GDK_KEY_ISO_Enter, GDK_CONTROL_MASK, "review.create" },
  { GDK_KEY_F6, 0, "review.switch" },
  { GDK_KEY_F8, 0, "review.next-gap" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "review.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "review.redo" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "review.make-directive(false)" },
  { GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "review.make-directive(true)" },
  { GDK_KEY_Down, GDK_ALT_MASK, "review.next" },
  { GDK_KEY_Up, GDK_ALT_MASK, "review.previous" },
  { GDK_KEY_m, GDK_CONTROL_MASK, "review.merge-next" },
  { GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "review.merge-previous" },
  { GDK_KEY_j, GDK_CONTROL_MASK, "review.split-here" },
  { GDK_KEY_j, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "review.split" },
};

/* Only where nothing is typed. */
static const Key plain_keys[] = {
  { GDK_KEY_n, 0, "review.next" },
  { GDK_KEY_p, 0, "review.previous" },
  { GDK_KEY_Delete, 0, "review.not-directive" },
};

static gboolean
press (DdReviewPage    *self,
       const Key       *list,
       guint            n,
       guint            key,
       GdkModifierType  modifiers)
{
  modifiers &= GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (list[i].key != gdk_keyval_to_lower (key) || list[i].modifiers != modifiers)
        continue;
      g_action_parse_detailed_name (list[i].action, &name, &target, NULL);
      gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* In the text, and on a card itself. */
static gboolean
types_nothing (DdReviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == GTK_WIDGET (self->text) || GTK_IS_LIST_BOX_ROW (focus);
}

/**
 * dd_review_page_press_key:
 *
 * Returns: whether the key means something here
 */
gboolean
dd_review_page_press_key (DdReviewPage    *self,
                          guint            key,
                          GdkModifierType  modifiers)
{
  if (press (self, keys, G_N_ELEMENTS (keys), key, modifiers))
    return GDK_EVENT_STOP;

  return types_nothing (self)
       ? press (self, plain_keys, G_N_ELEMENTS (plain_keys), key, modifiers) : GDK_EVENT_PROPAGATE;
}

/**
 * dd_review_page_install_actions:
 *
 * Gives the page the actions of this file.
 */
void
dd_review_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    const char                  *type;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "review.switch", NULL, switch_action },
    { "review.next", NULL, next_action },
    { "review.previous", NULL, previous_action },
    { "review.next-gap", NULL, next_gap_action },
    { "review.fill-in", NULL, fill_in_action },
    { "review.undo", NULL, undo_action },
    { "review.redo", NULL, redo_action },
    { "review.make-directive", "b", make_directive_action },
    { "review.not-directive", NULL, not_directive_action },
    { "review.merge-next", NULL, merge_next_action },
    { "review.merge-previous", NULL, merge_previous_action },
    { "review.split", NULL, split_action },
    { "review.split-here", NULL, split_here_action },
    { "review.divide", NULL, divide_action },
    { "review.make-tasks", NULL, make_tasks_action },
    { "review.no-task", "s", no_task_action },
    { "review.other-reason", NULL, other_reason_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
}

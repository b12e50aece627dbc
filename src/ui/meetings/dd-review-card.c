/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-card"

#include "config.h"

#include "dd-review-card.h"

#include "dd-day-text.h"
#include "dd-directive.h"
#include "dd-label.h"
#include "dd-review-editor.h"
#include "dd-target.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewCard:
 *
 * A clause of a review: whether tasks are made of it, and of which units, what
 * and until when. Expanded, it is an editor; that is built only then, since a
 * document may have hundreds of clauses.
 */
struct _DdReviewCard
{
  GtkListBoxRow   parent_instance;

  DdSession      *session;
  DdReview       *review;
  guint           clause;

  GtkCheckButton *check;
  GtkLabel       *ordinal;
  GtkLabel       *kind;
  GtkButton      *menu_button;
  GtkButton      *expand_button;
  GtkBox         *box;
  GtkBox         *summary;
  GtkLabel       *units;
  GtkLabel       *content;
  GtkLabel       *facts;
  GtkLabel       *clarity;
  GtkLabel       *note;
  GtkWidget      *editor;       /* NULL while collapsed */
  gboolean        showing;
};

G_DEFINE_FINAL_TYPE (DdReviewCard, dd_review_card, GTK_TYPE_LIST_BOX_ROW)

enum { TOGGLED, MENU, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- saying it ------------------------------------------------------------ */

static void
append_unit (DdReviewCard      *self,
             GString           *text,
             const DdDraftUnit *unit)
{
  DdReviewUnits *units = dd_review_get_units (self->review);
  gint64 id = dd_review_units_get_id (units, unit);
  const char *known = id != 0 ? dd_review_units_get_name (units, id) : NULL;
  g_autofree char *marked = NULL;

  if (id == 0)
    /* Translators: %s is the name of a unit that will be created. */
    marked = g_strdup_printf (_("%s (new)"), unit->name);
  if (text->len > 0)
    /* Translators: stands between the names of units, which may have commas in them. */
    g_string_append (text, _("; "));
  g_string_append (text, marked != NULL ? marked : known != NULL ? known : unit->name);
  if (unit->members != NULL)
    /* Translators: behind the name of a group of units: how many of them get a task each. */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " (%u unit)", " (%u units)",
                                               unit->members->len), unit->members->len);
}

static char *
describe_units (DdReviewCard *self,
                GPtrArray    *units)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    append_unit (self, text, units->pdata[i]);

  return g_strdup (text->str);
}

static char *
describe_lead (DdReviewCard  *self,
               const DdDraft *draft)
{
  g_autofree char *leads = describe_units (self, draft->leads);
  g_autofree char *coordinating = describe_units (self, draft->coordinating);

  if (draft->leads->len == 0)
    return g_strdup (_("No lead unit"));
  if (draft->coordinating->len == 0)
    return g_steal_pointer (&leads);

  /* Translators: the names of the units that lead, then of those that coordinate. */
  return g_strdup_printf (_("%s, with %s"), leads, coordinating);
}

static void
append_fact (GString    *text,
             const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, fact);
}

static char *
describe_deadline (const DdRow *directive)
{
  DdDay deadline = dd_row_get_day (directive, DD_DIRECTIVE_DEADLINE);
  const char *words = dd_row_get_text (directive, DD_DIRECTIVE_DEADLINE_TEXT);
  g_autofree char *day = NULL;

  if (deadline == DD_DAY_NONE)
    return words != NULL ? g_strdup_printf ("“%s”", words) : NULL;

  day = dd_day_to_text (deadline);

  return words != NULL ? g_strdup_printf ("%s (“%s”)", day, words) : g_steal_pointer (&day);
}

static char *
describe_facts (const DdDraft *draft)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *deadline = describe_deadline (draft->directive);
  g_autofree char *recurrence = NULL;
  g_autofree char *parts = NULL;

  append_fact (text, deadline);
  if (dd_row_get_choice (draft->directive, DD_DIRECTIVE_RECURRENCE) != DD_RECURRENCE_NONE)
    recurrence = dd_row_field_to_text (draft->directive, DD_DIRECTIVE_RECURRENCE);
  append_fact (text, recurrence);
  append_fact (text, dd_row_get_text (draft->directive, DD_DIRECTIVE_PRODUCT));
  append_fact (text, draft->officer);
  if (draft->parts != NULL)
    parts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "divided into %u task",
                                          "divided into %u tasks", draft->parts->len),
                             draft->parts->len);
  append_fact (text, parts);
  for (guint i = 0; i < draft->targets->len; i++)
    append_fact (text, dd_row_get_text (draft->targets->pdata[i], DD_TARGET_TEXT));
  for (guint i = 0; draft->citations != NULL && draft->citations[i] != NULL; i++)
    append_fact (text, draft->citations[i]);

  return g_strdup (text->str);
}

static void
show_note (DdReviewCard  *self,
           const DdDraft *draft)
{
  const char *reason = dd_row_get_text (draft->directive, DD_DIRECTIVE_NO_TASK_REASON);
  g_autofree char *warning = dd_review_get_warning (self->review, self->clause);
  g_autofree char *text = NULL;

  if (warning != NULL)
    text = g_steal_pointer (&warning);
  else if (!draft->make_tasks && reason != NULL)
    /* Translators: %s is why no task is needed, for example "Exhortation". */
    text = g_strdup_printf (_("Needs no task: %s"), reason);
  else if (!draft->make_tasks)
    text = g_strdup (_("Not assigned yet: it waits in the ledger."));

  gtk_label_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
  if (draft->make_tasks)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "warning");
      gtk_widget_remove_css_class (GTK_WIDGET (self->note), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->note), "warning");
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
    }
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Five signs with their words: a tick, or a ring where something is missing. */
static void
show_clarity (DdReviewCard  *self,
              const DdDraft *draft)
{
  DdClarity clear = dd_clarity_get (draft);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *gaps = dd_clarity_describe_gaps (clear);

  for (guint i = 0; i < DD_N_CLARITIES; i++)
    {
      gboolean is_clear = (clear & (1 << i)) != 0;
      PangoAttribute *look = is_clear ? pango_attr_foreground_alpha_new (G_MAXUINT16 / 10 * 6)
                                      : pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      g_autoptr (GString) sign = g_string_new (is_clear ? "✓ " : "○ ");

      /* A line is broken between the signs, not in one. */
      g_string_append (sign, dd_clarity_get_label (1 << i));
      g_string_replace (sign, " ", "\302\240", 0);
      if (i > 0)
        g_string_append (text, "   ");
      look->start_index = (guint) text->len;
      g_string_append (text, sign->str);
      look->end_index = (guint) text->len;
      pango_attr_list_insert (attributes, look);
    }
  gtk_label_set_attributes (self->clarity, attributes);
  gtk_label_set_text (self->clarity, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->clarity), draft->make_tasks);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clarity), gaps);
}

static void
show_summary (DdReviewCard  *self,
              const DdDraft *draft)
{
  g_autofree char *lead = describe_lead (self, draft);
  g_autofree char *facts = describe_facts (draft);

  show_label (self->units, lead);
  show_label (self->content, draft->content);
  show_label (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), self->editor == NULL);
}

/* A reader hears which clause it is, and what is to be done. */
static void
show_names (DdReviewCard  *self,
            const DdDraft *draft)
{
  const char *ordinal = dd_row_get_text (draft->directive, DD_DIRECTIVE_ORDINAL);
  g_autofree char *kind = dd_row_field_to_text (draft->directive, DD_DIRECTIVE_KIND);
  g_autofree char *name = NULL;

  /* Translators: the number of a clause, "2.a", and what it says. */
  name = g_strdup_printf (_("Clause %s: %s"), ordinal != NULL ? ordinal : "–", draft->content);
  show_label (self->ordinal, ordinal);
  gtk_label_set_text (self->kind, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Shows what the review says of the clause now. */
static void
refresh (DdReviewCard *self)
{
  const DdDraft *draft = dd_review_get_draft (self->review, self->clause);

  self->showing = TRUE;
  gtk_check_button_set_active (self->check, draft->make_tasks);
  self->showing = FALSE;
  show_names (self, draft);
  show_summary (self, draft);
  show_clarity (self, draft);
  show_note (self, draft);
}

/* --- doing ---------------------------------------------------------------- */

static void
check_toggled_cb (DdReviewCard *self)
{
  if (!self->showing)
    dd_review_set_make_tasks (self->review, self->clause,
                              gtk_check_button_get_active (self->check));
}

static void
expand_clicked_cb (DdReviewCard *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
menu_clicked_cb (DdReviewCard *self)
{
  g_signal_emit (self, signals[MENU], 0, self->menu_button);
}

static void
secondary_pressed_cb (DdReviewCard *self)
{
  g_signal_emit (self, signals[MENU], 0, self->menu_button);
}

static gboolean
dd_review_card_grab_focus (GtkWidget *widget)
{
  /* The row itself, though the check button would come first. */
  gtk_widget_set_focus_child (widget, NULL);

  return GTK_WIDGET_CLASS (dd_review_card_parent_class)->grab_focus (widget);
}

/* --- the object ----------------------------------------------------------- */

static GtkWidget *
make_heading (DdReviewCard *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->ordinal = dd_label_append (GTK_BOX (heading), "heading", 1);
  self->kind = dd_label_append (GTK_BOX (heading), "dim-label", 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->kind), TRUE);
  self->menu_button = GTK_BUTTON (gtk_button_new_from_icon_name ("view-more-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (self->menu_button), "flat");
  /* The Menu key on the row does the same. */
  gtk_widget_set_focusable (GTK_WIDGET (self->menu_button), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), _("More (Menu key)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  g_signal_connect_object (self->menu_button, "clicked", G_CALLBACK (menu_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->menu_button));
  self->expand_button = GTK_BUTTON (gtk_button_new_from_icon_name ("pan-down-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (self->expand_button), "flat");
  /* Return on the row does the same. */
  gtk_widget_set_focusable (GTK_WIDGET (self->expand_button), FALSE);
  g_signal_connect_object (self->expand_button, "clicked", G_CALLBACK (expand_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->expand_button));

  return heading;
}

static void
dd_review_card_dispose (GObject *object)
{
  DdReviewCard *self = DD_REVIEW_CARD (object);

  g_clear_object (&self->session);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (dd_review_card_parent_class)->dispose (object);
}

static void
dd_review_card_class_init (DdReviewCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_review_card_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = dd_review_card_grab_focus;

  /* The user wants it expanded, or collapsed. */
  signals[TOGGLED] =
    g_signal_new ("toggled", DD_TYPE_REVIEW_CARD, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* The user asks for the menu, beside a widget of the card. */
  signals[MENU] =
    g_signal_new ("menu", DD_TYPE_REVIEW_CARD, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
dd_review_card_init (DdReviewCard *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (secondary_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_css_class (GTK_WIDGET (self), "review-card");
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->check), _("Make Task"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Make Task"), -1);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->check));

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_set_hexpand (GTK_WIDGET (self->box), TRUE);
  gtk_box_append (self->box, make_heading (self));
  self->summary = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->units = dd_label_append (self->summary, "review-units", 2);
  self->content = dd_label_append (self->summary, NULL, 2);
  self->facts = dd_label_append (self->summary, "caption", 2);
  gtk_box_append (self->box, GTK_WIDGET (self->summary));
  self->clarity = dd_label_append (self->box, "caption", 2);
  self->note = dd_label_append (self->box, "caption", 2);
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->box));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), outer);
}

GtkWidget *
dd_review_card_new (DdSession *session,
                    DdReview  *review,
                    guint      clause)
{
  DdReviewCard *self = g_object_new (DD_TYPE_REVIEW_CARD, NULL);

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);
  self->clause = clause;
  refresh (self);

  return GTK_WIDGET (self);
}

guint
dd_review_card_get_clause (DdReviewCard *self)
{
  g_return_val_if_fail (DD_IS_REVIEW_CARD (self), 0);

  return self->clause;
}

/**
 * dd_review_card_set_clause:
 *
 * Tells that the clause has another number now.
 */
void
dd_review_card_set_clause (DdReviewCard *self,
                           guint         clause)
{
  g_return_if_fail (DD_IS_REVIEW_CARD (self));

  self->clause = clause;
  if (self->editor != NULL)
    dd_review_editor_set_clause (DD_REVIEW_EDITOR (self->editor), clause);
}

/* Something else than the editor changed the clause: what it shows is not true any more. */
static void
renew_editor (DdReviewCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->editor);

  gtk_box_remove (self->box, self->editor);
  self->editor = dd_review_editor_new (self->session, self->review, self->clause);
  gtk_box_insert_child_after (self->box, self->editor, GTK_WIDGET (self->summary));
  if (had_focus)
    gtk_widget_grab_focus (self->editor);
}

/**
 * dd_review_card_renew:
 *
 * Shows what the review says of the clause now, also in the editor, unless it is that
 * which says it.
 */
void
dd_review_card_renew (DdReviewCard *self)
{
  g_return_if_fail (DD_IS_REVIEW_CARD (self));

  if (self->editor != NULL && !dd_review_editor_get_writing (DD_REVIEW_EDITOR (self->editor)))
    renew_editor (self);
  refresh (self);
}

void
dd_review_card_set_expanded (DdReviewCard *self,
                             gboolean      expanded)
{
  const char *hint = expanded ? _("Collapse") : _("Edit");

  g_return_if_fail (DD_IS_REVIEW_CARD (self));

  if (expanded == (self->editor != NULL))
    return;

  if (expanded)
    {
      self->editor = dd_review_editor_new (self->session, self->review, self->clause);
      gtk_box_insert_child_after (self->box, self->editor, GTK_WIDGET (self->summary));
      gtk_widget_add_css_class (GTK_WIDGET (self), "expanded");
    }
  else
    {
      gtk_box_remove (self->box, self->editor);
      gtk_widget_remove_css_class (GTK_WIDGET (self), "expanded");
      self->editor = NULL;
    }

  gtk_button_set_icon_name (self->expand_button,
                            expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->expand_button), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expand_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  refresh (self);
}

/**
 * dd_review_card_edit:
 *
 * Puts the focus into the editor, which is opened for it.
 */
void
dd_review_card_edit (DdReviewCard *self)
{
  g_return_if_fail (DD_IS_REVIEW_CARD (self));

  dd_review_card_set_expanded (self, TRUE);
  gtk_widget_grab_focus (self->editor);
}

/**
 * dd_review_card_fill_in:
 *
 * Puts the focus into the editor, where the first thing is missing.
 */
void
dd_review_card_fill_in (DdReviewCard *self)
{
  g_return_if_fail (DD_IS_REVIEW_CARD (self));

  dd_review_card_set_expanded (self, TRUE);
  dd_review_editor_fill_in (DD_REVIEW_EDITOR (self->editor));
}

/**
 * dd_review_card_tick:
 *
 * Does as a click on "Make Task" would.
 */
void
dd_review_card_tick (DdReviewCard *self)
{
  g_return_if_fail (DD_IS_REVIEW_CARD (self));

  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

/**
 * dd_review_card_check:
 *
 * Returns: whether what is typed in the card is in the review; else it shows what is not
 */
gboolean
dd_review_card_check (DdReviewCard *self)
{
  g_return_val_if_fail (DD_IS_REVIEW_CARD (self), FALSE);

  return self->editor == NULL || dd_review_editor_check (DD_REVIEW_EDITOR (self->editor));
}

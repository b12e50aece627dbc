/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-page"

#include "config.h"

#include "dd-review-page-private.h"

#include "dd-confirm.h"
#include "dd-document.h"
#include "dd-focus.h"
#include "dd-review-gaps-window.h"
#include "dd-review-legend.h"
#include "dd-review-units-panel.h"
#include "dd-review-write.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (DdReviewPage, dd_review_page, GTK_TYPE_WIDGET)

enum { LEFT, CREATED, READ_AGAIN, N_SIGNALS };

static guint signals[N_SIGNALS];

static GtkWindow *
get_window (DdReviewPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- the header bar ------------------------------------------------------- */

static char *
describe_verb (DdReviewPage *self)
{
  guint n_tasks = dd_review_count_tasks (self->review);
  guint n_clauses = dd_review_get_n_clauses (self->review);

  if (n_tasks > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Create %u Task", "Create %u Tasks",
                                         n_tasks), n_tasks);
  if (n_clauses > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Keep %u Clause", "Keep %u Clauses",
                                         n_clauses), n_clauses);

  return g_strdup (_("Keep the Document"));
}

static void
show_header (DdReviewPage *self)
{
  const DdRow *document = dd_review_get_document (self->review);
  const char *name = dd_row_get_text (document, DD_DOCUMENT_NUMBER);
  guint n_clauses = dd_review_get_n_clauses (self->review);
  g_autofree char *clauses = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u clause",
                                                           "%u clauses", n_clauses), n_clauses);
  g_autofree char *subtitle = NULL;
  g_autofree char *verb = describe_verb (self);

  if (name == NULL)
    name = dd_row_get_text (document, DD_DOCUMENT_FILE_NAME);
  subtitle = name != NULL ? g_strdup_printf ("%s · %s", name, clauses) : g_strdup (clauses);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_button_set_label (self->create_button, verb);
}

static void
show_fault (DdReviewPage *self,
            const char   *sentence)
{
  if (sentence != NULL)
    gtk_label_set_text (self->fault_label, sentence);
  gtk_revealer_set_reveal_child (self->fault_revealer, sentence != NULL);
}

static void
review_changed_cb (DdReviewPage *self)
{
  show_fault (self, NULL);
  show_header (self);
}

static void
show_step (DdReviewPage *self,
           GtkButton    *button,
           const char   *action,
           const char   *verb,
           const char   *label)
{
  g_autofree char *hint = label != NULL ? g_strdup_printf (verb, label) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, label != NULL);
  if (hint != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (button), hint);
}

static void
steps_changed_cb (DdReviewPage *self)
{
  self->gaps_accepted = FALSE;
  /* Translators: %s is what was done last: "Merge". */
  show_step (self, self->undo_button, "review.undo", _("Undo: %s (Ctrl+Z)"),
             dd_review_get_undo_label (self->review));
  /* Translators: %s is what was taken back last: "Merge". */
  show_step (self, self->redo_button, "review.redo", _("Redo: %s (Ctrl+Shift+Z)"),
             dd_review_get_redo_label (self->review));
}

/* --- text and cards follow each other ------------------------------------- */

static void
clause_picked_cb (DdReviewPage *self,
                  guint         clause)
{
  dd_review_cards_select (self->cards, clause);
}

static void
clause_selected_cb (DdReviewPage *self,
                    guint         clause)
{
  dd_review_text_select (self->text, (int) clause);
}

/* --- creating ------------------------------------------------------------- */

static void
set_storing (DdReviewPage *self,
             gboolean      storing)
{
  self->storing = storing;
  gtk_widget_set_sensitive (GTK_WIDGET (self->paned), !storing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.create", !storing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.leave", !storing);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DdReviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 document, meeting;
  gboolean written = dd_review_write_finish (DD_REVIEW (object), result, &document, &meeting,
                                             &error);

  if (self->review == NULL)
    return;

  set_storing (self, FALSE);
  if (!written)
    {
      g_autofree char *sentence = dd_store_error_to_text (error, NULL);

      show_fault (self, sentence);
      return;
    }

  self->done = TRUE;
  dd_review_keeper_discard (self->keeper, TRUE);
  g_signal_emit (self, signals[CREATED], 0, document, meeting);
}

/* Shows what is to blame where it stands. */
static void
show_place (DdReviewPage *self,
            int           place)
{
  if (place >= 0)
    {
      dd_review_cards_edit (self->cards, (guint) place);
      return;
    }

  dd_review_facts_panel_open (self->facts);
  dd_review_facts_panel_check (self->facts);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->cards_window), 0);
}

static void
store (DdReviewPage *self)
{
  show_fault (self, NULL);
  set_storing (self, TRUE);
  dd_review_write_async (self->review, self->session, written_cb, g_object_ref (self));
}

/* Whoever wants to fill in what is missing is led to the first of it. */
static void
gaps_decided_cb (DdReviewPage *self,
                 guint         decision,
                 const char   *reason)
{
  switch ((DdReviewGapsDecision) decision)
    {
    case DD_REVIEW_GAPS_FILL_IN:
      gtk_widget_activate_action (GTK_WIDGET (self), "review.next-gap", NULL);
      return;

    case DD_REVIEW_GAPS_LEAVE_OUT:
      dd_review_leave_out_gaps (self->review);
      break;

    case DD_REVIEW_GAPS_CREATE:
    default:
      dd_review_note_gaps (self->review, reason);
      break;
    }

  self->gaps_accepted = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "review.create", NULL);
}

static void
ask_about_gaps (DdReviewPage *self)
{
  GtkWidget *window = dd_review_gaps_window_new (get_window (self), self->review);

  g_signal_connect_object (window, "decided", G_CALLBACK (gaps_decided_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  g_autoptr (GError) error = NULL;
  int place;

  if (self->storing || self->done)
    return;

  if (!dd_review_check (self->review, &place, &error))
    {
      show_place (self, place);
      show_fault (self, error->message);
      return;
    }
  if (!dd_review_facts_panel_check (self->facts) || !dd_review_cards_check (self->cards))
    return;

  if (!self->gaps_accepted && dd_review_count_gaps (self->review, NULL) > 0)
    ask_about_gaps (self);
  else
    store (self);
}

/* --- leaving -------------------------------------------------------------- */

static void
left_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  DdReviewPage *self = DD_REVIEW_PAGE (object);

  if (dd_review_page_leave_finish (self, result, NULL))
    g_signal_emit (self, signals[LEFT], 0);
}

static void
leave_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  dd_review_page_leave_async (DD_REVIEW_PAGE (widget), left_cb, NULL);
}

static void
close_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  DdReviewPage *self = DD_REVIEW_PAGE (object);

  if (dd_review_page_leave_finish (self, result, NULL) && self->window != NULL)
    gtk_window_close (self->window);
}

/* What is kept is there next time; if it cannot be kept, the user is asked. */
static gboolean
close_request_cb (DdReviewPage *self)
{
  if (self->done || !dd_review_get_changed (self->review) ||
      dd_review_keeper_flush (self->keeper))
    return GDK_EVENT_PROPAGATE;

  dd_review_page_leave_async (self, close_cb, NULL);

  return GDK_EVENT_STOP;
}

static void
dd_review_page_root (GtkWidget *widget)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (dd_review_page_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root))
    return;
  self->window = GTK_WINDOW (root);
  g_signal_connect_object (root, "close-request", G_CALLBACK (close_request_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
dd_review_page_unroot (GtkWidget *widget)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);

  if (self->window != NULL)
    g_signal_handlers_disconnect_by_func (self->window, close_request_cb, self);
  self->window = NULL;

  GTK_WIDGET_CLASS (dd_review_page_parent_class)->unroot (widget);
}

/* --- the object ----------------------------------------------------------- */

static gboolean
key_pressed_cb (DdReviewPage    *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  return dd_review_page_press_key (self, key, modifiers);
}

static gboolean
dd_review_page_grab_focus (GtkWidget *widget)
{
  DdReviewPage *self = DD_REVIEW_PAGE (widget);

  return gtk_widget_grab_focus (dd_review_get_n_clauses (self->review) > 0
                                ? GTK_WIDGET (self->cards) : GTK_WIDGET (self->text));
}

static void
dd_review_page_dispose (GObject *object)
{
  DdReviewPage *self = DD_REVIEW_PAGE (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_REVIEW_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->keeper);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (dd_review_page_parent_class)->dispose (object);
}

static void
dd_review_page_class_init (DdReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_review_page_dispose;
  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_review_page_grab_focus;
  widget_class->root = dd_review_page_root;
  widget_class->unroot = dd_review_page_unroot;

  /* The user gave it up. */
  signals[LEFT] =
    g_signal_new ("left", DD_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* It is stored: the document, and the meeting or 0. */
  signals[CREATED] =
    g_signal_new ("created", DD_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  /* The text is to be read once more, from a day. */
  signals[READ_AGAIN] =
    g_signal_new ("read-again", DD_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/meetings/dd-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, create_button);
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, fault_revealer);
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, fault_label);
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, paned);
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, text_window);
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, legend);
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, cards_window);
  gtk_widget_class_bind_template_child (widget_class, DdReviewPage, side);

  gtk_widget_class_install_action (widget_class, "review.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "review.leave", NULL, leave_action);
  dd_review_page_install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "review.leave", NULL);
}

static void
dd_review_page_init (DdReviewPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
read_again_cb (DdReviewPage *self,
               guint         day)
{
  g_signal_emit (self, signals[READ_AGAIN], 0, day);
}

static GtkWidget *
make_nothing_found (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Directives Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Nothing in this text assigns work to anybody. Select a "
                                     "sentence to make a directive of it, keep the text as a "
                                     "document, or give it up."));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_widget_add_css_class (page, "compact");

  return page;
}

static void
fill_side (DdReviewPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->cards_window);

  self->facts = DD_REVIEW_FACTS_PANEL (dd_review_facts_panel_new (self->session, self->review));
  g_signal_connect_object (self->facts, "read-again", G_CALLBACK (read_again_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->side, GTK_WIDGET (self->facts));
  gtk_box_append (self->side, dd_review_units_panel_new (self->session, self->review));
  self->nothing = make_nothing_found ();
  gtk_box_append (self->side, self->nothing);
  self->cards = DD_REVIEW_CARDS (dd_review_cards_new (self->session, self->review, adjustment));
  gtk_box_append (self->side, GTK_WIDGET (self->cards));
  g_signal_connect_object (self->cards, "clause-selected", G_CALLBACK (clause_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "clause-picked", G_CALLBACK (clause_picked_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
clauses_changed_cb (DdReviewPage *self)
{
  gtk_widget_set_visible (self->nothing, dd_review_get_n_clauses (self->review) == 0);
  review_changed_cb (self);
}

static void
members_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DdReview) review = user_data;
  g_autoptr (GPtrArray) members = dd_store_select_finish (DD_STORE (object), result, NULL);

  /* Without them a group is one that nobody said anything of yet. */
  if (members != NULL)
    dd_review_set_members (review, members);
}

static void
read_members (DdReviewPage *self)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT_MEMBER);

  dd_store_select_async (dd_session_get_store (self->session), query, NULL, members_read_cb,
                         g_object_ref (self->review));
}

static void
legend_toggled_cb (DdReviewPage *self,
                   guint         kind,
                   gboolean      shown)
{
  dd_review_text_show_kind (self->text, kind, shown);
}

GtkWidget *
dd_review_page_new (DdSession *session,
                    DdReview  *review)
{
  DdReviewPage *self = g_object_new (DD_TYPE_REVIEW_PAGE, NULL);
  GtkWidget *legend;

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);
  self->keeper = dd_review_keeper_new (review, dd_session_get_store (session));
  self->text = DD_REVIEW_TEXT (dd_review_text_new (review));
  gtk_scrolled_window_set_child (self->text_window, GTK_WIDGET (self->text));
  legend = dd_review_legend_new ();
  g_signal_connect_object (legend, "toggled", G_CALLBACK (legend_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->legend, legend);
  fill_side (self);
  g_signal_connect_object (review, "clause-changed", G_CALLBACK (review_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "clauses-changed", G_CALLBACK (clauses_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "steps-changed", G_CALLBACK (steps_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "units-changed", G_CALLBACK (review_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "facts-changed", G_CALLBACK (review_changed_cb), self,
                           G_CONNECT_SWAPPED);
  clauses_changed_cb (self);
  steps_changed_cb (self);
  read_members (self);
  if (dd_store_get_read_only (dd_session_get_store (session)))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.create", FALSE);

  return GTK_WIDGET (self);
}

DdReview *
dd_review_page_get_review (DdReviewPage *self)
{
  g_return_val_if_fail (DD_IS_REVIEW_PAGE (self), NULL);

  return self->review;
}

static void
discard_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  DdReviewPage *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!dd_confirm_finish (result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  self->done = TRUE;
  g_task_return_boolean (task, TRUE);
}

/**
 * dd_review_page_leave_async:
 *
 * Leaves the review. What was decided is kept, to be continued; only if that cannot be
 * done it asks.
 */
void
dd_review_page_leave_async (DdReviewPage        *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (DD_IS_REVIEW_PAGE (self));

  g_task_set_source_tag (task, dd_review_page_leave_async);
  if (self->storing)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "being stored");
      return;
    }
  if (!self->done && !dd_review_get_changed (self->review))
    dd_review_keeper_discard (self->keeper, FALSE);
  else if (!self->done && dd_review_keeper_flush (self->keeper))
    dd_session_tell (self->session, _("The review is kept and can be continued"), 0);
  else if (!self->done)
    {
      dd_confirm_async (get_window (self), DD_CONFIRM_DESTRUCTIVE, _("Leave This Review?"),
                        _("No task has been created yet, and the review cannot be kept. What you "
                          "corrected and decided here will be lost."), _("_Leave"), NULL,
                        discard_cb, g_object_ref (task));
      return;
    }

  self->done = TRUE;
  g_task_return_boolean (task, TRUE);
}

/**
 * dd_review_page_leave_finish:
 *
 * Returns: whether the review is given up; "no" is %G_IO_ERROR_CANCELLED
 */
gboolean
dd_review_page_leave_finish (DdReviewPage  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

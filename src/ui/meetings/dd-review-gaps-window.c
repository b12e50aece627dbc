/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-gaps-window"

#include "config.h"

#include "dd-review-gaps-window.h"

#include "dd-directive.h"
#include "dd-label.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewGapsWindow:
 *
 * Asks, before tasks are created, about those of which not everything is clear: to fill
 * it in, to create them all the same with a reason, or to leave them out for now.
 */
struct _DdReviewGapsWindow
{
  AdwWindow    parent_instance;

  /* Template children */
  GtkLabel    *count_label;
  GtkListBox  *list;
  AdwEntryRow *reason;
};

G_DEFINE_FINAL_TYPE (DdReviewGapsWindow, dd_review_gaps_window, ADW_TYPE_WINDOW)

enum { DECIDED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* More than these say nothing to anybody. */
#define SHOWN_MAX 100

static void
decide (DdReviewGapsWindow   *self,
        DdReviewGapsDecision  decision)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[DECIDED], 0, (guint) decision, reason);
  g_object_unref (self);
}

static void
fill_in_cb (DdReviewGapsWindow *self)
{
  decide (self, DD_REVIEW_GAPS_FILL_IN);
}

static void
leave_out_cb (DdReviewGapsWindow *self)
{
  decide (self, DD_REVIEW_GAPS_LEAVE_OUT);
}

/* A reason is what makes it more than a slip. */
static void
create_cb (DdReviewGapsWindow *self)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  if (*g_strstrip (reason) != '\0')
    {
      decide (self, DD_REVIEW_GAPS_CREATE);
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
reason_changed_cb (DdReviewGapsWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->reason), "error");
}

static void
dd_review_gaps_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_REVIEW_GAPS_WINDOW);

  G_OBJECT_CLASS (dd_review_gaps_window_parent_class)->dispose (object);
}

static void
dd_review_gaps_window_class_init (DdReviewGapsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_review_gaps_window_dispose;

  /* A #DdReviewGapsDecision, and the reason for creating tasks with gaps. */
  signals[DECIDED] =
    g_signal_new ("decided", DD_TYPE_REVIEW_GAPS_WINDOW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/vn/dondoc/ui/meetings/dd-review-gaps-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DdReviewGapsWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, DdReviewGapsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, DdReviewGapsWindow, reason);
  gtk_widget_class_bind_template_callback (widget_class, fill_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_review_gaps_window_init (DdReviewGapsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_row (DdReview *review,
          guint     clause)
{
  const DdDraft *draft = dd_review_get_draft (review, clause);
  const char *ordinal = dd_row_get_text (draft->directive, DD_DIRECTIVE_ORDINAL);
  g_autofree char *gaps = dd_clarity_describe_gaps (dd_review_get_clarity (review, clause));
  g_autofree char *title = ordinal != NULL ? g_strdup_printf ("%s  %s", ordinal, draft->content)
                                           : g_strdup (draft->content);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_text (dd_label_append (GTK_BOX (box), NULL, 1), title);
  gtk_label_set_text (dd_label_append (GTK_BOX (box), "caption", 2), gaps);
  gtk_widget_add_css_class (row, "review-unit");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/**
 * dd_review_gaps_window_new:
 * @review: some of whose tasks are not clear
 */
GtkWidget *
dd_review_gaps_window_new (GtkWindow *parent,
                           DdReview  *review)
{
  DdReviewGapsWindow *self = g_object_new (DD_TYPE_REVIEW_GAPS_WINDOW,
                                           "transient-for", parent,
                                           "modal", TRUE,
                                           NULL);
  guint n_clear, n_gaps = dd_review_count_gaps (review, &n_clear), n_shown = 0;
  g_autofree char *clear = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u clause is clear",
                                                         "%u clauses are clear", n_clear), n_clear);
  g_autofree char *gaps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u has gaps",
                                                        "%u have gaps", n_gaps), n_gaps);
  /* Translators: "12 clauses are clear", then "5 have gaps". */
  g_autofree char *count = g_strdup_printf (_("%s, %s"), clear, gaps);

  gtk_label_set_text (self->count_label, count);
  for (guint i = 0; i < dd_review_get_n_clauses (review) && n_shown < SHOWN_MAX; i++)
    if (dd_review_get_clarity (review, i) != DD_CLARITY_ALL)
      {
        gtk_list_box_append (self->list, make_row (review, i));
        n_shown++;
      }

  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-bar"

#include "config.h"

#include "dd-review-bar.h"

#include "dd-confirm.h"
#include "dd-error-dialog.h"
#include "dd-review-keeper.h"
#include "dd-review-state.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewBar:
 *
 * Says that a review was left half-way, and lets it be continued or thrown away.
 * Hidden while there is none.
 */
struct _DdReviewBar
{
  GtkWidget     parent_instance;

  GtkRevealer  *revealer;
  GtkLabel     *label;
  DdSession    *session;
  DdReviewKept *kept;           /* NULL: there is none */
  gboolean      reading;
};

G_DEFINE_FINAL_TYPE (DdReviewBar, dd_review_bar, GTK_TYPE_WIDGET)

enum { CONTINUED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_kept (DdReviewBar *self)
{
  g_autofree char *text = NULL;

  if (self->revealer == NULL)
    return;
  if (self->kept != NULL)
    text = self->kept->name != NULL
         /* Translators: %s is the number of a document, or the name of a file. */
         ? g_strdup_printf (_("The review of %s is not finished."), self->kept->name)
         : g_strdup (_("The review of a pasted text is not finished."));
  if (text != NULL)
    gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), self->kept != NULL);
  gtk_revealer_set_reveal_child (self->revealer, self->kept != NULL);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DdReviewBar) self = user_data;

  g_clear_pointer (&self->kept, dd_review_kept_free);
  self->kept = dd_review_kept_find_finish (DD_STORE (object), result, NULL);
  show_kept (self);
}

/* --- going on ------------------------------------------------------------- */

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (DdReviewBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdReview) review = NULL;
  DdConclusion *conclusion = dd_conclusion_read_finish (DD_STORE (object), result, &error);

  self->reading = FALSE;
  if (conclusion == NULL || self->kept == NULL)
    {
      if (error != NULL && self->session != NULL)
        dd_error_dialog_show (GTK_WIDGET (self), error);
      dd_conclusion_free (conclusion);
      return;
    }

  review = dd_review_new (conclusion, NULL);
  dd_review_set_kept_as (review, self->kept->base);
  if (!dd_review_restore (review, self->kept->state))
    g_message ("what was decided in the review cannot be read; the text is");
  if (self->session != NULL)
    g_signal_emit (self, signals[CONTINUED], 0, review);
}

static void
continue_cb (DdReviewBar *self)
{
  if (self->kept == NULL || self->reading)
    return;

  self->reading = TRUE;
  dd_conclusion_read_async (dd_session_get_store (self->session), NULL,
                            dd_text_file_copy (self->kept->file), self->kept->reference, NULL,
                            read_cb, g_object_ref (self));
}

static void
discard_confirmed_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (DdReviewBar) self = user_data;

  if (!dd_confirm_finish (result, NULL) || self->kept == NULL)
    return;

  dd_review_kept_remove (self->kept);
  dd_review_bar_refresh (self);
}

static void
discard_cb (DdReviewBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  dd_confirm_async (GTK_WINDOW (root), DD_CONFIRM_DESTRUCTIVE, _("Discard This Review?"),
                    _("No task has been created yet. What you corrected and decided in it will "
                      "be lost."), _("_Discard"), NULL, discard_confirmed_cb, g_object_ref (self));
}

/* --- the object ----------------------------------------------------------- */

static void
dd_review_bar_dispose (GObject *object)
{
  DdReviewBar *self = DD_REVIEW_BAR (object);

  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;
  g_clear_object (&self->session);
  g_clear_pointer (&self->kept, dd_review_kept_free);

  G_OBJECT_CLASS (dd_review_bar_parent_class)->dispose (object);
}

static void
dd_review_bar_class_init (DdReviewBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_review_bar_dispose;

  /* A review goes on. */
  signals[CONTINUED] =
    g_signal_new ("continued", DD_TYPE_REVIEW_BAR, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, DD_TYPE_REVIEW);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
append_button (DdReviewBar *self,
               GtkWidget   *bar,
               GtkWidget   *button,
               GCallback    callback)
{
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);
}

static void
dd_review_bar_init (DdReviewBar *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (bar, "filter-bar");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->label));
  append_button (self, bar, gtk_button_new_with_mnemonic (_("C_ontinue the Review")),
                 G_CALLBACK (continue_cb));
  append_button (self, bar, gtk_button_new_with_mnemonic (_("_Discard")), G_CALLBACK (discard_cb));
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, bar);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
  show_kept (self);
}

void
dd_review_bar_start (DdReviewBar *self,
                     DdSession   *session)
{
  g_return_if_fail (DD_IS_REVIEW_BAR (self));

  self->session = g_object_ref (session);
  dd_review_bar_refresh (self);
}

/**
 * dd_review_bar_refresh:
 *
 * Looks anew whether there is one.
 */
void
dd_review_bar_refresh (DdReviewBar *self)
{
  g_return_if_fail (DD_IS_REVIEW_BAR (self));

  /* Of a file that may only be read nothing can be made. */
  if (self->session != NULL && !dd_store_get_read_only (dd_session_get_store (self->session)))
    dd_review_kept_find_async (dd_session_get_store (self->session), found_cb,
                               g_object_ref (self));
}

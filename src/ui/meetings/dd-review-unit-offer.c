/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-unit-offer"

#include "config.h"

#include "dd-review-unit-offer.h"

#include "dd-directive.h"
#include "dd-error-dialog.h"
#include "dd-focus.h"
#include "dd-label.h"
#include "dd-unit-name.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewUnitOffer:
 *
 * Somebody put another unit in place of one that the text names: that is offered for
 * the whole document, and to be remembered. Hidden while there is nothing to offer.
 */
struct _DdReviewUnitOffer
{
  GtkWidget       parent_instance;

  DdSession      *session;
  DdReview       *review;
  guint           clause;
  char           *name;         /* what the text calls it */
  gint64          unit;         /* what it was corrected to */

  GtkBox         *box;
  GtkLabel       *question;
  GtkCheckButton *remember;
  GtkLabel       *remember_label;
};

G_DEFINE_FINAL_TYPE (DdReviewUnitOffer, dd_review_unit_offer, GTK_TYPE_WIDGET)

static void
unit_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DdReviewUnitOffer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) unit = dd_store_fetch_finish (DD_STORE (object), result, &error);

  if (self->review == NULL)
    return;
  if (unit == NULL)
    dd_error_dialog_show (GTK_WIDGET (self), error);
  else
    dd_review_correct_unit (self->review, self->clause, self->name, dd_record_get_row (unit),
                            gtk_check_button_get_active (self->remember));
}

/* It is read anew: the unit that learns a name has to be the one there is. */
static void
apply_clicked_cb (DdReviewUnitOffer *self)
{
  dd_store_fetch_async (dd_session_get_store (self->session), DD_KIND_UNIT, self->unit, NULL,
                        unit_read_cb, g_object_ref (self));
}

/* The name that the text has and the clause no longer; NULL unless it is exactly one. */
static char *
find_gone (char      **names,
           GPtrArray  *now)
{
  const char *gone = NULL;
  guint n = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gboolean there = FALSE;

      for (guint j = 0; j < now->len && !there; j++)
        there = g_str_equal (((const DdDraftUnit *) now->pdata[j])->name, names[i]);
      if (there)
        continue;
      gone = names[i];
      n++;
    }

  return n == 1 ? g_strdup (gone) : NULL;
}

/* The known unit that came; 0 unless it is exactly one. */
static gint64
find_come (char      **names,
           GPtrArray  *now)
{
  gint64 come = 0;
  guint n = 0;

  for (guint i = 0; i < now->len; i++)
    {
      const DdDraftUnit *unit = now->pdata[i];

      if (names != NULL && g_strv_contains ((const char * const *) names, unit->name))
        continue;
      come = unit->id;
      n++;
    }

  return n == 1 ? come : 0;
}

static gboolean
look_for (DdReviewUnitOffer *self,
          guint              field,
          GPtrArray         *now)
{
  const DdRow *read = dd_review_get_finding (self->review, self->clause)->directive;
  g_auto (GStrv) names = dd_row_get_list (read, field);

  g_clear_pointer (&self->name, g_free);
  self->name = find_gone (names, now);
  self->unit = find_come (names, now);

  return self->name != NULL && self->unit != 0;
}

static void
dd_review_unit_offer_dispose (GObject *object)
{
  DdReviewUnitOffer *self = DD_REVIEW_UNIT_OFFER (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (dd_review_unit_offer_parent_class)->dispose (object);
}

static void
dd_review_unit_offer_finalize (GObject *object)
{
  g_clear_pointer (&DD_REVIEW_UNIT_OFFER (object)->name, g_free);

  G_OBJECT_CLASS (dd_review_unit_offer_parent_class)->finalize (object);
}

static void
dd_review_unit_offer_class_init (DdReviewUnitOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_review_unit_offer_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_review_unit_offer_finalize;
  widget_class->focus = dd_focus_move;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dd_review_unit_offer_init (DdReviewUnitOffer *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("In the Whole Document"));

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "review-offer");
  self->question = dd_label_append (self->box, NULL, 3);
  self->remember = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->remember_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->remember_label, TRUE);
  gtk_label_set_xalign (self->remember_label, 0);
  gtk_check_button_set_child (self->remember, GTK_WIDGET (self->remember_label));
  gtk_box_append (self->box, GTK_WIDGET (self->remember));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (apply_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dd_review_unit_offer_new (DdSession *session,
                          DdReview  *review)
{
  DdReviewUnitOffer *self = g_object_new (DD_TYPE_REVIEW_UNIT_OFFER, NULL);

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);

  return GTK_WIDGET (self);
}

/**
 * dd_review_unit_offer_show:
 *
 * Looks what was corrected in the clause, and offers it.
 */
void
dd_review_unit_offer_show (DdReviewUnitOffer *self,
                           guint              clause)
{
  const DdDraft *draft;
  const char *name;
  gboolean found;
  g_autofree char *question = NULL;
  g_autofree char *remember = NULL;

  g_return_if_fail (DD_IS_REVIEW_UNIT_OFFER (self));

  self->clause = clause;
  draft = dd_review_get_draft (self->review, clause);
  found = look_for (self, DD_DIRECTIVE_LEAD, draft->leads) ||
          look_for (self, DD_DIRECTIVE_COORDINATING, draft->coordinating);
  gtk_widget_set_visible (GTK_WIDGET (self), found);
  if (!found)
    return;

  name = dd_review_units_get_name (dd_review_get_units (self->review), self->unit);
  if (name == NULL)
    name = _("the unit chosen here");
  /* Translators: what a text calls a unit, and the unit that is meant. */
  question = g_strdup_printf (_("Does “%s” mean %s in the whole document?"), self->name, name);
  /* Translators: what a text calls a unit, and the unit that is meant. */
  remember = g_strdup_printf (_("Remember “%s” as another name of %s"), self->name, name);
  gtk_label_set_text (self->question, question);
  gtk_label_set_text (self->remember_label, remember);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remember), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remember, -1);
  gtk_check_button_set_active (self->remember, !dd_unit_name_is_vague (self->name));
}

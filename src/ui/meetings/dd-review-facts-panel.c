/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-facts-panel"

#include "config.h"

#include "dd-review-facts-panel.h"

#include "dd-day-text.h"
#include "dd-document.h"
#include "dd-expander.h"
#include "dd-form-line.h"
#include "dd-label.h"
#include "dd-meeting.h"
#include "dd-reference-entry.h"
#include "dd-reference-list.h"
#include "dd-reference-match.h"
#include "dd-review-fields.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewFactsPanel:
 *
 * What the document says of itself, and which meeting it concludes. Closed it
 * is two lines; what can be corrected is made when it is opened first.
 */
struct _DdReviewFactsPanel
{
  GtkWidget         parent_instance;

  DdSession        *session;
  DdReview         *review;

  GtkExpander      *expander;
  GtkLabel         *document_label;
  GtkLabel         *meeting_label;
  GtkLabel         *same_day_label;
  GtkBox           *box;
  DdReviewFields   *document;           /* NULL until it is opened */
  DdReviewFields   *new_meeting;
  GtkDropDown      *choice;
  GtkStack         *stack;              /* a page for each choice */
  DdReferenceEntry *known;
  DdReferenceList  *attending;
  GtkWidget        *same_day_box;
  GtkWidget        *read_again_box;
  GtkWidget        *read_again_button;
  gboolean          writing;
};

G_DEFINE_FINAL_TYPE (DdReviewFactsPanel, dd_review_facts_panel, GTK_TYPE_WIDGET)

enum { READ_AGAIN, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char * const choice_names[DD_N_REVIEW_MEETINGS] = {
  [DD_REVIEW_NEW_MEETING] = "new",
  [DD_REVIEW_KNOWN_MEETING] = "known",
  [DD_REVIEW_NO_MEETING] = "none",
};

static const char * const choice_labels[DD_N_REVIEW_MEETINGS] = {
  [DD_REVIEW_NEW_MEETING] = N_("Concludes a new meeting"),
  [DD_REVIEW_KNOWN_MEETING] = N_("Concludes a meeting that is there already"),
  [DD_REVIEW_NO_MEETING] = N_("Concludes no meeting"),
};

static const DdReviewFieldPair document_pairs[] = {
  { DD_DOCUMENT_NUMBER, DD_DOCUMENT_TYPE },
  { DD_DOCUMENT_DAY, DD_DOCUMENT_SIGNER },
  { DD_DOCUMENT_ISSUER, -1 },
  { DD_DOCUMENT_SUBJECT, -1 },
};

static const DdReviewFieldPair meeting_pairs[] = {
  { DD_MEETING_TITLE, -1 },
  { DD_MEETING_KIND, DD_MEETING_DAY },
  { DD_MEETING_SERIES, DD_MEETING_NUMBER },
  { DD_MEETING_CHAIR, DD_MEETING_CHAIR_POST },
  { DD_MEETING_FORMAT, DD_MEETING_PLACE },
  { DD_MEETING_SITES, -1 },
};

/* --- in two lines --------------------------------------------------------- */

static char *
describe_document (const DdRow *document)
{
  const char *number = dd_row_get_text (document, DD_DOCUMENT_NUMBER);
  const char *type = dd_row_get_text (document, DD_DOCUMENT_TYPE);
  const char *name = dd_row_get_text (document, DD_DOCUMENT_FILE_NAME);
  g_autofree char *day = dd_day_to_text (dd_row_get_day (document, DD_DOCUMENT_DAY));
  g_autofree char *what = NULL;

  if (type != NULL && number != NULL)
    what = g_strdup_printf ("%s %s", type, number);
  else
    what = g_strdup (number != NULL ? number : type != NULL ? type
                     : name != NULL ? name : _("Pasted text"));

  return dd_row_is_set (document, DD_DOCUMENT_DAY) ? g_strdup_printf ("%s · %s", what, day)
                                                   : g_steal_pointer (&what);
}

static char *
describe_meeting (DdReview *review)
{
  const DdRow *known = dd_review_get_known_meeting (review);
  g_autofree char *name = NULL;

  switch (dd_review_get_meeting (review))
    {
    case DD_REVIEW_NEW_MEETING:
      name = dd_reference_describe (dd_review_get_new_meeting (review));
      /* Translators: %s is the day and the title of a meeting. */
      return g_strdup_printf (_("New meeting: %s"), name);

    case DD_REVIEW_KNOWN_MEETING:
      name = known != NULL ? dd_reference_describe (known) : g_strdup (_("none is chosen yet"));
      /* Translators: %s is the day and the title of a meeting. */
      return g_strdup_printf (_("Meeting: %s"), name);

    case DD_REVIEW_NO_MEETING:
    default:
      return g_strdup (_("No meeting"));
    }
}

static void
show_summary (DdReviewFactsPanel *self)
{
  const DdConclusion *conclusion = dd_review_get_conclusion (self->review);
  const DdRow *document = dd_review_get_document (self->review);
  g_autofree char *text = describe_document (document);
  g_autofree char *meeting = describe_meeting (self->review);
  gboolean same_day = dd_review_get_meeting (self->review) == DD_REVIEW_NEW_MEETING &&
                      conclusion->meetings->len > 0;

  gtk_label_set_text (self->document_label, text);
  gtk_label_set_text (self->meeting_label, meeting);
  gtk_widget_set_visible (GTK_WIDGET (self->same_day_label), same_day);
  if (self->stack == NULL)
    return;

  gtk_widget_set_visible (self->same_day_box, same_day);
  gtk_widget_set_sensitive (self->read_again_button, dd_row_is_set (document, DD_DOCUMENT_DAY));
}

/* --- into the review ------------------------------------------------------ */

static void
document_changed_cb (DdReviewFactsPanel *self)
{
  g_autoptr (DdRow) row = dd_review_fields_read (self->document,
                                                 dd_review_get_document (self->review));

  dd_review_set_document (self->review, row);
}

static void
meeting_changed_cb (DdReviewFactsPanel *self)
{
  g_autoptr (DdRow) row = dd_review_fields_read (self->new_meeting,
                                                 dd_review_get_new_meeting (self->review));

  dd_review_set_new_meeting (self->review, row);
}

static void
attending_changed_cb (DdReviewFactsPanel *self)
{
  g_autoptr (GPtrArray) units = dd_draft_units_new ();

  for (guint i = 0; i < dd_reference_list_get_size (self->attending); i++)
    g_ptr_array_add (units, dd_draft_unit_new (dd_reference_list_get_name (self->attending, i),
                                               dd_reference_list_get_id (self->attending, i)));
  dd_review_set_attending (self->review, units);
}

static void
choice_changed_cb (DdReviewFactsPanel *self)
{
  DdReviewMeeting choice = gtk_drop_down_get_selected (self->choice);
  const DdRow *known = dd_review_get_known_meeting (self->review);
  g_autoptr (DdRow) copy = known != NULL ? dd_row_copy (known) : NULL;

  gtk_stack_set_visible_child_name (self->stack, choice_names[choice]);
  if (!self->writing)
    dd_review_choose_meeting (self->review, choice, copy);
}

static void
show_choice (DdReviewFactsPanel *self)
{
  const DdRow *known = dd_review_get_known_meeting (self->review);
  DdReviewMeeting choice = dd_review_get_meeting (self->review);

  self->writing = TRUE;
  gtk_drop_down_set_selected (self->choice, choice);
  gtk_stack_set_visible_child_name (self->stack, choice_names[choice]);
  if (known != NULL)
    {
      g_autofree char *name = dd_reference_describe (known);

      dd_reference_entry_set_id (self->known, dd_row_get_id (known), name);
    }
  self->writing = FALSE;
}

static void
known_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DdReviewFactsPanel) self = user_data;
  g_autoptr (DdRecord) meeting = dd_store_fetch_finish (DD_STORE (object), result, NULL);

  /* Another one may be chosen by now. */
  if (meeting == NULL || self->known == NULL ||
      dd_reference_entry_get_id (self->known) != dd_record_get_id (meeting))
    return;

  dd_review_choose_meeting (self->review, DD_REVIEW_KNOWN_MEETING, dd_record_get_row (meeting));
}

static void
known_changed_cb (DdReviewFactsPanel *self)
{
  gint64 id = dd_reference_entry_get_id (self->known);

  if (self->writing)
    return;
  if (id == 0)
    {
      dd_review_choose_meeting (self->review, DD_REVIEW_KNOWN_MEETING, NULL);
      return;
    }

  dd_store_fetch_async (dd_session_get_store (self->session), DD_KIND_MEETING, id, NULL,
                        known_read_cb, g_object_ref (self));
}

static void
use_same_day_cb (DdReviewFactsPanel *self)
{
  const DdConclusion *conclusion = dd_review_get_conclusion (self->review);

  dd_review_choose_meeting (self->review, DD_REVIEW_KNOWN_MEETING,
                            conclusion->meetings->pdata[0]);
  show_choice (self);
}

static void
read_again_cb (DdReviewFactsPanel *self)
{
  g_signal_emit (self, signals[READ_AGAIN], 0,
                 (guint) dd_row_get_day (dd_review_get_document (self->review), DD_DOCUMENT_DAY));
}

/* --- what opens ----------------------------------------------------------- */

static GtkWidget *
make_hint (const char *text,
           GtkWidget  *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static GtkWidget *
make_new_meeting (DdReviewFactsPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GPtrArray *attending = dd_review_get_attending (self->review);
  GtkWidget *use = gtk_button_new_with_label (_("Use That Meeting"));

  g_signal_connect_object (use, "clicked", G_CALLBACK (use_same_day_cb), self, G_CONNECT_SWAPPED);
  self->same_day_box =
    make_hint (_("The text may conclude a meeting of that day that is there already."), use);
  gtk_box_append (GTK_BOX (box), self->same_day_box);
  self->new_meeting =
    DD_REVIEW_FIELDS (dd_review_fields_new (self->session,
                                            dd_review_get_new_meeting (self->review),
                                            meeting_pairs, G_N_ELEMENTS (meeting_pairs)));
  g_signal_connect_object (self->new_meeting, "changed", G_CALLBACK (meeting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->new_meeting));

  self->attending = DD_REFERENCE_LIST (dd_reference_list_new (self->session, DD_KIND_UNIT));
  for (guint i = 0; i < attending->len; i++)
    {
      const DdDraftUnit *unit = attending->pdata[i];

      dd_reference_list_add (self->attending, unit->id, unit->name);
    }
  g_signal_connect_object (self->attending, "changed", G_CALLBACK (attending_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), dd_form_line_new_with_widget (_("Attending units"),
                                                               GTK_WIDGET (self->attending)));

  return box;
}

static GtkWidget *
make_known_meeting (DdReviewFactsPanel *self)
{
  self->known = DD_REFERENCE_ENTRY (dd_reference_entry_new (self->session, DD_KIND_MEETING));
  g_signal_connect_object (self->known, "changed", G_CALLBACK (known_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return dd_form_line_new_with_widget (_("Meeting"), GTK_WIDGET (self->known));
}

static void
append_meeting (DdReviewFactsPanel *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < DD_N_REVIEW_MEETINGS; i++)
    gtk_string_list_append (labels, _(choice_labels[i]));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL));
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, dd_form_line_new_with_widget (_("Meeting"),
                                                           GTK_WIDGET (self->choice)));

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_new_meeting (self), choice_names[DD_REVIEW_NEW_MEETING]);
  gtk_stack_add_named (self->stack, make_known_meeting (self),
                       choice_names[DD_REVIEW_KNOWN_MEETING]);
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
                       choice_names[DD_REVIEW_NO_MEETING]);
  gtk_box_append (self->box, GTK_WIDGET (self->stack));
}

static void
fill_box (DdReviewFactsPanel *self)
{
  const DdConclusion *conclusion = dd_review_get_conclusion (self->review);
  const DdReading *reading = conclusion->reading;

  self->document =
    DD_REVIEW_FIELDS (dd_review_fields_new (self->session, dd_review_get_document (self->review),
                                            document_pairs, G_N_ELEMENTS (document_pairs)));
  g_signal_connect_object (self->document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, GTK_WIDGET (self->document));

  self->read_again_button = gtk_button_new_with_label (_("Read Again"));
  g_signal_connect_object (self->read_again_button, "clicked", G_CALLBACK (read_again_cb), self,
                           G_CONNECT_SWAPPED);
  self->read_again_box =
    make_hint (_("The text does not say from which day it speaks, so a day without a year cannot "
                 "be told. Enter the date of the document and have it read again."),
               self->read_again_button);
  gtk_widget_set_visible (self->read_again_box,
                          !dd_row_is_set (reading->document, DD_DOCUMENT_DAY) &&
                          !dd_row_is_set (reading->meeting, DD_MEETING_DAY) &&
                          conclusion->reference == DD_DAY_NONE);
  gtk_box_append (self->box, self->read_again_box);

  append_meeting (self);
  show_choice (self);
  show_summary (self);
}

static void
expanded_cb (DdReviewFactsPanel *self)
{
  if (self->stack == NULL && gtk_expander_get_expanded (self->expander))
    fill_box (self);
}

/* --- the object ----------------------------------------------------------- */

static void
dd_review_facts_panel_dispose (GObject *object)
{
  DdReviewFactsPanel *self = DD_REVIEW_FACTS_PANEL (object);

  if (self->expander != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->expander));
  self->expander = NULL;
  self->known = NULL;
  self->stack = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (dd_review_facts_panel_parent_class)->dispose (object);
}

static void
dd_review_facts_panel_class_init (DdReviewFactsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_review_facts_panel_dispose;

  /* The text is to be read once more, from a day. */
  signals[READ_AGAIN] =
    g_signal_new ("read-again", DD_TYPE_REVIEW_FACTS_PANEL, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dd_review_facts_panel_init (DdReviewFactsPanel *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkLabel *title = dd_label_append (GTK_BOX (heading), "heading", 1);

  gtk_widget_add_css_class (GTK_WIDGET (self), "review-panel");
  gtk_label_set_text (title, _("Document and Meeting"));
  self->document_label = dd_label_append (GTK_BOX (heading), "caption", 1);
  self->meeting_label = dd_label_append (GTK_BOX (heading), "caption", 1);
  self->same_day_label = dd_label_append (GTK_BOX (heading), "caption", 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->same_day_label), "warning");
  gtk_label_set_text (self->same_day_label, _("There is a meeting of that day already: please "
                                              "look"));

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 9);
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  dd_expander_set_heading (self->expander, heading);
  gtk_expander_set_child (self->expander, GTK_WIDGET (self->box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Document and Meeting"), -1);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
}

GtkWidget *
dd_review_facts_panel_new (DdSession *session,
                           DdReview  *review)
{
  DdReviewFactsPanel *self = g_object_new (DD_TYPE_REVIEW_FACTS_PANEL, NULL);

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);
  g_signal_connect_object (review, "facts-changed", G_CALLBACK (show_summary), self,
                           G_CONNECT_SWAPPED);
  show_summary (self);

  return GTK_WIDGET (self);
}

void
dd_review_facts_panel_open (DdReviewFactsPanel *self)
{
  g_return_if_fail (DD_IS_REVIEW_FACTS_PANEL (self));

  gtk_expander_set_expanded (self->expander, TRUE);
}

/**
 * dd_review_facts_panel_check:
 *
 * Returns: whether all that is typed is in the review; else the lines say what is not
 */
gboolean
dd_review_facts_panel_check (DdReviewFactsPanel *self)
{
  gboolean ok;

  g_return_val_if_fail (DD_IS_REVIEW_FACTS_PANEL (self), FALSE);

  if (self->document == NULL)
    return TRUE;

  ok = dd_review_fields_check (self->document, dd_review_get_document (self->review));
  if (dd_review_get_meeting (self->review) == DD_REVIEW_NEW_MEETING)
    ok = dd_review_fields_check (self->new_meeting,
                                 dd_review_get_new_meeting (self->review)) && ok;

  return ok;
}

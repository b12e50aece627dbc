/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-task-fields"

#include "config.h"

#include "dd-review-task-fields.h"

#include "dd-directive.h"
#include "dd-focus.h"
#include "dd-form-line.h"
#include "dd-reference-list.h"
#include "dd-review-fields.h"
#include "dd-review-group.h"
#include "dd-review-unit-offer.h"
#include "dd-task.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewTaskFields:
 *
 * What the tasks of a clause, or of a part of it, will say. What is typed is in the
 * review at once; what is not clear is asked for where it can be filled in.
 */
struct _DdReviewTaskFields
{
  GtkWidget          parent_instance;

  DdSession         *session;
  DdReview          *review;
  guint              clause;
  int                part;

  GtkTextBuffer     *content;
  GtkWidget         *content_view;
  DdReferenceList   *leads;
  GtkBox            *groups;            /* a DdReviewGroup for each group that leads */
  DdReviewUnitOffer *offer;
  DdReferenceList   *coordinating;
  DdReviewFields    *when;
  DdReviewFields    *result;
  DdReviewFields    *officer;
  DdReviewFields    *report_to;
  GtkBox            *products;          /* proposals */
  GtkLabel          *requests[DD_N_CLARITIES];
  gboolean           writing;           /* while what was typed is put into the review */
};

G_DEFINE_FINAL_TYPE (DdReviewTaskFields, dd_review_task_fields, GTK_TYPE_WIDGET)

static const DdReviewFieldPair when_pairs[] = {
  { DD_DIRECTIVE_DEADLINE, DD_DIRECTIVE_DEADLINE_KIND },
  { DD_DIRECTIVE_RECURRENCE, DD_DIRECTIVE_RECURRENCE_DAY },
};

static const DdReviewFieldPair result_pairs[] = { { DD_DIRECTIVE_PRODUCT, -1 } };
static const DdReviewFieldPair officer_pairs[] = { { DD_TASK_OFFICER, -1 } };
static const DdReviewFieldPair report_pairs[] = { { DD_DIRECTIVE_REPORT_TO, -1 } };

static const DdDraft *
get_draft (DdReviewTaskFields *self)
{
  return dd_review_get_part (self->review, self->clause, self->part);
}

/* --- what is missing ------------------------------------------------------ */

static void
product_clicked_cb (DdReviewTaskFields *self,
                    GtkButton          *button)
{
  g_autofree char *name = g_strdup (gtk_button_get_label (button));

  dd_review_fields_type (self->result, DD_DIRECTIVE_PRODUCT, name);
}

static void
show_products (DdReviewTaskFields *self,
               gboolean            wanted)
{
  g_auto (GStrv) names = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->products), wanted);
  if (!wanted || gtk_widget_get_first_child (GTK_WIDGET (self->products)) != NULL)
    return;

  names = dd_clarity_propose_products (get_draft (self));
  for (guint i = 0; names[i] != NULL && i < 3; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (names[i]);

      gtk_widget_add_css_class (button, "caption");
      g_signal_connect_object (button, "clicked", G_CALLBACK (product_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->products, button);
    }
}

static void
show_gaps (DdReviewTaskFields *self)
{
  DdClarity clear = dd_review_get_draft (self->review, self->clause)->make_tasks
                  ? dd_clarity_get (get_draft (self)) : DD_CLARITY_ALL;

  for (guint i = 0; i < DD_N_CLARITIES; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->requests[i]), (clear & (1 << i)) == 0);
  show_products (self, (clear & DD_CLARITY_RESULT) == 0);
}

/* --- into the review ------------------------------------------------------ */

static void
fields_changed_cb (DdReviewTaskFields *self)
{
  g_autoptr (DdRow) when = dd_review_fields_read (self->when, get_draft (self)->directive);
  g_autoptr (DdRow) result = dd_review_fields_read (self->result, when);
  g_autoptr (DdRow) directive = dd_review_fields_read (self->report_to, result);

  /* A day without a kind would say nothing. */
  if (dd_row_is_set (directive, DD_DIRECTIVE_DEADLINE) &&
      dd_row_get_choice (directive, DD_DIRECTIVE_DEADLINE_KIND) == DD_DEADLINE_KIND_NONE)
    {
      dd_row_set_choice (directive, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_BY);
      dd_review_fields_set_choice (self->when, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_BY);
    }

  self->writing = TRUE;
  dd_review_set_directive (self->review, self->clause, self->part, directive);
  self->writing = FALSE;
  show_gaps (self);
}

static void
officer_changed_cb (DdReviewTaskFields *self)
{
  g_autoptr (DdRow) empty = dd_row_new (DD_KIND_TASK);
  g_autoptr (DdRow) task = dd_review_fields_read (self->officer, empty);

  self->writing = TRUE;
  dd_review_set_officer (self->review, self->clause, self->part,
                         dd_row_get_text (task, DD_TASK_OFFICER));
  self->writing = FALSE;
  show_gaps (self);
}

static void
content_changed_cb (DdReviewTaskFields *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->content, &start, &end);
  text = gtk_text_buffer_get_text (self->content, &start, &end, TRUE);
  self->writing = TRUE;
  dd_review_set_content (self->review, self->clause, self->part, text);
  self->writing = FALSE;
  show_gaps (self);
}

static void
group_changed_cb (DdReviewTaskFields *self,
                  DdReviewGroup      *group)
{
  self->writing = TRUE;
  dd_review_group_apply (group, self->clause);
  self->writing = FALSE;
  show_gaps (self);
}

static void
show_groups (DdReviewTaskFields *self)
{
  const DdDraft *draft = get_draft (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; i < draft->leads->len; i++)
    {
      GtkWidget *group;

      if (!dd_review_is_group (self->review, draft->leads->pdata[i]))
        continue;
      group = dd_review_group_new (self->session, self->review, self->clause, self->part, i);
      g_signal_connect_object (group, "changed", G_CALLBACK (group_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->groups, group);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->groups),
                          gtk_widget_get_first_child (GTK_WIDGET (self->groups)) != NULL);
}

static void
units_changed_cb (DdReviewTaskFields *self,
                  DdReferenceList    *list)
{
  g_autoptr (GPtrArray) units = dd_draft_units_new ();

  for (guint i = 0; i < dd_reference_list_get_size (list); i++)
    g_ptr_array_add (units, dd_draft_unit_new (dd_reference_list_get_name (list, i),
                                               dd_reference_list_get_id (list, i)));

  self->writing = TRUE;
  dd_review_set_clause_units (self->review, self->clause, self->part, list == self->leads, units);
  self->writing = FALSE;
  if (list == self->leads)
    show_groups (self);
  if (self->part == DD_REVIEW_WHOLE)
    dd_review_unit_offer_show (self->offer, self->clause);
  show_gaps (self);
}

/* --- out of the review ---------------------------------------------------- */

static void
fill_units (DdReviewTaskFields *self,
            DdReferenceList    *list,
            GPtrArray          *units)
{
  DdReviewUnits *known = dd_review_get_units (self->review);

  g_signal_handlers_block_by_func (list, units_changed_cb, self);
  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit = units->pdata[i];
      gint64 id = dd_review_units_get_id (known, unit);
      const char *name = id != 0 ? dd_review_units_get_name (known, id) : NULL;

      dd_reference_list_add (list, id, name != NULL ? name : unit->name);
    }
  g_signal_handlers_unblock_by_func (list, units_changed_cb, self);
}

static void
append (DdReviewTaskFields *self,
        GtkWidget          *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
append_request (DdReviewTaskFields *self,
                guint               one)
{
  GtkWidget *label = gtk_label_new (dd_clarity_get_request (1 << one));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "warning");
  self->requests[one] = GTK_LABEL (label);
  append (self, label);
}

static DdReviewFields *
append_fields (DdReviewTaskFields      *self,
               const DdRow             *row,
               const DdReviewFieldPair *pairs,
               guint                    n_pairs,
               GCallback                callback)
{
  GtkWidget *fields = dd_review_fields_new (self->session, row, pairs, n_pairs);

  g_signal_connect_object (fields, "changed", callback, self, G_CONNECT_SWAPPED);
  append (self, fields);

  return DD_REVIEW_FIELDS (fields);
}

static void
append_content (DdReviewTaskFields *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  self->content_view = GTK_WIDGET (view);
  self->content = gtk_text_view_get_buffer (view);
  /* The review takes it back, with all else. */
  gtk_text_buffer_set_enable_undo (self->content, FALSE);
  gtk_text_buffer_set_text (self->content, get_draft (self)->content, -1);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 8);
  gtk_text_view_set_right_margin (view, 8);
  gtk_text_view_set_top_margin (view, 6);
  gtk_text_view_set_bottom_margin (view, 6);
  g_signal_connect_object (self->content, "changed", G_CALLBACK (content_changed_cb), self,
                           G_CONNECT_SWAPPED);
  append (self, dd_form_line_new_with_widget (_("Content of the task"), self->content_view));
}

static DdReferenceList *
append_units (DdReviewTaskFields *self,
              const char         *label,
              GPtrArray          *units)
{
  DdReferenceList *list = DD_REFERENCE_LIST (dd_reference_list_new (self->session, DD_KIND_UNIT));

  g_signal_connect_object (list, "changed", G_CALLBACK (units_changed_cb), self, G_CONNECT_SWAPPED);
  fill_units (self, list, units);
  append (self, dd_form_line_new_with_widget (label, GTK_WIDGET (list)));

  return list;
}

static void
append_leads (DdReviewTaskFields *self)
{
  self->leads = append_units (self, _("Lead (each unit gets a task of its own)"),
                              get_draft (self)->leads);
  append_request (self, 0);
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  append (self, GTK_WIDGET (self->groups));
  self->offer = DD_REVIEW_UNIT_OFFER (dd_review_unit_offer_new (self->session, self->review));
  append (self, GTK_WIDGET (self->offer));
  show_groups (self);
}

/* --- the object ----------------------------------------------------------- */

static gboolean
dd_review_task_fields_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DD_REVIEW_TASK_FIELDS (widget)->content_view);
}

static void
dd_review_task_fields_dispose (GObject *object)
{
  DdReviewTaskFields *self = DD_REVIEW_TASK_FIELDS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (dd_review_task_fields_parent_class)->dispose (object);
}

static void
dd_review_task_fields_class_init (DdReviewTaskFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_review_task_fields_dispose;
  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_review_task_fields_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dd_review_task_fields_init (DdReviewTaskFields *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
}

/**
 * dd_review_task_fields_new:
 * @part: the part of the clause, or %DD_REVIEW_WHOLE
 */
GtkWidget *
dd_review_task_fields_new (DdSession *session,
                           DdReview  *review,
                           guint      clause,
                           int        part)
{
  DdReviewTaskFields *self = g_object_new (DD_TYPE_REVIEW_TASK_FIELDS, NULL);
  g_autoptr (DdRow) task = dd_row_new (DD_KIND_TASK);
  const DdDraft *draft;

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);
  self->clause = clause;
  self->part = part;
  draft = get_draft (self);
  dd_row_set_text (task, DD_TASK_OFFICER, draft->officer);

  append_content (self);
  append_request (self, 1);
  append_leads (self);
  self->coordinating = append_units (self, _("Coordinating"), draft->coordinating);
  self->when = append_fields (self, draft->directive, when_pairs, G_N_ELEMENTS (when_pairs),
                              G_CALLBACK (fields_changed_cb));
  append_request (self, 2);
  self->result = append_fields (self, draft->directive, result_pairs, 1,
                                G_CALLBACK (fields_changed_cb));
  append_request (self, 3);
  self->products = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  append (self, GTK_WIDGET (self->products));
  self->officer = append_fields (self, task, officer_pairs, 1, G_CALLBACK (officer_changed_cb));
  self->report_to = append_fields (self, draft->directive, report_pairs, 1,
                                   G_CALLBACK (fields_changed_cb));
  append_request (self, 4);
  show_gaps (self);
  if (part == DD_REVIEW_WHOLE)
    dd_review_unit_offer_show (self->offer, clause);

  return GTK_WIDGET (self);
}

/**
 * dd_review_task_fields_set_clause:
 *
 * Tells that the clause has another number now.
 */
void
dd_review_task_fields_set_clause (DdReviewTaskFields *self,
                                  guint               clause)
{
  g_return_if_fail (DD_IS_REVIEW_TASK_FIELDS (self));

  self->clause = clause;
}

/**
 * dd_review_task_fields_get_writing:
 *
 * Returns: whether what changes just now was done here
 */
gboolean
dd_review_task_fields_get_writing (DdReviewTaskFields *self)
{
  g_return_val_if_fail (DD_IS_REVIEW_TASK_FIELDS (self), FALSE);

  return self->writing;
}

/**
 * dd_review_task_fields_check:
 *
 * Returns: whether all that is typed is in the review; else the first line that
 *   is not has the focus, and each says why
 */
gboolean
dd_review_task_fields_check (DdReviewTaskFields *self)
{
  g_return_val_if_fail (DD_IS_REVIEW_TASK_FIELDS (self), FALSE);

  return dd_review_fields_check (self->when, get_draft (self)->directive) &&
         dd_review_fields_check (self->result, get_draft (self)->directive);
}

/**
 * dd_review_task_fields_fill_in:
 *
 * Puts the focus where the first thing is missing.
 *
 * Returns: whether anything is
 */
gboolean
dd_review_task_fields_fill_in (DdReviewTaskFields *self)
{
  GtkWidget *fields[DD_N_CLARITIES];
  DdClarity clear;

  g_return_val_if_fail (DD_IS_REVIEW_TASK_FIELDS (self), FALSE);

  clear = dd_clarity_get (get_draft (self));
  fields[0] = GTK_WIDGET (self->leads);
  fields[1] = self->content_view;
  fields[2] = GTK_WIDGET (self->when);
  fields[3] = GTK_WIDGET (self->result);
  fields[4] = GTK_WIDGET (self->officer);
  for (guint i = 0; i < DD_N_CLARITIES; i++)
    if ((clear & (1 << i)) == 0)
      {
        if (!gtk_widget_grab_focus (fields[i]))
          gtk_widget_child_focus (fields[i], GTK_DIR_TAB_FORWARD);
        return TRUE;
      }

  return FALSE;
}

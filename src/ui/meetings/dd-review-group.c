/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-group"

#include "config.h"

#include "dd-review-group.h"

#include "dd-focus.h"
#include "dd-label.h"
#include "dd-reference-list.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewGroup:
 *
 * A group that leads ("các sở, ban, ngành"): one task for the group, or one for each
 * of its units. Of a group whose units are not known yet, they are chosen here, and kept.
 */
struct _DdReviewGroup
{
  GtkWidget        parent_instance;

  DdReview        *review;
  int              part;
  guint            lead;
  GPtrArray       *members;     /* of DdDraftUnit: all that can be ticked */

  GtkBox          *box;
  GtkCheckButton  *whole;
  GtkCheckButton  *each;
  GtkFlowBox      *ticks;       /* a check button for each member; NULL: they are chosen */
  DdReferenceList *chosen;      /* of a group without members; else NULL */
};

G_DEFINE_FINAL_TYPE (DdReviewGroup, dd_review_group, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- what is ticked ------------------------------------------------------- */

static GPtrArray *
read_ticks (DdReviewGroup *self)
{
  GPtrArray *units = dd_draft_units_new ();

  for (guint i = 0; i < self->members->len; i++)
    {
      GtkWidget *child =
        gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (self->ticks, (int) i));

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
        g_ptr_array_add (units, dd_draft_unit_copy (self->members->pdata[i]));
    }

  return units;
}

static GPtrArray *
read_chosen (DdReviewGroup *self)
{
  GPtrArray *units = dd_draft_units_new ();

  for (guint i = 0; i < dd_reference_list_get_size (self->chosen); i++)
    g_ptr_array_add (units, dd_draft_unit_new (dd_reference_list_get_name (self->chosen, i),
                                               dd_reference_list_get_id (self->chosen, i)));

  return units;
}

static void
show_choice (DdReviewGroup *self)
{
  gboolean each = gtk_check_button_get_active (self->each);

  if (self->ticks != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->ticks), each);
  if (self->chosen != NULL)
    gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->chosen)), each);
}

static void
changed_cb (DdReviewGroup *self)
{
  show_choice (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- making it ------------------------------------------------------------ */

static gboolean
is_ticked (const DdDraftUnit *group,
           const DdDraftUnit *member)
{
  for (guint i = 0; group->members != NULL && i < group->members->len; i++)
    {
      const DdDraftUnit *other = group->members->pdata[i];

      if (member->id != 0 ? other->id == member->id : g_str_equal (other->name, member->name))
        return TRUE;
    }

  return group->members == NULL;
}

static void
append_ticks (DdReviewGroup     *self,
              const DdDraftUnit *group)
{
  self->ticks = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->ticks, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->ticks, 2);
  gtk_widget_set_margin_start (GTK_WIDGET (self->ticks), 24);
  for (guint i = 0; i < self->members->len; i++)
    {
      const DdDraftUnit *member = self->members->pdata[i];
      GtkWidget *check = gtk_check_button_new ();
      GtkWidget *label = gtk_label_new (member->name);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      member->name, -1);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_ticked (group, member));
      g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_flow_box_append (self->ticks, check);
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
    }
  gtk_box_append (self->box, GTK_WIDGET (self->ticks));
}

static void
append_choice (DdReviewGroup     *self,
               DdSession         *session,
               const DdDraftUnit *group)
{
  GtkBox *inner = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkLabel *hint = dd_label_append (inner, "caption", 3);

  gtk_label_set_text (hint, _("Nobody has said yet which units belong to this group. Choose them: "
                              "they are kept as its members, and there next time."));
  self->chosen = DD_REFERENCE_LIST (dd_reference_list_new (session, DD_KIND_UNIT));
  for (guint i = 0; i < self->members->len; i++)
    {
      const DdDraftUnit *member = self->members->pdata[i];

      dd_reference_list_add (self->chosen, member->id, member->name);
    }
  g_signal_connect_object (self->chosen, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (inner, GTK_WIDGET (self->chosen));
  gtk_widget_set_margin_start (GTK_WIDGET (inner), 24);
  gtk_box_append (self->box, GTK_WIDGET (inner));
}

static GtkCheckButton *
append_radio (DdReviewGroup  *self,
              GtkCheckButton *group,
              const char     *text)
{
  GtkWidget *radio = gtk_check_button_new_with_label (text);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), group);
  gtk_box_append (self->box, radio);

  return GTK_CHECK_BUTTON (radio);
}

static void
dd_review_group_dispose (GObject *object)
{
  DdReviewGroup *self = DD_REVIEW_GROUP (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;
  g_clear_object (&self->review);
  g_clear_pointer (&self->members, g_ptr_array_unref);

  G_OBJECT_CLASS (dd_review_group_parent_class)->dispose (object);
}

static void
dd_review_group_class_init (DdReviewGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_review_group_dispose;
  widget_class->focus = dd_focus_move;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /* Somebody chose otherwise. */
  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_REVIEW_GROUP, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_review_group_init (DdReviewGroup *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * dd_review_group_new:
 * @lead: the number of the lead unit of the clause that is a group
 */
GtkWidget *
dd_review_group_new (DdSession *session,
                     DdReview  *review,
                     guint      clause,
                     int        part,
                     guint      lead)
{
  DdReviewGroup *self = g_object_new (DD_TYPE_REVIEW_GROUP, NULL);
  const DdDraftUnit *group = dd_review_get_part (review, clause, part)->leads->pdata[lead];
  g_autofree char *each = NULL;

  self->review = g_object_ref (review);
  self->part = part;
  self->lead = lead;
  self->members = dd_review_list_members (review, group);
  each = self->members->len == 0
       ? g_strdup (_("One task for each of its units"))
       : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "One task for its %u unit",
                                       "One task for each of its %u units", self->members->len),
                          self->members->len);
  /* A clause may have several groups, each with a choice of its own. */
  gtk_label_set_text (dd_label_append (self->box, "caption-heading", 1), group->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  group->name, -1);
  self->whole = append_radio (self, NULL, _("One task for the group"));
  self->each = append_radio (self, self->whole, each);
  if (dd_review_has_members (review, group))
    append_ticks (self, group);
  else
    append_choice (self, session, group);
  gtk_check_button_set_active (group->members != NULL ? self->each : self->whole, TRUE);
  show_choice (self);
  g_signal_connect_object (self->each, "toggled", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dd_review_group_apply:
 * @clause: the number that the clause has now
 *
 * Puts what is chosen into the review.
 */
void
dd_review_group_apply (DdReviewGroup *self,
                       guint          clause)
{
  const DdDraftUnit *group;
  g_autoptr (GPtrArray) units = NULL;

  g_return_if_fail (DD_IS_REVIEW_GROUP (self));

  group = dd_review_get_part (self->review, clause, self->part)->leads->pdata[self->lead];
  units = self->ticks != NULL ? read_ticks (self) : read_chosen (self);
  if (self->chosen != NULL)
    dd_review_learn_members (self->review, clause, group, units);
  dd_review_spread_group (self->review, clause, self->part, self->lead,
                          gtk_check_button_get_active (self->each) ? units : NULL);
}

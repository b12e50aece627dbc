/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-targets"

#include "config.h"

#include "dd-plan-targets.h"

#include "dd-day-text.h"
#include "dd-number-text.h"
#include "dd-plan.h"
#include "dd-reason-row.h"
#include "dd-target.h"

#include <glib/gi18n-lib.h>

/**
 * DdPlanTargets:
 *
 * The targets of review plans: what is reached, what is still missing, and
 * whether there is time for it.
 */
struct _DdPlanTargets
{
  GtkWidget  parent_instance;

  /* Template children */
  GtkBox    *plans;

  GArray    *ids;               /* of gint64: the plan of each list, in their order */
};

G_DEFINE_FINAL_TYPE (DdPlanTargets, dd_plan_targets, GTK_TYPE_WIDGET)

/* The number, the period, how many procedures: what tells plans apart. */
static char *
describe_plan (const DdRow         *plan,
               const DdMeasureSums *sums)
{
  const char *number = dd_row_get_text (plan, DD_PLAN_NUMBER);
  g_autofree char *first = dd_day_to_text (dd_row_get_day (plan, DD_PLAN_FIRST_DAY));
  g_autofree char *last = dd_day_to_text (dd_row_get_day (plan, DD_PLAN_LAST_DAY));
  g_autofree char *count = dd_number_to_text (sums->n_items);
  g_autoptr (GString) text = g_string_new (NULL);

  if (number != NULL)
    g_string_append_printf (text, "%s · ", number);
  g_string_append_printf (text, "%s – %s · ", first, last);
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%s procedure", "%s procedures",
                                             (gulong) sums->n_items), count);

  return g_strdup (text->str);
}

static GtkWidget *
make_plan_row (const DdRow         *plan,
               const DdMeasureSums *sums,
               gboolean             has_targets)
{
  GtkWidget *row = dd_reason_row_new ();
  g_autofree char *caption = describe_plan (plan, sums);

  dd_reason_row_set_heading (DD_REASON_ROW (row));
  dd_reason_row_show (DD_REASON_ROW (row), dd_row_get_text (plan, DD_PLAN_TITLE), caption,
                      has_targets ? NULL : _("It has no targets yet"), DD_RAG_NEUTRAL);

  return row;
}

static GtkWidget *
make_target_row (const DdRow         *target,
                 const DdMeasureSums *sums,
                 DdDay                today)
{
  GtkWidget *row = dd_reason_row_new ();
  DdMeasure measure = dd_row_get_choice (target, DD_TARGET_MEASURE);
  DdOperator operator = dd_row_get_choice (target, DD_TARGET_OPERATOR);
  double value = dd_row_get_real (target, DD_TARGET_VALUE);
  DdFigure figure = dd_target_row_get_figure (target, sums);
  const char *own_text = dd_row_get_text (target, DD_TARGET_TEXT);
  g_autofree char *text = dd_measure_to_text (measure, operator, value);
  g_autofree char *reached = dd_figure_to_text (measure, figure);
  g_autofree char *reason = NULL;
  DdRag rag = dd_target_get_rag (measure, operator, value, figure,
                                 dd_row_get_day (target, DD_TARGET_DUE), today, &reason);

  /* A measure of another kind has no name but the document's words. */
  dd_reason_row_show (DD_REASON_ROW (row),
                      measure == DD_MEASURE_OTHER && own_text != NULL ? own_text : text,
                      reached, reason, rag);

  return row;
}

static void
row_activated_cb (DdPlanTargets *self,
                  GtkListBoxRow *row,
                  GtkListBox    *box)
{
  guint position = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->plans));
       child != NULL && child != GTK_WIDGET (box); child = gtk_widget_get_next_sibling (child))
    position++;

  g_return_if_fail (position < self->ids->len);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-plan", "x",
                              g_array_index (self->ids, gint64, position));
}

static void
dd_plan_targets_dispose (GObject *object)
{
  DdPlanTargets *self = DD_PLAN_TARGETS (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_PLAN_TARGETS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_plan_targets_parent_class)->dispose (object);
}

static void
dd_plan_targets_finalize (GObject *object)
{
  g_clear_pointer (&DD_PLAN_TARGETS (object)->ids, g_array_unref);

  G_OBJECT_CLASS (dd_plan_targets_parent_class)->finalize (object);
}

static void
dd_plan_targets_class_init (DdPlanTargetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dd_plan_targets_dispose;
  object_class->finalize = dd_plan_targets_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/dondoc/ui/overview/dd-plan-targets.ui");
  gtk_widget_class_bind_template_child (widget_class, DdPlanTargets, plans);
}

static void
dd_plan_targets_init (DdPlanTargets *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dd_plan_targets_clear (DdPlanTargets *self)
{
  GtkWidget *child;

  g_return_if_fail (DD_IS_PLAN_TARGETS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->plans))) != NULL)
    gtk_box_remove (self->plans, child);
  g_array_set_size (self->ids, 0);
}

/**
 * dd_plan_targets_add:
 * @plan: a row of %DD_KIND_PLAN
 * @sums: over its items
 * @targets: (element-type DdRow): its targets
 */
void
dd_plan_targets_add (DdPlanTargets       *self,
                     const DdRow         *plan,
                     const DdMeasureSums *sums,
                     GPtrArray           *targets,
                     DdDay                today)
{
  GtkWidget *box;
  gint64 id;

  g_return_if_fail (DD_IS_PLAN_TARGETS (self));

  box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dd_row_get_text (plan, DD_PLAN_TITLE), -1);
  g_signal_connect_object (box, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_list_box_append (GTK_LIST_BOX (box), make_plan_row (plan, sums, targets->len > 0));
  for (guint i = 0; i < targets->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (box), make_target_row (targets->pdata[i], sums, today));

  id = dd_row_get_id (plan);
  g_array_append_val (self->ids, id);
  gtk_box_append (self->plans, box);
}

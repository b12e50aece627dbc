/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-row"

#include "config.h"

#include "dd-plan-row.h"

#include "dd-day-text.h"
#include "dd-measure.h"
#include "dd-number-text.h"
#include "dd-plan.h"

#include <glib/gi18n-lib.h>

/**
 * DdPlanRow:
 *
 * A plan in the list of plans.
 */
struct _DdPlanRow
{
  GtkListBoxRow  parent_instance;

  /* Template children */
  GtkLabel      *title;
  GtkLabel      *facts;
  GtkLabel      *standing;

  DdRecord      *plan;
};

G_DEFINE_FINAL_TYPE (DdPlanRow, dd_plan_row, GTK_TYPE_LIST_BOX_ROW)

static void
show (DdPlanRow *self)
{
  const DdRow *plan = dd_record_get_row (self->plan);
  g_autofree char *period = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *standing = NULL;
  const char *number;

  if (!dd_record_get_loaded (self->plan))
    return;

  number = dd_row_get_text (plan, DD_PLAN_NUMBER);
  period = dd_plan_describe_period (plan);
  facts = number != NULL ? g_strdup_printf ("%s · %s", number, period) : g_strdup (period);
  standing = dd_plan_describe_standing (plan);

  gtk_label_set_text (self->title, dd_row_get_text (plan, DD_PLAN_TITLE));
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->standing, standing);
}

static void
dd_plan_row_dispose (GObject *object)
{
  DdPlanRow *self = DD_PLAN_ROW (object);

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_PLAN_ROW);

  G_OBJECT_CLASS (dd_plan_row_parent_class)->dispose (object);
}

static void
dd_plan_row_class_init (DdPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_plan_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/dondoc/ui/plans/dd-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DdPlanRow, title);
  gtk_widget_class_bind_template_child (widget_class, DdPlanRow, facts);
  gtk_widget_class_bind_template_child (widget_class, DdPlanRow, standing);
}

static void
dd_plan_row_init (DdPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dd_plan_row_new:
 * @plan: the plan, which the row follows
 */
GtkWidget *
dd_plan_row_new (DdRecord *plan)
{
  DdPlanRow *self = g_object_new (DD_TYPE_PLAN_ROW, NULL);

  self->plan = g_object_ref (plan);
  g_signal_connect_swapped (plan, "changed", G_CALLBACK (show), self);
  show (self);

  return GTK_WIDGET (self);
}

DdRecord *
dd_plan_row_get_plan (DdPlanRow *self)
{
  g_return_val_if_fail (DD_IS_PLAN_ROW (self), NULL);

  return self->plan;
}

/**
 * dd_plan_describe_period:
 *
 * Returns: (transfer full): "15 Sep 2022 – 31 Dec 2025"
 */
char *
dd_plan_describe_period (const DdRow *plan)
{
  g_autofree char *first = dd_day_to_text (dd_row_get_day (plan, DD_PLAN_FIRST_DAY));
  g_autofree char *last = dd_day_to_text (dd_row_get_day (plan, DD_PLAN_LAST_DAY));

  /* Translators: the first and the last day of a plan. */
  return g_strdup_printf (_("%s – %s"), first, last);
}

/**
 * dd_plan_describe_standing:
 * @plan: with its derived fields
 *
 * Returns: (transfer full): "Issued · 214 of 386 procedures reviewed"
 */
char *
dd_plan_describe_standing (const DdRow *plan)
{
  gint64 n_items = dd_row_get_number (plan, DD_PLAN_N_ITEMS);
  g_autofree char *state = dd_row_field_to_text (plan, DD_PLAN_STATE);
  g_autofree char *whole = dd_number_to_text (n_items);
  g_autofree char *part = dd_number_to_text (dd_row_get_number (plan, DD_PLAN_N_REVIEWED));
  g_autofree char *reviewed = NULL;

  if (n_items == 0)
    reviewed = g_strdup (_("no procedures yet"));
  else
    /* Translators: how many procedures of a plan are reviewed, and how many there are. */
    reviewed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s procedure reviewed",
                                             "%s of %s procedures reviewed", (gulong) n_items),
                                part, whole);

  return g_strdup_printf ("%s · %s", state, reviewed);
}

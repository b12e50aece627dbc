/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-usual-targets"

#include "config.h"

#include "dd-usual-targets.h"

#include "dd-accessible.h"
#include "dd-day-entry.h"
#include "dd-target.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is proposed: the targets of Decision 1085/QĐ-TTg, 15/9/2022, which asks
 * for them before 01/01/2024 and before 01/01/2025, so that the last day is the
 * one before; and the share of declared information that task forces added.
 * They are proposals for a form and nothing more: what is stored is what the
 * user leaves standing there. */
static const struct
{
  DdMeasure measure;
  guint     percent;
  guint     year;               /* by the end of which */
} proposals[] = {
  { DD_MEASURE_REVIEWED, 50, 2023 },
  { DD_MEASURE_PROCEDURES_CUT, 20, 2024 },
  { DD_MEASURE_COST_CUT, 20, 2024 },
  { DD_MEASURE_FIELDS_CUT, 20, 2024 },
};

#define N_PROPOSALS G_N_ELEMENTS (proposals)

/**
 * DdUsualTargets:
 *
 * Offers the targets that review plans usually have, to be changed and ticked.
 */
struct _DdUsualTargets
{
  GtkWidget       parent_instance;

  GtkCheckButton *all;
  GtkGrid        *grid;
  GtkCheckButton *checks[N_PROPOSALS];
  GtkEntry       *values[N_PROPOSALS];
  DdDayEntry     *days[N_PROPOSALS];
  gboolean        day_typed[N_PROPOSALS];       /* it does not follow the period any more */
  gboolean        proposing;
};

G_DEFINE_FINAL_TYPE (DdUsualTargets, dd_usual_targets, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
changed_cb (DdUsualTargets *self)
{
  gboolean all = gtk_check_button_get_active (self->all);

  gtk_widget_set_sensitive (GTK_WIDGET (self->grid), all);
  for (guint i = 0; i < N_PROPOSALS; i++)
    {
      gboolean on = gtk_check_button_get_active (self->checks[i]);

      gtk_widget_set_sensitive (GTK_WIDGET (self->values[i]), on);
      gtk_widget_set_sensitive (GTK_WIDGET (self->days[i]), on);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
day_changed_cb (DdUsualTargets *self,
                DdDayEntry     *entry)
{
  if (self->proposing)
    return;

  for (guint i = 0; i < N_PROPOSALS; i++)
    if (self->days[i] == entry)
      self->day_typed[i] = TRUE;
  changed_cb (self);
}

static void
name_widget (gpointer    widget,
             const char *what,
             const char *of)
{
  /* Translators: the first %s is "Value" or "Due day", the second what is measured. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), what, of);

  dd_accessible_set_label (widget, name);
}

static void
add_proposal (DdUsualTargets *self,
              guint           i,
              DdDay           today)
{
  const char *measure = _(dd_measure_choices[proposals[i].measure].label);
  g_autofree char *value = g_strdup_printf ("%u", proposals[i].percent);
  GtkWidget *label = gtk_label_new (measure);

  self->checks[i] = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 3);
  gtk_check_button_set_child (self->checks[i], label);
  gtk_check_button_set_active (self->checks[i], TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->checks[i]), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  measure, -1);
  g_signal_connect_object (self->checks[i], "toggled", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->values[i] = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_text (GTK_EDITABLE (self->values[i]), value);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->values[i]), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->values[i]), 4);
  gtk_entry_set_alignment (self->values[i], 1);
  gtk_entry_set_input_purpose (self->values[i], GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_activates_default (self->values[i], TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->values[i]), GTK_ALIGN_CENTER);
  name_widget (self->values[i], _("Value"), measure);
  g_signal_connect_object (self->values[i], "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->days[i] = DD_DAY_ENTRY (dd_day_entry_new (today));
  gtk_widget_set_hexpand (GTK_WIDGET (self->days[i]), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->days[i]), GTK_ALIGN_CENTER);
  name_widget (self->days[i], _("Due"), measure);
  g_signal_connect_object (self->days[i], "changed", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_grid_attach (self->grid, GTK_WIDGET (self->checks[i]), 0, (int) i, 1, 1);
  gtk_grid_attach (self->grid, gtk_label_new (_(dd_operator_choices[DD_OPERATOR_GE].label)),
                   1, (int) i, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (self->values[i]), 2, (int) i, 1, 1);
  gtk_grid_attach (self->grid, gtk_label_new ("%"), 3, (int) i, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (self->days[i]), 4, (int) i, 1, 1);
}

static gboolean
dd_usual_targets_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DD_USUAL_TARGETS (widget)->all));
}

static void
dd_usual_targets_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dd_usual_targets_parent_class)->dispose (object);
}

static void
dd_usual_targets_class_init (DdUsualTargetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_usual_targets_dispose;
  widget_class->grab_focus = dd_usual_targets_grab_focus;

  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_USUAL_TARGETS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dd_usual_targets_init (DdUsualTargets *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->all =
    GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("_Add the usual targets")));
  gtk_check_button_set_active (self->all, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->all), GTK_WIDGET (self));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_set_margin_start (GTK_WIDGET (self->grid), 24);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

GtkWidget *
dd_usual_targets_new (DdDay today)
{
  DdUsualTargets *self = g_object_new (DD_TYPE_USUAL_TARGETS, NULL);

  for (guint i = 0; i < N_PROPOSALS; i++)
    add_proposal (self, i, today);
  g_signal_connect_object (self->all, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dd_usual_targets_set_period:
 *
 * Proposes the usual days, or the last one of the plan where those lie outside
 * its period. Days that were changed by hand stay.
 */
void
dd_usual_targets_set_period (DdUsualTargets *self,
                             DdDay           first,
                             DdDay           last)
{
  g_return_if_fail (DD_IS_USUAL_TARGETS (self));

  self->proposing = TRUE;
  for (guint i = 0; i < N_PROPOSALS; i++)
    {
      DdDay usual = dd_day_new (proposals[i].year, 12, 31);

      if (!self->day_typed[i])
        dd_day_entry_set_day (self->days[i], usual >= first && usual <= last ? usual : last);
    }
  self->proposing = FALSE;
}

static gboolean
is_wanted (DdUsualTargets *self,
           guint           i)
{
  return gtk_check_button_get_active (self->all) && gtk_check_button_get_active (self->checks[i]);
}

static gboolean
read_value (DdUsualTargets *self,
            guint           i,
            double         *value)
{
  g_autofree char *typed =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->values[i]))));
  char *end = NULL;

  g_strdelimit (typed, ",", '.');
  if (*typed == '\0' || strspn (typed, "0123456789.") != strlen (typed))
    return FALSE;
  *value = g_ascii_strtod (typed, &end);

  return *end == '\0' && *value >= 0.0 && *value <= 100.0;
}

/**
 * dd_usual_targets_check:
 *
 * Returns: %FALSE with a sentence if what is ticked is no target; what is wrong
 *   gets the focus
 */
gboolean
dd_usual_targets_check (DdUsualTargets  *self,
                        GError         **error)
{
  g_return_val_if_fail (DD_IS_USUAL_TARGETS (self), FALSE);

  for (guint i = 0; i < N_PROPOSALS; i++)
    {
      double value;

      if (!is_wanted (self, i))
        continue;
      if (!read_value (self, i, &value))
        {
          gtk_widget_grab_focus (GTK_WIDGET (self->values[i]));
          g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                               _("The value of a target lies between 0 and 100 per cent."));
          return FALSE;
        }
      if (!dd_day_entry_is_valid (self->days[i]))
        {
          gtk_widget_grab_focus (GTK_WIDGET (self->days[i]));
          g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                               _("There is no such day. Write it as 30/6/2024."));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * dd_usual_targets_insert:
 * @plan: an id, or a stand-in for that of a plan which the change inserts
 *
 * Inserts the targets that are ticked.
 */
void
dd_usual_targets_insert (DdUsualTargets *self,
                         DdChange       *change,
                         gint64          plan)
{
  g_return_if_fail (DD_IS_USUAL_TARGETS (self));

  for (guint i = 0; i < N_PROPOSALS; i++)
    {
      DdRow *target;
      double value;

      if (!is_wanted (self, i) || !read_value (self, i, &value))
        continue;

      target = dd_row_new (DD_KIND_TARGET);
      dd_row_set_reference (target, DD_TARGET_PLAN, plan);
      dd_row_set_choice (target, DD_TARGET_MEASURE, proposals[i].measure);
      dd_row_set_choice (target, DD_TARGET_OPERATOR, DD_OPERATOR_GE);
      dd_row_set_real (target, DD_TARGET_VALUE, value);
      dd_row_set_text (target, DD_TARGET_UNIT, "%");
      dd_row_set_day (target, DD_TARGET_DUE, dd_day_entry_get_day (self->days[i]));
      dd_change_insert (change, target);
    }
}

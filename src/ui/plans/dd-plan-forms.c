/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-forms"

#include "config.h"

#include "dd-plan-forms.h"

#include "dd-day-entry.h"
#include "dd-milestone.h"
#include "dd-plan.h"
#include "dd-target.h"
#include "dd-usual-targets.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * PlanEntry:
 *
 * What one of these forms knows beside its record.
 */
typedef struct
{
  DdForm         *form;
  DdRow          *plan;         /* of a target or milestone */
  guint           day_field;    /* that should lie in the plan's period */
  DdUsualTargets *targets;      /* of a new plan; lives as long as the form */
} PlanEntry;

static void
plan_entry_free (gpointer data)
{
  PlanEntry *entry = data;

  g_clear_pointer (&entry->plan, dd_row_free);
  g_free (entry);
}

static gboolean
refuse (int         *field,
        int          blamed,
        GError     **error,
        const char  *sentence)
{
  *field = blamed;
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID, sentence);

  return FALSE;
}

/* --- a plan --------------------------------------------------------------- */

static const DdFormField plan_fields[] = {
  { DD_PLAN_TITLE },
  { DD_PLAN_NUMBER, DD_FORM_HALF, N_("Of the document, such as 31/KH-UBND") },
  { DD_PLAN_STATE, DD_FORM_HALF },
  { DD_PLAN_SCOPE },
  { DD_PLAN_FIRST_DAY, DD_FORM_HALF },
  { DD_PLAN_LAST_DAY, DD_FORM_HALF },
  { DD_PLAN_ISSUER },
  { DD_PLAN_BASIS },
  { DD_PLAN_NOTE },
};

static DdDay
get_entered_day (DdForm *form,
                 guint   field)
{
  return dd_day_entry_get_day (DD_DAY_ENTRY (dd_form_get_widget (form, field)));
}

static void
period_changed_cb (PlanEntry *entry)
{
  DdDay first = get_entered_day (entry->form, DD_PLAN_FIRST_DAY);
  DdDay last = get_entered_day (entry->form, DD_PLAN_LAST_DAY);

  if (first != DD_DAY_NONE && last != DD_DAY_NONE && first <= last)
    dd_usual_targets_set_period (entry->targets, first, last);
}

static gboolean
check_plan (const DdRow  *row,
            int          *field,
            gpointer      user_data,
            GError      **error)
{
  PlanEntry *entry = user_data;

  if (dd_row_get_day (row, DD_PLAN_LAST_DAY) < dd_row_get_day (row, DD_PLAN_FIRST_DAY))
    return refuse (field, DD_PLAN_LAST_DAY, error,
                   _("The last day lies before the first day of the plan."));

  return entry->targets == NULL || dd_usual_targets_check (entry->targets, error);
}

static void
fill_new_plan (DdChange *change,
               DdRow    *row,
               gpointer  user_data)
{
  PlanEntry *entry = user_data;
  gint64 plan = dd_change_insert (change, row);

  dd_usual_targets_insert (entry->targets, change, plan);
}

/**
 * dd_plan_form_new_plan:
 *
 * Returns: (transfer none): a form for a plan, which offers the usual targets too
 */
DdForm *
dd_plan_form_new_plan (DdSession *session,
                       GtkWindow *parent)
{
  g_autoptr (DdRow) plan = dd_row_new (DD_KIND_PLAN);
  DdDay today = dd_session_get_today (session);
  PlanEntry *entry = g_new0 (PlanEntry, 1);

  dd_row_set_choice (plan, DD_PLAN_STATE, DD_PLAN_STATE_DRAFT);
  dd_row_set_choice (plan, DD_PLAN_SCOPE, DD_PROCEDURE_SCOPE_INTERNAL_B);
  dd_row_set_day (plan, DD_PLAN_FIRST_DAY, dd_period_first_day (DD_PERIOD_YEAR, today));
  dd_row_set_day (plan, DD_PLAN_LAST_DAY, dd_period_last_day (DD_PERIOD_YEAR, today));

  entry->form = dd_form_new (session, parent, _("New Plan"), plan, plan_fields,
                             G_N_ELEMENTS (plan_fields));
  entry->targets = DD_USUAL_TARGETS (dd_usual_targets_new (today));
  period_changed_cb (entry);
  dd_form_add_widget (entry->form, _("Targets"), GTK_WIDGET (entry->targets));
  g_signal_connect_swapped (dd_form_get_widget (entry->form, DD_PLAN_FIRST_DAY), "changed",
                            G_CALLBACK (period_changed_cb), entry);
  g_signal_connect_swapped (dd_form_get_widget (entry->form, DD_PLAN_LAST_DAY), "changed",
                            G_CALLBACK (period_changed_cb), entry);
  dd_form_set_check (entry->form, check_plan, entry);
  dd_form_set_fill (entry->form, fill_new_plan, entry, plan_entry_free);
  dd_form_set_message (entry->form, _("Plan created"));

  return entry->form;
}

static void
fill_update (DdChange *change,
             DdRow    *row,
             gpointer  user_data)
{
  if (dd_row_get_id (row) == 0)
    dd_change_insert (change, row);
  else
    dd_change_update (change, row);
}

/**
 * dd_plan_form_edit_plan:
 * @issuer_name: (nullable): what the issuing unit is called
 */
DdForm *
dd_plan_form_edit_plan (DdSession   *session,
                        GtkWindow   *parent,
                        const DdRow *plan,
                        const char  *issuer_name)
{
  PlanEntry *entry = g_new0 (PlanEntry, 1);

  entry->form = dd_form_new (session, parent, _("Edit Plan"), plan, plan_fields,
                             G_N_ELEMENTS (plan_fields));
  dd_form_set_reference_name (entry->form, DD_PLAN_ISSUER, issuer_name);
  dd_form_set_check (entry->form, check_plan, entry);
  dd_form_set_fill (entry->form, fill_update, entry, plan_entry_free);
  dd_form_set_message (entry->form, _("Plan changed"));

  return entry->form;
}

/* --- what it has to reach ------------------------------------------------- */

/* A day outside the period of the plan is odd, but plans have such days. */
static void
day_changed_cb (PlanEntry *entry)
{
  DdDay day = get_entered_day (entry->form, entry->day_field);
  gboolean outside = day != DD_DAY_NONE &&
                     (day < dd_row_get_day (entry->plan, DD_PLAN_FIRST_DAY) ||
                      day > dd_row_get_day (entry->plan, DD_PLAN_LAST_DAY));

  dd_form_set_hint (entry->form, entry->day_field,
                    outside ? _("This day lies outside the period of the plan.") : NULL);
}

static PlanEntry *
plan_entry_new (DdForm      *form,
                const DdRow *plan,
                guint        day_field)
{
  PlanEntry *entry = g_new0 (PlanEntry, 1);

  entry->form = form;
  entry->plan = dd_row_copy (plan);
  entry->day_field = day_field;
  g_signal_connect_swapped (dd_form_get_widget (form, day_field), "changed",
                            G_CALLBACK (day_changed_cb), entry);
  day_changed_cb (entry);

  return entry;
}

static gboolean
check_percent (double      value,
               int        *field,
               int         blamed,
               GError    **error)
{
  if (value >= 0.0 && value <= 100.0)
    return TRUE;

  return refuse (field, blamed, error, _("A share lies between 0 and 100 per cent."));
}

static gboolean
is_whole (double value)
{
  return fabs (value - round (value)) < 1e-9 && fabs (value) <= 1e15;
}

/* The figures of another measure are typed; those of the others must not be. */
static gboolean
check_figures (const DdRow  *row,
               int          *field,
               GError      **error)
{
  double numerator = dd_row_get_real (row, DD_TARGET_NUMERATOR);
  double denominator = dd_row_get_real (row, DD_TARGET_DENOMINATOR);

  if (!is_whole (numerator))
    return refuse (field, DD_TARGET_NUMERATOR, error, _("This has to be a whole number."));
  if (!is_whole (denominator))
    return refuse (field, DD_TARGET_DENOMINATOR, error, _("This has to be a whole number."));
  if (dd_row_is_set (row, DD_TARGET_NUMERATOR) && !dd_row_is_set (row, DD_TARGET_DENOMINATOR))
    return refuse (field, DD_TARGET_DENOMINATOR, error,
                   _("Of how many? Without the whole there is no share."));
  if (dd_row_is_set (row, DD_TARGET_DENOMINATOR) && denominator <= 0.0)
    return refuse (field, DD_TARGET_DENOMINATOR, error, _("The whole has to be more than 0."));

  return TRUE;
}

static gboolean
check_target (const DdRow  *row,
              int          *field,
              gpointer      user_data,
              GError      **error)
{
  if (!check_percent (dd_row_get_real (row, DD_TARGET_VALUE), field, DD_TARGET_VALUE, error))
    return FALSE;
  if (dd_row_get_choice (row, DD_TARGET_MEASURE) != DD_MEASURE_OTHER)
    return TRUE;
  if (!dd_row_is_set (row, DD_TARGET_TEXT))
    return refuse (field, DD_TARGET_TEXT, error, _("Tell what is measured."));

  return check_figures (row, field, error);
}

static void
fill_target (DdChange *change,
             DdRow    *row,
             gpointer  user_data)
{
  if (dd_row_get_choice (row, DD_TARGET_MEASURE) != DD_MEASURE_OTHER)
    {
      dd_row_unset (row, DD_TARGET_NUMERATOR);
      dd_row_unset (row, DD_TARGET_DENOMINATOR);
    }
  fill_update (change, row, user_data);
}

static void
measure_changed_cb (PlanEntry *entry)
{
  GtkWidget *measure = dd_form_get_widget (entry->form, DD_TARGET_MEASURE);
  gboolean other = gtk_drop_down_get_selected (GTK_DROP_DOWN (measure)) == DD_MEASURE_OTHER;

  dd_form_set_shown (entry->form, DD_TARGET_NUMERATOR, other);
  dd_form_set_shown (entry->form, DD_TARGET_DENOMINATOR, other);
  dd_form_set_hint (entry->form, DD_TARGET_TEXT,
                    other ? _("What is measured, such as: dossiers filed online")
                          : _("As the document says it"));
}

static const DdFormField target_fields[] = {
  { DD_TARGET_MEASURE },
  { DD_TARGET_TEXT },
  { DD_TARGET_OPERATOR, DD_FORM_HALF },
  { DD_TARGET_VALUE, DD_FORM_HALF, N_("In per cent") },
  { DD_TARGET_NUMERATOR, DD_FORM_HALF, N_("How many there are now") },
  { DD_TARGET_DENOMINATOR, DD_FORM_HALF, N_("Of how many") },
  { DD_TARGET_DUE },
};

/**
 * dd_plan_form_target:
 * @target: (nullable): the target to change; %NULL: a new one
 */
DdForm *
dd_plan_form_target (DdSession   *session,
                     GtkWindow   *parent,
                     const DdRow *plan,
                     const DdRow *target)
{
  g_autoptr (DdRow) fresh = NULL;
  PlanEntry *entry;
  DdForm *form;

  if (target == NULL)
    {
      fresh = dd_row_new (DD_KIND_TARGET);
      dd_row_set_reference (fresh, DD_TARGET_PLAN, dd_row_get_id (plan));
      dd_row_set_choice (fresh, DD_TARGET_MEASURE, DD_MEASURE_REVIEWED);
      dd_row_set_choice (fresh, DD_TARGET_OPERATOR, DD_OPERATOR_GE);
      dd_row_set_text (fresh, DD_TARGET_UNIT, "%");
      dd_row_set_day (fresh, DD_TARGET_DUE, dd_row_get_day (plan, DD_PLAN_LAST_DAY));
    }

  form = dd_form_new (session, parent, target == NULL ? _("New Target") : _("Edit Target"),
                      target == NULL ? fresh : target, target_fields,
                      G_N_ELEMENTS (target_fields));
  entry = plan_entry_new (form, plan, DD_TARGET_DUE);
  g_signal_connect_swapped (dd_form_get_widget (form, DD_TARGET_MEASURE), "notify::selected",
                            G_CALLBACK (measure_changed_cb), entry);
  measure_changed_cb (entry);
  dd_form_set_check (form, check_target, entry);
  dd_form_set_fill (form, fill_target, entry, plan_entry_free);
  dd_form_set_message (form, target == NULL ? _("Target added") : _("Target changed"));

  return form;
}

static gboolean
check_milestone (const DdRow  *row,
                 int          *field,
                 gpointer      user_data,
                 GError      **error)
{
  return check_percent (dd_row_get_real (row, DD_MILESTONE_VALUE), field, DD_MILESTONE_VALUE,
                        error);
}

static const DdFormField milestone_fields[] = {
  { DD_MILESTONE_DAY },
  { DD_MILESTONE_MEASURE },
  { DD_MILESTONE_OPERATOR, DD_FORM_HALF },
  { DD_MILESTONE_VALUE, DD_FORM_HALF, N_("In per cent") },
  { DD_MILESTONE_NOTE },
};

/**
 * dd_plan_form_milestone:
 * @milestone: (nullable): the milestone to change; %NULL: a new one
 */
DdForm *
dd_plan_form_milestone (DdSession   *session,
                        GtkWindow   *parent,
                        const DdRow *plan,
                        const DdRow *milestone)
{
  g_autoptr (DdRow) fresh = NULL;
  PlanEntry *entry;
  DdForm *form;

  if (milestone == NULL)
    {
      fresh = dd_row_new (DD_KIND_MILESTONE);
      dd_row_set_reference (fresh, DD_MILESTONE_PLAN, dd_row_get_id (plan));
      dd_row_set_choice (fresh, DD_MILESTONE_MEASURE, DD_MEASURE_REVIEWED);
      dd_row_set_choice (fresh, DD_MILESTONE_OPERATOR, DD_OPERATOR_GE);
    }

  form = dd_form_new (session, parent,
                      milestone == NULL ? _("New Milestone") : _("Edit Milestone"),
                      milestone == NULL ? fresh : milestone, milestone_fields,
                      G_N_ELEMENTS (milestone_fields));
  entry = plan_entry_new (form, plan, DD_MILESTONE_DAY);
  dd_form_set_check (form, check_milestone, entry);
  dd_form_set_fill (form, fill_update, entry, plan_entry_free);
  dd_form_set_message (form, milestone == NULL ? _("Milestone added") : _("Milestone changed"));

  return form;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-cost-step"

#include "config.h"

#include "dd-cost-step.h"

#include <glib/gi18n-lib.h>

static const DdChoice cost_side_choices[] = {
  [DD_COST_SIDE_BEFORE] = { "before", N_("Before") },
  [DD_COST_SIDE_AFTER] = { "after", N_("After") },
};

static const DdField fields[] = {
  [DD_COST_STEP_PLAN_ITEM] = { "plan_item", N_("Plan item"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_PLAN_ITEM },
  [DD_COST_STEP_SIDE] = { "side", N_("Sheet"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = cost_side_choices, .n_choices = G_N_ELEMENTS (cost_side_choices) },
  [DD_COST_STEP_POSITION] = { "position", N_("Order"), DD_FIELD_NUMBER, DD_FIELD_REQUIRED },
  [DD_COST_STEP_ACTIVITY] = { "activity", N_("Activity"), DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_COST_STEP_HOURS] = { "hours", N_("Hours"), DD_FIELD_REAL },
  [DD_COST_STEP_INCOME] = { "income", N_("Income per hour"), DD_FIELD_NUMBER },
  [DD_COST_STEP_SERVICES] = { "services", N_("Advice and services"), DD_FIELD_NUMBER },
  [DD_COST_STEP_FEES] = { "fees", N_("Charges and fees"), DD_FIELD_NUMBER },
  [DD_COST_STEP_TIMES] = { "times", N_("Times a year"), DD_FIELD_REAL },
  [DD_COST_STEP_SUBJECTS] = { "subjects", N_("Complying entities a year"), DD_FIELD_NUMBER },
};

/**
 * DdCostStep:
 *
 * One line of a Standard Cost Model sheet of a plan item, before or after.
 */
DD_DEFINE_RECORD (DdCostStep, cost_step, COST_STEP, N_("Cost step"))

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-milestone"

#include "config.h"

#include "dd-milestone.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_MILESTONE_PLAN] = { "plan", N_("Plan"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_PLAN },
  [DD_MILESTONE_DAY] = { "day", N_("Day"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_MILESTONE_MEASURE] = { "measure", N_("Measure"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_measure_choices, .n_choices = DD_N_MEASURE_CHOICES },
  [DD_MILESTONE_OPERATOR] = { "operator", N_("Operator"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_operator_choices, .n_choices = DD_N_OPERATOR_CHOICES },
  [DD_MILESTONE_VALUE] = { "value", N_("Value"), DD_FIELD_REAL, DD_FIELD_REQUIRED },
  [DD_MILESTONE_NOTE] = { "note", N_("Note"), DD_FIELD_TEXT },
};

/**
 * DdMilestone:
 *
 * A day of a plan by which a share must be reached.
 */
DD_DEFINE_RECORD (DdMilestone, milestone, MILESTONE, N_("Milestone"))

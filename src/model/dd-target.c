/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-target"

#include "config.h"

#include "dd-target.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_TARGET_PLAN] = { "plan", N_("Plan"), DD_FIELD_REFERENCE, DD_FIELD_OWNER, DD_KIND_PLAN },
  [DD_TARGET_DIRECTIVE] = { "directive", N_("Directive"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_DIRECTIVE },
  [DD_TARGET_TEXT] = { "text", N_("Text"), DD_FIELD_TEXT },
  [DD_TARGET_MEASURE] = { "measure", N_("Measure"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_measure_choices, .n_choices = DD_N_MEASURE_CHOICES },
  [DD_TARGET_OPERATOR] = { "operator", N_("Operator"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_operator_choices, .n_choices = DD_N_OPERATOR_CHOICES },
  [DD_TARGET_VALUE] = { "value", N_("Value"), DD_FIELD_REAL, DD_FIELD_REQUIRED },
  [DD_TARGET_UNIT] = { "unit", N_("Unit of measurement"), DD_FIELD_TEXT },
  [DD_TARGET_DUE] = { "due", N_("Due"), DD_FIELD_DAY },
  [DD_TARGET_NUMERATOR] = { "numerator", N_("Numerator"), DD_FIELD_REAL },
  [DD_TARGET_DENOMINATOR] = { "denominator", N_("Denominator"), DD_FIELD_REAL },
};

/**
 * DdTarget:
 *
 * What a plan, or a directive, has to reach.
 *
 * Of a plan, the measure says how the figure is computed from its items; any other
 * measure has its figures typed.
 */
DD_DEFINE_RECORD (DdTarget, target, TARGET, N_("Target"))

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-choices"

#include "config.h"

#include "dd-choices.h"

#include <glib/gi18n-lib.h>

const DdChoice dd_unit_level_choices[DD_N_UNIT_LEVEL_CHOICES] = {
  [DD_UNIT_LEVEL_CENTRAL] = { "central", N_("Central") },
  [DD_UNIT_LEVEL_MINISTRY] = { "ministry", N_("Ministry") },
  [DD_UNIT_LEVEL_PROVINCE] = { "province", N_("Province") },
  [DD_UNIT_LEVEL_DEPARTMENT] = { "department", N_("Department of a province") },
  [DD_UNIT_LEVEL_DISTRICT] = { "district", N_("District") },
  [DD_UNIT_LEVEL_COMMUNE] = { "commune", N_("Commune") },
  [DD_UNIT_LEVEL_OTHER] = { "other", N_("Other") },
};

const DdChoice dd_deadline_kind_choices[DD_N_DEADLINE_KIND_CHOICES] = {
  [DD_DEADLINE_KIND_NONE] = { "none", N_("No deadline") },
  [DD_DEADLINE_KIND_BEFORE] = { "before", N_("Before a day") },
  [DD_DEADLINE_KIND_BY] = { "by", N_("By a day") },
  [DD_DEADLINE_KIND_IN_MONTH] = { "in_month", N_("Within a month") },
  [DD_DEADLINE_KIND_IN_QUARTER] = { "in_quarter", N_("Within a quarter") },
  [DD_DEADLINE_KIND_IN_YEAR] = { "in_year", N_("Within a year") },
  [DD_DEADLINE_KIND_PERIOD] = { "period", N_("Within a period") },
  [DD_DEADLINE_KIND_RELATIVE] = { "relative", N_("Counted from an event") },
  [DD_DEADLINE_KIND_RECURRING] = { "recurring", N_("Recurring") },
};

const DdChoice dd_recurrence_choices[DD_N_RECURRENCE_CHOICES] = {
  [DD_RECURRENCE_NONE] = { "none", N_("Once") },
  [DD_RECURRENCE_WEEKLY] = { "weekly", N_("Weekly") },
  [DD_RECURRENCE_MONTHLY] = { "monthly", N_("Monthly") },
  [DD_RECURRENCE_QUARTERLY] = { "quarterly", N_("Quarterly") },
  [DD_RECURRENCE_HALF_YEARLY] = { "half_yearly", N_("Half-yearly") },
  [DD_RECURRENCE_YEARLY] = { "yearly", N_("Yearly") },
};

const DdChoice dd_procedure_scope_choices[DD_N_PROCEDURE_SCOPE_CHOICES] = {
  [DD_PROCEDURE_SCOPE_INTERNAL_A] = { "internal_a", N_("Internal, between agencies (group A)") },
  [DD_PROCEDURE_SCOPE_INTERNAL_B] = { "internal_b", N_("Internal, within an agency (group B)") },
  [DD_PROCEDURE_SCOPE_PUBLIC] = { "public", N_("Public") },
  [DD_PROCEDURE_SCOPE_BUSINESS] = { "business", N_("Business regulations") },
};

const DdChoice dd_measure_choices[DD_N_MEASURE_CHOICES] = {
  [DD_MEASURE_INVENTORIED] = { "inventoried", N_("Share inventoried and announced") },
  [DD_MEASURE_REVIEWED] = { "reviewed", N_("Share of procedures reviewed") },
  [DD_MEASURE_PROCEDURES_CUT] = { "procedures_cut", N_("Share of procedures cut or simplified") },
  [DD_MEASURE_COST_CUT] = { "cost_cut", N_("Share of compliance cost cut") },
  [DD_MEASURE_FIELDS_CUT] = { "fields_cut", N_("Share of declared information cut") },
  [DD_MEASURE_OTHER] = { "other", N_("Another measure") },
};

const DdChoice dd_operator_choices[DD_N_OPERATOR_CHOICES] = {
  [DD_OPERATOR_GE] = { "ge", N_("≥") },
  [DD_OPERATOR_GT] = { "gt", N_(">") },
  [DD_OPERATOR_EQ] = { "eq", N_("=") },
  [DD_OPERATOR_LE] = { "le", N_("≤") },
  [DD_OPERATOR_LT] = { "lt", N_("<") },
};

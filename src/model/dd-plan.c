/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan"

#include "config.h"

#include "dd-plan.h"

#include <glib/gi18n-lib.h>

static const DdChoice plan_state_choices[] = {
  [DD_PLAN_STATE_DRAFT] = { "draft", N_("Draft") },
  [DD_PLAN_STATE_ISSUED] = { "issued", N_("Issued") },
  [DD_PLAN_STATE_CLOSED] = { "closed", N_("Closed") },
};

static const DdField fields[] = {
  [DD_PLAN_NUMBER] = { "number", N_("Number and code"), DD_FIELD_TEXT },
  [DD_PLAN_TITLE] = { "title", N_("Title"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED },
  [DD_PLAN_BASIS] = { "basis", N_("Legal basis"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_PLAN_SCOPE] = { "scope", N_("Scope"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_procedure_scope_choices, .n_choices = DD_N_PROCEDURE_SCOPE_CHOICES },
  [DD_PLAN_ISSUER] = { "issuer", N_("Issuing unit"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_UNIT },
  [DD_PLAN_FIRST_DAY] = { "first_day", N_("Period from"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_PLAN_LAST_DAY] = { "last_day", N_("Period to"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_PLAN_PARENT] = { "parent", N_("Parent plan"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_PLAN },
  [DD_PLAN_DOCUMENT] = { "document", N_("Document"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_DOCUMENT },
  [DD_PLAN_STATE] = { "state", N_("State"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = plan_state_choices, .n_choices = G_N_ELEMENTS (plan_state_choices) },
  [DD_PLAN_NOTE] = { "note", N_("Note"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_PLAN_N_ITEMS] = { "n_items", N_("Procedures"), DD_FIELD_NUMBER, DD_FIELD_DERIVED },
  [DD_PLAN_N_REVIEWED] = { "n_reviewed", N_("Reviewed"), DD_FIELD_NUMBER, DD_FIELD_DERIVED },
};

/**
 * DdPlan:
 *
 * A plan for reviewing procedures, whose figures are computed from its items.
 */
DD_DEFINE_RECORD (DdPlan, plan, PLAN, N_("Review plan"))

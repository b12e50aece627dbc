/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-plan-item"

#include "config.h"

#include "dd-plan-item.h"

#include <glib/gi18n-lib.h>

static const DdChoice plan_stage_choices[] = {
  [DD_PLAN_STAGE_INVENTORIED] = { "inventoried", N_("Inventoried") },
  [DD_PLAN_STAGE_ANNOUNCED] = { "announced", N_("Announced") },
  [DD_PLAN_STAGE_REVIEWING] = { "reviewing", N_("Under review") },
  [DD_PLAN_STAGE_PROPOSED] = { "proposed", N_("Option proposed") },
  [DD_PLAN_STAGE_APPROVED] = { "approved", N_("Approved") },
  [DD_PLAN_STAGE_ENACTED] = { "enacted", N_("Enacted") },
};

static const DdChoice plan_outcome_choices[] = {
  [DD_PLAN_OUTCOME_UNDECIDED] = { "undecided", N_("Not decided yet") },
  [DD_PLAN_OUTCOME_KEPT] = { "kept", N_("Kept") },
  [DD_PLAN_OUTCOME_AMENDED] = { "amended", N_("Amended") },
  [DD_PLAN_OUTCOME_REPLACED] = { "replaced", N_("Replaced") },
  [DD_PLAN_OUTCOME_MERGED] = { "merged", N_("Merged") },
  [DD_PLAN_OUTCOME_ABOLISHED] = { "abolished", N_("Abolished") },
  [DD_PLAN_OUTCOME_DECENTRALISED] = { "decentralised", N_("Decentralised") },
};

/* What a simplification can consist of; several go together. A file may name others. */
static const DdChoice plan_option_choices[DD_N_PLAN_OPTIONS] = {
  [DD_PLAN_OPTION_ABOLISH] = { "abolish", N_("Abolish the procedure") },
  [DD_PLAN_OPTION_MERGE] = { "merge", N_("Merge or interconnect procedures") },
  [DD_PLAN_OPTION_REPLACE] = { "replace", N_("Replace the procedure") },
  [DD_PLAN_OPTION_COMPONENTS] = { "components", N_("Cut dossier components") },
  [DD_PLAN_OPTION_COPIES] = { "copies", N_("Reduce the number of dossiers") },
  [DD_PLAN_OPTION_FORMS] = { "forms", N_("Standardise or shorten forms and declarations") },
  [DD_PLAN_OPTION_TIME] = { "time", N_("Shorten the processing time") },
  [DD_PLAN_OPTION_STEPS] = { "steps", N_("Cut steps or intermediate agencies") },
  [DD_PLAN_OPTION_CONDITIONS] = { "conditions", N_("Drop or ease requirements and conditions") },
  [DD_PLAN_OPTION_FEES] = { "fees", N_("Reduce charges and fees") },
  [DD_PLAN_OPTION_DELEGATE] = { "delegate", N_("Decentralise or delegate powers") },
  [DD_PLAN_OPTION_MANNER] = { "manner", N_("Change the way it is done: online, by post") },
  [DD_PLAN_OPTION_VALIDITY] = { "validity", N_("Extend the validity of the result") },
};

static const DdField fields[] = {
  [DD_PLAN_ITEM_PLAN] = { "plan", N_("Plan"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_PLAN },
  [DD_PLAN_ITEM_PROCEDURE] = { "procedure", N_("Procedure"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED, DD_KIND_PROCEDURE },
  [DD_PLAN_ITEM_LEAD] = { "lead", N_("Lead"), DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_UNIT },
  [DD_PLAN_ITEM_COORDINATING] = { "coordinating", N_("Coordinating"),
    DD_FIELD_LIST, DD_FIELD_MULTILINE },
  [DD_PLAN_ITEM_START] = { "start", N_("Start"), DD_FIELD_DAY },
  [DD_PLAN_ITEM_DUE] = { "due", N_("Due"), DD_FIELD_DAY },
  [DD_PLAN_ITEM_STAGE] = { "stage", N_("Stage"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = plan_stage_choices, .n_choices = G_N_ELEMENTS (plan_stage_choices) },
  [DD_PLAN_ITEM_OUTCOME] = { "outcome", N_("Outcome"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = plan_outcome_choices, .n_choices = G_N_ELEMENTS (plan_outcome_choices) },
  [DD_PLAN_ITEM_OPTIONS] = { "options", N_("Simplification options"),
    DD_FIELD_LIST, DD_FIELD_MULTILINE,
    .choices = plan_option_choices, .n_choices = G_N_ELEMENTS (plan_option_choices) },
  [DD_PLAN_ITEM_REASON] = { "reason", N_("Reason"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_PLAN_ITEM_ENACTMENT] = { "enactment", N_("Enacted by"), DD_FIELD_TEXT },
  [DD_PLAN_ITEM_COMPONENTS_BEFORE] = { "components_before", N_("Dossier components before"),
    DD_FIELD_NUMBER },
  [DD_PLAN_ITEM_COMPONENTS_AFTER] = { "components_after", N_("Dossier components after"),
    DD_FIELD_NUMBER },
  [DD_PLAN_ITEM_DAYS_BEFORE] = { "days_before", N_("Processing days before"), DD_FIELD_NUMBER },
  [DD_PLAN_ITEM_DAYS_AFTER] = { "days_after", N_("Processing days after"), DD_FIELD_NUMBER },
  [DD_PLAN_ITEM_FIELDS_BEFORE] = { "fields_before", N_("Declared fields before"),
    DD_FIELD_NUMBER },
  [DD_PLAN_ITEM_FIELDS_AFTER] = { "fields_after", N_("Declared fields after"), DD_FIELD_NUMBER },
  [DD_PLAN_ITEM_STEPS_BEFORE] = { "steps_before", N_("Steps before"), DD_FIELD_NUMBER },
  [DD_PLAN_ITEM_STEPS_AFTER] = { "steps_after", N_("Steps after"), DD_FIELD_NUMBER },
  [DD_PLAN_ITEM_COST_BEFORE] = { "cost_before", N_("Yearly cost before"), DD_FIELD_NUMBER },
  [DD_PLAN_ITEM_COST_AFTER] = { "cost_after", N_("Yearly cost after"), DD_FIELD_NUMBER },
  [DD_PLAN_ITEM_PROCEDURE_NAME] = { "procedure_name", N_("Name of the procedure"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_PLAN_ITEM_PROCEDURE_CODE] = { "procedure_code", N_("Code of the procedure"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_PLAN_ITEM_FIELD] = { "field", N_("Field"), DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_PLAN_ITEM_LEAD_NAME] = { "lead_name", N_("Name of the lead unit"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
};

/**
 * DdPlanItem:
 *
 * A procedure that a plan reviews: how far the review is, what it proposes, and
 * the counts before and after from which the plan's targets are computed.
 *
 * Costs are the yearly compliance cost in đồng (Circular 02/2017/TT-VPCP, article 27).
 */
DD_DEFINE_RECORD (DdPlanItem, plan_item, PLAN_ITEM, N_("Plan item"))

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-task-unit"

#include "config.h"

#include "dd-task-unit.h"

#include <glib/gi18n-lib.h>

static const DdChoice contribution_choices[] = {
  [DD_CONTRIBUTION_EXPECTED] = { "expected", N_("Expected") },
  [DD_CONTRIBUTION_GIVEN] = { "given", N_("Given") },
  [DD_CONTRIBUTION_NONE] = { "none", N_("None needed") },
};

static const DdField fields[] = {
  [DD_TASK_UNIT_TASK] = { "task", N_("Task"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_TASK },
  [DD_TASK_UNIT_UNIT] = { "unit", N_("Unit"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED, DD_KIND_UNIT },
  [DD_TASK_UNIT_STATE] = { "state", N_("Contribution"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = contribution_choices, .n_choices = G_N_ELEMENTS (contribution_choices) },
  [DD_TASK_UNIT_DEADLINE] = { "deadline", N_("Internal deadline"), DD_FIELD_DAY },
  [DD_TASK_UNIT_NOTE] = { "note", N_("Note"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_TASK_UNIT_UNIT_NAME] = { "unit_name", N_("Name of the unit"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
};

/**
 * DdTaskUnit:
 *
 * A unit that coordinates in a task, with a deadline and a contribution of its own.
 */
DD_DEFINE_RECORD (DdTaskUnit, task_unit, TASK_UNIT, N_("Coordinating unit"))

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit"

#include "config.h"

#include "dd-unit.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_UNIT_NAME] = { "name", N_("Name"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHABLE | DD_FIELD_COLLATED },
  [DD_UNIT_SHORT_NAME] = { "short_name", N_("Short name"), DD_FIELD_TEXT, DD_FIELD_SEARCHABLE },
  [DD_UNIT_ALIASES] = { "aliases", N_("Other names"),
    DD_FIELD_LIST, DD_FIELD_SEARCHABLE | DD_FIELD_MULTILINE },
  [DD_UNIT_LEVEL] = { "level", N_("Level"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_unit_level_choices, .n_choices = DD_N_UNIT_LEVEL_CHOICES },
  [DD_UNIT_IS_GROUP] = { "is_group", N_("Group of units"), DD_FIELD_FLAG },
  [DD_UNIT_PARENT] = { "parent", N_("Superior unit"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_UNIT },
  [DD_UNIT_VALID_FROM] = { "valid_from", N_("Exists from"), DD_FIELD_DAY },
  [DD_UNIT_VALID_TO] = { "valid_to", N_("Exists until"), DD_FIELD_DAY },
  [DD_UNIT_N_MEMBERS] = { "n_members", N_("Members"), DD_FIELD_NUMBER, DD_FIELD_DERIVED },
};

/**
 * DdUnit:
 *
 * An agency, or a group of agencies that directives name as one ("các sở, ban, ngành").
 *
 * Units come and go with the law, so each has the days from and to which it
 * exists; its aliases are what documents call it.
 */
DD_DEFINE_RECORD (DdUnit, unit, UNIT, N_("Unit"))

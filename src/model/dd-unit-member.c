/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-member"

#include "config.h"

#include "dd-unit-member.h"

#include <glib/gi18n-lib.h>

static const DdChoice member_role_choices[] = {
  [DD_MEMBER_ROLE_HEAD] = { "head", N_("Head") },
  [DD_MEMBER_ROLE_DEPUTY_HEAD] = { "deputy_head", N_("Deputy head") },
  [DD_MEMBER_ROLE_SECRETARY] = { "secretary", N_("Secretary") },
  [DD_MEMBER_ROLE_MEMBER] = { "member", N_("Member") },
};

static const DdField fields[] = {
  [DD_UNIT_MEMBER_BODY] = { "body", N_("Group or body"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_UNIT },
  [DD_UNIT_MEMBER_UNIT] = { "unit", N_("Unit"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_UNIT },
  [DD_UNIT_MEMBER_PERSON] = { "person", N_("Person"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_PERSON },
  [DD_UNIT_MEMBER_ROLE] = { "role", N_("Role"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = member_role_choices, .n_choices = G_N_ELEMENTS (member_role_choices) },
  [DD_UNIT_MEMBER_VALID_FROM] = { "valid_from", N_("Member from"), DD_FIELD_DAY },
  [DD_UNIT_MEMBER_VALID_TO] = { "valid_to", N_("Member until"), DD_FIELD_DAY },
  [DD_UNIT_MEMBER_UNIT_NAME] = { "unit_name", N_("Name of the unit"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_UNIT_MEMBER_PERSON_NAME] = { "person_name", N_("Name of the person"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
};

/**
 * DdUnitMember:
 *
 * A unit that belongs to a group of units ("các sở, ban, ngành"), or a person or
 * unit that belongs to a body which meets (a task force, a steering committee).
 *
 * A directive to a group becomes a task for each of its units, and who does not
 * come to a session of the body is absent. Members change by decision, hence the
 * days from and to which they are.
 */
DD_DEFINE_RECORD (DdUnitMember, unit_member, UNIT_MEMBER, N_("Member"))

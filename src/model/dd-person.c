/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-person"

#include "config.h"

#include "dd-person.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_PERSON_NAME] = { "name", N_("Name"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_COLLATED | DD_FIELD_PERSON |
    DD_FIELD_SEARCHABLE },
  [DD_PERSON_POST] = { "post", N_("Post"), DD_FIELD_TEXT, DD_FIELD_SEARCHABLE },
  [DD_PERSON_UNIT] = { "unit", N_("Unit"), DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_UNIT },
  [DD_PERSON_ALIASES] = { "aliases", N_("Other names"),
    DD_FIELD_LIST, DD_FIELD_SEARCHABLE | DD_FIELD_MULTILINE },
  [DD_PERSON_VALID_FROM] = { "valid_from", N_("In office from"), DD_FIELD_DAY },
  [DD_PERSON_VALID_TO] = { "valid_to", N_("In office until"), DD_FIELD_DAY },
  [DD_PERSON_UNIT_NAME] = { "unit_name", N_("Name of the unit"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
};

/**
 * DdPerson:
 *
 * A leader, member, secretary or officer.
 */
DD_DEFINE_RECORD (DdPerson, person, PERSON, N_("Person"))

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-procedure"

#include "config.h"

#include "dd-procedure.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_PROCEDURE_CODE] = { "code", N_("Code"), DD_FIELD_TEXT, DD_FIELD_SEARCHABLE },
  [DD_PROCEDURE_NAME] = { "name", N_("Name"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHABLE | DD_FIELD_COLLATED },
  [DD_PROCEDURE_FIELD] = { "field", N_("Field"), DD_FIELD_TEXT, DD_FIELD_SEARCHABLE },
  [DD_PROCEDURE_LEVEL] = { "level", N_("Level"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_unit_level_choices, .n_choices = DD_N_UNIT_LEVEL_CHOICES },
  [DD_PROCEDURE_SCOPE] = { "scope", N_("Scope"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_procedure_scope_choices, .n_choices = DD_N_PROCEDURE_SCOPE_CHOICES },
  [DD_PROCEDURE_OWNER] = { "owner", N_("Owner"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_UNIT },
  [DD_PROCEDURE_BASIS] = { "basis", N_("Legal basis"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
};

/**
 * DdProcedure:
 *
 * An administrative procedure.
 */
DD_DEFINE_RECORD (DdProcedure, procedure, PROCEDURE, N_("Procedure"))

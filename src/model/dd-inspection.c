/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-inspection"

#include "config.h"

#include "dd-inspection.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_INSPECTION_UNIT] = { "unit", N_("Unit"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED, DD_KIND_UNIT },
  [DD_INSPECTION_DAY] = { "day", N_("Day"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_INSPECTION_INSPECTORS] = { "inspectors", N_("Inspectors"), DD_FIELD_TEXT },
  [DD_INSPECTION_SCORE] = { "score", N_("Score"), DD_FIELD_REAL },
  [DD_INSPECTION_RATING] = { "rating", N_("Rating"), DD_FIELD_TEXT },
  [DD_INSPECTION_FINDINGS] = { "findings", N_("Findings"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
};

/**
 * DdInspection:
 *
 * A visit to a one-stop shop; what was found becomes directives.
 */
DD_DEFINE_RECORD (DdInspection, inspection, INSPECTION, N_("Inspection"))

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-obligation-unit"

#include "config.h"

#include "dd-obligation-unit.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  [DD_OBLIGATION_UNIT_OBLIGATION] = { "obligation", N_("Obligation"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, DD_KIND_OBLIGATION },
  [DD_OBLIGATION_UNIT_UNIT] = { "unit", N_("Unit"),
    DD_FIELD_REFERENCE, DD_FIELD_REQUIRED, DD_KIND_UNIT },
};

/**
 * DdObligationUnit:
 *
 * A unit that has a duty by period.
 */
DD_DEFINE_RECORD (DdObligationUnit, obligation_unit, OBLIGATION_UNIT, N_("Unit of an obligation"))

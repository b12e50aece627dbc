/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_OBLIGATION_UNIT_OBLIGATION,
  DD_OBLIGATION_UNIT_UNIT,
} DdObligationUnitField;

#define DD_TYPE_OBLIGATION_UNIT (dd_obligation_unit_get_type ())
DD_DECLARE_RECORD (DdObligationUnit, obligation_unit, OBLIGATION_UNIT)

G_END_DECLS

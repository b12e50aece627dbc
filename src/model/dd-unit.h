/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_UNIT_NAME,
  DD_UNIT_SHORT_NAME, /* VPUBND */
  DD_UNIT_ALIASES,    /* for recognition in documents */
  DD_UNIT_LEVEL,
  DD_UNIT_IS_GROUP,
  DD_UNIT_PARENT,
  DD_UNIT_VALID_FROM,
  DD_UNIT_VALID_TO,
  DD_UNIT_N_MEMBERS,  /* of a group or body, at whatever time */
} DdUnitField;

#define DD_TYPE_UNIT (dd_unit_get_type ())
DD_DECLARE_RECORD (DdUnit, unit, UNIT)

G_END_DECLS

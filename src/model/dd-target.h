/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_TARGET_PLAN,
  DD_TARGET_DIRECTIVE,
  DD_TARGET_TEXT,        /* as the document says it */
  DD_TARGET_MEASURE,
  DD_TARGET_OPERATOR,
  DD_TARGET_VALUE,
  DD_TARGET_UNIT,        /* % */
  DD_TARGET_DUE,
  DD_TARGET_NUMERATOR,   /* typed, for another measure */
  DD_TARGET_DENOMINATOR,
} DdTargetField;

#define DD_TYPE_TARGET (dd_target_get_type ())
DD_DECLARE_RECORD (DdTarget, target, TARGET)

G_END_DECLS

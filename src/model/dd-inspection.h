/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_INSPECTION_UNIT,
  DD_INSPECTION_DAY,
  DD_INSPECTION_INSPECTORS,
  DD_INSPECTION_SCORE,
  DD_INSPECTION_RATING,
  DD_INSPECTION_FINDINGS,
} DdInspectionField;

#define DD_TYPE_INSPECTION (dd_inspection_get_type ())
DD_DECLARE_RECORD (DdInspection, inspection, INSPECTION)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_CONTRIBUTION_EXPECTED,
  DD_CONTRIBUTION_GIVEN,
  DD_CONTRIBUTION_NONE,
} DdContribution;

typedef enum
{
  DD_TASK_UNIT_TASK,
  DD_TASK_UNIT_UNIT,
  DD_TASK_UNIT_STATE,
  DD_TASK_UNIT_DEADLINE,
  DD_TASK_UNIT_NOTE,
  DD_TASK_UNIT_UNIT_NAME,
} DdTaskUnitField;

#define DD_TYPE_TASK_UNIT (dd_task_unit_get_type ())
DD_DECLARE_RECORD (DdTaskUnit, task_unit, TASK_UNIT)

G_END_DECLS

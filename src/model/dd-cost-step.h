/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_COST_SIDE_BEFORE,
  DD_COST_SIDE_AFTER,
} DdCostSide;

typedef enum
{
  DD_COST_STEP_PLAN_ITEM,
  DD_COST_STEP_SIDE,
  DD_COST_STEP_POSITION,
  DD_COST_STEP_ACTIVITY,
  DD_COST_STEP_HOURS,
  DD_COST_STEP_INCOME,
  DD_COST_STEP_SERVICES,
  DD_COST_STEP_FEES,
  DD_COST_STEP_TIMES,
  DD_COST_STEP_SUBJECTS,
} DdCostStepField;

#define DD_TYPE_COST_STEP (dd_cost_step_get_type ())
DD_DECLARE_RECORD (DdCostStep, cost_step, COST_STEP)

G_END_DECLS

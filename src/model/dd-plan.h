/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_PLAN_STATE_DRAFT,
  DD_PLAN_STATE_ISSUED,
  DD_PLAN_STATE_CLOSED,
} DdPlanState;

typedef enum
{
  DD_PLAN_NUMBER,     /* 31/KH-UBND */
  DD_PLAN_TITLE,
  DD_PLAN_BASIS,
  DD_PLAN_SCOPE,
  DD_PLAN_ISSUER,
  DD_PLAN_FIRST_DAY,
  DD_PLAN_LAST_DAY,
  DD_PLAN_PARENT,
  DD_PLAN_DOCUMENT,
  DD_PLAN_STATE,
  DD_PLAN_NOTE,
  DD_PLAN_N_ITEMS,
  DD_PLAN_N_REVIEWED,
} DdPlanField;

#define DD_TYPE_PLAN (dd_plan_get_type ())
DD_DECLARE_RECORD (DdPlan, plan, PLAN)

G_END_DECLS

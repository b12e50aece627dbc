/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-record.h"

G_BEGIN_DECLS

typedef enum
{
  DD_MILESTONE_PLAN,
  DD_MILESTONE_DAY,
  DD_MILESTONE_MEASURE,
  DD_MILESTONE_OPERATOR,
  DD_MILESTONE_VALUE,    /* per cent */
  DD_MILESTONE_NOTE,
} DdMilestoneField;

#define DD_TYPE_MILESTONE (dd_milestone_get_type ())
DD_DECLARE_RECORD (DdMilestone, milestone, MILESTONE)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All kinds of records at once, for what handles every one of them. */
#pragma once

#include "dd-agenda-item.h"
#include "dd-attachment.h"
#include "dd-attendance.h"
#include "dd-citation.h"
#include "dd-cost-step.h"
#include "dd-deadline-change.h"
#include "dd-directive.h"
#include "dd-document.h"
#include "dd-feedback.h"
#include "dd-follow-up.h"
#include "dd-history.h"
#include "dd-holiday.h"
#include "dd-index-score.h"
#include "dd-inspection.h"
#include "dd-meeting.h"
#include "dd-milestone.h"
#include "dd-obligation.h"
#include "dd-obligation-unit.h"
#include "dd-person.h"
#include "dd-plan.h"
#include "dd-plan-item.h"
#include "dd-procedure.h"
#include "dd-progress.h"
#include "dd-setting.h"
#include "dd-target.h"
#include "dd-task.h"
#include "dd-task-unit.h"
#include "dd-unit.h"

G_BEGIN_DECLS

GType dd_record_types_get_gtype (DdKind kind);

G_END_DECLS

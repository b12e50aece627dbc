/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-calendar.h"
#include "dd-choices.h"
#include "dd-row.h"
#include "dd-rules.h"

G_BEGIN_DECLS

/**
 * DdTaskStatus:
 *
 * Where a task stands on a day; never stored. These are the classes in which
 * offices report (Decision 42/2014/QĐ-TTg and the provinces' rules after it).
 */
typedef enum
{
  DD_TASK_STATUS_WIP_LATE,      /* in progress, overdue */
  DD_TASK_STATUS_WIP_SOON,      /* in progress, due soon */
  DD_TASK_STATUS_WIP_OK,        /* in progress, on track */
  DD_TASK_STATUS_WIP_NODL,      /* in progress, no deadline */
  DD_TASK_STATUS_DONE_ONTIME,
  DD_TASK_STATUS_DONE_LATE,
  DD_TASK_STATUS_DONE_NODL,
  DD_TASK_STATUS_STOPPED,       /* suspended, withdrawn or refused */
} DdTaskStatus;

#define DD_N_TASK_STATUSES (DD_TASK_STATUS_STOPPED + 1)

DdDay        dd_deadline_get_due         (DdDay             deadline,
                                          DdDeadlineKind    kind,
                                          const DdRules    *rules);
DdTaskStatus dd_deadline_get_status      (DdDay             due,
                                          DdDay             completed,
                                          gboolean          stopped,
                                          DdDay             today,
                                          guint             warn_days);
guint        dd_deadline_get_days_late   (DdDay             due,
                                          DdDay             completed,
                                          DdDay             today);
char        *dd_deadline_to_relative     (DdDay             due,
                                          DdDay             completed,
                                          DdDay             today,
                                          const DdCalendar *calendar) G_GNUC_WARN_UNUSED_RESULT;

const char  *dd_task_status_get_code     (DdTaskStatus      status);
const char  *dd_task_status_get_label    (DdTaskStatus      status);
gboolean     dd_task_status_from_code    (const char       *code,
                                          DdTaskStatus     *status);
gboolean     dd_task_status_is_open      (DdTaskStatus      status);

gboolean     dd_task_row_is_stopped      (const DdRow      *task);
DdTaskStatus dd_task_row_get_status      (const DdRow      *task,
                                          DdDay             today,
                                          const DdRules    *rules);
void         dd_task_row_settle          (DdRow            *task,
                                          const DdRules    *rules);

G_END_DECLS

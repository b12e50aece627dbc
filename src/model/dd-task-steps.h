/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-row.h"

G_BEGIN_DECLS

/**
 * DdTaskStep:
 * @day: when it happened
 * @author: who says so
 * @note: (nullable): what was done; the reason of a return, a reopening or a stop
 * @percent: progress in per cent, or -1 if it is not told
 * @document: (nullable): number of the document that proves it
 *
 * One step in the life of a task. Each leaves a progress report behind.
 */
typedef struct
{
  DdDay       day;
  const char *author;
  const char *note;
  const char *difficulty;
  const char *proposal;
  const char *document;
  int         percent;
} DdTaskStep;

#define DD_TASK_STEP_INIT { .percent = -1 }

typedef enum
{
  DD_TASK_ACTION_REPORT,        /* progress */
  DD_TASK_ACTION_REPORT_DONE,   /* the lead unit says it is done */
  DD_TASK_ACTION_CONFIRM,       /* the task force agrees */
  DD_TASK_ACTION_RETURN,        /* it does not: counts as not done */
  DD_TASK_ACTION_REOPEN,        /* a confirmed task after all is not done */
  DD_TASK_ACTION_SUSPEND,
  DD_TASK_ACTION_WITHDRAW,
  DD_TASK_ACTION_RESUME,
} DdTaskAction;

#define DD_N_TASK_ACTIONS (DD_TASK_ACTION_RESUME + 1)

gboolean    dd_task_action_is_possible (DdTaskAction       action,
                                        const DdRow       *task);
DdRow      *dd_task_take_step          (DdRow             *task,
                                        DdTaskAction       action,
                                        const DdTaskStep  *step,
                                        DdDay              today,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;
DdRow      *dd_task_change_deadline    (DdRow             *task,
                                        DdDay              deadline,
                                        const DdTaskStep  *step,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

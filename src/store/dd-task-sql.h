/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store: what the rules of src/model/dd-deadline.h say, in SQL.
 * A test holds the two against each other. The indexes of the task table are
 * made of the same words; SQLite finds them by these. */
#pragma once

#define DD_SQL_TASK_STOPPED "task.state IN ('refused', 'suspended', 'withdrawn')"
#define DD_SQL_TASK_STANDS \
  "task.state <> 'refused' AND task.state <> 'suspended' AND task.state <> 'withdrawn'"
#define DD_SQL_TASK_OPEN "task.completed IS NULL AND " DD_SQL_TASK_STANDS
#define DD_SQL_TASK_DONE "task.completed IS NOT NULL AND " DD_SQL_TASK_STANDS

/* Tasks without a due day come last. */
#define DD_SQL_NO_DAY "9999-99-99"
#define DD_SQL_TASK_DUE "coalesce (task.due, '" DD_SQL_NO_DAY "')"

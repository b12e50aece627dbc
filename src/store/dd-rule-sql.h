/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store: what the rules of src/model say, in SQL. Those of tasks
 * are in dd-deadline.h, of directives in dd-coverage.h, of procedures in
 * dd-measure.h, of topics in dd-agenda-return.h; tests hold the two against each
 * other. The indexes of the task table are made of the same words; SQLite finds
 * them by these. */
#pragma once

#define DD_SQL_TASK_STOPPED "task.state IN ('refused', 'suspended', 'withdrawn')"
#define DD_SQL_TASK_STANDS \
  "task.state <> 'refused' AND task.state <> 'suspended' AND task.state <> 'withdrawn'"
#define DD_SQL_TASK_OPEN "task.completed IS NULL AND " DD_SQL_TASK_STANDS
#define DD_SQL_TASK_DONE "task.completed IS NOT NULL AND " DD_SQL_TASK_STANDS

/* Tasks without a due day come last. */
#define DD_SQL_NO_DAY "9999-99-99"
#define DD_SQL_TASK_DUE "coalesce (task.due, '" DD_SQL_NO_DAY "')"

/* The day on which the result came is what says that a task is done. */
#define DD_SQL_HAS_TASKS "EXISTS (SELECT 1 FROM task WHERE task.directive = directive.id)"
#define DD_SQL_HAS_UNDONE \
  "EXISTS (SELECT 1 FROM task WHERE task.directive = directive.id AND task.completed IS NULL)"
#define DD_SQL_DIRECTIVE_UNASSIGNED \
  "directive.superseded_by IS NULL AND directive.no_task_reason IS NULL AND NOT " DD_SQL_HAS_TASKS

/* Of a topic that no later one carries on: it comes back if it was not discussed, or
 * while a task is open. */
#define DD_SQL_ITEM_IS_LAST \
  "agenda_item.id NOT IN (SELECT carried_from FROM agenda_item WHERE carried_from IS NOT NULL)"
#define DD_SQL_ITEM_NOT_DISCUSSED "coalesce (agenda_item.discussed, 0) = 0"

/* Review is done when an option is proposed, or the procedure is to be kept. */
#define DD_SQL_ITEM_DECIDED "plan_item.stage IN ('proposed', 'approved', 'enacted')"
#define DD_SQL_ITEM_REVIEWED "(" DD_SQL_ITEM_DECIDED " OR plan_item.outcome = 'kept')"

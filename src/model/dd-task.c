/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-task"

#include "config.h"

#include "dd-task.h"

#include <glib/gi18n-lib.h>

static const DdChoice task_state_choices[] = {
  [DD_TASK_STATE_ASSIGNED] = { "assigned", N_("Assigned") },
  [DD_TASK_STATE_ACCEPTED] = { "accepted", N_("Accepted") },
  [DD_TASK_STATE_REFUSED] = { "refused", N_("Refused") },
  [DD_TASK_STATE_IN_PROGRESS] = { "in_progress", N_("In progress") },
  [DD_TASK_STATE_REPORTED] = { "reported", N_("Reported done") },
  [DD_TASK_STATE_RETURNED] = { "returned", N_("Returned") },
  [DD_TASK_STATE_CONFIRMED] = { "confirmed", N_("Confirmed") },
  [DD_TASK_STATE_SUSPENDED] = { "suspended", N_("Suspended") },
  [DD_TASK_STATE_WITHDRAWN] = { "withdrawn", N_("Withdrawn") },
};

static const DdField fields[] = {
  [DD_TASK_DIRECTIVE] = { "directive", N_("Directive"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_DIRECTIVE },
  [DD_TASK_PLAN_ITEM] = { "plan_item", N_("Plan item"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_PLAN_ITEM },
  [DD_TASK_OBLIGATION] = { "obligation", N_("Obligation"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_OBLIGATION },
  [DD_TASK_PERIOD] = { "period", N_("Period"), DD_FIELD_DAY },
  [DD_TASK_PARENT] = { "parent", N_("Parent task"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_TASK },
  [DD_TASK_CONTENT] = { "content", N_("Content"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHABLE | DD_FIELD_COLLATED,
    .max_length = 4000 },
  [DD_TASK_LEAD] = { "lead", N_("Lead"), DD_FIELD_REFERENCE, DD_FIELD_REQUIRED, DD_KIND_UNIT },
  [DD_TASK_OFFICER] = { "officer", N_("Officer"), DD_FIELD_TEXT, DD_FIELD_SEARCHABLE },
  [DD_TASK_REPORT_TO] = { "report_to", N_("Report to"), DD_FIELD_LIST, DD_FIELD_MULTILINE },
  [DD_TASK_PRODUCT] = { "product", N_("Product"), DD_FIELD_TEXT, DD_FIELD_SEARCHABLE },
  [DD_TASK_STARRED] = { "starred", N_("Starred"), DD_FIELD_FLAG },
  [DD_TASK_ASSIGNED] = { "assigned", N_("Assigned on"), DD_FIELD_DAY, DD_FIELD_REQUIRED },
  [DD_TASK_DEADLINE] = { "deadline", N_("Deadline"), DD_FIELD_DAY },
  [DD_TASK_DEADLINE_KIND] = { "deadline_kind", N_("Kind of deadline"),
    DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_deadline_kind_choices, .n_choices = DD_N_DEADLINE_KIND_CHOICES },
  [DD_TASK_DEADLINE_TEXT] = { "deadline_text", N_("Words of the deadline"), DD_FIELD_TEXT },
  [DD_TASK_ORIGINAL_DEADLINE] = { "original_deadline", N_("Original deadline"), DD_FIELD_DAY },
  [DD_TASK_DUE] = { "due", N_("Due"), DD_FIELD_DAY, DD_FIELD_COMPUTED },
  [DD_TASK_COMPLETED] = { "completed", N_("Completed on"), DD_FIELD_DAY },
  [DD_TASK_STATE] = { "state", N_("State"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = task_state_choices, .n_choices = G_N_ELEMENTS (task_state_choices) },
  [DD_TASK_NOTE] = { "note", N_("Note"), DD_FIELD_TEXT, DD_FIELD_MULTILINE },
  [DD_TASK_LEAD_NAME] = { "lead_name", N_("Name of the lead unit"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_TASK_COORDINATING_NAMES] = { "coordinating_names", N_("Names of the coordinating units"),
    DD_FIELD_LIST, DD_FIELD_DERIVED },
  [DD_TASK_ORDINAL] = { "ordinal", N_("Clause"), DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_TASK_DOCUMENT_NUMBER] = { "document_number", N_("Number of the document"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_TASK_MEETING_TITLE] = { "meeting_title", N_("Title of the meeting"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_TASK_PERCENT] = { "percent", N_("Progress"), DD_FIELD_NUMBER, DD_FIELD_DERIVED },
  [DD_TASK_LAST_REPORT] = { "last_report", N_("Last report"), DD_FIELD_DAY, DD_FIELD_DERIVED },
  [DD_TASK_N_EXTENSIONS] = { "n_extensions", N_("Extensions"),
    DD_FIELD_NUMBER, DD_FIELD_DERIVED },
};

/**
 * DdTask:
 *
 * A piece of work assigned to exactly one lead unit.
 *
 * The status is not a field: it follows from the deadline, the completion and
 * today. The due day is the last day on which the work is on time, made from the
 * deadline by the rule for "trước ngày"; the deadline is the day as it was
 * written, and the original one never changes.
 */
DD_DEFINE_RECORD (DdTask, task, TASK, N_("Task"))

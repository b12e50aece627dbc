/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-directive"

#include "config.h"

#include "dd-directive.h"

#include <glib/gi18n-lib.h>

static const DdChoice directive_kind_choices[] = {
  [DD_DIRECTIVE_KIND_TASK] = { "task", N_("Task") },
  [DD_DIRECTIVE_KIND_SOFT] = { "soft", N_("Exhortation") },
  [DD_DIRECTIVE_KIND_PROHIBITION] = { "prohibition", N_("Standing prohibition") },
  [DD_DIRECTIVE_KIND_MILESTONE] = { "milestone", N_("Milestone") },
  [DD_DIRECTIVE_KIND_MANDATE] = { "mandate", N_("Standing mandate") },
  [DD_DIRECTIVE_KIND_DECISION] = { "decision", N_("Decision in principle") },
};

static const DdField fields[] = {
  [DD_DIRECTIVE_DOCUMENT] = { "document", N_("Document"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_DOCUMENT },
  [DD_DIRECTIVE_MEETING] = { "meeting", N_("Meeting"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_MEETING },
  [DD_DIRECTIVE_INSPECTION] = { "inspection", N_("Inspection"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_INSPECTION },
  [DD_DIRECTIVE_POSITION] = { "position", N_("Order"), DD_FIELD_NUMBER },
  [DD_DIRECTIVE_ORDINAL] = { "ordinal", N_("Clause"), DD_FIELD_TEXT },
  [DD_DIRECTIVE_QUOTE] = { "quote", N_("Words"),
    DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHABLE | DD_FIELD_MULTILINE },
  [DD_DIRECTIVE_SPAN_START] = { "span_start", N_("First character"), DD_FIELD_NUMBER },
  [DD_DIRECTIVE_SPAN_END] = { "span_end", N_("End"), DD_FIELD_NUMBER },
  [DD_DIRECTIVE_KIND] = { "kind", N_("Kind"), DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = directive_kind_choices, .n_choices = G_N_ELEMENTS (directive_kind_choices) },
  [DD_DIRECTIVE_ASSIGNER] = { "assigner", N_("Assigned by"), DD_FIELD_LIST, DD_FIELD_MULTILINE },
  [DD_DIRECTIVE_LEAD] = { "lead", N_("Lead"), DD_FIELD_LIST, DD_FIELD_MULTILINE },
  [DD_DIRECTIVE_COORDINATING] = { "coordinating", N_("Coordinating"),
    DD_FIELD_LIST, DD_FIELD_MULTILINE },
  [DD_DIRECTIVE_REPORT_TO] = { "report_to", N_("Report to"), DD_FIELD_LIST, DD_FIELD_MULTILINE },
  [DD_DIRECTIVE_DEADLINE] = { "deadline", N_("Deadline"), DD_FIELD_DAY },
  [DD_DIRECTIVE_DEADLINE_KIND] = { "deadline_kind", N_("Kind of deadline"),
    DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_deadline_kind_choices, .n_choices = DD_N_DEADLINE_KIND_CHOICES },
  [DD_DIRECTIVE_DEADLINE_TEXT] = { "deadline_text", N_("Words of the deadline"), DD_FIELD_TEXT },
  [DD_DIRECTIVE_RECURRENCE] = { "recurrence", N_("Recurrence"),
    DD_FIELD_CHOICE, DD_FIELD_REQUIRED,
    .choices = dd_recurrence_choices, .n_choices = DD_N_RECURRENCE_CHOICES },
  [DD_DIRECTIVE_RECURRENCE_DAY] = { "recurrence_day", N_("Day of the recurrence"),
    DD_FIELD_NUMBER },
  [DD_DIRECTIVE_CONFIDENCE] = { "confidence", N_("Confidence"), DD_FIELD_REAL },
  [DD_DIRECTIVE_NO_TASK_REASON] = { "no_task_reason", N_("Why no task is needed"),
    DD_FIELD_TEXT },
  [DD_DIRECTIVE_SUPERSEDED_BY] = { "superseded_by", N_("Superseded by"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_DIRECTIVE },
  [DD_DIRECTIVE_AGENDA_ITEM] = { "agenda_item", N_("Agenda item"),
    DD_FIELD_REFERENCE, DD_FIELD_PLAIN, DD_KIND_AGENDA_ITEM },
  [DD_DIRECTIVE_PRODUCT] = { "product", N_("Product"), DD_FIELD_TEXT },
  [DD_DIRECTIVE_RECURRENCE_MONTH] = { "recurrence_month", N_("Month of the recurrence"),
    DD_FIELD_NUMBER },
  [DD_DIRECTIVE_DOCUMENT_NUMBER] = { "document_number", N_("Number of the document"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_DIRECTIVE_MEETING_TITLE] = { "meeting_title", N_("Title of the meeting"),
    DD_FIELD_TEXT, DD_FIELD_DERIVED },
  [DD_DIRECTIVE_DAY] = { "day", N_("Date"), DD_FIELD_DAY, DD_FIELD_DERIVED },
  [DD_DIRECTIVE_N_TASKS] = { "n_tasks", N_("Tasks"), DD_FIELD_NUMBER, DD_FIELD_DERIVED },
  [DD_DIRECTIVE_N_DONE] = { "n_done", N_("Completed tasks"), DD_FIELD_NUMBER, DD_FIELD_DERIVED },
  [DD_DIRECTIVE_NEXT_DUE] = { "next_due", N_("Next due"), DD_FIELD_DAY, DD_FIELD_DERIVED },
};

/**
 * DdDirective:
 *
 * One clause of a conclusion, in the words in which it was said.
 *
 * What was recognised in it (who, by when, how often) is kept as it was read and
 * corrected, whether or not tasks are made of it: coverage is derived from the
 * tasks that exist, from the decision that none is needed, and from what has
 * superseded it.
 */
DD_DEFINE_RECORD (DdDirective, directive, DIRECTIVE, N_("Directive"))

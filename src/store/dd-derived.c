/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields that are not stored: what SQL computes them from, for one record
 * at a time. A list reads them for the rows it shows and no others. */
#define G_LOG_DOMAIN "dd-derived"

#include "dd-derived.h"

#include "dd-record-types.h"
#include "dd-rule-sql.h"

/* The lines of a list, from the rows of a subquery; PostgreSQL: string_agg. */
#define LINES(column, rows) "(SELECT group_concat (" column ", char (10)) FROM (" rows "))"

/* What a document goes by. Many a record of a meeting has no number, and its
 * tasks have a source all the same. */
#define DOCUMENT_NAME "coalesce (document.number, document.subject, document.file_name)"

#define OF_SOURCE(column, table, reference) \
  "(SELECT " column " FROM directive JOIN " table " ON " table ".id = directive." reference \
  " WHERE directive.id = task.directive)"

static const char * const meeting_fields[] = {
  [DD_MEETING_BODY_NAME] = "(SELECT name FROM unit WHERE id = meeting.body)",
  [DD_MEETING_DOCUMENT_NUMBER] =
    "(SELECT " DOCUMENT_NAME " FROM document WHERE document.id = meeting.document)",
  [DD_MEETING_N_DIRECTIVES] = "(SELECT count(*) FROM directive WHERE meeting = meeting.id)",
  [DD_MEETING_N_UNASSIGNED] =
    "(SELECT count(*) FROM directive WHERE directive.meeting = meeting.id"
    " AND " DD_SQL_DIRECTIVE_UNASSIGNED ")",
  [DD_MEETING_N_TASKS] =
    "(SELECT count(*) FROM directive JOIN task ON task.directive = directive.id"
    " WHERE directive.meeting = meeting.id)",
  [DD_MEETING_N_DONE] =
    "(SELECT count(*) FROM directive JOIN task ON task.directive = directive.id"
    " WHERE directive.meeting = meeting.id AND task.completed IS NOT NULL)",
};

/* Of a topic and all that it was carried over from: what came of it. */
#define OF_CHAIN(what) \
  "(WITH RECURSIVE chain (id) AS (SELECT agenda_item.id UNION" \
  " SELECT link.carried_from FROM chain JOIN agenda_item AS link ON link.id = chain.id" \
  " WHERE link.carried_from IS NOT NULL)" \
  " SELECT count(*) FROM chain JOIN directive ON directive.agenda_item = chain.id" \
  " JOIN task ON task.directive = directive.id WHERE " what ")"

static const char * const agenda_item_fields[] = {
  [DD_AGENDA_ITEM_UNIT_NAME] = "(SELECT name FROM unit WHERE id = agenda_item.unit)",
  [DD_AGENDA_ITEM_MEETING_TITLE] = "(SELECT title FROM meeting WHERE id = agenda_item.meeting)",
  [DD_AGENDA_ITEM_MEETING_DAY] = "(SELECT day FROM meeting WHERE id = agenda_item.meeting)",
  [DD_AGENDA_ITEM_N_DIRECTIVES] =
    "(SELECT count(*) FROM directive WHERE directive.agenda_item = agenda_item.id)",
  [DD_AGENDA_ITEM_N_TASKS] = OF_CHAIN (DD_SQL_TASK_STANDS),
  [DD_AGENDA_ITEM_N_OPEN] = OF_CHAIN (DD_SQL_TASK_OPEN),
};

static const char * const attendance_fields[] = {
  [DD_ATTENDANCE_UNIT_NAME] = "(SELECT name FROM unit WHERE id = attendance.unit)",
  [DD_ATTENDANCE_PERSON_NAME] = "(SELECT name FROM person WHERE id = attendance.person)",
};

static const char * const directive_fields[] = {
  [DD_DIRECTIVE_DOCUMENT_NUMBER] =
    "(SELECT " DOCUMENT_NAME " FROM document WHERE document.id = directive.document)",
  [DD_DIRECTIVE_MEETING_TITLE] = "(SELECT title FROM meeting WHERE id = directive.meeting)",
  [DD_DIRECTIVE_DAY] = "coalesce ((SELECT day FROM meeting WHERE id = directive.meeting),"
                       " (SELECT day FROM document WHERE id = directive.document))",
  [DD_DIRECTIVE_N_TASKS] = "(SELECT count(*) FROM task WHERE task.directive = directive.id)",
  [DD_DIRECTIVE_N_DONE] = "(SELECT count(*) FROM task WHERE task.directive = directive.id"
                          " AND task.completed IS NOT NULL)",
  [DD_DIRECTIVE_NEXT_DUE] = "(SELECT min (task.due) FROM task WHERE task.directive = directive.id"
                            " AND " DD_SQL_TASK_OPEN ")",
};

static const char * const person_fields[] = {
  [DD_PERSON_UNIT_NAME] = "(SELECT name FROM unit WHERE id = person.unit)",
};

static const char * const plan_fields[] = {
  [DD_PLAN_N_ITEMS] = "(SELECT count(*) FROM plan_item WHERE plan_item.plan = plan.id)",
  [DD_PLAN_N_REVIEWED] = "(SELECT count(*) FROM plan_item WHERE plan_item.plan = plan.id"
                         " AND " DD_SQL_ITEM_REVIEWED ")",
};

static const char * const plan_item_fields[] = {
  [DD_PLAN_ITEM_PROCEDURE_NAME] = "(SELECT name FROM procedure WHERE id = plan_item.procedure)",
  [DD_PLAN_ITEM_PROCEDURE_CODE] = "(SELECT code FROM procedure WHERE id = plan_item.procedure)",
  [DD_PLAN_ITEM_FIELD] = "(SELECT field FROM procedure WHERE id = plan_item.procedure)",
  [DD_PLAN_ITEM_LEAD_NAME] = "(SELECT name FROM unit WHERE id = plan_item.lead)",
};

static const char * const task_fields[] = {
  [DD_TASK_LEAD_NAME] = "(SELECT name FROM unit WHERE id = task.lead)",
  [DD_TASK_COORDINATING_NAMES] =
    LINES ("name", "SELECT unit.name AS name FROM task_unit JOIN unit ON unit.id = task_unit.unit"
                   " WHERE task_unit.task = task.id ORDER BY task_unit.id"),
  [DD_TASK_ORDINAL] = "(SELECT ordinal FROM directive WHERE id = task.directive)",
  [DD_TASK_DOCUMENT_NUMBER] = OF_SOURCE (DOCUMENT_NAME, "document", "document"),
  [DD_TASK_MEETING_TITLE] = OF_SOURCE ("meeting.title", "meeting", "meeting"),
  /* What is completed is so whole, also if the day of its result lies before a report. */
  [DD_TASK_PERCENT] = "(CASE WHEN task.completed IS NOT NULL THEN 100 ELSE"
                      " (SELECT percent FROM progress WHERE progress.task = task.id"
                      " AND percent IS NOT NULL ORDER BY day DESC, id DESC LIMIT 1) END)",
  [DD_TASK_LAST_REPORT] = "(SELECT max(day) FROM progress WHERE progress.task = task.id)",
  [DD_TASK_N_EXTENSIONS] = "(SELECT count(*) FROM deadline_change"
                           " WHERE deadline_change.task = task.id AND outcome = 'granted')",
};

static const char * const task_unit_fields[] = {
  [DD_TASK_UNIT_UNIT_NAME] = "(SELECT name FROM unit WHERE id = task_unit.unit)",
};

static const char * const unit_fields[] = {
  [DD_UNIT_N_MEMBERS] = "(SELECT count(*) FROM unit_member WHERE unit_member.body = unit.id)",
};

static const char * const unit_member_fields[] = {
  [DD_UNIT_MEMBER_UNIT_NAME] = "(SELECT name FROM unit WHERE id = unit_member.unit)",
  [DD_UNIT_MEMBER_PERSON_NAME] = "(SELECT name FROM person WHERE id = unit_member.person)",
};

#define BIT(kind) (1u << DD_KIND_##kind)

/* For each kind: its expressions, and the kinds that they read. */
static const struct
{
  const char * const *expressions;
  guint               n_expressions;
  guint               reads;
} kinds[DD_N_KINDS] = {
#define FIELDS(table) table, G_N_ELEMENTS (table)
  [DD_KIND_AGENDA_ITEM] = { FIELDS (agenda_item_fields), BIT (AGENDA_ITEM) | BIT (UNIT) |
                            BIT (MEETING) | BIT (DIRECTIVE) | BIT (TASK) },
  [DD_KIND_MEETING] = { FIELDS (meeting_fields), BIT (DOCUMENT) | BIT (DIRECTIVE) | BIT (TASK) |
                        BIT (UNIT) },
  [DD_KIND_ATTENDANCE] = { FIELDS (attendance_fields), BIT (UNIT) | BIT (PERSON) },
  [DD_KIND_DIRECTIVE] = { FIELDS (directive_fields), BIT (DOCUMENT) | BIT (MEETING) | BIT (TASK) },
  [DD_KIND_PERSON] = { FIELDS (person_fields), BIT (UNIT) },
  [DD_KIND_PLAN] = { FIELDS (plan_fields), BIT (PLAN_ITEM) },
  [DD_KIND_PLAN_ITEM] = { FIELDS (plan_item_fields), BIT (PROCEDURE) | BIT (UNIT) },
  [DD_KIND_TASK] = { FIELDS (task_fields), BIT (UNIT) | BIT (TASK_UNIT) | BIT (DIRECTIVE) |
                     BIT (DOCUMENT) | BIT (MEETING) | BIT (PROGRESS) | BIT (DEADLINE_CHANGE) },
  [DD_KIND_TASK_UNIT] = { FIELDS (task_unit_fields), BIT (UNIT) },
  [DD_KIND_UNIT] = { FIELDS (unit_fields), BIT (UNIT_MEMBER) },
  [DD_KIND_UNIT_MEMBER] = { FIELDS (unit_member_fields), BIT (UNIT) | BIT (PERSON) },
#undef FIELDS
};

/**
 * dd_derived_get_expression:
 *
 * Returns: (nullable): the SQL expression of a derived field, where the kind's
 *   table goes by its name
 */
const char *
dd_derived_get_expression (DdKind kind,
                           guint  field)
{
  return field < kinds[kind].n_expressions ? kinds[kind].expressions[field] : NULL;
}

/**
 * dd_derived_depends_on:
 *
 * Returns: whether a change in records of @other can change derived fields of @kind
 */
gboolean
dd_derived_depends_on (DdKind kind,
                       DdKind other)
{
  return (kinds[kind].reads >> other & 1) != 0;
}

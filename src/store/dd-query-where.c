/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a query shows, in SQL. */
#define G_LOG_DOMAIN "dd-query-where"

#include "dd-query-where.h"

#include "dd-derived.h"
#include "dd-record-types.h"
#include "dd-rule-sql.h"

/**
 * dd_query_get_status_condition:
 *
 * Returns: the status in SQL, over a task, :today and :soon, the last day that
 *   is due soon
 */
const char *
dd_query_get_status_condition (DdTaskStatus status)
{
  switch (status)
    {
    case DD_TASK_STATUS_WIP_LATE:
      return DD_SQL_TASK_OPEN " AND " DD_SQL_TASK_DUE " < :today";
    case DD_TASK_STATUS_WIP_SOON:
      return DD_SQL_TASK_OPEN " AND " DD_SQL_TASK_DUE " BETWEEN :today AND :soon";
    case DD_TASK_STATUS_WIP_OK:
      return DD_SQL_TASK_OPEN " AND " DD_SQL_TASK_DUE " > :soon"
             " AND " DD_SQL_TASK_DUE " < '" DD_SQL_NO_DAY "'";
    case DD_TASK_STATUS_WIP_NODL:
      return DD_SQL_TASK_OPEN " AND " DD_SQL_TASK_DUE " = '" DD_SQL_NO_DAY "'";
    case DD_TASK_STATUS_DONE_ONTIME:
      return DD_SQL_TASK_DONE " AND task.completed <= task.due";
    case DD_TASK_STATUS_DONE_LATE:
      return DD_SQL_TASK_DONE " AND task.completed > task.due";
    case DD_TASK_STATUS_DONE_NODL:
      return DD_SQL_TASK_DONE " AND task.due IS NULL";
    case DD_TASK_STATUS_STOPPED:
    default:
      return DD_SQL_TASK_STOPPED;
    }
}

#define NO_DEADLINE \
  (DD_STATUS_BIT (DD_TASK_STATUS_WIP_NODL) | DD_STATUS_BIT (DD_TASK_STATUS_DONE_NODL))

static void
append_statuses (GString *where,
                 guint    statuses)
{
  gboolean first = TRUE;

  if (statuses == DD_STATUS_OPEN)
    {
      g_string_append (where, " AND " DD_SQL_TASK_OPEN);
      return;
    }

  /* Open ones said once, outside, so that the index of open tasks is seen. */
  if ((statuses & ~DD_STATUS_OPEN) == 0)
    g_string_append (where, " AND " DD_SQL_TASK_OPEN);
  /* So that no other task is looked at. */
  if ((statuses & ~NO_DEADLINE) == 0)
    g_string_append (where, " AND " DD_SQL_TASK_DUE " = '" DD_SQL_NO_DAY "'");

  g_string_append (where, " AND (");
  for (guint i = 0; i < DD_N_TASK_STATUSES; i++)
    {
      if ((statuses & DD_STATUS_BIT (i)) == 0)
        continue;
      g_string_append_printf (where, "%s(%s)", first ? "" : " OR ",
                              dd_query_get_status_condition (i));
      first = FALSE;
    }
  g_string_append (where, ")");
}

static const char *
get_coverage_condition (DdCoverage coverage)
{
  switch (coverage)
    {
    case DD_COVERAGE_UNASSIGNED:
      return DD_SQL_DIRECTIVE_UNASSIGNED;
    case DD_COVERAGE_ASSIGNED:
      return "directive.superseded_by IS NULL AND " DD_SQL_HAS_UNDONE;
    case DD_COVERAGE_DONE:
      return "directive.superseded_by IS NULL AND " DD_SQL_HAS_TASKS " AND NOT " DD_SQL_HAS_UNDONE;
    case DD_COVERAGE_NOT_NEEDED:
      return "directive.superseded_by IS NULL AND directive.no_task_reason IS NOT NULL"
             " AND NOT " DD_SQL_HAS_TASKS;
    case DD_COVERAGE_SUPERSEDED:
    default:
      return "directive.superseded_by IS NOT NULL";
    }
}

static void
append_coverages (GString *where,
                  guint    coverages)
{
  gboolean first = TRUE;

  g_string_append (where, " AND (");
  for (guint i = 0; i < DD_N_COVERAGES; i++)
    {
      if ((coverages & DD_COVERAGE_BIT (i)) == 0)
        continue;
      g_string_append_printf (where, "%s(%s)", first ? "" : " OR ", get_coverage_condition (i));
      first = FALSE;
    }
  g_string_append (where, ")");
}

/* The codes are the program's own, and need not be bound. */
static void
append_choices (GString       *where,
                const DdField *field,
                guint          choices)
{
  gboolean first = TRUE;

  g_string_append_printf (where, "%s IN (", field->name);
  for (guint i = 0; i < field->n_choices; i++)
    {
      if ((choices >> i & 1) == 0)
        continue;
      g_string_append_printf (where, "%s'%s'", first ? "" : ", ", field->choices[i].code);
      first = FALSE;
    }
  g_string_append_c (where, ')');
}

static void
append_condition (GString       *where,
                  const DdQuery *query,
                  guint          i)
{
  const DdCondition *condition = &query->conditions[i];
  const DdField *field = &dd_record_type_get (query->kind)->fields[condition->field];
  const char *table = dd_record_type_get (query->kind)->name;

  if (field->type == DD_FIELD_REFERENCE)
    {
      if (condition->id == 0)
        g_string_append_printf (where, " AND %s.%s IS NULL", table, field->name);
      else
        g_string_append_printf (where, " AND %s.%s = :id%u", table, field->name, i);
      return;
    }

  if (condition->choices != 0)
    {
      g_string_append_printf (where, " AND %s.", table);
      append_choices (where, field, condition->choices);
    }

  /* In the words of its indexes, or every open task would be read for those of a day. */
  if (query->kind == DD_KIND_TASK && condition->field == DD_TASK_DUE)
    {
      if (condition->from != DD_DAY_NONE)
        g_string_append_printf (where, " AND " DD_SQL_TASK_DUE " >= :from%u", i);
      if (condition->until != DD_DAY_NONE)
        g_string_append_printf (where, " AND " DD_SQL_TASK_DUE " <= :until%u", i);
      else if (condition->from != DD_DAY_NONE)
        g_string_append (where, " AND " DD_SQL_TASK_DUE " < '" DD_SQL_NO_DAY "'");
      return;
    }

  if (condition->text != NULL)
    g_string_append_printf (where, " AND %s.%s = :text%u", table, field->name, i);
  if (condition->from != DD_DAY_NONE)
    g_string_append_printf (where, " AND %s.%s >= :from%u", table, field->name, i);
  if (condition->until != DD_DAY_NONE)
    g_string_append_printf (where, " AND %s.%s <= :until%u", table, field->name, i);
}

static void
append_returning (GString *where)
{
  g_string_append (where, " AND " DD_SQL_ITEM_IS_LAST
                          " AND agenda_item.meeting IN (SELECT earlier.id FROM meeting AS that"
                          " JOIN meeting AS earlier ON earlier.id = that.id"
                          " OR earlier.body = that.body OR earlier.series = that.series"
                          " WHERE that.id = :returning AND earlier.day <= that.day"
                          " AND earlier.state <> 'planned')");
  g_string_append_printf (where, " AND (" DD_SQL_ITEM_NOT_DISCUSSED " OR %s > 0)",
                          dd_derived_get_expression (DD_KIND_AGENDA_ITEM, DD_AGENDA_ITEM_N_OPEN));
}

/* The topics that @item is linked with, step by step in both directions. */
#define CHAIN \
  " AND agenda_item.id IN (WITH RECURSIVE linked (id) AS (SELECT :chain UNION" \
  " SELECT CASE WHEN link.id = linked.id THEN link.carried_from ELSE link.id END" \
  " FROM linked JOIN agenda_item AS link ON link.carried_from = linked.id" \
  " OR link.id = linked.id AND link.carried_from IS NOT NULL) SELECT id FROM linked)"

/**
 * dd_query_append_where:
 * @sql: a statement up to a first condition
 *
 * Adds the conditions of the query other than its search words. Their values
 * are parameters, for dd_query_bind_where().
 */
void
dd_query_append_where (GString       *sql,
                       const DdQuery *query)
{
  for (guint i = 0; i < query->n_conditions; i++)
    append_condition (sql, query, i);
  if (query->statuses != 0)
    append_statuses (sql, query->statuses);
  if (query->unit != 0)
    g_string_append (sql, " AND (task.lead = :unit OR EXISTS (SELECT 1 FROM task_unit"
                          " WHERE task_unit.task = task.id AND task_unit.unit = :unit))");
  if (query->document != 0)
    g_string_append (sql, " AND task.directive IN"
                          " (SELECT id FROM directive WHERE document = :document)");
  if (query->meeting != 0)
    g_string_append (sql, " AND task.directive IN"
                          " (SELECT id FROM directive WHERE meeting = :meeting)");
  if (query->agenda_item != 0)
    g_string_append (sql, " AND task.directive IN"
                          " (SELECT id FROM directive WHERE agenda_item = :agenda_item)");
  if (query->returning != 0)
    append_returning (sql);
  if (query->chain != 0)
    g_string_append (sql, CHAIN);
  if (query->coverages != 0)
    append_coverages (sql, query->coverages);
  if (query->actor != NULL)
    g_string_append (sql, " AND (EXISTS (SELECT 1 FROM history"
                          " WHERE history.record_kind = 'directive'"
                          " AND history.record_id = directive.id"
                          " AND history.event = 'created' AND history.actor = :actor)"
                          " OR EXISTS (SELECT 1 FROM task"
                          " WHERE task.directive = directive.id AND task.officer = :actor))");
}

static void
bind_day (DdStatement *statement,
          const char  *name,
          DdDay        day)
{
  char iso[DD_DAY_ISO_SIZE];

  if (sqlite3_bind_parameter_index (statement, name) == 0)
    return;

  dd_day_write_iso (day, iso);
  dd_statement_bind_text (statement, name, iso);
}

static void
bind_number (DdStatement *statement,
             const char  *name,
             gint64       number)
{
  if (sqlite3_bind_parameter_index (statement, name) != 0)
    dd_statement_bind_number (statement, name, number);
}

/**
 * dd_query_bind_where:
 * @statement: made of what dd_query_append_where() gave for a query of the same shape
 */
void
dd_query_bind_where (DdStatement   *statement,
                     const DdQuery *query)
{
  for (guint i = 0; i < query->n_conditions; i++)
    {
      g_autofree char *id = g_strdup_printf (":id%u", i);
      g_autofree char *from = g_strdup_printf (":from%u", i);
      g_autofree char *until = g_strdup_printf (":until%u", i);

      bind_number (statement, id, query->conditions[i].id);
      bind_day (statement, from, query->conditions[i].from);
      bind_day (statement, until, query->conditions[i].until);
      if (query->conditions[i].text != NULL)
        {
          g_autofree char *text = g_strdup_printf (":text%u", i);

          dd_statement_bind_text (statement, text, query->conditions[i].text);
        }
    }

  bind_day (statement, ":today", query->today);
  bind_day (statement, ":soon", dd_day_add_days (query->today, (int) query->warn_days));
  if (query->actor != NULL)
    dd_statement_bind_text (statement, ":actor", query->actor);
  bind_number (statement, ":unit", query->unit);
  bind_number (statement, ":document", query->document);
  bind_number (statement, ":meeting", query->meeting);
  bind_number (statement, ":agenda_item", query->agenda_item);
  bind_number (statement, ":returning", query->returning);
  bind_number (statement, ":chain", query->chain);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-query-sql"

#include "dd-query-sql.h"

#include "dd-derived.h"
#include "dd-record-types.h"
#include "dd-search.h"
#include "dd-task-sql.h"

#include <string.h>

/* Statements are kept by their text, which is interned: there are only so
 * many shapes of queries. Values are always bound. */

typedef enum
{
  TIER_NONE,                    /* no search */
  TIER_WORDS,                   /* as they are written */
  TIER_FOLDED,                  /* without marks */
} Tier;

static const char *
get_table (const DdQuery *query)
{
  return dd_record_type_get (query->kind)->name;
}

/* Choices go in the order in which they are offered, not in that of their codes. */
static char *
make_choice_key (const char    *table,
                 const DdField *field)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "CASE %s.%s", table, field->name);
  for (guint i = 0; i < field->n_choices; i++)
    g_string_append_printf (key, " WHEN '%s' THEN %u", field->choices[i].code, i);
  g_string_append_printf (key, " ELSE %u END", field->n_choices);

  return g_string_free (key, FALSE);
}

static gboolean
has_name_key (DdKind kind)
{
  const DdRecordType *type = dd_record_type_get (kind);
  int field = dd_record_type_find_field (type, "name");

  return field >= 0 && (type->fields[field].flags & DD_FIELD_COLLATED) != 0;
}

/* Records go by the name of the one that they refer to, or keep together at
 * least if that has none. Those that refer to none come last. */
static char *
make_reference_key (const char    *table,
                    const DdField *field)
{
  if (!has_name_key (field->reference))
    return g_strdup_printf ("coalesce (%s.%s, %" G_GINT64_FORMAT ")", table, field->name,
                            G_MAXINT64);

  return g_strdup_printf ("coalesce ((SELECT name_key FROM %s AS of_sort"
                          " WHERE of_sort.id = %s.%s), x'FF')",
                          dd_record_type_get (field->reference)->name, table, field->name);
}

/* What a record is ordered by; it is other than NULL, so that two can be
 * compared. Whole expressions, as the indexes have them. */
static char *
make_sort_key (const DdQuery *query)
{
  const DdField *field = &dd_record_type_get (query->kind)->fields[query->sort];
  const char *table = get_table (query);
  g_autofree char *value = dd_field_is_stored (field)
                         ? g_strdup_printf ("%s.%s", table, field->name)
                         : g_strdup (dd_derived_get_expression (query->kind, (guint) query->sort));

  if ((field->flags & DD_FIELD_COLLATED) != 0)
    return g_strdup_printf ("%s_key", value);

  switch (field->type)
    {
    case DD_FIELD_DAY:
      return (field->flags & DD_FIELD_REQUIRED) != 0
           ? g_steal_pointer (&value)
           : g_strdup_printf ("coalesce (%s, '" DD_SQL_NO_DAY "')", value);
    case DD_FIELD_REFERENCE:
      return make_reference_key (table, field);
    case DD_FIELD_CHOICE:
      return make_choice_key (table, field);
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
      return g_strdup_printf ("coalesce (%s, '')", value);
    case DD_FIELD_NUMBER:
    case DD_FIELD_REAL:
    case DD_FIELD_FLAG:
    default:
      return g_strdup_printf ("coalesce (%s, 0)", value);
    }
}

static gboolean
is_by_lead (const DdQuery *query)
{
  return query->kind == DD_KIND_TASK && query->sort == DD_TASK_LEAD;
}

/* All that orders the records, the id last, so that no two are equal. */
static GPtrArray *
make_sort_keys (const DdQuery *query)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  if (query->sort >= 0)
    g_ptr_array_add (keys, make_sort_key (query));
  if (is_by_lead (query))
    {
      /* Units of the same name stay apart; the tasks of each go by their due day. */
      g_ptr_array_add (keys, g_strdup ("task.lead"));
      g_ptr_array_add (keys, g_strdup (DD_SQL_TASK_DUE));
    }
  g_ptr_array_add (keys, g_strdup_printf ("%s.id", get_table (query)));

  return keys;
}

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
#define HAS_TASKS "EXISTS (SELECT 1 FROM task WHERE task.directive = directive.id)"
#define HAS_UNDONE \
  "EXISTS (SELECT 1 FROM task WHERE task.directive = directive.id AND task.completed IS NULL)"

  switch (coverage)
    {
    case DD_COVERAGE_UNASSIGNED:
      return "directive.superseded_by IS NULL AND directive.no_task_reason IS NULL"
             " AND NOT " HAS_TASKS;
    case DD_COVERAGE_ASSIGNED:
      return "directive.superseded_by IS NULL AND " HAS_UNDONE;
    case DD_COVERAGE_DONE:
      return "directive.superseded_by IS NULL AND " HAS_TASKS " AND NOT " HAS_UNDONE;
    case DD_COVERAGE_NOT_NEEDED:
      return "directive.superseded_by IS NULL AND directive.no_task_reason IS NOT NULL"
             " AND NOT " HAS_TASKS;
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
  const char *table = get_table (query);

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
append_where (GString       *sql,
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
  if (query->coverages != 0)
    append_coverages (sql, query->coverages);
}

/* FROM and WHERE. A search leads, since it names the fewest records. */
static void
append_from (GString       *sql,
             const DdQuery *query,
             Tier           tier)
{
  const char *table = get_table (query);
  DdKind indexed = dd_search_get_indexed (query->kind);

  if (tier == TIER_NONE)
    g_string_append_printf (sql, " FROM %s WHERE 1 = 1", table);
  else
    g_string_append_printf (sql, " FROM %1$s_%2$s CROSS JOIN %3$s ON %3$s.%4$s = %1$s_%2$s.rowid"
                                 " WHERE %1$s_%2$s MATCH :match",
                            dd_record_type_get (indexed)->name,
                            tier == TIER_WORDS ? "words" : "folded", table,
                            indexed == query->kind ? "id" : dd_record_type_get (indexed)->name);
  append_where (sql, query);
}

static void
append_order (GString       *sql,
              const DdQuery *query)
{
  g_autoptr (GPtrArray) keys = make_sort_keys (query);

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (sql, "%s%s%s", i == 0 ? " ORDER BY " : ", ",
                            (const char *) keys->pdata[i], query->descending ? " DESC" : "");
}

/* Tasks by the names of their units: the units in their order, and of each its
 * tasks from the index. Sorting would have to read every task first. */
static void
append_by_lead (GString       *sql,
                const DdQuery *query)
{
  const char *direction = query->descending ? " DESC" : "";

  g_string_append (sql, " FROM unit AS of_sort CROSS JOIN task ON task.lead = of_sort.id"
                        " WHERE 1 = 1");
  append_where (sql, query);
  g_string_append_printf (sql, " ORDER BY of_sort.name_key%1$s, of_sort.id%1$s,"
                               " " DD_SQL_TASK_DUE "%1$s, task.id%1$s", direction);
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

static void
bind_values (DdStatement   *statement,
             const DdQuery *query,
             Tier           tier)
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
  bind_number (statement, ":unit", query->unit);
  bind_number (statement, ":document", query->document);
  bind_number (statement, ":meeting", query->meeting);
  if (tier != TIER_NONE)
    dd_statement_bind_text (statement, ":match",
                            tier == TIER_WORDS ? query->words : query->folded);
}

static DdStatement *
get_statement (DdDb          *db,
               GString       *sql,
               const DdQuery *query,
               Tier           tier,
               GError       **error)
{
  DdStatement *statement = dd_db_statement (db, g_intern_string (sql->str), error);

  if (statement != NULL)
    bind_values (statement, query, tier);

  return statement;
}

/* A set of row ids: one bit each, grown as needed. */
static void
mark_id (GByteArray *set,
         gint64      id)
{
  guint byte = (guint) (id / 8);

  if (byte >= set->len)
    {
      guint old = set->len;

      g_byte_array_set_size (set, MAX (byte + 1, old * 2));
      memset (set->data + old, 0, set->len - old);
    }
  set->data[byte] |= (guint8) (1u << id % 8);
}

static gboolean
has_id (const GByteArray *set,
        gint64            id)
{
  guint byte = (guint) (id / 8);

  return byte < set->len && (set->data[byte] >> id % 8 & 1) != 0;
}

static gboolean
collect_tier (DdDb              *db,
              const DdQuery     *query,
              Tier               tier,
              guint              limit,
              const GByteArray  *without,
              GArray            *ids,
              GError           **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (DdStatement) statement = NULL;
  int code = SQLITE_DONE;

  g_string_append_printf (sql, "%s.id", get_table (query));
  if (is_by_lead (query) && tier == TIER_NONE)
    append_by_lead (sql, query);
  else
    {
      append_from (sql, query, tier);
      append_order (sql, query);
    }
  /* Where some rows are left out, counting them ends the loop instead. */
  if (limit != 0 && without == NULL)
    g_string_append (sql, " LIMIT :limit");

  statement = get_statement (db, sql, query, tier, error);
  if (statement == NULL)
    return FALSE;
  if (limit != 0 && without == NULL)
    dd_statement_bind_number (statement, ":limit", limit);

  while ((limit == 0 || ids->len < limit) && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (without == NULL || !has_id (without, id))
        g_array_append_val (ids, id);
    }

  return code == SQLITE_ROW || code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

/**
 * dd_query_collect_ids:
 * @limit: at most so many, beside the query's own limit; 0: all
 * @ids: (element-type gint64): gets the ids in order
 */
gboolean
dd_query_collect_ids (DdDb           *db,
                      const DdQuery  *query,
                      guint           limit,
                      GArray         *ids,
                      GError        **error)
{
  g_autoptr (GByteArray) found = NULL;

  if (query->limit != 0)
    limit = limit == 0 ? query->limit : MIN (limit, query->limit);

  if (query->words == NULL)
    return collect_tier (db, query, TIER_NONE, limit, NULL, ids, error);

  if (!collect_tier (db, query, TIER_WORDS, limit, NULL, ids, error))
    return FALSE;
  if (limit != 0 && ids->len >= limit)
    return TRUE;

  /* The second answer holds the first one again. */
  found = g_byte_array_new ();
  for (guint i = 0; i < ids->len; i++)
    mark_id (found, g_array_index (ids, gint64, i));

  return collect_tier (db, query, TIER_FOLDED, limit, found, ids, error);
}

/**
 * dd_query_contains:
 *
 * Whether the query, which must not search, shows the record.
 */
gboolean
dd_query_contains (DdDb           *db,
                   const DdQuery  *query,
                   gint64          id,
                   gboolean       *contains,
                   GError        **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT 1");
  g_autoptr (DdStatement) statement = NULL;
  int code;

  g_assert (query->words == NULL);

  append_from (sql, query, TIER_NONE);
  g_string_append_printf (sql, " AND %s.id = :record", get_table (query));
  statement = get_statement (db, sql, query, TIER_NONE, error);
  if (statement == NULL)
    return FALSE;
  dd_statement_bind_number (statement, ":record", id);

  code = sqlite3_step (statement);
  *contains = code == SQLITE_ROW;

  return code == SQLITE_ROW || code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

/**
 * dd_query_precedes:
 *
 * Whether record @a comes before record @b in the order of the query. The
 * answer comes from SQL, so that it is the same as that of ORDER BY.
 */
gboolean
dd_query_precedes (DdDb           *db,
                   const DdQuery  *query,
                   gint64          a,
                   gint64          b,
                   gboolean       *precedes,
                   GError        **error)
{
  g_autoptr (GPtrArray) keys = make_sort_keys (query);
  g_autoptr (GString) sql = g_string_new ("SELECT (");
  g_autoptr (DdStatement) statement = NULL;
  const char *table = get_table (query);
  int code;

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (sql, "%sa.k%u", i == 0 ? "" : ", ", i);
  g_string_append_printf (sql, ") %s (", query->descending ? ">" : "<");
  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (sql, "%sb.k%u", i == 0 ? "" : ", ", i);
  g_string_append (sql, ")");
  for (guint side = 0; side < 2; side++)
    {
      g_string_append (sql, side == 0 ? " FROM (SELECT " : ", (SELECT ");
      for (guint i = 0; i < keys->len; i++)
        g_string_append_printf (sql, "%s%s AS k%u", i == 0 ? "" : ", ",
                                (const char *) keys->pdata[i], i);
      g_string_append_printf (sql, " FROM %s WHERE %s.id = :%c) AS %c", table, table,
                              side == 0 ? 'a' : 'b', side == 0 ? 'a' : 'b');
    }

  statement = dd_db_statement (db, g_intern_string (sql->str), error);
  if (statement == NULL)
    return FALSE;
  dd_statement_bind_number (statement, ":a", a);
  dd_statement_bind_number (statement, ":b", b);

  code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    {
      if (code != SQLITE_DONE)
        return dd_db_fail (db, error);
      g_set_error_literal (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND, "no such record");
      return FALSE;
    }
  *precedes = sqlite3_column_int (statement, 0) != 0;

  return TRUE;
}

/**
 * dd_query_count:
 *
 * Counts the records of a query that does not search, without reading them.
 */
gboolean
dd_query_count (DdDb           *db,
                const DdQuery  *query,
                guint          *count,
                GError        **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT count(*)");
  g_autoptr (DdStatement) statement = NULL;

  g_assert (query->words == NULL);

  append_from (sql, query, TIER_NONE);
  statement = get_statement (db, sql, query, TIER_NONE, error);
  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return dd_db_fail (db, error);
  *count = (guint) sqlite3_column_int64 (statement, 0);

  return TRUE;
}

/**
 * dd_query_reads:
 *
 * Returns: whether a change in records of another kind can change which
 *   records the query shows, or their order
 */
gboolean
dd_query_reads (const DdQuery *query,
                DdKind         kind)
{
  const DdField *sort = query->sort < 0
                      ? NULL : &dd_record_type_get (query->kind)->fields[query->sort];

  if (sort != NULL && sort->type == DD_FIELD_REFERENCE && sort->reference == kind)
    return TRUE;
  if (sort != NULL && !dd_field_is_stored (sort) && dd_derived_depends_on (query->kind, kind))
    return TRUE;
  if (query->words != NULL && kind != query->kind &&
      kind == dd_search_get_indexed (query->kind))
    return TRUE;
  if (kind == DD_KIND_TASK_UNIT)
    return query->unit != 0;
  if (kind == DD_KIND_DIRECTIVE)
    return query->document != 0 || query->meeting != 0;
  if (kind == DD_KIND_TASK)
    return query->coverages != 0;

  return FALSE;
}

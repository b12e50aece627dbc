/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-query-sql"

#include "dd-query-sql.h"

#include "dd-derived.h"
#include "dd-query-order.h"
#include "dd-query-where.h"
#include "dd-search.h"
#include "dd-rule-sql.h"

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
  dd_query_append_where (sql, query);
}

static void
append_order (GString       *sql,
              const DdQuery *query)
{
  g_autoptr (GArray) keys = dd_query_make_sort_keys (query);

  for (guint i = 0; i < keys->len; i++)
    {
      const DdSortKey *key = &g_array_index (keys, DdSortKey, i);

      g_string_append_printf (sql, "%s%s%s", i == 0 ? " ORDER BY " : ", ", key->expression,
                              key->descending ? " DESC" : "");
    }
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
  dd_query_append_where (sql, query);
  g_string_append_printf (sql, " ORDER BY of_sort.name_key%1$s, of_sort.id%1$s,"
                               " " DD_SQL_TASK_DUE "%1$s, task.id%1$s", direction);
}

static DdStatement *
get_statement (DdDb          *db,
               GString       *sql,
               const DdQuery *query,
               Tier           tier,
               GError       **error)
{
  DdStatement *statement = dd_db_statement (db, g_intern_string (sql->str), error);

  if (statement == NULL)
    return NULL;

  dd_query_bind_where (statement, query);
  if (tier != TIER_NONE)
    dd_statement_bind_text (statement, ":match",
                            tier == TIER_WORDS ? query->words : query->folded);

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
  if (dd_query_is_by_lead (query) && tier == TIER_NONE)
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

static gboolean
count_found (DdDb           *db,
             const DdQuery  *query,
             Tier            tier,
             gint64         *count,
             GError        **error)
{
  const char *indexed = dd_record_type_get (dd_search_get_indexed (query->kind))->name;
  const char *spelling = tier == TIER_WORDS ? "words" : "folded";
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (DdStatement) statement = NULL;

  g_string_printf (sql, "SELECT count(*) FROM %1$s_%2$s WHERE %1$s_%2$s MATCH :match",
                   indexed, spelling);
  statement = dd_db_statement (db, g_intern_string (sql->str), error);
  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, ":match", tier == TIER_WORDS ? query->words : query->folded);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return dd_db_fail (db, error);
  *count = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

/* What is found as it is written is found without marks, too. If that finds no
 * more, it need not be asked: the index alone can tell, without the records. */
static gboolean
find_more_folded (DdDb           *db,
                  const DdQuery  *query,
                  gboolean       *more,
                  GError        **error)
{
  gint64 n_words, n_folded;

  if (!count_found (db, query, TIER_WORDS, &n_words, error) ||
      !count_found (db, query, TIER_FOLDED, &n_folded, error))
    return FALSE;
  *more = n_words != n_folded;

  return TRUE;
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
  gboolean more;

  if (query->limit != 0)
    limit = limit == 0 ? query->limit : MIN (limit, query->limit);

  if (query->words == NULL)
    return collect_tier (db, query, TIER_NONE, limit, NULL, ids, error);

  if (!collect_tier (db, query, TIER_WORDS, limit, NULL, ids, error))
    return FALSE;
  if (limit != 0 && ids->len >= limit)
    return TRUE;
  if (!find_more_folded (db, query, &more, error))
    return FALSE;
  if (!more)
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

/* The keys of one side of a comparison; of those that descend, the other's. */
static void
append_side (GString      *sql,
             const GArray *keys,
             char          side,
             char          other)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const DdSortKey *key = &g_array_index (keys, DdSortKey, i);

      g_string_append_printf (sql, "%s%c.k%u", i == 0 ? "(" : ", ",
                              key->descending ? other : side, i);
    }
  g_string_append_c (sql, ')');
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
  g_autoptr (GArray) keys = dd_query_make_sort_keys (query);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (DdStatement) statement = NULL;
  const char *table = get_table (query);
  int code;

  append_side (sql, keys, 'a', 'b');
  g_string_append (sql, " < ");
  append_side (sql, keys, 'b', 'a');
  for (guint side = 0; side < 2; side++)
    {
      g_string_append (sql, side == 0 ? " FROM (SELECT " : ", (SELECT ");
      for (guint i = 0; i < keys->len; i++)
        {
          const DdSortKey *key = &g_array_index (keys, DdSortKey, i);

          g_string_append_printf (sql, "%s%s AS k%u", i == 0 ? "" : ", ", key->expression, i);
        }
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
  if (query->returning != 0 && dd_derived_depends_on (DD_KIND_AGENDA_ITEM, kind))
    return TRUE;
  if (kind == DD_KIND_TASK_UNIT)
    return query->unit != 0;
  if (kind == DD_KIND_DIRECTIVE)
    return query->document != 0 || query->meeting != 0 || query->agenda_item != 0;
  if (kind == DD_KIND_TASK)
    return query->coverages != 0 || query->actor != NULL;

  return FALSE;
}

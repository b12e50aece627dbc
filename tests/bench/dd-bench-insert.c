/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prepared insertions of the same records in bare C: each with its history
 * entry, in one transaction, the indexes and the search index built once at
 * the end. References are known beforehand: nothing is looked up. */
#include "config.h"

#include "dd-bench-insert.h"

#include "dd-json-reader.h"
#include "dd-sql.h"

#include <sqlite3.h>

static void
exec (sqlite3    *db,
      const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static GPtrArray *
read_rows (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJsonReader) reader = dd_json_reader_new (json, &error);
  GPtrArray *rows = g_ptr_array_new ();
  DdRow *row;
  guint place;

  if (reader == NULL)
    g_error ("%s", error->message);
  while ((row = dd_json_reader_next (reader, &place, &error)) != NULL)
    g_ptr_array_add (rows, dd_row_copy (row));
  if (error != NULL)
    g_error ("%s", error->message);

  return rows;
}

/* The ids that the rows will get, in place of the uids they refer to. */
static void
resolve_references (GPtrArray *rows)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 last[DD_N_KINDS] = { 0, };

  for (guint i = 0; i < rows->len; i++)
    {
      DdRow *row = rows->pdata[i];
      const DdRecordType *type = dd_row_get_type (row);

      for (guint j = 0; j < type->n_fields; j++)
        if (type->fields[j].type == DD_FIELD_REFERENCE &&
            dd_row_get_reference_uid (row, j) != NULL)
          dd_row_set_reference (row, j, GPOINTER_TO_INT (
            g_hash_table_lookup (ids, dd_row_get_reference_uid (row, j))));
      dd_row_set_id (row, ++last[type->kind]);
      dd_row_set_revision (row, 1);
      dd_row_set_instants (row, "2026-11-21T00:00:00.000Z", "2026-11-21T00:00:00.000Z");
      g_hash_table_insert (ids, (gpointer) dd_row_get_uid (row),
                           GINT_TO_POINTER ((int) last[type->kind]));
    }
}

static GPtrArray *
take_indexes (sqlite3 *db)
{
  GPtrArray *indexes = g_ptr_array_new ();
  g_autoptr (GPtrArray) drops = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (db, "SELECT name, sql FROM sqlite_schema WHERE type = 'index'"
                          " AND sql LIKE 'CREATE INDEX%'", -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_ptr_array_add (drops, g_strdup_printf ("DROP INDEX %s",
                                               sqlite3_column_text (statement, 0)));
      g_ptr_array_add (indexes, g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  sqlite3_finalize (statement);
  for (guint i = 0; i < drops->len; i++)
    exec (db, drops->pdata[i]);

  return indexes;
}

static void
build_search (sqlite3 *db)
{
  static const char * const kinds[][2] = {
    { "unit", "name, short_name, aliases" }, { "document", "number, issuer, subject" },
    { "meeting", "title, series, chair" }, { "directive", "quote" },
    { "task", "content, officer, product" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *words = g_strdup_printf ("INSERT INTO %1$s_words (rowid, %2$s)"
                                                " SELECT id, %2$s FROM %1$s", kinds[i][0],
                                                kinds[i][1]);
      g_autofree char *folded = g_strdup_printf ("INSERT INTO %1$s_folded (rowid, %2$s)"
                                                 " SELECT id, %2$s FROM %1$s_unmarked",
                                                 kinds[i][0], kinds[i][1]);

      exec (db, words);
      exec (db, folded);
    }
}

/**
 * dd_bench_insert_all:
 *
 * Returns: milliseconds from the first insertion to the end of the transaction
 */
double
dd_bench_insert_all (const char *json,
                     const char *path)
{
  g_autoptr (GPtrArray) rows = read_rows (json);
  g_autoptr (GPtrArray) indexes = NULL;
  sqlite3_stmt *inserts[DD_N_KINDS] = { NULL, };
  sqlite3_stmt *history;
  sqlite3 *db;
  double begun;

  resolve_references (rows);
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  exec (db, "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  sqlite3_prepare_v2 (db, "INSERT INTO history (action, happened, actor, reason, event,"
                          " record_kind, record_id, record_uid) VALUES (1,"
                          " '2026-11-21T00:00:00.000Z', 'x', 'bench', 'created', ?, ?, ?)",
                      -1, &history, NULL);

  begun = (double) g_get_monotonic_time ();
  exec (db, "BEGIN IMMEDIATE");
  indexes = take_indexes (db);
  for (guint i = 0; i < rows->len; i++)
    {
      const DdRow *row = rows->pdata[i];
      DdKind kind = dd_row_get_kind (row);

      if (inserts[kind] == NULL)
        sqlite3_prepare_v2 (db, dd_sql_get_kind (kind)->insert, -1, &inserts[kind], NULL);
      dd_sql_bind_row (inserts[kind], row);
      if (sqlite3_step (inserts[kind]) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (db));
      sqlite3_reset (inserts[kind]);

      sqlite3_bind_text (history, 1, dd_row_get_type (row)->name, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (history, 2, dd_row_get_id (row));
      sqlite3_bind_text (history, 3, dd_row_get_uid (row), -1, SQLITE_STATIC);
      if (sqlite3_step (history) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (db));
      sqlite3_reset (history);
    }
  for (guint i = 0; i < indexes->len; i++)
    exec (db, indexes->pdata[i]);
  build_search (db);
  exec (db, "COMMIT");

  return ((double) g_get_monotonic_time () - begun) / 1000.0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times what the store does against the same statements in bare C. Prints a
 * JSON object.
 *
 * usage: dd-bench-store write FILE COPY  one durable change: microseconds
 *        dd-bench-store import FILE.json FOLDER   all records: milliseconds */
#include "config.h"

#include "dd-bench-insert.h"
#include "dd-import.h"
#include "dd-json-reader.h"
#include "dd-task.h"
#include "dd-test-utils.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define N_WRITES 300

static double
now (void)
{
  return (double) g_get_monotonic_time ();
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_median (double *values,
            guint   n)
{
  qsort (values, n, sizeof *values, compare_doubles);

  return values[n / 2];
}

/* --- one durable change --------------------------------------------------- */

static void
exec (sqlite3    *db,
      const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));

  return statement;
}

/* An edit of a task's content: the row, the two search indexes, the history. */
typedef struct
{
  sqlite3      *db;
  sqlite3_stmt *begin, *select, *update, *remove_words, *add_words, *remove_folded, *add_folded,
               *max, *history, *field, *commit;
} Bare;

static void
run (sqlite3_stmt *statement)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

static void
bind_search (sqlite3_stmt *statement,
             gint64        id,
             const char   *content,
             const char   *officer)
{
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, content, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 3, officer, -1, SQLITE_TRANSIENT);
  run (statement);
}

static void
open_bare (Bare       *bare,
           const char *path)
{
  if (sqlite3_open_v2 (path, &bare->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bare->db));
  exec (bare->db, "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  bare->begin = prepare (bare->db, "BEGIN IMMEDIATE");
  bare->select = prepare (bare->db, "SELECT * FROM task WHERE id = ?");
  bare->update = prepare (bare->db, "UPDATE task SET content = ?, content_key = ?, changed = ?,"
                                    " revision = revision + 1 WHERE id = ?");
  bare->remove_words = prepare (bare->db, "INSERT INTO task_words (task_words, rowid, content,"
                                          " officer) VALUES ('delete', ?, ?, ?)");
  bare->add_words = prepare (bare->db, "INSERT INTO task_words (rowid, content, officer)"
                                       " VALUES (?, ?, ?)");
  bare->remove_folded = prepare (bare->db, "INSERT INTO task_folded (task_folded, rowid, content,"
                                           " officer) VALUES ('delete', ?, ?, ?)");
  bare->add_folded = prepare (bare->db, "INSERT INTO task_folded (rowid, content, officer)"
                                        " VALUES (?, ?, ?)");
  bare->max = prepare (bare->db, "SELECT coalesce (max (id), 0) + 1 FROM history");
  bare->history = prepare (bare->db, "INSERT INTO history (action, happened, actor, event,"
                                     " record_kind, record_id, record_uid)"
                                     " VALUES (?, ?, 'x', 'changed', 'task', ?, ?)");
  bare->field = prepare (bare->db, "INSERT INTO history_field VALUES (?, 'content', ?, ?)");
  bare->commit = prepare (bare->db, "COMMIT");
}

static double
write_bare (Bare       *bare,
            gint64      id,
            const char *uid,
            const char *old,
            const char *new,
            const char *officer)
{
  double begun = now ();

  run (bare->begin);
  sqlite3_bind_int64 (bare->select, 1, id);
  run (bare->select);
  sqlite3_bind_text (bare->update, 1, new, -1, SQLITE_TRANSIENT);
  sqlite3_bind_blob (bare->update, 2, new, (int) strlen (new), SQLITE_TRANSIENT);
  sqlite3_bind_text (bare->update, 3, "2026-11-21T00:00:00.000Z", -1, SQLITE_STATIC);
  sqlite3_bind_int64 (bare->update, 4, id);
  run (bare->update);
  bind_search (bare->remove_words, id, old, officer);
  bind_search (bare->add_words, id, new, officer);
  bind_search (bare->remove_folded, id, old, officer);
  bind_search (bare->add_folded, id, new, officer);
  sqlite3_step (bare->max);
  sqlite3_bind_int64 (bare->history, 1, sqlite3_column_int64 (bare->max, 0));
  sqlite3_reset (bare->max);
  sqlite3_bind_text (bare->history, 2, "2026-11-21T00:00:00.000Z", -1, SQLITE_STATIC);
  sqlite3_bind_int64 (bare->history, 3, id);
  sqlite3_bind_text (bare->history, 4, uid, -1, SQLITE_TRANSIENT);
  run (bare->history);
  sqlite3_bind_int64 (bare->field, 1, sqlite3_last_insert_rowid (bare->db));
  sqlite3_bind_text (bare->field, 2, old, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (bare->field, 3, new, -1, SQLITE_TRANSIENT);
  run (bare->field);
  run (bare->commit);

  return now () - begun;
}

static double
write_through_store (DdStore     *store,
                     const DdRow *task,
                     const char  *content,
                     DdRow      **after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdRecord) record = NULL;
  DdRow *row = dd_row_copy (task);
  DdChange *change = dd_change_new ("x", NULL);
  double begun, took;

  dd_row_set_text (row, DD_TASK_CONTENT, content);
  dd_change_update (change, row);
  begun = now ();
  written = dd_test_write (store, change, &error);
  took = now () - begun;
  g_assert_no_error (error);

  record = dd_test_fetch (store, DD_KIND_TASK, dd_row_get_id (task), NULL);
  *after = dd_row_copy (dd_record_get_row (record));

  return took;
}

/* The two in turn, on the same records, each in a copy of the file. */
static int
bench_write (const char *path,
             const char *copy)
{
  DdStoreFixture f = { .path = (char *) path, .store = dd_store_new () };
  double ours[N_WRITES], floor[N_WRITES];
  g_autoptr (GError) error = NULL;
  Bare bare;

  if (!dd_test_open (&f, DD_STORE_OPEN_PLAIN, &error))
    g_error ("%s", error->message);
  open_bare (&bare, copy);

  for (guint i = 0; i < N_WRITES; i++)
    {
      gint64 id = 1 + (gint64) i * 7;
      g_autoptr (DdRecord) record = dd_test_fetch (f.store, DD_KIND_TASK, id, NULL);
      g_autoptr (DdRow) task = dd_row_copy (dd_record_get_row (record));
      g_autoptr (DdRow) after = NULL;
      const char *old = dd_row_get_text (task, DD_TASK_CONTENT);
      g_autofree char *content = g_strdup_printf ("%s, đợt %u", old, i);

      ours[i] = write_through_store (f.store, task, content, &after);
      floor[i] = write_bare (&bare, id, dd_row_get_uid (task), old, content,
                             dd_row_get_text (task, DD_TASK_OFFICER));
    }
  printf ("{\"ours\": %.0f, \"floor\": %.0f}\n", get_median (ours, N_WRITES),
          get_median (floor, N_WRITES));
  sqlite3_close_v2 (bare.db);
  dd_store_close (f.store);

  return 0;
}

/* --- import --------------------------------------------------------------- */

static DdRow *
next_row (gpointer   user_data,
          guint     *place,
          GError   **error)
{
  return dd_json_reader_next (user_data, place, error);
}

static double
import_through_store (const char *json,
                      const char *path)
{
  DdStoreFixture f = { .path = (char *) path, .store = dd_store_new () };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DdImportCounts counts;
  double begun;

  if (!dd_test_open (&f, DD_STORE_OPEN_CREATE, &error))
    g_error ("%s", error->message);
  begun = now ();
  dd_store_import_async (f.store, next_row, dd_json_reader_new (json, &error),
                         (GDestroyNotify) dd_json_reader_free, "x", "bench", NULL, NULL, NULL,
                         dd_test_keep_result_cb, &result);
  if (!dd_store_import_finish (f.store, dd_test_await (&result), &counts, &error))
    g_error ("%s", error->message);
  begun = now () - begun;
  dd_store_close (f.store);

  return begun / 1000.0;
}

static long
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss;
}

static int
bench_import (const char *json,
              const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "ours.db", NULL);
  double took = import_through_store (json, path);

  printf ("{\"ours\": %.0f, \"peak\": %ld}\n", took, get_peak ());

  return 0;
}

static int
bench_floor (const char *json,
             const char *folder)
{
  g_autofree char *empty = g_build_filename (folder, "empty.db", NULL);
  DdStoreFixture f = { .path = empty, .store = dd_store_new () };
  g_autoptr (GError) error = NULL;

  /* The schema comes from the program; the rows are in memory before the clock runs. */
  if (!dd_test_open (&f, DD_STORE_OPEN_CREATE, &error))
    g_error ("%s", error->message);
  dd_store_close (f.store);
  printf ("{\"floor\": %.0f}\n", dd_bench_insert_all (json, empty));

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "write") == 0)
    return bench_write (argv[2], argv[3]);
  if (argc == 4 && strcmp (argv[1], "import") == 0)
    return bench_import (argv[2], argv[3]);
  if (argc == 4 && strcmp (argv[1], "insert") == 0)
    return bench_floor (argv[2], argv[3]);

  fprintf (stderr, "usage: dd-bench-store write FILE COPY | import JSON FOLDER"
                   " | insert JSON FOLDER\n");

  return 2;
}

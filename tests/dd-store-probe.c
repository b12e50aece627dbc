/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-store-probe.h"

#include "dd-record-types.h"
#include "dd-test-utils.h"

#include <glib/gstdio.h>
#include <string.h>

/* --- a file in a store's hands, and out of them --------------------------- */

/* Opens and closes it; FALSE if it was refused. */
gboolean
dd_probe_try_open (const char        *path,
                   DdStoreOpenFlags   flags,
                   GError           **error)
{
  DdStoreFixture f = { .path = (char *) path, .store = dd_store_new () };
  gboolean ok = dd_test_open (&f, flags, error);

  dd_store_close (f.store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f.store);

  return ok;
}

void
dd_probe_write (const char *path,
                const char *bytes,
                gsize       size)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* A file with some records, closed. */
void
dd_probe_make_file (const char *path)
{
  DdStoreFixture f = { .path = (char *) path, .store = dd_store_new () };
  g_autoptr (GError) error = NULL;
  gint64 unit;

  dd_test_open (&f, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  unit = dd_test_insert (f.store, dd_test_unit ("Sở Tư pháp"));
  for (guint i = 0; i < 20; i++)
    dd_test_insert (f.store, dd_test_task ("Rà soát thủ tục nội bộ", unit, "2024-06-30"));
  dd_store_close (f.store);
  g_object_unref (f.store);
}

/* The same, with the rollback journal, as a copy has it. */
void
dd_probe_make_copy (const char *path)
{
  dd_probe_make_file (path);
  dd_probe_exec (path, "PRAGMA journal_mode = DELETE");
}

/* --- what tests do over and over ------------------------------------------ */

DdRow *
dd_probe_fetch_row (DdStore *store,
                    DdKind   kind,
                    gint64   id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdRecord) record = dd_test_fetch (store, kind, id, &error);

  g_assert_no_error (error);

  return dd_row_copy (dd_record_get_row (record));
}

gint64
dd_probe_write_change (DdStore  *store,
                       DdChange *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = dd_test_write (store, change, &error);

  g_assert_no_error (error);

  return dd_change_get_action (written);
}

gint64
dd_probe_update (DdStore *store,
                 DdRow   *row)
{
  DdChange *change = dd_change_new ("Nguyễn Văn An", "Theo báo cáo");

  dd_change_update (change, row);

  return dd_probe_write_change (store, change);
}

gint64
dd_probe_set_text (DdStore    *store,
                   DdKind      kind,
                   gint64      id,
                   guint       field,
                   const char *text)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  DdRow *row = dd_probe_fetch_row (store, kind, id);

  dd_row_set_text (row, field, text);
  dd_change_update (change, row);

  return dd_probe_write_change (store, change);
}

gint64
dd_probe_delete (DdStore *store,
                 DdKind   kind,
                 gint64   id)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);

  dd_change_delete (change, kind, id);

  return dd_probe_write_change (store, change);
}

/* --- the file ------------------------------------------------------------- */

/* A connection as any program makes it: no foreign keys, no rules. */
sqlite3 *
dd_probe_open (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                    NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 20000);

  return handle;
}

void
dd_probe_exec (const char *path,
               const char *sql)
{
  sqlite3 *handle = dd_probe_open (path);

  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* The first column of the first row; NULL if there is none. */
char *
dd_probe_text (const char *path,
               const char *sql)
{
  sqlite3 *handle = dd_probe_open (path);
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return text;
}

gint64
dd_probe_number (const char *path,
                 const char *sql)
{
  g_autofree char *text = dd_probe_text (path, sql);

  g_assert_nonnull (text);

  return g_ascii_strtoll (text, NULL, 10);
}

static gboolean
is_about_changes (const char *column)
{
  return strcmp (column, "created") == 0 || strcmp (column, "changed") == 0 ||
         strcmp (column, "revision") == 0;
}

static void
dump_table (sqlite3     *handle,
            const char  *table,
            DdDumpFlags  flags,
            GString     *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (dump, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *name = sqlite3_column_name (statement, i);

          if (((flags & DD_DUMP_VALUES) != 0 && is_about_changes (name)) ||
              sqlite3_column_type (statement, i) == SQLITE_NULL)
            continue;
          g_string_append_printf (dump, " %s=", name);
          if (sqlite3_column_type (statement, i) == SQLITE_BLOB)
            for (int j = 0; j < sqlite3_column_bytes (statement, i); j++)
              g_string_append_printf (dump, "%02x",
                                      ((const guint8 *) sqlite3_column_blob (statement, i))[j]);
          else
            g_string_append (dump, (const char *) sqlite3_column_text (statement, i));
        }
      g_string_append_c (dump, '\n');
    }
  sqlite3_finalize (statement);
}

/* Everything that the records say, as text, to be compared. */
char *
dd_probe_dump (const char  *path,
               DdDumpFlags  flags)
{
  sqlite3 *handle = dd_probe_open (path);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < DD_N_KINDS; i++)
    if (i != DD_KIND_HISTORY || (flags & DD_DUMP_NO_LOG) == 0)
      dump_table (handle, dd_record_type_get (i)->name, flags, dump);
  if ((flags & DD_DUMP_NO_LOG) == 0)
    dump_table (handle, "history_field", flags, dump);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return g_string_free (dump, FALSE);
}

/* What the history says of the fields that an action changed, a line each. */
char *
dd_probe_history (const char *path,
                  gint64      action)
{
  g_autofree char *sql = g_strdup_printf
    ("SELECT group_concat (line, char (10)) FROM"
     " (SELECT event || ' ' || record_kind || ' ' || field || ': ' ||"
     " coalesce (old_value, '-') || ' -> ' || coalesce (new_value, '-') AS line"
     " FROM history JOIN history_field ON history = id"
     " WHERE action = %" G_GINT64_FORMAT " ORDER BY id, field)", action);

  return dd_probe_text (path, sql);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* What lies in a folder, to the last byte. */
char *
dd_probe_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *checksum = g_file_test (path, G_FILE_TEST_IS_REGULAR)
                                ? dd_test_checksum (path) : g_strdup ("not a file");

      g_ptr_array_add (lines, g_strdup_printf ("%s %s", name, checksum));
    }
  g_ptr_array_sort (lines, compare_names);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
find_in_rows (sqlite3    *handle,
              const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *problem = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    return g_strdup (sqlite3_errmsg (handle));
  while (sqlite3_step (statement) == SQLITE_ROW && problem == NULL)
    if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") != 0)
      problem = g_strdup_printf ("%s: %s", sql, sqlite3_column_text (statement, 0));
  if (sqlite3_finalize (statement) != SQLITE_OK && problem == NULL)
    problem = g_strdup_printf ("%s: %s", sql, sqlite3_errmsg (handle));

  return problem;
}

static gboolean
is_searchable (const DdRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & DD_FIELD_SEARCHABLE) != 0)
      return TRUE;

  return FALSE;
}

/**
 * dd_probe_find_problem:
 *
 * Looks through the whole file: pages, indexes, references, search index.
 *
 * Returns: (nullable): what is wrong
 */
char *
dd_probe_find_problem (const char *path)
{
  sqlite3 *handle = dd_probe_open (path);
  char *problem = find_in_rows (handle, "PRAGMA integrity_check");

  if (problem == NULL)
    problem = find_in_rows (handle, "PRAGMA foreign_key_check");
  for (guint i = 0; i < DD_N_KINDS * 2 && problem == NULL; i++)
    {
      const DdRecordType *type = dd_record_type_get (i / 2);
      g_autofree char *sql = NULL;

      if (!is_searchable (type))
        continue;
      sql = g_strdup_printf ("INSERT INTO %1$s_%2$s (%1$s_%2$s, rank)"
                             " VALUES ('integrity-check', 1)",
                             type->name, i % 2 == 0 ? "words" : "folded");
      problem = find_in_rows (handle, sql);
    }
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return problem;
}

void
dd_probe_assert_sound (const char *path)
{
  g_autofree char *problem = dd_probe_find_problem (path);

  g_assert_cmpstr (problem, ==, NULL);
}

/* --- lists ---------------------------------------------------------------- */

struct _DdMirror
{
  DdList *list;
  GArray *ids;
  guint   n_told;
  guint   n_moved;
};

static void
items_changed_cb (DdMirror *self,
                  guint     position,
                  guint     removed,
                  guint     added)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  g_assert_cmpuint (position + removed, <=, self->ids->len);
  g_assert_cmpuint (removed + added, >, 0);
  if (removed > 0)
    g_array_remove_range (self->ids, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = dd_list_get_id (self->list, position + i);

      g_array_insert_val (self->ids, position + i, id);
    }
  self->n_told++;
  self->n_moved += removed + added;

  g_assert_cmpuint (self->ids->len, ==, n_items);
  for (guint i = 0; i < n_items; i++)
    g_assert_cmpint (g_array_index (self->ids, gint64, i), ==, dd_list_get_id (self->list, i));
}

DdMirror *
dd_mirror_new (DdList *list)
{
  DdMirror *self = g_new0 (DdMirror, 1);

  self->list = g_object_ref (list);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < dd_list_get_count (list); i++)
    {
      gint64 id = dd_list_get_id (list, i);

      g_array_append_val (self->ids, id);
    }
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), self);

  return self;
}

void
dd_mirror_free (DdMirror *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_object_unref (self->list);
  g_array_unref (self->ids);
  g_free (self);
}

/**
 * dd_mirror_get_n_told:
 *
 * Returns: how often the list has told of a change since the last reset
 */
guint
dd_mirror_get_n_told (DdMirror *self)
{
  return self->n_told;
}

/**
 * dd_mirror_get_n_moved:
 *
 * Returns: how many rows a view had to drop or make since the last reset
 */
guint
dd_mirror_get_n_moved (DdMirror *self)
{
  return self->n_moved;
}

void
dd_mirror_reset (DdMirror *self)
{
  self->n_told = 0;
  self->n_moved = 0;
}

/**
 * dd_probe_list_is:
 *
 * Returns: whether the list shows what its query asks for, in that order
 */
gboolean
dd_probe_list_is (DdStore *store,
                  DdList  *list)
{
  g_autoptr (GPtrArray) rows = dd_test_select (store, dd_list_get_query (list));

  if (dd_list_get_loading (list) || !dd_list_get_complete (list) ||
      rows->len != dd_list_get_count (list))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (dd_row_get_id (rows->pdata[i]) != dd_list_get_id (list, i))
      return FALSE;

  return TRUE;
}

/* Waits until the list has caught up with the records. */
void
dd_probe_wait_list (DdStore *store,
                    DdList  *list)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (!dd_probe_list_is (store, list))
    g_assert_cmpint (g_get_monotonic_time (), <, end);
}

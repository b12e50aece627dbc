/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-store"

#include "dd-store-private.h"

#include "dd-record-types.h"
#include "dd-sql.h"

#include <string.h>

typedef struct
{
  DdKind     kind;
  gint64     id;
  GPtrArray *entries;
} HistoryJob;

static void
history_change_free (gpointer data)
{
  DdHistoryChange *change = data;

  g_free (change->field);
  g_free (change->label);
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

/**
 * dd_history_entry_free:
 * @self: the entry, with its lines
 */
void
dd_history_entry_free (DdHistoryEntry *self)
{
  dd_row_free (self->row);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static void
history_job_free (gpointer data)
{
  HistoryJob *job = data;

  g_clear_pointer (&job->entries, g_ptr_array_unref);
  g_free (job);
}

/* What a reference is shown as. */
static const char *
get_name_column (DdKind kind)
{
  switch ((int) kind)
    {
    case DD_KIND_UNIT:
    case DD_KIND_PERSON:
    case DD_KIND_PROCEDURE:
      return "name";
    case DD_KIND_DOCUMENT:
      return "coalesce (number, subject, file_name)";
    case DD_KIND_MEETING:
    case DD_KIND_PLAN:
    case DD_KIND_OBLIGATION:
      return "title";
    case DD_KIND_DIRECTIVE:
      return "coalesce (ordinal, substr (quote, 1, 60))";
    case DD_KIND_TASK:
      return "substr (content, 1, 60)";
    default:
      return "id";
    }
}

static char *
read_name (DdDb       *db,
           DdKind      kind,
           const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = :id",
                                          get_name_column (kind), dd_record_type_get (kind)->name);
  g_autoptr (DdStatement) statement = dd_db_statement (db, g_intern_string (sql), NULL);

  if (statement == NULL)
    return g_strdup (id);

  dd_statement_bind_text (statement, ":id", id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    return g_strdup ((const char *) sqlite3_column_text (statement, 0));

  /* The record referred to is gone. */
  return g_strdup_printf ("#%s", id);
}

/* What a code of the history says to a person. */
static char *
show_code (DdDb               *db,
           const DdRecordType *type,
           guint               field,
           const char         *code)
{
  g_autoptr (DdRow) row = NULL;

  if (code == NULL)
    return NULL;
  if (type->fields[field].type == DD_FIELD_REFERENCE)
    return read_name (db, type->fields[field].reference, code);

  row = dd_row_new (type->kind);
  if (!dd_row_field_from_code (row, field, code, NULL))
    return g_strdup (code);

  return dd_row_field_to_text (row, field);
}

static gboolean
read_changes (DdDb            *db,
              DdHistoryEntry  *entry,
              GError         **error)
{
  const DdRecordType *type =
    dd_record_type_find (dd_row_get_text (entry->row, DD_HISTORY_RECORD_KIND));
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT field, old_value, new_value FROM history_field"
                         " WHERE history = :history", error);
  int code;

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_number (statement, ":history", dd_row_get_id (entry->row));
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      int field = type != NULL ? dd_record_type_find_field (type, name) : -1;
      DdHistoryChange *change;

      /* What a rule made of other fields is told by those. */
      if (field < 0 || (type->fields[field].flags & DD_FIELD_COMPUTED) != 0)
        continue;
      change = g_new0 (DdHistoryChange, 1);
      change->field = g_strdup (name);
      change->label = g_strdup (dd_field_get_label (&type->fields[field]));
      change->old_value = show_code (db, type, (guint) field,
                                     (const char *) sqlite3_column_text (statement, 1));
      change->new_value = show_code (db, type, (guint) field,
                                     (const char *) sqlite3_column_text (statement, 2));
      g_ptr_array_add (entry->changes, change);
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

/* The entries of a record and of its parts, the latest first. */
static char *
make_sql (DdKind kind)
{
  GString *sql = g_string_new ("SELECT ");

  g_string_append_printf (sql, "%s FROM history WHERE (record_kind = '%s' AND record_id = :id)",
                          dd_sql_get_kind (DD_KIND_HISTORY)->columns,
                          dd_record_type_get (kind)->name);
  for (guint i = 0; i < DD_N_KINDS; i++)
    {
      const DdRecordType *type = dd_record_type_get (i);
      int owner = dd_record_type_find_owner (type, kind);

      if (owner >= 0)
        g_string_append_printf (sql, " OR (record_kind = '%1$s' AND record_id IN"
                                     " (SELECT id FROM %1$s WHERE %2$s = :id))",
                                type->name, type->fields[owner].name);
    }
  g_string_append (sql, " ORDER BY history.id DESC");

  return g_string_free (sql, FALSE);
}

static gboolean
history_run (DdDb      *db,
             gpointer   data,
             GError   **error)
{
  HistoryJob *job = data;
  g_autofree char *sql = make_sql (job->kind);
  g_autoptr (DdStatement) statement = dd_db_statement (db, g_intern_string (sql), error);
  int code;

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_number (statement, ":id", job->id);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      DdHistoryEntry *entry = g_new0 (DdHistoryEntry, 1);

      entry->row = dd_sql_read_row (statement, DD_KIND_HISTORY);
      entry->changes = g_ptr_array_new_with_free_func (history_change_free);
      g_ptr_array_add (job->entries, entry);
      if (!read_changes (db, entry, error))
        return FALSE;
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

static void
history_done (GTask    *task,
              gpointer  data)
{
  g_task_return_pointer (task, g_steal_pointer (&((HistoryJob *) data)->entries),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * dd_store_history_async:
 *
 * Reads what has happened to a record and to its parts.
 */
void
dd_store_history_async (DdStore             *self,
                        DdKind               kind,
                        gint64               id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  HistoryJob *job = g_new0 (HistoryJob, 1);

  g_return_if_fail (DD_IS_STORE (self));

  g_task_set_source_tag (task, dd_store_history_async);
  job->kind = kind;
  job->id = id;
  job->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_history_entry_free);
  dd_store_push (self, task, DD_JOB_SNAPSHOT, history_run, history_done, job, history_job_free);
}

/**
 * dd_store_history_finish:
 *
 * Returns: (transfer full) (nullable) (element-type DdHistoryEntry): the latest first
 */
GPtrArray *
dd_store_history_finish (DdStore       *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-write"

#include "dd-write.h"

#include "dd-deadline.h"
#include "dd-record-types.h"
#include "dd-ring.h"
#include "dd-search.h"
#include "dd-sql.h"
#include "dd-text.h"
#include "dd-uid.h"

#include <string.h>

/**
 * dd_writer_start:
 * @actor: who writes
 * @reason: (nullable): why
 *
 * Begins an action of the history; dd_writer_clear() ends it.
 */
void
dd_writer_start (DdWriter   *writer,
                 const char *actor,
                 const char *reason)
{
  memset (writer, 0, sizeof *writer);
  writer->actor = dd_text_clean (actor, TRUE);
  writer->reason = reason != NULL ? dd_text_clean (reason, FALSE) : NULL;
  writer->now = dd_instant_now ();
}

/**
 * dd_writer_clear:
 *
 * Frees what the writer holds; it writes nothing.
 */
void
dd_writer_clear (DdWriter *writer)
{
  g_clear_pointer (&writer->actor, g_free);
  g_clear_pointer (&writer->reason, g_free);
  g_clear_pointer (&writer->now, g_free);
}

static void
note_touched (DdWriter *writer,
              DdKind    kind,
              gint64    id,
              gboolean  deleted)
{
  DdTouched touched = { kind, id, deleted };

  if (writer->touched != NULL)
    g_array_append_val (writer->touched, touched);
}

static gboolean
insert_row (DdDb         *db,
            const DdRow  *row,
            GError      **error)
{
  const DdKindSql *sql = dd_sql_get_kind (dd_row_get_kind (row));
  g_autoptr (DdStatement) statement = dd_db_statement (db, sql->insert, error);

  if (statement == NULL)
    return FALSE;

  dd_sql_bind_row (statement, row);

  return dd_db_run (db, statement, error);
}

static gboolean
write_history_field (DdDb         *db,
                     gint64        history,
                     const char   *field,
                     const char   *old_value,
                     const char   *new_value,
                     GError      **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "INSERT INTO history_field (history, field, old_value, new_value)"
                         " VALUES (:history, :field, :old, :new)", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, history);
  sqlite3_bind_text (statement, 2, field, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, old_value, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 4, new_value, -1, SQLITE_TRANSIENT);

  return dd_db_run (db, statement, error);
}

static gboolean
write_last_lines (DdDb         *db,
                  gint64        history,
                  const DdRow  *old,
                  GError      **error)
{
  g_autofree char *revision = g_strdup_printf ("%" G_GINT64_FORMAT, dd_row_get_revision (old));

  return write_history_field (db, history, DD_HISTORY_LINE_CREATED, dd_row_get_created (old), NULL,
                              error) &&
         write_history_field (db, history, DD_HISTORY_LINE_REVISION, revision, NULL, error);
}

/* The entry of the history for one record, and a line for each field that
 * differs: of a created record none, since the record has its values. */
static gboolean
write_history (DdDb          *db,
               DdWriter      *writer,
               const DdRow   *old,
               const DdRow   *now,
               GError       **error)
{
  const DdRow *record = now != NULL ? now : old;
  const DdRecordType *type = dd_row_get_type (record);
  g_autoptr (DdRow) entry = dd_row_new (DD_KIND_HISTORY);
  DdHistoryEvent event = DD_HISTORY_EVENT_CHANGED;
  gint64 id;

  if (old == NULL)
    event = DD_HISTORY_EVENT_CREATED;
  else if (now == NULL)
    event = DD_HISTORY_EVENT_DELETED;

  /* An action goes by the number of its first entry. */
  if (writer->action == 0 &&
      !dd_db_get_number (db, "SELECT coalesce (max (id), 0) + 1 FROM history",
                         &writer->action, error))
    return FALSE;

  dd_row_set_number (entry, DD_HISTORY_ACTION, writer->action);
  dd_row_adopt_text (entry, DD_HISTORY_HAPPENED, writer->now);
  dd_row_adopt_text (entry, DD_HISTORY_ACTOR, writer->actor);
  dd_row_adopt_text (entry, DD_HISTORY_REASON, writer->reason);
  dd_row_set_choice (entry, DD_HISTORY_EVENT, event);
  dd_row_adopt_text (entry, DD_HISTORY_RECORD_KIND, type->name);
  dd_row_set_number (entry, DD_HISTORY_RECORD_ID, dd_row_get_id (record));
  dd_row_adopt_text (entry, DD_HISTORY_RECORD_UID, dd_row_get_uid (record));
  if (writer->undoes != 0)
    dd_row_set_number (entry, DD_HISTORY_UNDOES, writer->undoes);

  if (!insert_row (db, entry, error))
    return FALSE;
  if (old == NULL)
    return TRUE;

  id = sqlite3_last_insert_rowid (db->handle);
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *old_value = NULL;
      g_autofree char *new_value = NULL;

      if (!dd_field_is_stored (&type->fields[i]) ||
          (now != NULL ? dd_row_field_equal (old, now, i) : !dd_row_is_set (old, i)))
        continue;
      old_value = dd_row_field_to_code (old, i);
      new_value = now != NULL ? dd_row_field_to_code (now, i) : NULL;
      if (!write_history_field (db, id, type->fields[i].name, old_value, new_value, error))
        return FALSE;
    }

  return now != NULL || write_last_lines (db, id, old, error);
}

/* The due days of the tasks whose deadline the rule for "trước ngày" reads. */
static gboolean
settle_tasks (DdDb      *db,
              DdWriter  *writer,
              GError   **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT id FROM task WHERE deadline_kind = 'before'", error);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL || (ids = dd_db_collect_ids (db, statement, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DdRow) task = dd_sql_select_row (db, DD_KIND_TASK,
                                                  g_array_index (ids, gint64, i), error);

      if (task == NULL || !dd_write_update (db, writer, task, error))
        return FALSE;
    }

  return TRUE;
}

/* What follows from the values before they are stored. */
static gboolean
prepare_row (DdDb     *db,
             DdRow    *row,
             GError  **error)
{
  if (dd_row_get_kind (row) == DD_KIND_TASK)
    dd_task_row_settle (row, &db->rules);

  return dd_row_check (row, error);
}

static gboolean
is_before_rule (const DdRow *setting)
{
  return setting != NULL && g_strcmp0 (dd_row_get_text (setting, DD_SETTING_NAME),
                                       DD_SETTING_BEFORE_INCLUSIVE) == 0;
}

/* What follows for other records once they are. */
static gboolean
follow_row (DdDb         *db,
            DdWriter     *writer,
            const DdRow  *old,
            const DdRow  *now,
            GError      **error)
{
  if (dd_row_get_kind (now != NULL ? now : old) != DD_KIND_SETTING)
    return TRUE;
  if (!dd_db_read_rules (db, error))
    return FALSE;

  return !(is_before_rule (old) || is_before_rule (now)) || settle_tasks (db, writer, error);
}

/* A number names one record for ever, also after that is deleted: objects,
 * lists and the history go by it. The history knows those that are gone. */
static gboolean
take_id (DdDb      *db,
         DdWriter  *writer,
         DdRow     *row,
         GError   **error)
{
  DdKind kind = dd_row_get_kind (row);
  const char *table = dd_record_type_get (kind)->name;
  g_autofree char *sql = NULL;

  if (writer->next_id[kind] == 0)
    {
      sql = g_strdup_printf ("SELECT coalesce (max (number), 0) + 1 FROM"
                             " (SELECT max (id) AS number FROM %1$s UNION ALL"
                             " SELECT max (record_id) FROM history WHERE record_kind = '%1$s')",
                             table);
      if (!dd_db_get_number (db, g_intern_string (sql), &writer->next_id[kind], error))
        return FALSE;
    }
  dd_row_set_id (row, writer->next_id[kind]++);

  return TRUE;
}

/* To the one who writes a reference, a record that cannot be referred to is
 * one that is not there. */
static gboolean
fail_to_store (GError  *reason,
               GError **error)
{
  if (g_error_matches (reason, DD_STORE_ERROR, DD_STORE_ERROR_IN_USE))
    reason->code = DD_STORE_ERROR_NOT_FOUND;
  g_propagate_error (error, reason);

  return FALSE;
}

/**
 * dd_write_insert:
 * @row: gets its id and its uid if it has none, and its instants
 */
gboolean
dd_write_insert (DdDb      *db,
                 DdWriter  *writer,
                 DdRow     *row,
                 GError   **error)
{
  GError *local = NULL;

  if (dd_row_get_uid (row) == NULL)
    {
      g_autofree char *uid = dd_uid_new ();

      dd_row_set_uid (row, uid);
    }
  if (dd_row_get_created (row) == NULL)
    dd_row_set_instants (row, writer->now, writer->now);
  if (dd_row_get_revision (row) == 0)
    dd_row_set_revision (row, 1);

  if (!prepare_row (db, row, error) ||
      (dd_row_get_id (row) == 0 && !take_id (db, writer, row, error)))
    return FALSE;
  if (!insert_row (db, row, &local))
    return fail_to_store (local, error);

  note_touched (writer, dd_row_get_kind (row), dd_row_get_id (row), FALSE);

  return (writer->skip_search || dd_search_update (db, NULL, row, error)) &&
         write_history (db, writer, NULL, row, error) &&
         follow_row (db, writer, NULL, row, error);
}

/**
 * dd_write_update:
 * @row: the whole record, with the revision it was read with; gets the next one
 *
 * Writes nothing if nothing differs.
 */
gboolean
dd_write_update (DdDb      *db,
                 DdWriter  *writer,
                 DdRow     *row,
                 GError   **error)
{
  const DdRecordType *type = dd_row_get_type (row);
  g_autoptr (DdRow) old = dd_sql_select_row (db, type->kind, dd_row_get_id (row), error);
  gboolean differs = FALSE;
  GError *local = NULL;

  if (old == NULL)
    return FALSE;
  if (dd_row_get_revision (old) != dd_row_get_revision (row))
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
                   "%s %" G_GINT64_FORMAT " was changed meanwhile", type->name,
                   dd_row_get_id (row));
      return FALSE;
    }
  if (!prepare_row (db, row, error))
    return FALSE;

  for (guint i = 0; i < type->n_fields && !differs; i++)
    differs = dd_field_is_stored (&type->fields[i]) && !dd_row_field_equal (old, row, i);
  if (!differs)
    return TRUE;
  if (!dd_ring_check (db, old, row, error))
    return FALSE;

  dd_row_set_uid (row, dd_row_get_uid (old));
  dd_row_set_instants (row, dd_row_get_created (old), writer->now);
  dd_row_set_revision (row, dd_row_get_revision (old) + 1);
  note_touched (writer, type->kind, dd_row_get_id (row), FALSE);

  if (!dd_sql_update_row (db, old, row, &local))
    return fail_to_store (local, error);

  return (writer->skip_search || dd_search_update (db, old, row, error)) &&
         write_history (db, writer, old, row, error) &&
         follow_row (db, writer, old, row, error);
}

/* The parts of a record go with it, each through the history. */
static gboolean
delete_parts (DdDb      *db,
              DdWriter  *writer,
              DdKind     owner,
              gint64     id,
              GError   **error)
{
  for (guint i = 0; i < DD_N_KINDS; i++)
    {
      const DdRecordType *type = dd_record_type_get (i);
      int field = dd_record_type_find_owner (type, owner);
      g_autoptr (GArray) parts = NULL;
      g_autofree char *sql = NULL;
      g_autoptr (DdStatement) statement = NULL;

      if (field < 0)
        continue;

      sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = :id", type->name,
                             type->fields[field].name);
      statement = dd_db_statement (db, g_intern_string (sql), error);
      if (statement == NULL)
        return FALSE;
      dd_statement_bind_number (statement, ":id", id);
      parts = dd_db_collect_ids (db, statement, error);
      if (parts == NULL)
        return FALSE;

      for (guint j = 0; j < parts->len; j++)
        if (!dd_write_delete (db, writer, i, g_array_index (parts, gint64, j), error))
          return FALSE;
    }

  return TRUE;
}

/**
 * dd_write_delete:
 *
 * Deletes the record with its parts; %DD_STORE_ERROR_IN_USE if others refer to it.
 */
gboolean
dd_write_delete (DdDb      *db,
                 DdWriter  *writer,
                 DdKind     kind,
                 gint64     id,
                 GError   **error)
{
  g_autoptr (DdRow) old = dd_sql_select_row (db, kind, id, error);
  g_autoptr (DdStatement) statement = NULL;

  if (old == NULL || (!writer->keep_parts && !delete_parts (db, writer, kind, id, error)))
    return FALSE;

  statement = dd_db_statement (db, dd_sql_get_kind (kind)->remove, error);
  if (statement == NULL)
    return FALSE;
  dd_statement_bind_number (statement, ":id", id);
  if (!dd_db_run (db, statement, error))
    return FALSE;

  note_touched (writer, kind, id, TRUE);

  return dd_search_update (db, old, NULL, error) &&
         write_history (db, writer, old, NULL, error) &&
         follow_row (db, writer, old, NULL, error);
}

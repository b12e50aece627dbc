/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking an action back, from what the history says of it. */
#define G_LOG_DOMAIN "dd-undo"

#include "dd-undo.h"

#include "dd-record-types.h"
#include "dd-sql.h"
#include "dd-write-lock.h"
#include "dd-write.h"

#include <string.h>

typedef struct
{
  gint64              history;
  DdHistoryEvent      event;
  const DdRecordType *type;
  gint64              id;
  char               *uid;
} Entry;

static void
clear_entry (gpointer data)
{
  g_clear_pointer (&((Entry *) data)->uid, g_free);
}

/* The entries of the action, the last one first. */
static GArray *
read_entries (DdDb    *db,
              gint64   action,
              GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT id, event, record_kind, record_id, record_uid FROM history"
                         " WHERE action = :action ORDER BY id DESC", error);
  const DdField *event = &dd_record_type_get (DD_KIND_HISTORY)->fields[DD_HISTORY_EVENT];
  int code;

  if (statement == NULL)
    return NULL;

  g_array_set_clear_func (entries, clear_entry);
  dd_statement_bind_number (statement, ":action", action);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      Entry entry = { sqlite3_column_int64 (statement, 0), };
      guint choice = 0;

      dd_field_find_choice (event, (const char *) sqlite3_column_text (statement, 1), &choice);
      entry.event = choice;
      entry.type = dd_record_type_find ((const char *) sqlite3_column_text (statement, 2));
      entry.id = sqlite3_column_int64 (statement, 3);
      entry.uid = g_strdup ((const char *) sqlite3_column_text (statement, 4));
      g_array_append_val (entries, entry);
      if (entry.type == NULL)
        {
          g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT,
                       "action %" G_GINT64_FORMAT " is of no known kind", action);
          return NULL;
        }
    }
  if (code != SQLITE_DONE)
    {
      dd_db_fail (db, error);
      return NULL;
    }
  if (entries->len == 0)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                   "no action %" G_GINT64_FORMAT, action);
      return NULL;
    }

  return g_steal_pointer (&entries);
}

static gboolean
refuse_conflict (const Entry  *entry,
                 GError      **error)
{
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
               "%s %" G_GINT64_FORMAT " was changed since", entry->type->name, entry->id);
  return FALSE;
}

/* Fields that a rule made of others are set by that rule again. */
static int
find_field (const Entry *entry,
            const char  *name)
{
  int field = dd_record_type_find_field (entry->type, name);

  return field >= 0 && (entry->type->fields[field].flags & DD_FIELD_COMPUTED) == 0 ? field : -1;
}

static gboolean
restore_value (const DdRecordType  *type,
               DdRow               *row,
               guint                field,
               const char          *value,
               GError             **error)
{
  if (!dd_field_is_text (&type->fields[field]))
    return dd_row_field_from_code (row, field, value, error);

  dd_row_adopt_text (row, field, value);
  return TRUE;
}

/* What a deleted record was beside its fields. */
static void
restore_last_line (DdWriter   *writer,
                   DdRow      *row,
                   const char *line,
                   const char *value)
{
  if (strcmp (line, DD_HISTORY_LINE_CREATED) == 0)
    dd_row_set_instants (row, value, writer->now);
  else if (strcmp (line, DD_HISTORY_LINE_REVISION) == 0)
    dd_row_set_revision (row, g_ascii_strtoll (value, NULL, 10) + 1);
}

/* Gives @row the values that it had before. If it has others by now than the
 * action gave it, somebody else has changed it. */
static gboolean
restore_values (DdDb         *db,
                DdWriter     *writer,
                const Entry  *entry,
                DdRow        *row,
                GError      **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT field, old_value, new_value FROM history_field"
                         " WHERE history = :history", error);
  int code;

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_number (statement, ":history", entry->history);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      const char *old_value = (const char *) sqlite3_column_text (statement, 1);
      const char *new_value = (const char *) sqlite3_column_text (statement, 2);
      int field = find_field (entry, name);
      g_autofree char *now = NULL;

      if (field < 0)
        {
          restore_last_line (writer, row, name, old_value);
          continue;
        }
      now = dd_row_field_to_code (row, (guint) field);
      if (g_strcmp0 (now, new_value) != 0)
        return refuse_conflict (entry, error);
      if (!restore_value (entry->type, row, (guint) field, old_value, error))
        return FALSE;
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

/* Whether a record says what it said when it was made. It may have been changed,
 * if that was taken back; the first value that a change since has replaced
 * is the one that it was made with. */
static gboolean
check_as_made (DdDb         *db,
               const Entry  *entry,
               const DdRow  *row,
               GError      **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT field, old_value FROM history"
                         " JOIN history_field ON history_field.history = history.id"
                         " WHERE record_kind = :kind AND record_id = :id AND history.id > :entry"
                         " ORDER BY history.id", error);
  guint64 seen = 0;
  int code;

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_text (statement, ":kind", entry->type->name);
  dd_statement_bind_number (statement, ":id", entry->id);
  dd_statement_bind_number (statement, ":entry", entry->history);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      int field = find_field (entry, (const char *) sqlite3_column_text (statement, 0));
      g_autofree char *now = NULL;

      if (field < 0 || (seen >> field & 1) != 0)
        continue;
      seen |= G_GUINT64_CONSTANT (1) << field;
      now = dd_row_field_to_code (row, (guint) field);
      if (g_strcmp0 (now, (const char *) sqlite3_column_text (statement, 1)) != 0)
        return refuse_conflict (entry, error);
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

/* Whether the meeting that a record is of was concluded after the action. What the
 * action itself has closed, made or, as a merge does, changed behind the lock, is
 * given back as it was. */
static gboolean
was_closed_since (DdDb         *db,
                  const Entry  *last,
                  const DdRow  *row,
                  gboolean     *closed,
                  GError      **error)
{
  const DdRecordType *type = dd_record_type_get (DD_KIND_MEETING);
  const DdField *state = &type->fields[DD_MEETING_STATE];
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT 1 FROM history"
                         " JOIN history_field ON history_field.history = history.id"
                         " WHERE record_kind = :kind AND record_id = :id AND history.id > :last"
                         " AND field = :field AND new_value = :concluded LIMIT 1", error);
  int code;

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_text (statement, ":kind", type->name);
  dd_statement_bind_number (statement, ":id", dd_write_lock_get_meeting (row));
  dd_statement_bind_number (statement, ":last", last->history);
  dd_statement_bind_text (statement, ":field", state->name);
  dd_statement_bind_text (statement, ":concluded", state->choices[DD_MEETING_STATE_CONCLUDED].code);
  code = sqlite3_step (statement);
  *closed = code == SQLITE_ROW;

  return code == SQLITE_ROW || code == SQLITE_DONE || dd_db_fail (db, error);
}

static gboolean
check_lock (DdDb         *db,
            GArray       *entries,
            const DdRow  *before,
            const DdRow  *after,
            GError      **error)
{
  const Entry *last = &g_array_index (entries, Entry, 0);
  gboolean closed = FALSE;

  return was_closed_since (db, last, before != NULL ? before : after, &closed, error) &&
         (!closed || dd_write_lock_check (db, before, after, error));
}

static gboolean
undo_entry (DdDb         *db,
            DdWriter     *writer,
            GArray       *entries,
            const Entry  *entry,
            GError      **error)
{
  g_autoptr (DdRow) row = NULL;
  g_autoptr (DdRow) before = NULL;

  if (entry->event == DD_HISTORY_EVENT_DELETED)
    {
      row = dd_row_new (entry->type->kind);
      dd_row_set_id (row, entry->id);
      dd_row_set_uid (row, entry->uid);

      return restore_values (db, writer, entry, row, error) &&
             check_lock (db, entries, NULL, row, error) &&
             dd_write_insert (db, writer, row, error);
    }

  row = dd_sql_select_row (db, entry->type->kind, entry->id, error);
  if (row == NULL)
    return FALSE;

  if (entry->event == DD_HISTORY_EVENT_CREATED)
    return check_as_made (db, entry, row, error) &&
           check_lock (db, entries, row, NULL, error) &&
           dd_write_delete (db, writer, entry->type->kind, entry->id, error);

  before = dd_row_copy (row);

  return restore_values (db, writer, entry, row, error) &&
         check_lock (db, entries, before, row, error) &&
         dd_write_update (db, writer, row, error);
}

/**
 * dd_undo_action:
 * @by: names who undoes it
 * @touched: (element-type DdTouched): told what was written
 */
gboolean
dd_undo_action (DdDb      *db,
                DdChange  *by,
                gint64     action,
                GArray    *touched,
                GError   **error)
{
  g_auto (DdWriter) writer = { NULL, };
  g_autoptr (GArray) entries = NULL;
  gboolean ok;

  if (!dd_db_begin (db, error))
    return FALSE;

  dd_writer_start (&writer, by->actor, by->reason);
  writer.touched = touched;
  writer.undoes = action;
  /* What the action made goes in turn; a part that is left is somebody else's. */
  writer.keep_parts = TRUE;
  ok = dd_db_read_rules (db, error) && (entries = read_entries (db, action, error)) != NULL;
  for (guint i = 0; ok && i < entries->len; i++)
    ok = undo_entry (db, &writer, entries, &g_array_index (entries, Entry, i), error);

  if (!ok)
    {
      dd_db_rollback (db);
      return FALSE;
    }

  return dd_db_commit (db, error);
}

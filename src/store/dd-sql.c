/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-sql"

#include "dd-sql.h"

#include "dd-collate.h"
#include "dd-derived.h"

#include <string.h>

/* Sort keys are cut here: what is equal so far keeps the order of entry. A
 * Vietnamese letter takes one to two bytes, so this is most of a sentence. */
#define COLLATION_KEY_SIZE 128

/* The columns that every kind has, before its own. */
enum { COL_ID, COL_UID, COL_CREATED, COL_CHANGED, COL_REVISION, COL_FIRST_FIELD };

static gboolean
is_log (DdKind kind)
{
  return kind == DD_KIND_HISTORY;
}

static void
append_selected (GString            *sql,
                 const DdRecordType *type)
{
  if (is_log (type->kind))
    g_string_append_printf (sql, "%s.id, '', '', '', 1", type->name);
  else
    g_string_append_printf (sql, "%1$s.id, %1$s.uid, %1$s.created, %1$s.changed, %1$s.revision",
                            type->name);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const DdField *field = &type->fields[i];

      if (!dd_field_is_stored (field))
        g_string_append_printf (sql, ", %s", dd_derived_get_expression (type->kind, i));
      else
        g_string_append_printf (sql, ", %s.%s", type->name, field->name);
    }
}

/* Calls for each stored column of a kind beside those that every kind has. */
static void
append_columns (GString            *sql,
                const DdRecordType *type,
                const char         *format)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const DdField *field = &type->fields[i];

      if (!dd_field_is_stored (field))
        continue;
      g_string_append_printf (sql, format, field->name);
      if (field->flags & DD_FIELD_COLLATED)
        {
          g_autofree char *key = g_strconcat (field->name, "_key", NULL);

          g_string_append_printf (sql, format, key);
        }
    }
}

static DdKindSql *
make_sql (DdKind kind)
{
  const DdRecordType *type = dd_record_type_get (kind);
  DdKindSql *sql = g_new0 (DdKindSql, 1);
  GString *text = g_string_new (NULL);

  append_selected (text, type);
  sql->columns = g_string_free (text, FALSE);
  sql->select = g_strdup_printf ("SELECT %1$s FROM %2$s WHERE %2$s.id = :id",
                                 sql->columns, type->name);
  /* A cross join is never turned round: the list decides on the order.
   * PostgreSQL: unnest with ordinality. */
  sql->select_list = g_strdup_printf ("SELECT %1$s FROM json_each (:ids) AS wanted"
                                      " CROSS JOIN %2$s ON %2$s.id = wanted.value",
                                      sql->columns, type->name);
  sql->remove = g_strdup_printf ("DELETE FROM %s WHERE id = :id", type->name);

  text = g_string_new (NULL);
  if (is_log (kind))
    g_string_append_printf (text, "INSERT INTO %s (id", type->name);
  else
    g_string_append_printf (text, "INSERT INTO %s (id, uid, created, changed, revision",
                            type->name);
  append_columns (text, type, ", %s");
  g_string_append (text, is_log (kind) ? ") VALUES (:id"
                                       : ") VALUES (:id, :uid, :created, :changed, :revision");
  append_columns (text, type, ", :%s");
  g_string_append (text, ")");
  sql->insert = g_string_free (text, FALSE);

  return sql;
}

/**
 * dd_sql_get_kind:
 *
 * Returns: (transfer none): the statements of a kind; they live for ever
 */
const DdKindSql *
dd_sql_get_kind (DdKind kind)
{
  static gsize once;
  static DdKindSql *made[DD_N_KINDS];

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < DD_N_KINDS; i++)
        made[i] = make_sql (i);
      g_once_init_leave (&once, 1);
    }

  return made[kind];
}

/* Everybody who shows a text takes it for UTF-8. In a damaged file it may not be. */
static void
adopt_text (DdRow      *row,
            guint       field,
            const char *text)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    valid = g_utf8_make_valid (text, -1);
  dd_row_adopt_text (row, field, valid != NULL ? valid : text);
}

static void
read_field (DdRow        *row,
            guint         field,
            DdStatement  *statement,
            int           column)
{
  const DdField *description = &dd_row_get_type (row)->fields[field];
  const char *text;
  guint choice;

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return;

  switch (description->type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
      adopt_text (row, field, (const char *) sqlite3_column_text (statement, column));
      break;

    case DD_FIELD_REAL:
      dd_row_set_real (row, field, sqlite3_column_double (statement, column));
      break;

    case DD_FIELD_NUMBER:
      dd_row_set_number (row, field, sqlite3_column_int64 (statement, column));
      break;

    case DD_FIELD_FLAG:
      dd_row_set_flag (row, field, sqlite3_column_int (statement, column) != 0);
      break;

    case DD_FIELD_DAY:
      text = (const char *) sqlite3_column_text (statement, column);
      dd_row_set_day (row, field, dd_day_from_iso (text));
      break;

    case DD_FIELD_CHOICE:
      text = (const char *) sqlite3_column_text (statement, column);
      if (dd_field_find_choice (description, text, &choice))
        dd_row_set_choice (row, field, choice);
      break;

    case DD_FIELD_REFERENCE:
    default:
      dd_row_set_reference (row, field, sqlite3_column_int64 (statement, column));
      break;
    }
}

/**
 * dd_sql_read_row:
 * @statement: at a row of a query that selects the columns of @kind first
 *
 * Returns: (transfer full): the record
 */
DdRow *
dd_sql_read_row (DdStatement *statement,
                 DdKind       kind)
{
  const DdRecordType *type = dd_record_type_get (kind);
  DdRow *row = dd_row_new (kind);

  dd_row_set_id (row, sqlite3_column_int64 (statement, COL_ID));
  dd_row_set_uid (row, (const char *) sqlite3_column_text (statement, COL_UID));
  dd_row_set_instants (row, (const char *) sqlite3_column_text (statement, COL_CREATED),
                       (const char *) sqlite3_column_text (statement, COL_CHANGED));
  dd_row_set_revision (row, sqlite3_column_int64 (statement, COL_REVISION));
  for (guint i = 0; i < type->n_fields; i++)
    read_field (row, i, statement, COL_FIRST_FIELD + (int) i);

  return row;
}

/**
 * dd_sql_bind_key:
 * @field: one that is collated
 * @text: (nullable): its value
 *
 * Binds the key that @text is sorted by.
 */
void
dd_sql_bind_key (DdStatement   *statement,
                 int            index,
                 const DdField *field,
                 const char    *text)
{
  g_autoptr (GBytes) key = NULL;
  gconstpointer data;
  gsize size;

  if ((field->flags & DD_FIELD_PERSON) != 0)
    key = dd_collate_person_key (text != NULL ? text : "", COLLATION_KEY_SIZE);
  else
    key = dd_collate_key (text != NULL ? text : "", COLLATION_KEY_SIZE);
  data = g_bytes_get_data (key, &size);
  sqlite3_bind_blob (statement, index, size > 0 ? data : "", (int) size, SQLITE_TRANSIENT);
}

static void
bind_field (DdStatement *statement,
            int          index,
            const DdRow *row,
            guint        field)
{
  const DdField *description = &dd_row_get_type (row)->fields[field];
  char iso[DD_DAY_ISO_SIZE];

  if (!dd_row_is_set (row, field))
    {
      sqlite3_bind_null (statement, index);
      return;
    }

  switch (description->type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
      sqlite3_bind_text (statement, index, dd_row_get_text (row, field), -1, SQLITE_STATIC);
      break;

    case DD_FIELD_REAL:
      sqlite3_bind_double (statement, index, dd_row_get_real (row, field));
      break;

    case DD_FIELD_NUMBER:
      sqlite3_bind_int64 (statement, index, dd_row_get_number (row, field));
      break;

    case DD_FIELD_FLAG:
      sqlite3_bind_int (statement, index, dd_row_get_flag (row, field));
      break;

    case DD_FIELD_DAY:
      dd_day_write_iso (dd_row_get_day (row, field), iso);
      sqlite3_bind_text (statement, index, iso, -1, SQLITE_TRANSIENT);
      break;

    case DD_FIELD_CHOICE:
      sqlite3_bind_text (statement, index,
                         description->choices[dd_row_get_choice (row, field)].code,
                         -1, SQLITE_STATIC);
      break;

    case DD_FIELD_REFERENCE:
    default:
      sqlite3_bind_int64 (statement, index, dd_row_get_reference (row, field));
      break;
    }
}

/* A field with the key it is sorted by, if it has one. Returns the next parameter. */
static int
bind_stored (DdStatement *statement,
             int          index,
             const DdRow *row,
             guint        field)
{
  const DdField *description = &dd_row_get_type (row)->fields[field];

  bind_field (statement, index++, row, field);
  if (description->flags & DD_FIELD_COLLATED)
    dd_sql_bind_key (statement, index++, description, dd_row_get_text (row, field));

  return index;
}

/**
 * dd_sql_bind_row:
 * @statement: the insertion of the row's kind
 *
 * Binds the record by position: the statement was made from the same fields.
 * The texts are not copied: @row has to outlive dd_statement_done().
 */
void
dd_sql_bind_row (DdStatement *statement,
                 const DdRow *row)
{
  const DdRecordType *type = dd_row_get_type (row);
  int index = 1;

  if (dd_row_get_id (row) != 0)
    sqlite3_bind_int64 (statement, index, dd_row_get_id (row));
  index++;
  if (!is_log (type->kind))
    {
      sqlite3_bind_text (statement, index++, dd_row_get_uid (row), -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, index++, dd_row_get_created (row), -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, index++, dd_row_get_changed (row), -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, index++, dd_row_get_revision (row));
    }

  for (guint i = 0; i < type->n_fields; i++)
    if (dd_field_is_stored (&type->fields[i]))
      index = bind_stored (statement, index, row, i);
}

/* One statement for each set of fields that were ever changed together. */
static const char *
make_update (const DdRow *old,
             const DdRow *now)
{
  const DdRecordType *type = dd_row_get_type (now);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET changed = ?2, revision = ?3", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const DdField *field = &type->fields[i];

      if (!dd_field_is_stored (field) || dd_row_field_equal (old, now, i))
        continue;
      g_string_append_printf (sql, ", %s = ?", field->name);
      if (field->flags & DD_FIELD_COLLATED)
        g_string_append_printf (sql, ", %s_key = ?", field->name);
    }
  g_string_append (sql, " WHERE id = ?1");

  return g_intern_string (sql->str);
}

/**
 * dd_sql_update_row:
 * @old: the record as the table has it
 * @now: the same record, with other values in some fields
 *
 * Stores the fields that differ. To name a column in an UPDATE is to have its
 * indexes written and the records that refer to it looked for, so the others
 * are left out.
 */
gboolean
dd_sql_update_row (DdDb         *db,
                   const DdRow  *old,
                   const DdRow  *now,
                   GError      **error)
{
  const DdRecordType *type = dd_row_get_type (now);
  g_autoptr (DdStatement) statement = dd_db_statement (db, make_update (old, now), error);
  int index = 4;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, dd_row_get_id (now));
  sqlite3_bind_text (statement, 2, dd_row_get_changed (now), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, dd_row_get_revision (now));
  for (guint i = 0; i < type->n_fields; i++)
    if (dd_field_is_stored (&type->fields[i]) && !dd_row_field_equal (old, now, i))
      index = bind_stored (statement, index, now, i);

  return dd_db_run (db, statement, error);
}

/**
 * dd_sql_select_row:
 *
 * Returns: (transfer full) (nullable): the record, or %NULL with
 *   %DD_STORE_ERROR_NOT_FOUND or what SQLite says
 */
DdRow *
dd_sql_select_row (DdDb    *db,
                   DdKind   kind,
                   gint64   id,
                   GError **error)
{
  g_autoptr (DdStatement) statement = dd_db_statement (db, dd_sql_get_kind (kind)->select, error);
  int code;

  if (statement == NULL)
    return NULL;

  dd_statement_bind_number (statement, ":id", id);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    return dd_sql_read_row (statement, kind);

  if (code == SQLITE_DONE)
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND, "no %s %" G_GINT64_FORMAT,
                 dd_record_type_get (kind)->name, id);
  else
    dd_db_fail (db, error);

  return NULL;
}

static char *
write_ids (const gint64 *ids,
           guint         n_ids)
{
  GString *json = g_string_sized_new (n_ids * 8 + 2);

  g_string_append_c (json, '[');
  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

/**
 * dd_sql_select_rows:
 * @ids: (array length=n_ids): which records
 * @rows: (element-type DdRow): gets those that are still there, in the order of @ids
 *
 * Reads many records with one statement; each one by itself would cost twice
 * as much.
 */
gboolean
dd_sql_select_rows (DdDb          *db,
                    DdKind         kind,
                    const gint64  *ids,
                    guint          n_ids,
                    GPtrArray     *rows,
                    GError       **error)
{
  g_autofree char *json = write_ids (ids, n_ids);
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, dd_sql_get_kind (kind)->select_list, error);
  int code;

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_text (statement, ":ids", json);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (rows, dd_sql_read_row (statement, kind));

  return code == SQLITE_DONE || dd_db_fail (db, error);
}

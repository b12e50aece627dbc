/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beside a name stands the key that it is sorted by, which ICU has made of it.
 * Another version of ICU makes other keys, and those of two versions cannot be
 * compared; so the file says which one made its own. */
#define G_LOG_DOMAIN "dd-sort-keys"

#include "dd-sort-keys.h"

#include "dd-bulk.h"
#include "dd-collate.h"
#include "dd-sql.h"

/**
 * dd_sort_keys_sign:
 *
 * Writes down which version makes the keys from now on. To be done in the
 * transaction that makes them.
 */
gboolean
dd_sort_keys_sign (DdDb    *db,
                   GError **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "INSERT INTO sort_keys (id, made_by) VALUES (1, :version)"
                         " ON CONFLICT (id) DO UPDATE SET made_by = excluded.made_by", error);

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_text (statement, ":version", dd_collate_version ());

  return dd_db_run (db, statement, error);
}

static gboolean
are_current (DdDb      *db,
             gboolean  *current,
             GError   **error)
{
  g_autoptr (DdStatement) statement = dd_db_statement (db, "SELECT made_by FROM sort_keys", error);
  int code;

  if (statement == NULL)
    return FALSE;

  code = sqlite3_step (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return dd_db_fail (db, error);
  *current = code == SQLITE_ROW &&
             g_strcmp0 ((const char *) sqlite3_column_text (statement, 0),
                        dd_collate_version ()) == 0;

  return TRUE;
}

static gboolean
is_collated (const DdField *field)
{
  return (field->flags & DD_FIELD_COLLATED) != 0;
}

static gboolean
has_keys (const DdRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (is_collated (&type->fields[i]))
      return TRUE;

  return FALSE;
}

/* Straight into the table, past the one way by which records change: no record
 * says anything else afterwards. */
static gboolean
make_keys (DdDb                *db,
           const DdRecordType  *type,
           const DdField       *field,
           GError             **error)
{
  g_autofree char *read_sql = g_strdup_printf ("SELECT id, %s FROM %s", field->name, type->name);
  g_autofree char *write_sql = g_strdup_printf ("UPDATE %s SET %s_key = ?2 WHERE id = ?1",
                                                type->name, field->name);
  g_autoptr (DdStatement) names = dd_db_statement (db, g_intern_string (read_sql), error);
  DdStatement *key;
  int code;

  if (names == NULL)
    return FALSE;
  key = dd_db_statement (db, g_intern_string (write_sql), error);
  if (key == NULL)
    return FALSE;

  while ((code = sqlite3_step (names)) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (names, 1);
      g_autofree char *valid = NULL;
      g_autoptr (DdStatement) use = key;

      /* In a damaged file it may be anything. */
      if (name != NULL)
        valid = g_utf8_make_valid (name, -1);
      sqlite3_bind_int64 (use, 1, sqlite3_column_int64 (names, 0));
      dd_sql_bind_key (use, 2, field, valid);
      if (!dd_db_run (db, use, error))
        return FALSE;
    }

  return code == SQLITE_DONE ? TRUE : dd_db_fail (db, error);
}

static gboolean
make_all_keys (DdDb    *db,
               GError **error)
{
  gboolean tables[DD_N_KINDS];
  g_autoptr (GPtrArray) indexes = NULL;

  for (guint i = 0; i < DD_N_KINDS; i++)
    tables[i] = has_keys (dd_record_type_get (i));
  indexes = dd_bulk_take_indexes (db, tables, error);
  if (indexes == NULL)
    return FALSE;

  for (guint i = 0; i < DD_N_KINDS; i++)
    {
      const DdRecordType *type = dd_record_type_get (i);

      for (guint j = 0; j < type->n_fields; j++)
        if (is_collated (&type->fields[j]) && !make_keys (db, type, &type->fields[j], error))
          return FALSE;
    }

  return dd_bulk_put_indexes_back (db, indexes, error) && dd_sort_keys_sign (db, error);
}

/**
 * dd_sort_keys_refresh:
 *
 * Makes all keys anew if another version of ICU has made them, in one
 * transaction. There is no copy beforehand, as a migration makes: the records
 * are not touched, and their keys can be made again at any time. In a file that
 * was opened to read only, names keep the order that they had.
 */
gboolean
dd_sort_keys_refresh (DdDb    *db,
                      GError **error)
{
  gboolean current;

  if (!are_current (db, &current, error))
    return FALSE;
  if (current || db->read_only)
    return TRUE;

  if (!dd_db_begin (db, error))
    return FALSE;
  /* Another program may have done it while this one waited. */
  if (!are_current (db, &current, error) || (!current && !make_all_keys (db, error)))
    {
      dd_db_rollback (db);
      return FALSE;
    }

  return dd_db_commit (db, error);
}

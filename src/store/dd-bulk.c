/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building an index once costs less than keeping it while a table fills. The
 * definitions come from the file itself, and go back into it. */
#define G_LOG_DOMAIN "dd-bulk"

#include "dd-bulk.h"

#include "dd-record-type.h"

/**
 * dd_bulk_take_indexes:
 * @tables: for each kind, whether to take the indexes of its table
 *
 * Drops the indexes, except those that keep something unique. It is to be done
 * in the transaction that puts them back.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what makes them again, for
 *   dd_bulk_put_indexes_back()
 */
GPtrArray *
dd_bulk_take_indexes (DdDb            *db,
                      const gboolean   tables[DD_N_KINDS],
                      GError         **error)
{
  g_autoptr (GPtrArray) indexes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) drops = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT name, tbl_name, sql FROM sqlite_schema"
                         " WHERE type = 'index' AND sql IS NOT NULL", error);
  int code;

  if (statement == NULL)
    return NULL;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *sql = (const char *) sqlite3_column_text (statement, 2);
      const DdRecordType *type =
        dd_record_type_find ((const char *) sqlite3_column_text (statement, 1));

      if (type == NULL || !tables[type->kind] || g_str_has_prefix (sql, "CREATE UNIQUE"))
        continue;
      g_ptr_array_add (indexes, g_strdup (sql));
      g_ptr_array_add (drops, g_strdup_printf ("DROP INDEX \"%s\"",
                                               (const char *) sqlite3_column_text (statement, 0)));
    }
  if (code != SQLITE_DONE)
    {
      dd_db_fail (db, error);
      return NULL;
    }
  dd_statement_done (statement);

  for (guint i = 0; i < drops->len; i++)
    if (!dd_db_exec (db, drops->pdata[i], error))
      return NULL;

  return g_steal_pointer (&indexes);
}

/**
 * dd_bulk_put_indexes_back:
 * @indexes: (element-type utf8): what dd_bulk_take_indexes() gave
 *
 * Makes them again, all at once.
 */
gboolean
dd_bulk_put_indexes_back (DdDb       *db,
                          GPtrArray  *indexes,
                          GError    **error)
{
  for (guint i = 0; i < indexes->len; i++)
    if (!dd_db_exec (db, indexes->pdata[i], error))
      return FALSE;

  return TRUE;
}

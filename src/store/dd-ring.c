/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that refer to others of their kind: a superior unit, the task above, the
 * clause that supersedes another. Whoever goes from one to the next has to arrive. */
#define G_LOG_DOMAIN "dd-ring"

#include "dd-ring.h"

#include "dd-record-type.h"

static gboolean
check_field (DdDb         *db,
             const DdRow  *now,
             guint         field,
             GError      **error)
{
  const DdRecordType *type = dd_row_get_type (now);
  g_autofree char *sql =
    g_strdup_printf ("WITH RECURSIVE above (id) AS (SELECT :above UNION"
                     " SELECT %1$s.%2$s FROM %1$s JOIN above ON %1$s.id = above.id"
                     " WHERE %1$s.%2$s IS NOT NULL)"
                     " SELECT count(*) FROM above WHERE id = :id",
                     type->name, type->fields[field].name);
  g_autoptr (DdStatement) statement = dd_db_statement (db, g_intern_string (sql), error);

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_number (statement, ":above", dd_row_get_reference (now, field));
  dd_statement_bind_number (statement, ":id", dd_row_get_id (now));
  if (sqlite3_step (statement) != SQLITE_ROW)
    return dd_db_fail (db, error);
  if (sqlite3_column_int64 (statement, 0) == 0)
    return TRUE;

  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_RING, "%s %" G_GINT64_FORMAT
               " would come after itself by its %s", type->name, dd_row_get_id (now),
               type->fields[field].name);
  return FALSE;
}

/**
 * dd_ring_check:
 * @old: the record as it is
 * @now: as it shall be
 *
 * Returns: %FALSE with %DD_STORE_ERROR_RING if the record would stand above itself, or
 *   supersede itself, by way of others
 */
gboolean
dd_ring_check (DdDb         *db,
               const DdRow  *old,
               const DdRow  *now,
               GError      **error)
{
  const DdRecordType *type = dd_row_get_type (now);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == DD_FIELD_REFERENCE && type->fields[i].reference == type->kind &&
        dd_field_is_stored (&type->fields[i]) && dd_row_is_set (now, i) &&
        dd_row_get_reference (now, i) != dd_row_get_reference (old, i) &&
        !check_field (db, now, i, error))
      return FALSE;

  return TRUE;
}

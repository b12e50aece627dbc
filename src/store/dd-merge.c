/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records that turn out to be the same. */
#define G_LOG_DOMAIN "dd-merge"

#include "dd-merge.h"

#include "dd-record-types.h"
#include "dd-sql.h"

/* What the other table would hold twice, such as a unit that coordinates in a
 * task under both names, is held once. */
static gboolean
move_reference (DdDb       *db,
                DdWriter   *writer,
                DdRow      *row,
                guint       field,
                gint64      into,
                GError    **error)
{
  g_autoptr (GError) local = NULL;
  DdKind kind = dd_row_get_kind (row);
  gint64 id = dd_row_get_id (row);

  dd_row_set_reference (row, field, into);
  if (dd_write_update (db, writer, row, &local))
    return TRUE;
  if (g_error_matches (local, DD_STORE_ERROR, DD_STORE_ERROR_EXISTS) &&
      dd_record_type_is_part (dd_record_type_get (kind)))
    return dd_write_delete (db, writer, kind, id, error);

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What refers to the one that goes refers to the one that stays; that one
 * itself, not to be its own superior, gets the superior of the other. */
static gint64
get_new_reference (const DdRow *row,
                   guint        field,
                   const DdRow *gone,
                   gint64       into)
{
  gint64 above;

  if (dd_row_get_kind (row) != dd_row_get_kind (gone) || dd_row_get_id (row) != into)
    return into;

  above = dd_row_get_reference (gone, field);

  return above != into ? above : 0;
}

static gboolean
move_references (DdDb                *db,
                 DdWriter            *writer,
                 const DdRecordType  *type,
                 guint                field,
                 const DdRow         *gone,
                 gint64               into,
                 GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = :id", type->name,
                                          type->fields[field].name);
  g_autoptr (DdStatement) statement = dd_db_statement (db, g_intern_string (sql), error);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_number (statement, ":id", dd_row_get_id (gone));
  ids = dd_db_collect_ids (db, statement, error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DdRow) row = dd_sql_select_row (db, type->kind, g_array_index (ids, gint64, i),
                                                 error);

      if (row == NULL ||
          !move_reference (db, writer, row, field, get_new_reference (row, field, gone, into),
                           error))
        return FALSE;
    }

  return TRUE;
}

/* Deletes the records that a statement finds, whose parameters are the two. */
static gboolean
drop_found (DdDb        *db,
            DdWriter    *writer,
            DdKind       kind,
            const char  *sql,
            gint64       gone,
            gint64       into,
            GError     **error)
{
  g_autoptr (DdStatement) statement = dd_db_statement (db, sql, error);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_number (statement, ":gone", gone);
  dd_statement_bind_number (statement, ":into", into);
  ids = dd_db_collect_ids (db, statement, error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (!dd_write_delete (db, writer, kind, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* A unit that leads a task under one name may have coordinated in it under the
 * other, and a group may have had the unit as a member that it turns out to be. */
static gboolean
drop_own_parts (DdDb      *db,
                DdWriter  *writer,
                gint64     gone,
                gint64     into,
                GError   **error)
{
  return drop_found (db, writer, DD_KIND_TASK_UNIT,
                     "SELECT task_unit.id FROM task_unit JOIN task ON task.id = task_unit.task"
                     " WHERE task_unit.unit IN (:gone, :into) AND task.lead IN (:gone, :into)",
                     gone, into, error) &&
         drop_found (db, writer, DD_KIND_UNIT_MEMBER,
                     "SELECT id FROM unit_member"
                     " WHERE unit IN (:gone, :into) AND body IN (:gone, :into)",
                     gone, into, error);
}

static void
add_alias (GPtrArray  *aliases,
           const char *name,
           const char *own_name)
{
  if (name == NULL || g_strcmp0 (name, own_name) == 0)
    return;

  for (guint i = 0; i < aliases->len; i++)
    if (g_strcmp0 (aliases->pdata[i], name) == 0)
      return;

  g_ptr_array_add (aliases, g_strdup (name));
}

/* The unit that stays goes by all the names of the other one. */
static gboolean
learn_names (DdDb         *db,
             DdWriter     *writer,
             const DdRow  *gone,
             gint64        into,
             GError      **error)
{
  g_autoptr (DdRow) unit = dd_sql_select_row (db, DD_KIND_UNIT, into, error);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) own = NULL;
  g_auto (GStrv) others = NULL;
  const char *name;

  if (unit == NULL)
    return FALSE;

  name = dd_row_get_text (unit, DD_UNIT_NAME);
  own = dd_row_get_list (unit, DD_UNIT_ALIASES);
  others = dd_row_get_list (gone, DD_UNIT_ALIASES);
  for (guint i = 0; own[i] != NULL; i++)
    add_alias (aliases, own[i], name);
  add_alias (aliases, dd_row_get_text (gone, DD_UNIT_NAME), name);
  add_alias (aliases, dd_row_get_text (gone, DD_UNIT_SHORT_NAME), name);
  for (guint i = 0; others[i] != NULL; i++)
    add_alias (aliases, others[i], name);
  g_ptr_array_add (aliases, NULL);
  dd_row_set_list (unit, DD_UNIT_ALIASES, (const char * const *) aliases->pdata);

  return dd_write_update (db, writer, unit, error);
}

/**
 * dd_write_merge:
 *
 * See dd_change_merge().
 */
gboolean
dd_write_merge (DdDb      *db,
                DdWriter  *writer,
                DdKind     kind,
                gint64     id,
                gint64     into,
                GError   **error)
{
  g_autoptr (DdRow) gone = dd_sql_select_row (db, kind, id, error);

  if (gone == NULL)
    return FALSE;
  if (kind == DD_KIND_UNIT && !drop_own_parts (db, writer, id, into, error))
    return FALSE;

  for (guint i = 0; i < DD_N_KINDS; i++)
    {
      const DdRecordType *type = dd_record_type_get (i);

      for (guint j = 0; j < type->n_fields; j++)
        if (type->fields[j].type == DD_FIELD_REFERENCE && type->fields[j].reference == kind &&
            dd_field_is_stored (&type->fields[j]) &&
            !move_references (db, writer, type, j, gone, into, error))
          return FALSE;
    }

  return learn_names (db, writer, gone, into, error) &&
         dd_write_delete (db, writer, kind, id, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-write-change"

#include "dd-write-change.h"

#include "dd-attachment.h"
#include "dd-content.h"
#include "dd-merge.h"
#include "dd-sql.h"
#include "dd-write-lock.h"
#include "dd-write.h"

/* References to records that the same change inserted become their ids. */
static void
resolve_references (DdChange *change,
                    DdRow    *row)
{
  const DdRecordType *type = dd_row_get_type (row);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == DD_FIELD_REFERENCE && dd_row_get_reference (row, i) < 0)
      dd_row_set_reference (row, i, dd_change_resolve_id (change, dd_row_get_reference (row, i)));
}

/* Whether the change itself has made the meeting, perhaps as one that is concluded. */
static gboolean
is_own_meeting (const DdChange *change,
                gint64          meeting)
{
  for (guint i = 0; i < change->steps->len; i++)
    {
      const DdChangeStep *step = &g_array_index (change->steps, DdChangeStep, i);

      if (step->verb == DD_CHANGE_INSERT && step->kind == DD_KIND_MEETING && step->id == meeting)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_lock (DdDb                *db,
            const DdChange      *change,
            const DdChangeStep  *step,
            GError             **error)
{
  g_autoptr (DdRow) before = NULL;
  gint64 meeting = step->row != NULL ? dd_write_lock_get_meeting (step->row) : 0;

  if (step->kind != DD_KIND_MEETING && step->kind != DD_KIND_AGENDA_ITEM &&
      step->kind != DD_KIND_ATTENDANCE && step->kind != DD_KIND_DIRECTIVE)
    return TRUE;
  if (step->verb == DD_CHANGE_INSERT)
    return is_own_meeting (change, meeting) || dd_write_lock_check (db, NULL, step->row, error);

  before = dd_sql_select_row (db, step->kind, step->id, error);
  if (before == NULL)
    return FALSE;
  if (is_own_meeting (change, dd_write_lock_get_meeting (before)))
    return TRUE;

  return dd_write_lock_check (db, before, step->row, error);
}

static gboolean
write_step (DdDb          *db,
            DdWriter      *writer,
            DdChange      *change,
            DdChangeStep  *step,
            GError       **error)
{
  if (step->row != NULL)
    resolve_references (change, step->row);
  if (!check_lock (db, change, step, error))
    return FALSE;

  switch (step->verb)
    {
    case DD_CHANGE_INSERT:
      if (step->content != NULL &&
          !dd_content_put (db, dd_row_get_text (step->row, DD_ATTACHMENT_SHA256), step->content,
                           error))
        return FALSE;
      if (!dd_write_insert (db, writer, step->row, error))
        return FALSE;
      step->id = dd_row_get_id (step->row);
      return TRUE;

    case DD_CHANGE_UPDATE:
      return dd_write_update (db, writer, step->row, error);

    case DD_CHANGE_MERGE:
      return dd_write_merge (db, writer, step->kind, step->id, step->into, error);

    case DD_CHANGE_DELETE:
    default:
      return dd_write_delete (db, writer, step->kind, step->id, error);
    }
}

/**
 * dd_write_change:
 * @touched: (element-type DdTouched) (nullable): told what was written
 * @action: (out): the number of the action; 0 if nothing differed
 *
 * Writes the whole change in one transaction.
 */
gboolean
dd_write_change (DdDb      *db,
                 DdChange  *change,
                 GArray    *touched,
                 gint64    *action,
                 GError   **error)
{
  g_auto (DdWriter) writer = { NULL, };
  gboolean ok = TRUE;

  *action = 0;
  if (!dd_db_begin (db, error))
    return FALSE;

  /* Another program may have changed the settings since. */
  ok = dd_db_read_rules (db, error);
  dd_writer_start (&writer, change->actor, change->reason);
  writer.touched = touched;
  writer.undoes = change->undoes;
  for (guint i = 0; i < change->steps->len && ok; i++)
    ok = write_step (db, &writer, change, &g_array_index (change->steps, DdChangeStep, i), error);

  if (!ok)
    {
      dd_db_rollback (db);
      return FALSE;
    }

  *action = writer.action;

  return dd_db_commit (db, error);
}

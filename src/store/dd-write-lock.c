/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meeting that is concluded stays as it is, whatever window, command or undo asks
 * for a change. What comes from another desk is not asked: there it was closed after. */
#define G_LOG_DOMAIN "dd-write-lock"

#include "dd-write-lock.h"

#include "dd-meeting-steps.h"
#include "dd-record-types.h"
#include "dd-sql.h"
#include "dd-store-error.h"

/**
 * dd_write_lock_get_meeting:
 *
 * Returns: the meeting that a record is of or a part of, if its lock holds the
 *   record too; 0: none
 */
gint64
dd_write_lock_get_meeting (const DdRow *row)
{
  switch ((guint) dd_row_get_kind (row))
    {
    case DD_KIND_MEETING:
      return dd_row_get_id (row);
    case DD_KIND_AGENDA_ITEM:
      return dd_row_get_reference (row, DD_AGENDA_ITEM_MEETING);
    case DD_KIND_ATTENDANCE:
      return dd_row_get_reference (row, DD_ATTENDANCE_MEETING);
    case DD_KIND_DIRECTIVE:
      /* What stands in a document is kept by the document. */
      return dd_row_is_set (row, DD_DIRECTIVE_DOCUMENT)
             ? 0 : dd_row_get_reference (row, DD_DIRECTIVE_MEETING);
    default:
      return 0;
    }
}

static gboolean
refuse (const DdRow  *meeting,
        GError      **error)
{
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_LOCKED,
               "meeting %" G_GINT64_FORMAT " is concluded", dd_row_get_id (meeting));

  return FALSE;
}

/**
 * dd_write_lock_check:
 * @before: (nullable): the record as it is; %NULL: it is inserted
 * @after: (nullable): as it is to be; %NULL: it is deleted
 *
 * Returns: whether a change of a person may be written, as far as meetings are
 *   concerned that are concluded
 */
gboolean
dd_write_lock_check (DdDb         *db,
                     const DdRow  *before,
                     const DdRow  *after,
                     GError      **error)
{
  const DdRow *rows[] = { before, after };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 id = rows[i] != NULL ? dd_write_lock_get_meeting (rows[i]) : 0;
      g_autoptr (DdRow) meeting = NULL;

      if (id <= 0 || (dd_row_get_kind (rows[i]) == DD_KIND_DIRECTIVE &&
                      dd_meeting_lock_allows_clause (before, after)))
        continue;
      if (dd_row_get_kind (rows[i]) == DD_KIND_MEETING)
        return before == NULL || dd_meeting_lock_allows (before, after) || refuse (before, error);

      meeting = dd_sql_select_row (db, DD_KIND_MEETING, id, error);
      if (meeting == NULL)
        return FALSE;
      if (dd_meeting_is_locked (meeting))
        return refuse (meeting, error);
    }

  return TRUE;
}

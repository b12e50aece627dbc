/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of attachments. They are no field of a record: the history keeps
 * every value of a field, and nobody reads a file in passing. */
#define G_LOG_DOMAIN "dd-content"

#include "dd-content.h"

/**
 * dd_content_put:
 * @sha256: of @content
 *
 * Keeps the bytes, within the transaction that is on. Bytes that are there
 * already are there once; if they were damaged meanwhile, they are whole again.
 */
gboolean
dd_content_put (DdDb        *db,
                const char  *sha256,
                GBytes      *content,
                GError     **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "INSERT INTO attachment_content (sha256, content)"
                         " VALUES (:sha256, :content) ON CONFLICT (sha256)"
                         " DO UPDATE SET content = excluded.content"
                         " WHERE content <> excluded.content", error);

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_text (statement, ":sha256", sha256);
  dd_statement_bind_bytes (statement, ":content", content);

  return dd_db_run (db, statement, error);
}

/**
 * dd_content_get:
 *
 * Returns: (transfer full) (nullable): the bytes of an attachment;
 *   %DD_STORE_ERROR_NO_CONTENT if the file of records has only its name, and
 *   %DD_STORE_ERROR_CORRUPT if they are not those that were kept
 */
GBytes *
dd_content_get (DdDb        *db,
                const char  *sha256,
                GError     **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "SELECT content FROM attachment_content WHERE sha256 = :sha256", error);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *found = NULL;
  int code;

  if (statement == NULL)
    return NULL;

  dd_statement_bind_text (statement, ":sha256", sha256);
  code = sqlite3_step (statement);
  if (code == SQLITE_DONE)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NO_CONTENT, "no content %s", sha256);
      return NULL;
    }
  if (code != SQLITE_ROW)
    {
      dd_db_fail (db, error);
      return NULL;
    }

  content = g_bytes_new (sqlite3_column_blob (statement, 0),
                         (gsize) sqlite3_column_bytes (statement, 0));
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (g_strcmp0 (found, sha256) != 0)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT, "content %s is %s", sha256,
                   found);
      return NULL;
    }

  return g_steal_pointer (&content);
}

/**
 * dd_content_sweep:
 * @before: an instant
 *
 * Drops the bytes that no attachment names any more since before that instant:
 * until then the deletion can be taken back.
 */
gboolean
dd_content_sweep (DdDb        *db,
                  const char  *before,
                  GError     **error)
{
  g_autoptr (DdStatement) statement =
    dd_db_statement (db, "DELETE FROM attachment_content WHERE"
                         " NOT EXISTS (SELECT 1 FROM attachment"
                         " WHERE attachment.sha256 = attachment_content.sha256) AND"
                         " NOT EXISTS (SELECT 1 FROM history"
                         " JOIN history_field ON history_field.history = history.id"
                         " WHERE history.record_kind = 'attachment'"
                         " AND history.event = 'deleted' AND history.happened >= :before"
                         " AND history_field.field = 'sha256'"
                         " AND history_field.old_value = attachment_content.sha256)", error);

  if (statement == NULL)
    return FALSE;

  dd_statement_bind_text (statement, ":before", before);

  return dd_db_run (db, statement, error);
}

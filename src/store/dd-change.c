/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-change"

#include "dd-change-private.h"

#include "dd-attachment.h"

static void
clear_step (gpointer data)
{
  DdChangeStep *step = data;

  g_clear_pointer (&step->row, dd_row_free);
  g_clear_pointer (&step->content, g_bytes_unref);
}

/**
 * dd_change_new:
 * @actor: who acts, for the history
 * @reason: (nullable): why
 */
DdChange *
dd_change_new (const char *actor,
               const char *reason)
{
  DdChange *self = g_new0 (DdChange, 1);

  g_return_val_if_fail (actor != NULL, NULL);

  self->actor = g_strdup (actor);
  self->reason = g_strdup (reason);
  self->steps = g_array_new (FALSE, TRUE, sizeof (DdChangeStep));
  g_array_set_clear_func (self->steps, clear_step);

  return self;
}

/**
 * dd_change_free:
 * @self: (nullable): the change, with the rows that were given to it
 */
void
dd_change_free (DdChange *self)
{
  if (self == NULL)
    return;

  g_free (self->actor);
  g_free (self->reason);
  g_array_unref (self->steps);
  g_free (self);
}

/**
 * dd_change_set_reason:
 * @reason: (nullable): why, for the history
 */
void
dd_change_set_reason (DdChange   *self,
                      const char *reason)
{
  char *copy = g_strdup (reason);

  g_free (self->reason);
  self->reason = copy;
}

/**
 * dd_change_insert:
 * @row: (transfer full): a new record; references in it may name records that were
 *   inserted earlier by the same change
 *
 * Returns: a stand-in for the id that the record will get, below 0, for such
 *   references and for dd_change_resolve_id()
 */
gint64
dd_change_insert (DdChange *self,
                  DdRow    *row)
{
  DdChangeStep step = { DD_CHANGE_INSERT, dd_row_get_kind (row), .row = row };

  g_array_append_val (self->steps, step);

  return -(gint64) self->steps->len;
}

/**
 * dd_change_attach:
 * @attachment: (transfer full): a new attachment with its name, its media type, and
 *   what it belongs to; its SHA-256 too if that was reckoned elsewhere: of a big file it
 *   takes longer than a window may stand still
 * @content: its bytes, at most %DD_ATTACHMENT_MAX_SIZE
 *
 * Like dd_change_insert(), and keeps the bytes. Size and SHA-256 are those of @content.
 */
gint64
dd_change_attach (DdChange *self,
                  DdRow    *attachment,
                  GBytes   *content)
{
  g_autofree char *sha256 = NULL;
  gint64 id;

  g_return_val_if_fail (dd_row_get_kind (attachment) == DD_KIND_ATTACHMENT, 0);
  g_return_val_if_fail (g_bytes_get_size (content) <= DD_ATTACHMENT_MAX_SIZE, 0);

  if (!dd_row_is_set (attachment, DD_ATTACHMENT_SHA256))
    {
      sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
      dd_row_set_text (attachment, DD_ATTACHMENT_SHA256, sha256);
    }
  dd_row_set_number (attachment, DD_ATTACHMENT_SIZE, (gint64) g_bytes_get_size (content));
  id = dd_change_insert (self, attachment);
  g_array_index (self->steps, DdChangeStep, self->steps->len - 1).content = g_bytes_ref (content);

  return id;
}

/**
 * dd_change_update:
 * @row: (transfer full): the whole record as it shall be, with the id and the
 *   revision it was read with: if the record has another revision by now, the
 *   change is refused
 */
void
dd_change_update (DdChange *self,
                  DdRow    *row)
{
  DdChangeStep step = { DD_CHANGE_UPDATE, dd_row_get_kind (row), dd_row_get_id (row), .row = row };

  g_return_if_fail (step.id > 0);

  g_array_append_val (self->steps, step);
}

/**
 * dd_change_delete:
 *
 * Deletes the record and the records that are parts of it. If others refer to
 * it, the change is refused.
 */
void
dd_change_delete (DdChange *self,
                  DdKind    kind,
                  gint64    id)
{
  DdChangeStep step = { DD_CHANGE_DELETE, kind, id };

  g_return_if_fail (id > 0);

  g_array_append_val (self->steps, step);
}

/**
 * dd_change_get_action:
 *
 * Returns: the number of the action in the history, once the change is
 *   stored, for dd_store_undo_async(); 0 if it changed nothing
 */
gint64
dd_change_get_action (const DdChange *self)
{
  return self->action;
}

/**
 * dd_change_set_action:
 * @action: the number by which the change can be undone; for the store
 */
void
dd_change_set_action (DdChange *self,
                      gint64    action)
{
  self->action = action;
}

/**
 * dd_change_merge:
 * @id: a unit that is the same as another one, and goes
 * @into: the unit that stays
 *
 * Makes everything that refers to one unit refer to the other. The name of
 * the one that goes becomes another name of the one that stays.
 */
void
dd_change_merge (DdChange *self,
                 DdKind    kind,
                 gint64    id,
                 gint64    into)
{
  DdChangeStep step = { DD_CHANGE_MERGE, kind, id, into };

  g_return_if_fail (kind == DD_KIND_UNIT);
  g_return_if_fail (id > 0 && into > 0 && id != into);

  g_array_append_val (self->steps, step);
}

/**
 * dd_change_get_size:
 *
 * Returns: how many steps the change has
 */
guint
dd_change_get_size (const DdChange *self)
{
  return self->steps->len;
}

/**
 * dd_change_resolve_id:
 * @id: what dd_change_insert() returned, or any id
 *
 * Returns: the id itself; for a stand-in the real one once the change is stored
 */
gint64
dd_change_resolve_id (const DdChange *self,
                      gint64          id)
{
  if (id >= 0)
    return id;

  g_return_val_if_fail (-id <= self->steps->len, 0);

  return g_array_index (self->steps, DdChangeStep, -id - 1).id;
}

/**
 * dd_change_get_uid:
 * @id: what dd_change_insert() returned
 *
 * Returns: the uid that the record got, once the change is stored
 */
const char *
dd_change_get_uid (const DdChange *self,
                   gint64          id)
{
  g_return_val_if_fail (id < 0 && -id <= self->steps->len, NULL);

  return dd_row_get_uid (g_array_index (self->steps, DdChangeStep, -id - 1).row);
}

/**
 * dd_change_get_inserted:
 *
 * Returns: the id of the first record of a kind that the change inserted, once it is
 *   stored; 0 if it inserted none
 */
gint64
dd_change_get_inserted (const DdChange *self,
                        DdKind          kind)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const DdChangeStep *step = &g_array_index (self->steps, DdChangeStep, i);

      if (step->verb == DD_CHANGE_INSERT && step->kind == kind)
        return step->id;
    }

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-text-file"

#include "config.h"

#include "dd-text-file.h"

#include "dd-text-reader.h"
#include "dd-text.h"

#include <string.h>

void
dd_text_file_free (DdTextFile *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->name);
  g_free (self->sha256);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->media_type);
  g_free (self->unconverted);
  g_free (self->remark);
  g_free (self);
}

/**
 * dd_text_file_new_pasted:
 * @text: valid UTF-8
 *
 * A text without a file, which is judged as one in a file would be.
 *
 * Returns: (transfer full) (nullable): %NULL with a #DdTextError
 */
DdTextFile *
dd_text_file_new_pasted (const char  *text,
                         GError     **error)
{
  const gsize size = strlen (text);
  DdTextFile *self;

  if (!dd_text_check (text, size, DD_TEXT_READER_MAX_SIZE, error))
    return NULL;

  self = g_new0 (DdTextFile, 1);
  self->text = g_strdup (text);
  self->sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, size);
  dd_text_file_set_encoding (self, dd_old_encoding_guess (text, size));

  return self;
}

/**
 * dd_text_file_copy:
 *
 * Returns: (transfer full): the same text of the same file
 */
DdTextFile *
dd_text_file_copy (const DdTextFile *self)
{
  DdTextFile *copy = g_new0 (DdTextFile, 1);

  copy->text = g_strdup (self->text);
  copy->name = g_strdup (self->name);
  copy->sha256 = g_strdup (self->sha256);
  if (self->bytes != NULL)
    copy->bytes = g_bytes_ref (self->bytes);
  copy->media_type = g_strdup (self->media_type);
  copy->encoding = self->encoding;
  copy->unconverted = g_strdup (self->unconverted);
  copy->remark = g_strdup (self->remark);

  return copy;
}

/**
 * dd_text_file_set_encoding:
 * @encoding: how the whole text is written; %DD_OLD_ENCODING_NONE: as it stands
 *
 * Converts the text, as it was before any other conversion by this function.
 */
void
dd_text_file_set_encoding (DdTextFile    *self,
                           DdOldEncoding  encoding)
{
  if (encoding == DD_OLD_ENCODING_NONE && self->unconverted == NULL)
    return;

  if (self->unconverted == NULL)
    self->unconverted = g_steal_pointer (&self->text);
  g_free (self->text);
  self->text = dd_old_encoding_convert (encoding, self->unconverted);
  self->encoding = encoding;
}

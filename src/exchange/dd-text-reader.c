/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-text-reader"

#include "config.h"

#include "dd-text-reader.h"

#include "dd-exchange-error.h"
#include "dd-text.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>


void
dd_text_file_free (DdTextFile *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->name);
  g_free (self->sha256);
  g_free (self);
}

static gboolean
fail (const char  *name,
      int          code,
      GError     **error)
{
  g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_READ,
               /* Translators: the name of a file, then the system's reason. */
               _("“%s” cannot be read: %s."), name, g_strerror (code));
  return FALSE;
}

/* At most so much is read as may be taken, however long the file says it is. */
static GByteArray *
read_bytes (const char  *path,
            const char  *name,
            GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  FILE *file;
  gsize length;
  int code;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      fail (name, EISDIR, error);
      return NULL;
    }
  file = g_fopen (path, "rbe");
  if (file == NULL)
    {
      fail (name, errno, error);
      return NULL;
    }

  while (bytes->len <= DD_TEXT_READER_MAX_SIZE &&
         (length = fread (buffer, 1, sizeof buffer, file)) > 0)
    g_byte_array_append (bytes, buffer, (guint) length);
  code = ferror (file) ? errno : 0;
  fclose (file);
  if (code != 0)
    {
      fail (name, code, error);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

/**
 * dd_text_reader_read:
 * @path: a file name in the file system's encoding
 *
 * Reads a plain text file. Nothing is mended: what is not UTF-8, has NULs, is
 * empty or too large is refused.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with #DdTextError or #DdExchangeError
 */
DdTextFile *
dd_text_reader_read (const char  *path,
                     GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GByteArray) bytes = read_bytes (path, name, error);
  DdTextFile *file;
  const char *text;
  gsize size;

  if (bytes == NULL)
    return NULL;

  text = (const char *) bytes->data;
  size = bytes->len;
  if (size >= strlen (DD_TEXT_BYTE_ORDER_MARK) &&
      memcmp (text, DD_TEXT_BYTE_ORDER_MARK, strlen (DD_TEXT_BYTE_ORDER_MARK)) == 0)
    {
      text += strlen (DD_TEXT_BYTE_ORDER_MARK);
      size -= strlen (DD_TEXT_BYTE_ORDER_MARK);
    }
  if (!dd_text_check (text, size, DD_TEXT_READER_MAX_SIZE, error))
    {
      /* Translators: the name of a file; a sentence about it follows. */
      g_prefix_error (error, _("“%s” cannot be used. "), name);
      return NULL;
    }

  file = g_new (DdTextFile, 1);
  file->text = g_strndup (text, size);
  file->name = g_steal_pointer (&name);
  file->sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);

  return file;
}

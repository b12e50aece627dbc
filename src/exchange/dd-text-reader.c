/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-text-reader"

#include "config.h"

#include "dd-text-reader.h"

#include "dd-text.h"

#include <string.h>

/* What Windows calls "Unicode text" begins with such a mark. */
static const char *
find_utf16 (const char *bytes,
            gsize       size)
{
  if (size >= 2 && memcmp (bytes, "\xFF\xFE", 2) == 0)
    return "UTF-16LE";
  if (size >= 2 && memcmp (bytes, "\xFE\xFF", 2) == 0)
    return "UTF-16BE";

  return NULL;
}

/* The text in UTF-8; NULL: it cannot be made of these bytes. */
static char *
convert (const char    *bytes,
         gsize          size,
         DdOldEncoding  stated,
         gsize         *converted_size)
{
  char *text;
  const char *utf16 = find_utf16 (bytes, size);

  if (size > DD_TEXT_READER_MAX_SIZE)
    return NULL;
  if (utf16 != NULL)
    return g_convert (bytes + 2, (gssize) (size - 2), "UTF-8", utf16, NULL, converted_size, NULL);
  if (memchr (bytes, '\0', size) == NULL && !g_utf8_validate_len (bytes, size, NULL) &&
      (stated != DD_OLD_ENCODING_NONE ||
       dd_old_encoding_guess (bytes, size) != DD_OLD_ENCODING_NONE))
    {
      text = dd_old_encoding_decode (bytes, size);
      *converted_size = strlen (text);
      return text;
    }

  return NULL;
}

static char *
read_text (GBytes         *bytes,
           DdOldEncoding   stated,
           GError        **error)
{
  gsize size, text_size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = size > 0 ? convert (data, size, stated, &text_size) : NULL;

  if (text != NULL)
    {
      if (!dd_text_check (text, text_size, DD_TEXT_READER_MAX_SIZE, error))
        return NULL;
      return g_steal_pointer (&text);
    }

  if (size >= strlen (DD_TEXT_BYTE_ORDER_MARK) &&
      memcmp (data, DD_TEXT_BYTE_ORDER_MARK, strlen (DD_TEXT_BYTE_ORDER_MARK)) == 0)
    {
      data += strlen (DD_TEXT_BYTE_ORDER_MARK);
      size -= strlen (DD_TEXT_BYTE_ORDER_MARK);
    }
  if (!dd_text_check (size > 0 ? data : "", size, DD_TEXT_READER_MAX_SIZE, error))
    return NULL;

  return g_strndup (data, size);
}

/**
 * dd_text_reader_read:
 * @bytes: a plain text file
 * @converted: (out): %DD_OLD_ENCODING_NONE, since no font says how the text is written
 *
 * Takes UTF-8, UTF-16 with its mark, and the encodings from before Unicode if it is certain
 * which one. Nothing is mended: another encoding, NULs, an empty or a too long text is refused.
 *
 * Returns: (transfer full) (nullable): the text without a byte order mark; one in an old
 *   encoding as it looks without its font; or %NULL with #DdTextError
 */
char *
dd_text_reader_read (GBytes         *bytes,
                     const char     *name,
                     GCancellable   *cancellable,
                     DdOldEncoding  *converted,
                     GError        **error)
{
  *converted = DD_OLD_ENCODING_NONE;

  return read_text (bytes, DD_OLD_ENCODING_NONE, error);
}

/**
 * dd_text_reader_read_as:
 * @encoding: how somebody who knows the file says that it is written
 *
 * As dd_text_reader_read(), but takes bytes that are no Unicode for @encoding, however few they
 * are: of a short text no guess would be certain.
 *
 * Returns: (transfer full) (nullable): the text as it looks without its font; or %NULL with
 *   #DdTextError
 */
char *
dd_text_reader_read_as (GBytes         *bytes,
                        DdOldEncoding   encoding,
                        GError        **error)
{
  return read_text (bytes, encoding, error);
}

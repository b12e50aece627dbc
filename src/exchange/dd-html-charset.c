/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-html-charset"

#include "config.h"

#include "dd-html-charset.h"

#include "dd-old-encoding.h"
#include "dd-text.h"

#include <string.h>

/* A page says how it is written within so many bytes. */
#define HEAD_SIZE 4096

/* A name of an encoding is no longer. */
#define NAME_MAX_SIZE 32

static gboolean
begins_with (const char *bytes,
             gsize       size,
             const char *mark)
{
  return size >= strlen (mark) && memcmp (bytes, mark, strlen (mark)) == 0;
}

/* What follows "charset=" in a tag of the head: <meta charset="utf-8">,
 * <meta http-equiv="Content-Type" content="text/html; charset=windows-1258"> */
static char *
find_charset (const char *bytes,
              gsize       size)
{
  g_autofree char *head = g_strndup (bytes, MIN (size, HEAD_SIZE));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *p = lower;

  while ((p = strstr (p, "charset")) != NULL)
    {
      gsize length;

      p += strlen ("charset");
      p += strspn (p, " \t\r\n");
      if (*p != '=')
        continue;
      p++;
      p += strspn (p, " \t\r\n\"'");
      length = strspn (p, "abcdefghijklmnopqrstuvwxyz0123456789-_");
      if (length > 0 && length < NAME_MAX_SIZE)
        return g_strndup (p, length);
    }

  return NULL;
}

/* These are the encodings that old ones pretend to be, so that bytes come through. */
static gboolean
is_western (const char *charset)
{
  static const char * const western[] = { "windows-1252", "iso-8859-1", "us-ascii", "latin1",
                                          "x-user-defined", "windows-1251", NULL };

  return g_strv_contains (western, charset);
}

/**
 * dd_html_charset_decode:
 * @bytes: a page
 * @text_size: (out): the size of the text
 *
 * Finds out how a page is written, by its byte order mark, by what it says, or by its bytes,
 * in that order.
 *
 * Returns: (transfer full) (nullable): the page in UTF-8; %NULL: it is in no encoding we know
 */
char *
dd_html_charset_decode (const char *bytes,
                        gsize       size,
                        gsize      *text_size)
{
  g_autofree char *charset = NULL;
  char *text;

  if (begins_with (bytes, size, "\xFF\xFE"))
    return g_convert (bytes + 2, (gssize) size - 2, "UTF-8", "UTF-16LE", NULL, text_size, NULL);
  if (begins_with (bytes, size, "\xFE\xFF"))
    return g_convert (bytes + 2, (gssize) size - 2, "UTF-8", "UTF-16BE", NULL, text_size, NULL);
  if (begins_with (bytes, size, DD_TEXT_BYTE_ORDER_MARK))
    {
      bytes += strlen (DD_TEXT_BYTE_ORDER_MARK);
      size -= strlen (DD_TEXT_BYTE_ORDER_MARK);
    }

  /* Nothing else is UTF-8 by accident, and many pages say what they are not. */
  if (g_utf8_validate_len (bytes, size, NULL))
    {
      *text_size = size;
      return g_strndup (bytes, size);
    }

  charset = find_charset (bytes, size);
  if (charset == NULL || is_western (charset))
    {
      if (charset == NULL && dd_old_encoding_guess (bytes, size) == DD_OLD_ENCODING_NONE)
        return g_convert (bytes, (gssize) size, "UTF-8", "WINDOWS-1258", NULL, text_size, NULL);
      text = dd_old_encoding_decode (bytes, size);
      *text_size = strlen (text);
      return text;
    }

  return g_convert (bytes, (gssize) size, "UTF-8", charset, NULL, text_size, NULL);
}

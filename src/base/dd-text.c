/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-text"

#include "config.h"

#include "dd-text.h"

#include "dd-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (dd-text-error-quark, dd_text_error)

/* Ends a line, whatever the system or the program that wrote the text. */
static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 ||
         c == 0x2028 || c == 0x2029;
}

/* Characters that reorder their neighbours on the screen, or hide in them. */
static gboolean
is_directional (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_invisible (gunichar c)
{
  return is_directional (c) || c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

static gboolean
is_control (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) ||
         c == 0x2028 || c == 0x2029;
}

/* What Windows calls "Unicode text" begins with this mark. */
static gboolean
is_utf16 (const char *bytes,
          gsize       size)
{
  return size >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0);
}

static gboolean
refuse_encoding (guint    line,
                 GError **error)
{
  g_set_error (error, DD_TEXT_ERROR, DD_TEXT_ERROR_NOT_UTF8,
               /* Translators: %u is the number of a line. */
               _("The text is not in Unicode (UTF-8); the first unreadable character is in "
                 "line %u. Save it again as UTF-8 and open it once more."), line);
  return FALSE;
}

/**
 * dd_text_check:
 * @bytes: what came from outside
 * @max_size: the most bytes that are taken
 *
 * Refuses what is not a text, at the border, before anything reads it.
 *
 * Returns: %FALSE with a #DdTextError, whose message is a sentence for the user
 */
gboolean
dd_text_check (const char  *bytes,
               gsize        size,
               gsize        max_size,
               GError     **error)
{
  const char *end = NULL;

  /* An empty GBytes has no bytes at all. */
  if (size == 0)
    bytes = "";

  if (size > max_size)
    {
      g_autofree char *limit = g_format_size (max_size);

      g_set_error (error, DD_TEXT_ERROR, DD_TEXT_ERROR_TOO_LONG,
                   /* Translators: %s is a size, "8.0 MB". */
                   _("The text is larger than %s. A conclusion document is never that long; "
                     "please check that it is the right file."), limit);
      return FALSE;
    }

  if (is_utf16 (bytes, size))
    return refuse_encoding (1, error);

  if (size > 0 && memchr (bytes, '\0', size) != NULL)
    {
      g_set_error_literal (error, DD_TEXT_ERROR, DD_TEXT_ERROR_BINARY,
                           _("This is not a text: it contains binary data."));
      return FALSE;
    }

  if (size > 0 && !g_utf8_validate_len (bytes, size, &end))
    {
      guint line = 1;

      for (const char *p = bytes; p < end; p++)
        if (*p == '\n')
          line++;
      return refuse_encoding (line, error);
    }

  for (const char *p = bytes; p < bytes + size; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && !is_invisible (g_utf8_get_char (p)))
      return TRUE;

  g_set_error_literal (error, DD_TEXT_ERROR, DD_TEXT_ERROR_EMPTY, _("The text is empty."));
  return FALSE;
}

/**
 * dd_text_clean:
 * @text: valid UTF-8
 * @one_line: whether line ends become spaces
 *
 * What a field of a record keeps of a text: the composed form, without
 * control characters, without characters that could reorder or hide others on
 * the screen, with plain spaces, and none at the ends.
 *
 * Returns: (transfer full): the text, perhaps ""
 */
char *
dd_text_clean (const char *text,
               gboolean    one_line)
{
  g_autoptr (GString) clean = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || (c == '\r' && p[1] == '\n'))
        continue;
      if (is_line_end (c))
        g_string_append_c (clean, one_line ? ' ' : '\n');
      else if (g_unichar_isspace (c))
        g_string_append_c (clean, ' ');
      else if (!is_control (c))
        g_string_append_unichar (clean, c);
    }
  g_strstrip (clean->str);

  /* Last, since what was dropped may have stood between a letter and its mark. */
  return dd_nfc (clean->str);
}

/**
 * dd_text_capitalise:
 * @text: valid UTF-8
 *
 * In the middle of a sentence it was a "phiên họp"; by itself it is a "Phiên họp".
 *
 * Returns: (transfer full): the text, beginning with a capital
 */
char *
dd_text_capitalise (const char *text)
{
  GString *capital = g_string_new (NULL);

  if (*text != '\0')
    {
      g_string_append_unichar (capital, g_unichar_totitle (g_utf8_get_char (text)));
      g_string_append (capital, g_utf8_next_char (text));
    }

  return g_string_free (capital, FALSE);
}

/**
 * dd_text_visible:
 * @text: valid UTF-8, kept as it came
 *
 * What a document's own text looks like on the screen: one character for each
 * of @text, so that places in it hold good, with plain line ends, and U+FFFD in
 * place of those that could reorder or hide their neighbours.
 *
 * Returns: (transfer full): the text to show
 */
char *
dd_text_visible (const char *text)
{
  GString *visible = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        c = ' ';
      else if (is_line_end (c))
        c = '\n';
      else if (is_directional (c) || is_control (c))
        c = 0xFFFD;
      g_string_append_unichar (visible, c);
    }

  return g_string_free (visible, FALSE);
}

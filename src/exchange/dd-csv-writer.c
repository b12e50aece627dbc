/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-csv-writer"

#include "dd-csv-writer.h"

#include "dd-text.h"

#include <string.h>

/* What spreadsheets take for the beginning of a formula, in their narrow and
 * their full-width forms. */
static gboolean
looks_like_formula (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == '\n' ||
         c == 0xFF1D || c == 0xFF0B || c == 0xFF0D || c == 0xFF20;
}

static gboolean
is_at_start (const GString *line)
{
  return line->len == 0 || line->str[line->len - 1] == '\n' ||
         strcmp (line->str, DD_TEXT_BYTE_ORDER_MARK) == 0;
}

/**
 * dd_csv_append_cell:
 * @line: what there is of the line, perhaps behind other lines or the byte order mark
 * @text: (nullable): the cell
 *
 * Appends a cell as RFC 4180 has it. What a spreadsheet would run as a formula gets an
 * apostrophe before it, which spreadsheets do not show.
 */
void
dd_csv_append_cell (GString    *line,
                    const char *text)
{
  gboolean quoted;

  if (!is_at_start (line))
    g_string_append_c (line, ',');
  if (text == NULL)
    text = "";

  quoted = *text == '\0' || strpbrk (text, ",\"\r\n;\t") != NULL;
  if (quoted)
    g_string_append_c (line, '"');
  if (looks_like_formula (text))
    g_string_append_c (line, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  if (quoted)
    g_string_append_c (line, '"');
}

void
dd_csv_end_line (GString *line)
{
  g_string_append (line, "\r\n");
}

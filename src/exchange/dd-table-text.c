/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-text"

#include "config.h"

#include "dd-table-text.h"

#include "dd-exchange-error.h"
#include "dd-text-reader.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DdTableText
{
  GPtrArray *rows;              /* of GPtrArray of text */
  guint      n_columns;
};

/* Which mark divides the cells is judged by so many lines. */
#define LINES_JUDGED 20

/* --- a table of rows ------------------------------------------------------ */

static gboolean
is_empty (const char *cell)
{
  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static guint
count_filled (GPtrArray *row)
{
  guint n = row->len;

  while (n > 0 && is_empty (row->pdata[n - 1]))
    n--;

  return n;
}

/**
 * dd_table_text_new:
 * @rows: (transfer full) (element-type GPtrArray): rows of texts, which own what they have
 *
 * Returns: (transfer full) (nullable): the table without the empty rows and columns at its
 *   end; %NULL with a #DdExchangeError if there is nothing in it, or too much
 */
DdTableText *
dd_table_text_new (GPtrArray  *rows,
                   GError    **error)
{
  DdTableText *self = g_new0 (DdTableText, 1);

  self->rows = rows;
  while (rows->len > 0 && count_filled (rows->pdata[rows->len - 1]) == 0)
    g_ptr_array_set_size (rows, (int) rows->len - 1);
  for (guint i = 0; i < rows->len; i++)
    self->n_columns = MAX (self->n_columns, count_filled (rows->pdata[i]));

  if (rows->len > DD_TABLE_TEXT_MAX_ROWS || self->n_columns > DD_TABLE_TEXT_MAX_COLUMNS)
    {
      g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE,
                   /* Translators: numbers of rows and of columns. */
                   _("The table is too large: at most %d rows and %d columns are read. Take it in "
                     "parts."), DD_TABLE_TEXT_MAX_ROWS, DD_TABLE_TEXT_MAX_COLUMNS);
      dd_table_text_free (self);
      return NULL;
    }
  if (self->n_columns == 0)
    {
      g_set_error_literal (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_NO_TEXT,
                           _("There is no table in it."));
      dd_table_text_free (self);
      return NULL;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = rows->pdata[i];

      g_ptr_array_set_size (row, (int) MIN (row->len, self->n_columns));
      while (row->len < self->n_columns)
        g_ptr_array_add (row, g_strdup (""));
    }

  return self;
}

void
dd_table_text_free (DdTableText *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
dd_table_text_get_n_rows (const DdTableText *self)
{
  return self->rows->len;
}

guint
dd_table_text_get_n_columns (const DdTableText *self)
{
  return self->n_columns;
}

/**
 * dd_table_text_get_cell:
 *
 * Returns: (transfer none): what stands in a cell, in one line or several; "" if nothing does
 */
const char *
dd_table_text_get_cell (const DdTableText *self,
                        guint              row,
                        guint              column)
{
  GPtrArray *cells;

  g_return_val_if_fail (row < self->rows->len && column < self->n_columns, "");

  cells = self->rows->pdata[row];

  return cells->pdata[column];
}

/* --- cells divided by a mark ---------------------------------------------- */

/* The end of a cell in quotes that begins at @p; %NULL if they are part of its words. */
static const char *
find_quote_end (const char *p,
                char        divider)
{
  p++;
  while ((p = strchr (p, '"')) != NULL)
    {
      if (p[1] == '"')
        {
          p += 2;
          continue;
        }
      if (p[1] == '\0' || p[1] == divider || p[1] == '\n' || p[1] == '\r')
        return p;
      return NULL;
    }

  return NULL;
}

static char *
unquote (const char *start,
         const char *end)
{
  GString *cell = g_string_new (NULL);

  for (const char *p = start; p < end; p++)
    {
      if (*p == '\r' && p[1] == '\n')
        continue;
      g_string_append_c (cell, *p == '\r' ? '\n' : *p);
      if (*p == '"')
        p++;
    }

  return g_string_free (cell, FALSE);
}

/* One cell; @p goes to the divider or the end of the line behind it. */
static char *
take_cell (const char **p,
           char         divider)
{
  const char *start = *p;
  const char *end = *start == '"' ? find_quote_end (start, divider) : NULL;

  if (end != NULL)
    {
      *p = end + 1;
      return unquote (start + 1, end);
    }

  while (**p != '\0' && **p != divider && **p != '\n' && **p != '\r')
    (*p)++;

  return g_strndup (start, (gsize) (*p - start));
}

/* One row; @p goes to the beginning of the next. */
static GPtrArray *
take_row (const char **p,
          char         divider)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_ptr_array_add (row, take_cell (p, divider));
      if (**p != divider || divider == '\0')
        break;
      (*p)++;
    }
  if (**p == '\r')
    (*p)++;
  if (**p == '\n')
    (*p)++;

  return row;
}

/* How well a mark divides the first lines: as many cells in each, and more than one. A text
 * has commas too, but not the same number in each line. */
static guint
judge_divider (const char *text,
               char        divider)
{
  const char *p = text;
  guint n_cells[DD_TABLE_TEXT_MAX_COLUMNS + 1] = { 0 };
  guint best = 0;

  for (guint i = 0; i < LINES_JUDGED && *p != '\0'; i++)
    {
      g_autoptr (GPtrArray) row = take_row (&p, divider);

      n_cells[MIN (row->len, DD_TABLE_TEXT_MAX_COLUMNS)]++;
    }
  for (guint i = 2; i < G_N_ELEMENTS (n_cells); i++)
    best = MAX (best, n_cells[i]);

  return best;
}

static char
find_divider (const char *text)
{
  static const char dividers[] = { ';', ',' };
  guint best = 0;
  char found = '\t';

  /* Nobody types a tab: where there is one, cells were copied. */
  if (strchr (text, '\t') != NULL)
    return '\t';

  for (guint i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      const guint n = judge_divider (text, dividers[i]);

      if (n > best)
        {
          best = n;
          found = dividers[i];
        }
    }

  return found;
}

/**
 * dd_table_text_parse:
 * @text: valid UTF-8: cells divided by tabs, semicolons or commas, in quotes where they have
 *   such a mark, or an end of line, in them
 *
 * Returns: (transfer full) (nullable): the table; %NULL with a #DdExchangeError
 */
DdTableText *
dd_table_text_parse (const char  *text,
                     GError     **error)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const char *p = text;
  char divider;

  if (strlen (text) > DD_TABLE_TEXT_MAX_SIZE)
    {
      g_ptr_array_unref (rows);
      g_set_error_literal (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE,
                           _("The text is too large to be a table of tasks. Take it in parts."));
      return NULL;
    }

  if (g_str_has_prefix (p, DD_TEXT_BYTE_ORDER_MARK))
    p += strlen (DD_TEXT_BYTE_ORDER_MARK);
  divider = find_divider (p);
  /* One row too many is enough to know that there are too many. */
  while (*p != '\0' && rows->len <= DD_TABLE_TEXT_MAX_ROWS)
    g_ptr_array_add (rows, take_row (&p, divider));

  return dd_table_text_new (rows, error);
}

/**
 * dd_table_text_read:
 * @bytes: of a file
 * @name: what the file is called, for messages
 *
 * Returns: (transfer full) (nullable): the table in it; %NULL with a #DdExchangeError or a
 *   #DdTextError, whose messages are sentences for the user
 */
DdTableText *
dd_table_text_read (GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  DdOldEncoding encoding;
  g_autofree char *text = dd_text_reader_read (bytes, name, NULL, &encoding, error);

  return text != NULL ? dd_table_text_parse (text, error) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-text-table"

#include "dd-text-table.h"

/* A word that is longer is cut with an ellipsis in all columns but the last. */
#define MAX_COLUMN_WIDTH 36
#define MIN_LAST_WIDTH 30
#define GAP 2

struct _DdTextTable
{
  GPtrArray *rows;              /* of char **; the first one has the headings */
  guint      n_columns;
};

/**
 * dd_text_table_new:
 * @headings: (array zero-terminated=1): of the columns
 */
DdTextTable *
dd_text_table_new (const char * const *headings)
{
  DdTextTable *self = g_new0 (DdTextTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->n_columns = g_strv_length ((char **) headings);
  dd_text_table_add_row (self, headings);

  return self;
}

void
dd_text_table_free (DdTextTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * dd_text_table_add_row:
 * @cells: (array zero-terminated=1): as many as there are headings
 */
void
dd_text_table_add_row (DdTextTable        *self,
                       const char * const *cells)
{
  g_return_if_fail (g_strv_length ((char **) cells) == self->n_columns);

  g_ptr_array_add (self->rows, g_strdupv ((char **) cells));
}

/* How many cells of a terminal a character takes. */
static guint
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_char_width (g_utf8_get_char (p));

  return width;
}

static void
append_spaces (GString *out,
               guint    n)
{
  while (n-- > 0)
    g_string_append_c (out, ' ');
}

static void
append_cell (GString    *out,
             const char *text,
             guint       width)
{
  guint taken = 0;
  gboolean cut = get_width (text) > width;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint one = get_char_width (g_utf8_get_char (p));

      if (cut && taken + one > width - 1)
        break;
      g_string_append_unichar (out, g_utf8_get_char (p));
      taken += one;
    }
  if (cut)
    {
      g_string_append (out, "…");
      taken++;
    }
  append_spaces (out, width + GAP - taken);
}

/* The lines of a cell: broken at spaces, no word left out. */
static char **
wrap (const char *text,
      guint       width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint taken = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint one = get_width (words[i]);

      if (taken > 0 && taken + 1 + one > width)
        {
          g_string_append_c (lines, '\n');
          taken = 0;
        }
      else if (taken > 0)
        {
          g_string_append_c (lines, ' ');
          taken++;
        }
      g_string_append (lines, words[i]);
      taken += one;
    }

  return g_strsplit (lines->str, "\n", -1);
}

static guint
get_longest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, get_width (words[i]));

  return width;
}

/* Makes the widest column narrower that still can be; FALSE if none can. */
static gboolean
shrink_widest (guint       *widths,
               const guint *least,
               guint        n_columns)
{
  guint widest = n_columns;

  for (guint j = 0; j < n_columns; j++)
    if (widths[j] > least[j] && (widest == n_columns || widths[j] > widths[widest]))
      widest = j;
  if (widest == n_columns)
    return FALSE;

  widths[widest]--;
  return TRUE;
}

/* Each column is as wide as what is in it if there is room. If not, the last
 * one is to keep enough to be read, and the others break their lines, too. */
static void
reckon_widths (const DdTextTable *self,
               guint              width,
               guint             *widths)
{
  g_autofree guint *least = g_new0 (guint, self->n_columns);
  guint last = self->n_columns - 1;
  guint wanted = 0, taken = 0;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->n_columns; j++)
      {
        const char *cell = ((char **) self->rows->pdata[i])[j];

        widths[j] = MAX (widths[j], get_width (cell));
        least[j] = MAX (least[j], MIN (get_longest_word (cell), MAX_COLUMN_WIDTH));
      }
  for (guint j = 0; j < last; j++)
    {
      widths[j] = MIN (widths[j], MAX (MAX_COLUMN_WIDTH, least[j]));
      taken += widths[j] + GAP;
    }

  wanted = MIN (widths[last], MAX (MIN_LAST_WIDTH, width * 2 / 5));
  while (taken + wanted > width && shrink_widest (widths, least, last))
    taken--;
  widths[last] = width > taken + wanted ? width - taken : wanted;
}

static void
append_row (const DdTextTable *self,
            char             **cells,
            const guint       *widths,
            GString           *out)
{
  g_autofree char ***lines = g_new0 (char **, self->n_columns);
  g_autofree guint *n_lines = g_new0 (guint, self->n_columns);
  guint height = 1;

  for (guint j = 0; j < self->n_columns; j++)
    {
      lines[j] = wrap (cells[j], widths[j]);
      n_lines[j] = g_strv_length (lines[j]);
      height = MAX (height, n_lines[j]);
    }

  for (guint i = 0; i < height; i++)
    {
      for (guint j = 0; j + 1 < self->n_columns; j++)
        append_cell (out, i < n_lines[j] ? lines[j][i] : "", widths[j]);
      if (i < n_lines[self->n_columns - 1])
        g_string_append (out, lines[self->n_columns - 1][i]);
      while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, '\n');
    }

  for (guint j = 0; j < self->n_columns; j++)
    g_strfreev (lines[j]);
}

/**
 * dd_text_table_to_text:
 * @width: of the terminal, in characters
 *
 * Returns: (transfer full): the lines of the table
 */
char *
dd_text_table_to_text (const DdTextTable *self,
                       guint              width)
{
  GString *out = g_string_new (NULL);
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  reckon_widths (self, width, widths);
  for (guint i = 0; i < self->rows->len; i++)
    append_row (self, self->rows->pdata[i], widths, out);

  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-text-table"

#include "dd-text-table.h"


/* No column but the last takes more; what is longer is cut with an ellipsis. */
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

/* Breaks at spaces; further lines stand below the first. */
static void
append_wrapped (GString    *out,
                const char *text,
                guint       width,
                guint       indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint taken = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint one = get_width (words[i]);

      if (taken > 0 && taken + 1 + one > width)
        {
          g_string_append_c (out, '\n');
          append_spaces (out, indent);
          taken = 0;
        }
      else if (taken > 0)
        {
          g_string_append_c (out, ' ');
          taken++;
        }
      g_string_append (out, words[i]);
      taken += one;
    }
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
  guint indent = 0, last_width;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->n_columns; j++)
      widths[j] = MAX (widths[j], MIN (get_width (((char **) self->rows->pdata[i])[j]),
                                       MAX_COLUMN_WIDTH));
  for (guint j = 0; j + 1 < self->n_columns; j++)
    indent += widths[j] + GAP;
  last_width = width > indent + MIN_LAST_WIDTH ? width - indent : MIN_LAST_WIDTH;

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = self->rows->pdata[i];

      for (guint j = 0; j + 1 < self->n_columns; j++)
        append_cell (out, cells[j], widths[j]);
      append_wrapped (out, cells[self->n_columns - 1], last_width, indent);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-lines"

#include "config.h"

#include "dd-table-lines.h"

#include <string.h>

/* No table of a document has more columns. */
#define COLUMNS_MAX 64

/* A cell of so many bytes is not a cell: a page was laid out by a table. */
#define CELL_MAX 3000

/* Between the columns of a letterhead. */
#define GAP "    "

/**
 * DdTableLines:
 *
 * The rows of a table on their way into a text: a line for each row, with bars between the
 * cells, as extraction reads them. What is no table but looks like one to a word processor
 * comes out as people see it: the letterhead in two columns, lines beside lines; recipients and
 * signature one below the other; a page that a table lays out as plain lines.
 */
struct _DdTableLines
{
  GPtrArray *rows;              /* of GPtrArray of the lines of cells */
  GPtrArray *row;               /* the last one */
  guint      taken[COLUMNS_MAX];        /* rows that a cell from above still fills */
};

static void
row_free (gpointer data)
{
  g_ptr_array_unref (data);
}

DdTableLines *
dd_table_lines_new (void)
{
  DdTableLines *self = g_new0 (DdTableLines, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);

  return self;
}

void
dd_table_lines_free (DdTableLines *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Columns that a cell from above reaches down into are empty here. */
static void
skip_taken (DdTableLines *self)
{
  while (self->row->len < COLUMNS_MAX && self->taken[self->row->len] > 0)
    {
      self->taken[self->row->len]--;
      g_ptr_array_add (self->row, g_strdup (""));
    }
}

/**
 * dd_table_lines_begin_row:
 */
void
dd_table_lines_begin_row (DdTableLines *self)
{
  if (self->row != NULL)
    skip_taken (self);
  self->row = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rows, self->row);
}

/**
 * dd_table_lines_add_cell:
 * @text: the lines of the cell
 * @n_columns: how many columns it is wide
 * @n_rows: how many rows it is high
 *
 * Adds a cell to the last row.
 */
void
dd_table_lines_add_cell (DdTableLines *self,
                         const char   *text,
                         guint         n_columns,
                         guint         n_rows)
{
  if (self->row == NULL)
    dd_table_lines_begin_row (self);
  skip_taken (self);

  n_columns = CLAMP (n_columns, 1, COLUMNS_MAX);
  for (guint i = 0; i < n_columns && self->row->len < COLUMNS_MAX; i++)
    {
      self->taken[self->row->len] = MAX (n_rows, 1) - 1;
      g_ptr_array_add (self->row, i == 0 ? g_strstrip (g_strdup (text)) : g_strdup (""));
    }
}

static guint
count_columns (const DdTableLines *self)
{
  guint n_columns = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *row = self->rows->pdata[i];

      for (guint j = n_columns; j < row->len; j++)
        if (*(const char *) row->pdata[j] != '\0')
          n_columns = j + 1;
    }

  return n_columns;
}

/* Whether any cell has one of these words, whatever way of writing them. */
static gboolean
contains (const DdTableLines *self,
          const char * const *words)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *row = self->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        {
          g_autofree char *folded = NULL;
          g_autofree char *composed = NULL;

          if (strlen (row->pdata[j]) > CELL_MAX)
            continue;
          composed = g_utf8_normalize (row->pdata[j], -1, G_NORMALIZE_NFC);
          folded = g_utf8_strdown (composed, -1);
          for (guint k = 0; words[k] != NULL; k++)
            if (strstr (folded, words[k]) != NULL)
              return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_page (const DdTableLines *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *row = self->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        if (strlen (row->pdata[j]) > CELL_MAX)
          return TRUE;
    }

  return FALSE;
}

static void
append_below (const GPtrArray *row,
              GString         *text)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *) row->pdata[i] != '\0')
      g_string_append_printf (text, "%s\n", (const char *) row->pdata[i]);
}

/* Takes the subject of a letter, "V/v …", which stands in lines below its number, out of the lines
 * of a cell: beside the other column nobody could tell its lines from the rest. */
static void
take_subject (char    **lines,
              GString  *subject)
{
  guint i = 0;

  while (lines[i] != NULL && g_ascii_strncasecmp (lines[i], "V/v", 3) != 0)
    i++;
  for (; lines[i] != NULL; i++)
    {
      if (subject->len > 0 && *lines[i] != '\0')
        g_string_append_c (subject, ' ');
      g_string_append (subject, lines[i]);
      *lines[i] = '\0';
    }
}

static void
append_beside (const GPtrArray *row,
               GString         *text)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) subject = g_string_new (NULL);
  guint n_lines = 0;

  for (guint i = 0; i < row->len; i++)
    {
      char **lines = g_strsplit (row->pdata[i], "\n", -1);
      const guint length = g_strv_length (lines);

      n_lines = MAX (n_lines, length);
      g_array_append_val (lengths, length);
      take_subject (lines, subject);
      g_ptr_array_add (cells, lines);
    }

  for (guint i = 0; i < n_lines; i++)
    {
      gboolean any = FALSE;

      for (guint j = 0; j < cells->len; j++)
        {
          char **lines = cells->pdata[j];

          if (i >= g_array_index (lengths, guint, j) || *lines[i] == '\0')
            continue;
          if (j > 0)
            g_string_append (text, GAP);
          g_string_append (text, lines[i]);
          any = TRUE;
        }
      if (any)
        g_string_append_c (text, '\n');
    }
  if (subject->len > 0)
    g_string_append_printf (text, "%s\n", subject->str);
}

static void
append_cells (const GPtrArray *row,
              guint            n_columns,
              GString         *text)
{
  g_string_append_c (text, '|');
  for (guint i = 0; i < n_columns; i++)
    {
      const char *cell = i < row->len ? row->pdata[i] : "";
      gboolean space = TRUE;

      g_string_append_c (text, ' ');
      for (const char *p = cell; *p != '\0'; p++)
        {
          /* A bar of its own would look like the end of a cell. */
          const char c = *p == '\n' || *p == '\t' ? ' ' : *p == '|' ? '/' : *p;

          if (c != ' ' || !space)
            g_string_append_c (text, c);
          space = c == ' ';
        }
      g_string_append (text, space ? "|" : " |");
    }
  g_string_append_c (text, '\n');
}

static gboolean
is_empty (const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *) row->pdata[i] != '\0')
      return FALSE;

  return TRUE;
}

/**
 * dd_table_lines_append:
 * @text: the text, which ends with a line end or is empty
 *
 * Appends the lines of the table.
 */
void
dd_table_lines_append (DdTableLines *self,
                       GString      *text)
{
  static const char * const mottos[] = { "chủ nghĩa việt nam", "độc lập - tự do", "độc lập – tự do",
                                         "đảng cộng sản việt nam", NULL };
  static const char * const recipients[] = { "nơi nhận", NULL };
  const guint n_columns = count_columns (self);
  const gboolean beside = n_columns <= 3 && contains (self, mottos);
  const gboolean below = n_columns < 2 || is_page (self) ||
                         (n_columns <= 3 && contains (self, recipients));

  if (n_columns == 0)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *row = self->rows->pdata[i];

      if (is_empty (row))
        continue;
      if (beside)
        append_beside (row, text);
      else if (below)
        append_below (row, text);
      else
        append_cells (row, n_columns, text);
    }
  if (beside)
    g_string_append_c (text, '\n');
}

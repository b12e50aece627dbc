/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-office-table"

#include "dd-office-table.h"

#include <string.h>

/* A table without rules that is no larger than this puts things side by side. */
#define SIDE_BY_SIDE_COLUMNS_MAX 3
#define SIDE_BY_SIDE_ROWS_MAX 8

/* Columns in lines are so far apart that nobody takes them for one text. */
#define COLUMN_GAP 4
#define COLUMN_WIDTH_MAX 60

/* A row is repeated so often and no more. */
#define ROWS_TIMES_MAX 100

typedef struct
{
  GPtrArray *lines;             /* (element-type utf8) (nullable) */
  guint      column;
  gboolean   continued;         /* shows what the cell above shows */
} Cell;

typedef struct
{
  GArray   *cells;
  gboolean  head;
} Row;

struct _DdOfficeTable
{
  GPtrArray *rows;
  Row       *row;               /* the last one, while it is made */
  guint      n_nested;          /* rows that begin in a row: no program makes such */
  GPtrArray *above[DD_OFFICE_TABLE_MAX_COLUMNS];        /* what may go on below */
  guint      column;            /* of the next cell */
  guint      n_columns;
};

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_clear_pointer (&cell->lines, g_ptr_array_unref);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_array_unref (row->cells);
  g_free (row);
}

DdOfficeTable *
dd_office_table_new (void)
{
  DdOfficeTable *self = g_new0 (DdOfficeTable, 1);

  self->rows = g_ptr_array_new_with_free_func (free_row);

  return self;
}

void
dd_office_table_free (DdOfficeTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  for (guint i = 0; i < DD_OFFICE_TABLE_MAX_COLUMNS; i++)
    g_clear_pointer (&self->above[i], g_ptr_array_unref);
  g_free (self);
}

void
dd_office_table_begin_row (DdOfficeTable *self)
{
  if (self->row != NULL)
    {
      self->n_nested++;
      return;
    }

  self->row = g_new0 (Row, 1);
  self->row->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->row->cells, clear_cell);
  g_ptr_array_add (self->rows, self->row);
  self->column = 0;
}

/**
 * dd_office_table_get_column:
 *
 * Returns: the column in which the next cell begins
 */
guint
dd_office_table_get_column (DdOfficeTable *self)
{
  return self->column;
}

/**
 * dd_office_table_add_cell:
 * @lines: (element-type utf8): what stands in it
 * @n_columns: over how many columns it goes
 * @continued: whether it is one with the cell above it
 */
void
dd_office_table_add_cell (DdOfficeTable *self,
                          GPtrArray     *lines,
                          guint          n_columns,
                          gboolean       continued)
{
  Cell cell = { NULL, self->column, continued };

  /* A cell outside of a row, which no program makes either. */
  if (self->row == NULL)
    {
      dd_office_table_begin_row (self);
      dd_office_table_add_cell (self, lines, n_columns, continued);
      dd_office_table_end_row (self, FALSE, 1);
      return;
    }

  if (self->column == DD_OFFICE_TABLE_MAX_COLUMNS)
    {
      guint last = self->row->cells->len - 1;

      while (g_array_index (self->row->cells, Cell, last).lines == NULL)
        last--;
      for (guint i = 0; i < lines->len; i++)
        g_ptr_array_add (g_array_index (self->row->cells, Cell, last).lines,
                         g_strdup (lines->pdata[i]));
      return;
    }

  if (continued && self->above[self->column] != NULL)
    {
      cell.lines = g_ptr_array_ref (self->above[self->column]);
    }
  else
    {
      cell.lines = g_ptr_array_ref (lines);
      g_clear_pointer (&self->above[self->column], g_ptr_array_unref);
      self->above[self->column] = g_ptr_array_ref (lines);
    }
  g_array_append_val (self->row->cells, cell);

  n_columns = CLAMP (n_columns, 1, DD_OFFICE_TABLE_MAX_COLUMNS - self->column);
  for (guint i = 1; i < n_columns; i++)
    {
      g_clear_pointer (&self->above[self->column + i], g_ptr_array_unref);
      cell = (Cell) { NULL, self->column + i, FALSE };
      g_array_append_val (self->row->cells, cell);
    }
  self->column += n_columns;
  self->n_columns = MAX (self->n_columns, self->column);
}

/**
 * dd_office_table_end_row:
 * @head: whether the row stands on each page again
 * @n_times: how often it is there; 0 for one that is not
 */
void
dd_office_table_end_row (DdOfficeTable *self,
                         gboolean       head,
                         guint          n_times)
{
  if (self->n_nested > 0)
    {
      self->n_nested--;
      return;
    }
  g_return_if_fail (self->row != NULL);

  self->row->head = head;
  if (n_times == 0)
    g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
  for (guint i = 1; i < MIN (n_times, ROWS_TIMES_MAX); i++)
    {
      Row *copy = g_new0 (Row, 1);

      copy->head = head;
      copy->cells = g_array_copy (self->row->cells);
      g_array_set_clear_func (copy->cells, clear_cell);
      for (guint j = 0; j < copy->cells->len; j++)
        if (g_array_index (copy->cells, Cell, j).lines != NULL)
          g_ptr_array_ref (g_array_index (copy->cells, Cell, j).lines);
      g_ptr_array_add (self->rows, copy);
    }
  self->row = NULL;
}

static gboolean
is_all_capitals (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* "- Sở Nội vụ", "a) …", "1. …" */
static gboolean
begins_item (const char *line)
{
  const char *p = line;

  if (strchr ("-+*", *p) != NULL || g_str_has_prefix (p, "•") || g_str_has_prefix (p, "–"))
    return TRUE;
  while (g_ascii_isdigit (*p))
    p++;
  if (p == line && g_ascii_isalpha (*p))
    p++;

  return p > line && (*p == '.' || *p == ')') && p[1] == ' ';
}

/* A cell is one line of a row. Where one paragraph ends and another begins there has to be a
 * sign between them, or two units became one; but words that were only broken to fit go on. */
static const char *
find_separator (const GString *cell,
                const char    *line)
{
  const gunichar first = g_utf8_get_char (line);

  if (cell->len == 0)
    return "";
  if (strchr (".,;:!?-/(", cell->str[cell->len - 1]) != NULL)
    return " ";
  if (begins_item (line))
    return "; ";
  if (!g_unichar_isupper (first) || (is_all_capitals (cell->str) && is_all_capitals (line)))
    return " ";

  return "; ";
}

/**
 * dd_office_table_join_lines:
 * @lines: (element-type utf8): what stands in a cell
 * @head: whether the cell names a column
 *
 * Returns: (transfer full): the same in one line
 */
char *
dd_office_table_join_lines (GPtrArray *lines,
                            gboolean   head)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = lines->pdata[i];

      if (*line == '\0')
        continue;
      g_string_append (cell, head && cell->len > 0 ? " " : find_separator (cell, line));
      g_string_append (cell, line);
    }

  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static gboolean
write_bars (const Row         *row,
            gboolean           head,
            DdOfficeTableTake  take,
            gpointer           data)
{
  g_autoptr (GString) line = g_string_new ("|");
  gboolean empty = TRUE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = &g_array_index (row->cells, Cell, i);
      g_autofree char *text = cell->lines != NULL ? dd_office_table_join_lines (cell->lines, head)
                                                  : g_strdup ("");

      empty &= *text == '\0';
      g_string_append_c (line, ' ');
      /* A bar in a cell would end it. */
      for (const char *p = text; *p != '\0'; p++)
        if (*p == '|')
          g_string_append (line, "¦");
        else
          g_string_append_c (line, *p == '\t' ? ' ' : *p);
      g_string_append (line, *text != '\0' ? " |" : "|");
    }

  return empty || take (line->str, data);
}

/* What stands in a column, as far as it is not there for the second time. */
static GPtrArray *
get_own_lines (const Row *row,
               guint      column)
{
  const Cell *cell;

  if (column >= row->cells->len)
    return NULL;
  cell = &g_array_index (row->cells, Cell, column);

  return cell->continued ? NULL : cell->lines;
}

static const char *
get_line (const Row *row,
          guint      column,
          guint      i)
{
  GPtrArray *lines = get_own_lines (row, column);

  return lines != NULL && i < lines->len ? lines->pdata[i] : "";
}

/* How far a column reaches, as far as one goes by that; 0 if nothing stands in it. */
static guint
find_width (DdOfficeTable *self,
            guint          column)
{
  guint width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *lines = get_own_lines (self->rows->pdata[i], column);

      for (guint j = 0; lines != NULL && j < lines->len; j++)
        width = MAX (width, (guint) MIN (g_utf8_strlen (lines->pdata[j], -1), COLUMN_WIDTH_MAX));
    }

  return width;
}

/* As a plain text has the head of a document: the lines of the cells beside each other. */
static void
write_side_by_side (DdOfficeTable     *self,
                    DdOfficeTableTake  take,
                    gpointer           data)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);
  guint last = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      widths[i] = find_width (self, i);
      if (widths[i] > 0)
        last = i;
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];
      guint n_lines = 0;

      for (guint j = 0; j < row->cells->len; j++)
        if (get_own_lines (row, j) != NULL)
          n_lines = MAX (n_lines, get_own_lines (row, j)->len);

      for (guint j = 0; j < n_lines; j++)
        {
          g_autoptr (GString) line = g_string_new (NULL);

          for (guint k = 0; k <= last; k++)
            {
              const char *text = get_line (row, k, j);
              const guint width = (guint) g_utf8_strlen (text, -1);

              g_string_append (line, text);
              if (k < last && widths[k] > 0)
                for (guint n = width; n < MAX (widths[k], width) + COLUMN_GAP; n++)
                  g_string_append_c (line, ' ');
            }
          if (!take (line->str, data))
            return;
        }
    }
}

/**
 * dd_office_table_write:
 * @ruled: whether lines are drawn between its columns
 * @take: (scope call): what takes the lines
 *
 * Writes the table as text.
 */
void
dd_office_table_write (DdOfficeTable     *self,
                       gboolean           ruled,
                       DdOfficeTableTake  take,
                       gpointer           data)
{
  const gboolean side_by_side = self->n_columns == 1 ||
    (self->n_columns <= SIDE_BY_SIDE_COLUMNS_MAX &&
     (self->rows->len == 1 || (!ruled && self->rows->len <= SIDE_BY_SIDE_ROWS_MAX)));

  if (self->n_columns == 0)
    return;
  if (side_by_side)
    {
      write_side_by_side (self, take, data);
      return;
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      if (!write_bars (row, i == 0 || row->head, take, data))
        return;
    }
}

/**
 * dd_office_table_write_flat:
 * @take: (scope call): what takes the lines
 *
 * Writes a table that stands in the cell of another one: each row as a line.
 */
void
dd_office_table_write_flat (DdOfficeTable     *self,
                            DdOfficeTableTake  take,
                            gpointer           data)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *line = NULL;

      for (guint j = 0; j < row->cells->len; j++)
        {
          const Cell *cell = &g_array_index (row->cells, Cell, j);

          if (cell->lines != NULL)
            g_ptr_array_add (cells, dd_office_table_join_lines (cell->lines, FALSE));
        }
      line = dd_office_table_join_lines (cells, FALSE);
      if (*line != '\0' && !take (line, data))
        return;
    }
}

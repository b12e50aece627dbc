/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-pdf-table"

#include "config.h"

#include "dd-pdf-table.h"

#include "dd-table-lines.h"

#include <stdlib.h>
#include <string.h>

/* No table has more columns, and two columns are a letterhead. */
#define COLUMNS_MAX 16
#define COLUMNS_MIN 3

/* In sizes of the font: the room that parts the cells of the row by which a table is found,
 * and in points: the room that is left between columns where their cells are full. */
#define SEED_GAP 0.9
#define GUTTER_MIN 0.8

/* In points: how much more room there is between rows than between the lines of a cell. */
#define ROW_GAP 1.5

/* The titles of columns have no more lines. */
#define HEAD_ROWS_MAX 4

/* The white between two columns. */
typedef struct
{
  double x1, x2;
} Gutter;

typedef struct
{
  Gutter gutters[COLUMNS_MAX];
  guint  n;
} Gutters;

static const DdPdfRow *
get_row (const GPtrArray *rows,
         guint            i)
{
  return rows->pdata[i];
}

/* What is left of the gutters beside the words of a row. */
static Gutters
cut (const Gutters  *gutters,
     const DdPdfRow *row)
{
  Gutters left = { .n = 0 };

  for (guint i = 0; i < gutters->n; i++)
    {
      Gutter gutter = gutters->gutters[i];

      for (guint j = 0; j < row->words->len; j++)
        {
          const DdPdfWord *word = dd_pdf_row_get_word (row, j);

          if (word->x2 <= gutter.x1 || word->x1 >= gutter.x2)
            continue;
          if (word->x1 <= gutter.x1 && word->x2 >= gutter.x2)
            gutter.x2 = gutter.x1;
          else if ((word->x1 + word->x2) / 2 < (gutter.x1 + gutter.x2) / 2)
            gutter.x1 = MIN (word->x2, gutter.x2);
          else
            gutter.x2 = MAX (word->x1, gutter.x1);
        }
      if (gutter.x2 - gutter.x1 >= GUTTER_MIN)
        left.gutters[left.n++] = gutter;
    }

  return left;
}

static Gutters
find_gutters (const DdPdfRow *row)
{
  Gutters gutters = { .n = 0 };

  for (guint i = dd_pdf_row_find_end (row, 0, SEED_GAP);
       i < row->words->len && gutters.n < COLUMNS_MAX - 1;
       i = dd_pdf_row_find_end (row, i, SEED_GAP))
    gutters.gutters[gutters.n++] = (Gutter) { dd_pdf_row_get_word (row, i - 1)->x2,
                                              dd_pdf_row_get_word (row, i)->x1 };

  return gutters;
}

/* The row behind the last that leaves the columns of the first apart. A title in the midst of
 * a table may go over all columns. */
static guint
find_end (const GPtrArray *rows,
          guint            first,
          Gutters         *gutters)
{
  const DdPdfRow *head = get_row (rows, first);
  guint end = first + 1;
  guint n_seeds = 1;

  *gutters = find_gutters (head);
  for (guint i = first + 1; i < rows->len; i++)
    {
      const DdPdfRow *row = get_row (rows, i);
      Gutters left = cut (gutters, row);

      if (left.n < gutters->n && row->page == get_row (rows, i - 1)->page &&
          dd_pdf_row_count_parts (row, SEED_GAP) == 1 && i + 1 < rows->len)
        {
          const DdPdfRow *next = get_row (rows, i + 1);
          const Gutters behind = cut (gutters, next);

          if (behind.n == gutters->n && dd_pdf_row_count_parts (next, SEED_GAP) >= COLUMNS_MIN)
            continue;
        }
      if (left.n + 1 < COLUMNS_MIN || left.n + 1 < gutters->n)
        break;
      /* One line far below is a paragraph again. */
      if (dd_pdf_row_count_parts (row, SEED_GAP) < 2 && row->page == get_row (rows, i - 1)->page &&
          row->y1 - get_row (rows, i - 1)->y2 > row->size * 1.5)
        break;
      n_seeds += dd_pdf_row_count_parts (row, SEED_GAP) >= COLUMNS_MIN;
      *gutters = left;
      end = i + 1;
    }

  return n_seeds >= 2 ? end : first;
}

static int
compare_gutters (gconstpointer a,
                 gconstpointer b)
{
  const Gutter *gutter_a = a;
  const Gutter *gutter_b = b;

  return gutter_a->x1 < gutter_b->x1 ? -1 : gutter_a->x1 > gutter_b->x1;
}

/* All columns: not every row has something in each. */
static void
complete_gutters (const GPtrArray *rows,
                  guint            first,
                  guint            end,
                  Gutters         *gutters)
{
  for (guint i = first; i < end; i++)
    {
      Gutters more = find_gutters (get_row (rows, i));

      for (guint j = first; j < end && more.n > 0; j++)
        {
          const Gutters left = cut (&more, get_row (rows, j));

          /* A title over all columns says nothing about them. */
          if (left.n > 0 || dd_pdf_row_count_parts (get_row (rows, j), SEED_GAP) > 1)
            more = left;
        }
      for (guint j = 0; j < more.n && gutters->n < COLUMNS_MAX - 1; j++)
        {
          gboolean known = FALSE;

          for (guint k = 0; k < gutters->n; k++)
            known |= more.gutters[j].x1 < gutters->gutters[k].x2 &&
                     more.gutters[j].x2 > gutters->gutters[k].x1;
          if (!known)
            gutters->gutters[gutters->n++] = more.gutters[j];
        }
    }
  qsort (gutters->gutters, gutters->n, sizeof (Gutter), compare_gutters);
}

static guint
find_column (const Gutters   *gutters,
             const DdPdfWord *word)
{
  const double middle = (word->x1 + word->x2) / 2;
  guint column = 0;

  while (column < gutters->n && middle > gutters->gutters[column].x1)
    column++;

  return column;
}

static gboolean
goes_over_columns (const Gutters  *gutters,
                   const DdPdfRow *row)
{
  const Gutters left = cut (gutters, row);

  return left.n < gutters->n;
}

/* Whether the first column has a number, or letters that count: the task of that row. */
static gboolean
is_numbered (const Gutters  *gutters,
             const DdPdfRow *row)
{
  const DdPdfWord *word = dd_pdf_row_get_word (row, 0);

  return find_column (gutters, word) == 0 && strlen (word->text) <= 6 &&
         (row->words->len == 1 || find_column (gutters, dd_pdf_row_get_word (row, 1)) > 0) &&
         (g_ascii_isdigit (*word->text) || strspn (word->text, "IVXabcdđeghABCD.)") ==
                                           strlen (word->text));
}

/* The room between a row and all that is above it in the table, from row @first on; a page
 * ends a row for sure. In cells that stand in the middle of their rows lines do not stand
 * beside lines. */
static double
get_room (const GPtrArray *rows,
          guint            first,
          guint            i)
{
  const DdPdfRow *row = get_row (rows, i);
  double bottom = -1000;

  for (guint j = i; j > first && get_row (rows, j - 1)->page == row->page && j + 8 > i; j--)
    bottom = MAX (bottom, get_row (rows, j - 1)->y2);

  return row->y1 - bottom;
}

/* The least room between two lines of one column. */
static double
find_least_room (const GPtrArray *rows,
                 guint            first,
                 guint            end,
                 const Gutters   *gutters)
{
  const DdPdfRow *above[COLUMNS_MAX] = { NULL };
  double least = 1000;

  for (guint i = first; i < end; i++)
    {
      const DdPdfRow *row = get_row (rows, i);

      for (guint j = 0; j < row->words->len; j++)
        {
          const guint column = find_column (gutters, dd_pdf_row_get_word (row, j));

          if (above[column] != NULL && above[column] != row && above[column]->page == row->page)
            least = MIN (least, row->y1 - above[column]->y2);
          above[column] = row;
        }
    }

  return least;
}

/* Whether there is more room between numbered rows than between others: then room parts rows,
 * wherever in its row a number stands. */
static gboolean
is_parted_by_room (const GPtrArray *rows,
                   guint            first,
                   guint            end,
                   const Gutters   *gutters,
                   double           least)
{
  gboolean parted = TRUE;

  for (guint i = first; i < end; i++)
    {
      if (i > first && get_room (rows, first, i) >= least + ROW_GAP)
        parted = TRUE;
      if (!is_numbered (gutters, get_row (rows, i)))
        continue;
      if (!parted)
        return FALSE;
      parted = FALSE;
    }

  return TRUE;
}

typedef struct
{
  GString *cells[COLUMNS_MAX];
  gboolean numbered;
} Cells;

static void
add_words (Cells          *cells,
           const Gutters  *gutters,
           const DdPdfRow *row)
{
  guint before = COLUMNS_MAX;

  for (guint i = 0; i < row->words->len; i++)
    {
      const guint column = goes_over_columns (gutters, row)
                           ? 0 : find_column (gutters, dd_pdf_row_get_word (row, i));
      GString *cell = cells->cells[column];

      if (cell->len > 0 && column != before && !g_str_has_suffix (cell->str, "/") &&
          !(g_str_has_suffix (cell->str, "-") && !g_str_has_suffix (cell->str, " -")))
        g_string_append_c (cell, ' ');
      else if (cell->len > 0 && column == before &&
               dd_pdf_row_get_word (row, i)->x1 - dd_pdf_row_get_word (row, i - 1)->x2 >
               row->size * 0.08)
        g_string_append_c (cell, ' ');
      g_string_append (cell, dd_pdf_row_get_word (row, i)->text);
      before = column;
    }
}

static void
flush (Cells        *cells,
       guint         n_columns,
       DdTableLines *lines)
{
  gboolean filled = FALSE;

  for (guint i = 0; i < n_columns; i++)
    filled |= cells->cells[i]->len > 0;
  if (filled)
    dd_table_lines_begin_row (lines);
  for (guint i = 0; i < n_columns; i++)
    {
      if (filled)
        dd_table_lines_add_cell (lines, cells->cells[i]->str, 1, 1);
      g_string_truncate (cells->cells[i], 0);
    }
  cells->numbered = FALSE;
}

static void
append_rows (const GPtrArray *rows,
             guint            first,
             guint            end,
             const Gutters   *gutters,
             GString         *text)
{
  g_autoptr (DdTableLines) lines = dd_table_lines_new ();
  Cells cells = { { NULL } };
  double least;
  gboolean by_room, any_numbered = FALSE;

  for (guint i = 0; i <= gutters->n; i++)
    cells.cells[i] = g_string_new (NULL);
  least = find_least_room (rows, first, end, gutters);
  by_room = is_parted_by_room (rows, first, end, gutters, least);

  for (guint i = first; i < end; i++)
    {
      const DdPdfRow *row = get_row (rows, i);
      const gboolean numbered = is_numbered (gutters, row);
      const gboolean over = goes_over_columns (gutters, row);
      gboolean begins = i == first || over ||
                        (by_room ? get_room (rows, first, i) >= least + ROW_GAP : numbered);

      /* The rest of a row on the next page, or behind a paragraph in a cell, has no number. */
      if (begins && by_room && any_numbered && !over)
        {
          guint j = i;

          while (j < end && !is_numbered (gutters, get_row (rows, j)) &&
                 (j == i || get_room (rows, first, j) < least + ROW_GAP))
            j++;
          begins = j < end && is_numbered (gutters, get_row (rows, j));
        }
      if (begins)
        flush (&cells, gutters->n + 1, lines);
      any_numbered |= numbered;
      add_words (&cells, gutters, row);
    }
  flush (&cells, gutters->n + 1, lines);
  for (guint i = 0; i <= gutters->n; i++)
    g_string_free (cells.cells[i], TRUE);

  dd_table_lines_append (lines, text);
}

/* Titles of columns have more lines than one, and not all equally many: whether row @i may be the
 * first line of some. One alone stands half a line higher than the next, in the middle. */
static gboolean
can_be_title (const GPtrArray *rows,
              guint            i)
{
  const DdPdfRow *row = get_row (rows, i);
  const DdPdfRow *next = get_row (rows, i + 1);

  return row->page == next->page && (dd_pdf_row_count_parts (row, SEED_GAP) > 1 ||
                                     next->y1 - row->y2 < -0.3 * row->size);
}

/**
 * dd_pdf_table_read:
 * @rows: (element-type DdPdfRow)
 * @first: a row
 * @text: where its lines are appended
 *
 * Reads a table, if one begins with row @first: words in three columns or more, with white
 * between them all the way down.
 *
 * Returns: the row behind the table; @first if there is none
 */
guint
dd_pdf_table_read (const GPtrArray *rows,
                   guint            first,
                   GString         *text)
{
  for (guint seed = first; seed < rows->len && seed <= first + HEAD_ROWS_MAX; seed++)
    {
      Gutters gutters;
      guint end;

      if (seed > first && (get_room (rows, first, seed) > get_row (rows, seed)->size ||
                           !can_be_title (rows, seed - 1)))
        return first;
      if (dd_pdf_row_count_parts (get_row (rows, seed), SEED_GAP) < COLUMNS_MIN)
        continue;
      end = find_end (rows, seed, &gutters);
      if (end == seed)
        return first;
      for (guint i = first; i < seed; i++)
        if (goes_over_columns (&gutters, get_row (rows, i)))
          return first;
      complete_gutters (rows, first, end, &gutters);
      append_rows (rows, first, end, &gutters, text);
      return end;
    }

  return first;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-pdf-paragraphs"

#include "config.h"

#include "dd-pdf-paragraphs.h"

#include "dd-pdf-furniture.h"
#include "dd-pdf-table.h"

#include <math.h>
#include <string.h>

/* In sizes of the font: the room between the columns of a letterhead, an indent, and the
 * room above a paragraph. Justified lines have wide spaces, but not so wide ones. */
#define COLUMN_GAP 1.6
#define INDENT 0.7
#define PARAGRAPH_ROOM 0.35
#define EMPTY_LINE_ROOM 0.9

/* What stands between the columns in the text. */
#define GAP "    "

/* The letterhead is over by this row. */
#define LETTERHEAD_ROWS_MAX 14

/* Of the width of its page: rows that are so long tell where the margins are. */
#define LONG_ROW 0.6

typedef struct
{
  double left;
  double right;
  double room;                  /* between two lines of a paragraph */
} Frame;

static const DdPdfRow *
get_row (const GPtrArray *rows,
         guint            i)
{
  return rows->pdata[i];
}

/* --- margins -------------------------------------------------------------- */

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double double_a = *(const double *) a;
  const double double_b = *(const double *) b;

  return double_a < double_b ? -1 : double_a > double_b;
}

static double
get_percentile (GArray *values,
                guint   percent,
                double  otherwise)
{
  if (values->len == 0)
    return otherwise;
  g_array_sort (values, compare_doubles);

  return g_array_index (values, double, (values->len - 1) * percent / 100);
}

/* Of the rows of one page, or of pages as wide. */
static Frame
find_frame (const GPtrArray *rows,
            double           page_width)
{
  g_autoptr (GArray) lefts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) rights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (double));
  Frame frame;

  for (guint i = 0; i < rows->len; i++)
    {
      const DdPdfRow *row = get_row (rows, i);
      const DdPdfRow *above = i > 0 ? get_row (rows, i - 1) : NULL;

      if (fabs (row->page_width - page_width) > 1 || row->x2 - row->x1 < page_width * LONG_ROW)
        continue;
      g_array_append_val (lefts, row->x1);
      g_array_append_val (rights, row->x2);
      if (above != NULL && above->page == row->page &&
          above->x2 - above->x1 >= page_width * LONG_ROW)
        {
          const double room = (row->y1 - above->y2) / row->size;

          g_array_append_val (rooms, room);
        }
    }
  frame.left = get_percentile (lefts, 10, page_width * 0.1);
  frame.right = get_percentile (rights, 95, page_width * 0.9);
  frame.room = get_percentile (rooms, 25, 0.1);

  return frame;
}

/* --- what goes on ---------------------------------------------------------- */

static gboolean
is_in_letterhead (const GPtrArray *rows,
                  guint            i)
{
  return i < LETTERHEAD_ROWS_MAX && get_row (rows, i)->page == get_row (rows, 0)->page;
}

/* How many letters of a row's beginning number an item, as "1.", "a)", "II.", "-", "1.2." do. */
static gboolean
begins_item (const DdPdfRow *row)
{
  const char *word = dd_pdf_row_get_word (row, 0)->text;
  const gsize length = strlen (word);
  gsize n;

  if (strcmp (word, "-") == 0 || strcmp (word, "+") == 0 || strcmp (word, "*") == 0 ||
      strcmp (word, "–") == 0 || strcmp (word, "•") == 0 || strcmp (word, "·") == 0)
    return TRUE;
  /* "-Giao" */
  if (word[0] == '-' || word[0] == '+')
    return length > 1 && !g_ascii_isdigit (word[1]);
  if (strcmp (word, "Điều") == 0 || strcmp (word, "Phần") == 0 || strcmp (word, "PHỤ") == 0)
    return TRUE;

  n = strspn (word, "0123456789.");
  if (n > 0 && n <= 6 && (n == length ? word[n - 1] == '.' : n == length - 1 &&
                                        (word[n] == ')' || word[n] == '/')))
    return TRUE;
  n = strspn (word, "IVX");
  if (n > 0 && n == length - 1 && (word[n] == '.' || word[n] == ')'))
    return TRUE;
  if (length >= 2 && length <= 3 && (word[length - 1] == ')' || word[length - 1] == '.') &&
      g_utf8_strlen (word, -1) == 2 && g_unichar_isalpha (g_utf8_get_char (word)))
    return TRUE;

  return FALSE;
}

static gboolean
is_centred (const Frame    *frame,
            const DdPdfRow *row)
{
  const double middle = (frame->left + frame->right) / 2;

  return fabs ((row->x1 + row->x2) / 2 - middle) < row->size &&
         row->x1 > frame->left + 2 * row->size;
}

/* A line in the middle, and nothing beside it. */
static gboolean
is_title (const Frame    *frame,
          const DdPdfRow *row)
{
  return is_centred (frame, row) && dd_pdf_row_count_parts (row, COLUMN_GAP) == 1;
}

/* Whether the first word of @next would have had room on the line before. */
static gboolean
was_full (const Frame    *frame,
          const DdPdfRow *row,
          const DdPdfRow *next)
{
  const DdPdfWord *word = dd_pdf_row_get_word (next, 0);

  return row->x2 + row->size * 0.25 + (word->x2 - word->x1) > frame->right - row->size * 0.1;
}

static gboolean
goes_on (const GPtrArray *rows,
         guint            i,
         const Frame     *frame)
{
  const DdPdfRow *row = get_row (rows, i);
  const DdPdfRow *above = get_row (rows, i - 1);
  const DdPdfRow *second = i >= 2 ? get_row (rows, i - 2) : NULL;
  const gboolean same_page = row->page == above->page;

  if (dd_pdf_row_count_parts (row, COLUMN_GAP) > 1 ||
      dd_pdf_row_count_parts (above, COLUMN_GAP) > 1)
    return FALSE;
  if (begins_item (row) || fabs (row->size - above->size) > above->size * 0.12)
    return FALSE;
  if (!was_full (frame, above, row) || is_centred (frame, above) || is_centred (frame, row))
    return FALSE;
  if (same_page && (row->y1 - above->y2) / row->size > frame->room + PARAGRAPH_ROOM)
    return FALSE;

  /* Indented more than the line before: a first line; but the line behind a mark may hang. */
  if (row->x1 > above->x1 + INDENT * row->size)
    return begins_item (above) && row->x1 < above->x1 + 4 * row->size &&
           !(second != NULL && fabs (second->x1 - row->x1) < 1 && !begins_item (second));
  /* As far in as first lines are. */
  if (row->x1 > frame->left + INDENT * row->size && fabs (row->x1 - above->x1) < 1 &&
      !same_page)
    return g_unichar_islower (g_utf8_get_char (dd_pdf_row_get_word (row, 0)->text));

  return TRUE;
}

/* --- lines ---------------------------------------------------------------- */

/* A letterhead without room between its columns: the title of the state begins the right one. */
static guint
find_motto (const DdPdfRow *row)
{
  static const char * const words[] = { "CỘNG", "ĐẢNG", NULL };
  static const char * const next[] = { "HÒA", "HOÀ", "CỘNG", "HÒA", NULL };

  for (guint i = 1; i + 1 < row->words->len; i++)
    if (g_strv_contains (words, dd_pdf_row_get_word (row, i)->text) &&
        g_strv_contains (next, dd_pdf_row_get_word (row, i + 1)->text))
      return i;

  return 0;
}

static void
append_parts (const DdPdfRow *row,
              gboolean        letterhead,
              GString        *text)
{
  const guint motto = letterhead ? find_motto (row) : 0;

  for (guint i = 0, end; i < row->words->len; i = end)
    {
      end = dd_pdf_row_find_end (row, i, COLUMN_GAP);
      if (motto > i && motto < end)
        end = motto;
      if (i > 0)
        g_string_append (text, GAP);
      dd_pdf_row_append (row, i, end, text);
    }
}

/* Between two lines of a paragraph comes a space, but not into a word that was broken: one with
 * a soft hyphen, or a number such as 87/TB-UBND behind its stroke or hyphen. */
static void
append_joint (GString *text)
{
  const gsize length = text->len;

  if (g_str_has_suffix (text->str, "\u00ad"))
    g_string_truncate (text, length - strlen ("\u00ad"));
  else if (length >= 2 && (text->str[length - 1] == '-' || text->str[length - 1] == '/') &&
           text->str[length - 2] != ' ')
    return;
  else
    g_string_append_c (text, ' ');
}

/* Whether the first part of row @i goes on with the subject of a letter in the row above. */
static gboolean
is_subject_line (const GPtrArray *rows,
                 guint            i,
                 double           x1,
                 double           x2)
{
  const DdPdfRow *row = get_row (rows, i);
  const DdPdfRow *above = get_row (rows, i - 1);
  const guint end = dd_pdf_row_find_end (row, 0, COLUMN_GAP);
  const double left = dd_pdf_row_get_word (row, 0)->x1;
  const double right = dd_pdf_row_get_word (row, end - 1)->x2;

  return row->page == above->page && row->y1 - above->y2 < 0.5 * row->size && left < x2 &&
         right < x2 + 3 * row->size && fabs ((left + right) - (x1 + x2)) / 2 < 2 * row->size &&
         left < row->page_width / 2 && !begins_item (row);
}

/* Whether row @i is of the right column, between two lines of the subject or level with one. */
static gboolean
is_beside_subject (const GPtrArray *rows,
                   guint            i,
                   double           x2)
{
  const DdPdfRow *row = get_row (rows, i);
  const DdPdfRow *above = get_row (rows, i - 1);

  return row->page == above->page && dd_pdf_row_get_word (row, 0)->x1 > x2 &&
         row->y1 < above->y2 - 0.2 * row->size;
}

/* The subject of a letter, "V/v …", stands in lines below its number, perhaps beside the date;
 * it becomes one line behind what stands beside it. Returns the row behind it; @i if there is
 * none. */
static guint
append_subject (const GPtrArray *rows,
                guint            i,
                GString         *text)
{
  g_autoptr (GString) subject = g_string_new (NULL);
  const DdPdfRow *first = get_row (rows, i);
  const double x1 = first->x1;
  double x2;
  guint row = i;

  if (!is_in_letterhead (rows, i) ||
      g_ascii_strncasecmp (dd_pdf_row_get_word (first, 0)->text, "V/v", 3) != 0)
    return i;
  x2 = dd_pdf_row_get_word (first, dd_pdf_row_find_end (first, 0, COLUMN_GAP) - 1)->x2;

  do
    {
      const DdPdfRow *line = get_row (rows, row);
      const guint end = dd_pdf_row_get_word (line, 0)->x1 < x2
                        ? dd_pdf_row_find_end (line, 0, COLUMN_GAP) : 0;

      if (subject->len > 0 && end > 0)
        g_string_append_c (subject, ' ');
      dd_pdf_row_append (line, 0, end, subject);
      if (end < line->words->len)
        {
          g_string_append (text, GAP);
          dd_pdf_row_append (line, end, line->words->len, text);
          g_string_append_c (text, '\n');
        }
      row++;
    }
  while (row < rows->len && (is_subject_line (rows, row, x1, x2) ||
                             is_beside_subject (rows, row, x2)));
  g_string_append_printf (text, "%s\n", subject->str);

  return row;
}

/* Notes of pages before @page; all, if there is no such page. */
static void
append_notes (const GPtrArray *notes,
              guint           *next,
              guint            page,
              GString         *text)
{
  while (*next < notes->len && ((DdPdfNote *) notes->pdata[*next])->page < page)
    {
      g_string_append_printf (text, "%s\n", ((DdPdfNote *) notes->pdata[*next])->text);
      (*next)++;
    }
}

/**
 * dd_pdf_paragraphs_to_text:
 * @rows: (element-type DdPdfRow): without what is no part of the text
 * @notes: (element-type DdPdfNote): which follow the paragraph that ends their page
 *
 * Puts the lines of paragraphs together, by their places: a paragraph begins with an indent, with
 * room above it, with the mark of an item, or behind a line that was not full.
 *
 * Returns: (transfer full): the text
 */
char *
dd_pdf_paragraphs_to_text (const GPtrArray *rows,
                           const GPtrArray *notes)
{
  GString *text = g_string_new (NULL);
  Frame frame = { 0 };
  double page_width = -1;
  guint next_note = 0;
  gboolean table = FALSE;

  for (guint i = 0; i < rows->len;)
    {
      const DdPdfRow *row = get_row (rows, i);
      const DdPdfRow *above = i > 0 ? get_row (rows, i - 1) : NULL;
      guint end;

      if (fabs (row->page_width - page_width) > 1)
        {
          page_width = row->page_width;
          frame = find_frame (rows, page_width);
        }

      if (above != NULL && !table && goes_on (rows, i, &frame))
        {
          append_joint (text);
          append_parts (row, FALSE, text);
          i++;
          continue;
        }

      if (text->len > 0 && !table)
        g_string_append_c (text, '\n');
      append_notes (notes, &next_note, row->page, text);
      if (above != NULL && !table && above->page == row->page &&
          (is_title (&frame, above)
           ? !is_title (&frame, row)
           : (row->y1 - above->y2) / row->size > frame.room + EMPTY_LINE_ROOM))
        g_string_append_c (text, '\n');
      end = is_in_letterhead (rows, i) ? append_subject (rows, i, text)
                                       : dd_pdf_table_read (rows, i, text);
      table = end > i;
      if (table)
        {
          i = end;
          continue;
        }
      append_parts (row, is_in_letterhead (rows, i), text);
      i++;
    }
  if (text->len > 0 && !table)
    g_string_append_c (text, '\n');
  append_notes (notes, &next_note, G_MAXUINT, text);

  return g_string_free (text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-pdf-furniture"

#include "config.h"

#include "dd-pdf-furniture.h"

#include <stdlib.h>
#include <string.h>

/* Of the height of a page: what repeats or is a number stands so near its edge. */
#define EDGE 0.12

/* Of the size of the body: notes are set smaller. */
#define NOTE_SIZE 0.9

/* The rows at an edge that are looked at. */
#define EDGE_ROWS 3

/* --- headers, footers and numbers of pages -------------------------------- */

/* The row with each number as one sign: "Trang 3/10" is "Trang #/#". */
static char *
get_shape (const DdPdfRow *row)
{
  g_autofree char *text = dd_pdf_row_to_text (row);
  GString *shape = g_string_new (NULL);
  gboolean digits = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        g_string_append_c (shape, *p);
      else if (!digits)
        g_string_append_c (shape, '#');
      digits = g_ascii_isdigit (*p);
    }

  return g_string_free (shape, FALSE);
}

static gboolean
is_page_number (const char *shape)
{
  static const char * const shapes[] = { "#", "- # -", "-#-", "– # –", "Trang #", "Trang #/#",
                                         "trang #", "Page #", "#/#", "# / #", "(#)", "[#]",
                                         "Page # of #", "Trang # / #", NULL };

  return g_strv_contains (shapes, shape);
}

static gboolean
is_at_edge (const DdPdfRow *row)
{
  return row->y2 < row->page_height * EDGE || row->y1 > row->page_height * (1 - EDGE);
}

/* Whether a row is among the first or the last of its page. */
static gboolean
is_outermost (const GPtrArray *rows,
              guint            i)
{
  const DdPdfRow *row = rows->pdata[i];
  const DdPdfRow *before = i >= EDGE_ROWS ? rows->pdata[i - EDGE_ROWS] : NULL;
  const DdPdfRow *behind = i + EDGE_ROWS < rows->len ? rows->pdata[i + EDGE_ROWS] : NULL;

  return before == NULL || before->page != row->page || behind == NULL ||
         behind->page != row->page;
}

/**
 * dd_pdf_furniture_take_edges:
 * @rows: (element-type DdPdfRow): of the whole document
 *
 * Removes what stands at the edges of pages and is no part of the text: numbers of pages, and
 * rows that most pages have.
 */
void
dd_pdf_furniture_take_edges (GPtrArray *rows,
                             guint      n_pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      char *shape = is_at_edge (rows->pdata[i]) && is_outermost (rows, i)
                    ? get_shape (rows->pdata[i]) : NULL;

      g_ptr_array_add (shapes, shape);
      if (shape != NULL)
        g_hash_table_replace (counts, g_strdup (shape),
                              GUINT_TO_POINTER (GPOINTER_TO_UINT (
                                g_hash_table_lookup (counts, shape)) + 1));
    }

  for (guint i = 0; i < rows->len; i++)
    {
      const char *shape = shapes->pdata[i];
      guint count;

      if (shape == NULL)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, shape));
      if (is_page_number (shape) || (n_pages > 1 && count > 1 && count * 2 >= n_pages))
        g_ptr_array_add (taken, rows->pdata[i]);
    }
  for (guint i = 0, j = 0; i < rows->len && j < taken->len;)
    {
      if (rows->pdata[i] == taken->pdata[j])
        {
          g_ptr_array_remove_index (rows, i);
          j++;
        }
      else
        {
          i++;
        }
    }
}

/* --- footnotes ------------------------------------------------------------ */

/**
 * dd_pdf_furniture_find_size:
 *
 * Returns: the size that most of the text is set in
 */
double
dd_pdf_furniture_find_size (const GPtrArray *rows)
{
  guint counts[256] = { 0 };
  guint best = 24;

  for (guint i = 0; i < rows->len; i++)
    {
      const DdPdfRow *row = rows->pdata[i];

      for (guint j = 0; j < row->words->len; j++)
        {
          const DdPdfWord *word = row->words->pdata[j];

          counts[CLAMP ((int) (word->size * 2 + 0.5), 0, 255)] += (guint) strlen (word->text);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;

  return best / 2.0;
}

/* The number that a row begins with, of one to three digits; 0: none. */
static guint
get_note_number (const DdPdfRow *row)
{
  const char *text = dd_pdf_row_get_word (row, 0)->text;
  const gboolean enclosed = *text == '[' || *text == '(';
  char *end = NULL;
  gulong number;

  text += enclosed;
  if (!g_ascii_isdigit (*text))
    return 0;
  number = strtoul (text, &end, 10);
  /* "1Quyết định", but not "1.", "2024" or "15/6". */
  if (number > 999 || (!enclosed && *end != '\0' && !g_unichar_isalpha (g_utf8_get_char (end)) &&
                       !dd_pdf_row_get_word (row, 0)->raised))
    return 0;

  return (guint) number;
}

/* The row that the notes of the page of row @last begin with; behind @last if it has none. */
static guint
find_notes (const GPtrArray *rows,
            guint            last,
            double           size)
{
  const DdPdfRow *bottom = rows->pdata[last];
  guint first = last + 1;

  for (guint i = last + 1; i > 0; i--)
    {
      const DdPdfRow *row = rows->pdata[i - 1];

      if (row->page != bottom->page || row->size > size * NOTE_SIZE)
        break;
      if (get_note_number (row) > 0)
        first = i - 1;
    }

  /* The foot of a page that is set small from its top is no note. */
  if (first <= last && (first == 0 || ((DdPdfRow *) rows->pdata[first - 1])->page != bottom->page))
    return last + 1;

  return first;
}

static void
note_free (gpointer data)
{
  DdPdfNote *note = data;

  g_free (note->text);
  g_free (note);
}

/* Takes the note's number out of the sentence that it stands in. */
static void
drop_mark (const GPtrArray *rows,
           guint            behind,
           guint            page,
           guint            number)
{
  g_autofree char *mark = g_strdup_printf ("%u", number);
  g_autofree char *enclosed = g_strdup_printf ("[%u]", number);

  for (guint i = behind; i > 0; i--)
    {
      const DdPdfRow *row = rows->pdata[i - 1];

      if (row->page != page)
        return;
      for (guint j = 0; j < row->words->len; j++)
        {
          const DdPdfWord *word = row->words->pdata[j];

          if (word->raised && (strcmp (word->text, mark) == 0 ||
                               strcmp (word->text, enclosed) == 0))
            {
              g_ptr_array_remove_index (row->words, j);
              return;
            }
        }
    }
}

static void
take_notes_of_page (GPtrArray *rows,
                    guint      first,
                    guint      last,
                    GPtrArray *notes)
{
  const guint page = ((DdPdfRow *) rows->pdata[first])->page;
  GString *text = NULL;

  for (guint i = first; i <= last; i++)
    {
      const DdPdfRow *row = rows->pdata[i];
      const guint number = get_note_number (row);
      guint word = 0;

      if (number > 0)
        {
          DdPdfNote *note = g_new0 (DdPdfNote, 1);
          const char *p = dd_pdf_row_get_word (row, 0)->text;

          if (text != NULL)
            ((DdPdfNote *) notes->pdata[notes->len - 1])->text = g_string_free (text, FALSE);
          note->page = page;
          g_ptr_array_add (notes, note);
          text = g_string_new (NULL);
          g_string_printf (text, "[%u] ", number);
          p += strcspn (p, "0123456789");
          p += strspn (p, "0123456789");
          p += strspn (p, ")].");
          g_string_append (text, p);
          if (*p != '\0' && row->words->len > 1)
            g_string_append_c (text, ' ');
          drop_mark (rows, first, page, number);
          word = 1;
        }
      else if (text != NULL)
        {
          g_string_append_c (text, ' ');
        }
      if (text != NULL)
        dd_pdf_row_append (row, word, row->words->len, text);
    }
  if (text != NULL)
    ((DdPdfNote *) notes->pdata[notes->len - 1])->text = g_string_free (text, FALSE);
  g_ptr_array_remove_range (rows, first, last - first + 1);
}

/**
 * dd_pdf_furniture_take_notes:
 * @rows: (element-type DdPdfRow): of the whole document, without the edges of pages
 * @size: that most of the text is set in
 *
 * Removes the notes at the feet of pages, and their numbers from the sentences.
 *
 * Returns: (transfer full) (element-type DdPdfNote): the notes in their order
 */
GPtrArray *
dd_pdf_furniture_take_notes (GPtrArray *rows,
                             double     size)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (note_free);

  for (guint i = 0; i < rows->len; i++)
    {
      const DdPdfRow *row = rows->pdata[i];
      const DdPdfRow *next = i + 1 < rows->len ? rows->pdata[i + 1] : NULL;
      guint first;

      if (next != NULL && next->page == row->page)
        continue;
      first = find_notes (rows, i, size);
      if (first > i)
        continue;
      take_notes_of_page (rows, first, i, notes);
      i = first - 1;
    }
  /* A row that had nothing but the number of a note. */
  for (guint i = rows->len; i > 0; i--)
    if (((DdPdfRow *) rows->pdata[i - 1])->words->len == 0)
      g_ptr_array_remove_index (rows, i - 1);

  return notes;
}

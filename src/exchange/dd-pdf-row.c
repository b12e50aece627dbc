/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-pdf-row"

#include "config.h"

#include "dd-pdf-row.h"

#include <math.h>
#include <string.h>

/* Of the height of a word: words whose middles are no farther apart are in one row. */
#define SAME_ROW 0.4

/* Of the size of its neighbours: what is smaller and stands higher is a note's number. */
#define RAISED_SIZE 0.8

/* Of the size of the font: characters that are farther apart are of two words. */
#define WORD_GAP 0.3

static void
word_free (gpointer data)
{
  DdPdfWord *word = data;

  g_free (word->text);
  g_free (word);
}

void
dd_pdf_row_free (gpointer data)
{
  DdPdfRow *row = data;

  g_ptr_array_unref (row->words);
  g_free (row);
}

/* --- words ---------------------------------------------------------------- */

typedef struct
{
  GPtrArray     *words;
  GString       *text;          /* of the word that is being read */
  DdPdfWord     *word;
  DdOldEncoding  encoding;      /* of its text */
  DdOldEncoding  converted;
} WordReader;

static void
end_word (WordReader *self)
{
  DdPdfWord *word = g_steal_pointer (&self->word);

  if (word == NULL)
    return;
  word->text = dd_old_encoding_convert (self->encoding, self->text->str);
  if (self->encoding != DD_OLD_ENCODING_NONE)
    self->converted = self->encoding;
  g_string_truncate (self->text, 0);
  g_ptr_array_add (self->words, word);
}

static void
add_character (WordReader             *self,
               gunichar                c,
               const PopplerRectangle *place,
               double                  size,
               DdOldEncoding           encoding)
{
  /* What a font draws in pieces is still one word, but the pieces may be of two fonts. */
  if (self->word != NULL && encoding != self->encoding)
    end_word (self);
  if (self->word == NULL)
    {
      self->word = g_new0 (DdPdfWord, 1);
      self->word->x1 = place->x1;
      self->word->x2 = place->x2;
      self->word->y1 = place->y1;
      self->word->y2 = place->y2;
      self->word->size = size;
      self->encoding = encoding;
    }
  self->word->x1 = MIN (self->word->x1, place->x1);
  self->word->x2 = MAX (self->word->x2, place->x2);
  self->word->y1 = MIN (self->word->y1, place->y1);
  self->word->y2 = MAX (self->word->y2, place->y2);
  self->word->size = MAX (self->word->size, size);
  g_string_append_unichar (self->text, c);
}

/* Whether a character begins a word, though no space is in front of it: it stands apart, as that
 * of the next cell or line, or the letters turn small and high: "thải1" is a word and a note. */
static gboolean
stands_apart (const WordReader       *self,
              const PopplerRectangle *place,
              double                  size)
{
  const DdPdfWord *word = self->word;

  if (word == NULL)
    return FALSE;
  if (size < word->size * RAISED_SIZE || word->size < size * RAISED_SIZE)
    return TRUE;
  if (fabs ((place->y1 + place->y2) - (word->y1 + word->y2)) / 2 >
      (place->y2 - place->y1) * SAME_ROW)
    return TRUE;

  return place->x1 > word->x2 + size * WORD_GAP || place->x2 < word->x1 - size * WORD_GAP;
}

static GPtrArray *
read_words (PopplerPage   *page,
            DdOldEncoding *converted)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  GList *attributes = poppler_page_get_text_attributes (page);
  const GList *next = attributes;
  WordReader reader = { g_ptr_array_new_with_free_func (word_free), g_string_new (NULL) };
  DdOldEncoding encoding = DD_OLD_ENCODING_NONE;
  double size = 12;
  guint n_places = 0;
  guint i = 0;

  if (!poppler_page_get_text_layout (page, &places, &n_places))
    n_places = 0;

  for (const char *p = text; p != NULL && *p != '\0' && i < n_places &&
                             i < DD_PDF_PAGE_CHARACTERS_MAX; p = g_utf8_next_char (p), i++)
    {
      const gunichar c = g_utf8_get_char (p);

      while (next != NULL && ((PopplerTextAttributes *) next->data)->start_index <= (int) i)
        {
          const PopplerTextAttributes *attribute = next->data;

          encoding = dd_old_encoding_of_font (attribute->font_name);
          size = attribute->font_size > 0 ? attribute->font_size : 12;
          next = next->next;
        }
      if (g_unichar_isspace (c) || c == 0)
        {
          end_word (&reader);
          continue;
        }
      if (stands_apart (&reader, &places[i], size))
        end_word (&reader);
      add_character (&reader, c, &places[i], size, encoding);
    }
  end_word (&reader);
  poppler_page_free_text_attributes (attributes);
  g_string_free (reader.text, TRUE);
  if (reader.converted != DD_OLD_ENCODING_NONE)
    *converted = reader.converted;

  return reader.words;
}

/* --- rows ----------------------------------------------------------------- */

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  const DdPdfWord *word_a = *(DdPdfWord * const *) a;
  const DdPdfWord *word_b = *(DdPdfWord * const *) b;
  const double middle_a = word_a->y1 + word_a->y2;
  const double middle_b = word_b->y1 + word_b->y2;

  return middle_a < middle_b ? -1 : middle_a > middle_b;
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const DdPdfWord *word_a = *(DdPdfWord * const *) a;
  const DdPdfWord *word_b = *(DdPdfWord * const *) b;

  return word_a->x1 < word_b->x1 ? -1 : word_a->x1 > word_b->x1;
}

static void
finish_row (DdPdfRow *row)
{
  const DdPdfWord *largest = row->words->pdata[0];
  double sum = 0, letters = 0;

  g_ptr_array_sort (row->words, compare_columns);
  for (guint i = 0; i < row->words->len; i++)
    {
      const DdPdfWord *word = row->words->pdata[i];
      const double n = (double) strlen (word->text);

      if (word->size > largest->size)
        largest = word;
      sum += n * word->size;
      letters += n;
    }
  row->size = letters > 0 ? sum / letters : largest->size;
  row->y1 = largest->y1;
  row->y2 = largest->y2;
  row->x1 = G_MAXDOUBLE;
  row->x2 = 0;
  for (guint i = 0; i < row->words->len; i++)
    {
      DdPdfWord *word = row->words->pdata[i];

      row->x1 = MIN (row->x1, word->x1);
      row->x2 = MAX (row->x2, word->x2);
      word->raised = word->size < largest->size * RAISED_SIZE && word->y2 < largest->y2 - 0.5;
    }
}

static gboolean
is_in_row (const DdPdfWord *anchor,
           const DdPdfWord *word)
{
  const double height = MAX (anchor->y2 - anchor->y1, word->y2 - word->y1);

  return fabs ((anchor->y1 + anchor->y2) - (word->y1 + word->y2)) / 2 < height * SAME_ROW;
}

/**
 * dd_pdf_row_read_page:
 * @index: of the page, from 0
 * @converted: (inout): set to the encoding that a font of the page has, if it is an old one
 *
 * Returns: (transfer full) (element-type DdPdfRow): the rows of a page from its top
 */
GPtrArray *
dd_pdf_row_read_page (PopplerPage   *page,
                      guint          index,
                      DdOldEncoding *converted)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (dd_pdf_row_free);
  g_autoptr (GPtrArray) words = read_words (page, converted);
  const DdPdfWord *anchor = NULL;
  DdPdfRow *row = NULL;
  double width, height;

  poppler_page_get_size (page, &width, &height);
  g_ptr_array_sort (words, compare_heights);
  g_ptr_array_set_free_func (words, NULL);
  for (guint i = 0; i < words->len; i++)
    {
      DdPdfWord *word = words->pdata[i];

      if (row == NULL || !is_in_row (anchor, word))
        {
          row = g_new0 (DdPdfRow, 1);
          row->words = g_ptr_array_new_with_free_func (word_free);
          row->page = index;
          row->page_width = width;
          row->page_height = height;
          g_ptr_array_add (rows, row);
          anchor = word;
        }
      g_ptr_array_add (row->words, word);
      if (word->size > anchor->size)
        anchor = word;
    }
  for (guint i = 0; i < rows->len; i++)
    finish_row (rows->pdata[i]);

  return rows;
}

DdPdfWord *
dd_pdf_row_get_word (const DdPdfRow *self,
                     guint           word)
{
  return self->words->pdata[word];
}

/**
 * dd_pdf_row_find_end:
 * @first: a word
 * @gap: how much room, in sizes of the font, parts a row
 *
 * Returns: the word behind the last of the same part
 */
guint
dd_pdf_row_find_end (const DdPdfRow *self,
                     guint           first,
                     double          gap)
{
  guint i = first + 1;

  while (i < self->words->len && dd_pdf_row_get_word (self, i)->x1 -
                                 dd_pdf_row_get_word (self, i - 1)->x2 < gap * self->size)
    i++;

  return i;
}

guint
dd_pdf_row_count_parts (const DdPdfRow *self,
                        double          gap)
{
  guint n_parts = 0;

  for (guint i = 0; i < self->words->len; i = dd_pdf_row_find_end (self, i, gap))
    n_parts++;

  return n_parts;
}

/**
 * dd_pdf_row_append:
 *
 * Appends the words from @first to before @last, with a space between two that do not touch.
 */
void
dd_pdf_row_append (const DdPdfRow *self,
                   guint           first,
                   guint           last,
                   GString        *text)
{
  for (guint i = first; i < last; i++)
    {
      const DdPdfWord *word = dd_pdf_row_get_word (self, i);

      if (i > first && word->x1 - dd_pdf_row_get_word (self, i - 1)->x2 > word->size * 0.08)
        g_string_append_c (text, ' ');
      g_string_append (text, word->text);
    }
}

/**
 * dd_pdf_row_to_text:
 *
 * Returns: (transfer full): all words of the row
 */
char *
dd_pdf_row_to_text (const DdPdfRow *self)
{
  GString *text = g_string_new (NULL);

  dd_pdf_row_append (self, 0, self->words->len, text);

  return g_string_free (text, FALSE);
}

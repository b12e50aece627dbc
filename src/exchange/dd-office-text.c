/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-office-text"

#include "config.h"

#include "dd-office-text.h"

#include "dd-exchange-error.h"
#include "dd-office-table.h"
#include "dd-text-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What cells hold until their table is written may be this much together: tables in tables
 * and merged cells could have much made of little. */
#define HELD_MAX (4 * (gsize) DD_TEXT_READER_MAX_SIZE)

typedef struct
{
  GString      *text;
  GString      *pending;        /* in a font that is not as it looks: converted when it ends */
  DdOfficeFont  font;           /* that of @pending */
} Paragraph;

/* Where paragraphs go: into the text if @lines is %NULL, into a cell, or into a note. */
typedef struct
{
  GPtrArray     *lines;
  DdOfficeTable *table;         /* (unowned): that the cell is of */
} Place;

struct _DdOfficeText
{
  GString       *text;
  GString       *left_over;     /* a paragraph whose end was deleted: the next one goes on */
  GArray        *paragraphs;    /* those that have begun; a text box stands in a paragraph */
  GArray        *places;
  GPtrArray     *tables;        /* those that have begun */
  GPtrArray     *notes;
  gsize          size;          /* of all that was appended */
  gsize          held;
  gboolean       full;
  DdOldEncoding  converted;
};

static void
clear_paragraph (gpointer data)
{
  Paragraph *paragraph = data;

  g_string_free (paragraph->text, TRUE);
  g_string_free (paragraph->pending, TRUE);
}

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_clear_pointer (&place->lines, g_ptr_array_unref);
}

DdOfficeText *
dd_office_text_new (void)
{
  DdOfficeText *self = g_new0 (DdOfficeText, 1);
  const Place body = { NULL, NULL };

  self->text = g_string_new (NULL);
  self->left_over = g_string_new (NULL);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  g_array_append_val (self->places, body);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_office_table_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
dd_office_text_free (DdOfficeText *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_string_free (self->left_over, TRUE);
  g_array_unref (self->paragraphs);
  g_array_unref (self->places);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static Paragraph *
get_paragraph (DdOfficeText *self)
{
  return self->paragraphs->len > 0
         ? &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1) : NULL;
}

static Place *
get_place (DdOfficeText *self)
{
  return &g_array_index (self->places, Place, self->places->len - 1);
}

/* A line of the text, or of a cell or a note. */
static gboolean
take_line (const char *line,
           gpointer    data)
{
  DdOfficeText *self = data;
  Place *place = get_place (self);
  gsize length = strlen (line);

  while (length > 0 && (line[length - 1] == ' ' || line[length - 1] == '\t'))
    length--;

  if (place->lines != NULL)
    {
      self->held += length + 1;
      self->full |= self->held > HELD_MAX;
      if (!self->full)
        g_ptr_array_add (place->lines, g_strndup (line, length));
      return !self->full;
    }

  self->full |= self->text->len + length + 1 > DD_TEXT_READER_MAX_SIZE;
  if (self->full)
    return FALSE;
  /* One empty line says as much as many. */
  if (length == 0 && (self->text->len == 0 || g_str_has_suffix (self->text->str, "\n\n")))
    return TRUE;
  g_string_append_len (self->text, line, (gssize) length);
  g_string_append_c (self->text, '\n');

  return TRUE;
}

static void
take_lines (DdOfficeText *self,
            const char   *text)
{
  const char *end;

  while ((end = strchr (text, '\n')) != NULL)
    {
      g_autofree char *line = g_strndup (text, (gsize) (end - text));

      take_line (line, self);
      text = end + 1;
    }
  take_line (text, self);
}

/* Pieces of a run belong together: an accent may be a letter of its own. */
static void
convert_pending (DdOfficeText *self,
                 Paragraph    *paragraph)
{
  g_autofree char *converted = NULL;

  if (paragraph->pending->len == 0)
    return;

  if (paragraph->font.encoding != DD_OLD_ENCODING_NONE)
    {
      converted = dd_old_encoding_convert (paragraph->font.encoding, paragraph->pending->str);
      if (strcmp (converted, paragraph->pending->str) != 0)
        self->converted = paragraph->font.encoding;
    }
  if (paragraph->font.capitals)
    {
      g_autofree char *small = converted != NULL ? g_steal_pointer (&converted)
                                                 : g_strdup (paragraph->pending->str);

      converted = g_utf8_strup (small, -1);
    }
  g_string_append (paragraph->text, converted != NULL ? converted : paragraph->pending->str);
  g_string_truncate (paragraph->pending, 0);
}

void
dd_office_text_begin_paragraph (DdOfficeText *self)
{
  const Paragraph paragraph = { g_string_new (NULL), g_string_new (NULL),
                                { DD_OLD_ENCODING_NONE, FALSE } };

  g_array_append_val (self->paragraphs, paragraph);
}

/**
 * dd_office_text_append:
 * @text: UTF-8, without a NUL behind it
 * @font: what the letters stand for
 *
 * Appends words to the paragraph; line ends in them are spaces.
 */
void
dd_office_text_append (DdOfficeText       *self,
                       const char         *text,
                       gsize               length,
                       const DdOfficeFont *font)
{
  Paragraph *paragraph = get_paragraph (self);
  const gboolean plain = font->encoding == DD_OLD_ENCODING_NONE && !font->capitals;
  GString *target;

  if (paragraph == NULL || length == 0)
    return;
  self->full |= self->size + length > DD_TEXT_READER_MAX_SIZE;
  if (self->full)
    return;
  self->size += length;

  if (plain || paragraph->font.encoding != font->encoding ||
      paragraph->font.capitals != font->capitals)
    convert_pending (self, paragraph);
  paragraph->font = *font;
  target = plain ? paragraph->text : paragraph->pending;
  g_string_append_len (target, text, (gssize) length);
  for (gsize i = target->len - length; i < target->len; i++)
    if (target->str[i] == '\n' || target->str[i] == '\r')
      target->str[i] = ' ';
}

/**
 * dd_office_text_append_sign:
 * @sign: what is no letter of a font: a tabulator, a line end
 */
void
dd_office_text_append_sign (DdOfficeText *self,
                            const char   *sign)
{
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph == NULL)
    return;

  self->size += strlen (sign);
  convert_pending (self, paragraph);
  g_string_append (paragraph->text, sign);
}

/**
 * dd_office_text_end_paragraph:
 * @label: (nullable): its number
 * @goes_on: whether the next paragraph is the rest of it
 */
void
dd_office_text_end_paragraph (DdOfficeText *self,
                              const char   *label,
                              gboolean      goes_on)
{
  Paragraph *paragraph = get_paragraph (self);
  g_autofree char *text = NULL;

  g_return_if_fail (paragraph != NULL);

  convert_pending (self, paragraph);
  g_string_append_len (self->left_over, paragraph->text->str, (gssize) paragraph->text->len);
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
  if (goes_on)
    return;
  text = g_string_free (self->left_over, FALSE);
  self->left_over = g_string_new (NULL);

  /* A number alone is a cell of its own in a table, and nothing elsewhere. */
  if (label != NULL && (*text != '\0' || get_place (self)->table != NULL))
    {
      g_autofree char *whole = g_strconcat (label, text, NULL);

      take_lines (self, whole);
    }
  else
    {
      take_lines (self, text);
    }
}

void
dd_office_text_begin_table (DdOfficeText *self)
{
  g_ptr_array_add (self->tables, dd_office_table_new ());
}

static DdOfficeTable *
get_table (DdOfficeText *self)
{
  return self->tables->len > 0 ? self->tables->pdata[self->tables->len - 1] : NULL;
}

/**
 * dd_office_text_end_table:
 * @ruled: whether lines are drawn between its columns
 */
void
dd_office_text_end_table (DdOfficeText *self,
                          gboolean      ruled)
{
  DdOfficeTable *table = get_table (self);

  g_return_if_fail (table != NULL);

  if (get_place (self)->lines != NULL)
    dd_office_table_write_flat (table, take_line, self);
  else
    dd_office_table_write (table, ruled, take_line, self);
  g_ptr_array_set_size (self->tables, (int) self->tables->len - 1);
}

void
dd_office_text_begin_row (DdOfficeText *self)
{
  dd_office_table_begin_row (get_table (self));
}

/**
 * dd_office_text_end_row:
 * @head: whether the row stands on each page again
 * @n_times: how often the row is there
 */
void
dd_office_text_end_row (DdOfficeText *self,
                        gboolean      head,
                        guint         n_times)
{
  dd_office_table_end_row (get_table (self), head, n_times);
}

/**
 * dd_office_text_get_column:
 *
 * Returns: the column in which the next cell begins
 */
guint
dd_office_text_get_column (DdOfficeText *self)
{
  return dd_office_table_get_column (get_table (self));
}

static void
begin_place (DdOfficeText  *self,
             DdOfficeTable *table)
{
  const Place place = { g_ptr_array_new_with_free_func (g_free), table };

  g_array_append_val (self->places, place);
}

/* What nothing came behind any more. */
static void
take_left_over (DdOfficeText *self)
{
  if (self->left_over->len == 0)
    return;

  take_lines (self, self->left_over->str);
  g_string_truncate (self->left_over, 0);
}

/* (transfer full): what stands in the place */
static GPtrArray *
end_place (DdOfficeText *self)
{
  GPtrArray *lines = g_ptr_array_ref (get_place (self)->lines);

  take_left_over (self);
  g_array_set_size (self->places, self->places->len - 1);

  return lines;
}

void
dd_office_text_begin_cell (DdOfficeText *self)
{
  begin_place (self, get_table (self));
}

/**
 * dd_office_text_end_cell:
 * @n_columns: over how many columns it goes
 * @continued: whether it is one with the cell above it
 */
void
dd_office_text_end_cell (DdOfficeText *self,
                         guint         n_columns,
                         gboolean      continued)
{
  g_autoptr (GPtrArray) lines = end_place (self);

  dd_office_table_add_cell (get_table (self), lines, n_columns, continued);
}

/**
 * dd_office_text_begin_note:
 *
 * Begins a footnote or an endnote. It stands behind the text, where it does not come between
 * the words of a sentence.
 */
void
dd_office_text_begin_note (DdOfficeText *self)
{
  begin_place (self, NULL);
}

/**
 * dd_office_text_end_note:
 * @number: its number, from 1 on
 */
void
dd_office_text_end_note (DdOfficeText *self,
                         guint         number)
{
  g_autoptr (GPtrArray) lines = end_place (self);
  g_autofree char *words = dd_office_table_join_lines (lines, TRUE);

  g_strstrip (words);
  if (*words == '\0' || number == 0)
    return;
  if (self->notes->len < number)
    g_ptr_array_set_size (self->notes, (int) number);
  g_free (self->notes->pdata[number - 1]);
  self->notes->pdata[number - 1] = g_strdup_printf ("[%u] %s", number, words);
}

/**
 * dd_office_text_get_size:
 *
 * Returns: how much was appended so far: whether more was, can be told by that
 */
gsize
dd_office_text_get_size (DdOfficeText *self)
{
  return self->size;
}

static gboolean
has_words (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * dd_office_text_finish:
 * @name: the file's name, for messages
 * @converted: (out): the old encoding that a part of it was in
 *
 * Returns: (transfer full) (nullable): the whole text, or %NULL with #DdExchangeError
 */
char *
dd_office_text_finish (DdOfficeText   *self,
                       const char     *name,
                       DdOldEncoding  *converted,
                       GError        **error)
{
  take_left_over (self);
  if (self->notes->len > 0)
    take_line ("", self);
  for (guint i = 0; i < self->notes->len; i++)
    if (self->notes->pdata[i] != NULL)
      take_line (self->notes->pdata[i], self);

  if (self->full)
    {
      g_autofree char *limit = g_format_size (DD_TEXT_READER_MAX_SIZE);

      g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE,
                   /* Translators: the name of a file, then a size, "16.8 MB". */
                   _("“%s” has more than %s of text. A conclusion document is never that long; "
                     "please check that it is the right file."), name, limit);
      return NULL;
    }
  if (!has_words (self->text->str))
    {
      g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_NO_TEXT,
                   /* Translators: the name of a file. */
                   _("“%s” has no text in it. If it shows pictures of text, read them with an OCR "
                     "program, check the text, save it as a document, and open that."), name);
      return NULL;
    }

  while (g_str_has_suffix (self->text->str, "\n\n"))
    g_string_truncate (self->text, self->text->len - 1);
  *converted = self->converted;

  return g_strdup (self->text->str);
}

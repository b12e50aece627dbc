/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-pdf-reader"

#include "config.h"

#include "dd-pdf-reader.h"

#include "dd-exchange-error.h"
#include "dd-pdf-furniture.h"
#include "dd-pdf-paragraphs.h"
#include "dd-text-reader.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Poppler keeps some tables for all documents, and its locks for them are young. */
static GMutex poppler_mutex;

static PopplerDocument *
open_document (GBytes      *bytes,
               const char  *name,
               GError     **error)
{
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &reason);

  if (document != NULL)
    return document;

  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_LOCKED,
                 /* Translators: %s is the name of a file. */
                 _("“%s” opens with a password only. Save it without the password and open it "
                   "once more."), name);
  else
    g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_DAMAGED,
                 /* Translators: %s is the name of a file. */
                 _("“%s” is a damaged PDF file, or only a part of one. Get it once more from where "
                   "it came from."), name);

  return NULL;
}

/* --- pages without text --------------------------------------------------- */

static gboolean
has_picture (PopplerPage *page)
{
  GList *pictures = poppler_page_get_image_mapping (page);
  const gboolean has = pictures != NULL;

  poppler_page_free_image_mapping (pictures);

  return has;
}

/* "2, 5–7" */
static char *
describe_pages (const GArray *pages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const guint first = g_array_index (pages, guint, i);
      guint last = first;

      while (i + 1 < pages->len && g_array_index (pages, guint, i + 1) == last + 1)
        {
          last++;
          i++;
        }
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append_printf (text, "%u", first);
      if (last > first)
        g_string_append_printf (text, "–%u", last);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_pictures (const GArray *pages)
{
  g_autofree char *numbers = describe_pages (pages);

  /* Translators: %s are numbers of pages: "2, 5–7". */
  return g_strdup_printf (ngettext ("Page %s is a picture; the text in it was not read.",
                                    "Pages %s are pictures; the text in them was not read.",
                                    pages->len), numbers);
}

/* --- reading -------------------------------------------------------------- */

static void
move_rows (GPtrArray *from,
           GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, from->pdata[i]);
  g_ptr_array_set_free_func (from, NULL);
  g_ptr_array_unref (from);
}

static gsize
measure (const GPtrArray *rows)
{
  gsize size = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const DdPdfRow *row = rows->pdata[i];

      for (guint j = 0; j < row->words->len; j++)
        size += strlen (dd_pdf_row_get_word (row, j)->text) + 1;
    }

  return size;
}

/* The rows of all pages; NULL if that is not to be. */
static GPtrArray *
read_rows (PopplerDocument  *document,
           GCancellable     *cancellable,
           DdOldEncoding    *converted,
           GArray           *pictures,
           GError          **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (dd_pdf_row_free);
  const int n_pages = poppler_document_get_n_pages (document);
  gsize size = 0;

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page;
      GPtrArray *rows_of_page;
      const guint number = (guint) i + 1;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      page = poppler_document_get_page (document, i);
      if (page == NULL)
        continue;
      rows_of_page = dd_pdf_row_read_page (page, (guint) i, converted);
      size += measure (rows_of_page);
      if (rows_of_page->len == 0 && has_picture (page))
        g_array_append_val (pictures, number);
      g_object_unref (page);
      move_rows (rows_of_page, rows);
      if (size > DD_TEXT_READER_MAX_SIZE)
        {
          dd_text_check ("", size, DD_TEXT_READER_MAX_SIZE, error);
          return NULL;
        }
    }

  return g_steal_pointer (&rows);
}

static char *
read_document (PopplerDocument  *document,
               const char       *name,
               GCancellable     *cancellable,
               DdOldEncoding    *converted,
               char            **remark,
               GError          **error)
{
  const int n_pages = poppler_document_get_n_pages (document);
  g_autoptr (GArray) pictures = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  if (n_pages > DD_PDF_READER_MAX_PAGES)
    {
      g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_TOO_LARGE,
                   /* Translators: the name of a file, then two numbers of pages. */
                   _("“%s” has %d pages; at most %d are read. Save the pages with the conclusion "
                     "as a file of their own and open that."), name, n_pages,
                   DD_PDF_READER_MAX_PAGES);
      return NULL;
    }

  rows = read_rows (document, cancellable, converted, pictures, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 0 && pictures->len > 0)
    {
      g_set_error (error, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_NO_TEXT,
                   /* Translators: %s is the name of a file. */
                   _("“%s” is a scan: there are only pictures of text. Read it with an OCR "
                     "program, check the text, and open what that saved."), name);
      return NULL;
    }
  if (pictures->len > 0)
    *remark = describe_pictures (pictures);

  dd_pdf_furniture_take_edges (rows, (guint) n_pages);
  notes = dd_pdf_furniture_take_notes (rows, dd_pdf_furniture_find_size (rows));

  return dd_pdf_paragraphs_to_text (rows, notes);
}

/**
 * dd_pdf_reader_read:
 * @bytes: a PDF file
 * @name: of the file
 * @converted: (out): the encoding that fonts of old encodings have
 * @remark: (out): a sentence for the user about what was not read; %NULL if all was
 *
 * Reads the text of a PDF in the order people read it in, without what stands at the edges of
 * its pages, in whole paragraphs.
 *
 * Returns: (transfer full) (nullable): the text; or %NULL with #DdTextError, #DdExchangeError
 *   or %G_IO_ERROR_CANCELLED
 */
char *
dd_pdf_reader_read (GBytes         *bytes,
                    const char     *name,
                    GCancellable   *cancellable,
                    DdOldEncoding  *converted,
                    char          **remark,
                    GError        **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&poppler_mutex);
  PopplerDocument *document = open_document (bytes, name, error);
  g_autofree char *text = NULL;

  *converted = DD_OLD_ENCODING_NONE;
  *remark = NULL;
  if (document == NULL)
    return NULL;
  text = read_document (document, name, cancellable, converted, remark, error);
  g_object_unref (document);
  if (text == NULL || !dd_text_check (text, strlen (text), DD_TEXT_READER_MAX_SIZE, error))
    {
      g_clear_pointer (remark, g_free);
      return NULL;
    }

  return g_steal_pointer (&text);
}

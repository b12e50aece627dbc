/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the reader of PDF: words and lines with their places on a page. */
#pragma once

#include "dd-old-encoding.h"

#include <gio/gio.h>
#include <poppler.h>

G_BEGIN_DECLS

/* A page with more characters than this was not written by people. */
#define DD_PDF_PAGE_CHARACTERS_MAX 200000

/**
 * DdPdfWord:
 * @size: of its font, in points
 * @raised: whether it is small and stands higher than the words around it
 */
typedef struct
{
  char     *text;
  double    x1, y1, x2, y2;
  double    size;
  gboolean  raised;
} DdPdfWord;

/**
 * DdPdfRow:
 * @words: (element-type DdPdfWord): from the left
 * @page: from 0
 * @page_height: of its page
 *
 * Words at one height of a page.
 */
typedef struct
{
  GPtrArray *words;
  double     x1, y1, x2, y2;
  double     size;
  guint      page;
  double     page_width;
  double     page_height;
} DdPdfRow;

GPtrArray *dd_pdf_row_read_page  (PopplerPage     *page,
                                  guint            index,
                                  DdOldEncoding   *converted) G_GNUC_WARN_UNUSED_RESULT;
void       dd_pdf_row_free       (gpointer         row);

DdPdfWord *dd_pdf_row_get_word   (const DdPdfRow  *self,
                                  guint            word);
guint      dd_pdf_row_find_end   (const DdPdfRow  *self,
                                  guint            first,
                                  double           gap);
guint      dd_pdf_row_count_parts (const DdPdfRow *self,
                                   double          gap);
void       dd_pdf_row_append     (const DdPdfRow  *self,
                                  guint            first,
                                  guint            last,
                                  GString         *text);
char      *dd_pdf_row_to_text    (const DdPdfRow  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

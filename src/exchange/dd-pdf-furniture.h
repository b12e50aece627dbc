/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-pdf-row.h"

G_BEGIN_DECLS

double     dd_pdf_furniture_find_size  (const GPtrArray *rows);
void       dd_pdf_furniture_take_edges (GPtrArray       *rows,
                                        guint            n_pages);
GPtrArray *dd_pdf_furniture_take_notes (GPtrArray       *rows,
                                        double           size) G_GNUC_WARN_UNUSED_RESULT;

/**
 * DdPdfNote:
 * @page: that it stands on the foot of
 * @text: with its number: "[1] Quyết định số …"
 */
typedef struct
{
  guint  page;
  char  *text;
} DdPdfNote;

G_END_DECLS

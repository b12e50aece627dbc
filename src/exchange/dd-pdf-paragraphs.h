/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-pdf-row.h"

G_BEGIN_DECLS

char *dd_pdf_paragraphs_to_text (const GPtrArray *rows,
                                 const GPtrArray *notes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-pdf-row.h"

G_BEGIN_DECLS

guint dd_pdf_table_read (const GPtrArray *rows,
                         guint            first,
                         GString         *text);

G_END_DECLS

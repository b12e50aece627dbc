/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-old-encoding.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Laws have some hundred pages, and no document of a meeting more than this. */
#define DD_PDF_READER_MAX_PAGES 2000

char *dd_pdf_reader_read (GBytes         *bytes,
                          const char     *name,
                          GCancellable   *cancellable,
                          DdOldEncoding  *converted,
                          char          **remark,
                          GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-text-file.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A scan of some hundred pages, which is refused for another reason, is no larger. */
#define DD_DOCUMENT_READER_MAX_SIZE (64 * 1024 * 1024)

DdTextFile *dd_document_reader_read    (const char     *path,
                                        GCancellable   *cancellable,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
DdTextFile *dd_document_reader_read_as (const char     *path,
                                        DdOldEncoding   encoding,
                                        GCancellable   *cancellable,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

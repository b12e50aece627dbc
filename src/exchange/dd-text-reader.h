/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-old-encoding.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A conclusion document of a thousand pages has four million characters. */
#define DD_TEXT_READER_MAX_SIZE (16 * 1024 * 1024)

char *dd_text_reader_read    (GBytes         *bytes,
                              const char     *name,
                              GCancellable   *cancellable,
                              DdOldEncoding  *converted,
                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;
char *dd_text_reader_read_as (GBytes         *bytes,
                              DdOldEncoding   encoding,
                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

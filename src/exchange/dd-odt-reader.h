/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-old-encoding.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *dd_odt_reader_read (GBytes         *bytes,
                          const char     *name,
                          GCancellable   *cancellable,
                          DdOldEncoding  *converted,
                          GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

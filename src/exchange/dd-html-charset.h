/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dd_html_charset_decode (const char  *bytes,
                              gsize        size,
                              gsize       *text_size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What some programs put before a text in UTF-8, and some expect. */
#define DD_TEXT_BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef enum
{
  DD_TEXT_ERROR_EMPTY,          /* nothing but white space */
  DD_TEXT_ERROR_NOT_UTF8,       /* another encoding, or not a text */
  DD_TEXT_ERROR_BINARY,         /* has NULs: not a text */
  DD_TEXT_ERROR_TOO_LONG,       /* beyond what a person could have written */
} DdTextError;

#define DD_TEXT_ERROR (dd_text_error_quark ())
GQuark    dd_text_error_quark (void);

gboolean  dd_text_check       (const char  *bytes,
                               gsize        size,
                               gsize        max_size,
                               GError     **error);
char     *dd_text_clean       (const char  *text,
                               gboolean     one_line) G_GNUC_WARN_UNUSED_RESULT;
char     *dd_text_capitalise  (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
char     *dd_text_visible     (const char  *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/exchange. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DdJsonScanner:
 *
 * Reads JSON from a file as a stream and takes it apart at its upper levels.
 */
typedef struct _DdJsonScanner DdJsonScanner;

DdJsonScanner *dd_json_scanner_open        (const char     *path,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           dd_json_scanner_close       (DdJsonScanner  *self);

gboolean       dd_json_scanner_enter_object (DdJsonScanner *self,
                                            GError        **error);
gboolean       dd_json_scanner_next_member (DdJsonScanner  *self,
                                            char          **name,
                                            GError        **error);
gboolean       dd_json_scanner_enter_array (DdJsonScanner  *self,
                                            GError        **error);
gboolean       dd_json_scanner_next_element (DdJsonScanner *self,
                                            gboolean       *there_is,
                                            GError        **error);
const char    *dd_json_scanner_read_value  (DdJsonScanner  *self,
                                            gsize          *size,
                                            GError        **error);
gboolean       dd_json_scanner_expect_end  (DdJsonScanner  *self,
                                            GError        **error);
gboolean       dd_json_scanner_fail        (DdJsonScanner  *self,
                                            int             code,
                                            GError        **error,
                                            const char     *format,
                                            ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS

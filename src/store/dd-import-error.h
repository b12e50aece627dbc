/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  dd_import_refuse (guint        place,
                            GError     **error,
                            const char  *format,
                            ...) G_GNUC_PRINTF (3, 4);
gboolean  dd_import_fail   (guint        place,
                            GError      *reason,
                            GError     **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  dd_header_check   (const char  *path,
                             GError     **error);
gboolean  dd_header_has_log (const char  *path);

G_END_DECLS

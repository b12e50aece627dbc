/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "DDOC": tells a file of records from any other SQLite file. */
#define DD_APPLICATION_ID 0x44444F43

gboolean  dd_header_check   (const char  *path,
                             guint        newest,
                             GError     **error);
gboolean  dd_header_has_log (const char  *path);

G_END_DECLS

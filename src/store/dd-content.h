/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-db.h"

G_BEGIN_DECLS

gboolean  dd_content_put   (DdDb        *db,
                            const char  *sha256,
                            GBytes      *content,
                            GError     **error);
GBytes   *dd_content_get   (DdDb        *db,
                            const char  *sha256,
                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dd_content_sweep (DdDb        *db,
                            const char  *before,
                            GError     **error);

G_END_DECLS

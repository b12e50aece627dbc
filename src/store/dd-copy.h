/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store: copies of a file of records that get their name when
 * they are whole and safe on the disk. */
#pragma once

#include "dd-db.h"

G_BEGIN_DECLS

char     *dd_copy_name_unfinished (const char  *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dd_copy_records         (DdDb        *db,
                                   const char  *path,
                                   GError     **error);
gboolean  dd_copy_make_safe       (const char  *unfinished,
                                   GError     **error);
gboolean  dd_copy_make_name_safe  (const char  *path,
                                   GError     **error);
gboolean  dd_copy_put_in_place    (const char  *unfinished,
                                   const char  *path,
                                   GError     **error);

G_END_DECLS

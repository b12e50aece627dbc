/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-db.h"

G_BEGIN_DECLS

typedef enum
{
  DD_FILE_OPEN_PLAIN     = 0,
  DD_FILE_OPEN_CREATE    = 1 << 0,      /* make the file if there is none */
  DD_FILE_OPEN_REMOTE    = 1 << 1,      /* for tests: as on another machine's disk */
  DD_FILE_OPEN_READ_ONLY = 1 << 2,
  DD_FILE_OPEN_AS_IT_IS  = 1 << 3,      /* of whatever version: to be copied, not used */
} DdFileFlags;

gboolean  dd_file_open (DdDb         *db,
                        const char   *path,
                        DdFileFlags   flags,
                        GError      **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/store. */
#pragma once

#include "dd-db.h"

G_BEGIN_DECLS

/* What brings a file to a version from the one before: SQL in a resource, or
 * a function where SQL does not do. Either may be missing. */
typedef struct
{
  const char *resources[3];
  gboolean  (*run) (DdDb    *db,
                    GError **error);
} DdMigration;

guint     dd_migrate_get_version (void);
gboolean  dd_migrate             (DdDb               *db,
                                  const char         *path,
                                  gboolean            is_new,
                                  GError            **error);
gboolean  dd_migrate_by_steps    (DdDb               *db,
                                  const char         *path,
                                  gboolean            is_new,
                                  const DdMigration  *steps,
                                  guint               n_steps,
                                  GError            **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-store.h"

G_BEGIN_DECLS

/**
 * DdRowSource:
 * @place: (out): where the record stands in what is read, for messages
 *
 * Gives one record after the other. It is called on the store's thread, so it
 * may use nothing but @user_data.
 *
 * Returns: (transfer none) (nullable): the next record, which stays until the next call and
 *   may be changed until then; %NULL at the end, or with @error
 */
typedef DdRow *(*DdRowSource) (gpointer   user_data,
                               guint     *place,
                               GError   **error);

/* Called on the main thread now and then. */
typedef void   (*DdImportProgress) (guint     n_records,
                                    gpointer  user_data);

/**
 * DdImportCounts:
 *
 * What an import did.
 */
typedef struct
{
  guint n_created;
  guint n_changed;
  guint n_same;
  guint by_kind[DD_N_KINDS];    /* created */
} DdImportCounts;

void      dd_store_import_async  (DdStore              *self,
                                  DdRowSource           source,
                                  gpointer              source_data,
                                  GDestroyNotify        source_free,
                                  const char           *actor,
                                  const char           *reason,
                                  DdImportProgress      progress,
                                  gpointer              progress_data,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean  dd_store_import_finish (DdStore              *self,
                                  GAsyncResult         *result,
                                  DdImportCounts       *counts,
                                  GError              **error);

G_END_DECLS

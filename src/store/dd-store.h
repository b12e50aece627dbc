/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "dd-calendar.h"
#include "dd-change.h"
#include "dd-history-entry.h"
#include "dd-measure.h"
#include "dd-query.h"
#include "dd-record.h"
#include "dd-rules.h"
#include "dd-store-error.h"

G_BEGIN_DECLS

/* dd-list.h has it: lists know the store, which only hands them out. */
typedef struct _DdList DdList;

#define DD_TYPE_STORE (dd_store_get_type ())
G_DECLARE_FINAL_TYPE (DdStore, dd_store, DD, STORE, GObject)

typedef enum
{
  DD_STORE_OPEN_PLAIN     = 0,
  DD_STORE_OPEN_CREATE    = 1 << 0,
  DD_STORE_OPEN_READ_ONLY = 1 << 1,
} DdStoreOpenFlags;

DdStore       *dd_store_new            (void) G_GNUC_WARN_UNUSED_RESULT;

void           dd_store_open_async     (DdStore              *self,
                                        const char           *path,
                                        DdStoreOpenFlags      flags,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean       dd_store_open_finish    (DdStore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void           dd_store_close          (DdStore              *self);

const char    *dd_store_get_path       (DdStore              *self);
gboolean       dd_store_get_read_only  (DdStore              *self);
gboolean       dd_store_get_remote     (DdStore              *self);
const DdRules *dd_store_get_rules      (DdStore              *self);
DdCalendar    *dd_store_get_calendar   (DdStore              *self);

DdList        *dd_store_get_list       (DdStore              *self,
                                        const DdQuery        *query) G_GNUC_WARN_UNUSED_RESULT;
void           dd_store_fetch_async    (DdStore              *self,
                                        DdKind                kind,
                                        gint64                id,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
DdRecord      *dd_store_fetch_finish   (DdStore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void           dd_store_find_async     (DdStore              *self,
                                        DdKind                kind,
                                        const char           *uid,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gint64         dd_store_find_finish    (DdStore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void           dd_store_select_async   (DdStore              *self,
                                        const DdQuery        *query,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray     *dd_store_select_finish  (DdStore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void           dd_store_count_async    (DdStore              *self,
                                        const DdQuery        *query,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean       dd_store_count_finish   (DdStore              *self,
                                        GAsyncResult         *result,
                                        guint                *count,
                                        GError              **error);

void           dd_store_write_async    (DdStore              *self,
                                        DdChange             *change,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
DdChange      *dd_store_write_finish   (DdStore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void           dd_store_undo_async     (DdStore              *self,
                                        gint64                action,
                                        const char           *actor,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean       dd_store_undo_finish    (DdStore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);

void           dd_store_read_content_async  (DdStore             *self,
                                             const char          *sha256,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
GBytes        *dd_store_read_content_finish (DdStore             *self,
                                             GAsyncResult        *result,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void           dd_store_history_async  (DdStore              *self,
                                        DdKind                kind,
                                        gint64                id,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray     *dd_store_history_finish (DdStore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS

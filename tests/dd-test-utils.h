/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several tests need: waiting without sleeping, a folder of one's own,
 * and a store in it. */
#pragma once

#include "dd-list.h"
#include "dd-store.h"

G_BEGIN_DECLS

typedef struct
{
  char    *dir;
  char    *path;
  DdStore *store;
} DdStoreFixture;

void          dd_test_keep_result_cb (GObject         *object,
                                      GAsyncResult    *result,
                                      gpointer         user_data);
GAsyncResult *dd_test_await          (GAsyncResult   **result);
gboolean      dd_test_spin_until     (gboolean       (*done) (gpointer data),
                                      gpointer         data,
                                      guint            milliseconds);

void          dd_test_set_up         (DdStoreFixture  *f,
                                      gconstpointer    data);
void          dd_test_set_up_open    (DdStoreFixture  *f,
                                      gconstpointer    data);
void          dd_test_tear_down      (DdStoreFixture  *f,
                                      gconstpointer    data);
gboolean      dd_test_open           (DdStoreFixture  *f,
                                      DdStoreOpenFlags flags,
                                      GError         **error);
void          dd_test_reopen         (DdStoreFixture  *f);
DdChange     *dd_test_write          (DdStore         *store,
                                      DdChange        *change,
                                      GError         **error);
gint64        dd_test_insert         (DdStore         *store,
                                      DdRow           *row);
gboolean      dd_test_undo           (DdStore         *store,
                                      gint64           action,
                                      GError         **error);
DdRecord     *dd_test_fetch          (DdStore         *store,
                                      DdKind           kind,
                                      gint64           id,
                                      GError         **error);
GPtrArray    *dd_test_select         (DdStore         *store,
                                      const DdQuery   *query);
GPtrArray    *dd_test_select_kind    (DdStore         *store,
                                      DdKind           kind);
guint         dd_test_count          (DdStore         *store,
                                      DdKind           kind);
void          dd_test_wait_list      (DdList          *list);
DdRow        *dd_test_unit           (const char      *name);
DdRow        *dd_test_task           (const char      *content,
                                      gint64           lead,
                                      const char      *deadline);
char         *dd_test_checksum       (const char      *path);
void          dd_test_remove_tree    (const char      *path);

G_END_DECLS

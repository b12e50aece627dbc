/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void   dd_attachment_copy_async  (const char           *sha256,
                                  const char           *name,
                                  GBytes               *content,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GFile *dd_attachment_copy_finish (GAsyncResult         *result,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void   dd_attachment_copy_sweep  (gint64                before);
void   dd_attachment_copy_sweep_beside (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_HISTORY_VIEW (dd_history_view_get_type ())
G_DECLARE_FINAL_TYPE (DdHistoryView, dd_history_view, DD, HISTORY_VIEW, GtkWidget)

void  dd_history_view_show      (DdHistoryView *self,
                                 DdStore       *store,
                                 DdKind         kind,
                                 gint64         id);

char *dd_history_moment_to_text (const char    *instant) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

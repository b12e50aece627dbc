/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dd-session.h"
#include "dd-table-text.h"

G_BEGIN_DECLS

#define DD_TYPE_TABLE_WINDOW (dd_table_window_get_type ())
G_DECLARE_FINAL_TYPE (DdTableWindow, dd_table_window, DD, TABLE_WINDOW, AdwWindow)

GtkWidget *dd_table_window_new         (DdSession     *session,
                                        GtkWindow     *parent);

void       dd_table_window_set_source  (DdTableWindow *self,
                                        gint64         document,
                                        gint64         meeting,
                                        const char    *meeting_name);
void       dd_table_window_paste       (DdTableWindow *self);
void       dd_table_window_take        (DdTableWindow *self,
                                        DdTableText   *table);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "dd-query.h"
#include "dd-record.h"

G_BEGIN_DECLS

#define DD_TYPE_LIST (dd_list_get_type ())
G_DECLARE_FINAL_TYPE (DdList, dd_list, DD, LIST, GObject)

void           dd_list_set_query   (DdList        *self,
                                    const DdQuery *query);
const DdQuery *dd_list_get_query   (DdList        *self);
gboolean       dd_list_get_loading (DdList        *self);
gboolean       dd_list_get_complete (DdList       *self);
guint          dd_list_get_count   (DdList        *self);
gint64         dd_list_get_id      (DdList        *self,
                                    guint          position);
guint          dd_list_find        (DdList        *self,
                                    gint64         id);

G_END_DECLS

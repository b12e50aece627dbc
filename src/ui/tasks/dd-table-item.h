/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DdTableItem:
 *
 * A row of a pasted table in a list: where it is, and nothing else.
 */
#define DD_TYPE_TABLE_ITEM (dd_table_item_get_type ())
G_DECLARE_FINAL_TYPE (DdTableItem, dd_table_item, DD, TABLE_ITEM, GObject)

DdTableItem *dd_table_item_new          (guint        position) G_GNUC_WARN_UNUSED_RESULT;
guint        dd_table_item_get_position (DdTableItem *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-item"

#include "dd-table-item.h"

struct _DdTableItem
{
  GObject parent_instance;

  guint   position;
};

G_DEFINE_FINAL_TYPE (DdTableItem, dd_table_item, G_TYPE_OBJECT)

static void
dd_table_item_class_init (DdTableItemClass *klass)
{
}

static void
dd_table_item_init (DdTableItem *self)
{
}

DdTableItem *
dd_table_item_new (guint position)
{
  DdTableItem *self = g_object_new (DD_TYPE_TABLE_ITEM, NULL);

  self->position = position;

  return self;
}

guint
dd_table_item_get_position (DdTableItem *self)
{
  g_return_val_if_fail (DD_IS_TABLE_ITEM (self), 0);

  return self->position;
}

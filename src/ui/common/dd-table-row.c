/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-row"

#include "dd-table-row.h"

/**
 * DdTableRow:
 *
 * A place in a table, and the record that stands there now.
 *
 * To a view another item is another row: it takes down the widgets of the old
 * one and builds them for the new one. A place stays when an answer changes,
 * and only its cells are filled anew.
 */
struct _DdTableRow
{
  GObject   parent_instance;

  DdRecord *record;
};

G_DEFINE_FINAL_TYPE (DdTableRow, dd_table_row, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
record_changed_cb (DdTableRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_record (DdTableRow *self,
             DdRecord   *record)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_swapped (record, "changed", G_CALLBACK (record_changed_cb), self);
}

static void
dd_table_row_dispose (GObject *object)
{
  take_record (DD_TABLE_ROW (object), NULL);

  G_OBJECT_CLASS (dd_table_row_parent_class)->dispose (object);
}

static void
dd_table_row_class_init (DdTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_table_row_dispose;

  /* Another record stands here, or says something else. */
  signals[CHANGED] =
    g_signal_new ("changed", DD_TYPE_TABLE_ROW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dd_table_row_init (DdTableRow *self)
{
}

/**
 * dd_table_row_new:
 * @record: (nullable): which stands there now
 *
 * Returns: (transfer full): a place in a table
 */
DdTableRow *
dd_table_row_new (DdRecord *record)
{
  DdTableRow *self = g_object_new (DD_TYPE_TABLE_ROW, NULL);

  take_record (self, record);

  return self;
}

/**
 * dd_table_row_get_record:
 *
 * Returns: (transfer none) (nullable): %NULL while the place is about to go
 */
DdRecord *
dd_table_row_get_record (DdTableRow *self)
{
  g_return_val_if_fail (DD_IS_TABLE_ROW (self), NULL);

  return self->record;
}

/**
 * dd_table_row_set_record:
 * @record: (nullable): which stands there from now on
 */
void
dd_table_row_set_record (DdTableRow *self,
                         DdRecord   *record)
{
  g_return_if_fail (DD_IS_TABLE_ROW (self));

  if (self->record == record)
    return;

  take_record (self, record);
  g_signal_emit (self, signals[CHANGED], 0);
}

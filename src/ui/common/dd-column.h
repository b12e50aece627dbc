/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-record.h"

G_BEGIN_DECLS

/* Shows a record in a cell. Called again whenever the record has changed. */
typedef void (*DdCellFunc) (GtkInscription *cell,
                            DdRecord       *record,
                            gpointer        user_data);

#define DD_TABLE_UNSORTED (-1)

/**
 * DdTableColumn:
 * @title: to be translated
 * @width: in pixels; 0: takes the room that is left
 * @sort: the field that the column sorts by, or %DD_TABLE_UNSORTED
 * @show: fills a cell
 * @numeric: whether cells are aligned at the end
 * @lines: how many lines a cell has; 0: one
 */
typedef struct
{
  const char *title;
  int         width;
  int         sort;
  DdCellFunc  show;
  gboolean    numeric;
  guint       lines;
} DdTableColumn;

/**
 * DdColumn:
 *
 * Private to the table: a column of it, with its head and its cells.
 */
typedef struct _DdColumn DdColumn;

DdColumn            *dd_column_new             (const DdTableColumn  *description,
                                                gpointer              user_data)
                                                G_GNUC_WARN_UNUSED_RESULT;
void                 dd_column_free            (gpointer              self);
GtkColumnViewColumn *dd_column_get_head        (DdColumn             *self);
const DdTableColumn *dd_column_get_description (DdColumn             *self);
DdColumn            *dd_column_find_sorted     (GtkColumnView        *view,
                                                gboolean             *descending);
void                 dd_column_refresh         (DdColumn             *self);

G_END_DECLS

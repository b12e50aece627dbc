/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-row.h"

G_BEGIN_DECLS

/**
 * DdHistoryChange:
 * @field: name of the field
 * @old_value: (nullable): for a person, in the language of the program
 * @new_value: (nullable): the same
 */
typedef struct
{
  char *field;
  char *label;
  char *old_value;
  char *new_value;
} DdHistoryChange;

/**
 * DdHistoryEntry:
 * @row: of %DD_KIND_HISTORY: when, who, why, what
 * @changes: (element-type DdHistoryChange)
 *
 * One entry of a record's history, ready to be shown.
 */
typedef struct
{
  DdRow     *row;
  GPtrArray *changes;
} DdHistoryEntry;

void dd_history_entry_free (DdHistoryEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdHistoryEntry, dd_history_entry_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-change.h"
#include "dd-draft.h"
#include "dd-known-units.h"
#include "dd-table-layout.h"
#include "dd-table-row-kind.h"

G_BEGIN_DECLS

typedef enum
{
  DD_TABLE_FAULT_NONE       = 0,
  DD_TABLE_FAULT_NO_CONTENT = 1 << 0,
  DD_TABLE_FAULT_NO_LEAD    = 1 << 1,
  DD_TABLE_FAULT_TOO_LONG   = 1 << 2,
  DD_TABLE_FAULT_NO_DAY     = 1 << 3,   /* the deadline is no day there is, or no time at all */
  DD_TABLE_FAULT_PAST       = 1 << 4,   /* the deadline lies before the task is assigned */
  DD_TABLE_FAULT_ASSIGNED   = 1 << 5,   /* the day of assignment is no day */
} DdTableFaults;

/**
 * DdTableRow:
 * @row: in the table
 * @draft: (nullable): what is made of it; %NULL if it is no task
 * @assigned: the day of its assignment
 * @inherited: whether the lead is that of the row above, where the cell is empty
 * @left_out: whether somebody said that nothing is to be made of it
 */
typedef struct
{
  guint           row;
  DdTableRowKind  kind;
  DdTableFaults   faults;
  DdDraft        *draft;
  DdDay           assigned;
  gboolean        inherited;
  gboolean        left_out;
} DdTableRow;

/**
 * DdTableUnit:
 * @name: as cells have it
 * @n_rows: in how many tasks
 * @compared: whether @near is known; see dd_table_plan_find_near()
 * @near: a known unit that is perhaps the same; 0: none is
 * @same_as: the known unit that it was said to be; 0: it is to be created
 * @learn: whether that is another name of it from now on
 *
 * A unit that the table names and nobody knows.
 */
typedef struct
{
  char     *name;
  guint     n_rows;
  gboolean  compared;
  gint64    near;
  gint64    same_as;
  gboolean  learn;
} DdTableUnit;

typedef struct
{
  guint n_tasks;
  guint n_units;
  guint n_faults;
  guint n_headings;
  guint n_left_out;
} DdTableTotals;

typedef struct _DdTablePlan DdTablePlan;

DdTablePlan     *dd_table_plan_new         (DdTableText        *table,
                                            DdKnownUnits       *units,
                                            GHashTable         *remembered,
                                            DdDay               assigned)
                                            G_GNUC_WARN_UNUSED_RESULT;
void             dd_table_plan_free        (DdTablePlan        *self);

const DdTableText *dd_table_plan_get_table (DdTablePlan        *self);
DdTableLayout   *dd_table_plan_get_layout  (DdTablePlan        *self);
void             dd_table_plan_set_role    (DdTablePlan        *self,
                                            guint               column,
                                            DdTableRole         role);
void             dd_table_plan_forget_units (DdTablePlan       *self);
void             dd_table_plan_set_assigned (DdTablePlan       *self,
                                            DdDay               assigned);

gboolean         dd_table_plan_read_some   (DdTablePlan        *self,
                                            guint               n_rows);
guint            dd_table_plan_get_n_rows  (DdTablePlan        *self);
const DdTableRow *dd_table_plan_get_row    (DdTablePlan        *self,
                                            guint               position);
void             dd_table_plan_leave_out   (DdTablePlan        *self,
                                            guint               position,
                                            gboolean            left_out);
GPtrArray       *dd_table_plan_get_unknown (DdTablePlan        *self);
void             dd_table_plan_find_near   (DdTablePlan        *self,
                                            DdTableUnit        *unit);
void             dd_table_plan_decide      (DdTablePlan        *self,
                                            const char         *name,
                                            gint64              same_as,
                                            gboolean            learn);
void             dd_table_plan_count       (DdTablePlan        *self,
                                            DdTableTotals      *totals);
guint            dd_table_plan_fill        (DdTablePlan        *self,
                                            DdChange           *change,
                                            gint64              document,
                                            gint64              meeting);
const char      *dd_table_fault_get_text   (DdTableFaults       faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTablePlan, dd_table_plan_free)

G_END_DECLS

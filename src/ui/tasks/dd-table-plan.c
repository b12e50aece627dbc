/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-plan"

#include "config.h"

#include "dd-table-plan.h"

#include "dd-table-cells.h"

#include "dd-assign.h"
#include "dd-directive.h"
#include "dd-text.h"
#include "dd-unit-naming.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DdTablePlan:
 *
 * A pasted table on its way to tasks: what each row would become, with what is wrong with
 * it. It knows no widgets, and reads as many rows at a time as it is told.
 */
struct _DdTablePlan
{
  DdTableText   *table;
  DdKnownUnits  *units;
  DdTableLayout *layout;
  DdTableCells  *cells;
  GArray        *rows;          /* of DdTableRow */
  GHashTable    *left_out;      /* rows of the table, as pointers */
  GHashTable    *decisions;     /* name → DdTableUnit */
  DdDay          assigned;
};

static void
clear_row (gpointer data)
{
  g_clear_pointer (&((DdTableRow *) data)->draft, dd_draft_free);
}

static void
unit_free (gpointer data)
{
  g_free (((DdTableUnit *) data)->name);
  g_free (data);
}

/**
 * dd_table_plan_new:
 * @table: (transfer full): the table
 * @units: by whose names units are found; kept
 * @remembered: (nullable): see dd_table_layout_new()
 * @assigned: the day on which the tasks count as assigned, and for years that are left out
 */
DdTablePlan *
dd_table_plan_new (DdTableText  *table,
                   DdKnownUnits *units,
                   GHashTable   *remembered,
                   DdDay         assigned)
{
  DdTablePlan *self = g_new0 (DdTablePlan, 1);

  self->table = table;
  self->units = g_object_ref (units);
  self->layout = dd_table_layout_new (table, dd_known_units_get_dictionary (units), remembered);
  self->cells = dd_table_cells_new (units);
  self->rows = g_array_new (FALSE, FALSE, sizeof (DdTableRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->left_out = g_hash_table_new (NULL, NULL);
  self->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unit_free);
  self->assigned = assigned;

  return self;
}

void
dd_table_plan_free (DdTablePlan *self)
{
  if (self == NULL)
    return;

  dd_table_text_free (self->table);
  dd_table_layout_free (self->layout);
  dd_table_cells_free (self->cells);
  g_object_unref (self->units);
  g_array_unref (self->rows);
  g_hash_table_unref (self->left_out);
  g_hash_table_unref (self->decisions);
  g_free (self);
}

const DdTableText *
dd_table_plan_get_table (DdTablePlan *self)
{
  return self->table;
}

DdTableLayout *
dd_table_plan_get_layout (DdTablePlan *self)
{
  return self->layout;
}

static void
begin_anew (DdTablePlan *self)
{
  g_array_set_size (self->rows, 0);
}

/**
 * dd_table_plan_set_role:
 *
 * Says what a column is; the rows are to be read again.
 */
void
dd_table_plan_set_role (DdTablePlan *self,
                        guint        column,
                        DdTableRole  role)
{
  dd_table_layout_set_role (self->layout, column, role);
  begin_anew (self);
}

/**
 * dd_table_plan_forget_units:
 *
 * Other units are known now: the rows are to be read again. What was said of names stays.
 */
void
dd_table_plan_forget_units (DdTablePlan *self)
{
  GHashTableIter iter;
  gpointer unit;

  dd_table_cells_free (self->cells);
  self->cells = dd_table_cells_new (self->units);
  g_hash_table_iter_init (&iter, self->decisions);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    ((DdTableUnit *) unit)->compared = FALSE;
  begin_anew (self);
}

void
dd_table_plan_set_assigned (DdTablePlan *self,
                            DdDay        assigned)
{
  self->assigned = assigned;
  begin_anew (self);
}

/* --- reading a row -------------------------------------------------------- */

static const char *
get_cell (DdTablePlan *self,
          guint        row,
          DdTableRole  role)
{
  return dd_table_layout_get_cell (self->layout, self->table, row, role);
}

static gint64
look_up_cb (const char *name,
            gpointer    user_data)
{
  DdTablePlan *self = user_data;
  const DdTableUnit *decided = g_hash_table_lookup (self->decisions, name);

  if (decided != NULL && decided->same_as != 0)
    return decided->same_as;

  return dd_unit_dictionary_find (dd_known_units_get_dictionary (self->units), name);
}

/* Several columns may have units that coordinate. */
static char **
collect_coordinating (DdTablePlan *self,
                      guint        row)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < dd_table_text_get_n_columns (self->table); i++)
    if (dd_table_layout_get_role (self->layout, i) == DD_TABLE_ROLE_COORDINATING)
      g_strv_builder_addv (builder, (const char **)
                           dd_table_cells_get_units (self->cells,
                                                     dd_table_text_get_cell (self->table, row, i)));

  return g_strv_builder_end (builder);
}

/* An empty cell below a unit was merged with it, and spreadsheets copy only the first. */
static char **
inherit_leads (DdTablePlan *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = self->rows->len; i-- > 0;)
    {
      const DdTableRow *above = &g_array_index (self->rows, DdTableRow, i);

      if (above->kind == DD_TABLE_ROW_HEADING)
        break;
      if (above->kind != DD_TABLE_ROW_TASK)
        continue;
      for (guint j = 0; j < above->draft->leads->len; j++)
        g_strv_builder_add (builder, ((DdDraftUnit *) above->draft->leads->pdata[j])->name);
      break;
    }

  return g_strv_builder_end (builder);
}

static void
set_units (DdTablePlan *self,
           DdTableRow  *row)
{
  const char *cell = get_cell (self, row->row, DD_TABLE_ROLE_LEAD);
  g_auto (GStrv) inherited = NULL;
  g_auto (GStrv) coordinating = collect_coordinating (self, row->row);
  char **leads = (char **) dd_table_cells_get_units (self->cells, cell);

  if (dd_table_cell_is_blank (cell) &&
      dd_table_layout_find (self->layout, DD_TABLE_ROLE_LEAD) != G_MAXUINT)
    {
      inherited = inherit_leads (self);
      leads = inherited;
      row->inherited = inherited[0] != NULL;
    }
  dd_draft_set_units (row->draft, TRUE, leads);
  dd_draft_set_units (row->draft, FALSE, coordinating);
  dd_draft_look_up_units (row->draft, look_up_cb, self);
}

static void
set_time (DdTablePlan *self,
          DdTableRow  *row)
{
  const char *cell = get_cell (self, row->row, DD_TABLE_ROLE_DEADLINE);
  DdRow *directive = row->draft->directive;
  DdCellTime time;
  g_autofree char *words = NULL;

  if (dd_table_cell_is_blank (cell))
    return;

  words = dd_text_clean (cell, TRUE);
  if (!dd_table_cells_get_time (self->cells, cell, row->assigned, &time))
    row->faults |= DD_TABLE_FAULT_NO_DAY;
  else if (time.day != DD_DAY_NONE && time.day < row->assigned)
    row->faults |= DD_TABLE_FAULT_PAST;
  dd_row_set_day (directive, DD_DIRECTIVE_DEADLINE, time.day);
  dd_row_set_choice (directive, DD_DIRECTIVE_DEADLINE_KIND, time.kind);
  dd_row_set_choice (directive, DD_DIRECTIVE_RECURRENCE, time.recurrence);
  dd_row_set_text (directive, DD_DIRECTIVE_DEADLINE_TEXT, words);
}

static void
set_assigned (DdTablePlan *self,
              DdTableRow  *row)
{
  const char *cell = get_cell (self, row->row, DD_TABLE_ROLE_ASSIGNED);
  DdCellTime time;

  row->assigned = self->assigned;
  if (dd_table_cell_is_blank (cell))
    return;
  if (dd_table_cells_get_time (self->cells, cell, self->assigned, &time) &&
      time.day != DD_DAY_NONE)
    row->assigned = time.day;
  else
    row->faults |= DD_TABLE_FAULT_ASSIGNED;
}

static void
set_texts (DdTablePlan *self,
           DdTableRow  *row)
{
  DdRow *directive = row->draft->directive;
  const char *report_to = get_cell (self, row->row, DD_TABLE_ROLE_REPORT_TO);
  g_autofree char *product = dd_text_clean (get_cell (self, row->row, DD_TABLE_ROLE_PRODUCT), TRUE);
  g_autofree char *ordinal = dd_text_clean (get_cell (self, row->row, DD_TABLE_ROLE_ORDINAL), TRUE);

  dd_draft_set_content (row->draft, get_cell (self, row->row, DD_TABLE_ROLE_CONTENT));
  dd_draft_set_officer (row->draft, get_cell (self, row->row, DD_TABLE_ROLE_OFFICER));
  dd_draft_set_note (row->draft, get_cell (self, row->row, DD_TABLE_ROLE_NOTE));
  if (*product != '\0')
    dd_row_set_text (directive, DD_DIRECTIVE_PRODUCT, product);
  if (*ordinal != '\0')
    dd_row_set_text (directive, DD_DIRECTIVE_ORDINAL, ordinal);
  dd_row_set_text (directive, DD_DIRECTIVE_QUOTE, row->draft->content);
  if (!dd_table_cell_is_blank (report_to))
    dd_row_set_list (directive, DD_DIRECTIVE_REPORT_TO,
                     dd_table_cells_get_units (self->cells, report_to));
}

static void
judge (DdTableRow *row)
{
  DdDraftFaults faults = dd_draft_get_faults (row->draft);

  if ((faults & DD_DRAFT_FAULT_NO_CONTENT) != 0)
    row->faults |= DD_TABLE_FAULT_NO_CONTENT;
  if ((faults & DD_DRAFT_FAULT_NO_LEAD) != 0)
    row->faults |= DD_TABLE_FAULT_NO_LEAD;
  if ((faults & DD_DRAFT_FAULT_TOO_LONG) != 0)
    row->faults |= DD_TABLE_FAULT_TOO_LONG;
}

static DdDraft *
make_draft (void)
{
  g_autoptr (DdRow) directive = dd_row_new (DD_KIND_DIRECTIVE);
  DdDraft *draft;

  dd_row_set_choice (directive, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  dd_row_set_choice (directive, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (directive, DD_DIRECTIVE_RECURRENCE, DD_RECURRENCE_NONE);
  draft = dd_draft_new (directive);
  draft->make_tasks = TRUE;

  return draft;
}

static void
read_row (DdTablePlan *self,
          guint        at)
{
  DdTableRow row = { .row = at, .kind = dd_table_row_kind_find (self->table, self->layout, at) };

  row.left_out = g_hash_table_contains (self->left_out, GUINT_TO_POINTER (at));
  if (row.kind == DD_TABLE_ROW_TASK)
    {
      row.draft = make_draft ();
      set_assigned (self, &row);
      set_texts (self, &row);
      set_units (self, &row);
      set_time (self, &row);
      judge (&row);
    }
  g_array_append_val (self->rows, row);
}

/**
 * dd_table_plan_read_some:
 * @n_rows: how many at most
 *
 * Returns: whether there is more to read
 */
gboolean
dd_table_plan_read_some (DdTablePlan *self,
                         guint        n_rows)
{
  const guint end = dd_table_text_get_n_rows (self->table);

  while (n_rows-- > 0 && self->layout->first + self->rows->len < end)
    read_row (self, self->layout->first + self->rows->len);

  return self->layout->first + self->rows->len < end;
}

/**
 * dd_table_plan_get_n_rows:
 *
 * Returns: how many rows were read so far; the head is none of them
 */
guint
dd_table_plan_get_n_rows (DdTablePlan *self)
{
  return self->rows->len;
}

const DdTableRow *
dd_table_plan_get_row (DdTablePlan *self,
                       guint        position)
{
  return &g_array_index (self->rows, DdTableRow, position);
}

/**
 * dd_table_plan_leave_out:
 * @left_out: whether nothing is to be made of the row
 */
void
dd_table_plan_leave_out (DdTablePlan *self,
                         guint        position,
                         gboolean     left_out)
{
  DdTableRow *row = &g_array_index (self->rows, DdTableRow, position);

  row->left_out = left_out;
  if (left_out)
    g_hash_table_add (self->left_out, GUINT_TO_POINTER (row->row));
  else
    g_hash_table_remove (self->left_out, GUINT_TO_POINTER (row->row));
}

static gboolean
makes_task (const DdTableRow *row)
{
  return row->kind == DD_TABLE_ROW_TASK && row->faults == DD_TABLE_FAULT_NONE && !row->left_out;
}

/* --- units ---------------------------------------------------------------- */

static void
note_unknown (DdTablePlan *self,
              GPtrArray   *units,
              GHashTable  *seen,
              GPtrArray   *unknown)
{
  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit = units->pdata[i];
      DdTableUnit *decided = g_hash_table_lookup (self->decisions, unit->name);

      if (unit->id != 0 && (decided == NULL || decided->same_as == 0))
        continue;
      if (decided == NULL)
        {
          decided = g_new0 (DdTableUnit, 1);
          decided->name = g_strdup (unit->name);
          g_hash_table_insert (self->decisions, decided->name, decided);
        }
      if (g_hash_table_add (seen, decided))
        {
          decided->n_rows = 0;
          g_ptr_array_add (unknown, decided);
        }
      decided->n_rows++;
    }
}

/**
 * dd_table_plan_get_unknown:
 *
 * Returns: (transfer container) (element-type DdTableUnit): the units that nobody knows, of
 *   rows that become tasks
 */
GPtrArray *
dd_table_plan_get_unknown (DdTablePlan *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *unknown = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const DdTableRow *row = &g_array_index (self->rows, DdTableRow, i);

      if (!makes_task (row))
        continue;
      note_unknown (self, row->draft->leads, seen, unknown);
      note_unknown (self, row->draft->coordinating, seen, unknown);
    }

  return unknown;
}

/**
 * dd_table_plan_find_near:
 * @unit: one of dd_table_plan_get_unknown()
 *
 * Looks for a known unit that is perhaps meant. A name is compared with those of all units:
 * that takes its time, and is only done for what is shown.
 */
void
dd_table_plan_find_near (DdTablePlan *self,
                         DdTableUnit *unit)
{
  if (unit->compared)
    return;

  unit->compared = TRUE;
  unit->near = dd_unit_dictionary_find_near (dd_known_units_get_dictionary (self->units),
                                             unit->name);
}

/**
 * dd_table_plan_decide:
 * @same_as: the known unit that is meant by the name; 0: it is to be created
 * @learn: whether that is another name of the unit from now on
 *
 * Says it for all rows at once.
 */
void
dd_table_plan_decide (DdTablePlan *self,
                      const char  *name,
                      gint64       same_as,
                      gboolean     learn)
{
  DdTableUnit *unit = g_hash_table_lookup (self->decisions, name);

  g_return_if_fail (unit != NULL);

  unit->same_as = same_as;
  unit->learn = learn;
  for (guint i = 0; i < self->rows->len; i++)
    {
      DdTableRow *row = &g_array_index (self->rows, DdTableRow, i);

      if (row->draft != NULL)
        dd_draft_look_up_units (row->draft, look_up_cb, self);
    }
}

/* --- what becomes of it --------------------------------------------------- */

/**
 * dd_table_plan_count:
 * @totals: (out): what would be made now, and what not
 */
void
dd_table_plan_count (DdTablePlan   *self,
                     DdTableTotals *totals)
{
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  memset (totals, 0, sizeof *totals);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DdTableRow *row = &g_array_index (self->rows, DdTableRow, i);

      totals->n_headings += row->kind == DD_TABLE_ROW_HEADING;
      if (row->kind != DD_TABLE_ROW_TASK)
        continue;
      totals->n_left_out += row->left_out;
      totals->n_faults += row->faults != DD_TABLE_FAULT_NONE && !row->left_out;
      if (!makes_task (row))
        continue;
      totals->n_tasks += row->draft->leads->len;
      for (guint j = 0; j < row->draft->leads->len; j++)
        {
          const DdDraftUnit *unit = row->draft->leads->pdata[j];

          g_hash_table_add (units, unit->id != 0
                                   ? g_strdup_printf ("%" G_GINT64_FORMAT, unit->id)
                                   : g_strdup (unit->name));
        }
    }
  totals->n_units = g_hash_table_size (units);
}

static void
learn (DdTablePlan *self,
       DdChange    *change)
{
  g_autoptr (DdUnitNaming) naming = dd_unit_naming_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->decisions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const DdTableUnit *decided = value;
      const DdRow *unit = dd_known_units_get_unit (self->units, decided->same_as);

      if (decided->learn && unit != NULL)
        dd_unit_naming_add (naming, unit, decided->name);
    }
  dd_unit_naming_fill (naming, change);
}

/**
 * dd_table_plan_fill:
 * @document: the document that the table belongs to; 0: none
 * @meeting: the meeting at which it was decided; 0: none
 *
 * Puts the tasks into a change, and a clause for each row if there is a document or a
 * meeting. Rows with a fault, and those left out, make nothing.
 *
 * Returns: how many tasks it makes
 */
guint
dd_table_plan_fill (DdTablePlan *self,
                    DdChange    *change,
                    gint64       document,
                    gint64       meeting)
{
  g_autoptr (DdAssignment) assignment = dd_assignment_new (change, document, meeting,
                                                           self->assigned);

  learn (self, change);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DdTableRow *row = &g_array_index (self->rows, DdTableRow, i);

      if (!makes_task (row))
        continue;
      dd_assignment_set_assigned (assignment, row->assigned);
      if (document != 0 || meeting != 0)
        dd_assignment_add_draft (assignment, row->draft);
      else
        dd_assignment_add_tasks (assignment, row->draft, 0);
    }

  return dd_assignment_get_n_tasks (assignment);
}

/**
 * dd_table_fault_get_text:
 * @faults: one or several; the first one is told
 *
 * Returns: (nullable): what is wrong with a row, and what to do
 */
const char *
dd_table_fault_get_text (DdTableFaults faults)
{
  if ((faults & DD_TABLE_FAULT_NO_CONTENT) != 0)
    return _("What is to be done is missing.");
  if ((faults & DD_TABLE_FAULT_TOO_LONG) != 0)
    return _("The content is too long for one task. Please shorten it.");
  if ((faults & DD_TABLE_FAULT_NO_LEAD) != 0)
    return _("No unit leads.");
  if ((faults & DD_TABLE_FAULT_ASSIGNED) != 0)
    return _("The day of assignment is no day.");
  if ((faults & DD_TABLE_FAULT_NO_DAY) != 0)
    return _("The deadline is not understood.");
  if ((faults & DD_TABLE_FAULT_PAST) != 0)
    return _("The deadline lies before the day on which the task was assigned.");

  return NULL;
}

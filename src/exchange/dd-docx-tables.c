/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-docx-tables"

#include "dd-docx-tables.h"

#include "dd-docx-names.h"
#include "dd-office-table.h"

typedef struct
{
  char         *style;
  DdDocxToggle  ruled;          /* what the table says of all its cells */
  gboolean      cells_ruled;    /* whether there are lines beside a cell */
  DdDocxToggle  cell_ruled;
  guint         n_columns;      /* of the cell */
  gboolean      continued;
  gboolean      head;           /* of the row */
  gboolean      dropped;
} Table;

struct _DdDocxTables
{
  DdOfficeText *text;
  DdDocxStyles *styles;
  GArray       *tables;
  gboolean      in_table_borders;
  gboolean      in_cell_borders;
};

static void
clear_table (gpointer data)
{
  g_free (((Table *) data)->style);
}

/**
 * dd_docx_tables_new:
 * @text: (transfer none): where the text goes
 * @styles: (transfer none)
 */
DdDocxTables *
dd_docx_tables_new (DdOfficeText *text,
                    DdDocxStyles *styles)
{
  DdDocxTables *self = g_new0 (DdDocxTables, 1);

  self->text = text;
  self->styles = styles;
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  g_array_set_clear_func (self->tables, clear_table);

  return self;
}

void
dd_docx_tables_free (DdDocxTables *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->tables);
  g_free (self);
}

static Table *
get_table (DdDocxTables *self)
{
  return self->tables->len > 0 ? &g_array_index (self->tables, Table, self->tables->len - 1) : NULL;
}

/**
 * dd_docx_tables_begin:
 *
 * Begins a table, perhaps in a cell of another.
 */
void
dd_docx_tables_begin (DdDocxTables *self)
{
  const Table table = { .ruled = DD_DOCX_UNSAID };

  g_array_append_val (self->tables, table);
  dd_office_text_begin_table (self->text);
}

void
dd_docx_tables_end (DdDocxTables *self)
{
  g_return_if_fail (self->tables->len > 0);

  dd_office_text_end_table (self->text, get_table (self)->cells_ruled);
  g_array_set_size (self->tables, self->tables->len - 1);
}

static void
skip_columns (DdDocxTables *self,
              int           n)
{
  for (int i = 0; i < MIN (n, DD_OFFICE_TABLE_MAX_COLUMNS); i++)
    {
      dd_office_text_begin_cell (self->text);
      dd_office_text_end_cell (self->text, 1, FALSE);
    }
}

/**
 * dd_docx_tables_start:
 * @element: one that begins: those of tables are taken, if it is in one
 */
void
dd_docx_tables_start (DdDocxTables             *self,
                      guint                     element,
                      const DdOfficeAttributes *attributes)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;

  switch (element)
    {
    case DD_DOCX_TR:
      table->head = FALSE;
      table->dropped = FALSE;
      dd_office_text_begin_row (self->text);
      break;
    case DD_DOCX_TC:
      table->n_columns = 1;
      table->continued = FALSE;
      table->cell_ruled = DD_DOCX_UNSAID;
      dd_office_text_begin_cell (self->text);
      break;
    case DD_DOCX_TBL_STYLE:
      g_free (table->style);
      table->style = dd_office_attributes_get (attributes, "val");
      break;
    case DD_DOCX_TBL_HEADER:
      table->head = dd_docx_read_toggle (attributes) == DD_DOCX_YES;
      break;
    case DD_DOCX_GRID_BEFORE:
      skip_columns (self, dd_office_attributes_get_number (attributes, "val", 0));
      break;
    case DD_DOCX_GRID_SPAN:
      table->n_columns = (guint) MAX (dd_office_attributes_get_number (attributes, "val", 1), 1);
      break;
    case DD_DOCX_V_MERGE:
      table->continued = !dd_office_attributes_is (attributes, "val", "restart");
      break;
    case DD_DOCX_TABLE_BORDERS:
      self->in_table_borders = TRUE;
      break;
    case DD_DOCX_CELL_BORDERS:
      self->in_cell_borders = TRUE;
      break;
    case DD_DOCX_LEFT_BORDER:
    case DD_DOCX_RIGHT_BORDER:
    case DD_DOCX_START_BORDER:
    case DD_DOCX_END_BORDER:
    case DD_DOCX_COLUMN_BORDER:
      if (self->in_table_borders)
        table->ruled = dd_docx_read_border (attributes, table->ruled);
      else if (self->in_cell_borders)
        table->cell_ruled = dd_docx_read_border (attributes, table->cell_ruled);
      break;
    default:
      break;
    }
}

/* A cell says itself whether there are lines beside it, or the table does, or its style. */
static void
end_cell (DdDocxTables *self,
          Table        *table)
{
  if (table->cell_ruled != DD_DOCX_UNSAID)
    table->cells_ruled |= table->cell_ruled == DD_DOCX_YES;
  else if (table->ruled != DD_DOCX_UNSAID)
    table->cells_ruled |= table->ruled == DD_DOCX_YES;
  else
    table->cells_ruled |= dd_docx_styles_is_ruled (self->styles, table->style);
  dd_office_text_end_cell (self->text, table->n_columns, table->continued);
}

/**
 * dd_docx_tables_end_element:
 * @element: one that ends
 */
void
dd_docx_tables_end_element (DdDocxTables *self,
                            guint         element)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;

  switch (element)
    {
    case DD_DOCX_TR:
      dd_office_text_end_row (self->text, table->head, !table->dropped);
      break;
    case DD_DOCX_TC:
      end_cell (self, table);
      break;
    case DD_DOCX_TABLE_BORDERS:
      self->in_table_borders = FALSE;
      break;
    case DD_DOCX_CELL_BORDERS:
      self->in_cell_borders = FALSE;
      break;
    default:
      break;
    }
}

/**
 * dd_docx_tables_drop_row:
 *
 * Leaves out the row that has begun: it was deleted while changes were tracked.
 */
void
dd_docx_tables_drop_row (DdDocxTables *self)
{
  if (get_table (self) != NULL)
    get_table (self)->dropped = TRUE;
}

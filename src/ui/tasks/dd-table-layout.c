/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-layout"

#include "dd-table-layout.h"

#include "dd-extract-cell.h"

#include <string.h>

/* A head stands near the top, behind the title of the table at most. */
#define HEAD_ROWS_MAX 12

/* So many columns have to be known by their words. */
#define ROLES_MIN 2

/* So many rows tell what a column without a head has. */
#define ROWS_JUDGED 40

static DdTableRole
guess_role (const char             *header,
            const DdUnitDictionary *units,
            GHashTable             *remembered)
{
  g_autofree char *key = dd_table_role_make_key (header);
  const char *code = remembered != NULL && *key != '\0' ? g_hash_table_lookup (remembered, key)
                                                        : NULL;
  DdTableRole role;

  if (code != NULL && dd_table_role_from_code (code, &role))
    return role;

  return dd_table_role_guess (header, units);
}

static guint
count_roles (const DdTableText      *table,
             guint                   row,
             const DdUnitDictionary *units,
             GHashTable             *remembered)
{
  guint n = 0;

  for (guint i = 0; i < dd_table_text_get_n_columns (table); i++)
    n += guess_role (dd_table_text_get_cell (table, row, i), units,
                     remembered) != DD_TABLE_ROLE_UNUSED;

  return n;
}

/* The second row of a head: what it says is a head too, and the rest is empty or, in merged
 * cells, what stands above. */
static gboolean
is_second_row (const DdTableText      *table,
               guint                   row,
               const DdUnitDictionary *units,
               GHashTable             *remembered)
{
  guint n_new = 0;

  for (guint i = 0; i < dd_table_text_get_n_columns (table); i++)
    {
      const char *cell = dd_table_text_get_cell (table, row, i);

      if (*cell == '\0' || strcmp (cell, dd_table_text_get_cell (table, row - 1, i)) == 0)
        continue;
      if (guess_role (cell, units, remembered) == DD_TABLE_ROLE_UNUSED)
        return FALSE;
      n_new++;
    }

  return n_new > 0;
}

/* "(1) (2) (3)" below a head counts its columns. */
static gboolean
is_counting_row (const DdTableText *table,
                 guint              row)
{
  guint n = 0;
  guint64 last = 0;

  for (guint i = 0; i < dd_table_text_get_n_columns (table); i++)
    {
      const char *cell = dd_table_text_get_cell (table, row, i);
      char *end;
      guint64 number;

      while (*cell == '(' || *cell == '[' || *cell == ' ')
        cell++;
      if (*cell == '\0')
        continue;
      number = g_ascii_strtoull (cell, &end, 10);
      if (end == cell || strlen (end) > 1 || number != last + 1)
        return FALSE;
      last = number;
      n++;
    }

  return n > 2;
}

static void
read_head (DdTableLayout          *self,
           const DdTableText      *table,
           guint                   row,
           guint                   n_rows,
           const DdUnitDictionary *units,
           GHashTable             *remembered)
{
  for (guint i = 0; i < self->headers->len; i++)
    {
      const char *upper = dd_table_text_get_cell (table, row, i);
      const char *lower = n_rows > 1 ? dd_table_text_get_cell (table, row + 1, i) : "";
      DdTableRole role = guess_role (lower, units, remembered);

      if (role == DD_TABLE_ROLE_UNUSED)
        role = guess_role (upper, units, remembered);
      g_free (self->headers->pdata[i]);
      self->headers->pdata[i] = g_strdup (*lower != '\0' ? lower : upper);
      /* Of two columns for the same the first one is it, unless units may stand in both. */
      if (role == DD_TABLE_ROLE_COORDINATING ||
          dd_table_layout_find (self, role) == G_MAXUINT)
        g_array_index (self->roles, DdTableRole, i) = role;
    }
}

/* --- without a head ------------------------------------------------------- */

typedef struct
{
  guint n_filled;
  guint n_times;
  guint n_units;
  guint n_numbers;
  gsize n_bytes;
} Column;

static void
judge_cell (Column                 *column,
            const char             *cell,
            const DdUnitDictionary *units)
{
  g_auto (GStrv) names = NULL;
  DdCellTime time;
  char *end;

  if (*cell == '\0')
    return;
  column->n_filled++;
  column->n_bytes += strlen (cell);
  if (strlen (cell) > 200)
    return;
  g_ascii_strtoull (cell, &end, 10);
  column->n_numbers += end > cell && strlen (end) <= 1;
  column->n_times += dd_extract_cell_time (cell, units, DD_DAY_NONE, &time) ||
                     strspn (cell, "0123456789/.- ") == strlen (cell);
  names = dd_extract_cell_units (cell, units);
  column->n_units += names[0] != NULL && strlen (names[0]) + 2 >= strlen (cell) / 2;
}

static void
give_role (DdTableLayout *self,
           DdTableRole    role,
           guint          column)
{
  if (column != G_MAXUINT && g_array_index (self->roles, DdTableRole, column) ==
                             DD_TABLE_ROLE_UNUSED)
    g_array_index (self->roles, DdTableRole, column) = role;
}

/* What stands in the columns tells what they are: the longest texts are what is to be done. */
static void
guess_by_content (DdTableLayout          *self,
                  const DdTableText      *table,
                  const DdUnitDictionary *units)
{
  const guint n_columns = self->roles->len;
  g_autofree Column *columns = g_new0 (Column, n_columns);
  guint content = G_MAXUINT;

  for (guint i = 0; i < MIN (dd_table_text_get_n_rows (table), ROWS_JUDGED); i++)
    for (guint j = 0; j < n_columns; j++)
      judge_cell (&columns[j], dd_table_text_get_cell (table, i, j), units);

  for (guint j = 0; j < n_columns; j++)
    if (columns[j].n_filled > 0 && columns[j].n_units * 2 < columns[j].n_filled &&
        (content == G_MAXUINT || columns[j].n_bytes > columns[content].n_bytes))
      content = j;
  give_role (self, DD_TABLE_ROLE_CONTENT, content);
  for (guint j = 0; j < n_columns; j++)
    {
      const Column *column = &columns[j];

      if (column->n_filled == 0)
        continue;
      if (j == 0 && column->n_numbers * 2 > column->n_filled)
        give_role (self, DD_TABLE_ROLE_ORDINAL, j);
      else if (column->n_units * 2 >= column->n_filled)
        give_role (self, dd_table_layout_find (self, DD_TABLE_ROLE_LEAD) == G_MAXUINT
                         ? DD_TABLE_ROLE_LEAD : DD_TABLE_ROLE_COORDINATING, j);
      else if (column->n_times * 2 > column->n_filled &&
               dd_table_layout_find (self, DD_TABLE_ROLE_DEADLINE) == G_MAXUINT)
        give_role (self, DD_TABLE_ROLE_DEADLINE, j);
    }
}

/* --- the layout ----------------------------------------------------------- */

/**
 * dd_table_layout_new:
 * @remembered: (nullable) (element-type utf8 utf8): codes of roles that columns of this name
 *   were said to have; see dd_table_role_make_key()
 *
 * Returns: (transfer full): how the table is taken, until somebody says otherwise
 */
DdTableLayout *
dd_table_layout_new (const DdTableText      *table,
                     const DdUnitDictionary *units,
                     GHashTable             *remembered)
{
  const guint n_columns = dd_table_text_get_n_columns (table);
  const guint n_rows = dd_table_text_get_n_rows (table);
  DdTableLayout *self = g_new0 (DdTableLayout, 1);
  const DdTableRole unused = DD_TABLE_ROLE_UNUSED;

  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->roles = g_array_new (FALSE, FALSE, sizeof (DdTableRole));
  for (guint i = 0; i < n_columns; i++)
    {
      g_ptr_array_add (self->headers, g_strdup (""));
      g_array_append_val (self->roles, unused);
    }

  for (guint i = 0; i < MIN (n_rows, HEAD_ROWS_MAX); i++)
    {
      guint n = 1;

      if (count_roles (table, i, units, remembered) < ROLES_MIN)
        continue;
      n += i + 1 < n_rows && is_second_row (table, i + 1, units, remembered);
      read_head (self, table, i, n, units, remembered);
      self->first = i + n;
      self->first += self->first < n_rows && is_counting_row (table, self->first);
      return self;
    }

  guess_by_content (self, table, units);

  return self;
}

void
dd_table_layout_free (DdTableLayout *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->headers);
  g_array_unref (self->roles);
  g_free (self);
}

DdTableRole
dd_table_layout_get_role (const DdTableLayout *self,
                          guint                column)
{
  return g_array_index (self->roles, DdTableRole, column);
}

/**
 * dd_table_layout_set_role:
 *
 * Of another column that had the role, it is taken away: only units that coordinate may
 * stand in several.
 */
void
dd_table_layout_set_role (DdTableLayout *self,
                          guint          column,
                          DdTableRole    role)
{
  for (guint i = 0; i < self->roles->len && role != DD_TABLE_ROLE_COORDINATING; i++)
    if (g_array_index (self->roles, DdTableRole, i) == role)
      g_array_index (self->roles, DdTableRole, i) = DD_TABLE_ROLE_UNUSED;
  g_array_index (self->roles, DdTableRole, column) = role;
}

/**
 * dd_table_layout_find:
 *
 * Returns: the first column that has the role; %G_MAXUINT if none has
 */
guint
dd_table_layout_find (const DdTableLayout *self,
                      DdTableRole          role)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (g_array_index (self->roles, DdTableRole, i) == role)
      return i;

  return G_MAXUINT;
}

/**
 * dd_table_layout_get_cell:
 *
 * Returns: (transfer none): what a row says under a role; "" if no column has it
 */
const char *
dd_table_layout_get_cell (const DdTableLayout *self,
                          const DdTableText   *table,
                          guint                row,
                          DdTableRole          role)
{
  const guint column = dd_table_layout_find (self, role);

  return column != G_MAXUINT ? dd_table_text_get_cell (table, row, column) : "";
}

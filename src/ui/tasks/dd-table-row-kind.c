/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-row-kind"

#include "config.h"

#include "dd-table-row-kind.h"

#include <string.h>

/**
 * dd_table_cell_is_blank:
 *
 * Returns: whether the cell says nothing, or only that there is nothing, by a dash or by dots
 */
gboolean
dd_table_cell_is_blank (const char *cell)
{
  return cell[strspn (cell, " \n\t-.")] == '\0';
}

/* Whether the row says the same as the head: a table has it on each page. */
static gboolean
is_head (const DdTableText   *table,
         const DdTableLayout *layout,
         guint                row)
{
  guint n = 0;

  for (guint i = 0; i < layout->headers->len; i++)
    {
      const char *header = layout->headers->pdata[i];

      if (*header == '\0')
        continue;
      if (strcmp (header, dd_table_text_get_cell (table, row, i)) != 0)
        return FALSE;
      n++;
    }

  return n > 1;
}

/* "II", "A", "III.": what counts groups, not tasks. */
static gboolean
counts_groups (const char *ordinal)
{
  const gsize n = strspn (ordinal, "IVXLC");

  if (n > 0 && (ordinal[n] == '\0' || strcmp (ordinal + n, ".") == 0))
    return TRUE;

  return g_ascii_isupper (ordinal[0]) && (ordinal[1] == '\0' || strcmp (ordinal + 1, ".") == 0);
}

/* "II. Lĩnh vực đất đai", in whatever column that is. */
static gboolean
begins_group (const char *text)
{
  const gsize n = strspn (text, "IVXLC");

  return (n > 0 && text[n] == '.') ||
         (g_ascii_isupper (text[0]) && (text[1] == '.' || text[1] == ')'));
}

static gboolean
is_upper (const char *text)
{
  gboolean any = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)))
        return FALSE;
      any |= g_unichar_isupper (g_utf8_get_char (p));
    }

  return any;
}

/**
 * dd_table_row_kind_find:
 * @row: below the head
 *
 * A row that says who or by when is a task, whatever else it looks like.
 */
DdTableRowKind
dd_table_row_kind_find (const DdTableText   *table,
                        const DdTableLayout *layout,
                        guint                row)
{
  static const DdTableRole said[] = {
    DD_TABLE_ROLE_LEAD, DD_TABLE_ROLE_COORDINATING, DD_TABLE_ROLE_DEADLINE,
    DD_TABLE_ROLE_PRODUCT, DD_TABLE_ROLE_OFFICER,
  };
  const char *content = dd_table_layout_get_cell (layout, table, row, DD_TABLE_ROLE_CONTENT);
  const char *first = NULL;
  guint n_filled = 0;
  gboolean says_more = FALSE;

  for (guint i = 0; i < dd_table_text_get_n_columns (table); i++)
    {
      const char *cell = dd_table_text_get_cell (table, row, i);

      if (dd_table_cell_is_blank (cell))
        continue;
      n_filled++;
      first = first != NULL ? first : cell;
    }
  if (n_filled == 0)
    return DD_TABLE_ROW_EMPTY;
  if (is_head (table, layout, row))
    return DD_TABLE_ROW_HEADING;

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    says_more |= !dd_table_cell_is_blank (dd_table_layout_get_cell (layout, table, row, said[i]));
  if (says_more)
    return DD_TABLE_ROW_TASK;

  if (counts_groups (dd_table_layout_get_cell (layout, table, row, DD_TABLE_ROLE_ORDINAL)))
    return DD_TABLE_ROW_HEADING;
  if (n_filled == 1 &&
      (begins_group (first) || is_upper (first) || dd_table_cell_is_blank (content)))
    return DD_TABLE_ROW_HEADING;

  return DD_TABLE_ROW_TASK;
}

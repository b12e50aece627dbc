/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-conclusion-numbers"

#include "config.h"

#include "dd-conclusion-numbers.h"


static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Whose number is the one that counting gives: nobody remembers who wrote it, and nobody
 * has to, since a person's own number stays as soon as it differs. */
static GHashTable *
find_counted (GPtrArray *before)
{
  GHashTable *counted = g_hash_table_new (NULL, NULL);
  guint n = 1;

  for (guint i = 0; i < before->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);

      if (g_strcmp0 (dd_row_get_text (before->pdata[i], DD_DIRECTIVE_ORDINAL), number) != 0)
        continue;
      g_hash_table_add (counted, before->pdata[i]);
      n++;
    }

  return counted;
}

/* The places that they have in the ledger, among clauses of a document perhaps; who comes
 * new gets one behind them. */
static GArray *
collect_positions (GPtrArray *rows)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 position = dd_row_get_number (rows->pdata[i], DD_DIRECTIVE_POSITION);

      g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_numbers);

  return positions;
}

/**
 * dd_conclusion_numbers_give:
 * @before: (element-type DdRow): what was concluded at a meeting, in the order that it has
 * @after: (element-type DdRow): the same rows in the order that they get; of those in
 *   @before some may be gone, and there may be new ones, which have a position already
 *
 * Numbers conclusions through a meeting: 1, 2, 3 …, and puts them into that order in the
 * ledger. What a person numbered otherwise ("2.a"), or left without a number, is not
 * counted and stays as it is.
 */
void
dd_conclusion_numbers_give (GPtrArray *before,
                            GPtrArray *after)
{
  g_autoptr (GHashTable) counted = find_counted (before);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) positions = collect_positions (after);
  guint n = 1;

  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (known, before->pdata[i]);

  for (guint i = 0; i < after->len; i++)
    {
      DdRow *row = after->pdata[i];
      gboolean is_new = !g_hash_table_contains (known, row) &&
                        !dd_row_is_set (row, DD_DIRECTIVE_ORDINAL);

      dd_row_set_number (row, DD_DIRECTIVE_POSITION, g_array_index (positions, gint64, i));
      if (is_new || g_hash_table_contains (counted, row))
        {
          g_autofree char *number = g_strdup_printf ("%u", n++);

          dd_row_set_text (row, DD_DIRECTIVE_ORDINAL, number);
        }
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-table-cells"

#include "dd-table-cells.h"

#include "dd-day-text.h"
#include "dd-fold.h"
#include "dd-text.h"

#include <string.h>

/* A number of days that spreadsheets keep for a day, counted from 30 December 1899: those of
 * 2000 to 2100. */
#define SERIAL_MIN 36526
#define SERIAL_MAX 73415

/**
 * DdTableCells:
 *
 * What the cells of a table say. Thousands of rows name some dozen units and days: each
 * wording is read once.
 */
struct _DdTableCells
{
  DdKnownUnits *units;
  GHashTable   *names;          /* cell → list of names */
};

/**
 * dd_table_cells_new:
 * @units: whose names are known; kept
 */
DdTableCells *
dd_table_cells_new (DdKnownUnits *units)
{
  DdTableCells *self = g_new0 (DdTableCells, 1);

  self->units = g_object_ref (units);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_strfreev);

  return self;
}

void
dd_table_cells_free (DdTableCells *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->units);
  g_hash_table_unref (self->names);
  g_free (self);
}

/* --- units ---------------------------------------------------------------- */

/* A line that names one known unit, whatever commas are in it; else what extraction finds in
 * it; else what stands between semicolons. Somebody who wrote a name there meant a unit. */
static void
read_line (GStrvBuilder           *builder,
           const DdUnitDictionary *dictionary,
           const char             *line)
{
  g_auto (GStrv) found = NULL;
  g_auto (GStrv) pieces = NULL;

  if (dd_unit_dictionary_find (dictionary, line) != 0)
    {
      g_strv_builder_add (builder, line);
      return;
    }
  found = dd_extract_cell_units (line, dictionary);
  if (found[0] != NULL)
    {
      g_strv_builder_addv (builder, (const char **) found);
      return;
    }
  pieces = g_strsplit (line, ";", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *piece = dd_text_clean (pieces[i], TRUE);

      if (*piece != '\0')
        g_strv_builder_add (builder, piece);
    }
}

/* "- Sở Tư pháp": lists in a cell. */
static const char *
skip_bullet (const char *line)
{
  while (*line != '\0' && strchr ("-+*• ", *line) != NULL)
    line++;

  return line;
}

/**
 * dd_table_cells_get_units:
 *
 * Returns: (transfer none): the names of the units in a cell
 */
const char * const *
dd_table_cells_get_units (DdTableCells *self,
                          const char   *cell)
{
  char **names = g_hash_table_lookup (self->names, cell);
  GStrvBuilder *builder;
  g_auto (GStrv) lines = NULL;

  if (names != NULL)
    return (const char * const *) names;

  builder = g_strv_builder_new ();
  lines = g_strsplit (cell, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = dd_text_clean (skip_bullet (lines[i]), TRUE);
      gsize length = strlen (line);

      while (length > 0 && strchr (".,; ", line[length - 1]) != NULL)
        line[--length] = '\0';
      if (*line != '\0')
        read_line (builder, dd_known_units_get_dictionary (self->units), line);
    }
  names = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  g_hash_table_insert (self->names, g_strdup (cell), names);

  return (const char * const *) names;
}

/* --- times ---------------------------------------------------------------- */

static DdDay
read_serial (const char *text)
{
  char *end;
  const guint64 number = g_ascii_strtoull (text, &end, 10);

  if (end != text + 5 || (*end != '\0' && strspn (end, ".0") != strlen (end)) ||
      number < SERIAL_MIN || number > SERIAL_MAX)
    return DD_DAY_NONE;

  return dd_day_add_days (dd_day_new (1899 + 1, 1, 1), (int) number - 2);
}

/* Words for what has no end: they are kept, and no day is asked for. */
static gboolean
is_standing (const char *text)
{
  static const char * const words[] = { "thuong xuyen", "lien tuc", "theo ke hoach",
                                        "khi co yeu cau", "theo yeu cau", "dot xuat" };
  g_autofree char *folded = dd_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static guint
count_marks (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '/' || *p == '-' || *p == '.';

  return n;
}

/**
 * dd_table_cells_get_time:
 * @cell: in a column of days
 * @reference: for years that are left out
 * @time: (out): what it tells; of "thường xuyên" nothing but that it was understood
 *
 * Returns: %FALSE for what is no time, such as 30 February
 */
gboolean
dd_table_cells_get_time (DdTableCells *self,
                         const char   *cell,
                         DdDay         reference,
                         DdCellTime   *time)
{
  g_autofree char *text = dd_text_clean (cell, TRUE);
  DdDay day = read_serial (text);

  *time = (DdCellTime) { DD_DEADLINE_KIND_NONE, DD_DAY_NONE, DD_RECURRENCE_NONE };
  if (day == DD_DAY_NONE && !has_letters (text))
    day = dd_day_from_text (text, reference);
  if (day != DD_DAY_NONE)
    {
      time->kind = DD_DEADLINE_KIND_BY;
      time->day = day;
      return TRUE;
    }
  /* "30/2/2024" is no "2/2024". */
  if (!has_letters (text) && count_marks (text) == 2)
    return FALSE;
  if (dd_extract_cell_time (text, dd_known_units_get_dictionary (self->units), reference, time))
    return TRUE;

  return is_standing (text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-measure"

#include "config.h"

#include "dd-measure.h"

#include "dd-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Per cents are compared exactly: as whole ten-thousandths of one. */
static gint64
get_parts (double percent)
{
  return (gint64) llround (percent * 10000.0);
}

/* numerator/denominator against parts/1,000,000, without rounding. */
static int
compare (DdFigure figure,
         gint64   parts)
{
  __int128 left = (__int128) figure.numerator * 1000000;
  __int128 right = (__int128) figure.denominator * parts;

  return left < right ? -1 : left > right;
}

/**
 * dd_measure_get_figure:
 *
 * Returns: what the items have reached; 0 of 0 for a measure that is not
 *   computed from them
 */
DdFigure
dd_measure_get_figure (DdMeasure            measure,
                       const DdMeasureSums *sums)
{
  switch (measure)
    {
    case DD_MEASURE_INVENTORIED:
      return (DdFigure) { sums->n_inventoried, sums->n_items };
    case DD_MEASURE_REVIEWED:
      return (DdFigure) { sums->n_reviewed, sums->n_items };
    case DD_MEASURE_PROCEDURES_CUT:
      return (DdFigure) { sums->n_cut, sums->n_items };
    case DD_MEASURE_COST_CUT:
      return (DdFigure) { sums->cost_before - sums->cost_after, sums->cost_before };
    case DD_MEASURE_FIELDS_CUT:
      return (DdFigure) { sums->fields_before - sums->fields_after, sums->fields_before };
    case DD_MEASURE_OTHER:
    default:
      return (DdFigure) { 0, 0 };
    }
}

/**
 * dd_target_row_get_figure:
 * @target: a row of %DD_KIND_TARGET
 *
 * Returns: what the items have reached; for a measure of another kind, what was typed
 */
DdFigure
dd_target_row_get_figure (const DdRow         *target,
                          const DdMeasureSums *sums)
{
  DdMeasure measure = dd_row_get_choice (target, DD_TARGET_MEASURE);

  if (measure != DD_MEASURE_OTHER)
    return dd_measure_get_figure (measure, sums);

  return (DdFigure) { llround (dd_row_get_real (target, DD_TARGET_NUMERATOR)),
                      llround (dd_row_get_real (target, DD_TARGET_DENOMINATOR)) };
}

/**
 * dd_figure_get_percent:
 *
 * Returns: the share in per cent; NaN where nothing can be said
 */
double
dd_figure_get_percent (DdFigure figure)
{
  return figure.denominator == 0
       ? NAN : (double) figure.numerator * 100.0 / (double) figure.denominator;
}

gboolean
dd_target_is_reached (DdOperator operator,
                      double     percent,
                      DdFigure   figure)
{
  int order = compare (figure, get_parts (percent));

  if (figure.denominator == 0)
    return FALSE;

  switch (operator)
    {
    case DD_OPERATOR_GE:
      return order >= 0;
    case DD_OPERATOR_GT:
      return order > 0;
    case DD_OPERATOR_EQ:
      /* "100 %" and "cut 20 %" ask for as much, and mind no more than that. */
      return order >= 0;
    case DD_OPERATOR_LE:
      return order <= 0;
    case DD_OPERATOR_LT:
    default:
      return order < 0;
    }
}

/**
 * dd_target_get_missing:
 *
 * Returns: by how much the numerator has to grow for the target to be reached,
 *   in its own unit (procedures, đồng, fields): 0 if it is reached; or, for a
 *   target not to be exceeded, by how much it has to shrink
 */
gint64
dd_target_get_missing (DdOperator operator,
                       double     percent,
                       DdFigure   figure)
{
  __int128 exact = (__int128) figure.denominator * get_parts (percent);
  gint64 bound;

  if (figure.denominator == 0 || dd_target_is_reached (operator, percent, figure))
    return 0;

  switch (operator)
    {
    case DD_OPERATOR_GT:
      bound = (gint64) (exact / 1000000) + 1;
      return bound - figure.numerator;
    case DD_OPERATOR_LE:
      return figure.numerator - (gint64) (exact / 1000000);
    case DD_OPERATOR_LT:
      bound = (gint64) ((exact + 999999) / 1000000) - 1;
      return figure.numerator - bound;
    case DD_OPERATOR_GE:
    case DD_OPERATOR_EQ:
    default:
      bound = (gint64) ((exact + 999999) / 1000000);
      return bound - figure.numerator;
    }
}

/**
 * dd_money_to_text:
 * @amount: in đồng
 *
 * Returns: (transfer full): "1.234.567 đ" or "1,234,567 VND"
 */
char *
dd_money_to_text (gint64 amount)
{
  /* Translators: what stands between groups of three digits: "." in Vietnamese. */
  const char *separator = C_("thousands separator", ",");
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (amount));
  g_autoptr (GString) text = g_string_new (amount < 0 ? "-" : NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }

  /* Translators: an amount of Vietnamese đồng: "%s đ" in Vietnamese. */
  return g_strdup_printf (_("VND %s"), text->str);
}

/**
 * dd_target_missing_to_text:
 *
 * Returns: (transfer full): "37 procedures still missing"
 */
char *
dd_target_missing_to_text (DdMeasure measure,
                           gint64    missing)
{
  g_autofree char *money = NULL;
  gulong n = (gulong) missing;

  switch (measure)
    {
    case DD_MEASURE_INVENTORIED:
    case DD_MEASURE_REVIEWED:
    case DD_MEASURE_PROCEDURES_CUT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu procedure still missing",
                                           "%lu procedures still missing", n), n);
    case DD_MEASURE_COST_CUT:
      money = dd_money_to_text (missing);
      /* Translators: %s is an amount of money. */
      return g_strdup_printf (_("%s a year still missing"), money);
    case DD_MEASURE_FIELDS_CUT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu declared field still missing",
                                           "%lu declared fields still missing", n), n);
    case DD_MEASURE_OTHER:
    default:
      return g_strdup_printf (_("%lu still missing"), n);
    }
}

/**
 * dd_target_get_rag:
 * @due: when the target is to be reached, or %DD_DAY_NONE
 * @reason: (out) (transfer full): the sentence that explains the colour
 *
 * Red: missed, the day is past. Green: reached. Amber: not reached, and the
 * day is at most 90 days away. Neutral: there is time, or nothing to count yet.
 */
DdRag
dd_target_get_rag (DdMeasure    measure,
                   DdOperator   operator,
                   double       percent,
                   DdFigure     figure,
                   DdDay        due,
                   DdDay        today,
                   char       **reason)
{
  g_autofree char *missing = NULL;
  guint late, left;

  if (figure.denominator == 0)
    {
      *reason = g_strdup (_("Nothing to count yet"));
      return DD_RAG_NEUTRAL;
    }
  if (dd_target_is_reached (operator, percent, figure))
    {
      *reason = g_strdup (_("Reached"));
      return DD_RAG_GREEN;
    }

  missing = dd_target_missing_to_text (measure, dd_target_get_missing (operator, percent, figure));
  if (due == DD_DAY_NONE)
    {
      *reason = g_steal_pointer (&missing);
      return DD_RAG_NEUTRAL;
    }
  if (today > due)
    {
      late = today - due;
      /* Translators: %s is what is missing: "37 procedures still missing". */
      *reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u day past the day",
                                              "%s, %u days past the day", late), missing, late);
      return DD_RAG_RED;
    }

  left = due - today;
  *reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u day left",
                                          "%s, %u days left", left), missing, left);
  return left <= 90 ? DD_RAG_AMBER : DD_RAG_NEUTRAL;
}

/* A per cent as short as it can be: "20", "12,5". */
static char *
percent_to_text (double percent)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv) parts = NULL;

  g_ascii_formatd (buffer, sizeof buffer, "%.6g", round (percent * 10.0) / 10.0);
  parts = g_strsplit (buffer, ".", 2);

  /* Translators: the decimal sign: "," in Vietnamese. */
  return g_strjoinv (C_("decimal sign", "."), parts);
}

/**
 * dd_measure_to_text:
 *
 * Returns: (transfer full): "Share of procedures reviewed ≥ 50 %"
 */
char *
dd_measure_to_text (DdMeasure  measure,
                    DdOperator operator,
                    double     percent)
{
  g_autofree char *number = percent_to_text (percent);

  return g_strdup_printf ("%s %s %s%%", _(dd_measure_choices[measure].label),
                          dd_operator_choices[operator].label, number);
}

/**
 * dd_figure_to_text:
 *
 * Returns: (transfer full): "214 of 386 (55.4%)"; "" where nothing can be said
 */
char *
dd_figure_to_text (DdMeasure measure,
                   DdFigure  figure)
{
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;
  g_autofree char *percent = NULL;

  if (figure.denominator == 0)
    return g_strdup ("");

  if (measure == DD_MEASURE_COST_CUT)
    {
      numerator = dd_money_to_text (figure.numerator);
      denominator = dd_money_to_text (figure.denominator);
    }
  else
    {
      numerator = g_strdup_printf ("%" G_GINT64_FORMAT, figure.numerator);
      denominator = g_strdup_printf ("%" G_GINT64_FORMAT, figure.denominator);
    }
  percent = percent_to_text (dd_figure_get_percent (figure));

  /* Translators: a count, the whole, and the share in per cent: "214 of 386 (55.4%)". */
  return g_strdup_printf (_("%s of %s (%s%%)"), numerator, denominator, percent);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-measure"

#include "config.h"

#include "dd-measure.h"

#include "dd-number-text.h"
#include "dd-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Per cents are compared exactly: as whole ten-thousandths of one. */
static gint64
get_parts (double percent)
{
  return (gint64) llround (CLAMP (percent, -1e9, 1e9) * 10000.0);
}

/* The largest whole number that is not above dividend/divisor; divisor > 0. */
static gint64
divide_down (__int128 dividend,
             __int128 divisor)
{
  __int128 quotient = dividend / divisor;

  if (quotient * divisor > dividend)
    quotient--;

  return (gint64) CLAMP (quotient, (__int128) G_MININT64 / 4, (__int128) G_MAXINT64 / 4);
}

/* The smallest one that is not below. */
static gint64
divide_up (__int128 dividend,
           __int128 divisor)
{
  return -divide_down (-dividend, divisor);
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

/* What was typed, or came from a file, may be any number. */
static gint64
get_whole (const DdRow *target,
           guint        field)
{
  return llround (CLAMP (dd_row_get_real (target, field), -1e15, 1e15));
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

  return (DdFigure) { get_whole (target, DD_TARGET_NUMERATOR),
                      get_whole (target, DD_TARGET_DENOMINATOR) };
}

/**
 * dd_figure_get_percent:
 *
 * Returns: the share in per cent; NaN where nothing can be said
 */
double
dd_figure_get_percent (DdFigure figure)
{
  return figure.denominator <= 0
       ? NAN : (double) figure.numerator * 100.0 / (double) figure.denominator;
}

/**
 * dd_target_is_reached:
 *
 * Returns: whether the figure is as the target asks, to the last unit; %FALSE
 *   where nothing can be said
 */
gboolean
dd_target_is_reached (DdOperator operator,
                      double     percent,
                      DdFigure   figure)
{
  int order;

  if (figure.denominator <= 0)
    return FALSE;

  order = compare (figure, get_parts (percent));

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

  if (figure.denominator <= 0 || dd_target_is_reached (operator, percent, figure))
    return 0;

  switch (operator)
    {
    case DD_OPERATOR_GT:
      return divide_down (exact, 1000000) + 1 - figure.numerator;
    case DD_OPERATOR_LE:
      return figure.numerator - divide_down (exact, 1000000);
    case DD_OPERATOR_LT:
      return figure.numerator - (divide_up (exact, 1000000) - 1);
    case DD_OPERATOR_GE:
    case DD_OPERATOR_EQ:
    default:
      return divide_up (exact, 1000000) - figure.numerator;
    }
}

/**
 * dd_money_to_text:
 * @amount: in đồng
 *
 * Returns: (transfer full): "1.234.567 đ" or "VND 1,234,567"
 */
char *
dd_money_to_text (gint64 amount)
{
  g_autofree char *number = dd_number_to_text (amount);

  /* Translators: an amount of Vietnamese đồng: "%s đ" in Vietnamese. */
  return g_strdup_printf (_("VND %s"), number);
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
  g_autofree char *number = dd_number_to_text (missing);
  g_autofree char *money = NULL;
  gulong n = (gulong) missing;

  switch (measure)
    {
    case DD_MEASURE_INVENTORIED:
    case DD_MEASURE_REVIEWED:
    case DD_MEASURE_PROCEDURES_CUT:
      /* Translators: %s is a number. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s procedure still missing",
                                           "%s procedures still missing", n), number);
    case DD_MEASURE_COST_CUT:
      money = dd_money_to_text (missing);
      /* Translators: %s is an amount of money. */
      return g_strdup_printf (_("%s a year still missing"), money);
    case DD_MEASURE_FIELDS_CUT:
      /* Translators: %s is a number. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s declared field still missing",
                                           "%s declared fields still missing", n), number);
    case DD_MEASURE_OTHER:
    default:
      /* Translators: %s is a number of what the target counts. */
      return g_strdup_printf (_("%s still missing"), number);
    }
}

/* The same of a target that is not to be exceeded, and is. */
static char *
excess_to_text (DdMeasure measure,
                gint64    excess)
{
  g_autofree char *number = dd_number_to_text (excess);
  g_autofree char *money = NULL;
  gulong n = (gulong) excess;

  switch (measure)
    {
    case DD_MEASURE_INVENTORIED:
    case DD_MEASURE_REVIEWED:
    case DD_MEASURE_PROCEDURES_CUT:
      /* Translators: %s is a number. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s procedure too many",
                                           "%s procedures too many", n), number);
    case DD_MEASURE_COST_CUT:
      money = dd_money_to_text (excess);
      /* Translators: %s is an amount of money. */
      return g_strdup_printf (_("%s a year too much"), money);
    case DD_MEASURE_FIELDS_CUT:
      /* Translators: %s is a number. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s declared field too many",
                                           "%s declared fields too many", n), number);
    case DD_MEASURE_OTHER:
    default:
      /* Translators: %s is a number of what the target counts. */
      return g_strdup_printf (_("%s too many"), number);
    }
}

static gboolean
is_upper_bound (DdOperator operator)
{
  return operator == DD_OPERATOR_LE || operator == DD_OPERATOR_LT;
}

/* What has to be there before anything can be said. */
static const char *
get_nothing_sentence (DdMeasure measure)
{
  switch (measure)
    {
    case DD_MEASURE_COST_CUT:
      return _("No yearly cost has been entered yet");
    case DD_MEASURE_FIELDS_CUT:
      return _("No declared fields have been counted yet");
    case DD_MEASURE_OTHER:
      return _("Nothing to count has been entered yet");
    case DD_MEASURE_INVENTORIED:
    case DD_MEASURE_REVIEWED:
    case DD_MEASURE_PROCEDURES_CUT:
    default:
      return _("The plan has no procedures yet");
    }
}

/* How far the day is, as the second half of a sentence. */
static char *
add_distance (const char *missing,
              DdDay       due,
              DdDay       today)
{
  guint days = due > today ? due - today : today - due;

  if (days == 0)
    /* Translators: %s is what is missing: "37 procedures still missing". */
    return g_strdup_printf (_("%s, due today"), missing);
  if (today > due)
    /* Translators: %s is what is missing: "37 procedures still missing". */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u day overdue",
                                         "%s, %u days overdue", days), missing, days);

  /* Translators: %s is what is missing: "37 procedures still missing". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u day left",
                                       "%s, %u days left", days), missing, days);
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
  gint64 amount;

  if (figure.denominator <= 0)
    {
      *reason = g_strdup (get_nothing_sentence (measure));
      return DD_RAG_NEUTRAL;
    }
  if (dd_target_is_reached (operator, percent, figure))
    {
      *reason = g_strdup (is_upper_bound (operator) ? _("Not exceeded") : _("Reached"));
      return DD_RAG_GREEN;
    }

  amount = dd_target_get_missing (operator, percent, figure);
  missing = is_upper_bound (operator) ? excess_to_text (measure, amount)
                                      : dd_target_missing_to_text (measure, amount);
  if (due == DD_DAY_NONE)
    {
      *reason = g_steal_pointer (&missing);
      return DD_RAG_NEUTRAL;
    }

  *reason = add_distance (missing, due, today);
  if (today > due)
    return DD_RAG_RED;

  return due - today <= 90 ? DD_RAG_AMBER : DD_RAG_NEUTRAL;
}

/* A target's value as it was given, as short as it can be: "20", "12.5". */
static char *
value_to_text (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, fabs (value) < 1e15 ? "%.4f" : "%.6g", value);
  if (fabs (value) < 1e15)
    for (char *end = buffer + strlen (buffer) - 1; *end == '0' || *end == '.'; end--)
      {
        gboolean point = *end == '.';

        *end = '\0';
        if (point)
          break;
      }

  return dd_decimal_to_text (buffer);
}

/* A share to one decimal. What is not a whole per cent is not shown as one:
 * targets are, and "50%" must not stand beside "1 procedure still missing". */
static char *
share_to_text (DdFigure figure)
{
  __int128 thousandths = (__int128) figure.numerator * 1000;
  gint64 tenths = divide_down (2 * thousandths + figure.denominator,
                               2 * (__int128) figure.denominator);
  __int128 shown = (__int128) tenths * figure.denominator;
  g_autofree char *written = NULL;

  if (tenths % 10 == 0 && shown != thousandths)
    tenths += thousandths > shown ? 1 : -1;
  if (tenths % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, tenths / 10);

  written = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d", tenths < 0 ? "-" : "",
                             ABS (tenths) / 10, (int) (ABS (tenths) % 10));

  return dd_decimal_to_text (written);
}

static char *
describe_target (const char *what,
                 DdOperator  operator,
                 double      percent)
{
  g_autofree char *number = value_to_text (percent);

  /* Translators: what is measured, how it is compared, and a number in per cent:
   * "Share of procedures reviewed ≥ 50%". */
  return g_strdup_printf (_("%s %s %s%%"), what, dd_operator_choices[operator].label, number);
}

/**
 * dd_measure_to_text:
 *
 * Returns: (transfer full): "Share of procedures reviewed ≥ 50%"
 */
char *
dd_measure_to_text (DdMeasure  measure,
                    DdOperator operator,
                    double     percent)
{
  return describe_target (_(dd_measure_choices[measure].label), operator, percent);
}

/**
 * dd_target_row_to_text:
 * @target: a row of %DD_KIND_TARGET
 *
 * Returns: (transfer full): as dd_measure_to_text(); a measure of another kind
 *   goes by the target's own words, where it has some
 */
char *
dd_target_row_to_text (const DdRow *target)
{
  DdMeasure measure = dd_row_get_choice (target, DD_TARGET_MEASURE);
  const char *own = dd_row_get_text (target, DD_TARGET_TEXT);

  return describe_target (measure == DD_MEASURE_OTHER && own != NULL
                          ? own : _(dd_measure_choices[measure].label),
                          dd_row_get_choice (target, DD_TARGET_OPERATOR),
                          dd_row_get_real (target, DD_TARGET_VALUE));
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
  g_autofree char *share = NULL;

  if (figure.denominator <= 0)
    return g_strdup ("");

  if (measure == DD_MEASURE_COST_CUT)
    {
      numerator = dd_money_to_text (figure.numerator);
      denominator = dd_money_to_text (figure.denominator);
    }
  else
    {
      numerator = dd_number_to_text (figure.numerator);
      denominator = dd_number_to_text (figure.denominator);
    }
  share = share_to_text (figure);

  /* Translators: a count, the whole, and the share in per cent: "214 of 386 (55.4%)". */
  return g_strdup_printf (_("%s of %s (%s%%)"), numerator, denominator, share);
}

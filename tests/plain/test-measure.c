/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the targets of a plan have reached, and what they still lack. */
#include "dd-measure.h"
#include "dd-target.h"

#include <math.h>

#define DAY(y, m, d) dd_day_new (y, m, d)

static void
test_figures (void)
{
  const DdMeasureSums sums = {
    .n_items = 386, .n_inventoried = 300, .n_reviewed = 214, .n_cut = 82, .n_costed = 40,
    .cost_before = 5000, .cost_after = 3500, .fields_before = 100, .fields_after = 130,
  };
  static const struct { DdMeasure measure; DdFigure figure; } cases[] = {
    { DD_MEASURE_INVENTORIED, { 300, 386 } },
    { DD_MEASURE_REVIEWED, { 214, 386 } },
    { DD_MEASURE_PROCEDURES_CUT, { 82, 386 } },
    { DD_MEASURE_COST_CUT, { 1500, 5000 } },
    /* More is asked than before: a cut below nothing. */
    { DD_MEASURE_FIELDS_CUT, { -30, 100 } },
    { DD_MEASURE_OTHER, { 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DdFigure figure = dd_measure_get_figure (cases[i].measure, &sums);

      g_assert_cmpint (figure.numerator, ==, cases[i].figure.numerator);
      g_assert_cmpint (figure.denominator, ==, cases[i].figure.denominator);
    }
}

/* Another measure has its figures typed; the others never do. */
static void
test_typed_figures (void)
{
  const DdMeasureSums sums = { .n_items = 10, .n_reviewed = 4 };
  g_autoptr (DdRow) target = dd_row_new (DD_KIND_TARGET);
  DdFigure figure;

  dd_row_set_choice (target, DD_TARGET_MEASURE, DD_MEASURE_OTHER);
  figure = dd_target_row_get_figure (target, &sums);
  g_assert_cmpint (figure.denominator, ==, 0);

  dd_row_set_real (target, DD_TARGET_NUMERATOR, 7);
  dd_row_set_real (target, DD_TARGET_DENOMINATOR, 8);
  figure = dd_target_row_get_figure (target, &sums);
  g_assert_cmpint (figure.numerator, ==, 7);
  g_assert_cmpint (figure.denominator, ==, 8);

  dd_row_set_choice (target, DD_TARGET_MEASURE, DD_MEASURE_REVIEWED);
  figure = dd_target_row_get_figure (target, &sums);
  g_assert_cmpint (figure.numerator, ==, 4);
  g_assert_cmpint (figure.denominator, ==, 10);

  /* A file may say anything. */
  dd_row_set_choice (target, DD_TARGET_MEASURE, DD_MEASURE_OTHER);
  dd_row_set_real (target, DD_TARGET_NUMERATOR, 1e300);
  dd_row_set_real (target, DD_TARGET_DENOMINATOR, -1e300);
  figure = dd_target_row_get_figure (target, &sums);
  g_assert_cmpint (figure.numerator, >, 0);
  g_assert_false (dd_target_is_reached (DD_OPERATOR_GE, 1e300, figure));
  g_assert_cmpint (dd_target_get_missing (DD_OPERATOR_GE, 1e300, figure), ==, 0);
}

typedef struct
{
  DdOperator  operator;
  double      percent;
  DdFigure    figure;
  gboolean    reached;
  gint64      missing;
} TargetCase;

static const TargetCase targets[] = {
  /* Half of an even number, and of an odd one: 193.5 of 387 is not there at 193. */
  { DD_OPERATOR_GE, 50, { 193, 386 }, TRUE, 0 },
  { DD_OPERATOR_GE, 50, { 192, 386 }, FALSE, 1 },
  { DD_OPERATOR_GE, 50, { 193, 387 }, FALSE, 1 },
  { DD_OPERATOR_GE, 50, { 194, 387 }, TRUE, 0 },
  { DD_OPERATOR_GE, 20, { 0, 386 }, FALSE, 78 },
  { DD_OPERATOR_GE, 20, { 77, 386 }, FALSE, 1 },
  { DD_OPERATOR_GE, 20, { 78, 386 }, TRUE, 0 },
  { DD_OPERATOR_GE, 100, { 385, 386 }, FALSE, 1 },
  { DD_OPERATOR_GE, 100, { 386, 386 }, TRUE, 0 },
  { DD_OPERATOR_GE, 0, { 0, 386 }, TRUE, 0 },
  { DD_OPERATOR_GE, 0, { -1, 386 }, FALSE, 1 },
  /* Thirds are never exact in binary, nor is 12.5 of 7 a whole number. */
  { DD_OPERATOR_GE, 33.3333, { 1, 3 }, TRUE, 0 },
  { DD_OPERATOR_GE, 33.3334, { 1, 3 }, FALSE, 1 },
  { DD_OPERATOR_GE, 12.5, { 0, 7 }, FALSE, 1 },
  { DD_OPERATOR_GE, 12.5, { 1, 8 }, TRUE, 0 },
  { DD_OPERATOR_GE, 0.1, { 1, 1000 }, TRUE, 0 },
  { DD_OPERATOR_GE, 0.1, { 1, 1001 }, FALSE, 1 },

  { DD_OPERATOR_GT, 50, { 193, 386 }, FALSE, 1 },
  { DD_OPERATOR_GT, 50, { 194, 386 }, TRUE, 0 },
  { DD_OPERATOR_GT, 50, { 193, 387 }, FALSE, 1 },
  { DD_OPERATOR_GT, 50, { 0, 387 }, FALSE, 194 },
  { DD_OPERATOR_GT, 0, { 0, 5 }, FALSE, 1 },

  /* "Cut 20 %" minds no more than that. */
  { DD_OPERATOR_EQ, 20, { 2, 10 }, TRUE, 0 },
  { DD_OPERATOR_EQ, 20, { 3, 10 }, TRUE, 0 },
  { DD_OPERATOR_EQ, 20, { 1, 10 }, FALSE, 1 },
  { DD_OPERATOR_EQ, 100, { 9, 10 }, FALSE, 1 },

  { DD_OPERATOR_LE, 5, { 5, 100 }, TRUE, 0 },
  { DD_OPERATOR_LE, 5, { 6, 100 }, FALSE, 1 },
  { DD_OPERATOR_LE, 5, { 6, 119 }, FALSE, 1 },
  { DD_OPERATOR_LE, 5, { 9, 119 }, FALSE, 4 },
  { DD_OPERATOR_LE, 5, { 0, 119 }, TRUE, 0 },

  { DD_OPERATOR_LT, 5, { 4, 100 }, TRUE, 0 },
  { DD_OPERATOR_LT, 5, { 5, 100 }, FALSE, 1 },
  { DD_OPERATOR_LT, 5, { 5, 101 }, TRUE, 0 },
  { DD_OPERATOR_LT, 5, { 8, 101 }, FALSE, 3 },

  /* Costs that rose have to come down first. */
  { DD_OPERATOR_GE, 20, { -1000, 10000 }, FALSE, 3000 },
  { DD_OPERATOR_GE, 20, { -1, 3 }, FALSE, 2 },

  /* Nothing to count: nothing is reached, and nothing is missing. */
  { DD_OPERATOR_GE, 50, { 0, 0 }, FALSE, 0 },
  { DD_OPERATOR_LE, 50, { 0, 0 }, FALSE, 0 },
  { DD_OPERATOR_GE, 50, { 5, 0 }, FALSE, 0 },
  { DD_OPERATOR_GE, 50, { 5, -10 }, FALSE, 0 },

  /* Đồng to the last one, where a double has no more digits for them. */
  { DD_OPERATOR_GE, 20, { 1800000000000000000, 9000000000000000000 }, TRUE, 0 },
  { DD_OPERATOR_GE, 20, { 1799999999999999999, 9000000000000000000 }, FALSE, 1 },
  { DD_OPERATOR_GT, 20, { 1800000000000000000, 9000000000000000000 }, FALSE, 1 },
  { DD_OPERATOR_GE, 20, { 0, 6200000000 }, FALSE, 1240000000 },
  { DD_OPERATOR_GE, 20, { 0, 6200000001 }, FALSE, 1240000001 },
};

static void
test_targets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      const TargetCase *t = &targets[i];
      gint64 missing = dd_target_get_missing (t->operator, t->percent, t->figure);
      DdFigure then = t->figure;

      g_test_message ("%u: %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT, i, t->figure.numerator,
                      t->figure.denominator);
      g_assert_cmpint (dd_target_is_reached (t->operator, t->percent, t->figure), ==, t->reached);
      g_assert_cmpint (missing, ==, t->missing);
      if (missing == 0)
        continue;

      /* With what is missing it is reached; with one less it is not. */
      then.numerator += t->operator == DD_OPERATOR_LE || t->operator == DD_OPERATOR_LT
                      ? -missing : missing;
      g_assert_true (dd_target_is_reached (t->operator, t->percent, then));
      then.numerator += t->operator == DD_OPERATOR_LE || t->operator == DD_OPERATOR_LT ? 1 : -1;
      g_assert_false (dd_target_is_reached (t->operator, t->percent, then));
    }
}

/* What is missing is what it takes, for every small plan there can be. */
static void
test_targets_everywhere (void)
{
  static const double percents[] = { 0, 0.1, 1, 12.5, 20, 33.3, 50, 66.6667, 99.9, 100 };

  for (gint64 whole = 1; whole <= 60; whole++)
    for (gint64 part = -2; part <= whole; part++)
      for (guint p = 0; p < G_N_ELEMENTS (percents); p++)
        for (DdOperator operator = DD_OPERATOR_GE; operator <= DD_OPERATOR_LT; operator++)
          {
            gboolean down = operator == DD_OPERATOR_LE || operator == DD_OPERATOR_LT;
            gint64 missing = dd_target_get_missing (operator, percents[p],
                                                    (DdFigure) { part, whole });
            gint64 there = down ? part - missing : part + missing;

            g_assert_cmpint (missing, >=, 0);
            g_assert_true (dd_target_is_reached (operator, percents[p],
                                                 (DdFigure) { there, whole }));
            if (missing > 0)
              g_assert_false (dd_target_is_reached (operator, percents[p],
                                                    (DdFigure) { there + (down ? 1 : -1), whole }));
          }
}

static void
test_percent (void)
{
  g_assert_true (isnan (dd_figure_get_percent ((DdFigure) { 0, 0 })));
  g_assert_true (isnan (dd_figure_get_percent ((DdFigure) { 1, -5 })));
  g_assert_cmpfloat_with_epsilon (dd_figure_get_percent ((DdFigure) { 214, 386 }), 55.4404, 0.001);
  g_assert_cmpfloat_with_epsilon (dd_figure_get_percent ((DdFigure) { -5, 10 }), -50.0, 0.001);
}

static void
test_figure_text (void)
{
  static const struct { DdMeasure measure; DdFigure figure; const char *text; } cases[] = {
    { DD_MEASURE_REVIEWED, { 214, 386 }, "214 of 386 (55.4%)" },
    { DD_MEASURE_REVIEWED, { 193, 386 }, "193 of 386 (50%)" },
    { DD_MEASURE_REVIEWED, { 0, 386 }, "0 of 386 (0%)" },
    { DD_MEASURE_REVIEWED, { 386, 386 }, "386 of 386 (100%)" },
    { DD_MEASURE_REVIEWED, { 2, 3 }, "2 of 3 (66.7%)" },
    { DD_MEASURE_REVIEWED, { 1, 0 }, "" },
    /* What is not a whole per cent is not shown as one. */
    { DD_MEASURE_REVIEWED, { 4999, 10000 }, "4,999 of 10,000 (49.9%)" },
    { DD_MEASURE_REVIEWED, { 5001, 10000 }, "5,001 of 10,000 (50.1%)" },
    { DD_MEASURE_REVIEWED, { 99999, 100000 }, "99,999 of 100,000 (99.9%)" },
    { DD_MEASURE_REVIEWED, { 1, 100000 }, "1 of 100,000 (0.1%)" },
    { DD_MEASURE_COST_CUT, { 1240000000, 6200000000 },
      "VND 1,240,000,000 of VND 6,200,000,000 (20%)" },
    { DD_MEASURE_COST_CUT, { 1239999999, 6200000000 },
      "VND 1,239,999,999 of VND 6,200,000,000 (19.9%)" },
    { DD_MEASURE_COST_CUT, { -5000, 100000 }, "VND -5,000 of VND 100,000 (-5%)" },
    { DD_MEASURE_FIELDS_CUT, { -1, 1000 }, "-1 of 1,000 (-0.1%)" },
    { DD_MEASURE_FIELDS_CUT, { -1, 100000 }, "-1 of 100,000 (-0.1%)" },
    { DD_MEASURE_COST_CUT, { 9000000000000000000, 9000000000000000000 },
      "VND 9,000,000,000,000,000,000 of VND 9,000,000,000,000,000,000 (100%)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dd_figure_to_text (cases[i].measure, cases[i].figure);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_money (void)
{
  static const struct { gint64 amount; const char *text; } cases[] = {
    { 0, "VND 0" },
    { 999, "VND 999" },
    { 1000, "VND 1,000" },
    { 1240000000, "VND 1,240,000,000" },
    { -1234567, "VND -1,234,567" },
    { G_MAXINT64, "VND 9,223,372,036,854,775,807" },
    { G_MININT64, "VND -9,223,372,036,854,775,808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dd_money_to_text (cases[i].amount);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_measure_text (void)
{
  static const struct { DdOperator operator; double percent; const char *text; } cases[] = {
    { DD_OPERATOR_GE, 50, "Share of procedures reviewed ≥ 50%" },
    { DD_OPERATOR_GT, 12.5, "Share of procedures reviewed > 12.5%" },
    { DD_OPERATOR_EQ, 100, "Share of procedures reviewed = 100%" },
    { DD_OPERATOR_LE, 0, "Share of procedures reviewed ≤ 0%" },
    /* A target is quoted as it was set, not rounded. */
    { DD_OPERATOR_LT, 33.3333, "Share of procedures reviewed < 33.3333%" },
    { DD_OPERATOR_GE, 12.55, "Share of procedures reviewed ≥ 12.55%" },
    { DD_OPERATOR_GE, 1e300, "Share of procedures reviewed ≥ 1e+300%" },
  };
  g_autoptr (DdRow) target = dd_row_new (DD_KIND_TARGET);
  g_autofree char *bare = NULL;
  g_autofree char *own = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dd_measure_to_text (DD_MEASURE_REVIEWED, cases[i].operator,
                                                  cases[i].percent);

      g_assert_cmpstr (text, ==, cases[i].text);
    }

  dd_row_set_choice (target, DD_TARGET_MEASURE, DD_MEASURE_OTHER);
  dd_row_set_real (target, DD_TARGET_VALUE, 80);
  bare = dd_target_row_to_text (target);
  g_assert_cmpstr (bare, ==, "Another measure ≥ 80%");
  dd_row_set_text (target, DD_TARGET_TEXT, "Hồ sơ trực tuyến");
  own = dd_target_row_to_text (target);
  g_assert_cmpstr (own, ==, "Hồ sơ trực tuyến ≥ 80%");
}

static void
test_rag (void)
{
  const DdDay today = DAY (2024, 6, 1);
  static const struct
  {
    DdMeasure   measure;
    DdOperator  operator;
    double      percent;
    DdFigure    figure;
    int         due;            /* days from today; G_MININT: none */
    DdRag       rag;
    const char *reason;
  } cases[] = {
    { DD_MEASURE_REVIEWED, DD_OPERATOR_GE, 50, { 193, 386 }, -10, DD_RAG_GREEN, "Reached" },
    { DD_MEASURE_REVIEWED, DD_OPERATOR_GE, 50, { 156, 386 }, 91, DD_RAG_NEUTRAL,
      "37 procedures still missing, 91 days left" },
    { DD_MEASURE_REVIEWED, DD_OPERATOR_GE, 50, { 156, 386 }, 90, DD_RAG_AMBER,
      "37 procedures still missing, 90 days left" },
    { DD_MEASURE_REVIEWED, DD_OPERATOR_GE, 50, { 192, 386 }, 1, DD_RAG_AMBER,
      "1 procedure still missing, 1 day left" },
    { DD_MEASURE_REVIEWED, DD_OPERATOR_GE, 50, { 192, 386 }, 0, DD_RAG_AMBER,
      "1 procedure still missing, due today" },
    { DD_MEASURE_REVIEWED, DD_OPERATOR_GE, 50, { 192, 386 }, -1, DD_RAG_RED,
      "1 procedure still missing, 1 day overdue" },
    { DD_MEASURE_REVIEWED, DD_OPERATOR_GE, 50, { 156, 386 }, G_MININT, DD_RAG_NEUTRAL,
      "37 procedures still missing" },
    { DD_MEASURE_COST_CUT, DD_OPERATOR_GE, 20, { 0, 6200000000 }, -12, DD_RAG_RED,
      "VND 1,240,000,000 a year still missing, 12 days overdue" },
    { DD_MEASURE_FIELDS_CUT, DD_OPERATOR_GE, 20, { 19, 100 }, 5, DD_RAG_AMBER,
      "1 declared field still missing, 5 days left" },
    { DD_MEASURE_OTHER, DD_OPERATOR_GE, 80, { 3, 10 }, 200, DD_RAG_NEUTRAL,
      "5 still missing, 200 days left" },
    /* A target that is not to be exceeded is short of nothing. */
    { DD_MEASURE_OTHER, DD_OPERATOR_LE, 5, { 3, 100 }, 200, DD_RAG_GREEN, "Not exceeded" },
    { DD_MEASURE_OTHER, DD_OPERATOR_LE, 5, { 9, 100 }, 20, DD_RAG_AMBER,
      "4 too many, 20 days left" },
    { DD_MEASURE_REVIEWED, DD_OPERATOR_LT, 5, { 5, 100 }, -2, DD_RAG_RED,
      "1 procedure too many, 2 days overdue" },
    /* Nothing to count is not red, nor green; it says what to do. */
    { DD_MEASURE_REVIEWED, DD_OPERATOR_GE, 50, { 0, 0 }, -10, DD_RAG_NEUTRAL,
      "The plan has no procedures yet" },
    { DD_MEASURE_COST_CUT, DD_OPERATOR_GE, 20, { 0, 0 }, 10, DD_RAG_NEUTRAL,
      "No yearly cost has been entered yet" },
    { DD_MEASURE_FIELDS_CUT, DD_OPERATOR_GE, 20, { 0, 0 }, 10, DD_RAG_NEUTRAL,
      "No declared fields have been counted yet" },
    { DD_MEASURE_OTHER, DD_OPERATOR_LE, 20, { 0, 0 }, 10, DD_RAG_NEUTRAL,
      "Nothing to count has been entered yet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reason = NULL;
      DdDay due = cases[i].due == G_MININT ? DD_DAY_NONE : dd_day_add_days (today, cases[i].due);
      DdRag rag = dd_target_get_rag (cases[i].measure, cases[i].operator, cases[i].percent,
                                     cases[i].figure, due, today, &reason);

      g_assert_cmpstr (reason, ==, cases[i].reason);
      g_assert_cmpint (rag, ==, cases[i].rag);
    }
}

static void
test_missing_text (void)
{
  static const struct { DdMeasure measure; gint64 missing; const char *text; } cases[] = {
    { DD_MEASURE_INVENTORIED, 1, "1 procedure still missing" },
    { DD_MEASURE_REVIEWED, 2, "2 procedures still missing" },
    { DD_MEASURE_PROCEDURES_CUT, 37, "37 procedures still missing" },
    { DD_MEASURE_COST_CUT, 1240000000, "VND 1,240,000,000 a year still missing" },
    { DD_MEASURE_FIELDS_CUT, 1, "1 declared field still missing" },
    { DD_MEASURE_FIELDS_CUT, 12, "12 declared fields still missing" },
    { DD_MEASURE_OTHER, 3, "3 still missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dd_target_missing_to_text (cases[i].measure, cases[i].missing);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measure/figures", test_figures);
  g_test_add_func ("/measure/typed-figures", test_typed_figures);
  g_test_add_func ("/measure/targets", test_targets);
  g_test_add_func ("/measure/targets-everywhere", test_targets_everywhere);
  g_test_add_func ("/measure/percent", test_percent);
  g_test_add_func ("/measure/figure-text", test_figure_text);
  g_test_add_func ("/measure/money", test_money);
  g_test_add_func ("/measure/measure-text", test_measure_text);
  g_test_add_func ("/measure/rag", test_rag);
  g_test_add_func ("/measure/missing-text", test_missing_text);

  return g_test_run ();
}

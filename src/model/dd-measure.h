/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-day.h"
#include "dd-rag.h"

G_BEGIN_DECLS

/**
 * DdMeasureSums:
 * @n_items: procedures of the plan
 * @n_inventoried: of them, inventoried and announced: stage "announced" or later
 * @n_reviewed: of them, reviewed: an option is proposed, or it was decided to keep
 *   them as they are
 * @n_cut: of them, with a proposed option that cuts or simplifies: every outcome
 *   but "kept" and "not decided yet"
 * @n_costed: of them, with a compliance cost before
 * @cost_before: yearly compliance cost in đồng, over the costed ones
 * @cost_after: the same after simplification; before, where nothing is proposed
 *   yet; 0 for a procedure that is abolished
 * @fields_before: declared fields, over the procedures of which they were counted
 * @fields_after: the same after simplification
 *
 * Sums over the items of a plan. A share of a group is a sum over a sum, never
 * a mean of shares (Circular 02/2017/TT-VPCP, article 27).
 */
typedef struct
{
  gint64 n_items;
  gint64 n_inventoried;
  gint64 n_reviewed;
  gint64 n_cut;
  gint64 n_costed;
  gint64 cost_before;
  gint64 cost_after;
  gint64 fields_before;
  gint64 fields_after;
} DdMeasureSums;

/**
 * DdFigure:
 * @numerator: what was reached
 * @denominator: of what; 0 or less: nothing can be said
 */
typedef struct
{
  gint64 numerator;
  gint64 denominator;
} DdFigure;

DdFigure  dd_measure_get_figure   (DdMeasure            measure,
                                   const DdMeasureSums *sums);
DdFigure  dd_target_row_get_figure (const DdRow        *target,
                                   const DdMeasureSums *sums);
double    dd_figure_get_percent   (DdFigure             figure);
gboolean  dd_target_is_reached    (DdOperator           operator,
                                   double               percent,
                                   DdFigure             figure);
gint64    dd_target_get_missing   (DdOperator           operator,
                                   double               percent,
                                   DdFigure             figure);
char     *dd_target_missing_to_text (DdMeasure          measure,
                                   gint64               missing) G_GNUC_WARN_UNUSED_RESULT;
DdRag     dd_target_get_rag       (DdMeasure            measure,
                                   DdOperator           operator,
                                   double               percent,
                                   DdFigure             figure,
                                   DdDay                due,
                                   DdDay                today,
                                   char               **reason);
char     *dd_measure_to_text      (DdMeasure            measure,
                                   DdOperator           operator,
                                   double               percent) G_GNUC_WARN_UNUSED_RESULT;
char     *dd_target_row_to_text   (const DdRow         *target) G_GNUC_WARN_UNUSED_RESULT;
char     *dd_figure_to_text       (DdMeasure            measure,
                                   DdFigure             figure) G_GNUC_WARN_UNUSED_RESULT;
char     *dd_money_to_text        (gint64               amount) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

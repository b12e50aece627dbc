/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-figures.h"
#include "dd-task-rates.h"

G_BEGIN_DECLS

/**
 * DdUnitFigure:
 *
 * What is told of a unit's tasks, in the order of the columns. Those before
 * %DD_UNIT_COMPLETION count tasks; the others are shares in per cent.
 */
typedef enum
{
  DD_UNIT_TOTAL,
  DD_UNIT_DONE,
  DD_UNIT_ON_TIME,
  DD_UNIT_LATE,
  DD_UNIT_OPEN,
  DD_UNIT_OVERDUE,
  DD_UNIT_COMPLETION,
  DD_UNIT_OVERDUE_SHARE,
} DdUnitFigure;

#define DD_N_UNIT_FIGURES (DD_UNIT_OVERDUE_SHARE + 1)

#define DD_TYPE_UNIT_PROGRESS (dd_unit_progress_get_type ())
G_DECLARE_FINAL_TYPE (DdUnitProgress, dd_unit_progress, DD, UNIT_PROGRESS, GObject)

DdUnitProgress *dd_unit_progress_new          (const DdUnitFigures *figures,
                                               guint                rank) G_GNUC_WARN_UNUSED_RESULT;

gint64          dd_unit_progress_get_unit     (DdUnitProgress      *self);
const char     *dd_unit_progress_get_name     (DdUnitProgress      *self);
guint           dd_unit_progress_get_rank     (DdUnitProgress      *self);
double          dd_unit_progress_get_figure   (DdUnitProgress      *self,
                                               DdUnitFigure         figure);
void            dd_unit_progress_set_figures  (DdUnitProgress      *self,
                                               const DdUnitFigures *figures,
                                               guint                rank);

gboolean        dd_unit_figure_is_count       (DdUnitFigure         figure);
guint           dd_unit_figure_get_statuses   (DdUnitFigure         figure);

G_END_DECLS

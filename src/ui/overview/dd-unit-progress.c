/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-progress"

#include "dd-unit-progress.h"

#include <string.h>

/**
 * DdUnitProgress:
 *
 * How far a unit is with the tasks that it leads.
 */
struct _DdUnitProgress
{
  GObject      parent_instance;

  gint64       unit;
  char        *name;
  guint        rank;
  guint        counts[DD_N_TASK_STATUSES];
  DdTaskRates  rates;
};

G_DEFINE_FINAL_TYPE (DdUnitProgress, dd_unit_progress, G_TYPE_OBJECT)

/* Which tasks a figure counts. A share leads to the tasks it is a share of. */
static const guint figure_statuses[] = {
  [DD_UNIT_TOTAL] = DD_STATUS_ALL & ~DD_STATUS_BIT (DD_TASK_STATUS_STOPPED),
  [DD_UNIT_DONE] = DD_STATUS_DONE,
  [DD_UNIT_ON_TIME] = DD_STATUS_BIT (DD_TASK_STATUS_DONE_ONTIME),
  [DD_UNIT_LATE] = DD_STATUS_BIT (DD_TASK_STATUS_DONE_LATE),
  [DD_UNIT_OPEN] = DD_STATUS_OPEN,
  [DD_UNIT_OVERDUE] = DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE),
  [DD_UNIT_COMPLETION] = DD_STATUS_DONE,
  [DD_UNIT_OVERDUE_SHARE] = DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE),
};
G_STATIC_ASSERT (G_N_ELEMENTS (figure_statuses) == DD_N_UNIT_FIGURES);

static void
dd_unit_progress_finalize (GObject *object)
{
  g_clear_pointer (&DD_UNIT_PROGRESS (object)->name, g_free);

  G_OBJECT_CLASS (dd_unit_progress_parent_class)->finalize (object);
}

static void
dd_unit_progress_class_init (DdUnitProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_unit_progress_finalize;
}

static void
dd_unit_progress_init (DdUnitProgress *self)
{
}

DdUnitProgress *
dd_unit_progress_new (const DdUnitFigures *figures,
                      guint                rank)
{
  DdUnitProgress *self = g_object_new (DD_TYPE_UNIT_PROGRESS, NULL);

  self->unit = figures->unit;
  dd_unit_progress_set_figures (self, figures, rank);

  return self;
}

gint64
dd_unit_progress_get_unit (DdUnitProgress *self)
{
  g_return_val_if_fail (DD_IS_UNIT_PROGRESS (self), 0);

  return self->unit;
}

const char *
dd_unit_progress_get_name (DdUnitProgress *self)
{
  g_return_val_if_fail (DD_IS_UNIT_PROGRESS (self), NULL);

  return self->name;
}

/**
 * dd_unit_progress_get_rank:
 *
 * Returns: the place of the unit among all by its name, in Vietnamese order
 */
guint
dd_unit_progress_get_rank (DdUnitProgress *self)
{
  g_return_val_if_fail (DD_IS_UNIT_PROGRESS (self), 0);

  return self->rank;
}

/**
 * dd_unit_progress_get_figure:
 *
 * Returns: a count, or a share in per cent, below 0 where there is none
 */
double
dd_unit_progress_get_figure (DdUnitProgress *self,
                             DdUnitFigure    figure)
{
  double count = 0;

  g_return_val_if_fail (DD_IS_UNIT_PROGRESS (self), 0);

  if (figure == DD_UNIT_COMPLETION)
    return self->rates.completion;
  if (figure == DD_UNIT_OVERDUE_SHARE)
    return self->rates.overdue;

  for (guint i = 0; i < DD_N_TASK_STATUSES; i++)
    if ((figure_statuses[figure] & DD_STATUS_BIT (i)) != 0)
      count += self->counts[i];

  return count;
}

/**
 * dd_unit_progress_set_figures:
 * @figures: of the same unit
 * @rank: its place among all by name
 */
void
dd_unit_progress_set_figures (DdUnitProgress      *self,
                              const DdUnitFigures *figures,
                              guint                rank)
{
  g_return_if_fail (DD_IS_UNIT_PROGRESS (self));
  g_return_if_fail (figures->unit == self->unit);

  g_free (self->name);
  self->name = g_strdup (figures->name);
  self->rank = rank;
  memcpy (self->counts, figures->counts, sizeof self->counts);
  self->rates = dd_task_rates_compute (self->counts);
}

gboolean
dd_unit_figure_is_count (DdUnitFigure figure)
{
  return figure < DD_UNIT_COMPLETION;
}

/**
 * dd_unit_figure_get_statuses:
 *
 * Returns: the statuses of the tasks that the figure counts, as %DD_STATUS_BIT
 */
guint
dd_unit_figure_get_statuses (DdUnitFigure figure)
{
  g_return_val_if_fail (figure < DD_N_UNIT_FIGURES, 0);

  return figure_statuses[figure];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"
#include "dd-choices.h"

G_BEGIN_DECLS

/**
 * DdTargetPhrase:
 * @words: the figure with what limits it and what it is of
 * @unit: the words of the unit; empty: per cent
 *
 * A figure that is to be reached.
 */
typedef struct
{
  DdRange    words;
  DdRange    unit;
  DdOperator operation;
  double     value;
  DdMeasure  measure;
} DdTargetPhrase;

void  dd_target_find (const DdBody *body,
                      guint         first,
                      guint         last,
                      const GArray *times,
                      GArray       *targets);

G_END_DECLS

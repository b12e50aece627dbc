/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-extract.h"
#include "dd-store.h"
#include "dd-text-file.h"

G_BEGIN_DECLS

/**
 * DdConclusion:
 * @file: the text as it came; a pasted one has no name
 * @visible: the text to show: one character for each of the text, in lines of
 *   such a length that a view can lay out
 * @units: the names of units that it was read with
 * @unit_rows: (element-type DdRow): the units of the file of records
 * @near_units: (element-type utf8 gint64): names in the text that nothing is
 *   called by, and the unit that is perhaps meant
 * @reading: what was understood
 * @reference: the day it was read from where it does not say itself
 * @taken_before: (element-type DdRow): documents made of the same bytes; if there are none,
 *   those of the same number and day
 * @meetings: (element-type DdRow): the meetings of the day that the text tells
 *
 * A text that is taken for its directives, with all that a review has to know
 * of the file of records. Plain values: a thread makes it.
 */
typedef struct
{
  DdTextFile       *file;
  char             *visible;
  DdUnitDictionary *units;
  GPtrArray        *unit_rows;
  GHashTable       *near_units;
  DdReading        *reading;
  DdDay             reference;
  GPtrArray        *taken_before;
  GPtrArray        *meetings;
} DdConclusion;

DdConclusion *dd_conclusion_new         (DdTextFile           *file,
                                         GPtrArray            *unit_rows,
                                         DdDay                 reference) G_GNUC_WARN_UNUSED_RESULT;
void          dd_conclusion_free        (DdConclusion         *self);

void          dd_conclusion_read_async  (DdStore              *store,
                                         const char           *path,
                                         DdTextFile           *file,
                                         DdDay                 reference,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
DdConclusion *dd_conclusion_read_finish (DdStore              *store,
                                         GAsyncResult         *result,
                                         GError              **error);

char         *dd_conclusion_describe_taken
                                        (const DdConclusion   *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdConclusion, dd_conclusion_free)

G_END_DECLS

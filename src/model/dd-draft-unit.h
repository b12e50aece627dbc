/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdDraftUnit:
 * @name: as the text has it, or as it was corrected
 * @id: the unit in the file of records; 0: not known there, to be created
 * @members: (nullable) (element-type DdDraftUnit): of a group that leads: the units that
 *   get a task each; %NULL: the group gets one
 *
 * A unit on its way from a text to tasks.
 */
typedef struct
{
  char      *name;
  gint64     id;
  GPtrArray *members;
} DdDraftUnit;

DdDraftUnit *dd_draft_unit_new       (const char        *name,
                                      gint64             id) G_GNUC_WARN_UNUSED_RESULT;
DdDraftUnit *dd_draft_unit_copy      (const DdDraftUnit *self) G_GNUC_WARN_UNUSED_RESULT;
void         dd_draft_unit_free      (DdDraftUnit       *self);

GPtrArray   *dd_draft_units_new      (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *dd_draft_units_copy     (GPtrArray         *units) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *dd_draft_units_spread   (GPtrArray         *units) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdDraftUnit, dd_draft_unit_free)

G_END_DECLS

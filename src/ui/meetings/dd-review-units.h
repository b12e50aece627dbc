/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the review: which units the names of a text mean. */
#pragma once

#include "dd-conclusion.h"
#include "dd-draft.h"

G_BEGIN_DECLS

/**
 * DdReviewUnit:
 * @name: as the text has it
 * @n_uses: in how many clauses it would get or share a task; an attendance counts too
 * @near: a known unit that is perhaps the same; 0: none is
 * @same_as: the known unit that it was said to be; 0: it is to be created
 * @known_as: the unit that goes by the name in the file of records; 0: none does
 * @remember: whether that unit goes by the name from now on
 *
 * A unit that a text names and the file of records does not know, or knows by that name
 * as another one than it was said to be.
 */
typedef struct
{
  char     *name;
  guint     n_uses;
  gint64    near;
  gint64    same_as;
  gint64    known_as;
  gboolean  remember;
} DdReviewUnit;

typedef struct _DdReviewUnits DdReviewUnits;

DdReviewUnits *dd_review_units_new         (const DdConclusion  *conclusion)
                                            G_GNUC_WARN_UNUSED_RESULT;
void           dd_review_units_free        (DdReviewUnits       *self);

gint64         dd_review_units_get_id      (const DdReviewUnits *self,
                                            const DdDraftUnit   *unit);
gint64         dd_review_units_find        (const DdReviewUnits *self,
                                            const char          *name);
const char    *dd_review_units_get_name    (const DdReviewUnits *self,
                                            gint64               id);
void           dd_review_units_add_known   (DdReviewUnits       *self,
                                            const DdRow         *unit);
void           dd_review_units_decide      (DdReviewUnits       *self,
                                            const char          *name,
                                            gint64               same_as,
                                            gboolean             remember);
gboolean       dd_review_units_is_group    (const DdReviewUnits *self,
                                            gint64               id);
GHashTable    *dd_review_units_get_decisions (const DdReviewUnits *self);
void           dd_review_units_set_decisions (DdReviewUnits     *self,
                                            GHashTable          *decisions);

GVariant      *dd_review_units_save        (const DdReviewUnits *self)
                                            G_GNUC_WARN_UNUSED_RESULT;
void           dd_review_units_restore     (DdReviewUnits       *self,
                                            GVariant            *decisions);

void           dd_review_units_begin_count (DdReviewUnits       *self);
void           dd_review_units_count       (DdReviewUnits       *self,
                                            GPtrArray           *units);
gboolean       dd_review_units_end_count   (DdReviewUnits       *self);
GPtrArray     *dd_review_units_get_unknown (DdReviewUnits       *self);
void           dd_review_units_learn       (const DdReviewUnits *self,
                                            DdChange            *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdReviewUnits, dd_review_units_free)

G_END_DECLS

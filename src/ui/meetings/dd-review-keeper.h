/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-review.h"

G_BEGIN_DECLS

/**
 * DdReviewKept:
 * @base: what its files are called, without what tells them apart
 * @name: the number of the document, or the name of its file
 *
 * A review that was left half-way.
 */
typedef struct
{
  char       *base;
  char       *name;
  DdTextFile *file;
  DdDay       reference;
  GVariant   *state;
} DdReviewKept;

void          dd_review_kept_free        (DdReviewKept        *self);
void          dd_review_kept_remove      (DdReviewKept        *self);
void          dd_review_kept_find_async  (DdStore             *store,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
DdReviewKept *dd_review_kept_find_finish (DdStore             *store,
                                          GAsyncResult        *result,
                                          GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdReviewKept, dd_review_kept_free)

#define DD_TYPE_REVIEW_KEEPER (dd_review_keeper_get_type ())
G_DECLARE_FINAL_TYPE (DdReviewKeeper, dd_review_keeper, DD, REVIEW_KEEPER, GObject)

DdReviewKeeper *dd_review_keeper_new     (DdReview       *review,
                                          DdStore        *store) G_GNUC_WARN_UNUSED_RESULT;
gboolean        dd_review_keeper_flush   (DdReviewKeeper *self);
void            dd_review_keeper_discard (DdReviewKeeper *self,
                                          gboolean        stored);

G_END_DECLS

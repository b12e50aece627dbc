/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of a review need: a text that is read, ways to look at what is made of it, and
 * to store that. */
#pragma once

#include "dd-review-change.h"
#include "dd-test-utils.h"

G_BEGIN_DECLS

/* Three clauses, one of them for a group, and sentences of the past, which are none. */
extern const char dd_review_fixture_notice[];

DdReview *dd_review_fixture_read         (DdStoreFixture *f,
                                          const char     *path,
                                          const char     *text,
                                          GError        **error) G_GNUC_WARN_UNUSED_RESULT;
DdReview *dd_review_fixture_read_text    (DdStoreFixture *f,
                                          const char     *text) G_GNUC_WARN_UNUSED_RESULT;
DdReview *dd_review_fixture_read_notice  (DdStoreFixture *f) G_GNUC_WARN_UNUSED_RESULT;
DdReview *dd_review_fixture_open         (DdStoreFixture *f) G_GNUC_WARN_UNUSED_RESULT;
DdChange *dd_review_fixture_store        (DdStoreFixture *f,
                                          DdReview       *review,
                                          DdReviewIds    *ids) G_GNUC_WARN_UNUSED_RESULT;

DdSpan    dd_review_fixture_find         (DdReview       *review,
                                          const char     *words);
guint     dd_review_fixture_add_sentence (DdReview       *review,
                                          const char     *words);
char     *dd_review_fixture_describe     (DdReview       *review) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

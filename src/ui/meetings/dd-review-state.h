/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided in a review, as plain values that a file can keep. */
#pragma once

#include "dd-review.h"

G_BEGIN_DECLS

GVariant *dd_review_save    (DdReview *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dd_review_restore (DdReview *self,
                             GVariant *state);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the review: where sentences begin and end, for a hand that selects some. */
#pragma once

#include "dd-span.h"

G_BEGIN_DECLS

DdSpan  dd_review_sentence_snap   (const char *text,
                                   DdSpan      span);
DdSpan  dd_review_sentence_trim   (const char *text,
                                   DdSpan      span,
                                   char      **ordinal);
GArray *dd_review_sentence_split  (const char *text,
                                   DdSpan      span) G_GNUC_WARN_UNUSED_RESULT;
char   *dd_review_sentence_cut    (const char *text,
                                   DdSpan      span) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

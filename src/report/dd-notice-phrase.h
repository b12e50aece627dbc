/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the notice: the words of a clause. */
#pragma once

#include "dd-notice-facts.h"
#include "dd-reading.h"

G_BEGIN_DECLS

DdNoticeFaults  dd_notice_phrase_compare (const DdRow     *directive,
                                          const DdReading *reading,
                                          DdSpan           span);
char           *dd_notice_phrase_polish  (const char      *phrase,
                                          const DdRow     *directive,
                                          const DdReading *reading,
                                          DdSpan           span) G_GNUC_WARN_UNUSED_RESULT;
char           *dd_notice_phrase_amend   (const char      *phrase,
                                          const DdRow     *directive,
                                          const DdReading *reading,
                                          DdSpan           span,
                                          DdNoticeFaults   faults) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

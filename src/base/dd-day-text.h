/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-day.h"

G_BEGIN_DECLS

char  *dd_day_to_text      (DdDay       day) G_GNUC_WARN_UNUSED_RESULT;
char  *dd_day_to_long_text (DdDay       day) G_GNUC_WARN_UNUSED_RESULT;
DdDay  dd_day_from_text    (const char *text,
                            DdDay       today);

G_END_DECLS

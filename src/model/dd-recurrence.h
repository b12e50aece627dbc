/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-choices.h"
#include "dd-day.h"

G_BEGIN_DECLS

/* A recurrence without a due day is due on the last day of its period. */
#define DD_RECURRENCE_LAST_DAY 0

DdDay  dd_recurrence_get_period   (DdRecurrence recurrence,
                                   DdDay        first,
                                   guint        n);
DdDay  dd_recurrence_get_due      (DdRecurrence recurrence,
                                   guint        day,
                                   DdDay        period);
char  *dd_recurrence_to_text      (DdRecurrence recurrence,
                                   guint        day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-day.h"

G_BEGIN_DECLS

typedef struct _DdCalendar DdCalendar;

DdCalendar *dd_calendar_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void        dd_calendar_free            (DdCalendar       *self);

void        dd_calendar_add_exception   (DdCalendar       *self,
                                         DdDay             day,
                                         gboolean          working,
                                         const char       *name);

gboolean    dd_calendar_is_working      (const DdCalendar *self,
                                         DdDay             day);
const char *dd_calendar_get_name        (const DdCalendar *self,
                                         DdDay             day);
DdDay       dd_calendar_add_working     (const DdCalendar *self,
                                         DdDay             day,
                                         int               days);
guint       dd_calendar_count_working   (const DdCalendar *self,
                                         DdDay             after,
                                         DdDay             until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCalendar, dd_calendar_free)

G_END_DECLS

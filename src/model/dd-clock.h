/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "dd-day.h"

G_BEGIN_DECLS

#define DD_TYPE_CLOCK (dd_clock_get_type ())
G_DECLARE_FINAL_TYPE (DdClock, dd_clock, DD, CLOCK, GObject)

DdClock *dd_clock_new       (void) G_GNUC_WARN_UNUSED_RESULT;

DdDay    dd_clock_get_today (DdClock *self);
void     dd_clock_set_today (DdClock *self,
                             DdDay    today);

G_END_DECLS

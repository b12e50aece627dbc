/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_ATTENDANCE_VIEW (dd_attendance_view_get_type ())
G_DECLARE_FINAL_TYPE (DdAttendanceView, dd_attendance_view, DD, ATTENDANCE_VIEW, GtkWidget)

void  dd_attendance_view_start         (DdAttendanceView *self,
                                        DdSession        *session,
                                        DdRecord         *meeting);
void  dd_attendance_view_set_locked    (DdAttendanceView *self,
                                        gboolean          locked);
guint dd_attendance_view_get_n_present (DdAttendanceView *self);

G_END_DECLS

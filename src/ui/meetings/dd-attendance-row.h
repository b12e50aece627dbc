/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_ATTENDANCE_ROW (dd_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (DdAttendanceRow, dd_attendance_row, DD, ATTENDANCE_ROW, GtkListBoxRow)

GtkWidget *dd_attendance_row_new (DdSession *session,
                                  DdRecord  *attendance);

G_END_DECLS

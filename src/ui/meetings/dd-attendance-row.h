/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-roll.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_ATTENDANCE_ROW (dd_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (DdAttendanceRow, dd_attendance_row, DD, ATTENDANCE_ROW, GtkListBoxRow)

GtkWidget *dd_attendance_row_new        (DdSession         *session,
                                         gint64             meeting,
                                         char             **sites);

gboolean   dd_attendance_row_is_of      (DdAttendanceRow   *self,
                                         const DdRollEntry *entry);
void       dd_attendance_row_set_entry  (DdAttendanceRow   *self,
                                         const DdRollEntry *entry);
void       dd_attendance_row_set_locked (DdAttendanceRow   *self,
                                         gboolean           locked);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"
#include "dd-table.h"

G_BEGIN_DECLS

#define DD_TYPE_MEETINGS_VIEW (dd_meetings_view_get_type ())
G_DECLARE_FINAL_TYPE (DdMeetingsView, dd_meetings_view, DD, MEETINGS_VIEW, GtkWidget)

void        dd_meetings_view_start         (DdMeetingsView *self,
                                            DdSession      *session);
void        dd_meetings_view_new_meeting   (DdMeetingsView *self);
void        dd_meetings_view_show_meeting  (DdMeetingsView *self,
                                            gint64          id);
void        dd_meetings_view_find          (DdMeetingsView *self);
DdTable    *dd_meetings_view_get_table     (DdMeetingsView *self);

G_END_DECLS

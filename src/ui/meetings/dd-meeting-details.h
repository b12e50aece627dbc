/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_MEETING_DETAILS (dd_meeting_details_get_type ())
G_DECLARE_FINAL_TYPE (DdMeetingDetails, dd_meeting_details, DD, MEETING_DETAILS, GtkWidget)

void dd_meeting_details_start       (DdMeetingDetails *self,
                                     DdSession        *session);
void dd_meeting_details_set_meeting (DdMeetingDetails *self,
                                     DdRecord         *meeting);

G_END_DECLS

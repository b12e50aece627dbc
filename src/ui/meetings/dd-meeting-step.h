/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the meetings: a meeting from one state to the next. */
#pragma once

#include "dd-meeting-steps.h"
#include "dd-session.h"

G_BEGIN_DECLS

DdMeetingAction  dd_meeting_step_get_next  (const DdRow     *meeting);
const char      *dd_meeting_step_get_label (DdMeetingAction  action);
void             dd_meeting_step_take      (DdSession       *session,
                                            GtkWidget       *origin,
                                            DdRecord        *meeting,
                                            guint            n_not_discussed,
                                            guint            n_present);

G_END_DECLS

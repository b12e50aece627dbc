/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-roll.h"
#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_MEETING_ROLL (dd_meeting_roll_get_type ())
G_DECLARE_FINAL_TYPE (DdMeetingRoll, dd_meeting_roll, DD, MEETING_ROLL, GObject)

DdMeetingRoll *dd_meeting_roll_new      (DdSession     *session,
                                         DdRecord      *meeting) G_GNUC_WARN_UNUSED_RESULT;

const DdRoll  *dd_meeting_roll_get_roll (DdMeetingRoll *self);
char          *dd_meeting_roll_to_text  (DdMeetingRoll *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

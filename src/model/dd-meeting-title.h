/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-meeting.h"

G_BEGIN_DECLS

char *dd_ordinal_to_vietnamese   (guint          number) G_GNUC_WARN_UNUSED_RESULT;
char *dd_meeting_make_title      (DdMeetingKind  kind,
                                  guint          number,
                                  const char    *series) G_GNUC_WARN_UNUSED_RESULT;
char *dd_meeting_describe_series (const DdRow  *meeting) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_MEETING_PAGE (dd_meeting_page_get_type ())
G_DECLARE_FINAL_TYPE (DdMeetingPage, dd_meeting_page, DD, MEETING_PAGE, GtkWidget)

GtkWidget *dd_meeting_page_new    (DdSession     *session,
                                   DdRecord      *meeting);

gint64     dd_meeting_page_get_id (DdMeetingPage *self);
void       dd_meeting_page_flush  (DdMeetingPage *self);

G_END_DECLS

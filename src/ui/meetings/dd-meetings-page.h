/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-page.h"

G_BEGIN_DECLS

#define DD_TYPE_MEETINGS_PAGE (dd_meetings_page_get_type ())
G_DECLARE_FINAL_TYPE (DdMeetingsPage, dd_meetings_page, DD, MEETINGS_PAGE, DdPage)

GtkWidget *dd_meetings_page_new (DdSession *session);

void       dd_meetings_page_show_meeting   (DdMeetingsPage *self,
                                            gint64          id);
void       dd_meetings_page_show_directive (DdMeetingsPage *self,
                                            gint64          id);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_NOTICE_WINDOW (dd_notice_window_get_type ())
G_DECLARE_FINAL_TYPE (DdNoticeWindow, dd_notice_window, DD, NOTICE_WINDOW, AdwWindow)

DdNoticeWindow *dd_notice_window_new  (DdSession      *session,
                                       GtkWindow      *parent,
                                       const DdRow    *meeting);
void            dd_notice_window_save (DdNoticeWindow *self,
                                       GFile          *file,
                                       const char     *ending);

G_END_DECLS

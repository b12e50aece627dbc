/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

DdForm *dd_meeting_dialog_new_meeting  (DdSession    *session,
                                        GtkWindow    *parent);
DdForm *dd_meeting_dialog_edit_meeting (DdSession    *session,
                                        GtkWindow    *parent,
                                        const DdRow  *meeting,
                                        GListModel   *attendances);

G_END_DECLS

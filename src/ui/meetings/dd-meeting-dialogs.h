/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the meetings. */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

DdForm *dd_meeting_dialog_new_meeting  (DdSession   *session,
                                        GtkWindow   *parent);
DdForm *dd_meeting_dialog_next_meeting (DdSession   *session,
                                        GtkWindow   *parent,
                                        const DdRow *last,
                                        GPtrArray   *topics);
DdForm *dd_meeting_dialog_edit_meeting (DdSession   *session,
                                        GtkWindow   *parent,
                                        const DdRow *meeting);
DdForm *dd_meeting_dialog_add_guest    (DdSession   *session,
                                        GtkWindow   *parent,
                                        gint64       meeting);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the meetings: the forms of an agenda and of what is concluded under it. */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

DdForm *dd_agenda_dialog_edit_item       (DdSession   *session,
                                          GtkWindow   *parent,
                                          const DdRow *item);
DdForm *dd_agenda_dialog_edit_conclusion (DdSession   *session,
                                          GtkWindow   *parent,
                                          const DdRow *directive);
DdForm *dd_agenda_dialog_carry           (DdSession   *session,
                                          GtkWindow   *parent,
                                          const DdRow *meeting,
                                          GPtrArray   *topics,
                                          gint64       position);

G_END_DECLS

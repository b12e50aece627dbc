/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_AGENDA_NOTES (dd_agenda_notes_get_type ())
G_DECLARE_FINAL_TYPE (DdAgendaNotes, dd_agenda_notes, DD, AGENDA_NOTES, GtkWidget)

void dd_agenda_notes_set_item   (DdAgendaNotes *self,
                                 DdSession     *session,
                                 DdRecord      *item);
void dd_agenda_notes_set_locked (DdAgendaNotes *self,
                                 gboolean       locked);
void dd_agenda_notes_flush      (DdAgendaNotes *self);

G_END_DECLS

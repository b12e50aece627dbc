/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_AGENDA_LIST (dd_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (DdAgendaList, dd_agenda_list, DD, AGENDA_LIST, GtkWidget)

void       dd_agenda_list_start        (DdAgendaList *self,
                                        DdSession    *session,
                                        DdRecord     *meeting);
void       dd_agenda_list_set_locked   (DdAgendaList *self,
                                        gboolean      locked);
DdRecord  *dd_agenda_list_get_selected (DdAgendaList *self);
void       dd_agenda_list_move         (DdAgendaList *self,
                                        gboolean      down);
gint64     dd_agenda_list_get_next_position (DdAgendaList *self);
guint      dd_agenda_list_get_n_not_discussed (DdAgendaList *self);

G_END_DECLS

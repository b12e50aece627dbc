/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-agenda-group.h"

G_BEGIN_DECLS

#define DD_TYPE_AGENDA_ROW (dd_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (DdAgendaRow, dd_agenda_row, DD, AGENDA_ROW, GtkWidget)

GtkWidget *dd_agenda_row_new      (DdSession   *session);

gpointer   dd_agenda_row_get_item (DdAgendaRow *self);
void       dd_agenda_row_set_item (DdAgendaRow *self,
                                   gpointer     item);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-agenda-group.h"

G_BEGIN_DECLS

#define DD_TYPE_AGENDA (dd_agenda_get_type ())
G_DECLARE_FINAL_TYPE (DdAgenda, dd_agenda, DD, AGENDA, GObject)

DdAgenda      *dd_agenda_new          (DdSession            *session) G_GNUC_WARN_UNUSED_RESULT;

GListModel    *dd_agenda_get_rows     (DdAgenda             *self);
DdAgendaGroup *dd_agenda_get_group    (DdAgenda             *self,
                                       DdAgendaSpan          span);
guint          dd_agenda_find_heading (DdAgenda             *self,
                                       DdAgendaSpan          span);
gboolean       dd_agenda_get_known    (DdAgenda             *self);
void           dd_agenda_ask          (DdAgenda             *self,
                                       const DdAgendaFilter *filter);

G_END_DECLS

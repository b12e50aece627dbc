/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-agenda-span.h"
#include "dd-session.h"

G_BEGIN_DECLS

/**
 * DdAgendaFilter:
 * @unit: the unit that leads the tasks or coordinates in them; 0: any
 * @horizon: how many days ahead deadlines are shown; 0: all of them, and the tasks
 *   without one
 */
typedef struct
{
  gint64 unit;
  guint  horizon;
} DdAgendaFilter;

#define DD_TYPE_AGENDA_GROUP (dd_agenda_group_get_type ())
G_DECLARE_FINAL_TYPE (DdAgendaGroup, dd_agenda_group, DD, AGENDA_GROUP, GObject)

DdAgendaGroup *dd_agenda_group_new         (DdSession            *session,
                                            DdAgendaSpan          span,
                                            const DdAgendaFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

DdAgendaSpan   dd_agenda_group_get_span    (DdAgendaGroup        *self);
DdList        *dd_agenda_group_get_tasks   (DdAgendaGroup        *self);
gboolean       dd_agenda_group_get_known   (DdAgendaGroup        *self);
char          *dd_agenda_group_to_text     (DdAgendaGroup        *self) G_GNUC_WARN_UNUSED_RESULT;
char          *dd_agenda_group_describe_days (DdAgendaGroup      *self) G_GNUC_WARN_UNUSED_RESULT;
void           dd_agenda_group_ask         (DdAgendaGroup        *self,
                                            const DdAgendaFilter *filter);

G_END_DECLS

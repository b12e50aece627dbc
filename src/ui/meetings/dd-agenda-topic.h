/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_AGENDA_TOPIC (dd_agenda_topic_get_type ())
G_DECLARE_FINAL_TYPE (DdAgendaTopic, dd_agenda_topic, DD, AGENDA_TOPIC, GtkWidget)

void dd_agenda_topic_start      (DdAgendaTopic *self,
                                 DdSession     *session,
                                 DdRecord      *meeting);
void dd_agenda_topic_set_item   (DdAgendaTopic *self,
                                 DdRecord      *item);
void dd_agenda_topic_set_locked (DdAgendaTopic *self,
                                 gboolean       locked);
void dd_agenda_topic_flush      (DdAgendaTopic *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_AGENDA_HISTORY (dd_agenda_history_get_type ())
G_DECLARE_FINAL_TYPE (DdAgendaHistory, dd_agenda_history, DD, AGENDA_HISTORY, AdwWindow)

GtkWidget *dd_agenda_history_new (DdSession   *session,
                                  GtkWindow   *parent,
                                  const DdRow *item);

G_END_DECLS

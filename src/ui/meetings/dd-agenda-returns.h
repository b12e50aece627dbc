/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-change.h"

G_BEGIN_DECLS

#define DD_TYPE_AGENDA_RETURNS (dd_agenda_returns_get_type ())
G_DECLARE_FINAL_TYPE (DdAgendaReturns, dd_agenda_returns, DD, AGENDA_RETURNS, GtkWidget)

GtkWidget *dd_agenda_returns_new  (GPtrArray       *topics);

void       dd_agenda_returns_fill (DdAgendaReturns *self,
                                   DdChange        *change,
                                   gint64           meeting,
                                   gint64           position);

G_END_DECLS

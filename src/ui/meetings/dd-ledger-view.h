/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"
#include "dd-table.h"

G_BEGIN_DECLS

#define DD_TYPE_LEDGER_VIEW (dd_ledger_view_get_type ())
G_DECLARE_FINAL_TYPE (DdLedgerView, dd_ledger_view, DD, LEDGER_VIEW, GtkWidget)

void        dd_ledger_view_start          (DdLedgerView *self,
                                           DdSession    *session);
void        dd_ledger_view_refresh        (DdLedgerView *self);
void        dd_ledger_view_show_directive (DdLedgerView *self,
                                           gint64        id);
void        dd_ledger_view_show_meeting   (DdLedgerView *self,
                                           gint64        meeting,
                                           const char   *name);
void        dd_ledger_view_show_document  (DdLedgerView *self,
                                           gint64        document);
void        dd_ledger_view_find           (DdLedgerView *self);
DdTable    *dd_ledger_view_get_table      (DdLedgerView *self);

G_END_DECLS

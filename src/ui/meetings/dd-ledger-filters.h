/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-filter-bar.h"

G_BEGIN_DECLS

#define DD_TYPE_LEDGER_FILTERS (dd_ledger_filters_get_type ())
G_DECLARE_FINAL_TYPE (DdLedgerFilters, dd_ledger_filters, DD, LEDGER_FILTERS, DdFilterBar)

void      dd_ledger_filters_start         (DdLedgerFilters *self,
                                           DdSession       *session);
void      dd_ledger_filters_fill          (DdLedgerFilters *self,
                                           DdQuery         *query);
gboolean  dd_ledger_filters_has_source    (DdLedgerFilters *self);
void      dd_ledger_filters_set_meeting   (DdLedgerFilters *self,
                                           gint64           meeting,
                                           const char      *name);
void      dd_ledger_filters_set_document  (DdLedgerFilters *self,
                                           gint64           document,
                                           const char      *name);

G_END_DECLS

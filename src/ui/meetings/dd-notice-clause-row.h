/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dd-notice-facts.h"

G_BEGIN_DECLS

#define DD_TYPE_NOTICE_CLAUSE_ROW (dd_notice_clause_row_get_type ())
G_DECLARE_FINAL_TYPE (DdNoticeClauseRow, dd_notice_clause_row, DD, NOTICE_CLAUSE_ROW, GtkListBoxRow)

GtkWidget   *dd_notice_clause_row_new           (const DdRow       *directive);

const DdRow *dd_notice_clause_row_get_directive (DdNoticeClauseRow *self);
gboolean     dd_notice_clause_row_get_included  (DdNoticeClauseRow *self);
void         dd_notice_clause_row_set_faults    (DdNoticeClauseRow *self,
                                                 DdNoticeFaults     faults);
void         dd_notice_clause_row_focus_mover   (DdNoticeClauseRow *self,
                                                 gboolean           down);

G_END_DECLS

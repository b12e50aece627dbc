/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the meetings: rows of short lists beside a record. */
#pragma once

#include <gtk/gtk.h>

#include "dd-session.h"

G_BEGIN_DECLS

GtkWidget *dd_clause_row_new      (DdRecord    *directive);
char      *dd_clause_row_describe (const DdRow *directive) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *dd_task_row_new        (DdSession   *session,
                                   DdRecord    *task);

G_END_DECLS

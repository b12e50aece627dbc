/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a status is shown: in words first, and a colour beside. */
#pragma once

#include <gtk/gtk.h>

#include "dd-rag.h"
#include "dd-record.h"
#include "dd-session.h"

G_BEGIN_DECLS

void   dd_status_set_class      (GtkWidget    *widget,
                                 const char   *css_class);
void   dd_status_show_rag       (GtkWidget    *widget,
                                 DdRag         rag);
char  *dd_status_describe_task  (DdSession    *session,
                                 const DdRow  *task) G_GNUC_WARN_UNUSED_RESULT;
DdRag  dd_status_get_task_rag   (DdSession    *session,
                                 const DdRow  *task);

G_END_DECLS

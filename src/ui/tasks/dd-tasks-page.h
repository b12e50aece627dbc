/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-page.h"

G_BEGIN_DECLS

#define DD_TYPE_TASKS_PAGE (dd_tasks_page_get_type ())
G_DECLARE_FINAL_TYPE (DdTasksPage, dd_tasks_page, DD, TASKS_PAGE, DdPage)

GtkWidget *dd_tasks_page_new            (DdSession   *session);

void       dd_tasks_page_show_task      (DdTasksPage *self,
                                         gint64       id);
void       dd_tasks_page_show_statuses  (DdTasksPage *self,
                                         guint        statuses,
                                         gint64       unit,
                                         const char  *unit_name);
void       dd_tasks_page_show_meeting   (DdTasksPage *self,
                                         gint64       meeting,
                                         const char  *name);

G_END_DECLS

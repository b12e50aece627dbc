/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-session.h"

G_BEGIN_DECLS

#define DD_TYPE_TASK_DETAILS (dd_task_details_get_type ())
G_DECLARE_FINAL_TYPE (DdTaskDetails, dd_task_details, DD, TASK_DETAILS, GtkWidget)

void      dd_task_details_start    (DdTaskDetails *self,
                                    DdSession     *session);
void      dd_task_details_set_task (DdTaskDetails *self,
                                    DdRecord      *task);
DdRecord *dd_task_details_get_task (DdTaskDetails *self);

G_END_DECLS

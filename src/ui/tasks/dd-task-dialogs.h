/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-form.h"
#include "dd-task-steps.h"

G_BEGIN_DECLS

DdForm *dd_task_dialog_step            (DdSession    *session,
                                        GtkWindow    *parent,
                                        const DdRow  *task,
                                        DdTaskAction  action);
DdForm *dd_task_dialog_change_deadline (DdSession    *session,
                                        GtkWindow    *parent,
                                        const DdRow  *task);

G_END_DECLS

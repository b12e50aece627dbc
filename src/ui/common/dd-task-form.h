/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms in which tasks are entered and changed. */
#pragma once

#include "dd-draft.h"
#include "dd-form.h"

G_BEGIN_DECLS

DdForm *dd_task_form_new          (DdSession     *session,
                                   GtkWindow     *parent,
                                   const DdRow   *task,
                                   const DdDraft *draft);
DdForm *dd_task_form_new_for_task (DdSession     *session,
                                   GtkWindow     *parent,
                                   const DdRow   *task,
                                   GListModel    *coordinating);

G_END_DECLS

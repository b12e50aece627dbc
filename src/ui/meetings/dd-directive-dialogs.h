/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

DdForm *dd_directive_dialog_assign  (DdSession    *session,
                                     GtkWindow    *parent,
                                     const DdRow  *directive,
                                     GPtrArray    *units);
DdForm *dd_directive_dialog_edit    (DdSession    *session,
                                     GtkWindow    *parent,
                                     const DdRow  *directive);
DdForm *dd_directive_dialog_no_task (DdSession    *session,
                                     GtkWindow    *parent,
                                     const DdRow  *directive);

G_END_DECLS

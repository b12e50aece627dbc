/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-form.h"

G_BEGIN_DECLS

DdForm *dd_supersede_dialog_new (DdSession    *session,
                                 GtkWindow    *parent,
                                 const DdRow  *directive,
                                 GPtrArray    *tasks);

G_END_DECLS

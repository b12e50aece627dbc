/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-assignment.h"

G_BEGIN_DECLS

gboolean dd_order_read (DdAssignment    *self,
                        const DdBody    *body,
                        guint            i,
                        guint            end,
                        const DdSetting *setting);

G_END_DECLS

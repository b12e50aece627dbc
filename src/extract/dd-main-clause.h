/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-assignment.h"

G_BEGIN_DECLS

DdAssignmentForm  dd_main_clause_read          (DdAssignment    *self,
                                                const DdBody    *body,
                                                guint            i,
                                                guint            end,
                                                const DdSetting *setting);
gboolean          dd_main_clause_read_directed (DdAssignment    *self,
                                                const DdBody    *body,
                                                guint            i,
                                                guint            end);

G_END_DECLS

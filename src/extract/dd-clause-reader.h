/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-assignment.h"

G_BEGIN_DECLS

void dd_clause_read (DdAssignment    *self,
                     const DdBody    *body,
                     guint            first,
                     guint            last,
                     const DdSetting *setting);

G_END_DECLS

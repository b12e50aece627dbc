/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-outline.h"

G_BEGIN_DECLS

guint     dd_plan_task_find_end  (const DdOutline *outline,
                                  const DdBody    *body,
                                  guint            heading);
gboolean  dd_plan_task_has_field (const DdOutline *outline,
                                  const DdBody    *body,
                                  guint            first,
                                  guint            last);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

G_BEGIN_DECLS

void  dd_roles_find (const DdBody *body,
                     guint         first,
                     guint         last,
                     GArray       *coordinating,
                     GArray       *report_to);

G_END_DECLS

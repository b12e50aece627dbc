/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

#include "dd-day.h"

G_BEGIN_DECLS

gboolean dd_clause_end_opens_order (const DdBody *body,
                                    guint         i,
                                    guint         last);
gboolean dd_clause_end_has_event (const DdBody *body,
                                  guint         i,
                                  guint         last);
gboolean dd_clause_end_opens_ban (const DdBody *body,
                                  guint         i,
                                  guint         last);
gboolean dd_clause_end_closes_order (const DdBody *body,
                                     guint         i,
                                     guint         last,
                                     DdDay         reference);

G_END_DECLS

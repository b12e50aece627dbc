/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

#include "dd-day.h"

G_BEGIN_DECLS

gboolean  dd_statement_has_target   (const DdBody *body,
                                     guint         first,
                                     guint         last);
gboolean  dd_statement_has_deadline (const DdBody *body,
                                     guint         first,
                                     guint         last,
                                     DdDay         reference);
gboolean  dd_statement_tells_past   (const DdBody *body,
                                     guint         first,
                                     guint         last);
gboolean  dd_statement_is_only_time (const DdBody *body,
                                     guint         first,
                                     guint         last,
                                     DdDay         reference);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-unit-matcher.h"

G_BEGIN_DECLS

guint     dd_unit_list_match      (const DdBody *body,
                                   guint         i,
                                   guint         end,
                                   GArray       *mentions);
guint     dd_unit_list_match_more (const DdBody *body,
                                   guint         last,
                                   guint         end,
                                   GArray       *mentions);
gboolean  dd_unit_list_is_group   (const GArray *mentions);
gboolean  dd_unit_list_is_leader  (const GArray *mentions);

G_END_DECLS

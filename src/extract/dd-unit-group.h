/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-unit-mention.h"

G_BEGIN_DECLS

/* What the names of many units at once are made of; see dd_unit_match(). */

guint     dd_unit_group_skip_nouns   (const DdBody *body,
                                      guint         i,
                                      guint         end);
gboolean  dd_unit_group_is_shared    (const DdBody *body,
                                      guint         i,
                                      guint         end);
guint     dd_unit_group_skip_places  (const DdBody *body,
                                      guint         i,
                                      guint         end);
guint     dd_unit_group_skip_kind    (const DdBody *body,
                                      guint         noun,
                                      guint         last,
                                      guint         end);
guint     dd_unit_group_match_shared (const DdBody *body,
                                      DdRange       prefix,
                                      DdRange       head,
                                      guint         i,
                                      guint         end,
                                      DdUnitFlags   flags,
                                      GArray       *mentions);

G_END_DECLS

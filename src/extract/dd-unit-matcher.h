/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-unit-mention.h"

G_BEGIN_DECLS

guint dd_unit_match         (const DdBody *body,
                             guint         i,
                             guint         end,
                             GArray       *mentions);
guint dd_unit_match_unknown (const DdBody *body,
                             guint         i,
                             guint         end,
                             GArray       *mentions);

G_END_DECLS

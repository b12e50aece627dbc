/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

G_BEGIN_DECLS

guint     dd_opening_skip_words    (const DdBody *body,
                                    guint         i,
                                    guint         end,
                                    gboolean     *aside);
guint     dd_opening_skip_aside    (const DdBody *body,
                                    guint         i,
                                    guint         end);
gboolean  dd_opening_is_adverbial  (const DdBody *body,
                                    guint         i,
                                    guint         end);
gboolean  dd_opening_tells_of_day  (const DdBody *body,
                                    guint         i,
                                    guint         end);
gboolean  dd_opening_allows_order  (const DdBody *body,
                                    guint         i,
                                    guint         end);

G_END_DECLS

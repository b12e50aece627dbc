/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

G_BEGIN_DECLS

guint     dd_unit_words_skip_capitals    (const DdBody *body,
                                          guint         i,
                                          guint         end);
guint     dd_unit_words_skip_proper      (const DdBody *body,
                                          guint         i,
                                          guint         end);
guint     dd_unit_words_skip_territory   (const DdBody *body,
                                          guint         i,
                                          guint         end);
guint     dd_unit_words_skip_separator   (const DdBody *body,
                                          guint         i,
                                          guint         end);
guint     dd_unit_words_skip_parenthesis (const DdBody *body,
                                          guint         i,
                                          guint         end);
gboolean  dd_unit_words_ends             (const DdBody *body,
                                          guint         i,
                                          guint         end);
gboolean  dd_unit_words_begins_unit      (const DdBody *body,
                                          guint         i,
                                          guint         end);
gboolean  dd_unit_words_ends_with_level  (const DdBody *body,
                                          guint         i);
gboolean  dd_unit_words_is_person        (const DdBody *body,
                                          guint         first,
                                          guint         last);
gboolean  dd_unit_words_is_sign          (const DdBody *body,
                                          guint         i,
                                          guint         end);
gboolean  dd_unit_words_is_hanging       (const DdBody *body,
                                          guint         i,
                                          guint         end);

G_END_DECLS

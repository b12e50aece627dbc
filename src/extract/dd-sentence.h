/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"

G_BEGIN_DECLS

guint  dd_sentence_find_end (const DdBody *body,
                             guint         i,
                             guint         end);
guint  dd_clause_find_end   (const DdBody *body,
                             guint         i,
                             guint         end);

G_END_DECLS

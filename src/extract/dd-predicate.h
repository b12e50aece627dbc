/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-assignment.h"

G_BEGIN_DECLS

DdAssignmentForm  dd_predicate_read         (DdAssignment    *self,
                                             const DdBody    *body,
                                             guint            i,
                                             guint            end,
                                             const DdSetting *setting);

guint             dd_predicate_skip_adverbs (const DdBody    *body,
                                             guint            i,
                                             guint            end);
guint             dd_predicate_skip_time    (const DdBody    *body,
                                             guint            i,
                                             guint            end);
gboolean          dd_predicate_is_verb      (const DdBody    *body,
                                             guint            i,
                                             guint            end);
gboolean          dd_predicate_is_soft      (const DdBody    *body,
                                             guint            i,
                                             guint            end,
                                             gboolean         modal);
gboolean          dd_predicate_is_chairing  (const DdBody    *body,
                                             guint            i,
                                             guint            end,
                                             const DdSetting *setting);
guint             dd_predicate_find_modal   (const DdBody    *body,
                                             guint            i,
                                             guint            end);

G_END_DECLS

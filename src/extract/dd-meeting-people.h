/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-row.h"
#include "dd-unit-matcher.h"

G_BEGIN_DECLS

gboolean dd_meeting_people_is_one         (const DdUnitMention *mention);
void     dd_meeting_people_set_chair      (const DdBody        *body,
                                           const DdUnitMention *mention,
                                           DdRow               *meeting);
void     dd_meeting_people_read_chair     (const DdBody        *body,
                                           guint                first,
                                           guint                last,
                                           DdRow               *meeting);
void     dd_meeting_people_read_attending (const DdBody        *body,
                                           guint                first,
                                           guint                last,
                                           GPtrArray           *attending);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-assignment.h"
#include "dd-body.h"

G_BEGIN_DECLS

gboolean dd_participant_speaks (const DdAssignment *self,
                                const DdBody       *body,
                                const DdSetting    *setting);

gboolean dd_participant_asks_above (const DdAssignment *self,
                                    const DdBody       *body);

G_END_DECLS

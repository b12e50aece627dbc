/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-assignment.h"
#include "dd-body.h"

G_BEGIN_DECLS

gboolean dd_participant_speaks (const DdAssignment *self,
                                const DdBody       *body,
                                const DdSetting    *setting);

G_END_DECLS

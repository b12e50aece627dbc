/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"
#include "dd-outline.h"
#include "dd-row.h"

G_BEGIN_DECLS

gboolean dd_meeting_labels_read (const DdBody    *body,
                                 const DdOutline *outline,
                                 DdRow           *meeting,
                                 GPtrArray       *attending);

G_END_DECLS

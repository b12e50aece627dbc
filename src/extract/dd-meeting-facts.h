/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-body.h"
#include "dd-day.h"
#include "dd-outline.h"
#include "dd-row.h"

G_BEGIN_DECLS

char **dd_meeting_facts_read (const DdBody    *body,
                              const DdOutline *outline,
                              const GArray    *citations,
                              DdDay            document_day,
                              DdDay            reference,
                              DdRow           *meeting) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-clause-draft.h"
#include "dd-outline.h"

G_BEGIN_DECLS

void dd_reader_read (const DdClauseDraftText *text,
                     const DdOutline         *outline,
                     gboolean                 official,
                     GPtrArray               *findings);

G_END_DECLS

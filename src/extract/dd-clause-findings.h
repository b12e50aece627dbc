/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-clause-draft.h"

G_BEGIN_DECLS

void dd_clause_findings_add (const DdClauseDraft     *draft,
                             const DdClauseDraftText *text,
                             const char              *ordinal,
                             GPtrArray               *findings);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-clause-draft.h"

G_BEGIN_DECLS

double dd_confidence_of_draft (const DdClauseDraft *draft,
                               const DdBody        *body,
                               DdRange              words,
                               const GArray        *lead,
                               const GArray        *times,
                               guint                n_targets);

G_END_DECLS

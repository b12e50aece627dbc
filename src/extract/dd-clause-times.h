/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-clause-draft.h"

G_BEGIN_DECLS

DdRange             dd_clause_times_find_condition (const DdBody            *body,
                                                    DdRange                  words);
void                dd_clause_times_find           (const DdClauseDraft     *draft,
                                                    const GArray            *fields,
                                                    const DdClauseDraftText *text,
                                                    DdRange                  words,
                                                    GArray                  *times);
const DdTimePhrase *dd_clause_times_get_due        (const GArray            *times);
const DdTimePhrase *dd_clause_times_get_recurrence (const GArray            *times);

G_END_DECLS

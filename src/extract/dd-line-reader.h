/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-clause-draft.h"

G_BEGIN_DECLS

DdFinding *dd_line_reader_read (const DdClauseDraftText *text) G_GNUC_WARN_UNUSED_RESULT;
void       dd_line_reader_restore (const DdBody *body,
                                   DdToken      *tokens);

G_END_DECLS

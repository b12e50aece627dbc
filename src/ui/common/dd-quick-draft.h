/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a typed line, once everything in it is corrected. */
#pragma once

#include "dd-draft.h"

G_BEGIN_DECLS

DdDraft *dd_quick_draft_make (const char      *text,
                              const DdFinding *finding,
                              GPtrArray       *parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

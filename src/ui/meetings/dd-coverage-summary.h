/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the meetings: how far a conclusion is covered by tasks, in words. */
#pragma once

#include "dd-coverage.h"

G_BEGIN_DECLS

char *dd_coverage_summary_to_text (const guint counts[DD_N_COVERAGES]) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

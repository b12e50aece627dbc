/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-row.h"

G_BEGIN_DECLS

/**
 * DdCoverage:
 *
 * What has become of a directive; never stored.
 */
typedef enum
{
  DD_COVERAGE_UNASSIGNED,       /* not assigned yet */
  DD_COVERAGE_ASSIGNED,
  DD_COVERAGE_DONE,             /* assigned, and every task of it completed */
  DD_COVERAGE_NOT_NEEDED,
  DD_COVERAGE_SUPERSEDED,
} DdCoverage;

#define DD_N_COVERAGES (DD_COVERAGE_SUPERSEDED + 1)

DdCoverage  dd_directive_row_get_coverage (const DdRow *directive);
const char *dd_coverage_get_label         (DdCoverage   coverage);

G_END_DECLS

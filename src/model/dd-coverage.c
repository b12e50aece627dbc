/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-coverage"

#include "config.h"

#include "dd-coverage.h"

#include "dd-directive.h"

#include <glib/gi18n-lib.h>

static const char * const labels[] = {
  [DD_COVERAGE_UNASSIGNED] = N_("Not assigned yet"),
  [DD_COVERAGE_ASSIGNED] = NC_("coverage", "Assigned"),
  [DD_COVERAGE_DONE] = N_("Carried out"),
  [DD_COVERAGE_NOT_NEEDED] = N_("Needs no task"),
  [DD_COVERAGE_SUPERSEDED] = N_("Superseded"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (labels) == DD_N_COVERAGES);

/**
 * dd_directive_row_get_coverage:
 * @directive: a row of %DD_KIND_DIRECTIVE with its derived fields
 *
 * Returns: what has become of the directive; one that has tasks is covered by
 *   them, whatever was decided before
 */
DdCoverage
dd_directive_row_get_coverage (const DdRow *directive)
{
  gint64 tasks = dd_row_get_number (directive, DD_DIRECTIVE_N_TASKS);

  if (dd_row_get_reference (directive, DD_DIRECTIVE_SUPERSEDED_BY) != 0)
    return DD_COVERAGE_SUPERSEDED;
  if (tasks > 0)
    return dd_row_get_number (directive, DD_DIRECTIVE_N_DONE) == tasks
         ? DD_COVERAGE_DONE : DD_COVERAGE_ASSIGNED;
  if (dd_row_is_set (directive, DD_DIRECTIVE_NO_TASK_REASON))
    return DD_COVERAGE_NOT_NEEDED;

  return DD_COVERAGE_UNASSIGNED;
}

/**
 * dd_coverage_get_label:
 *
 * Returns: what the coverage is called, in the language of the program
 */
const char *
dd_coverage_get_label (DdCoverage coverage)
{
  g_return_val_if_fail (coverage < DD_N_COVERAGES, NULL);

  if (coverage == DD_COVERAGE_ASSIGNED)
    return C_("coverage", "Assigned");

  return _(labels[coverage]);
}

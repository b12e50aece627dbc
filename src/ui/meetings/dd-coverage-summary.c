/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-coverage-summary"

#include "config.h"

#include "dd-coverage-summary.h"

#include <glib/gi18n-lib.h>

/* In the order of the sentence: what waits comes last, where it is remembered. */
static const DdCoverage order[DD_N_COVERAGES] = {
  DD_COVERAGE_DONE, DD_COVERAGE_ASSIGNED, DD_COVERAGE_NOT_NEEDED, DD_COVERAGE_SUPERSEDED,
  DD_COVERAGE_UNASSIGNED,
};

static const char *
get_pattern (DdCoverage coverage,
             guint      n)
{
  switch (coverage)
    {
    case DD_COVERAGE_DONE:
      return g_dngettext (GETTEXT_PACKAGE, "%u carried out", "%u carried out", n);
    case DD_COVERAGE_ASSIGNED:
      return g_dngettext (GETTEXT_PACKAGE, "%u assigned", "%u assigned", n);
    case DD_COVERAGE_NOT_NEEDED:
      return g_dngettext (GETTEXT_PACKAGE, "%u needs no task", "%u need no task", n);
    case DD_COVERAGE_SUPERSEDED:
      return g_dngettext (GETTEXT_PACKAGE, "%u superseded", "%u superseded", n);
    case DD_COVERAGE_UNASSIGNED:
    default:
      return g_dngettext (GETTEXT_PACKAGE, "%u not assigned yet", "%u not assigned yet", n);
    }
}

/**
 * dd_coverage_summary_to_text:
 * @counts: how many clauses there are of each coverage
 *
 * Returns: (transfer full): "14 clauses: 9 assigned, 3 need no task, 2 not assigned yet"
 */
char *
dd_coverage_summary_to_text (const guint counts[DD_N_COVERAGES])
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *clauses = NULL;
  guint total = 0;

  for (guint i = 0; i < DD_N_COVERAGES; i++)
    {
      guint n = counts[order[i]];

      total += n;
      if (n == 0)
        continue;
      if (list->len > 0)
        /* Translators: stands between the parts of a list. */
        g_string_append (list, C_("list", ", "));
      g_string_append_printf (list, get_pattern (order[i], n), n);
    }
  if (total == 0)
    return g_strdup (_("No clauses yet: add the conclusion"));

  clauses = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u clause", "%u clauses", total),
                             total);

  /* Translators: "14 clauses", then a list: "9 assigned, 3 need no task". */
  return g_strdup_printf (_("%s: %s"), clauses, list->str);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-confidence"

#include "dd-confidence.h"

#include "dd-unit-matcher.h"

static gboolean
is_known (const GArray *lead)
{
  for (guint i = 0; i < lead->len; i++)
    if ((g_array_index (lead, DdUnitMention, i).flags &
         (DD_UNIT_KNOWN | DD_UNIT_GROUP | DD_UNIT_POST)) == 0)
      return FALSE;

  return lead->len > 0;
}

/**
 * dd_confidence_of_draft:
 * @lead: (nullable): who is to do it
 * @n_times: how many deadlines and recurrences it has
 * @n_targets: how many targets
 *
 * How sure it is that a clause is a directive to those units, as a share of the
 * clauses of its kind that are. The figures were set by counting on documents
 * that were read by hand.
 *
 * Returns: from 0 to 1
 */
double
dd_confidence_of_draft (const DdClauseDraft *draft,
                        const GArray        *lead,
                        guint                n_times,
                        guint                n_targets)
{
  double confidence;

  switch (draft->form)
    {
    case DD_ASSIGNMENT_DIRECTED:
      confidence = 0.95;
      break;
    case DD_ASSIGNMENT_SUBJECT:
    case DD_ASSIGNMENT_DUTY:
      confidence = (draft->flags & DD_ASSIGNMENT_STRONG) != 0 ? 0.93 : 0.9;
      break;
    case DD_ASSIGNMENT_VERB:
      confidence = draft->item ? 0.9 : 0.82;
      break;
    case DD_ASSIGNMENT_MANDATE:
      return 0.4;
    case DD_ASSIGNMENT_NONE:
    case DD_ASSIGNMENT_REPORT:
    case DD_ASSIGNMENT_DECISION:
    case DD_ASSIGNMENT_CONDITION:
    case DD_ASSIGNMENT_CLOSING:
    default:
      confidence = draft->milestone ? 0.9 : 0.75;
      break;
    }

  if (draft->official)
    confidence += 0.02;
  else
    confidence -= 0.03;
  if (n_times > 0 || n_targets > 0)
    confidence += 0.02;
  if ((draft->flags & DD_ASSIGNMENT_SOFT) != 0)
    confidence -= 0.25;
  if ((draft->flags & (DD_ASSIGNMENT_PAST | DD_ASSIGNMENT_UNKNOWN)) != 0)
    confidence -= 0.2;
  if (!draft->milestone && (lead == NULL || lead->len == 0))
    confidence -= 0.15;
  else if (lead != NULL && lead->len > 0 && !is_known (lead))
    confidence -= 0.03;

  return CLAMP (confidence, 0.05, 0.99);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-assignment"

#include "dd-assignment.h"

/**
 * dd_assignment_init:
 * @self: (out): what is not an assignment yet, to be cleared with
 *   dd_assignment_clear()
 */
void
dd_assignment_init (DdAssignment *self)
{
  *self = (DdAssignment) { DD_ASSIGNMENT_NONE };
  self->assigner = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
  self->lead = g_array_new (FALSE, FALSE, sizeof (DdUnitMention));
}

/**
 * dd_assignment_clear:
 *
 * Frees what @self holds. It may be asked twice.
 */
void
dd_assignment_clear (DdAssignment *self)
{
  g_clear_pointer (&self->assigner, g_array_unref);
  g_clear_pointer (&self->lead, g_array_unref);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-draft-unit"

#include "dd-draft-unit.h"

#include "dd-fold.h"

#include <string.h>

DdDraftUnit *
dd_draft_unit_new (const char *name,
                   gint64      id)
{
  DdDraftUnit *self = g_new0 (DdDraftUnit, 1);

  self->name = g_strdup (name);
  self->id = id;

  return self;
}

DdDraftUnit *
dd_draft_unit_copy (const DdDraftUnit *self)
{
  DdDraftUnit *copy = dd_draft_unit_new (self->name, self->id);

  if (self->members != NULL)
    copy->members = dd_draft_units_copy (self->members);

  return copy;
}

/**
 * dd_draft_unit_free:
 * @self: (nullable): the unit
 */
void
dd_draft_unit_free (DdDraftUnit *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self);
}

/**
 * dd_draft_units_new:
 *
 * Returns: (transfer full) (element-type DdDraftUnit): an empty list that owns its units
 */
GPtrArray *
dd_draft_units_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dd_draft_unit_free);
}

GPtrArray *
dd_draft_units_copy (GPtrArray *units)
{
  GPtrArray *copy = dd_draft_units_new ();

  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (copy, dd_draft_unit_copy (units->pdata[i]));

  return copy;
}

static void
add_once (GPtrArray         *units,
          GHashTable        *seen,
          const DdDraftUnit *unit)
{
  char *key = unit->id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, unit->id)
                            : dd_fold_spelling (unit->name);

  if (g_hash_table_add (seen, key))
    g_ptr_array_add (units, (gpointer) unit);
}

/**
 * dd_draft_units_spread:
 * @units: (element-type DdDraftUnit): the lead units of a draft
 *
 * Returns: (transfer container) (element-type DdDraftUnit): who gets a task of its own: the
 *   units, and in place of a group that was spread its members. Each comes once, by
 *   whatever names it is told; it is borrowed from @units
 */
GPtrArray *
dd_draft_units_spread (GPtrArray *units)
{
  GPtrArray *spread = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit = units->pdata[i];

      if (unit->members == NULL)
        add_once (spread, seen, unit);
      for (guint j = 0; unit->members != NULL && j < unit->members->len; j++)
        add_once (spread, seen, unit->members->pdata[j]);
    }

  return spread;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-naming"

#include "config.h"

#include "dd-unit-naming.h"

#include "dd-fold.h"
#include "dd-unit.h"

struct _DdUnitNaming
{
  GPtrArray *units;             /* of DdRow: as the change will have them */
};

DdUnitNaming *
dd_unit_naming_new (void)
{
  DdUnitNaming *self = g_new0 (DdUnitNaming, 1);

  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);

  return self;
}

void
dd_unit_naming_free (DdUnitNaming *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->units);
  g_free (self);
}

/* The row as the change will have it, made when the first thing changes in it. */
static DdRow *
get_changed (DdUnitNaming *self,
             const DdRow  *unit)
{
  for (guint i = 0; i < self->units->len; i++)
    if (dd_row_get_id (self->units->pdata[i]) == dd_row_get_id (unit))
      return self->units->pdata[i];

  g_ptr_array_add (self->units, dd_row_copy (unit));

  return self->units->pdata[self->units->len - 1];
}

/**
 * dd_unit_naming_add:
 * @unit: a row of %DD_KIND_UNIT, as it was read
 * @name: what it is also called from now on
 */
void
dd_unit_naming_add (DdUnitNaming *self,
                    const DdRow  *unit,
                    const char   *name)
{
  DdRow *changed = get_changed (self, unit);
  g_auto (GStrv) aliases = dd_row_get_list (changed, DD_UNIT_ALIASES);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;

  g_strv_builder_addv (builder, (const char **) aliases);
  g_strv_builder_add (builder, name);
  now = g_strv_builder_end (builder);
  dd_row_set_list (changed, DD_UNIT_ALIASES, (const char * const *) now);
}

/**
 * dd_unit_naming_remove:
 * @unit: a row of %DD_KIND_UNIT, as it was read
 * @name: what it is not called any longer, however that is spelt
 */
void
dd_unit_naming_remove (DdUnitNaming *self,
                       const DdRow  *unit,
                       const char   *name)
{
  DdRow *changed = get_changed (self, unit);
  g_auto (GStrv) aliases = dd_row_get_list (changed, DD_UNIT_ALIASES);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *key = dd_fold_spelling (name);
  g_auto (GStrv) now = NULL;

  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    {
      g_autofree char *alias = dd_fold_spelling (aliases[i]);

      if (!g_str_equal (alias, key))
        g_strv_builder_add (builder, aliases[i]);
    }
  now = g_strv_builder_end (builder);
  dd_row_set_list (changed, DD_UNIT_ALIASES, (const char * const *) now);
}

/**
 * dd_unit_naming_fill:
 *
 * Puts the units into a change; to be called once, at the end.
 */
void
dd_unit_naming_fill (DdUnitNaming *self,
                     DdChange     *change)
{
  while (self->units->len > 0)
    dd_change_update (change, g_ptr_array_steal_index (self->units, 0));
}

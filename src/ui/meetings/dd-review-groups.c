/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a review: names that stand for several units, what known units they mean, and
 * who belongs to a group. */
#define G_LOG_DOMAIN "dd-review"

#include "config.h"

#include "dd-review-private.h"

#include "dd-fold.h"
#include "dd-record-types.h"
#include "dd-unit-name.h"

#include <glib/gi18n-lib.h>

/* --- units ---------------------------------------------------------------- */

/**
 * dd_review_get_unknown_units:
 *
 * Returns: (transfer none) (element-type DdReviewUnit): those that are not known, and those
 *   of which something was decided, until "units-changed"
 */
GPtrArray *
dd_review_get_unknown_units (DdReview *self)
{
  g_return_val_if_fail (DD_IS_REVIEW (self), NULL);

  return dd_review_units_get_unknown (self->units);
}

static gboolean
names_unit (GPtrArray  *units,
            const char *key)
{
  for (guint i = 0; i < units->len; i++)
    {
      g_autofree char *other = dd_fold_spelling (((const DdDraftUnit *) units->pdata[i])->name);

      if (g_str_equal (other, key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
draft_names_unit (const DdDraft *draft,
                  const char    *key)
{
  for (guint i = 0; draft->parts != NULL && i < draft->parts->len; i++)
    if (draft_names_unit (draft->parts->pdata[i], key))
      return TRUE;

  return names_unit (draft->leads, key) || names_unit (draft->coordinating, key);
}

/**
 * dd_review_count_name:
 * @name: what the text calls a unit
 *
 * Returns: how many clauses have it
 */
guint
dd_review_count_name (DdReview   *self,
                      const char *name)
{
  g_autofree char *key = dd_fold_spelling (name);
  guint n = 0;

  g_return_val_if_fail (DD_IS_REVIEW (self), 0);

  for (guint i = 0; i < self->now.clauses->len; i++)
    n += draft_names_unit (dd_review_get_draft (self, i), key);

  return n;
}

static void
tell_named (DdReview   *self,
            const char *name)
{
  g_autofree char *key = dd_fold_spelling (name);

  dd_review_count_units (self);
  for (guint i = 0; i < self->now.clauses->len; i++)
    if (draft_names_unit (dd_review_get_draft (self, i), key))
      dd_review_tell_clause (self, i);
}

/**
 * dd_review_set_same_as:
 * @name: what the text calls a unit
 * @unit: (nullable): the known unit that it means; %NULL: as the file of records knows it,
 *   else it is to be created
 * @remember: whether the unit goes by that name from now on
 *
 * Decides what a name means, in the whole document.
 */
void
dd_review_set_same_as (DdReview    *self,
                       const char  *name,
                       const DdRow *unit,
                       gboolean     remember)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Correct Units"), NULL);
  if (unit != NULL)
    dd_review_units_add_known (self->units, unit);
  dd_review_units_decide (self->units, name, unit != NULL ? dd_row_get_id (unit) : 0, remember);
  tell_named (self, name);
}

static void
rename_back (GPtrArray     *units,
             DdReviewUnits *known,
             gint64         id,
             const char    *name)
{
  for (guint i = 0; i < units->len; i++)
    {
      DdDraftUnit *unit = units->pdata[i];

      if (dd_review_units_get_id (known, unit) != id)
        continue;
      g_free (unit->name);
      unit->name = g_strdup (name);
      unit->id = dd_review_units_find (known, name);
    }
}

/**
 * dd_review_correct_unit:
 * @clause: where it was corrected: it has @unit in place of @name
 * @name: what the text calls it
 * @unit: the unit that is meant
 * @remember: whether the unit goes by that name from now on
 *
 * Has a correction in one clause hold for the whole document.
 */
void
dd_review_correct_unit (DdReview    *self,
                        guint        clause,
                        const char  *name,
                        const DdRow *unit,
                        gboolean     remember)
{
  DdReviewClause *one;

  g_return_if_fail (DD_IS_REVIEW (self));

  dd_review_begin (self, N_("Correct Units"), NULL);
  one = dd_review_edit_clause (self, clause);
  /* What the text calls it, so that the name is learnt. */
  rename_back (one->draft->leads, self->units, dd_row_get_id (unit), name);
  rename_back (one->draft->coordinating, self->units, dd_row_get_id (unit), name);
  dd_review_units_add_known (self->units, unit);
  dd_review_units_decide (self->units, name, dd_row_get_id (unit), remember);
  tell_named (self, name);
}

/**
 * dd_review_refresh_units:
 * @units: (element-type DdRow): the units as they are now in the file of records
 *
 * For when somebody changed units while the review was going on.
 */
void
dd_review_refresh_units (DdReview  *self,
                         GPtrArray *units)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  for (guint i = 0; i < units->len; i++)
    dd_review_units_add_known (self->units, units->pdata[i]);
}

/* --- groups --------------------------------------------------------------- */

/**
 * dd_review_set_members:
 * @members: (element-type DdRow): of %DD_KIND_UNIT_MEMBER, all that there are
 *
 * Tells who belongs to which group.
 */
void
dd_review_set_members (DdReview  *self,
                       GPtrArray *members)
{
  g_return_if_fail (DD_IS_REVIEW (self));

  g_ptr_array_unref (self->members);
  self->members = g_ptr_array_ref (members);
  g_signal_emit_by_name (self, "facts-changed");
}

/**
 * dd_review_is_group:
 *
 * Returns: whether the unit stands for several: its record says so, or its name does
 */
gboolean
dd_review_is_group (DdReview          *self,
                    const DdDraftUnit *unit)
{
  gint64 id = dd_review_units_get_id (self->units, unit);

  return id != 0 ? dd_review_units_is_group (self->units, id) : dd_unit_name_is_group (unit->name);
}

static gboolean
is_member_on (const DdRow *member,
              DdDay        day)
{
  DdDay from = dd_row_get_day (member, DD_UNIT_MEMBER_VALID_FROM);
  DdDay to = dd_row_get_day (member, DD_UNIT_MEMBER_VALID_TO);

  if (!dd_row_is_set (member, DD_UNIT_MEMBER_UNIT))
    return FALSE;

  return day == DD_DAY_NONE ||
         ((from == DD_DAY_NONE || from <= day) && (to == DD_DAY_NONE || day <= to));
}

/**
 * dd_review_get_new_members:
 *
 * Returns: (transfer none) (nullable) (element-type DdDraftUnit): the units that will be
 *   stored as members of the group
 */
GPtrArray *
dd_review_get_new_members (DdReview          *self,
                           const DdDraftUnit *group)
{
  g_autofree char *key = dd_fold_spelling (group->name);

  return g_hash_table_lookup (self->now.groups, key);
}

/**
 * dd_review_list_members:
 *
 * Returns: (transfer full) (element-type DdDraftUnit): the units that belong to the group on
 *   the day on which the work is assigned
 */
GPtrArray *
dd_review_list_members (DdReview          *self,
                        const DdDraftUnit *group)
{
  GPtrArray *new_members = dd_review_get_new_members (self, group);
  GPtrArray *list = dd_draft_units_new ();
  gint64 id = dd_review_units_get_id (self->units, group);
  DdDay day = dd_review_get_assigned (self, DD_DAY_NONE);

  for (guint i = 0; id != 0 && i < self->members->len; i++)
    {
      const DdRow *member = self->members->pdata[i];
      gint64 unit = dd_row_get_reference (member, DD_UNIT_MEMBER_UNIT);
      const char *name = dd_review_units_get_name (self->units, unit);

      if (name == NULL)
        name = dd_row_get_text (member, DD_UNIT_MEMBER_UNIT_NAME);
      if (dd_row_get_reference (member, DD_UNIT_MEMBER_BODY) == id && is_member_on (member, day))
        g_ptr_array_add (list, dd_draft_unit_new (name, unit));
    }
  for (guint i = 0; new_members != NULL && i < new_members->len; i++)
    g_ptr_array_add (list, dd_draft_unit_copy (new_members->pdata[i]));

  return list;
}

/**
 * dd_review_has_members:
 *
 * Returns: whether the file of records knows who belongs to the group on that day
 */
gboolean
dd_review_has_members (DdReview          *self,
                       const DdDraftUnit *group)
{
  g_autoptr (GPtrArray) list = dd_review_list_members (self, group);

  return list->len > 0 && dd_review_get_new_members (self, group) == NULL;
}

/* Choosing the units of a group, and giving each a task, is one step. */
static void
begin_group (DdReview *self,
             guint     clause)
{
  g_autofree char *key = g_strdup_printf ("group %u", clause);

  dd_review_begin (self, N_("Choose the Units of a Group"), key);
}

/**
 * dd_review_spread_group:
 * @lead: the number of the lead unit
 * @members: (nullable) (element-type DdDraftUnit): the units that get a task each;
 *   %NULL: the group gets one
 */
void
dd_review_spread_group (DdReview  *self,
                        guint      clause,
                        int        part,
                        guint      lead,
                        GPtrArray *members)
{
  DdDraft *draft;
  DdDraftUnit *unit;

  g_return_if_fail (DD_IS_REVIEW (self));

  begin_group (self, clause);
  draft = dd_review_edit_clause (self, clause)->draft;
  if (part != DD_REVIEW_WHOLE)
    draft = draft->parts->pdata[part];
  g_return_if_fail (lead < draft->leads->len);

  unit = draft->leads->pdata[lead];
  g_clear_pointer (&unit->members, g_ptr_array_unref);
  if (members != NULL)
    unit->members = dd_draft_units_copy (members);
  dd_review_tell_clause (self, clause);
  dd_review_count_units (self);
}

/**
 * dd_review_learn_members:
 * @clause: where they are chosen
 * @members: (element-type DdDraftUnit): who belongs to the group from now on; perhaps none
 *
 * Says of a group without units which these are. They are stored with the tasks.
 */
void
dd_review_learn_members (DdReview          *self,
                         guint              clause,
                         const DdDraftUnit *group,
                         GPtrArray         *members)
{
  GHashTable *groups;
  GHashTableIter iter;
  gpointer key, value;

  g_return_if_fail (DD_IS_REVIEW (self));

  begin_group (self, clause);
  groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                  (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_iter_init (&iter, self->now.groups);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (groups, g_strdup (key), g_ptr_array_ref (value));
  if (members->len > 0)
    g_hash_table_replace (groups, dd_fold_spelling (group->name), dd_draft_units_copy (members));
  else
    {
      g_autofree char *name = dd_fold_spelling (group->name);

      g_hash_table_remove (groups, name);
    }
  g_hash_table_unref (self->now.groups);
  self->now.groups = groups;
  dd_review_tell_facts (self);
}

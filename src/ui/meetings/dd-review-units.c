/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-units"

#include "dd-review-units.h"

#include "dd-fold.h"
#include "dd-unit-naming.h"
#include "dd-unit.h"

/**
 * DdReviewUnits:
 *
 * The units of a text: which of them are known, and what was decided of the
 * others. A decision is about a name, so it holds for the whole document.
 */
struct _DdReviewUnits
{
  const DdConclusion *conclusion;       /* lives longer */
  GHashTable         *known;            /* id → DdRow */
  GHashTable         *decisions;        /* name, as it is spelt → Decision; shared by steps */
  GPtrArray          *unknown;          /* of DdReviewUnit */
  GPtrArray          *counting;         /* the same, while it is made */
  GHashTable         *counted;          /* name, as it is spelt → one of them */
};

/* What a name was said to mean. */
typedef struct
{
  gint64   same_as;
  gboolean remember;
} Decision;

static gint64 *
make_key (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
review_unit_free (gpointer data)
{
  g_free (((DdReviewUnit *) data)->name);
  g_free (data);
}

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func (review_unit_free);
}

static GHashTable *
make_decisions (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * dd_review_units_new:
 * @conclusion: has to live as long
 */
DdReviewUnits *
dd_review_units_new (const DdConclusion *conclusion)
{
  DdReviewUnits *self = g_new0 (DdReviewUnits, 1);

  self->conclusion = conclusion;
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) dd_row_free);
  self->decisions = make_decisions ();
  self->unknown = make_list ();
  for (guint i = 0; i < conclusion->unit_rows->len; i++)
    dd_review_units_add_known (self, conclusion->unit_rows->pdata[i]);

  return self;
}

void
dd_review_units_free (DdReviewUnits *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->known);
  g_hash_table_unref (self->decisions);
  g_ptr_array_unref (self->unknown);
  g_clear_pointer (&self->counting, g_ptr_array_unref);
  g_clear_pointer (&self->counted, g_hash_table_unref);
  g_free (self);
}

static const Decision *
get_decision (const DdReviewUnits *self,
              const char          *name)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->decisions) == 0)
    return NULL;

  key = dd_fold_spelling (name);

  return g_hash_table_lookup (self->decisions, key);
}

/**
 * dd_review_units_get_id:
 *
 * Returns: the unit that is meant, or 0 if it is to be created
 */
gint64
dd_review_units_get_id (const DdReviewUnits *self,
                        const DdDraftUnit   *unit)
{
  const Decision *decision = get_decision (self, unit->name);

  return decision != NULL ? decision->same_as : unit->id;
}

/**
 * dd_review_units_find:
 *
 * Returns: the unit that goes by @name in the file of records, or 0
 */
gint64
dd_review_units_find (const DdReviewUnits *self,
                      const char          *name)
{
  return dd_unit_dictionary_find (self->conclusion->units, name);
}

/**
 * dd_review_units_get_name:
 *
 * Returns: (nullable): what the file of records calls the unit
 */
const char *
dd_review_units_get_name (const DdReviewUnits *self,
                          gint64               id)
{
  const DdRow *row = g_hash_table_lookup (self->known, &id);

  return row != NULL ? dd_row_get_text (row, DD_UNIT_NAME) : NULL;
}

/**
 * dd_review_units_add_known:
 * @unit: a unit as it is now in the file of records
 */
void
dd_review_units_add_known (DdReviewUnits *self,
                           const DdRow   *unit)
{
  g_hash_table_replace (self->known, make_key (dd_row_get_id (unit)), dd_row_copy (unit));
}

/**
 * dd_review_units_is_group:
 *
 * Returns: whether the unit is a group of units
 */
gboolean
dd_review_units_is_group (const DdReviewUnits *self,
                          gint64               id)
{
  const DdRow *row = g_hash_table_lookup (self->known, &id);

  return row != NULL && dd_row_get_flag (row, DD_UNIT_IS_GROUP);
}

/**
 * dd_review_units_decide:
 * @name: of a unit
 * @same_as: the known unit that it is; 0: what the name says
 * @remember: whether that unit goes by the name from now on
 */
void
dd_review_units_decide (DdReviewUnits *self,
                        const char    *name,
                        gint64         same_as,
                        gboolean       remember)
{
  GHashTable *decisions = make_decisions ();
  Decision decision = { same_as, remember };
  g_autofree char *name_key = dd_fold_spelling (name);
  GHashTableIter iter;
  gpointer key, value;

  /* The steps that can be taken back keep the table that was. */
  g_hash_table_iter_init (&iter, self->decisions);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (decisions, g_strdup (key), g_memdup2 (value, sizeof (Decision)));
  if (same_as != 0)
    g_hash_table_replace (decisions, g_strdup (name_key), g_memdup2 (&decision, sizeof decision));
  else
    g_hash_table_remove (decisions, name_key);

  g_hash_table_unref (self->decisions);
  self->decisions = decisions;
}

/**
 * dd_review_units_get_decisions:
 *
 * Returns: (transfer none): what was decided so far; it is not changed any more
 */
GHashTable *
dd_review_units_get_decisions (const DdReviewUnits *self)
{
  return self->decisions;
}

void
dd_review_units_set_decisions (DdReviewUnits *self,
                               GHashTable    *decisions)
{
  g_hash_table_ref (decisions);
  g_hash_table_unref (self->decisions);
  self->decisions = decisions;
}

#define DECISIONS_TYPE "a{s(xb)}"

/**
 * dd_review_units_save:
 *
 * Returns: (transfer floating): what was decided, for a file
 */
GVariant *
dd_review_units_save (const DdReviewUnits *self)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer key, value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (DECISIONS_TYPE));
  g_hash_table_iter_init (&iter, self->decisions);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_variant_builder_add (&builder, "{s(xb)}", key, ((const Decision *) value)->same_as,
                           ((const Decision *) value)->remember);

  return g_variant_builder_end (&builder);
}

/**
 * dd_review_units_restore:
 *
 * Takes up what was decided; a unit that is gone since is left out.
 */
void
dd_review_units_restore (DdReviewUnits *self,
                         GVariant      *decisions)
{
  if (!g_variant_is_of_type (decisions, G_VARIANT_TYPE (DECISIONS_TYPE)))
    return;

  for (gsize i = 0; i < g_variant_n_children (decisions); i++)
    {
      Decision decision;
      const char *key;

      g_variant_get_child (decisions, i, "{&s(xb)}", &key, &decision.same_as, &decision.remember);
      if (dd_review_units_get_name (self, decision.same_as) != NULL)
        g_hash_table_replace (self->decisions, g_strdup (key),
                              g_memdup2 (&decision, sizeof decision));
    }
}

/* --- the unknown ones ----------------------------------------------------- */

static gint64
get_near (const DdReviewUnits *self,
          const char          *name)
{
  const gint64 *near = g_hash_table_lookup (self->conclusion->near_units, name);

  /* A name that was typed was not there when the text was read. */
  return near != NULL ? *near : dd_unit_dictionary_find_near (self->conclusion->units, name);
}

/**
 * dd_review_units_begin_count:
 *
 * Begins to count anew which units are not known.
 */
void
dd_review_units_begin_count (DdReviewUnits *self)
{
  g_clear_pointer (&self->counting, g_ptr_array_unref);
  g_clear_pointer (&self->counted, g_hash_table_unref);
  self->counting = make_list ();
  self->counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * dd_review_units_count:
 * @units: (element-type DdDraftUnit): of one clause
 */
void
dd_review_units_count (DdReviewUnits *self,
                       GPtrArray     *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *named = units->pdata[i];
      g_autofree char *key = NULL;
      const Decision *decision = get_decision (self, named->name);
      DdReviewUnit *unit;

      if (named->id != 0 && decision == NULL)
        continue;

      key = dd_fold_spelling (named->name);
      unit = g_hash_table_lookup (self->counted, key);
      if (unit == NULL)
        {
          unit = g_new0 (DdReviewUnit, 1);
          unit->name = g_strdup (named->name);
          unit->near = get_near (self, named->name);
          unit->same_as = decision != NULL ? decision->same_as : 0;
          unit->remember = decision != NULL && decision->remember;
          unit->known_as = named->id;
          g_ptr_array_add (self->counting, unit);
          g_hash_table_insert (self->counted, g_steal_pointer (&key), unit);
        }
      unit->n_uses++;
    }
}

static gboolean
lists_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const DdReviewUnit *one = a->pdata[i];
      const DdReviewUnit *other = b->pdata[i];

      if (!g_str_equal (one->name, other->name) || one->n_uses != other->n_uses ||
          one->near != other->near || one->same_as != other->same_as ||
          one->remember != other->remember)
        return FALSE;
    }

  return TRUE;
}

/* Those that need a look come first, the others as the text names them. */
static GPtrArray *
put_near_first (GPtrArray *counted)
{
  GPtrArray *sorted = make_list ();

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < counted->len; i++)
      {
        DdReviewUnit *unit = counted->pdata[i];

        if (unit == NULL || (pass == 0 && unit->near == 0))
          continue;
        g_ptr_array_add (sorted, g_steal_pointer (&counted->pdata[i]));
      }

  return sorted;
}

/**
 * dd_review_units_end_count:
 *
 * Returns: whether anything differs from the last time
 */
gboolean
dd_review_units_end_count (DdReviewUnits *self)
{
  g_autoptr (GPtrArray) counted = g_steal_pointer (&self->counting);
  g_autoptr (GPtrArray) sorted = put_near_first (counted);

  g_clear_pointer (&self->counted, g_hash_table_unref);
  /* What was moved over must not be freed twice. */
  g_ptr_array_set_free_func (counted, NULL);
  if (lists_equal (self->unknown, sorted))
    return FALSE;

  g_ptr_array_unref (self->unknown);
  self->unknown = g_steal_pointer (&sorted);

  return TRUE;
}

/**
 * dd_review_units_get_unknown:
 *
 * Returns: (transfer none) (element-type DdReviewUnit): the units that are not
 *   known, until they are counted anew
 */
GPtrArray *
dd_review_units_get_unknown (DdReviewUnits *self)
{
  return self->unknown;
}

/**
 * dd_review_units_learn:
 *
 * Adds to the change that known units also go by the names that were said to mean them. A
 * unit that went by such a name, and was not meant, goes by it no longer.
 */
void
dd_review_units_learn (const DdReviewUnits *self,
                       DdChange            *change)
{
  g_autoptr (DdUnitNaming) naming = dd_unit_naming_new ();

  for (guint i = 0; i < self->unknown->len; i++)
    {
      const DdReviewUnit *unit = self->unknown->pdata[i];
      const DdRow *known = g_hash_table_lookup (self->known, &unit->same_as);
      const DdRow *other = g_hash_table_lookup (self->known, &unit->known_as);

      if (unit->same_as == 0 || !unit->remember)
        continue;
      g_return_if_fail (known != NULL);
      dd_unit_naming_add (naming, known, unit->name);
      if (other != NULL && unit->known_as != unit->same_as)
        dd_unit_naming_remove (naming, other, unit->name);
    }
  dd_unit_naming_fill (naming, change);
}

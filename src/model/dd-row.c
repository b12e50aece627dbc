/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-row"

#include "dd-row.h"

#include <math.h>
#include <string.h>

typedef union
{
  char   *text;
  gint64  number;               /* also flag, choice, reference */
  double  real;
  DdDay   day;
} Value;

struct _DdRow
{
  const DdRecordType  *type;
  gint64               id;
  char                *uid;
  char                *created;
  char                *changed;
  gint64               revision;
  char               **reference_uids;  /* by field; NULL while none is set */
  guint64              set;             /* a bit for each field that has a value */
  Value                values[];
};

static const DdField *
get_field (const DdRow *self,
           guint        field)
{
  g_assert (field < self->type->n_fields);

  return &self->type->fields[field];
}

static void
replace_text (char       **place,
              const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

static void
mark_set (DdRow *self,
          guint  field)
{
  self->set |= G_GUINT64_CONSTANT (1) << field;
}

/**
 * dd_row_new:
 *
 * Returns: (transfer full): a record without any value, to be freed with dd_row_free()
 */
DdRow *
dd_row_new (DdKind kind)
{
  const DdRecordType *type = dd_record_type_get (kind);
  DdRow *self = g_malloc0 (sizeof (DdRow) + type->n_fields * sizeof (Value));

  g_assert (type->n_fields <= 64);
  self->type = type;

  return self;
}

/**
 * dd_row_copy:
 *
 * Returns: (transfer full): the same record with the same values, its number
 *   and its revision included
 */
DdRow *
dd_row_copy (const DdRow *self)
{
  DdRow *copy = dd_row_new (self->type->kind);

  copy->id = self->id;
  copy->uid = g_strdup (self->uid);
  copy->created = g_strdup (self->created);
  copy->changed = g_strdup (self->changed);
  copy->revision = self->revision;
  for (guint i = 0; i < self->type->n_fields; i++)
    dd_row_copy_field (copy, self, i);

  return copy;
}

/**
 * dd_row_free:
 * @self: (nullable): the record
 */
void
dd_row_free (DdRow *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      if (dd_field_is_text (&self->type->fields[i]))
        g_free (self->values[i].text);
      if (self->reference_uids != NULL)
        g_free (self->reference_uids[i]);
    }
  g_free (self->reference_uids);
  g_free (self->uid);
  g_free (self->created);
  g_free (self->changed);
  g_free (self);
}

/**
 * dd_row_get_type:
 *
 * Returns: (transfer none): the fields of the record's kind; it lives for ever
 */
const DdRecordType *
dd_row_get_type (const DdRow *self)
{
  return self->type;
}

/**
 * dd_row_get_kind:
 *
 * Returns: what the record is
 */
DdKind
dd_row_get_kind (const DdRow *self)
{
  return self->type->kind;
}

/**
 * dd_row_get_id:
 *
 * Returns: its number in the file of records; 0 if it is not in one yet, and
 *   less than 0 between dd_change_insert() and the writing of the change
 */
gint64
dd_row_get_id (const DdRow *self)
{
  return self->id;
}

/**
 * dd_row_set_id:
 *
 * For the store, which numbers the records.
 */
void
dd_row_set_id (DdRow  *self,
               gint64  id)
{
  self->id = id;
}

/**
 * dd_row_get_uid:
 *
 * Returns: (nullable): %NULL for a record that has none yet: the store gives it one
 */
const char *
dd_row_get_uid (const DdRow *self)
{
  return self->uid;
}

/**
 * dd_row_set_uid:
 * @uid: (nullable): what the record is called in every file; copied
 */
void
dd_row_set_uid (DdRow      *self,
                const char *uid)
{
  replace_text (&self->uid, uid);
}

/**
 * dd_row_get_revision:
 *
 * Returns: how often the record was written, the first time included; 0 for one
 *   that never was
 */
gint64
dd_row_get_revision (const DdRow *self)
{
  return self->revision;
}

/**
 * dd_row_set_revision:
 * @revision: the one that the record was read with: the store refuses to write
 *   over a later one
 */
void
dd_row_set_revision (DdRow  *self,
                     gint64  revision)
{
  self->revision = revision;
}

/**
 * dd_row_get_created:
 *
 * Returns: (nullable): when the record was made, an instant of UTC as
 *   dd_instant_now() writes it; %NULL for one that is not stored yet
 */
const char *
dd_row_get_created (const DdRow *self)
{
  return self->created;
}

/**
 * dd_row_get_changed:
 *
 * Returns: (nullable): when it was written last, like dd_row_get_created()
 */
const char *
dd_row_get_changed (const DdRow *self)
{
  return self->changed;
}

/**
 * dd_row_set_instants:
 * @created: (nullable): copied
 * @changed: (nullable): copied
 */
void
dd_row_set_instants (DdRow      *self,
                     const char *created,
                     const char *changed)
{
  replace_text (&self->created, created);
  replace_text (&self->changed, changed);
}

/**
 * dd_row_is_set:
 *
 * Returns: whether the field has a value; 0, "no" and the first choice are values
 */
gboolean
dd_row_is_set (const DdRow *self,
               guint        field)
{
  g_assert (field < self->type->n_fields);

  return (self->set >> field & 1) != 0;
}

/**
 * dd_row_unset:
 *
 * Takes the field's value away, if it has one.
 */
void
dd_row_unset (DdRow *self,
              guint  field)
{
  const DdField *description = get_field (self, field);

  if (dd_field_is_text (description))
    g_clear_pointer (&self->values[field].text, g_free);
  else
    memset (&self->values[field], 0, sizeof (Value));
  if (self->reference_uids != NULL)
    g_clear_pointer (&self->reference_uids[field], g_free);
  self->set &= ~(G_GUINT64_CONSTANT (1) << field);
}

/**
 * dd_row_get_text:
 *
 * Returns: (nullable): the text of a %DD_FIELD_TEXT, the lines of a
 *   %DD_FIELD_LIST; never ""
 */
const char *
dd_row_get_text (const DdRow *self,
                 guint        field)
{
  g_assert (dd_field_is_text (get_field (self, field)));

  return self->values[field].text;
}

/**
 * dd_row_adopt_text:
 * @stored: (nullable): a text that has been through dd_row_set_text() before
 *
 * For the store, whose texts are clean already; copied.
 */
void
dd_row_adopt_text (DdRow      *self,
                   guint       field,
                   const char *stored)
{
  g_assert (dd_field_is_text (get_field (self, field)));

  if (stored == NULL || *stored == '\0')
    {
      dd_row_unset (self, field);
      return;
    }

  replace_text (&self->values[field].text, stored);
  mark_set (self, field);
}

/**
 * dd_row_get_number:
 *
 * Returns: the value of a %DD_FIELD_NUMBER; 0 if it has none
 */
gint64
dd_row_get_number (const DdRow *self,
                   guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_NUMBER);

  return self->values[field].number;
}

/**
 * dd_row_set_number:
 *
 * Gives a %DD_FIELD_NUMBER a value; 0 is one. See dd_row_unset().
 */
void
dd_row_set_number (DdRow  *self,
                   guint   field,
                   gint64  number)
{
  g_assert (get_field (self, field)->type == DD_FIELD_NUMBER);

  self->values[field].number = number;
  mark_set (self, field);
}

/**
 * dd_row_get_real:
 *
 * Returns: the value of a %DD_FIELD_REAL; 0 if it has none
 */
double
dd_row_get_real (const DdRow *self,
                 guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REAL);

  return self->values[field].real;
}

/**
 * dd_row_set_real:
 *
 * Gives a %DD_FIELD_REAL a value; 0 is one.
 */
void
dd_row_set_real (DdRow  *self,
                 guint   field,
                 double  real)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REAL);

  self->values[field].real = real;
  mark_set (self, field);
}

/**
 * dd_row_get_flag:
 *
 * Returns: the value of a %DD_FIELD_FLAG; %FALSE if it has none
 */
gboolean
dd_row_get_flag (const DdRow *self,
                 guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_FLAG);

  return self->values[field].number != 0;
}

/**
 * dd_row_set_flag:
 *
 * Gives a %DD_FIELD_FLAG a value; %FALSE is one.
 */
void
dd_row_set_flag (DdRow    *self,
                 guint     field,
                 gboolean  flag)
{
  g_assert (get_field (self, field)->type == DD_FIELD_FLAG);

  self->values[field].number = flag != FALSE;
  mark_set (self, field);
}

/**
 * dd_row_get_day:
 *
 * Returns: the value of a %DD_FIELD_DAY; %DD_DAY_NONE if it has none
 */
DdDay
dd_row_get_day (const DdRow *self,
                guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_DAY);

  return self->values[field].day;
}

/**
 * dd_row_set_day:
 * @day: the day, or %DD_DAY_NONE to take the value away
 */
void
dd_row_set_day (DdRow *self,
                guint  field,
                DdDay  day)
{
  g_assert (get_field (self, field)->type == DD_FIELD_DAY);

  if (day == DD_DAY_NONE)
    {
      dd_row_unset (self, field);
      return;
    }

  self->values[field].day = day;
  mark_set (self, field);
}

/**
 * dd_row_get_choice:
 *
 * Returns: an index into the field's choices; 0, the first, if it has no value
 */
guint
dd_row_get_choice (const DdRow *self,
                   guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_CHOICE);

  return (guint) self->values[field].number;
}

/**
 * dd_row_set_choice:
 * @choice: an index into the field's choices
 */
void
dd_row_set_choice (DdRow *self,
                   guint  field,
                   guint  choice)
{
  const DdField *description = get_field (self, field);

  g_assert (description->type == DD_FIELD_CHOICE);
  g_return_if_fail (choice < description->n_choices);

  self->values[field].number = choice;
  mark_set (self, field);
}

/**
 * dd_row_get_reference:
 *
 * Returns: the number of the record that a %DD_FIELD_REFERENCE names; 0 if it has none
 */
gint64
dd_row_get_reference (const DdRow *self,
                      guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REFERENCE);

  return self->values[field].number;
}

/**
 * dd_row_set_reference:
 * @id: the row id of the record referred to; 0 for none
 */
void
dd_row_set_reference (DdRow  *self,
                      guint   field,
                      gint64  id)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REFERENCE);

  if (id == 0)
    {
      dd_row_unset (self, field);
      return;
    }

  self->values[field].number = id;
  mark_set (self, field);
}

/**
 * dd_row_get_reference_uid:
 *
 * Returns: (nullable): the uid of the record referred to, where it is known by
 *   that alone and the store has yet to find its row
 */
const char *
dd_row_get_reference_uid (const DdRow *self,
                          guint        field)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REFERENCE);

  return self->reference_uids != NULL ? self->reference_uids[field] : NULL;
}

/**
 * dd_row_set_reference_uid:
 * @uid: (nullable): copied; see dd_row_get_reference_uid()
 */
void
dd_row_set_reference_uid (DdRow      *self,
                          guint       field,
                          const char *uid)
{
  g_assert (get_field (self, field)->type == DD_FIELD_REFERENCE);

  if (self->reference_uids == NULL)
    self->reference_uids = g_new0 (char *, self->type->n_fields);
  replace_text (&self->reference_uids[field], uid);
}

/**
 * dd_row_field_equal:
 * @b: a record of the same kind
 *
 * Returns: whether both have the same value in the field, or none
 */
gboolean
dd_row_field_equal (const DdRow *a,
                    const DdRow *b,
                    guint        field)
{
  const DdField *description = get_field (a, field);

  g_assert (a->type == b->type);

  if (dd_row_is_set (a, field) != dd_row_is_set (b, field))
    return FALSE;
  if (!dd_row_is_set (a, field))
    return TRUE;
  if (dd_field_is_text (description))
    return strcmp (a->values[field].text, b->values[field].text) == 0;
  if (description->type == DD_FIELD_REAL)
    return fabs (a->values[field].real - b->values[field].real) <= 0.0;
  if (description->type == DD_FIELD_DAY)
    return a->values[field].day == b->values[field].day;

  return a->values[field].number == b->values[field].number;
}

/**
 * dd_row_copy_field:
 * @other: a record of the same kind
 *
 * Gives the field the value that it has in @other, or none.
 */
void
dd_row_copy_field (DdRow       *self,
                   const DdRow *other,
                   guint        field)
{
  const DdField *description = get_field (self, field);

  g_assert (self->type == other->type);

  if (dd_field_is_text (description))
    {
      dd_row_adopt_text (self, field, other->values[field].text);
      return;
    }

  dd_row_unset (self, field);
  self->values[field] = other->values[field];
  if (dd_row_is_set (other, field))
    mark_set (self, field);
  if (other->reference_uids != NULL && other->reference_uids[field] != NULL)
    dd_row_set_reference_uid (self, field, other->reference_uids[field]);
}

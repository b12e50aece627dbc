/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-person-unit"

#include "config.h"

#include "dd-person-unit.h"

#include "dd-record-types.h"
#include "dd-reference-entry.h"

/**
 * PersonUnit:
 *
 * Where a person is entered, and beside it the unit they come from.
 */
typedef struct
{
  DdSession        *session;
  DdReferenceEntry *person;     /* weak pointers */
  DdReferenceEntry *unit;
  gint64            asked;      /* the person whose unit is looked up; 0 while it is followed */
} PersonUnit;

static PersonUnit *
person_unit_new (DdSession        *session,
                 DdReferenceEntry *person,
                 DdReferenceEntry *unit)
{
  PersonUnit *self = g_new0 (PersonUnit, 1);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->person, person);
  g_set_weak_pointer (&self->unit, unit);

  return self;
}

static void
person_unit_free (PersonUnit *self)
{
  g_clear_weak_pointer (&self->person);
  g_clear_weak_pointer (&self->unit);
  g_object_unref (self->session);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PersonUnit, person_unit_free)

/* What was entered meanwhile stays. */
static void
person_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (PersonUnit) self = user_data;
  g_autoptr (DdRecord) person = dd_store_fetch_finish (DD_STORE (object), result, NULL);
  const char *typed;

  if (person == NULL || self->person == NULL || self->unit == NULL ||
      dd_reference_entry_get_id (self->person) != self->asked ||
      !dd_row_is_set (dd_record_get_row (person), DD_PERSON_UNIT))
    return;

  typed = dd_reference_entry_get_name (self->unit);
  if (dd_reference_entry_get_id (self->unit) == 0 && (typed == NULL || *typed == '\0'))
    dd_reference_entry_set_id (self->unit,
                               dd_row_get_reference (dd_record_get_row (person), DD_PERSON_UNIT),
                               dd_row_get_text (dd_record_get_row (person), DD_PERSON_UNIT_NAME));
}

static void
person_changed_cb (DdReferenceEntry *person,
                   PersonUnit       *self)
{
  PersonUnit *asking;

  if (dd_reference_entry_get_id (person) == 0 || self->unit == NULL)
    return;

  asking = person_unit_new (self->session, self->person, self->unit);
  asking->asked = dd_reference_entry_get_id (person);
  dd_store_fetch_async (dd_session_get_store (self->session), DD_KIND_PERSON, asking->asked, NULL,
                        person_read_cb, asking);
}

static void
destroy_cb (gpointer  data,
            GClosure *closure)
{
  person_unit_free (data);
}

/**
 * dd_person_unit_follow:
 * @person_field: where a person is chosen
 * @unit_field: where a unit is
 *
 * Who has a unit brings it along, where none was entered yet.
 */
void
dd_person_unit_follow (DdForm    *form,
                       DdSession *session,
                       guint      person_field,
                       guint      unit_field)
{
  DdReferenceEntry *person = DD_REFERENCE_ENTRY (dd_form_get_widget (form, person_field));
  DdReferenceEntry *unit = DD_REFERENCE_ENTRY (dd_form_get_widget (form, unit_field));

  g_signal_connect_data (person, "changed", G_CALLBACK (person_changed_cb),
                         person_unit_new (session, person, unit), destroy_cb, 0);
}

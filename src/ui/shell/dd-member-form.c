/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-member-form"

#include "config.h"

#include "dd-member-form.h"

#include "dd-catalogue-kinds.h"
#include "dd-error-dialog.h"
#include "dd-person-unit.h"
#include "dd-record-types.h"
#include "dd-tick-list.h"

#include <glib/gi18n-lib.h>

/* --- one member ----------------------------------------------------------- */

static const DdFormField member_fields[] = {
  { DD_UNIT_MEMBER_PERSON },
  { DD_UNIT_MEMBER_UNIT, DD_FORM_PLAIN,
    N_("A unit alone is a member whoever comes for it") },
  { DD_UNIT_MEMBER_ROLE },
  { DD_UNIT_MEMBER_VALID_FROM, DD_FORM_HALF },
  { DD_UNIT_MEMBER_VALID_TO, DD_FORM_HALF },
};

static gboolean
check_member (const DdRow  *row,
              int          *field,
              gpointer      user_data,
              GError      **error)
{
  if (!dd_row_is_set (row, DD_UNIT_MEMBER_UNIT) && !dd_row_is_set (row, DD_UNIT_MEMBER_PERSON))
    {
      *field = DD_UNIT_MEMBER_UNIT;
      g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED,
                           _("Choose a unit, a person, or both."));
      return FALSE;
    }

  return dd_catalogue_kind_get (DD_KIND_UNIT_MEMBER)->check (row, field, NULL, error);
}

/**
 * dd_member_form_present:
 * @member: a row of %DD_KIND_UNIT_MEMBER, perhaps a new one
 *
 * Asks for a member of a group or body.
 */
void
dd_member_form_present (DdSession   *session,
                        GtkWindow   *parent,
                        const DdRow *member)
{
  const DdCatalogueKind *kind = dd_catalogue_kind_get (DD_KIND_UNIT_MEMBER);
  gboolean is_new = dd_row_get_id (member) == 0;
  DdForm *form = dd_form_new (session, parent, _(is_new ? kind->new_title : kind->edit_title),
                              member, member_fields, G_N_ELEMENTS (member_fields));

  dd_form_set_reference_name (form, DD_UNIT_MEMBER_UNIT,
                              dd_row_get_text (member, DD_UNIT_MEMBER_UNIT_NAME));
  dd_form_set_reference_name (form, DD_UNIT_MEMBER_PERSON,
                              dd_row_get_text (member, DD_UNIT_MEMBER_PERSON_NAME));
  dd_person_unit_follow (form, session, DD_UNIT_MEMBER_PERSON, DD_UNIT_MEMBER_UNIT);
  dd_form_set_note (form, _("Persons are entered in the main menu under “Persons”."));
  dd_form_set_message (form, _("Saved"));
  dd_form_set_check (form, check_member, NULL);
  gtk_window_present (GTK_WINDOW (form));
}

/* --- many units ----------------------------------------------------------- */

/**
 * UnitsEntry:
 *
 * Units that are ticked for a group, out of all that do not belong to it yet.
 */
typedef struct
{
  DdSession  *session;
  GtkWindow  *parent;           /* a weak pointer */
  DdRow      *body;
  GPtrArray  *members;
  GPtrArray  *units;
  DdTickList *list;             /* lives as long as the form */
} UnitsEntry;

static void
units_entry_free (gpointer data)
{
  UnitsEntry *entry = data;

  g_clear_weak_pointer (&entry->parent);
  g_object_unref (entry->session);
  dd_row_free (entry->body);
  g_clear_pointer (&entry->members, g_ptr_array_unref);
  g_clear_pointer (&entry->units, g_ptr_array_unref);
  g_free (entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnitsEntry, units_entry_free)

static gboolean
is_member (const UnitsEntry *entry,
           gint64            unit)
{
  for (guint i = 0; i < entry->members->len; i++)
    if (dd_row_get_reference (entry->members->pdata[i], DD_UNIT_MEMBER_UNIT) == unit)
      return TRUE;

  return FALSE;
}

static gboolean
check_units (const DdRow  *row,
             int          *field,
             gpointer      user_data,
             GError      **error)
{
  const UnitsEntry *entry = user_data;

  for (guint i = 0; i < entry->units->len; i++)
    if (dd_tick_list_get_ticked (entry->list, i))
      return TRUE;

  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED,
                       _("Tick the units that belong to it."));

  return FALSE;
}

static void
fill_units (DdChange *change,
            DdRow    *row,
            gpointer  user_data)
{
  const UnitsEntry *entry = user_data;
  g_autoptr (DdRow) body = row;

  for (guint i = 0; i < entry->units->len; i++)
    {
      DdRow *member;

      if (!dd_tick_list_get_ticked (entry->list, i))
        continue;
      member = dd_row_new (DD_KIND_UNIT_MEMBER);
      dd_row_set_reference (member, DD_UNIT_MEMBER_BODY, dd_row_get_id (body));
      dd_row_set_reference (member, DD_UNIT_MEMBER_UNIT, dd_row_get_id (entry->units->pdata[i]));
      dd_row_set_choice (member, DD_UNIT_MEMBER_ROLE, DD_MEMBER_ROLE_MEMBER);
      dd_change_insert (change, member);
    }
}

static void
present_units (UnitsEntry *entry)
{
  static const DdFormField fields[] = { { DD_UNIT_NAME, DD_FORM_READ_ONLY } };
  DdForm *form = dd_form_new (entry->session, entry->parent, _("Add Units"), entry->body, fields,
                              G_N_ELEMENTS (fields));

  entry->list = DD_TICK_LIST (dd_tick_list_new ());
  for (guint i = 0; i < entry->units->len; i++)
    dd_tick_list_add (entry->list, dd_row_get_text (entry->units->pdata[i], DD_UNIT_NAME));
  dd_form_add_widget (form, _("Units that belong to it"), GTK_WIDGET (entry->list));
  dd_form_set_verb (form, _("_Add"));
  dd_form_set_message (form, _("Members added"));
  dd_form_set_check (form, check_units, entry);
  dd_form_set_fill (form, fill_units, entry, units_entry_free);
  gtk_window_present (GTK_WINDOW (form));
}

static void
units_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (UnitsEntry) entry = user_data;
  g_autoptr (GError) error = NULL;

  entry->units = dd_store_select_finish (DD_STORE (object), result, &error);
  if (entry->parent == NULL)
    return;
  if (entry->units == NULL)
    {
      dd_error_dialog_show (GTK_WIDGET (entry->parent), error);
      return;
    }

  /* A group is no member of a group, nor is who is one already. */
  for (guint i = entry->units->len; i > 0; i--)
    {
      const DdRow *unit = entry->units->pdata[i - 1];

      if (dd_row_get_flag (unit, DD_UNIT_IS_GROUP) || is_member (entry, dd_row_get_id (unit)) ||
          dd_row_get_id (unit) == dd_row_get_id (entry->body))
        g_ptr_array_remove_index (entry->units, i - 1);
    }
  present_units (g_steal_pointer (&entry));
}

static void
members_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (UnitsEntry) entry = user_data;
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT);
  g_autoptr (GError) error = NULL;

  entry->members = dd_store_select_finish (DD_STORE (object), result, &error);
  if (entry->parent == NULL)
    return;
  if (entry->members == NULL)
    {
      dd_error_dialog_show (GTK_WIDGET (entry->parent), error);
      return;
    }

  dd_query_set_sort (query, DD_UNIT_NAME, FALSE);
  dd_store_select_async (DD_STORE (object), query, NULL, units_read_cb,
                         g_steal_pointer (&entry));
}

/**
 * dd_member_form_present_add_units:
 * @body: a row of %DD_KIND_UNIT
 *
 * Asks which units belong to a group, to be ticked.
 */
void
dd_member_form_present_add_units (DdSession   *session,
                                  GtkWindow   *parent,
                                  const DdRow *body)
{
  UnitsEntry *entry = g_new0 (UnitsEntry, 1);
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_UNIT_MEMBER);

  entry->session = g_object_ref (session);
  g_set_weak_pointer (&entry->parent, parent);
  entry->body = dd_row_copy (body);
  dd_query_set_reference (query, DD_UNIT_MEMBER_BODY, dd_row_get_id (body));
  dd_store_select_async (dd_session_get_store (session), query, NULL, members_read_cb, entry);
}

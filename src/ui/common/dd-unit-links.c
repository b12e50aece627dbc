/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-unit-links"

#include "dd-unit-links.h"

#include "dd-reference-list.h"
#include "dd-unit-name.h"

/**
 * DdUnitLinks:
 *
 * What a form holds beside its record where several units belong to it, each by
 * a record of its own, as those that coordinate a task do: the units as they
 * were and as they are chosen now.
 */
struct _DdUnitLinks
{
  const DdUnitLinkType *type;
  DdReferenceList      *units;  /* lives as long as the form */
  GListModel           *before; /* of the records that link; NULL: there are none */
};

static guint
get_n_before (DdUnitLinks *self)
{
  return self->before != NULL ? g_list_model_get_n_items (self->before) : 0;
}

static gboolean
is_still_chosen (DdUnitLinks *self,
                 gint64       unit)
{
  for (guint i = 0; i < dd_reference_list_get_size (self->units); i++)
    if (dd_reference_list_get_id (self->units, i) == unit)
      return TRUE;

  return FALSE;
}

static gboolean
was_chosen (DdUnitLinks *self,
            gint64       unit)
{
  for (guint i = 0; i < get_n_before (self); i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (self->before, i);

      if (dd_row_get_reference (dd_record_get_row (record), self->type->unit) == unit)
        return TRUE;
    }

  return FALSE;
}

static void
add_link (DdUnitLinks *self,
          DdChange    *change,
          gint64       owner,
          gint64       unit,
          const char  *name)
{
  DdRow *row = dd_row_new (self->type->kind);

  if (unit == 0)
    unit = dd_change_insert (change, dd_unit_row_from_name (name));
  dd_row_set_reference (row, self->type->owner, owner);
  dd_row_set_reference (row, self->type->unit, unit);
  dd_row_set_choice (row, self->type->state, self->type->first_state);
  dd_change_insert (change, row);
}

/**
 * dd_unit_links_new:
 * @type: lives as long as the program
 * @before: (nullable): the records that link, as they are; a link to no unit is
 *   none of the form's business
 */
DdUnitLinks *
dd_unit_links_new (DdSession            *session,
                   const DdUnitLinkType *type,
                   GListModel           *before)
{
  DdUnitLinks *self = g_new0 (DdUnitLinks, 1);

  self->type = type;
  self->units = DD_REFERENCE_LIST (dd_reference_list_new (session, DD_KIND_UNIT));
  g_set_object (&self->before, before);
  for (guint i = 0; i < get_n_before (self); i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (before, i);
      const DdRow *row = dd_record_get_row (record);

      if (dd_row_is_set (row, type->unit))
        dd_reference_list_add (self->units, dd_row_get_reference (row, type->unit),
                               dd_row_get_text (row, type->unit_name));
    }

  return self;
}

/**
 * dd_unit_links_free:
 * @self: (transfer full): a #DdUnitLinks
 */
void
dd_unit_links_free (gpointer self)
{
  DdUnitLinks *links = self;

  g_clear_object (&links->before);
  g_free (links);
}

/**
 * dd_unit_links_get_widget:
 *
 * Returns: (transfer floating): where the units are chosen, to be put into the form
 */
GtkWidget *
dd_unit_links_get_widget (DdUnitLinks *self)
{
  return GTK_WIDGET (self->units);
}

/**
 * dd_unit_links_fill:
 * @owner: (transfer full): the record of the form
 * @without: a unit that is never linked, such as the one that leads; 0: none
 *
 * Puts the record into a change, and what is another now in its units: a unit
 * that is chosen no more loses its link, a new one gets one, and an unknown one
 * is created first.
 */
void
dd_unit_links_fill (DdUnitLinks *self,
                    DdChange    *change,
                    DdRow       *owner,
                    gint64       without)
{
  gint64 id = dd_row_get_id (owner);

  for (guint i = 0; i < get_n_before (self); i++)
    {
      g_autoptr (DdRecord) record = g_list_model_get_item (self->before, i);
      gint64 unit = dd_row_get_reference (dd_record_get_row (record), self->type->unit);

      if (unit != 0 && (unit == without || !is_still_chosen (self, unit)))
        dd_change_delete (change, self->type->kind, dd_record_get_id (record));
    }

  if (id != 0)
    dd_change_update (change, owner);
  else
    id = dd_change_insert (change, owner);

  for (guint i = 0; i < dd_reference_list_get_size (self->units); i++)
    {
      gint64 unit = dd_reference_list_get_id (self->units, i);

      if (unit == 0 || (unit != without && !was_chosen (self, unit)))
        add_link (self, change, id, unit, dd_reference_list_get_name (self->units, i));
    }
}

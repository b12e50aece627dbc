/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-catalogue-kinds"

#include "config.h"

#include "dd-catalogue-kinds.h"

#include "dd-day-text.h"
#include "dd-record-types.h"

#include <glib/gi18n-lib.h>

/* --- cells ---------------------------------------------------------------- */

#define DEFINE_CELL(function, field) \
  static void \
  function (GtkInscription *cell, \
            DdRecord       *record, \
            gpointer        user_data) \
  { \
    g_autofree char *text = dd_row_field_to_text (dd_record_get_row (record), field); \
    gtk_inscription_set_text (cell, text); \
  }

DEFINE_CELL (show_unit_name, DD_UNIT_NAME)
DEFINE_CELL (show_unit_short_name, DD_UNIT_SHORT_NAME)
DEFINE_CELL (show_unit_level, DD_UNIT_LEVEL)
DEFINE_CELL (show_unit_aliases, DD_UNIT_ALIASES)
DEFINE_CELL (show_holiday_name, DD_HOLIDAY_NAME)
DEFINE_CELL (show_holiday_kind, DD_HOLIDAY_KIND)
DEFINE_CELL (show_holiday_in_force, DD_HOLIDAY_IN_FORCE)
DEFINE_CELL (show_holiday_basis, DD_HOLIDAY_BASIS)
DEFINE_CELL (show_person_name, DD_PERSON_NAME)
DEFINE_CELL (show_person_post, DD_PERSON_POST)
DEFINE_CELL (show_person_unit, DD_PERSON_UNIT_NAME)
DEFINE_CELL (show_member_person, DD_UNIT_MEMBER_PERSON_NAME)
DEFINE_CELL (show_member_unit, DD_UNIT_MEMBER_UNIT_NAME)
DEFINE_CELL (show_member_role, DD_UNIT_MEMBER_ROLE)
DEFINE_CELL (show_member_from, DD_UNIT_MEMBER_VALID_FROM)
DEFINE_CELL (show_member_to, DD_UNIT_MEMBER_VALID_TO)

static void
show_unit_members (GtkInscription *cell,
                   DdRecord       *record,
                   gpointer        user_data)
{
  gint64 n = dd_row_get_number (dd_record_get_row (record), DD_UNIT_N_MEMBERS);
  g_autofree char *text = n > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, n) : NULL;

  gtk_inscription_set_text (cell, text);
}

static void
show_holiday_day (GtkInscription *cell,
                  DdRecord       *record,
                  gpointer        user_data)
{
  g_autofree char *text =
    dd_day_to_long_text (dd_row_get_day (dd_record_get_row (record), DD_HOLIDAY_DAY));

  gtk_inscription_set_text (cell, text);
}

static const DdTableColumn unit_columns[] = {
  { N_("Name"), 0, DD_UNIT_NAME, show_unit_name },
  { N_("Short name"), 110, DD_TABLE_UNSORTED, show_unit_short_name },
  { N_("Level"), 150, DD_UNIT_LEVEL, show_unit_level },
  { N_("Members"), 70, DD_TABLE_UNSORTED, show_unit_members, .numeric = TRUE },
  { N_("Other names"), 160, DD_TABLE_UNSORTED, show_unit_aliases },
};

static const DdTableColumn holiday_columns[] = {
  { N_("Day"), 160, DD_HOLIDAY_DAY, show_holiday_day },
  { N_("Name"), 0, DD_TABLE_UNSORTED, show_holiday_name },
  { N_("Kind"), 140, DD_TABLE_UNSORTED, show_holiday_kind },
  { N_("In force"), 76, DD_TABLE_UNSORTED, show_holiday_in_force },
  { N_("Legal basis"), 200, DD_TABLE_UNSORTED, show_holiday_basis },
};

static const DdTableColumn person_columns[] = {
  { N_("Name"), 170, DD_PERSON_NAME, show_person_name },
  { N_("Post"), 0, DD_TABLE_UNSORTED, show_person_post, .lines = 2 },
  { N_("Unit"), 220, DD_PERSON_UNIT, show_person_unit, .lines = 2 },
};

static const DdTableColumn member_columns[] = {
  { N_("Unit"), 0, DD_UNIT_MEMBER_UNIT, show_member_unit, .lines = 2 },
  { N_("Person"), 170, DD_UNIT_MEMBER_PERSON, show_member_person },
  { N_("Role"), 110, DD_UNIT_MEMBER_ROLE, show_member_role },
  { N_("From"), 94, DD_UNIT_MEMBER_VALID_FROM, show_member_from },
  { N_("Until"), 94, DD_UNIT_MEMBER_VALID_TO, show_member_to },
};

/* --- entering ------------------------------------------------------------- */

static const DdFormField unit_fields[] = {
  { DD_UNIT_NAME },
  { DD_UNIT_SHORT_NAME, DD_FORM_HALF },
  { DD_UNIT_LEVEL, DD_FORM_HALF },
  { DD_UNIT_ALIASES, DD_FORM_PLAIN, N_("What documents call it, one to a line") },
  { DD_UNIT_IS_GROUP, DD_FORM_PLAIN, N_("Several units that are named as one") },
  { DD_UNIT_VALID_FROM, DD_FORM_HALF },
  { DD_UNIT_VALID_TO, DD_FORM_HALF },
};

static const DdFormField holiday_fields[] = {
  { DD_HOLIDAY_DAY, DD_FORM_HALF },
  { DD_HOLIDAY_KIND, DD_FORM_HALF },
  { DD_HOLIDAY_NAME },
  { DD_HOLIDAY_BASIS },
  { DD_HOLIDAY_IN_FORCE },
};

static const DdFormField person_fields[] = {
  { DD_PERSON_NAME },
  { DD_PERSON_POST },
  { DD_PERSON_UNIT },
  { DD_PERSON_VALID_FROM, DD_FORM_HALF },
  { DD_PERSON_VALID_TO, DD_FORM_HALF },
};

static gboolean
check_days (const DdRow  *row,
            guint         from_field,
            guint         to_field,
            int          *field,
            GError      **error)
{
  DdDay from = dd_row_get_day (row, from_field);
  DdDay to = dd_row_get_day (row, to_field);

  if (from == DD_DAY_NONE || to == DD_DAY_NONE || from <= to)
    return TRUE;

  *field = (int) to_field;
  g_set_error_literal (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID,
                       _("The last day lies before the first."));

  return FALSE;
}

static gboolean
check_unit (const DdRow  *row,
            int          *field,
            gpointer      user_data,
            GError      **error)
{
  return check_days (row, DD_UNIT_VALID_FROM, DD_UNIT_VALID_TO, field, error);
}

static gboolean
check_person (const DdRow  *row,
              int          *field,
              gpointer      user_data,
              GError      **error)
{
  return check_days (row, DD_PERSON_VALID_FROM, DD_PERSON_VALID_TO, field, error);
}

static gboolean
check_member (const DdRow  *row,
              int          *field,
              gpointer      user_data,
              GError      **error)
{
  return check_days (row, DD_UNIT_MEMBER_VALID_FROM, DD_UNIT_MEMBER_VALID_TO, field, error);
}

#define COLUMNS(table) .columns = table, .n_columns = G_N_ELEMENTS (table)
#define FIELDS(table) .fields = table, .n_fields = G_N_ELEMENTS (table)

static const DdCatalogueKind kinds[] = {
  { DD_KIND_UNIT, N_("Units"), N_("New Unit"), N_("Edit Unit"),
    N_("Units come with the first conclusion document, or are made with the plus button."),
    COLUMNS (unit_columns),
    FIELDS (unit_fields), .sort = DD_UNIT_NAME, .searched = TRUE, .check = check_unit },
  { DD_KIND_HOLIDAY, N_("Holidays"), N_("New Holiday"), N_("Edit Holiday"),
    N_("Enter the days that are not worked with the plus button."),
    COLUMNS (holiday_columns), FIELDS (holiday_fields), .sort = DD_HOLIDAY_DAY,
    .descending = TRUE },
  { DD_KIND_PERSON, N_("Persons"), N_("New Person"), N_("Edit Person"),
    N_("Enter leaders, members and officers with the plus button."),
    COLUMNS (person_columns),
    FIELDS (person_fields), .sort = DD_PERSON_NAME, .searched = TRUE, .check = check_person },
  /* Their form is dd_member_form_new(). */
  { DD_KIND_UNIT_MEMBER, N_("Members"), N_("New Member"), N_("Edit Member"),
    N_("Add many units at once, or one member with a role with the plus button."),
    COLUMNS (member_columns), .sort = DD_UNIT_MEMBER_ROLE, .check = check_member },
};

/**
 * dd_catalogue_kind_get:
 *
 * Returns: how records of the kind are listed and entered
 */
const DdCatalogueKind *
dd_catalogue_kind_get (DdKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return &kinds[i];

  g_return_val_if_reached (&kinds[0]);
}

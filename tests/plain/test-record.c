/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-record-types.h"
#include "dd-record.h"

#include <string.h>

/* --- what is told of the kinds -------------------------------------------- */

static void
test_types (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      const DdRecordType *type = dd_record_type_get (kind);

      g_test_message ("%s", type->name);
      g_assert_cmpuint (type->kind, ==, kind);
      g_assert_true (dd_record_type_find (type->name) == type);
      g_assert_cmpstr (dd_record_type_get_label (type), !=, "");
      g_assert_cmpuint (type->n_fields, >, 0);

      /* A set of fields is kept in 64 bits. */
      g_assert_cmpuint (type->n_fields, <=, 64);
      g_assert_true (g_hash_table_add (names, (gpointer) type->name));
    }

  g_assert_null (dd_record_type_find ("no such kind"));
  g_assert_null (dd_record_type_find (""));
  g_assert_null (dd_record_type_find ("Task"));
}

static gboolean
is_name (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && *p != '_' && !(p > text && g_ascii_isdigit (*p)))
      return FALSE;

  return *text != '\0';
}

static void
check_field (const DdRecordType *type,
             guint               i)
{
  const DdField *field = &type->fields[i];
  gboolean text = field->type == DD_FIELD_TEXT || field->type == DD_FIELD_LIST;

  g_assert_true (is_name (field->name));
  g_assert_cmpint (dd_record_type_find_field (type, field->name), ==, (int) i);
  g_assert_cmpstr (dd_field_get_label (field), !=, "");

  /* What every record has beside its fields goes by other names. */
  g_assert_cmpstr (field->name, !=, "id");
  g_assert_cmpstr (field->name, !=, "uid");
  g_assert_cmpstr (field->name, !=, "created");
  g_assert_cmpstr (field->name, !=, "changed");
  g_assert_cmpstr (field->name, !=, "revision");
  g_assert_cmpstr (field->name, !=, "loaded");

  /* Flags stand only where they mean something. */
  if ((field->flags & (DD_FIELD_SEARCHABLE | DD_FIELD_COLLATED | DD_FIELD_PERSON |
                       DD_FIELD_MULTILINE | DD_FIELD_VERBATIM)) != 0 || field->max_length != 0)
    g_assert_true (text);
  if ((field->flags & DD_FIELD_PERSON) != 0)
    g_assert_true ((field->flags & DD_FIELD_COLLATED) != 0);
  if ((field->flags & DD_FIELD_OWNER) != 0)
    g_assert_true (field->type == DD_FIELD_REFERENCE);
  if ((field->flags & DD_FIELD_DERIVED) != 0)
    g_assert_cmpint (field->flags & ~(DD_FIELD_DERIVED | DD_FIELD_MULTILINE), ==, 0);
  g_assert_cmpint (dd_field_is_stored (field), ==, (field->flags & DD_FIELD_DERIVED) == 0);
  g_assert_cmpint (field->choices != NULL, ==, field->n_choices > 0);
  if (field->type == DD_FIELD_CHOICE)
    g_assert_cmpuint (field->n_choices, >, 0);
  else if (field->type != DD_FIELD_LIST)
    g_assert_cmpuint (field->n_choices, ==, 0);

  /* A kind stands behind those it refers to, so that a file is read in one pass. */
  if (field->type == DD_FIELD_REFERENCE)
    g_assert_cmpuint (field->reference, <=, type->kind);

  for (guint j = 0; j < field->n_choices; j++)
    {
      guint found = G_MAXUINT;

      g_assert_true (is_name (field->choices[j].code));
      g_assert_true (dd_field_find_choice (field, field->choices[j].code, &found));
      g_assert_cmpuint (found, ==, j);
      g_assert_cmpstr (dd_field_get_choice_label (field, j), !=, "");
    }
}

static void
test_fields (void)
{
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      const DdRecordType *type = dd_record_type_get (kind);
      gboolean is_part = FALSE;

      for (guint i = 0; i < type->n_fields; i++)
        {
          g_test_message ("%s.%s", type->name, type->fields[i].name);
          check_field (type, i);
          is_part |= (type->fields[i].flags & DD_FIELD_OWNER) != 0;

          /* Of each kind that it can be a part of, it is by one field. */
          if ((type->fields[i].flags & DD_FIELD_OWNER) != 0)
            g_assert_cmpint (dd_record_type_find_owner (type, type->fields[i].reference), ==,
                             (int) i);
        }

      g_assert_cmpint (dd_record_type_is_part (type), ==, is_part);
      g_assert_cmpint (dd_record_type_find_field (type, "no_such_field"), ==, -1);
    }
}

/* What design asks of the kinds, by name: a field that goes missing is missed here. */
static const struct
{
  const char *kind;
  const char *fields;
} expected[] = {
  { "unit", "name short_name aliases level parent valid_from valid_to" },
  { "person", "name post unit" },
  { "unit_member", "body unit person role valid_from valid_to" },
  { "document", "number type day issuer signer subject text" },
  { "meeting", "title series number kind day format sites chair secretary state document" },
  { "attendance", "meeting unit person state deputy" },
  { "directive", "document meeting ordinal quote span_start span_end kind assigner lead "
                 "coordinating deadline deadline_kind deadline_text recurrence superseded_by" },
  { "task", "directive plan_item parent content lead officer report_to product starred assigned "
            "deadline deadline_kind deadline_text original_deadline completed state" },
  { "task_unit", "task unit state deadline" },
  { "progress", "task day author percent note difficulty proposal document outcome" },
  { "deadline_change", "task asked_by asked_on old_deadline new_deadline reason decided_by "
                       "decided_on document outcome" },
  { "follow_up", "task kind day letter_number answer_due answer" },
  { "obligation", "recurrence due_day cutoff_day first_day" },
  { "obligation_unit", "obligation unit" },
  { "plan", "number title basis scope first_day last_day state" },
  { "target", "plan directive measure operator value numerator denominator due" },
  { "milestone", "plan day measure operator value" },
  { "procedure", "code name field level owner" },
  { "plan_item", "plan procedure lead stage outcome options reason enactment components_before "
                 "components_after days_before days_after fields_before fields_after steps_before "
                 "steps_after cost_before cost_after" },
  { "cost_step", "plan_item side hours income services fees times subjects" },
  { "feedback", "batch content unit due answer" },
  { "inspection", "unit day score findings" },
  { "index_score", "unit month component score" },
  { "holiday", "day name kind in_force" },
  { "attachment", "document task name sha256" },
  { "history", "action happened actor reason event record_kind record_uid" },
};

static void
test_expected_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const DdRecordType *type = dd_record_type_find (expected[i].kind);
      g_auto (GStrv) names = g_strsplit (expected[i].fields, " ", -1);

      g_assert_nonnull (type);
      for (guint j = 0; names[j] != NULL; j++)
        {
          g_test_message ("%s.%s", expected[i].kind, names[j]);
          g_assert_cmpint (dd_record_type_find_field (type, names[j]), >=, 0);
        }
    }
}

/* --- objects -------------------------------------------------------------- */

static DdRow *
make_row (DdKind kind,
          gint64 id)
{
  DdRow *row = dd_row_new (kind);

  dd_row_set_id (row, id);

  return row;
}

/* A value that the field may have, and that is not its default. */
static void
give_value (DdRow *row,
            guint  field)
{
  const DdField *description = &dd_row_get_type (row)->fields[field];
  const char *lines[] = { "Một", "Hai", NULL };

  switch (description->type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_INSTANT:
      dd_row_set_text (row, field, "2024-01-02T03:04:05Z");
      break;
    case DD_FIELD_LIST:
      dd_row_set_list (row, field, lines);
      break;
    case DD_FIELD_NUMBER:
      dd_row_set_number (row, field, 41);
      break;
    case DD_FIELD_REAL:
      dd_row_set_real (row, field, 5.92);
      break;
    case DD_FIELD_FLAG:
      dd_row_set_flag (row, field, TRUE);
      break;
    case DD_FIELD_DAY:
      dd_row_set_day (row, field, dd_day_new (2024, 2, 29));
      break;
    case DD_FIELD_CHOICE:
      dd_row_set_choice (row, field, description->n_choices - 1);
      break;
    case DD_FIELD_REFERENCE:
    default:
      dd_row_set_reference (row, field, 9);
      break;
    }
}

/* The property says what the row says. */
static void
check_property (DdRecord    *record,
                const char  *name,
                const DdRow *row,
                guint        field)
{
  const DdField *description = &dd_row_get_type (row)->fields[field];
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (record), name, &value);
  switch (description->type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
    case DD_FIELD_INSTANT:
      g_assert_cmpstr (g_value_get_string (&value), ==, dd_row_get_text (row, field));
      break;
    case DD_FIELD_NUMBER:
      g_assert_cmpint (g_value_get_int64 (&value), ==, dd_row_get_number (row, field));
      break;
    case DD_FIELD_REAL:
      g_assert_cmpfloat (g_value_get_double (&value), ==, dd_row_get_real (row, field));
      break;
    case DD_FIELD_FLAG:
      g_assert_cmpint (g_value_get_boolean (&value), ==, dd_row_get_flag (row, field));
      break;
    case DD_FIELD_DAY:
      g_assert_cmpuint (g_value_get_uint (&value), ==, dd_row_get_day (row, field));
      break;
    case DD_FIELD_CHOICE:
      g_assert_cmpuint (g_value_get_uint (&value), ==, dd_row_get_choice (row, field));
      break;
    case DD_FIELD_REFERENCE:
    default:
      g_assert_cmpint (g_value_get_int64 (&value), ==, dd_row_get_reference (row, field));
      break;
    }
}

static void
keep_name_cb (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  g_ptr_array_add (user_data, g_strdup (pspec->name));
}

static void
count_cb (DdRecord *record,
          gpointer  user_data)
{
  (*(guint *) user_data)++;
}

static void
check_kind (DdKind kind)
{
  const DdRecordType *type = dd_record_type_get (kind);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  DdRecord *record = dd_record_new (kind, 7);
  guint n_changed = 0;

  g_assert_cmpint (dd_record_get_kind (record), ==, kind);
  g_assert_cmpint (dd_record_get_id (record), ==, 7);
  g_assert_cmpint (dd_row_get_id (dd_record_get_row (record)), ==, 7);
  g_assert_false (dd_record_get_loaded (record));
  g_signal_connect (record, "notify", G_CALLBACK (keep_name_cb), told);
  g_signal_connect (record, "changed", G_CALLBACK (count_cb), &n_changed);

  /* The first values that come make it loaded, even if there are none. */
  dd_record_take_row (record, make_row (kind, 7));
  g_assert_true (dd_record_get_loaded (record));
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_cmpstr (told->pdata[0], ==, "loaded");
  g_assert_cmpuint (n_changed, ==, 1);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (type->fields[i].name), "_", '-');
      DdRow *row = make_row (kind, 7);

      g_test_message ("%s:%s", type->name, name);
      g_assert_nonnull (g_object_class_find_property (G_OBJECT_GET_CLASS (record), name));
      check_property (record, name, dd_record_get_row (record), i);

      /* One field differs: one property is told, and "changed" once. */
      g_ptr_array_set_size (told, 0);
      n_changed = 0;
      give_value (row, i);
      dd_record_take_row (record, row);
      g_assert_cmpuint (told->len, ==, 1);
      g_assert_cmpstr (told->pdata[0], ==, name);
      g_assert_cmpuint (n_changed, ==, 1);
      check_property (record, name, row, i);

      /* The same again: no property is told. */
      g_ptr_array_set_size (told, 0);
      dd_record_take_row (record, dd_row_copy (row));
      g_assert_cmpuint (told->len, ==, 0);
      g_assert_cmpuint (n_changed, ==, 2);

      /* Without the value it is told once more. */
      dd_record_take_row (record, make_row (kind, 7));
      g_assert_cmpuint (told->len, ==, 1);
      g_assert_cmpstr (told->pdata[0], ==, name);
    }

  g_assert_finalize_object (record);
}

static void
test_properties (void)
{
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    check_kind (kind);
}

static void
see_new_row_cb (DdRecord   *record,
                GParamSpec *pspec,
                gpointer    user_data)
{
  const DdRow *row = dd_record_get_row (record);
  gboolean *seen = user_data;

  *seen = g_strcmp0 (dd_row_get_text (row, DD_TASK_CONTENT), "Mới") == 0 &&
          g_strcmp0 (dd_row_get_text (row, DD_TASK_NOTE), "Cũng mới") == 0 &&
          dd_record_get_loaded (record);
}

/* Whoever is told of one property already sees all of the new values. */
static void
test_state_before_signal (void)
{
  g_autoptr (DdRecord) record = dd_record_new (DD_KIND_TASK, 1);
  DdRow *row = make_row (DD_KIND_TASK, 1);
  gboolean seen = FALSE;

  g_signal_connect (record, "notify::content", G_CALLBACK (see_new_row_cb), &seen);
  dd_row_set_text (row, DD_TASK_CONTENT, "Mới");
  dd_row_set_text (row, DD_TASK_NOTE, "Cũng mới");
  dd_record_take_row (record, row);

  g_assert_true (seen);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-type/types", test_types);
  g_test_add_func ("/record-type/fields", test_fields);
  g_test_add_func ("/record-type/expected-fields", test_expected_fields);
  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/state-before-signal", test_state_before_signal);

  return g_test_run ();
}

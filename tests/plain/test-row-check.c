/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is refused before it is stored, with a sentence that names the field. */
#include "dd-record-types.h"
#include "dd-sample-records.h"

#include <string.h>

/* A record that has what its kind requires, and no more. */
static DdRow *
make_smallest (DdKind kind)
{
  DdRow *row = dd_row_new (kind);
  const DdRecordType *type = dd_row_get_type (row);

  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & DD_FIELD_REQUIRED) != 0)
      dd_sample_set_field (row, i, FALSE);

  return row;
}

static void
check_required (DdKind kind,
                guint  field)
{
  const DdField *description = &dd_record_type_get (kind)->fields[field];
  g_autoptr (DdRow) row = make_smallest (kind);
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_row_check (row, &error));
  g_assert_no_error (error);

  dd_row_unset (row, field);
  if ((description->flags & DD_FIELD_REQUIRED) == 0)
    {
      g_assert_true (dd_row_check (row, &error));
      g_assert_no_error (error);
      return;
    }

  /* Without a field that it must have the record is refused, by name. */
  g_assert_false (dd_row_check_field (row, field, NULL));
  g_assert_false (dd_row_check (row, &error));
  g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED);
  g_assert_nonnull (strstr (error->message, dd_field_get_label (description)));
}

static void
test_required (void)
{
  dd_sample_for_each_field (check_required);
}

static guint
get_limit (const DdField *field)
{
  if (field->max_length != 0)
    return field->max_length;

  return (field->flags & DD_FIELD_MULTILINE) != 0 ? DD_FIELD_NOTE_MAX : DD_FIELD_LINE_MAX;
}

/* Characters are counted, not bytes: each of these takes three. */
static char *
make_long_text (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, "ế");

  return g_string_free (text, FALSE);
}

static void
check_length (DdKind kind,
              guint  field)
{
  const DdField *description = &dd_record_type_get (kind)->fields[field];
  g_autoptr (DdRow) row = make_smallest (kind);
  g_autofree char *longest = NULL;
  g_autofree char *too_long = NULL;
  g_autofree char *length = NULL;
  g_autofree char *limit = NULL;
  g_autoptr (GError) error = NULL;

  if (!dd_field_is_text (description) || !dd_field_is_stored (description) ||
      description->type == DD_FIELD_INSTANT)
    return;

  longest = make_long_text (get_limit (description));
  too_long = g_strconcat (longest, "ế", NULL);
  dd_row_set_text (row, field, longest);
  g_assert_true (dd_row_check (row, &error));
  g_assert_no_error (error);

  dd_row_set_text (row, field, too_long);
  if ((description->flags & DD_FIELD_VERBATIM) != 0)
    {
      g_assert_true (dd_row_check (row, &error));
      g_assert_no_error (error);
      return;
    }
  g_assert_false (dd_row_check (row, &error));
  g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_TOO_LONG);

  /* The sentence says which field, how long it is, and how long it may be. */
  length = g_strdup_printf (" %u ", get_limit (description) + 1);
  limit = g_strdup_printf (" %u ", get_limit (description));
  g_assert_nonnull (strstr (error->message, dd_field_get_label (description)));
  g_assert_nonnull (strstr (error->message, length));
  g_assert_nonnull (strstr (error->message, limit));
}

static void
test_length (void)
{
  dd_sample_for_each_field (check_length);
}

/* As the field has it: a title of ten thousand characters, a task as long as a page. */
static void
test_long_titles (void)
{
  g_autoptr (DdRow) meeting = make_smallest (DD_KIND_MEETING);
  g_autoptr (DdRow) task = make_smallest (DD_KIND_TASK);
  g_autofree char *ten_thousand = make_long_text (10000);
  g_autofree char *page = make_long_text (3900);
  g_autoptr (GError) error = NULL;

  dd_row_set_text (meeting, DD_MEETING_TITLE, ten_thousand);
  g_assert_false (dd_row_check (meeting, &error));
  g_assert_cmpstr (error->message, ==,
                   "Title has 10000 characters; at most 500 are kept. Please shorten it.");

  g_clear_error (&error);
  dd_row_set_text (task, DD_TASK_CONTENT, page);
  g_assert_true (dd_row_check (task, &error));
  g_assert_no_error (error);
  dd_row_set_text (task, DD_TASK_CONTENT, ten_thousand);
  g_assert_false (dd_row_check (task, &error));
  g_assert_nonnull (strstr (error->message, "Content"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row/required", test_required);
  g_test_add_func ("/row/length", test_length);
  g_test_add_func ("/row/long-titles", test_long_titles);

  return g_test_run ();
}

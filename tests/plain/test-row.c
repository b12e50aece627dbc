/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-record-types.h"
#include "dd-sample-records.h"

#include <string.h>

#define UID_A "018c5e7a-3b00-7000-8000-0123456789ab"
#define UID_B "018c5e7a-3b00-7000-8000-0123456789ac"

static DdDay
day (const char *iso)
{
  DdDay found = dd_day_from_iso (iso);

  g_assert_cmpuint (found, !=, DD_DAY_NONE);

  return found;
}

/* What a getter gives of a field without a value. */
static void
check_no_value (const DdRow *row,
                guint        field)
{
  g_auto (GStrv) lines = NULL;

  switch (dd_row_get_type (row)->fields[field].type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_INSTANT:
      g_assert_null (dd_row_get_text (row, field));
      break;
    case DD_FIELD_LIST:
      g_assert_null (dd_row_get_text (row, field));
      lines = dd_row_get_list (row, field);
      g_assert_cmpuint (g_strv_length (lines), ==, 0);
      break;
    case DD_FIELD_NUMBER:
      g_assert_cmpint (dd_row_get_number (row, field), ==, 0);
      break;
    case DD_FIELD_REAL:
      g_assert_cmpfloat (dd_row_get_real (row, field), ==, 0.0);
      break;
    case DD_FIELD_FLAG:
      g_assert_false (dd_row_get_flag (row, field));
      break;
    case DD_FIELD_DAY:
      g_assert_cmpuint (dd_row_get_day (row, field), ==, DD_DAY_NONE);
      break;
    case DD_FIELD_CHOICE:
      g_assert_cmpuint (dd_row_get_choice (row, field), ==, 0);
      break;
    case DD_FIELD_REFERENCE:
    default:
      g_assert_cmpint (dd_row_get_reference (row, field), ==, 0);
      g_assert_null (dd_row_get_reference_uid (row, field));
      break;
    }
}

static void
check_set_and_unset (DdKind kind,
                     guint  field)
{
  g_autoptr (DdRow) row = dd_row_new (kind);
  guint n_set = 0;

  g_assert_false (dd_row_is_set (row, field));
  check_no_value (row, field);

  dd_sample_set_field (row, field, FALSE);
  g_assert_true (dd_row_is_set (row, field));

  /* No other field is touched. */
  for (guint i = 0; i < dd_row_get_type (row)->n_fields; i++)
    n_set += dd_row_is_set (row, i);
  g_assert_cmpuint (n_set, ==, 1);

  dd_sample_set_field (row, field, TRUE);
  g_assert_true (dd_row_is_set (row, field));

  dd_row_unset (row, field);
  g_assert_false (dd_row_is_set (row, field));
  check_no_value (row, field);
}

static void
test_set_and_unset (void)
{
  dd_sample_for_each_field (check_set_and_unset);
}

static void
check_code (DdKind kind,
            guint  field)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DdRow) row = dd_row_new (kind);
      g_autoptr (DdRow) other = dd_row_new (kind);
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;
      g_autofree char *none = dd_row_field_to_code (row, field);

      g_assert_null (none);
      dd_sample_set_field (row, field, i == 1);
      code = dd_row_field_to_code (row, field);
      g_assert_nonnull (code);
      g_assert_false (dd_row_field_equal (row, other, field));

      /* The code brings the value back, to the last digit. */
      g_assert_true (dd_row_field_from_code (other, field, code, &error));
      g_assert_no_error (error);
      g_assert_true (dd_row_field_equal (row, other, field));

      /* No code is no value. */
      g_assert_true (dd_row_field_from_code (other, field, i == 1 ? NULL : "", &error));
      g_assert_no_error (error);
      g_assert_false (dd_row_is_set (other, field));
    }
}

static void
test_code (void)
{
  dd_sample_for_each_field (check_code);
}

/* Every choice has a code of its own that leads back to it. */
static void
check_choices (DdKind kind,
               guint  field)
{
  const DdField *description = &dd_record_type_get (kind)->fields[field];

  if (description->type != DD_FIELD_CHOICE)
    return;

  g_assert_cmpuint (description->n_choices, >, 0);
  for (guint i = 0; i < description->n_choices; i++)
    {
      g_autoptr (DdRow) row = dd_row_new (kind);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_true (dd_row_field_from_code (row, field, description->choices[i].code, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (dd_row_get_choice (row, field), ==, i);
      text = dd_row_field_to_text (row, field);
      g_assert_cmpstr (text, !=, "");
    }
}

static void
test_choices (void)
{
  dd_sample_for_each_field (check_choices);
}

static const struct
{
  DdFieldType  type;
  const char  *code;
  gboolean     taken;
} codes[] = {
  { DD_FIELD_NUMBER, "0", TRUE },
  { DD_FIELD_NUMBER, "-5", TRUE },
  { DD_FIELD_NUMBER, "9223372036854775807", TRUE },
  { DD_FIELD_NUMBER, "9223372036854775808", FALSE },
  { DD_FIELD_NUMBER, "1.5", FALSE },
  { DD_FIELD_NUMBER, "1,5", FALSE },
  { DD_FIELD_NUMBER, " 5", FALSE },
  { DD_FIELD_NUMBER, "5 ", FALSE },
  { DD_FIELD_NUMBER, "+5", FALSE },
  { DD_FIELD_NUMBER, "0x10", FALSE },
  { DD_FIELD_NUMBER, "năm", FALSE },
  { DD_FIELD_NUMBER, "-", FALSE },

  { DD_FIELD_REAL, "5.92", TRUE },
  { DD_FIELD_REAL, "-0.5", TRUE },
  { DD_FIELD_REAL, "1e3", TRUE },
  { DD_FIELD_REAL, "5,92", FALSE },
  { DD_FIELD_REAL, "nan", FALSE },
  { DD_FIELD_REAL, "inf", FALSE },
  { DD_FIELD_REAL, "-Infinity", FALSE },
  { DD_FIELD_REAL, "1e999", FALSE },
  { DD_FIELD_REAL, "0x1p3", FALSE },
  { DD_FIELD_REAL, " 1", FALSE },
  { DD_FIELD_REAL, "1 %", FALSE },
  { DD_FIELD_REAL, ".", FALSE },

  { DD_FIELD_FLAG, "0", TRUE },
  { DD_FIELD_FLAG, "1", TRUE },
  { DD_FIELD_FLAG, "2", FALSE },
  { DD_FIELD_FLAG, "true", FALSE },
  { DD_FIELD_FLAG, "-1", FALSE },

  { DD_FIELD_DAY, "2024-02-29", TRUE },
  { DD_FIELD_DAY, "2023-02-29", FALSE },
  { DD_FIELD_DAY, "29/02/2024", FALSE },
  { DD_FIELD_DAY, "2024-2-9", FALSE },

  { DD_FIELD_INSTANT, "2024-01-02T03:04:05Z", TRUE },
  { DD_FIELD_INSTANT, "2024-01-02", FALSE },
  { DD_FIELD_INSTANT, "hôm qua", FALSE },

  { DD_FIELD_CHOICE, "no such code", FALSE },
  { DD_FIELD_CHOICE, "0", FALSE },

  { DD_FIELD_REFERENCE, "12", TRUE },
  { DD_FIELD_REFERENCE, "0", FALSE },           /* no record goes by it */
  { DD_FIELD_REFERENCE, "-1", FALSE },
  { DD_FIELD_REFERENCE, UID_A, FALSE },
};

static void
check_refused_codes (DdKind kind,
                     guint  field)
{
  const DdField *description = &dd_record_type_get (kind)->fields[field];

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (DdRow) row = dd_row_new (kind);
      g_autoptr (DdRow) before = NULL;
      g_autoptr (GError) error = NULL;

      if (codes[i].type != description->type)
        continue;
      dd_sample_set_field (row, field, FALSE);
      before = dd_row_copy (row);

      if (codes[i].taken)
        {
          g_assert_true (dd_row_field_from_code (row, field, codes[i].code, &error));
          g_assert_no_error (error);
          continue;
        }

      g_test_message ("“%s”", codes[i].code);
      g_assert_false (dd_row_field_from_code (row, field, codes[i].code, &error));
      g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID);

      /* The sentence names the field and what it was given; the value stays. */
      g_assert_nonnull (strstr (error->message, dd_field_get_label (description)));
      g_assert_nonnull (strstr (error->message, codes[i].code));
      g_assert_true (dd_row_field_equal (row, before, field));
    }
}

static void
test_refused_codes (void)
{
  dd_sample_for_each_field (check_refused_codes);
}

/* --- equality and copies -------------------------------------------------- */

static void
check_equal_and_copy (DdKind kind,
                      guint  field)
{
  g_autoptr (DdRow) a = dd_row_new (kind);
  g_autoptr (DdRow) b = dd_row_new (kind);
  g_autoptr (DdRow) c = NULL;

  g_assert_true (dd_row_field_equal (a, b, field));
  dd_sample_set_field (a, field, FALSE);
  g_assert_false (dd_row_field_equal (a, b, field));
  g_assert_false (dd_row_field_equal (b, a, field));
  dd_sample_set_field (b, field, TRUE);
  g_assert_false (dd_row_field_equal (a, b, field));
  dd_row_copy_field (b, a, field);
  g_assert_true (dd_row_field_equal (a, b, field));

  /* A copy is a thing of its own. */
  c = dd_row_copy (a);
  g_assert_true (dd_row_field_equal (a, c, field));
  dd_sample_set_field (c, field, TRUE);
  g_assert_false (dd_row_field_equal (a, c, field));
  g_assert_true (dd_row_field_equal (a, b, field));

  /* No value is copied as no value. */
  dd_row_unset (a, field);
  dd_row_copy_field (b, a, field);
  g_assert_false (dd_row_is_set (b, field));
}

static void
test_equal_and_copy (void)
{
  dd_sample_for_each_field (check_equal_and_copy);
}

/* Zero, false and the first choice are values; no value is not the same. */
static void
test_zero_is_a_value (void)
{
  g_autoptr (DdRow) a = dd_row_new (DD_KIND_TASK);
  g_autoptr (DdRow) b = dd_row_new (DD_KIND_TASK);
  g_autofree char *code = NULL;

  dd_row_set_flag (a, DD_TASK_STARRED, FALSE);
  dd_row_set_number (a, DD_TASK_PERCENT, 0);
  dd_row_set_choice (a, DD_TASK_STATE, 0);
  g_assert_false (dd_row_field_equal (a, b, DD_TASK_STARRED));
  g_assert_false (dd_row_field_equal (a, b, DD_TASK_PERCENT));
  g_assert_false (dd_row_field_equal (a, b, DD_TASK_STATE));
  code = dd_row_field_to_code (a, DD_TASK_PERCENT);
  g_assert_cmpstr (code, ==, "0");
}

static void
test_copy_of_the_rest (void)
{
  g_autoptr (DdRow) row = dd_row_new (DD_KIND_TASK);
  g_autoptr (DdRow) copy = NULL;

  dd_row_set_id (row, 12);
  dd_row_set_uid (row, UID_A);
  dd_row_set_revision (row, 3);
  dd_row_set_instants (row, "2024-01-02T03:04:05Z", "2024-01-03T03:04:05Z");
  dd_row_set_reference_uid (row, DD_TASK_LEAD, UID_B);

  copy = dd_row_copy (row);
  g_clear_pointer (&row, dd_row_free);
  g_assert_cmpint (dd_row_get_kind (copy), ==, DD_KIND_TASK);
  g_assert_cmpint (dd_row_get_id (copy), ==, 12);
  g_assert_cmpstr (dd_row_get_uid (copy), ==, UID_A);
  g_assert_cmpint (dd_row_get_revision (copy), ==, 3);
  g_assert_cmpstr (dd_row_get_created (copy), ==, "2024-01-02T03:04:05Z");
  g_assert_cmpstr (dd_row_get_changed (copy), ==, "2024-01-03T03:04:05Z");
  g_assert_cmpstr (dd_row_get_reference_uid (copy, DD_TASK_LEAD), ==, UID_B);
}

/* A setter may be given what the row itself holds. */
static void
test_set_to_itself (void)
{
  g_autoptr (DdRow) row = dd_row_new (DD_KIND_TASK);

  dd_row_set_uid (row, UID_A);
  dd_row_set_uid (row, dd_row_get_uid (row));
  dd_row_set_text (row, DD_TASK_CONTENT, "Rà soát");
  dd_row_set_text (row, DD_TASK_CONTENT, dd_row_get_text (row, DD_TASK_CONTENT));
  dd_row_adopt_text (row, DD_TASK_CONTENT, dd_row_get_text (row, DD_TASK_CONTENT));
  dd_row_copy_field (row, row, DD_TASK_CONTENT);

  g_assert_cmpstr (dd_row_get_uid (row), ==, UID_A);
  g_assert_cmpstr (dd_row_get_text (row, DD_TASK_CONTENT), ==, "Rà soát");
}

static void
test_reference (void)
{
  g_autoptr (DdRow) row = dd_row_new (DD_KIND_TASK);

  /* A uid alone is not yet a reference, but neither is it missing. */
  dd_row_set_reference_uid (row, DD_TASK_LEAD, UID_A);
  g_assert_false (dd_row_is_set (row, DD_TASK_LEAD));
  g_assert_true (dd_row_check_field (row, DD_TASK_LEAD, NULL));

  dd_row_set_reference (row, DD_TASK_LEAD, 5);
  g_assert_cmpint (dd_row_get_reference (row, DD_TASK_LEAD), ==, 5);

  /* No record takes both away. */
  dd_row_set_reference (row, DD_TASK_LEAD, 0);
  g_assert_false (dd_row_is_set (row, DD_TASK_LEAD));
  g_assert_null (dd_row_get_reference_uid (row, DD_TASK_LEAD));
  g_assert_false (dd_row_check_field (row, DD_TASK_LEAD, NULL));
}

/* --- texts and lists ------------------------------------------------------ */

static void
test_text_is_cleaned (void)
{
  g_autoptr (DdRow) task = dd_row_new (DD_KIND_TASK);
  g_autoptr (DdRow) document = dd_row_new (DD_KIND_DOCUMENT);
  const char *verbatim = "  Số:\xc2\xa0" "87\r\n\xe2\x80\xae" "x  ";

  /* One line stays one line; a note keeps its lines. */
  dd_row_set_text (task, DD_TASK_CONTENT, " Rà soát\r\nthủ tục\xe2\x80\xae ");
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_CONTENT), ==, "Rà soát thủ tục");
  dd_row_set_text (task, DD_TASK_NOTE, "Một\r\nHai\n");
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_NOTE), ==, "Một\nHai");

  /* The text of a document is kept to the character: places in it are counted. */
  dd_row_set_text (document, DD_DOCUMENT_TEXT, verbatim);
  g_assert_cmpstr (dd_row_get_text (document, DD_DOCUMENT_TEXT), ==, verbatim);

  /* What is nothing once it is cleaned is no value. */
  dd_row_set_text (task, DD_TASK_CONTENT, " \xe2\x80\x8b\xc2\xa0 ");
  g_assert_false (dd_row_is_set (task, DD_TASK_CONTENT));
  g_assert_null (dd_row_get_text (task, DD_TASK_CONTENT));
  dd_row_set_text (task, DD_TASK_NOTE, NULL);
  g_assert_false (dd_row_is_set (task, DD_TASK_NOTE));
}

static void
test_list (void)
{
  const char *texts[] = { " Sở Tư pháp ", "", "Sở\nNội vụ", "\xc2\xa0", NULL };
  const char *nothing[] = { "", "  ", NULL };
  g_autoptr (DdRow) row = dd_row_new (DD_KIND_DIRECTIVE);
  g_autoptr (DdRow) typed = dd_row_new (DD_KIND_DIRECTIVE);
  g_auto (GStrv) lead = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *shown = NULL;

  /* Each text is one line, whatever was in it; empty ones are none. */
  dd_row_set_list (row, DD_DIRECTIVE_LEAD, texts);
  lead = dd_row_get_list (row, DD_DIRECTIVE_LEAD);
  g_assert_cmpuint (g_strv_length (lead), ==, 2);
  g_assert_cmpstr (lead[0], ==, "Sở Tư pháp");
  g_assert_cmpstr (lead[1], ==, "Sở Nội vụ");
  shown = dd_row_field_to_text (row, DD_DIRECTIVE_LEAD);
  g_assert_cmpstr (shown, ==, "Sở Tư pháp; Sở Nội vụ");

  /* Typed as lines it is the same list. */
  dd_row_set_text (typed, DD_DIRECTIVE_LEAD, " Sở Tư pháp \r\n\r\n  Sở Nội vụ\n");
  lines = dd_row_get_list (typed, DD_DIRECTIVE_LEAD);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_cmpstr (lines[0], ==, "Sở Tư pháp");
  g_assert_cmpstr (lines[1], ==, "Sở Nội vụ");
  g_assert_true (dd_row_field_equal (row, typed, DD_DIRECTIVE_LEAD));

  dd_row_set_list (row, DD_DIRECTIVE_LEAD, nothing);
  g_assert_false (dd_row_is_set (row, DD_DIRECTIVE_LEAD));
  dd_row_set_list (row, DD_DIRECTIVE_LEAD, NULL);
  g_assert_false (dd_row_is_set (row, DD_DIRECTIVE_LEAD));
}

static void
test_texts_for_people (void)
{
  g_autoptr (DdRow) task = dd_row_new (DD_KIND_TASK);
  g_autofree char *none = dd_row_field_to_text (task, DD_TASK_DEADLINE);
  g_autofree char *deadline = NULL;
  g_autofree char *state = NULL;
  g_autofree char *yes = NULL;
  g_autofree char *no = NULL;

  g_assert_cmpstr (none, ==, "");
  dd_row_set_day (task, DD_TASK_DEADLINE, day ("2024-06-30"));
  deadline = dd_row_field_to_text (task, DD_TASK_DEADLINE);
  g_assert_cmpstr (deadline, ==, "30 Jun 2024");
  dd_row_set_choice (task, DD_TASK_STATE, DD_TASK_STATE_RETURNED);
  state = dd_row_field_to_text (task, DD_TASK_STATE);
  g_assert_cmpstr (state, ==, "Returned");
  dd_row_set_flag (task, DD_TASK_STARRED, TRUE);
  yes = dd_row_field_to_text (task, DD_TASK_STARRED);
  dd_row_set_flag (task, DD_TASK_STARRED, FALSE);
  no = dd_row_field_to_text (task, DD_TASK_STARRED);
  g_assert_cmpstr (yes, !=, no);
}

/* Codes in a list are called by their names; words of one's own stay. */
static void
test_list_of_choices (void)
{
  const char *options[] = { "abolish", "Lồng ghép vào thủ tục khác", "fees", NULL };
  g_autoptr (DdRow) item = dd_row_new (DD_KIND_PLAN_ITEM);
  g_autofree char *text = NULL;
  g_autofree char *code = NULL;

  dd_row_set_list (item, DD_PLAN_ITEM_OPTIONS, options);
  text = dd_row_field_to_text (item, DD_PLAN_ITEM_OPTIONS);
  code = dd_row_field_to_code (item, DD_PLAN_ITEM_OPTIONS);
  g_assert_cmpstr (text, ==,
                   "Abolish the procedure; Lồng ghép vào thủ tục khác; Reduce charges and fees");
  g_assert_cmpstr (code, ==, "abolish\nLồng ghép vào thủ tục khác\nfees");
}

/* A number that leaves the program has a point in it, whatever the locale says. */
static void
test_real_code (void)
{
  g_autoptr (DdRow) row = dd_row_new (DD_KIND_TARGET);
  g_autofree char *code = NULL;

  dd_row_set_real (row, DD_TARGET_VALUE, 0.5);
  code = dd_row_field_to_code (row, DD_TARGET_VALUE);
  g_assert_cmpstr (code, ==, "0.5");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row/set-and-unset", test_set_and_unset);
  g_test_add_func ("/row/code", test_code);
  g_test_add_func ("/row/choices", test_choices);
  g_test_add_func ("/row/refused-codes", test_refused_codes);
  g_test_add_func ("/row/equal-and-copy", test_equal_and_copy);
  g_test_add_func ("/row/zero-is-a-value", test_zero_is_a_value);
  g_test_add_func ("/row/copy-of-the-rest", test_copy_of_the_rest);
  g_test_add_func ("/row/set-to-itself", test_set_to_itself);
  g_test_add_func ("/row/reference", test_reference);
  g_test_add_func ("/row/text-is-cleaned", test_text_is_cleaned);
  g_test_add_func ("/row/list", test_list);
  g_test_add_func ("/row/texts-for-people", test_texts_for_people);
  g_test_add_func ("/row/list-of-choices", test_list_of_choices);
  g_test_add_func ("/row/real-code", test_real_code);

  return g_test_run ();
}

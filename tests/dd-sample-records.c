/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-sample-records.h"

#include "dd-record-types.h"
#include "dd-rules.h"

#include <string.h>

static const char * const sentences[] = {
  "Rà soát, đơn giản hóa thủ tục hành chính nội bộ",
  "Công bố danh mục dịch vụ công trực tuyến toàn trình",
  "Đôn đốc các sở, ban, ngành báo cáo trước ngày 25 hằng tháng",
  "Xử lý dứt điểm hồ sơ đất đai quá hạn tại Bộ phận Một cửa",
  "Nghiên cứu phân cấp thẩm quyền giải quyết ở cấp xã",
};

/* The number makes texts differ where they have to. */
static void
fill_text (DdRow *row,
           guint  field,
           guint  n)
{
  const DdField *description = &dd_row_get_type (row)->fields[field];
  g_autofree char *text = g_strdup_printf ("%s (%s %u)", sentences[(n + field) % 5],
                                           description->name, n);

  if (description->type == DD_FIELD_LIST)
    {
      const char *lines[] = { text, "Ủy ban nhân dân các xã, phường, đặc khu", NULL };

      dd_row_set_list (row, field, lines);
    }
  else
    dd_row_set_text (row, field, text);
}

static void
fill_field (DdRow        *row,
            guint         field,
            guint         n,
            const gint64  ids[DD_N_KINDS])
{
  const DdField *description = &dd_row_get_type (row)->fields[field];

  switch (description->type)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_LIST:
      fill_text (row, field, n);
      break;

    case DD_FIELD_NUMBER:
      dd_row_set_number (row, field, (n * 7 + field) % 90 + 1);
      break;

    case DD_FIELD_REAL:
      dd_row_set_real (row, field, n * 1.25 + field / 3.0);
      break;

    case DD_FIELD_FLAG:
      dd_row_set_flag (row, field, (n + field) % 2 == 0);
      break;

    case DD_FIELD_DAY:
      dd_row_set_day (row, field, dd_day_add_days (dd_day_new (2024, 1, 1),
                                                   (int) (n * 13 + field) % 700));
      break;

    case DD_FIELD_CHOICE:
      dd_row_set_choice (row, field, (n + field) % description->n_choices);
      break;

    case DD_FIELD_REFERENCE:
      dd_row_set_reference (row, field, ids[description->reference]);
      break;

    case DD_FIELD_INSTANT:
    default:
      g_assert_not_reached ();
    }
}

static void
set_in_order (DdRow *row,
              guint  first,
              guint  last)
{
  DdDay day = dd_row_get_day (row, first);

  dd_row_set_day (row, last, dd_day_add_days (day, 365));
}

/* What the kinds ask beyond their fields. */
static void
fit (DdRow *row,
     guint  n)
{
  g_autofree char *sha256 = NULL;

  switch ((int) dd_row_get_kind (row))
    {
    case DD_KIND_SETTING:
      if (n == 0)
        dd_row_set_text (row, DD_SETTING_NAME, DD_SETTING_WARN_DAYS);
      else if (n % 5 == 1)
        dd_row_set_text (row, DD_SETTING_NAME, DD_SETTING_BEFORE_INCLUSIVE);
      dd_row_set_text (row, DD_SETTING_VALUE, n % 2 == 0 ? "5" : "0");
      break;

    case DD_KIND_UNIT_MEMBER:
      set_in_order (row, DD_UNIT_MEMBER_VALID_FROM, DD_UNIT_MEMBER_VALID_TO);
      break;

    case DD_KIND_DIRECTIVE:
      dd_row_set_number (row, DD_DIRECTIVE_RECURRENCE_MONTH, n % 12 + 1);
      dd_row_set_number (row, DD_DIRECTIVE_SPAN_START, 10 + n);
      dd_row_set_number (row, DD_DIRECTIVE_SPAN_END, 90 + n);
      break;

    case DD_KIND_PLAN:
      set_in_order (row, DD_PLAN_FIRST_DAY, DD_PLAN_LAST_DAY);
      break;

    case DD_KIND_TARGET:
      dd_row_unset (row, n % 2 == 0 ? DD_TARGET_DIRECTIVE : DD_TARGET_PLAN);
      break;

    case DD_KIND_OBLIGATION:
      set_in_order (row, DD_OBLIGATION_FIRST_DAY, DD_OBLIGATION_LAST_DAY);
      break;

    case DD_KIND_TASK:
      if (n % 3 == 0)
        dd_row_unset (row, DD_TASK_COMPLETED);
      break;

    case DD_KIND_ATTACHMENT:
      sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                              dd_row_get_text (row, DD_ATTACHMENT_NAME), -1);
      dd_row_set_text (row, DD_ATTACHMENT_SHA256, sha256);
      break;

    default:
      break;
    }
}

/**
 * dd_sample_row:
 * @n: makes it another record than others of its kind
 * @ids: for each kind a record that references may name; 0: none
 *
 * Returns: (transfer full): a record with a value in every field that can have one
 */
DdRow *
dd_sample_row (DdKind       kind,
               guint        n,
               const gint64 ids[DD_N_KINDS])
{
  const DdRecordType *type = dd_record_type_get (kind);
  DdRow *row = dd_row_new (kind);

  for (guint i = 0; i < type->n_fields; i++)
    if (dd_field_is_stored (&type->fields[i]) && (type->fields[i].flags & DD_FIELD_COMPUTED) == 0)
      fill_field (row, i, n, ids);
  fit (row, n);

  return row;
}

static gboolean
may_be_missing (DdKind kind,
                guint  field)
{
  if ((dd_record_type_get (kind)->fields[field].flags & DD_FIELD_REQUIRED) != 0)
    return FALSE;

  return !((kind == DD_KIND_ATTENDANCE && field == DD_ATTENDANCE_UNIT) ||
           (kind == DD_KIND_UNIT_MEMBER && field == DD_UNIT_MEMBER_PERSON) ||
           (kind == DD_KIND_DIRECTIVE && field == DD_DIRECTIVE_DOCUMENT) ||
           (kind == DD_KIND_TARGET && (field == DD_TARGET_PLAN || field == DD_TARGET_DIRECTIVE)));
}

/**
 * dd_sample_bare_row:
 *
 * Returns: (transfer full): a record with no more values than it has to have
 */
DdRow *
dd_sample_bare_row (DdKind       kind,
                    guint        n,
                    const gint64 ids[DD_N_KINDS])
{
  DdRow *row = dd_sample_row (kind, n, ids);

  for (guint i = 0; i < dd_row_get_type (row)->n_fields; i++)
    if (may_be_missing (kind, i))
      dd_row_unset (row, i);

  return row;
}

/**
 * dd_sample_add_all:
 * @ids: (inout): the record of each kind that references name; then the one that was added
 *
 * Adds one record of every kind to the change.
 */
void
dd_sample_add_all (DdChange *change,
                   guint     n,
                   gint64    ids[DD_N_KINDS])
{
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    if (kind != DD_KIND_HISTORY)
      ids[kind] = dd_change_insert (change, dd_sample_row (kind, n, ids));
}

const char * const dd_hostile_texts[] = {
  /* SQL */
  "'", "''", "\"", "'; DROP TABLE task; --", "x' OR '1'='1", "%", "_", "%%s%n", "\\", "\\'", "--",
  "/* */", "?1", ":content", "@x", "$1", "NULL", "1e999", "0x41",
  /* the language of the search index */
  "*", "a*", "^a", "a AND", "OR", "NOT a", "NEAR(a b)", "a NEAR/2 b", "content : a", "- a",
  "{content officer} : a", "(", ")", "a + b", "\"a", "a\"b\"c", "\"\"", "\"*\"", "AND OR NOT NEAR",
  /* markup and formats */
  "<b>&\"'", "&amp;", "</span>", "<!--", "_mnemonic", "{\"a\": [1]}", "=1+1", "+cmd|' /C calc'!A0",
  /* characters */
  "a\tb\nc\r\nd", "\x01\x02\x1b[31m", "\xe2\x80\xaehcac\xe2\x80\xac", "a\xe2\x80\x8b" "b",
  "\xef\xbb\xbf",
  "\xef\xbc\x9d\xef\xbc\x8b", "\xf0\x9f\x93\x8b\xf0\x9f\x87\xbb\xf0\x9f\x87\xb3",
  "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81", "\xcc\x81", "\xc2\xa0", "\xe3\x80\x80", "Đ", "đ",
  "ﬁ", "ẞ", "İ",
  "中文", "عربي", "ไทย", "𝔘", "\xf3\xa0\x81\x81",
};

guint
dd_hostile_get_count (void)
{
  return G_N_ELEMENTS (dd_hostile_texts);
}

/* Gives a field one of two values that it may have. */
void
dd_sample_set_field (DdRow   *row,
                     guint    field,
                     gboolean other)
{
  const DdField *description = &dd_row_get_type (row)->fields[field];
  const char *lines[] = { other ? "Sở Nội vụ" : "Sở Tư pháp", "Sở Y tế", NULL };

  switch (description->type)
    {
    case DD_FIELD_TEXT:
      dd_row_set_text (row, field, other ? "Đôn" : "Đốc");
      break;
    case DD_FIELD_LIST:
      dd_row_set_list (row, field, lines);
      break;
    case DD_FIELD_NUMBER:
      dd_row_set_number (row, field, other ? -12 : 9007199254740993);
      break;
    case DD_FIELD_REAL:
      dd_row_set_real (row, field, other ? -0.1 : 33.333333333333336);
      break;
    case DD_FIELD_FLAG:
      dd_row_set_flag (row, field, other);
      break;
    case DD_FIELD_DAY:
      dd_row_set_day (row, field, other ? dd_day_new (1900, 1, 1) : dd_day_new (2024, 2, 29));
      break;
    case DD_FIELD_INSTANT:
      dd_row_set_text (row, field, other ? "2024-01-02T03:04:05.678Z" : "2024-01-02T03:04:05Z");
      break;
    case DD_FIELD_CHOICE:
      dd_row_set_choice (row, field, other ? description->n_choices - 1 : 0);
      break;
    case DD_FIELD_REFERENCE:
    default:
      dd_row_set_reference (row, field, other ? 7 : 4294967296);
      break;
    }
}

/* Runs a function for each field of each kind. */
void
dd_sample_for_each_field (void (*check) (DdKind kind, guint field))
{
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      const DdRecordType *type = dd_record_type_get (kind);

      for (guint i = 0; i < type->n_fields; i++)
        {
          g_test_message ("%s.%s", type->name, type->fields[i].name);
          check (kind, i);
        }
    }
}

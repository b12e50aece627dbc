/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching: what a hurried typist types finds what a careful one has written. */
#include "dd-test-utils.h"

#include "dd-record-types.h"
#include "dd-sample-records.h"
#include "dd-store-probe.h"

#include <string.h>

static void
set_up (DdStoreFixture *f,
        gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  dd_test_set_up (f, data);
  dd_test_open (f, DD_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
}

static void
add_tasks (DdStoreFixture     *f,
           const char * const *contents)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));

  for (guint i = 0; contents[i] != NULL; i++)
    dd_test_insert (f->store, dd_test_task (contents[i], unit, NULL));
}

static GPtrArray *
search (DdStoreFixture *f,
        DdKind          kind,
        const char     *typed)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);

  dd_query_set_search (query, typed);

  return dd_test_select (f->store, query);
}

static void
assert_finds (DdStoreFixture *f,
              const char     *typed,
              guint           n_expected)
{
  g_autoptr (GPtrArray) rows = search (f, DD_KIND_TASK, typed);

  if (rows->len != n_expected)
    g_error ("“%s” finds %u, not %u", typed, rows->len, n_expected);
}

static void
test_spellings (DdStoreFixture *f,
                gconstpointer   data)
{
  static const char * const contents[] = {
    "Kiểm tra các trung tâm đăng kiểm", "ĐĂNG KIỂM phương tiện thủy nội địa",
    "Cấp giấy chứng nhận Đăng kiểm", "Đăng ký hộ tịch", "Rà soát đường thủy", NULL,
  };
  static const char * const spellings[] = {
    "đăng kiểm", "ĐĂNG KIỂM", "đang kiem", "dang kiem", "DANG KIEM", "Đăng Kiểm",
    "đa\xcc\x86ng kie\xcc\x82\xcc\x89m", "dăng kiểm", "kiểm đăng", "  đăng   kiểm", "đăng\tkiểm",
    "đăng-kiểm", "\"đăng kiểm\"", "đăng kiểm.", "(đăng kiểm)",
  };

  add_tasks (f, contents);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    assert_finds (f, spellings[i], 3);

  /* "Kiem" alone is also in "Kiểm tra", which is the first of them. */
  assert_finds (f, "kiem", 3);
  assert_finds (f, "dang", 4);
  assert_finds (f, "hộ tịch", 1);
  assert_finds (f, "không có", 0);
}

/* Old and new ways to put the tone. */
static void
test_tones (DdStoreFixture *f,
            gconstpointer   data)
{
  static const char * const contents[] = {
    "Hoà giải ở cơ sở", "Hòa giải viên", "Thuỷ lợi", "Thủy lợi nhỏ", "Đơn giản hoá", NULL,
  };

  add_tasks (f, contents);
  assert_finds (f, "hòa giải", 2);
  assert_finds (f, "hoà giải", 2);
  assert_finds (f, "thủy lợi", 2);
  assert_finds (f, "thuỷ lợi", 2);
  assert_finds (f, "đơn giản hóa", 1);
}

/* What is written as it was typed comes first, whatever the order. */
static void
test_as_written_first (DdStoreFixture *f,
                       gconstpointer   data)
{
  static const char * const contents[] = {
    "An Dương", "Bình Dương", "Cầu đường", "Đường bộ", "Hướng dương", NULL,
  };
  static const char * const expected[] = {
    "Cầu đường", "Đường bộ", "An Dương", "Bình Dương", "Hướng dương",
  };
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  g_autoptr (GPtrArray) rows = NULL;

  add_tasks (f, contents);
  dd_query_set_sort (query, DD_TASK_CONTENT, FALSE);
  dd_query_set_search (query, "đường");
  rows = dd_test_select (f->store, query);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (dd_row_get_text (rows->pdata[i], DD_TASK_CONTENT), ==, expected[i]);

  dd_query_set_sort (query, DD_TASK_CONTENT, TRUE);
  g_ptr_array_unref (rows);
  rows = dd_test_select (f->store, query);
  g_assert_cmpstr (dd_row_get_text (rows->pdata[0], DD_TASK_CONTENT), ==, "Đường bộ");
  g_assert_cmpstr (dd_row_get_text (rows->pdata[4], DD_TASK_CONTENT), ==, "An Dương");
}

/* The last word may be the beginning of one, unless it was ended. */
static void
test_beginnings (DdStoreFixture *f,
                 gconstpointer   data)
{
  static const char * const contents[] = {
    "Công bố thủ tục", "Công chứng", "Cộng đồng dân cư", "Đông dân", NULL,
  };

  add_tasks (f, contents);
  assert_finds (f, "cô", 3);
  assert_finds (f, "công ch", 1);
  assert_finds (f, "công c", 3);
  assert_finds (f, "ch công", 0);
  assert_finds (f, "côn ", 0);
  assert_finds (f, "công ", 3);
  assert_finds (f, "đ", 2);
  assert_finds (f, "", 4);
  assert_finds (f, "   ", 4);
}

/* Words of one search may stand in different fields, and in numbers of documents. */
static void
test_fields (DdStoreFixture *f,
             gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  DdRow *task = dd_test_task ("Rà soát đất đai", unit, NULL);
  DdRow *document = dd_row_new (DD_KIND_DOCUMENT);
  const char * const numbers[] = { "97/NQ-CP", "97 nq cp", "nq-cp", "97/nq", "97" };

  dd_row_set_text (task, DD_TASK_OFFICER, "Đặng Thị Dũng");
  dd_row_set_text (task, DD_TASK_NOTE, "ghi chú");
  dd_test_insert (f->store, task);
  assert_finds (f, "đất dũng", 1);
  assert_finds (f, "dang dat", 1);
  assert_finds (f, "ghi chú", 0);

  dd_row_set_text (document, DD_DOCUMENT_NUMBER, "97/NQ-CP");
  dd_row_set_text (document, DD_DOCUMENT_SUBJECT, "Về xử lý kiến nghị");
  dd_test_insert (f->store, document);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GPtrArray) rows = search (f, DD_KIND_DOCUMENT, numbers[i]);

      g_assert_cmpuint (rows->len, ==, 1);
    }
}

/* Persons are found by name, post and other names; one who is called anew, as that. */
static void
test_persons (DdStoreFixture *f,
              gconstpointer   data)
{
  static const char * const typed[] = {
    "tran thi binh", "Bình Trần", "chánh văn phòng", "ba binh",
  };
  const char *aliases[] = { "Bà Bình", NULL };
  DdRow *person = dd_row_new (DD_KIND_PERSON);
  gint64 id;

  dd_row_set_text (person, DD_PERSON_NAME, "Trần Thị Bình");
  dd_row_set_text (person, DD_PERSON_POST, "Phó Chánh Văn phòng");
  dd_row_set_list (person, DD_PERSON_ALIASES, aliases);
  id = dd_test_insert (f->store, person);
  person = dd_row_new (DD_KIND_PERSON);
  dd_row_set_text (person, DD_PERSON_NAME, "Đỗ Thị Giang");
  dd_test_insert (f->store, person);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) rows = search (f, DD_KIND_PERSON, typed[i]);

      g_assert_cmpuint (rows->len, ==, 1);
      g_assert_cmpint (dd_row_get_id (rows->pdata[0]), ==, id);
    }
  dd_probe_set_text (f->store, DD_KIND_PERSON, id, DD_PERSON_NAME, "Lê Thị Bích");
  {
    g_autoptr (GPtrArray) none = search (f, DD_KIND_PERSON, "tran thi binh");
    g_autoptr (GPtrArray) one = search (f, DD_KIND_PERSON, "le thi bich");
    g_autoptr (GPtrArray) other = search (f, DD_KIND_PERSON, "do thi");

    g_assert_cmpuint (none->len, ==, 0);
    g_assert_cmpuint (one->len, ==, 1);
    g_assert_cmpuint (other->len, ==, 1);
  }
}

/* An item of a plan goes by the words of its procedure. */
static void
test_plan_items (DdStoreFixture *f,
                 gconstpointer   data)
{
  gint64 ids[DD_N_KINDS] = { 0, };
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_PLAN_ITEM);
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;
  g_autoptr (DdRecord) procedure = NULL;
  g_autoptr (GError) error = NULL;
  DdChange *change;
  DdRow *row;

  ids[DD_KIND_UNIT] = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  ids[DD_KIND_PLAN] = dd_test_insert (f->store, dd_sample_row (DD_KIND_PLAN, 1, ids));
  for (guint i = 0; i < 4; i++)
    {
      row = dd_sample_row (DD_KIND_PROCEDURE, i, ids);
      dd_row_set_text (row, DD_PROCEDURE_NAME, i % 2 == 0 ? "Đăng ký khai sinh" : "Cấp phép");
      dd_row_set_text (row, DD_PROCEDURE_CODE, NULL);
      dd_row_set_text (row, DD_PROCEDURE_FIELD, NULL);
      ids[DD_KIND_PROCEDURE] = dd_test_insert (f->store, row);
      dd_test_insert (f->store, dd_sample_row (DD_KIND_PLAN_ITEM, i, ids));
    }

  dd_query_set_search (query, "khai sinh");
  list = dd_store_get_list (f->store, query);
  dd_test_wait_list (list);
  mirror = dd_mirror_new (list);
  g_assert_cmpuint (dd_list_get_count (list), ==, 2);

  /* The procedure gets another name: the list follows. */
  procedure = dd_test_fetch (f->store, DD_KIND_PROCEDURE, ids[DD_KIND_PROCEDURE], &error);
  row = dd_row_copy (dd_record_get_row (procedure));
  dd_row_set_text (row, DD_PROCEDURE_NAME, "Khai sinh lưu động");
  change = dd_change_new ("Kiểm thử", NULL);
  dd_change_update (change, row);
  dd_change_free (dd_test_write (f->store, change, &error));
  dd_probe_wait_list (f->store, list);
  g_assert_cmpuint (dd_list_get_count (list), ==, 3);
}

static void
test_with_filters (DdStoreFixture *f,
                   gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 other = dd_test_insert (f->store, dd_test_unit ("Sở Nội vụ"));
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < 20; i++)
    dd_test_insert (f->store, dd_test_task (i % 2 == 0 ? "Rà soát đất đai" : "Công bố",
                                            i % 3 == 0 ? unit : other,
                                            i % 5 == 0 ? "2024-01-10" : NULL));
  dd_query_set_search (query, "dat dai");
  dd_query_set_unit (query, unit);
  dd_query_set_choices (query, DD_TASK_STATE, 1u << DD_TASK_STATE_ASSIGNED);
  dd_query_set_statuses (query, DD_STATUS_BIT (DD_TASK_STATUS_WIP_LATE), dd_day_new (2024, 2, 1),
                         7);
  rows = dd_test_select (f->store, query);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (dd_row_get_id (rows->pdata[0]), ==, 1);
}

/* Whatever is typed is words: no error, nothing written, and what was stored is
 * found by itself. */
static void
test_hostile (DdStoreFixture *f,
              gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_words = 0;

  for (guint i = 0; i < dd_hostile_get_count (); i++)
    {
      g_autofree char *content = g_strdup_printf ("x%u %s", i, dd_hostile_texts[i]);

      dd_test_insert (f->store, dd_test_task (content, unit, NULL));
    }
  before = dd_probe_dump (f->path, DD_DUMP_WHOLE);

  for (guint i = 0; i < dd_hostile_get_count (); i++)
    {
      g_autofree char *both = g_strdup_printf ("x%u %s", i, dd_hostile_texts[i]);
      g_autoptr (GPtrArray) alone = search (f, DD_KIND_TASK, dd_hostile_texts[i]);
      g_autoptr (GPtrArray) rows = search (f, DD_KIND_TASK, both);
      gboolean found = FALSE;

      for (guint j = 0; j < rows->len && !found; j++)
        found = dd_row_get_id (rows->pdata[j]) == (gint64) i + 1;
      if (!found)
        g_error ("“%s” does not find itself", both);
      n_words += alone->len < dd_hostile_get_count ();
    }
  g_assert_cmpuint (n_words, >, 20);

  dd_store_close (f->store);
  after = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_cmpstr (after, ==, before);
  dd_probe_assert_sound (f->path);
}

static void
test_long (DdStoreFixture *f,
           gconstpointer   data)
{
  static const char * const contents[] = { "Rà soát", NULL };
  g_autoptr (GString) typed = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();

  add_tasks (f, contents);
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (typed, "từ%u ", i);
  assert_finds (f, typed->str, 0);
  g_string_set_size (typed, 0);
  for (guint i = 0; i < 20000; i++)
    g_string_append (typed, "đ");
  assert_finds (f, typed->str, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_TIME_SPAN_SECOND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, set_up, function, dd_test_tear_down)
  ADD ("/search/spellings", test_spellings);
  ADD ("/search/tones", test_tones);
  ADD ("/search/as-written-first", test_as_written_first);
  ADD ("/search/beginnings", test_beginnings);
  ADD ("/search/fields", test_fields);
  ADD ("/search/persons", test_persons);
  ADD ("/search/plan-items", test_plan_items);
  ADD ("/search/with-filters", test_with_filters);
  ADD ("/search/hostile", test_hostile);
  ADD ("/search/long", test_long);

  return g_test_run ();
}

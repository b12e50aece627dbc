/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing through the one door: values, history, rules, all or nothing. */
#include "dd-test-utils.h"

#include "dd-record-types.h"
#include "dd-sample-records.h"
#include "dd-store-probe.h"

#include <string.h>
#include <time.h>

static gboolean
write_delete (DdStoreFixture  *f,
              DdKind           kind,
              gint64           id,
              GError         **error)
{
  DdChange *change = dd_change_new ("Nguyễn Văn An", NULL);
  g_autoptr (DdChange) written = NULL;

  dd_change_delete (change, kind, id);
  written = dd_test_write (f->store, change, error);

  return written != NULL;
}

static void
assert_refused (DdStoreFixture *f,
                DdChange       *change,
                GQuark          domain,
                int             code)
{
  g_autofree char *before = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_test_write (f->store, change, &error));
  g_assert_error (error, domain, code);
  after = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_row_refused (DdStoreFixture *f,
                    DdRow          *row,
                    GQuark          domain,
                    int             code)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);

  dd_change_insert (change, row);
  assert_refused (f, change, domain, code);
}

/* --- records and their history -------------------------------------------- */

/* Every kind keeps every value of every field. */
static void
test_every_kind (DdStoreFixture *f,
                 gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = NULL;
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  gint64 first[DD_N_KINDS] = { 0, }, second[DD_N_KINDS];

  dd_sample_add_all (change, 0, first);
  memcpy (second, first, sizeof first);
  dd_sample_add_all (change, 1, second);
  written = dd_test_write (f->store, change, &error);
  g_assert_no_error (error);

  /* Not from the objects that were just made, but from the disk. */
  dd_test_reopen (f);
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    {
      g_autoptr (DdRow) stored = NULL;
      g_autoptr (DdRow) given = NULL;
      const DdRecordType *type = dd_record_type_get (kind);
      gint64 ids[DD_N_KINDS];

      if (kind == DD_KIND_HISTORY)
        continue;
      for (guint i = 0; i < DD_N_KINDS; i++)
        ids[i] = dd_change_resolve_id (written, i < kind ? second[i] : first[i]);
      stored = dd_probe_fetch_row (f->store, kind, dd_change_resolve_id (written, second[kind]));
      given = dd_sample_row (kind, 1, ids);
      g_assert_cmpint (dd_row_get_revision (stored), ==, 1);
      g_assert_cmpstr (dd_row_get_uid (stored), ==, dd_change_get_uid (written, second[kind]));
      for (guint i = 0; i < type->n_fields; i++)
        if (dd_field_is_stored (&type->fields[i]) &&
            (type->fields[i].flags & DD_FIELD_COMPUTED) == 0)
          {
            g_autofree char *a = dd_row_field_to_code (stored, i);
            g_autofree char *b = dd_row_field_to_code (given, i);

            g_assert_cmpstr (a, ==, b);
          }
    }
  dd_store_close (f->store);
  dd_probe_assert_sound (f->path);
}

static void
test_insert_history (DdStoreFixture *f,
                     gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = NULL;
  DdChange *change = dd_change_new ("Nguyễn Văn An", "Kết luận phiên họp");
  gint64 unit = dd_change_insert (change, dd_test_unit ("Sở Tư pháp"));
  gint64 task = dd_change_insert (change, dd_test_task ("Rà soát", unit, "2024-06-30"));
  g_autofree char *sql = NULL;
  g_autofree char *entries = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (DdRow) row = NULL;

  written = dd_test_write (f->store, change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dd_change_get_action (written), >, 0);

  /* One entry each, of one action, without lines: the records have their values. */
  sql = g_strdup_printf ("SELECT group_concat (actor || '|' || reason || '|' || event || '|' ||"
                         " record_kind || '|' || record_id || '|' || record_uid || '|' ||"
                         " coalesce (undoes, 0) || '|' || (SELECT count(*) FROM history_field"
                         " WHERE history = history.id), char (10))"
                         " FROM history WHERE action = %" G_GINT64_FORMAT,
                         dd_change_get_action (written));
  entries = dd_probe_text (f->path, sql);
  expected = g_strdup_printf ("Nguyễn Văn An|Kết luận phiên họp|created|unit|1|%s|0|0\n"
                              "Nguyễn Văn An|Kết luận phiên họp|created|task|1|%s|0|0",
                              dd_change_get_uid (written, unit),
                              dd_change_get_uid (written, task));
  g_assert_cmpstr (entries, ==, expected);

  row = dd_probe_fetch_row (f->store, DD_KIND_TASK, 1);
  g_assert_cmpstr (dd_row_get_created (row), ==, dd_row_get_changed (row));
  g_assert_cmpint (dd_row_get_revision (row), ==, 1);
}

static void
test_update_history (DdStoreFixture *f,
                     gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 other = dd_test_insert (f->store, dd_test_unit ("Sở Nội vụ"));
  gint64 id = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));
  DdRow *row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  const char * const report_to[] = { "Văn phòng Chính phủ", "Bộ Tư pháp", NULL };
  g_autoptr (DdRow) now = NULL;
  g_autofree char *lines = NULL;
  gint64 action;

  dd_row_set_text (row, DD_TASK_CONTENT, "Rà soát thủ tục nội bộ");
  dd_row_set_reference (row, DD_TASK_LEAD, other);
  dd_row_set_day (row, DD_TASK_DEADLINE, dd_day_new (2024, 7, 31));
  dd_row_set_choice (row, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_flag (row, DD_TASK_STARRED, TRUE);
  dd_row_set_list (row, DD_TASK_REPORT_TO, report_to);
  action = dd_probe_update (f->store, row);

  lines = dd_probe_history (f->path, action);
  g_assert_cmpstr (lines, ==,
                   "changed task content: Rà soát -> Rà soát thủ tục nội bộ\n"
                   "changed task deadline: 2024-06-30 -> 2024-07-31\n"
                   "changed task deadline_kind: by -> none\n"
                   "changed task due: 2024-06-30 -> 2024-07-31\n"
                   "changed task lead: 1 -> 2\n"
                   "changed task report_to: - -> Văn phòng Chính phủ\nBộ Tư pháp\n"
                   "changed task starred: - -> 1");
  now = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  g_assert_cmpint (dd_row_get_revision (now), ==, 2);
  g_assert_cmpuint (dd_row_get_day (now, DD_TASK_ORIGINAL_DEADLINE), ==, dd_day_new (2024, 6, 30));
}

static void
test_nothing_differs (DdStoreFixture *f,
                      gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 id = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));
  g_autofree char *before = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_autofree char *after = NULL;
  DdRow *row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);

  /* The same text in another form, with the spaces of a hurried typist. */
  dd_row_set_text (row, DD_TASK_CONTENT, "  Ra\xcc\x80 soa\xcc\x81t ");
  g_assert_cmpint (dd_probe_update (f->store, row), ==, 0);
  after = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_conflict (DdStoreFixture *f,
               gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 id = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));
  DdRow *mine = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  DdRow *theirs = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  DdChange *change = dd_change_new ("Trần Thị Bình", NULL);
  g_autoptr (GError) error = NULL;

  dd_row_set_text (theirs, DD_TASK_NOTE, "của họ");
  dd_probe_update (f->store, theirs);

  /* Even where both changed different fields. */
  dd_row_set_text (mine, DD_TASK_OFFICER, "Lê Văn Cường");
  dd_change_update (change, mine);
  assert_refused (f, change, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT);

  /* A record that is gone. */
  mine = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  g_assert_true (write_delete (f, DD_KIND_TASK, id, &error));
  change = dd_change_new ("Trần Thị Bình", NULL);
  dd_change_update (change, mine);
  assert_refused (f, change, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  change = dd_change_new ("Trần Thị Bình", NULL);
  dd_change_delete (change, DD_KIND_TASK, id);
  assert_refused (f, change, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

static void
test_delete (DdStoreFixture *f,
             gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 other = dd_test_insert (f->store, dd_test_unit ("Sở Nội vụ"));
  gint64 id = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));
  gint64 ids[DD_N_KINDS] = { [DD_KIND_TASK] = id, [DD_KIND_UNIT] = other };
  const DdKind parts[] = { DD_KIND_TASK_UNIT, DD_KIND_PROGRESS, DD_KIND_DEADLINE_CHANGE,
                           DD_KIND_FOLLOW_UP };
  g_autoptr (GError) error = NULL;
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autofree char *events = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    dd_test_insert (f->store, dd_sample_row (parts[i], i, ids));
  dd_test_insert (f->store, dd_sample_row (DD_KIND_PROGRESS, 9, ids));

  /* Other records refer to the unit, and none of them is its part. */
  dd_change_delete (change, DD_KIND_UNIT, unit);
  assert_refused (f, change, DD_STORE_ERROR, DD_STORE_ERROR_IN_USE);

  /* The task takes its parts along, each with an entry of its own, itself last. */
  g_assert_true (write_delete (f, DD_KIND_TASK, id, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s",
                                              dd_record_type_get (parts[i])->name);

      g_assert_cmpint (dd_probe_number (f->path, sql), ==, 0);
    }
  events = dd_probe_text (f->path, "SELECT group_concat (record_kind, ' ') FROM (SELECT record_kind"
                                   " FROM history WHERE event = 'deleted' ORDER BY id)");
  g_assert_cmpstr (events, ==, "task_unit progress progress deadline_change follow_up task");

  /* What is deleted stands in the history with all its values. */
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM history JOIN history_field"
                                             " ON history = id WHERE record_kind = 'task'"
                                             " AND event = 'deleted' AND field = 'content'"
                                             " AND old_value = 'Rà soát' AND new_value IS NULL"),
                   ==, 1);
  g_assert_true (write_delete (f, DD_KIND_UNIT, unit, &error));
  dd_store_close (f->store);
  dd_probe_assert_sound (f->path);
}

/* A number names one record for ever: lists, objects and the history go by it. */
static void
test_ids_are_not_reused (DdStoreFixture *f,
                         gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 first = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, NULL));
  g_autoptr (GError) error = NULL;
  gint64 second;

  g_assert_true (write_delete (f, DD_KIND_TASK, first, &error));
  second = dd_test_insert (f->store, dd_test_task ("Công bố", unit, NULL));
  g_assert_cmpint (second, >, first);
  dd_test_reopen (f);
  g_assert_true (write_delete (f, DD_KIND_TASK, second, &error));
  g_assert_cmpint (dd_test_insert (f->store, dd_test_task ("Cập nhật", unit, NULL)), >, second);
}

/* --- all or nothing ------------------------------------------------------- */

static void
test_all_or_nothing (DdStoreFixture *f,
                     gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 id = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));

  for (guint i = 0; i < 4; i++)
    {
      DdChange *change = dd_change_new ("Kiểm thử", NULL);
      DdRow *task = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
      gint64 made = dd_change_insert (change, dd_test_unit ("Sở Nội vụ"));

      dd_change_insert (change, dd_test_task ("Công bố", made, NULL));
      dd_row_set_text (task, DD_TASK_NOTE, "mới");
      dd_change_update (change, task);
      if (i == 0)
        dd_change_delete (change, DD_KIND_UNIT, unit);
      else if (i == 1)
        dd_change_insert (change, dd_row_new (DD_KIND_TASK));
      else if (i == 2)
        dd_change_delete (change, DD_KIND_TASK, 99);
      else
        dd_change_insert (change, dd_test_task ("Cập nhật", 99, NULL));
      assert_refused (f, change, i == 1 ? DD_RECORD_ERROR : DD_STORE_ERROR,
                      i == 0 ? (int) DD_STORE_ERROR_IN_USE :
                      i == 1 ? (int) DD_RECORD_ERROR_REQUIRED : (int) DD_STORE_ERROR_NOT_FOUND);
    }

  /* The store is as good as before. */
  dd_test_insert (f->store, dd_test_task ("Rà soát", unit, NULL));
  dd_store_close (f->store);
  dd_probe_assert_sound (f->path);
}

static void
test_values (DdStoreFixture *f,
             gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 ids[DD_N_KINDS] = { [DD_KIND_UNIT] = unit };
  g_autofree char *long_text = g_strnfill (4001, 'a');
  g_autoptr (GError) error = NULL;
  DdRow *row;

  row = dd_test_task ("Rà soát", 0, NULL);
  assert_row_refused (f, row, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED);
  row = dd_test_task (" \t ", unit, NULL);
  assert_row_refused (f, row, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED);
  row = dd_test_task (long_text, unit, NULL);
  assert_row_refused (f, row, DD_RECORD_ERROR, DD_RECORD_ERROR_TOO_LONG);

  /* A choice that there is none of is refused before it comes here. */
  row = dd_test_task ("Rà soát", unit, NULL);
  g_assert_false (dd_row_field_from_code (row, DD_TASK_STATE, "later", &error));
  g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_INVALID);
  dd_row_free (row);

  /* What the file itself refuses. */
  row = dd_test_task ("Rà soát", unit, NULL);
  dd_row_set_uid (row, "1");
  assert_row_refused (f, row, DD_STORE_ERROR, DD_STORE_ERROR_INVALID);
  row = dd_test_task ("Rà soát", 99, NULL);
  assert_row_refused (f, row, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  ids[DD_KIND_TASK] = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, NULL));
  row = dd_sample_row (DD_KIND_PROGRESS, 1, ids);
  dd_row_set_number (row, DD_PROGRESS_PERCENT, 101);
  assert_row_refused (f, row, DD_STORE_ERROR, DD_STORE_ERROR_INVALID);
  dd_test_insert (f->store, dd_sample_row (DD_KIND_TASK_UNIT, 1, ids));
  assert_row_refused (f, dd_sample_row (DD_KIND_TASK_UNIT, 1, ids), DD_STORE_ERROR,
                      DD_STORE_ERROR_EXISTS);
  dd_test_insert (f->store, dd_sample_row (DD_KIND_SETTING, 1, ids));
  assert_row_refused (f, dd_sample_row (DD_KIND_SETTING, 1, ids), DD_STORE_ERROR,
                      DD_STORE_ERROR_EXISTS);
}

/* A reference to a record that somebody else has deleted meanwhile. */
static void
test_reference_is_gone (DdStoreFixture *f,
                        gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 gone = dd_test_insert (f->store, dd_test_unit ("Sở Nội vụ"));
  gint64 id = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, NULL));
  DdRow *task = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (write_delete (f, DD_KIND_UNIT, gone, &error));
  dd_row_set_reference (task, DD_TASK_LEAD, gone);
  dd_change_update (change, task);
  assert_refused (f, change, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

static void
test_hostile_texts (DdStoreFixture *f,
                    gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));

  for (guint i = 0; i < dd_hostile_get_count (); i++)
    {
      DdRow *row = dd_test_task ("Rà soát", unit, NULL);
      g_autoptr (DdRow) given = NULL;
      g_autoptr (DdRow) stored = NULL;

      dd_row_set_text (row, DD_TASK_NOTE, dd_hostile_texts[i]);
      dd_row_set_text (row, DD_TASK_OFFICER, dd_hostile_texts[i]);
      if (dd_row_is_set (row, DD_TASK_NOTE))
        dd_row_set_text (row, DD_TASK_CONTENT, dd_hostile_texts[i]);
      given = dd_row_copy (row);
      stored = dd_probe_fetch_row (f->store, DD_KIND_TASK, dd_test_insert (f->store, row));
      g_assert_true (dd_row_field_equal (given, stored, DD_TASK_CONTENT));
      g_assert_true (dd_row_field_equal (given, stored, DD_TASK_OFFICER));
      g_assert_true (dd_row_field_equal (given, stored, DD_TASK_NOTE));
    }
  dd_store_close (f->store);
  dd_probe_assert_sound (f->path);
}

/* --- the search index ----------------------------------------------------- */

static guint
count_found (DdStoreFixture *f,
             const char     *words)
{
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  g_autoptr (GPtrArray) rows = NULL;

  dd_query_set_search (query, words);
  rows = dd_test_select (f->store, query);

  return rows->len;
}

static void
test_search_follows (DdStoreFixture *f,
                     gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 id = dd_test_insert (f->store, dd_test_task ("Rà soát đường thủy", unit, NULL));
  g_autoptr (GError) error = NULL;
  DdRow *row;

  g_assert_cmpuint (count_found (f, "duong thuy"), ==, 1);
  row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  dd_row_set_text (row, DD_TASK_CONTENT, "Rà soát đăng kiểm");
  dd_probe_update (f->store, row);
  g_assert_cmpuint (count_found (f, "duong thuy"), ==, 0);
  g_assert_cmpuint (count_found (f, "đăng kiểm"), ==, 1);
  dd_probe_assert_sound (f->path);

  /* A field that is not searched leaves the index alone; one that is unset goes. */
  row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  dd_row_set_text (row, DD_TASK_OFFICER, "Đặng Dũng");
  dd_probe_update (f->store, row);
  g_assert_cmpuint (count_found (f, "dang dung"), ==, 1);
  row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  dd_row_unset (row, DD_TASK_OFFICER);
  dd_probe_update (f->store, row);
  g_assert_cmpuint (count_found (f, "dang dung"), ==, 0);

  g_assert_true (write_delete (f, DD_KIND_TASK, id, &error));
  g_assert_cmpuint (count_found (f, "đăng kiểm"), ==, 0);
  dd_store_close (f->store);
  dd_probe_assert_sound (f->path);
}

/* --- clocks --------------------------------------------------------------- */

static char *
write_in_zone (const char *zone)
{
  DdStoreFixture f;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdChange) written = NULL;
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  gint64 ids[DD_N_KINDS] = { 0, };
  g_autofree char *instants = NULL;
  char *dump, *uids;

  g_setenv ("TZ", zone, TRUE);
  tzset ();
  dd_test_set_up_open (&f, NULL);
  dd_sample_add_all (change, 0, ids);
  written = dd_test_write (f.store, change, &error);
  g_assert_no_error (error);
  dd_store_close (f.store);

  /* Instants are of UTC wherever the desk stands. */
  instants = dd_probe_text (f.path, "SELECT max (abs (strftime ('%s', 'now') -"
                                    " strftime ('%s', happened))) FROM history");
  g_assert_cmpint (g_ascii_strtoll (instants, NULL, 10), <, 60);
  uids = dd_probe_dump (f.path, DD_DUMP_VALUES | DD_DUMP_NO_LOG);
  {
    g_autoptr (GRegex) uid = g_regex_new ("uid=[0-9a-f-]{36}", 0, 0, NULL);

    dump = g_regex_replace_literal (uid, uids, -1, 0, "", 0, NULL);
  }
  g_free (uids);
  dd_test_tear_down (&f, NULL);

  return dump;
}

static void
test_time_zones (void)
{
  static const char * const zones[] = { "<-12>12", "UTC", "<+14>-14", "America/New_York",
                                        "Asia/Kolkata" };
  g_autofree char *own = g_strdup (g_getenv ("TZ"));
  g_autofree char *here = write_in_zone ("Asia/Ho_Chi_Minh");

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *there = write_in_zone (zones[i]);

      g_assert_cmpstr (there, ==, here);
    }
  if (own != NULL)
    g_setenv ("TZ", own, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();
}

/* --- rings ------------------------------------------------------------------ */

/* A unit above itself, or a clause that replaces itself by way of another, is
 * refused; the other end of the chain is not. */
static void
test_rings (DdStoreFixture *f,
            gconstpointer   data)
{
  gint64 ids[4];
  g_autoptr (DdRow) first = NULL;
  g_autoptr (DdRow) last = NULL;
  DdChange *change;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      DdRow *unit = dd_test_unit ("Phòng");

      if (i > 0)
        dd_row_set_reference (unit, DD_UNIT_PARENT, ids[i - 1]);
      ids[i] = dd_test_insert (f->store, unit);
    }

  first = dd_probe_fetch_row (f->store, DD_KIND_UNIT, ids[0]);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      change = dd_change_new ("Kiểm thử", NULL);
      dd_row_set_reference (first, DD_UNIT_PARENT, ids[i]);
      dd_change_update (change, dd_row_copy (first));
      assert_refused (f, change, DD_STORE_ERROR, DD_STORE_ERROR_RING);
    }

  last = dd_probe_fetch_row (f->store, DD_KIND_UNIT, ids[3]);
  dd_row_set_reference (last, DD_UNIT_PARENT, ids[0]);
  dd_probe_update (f->store, g_steal_pointer (&last));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up_open, function, dd_test_tear_down)
  ADD ("/store/write/every-kind", test_every_kind);
  ADD ("/store/write/insert-history", test_insert_history);
  ADD ("/store/write/update-history", test_update_history);
  ADD ("/store/write/nothing-differs", test_nothing_differs);
  ADD ("/store/write/conflict", test_conflict);
  ADD ("/store/write/delete", test_delete);
  ADD ("/store/write/ids-are-not-reused", test_ids_are_not_reused);
  ADD ("/store/write/all-or-nothing", test_all_or_nothing);
  ADD ("/store/write/values", test_values);
  ADD ("/store/write/reference-is-gone", test_reference_is_gone);
  ADD ("/store/write/hostile-texts", test_hostile_texts);
  ADD ("/store/write/search-follows", test_search_follows);
  ADD ("/store/write/rings", test_rings);
  g_test_add_func ("/store/write/time-zones", test_time_zones);

  return g_test_run ();
}

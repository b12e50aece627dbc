/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking actions back, and merging units, which is one more action to take back. */
#include "dd-test-utils.h"

#include "dd-assign.h"
#include "dd-record-types.h"
#include "dd-sample-records.h"
#include "dd-store-probe.h"

#include <string.h>

static gint64
get_last_action (DdStoreFixture *f)
{
  return dd_probe_number (f->path, "SELECT max (action) FROM history");
}

static void
undo (DdStoreFixture *f,
      gint64          action)
{
  g_autoptr (GError) error = NULL;

  dd_test_undo (f->store, action, &error);
  g_assert_no_error (error);
}

static void
assert_refuses (DdStoreFixture *f,
                gint64          action,
                DdStoreError    code)
{
  g_autofree char *before = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_test_undo (f->store, action, &error));
  g_assert_error (error, DD_STORE_ERROR, (int) code);
  after = dd_probe_dump (f->path, DD_DUMP_WHOLE);
  g_assert_cmpstr (after, ==, before);
}

static char *
dump_values (DdStoreFixture *f)
{
  return dd_probe_dump (f->path, DD_DUMP_VALUES | DD_DUMP_NO_LOG);
}

static void
assert_values (DdStoreFixture *f,
               const char     *values)
{
  g_autofree char *now = dump_values (f);

  g_assert_cmpstr (now, ==, values);
}

/* --- one record ----------------------------------------------------------- */

static void
test_insert (DdStoreFixture *f,
             gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  g_autofree char *before = dump_values (f);
  g_autofree char *actor = NULL;
  gint64 action;

  dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));
  action = get_last_action (f);
  undo (f, action);
  assert_values (f, before);

  /* The history says who took what back, and keeps what was taken back. */
  actor = dd_probe_text (f->path, "SELECT actor || ' ' || event || ' ' || undoes FROM history"
                                  " ORDER BY id DESC LIMIT 1");
  g_assert_true (g_str_has_prefix (actor, "Kiểm thử deleted "));
  g_assert_cmpint (dd_probe_number (f->path, "SELECT undoes FROM history ORDER BY id DESC LIMIT 1"),
                   ==, action);

  /* And once is enough. */
  assert_refuses (f, action, DD_STORE_ERROR_NOT_FOUND);
  assert_refuses (f, 9999, DD_STORE_ERROR_NOT_FOUND);
  dd_probe_assert_sound (f->path);
}

static void
test_update (DdStoreFixture *f,
             gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 id = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));
  g_autofree char *before = dump_values (f);
  DdRow *row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  g_autoptr (DdRow) now = NULL;
  gint64 action;

  dd_row_set_text (row, DD_TASK_CONTENT, "Rà soát thủ tục nội bộ");
  dd_row_unset (row, DD_TASK_DEADLINE);
  dd_row_set_text (row, DD_TASK_NOTE, "một\nhai");
  dd_row_set_flag (row, DD_TASK_STARRED, TRUE);
  dd_row_set_choice (row, DD_TASK_STATE, DD_TASK_STATE_REPORTED);
  action = dd_probe_update (f->store, row);
  undo (f, action);
  assert_values (f, before);

  /* It is one more change, not a step back in time. */
  now = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  g_assert_cmpint (dd_row_get_revision (now), ==, 3);
  assert_refuses (f, action, DD_STORE_ERROR_CONFLICT);
  dd_probe_assert_sound (f->path);
}

static void
test_delete (DdStoreFixture *f,
             gconstpointer   data)
{
  gint64 ids[DD_N_KINDS] = { 0, };
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autofree char *before = NULL;
  g_autoptr (DdRow) was = NULL;
  g_autoptr (DdRow) now = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, action;

  dd_sample_add_all (change, 0, ids);
  written = dd_test_write (f->store, change, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < DD_N_KINDS; i++)
    ids[i] = dd_change_resolve_id (written, ids[i]);

  /* A task of its own with parts, changed once. */
  id = dd_test_insert (f->store, dd_sample_row (DD_KIND_TASK, 7, ids));
  ids[DD_KIND_TASK] = id;
  dd_test_insert (f->store, dd_sample_row (DD_KIND_TASK_UNIT, 7, ids));
  dd_test_insert (f->store, dd_sample_row (DD_KIND_PROGRESS, 7, ids));
  dd_test_insert (f->store, dd_sample_row (DD_KIND_FOLLOW_UP, 7, ids));
  {
    DdRow *row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);

    dd_row_set_text (row, DD_TASK_NOTE, "đã sửa");
    dd_probe_update (f->store, row);
  }
  before = dump_values (f);
  was = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);

  action = dd_probe_delete (f->store, DD_KIND_TASK, id);
  undo (f, action);
  assert_values (f, before);
  assert_refuses (f, action, DD_STORE_ERROR_EXISTS);

  /* Who had it open before must not write over it unseen; when it was made is
   * as it was. */
  now = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  g_assert_cmpint (dd_row_get_revision (now), >, dd_row_get_revision (was));
  g_assert_cmpstr (dd_row_get_created (now), ==, dd_row_get_created (was));
  g_assert_cmpstr (dd_row_get_uid (now), ==, dd_row_get_uid (was));
  dd_probe_assert_sound (f->path);
}

/* Step by step back, also over steps that were taken back themselves. */
static void
test_step_by_step (DdStoreFixture *f,
                   gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  g_autofree char *before = dump_values (f);
  gint64 id, made, changed, deleted;
  DdRow *row;

  id = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));
  made = get_last_action (f);
  row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  dd_row_set_text (row, DD_TASK_NOTE, "mới");
  changed = dd_probe_update (f->store, row);
  deleted = dd_probe_delete (f->store, DD_KIND_TASK, id);

  undo (f, deleted);
  undo (f, changed);
  undo (f, made);
  assert_values (f, before);
}

/* Taking back a taking back brings it again. */
static void
test_redo (DdStoreFixture *f,
           gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  g_autofree char *before = dump_values (f);
  g_autofree char *after = NULL;
  gint64 action;

  dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));
  after = dump_values (f);
  for (guint i = 0; i < 4; i++)
    {
      action = get_last_action (f);
      undo (f, action);
      assert_values (f, i % 2 == 0 ? before : after);
    }
}

/* --- what others did since ------------------------------------------------ */

static void
test_changed_since (DdStoreFixture *f,
                    gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 id = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));
  gint64 made = get_last_action (f), changed;
  DdRow *row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  g_autoptr (DdRow) now = NULL;

  dd_row_set_text (row, DD_TASK_NOTE, "của tôi");
  changed = dd_probe_update (f->store, row);

  /* Somebody else changes the same field, then changes another. */
  row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  dd_row_set_text (row, DD_TASK_NOTE, "của họ");
  dd_probe_update (f->store, row);
  assert_refuses (f, changed, DD_STORE_ERROR_CONFLICT);
  assert_refuses (f, made, DD_STORE_ERROR_CONFLICT);

  row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  dd_row_set_text (row, DD_TASK_NOTE, "của tôi");
  dd_row_set_text (row, DD_TASK_OFFICER, "Lê Văn Cường");
  dd_probe_update (f->store, row);
  undo (f, changed);
  now = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  g_assert_false (dd_row_is_set (now, DD_TASK_NOTE));
  g_assert_cmpstr (dd_row_get_text (now, DD_TASK_OFFICER), ==, "Lê Văn Cường");

  /* It is not as it was made: taking that back would lose the officer. */
  assert_refuses (f, made, DD_STORE_ERROR_CONFLICT);
}

static void
test_part_added_since (DdStoreFixture *f,
                       gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 id = dd_test_insert (f->store, dd_test_task ("Rà soát", unit, "2024-06-30"));
  gint64 made = get_last_action (f), part;
  gint64 ids[DD_N_KINDS] = { [DD_KIND_TASK] = id };

  part = dd_test_insert (f->store, dd_sample_row (DD_KIND_PROGRESS, 1, ids));
  assert_refuses (f, made, DD_STORE_ERROR_IN_USE);

  /* Nor can a unit be taken back that somebody uses. */
  dd_probe_delete (f->store, DD_KIND_PROGRESS, part);
  assert_refuses (f, made - 1, DD_STORE_ERROR_IN_USE);
  undo (f, made);
  undo (f, made - 1);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM unit"), ==, 0);
}

/* The decision how "before a day" is read has changed since: due days follow
 * from deadlines, and are nobody's change. */
static void
test_rule_changed_since (DdStoreFixture *f,
                         gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  DdRow *row = dd_test_task ("Rà soát", unit, "2024-06-30");
  DdRow *setting = dd_row_new (DD_KIND_SETTING);
  g_autofree char *before = NULL;
  gint64 id, made, changed, decided;
  g_autoptr (DdRow) now = NULL;

  before = dump_values (f);
  dd_row_set_choice (row, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_BEFORE);
  id = dd_test_insert (f->store, row);
  made = get_last_action (f);
  row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  dd_row_set_day (row, DD_TASK_DEADLINE, dd_day_new (2024, 8, 15));
  changed = dd_probe_update (f->store, row);
  dd_row_set_text (setting, DD_SETTING_NAME, DD_SETTING_BEFORE_INCLUSIVE);
  dd_row_set_text (setting, DD_SETTING_VALUE, "0");
  dd_test_insert (f->store, setting);
  decided = get_last_action (f);

  undo (f, changed);
  now = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  g_assert_cmpuint (dd_row_get_day (now, DD_TASK_DEADLINE), ==, dd_day_new (2024, 6, 30));
  g_assert_cmpuint (dd_row_get_day (now, DD_TASK_DUE), ==, dd_day_new (2024, 6, 29));
  undo (f, decided);
  undo (f, made);
  assert_values (f, before);
}

/* --- a whole conclusion --------------------------------------------------- */

static void
add_draft (DdAssignment *assignment,
           const char   *quote,
           const char   *lead,
           const char   *coordinating)
{
  g_autoptr (DdRow) directive = dd_row_new (DD_KIND_DIRECTIVE);
  g_autoptr (DdDraft) draft = NULL;
  char *leads[] = { (char *) lead, NULL };
  char *others[] = { (char *) coordinating, NULL };

  dd_row_set_text (directive, DD_DIRECTIVE_QUOTE, quote);
  dd_row_set_choice (directive, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  dd_row_set_choice (directive, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_NONE);
  dd_row_set_choice (directive, DD_DIRECTIVE_RECURRENCE, DD_RECURRENCE_NONE);
  draft = dd_draft_new (directive);
  dd_draft_set_content (draft, quote);
  dd_draft_set_units (draft, TRUE, leads);
  dd_draft_set_units (draft, FALSE, others);
  draft->make_tasks = TRUE;
  dd_assignment_add_draft (assignment, draft);
}

static void
test_conclusion (DdStoreFixture *f,
                 gconstpointer   data)
{
  DdChange *change = dd_change_new ("Thư ký", "Kết luận phiên họp");
  gint64 ids[DD_N_KINDS] = { 0, };
  g_autoptr (DdAssignment) assignment = NULL;
  g_autofree char *before = dump_values (f);
  g_autofree char *after = NULL;
  gint64 document, action;

  document = dd_change_insert (change, dd_sample_row (DD_KIND_DOCUMENT, 0, ids));
  assignment = dd_assignment_new (change, document, 0, dd_day_new (2024, 6, 1));
  add_draft (assignment, "Sở Tư pháp chủ trì rà soát", "Sở Tư pháp", "Sở Nội vụ");
  add_draft (assignment, "Sở Nội vụ chủ trì công bố", "Sở Nội vụ", "Sở Tư pháp");
  g_assert_cmpuint (dd_assignment_get_n_tasks (assignment), ==, 2);
  action = dd_probe_write_change (f->store, change);
  after = dump_values (f);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM unit"), ==, 2);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM task_unit"), ==, 2);

  undo (f, action);
  assert_values (f, before);
  undo (f, get_last_action (f));
  assert_values (f, after);
  dd_probe_assert_sound (f->path);
}

/* --- lists ---------------------------------------------------------------- */

static void
test_shows_in_lists (DdStoreFixture *f,
                     gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 first = dd_test_insert (f->store, dd_test_task ("An", unit, "2024-06-30"));
  gint64 second = dd_test_insert (f->store, dd_test_task ("Bình", unit, "2024-07-30"));
  g_autoptr (DdQuery) query = dd_query_new (DD_KIND_TASK);
  g_autoptr (DdList) list = NULL;
  g_autoptr (DdMirror) mirror = NULL;
  g_autoptr (DdRecord) record = NULL;
  DdRow *row;

  dd_query_set_sort (query, DD_TASK_DUE, FALSE);
  list = dd_store_get_list (f->store, query);
  dd_test_wait_list (list);
  mirror = dd_mirror_new (list);
  record = g_list_model_get_item (G_LIST_MODEL (list), 1);

  row = dd_probe_fetch_row (f->store, DD_KIND_TASK, second);
  dd_row_set_day (row, DD_TASK_DEADLINE, dd_day_new (2024, 5, 1));
  undo (f, (dd_probe_update (f->store, row)));
  dd_probe_wait_list (f->store, list);
  g_assert_cmpint (dd_list_get_id (list, 1), ==, second);
  g_assert_cmpuint (dd_row_get_day (dd_record_get_row (record), DD_TASK_DUE), ==,
                    dd_day_new (2024, 7, 30));

  undo (f, dd_probe_delete (f->store, DD_KIND_TASK, first));
  dd_probe_wait_list (f->store, list);
  g_assert_cmpint (dd_list_get_id (list, 0), ==, first);
}

/* --- any actions ---------------------------------------------------------- */

/* Any record of each kind, and another unit. */
static gint64
pick (DdStoreFixture *f,
      gint64          ids[DD_N_KINDS])
{
  sqlite3 *handle = dd_probe_open (f->path);
  sqlite3_stmt *statement = NULL;
  gint64 other = 0;

  for (guint i = 0; i <= DD_N_KINDS; i++)
    {
      DdKind kind = i < DD_N_KINDS ? i : DD_KIND_UNIT;
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM %1$s WHERE id >= %2$d"
                                              " * (SELECT max (id) FROM %1$s) / 100 LIMIT 1",
                                              dd_record_type_get (kind)->name,
                                              g_test_rand_int_range (0, 101));

      g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
      if (sqlite3_step (statement) == SQLITE_ROW)
        *(i < DD_N_KINDS ? &ids[kind] : &other) = sqlite3_column_int64 (statement, 0);
      sqlite3_finalize (statement);
    }
  sqlite3_close (handle);

  return other;
}

static const DdKind kinds[] = { DD_KIND_UNIT, DD_KIND_DOCUMENT, DD_KIND_MEETING, DD_KIND_DIRECTIVE,
                                DD_KIND_TASK, DD_KIND_TASK, DD_KIND_TASK_UNIT, DD_KIND_PROGRESS,
                                DD_KIND_PLAN, DD_KIND_PROCEDURE, DD_KIND_PLAN_ITEM,
                                DD_KIND_SETTING };

/* One action of one to three steps that may be refused; its number, or 0. */
static gint64
act (DdStoreFixture *f,
     guint           n)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  g_autoptr (DdChange) written = NULL;
  gint64 ids[DD_N_KINDS] = { 0, };
  gint64 other = pick (f, ids);

  for (int steps = g_test_rand_int_range (1, 4); steps > 0; steps--)
    {
      DdKind kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
      int verb = g_test_rand_int_range (0, 10);

      if (verb < 4 || ids[kind] == 0)
        ids[kind] = dd_change_insert (change, dd_sample_row (kind, n * 10 + (guint) steps, ids));
      else if (ids[kind] > 0 && verb < 7)
        {
          DdRow *row = dd_probe_fetch_row (f->store, kind, ids[kind]);
          g_autoptr (DdRow) given = dd_sample_row (kind, n * 10 + (guint) steps, ids);
          guint field = (guint) g_test_rand_int_range (0, dd_row_get_type (row)->n_fields);

          if (dd_field_is_stored (&dd_row_get_type (row)->fields[field]))
            dd_row_copy_field (row, given, field);
          dd_change_update (change, row);
        }
      else if (ids[kind] > 0 && verb < 9)
        dd_change_delete (change, kind, ids[kind]);
      else if (ids[DD_KIND_UNIT] > 0 && other > 0 && other != ids[DD_KIND_UNIT])
        dd_change_merge (change, DD_KIND_UNIT, ids[DD_KIND_UNIT], other);
    }

  written = dd_test_write (f->store, change, NULL);

  return written != NULL ? dd_change_get_action (written) : 0;
}

static void
test_any_actions (DdStoreFixture *f,
                  gconstpointer   data)
{
  const guint n_rounds = g_test_slow () ? 30 : 2;
  const guint n_actions = g_test_slow () ? 100 : 25;
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  gint64 ids[DD_N_KINDS] = { 0, };

  dd_sample_add_all (change, 0, ids);
  dd_probe_write_change (f->store, change);
  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GArray) actions = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autofree char *before = dump_values (f);

      for (guint i = 0; i < n_actions; i++)
        {
          gint64 action = act (f, round * n_actions + i);

          if (action != 0)
            g_array_append_val (actions, action);
        }
      g_assert_cmpuint (actions->len, >, n_actions / 4);

      while (actions->len > 0)
        {
          undo (f, g_array_index (actions, gint64, actions->len - 1));
          g_array_set_size (actions, actions->len - 1);
        }
      assert_values (f, before);

      /* Each round begins with a little more. */
      act (f, 5000 + round);
    }
  dd_store_close (f->store);
  dd_probe_assert_sound (f->path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up_open, function, dd_test_tear_down)
  ADD ("/store/undo/insert", test_insert);
  ADD ("/store/undo/update", test_update);
  ADD ("/store/undo/delete", test_delete);
  ADD ("/store/undo/step-by-step", test_step_by_step);
  ADD ("/store/undo/redo", test_redo);
  ADD ("/store/undo/changed-since", test_changed_since);
  ADD ("/store/undo/part-added-since", test_part_added_since);
  ADD ("/store/undo/rule-changed-since", test_rule_changed_since);
  ADD ("/store/undo/conclusion", test_conclusion);
  ADD ("/store/undo/shows-in-lists", test_shows_in_lists);
  ADD ("/store/undo/any-actions", test_any_actions);

  return g_test_run ();
}

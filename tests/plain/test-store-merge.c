/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two units that turn out to be the same become one, and can become two again. */
#include "dd-test-utils.h"

#include "dd-record-types.h"
#include "dd-sample-records.h"
#include "dd-store-probe.h"

static void
undo (DdStoreFixture *f,
      gint64          action)
{
  g_autoptr (GError) error = NULL;

  dd_test_undo (f->store, action, &error);
  g_assert_no_error (error);
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

/* The same unit under two names, both used wherever a unit can be named. */
static void
use_everywhere (DdStoreFixture *f,
                gint64          unit,
                guint           n)
{
  DdChange *change = dd_change_new ("Kiểm thử", NULL);
  gint64 ids[DD_N_KINDS] = { 0, };

  for (guint kind = DD_KIND_PERSON; kind < DD_N_KINDS; kind++)
    {
      ids[DD_KIND_UNIT] = unit;
      if (kind != DD_KIND_HISTORY)
        ids[kind] = dd_change_insert (change, dd_sample_row (kind, n, ids));
    }
  dd_probe_write_change (f->store, change);
}

static void
test_merge (DdStoreFixture *f,
            gconstpointer   data)
{
  const char * const aliases[] = { "Sở TP", "Tư pháp", NULL };
  gint64 parent = dd_test_insert (f->store, dd_test_unit ("Ủy ban nhân dân tỉnh"));
  DdRow *unit = dd_test_unit ("Sở Tư pháp");
  DdRow *same = dd_test_unit ("Sở Tư pháp tỉnh");
  gint64 into, id, child, action;
  g_autofree char *before = NULL;
  g_autofree char *learnt = NULL;
  g_autoptr (DdRow) row = NULL;
  DdChange *change = dd_change_new ("Nguyễn Văn An", "Cùng một cơ quan");

  dd_row_set_reference (unit, DD_UNIT_PARENT, parent);
  into = dd_test_insert (f->store, unit);
  dd_row_set_text (same, DD_UNIT_SHORT_NAME, "STP");
  dd_row_set_list (same, DD_UNIT_ALIASES, aliases);
  dd_row_set_reference (same, DD_UNIT_PARENT, parent);
  id = dd_test_insert (f->store, same);
  unit = dd_test_unit ("Trung tâm Trợ giúp pháp lý");
  dd_row_set_reference (unit, DD_UNIT_PARENT, id);
  child = dd_test_insert (f->store, unit);
  use_everywhere (f, id, 1);
  use_everywhere (f, into, 2);
  before = dump_values (f);

  dd_change_merge (change, DD_KIND_UNIT, id, into);
  action = dd_probe_write_change (f->store, change);
  dd_probe_assert_sound (f->path);

  /* Nothing refers to the one that is gone: the foreign keys would not have let
   * it go; and everything that did refers to the other. */
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM task WHERE lead = 2"), ==, 2);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM person WHERE unit = 2"), ==, 2);
  row = dd_probe_fetch_row (f->store, DD_KIND_UNIT, child);
  g_assert_cmpint (dd_row_get_reference (row, DD_UNIT_PARENT), ==, into);
  learnt = dd_probe_text (f->path, "SELECT aliases FROM unit WHERE id = 2");
  g_assert_cmpstr (learnt, ==, "Sở Tư pháp tỉnh\nSTP\nSở TP\nTư pháp");

  undo (f, action);
  assert_values (f, before);
  dd_probe_assert_sound (f->path);
}

/* A unit that coordinates in a task under both its names does so once. */
static void
test_merge_collapses (DdStoreFixture *f,
                      gconstpointer   data)
{
  gint64 lead = dd_test_insert (f->store, dd_test_unit ("Sở Nội vụ"));
  gint64 into = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  gint64 id = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp tỉnh"));
  gint64 ids[DD_N_KINDS] = { [DD_KIND_TASK] = 0, };
  g_autofree char *before = NULL;
  DdChange *change = dd_change_new ("Nguyễn Văn An", NULL);
  gint64 action;

  ids[DD_KIND_TASK] = dd_test_insert (f->store, dd_test_task ("Rà soát", lead, NULL));
  ids[DD_KIND_UNIT] = id;
  dd_test_insert (f->store, dd_sample_row (DD_KIND_TASK_UNIT, 1, ids));
  ids[DD_KIND_UNIT] = into;
  dd_test_insert (f->store, dd_sample_row (DD_KIND_TASK_UNIT, 2, ids));

  /* One that leads under one name and coordinates under the other. */
  ids[DD_KIND_TASK] = dd_test_insert (f->store, dd_test_task ("Công bố", id, NULL));
  dd_test_insert (f->store, dd_sample_row (DD_KIND_TASK_UNIT, 3, ids));
  ids[DD_KIND_TASK] = dd_test_insert (f->store, dd_test_task ("Cập nhật", into, NULL));
  ids[DD_KIND_UNIT] = id;
  dd_test_insert (f->store, dd_sample_row (DD_KIND_TASK_UNIT, 4, ids));
  before = dump_values (f);

  dd_change_merge (change, DD_KIND_UNIT, id, into);
  action = dd_probe_write_change (f->store, change);
  g_assert_cmpint (dd_probe_number (f->path, "SELECT count(*) FROM task_unit"), ==, 1);
  undo (f, action);
  assert_values (f, before);
  dd_probe_assert_sound (f->path);
}

/* A unit does not become its own superior. */
static void
test_merge_with_parent (DdStoreFixture *f,
                        gconstpointer   data)
{
  gint64 top = dd_test_insert (f->store, dd_test_unit ("Ủy ban nhân dân tỉnh"));
  DdRow *row = dd_test_unit ("Sở Tư pháp");
  gint64 parent, child, action;
  g_autofree char *before = NULL;
  g_autoptr (DdRow) now = NULL;
  DdChange *change = dd_change_new ("Nguyễn Văn An", NULL);

  dd_row_set_reference (row, DD_UNIT_PARENT, top);
  parent = dd_test_insert (f->store, row);
  row = dd_test_unit ("Sở Tư pháp tỉnh");
  dd_row_set_reference (row, DD_UNIT_PARENT, parent);
  child = dd_test_insert (f->store, row);
  before = dump_values (f);

  dd_change_merge (change, DD_KIND_UNIT, parent, child);
  action = dd_probe_write_change (f->store, change);
  now = dd_probe_fetch_row (f->store, DD_KIND_UNIT, child);
  g_assert_cmpint (dd_row_get_reference (now, DD_UNIT_PARENT), ==, top);
  undo (f, action);
  assert_values (f, before);

  change = dd_change_new ("Nguyễn Văn An", NULL);
  dd_change_merge (change, DD_KIND_UNIT, child, parent);
  dd_probe_write_change (f->store, change);
  dd_row_free (g_steal_pointer (&now));
  now = dd_probe_fetch_row (f->store, DD_KIND_UNIT, parent);
  g_assert_cmpint (dd_row_get_reference (now, DD_UNIT_PARENT), ==, top);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up_open, function, dd_test_tear_down)
  ADD ("/store/merge/everywhere", test_merge);
  ADD ("/store/merge/collapses", test_merge_collapses);
  ADD ("/store/merge/with-parent", test_merge_with_parent);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a task force decides for its file of records, and what follows from it. */
#include "dd-test-utils.h"

#include "dd-record-types.h"
#include "dd-store-probe.h"

static DdRow *
make_setting (const char *name,
              const char *value)
{
  DdRow *row = dd_row_new (DD_KIND_SETTING);

  dd_row_set_text (row, DD_SETTING_NAME, name);
  dd_row_set_text (row, DD_SETTING_VALUE, value);

  return row;
}

static void
assert_due (DdStoreFixture *f,
            gint64          id,
            const char     *iso)
{
  g_autoptr (DdRow) row = dd_probe_fetch_row (f->store, DD_KIND_TASK, id);
  g_autofree char *due = dd_day_to_iso (dd_row_get_day (row, DD_TASK_DUE));

  g_assert_cmpstr (due, ==, iso);
}

/* "Trước ngày 15/11" is 15/11 or 14/11, as the task force has decided; "trước
 * ngày 1/12" is 30/11 in any case. A change of the decision settles the tasks. */
static void
test_settle (DdStoreFixture *f,
             gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  DdRow *row = dd_test_task ("Rà soát", unit, "2024-11-15");
  gint64 before, first, by, setting;
  g_autofree char *lines = NULL;

  dd_row_set_choice (row, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_BEFORE);
  before = dd_test_insert (f->store, row);
  row = dd_test_task ("Công bố", unit, "2024-12-01");
  dd_row_set_choice (row, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_BEFORE);
  first = dd_test_insert (f->store, row);
  by = dd_test_insert (f->store, dd_test_task ("Cập nhật", unit, "2024-11-15"));
  assert_due (f, before, "2024-11-15");
  assert_due (f, first, "2024-11-30");
  assert_due (f, by, "2024-11-15");

  setting = dd_test_insert (f->store, make_setting (DD_SETTING_BEFORE_INCLUSIVE, "0"));
  assert_due (f, before, "2024-11-14");
  assert_due (f, first, "2024-11-30");
  assert_due (f, by, "2024-11-15");
  g_assert_false (dd_store_get_rules (f->store)->before_inclusive);
  lines = dd_probe_history (f->path, dd_probe_number (f->path, "SELECT max (action) FROM history"));
  g_assert_cmpstr (lines, ==, "changed task due: 2024-11-15 -> 2024-11-14");

  row = dd_probe_fetch_row (f->store, DD_KIND_SETTING, setting);
  dd_row_set_text (row, DD_SETTING_VALUE, "1");
  dd_probe_update (f->store, row);
  assert_due (f, before, "2024-11-15");

  row = dd_probe_fetch_row (f->store, DD_KIND_SETTING, setting);
  dd_row_set_text (row, DD_SETTING_VALUE, "0");
  dd_probe_update (f->store, row);
  dd_probe_delete (f->store, DD_KIND_SETTING, setting);
  assert_due (f, before, "2024-11-15");

  /* Nobody sets the due day by hand. */
  row = dd_probe_fetch_row (f->store, DD_KIND_TASK, before);
  dd_row_set_day (row, DD_TASK_DUE, dd_day_new (2030, 1, 1));
  g_assert_cmpint (dd_probe_update (f->store, row), ==, 0);
  assert_due (f, before, "2024-11-15");
}

/* A setting that says nothing of deadlines does not look at the tasks: with a
 * million of them that would take a while. */
static void
test_other_setting (DdStoreFixture *f,
                    gconstpointer   data)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  DdRow *row = dd_test_task ("Rà soát", unit, "2024-11-15");
  gint64 task;

  dd_row_set_choice (row, DD_TASK_DEADLINE_KIND, DD_DEADLINE_KIND_BEFORE);
  task = dd_test_insert (f->store, row);
  dd_probe_exec (f->path, "UPDATE task SET due = '2030-01-01'");

  dd_test_insert (f->store, make_setting (DD_SETTING_WARN_DAYS, "3"));
  assert_due (f, task, "2030-01-01");
  dd_test_insert (f->store, make_setting (DD_SETTING_BEFORE_INCLUSIVE, "1"));
  assert_due (f, task, "2024-11-15");
}

static gboolean
rules_are_there (gpointer data)
{
  return dd_store_get_rules (data)->warn_days == 3 &&
         !dd_calendar_is_working (dd_store_get_calendar (data), dd_day_new (2024, 8, 14));
}

/* The main thread's copies of the rules and the holidays follow. */
static void
test_rules_follow (DdStoreFixture *f,
                   gconstpointer   data)
{
  DdRow *holiday = dd_row_new (DD_KIND_HOLIDAY);

  g_assert_cmpuint (dd_store_get_rules (f->store)->warn_days, ==, 7);
  g_assert_true (dd_calendar_is_working (dd_store_get_calendar (f->store),
                                         dd_day_new (2024, 8, 14)));
  dd_test_insert (f->store, make_setting (DD_SETTING_WARN_DAYS, "3"));
  dd_row_set_day (holiday, DD_HOLIDAY_DAY, dd_day_new (2024, 8, 14));
  dd_row_set_text (holiday, DD_HOLIDAY_NAME, "Ngày hội");
  dd_row_set_choice (holiday, DD_HOLIDAY_KIND, DD_HOLIDAY_KIND_HOLIDAY);
  dd_row_set_flag (holiday, DD_HOLIDAY_IN_FORCE, TRUE);
  dd_test_insert (f->store, holiday);
  g_assert_true (dd_test_spin_until (rules_are_there, f->store, 5000));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up_open, function, dd_test_tear_down)
  ADD ("/store/rules/settle", test_settle);
  ADD ("/store/rules/other-setting", test_other_setting);
  ADD ("/store/rules/follow", test_rules_follow);

  return g_test_run ();
}

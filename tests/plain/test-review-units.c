/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who a clause is for: groups that become their members, and names that mean another unit. */
#include "dd-review-fixture.h"

#include "dd-record-types.h"

/* --- groups --------------------------------------------------------------- */

static gint64
add_member (DdStoreFixture *f,
            gint64          group,
            const char     *name,
            DdDay           from,
            DdDay           to)
{
  gint64 unit = dd_test_insert (f->store, dd_test_unit (name));
  DdRow *member = dd_row_new (DD_KIND_UNIT_MEMBER);

  dd_row_set_reference (member, DD_UNIT_MEMBER_BODY, group);
  dd_row_set_reference (member, DD_UNIT_MEMBER_UNIT, unit);
  dd_row_set_choice (member, DD_UNIT_MEMBER_ROLE, DD_MEMBER_ROLE_MEMBER);
  dd_row_set_day (member, DD_UNIT_MEMBER_VALID_FROM, from);
  dd_row_set_day (member, DD_UNIT_MEMBER_VALID_TO, to);
  dd_test_insert (f->store, member);

  return unit;
}

/* One task for each unit that belongs to the group on the day of the meeting. */
static void
test_group (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autoptr (DdReview) review = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GError) error = NULL;
  DdRow *group = dd_test_unit ("Các sở, ban, ngành");
  gint64 id;
  guint n_tasks;

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  dd_row_set_flag (group, DD_UNIT_IS_GROUP, TRUE);
  id = dd_test_insert (f->store, group);
  add_member (f, id, "Sở Y tế", DD_DAY_NONE, DD_DAY_NONE);
  add_member (f, id, "Sở Văn hóa, Thể thao và Du lịch", dd_day_new (2024, 3, 12), DD_DAY_NONE);
  add_member (f, id, "Sở Bưu chính", DD_DAY_NONE, dd_day_new (2024, 2, 29));
  add_member (f, id, "Sở Dân tộc", dd_day_new (2025, 3, 1), DD_DAY_NONE);
  review = dd_review_fixture_read_notice (f);
  rows = dd_test_select_kind (f->store, DD_KIND_UNIT_MEMBER);
  dd_review_set_members (review, rows);

  g_assert_true (dd_review_is_group (review, dd_review_get_draft (review, 2)->leads->pdata[0]));
  g_assert_false (dd_review_is_group (review, dd_review_get_draft (review, 1)->leads->pdata[0]));
  g_assert_cmpint (dd_review_get_clarity (review, 2) & DD_CLARITY_WHO, ==, 0);
  members = dd_review_list_members (review, dd_review_get_draft (review, 2)->leads->pdata[0]);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_cmpstr (((DdDraftUnit *) members->pdata[1])->name, ==,
                   "Sở Văn hóa, Thể thao và Du lịch");

  n_tasks = dd_review_count_tasks (review);
  dd_review_spread_group (review, 2, DD_REVIEW_WHOLE, 0, members);
  g_assert_cmpuint (dd_review_count_tasks (review), ==, n_tasks + 1);
  g_assert_cmpint (dd_review_get_clarity (review, 2) & DD_CLARITY_WHO, !=, 0);
  written = dd_review_fixture_store (f, review, NULL);
  tasks = dd_test_select_kind (f->store, DD_KIND_TASK);
  g_assert_cmpuint (tasks->len, ==, n_tasks + 1);

  /* Nobody is left of the group: that has to be said. */
  g_ptr_array_set_size (members, 0);
  dd_review_spread_group (review, 2, DD_REVIEW_WHOLE, 0, members);
  g_assert_cmpint (dd_draft_get_faults (dd_review_get_draft (review, 2)), ==,
                   DD_DRAFT_FAULT_NO_LEAD);
  dd_review_spread_group (review, 2, DD_REVIEW_WHOLE, 0, NULL);
  g_assert_cmpuint (dd_review_count_tasks (review), ==, n_tasks);
}

/* A group that has no units yet learns them; one undo takes all of it back. */
static void
test_learn_group (DdStoreFixture *f,
                  gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  g_autoptr (GPtrArray) units = dd_draft_units_new ();
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GError) error = NULL;
  const DdDraftUnit *group = dd_review_get_draft (review, 2)->leads->pdata[0];

  g_assert_true (dd_review_is_group (review, group));
  g_assert_false (dd_review_has_members (review, group));
  g_ptr_array_add (units, dd_draft_unit_new ("Sở Y tế", 0));
  g_ptr_array_add (units, dd_draft_unit_new ("Sở Tư pháp", 0));
  dd_review_learn_members (review, 2, group, units);
  members = dd_review_list_members (review, group);
  g_assert_cmpuint (members->len, ==, 2);
  dd_review_spread_group (review, 2, DD_REVIEW_WHOLE, 0, members);
  g_assert_cmpuint (dd_review_count_tasks (review), ==, 4);

  written = dd_review_fixture_store (f, review, NULL);
  rows = dd_test_select_kind (f->store, DD_KIND_UNIT_MEMBER);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (dd_row_get_reference (rows->pdata[0], DD_UNIT_MEMBER_BODY), !=, 0);

  /* "Sở Tư pháp" leads a clause and belongs to the group: it is one unit. */
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = dd_test_select_kind (f->store, DD_KIND_UNIT);
  for (guint i = 0, n = 0; i < rows->len; i++)
    {
      n += g_str_equal (dd_row_get_text (rows->pdata[i], DD_UNIT_NAME), "Sở Tư pháp");
      g_assert_cmpuint (n, <=, 1);
    }

  g_assert_true (dd_test_undo (f->store, dd_change_get_action (written), &error));
  g_assert_no_error (error);
  left = dd_test_select_kind (f->store, DD_KIND_UNIT_MEMBER);
  g_assert_cmpuint (left->len, ==, 0);
}

/* --- names of units ------------------------------------------------------- */

/* A name that the file knows as one unit is said to be another, in all clauses, and moves. */
static void
test_move_name (DdStoreFixture *f,
                gconstpointer   data)
{
  g_autoptr (DdReview) review = NULL;
  g_autoptr (DdRecord) unit = NULL;
  g_autoptr (DdRecord) wrong_now = NULL;
  g_autoptr (DdRecord) right_now = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GPtrArray) units = dd_draft_units_new ();
  g_autoptr (GError) error = NULL;
  DdRow *wrong = dd_test_unit ("Sở Thể thao");
  gint64 wrong_id, right_id;

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  dd_row_set_text (wrong, DD_UNIT_ALIASES, "STP\nSở TT");
  wrong_id = dd_test_insert (f->store, wrong);
  right_id = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  review = dd_review_fixture_read_text (f, "Kết luận:\n"
                                        "1. Giao STP rà soát thủ tục trước ngày 30/6/2024.\n"
                                        "2. Giao STP báo cáo kết quả trước ngày 31/7/2024.\n");
  g_assert_cmpuint (dd_review_get_n_clauses (review), ==, 2);
  g_assert_cmpint (((DdDraftUnit *) dd_review_get_draft (review, 0)->leads->pdata[0])->id, ==,
                   wrong_id);
  g_assert_cmpuint (dd_review_count_name (review, "STP"), ==, 2);

  /* Corrected in one clause, then for the whole document. */
  unit = dd_test_fetch (f->store, DD_KIND_UNIT, right_id, &error);
  g_ptr_array_add (units, dd_draft_unit_new ("Sở Tư pháp", right_id));
  dd_review_set_clause_units (review, 0, DD_REVIEW_WHOLE, TRUE, units);
  g_assert_cmpuint (dd_review_count_name (review, "STP"), ==, 1);
  dd_review_correct_unit (review, 0, "STP", dd_record_get_row (unit), TRUE);
  g_assert_cmpuint (dd_review_count_name (review, "STP"), ==, 2);
  g_assert_cmpuint (dd_review_get_unknown_units (review)->len, ==, 1);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (dd_review_units_get_id (dd_review_get_units (review),
                                             dd_review_get_draft (review, i)->leads->pdata[0]),
                     ==, right_id);

  written = dd_review_fixture_store (f, review, NULL);
  wrong_now = dd_test_fetch (f->store, DD_KIND_UNIT, wrong_id, &error);
  right_now = dd_test_fetch (f->store, DD_KIND_UNIT, right_id, &error);
  g_assert_cmpstr (dd_row_get_text (dd_record_get_row (wrong_now), DD_UNIT_ALIASES), ==, "Sở TT");
  g_assert_cmpstr (dd_row_get_text (dd_record_get_row (right_now), DD_UNIT_ALIASES), ==, "STP");

  g_assert_true (dd_test_undo (f->store, dd_change_get_action (written), &error));
}

/* Not remembered: it holds here, and nothing is learnt. */
static void
test_forget_name (DdStoreFixture *f,
                  gconstpointer   data)
{
  g_autoptr (DdReview) review = NULL;
  g_autoptr (DdRecord) unit = NULL;
  g_autoptr (DdRecord) now = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  id = dd_test_insert (f->store, dd_test_unit ("Văn phòng UBND tỉnh"));
  review = dd_review_fixture_read_notice (f);
  unit = dd_test_fetch (f->store, DD_KIND_UNIT, id, &error);
  dd_review_set_same_as (review, "Các sở, ban, ngành", dd_record_get_row (unit), FALSE);
  written = dd_review_fixture_store (f, review, NULL);
  now = dd_test_fetch (f->store, DD_KIND_UNIT, id, &error);
  g_assert_false (dd_row_is_set (dd_record_get_row (now), DD_UNIT_ALIASES));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/review-units/group", test_group);
  ADD ("/review-units/learn-group", test_learn_group);
  ADD ("/review-units/move-name", test_move_name);
  ADD ("/review-units/forget-name", test_forget_name);

  return g_test_run ();
}

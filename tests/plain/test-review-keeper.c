/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A review that is left half-way is there again, as it was. */
#include "dd-review-fixture.h"

#include "dd-record-types.h"
#include "dd-review-keeper.h"
#include "dd-review-state.h"

static void
work_on (DdReview *review)
{
  g_autoptr (GPtrArray) units = dd_draft_units_new ();
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (DdRow) row = dd_row_copy (dd_review_get_document (review));

  dd_review_fixture_add_sentence (review, "Sở Y tế đã rà soát");
  dd_review_split (review, 3, -1);
  dd_review_merge (review, 0);
  dd_review_set_officer (review, 0, DD_REVIEW_WHOLE, "Nguyễn Văn An");
  dd_review_divide (review, 0);
  dd_review_set_content (review, 0, 1, "Báo cáo \"<kết quả>\"");
  g_ptr_array_add (units, dd_draft_unit_new ("Sở Y tế", 0));
  dd_review_learn_members (review, 1, dd_review_get_draft (review, 1)->leads->pdata[0], units);
  dd_review_spread_group (review, 1, DD_REVIEW_WHOLE, 0, units);
  dd_review_set_make_tasks (review, 2, FALSE);
  dd_row_set_text (row, DD_DOCUMENT_NUMBER, "42/TB-UBND");
  dd_review_set_document (review, row);
}

/* All of it is there again, and makes the same tasks. */
static void
test_restore (DdStoreFixture *f,
              gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  g_autoptr (DdReview) again = dd_review_fixture_read_notice (f);
  g_autoptr (DdReview) damaged = dd_review_fixture_read_notice (f);
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new_parsed ("{'version': <7>}"));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *untouched = dd_review_fixture_describe (damaged);
  g_autofree char *still = NULL;

  work_on (review);
  before = dd_review_fixture_describe (review);
  state = g_variant_ref_sink (dd_review_save (review));
  g_assert_true (dd_review_restore (again, state));
  after = dd_review_fixture_describe (again);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (dd_review_count_tasks (again), ==, dd_review_count_tasks (review));
  g_assert_true (dd_review_get_changed (again));
  g_assert_null (dd_review_get_undo_label (again));
  for (guint i = 0; i < dd_review_get_n_clauses (again); i++)
    g_assert_cmpuint (dd_review_get_finding (again, i)->marks->len, ==,
                      dd_review_get_finding (review, i)->marks->len);

  /* What is no state changes nothing. */
  g_assert_false (dd_review_restore (damaged, other));
  still = dd_review_fixture_describe (damaged);
  g_assert_cmpstr (still, ==, untouched);
}

/* Places that are not in the text are refused: a view would fall over them. */
static void
test_restore_elsewhere (DdStoreFixture *f,
                        gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  g_autoptr (DdReview) other = dd_review_fixture_read_text (f, "Giao Sở Y tế báo cáo.");
  g_autoptr (GVariant) state = g_variant_ref_sink (dd_review_save (review));
  guint n = dd_review_get_n_clauses (other);

  g_assert_false (dd_review_restore (other, state));
  g_assert_cmpuint (dd_review_get_n_clauses (other), ==, n);
}

static DdReviewKept *
find_kept (DdStoreFixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DdReviewKept *kept;

  dd_review_kept_find_async (f->store, dd_test_keep_result_cb, &result);
  kept = dd_review_kept_find_finish (f->store, dd_test_await (&result), &error);
  g_assert_no_error (error);

  return kept;
}

/* What was decided outlives the program, until it is stored. */
static void
test_keeper (DdStoreFixture *f,
             gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  g_autoptr (DdReview) again = dd_review_fixture_read_notice (f);
  g_autoptr (DdReviewKeeper) keeper = dd_review_keeper_new (review, f->store);
  g_autoptr (DdReviewKept) kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *path = NULL;

  g_assert_null (find_kept (f));
  work_on (review);
  before = dd_review_fixture_describe (review);
  g_assert_true (dd_review_keeper_flush (keeper));

  kept = find_kept (f);
  g_assert_nonnull (kept);
  g_assert_cmpstr (kept->name, ==, "42/TB-UBND");
  g_assert_cmpstr (kept->file->text, ==, dd_review_fixture_notice);
  g_assert_true (dd_review_restore (again, kept->state));
  after = dd_review_fixture_describe (again);
  g_assert_cmpstr (after, ==, before);

  /* Whoever begins anew with the same text does not lose what was left of it. */
  {
    g_autoptr (DdReview) third = dd_review_fixture_read_notice (f);
    g_autoptr (DdReviewKeeper) other = dd_review_keeper_new (third, f->store);
    g_autoptr (DdReviewKept) still = NULL;

    dd_review_remove_clause (third, 0);
    g_assert_true (dd_review_keeper_flush (other));
    dd_review_keeper_discard (other, TRUE);
    still = find_kept (f);
    g_assert_nonnull (still);
    g_assert_cmpstr (still->base, ==, kept->base);
  }

  /* Damaged, it is as if there were none. */
  path = g_strconcat (kept->base, ".state", NULL);
  g_assert_true (g_file_set_contents (path, "abc", -1, NULL));
  g_assert_null (find_kept (f));
  g_assert_true (dd_review_keeper_flush (keeper));
  dd_review_keeper_discard (keeper, TRUE);
  g_assert_null (find_kept (f));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/review-keeper/restore", test_restore);
  ADD ("/review-keeper/restore-elsewhere", test_restore_elsewhere);
  ADD ("/review-keeper/keeper", test_keeper);

  return g_test_run ();
}

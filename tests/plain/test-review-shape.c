/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a secretary makes of the clauses that were found: others, and all of it undone. */
#include "dd-review-fixture.h"

#include "dd-record-types.h"
#include "dd-review-sentence.h"

#include <string.h>

static char *
cut (DdReview *review,
     DdSpan    span)
{
  return dd_review_sentence_cut (dd_review_get_conclusion (review)->file->text, span);
}

static const char *
get_text (DdReview *review,
          guint     clause,
          guint     field)
{
  return dd_row_get_text (dd_review_get_draft (review, clause)->directive, field);
}

static DdDay
get_deadline (DdReview *review,
              guint     clause)
{
  return dd_row_get_day (dd_review_get_draft (review, clause)->directive, DD_DIRECTIVE_DEADLINE);
}

/* --- clauses -------------------------------------------------------------- */

/* A sentence that was missed becomes a directive where it stands. */
static void
test_add (DdStoreFixture *f,
          gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  DdSpan touched = dd_review_fixture_find (review, "gửi dự thảo");
  DdSpan span = dd_review_snap (review, touched);
  g_autofree char *before = dd_review_fixture_describe (review);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *words = cut (review, span);
  const DdFinding *finding;
  guint n = dd_review_get_n_clauses (review);
  int clause;

  g_assert_cmpstr (words, ==, "Văn phòng UBND tỉnh đã gửi dự thảo cho TP. Hòa Lạc xem trước khi "
                              "trình.");
  g_assert_cmpint (dd_review_find_clause (review, touched.start), ==, -1);
  clause = dd_review_add_clause (review, span);
  g_assert_cmpint (clause, ==, (int) n);
  g_assert_cmpuint (dd_review_get_n_clauses (review), ==, n + 1);
  g_assert_cmpstr (get_text (review, n, DD_DIRECTIVE_QUOTE), ==, words);
  g_assert_cmpstr (get_text (review, n, DD_DIRECTIVE_LEAD), ==, "Văn phòng UBND tỉnh");
  g_assert_cmpstr (get_text (review, n, DD_DIRECTIVE_ASSIGNER), ==,
                   get_text (review, 0, DD_DIRECTIVE_ASSIGNER));
  g_assert_true (dd_review_get_draft (review, n)->make_tasks);
  g_assert_cmpint (dd_review_find_clause (review, touched.start), ==, clause);

  /* Its marks stand in the text, not in the line that was read. */
  finding = dd_review_get_finding (review, n);
  g_assert_cmpuint (finding->marks->len, >, 0);
  for (guint i = 0; i < finding->marks->len; i++)
    {
      const DdMark *mark = &g_array_index (finding->marks, DdMark, i);

      g_assert_cmpuint (mark->span.start, >=, span.start);
      g_assert_cmpuint (mark->span.end, <=, span.end);
      if (mark->kind == DD_MARK_LEAD)
        {
          g_autofree char *lead = cut (review, mark->span);

          g_assert_cmpstr (lead, ==, "Văn phòng UBND tỉnh");
        }
    }

  /* The same again is the same clause, and nothing is none. */
  g_assert_cmpint (dd_review_add_clause (review, span), ==, clause);
  span.end = span.start;
  g_assert_cmpint (dd_review_add_clause (review, span), ==, -1);

  after = dd_review_fixture_describe (review);
  g_assert_cmpstr (dd_review_get_undo_label (review), ==, "Make Directive");
  dd_review_undo (review);
  undone = dd_review_fixture_describe (review);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (dd_review_get_changed (review));
  dd_review_redo (review);
  g_clear_pointer (&undone, g_free);
  undone = dd_review_fixture_describe (review);
  g_assert_cmpstr (undone, ==, after);
}

/* Between two others, exactly as it was selected, with the number before it. */
static void
test_add_between (DdStoreFixture *f,
                  gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  DdSpan span;

  span = dd_review_get_span (review, 1);
  dd_review_remove_clause (review, 1);
  g_assert_cmpuint (dd_review_get_n_clauses (review), ==, 2);
  g_assert_cmpint (dd_review_find_clause (review, span.start), ==, -1);
  g_assert_cmpint (dd_review_add_clause (review, span), ==, 1);
  g_assert_cmpstr (get_text (review, 1, DD_DIRECTIVE_ORDINAL), ==, "2");
  g_assert_cmpstr (get_text (review, 1, DD_DIRECTIVE_LEAD), ==, "Sở Nội vụ");
  g_assert_cmpuint (get_deadline (review, 1), ==, dd_day_new (2024, 9, 30));

  span = dd_review_fixture_find (review, "kiểm tra việc");
  g_assert_cmpint (dd_review_add_clause (review, span), ==, 2);
  g_assert_cmpstr (get_text (review, 2, DD_DIRECTIVE_QUOTE), ==, "kiểm tra việc");
}

/* Two sentences that are one task. */
static void
test_merge (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GPtrArray) directives = NULL;
  g_autofree char *before = dd_review_fixture_describe (review);
  g_autofree char *undone = NULL;
  DdSpan first = dd_review_get_span (review, 0);
  DdSpan second = dd_review_get_span (review, 1);
  guint n_marks = dd_review_get_finding (review, 0)->marks->len +
                  dd_review_get_finding (review, 1)->marks->len;
  const DdDraft *draft;

  g_assert_true (dd_review_merge (review, 0));
  g_assert_cmpuint (dd_review_get_n_clauses (review), ==, 2);
  draft = dd_review_get_draft (review, 0);
  g_assert_cmpuint (dd_review_get_span (review, 0).start, ==, first.start);
  g_assert_cmpuint (dd_review_get_span (review, 0).end, ==, second.end);
  g_assert_cmpuint (dd_review_get_finding (review, 0)->marks->len, ==, n_marks);

  /* One unit leads, the other takes part; the later day holds. */
  g_assert_cmpstr (get_text (review, 0, DD_DIRECTIVE_LEAD), ==, "Sở Tư pháp");
  g_assert_nonnull (strstr (get_text (review, 0, DD_DIRECTIVE_COORDINATING),
                            "Sở Nội vụ"));
  g_assert_cmpuint (draft->leads->len, ==, 1);
  g_assert_cmpuint (get_deadline (review, 0), ==, dd_day_new (2024, 9, 30));
  g_assert_nonnull (strstr (draft->content, "30/6/2024; Giao Sở Nội vụ kiểm tra"));
  g_assert_false (dd_review_merge (review, 1));
  g_assert_cmpuint (dd_review_count_tasks (review), ==, 2);

  dd_review_undo (review);
  undone = dd_review_fixture_describe (review);
  g_assert_cmpstr (undone, ==, before);
  dd_review_redo (review);
  written = dd_review_fixture_store (f, review, NULL);
  directives = dd_test_select_kind (f->store, DD_KIND_DIRECTIVE);
  g_assert_cmpuint (directives->len, ==, 2);
  g_assert_nonnull (strstr (dd_row_get_text (directives->pdata[0], DD_DIRECTIVE_QUOTE),
                            "30/6/2024.\n2. Giao Sở Nội vụ"));
}

/* The deadline binds the part it closes; who leads, leads both. */
static void
test_split (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  guint n = dd_review_fixture_add_sentence (review, "Sở Tư pháp đã rà soát");
  guint n_clauses = dd_review_get_n_clauses (review);
  g_autofree char *before = dd_review_fixture_describe (review);
  g_autofree char *undone = NULL;

  g_assert_cmpuint (dd_review_split (review, n, -1), ==, 2);
  g_assert_cmpuint (dd_review_get_n_clauses (review), ==, n_clauses + 1);
  g_assert_cmpstr (dd_review_get_draft (review, n + 1)->content, ==,
                   "đã tổng hợp kết quả của các xã");
  g_assert_cmpstr (get_text (review, n, DD_DIRECTIVE_LEAD), ==, "Sở Tư pháp");
  g_assert_cmpstr (get_text (review, n + 1, DD_DIRECTIVE_LEAD), ==, "Sở Tư pháp");
  g_assert_cmpstr (get_text (review, n + 1, DD_DIRECTIVE_ORDINAL), ==,
                   get_text (review, n, DD_DIRECTIVE_ORDINAL));
  g_assert_cmpstr (get_text (review, n + 1, DD_DIRECTIVE_ASSIGNER), ==,
                   get_text (review, 0, DD_DIRECTIVE_ASSIGNER));
  g_assert_cmpuint (get_deadline (review, n), ==, dd_day_new (2024, 6, 30));
  g_assert_cmpuint (get_deadline (review, n + 1), ==, DD_DAY_NONE);
  g_assert_true (dd_review_get_draft (review, n + 1)->make_tasks);

  /* What cannot be cut stays, and is no step. */
  g_assert_cmpuint (dd_review_split (review, 2, -1), ==, 1);
  g_assert_cmpuint (dd_review_split (review, 2, 0), ==, 1);
  dd_review_undo (review);
  undone = dd_review_fixture_describe (review);
  g_assert_cmpstr (undone, ==, before);
}

/* "…, hoàn thành trong tháng 9" at the end binds the whole sentence. */
static void
test_split_whole (DdStoreFixture *f,
                  gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  DdSpan span = dd_review_get_span (review, 1);
  DdSpan place = dd_review_fixture_find (review, "việc thực hiện");
  guint n;

  g_assert_cmpuint (dd_review_split (review, 1, (int) place.start), ==, 2);
  g_assert_cmpuint (dd_review_get_span (review, 1).start, ==, span.start);
  g_assert_cmpuint (get_deadline (review, 1), ==, dd_day_new (2024, 9, 30));
  g_assert_cmpuint (get_deadline (review, 2), ==, dd_day_new (2024, 9, 30));
  g_assert_cmpstr (get_text (review, 2, DD_DIRECTIVE_LEAD), ==, "Sở Nội vụ");

  n = dd_review_fixture_add_sentence (review, "Sở Y tế đã rà soát");
  g_assert_cmpuint (dd_review_split (review, n, -1), ==, 2);
  g_assert_cmpstr (get_text (review, n, DD_DIRECTIVE_LEAD), ==, "Sở Y tế");
  g_assert_cmpstr (get_text (review, n + 1, DD_DIRECTIVE_LEAD), ==, "Sở Y tế");
  g_assert_cmpuint (get_deadline (review, n), ==, dd_day_new (2023, 12, 31));
  g_assert_cmpuint (get_deadline (review, n + 1), ==, dd_day_new (2023, 12, 31));
}

/* A day that the secretary said is of the whole clause. */
static void
test_split_corrected (DdStoreFixture *f,
                      gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  guint n = dd_review_fixture_add_sentence (review, "Sở Tư pháp đã rà soát");
  g_autoptr (DdRow) row = dd_row_copy (dd_review_get_draft (review, n)->directive);

  dd_row_set_day (row, DD_DIRECTIVE_DEADLINE, dd_day_new (2024, 8, 1));
  dd_review_set_directive (review, n, DD_REVIEW_WHOLE, row);
  g_assert_cmpuint (dd_review_split (review, n, -1), ==, 2);
  g_assert_cmpuint (get_deadline (review, n + 1), ==, dd_day_new (2024, 8, 1));
}

/* --- steps ---------------------------------------------------------------- */

/* Everything that can be done, then all of it back, step by step, and forth again. */
static void
test_steps (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autoptr (DdReview) review = NULL;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) both = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) units = dd_draft_units_new ();
  g_autoptr (DdRow) row = NULL;
  guint zero = 0, one = 1;

  review = dd_review_fixture_open (f);
  g_array_append_val (both, zero);
  g_array_append_val (both, one);
  g_ptr_array_add (units, dd_draft_unit_new ("Sở Xây dựng", 0));

#define KEEP() g_ptr_array_add (states, dd_review_fixture_describe (review))
  KEEP ();
  dd_review_fixture_add_sentence (review, "Sở Tư pháp đã rà soát");
  KEEP ();
  dd_review_split (review, 3, -1);
  KEEP ();
  dd_review_set_no_task (review, both, "Đã giao tại 40/TB-UBND");
  KEEP ();
  dd_review_set_make_tasks (review, 1, TRUE);
  KEEP ();
  dd_review_set_clause_units (review, 1, DD_REVIEW_WHOLE, TRUE, units);
  KEEP ();
  /* What is typed in one go is one step. */
  dd_review_set_content (review, 2, DD_REVIEW_WHOLE, "K");
  dd_review_set_content (review, 2, DD_REVIEW_WHOLE, "Kiểm");
  dd_review_set_content (review, 2, DD_REVIEW_WHOLE, "Kiểm tra");
  KEEP ();
  dd_review_set_officer (review, 2, DD_REVIEW_WHOLE, "Nguyễn Văn An");
  KEEP ();
  dd_review_divide (review, 2);
  KEEP ();
  dd_review_set_content (review, 2, 1, "Báo cáo");
  KEEP ();
  dd_review_remove_part (review, 2, 0);
  KEEP ();
  dd_review_merge (review, 1);
  KEEP ();
  row = dd_row_copy (dd_review_get_document (review));
  dd_row_set_text (row, DD_DOCUMENT_NUMBER, "42/TB-UBND");
  dd_review_set_document (review, row);
  KEEP ();
  dd_review_choose_meeting (review, DD_REVIEW_NO_MEETING, NULL);
  KEEP ();
#undef KEEP

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = states->len; i-- > 0;)
        {
          g_autofree char *state = dd_review_fixture_describe (review);

          g_assert_cmpstr (state, ==, states->pdata[i]);
          dd_review_undo (review);
        }
      g_assert_false (dd_review_get_changed (review));
      g_assert_null (dd_review_get_undo_label (review));
      for (guint i = 0; i < states->len; i++)
        {
          g_autofree char *state = dd_review_fixture_describe (review);

          g_assert_cmpstr (state, ==, states->pdata[i]);
          dd_review_redo (review);
        }
      g_assert_null (dd_review_get_redo_label (review));
    }

  /* A new step leaves what was taken back behind. */
  dd_review_undo (review);
  dd_review_remove_clause (review, 0);
  g_assert_null (dd_review_get_redo_label (review));
}

/* --- several tasks of one clause ------------------------------------------- */

static void
test_divide (DdStoreFixture *f,
             gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  g_autoptr (GPtrArray) units = dd_draft_units_new ();
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GPtrArray) directives = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdRow) row = NULL;
  g_autoptr (GError) error = NULL;
  int place;

  dd_review_divide (review, 1);
  g_assert_cmpuint (dd_review_count_tasks (review), ==, 4);
  dd_review_set_content (review, 1, 1, "");
  g_assert_false (dd_review_check (review, &place, &error));
  g_assert_cmpint (place, ==, 1);
  dd_review_set_content (review, 1, 1, "Báo cáo kết quả kiểm tra");
  g_ptr_array_add (units, dd_draft_unit_new ("Sở Y tế", 0));
  dd_review_set_clause_units (review, 1, 1, TRUE, units);
  row = dd_row_copy (dd_review_get_part (review, 1, 1)->directive);
  dd_row_set_day (row, DD_DIRECTIVE_DEADLINE, dd_day_new (2024, 10, 31));
  dd_review_set_directive (review, 1, 1, row);

  written = dd_review_fixture_store (f, review, NULL);
  tasks = dd_test_select_kind (f->store, DD_KIND_TASK);
  directives = dd_test_select_kind (f->store, DD_KIND_DIRECTIVE);
  g_assert_cmpuint (tasks->len, ==, 4);
  g_assert_cmpuint (directives->len, ==, 3);
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[2], DD_TASK_CONTENT), ==,
                   "Báo cáo kết quả kiểm tra");
  g_assert_cmpuint (dd_row_get_day (tasks->pdata[2], DD_TASK_DEADLINE), ==,
                    dd_day_new (2024, 10, 31));
  g_assert_cmpuint (dd_row_get_day (tasks->pdata[1], DD_TASK_DEADLINE), ==,
                    dd_day_new (2024, 9, 30));
  g_assert_cmpint (dd_row_get_reference (tasks->pdata[1], DD_TASK_DIRECTIVE), ==,
                   dd_row_get_reference (tasks->pdata[2], DD_TASK_DIRECTIVE));
}

/* --- gaps ----------------------------------------------------------------- */

static void
test_gaps (DdStoreFixture *f,
           gconstpointer   data)
{
  g_autoptr (DdReview) review = dd_review_fixture_open (f);
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdRow) row = dd_row_copy (dd_review_get_draft (review, 1)->directive);
  guint n_clear;

  g_assert_cmpuint (dd_review_count_gaps (review, &n_clear), ==, 3);
  dd_row_set_text (row, DD_DIRECTIVE_PRODUCT, "Báo cáo kiểm tra");
  dd_review_set_directive (review, 1, DD_REVIEW_WHOLE, row);
  dd_review_set_officer (review, 1, DD_REVIEW_WHOLE, "Nguyễn Văn An");
  g_assert_cmpuint (dd_review_count_gaps (review, &n_clear), ==, 2);
  g_assert_cmpuint (n_clear, ==, 1);

  dd_review_leave_out_gaps (review);
  g_assert_cmpuint (dd_review_count_tasks (review), ==, 1);
  g_assert_cmpuint (dd_review_count_gaps (review, &n_clear), ==, 0);
  dd_review_undo (review);

  dd_review_note_gaps (review, "Theo kế hoạch năm");
  written = dd_review_fixture_store (f, review, NULL);
  tasks = dd_test_select_kind (f->store, DD_KIND_TASK);
  g_assert_cmpuint (tasks->len, ==, 3);
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[0], DD_TASK_NOTE), ==,
                   "Not clear: result, responsibility. Created all the same: Theo kế hoạch năm");
  g_assert_false (dd_row_is_set (tasks->pdata[1], DD_TASK_NOTE));
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[1], DD_TASK_OFFICER), ==, "Nguyễn Văn An");
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[1], DD_TASK_PRODUCT), ==, "Báo cáo kiểm tra");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/review-shape/add", test_add);
  ADD ("/review-shape/add-between", test_add_between);
  ADD ("/review-shape/merge", test_merge);
  ADD ("/review-shape/split", test_split);
  ADD ("/review-shape/split-whole", test_split_whole);
  ADD ("/review-shape/split-corrected", test_split_corrected);
  ADD ("/review-shape/steps", test_steps);
  ADD ("/review-shape/divide", test_divide);
  ADD ("/review-shape/gaps", test_gaps);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a secretary makes of the clauses that were found: others, and all of it undone. */
#include "dd-test-utils.h"

#include "dd-record-types.h"
#include "dd-review-change.h"
#include "dd-review-keeper.h"
#include "dd-review-sentence.h"
#include "dd-review-state.h"
#include "dd-text-file.h"

#include <string.h>

static const char notice[] =
  "Số: 41/TB-UBND                    Hòa Lạc, ngày 18 tháng 3 năm 2024\n"
  "\n"
  "THÔNG BÁO\n"
  "Kết luận của Phó Chủ tịch UBND tỉnh Trần Văn Khánh tại Phiên họp thứ hai của Tổ công tác\n"
  "\n"
  "Ngày 12 tháng 3 năm 2024, Phó Chủ tịch UBND tỉnh Trần Văn Khánh chủ trì Phiên họp thứ hai của "
  "Tổ công tác. Phó Chủ tịch UBND tỉnh kết luận như sau:\n"
  "\n"
  "1. Giao Sở Tư pháp rà soát thủ tục hành chính nội bộ trước ngày 30/6/2024.\n"
  "2. Giao Sở Nội vụ kiểm tra việc thực hiện, hoàn thành trong tháng 9 năm 2024.\n"
  "3. Giao Các sở, ban, ngành báo cáo UBND tỉnh kết quả số hóa hồ sơ trước ngày 15/7/2024.\n"
  "4. Việc này rất cần thiết. Văn phòng UBND tỉnh đã gửi dự thảo cho TP. Hòa Lạc xem trước khi "
  "trình. Sở Tư pháp đã rà soát thủ tục nội bộ trước ngày 30/6/2024; đã tổng hợp kết quả "
  "của các xã. Sở Y tế đã rà soát thủ tục nội bộ; đã tổng hợp kết quả chung của các xã, hoàn "
  "thành trong tháng 12 năm 2023.\n";

/* --- helpers -------------------------------------------------------------- */

static DdReview *
review_text (DdStoreFixture *f,
             const char     *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DdConclusion *conclusion;

  dd_conclusion_read_async (f->store, NULL, dd_text_file_new_pasted (text, NULL), DD_DAY_NONE, NULL,
                            dd_test_keep_result_cb, &result);
  conclusion = dd_conclusion_read_finish (f->store, dd_test_await (&result), &error);
  g_assert_no_error (error);

  return dd_review_new (conclusion, NULL);
}

static DdReview *
open_review (DdStoreFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  g_assert_no_error (error);

  return review_text (f, notice);
}

static DdSpan
find_span (DdReview   *review,
           const char *words)
{
  const char *text = dd_review_get_conclusion (review)->file->text;
  const char *place = strstr (text, words);
  DdSpan span;

  g_assert_nonnull (place);
  span.start = (guint) g_utf8_strlen (text, place - text);
  span.end = span.start + (guint) g_utf8_strlen (words, -1);

  return span;
}

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

/* All that a review says, to be compared. */
static char *
describe (DdReview *review)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dd_review_get_n_clauses (review); i++)
    {
      const DdDraft *draft = dd_review_get_draft (review, i);

      g_string_append_printf (text, "%u|%s|%s|%s|%s|%u|%d|%s\n",
                              dd_review_get_span (review, i).start,
                              get_text (review, i, DD_DIRECTIVE_ORDINAL), draft->content,
                              get_text (review, i, DD_DIRECTIVE_LEAD),
                              get_text (review, i, DD_DIRECTIVE_NO_TASK_REASON),
                              get_deadline (review, i), draft->make_tasks, draft->officer);
      for (guint j = 0; draft->parts != NULL && j < draft->parts->len; j++)
        g_string_append_printf (text, "  %s\n", ((DdDraft *) draft->parts->pdata[j])->content);
    }
  g_string_append_printf (text, "%d %s %u", dd_review_get_meeting (review),
                          dd_row_get_text (dd_review_get_document (review), DD_DOCUMENT_NUMBER),
                          dd_review_get_unknown_units (review)->len);

  return g_string_free (text, FALSE);
}

static DdChange *
store_review (DdStoreFixture *f,
              DdReview       *review)
{
  g_autoptr (GError) error = NULL;
  DdReviewIds ids;
  DdChange *change = dd_review_make_change (review, "Thư ký", dd_day_new (2024, 4, 1), &ids);
  DdChange *written = dd_test_write (f->store, change, &error);

  g_assert_no_error (error);

  return written;
}

static GPtrArray *
select_kind (DdStoreFixture *f,
             DdKind          kind)
{
  g_autoptr (DdQuery) query = dd_query_new (kind);

  return dd_test_select (f->store, query);
}

/* --- sentences ------------------------------------------------------------ */

static const struct
{
  const char *text;
  const char *touched;
  const char *snapped;
} snaps[] = {
  { "Một câu. Câu thứ hai dài hơn. Ba.", "thứ hai", "Câu thứ hai dài hơn." },
  { "Một câu. Câu thứ hai dài hơn. Ba.", "câu. Câu", "Một câu. Câu thứ hai dài hơn." },
  { "Một câu. Câu hai.", " Câu hai.", "Câu hai." },
  { "Gửi cho TP. Hòa Lạc xem. Xong.", "cho", "Gửi cho TP. Hòa Lạc xem." },
  { "Theo số 41/TB-UBND ngày 1.2.2024 của UBND. Xong.", "của",
    "Theo số 41/TB-UBND ngày 1.2.2024 của UBND." },
  { "Thực hiện nghiêm./.", "nghiêm", "Thực hiện nghiêm./." },
  { "1. Rà soát thủ tục.\n2. Báo cáo.", "Rà", "Rà soát thủ tục." },
  { "a) Rà soát; báo cáo\nb) Xong", "soát", "Rà soát; báo cáo" },
  { "- Giao Sở A\n- Giao Sở B", "Sở B", "Giao Sở B" },
  /* A line that was wrapped is no end. */
  { "Giao Sở A rà soát thủ\ntục nội bộ. Hết.", "rà", "Giao Sở A rà soát thủ\ntục nội bộ." },
  { "Về thủ tục\n\nGiao Sở A rà soát", "rà", "Giao Sở A rà soát" },
  { "Giao Sở A rà soát\r\n", "A", "Giao Sở A rà soát" },
  { "", "", "" },
};

static void
test_snap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (snaps); i++)
    for (guint form = 0; form < 2; form++)
      {
        GNormalizeMode mode = form == 0 ? G_NORMALIZE_NFC : G_NORMALIZE_NFD;
        g_autofree char *text = g_utf8_normalize (snaps[i].text, -1, mode);
        g_autofree char *touched = g_utf8_normalize (snaps[i].touched, -1, mode);
        g_autofree char *expected = g_utf8_normalize (snaps[i].snapped, -1, mode);
        const char *place = strstr (text, touched);
        g_autofree char *snapped = NULL;
        DdSpan span;

        span.start = (guint) g_utf8_strlen (text, place - text);
        span.end = span.start + (guint) g_utf8_strlen (touched, -1);
        snapped = dd_review_sentence_cut (text, dd_review_sentence_snap (text, span));
        g_assert_cmpstr (snapped, ==, expected);
      }
}

static const struct
{
  const char *text;
  const char *parts;
} splits[] = {
  { "Rà soát thủ tục nội bộ; tổng hợp kết quả; báo cáo UBND tỉnh",
    "Rà soát thủ tục nội bộ;|tổng hợp kết quả;|báo cáo UBND tỉnh" },
  { "Rà soát thủ tục, đồng thời báo cáo kết quả.", "Rà soát thủ tục,|đồng thời báo cáo kết quả." },
  { "Rà soát thủ tục nội bộ. Báo cáo kết quả thực hiện.",
    "Rà soát thủ tục nội bộ.|Báo cáo kết quả thực hiện." },
  { "Rà soát thủ tục (mẫu A; mẫu B kèm theo)", "Rà soát thủ tục (mẫu A; mẫu B kèm theo)" },
  { "Rà soát thủ tục; xong", "Rà soát thủ tục; xong" },
};

static void
test_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      DdSpan all = { 0, (guint) g_utf8_strlen (splits[i].text, -1) };
      g_autoptr (GArray) parts = dd_review_sentence_split (splits[i].text, all);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < parts->len; j++)
        {
          g_autofree char *part = dd_review_sentence_cut (splits[i].text,
                                                          g_array_index (parts, DdSpan, j));

          g_string_append_printf (found, "%s%s", j > 0 ? "|" : "", part);
        }
      g_assert_cmpstr (found->str, ==, splits[i].parts);
    }
}

/* --- clauses -------------------------------------------------------------- */

/* A sentence that was missed becomes a directive where it stands. */
static void
test_add (DdStoreFixture *f,
          gconstpointer   data)
{
  g_autoptr (DdReview) review = open_review (f);
  DdSpan touched = find_span (review, "gửi dự thảo");
  DdSpan span = dd_review_snap (review, touched);
  g_autofree char *before = describe (review);
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

  after = describe (review);
  g_assert_cmpstr (dd_review_get_undo_label (review), ==, "Make Directive");
  dd_review_undo (review);
  undone = describe (review);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (dd_review_get_changed (review));
  dd_review_redo (review);
  g_clear_pointer (&undone, g_free);
  undone = describe (review);
  g_assert_cmpstr (undone, ==, after);
}

/* Between two others, exactly as it was selected, with the number before it. */
static void
test_add_between (DdStoreFixture *f,
                  gconstpointer   data)
{
  g_autoptr (DdReview) review = open_review (f);
  DdSpan span;

  span = dd_review_get_span (review, 1);
  dd_review_remove_clause (review, 1);
  g_assert_cmpuint (dd_review_get_n_clauses (review), ==, 2);
  g_assert_cmpint (dd_review_find_clause (review, span.start), ==, -1);
  g_assert_cmpint (dd_review_add_clause (review, span), ==, 1);
  g_assert_cmpstr (get_text (review, 1, DD_DIRECTIVE_ORDINAL), ==, "2");
  g_assert_cmpstr (get_text (review, 1, DD_DIRECTIVE_LEAD), ==, "Sở Nội vụ");
  g_assert_cmpuint (get_deadline (review, 1), ==, dd_day_new (2024, 9, 30));

  span = find_span (review, "kiểm tra việc");
  g_assert_cmpint (dd_review_add_clause (review, span), ==, 2);
  g_assert_cmpstr (get_text (review, 2, DD_DIRECTIVE_QUOTE), ==, "kiểm tra việc");
}

/* Two sentences that are one task. */
static void
test_merge (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autoptr (DdReview) review = open_review (f);
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GPtrArray) directives = NULL;
  g_autofree char *before = describe (review);
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
  g_assert_nonnull (strstr (get_text (review, 0, DD_DIRECTIVE_COORDINATING), "Sở Nội vụ"));
  g_assert_cmpuint (draft->leads->len, ==, 1);
  g_assert_cmpuint (get_deadline (review, 0), ==, dd_day_new (2024, 9, 30));
  g_assert_nonnull (strstr (draft->content, "30/6/2024; Giao Sở Nội vụ kiểm tra"));
  g_assert_false (dd_review_merge (review, 1));
  g_assert_cmpuint (dd_review_count_tasks (review), ==, 2);

  dd_review_undo (review);
  undone = describe (review);
  g_assert_cmpstr (undone, ==, before);
  dd_review_redo (review);
  written = store_review (f, review);
  directives = select_kind (f, DD_KIND_DIRECTIVE);
  g_assert_cmpuint (directives->len, ==, 2);
  g_assert_nonnull (strstr (dd_row_get_text (directives->pdata[0], DD_DIRECTIVE_QUOTE),
                            "30/6/2024.\n2. Giao Sở Nội vụ"));
}

/* A sentence that the reader leaves alone, since it tells of the past. */
static guint
add_sentence (DdReview   *review,
              const char *words)
{
  int clause = dd_review_add_clause (review, dd_review_snap (review, find_span (review, words)));

  g_assert_cmpint (clause, >=, 0);

  return (guint) clause;
}

/* The deadline binds the part it closes; who leads, leads both. */
static void
test_split (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autoptr (DdReview) review = open_review (f);
  guint n = add_sentence (review, "Sở Tư pháp đã rà soát");
  guint n_clauses = dd_review_get_n_clauses (review);
  g_autofree char *before = describe (review);
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
  undone = describe (review);
  g_assert_cmpstr (undone, ==, before);
}

/* "…, hoàn thành trong tháng 9" at the end binds the whole sentence. */
static void
test_split_whole (DdStoreFixture *f,
                  gconstpointer   data)
{
  g_autoptr (DdReview) review = open_review (f);
  DdSpan span = dd_review_get_span (review, 1);
  DdSpan place = find_span (review, "việc thực hiện");
  guint n;

  g_assert_cmpuint (dd_review_split (review, 1, (int) place.start), ==, 2);
  g_assert_cmpuint (dd_review_get_span (review, 1).start, ==, span.start);
  g_assert_cmpuint (get_deadline (review, 1), ==, dd_day_new (2024, 9, 30));
  g_assert_cmpuint (get_deadline (review, 2), ==, dd_day_new (2024, 9, 30));
  g_assert_cmpstr (get_text (review, 2, DD_DIRECTIVE_LEAD), ==, "Sở Nội vụ");

  n = add_sentence (review, "Sở Y tế đã rà soát");
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
  g_autoptr (DdReview) review = open_review (f);
  guint n = add_sentence (review, "Sở Tư pháp đã rà soát");
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

  review = open_review (f);
  g_array_append_val (both, zero);
  g_array_append_val (both, one);
  g_ptr_array_add (units, dd_draft_unit_new ("Sở Xây dựng", 0));

#define KEEP() g_ptr_array_add (states, describe (review))
  KEEP ();
  add_sentence (review, "Sở Tư pháp đã rà soát");
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
          g_autofree char *state = describe (review);

          g_assert_cmpstr (state, ==, states->pdata[i]);
          dd_review_undo (review);
        }
      g_assert_false (dd_review_get_changed (review));
      g_assert_null (dd_review_get_undo_label (review));
      for (guint i = 0; i < states->len; i++)
        {
          g_autofree char *state = describe (review);

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

/* --- several tasks, and groups -------------------------------------------- */

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
  review = review_text (f, notice);
  rows = select_kind (f, DD_KIND_UNIT_MEMBER);
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
  written = store_review (f, review);
  tasks = select_kind (f, DD_KIND_TASK);
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
  g_autoptr (DdReview) review = open_review (f);
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

  written = store_review (f, review);
  rows = select_kind (f, DD_KIND_UNIT_MEMBER);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (dd_row_get_reference (rows->pdata[0], DD_UNIT_MEMBER_BODY), !=, 0);

  /* "Sở Tư pháp" leads a clause and belongs to the group: it is one unit. */
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = select_kind (f, DD_KIND_UNIT);
  for (guint i = 0, n = 0; i < rows->len; i++)
    {
      n += g_str_equal (dd_row_get_text (rows->pdata[i], DD_UNIT_NAME), "Sở Tư pháp");
      g_assert_cmpuint (n, <=, 1);
    }

  g_assert_true (dd_test_undo (f->store, dd_change_get_action (written), &error));
  g_assert_no_error (error);
  left = select_kind (f, DD_KIND_UNIT_MEMBER);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_divide (DdStoreFixture *f,
             gconstpointer   data)
{
  g_autoptr (DdReview) review = open_review (f);
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

  written = store_review (f, review);
  tasks = select_kind (f, DD_KIND_TASK);
  directives = select_kind (f, DD_KIND_DIRECTIVE);
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
  g_autoptr (DdReview) review = open_review (f);
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
  written = store_review (f, review);
  tasks = select_kind (f, DD_KIND_TASK);
  g_assert_cmpuint (tasks->len, ==, 3);
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[0], DD_TASK_NOTE), ==,
                   "Not clear: result, responsibility. Created all the same: Theo kế hoạch năm");
  g_assert_false (dd_row_is_set (tasks->pdata[1], DD_TASK_NOTE));
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[1], DD_TASK_OFFICER), ==, "Nguyễn Văn An");
  g_assert_cmpstr (dd_row_get_text (tasks->pdata[1], DD_TASK_PRODUCT), ==, "Báo cáo kiểm tra");
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
  review = review_text (f, "Kết luận:\n1. Giao STP rà soát thủ tục trước ngày 30/6/2024.\n"
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

  written = store_review (f, review);
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
  review = review_text (f, notice);
  unit = dd_test_fetch (f->store, DD_KIND_UNIT, id, &error);
  dd_review_set_same_as (review, "Các sở, ban, ngành", dd_record_get_row (unit), FALSE);
  written = store_review (f, review);
  now = dd_test_fetch (f->store, DD_KIND_UNIT, id, &error);
  g_assert_false (dd_row_is_set (dd_record_get_row (now), DD_UNIT_ALIASES));
}

/* --- left half-way -------------------------------------------------------- */

static void
work_on (DdReview *review)
{
  g_autoptr (GPtrArray) units = dd_draft_units_new ();
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (DdRow) row = dd_row_copy (dd_review_get_document (review));

  add_sentence (review, "Sở Y tế đã rà soát");
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
  g_autoptr (DdReview) review = open_review (f);
  g_autoptr (DdReview) again = review_text (f, notice);
  g_autoptr (DdReview) damaged = review_text (f, notice);
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new_parsed ("{'version': <7>}"));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *untouched = describe (damaged);
  g_autofree char *still = NULL;

  work_on (review);
  before = describe (review);
  state = g_variant_ref_sink (dd_review_save (review));
  g_assert_true (dd_review_restore (again, state));
  after = describe (again);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (dd_review_count_tasks (again), ==, dd_review_count_tasks (review));
  g_assert_true (dd_review_get_changed (again));
  g_assert_null (dd_review_get_undo_label (again));
  for (guint i = 0; i < dd_review_get_n_clauses (again); i++)
    g_assert_cmpuint (dd_review_get_finding (again, i)->marks->len, ==,
                      dd_review_get_finding (review, i)->marks->len);

  /* What is no state changes nothing. */
  g_assert_false (dd_review_restore (damaged, other));
  still = describe (damaged);
  g_assert_cmpstr (still, ==, untouched);
}

/* Places that are not in the text are refused: a view would fall over them. */
static void
test_restore_elsewhere (DdStoreFixture *f,
                        gconstpointer   data)
{
  g_autoptr (DdReview) review = open_review (f);
  g_autoptr (DdReview) other = review_text (f, "Giao Sở Y tế báo cáo.");
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
  g_autoptr (DdReview) review = open_review (f);
  g_autoptr (DdReview) again = review_text (f, notice);
  g_autoptr (DdReviewKeeper) keeper = dd_review_keeper_new (review, f->store);
  g_autoptr (DdReviewKept) kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *path = NULL;

  g_assert_null (find_kept (f));
  work_on (review);
  before = describe (review);
  g_assert_true (dd_review_keeper_flush (keeper));

  kept = find_kept (f);
  g_assert_nonnull (kept);
  g_assert_cmpstr (kept->name, ==, "42/TB-UBND");
  g_assert_cmpstr (kept->file->text, ==, notice);
  g_assert_true (dd_review_restore (again, kept->state));
  after = describe (again);
  g_assert_cmpstr (after, ==, before);

  /* Whoever begins anew with the same text does not lose what was left of it. */
  {
    g_autoptr (DdReview) third = review_text (f, notice);
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

  g_test_add_func ("/review-shape/snap", test_snap);
  g_test_add_func ("/review-shape/parts", test_parts);
#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/review-shape/add", test_add);
  ADD ("/review-shape/add-between", test_add_between);
  ADD ("/review-shape/merge", test_merge);
  ADD ("/review-shape/split", test_split);
  ADD ("/review-shape/split-whole", test_split_whole);
  ADD ("/review-shape/split-corrected", test_split_corrected);
  ADD ("/review-shape/steps", test_steps);
  ADD ("/review-shape/group", test_group);
  ADD ("/review-shape/learn-group", test_learn_group);
  ADD ("/review-shape/divide", test_divide);
  ADD ("/review-shape/gaps", test_gaps);
  ADD ("/review-shape/move-name", test_move_name);
  ADD ("/review-shape/forget-name", test_forget_name);
  ADD ("/review-shape/restore", test_restore);
  ADD ("/review-shape/restore-elsewhere", test_restore_elsewhere);
  ADD ("/review-shape/keeper", test_keeper);

  return g_test_run ();
}

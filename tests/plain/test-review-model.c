/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a text to one change, without a window. */
#include "dd-review-fixture.h"

#include "dd-record-types.h"
#include "dd-text.h"

#include <string.h>

static const char notice[] =
  "ỦY BAN NHÂN DÂN\n"
  "TỈNH HÒA LẠC\n"
  "Số: 41/TB-UBND                    Hòa Lạc, ngày 18 tháng 3 năm 2024\n"
  "\n"
  "THÔNG BÁO\n"
  "Kết luận của Phó Chủ tịch UBND tỉnh Trần Văn Khánh tại Phiên họp thứ hai của Tổ công tác\n"
  "\n"
  "Ngày 12 tháng 3 năm 2024, tại trụ sở UBND tỉnh, Phó Chủ tịch UBND tỉnh Trần Văn Khánh chủ trì "
  "Phiên họp thứ hai của Tổ công tác cải cách thủ tục hành chính. Sau khi nghe báo cáo, Phó Chủ "
  "tịch UBND tỉnh kết luận như sau:\n"
  "\n"
  "1. Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Tài chính và Sở Nội vụ rà soát "
  "thủ tục hành chính nội bộ, báo cáo UBND tỉnh trước ngày 30/6/2024.\n"
  "2. Giao Sở Nội vụ và Sở Tư pháp kiểm tra việc thực hiện, hoàn thành trong tháng 9 năm 2024.\n"
  "3. Các cơ quan, đơn vị không được tham mưu ban hành thủ tục hành chính trái quy định.\n"
  "4. Giao Giám đốc Sở Tư pháp tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 15/7/2024.\n";

/* --- helpers -------------------------------------------------------------- */

static void
open_new (DdStoreFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  g_assert_no_error (error);
}

static const DdReviewUnit *
find_unknown (DdReview   *review,
              const char *name)
{
  GPtrArray *units = dd_review_get_unknown_units (review);

  for (guint i = 0; i < units->len; i++)
    if (strcmp (((const DdReviewUnit *) units->pdata[i])->name, name) == 0)
      return units->pdata[i];

  return NULL;
}

/* --- tests ---------------------------------------------------------------- */

static void
test_whole (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autoptr (DdReview) review = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdRecord) meeting = NULL;
  g_autoptr (GError) error = NULL;
  DdReviewIds ids;
  guint n_tasks;
  int place;

  open_new (f);
  review = dd_review_fixture_read_text (f, notice);
  g_assert_cmpuint (dd_review_get_n_clauses (review), ==, 4);
  g_assert_false (dd_review_get_changed (review));

  /* A name with a comma and "và" in it is one unit. */
  g_assert_nonnull (find_unknown (review, "Sở Văn hóa, Thể thao và Du lịch"));
  n_tasks = dd_review_count_tasks (review);
  g_assert_cmpuint (n_tasks, ==, 4);

  g_assert_true (dd_review_check (review, &place, &error));
  g_assert_no_error (error);
  written = dd_review_fixture_store (f, review, &ids);

  /* The button told the truth, and no clause was lost. */
  g_assert_cmpuint (ids.n_tasks, ==, n_tasks);
  g_assert_cmpuint (dd_test_count (f->store, DD_KIND_TASK), ==, n_tasks);
  g_assert_cmpuint (dd_test_count (f->store, DD_KIND_DIRECTIVE), ==, 4);
  g_assert_cmpuint (dd_test_count (f->store, DD_KIND_DOCUMENT), ==, 1);
  g_assert_cmpuint (dd_test_count (f->store, DD_KIND_MEETING), ==, 1);

  meeting = dd_test_fetch (f->store, DD_KIND_MEETING,
                           dd_change_resolve_id (written, ids.meeting), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dd_row_get_day (dd_record_get_row (meeting), DD_MEETING_DAY), ==,
                    dd_day_new (2024, 3, 12));
  g_assert_cmpint (dd_row_get_number (dd_record_get_row (meeting), DD_MEETING_N_DIRECTIVES), ==, 4);
  g_assert_cmpint (dd_row_get_number (dd_record_get_row (meeting), DD_MEETING_N_UNASSIGNED), ==, 0);

  /* One undo takes all of it back. */
  g_assert_true (dd_test_undo (f->store, dd_change_get_action (written), &error));
  g_assert_no_error (error);
  for (guint kind = 0; kind < DD_N_KINDS; kind++)
    if (kind != DD_KIND_HISTORY && kind != DD_KIND_HOLIDAY && kind != DD_KIND_SETTING)
      g_assert_cmpuint (dd_test_count (f->store, kind), ==, 0);
}

static const char *
get_reason (DdReview *review)
{
  return dd_row_get_text (dd_review_get_draft (review, 2)->directive, DD_DIRECTIVE_NO_TASK_REASON);
}

/* What needs no task says why; the secretary may see it otherwise. */
static void
test_reasons (DdStoreFixture *f,
              gconstpointer   data)
{
  g_autoptr (DdReview) review = NULL;
  g_autoptr (DdRow) row = NULL;

  open_new (f);
  review = dd_review_fixture_read_text (f, notice);
  g_assert_cmpint (dd_row_get_choice (dd_review_get_draft (review, 2)->directive,
                                      DD_DIRECTIVE_KIND), ==,
                   DD_DIRECTIVE_KIND_PROHIBITION);
  g_assert_false (dd_review_get_draft (review, 2)->make_tasks);
  g_assert_cmpstr (get_reason (review), ==,
                   "Standing prohibition");

  dd_review_set_make_tasks (review, 2, TRUE);
  g_assert_null (get_reason (review));
  g_assert_true (dd_review_get_changed (review));
  dd_review_set_make_tasks (review, 2, FALSE);
  g_assert_cmpstr (get_reason (review), ==,
                   "Standing prohibition");

  /* A reason that is only the kind follows the kind; one that was typed stays. */
  row = dd_row_copy (dd_review_get_draft (review, 2)->directive);
  dd_row_set_choice (row, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_SOFT);
  dd_review_set_directive (review, 2, DD_REVIEW_WHOLE, row);
  g_assert_cmpstr (get_reason (review), ==,
                   "Exhortation");
  dd_row_set_text (row, DD_DIRECTIVE_NO_TASK_REASON, "Đã có quy chế");
  dd_review_set_directive (review, 2, DD_REVIEW_WHOLE, row);
  dd_row_set_choice (row, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_MANDATE);
  dd_review_set_directive (review, 2, DD_REVIEW_WHOLE, row);
  g_assert_cmpstr (get_reason (review), ==,
                   "Đã có quy chế");

  /* Neither a task nor a reason: it waits in the ledger. */
  dd_review_set_make_tasks (review, 0, FALSE);
  g_assert_false (dd_row_is_set (dd_review_get_draft (review, 0)->directive,
                                 DD_DIRECTIVE_NO_TASK_REASON));
  g_assert_cmpuint (dd_review_count_tasks (review), ==, 3);
}

/* A unit that is the same as a known one is so in the whole document, and is learnt. */
static void
test_same_unit (DdStoreFixture *f,
                gconstpointer   data)
{
  g_autoptr (DdReview) review = NULL;
  g_autoptr (DdReview) next = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdRecord) unit = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) aliases = NULL;
  const DdReviewUnit *unknown;
  DdReviewIds ids;
  gint64 justice;
  guint n_units;

  open_new (f);
  justice = dd_test_insert (f->store, dd_test_unit ("Sở Tư pháp"));
  review = dd_review_fixture_read_text (f, notice);
  unknown = find_unknown (review, "Giám đốc Sở Tư pháp");
  g_assert_nonnull (unknown);
  g_assert_cmpint (unknown->near, ==, justice);
  g_assert_cmpint (unknown->same_as, ==, 0);
  g_assert_null (find_unknown (review, "Sở Tư pháp"));

  unit = dd_test_fetch (f->store, DD_KIND_UNIT, justice, &error);
  g_assert_no_error (error);
  dd_review_set_same_as (review, "Giám đốc Sở Tư pháp", dd_record_get_row (unit), TRUE);
  unknown = find_unknown (review, "Giám đốc Sở Tư pháp");
  g_assert_cmpint (unknown->same_as, ==, justice);
  g_assert_cmpuint (dd_review_count_tasks (review), ==, 4);

  n_units = dd_review_get_unknown_units (review)->len;
  written = dd_review_fixture_store (f, review, &ids);
  g_assert_cmpuint (dd_test_count (f->store, DD_KIND_UNIT), ==, n_units);
  g_clear_object (&unit);
  unit = dd_test_fetch (f->store, DD_KIND_UNIT, justice, &error);
  aliases = dd_row_get_list (dd_record_get_row (unit), DD_UNIT_ALIASES);
  g_assert_cmpuint (g_strv_length (aliases), ==, 1);
  g_assert_cmpstr (aliases[0], ==, "Giám đốc Sở Tư pháp");

  next = dd_review_fixture_read_text (f, notice);
  g_assert_cmpuint (dd_review_get_unknown_units (next)->len, ==, 0);
  g_assert_cmpuint (dd_review_get_conclusion (next)->taken_before->len, ==, 1);
}

/* A corrected unit keeps what the text calls the others. */
static void
test_correct_units (DdStoreFixture *f,
                    gconstpointer   data)
{
  g_autoptr (DdReview) review = NULL;
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;
  DdDraftUnit one = { (char *) "Sở Xây dựng", 0 };
  int place;

  open_new (f);
  review = dd_review_fixture_read_text (f, notice);
  dd_review_set_clause_units (review, 1, DD_REVIEW_WHOLE, TRUE, units);
  g_assert_false (dd_review_check (review, &place, &error));
  g_assert_error (error, DD_RECORD_ERROR, DD_RECORD_ERROR_REQUIRED);
  g_assert_cmpint (place, ==, 1);
  warning = dd_review_get_warning (review, 1);
  g_assert_cmpstr (warning, ==, error->message);

  g_ptr_array_add (units, &one);
  dd_review_set_clause_units (review, 1, DD_REVIEW_WHOLE, TRUE, units);
  g_assert_true (dd_review_check (review, &place, NULL));
  g_assert_nonnull (find_unknown (review, "Sở Xây dựng"));
  g_assert_cmpuint (dd_review_count_tasks (review), ==, 3);

  dd_review_set_content (review, 1, DD_REVIEW_WHOLE, "   ");
  g_assert_false (dd_review_check (review, &place, NULL));
}

/* The meeting that waits for its conclusion is proposed, and gets it. */
static void
test_known_meeting (DdStoreFixture *f,
                    gconstpointer   data)
{
  g_autoptr (DdReview) review = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (DdRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  DdRow *meeting = dd_row_new (DD_KIND_MEETING);
  DdReviewIds ids;
  gint64 id;

  open_new (f);
  dd_row_set_text (meeting, DD_MEETING_TITLE, "Phiên họp thứ hai");
  dd_row_set_choice (meeting, DD_MEETING_KIND, DD_MEETING_KIND_SESSION);
  dd_row_set_day (meeting, DD_MEETING_DAY, dd_day_new (2024, 3, 12));
  dd_row_set_choice (meeting, DD_MEETING_FORMAT, DD_MEETING_FORMAT_ONLINE);
  dd_row_set_choice (meeting, DD_MEETING_STATE, DD_MEETING_STATE_PLANNED);
  id = dd_test_insert (f->store, meeting);

  review = dd_review_fixture_read_text (f, notice);
  g_assert_cmpint (dd_review_get_meeting (review), ==, DD_REVIEW_KNOWN_MEETING);
  written = dd_review_fixture_store (f, review, &ids);
  g_assert_cmpint (ids.meeting, ==, id);
  g_assert_cmpuint (dd_test_count (f->store, DD_KIND_MEETING), ==, 1);
  record = dd_test_fetch (f->store, DD_KIND_MEETING, id, &error);
  g_assert_cmpint (dd_row_get_choice (dd_record_get_row (record), DD_MEETING_STATE), ==,
                   DD_MEETING_STATE_CONCLUDED);
  g_assert_cmpint (dd_row_get_reference (dd_record_get_row (record), DD_MEETING_DOCUMENT), ==,
                   dd_change_resolve_id (written, ids.document));

  /* Which one is meant has to be said. */
  dd_review_choose_meeting (review, DD_REVIEW_KNOWN_MEETING, NULL);
  {
    int place;

    g_assert_false (dd_review_check (review, &place, NULL));
    g_assert_cmpint (place, ==, DD_REVIEW_PLACE_MEETING);
  }
}

static void
test_attendance (DdStoreFixture *f,
                 gconstpointer   data)
{
  g_autoptr (DdReview) review = NULL;
  g_autoptr (DdChange) written = NULL;
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  DdDraftUnit one = { (char *) "Sở Y tế", 0 };
  DdDraftUnit again = { (char *) "SỞ Y TẾ", 0 };
  DdReviewIds ids;

  open_new (f);
  review = dd_review_fixture_read_text (f, notice);
  g_ptr_array_add (units, &one);
  g_ptr_array_add (units, &again);
  dd_review_set_attending (review, units);
  g_assert_nonnull (find_unknown (review, "Sở Y tế"));
  written = dd_review_fixture_store (f, review, &ids);
  g_assert_cmpuint (dd_test_count (f->store, DD_KIND_ATTENDANCE), ==, 1);
}

/* The same document is known again, though its bytes differ; one of another day is another. */
static void
test_taken_before (DdStoreFixture *f,
                   gconstpointer   data)
{
  g_autoptr (GString) text = g_string_new (notice);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdReview) review = NULL;
  g_autoptr (DdReview) same = NULL;
  g_autoptr (DdReview) other = NULL;
  g_autoptr (DdChange) written = NULL;
  DdReviewIds ids;

  open_new (f);
  review = dd_review_fixture_read_text (f, notice);
  g_assert_cmpuint (dd_review_get_conclusion (review)->taken_before->len, ==, 0);
  written = dd_review_fixture_store (f, review, &ids);

  g_string_replace (text, "\n", "\r\n", 0);
  same = dd_review_fixture_read (f, NULL, text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dd_review_get_conclusion (same)->taken_before->len, ==, 1);

  g_string_replace (text, "18 tháng 3", "19 tháng 3", 0);
  other = dd_review_fixture_read (f, NULL, text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dd_review_get_conclusion (other)->taken_before->len, ==, 0);
}

/* A text that directs nothing is still a document, if it is wanted. */
static void
test_nothing_found (DdStoreFixture *f,
                    gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdReview) review = NULL;
  g_autoptr (DdChange) written = NULL;
  DdReviewIds ids;

  open_new (f);
  review = dd_review_fixture_read (f, NULL, "Trời hôm nay đẹp.\n", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dd_review_get_n_clauses (review), ==, 0);
  g_assert_cmpint (dd_review_get_meeting (review), ==, DD_REVIEW_NO_MEETING);
  written = dd_review_fixture_store (f, review, &ids);
  g_assert_cmpuint (dd_test_count (f->store, DD_KIND_DOCUMENT), ==, 1);
  g_assert_cmpuint (dd_test_count (f->store, DD_KIND_MEETING), ==, 0);
}

static void
assert_places (DdReview *review)
{
  const DdConclusion *conclusion = dd_review_get_conclusion (review);
  glong length = g_utf8_strlen (conclusion->file->text, -1);

  g_assert_cmpint (g_utf8_strlen (conclusion->visible, -1), ==, length);
  for (guint i = 0; i < dd_review_get_n_clauses (review); i++)
    {
      const DdFinding *finding = dd_review_get_finding (review, i);
      gint64 start = dd_row_get_number (finding->directive, DD_DIRECTIVE_SPAN_START);
      gint64 end = dd_row_get_number (finding->directive, DD_DIRECTIVE_SPAN_END);

      g_assert_cmpint (start, <, end);
      g_assert_cmpint (end, <=, length);
      g_assert_cmpint (dd_review_find_clause (review, (guint) start), >=, 0);
      for (guint j = 0; j < finding->marks->len; j++)
        g_assert_cmpuint (g_array_index (finding->marks, DdMark, j).span.end, <=, (guint) length);
    }
}

/* Whatever form the text comes in, places are those of the text as it came. */
static void
test_forms (DdStoreFixture *f,
            gconstpointer   data)
{
  g_autofree char *decomposed = g_utf8_normalize (notice, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) windows = g_string_new (notice);
  g_autoptr (GString) hidden = g_string_new (notice);
  const char *texts[3];

  open_new (f);
  g_string_replace (windows, "\n", "\r\n", 0);
  g_string_replace (hidden, "rà soát", "\xE2\x80\xAErà \xE2\x80\x8Bsoát\xE2\x80\xAC", 0);
  texts[0] = decomposed;
  texts[1] = windows->str;
  texts[2] = hidden->str;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdReview) review = dd_review_fixture_read (f, NULL, texts[i], &error);
      int place;

      g_assert_no_error (error);
      g_assert_cmpuint (dd_review_get_n_clauses (review), ==, 4);
      assert_places (review);
      g_assert_cmpuint (dd_review_count_tasks (review), ==, 4);
      g_assert_true (dd_review_check (review, &place, &error));
      g_assert_no_error (error);
    }
}

static void
test_bad_text (DdStoreFixture *f,
               gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  open_new (f);
  g_assert_null (dd_review_fixture_read (f, NULL, " \n\t", &error));
  g_assert_error (error, DD_TEXT_ERROR, DD_TEXT_ERROR_EMPTY);
  g_clear_error (&error);

  path = g_build_filename (f->dir, "latin.txt", NULL);
  g_assert_true (g_file_set_contents (path, "K\351 ho\341ch", -1, NULL));
  g_assert_null (dd_review_fixture_read (f, path, NULL, &error));
  g_assert_error (error, DD_TEXT_ERROR, DD_TEXT_ERROR_NOT_UTF8);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "a\0b", 3, NULL));
  g_assert_null (dd_review_fixture_read (f, path, NULL, &error));
  g_assert_error (error, DD_TEXT_ERROR, DD_TEXT_ERROR_BINARY);
}

/* Who does not want to wait is answered at once, and nothing is left behind. */
static void
test_cancel (DdStoreFixture *f,
             gconstpointer   data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  open_new (f);
  dd_conclusion_read_async (f->store, NULL, dd_text_file_new_pasted (notice, NULL), DD_DAY_NONE,
                            cancellable, dd_test_keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (dd_conclusion_read_finish (f->store, dd_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
take_folder (DdStoreFixture *f,
             const char     *folder,
             guint          *n_taken)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (DdReview) review = NULL;
      g_autoptr (DdChange) written = NULL;
      DdReviewIds ids;
      guint n_tasks;
      int place;

      if (!g_str_has_suffix (name, ".txt"))
        continue;

      review = dd_review_fixture_read (f, path, NULL, &error);
      g_assert_no_error (error);
      assert_places (review);
      if (!dd_review_check (review, &place, &error))
        g_error ("%s cannot be taken as it is: %s", name, error->message);
      n_tasks = dd_review_count_tasks (review);
      written = dd_review_fixture_store (f, review, &ids);
      g_assert_cmpuint (ids.n_tasks, ==, n_tasks);
      ++*n_taken;
    }
}

/* Whole documents, one after the other into the same file: those of the project, and real
 * ones, which are no part of it, where they lie beside it or where DD_CORPUS says. */
static void
test_documents (DdStoreFixture *f,
                gconstpointer   data)
{
  const char *given = g_getenv ("DD_CORPUS");
  g_autofree char *texts = g_test_build_filename (G_TEST_DIST, "fixtures", "texts", NULL);
  g_autofree char *corpus =
    given != NULL ? g_strdup (given)
                  : g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "corpus", NULL);
  g_autofree char *seeds = g_build_filename (corpus, "seeds", NULL);
  g_autofree char *notices = g_build_filename (corpus, "notices", NULL);
  guint n_taken = 0;

  open_new (f);
  take_folder (f, texts, &n_taken);
  g_assert_cmpuint (n_taken, >, 20);
  take_folder (f, seeds, &n_taken);
  take_folder (f, notices, &n_taken);
  g_assert_cmpuint (dd_test_count (f->store, DD_KIND_DOCUMENT), ==, n_taken);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, DdStoreFixture, NULL, dd_test_set_up, function, dd_test_tear_down)
  ADD ("/review/whole", test_whole);
  ADD ("/review/reasons", test_reasons);
  ADD ("/review/same-unit", test_same_unit);
  ADD ("/review/correct-units", test_correct_units);
  ADD ("/review/known-meeting", test_known_meeting);
  ADD ("/review/attendance", test_attendance);
  ADD ("/review/taken-before", test_taken_before);
  ADD ("/review/nothing-found", test_nothing_found);
  ADD ("/review/forms", test_forms);
  ADD ("/review/bad-text", test_bad_text);
  ADD ("/review/cancel", test_cancel);
  ADD ("/review/documents", test_documents);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-review-fixture.h"

#include "dd-record-types.h"
#include "dd-text-file.h"

#include <string.h>

const char dd_review_fixture_notice[] =
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

/* From a file, or from a text that was pasted; NULL with @error if it is refused. */
DdReview *
dd_review_fixture_read (DdStoreFixture *f,
                        const char     *path,
                        const char     *text,
                        GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  DdTextFile *file = text != NULL ? dd_text_file_new_pasted (text, error) : NULL;
  DdConclusion *conclusion;

  if (text != NULL && file == NULL)
    return NULL;
  dd_conclusion_read_async (f->store, path, file, DD_DAY_NONE, NULL, dd_test_keep_result_cb,
                            &result);
  conclusion = dd_conclusion_read_finish (f->store, dd_test_await (&result), error);

  return conclusion != NULL ? dd_review_new (conclusion, NULL) : NULL;
}

DdReview *
dd_review_fixture_read_text (DdStoreFixture *f,
                             const char     *text)
{
  g_autoptr (GError) error = NULL;
  DdReview *review = dd_review_fixture_read (f, NULL, text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (review);

  return review;
}

DdReview *
dd_review_fixture_read_notice (DdStoreFixture *f)
{
  return dd_review_fixture_read_text (f, dd_review_fixture_notice);
}

/* The notice, in a new file. */
DdReview *
dd_review_fixture_open (DdStoreFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_test_open (f, DD_STORE_OPEN_CREATE, &error));
  g_assert_no_error (error);

  return dd_review_fixture_read_notice (f);
}

/* @ids may be NULL. */
DdChange *
dd_review_fixture_store (DdStoreFixture *f,
                         DdReview       *review,
                         DdReviewIds    *ids)
{
  g_autoptr (GError) error = NULL;
  DdReviewIds unused;
  DdChange *change = dd_review_make_change (review, "Thư ký", dd_day_new (2024, 4, 1),
                                            ids != NULL ? ids : &unused);
  DdChange *written = dd_test_write (f->store, change, &error);

  g_assert_no_error (error);
  g_assert_nonnull (written);

  return written;
}

DdSpan
dd_review_fixture_find (DdReview   *review,
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

/* A sentence that the reader leaves alone, since it tells of the past. */
guint
dd_review_fixture_add_sentence (DdReview   *review,
                                const char *words)
{
  DdSpan span = dd_review_snap (review, dd_review_fixture_find (review, words));
  int clause = dd_review_add_clause (review, span);

  g_assert_cmpint (clause, >=, 0);

  return (guint) clause;
}

/* All that a review says, to be compared. */
char *
dd_review_fixture_describe (DdReview *review)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dd_review_get_n_clauses (review); i++)
    {
      const DdDraft *draft = dd_review_get_draft (review, i);

      g_string_append_printf (text, "%u|%s|%s|%s|%s|%u|%d|%s\n",
                              dd_review_get_span (review, i).start,
                              dd_row_get_text (draft->directive, DD_DIRECTIVE_ORDINAL),
                              draft->content,
                              dd_row_get_text (draft->directive, DD_DIRECTIVE_LEAD),
                              dd_row_get_text (draft->directive, DD_DIRECTIVE_NO_TASK_REASON),
                              dd_row_get_day (draft->directive, DD_DIRECTIVE_DEADLINE),
                              draft->make_tasks, draft->officer);
      for (guint j = 0; draft->parts != NULL && j < draft->parts->len; j++)
        g_string_append_printf (text, "  %s\n", ((DdDraft *) draft->parts->pdata[j])->content);
    }
  g_string_append_printf (text, "%d %s %u", dd_review_get_meeting (review),
                          dd_row_get_text (dd_review_get_document (review), DD_DOCUMENT_NUMBER),
                          dd_review_get_unknown_units (review)->len);

  return g_string_free (text, FALSE);
}

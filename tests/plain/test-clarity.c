/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The five things that have to be clear before work is assigned. */
#include "dd-clarity.h"
#include "dd-directive.h"
#include "dd-recurrence.h"
#include "dd-task.h"
#include "dd-unit-name.h"

#include <string.h>

static DdDraft *
make_draft (const char *content,
            const char *leads)
{
  g_autoptr (DdRow) directive = dd_row_new (DD_KIND_DIRECTIVE);

  dd_row_set_text (directive, DD_DIRECTIVE_QUOTE, content);
  dd_row_set_choice (directive, DD_DIRECTIVE_KIND, DD_DIRECTIVE_KIND_TASK);
  dd_row_set_text (directive, DD_DIRECTIVE_LEAD, leads);

  return dd_draft_new (directive);
}

/* --- who ------------------------------------------------------------------ */

static const struct
{
  const char *leads;
  gboolean    clear;
} leads[] = {
  { "Sở Tư pháp", TRUE },
  { "Sở Văn hóa, Thể thao và Du lịch", TRUE },
  { "UBND xã Tân Lập", TRUE },
  { "Tổ công tác cải cách thủ tục hành chính", TRUE },
  { "Chủ tịch UBND huyện Hòa Lạc", TRUE },
  { "Sở Tư pháp\nSở Nội vụ", FALSE },
  { NULL, FALSE },
  { "các sở, ban, ngành", FALSE },
  { "Thủ trưởng các cơ quan, đơn vị", FALSE },
  { "UBND các huyện", FALSE },
  { "cơ quan có liên quan", FALSE },
  { "đơn vị", FALSE },
  { "Thủ trưởng cơ quan, đơn vị", FALSE },
};

static void
test_who (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      g_autoptr (DdDraft) draft = make_draft ("Rà soát thủ tục.", leads[i].leads);

      g_test_message ("%s", leads[i].leads);
      g_assert_cmpint ((dd_clarity_get (draft) & DD_CLARITY_WHO) != 0, ==, leads[i].clear);
    }
}

/* A group is clear once it is said which units it is. */
static void
test_group (void)
{
  g_autoptr (DdDraft) draft = make_draft ("Rà soát thủ tục.", "Các sở, ban, ngành");
  DdDraftUnit *group = draft->leads->pdata[0];

  group->members = dd_draft_units_new ();
  g_assert_cmpint (dd_clarity_get (draft) & DD_CLARITY_WHO, ==, 0);
  g_assert_cmpuint (dd_draft_count_tasks (draft), ==, 0);
  g_assert_cmpint (dd_draft_get_faults (draft), ==, DD_DRAFT_FAULT_NO_LEAD);
  g_ptr_array_add (group->members, dd_draft_unit_new ("Sở Tư pháp", 3));
  g_ptr_array_add (group->members, dd_draft_unit_new ("Sở Y tế", 0));
  g_ptr_array_add (group->members, dd_draft_unit_new ("SỞ Y TẾ", 0));
  g_assert_cmpint (dd_clarity_get (draft) & DD_CLARITY_WHO, ==, DD_CLARITY_WHO);
  g_assert_cmpuint (dd_draft_count_tasks (draft), ==, 2);
}

/* --- what ----------------------------------------------------------------- */

static const struct
{
  const char      *content;
  DdDirectiveKind  kind;
  gboolean         clear;
} contents[] = {
  { "Giao Sở Tư pháp rà soát thủ tục hành chính nội bộ", DD_DIRECTIVE_KIND_TASK, TRUE },
  { "RÀ SOÁT thủ tục", DD_DIRECTIVE_KIND_TASK, TRUE },
  { "Lập danh mục thủ tục", DD_DIRECTIVE_KIND_TASK, TRUE },
  { "hoàn thiện, trình UBND tỉnh", DD_DIRECTIVE_KIND_TASK, TRUE },
  { "Số hoá hồ sơ", DD_DIRECTIVE_KIND_TASK, TRUE },
  { "Thủ tục hành chính nội bộ", DD_DIRECTIVE_KIND_TASK, FALSE },
  { "Nâng cao tinh thần trách nhiệm, quyết liệt hơn nữa", DD_DIRECTIVE_KIND_TASK, FALSE },
  { "Tăng cường phối hợp, tạo chuyển biến mạnh mẽ", DD_DIRECTIVE_KIND_TASK, FALSE },
  { "Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ", DD_DIRECTIVE_KIND_TASK, FALSE },
  { "Giữ lập trường độc lập", DD_DIRECTIVE_KIND_TASK, FALSE },
  { "Tiếp tục thực hiện tốt nhiệm vụ", DD_DIRECTIVE_KIND_SOFT, FALSE },
  { "", DD_DIRECTIVE_KIND_TASK, FALSE },
};

static void
test_what (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    for (guint form = 0; form < 2; form++)
      {
        g_autofree char *content = g_utf8_normalize (contents[i].content, -1,
                                                     form == 0 ? G_NORMALIZE_NFC
                                                               : G_NORMALIZE_NFD);
        g_autoptr (DdDraft) draft = make_draft (content, "Sở Tư pháp");

        dd_row_set_choice (draft->directive, DD_DIRECTIVE_KIND, contents[i].kind);
        g_test_message ("%s", content);
        g_assert_cmpint ((dd_clarity_get (draft) & DD_CLARITY_WHAT) != 0, ==, contents[i].clear);
      }
}

/* --- when, result, responsibility ----------------------------------------- */

static void
test_others (void)
{
  g_autoptr (DdDraft) draft = make_draft ("Rà soát thủ tục.", "Sở Tư pháp");
  g_autofree char *gaps = dd_clarity_describe_gaps (dd_clarity_get (draft));

  g_assert_cmpint (dd_clarity_get (draft), ==, DD_CLARITY_WHO | DD_CLARITY_WHAT);
  g_assert_cmpstr (gaps, ==, "Not clear: when, result, responsibility");

  /* Words that name no day are no deadline; a duty by period needs none. */
  dd_row_set_text (draft->directive, DD_DIRECTIVE_DEADLINE_TEXT, "sớm");
  g_assert_cmpint (dd_clarity_get (draft) & DD_CLARITY_WHEN, ==, 0);
  dd_row_set_day (draft->directive, DD_DIRECTIVE_DEADLINE, dd_day_new (2024, 2, 29));
  g_assert_cmpint (dd_clarity_get (draft) & DD_CLARITY_WHEN, !=, 0);
  dd_row_unset (draft->directive, DD_DIRECTIVE_DEADLINE);
  dd_row_set_choice (draft->directive, DD_DIRECTIVE_RECURRENCE, DD_RECURRENCE_MONTHLY);
  g_assert_cmpint (dd_clarity_get (draft) & DD_CLARITY_WHEN, !=, 0);

  dd_row_set_text (draft->directive, DD_DIRECTIVE_PRODUCT, "Báo cáo");
  g_assert_cmpint (dd_clarity_get (draft) & DD_CLARITY_RESULT, !=, 0);

  /* An empty name is nobody. */
  dd_draft_set_officer (draft, " \t");
  g_assert_cmpint (dd_clarity_get (draft) & DD_CLARITY_RESPONSIBILITY, ==, 0);
  dd_draft_set_officer (draft, " Nguyễn Văn An ");
  g_assert_cmpint (dd_clarity_get (draft), ==, DD_CLARITY_ALL);
  g_assert_null (dd_clarity_describe_gaps (dd_clarity_get (draft)));
  dd_draft_set_officer (draft, NULL);
  dd_row_set_text (draft->directive, DD_DIRECTIVE_REPORT_TO, "Chủ tịch UBND tỉnh");
  g_assert_cmpint (dd_clarity_get (draft), ==, DD_CLARITY_ALL);

  for (guint i = 0; i < DD_N_CLARITIES; i++)
    {
      g_assert_cmpstr (dd_clarity_get_label (1 << i), !=, "");
      g_assert_cmpstr (dd_clarity_get_request (1 << i), !=, "");
    }
}

/* --- parts ---------------------------------------------------------------- */

static void
test_parts (void)
{
  g_autoptr (DdDraft) draft = make_draft ("Rà soát thủ tục.", "Sở Tư pháp\nSở Nội vụ");
  g_autoptr (DdDraft) copy = NULL;
  g_autoptr (DdRow) task = NULL;
  DdDraft *first, *second;

  g_assert_cmpuint (dd_draft_count_tasks (draft), ==, 2);
  dd_draft_divide (draft, TRUE);
  g_assert_cmpuint (draft->parts->len, ==, 2);
  g_assert_cmpuint (dd_draft_count_tasks (draft), ==, 2);
  first = draft->parts->pdata[0];
  second = draft->parts->pdata[1];
  g_assert_cmpuint (first->leads->len, ==, 1);
  g_assert_cmpstr (((DdDraftUnit *) second->leads->pdata[0])->name, ==, "Sở Nội vụ");
  g_assert_cmpint (dd_clarity_get (draft) & DD_CLARITY_WHO, !=, 0);

  /* Each part has to be clear, and each has faults of its own. */
  dd_row_set_day (first->directive, DD_DIRECTIVE_DEADLINE, dd_day_new (2024, 6, 30));
  g_assert_cmpint (dd_clarity_get (draft) & DD_CLARITY_WHEN, ==, 0);
  dd_row_set_day (second->directive, DD_DIRECTIVE_DEADLINE, dd_day_new (2024, 9, 30));
  g_assert_cmpint (dd_clarity_get (draft) & DD_CLARITY_WHEN, !=, 0);
  dd_draft_set_content (second, " ");
  g_assert_cmpint (dd_draft_get_faults (draft), ==, DD_DRAFT_FAULT_NO_CONTENT);

  copy = dd_draft_copy (draft);
  dd_draft_set_content (second, "Kiểm tra");
  dd_draft_set_officer (second, "Lê Thị Bình");
  g_assert_cmpstr (((DdDraft *) copy->parts->pdata[1])->content, ==, "");
  task = dd_draft_make_task (second, dd_day_new (2024, 3, 12));
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_OFFICER), ==, "Lê Thị Bình");
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_CONTENT), ==, "Kiểm tra");

  /* One more, and all but the second away: it is the whole. */
  dd_draft_divide (draft, FALSE);
  g_assert_cmpuint (draft->parts->len, ==, 3);
  dd_draft_remove_part (draft, 2);
  dd_draft_remove_part (draft, 0);
  g_assert_null (draft->parts);
  g_assert_cmpstr (draft->content, ==, "Kiểm tra");
  g_assert_cmpstr (dd_row_get_text (draft->directive, DD_DIRECTIVE_LEAD), ==, "Sở Nội vụ");
  g_assert_cmpuint (dd_row_get_day (draft->directive, DD_DIRECTIVE_DEADLINE), ==,
                    dd_day_new (2024, 9, 30));
  g_assert_cmpuint (dd_draft_count_tasks (draft), ==, 1);
}

static void
test_task (void)
{
  g_autoptr (DdDraft) draft = make_draft ("Rà soát thủ tục.", "Sở Tư pháp");
  g_autoptr (DdRow) task = NULL;

  dd_row_set_text (draft->directive, DD_DIRECTIVE_PRODUCT, "Báo cáo rà soát");
  dd_draft_set_note (draft, "Chưa rõ thời gian: theo kế hoạch năm");
  task = dd_draft_make_task (draft, dd_day_new (2024, 3, 12));
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_PRODUCT), ==, "Báo cáo rà soát");
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_NOTE), ==,
                   "Chưa rõ thời gian: theo kế hoạch năm");
  g_assert_false (dd_row_is_set (task, DD_TASK_OFFICER));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clarity/who", test_who);
  g_test_add_func ("/clarity/group", test_group);
  g_test_add_func ("/clarity/what", test_what);
  g_test_add_func ("/clarity/others", test_others);
  g_test_add_func ("/clarity/parts", test_parts);
  g_test_add_func ("/clarity/task", test_task);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-coverage.h"
#include "dd-directive.h"
#include "dd-document.h"
#include "dd-draft.h"
#include "dd-meeting.h"
#include "dd-target.h"
#include "dd-task.h"

#include <string.h>

static DdRow *
make_directive (const char      *quote,
                DdDirectiveKind  kind,
                const char      *leads,
                const char      *coordinating)
{
  DdRow *directive = dd_row_new (DD_KIND_DIRECTIVE);

  dd_row_set_text (directive, DD_DIRECTIVE_QUOTE, quote);
  dd_row_set_choice (directive, DD_DIRECTIVE_KIND, kind);
  dd_row_set_text (directive, DD_DIRECTIVE_LEAD, leads);
  dd_row_set_text (directive, DD_DIRECTIVE_COORDINATING, coordinating);

  return directive;
}

static const char *
get_name (GPtrArray *units,
          guint      i)
{
  g_assert_cmpuint (i, <, units->len);

  return ((const DdDraftUnit *) units->pdata[i])->name;
}

/* --- what a directive suggests -------------------------------------------- */

static const struct
{
  const char *quote;
  const char *content;
} contents[] = {
  { "Giao Sở Tư pháp rà soát thủ tục.", "Giao Sở Tư pháp rà soát thủ tục" },
  { "Rà soát thủ tục;", "Rà soát thủ tục" },
  { "Thực hiện nghiêm./.", "Thực hiện nghiêm" },
  { "Giao Sở Y tế\nhoàn thành trong tháng 12.", "Giao Sở Y tế hoàn thành trong tháng 12" },
  { "Báo cáo (theo mẫu).", "Báo cáo (theo mẫu)" },
  { "Đạt 97 %.", "Đạt 97 %" },
  { "…", "…" },
  { "./.", "" },
};

static void
test_content (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (DdRow) directive = make_directive (contents[i].quote, DD_DIRECTIVE_KIND_TASK,
                                                    "Sở Tư pháp", NULL);
      g_autoptr (DdDraft) draft = dd_draft_new (directive);

      g_assert_cmpstr (draft->content, ==, contents[i].content);
    }
}

static void
test_make_tasks (void)
{
  g_autoptr (DdRow) task = make_directive ("Rà soát", DD_DIRECTIVE_KIND_TASK, "Sở Tư pháp", NULL);
  g_autoptr (DdRow) nobody = make_directive ("Rà soát", DD_DIRECTIVE_KIND_TASK, NULL, NULL);
  g_autoptr (DdRow) soft = make_directive ("Nêu cao tinh thần", DD_DIRECTIVE_KIND_SOFT,
                                           "Sở Tư pháp", NULL);
  g_autoptr (DdRow) never = make_directive ("Không để quá hạn", DD_DIRECTIVE_KIND_PROHIBITION,
                                            "Sở Tư pháp", NULL);
  g_autoptr (DdDraft) of_task = dd_draft_new (task);
  g_autoptr (DdDraft) of_nobody = dd_draft_new (nobody);
  g_autoptr (DdDraft) of_soft = dd_draft_new (soft);
  g_autoptr (DdDraft) of_never = dd_draft_new (never);

  /* Exhortations and standing rules are no tasks; neither is what nobody is given. */
  g_assert_true (of_task->make_tasks);
  g_assert_false (of_nobody->make_tasks);
  g_assert_false (of_soft->make_tasks);
  g_assert_false (of_never->make_tasks);
}

static void
test_units (void)
{
  char *names[] = { (char *) "Sở Nội vụ", (char *) "  ", (char *) " Sở Y tế ", (char *) "Sở Nội vụ",
                    (char *) "\xc2\xa0", NULL };
  char *nobody[] = { NULL };
  g_autoptr (DdRow) directive = make_directive ("Rà soát", DD_DIRECTIVE_KIND_TASK,
                                                "Sở Tư pháp\nSở Nội vụ", "Sở Y tế\nCông an tỉnh");
  g_autoptr (DdDraft) draft = dd_draft_new (directive);
  g_auto (GStrv) leads = NULL;

  g_assert_cmpuint (draft->leads->len, ==, 2);
  g_assert_cmpstr (get_name (draft->leads, 0), ==, "Sở Tư pháp");
  g_assert_cmpstr (get_name (draft->leads, 1), ==, "Sở Nội vụ");
  g_assert_cmpuint (draft->coordinating->len, ==, 2);

  /* What is corrected is kept once, and in the directive as well. */
  dd_draft_set_units (draft, TRUE, names);
  g_assert_cmpuint (draft->leads->len, ==, 2);
  g_assert_cmpstr (get_name (draft->leads, 0), ==, "Sở Nội vụ");
  g_assert_cmpstr (get_name (draft->leads, 1), ==, "Sở Y tế");
  g_assert_cmpint (((DdDraftUnit *) draft->leads->pdata[0])->id, ==, 0);
  leads = dd_row_get_list (draft->directive, DD_DIRECTIVE_LEAD);
  g_assert_cmpuint (g_strv_length (leads), ==, 2);
  g_assert_cmpuint (draft->coordinating->len, ==, 2);

  dd_draft_set_units (draft, FALSE, nobody);
  g_assert_cmpuint (draft->coordinating->len, ==, 0);
  g_assert_false (dd_row_is_set (draft->directive, DD_DIRECTIVE_COORDINATING));

  /* The directive it came from is not touched. */
  g_assert_cmpstr (dd_row_get_text (directive, DD_DIRECTIVE_LEAD), ==, "Sở Tư pháp\nSở Nội vụ");
}

static gint64
look_up (const char *name,
         gpointer    user_data)
{
  (*(guint *) user_data)++;

  return strcmp (name, "Sở Tư pháp") == 0 ? 7 : 0;
}

static void
test_look_up (void)
{
  g_autoptr (DdRow) directive = make_directive ("Rà soát", DD_DIRECTIVE_KIND_TASK,
                                                "Sở Tư pháp\nSở Mới", "Sở Tư pháp");
  g_autoptr (DdDraft) draft = dd_draft_new (directive);
  guint n_asked = 0;

  dd_draft_look_up_units (draft, look_up, &n_asked);
  g_assert_cmpuint (n_asked, ==, 3);
  g_assert_cmpint (((DdDraftUnit *) draft->leads->pdata[0])->id, ==, 7);
  g_assert_cmpint (((DdDraftUnit *) draft->leads->pdata[1])->id, ==, 0);
  g_assert_cmpint (((DdDraftUnit *) draft->coordinating->pdata[0])->id, ==, 7);
}

static void
test_from_finding (void)
{
  g_autoptr (DdFinding) finding = dd_finding_new ();
  char *citations[] = { (char *) "766/QĐ-TTg", NULL };
  DdRow *target = dd_row_new (DD_KIND_TARGET);
  g_autoptr (DdDraft) draft = NULL;

  dd_row_set_text (finding->directive, DD_DIRECTIVE_QUOTE, "Cắt giảm ít nhất 20% thủ tục.");
  dd_row_set_real (target, DD_TARGET_VALUE, 20);
  g_ptr_array_add (finding->targets, target);
  finding->citations = g_strdupv (citations);

  /* The draft lives longer than what was found. */
  draft = dd_draft_new_from_finding (finding);
  g_clear_pointer (&finding, dd_finding_free);
  g_assert_cmpuint (draft->targets->len, ==, 1);
  g_assert_cmpfloat (dd_row_get_real (draft->targets->pdata[0], DD_TARGET_VALUE), ==, 20.0);
  g_assert_cmpstr (draft->citations[0], ==, "766/QĐ-TTg");
  g_assert_cmpstr (draft->content, ==, "Cắt giảm ít nhất 20% thủ tục");
}

static void
test_copy (void)
{
  char *others[] = { (char *) "Sở Y tế", NULL };
  g_autoptr (DdFinding) finding = dd_finding_new ();
  g_autoptr (DdDraft) draft = NULL;
  g_autoptr (DdDraft) copy = NULL;
  guint n_asked = 0;

  dd_row_set_text (finding->directive, DD_DIRECTIVE_QUOTE, "Rà soát.");
  dd_row_set_text (finding->directive, DD_DIRECTIVE_LEAD, "Sở Tư pháp");
  g_ptr_array_add (finding->targets, dd_row_new (DD_KIND_TARGET));
  draft = dd_draft_new_from_finding (finding);
  dd_draft_look_up_units (draft, look_up, &n_asked);

  /* What is corrected in the one is not in the other. */
  copy = dd_draft_copy (draft);
  dd_draft_set_units (draft, TRUE, others);
  dd_draft_set_content (draft, "Việc khác");
  draft->make_tasks = !copy->make_tasks;
  g_assert_cmpstr (get_name (copy->leads, 0), ==, "Sở Tư pháp");
  g_assert_cmpint (((DdDraftUnit *) copy->leads->pdata[0])->id, ==, 7);
  g_assert_cmpstr (dd_row_get_text (copy->directive, DD_DIRECTIVE_LEAD), ==, "Sở Tư pháp");
  g_assert_cmpstr (copy->content, ==, "Rà soát");
  g_assert_cmpuint (copy->targets->len, ==, 1);
}

/* What is no task is kept with its reason; what could be one stays open. */
static void
test_settle (void)
{
  static const struct
  {
    DdDirectiveKind  kind;
    const char      *reason;
  } kinds[] = {
    { DD_DIRECTIVE_KIND_TASK, NULL },
    { DD_DIRECTIVE_KIND_MILESTONE, NULL },
    { DD_DIRECTIVE_KIND_SOFT, "Exhortation" },
    { DD_DIRECTIVE_KIND_PROHIBITION, "Standing prohibition" },
    { DD_DIRECTIVE_KIND_MANDATE, "Standing mandate" },
    { DD_DIRECTIVE_KIND_DECISION, "Decision in principle" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (DdRow) directive = make_directive ("Rà soát", kinds[i].kind, NULL, NULL);
      g_autoptr (DdDraft) draft = dd_draft_new (directive);
      g_autoptr (DdDraft) taken = dd_draft_new (directive);

      g_assert_cmpint (dd_draft_needs_no_task (draft), ==, kinds[i].reason != NULL);
      dd_draft_settle (draft);
      g_assert_cmpstr (dd_row_get_text (draft->directive, DD_DIRECTIVE_NO_TASK_REASON), ==,
                       kinds[i].reason);

      /* Whoever makes a task of it after all needs no reason. */
      taken->make_tasks = TRUE;
      dd_draft_settle (taken);
      g_assert_false (dd_row_is_set (taken->directive, DD_DIRECTIVE_NO_TASK_REASON));
    }
}

/* --- the meeting that was concluded --------------------------------------- */

static void
test_meeting (void)
{
  g_autoptr (DdReading) reading = dd_reading_new ();
  g_autoptr (DdRow) by_file = NULL, by_subject = NULL, by_title = NULL;
  g_autoptr (GError) error = NULL;

  dd_row_set_day (reading->meeting, DD_MEETING_DAY, dd_day_new (2023, 9, 8));
  dd_row_set_text (reading->document, DD_DOCUMENT_FILE_NAME, "ket-luan.txt");
  by_file = dd_reading_make_meeting (reading);
  g_assert_cmpstr (dd_row_get_text (by_file, DD_MEETING_TITLE), ==, "ket-luan.txt");

  /* It has all that a meeting needs, and is concluded. */
  g_assert_true (dd_row_check (by_file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dd_row_get_choice (by_file, DD_MEETING_STATE), ==, DD_MEETING_STATE_CONCLUDED);

  dd_row_set_text (reading->document, DD_DOCUMENT_SUBJECT, "Kết luận\nphiên họp");
  by_subject = dd_reading_make_meeting (reading);
  g_assert_cmpstr (dd_row_get_text (by_subject, DD_MEETING_TITLE), ==, "Kết luận phiên họp");

  dd_row_set_text (reading->meeting, DD_MEETING_TITLE, "Phiên họp thứ nhất");
  by_title = dd_reading_make_meeting (reading);
  g_assert_cmpstr (dd_row_get_text (by_title, DD_MEETING_TITLE), ==, "Phiên họp thứ nhất");
}

/* A subject may be longer than a title: the document is taken all the same. */
static void
test_meeting_with_long_subject (void)
{
  g_autoptr (DdReading) reading = dd_reading_new ();
  g_autofree char *subject = g_strnfill (2000, 'x');
  g_autoptr (DdRow) meeting = NULL;
  g_autoptr (GError) error = NULL;

  dd_row_set_day (reading->meeting, DD_MEETING_DAY, dd_day_new (2023, 9, 8));
  dd_row_set_text (reading->document, DD_DOCUMENT_SUBJECT, subject);
  meeting = dd_reading_make_meeting (reading);
  g_assert_true (dd_row_check (meeting, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (dd_row_get_text (meeting, DD_MEETING_TITLE), "x…"));
}

/* --- faults --------------------------------------------------------------- */

static void
test_faults (void)
{
  g_autofree char *too_long = g_strnfill (5000, 'x');
  char *nobody[] = { (char *) " ", NULL };
  char *somebody[] = { (char *) "Sở Tư pháp", NULL };
  g_autoptr (DdRow) directive = make_directive ("Rà soát thủ tục", DD_DIRECTIVE_KIND_TASK,
                                                "Sở Tư pháp", NULL);
  g_autoptr (DdDraft) draft = dd_draft_new (directive);

  g_assert_cmpint (dd_draft_get_faults (draft), ==, DD_DRAFT_FAULT_NONE);
  g_assert_null (dd_draft_fault_get_text (DD_DRAFT_FAULT_NONE));

  dd_draft_set_content (draft, too_long);
  g_assert_cmpint (dd_draft_get_faults (draft), ==, DD_DRAFT_FAULT_TOO_LONG);
  dd_draft_set_content (draft, " \xc2\xa0\n");
  g_assert_cmpint (dd_draft_get_faults (draft), ==, DD_DRAFT_FAULT_NO_CONTENT);
  dd_draft_set_units (draft, TRUE, nobody);
  g_assert_cmpint (dd_draft_get_faults (draft), ==,
                   DD_DRAFT_FAULT_NO_CONTENT | DD_DRAFT_FAULT_NO_LEAD);

  /* One thing is asked for at a time, the most important one first. */
  g_assert_cmpstr (dd_draft_fault_get_text (dd_draft_get_faults (draft)), ==,
                   "Which unit leads? Choose one.");

  /* Where no task is to be made nothing is missing. */
  draft->make_tasks = FALSE;
  g_assert_cmpint (dd_draft_get_faults (draft), ==, DD_DRAFT_FAULT_NONE);

  draft->make_tasks = TRUE;
  dd_draft_set_units (draft, TRUE, somebody);
  dd_draft_set_content (draft, "Rà soát\r\nthủ tục");
  g_assert_cmpint (dd_draft_get_faults (draft), ==, DD_DRAFT_FAULT_NONE);
  g_assert_cmpstr (draft->content, ==, "Rà soát thủ tục");
}

/* --- tasks ---------------------------------------------------------------- */

static void
test_make_task (void)
{
  g_autoptr (DdRow) directive = make_directive ("Giao Sở Tư pháp rà soát.", DD_DIRECTIVE_KIND_TASK,
                                                "Sở Tư pháp", NULL);
  g_autoptr (DdDraft) draft = NULL;
  g_autoptr (DdRow) task = NULL;
  g_autoptr (GError) error = NULL;

  dd_row_set_day (directive, DD_DIRECTIVE_DEADLINE, dd_day_new (2023, 12, 31));
  dd_row_set_choice (directive, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_IN_MONTH);
  dd_row_set_text (directive, DD_DIRECTIVE_DEADLINE_TEXT, "trong tháng 12 năm 2023");
  dd_row_set_text (directive, DD_DIRECTIVE_REPORT_TO, "Chủ tịch UBND tỉnh");
  draft = dd_draft_new (directive);
  task = dd_draft_make_task (draft, dd_day_new (2023, 11, 16));

  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_CONTENT), ==, "Giao Sở Tư pháp rà soát");
  g_assert_cmpuint (dd_row_get_day (task, DD_TASK_DEADLINE), ==, dd_day_new (2023, 12, 31));
  g_assert_cmpint (dd_row_get_choice (task, DD_TASK_DEADLINE_KIND), ==, DD_DEADLINE_KIND_IN_MONTH);
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_DEADLINE_TEXT), ==, "trong tháng 12 năm 2023");
  g_assert_cmpuint (dd_row_get_day (task, DD_TASK_ASSIGNED), ==, dd_day_new (2023, 11, 16));
  g_assert_cmpstr (dd_row_get_text (task, DD_TASK_REPORT_TO), ==, "Chủ tịch UBND tỉnh");
  g_assert_cmpint (dd_row_get_choice (task, DD_TASK_STATE), ==, DD_TASK_STATE_ASSIGNED);

  /* With its lead, it is all that a task needs. */
  dd_row_set_reference (task, DD_TASK_LEAD, 7);
  g_assert_true (dd_row_check (task, &error));
  g_assert_no_error (error);
}

/* A directive without a deadline makes a task without one, not one without a kind. */
static void
test_make_task_without_deadline (void)
{
  g_autoptr (DdRow) directive = make_directive ("Rà soát", DD_DIRECTIVE_KIND_TASK, "Sở Tư pháp",
                                                NULL);
  g_autoptr (DdDraft) draft = dd_draft_new (directive);
  g_autoptr (DdRow) task = dd_draft_make_task (draft, dd_day_new (2023, 11, 16));

  g_assert_false (dd_row_is_set (task, DD_TASK_DEADLINE));
  g_assert_true (dd_row_is_set (task, DD_TASK_DEADLINE_KIND));
  g_assert_cmpint (dd_row_get_choice (task, DD_TASK_DEADLINE_KIND), ==, DD_DEADLINE_KIND_NONE);
}

/* --- coverage ------------------------------------------------------------- */

static const struct
{
  const char *name;
  int         n_tasks;
  int         n_done;
  const char *no_task_reason;
  gint64      superseded_by;
  DdCoverage  coverage;
} coverages[] = {
  { "new", 0, 0, NULL, 0, DD_COVERAGE_UNASSIGNED },
  { "assigned", 2, 0, NULL, 0, DD_COVERAGE_ASSIGNED },
  { "half done", 2, 1, NULL, 0, DD_COVERAGE_ASSIGNED },
  { "done", 2, 2, NULL, 0, DD_COVERAGE_DONE },
  { "needs none", 0, 0, "Đã có trong kế hoạch năm", 0, DD_COVERAGE_NOT_NEEDED },
  { "superseded", 0, 0, NULL, 9, DD_COVERAGE_SUPERSEDED },

  /* Tasks that exist say more than what was decided before. */
  { "needed none, and got one", 1, 0, "Không cần", 0, DD_COVERAGE_ASSIGNED },
  { "superseded with tasks", 1, 1, NULL, 9, DD_COVERAGE_SUPERSEDED },
};

static void
test_coverage (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (coverages); i++)
    {
      g_autoptr (DdRow) directive = dd_row_new (DD_KIND_DIRECTIVE);
      DdCoverage coverage;

      dd_row_set_number (directive, DD_DIRECTIVE_N_TASKS, coverages[i].n_tasks);
      dd_row_set_number (directive, DD_DIRECTIVE_N_DONE, coverages[i].n_done);
      dd_row_set_text (directive, DD_DIRECTIVE_NO_TASK_REASON, coverages[i].no_task_reason);
      dd_row_set_reference (directive, DD_DIRECTIVE_SUPERSEDED_BY, coverages[i].superseded_by);
      coverage = dd_directive_row_get_coverage (directive);

      g_test_message ("%s", coverages[i].name);
      g_assert_cmpint (coverage, ==, coverages[i].coverage);
      g_assert_cmpstr (dd_coverage_get_label (coverage), !=, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/content", test_content);
  g_test_add_func ("/draft/make-tasks", test_make_tasks);
  g_test_add_func ("/draft/units", test_units);
  g_test_add_func ("/draft/look-up", test_look_up);
  g_test_add_func ("/draft/from-finding", test_from_finding);
  g_test_add_func ("/draft/copy", test_copy);
  g_test_add_func ("/draft/settle", test_settle);
  g_test_add_func ("/draft/meeting", test_meeting);
  g_test_add_func ("/draft/meeting-with-long-subject", test_meeting_with_long_subject);
  g_test_add_func ("/draft/faults", test_faults);
  g_test_add_func ("/draft/make-task", test_make_task);
  g_test_add_func ("/draft/make-task-without-deadline", test_make_task_without_deadline);
  g_test_add_func ("/coverage/directives", test_coverage);

  return g_test_run ();
}

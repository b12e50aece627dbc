/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines as they are typed where a task is made: one directive each, whatever is in
 * it, and what was recognised is marked where it stands. */

#include "dd-directive.h"
#include "dd-extract.h"

#include <string.h>

typedef struct
{
  const char *line;
  const char *lead;             /* joined by " | " */
  const char *coordinating;
  const char *deadline;
  const char *marks;            /* the words that are marked, joined by " | " */
} Case;

/* Read on Friday, 10 May 2024. */
static const Case cases[] = {
  /* as in a document */
  { "Giao Sở Tư pháp chủ trì, phối hợp Sở Nội vụ rà soát 45 TTHC nội bộ, báo cáo trước 30/6",
    "Sở Tư pháp", "Sở Nội vụ", "2024-06-30",
    "Sở Tư pháp | Sở Nội vụ | 45 TTHC | trước 30/6" },
  { "Yêu cầu UBND các xã, phường công khai 100% thủ tục, xong trong tháng 6",
    "UBND các xã, phường", "", "2024-06-30",
    "UBND các xã, phường | 100% thủ tục | xong trong tháng 6" },
  { "Sở Y tế báo cáo Bộ Y tế tình hình triển khai Quyết định số 766/QĐ-TTg chậm nhất ngày 20/5",
    "Sở Y tế", "", "2024-05-20", "Sở Y tế | Bộ Y tế | 766/QĐ-TTg | chậm nhất ngày 20/5" },

  /* without "giao", by alias, in small letters */
  { "STP rà soát 45 TTHC, 30/6", "STP", "", "2024-06-30", "STP | 45 TTHC | 30/6" },
  { "stp phối hợp snv rà soát quy chế trước 15/6", "stp", "snv", "2024-06-15",
    "stp | snv | trước 15/6" },
  { "sở tài chính bố trí kinh phí, xong quý III", "sở tài chính", "", "2024-09-30",
    "sở tài chính | xong quý III" },
  { "Sở Tư pháp: rà soát thủ tục hộ tịch 30/6", "Sở Tư pháp", "", "2024-06-30",
    "Sở Tư pháp | 30/6" },

  /* who stands behind what */
  { "Rà soát TTHC nội bộ - Sở Tư pháp - 30/6", "Sở Tư pháp", "", "2024-06-30",
    "Sở Tư pháp | 30/6" },
  { "Rà soát TTHC nội bộ (Sở Tư pháp), trước 30/6", "Sở Tư pháp", "", "2024-06-30",
    "Sở Tư pháp | trước 30/6" },
  { "Số hóa hồ sơ đất đai, Sở Nông nghiệp và Môi trường chủ trì, Sở Tư pháp phối hợp, cuối năm",
    "Sở Nông nghiệp và Môi trường", "Sở Tư pháp", "2024-12-31",
    "Sở Nông nghiệp và Môi trường | Sở Tư pháp | cuối năm" },
  { "Chuẩn bị hội nghị; chủ trì: Sở Nội vụ; phối hợp: Văn phòng UBND tỉnh; thời hạn: 20/5",
    "Sở Nội vụ", "Văn phòng UBND tỉnh", "2024-05-20",
    "Sở Nội vụ | Văn phòng UBND tỉnh | 20/5" },
  { "30/6: Sở Nội vụ báo cáo biên chế", "Sở Nội vụ", "", "2024-06-30", "30/6 | Sở Nội vụ" },
  { "Trước 30/6 Sở Nội vụ báo cáo biên chế", "Sở Nội vụ", "", "2024-06-30",
    "Trước 30/6 | Sở Nội vụ" },

  /* times that are counted from the day of typing */
  { "Sở Y tế thẩm định hồ sơ +10 ngày làm việc", "Sở Y tế", "", "2024-05-24",
    "Sở Y tế | +10 ngày làm việc" },
  { "Sở Y tế thẩm định hồ sơ +2 tuần", "Sở Y tế", "", "2024-05-24", "Sở Y tế | +2 tuần" },
  { "Sở Y tế thẩm định hồ sơ trong 5 ngày làm việc", "Sở Y tế", "", "2024-05-17",
    "Sở Y tế | trong 5 ngày làm việc" },
  { "Sở Y tế thẩm định hồ sơ trong 2 tháng", "Sở Y tế", "", "2024-07-10",
    "Sở Y tế | trong 2 tháng" },
  { "Sở Y tế gửi dự thảo cuối tháng", "Sở Y tế", "", "2024-05-31", "Sở Y tế | cuối tháng" },
  { "Sở Y tế gửi dự thảo trước cuối quý", "Sở Y tế", "", "2024-06-30",
    "Sở Y tế | trước cuối quý" },
  { "Sở Y tế gửi dự thảo cuối tháng 7", "Sở Y tế", "", "2024-07-31", "Sở Y tế | cuối tháng 7" },
  { "Sở Y tế gửi dự thảo trong tuần tới", "Sở Y tế", "", "2024-05-19",
    "Sở Y tế | trong tuần tới" },
  { "Sở Y tế gửi dự thảo trước thứ Tư", "Sở Y tế", "", "2024-05-15", "Sở Y tế | trước thứ Tư" },
  { "Sở Y tế gửi dự thảo thứ 3 tuần sau", "Sở Y tế", "", "2024-05-14",
    "Sở Y tế | thứ 3 tuần sau" },
  { "Sở Y tế gửi dự thảo trong hôm nay", "Sở Y tế", "", "2024-05-10",
    "Sở Y tế | trong hôm nay" },
  { "Sở Y tế gửi dự thảo, ngày mai", "Sở Y tế", "", "2024-05-11", "Sở Y tế | ngày mai" },
  { "Sở Y tế họp giao ban hằng tuần", "Sở Y tế", "", "", "Sở Y tế | hằng tuần" },

  /* typed without marks */
  { "so tu phap ra soat 45 tthc noi bo truoc 30/6", "Sở Tư pháp", "", "2024-06-30",
    "so tu phap | 45 tthc | truoc 30/6" },
  { "giao so noi vu chu tri, phoi hop voi so tai chinh xay dung de an, xong trong thang 8",
    "Sở Nội vụ", "Sở Tài chính", "2024-08-31",
    "so noi vu | so tai chinh | xong trong thang 8" },
  { "van phong ubnd tinh tong hop bao cao bo noi vu truoc ngay 15/7", "Văn phòng UBND tỉnh", "",
    "2024-07-15", "van phong ubnd tinh | bo noi vu | truoc ngay 15/7" },
  { "so van hoa the thao va du lich kiem tra le hoi cuoi thang 7",
    "Sở Văn hóa, Thể thao và Du lịch", "", "2024-07-31",
    "so van hoa the thao va du lich | cuoi thang 7" },

  /* what is not recognised is content */
  { "Họp rút kinh nghiệm", "", "", "", "" },
  { "gọi điện cho anh Nam", "", "", "", "" },
  { "Cắt 1/3 số hồ sơ", "", "", "", "" },
  { "Sở Tư pháp", "Sở Tư pháp", "", "", "Sở Tư pháp" },
  { "30/6", "", "", "2024-06-30", "30/6" },
  { "Giao Sở", "", "", "", "" },
  { "- Giao Sở Tư pháp rà soát; Sở Nội vụ tổng hợp trước 20/5; trình trước 30/5", "Sở Tư pháp", "",
    "2024-05-30", "Sở Tư pháp | trước 30/5" },
};

static DdUnitDictionary *units;

static char *
join (const DdRow *directive,
      guint        field)
{
  g_auto (GStrv) names = dd_row_get_list (directive, field);

  return g_strjoinv (" | ", names);
}

/* The words that are marked, in the order of the line. */
static char *
join_marks (const DdFinding *finding,
            const char      *line)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < finding->marks->len; i++)
    {
      const DdMark *mark = &g_array_index (finding->marks, DdMark, i);
      g_autofree char *piece = g_utf8_substring (line, mark->span.start, mark->span.end);

      g_string_append_printf (words, "%s%s", i > 0 ? " | " : "", piece);
    }

  return g_string_free (words, FALSE);
}

static void
check (const Case *c)
{
  g_autoptr (DdFinding) finding = dd_extract_read_line (c->line, units, dd_day_new (2024, 5, 10));
  g_autofree char *lead = NULL;
  g_autofree char *coordinating = NULL;
  g_autofree char *deadline = NULL;
  g_autofree char *marks = NULL;

  g_assert_nonnull (finding);
  lead = join (finding->directive, DD_DIRECTIVE_LEAD);
  coordinating = join (finding->directive, DD_DIRECTIVE_COORDINATING);
  deadline = dd_row_field_to_code (finding->directive, DD_DIRECTIVE_DEADLINE);
  marks = join_marks (finding, c->line);
  if (strcmp (lead, c->lead) != 0 || strcmp (coordinating, c->coordinating) != 0 ||
      strcmp (deadline != NULL ? deadline : "", c->deadline) != 0 || strcmp (marks, c->marks) != 0)
    {
      g_test_message ("%s\n  lead: %s\n  coordinating: %s\n  deadline: %s\n  marks: %s", c->line,
                      lead, coordinating, deadline, marks);
      g_test_fail ();
    }
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

/* A line is read at each key: whatever is typed so far is one directive. */
static void
test_typing (void)
{
  static const char text[] =
    "Giao Sở Tư pháp chủ trì, phối hợp Sở Nội vụ rà soát 45 TTHC nội bộ, báo cáo trước 30/6/2024 "
    "(định kỳ hằng quý) theo Quyết định số 1085/QĐ-TTg";

  for (const char *end = text + 1; *end != '\0'; end++)
    {
      g_autofree char *typed = g_strndup (text, (gsize) (end - text));
      g_autofree char *decomposed = NULL;
      g_autoptr (DdFinding) finding = NULL;
      g_autoptr (DdFinding) again = NULL;

      if (!g_utf8_validate (typed, -1, NULL))
        continue;
      decomposed = g_utf8_normalize (typed, -1, G_NORMALIZE_NFD);
      finding = dd_extract_read_line (typed, units, dd_day_new (2024, 5, 10));
      again = dd_extract_read_line (decomposed, units, dd_day_new (2024, 5, 10));
      g_assert_nonnull (finding);
      g_assert_nonnull (again);
      g_assert_cmpstr (dd_row_get_text (finding->directive, DD_DIRECTIVE_LEAD), ==,
                       dd_row_get_text (again->directive, DD_DIRECTIVE_LEAD));
    }
}

static void
test_empty (void)
{
  static const char * const lines[] = { "", " ", "\n", "\xC2\xA0", "\xEF\xBB\xBF" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_null (dd_extract_read_line (lines[i], units, DD_DAY_NONE));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  units = dd_unit_dictionary_new_with_known ();
  dd_unit_dictionary_add (units, "STP", 1);
  dd_unit_dictionary_add (units, "SNV", 2);

  g_test_add_func ("/extract/line/lines", test_lines);
  g_test_add_func ("/extract/line/typing", test_typing);
  g_test_add_func ("/extract/line/empty", test_empty);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}

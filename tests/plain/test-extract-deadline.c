/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By when: deadlines as officials write them, in whole sentences, read from a
 * document of 10 May 2024 unless a case says otherwise. */

#include "dd-directive.h"
#include "dd-extract.h"

#include <string.h>

typedef struct
{
  const char *sentence;
  const char *deadline;         /* yyyy-mm-dd; "": none can be told */
  const char *kind;
  const char *reference;        /* NULL: 2024-05-10; "": unknown */
} Case;

static const Case cases[] = {
  /* "trước ngày X" keeps X and the form: whether X counts is a rule elsewhere */
  { "Sở Y tế báo cáo trước ngày 30/6/2024.", "2024-06-30", "before" },
  { "Sở Y tế báo cáo trước ngày 30-6-2024.", "2024-06-30", "before" },
  { "Sở Y tế báo cáo trước ngày 30.06.2024.", "2024-06-30", "before" },
  { "Sở Y tế báo cáo trước ngày 30 tháng 6 năm 2024.", "2024-06-30", "before" },
  { "Sở Y tế báo cáo trước 30/6.", "2024-06-30", "before" },
  { "Sở Y tế báo cáo trước ngày 05 tháng 7.", "2024-07-05", "before" },
  { "Sở Y tế báo cáo UBND tỉnh trước 17h00 ngày 20/5/2024.", "2024-05-20", "before" },
  { "Sở Y tế báo cáo UBND tỉnh trước 10 giờ 30 phút, ngày 21/5/2024.", "2024-05-21", "before" },
  { "Sở Y tế hoàn thành việc rà soát trước ngày 01/01/2025.", "2025-01-01", "before" },
  { "Sở Y tế trình dự thảo, xong trước ngày 15/8.", "2024-08-15", "before" },
  { "Sở Y tế trình dự thảo, hoàn thành trước tháng 7/2024.", "2024-07-01", "before" },
  { "Sở Y tế trình dự thảo trước cuối tháng 7/2024.", "2024-07-31", "in_month" },

  /* "chậm nhất", "không muộn hơn", "đến hết": the day counts */
  { "Sở Y tế gửi báo cáo chậm nhất là ngày 15/11/2024.", "2024-11-15", "by" },
  { "Sở Y tế gửi báo cáo chậm nhất vào ngày 31 tháng 5 năm 2024.", "2024-05-31", "by" },
  { "Sở Y tế gửi báo cáo, muộn nhất ngày 20/6/2024.", "2024-06-20", "by" },
  { "Sở Y tế gửi báo cáo không muộn hơn ngày 20/6/2024.", "2024-06-20", "by" },
  { "Sở Y tế triển khai đến hết ngày 31/12/2024.", "2024-12-31", "by" },
  { "Sở Y tế hoàn thành số hóa, xong ngày 25/5/2024.", "2024-05-25", "by" },
  { "Sở Y tế tổ chức hội nghị vào ngày 18/6/2024.", "2024-06-18", "by" },
  { "Sở Y tế nghiệm thu công trình, thời hạn hoàn thành: 30/9/2024.", "2024-09-30", "by" },
  { "Sở Y tế nghiệm thu công trình, thời hạn đến hết ngày 30/9/2024.", "2024-09-30", "by" },

  /* months: the last day, 29 February where there is one */
  { "Sở Y tế hoàn thành trong tháng 6 năm 2024.", "2024-06-30", "in_month" },
  { "Sở Y tế hoàn thành trong tháng 6/2024.", "2024-06-30", "in_month" },
  { "Sở Y tế hoàn thành trong tháng 02/2024.", "2024-02-29", "in_month" },
  { "Sở Y tế hoàn thành trong tháng 02/2025.", "2025-02-28", "in_month" },
  { "Sở Y tế trình UBND tỉnh hết tháng 11/2024.", "2024-11-30", "in_month" },
  { "Sở Y tế hoàn thành tháng 12 năm 2024.", "2024-12-31", "in_month" },
  { "Sở Y tế hoàn thành trong tháng này.", "2024-05-31", "in_month" },
  { "Sở Y tế hoàn thành trong tháng tới.", "2024-06-30", "in_month" },
  { "Sở Y tế hoàn thành trước ngày 29/02.", "2024-02-29", "before", "2023-11-20" },

  /* quarters, in Roman and Arabic figures: "quý 3-2024" is not March 2024 */
  { "Sở Y tế hoàn thành trong quý III/2024.", "2024-09-30", "in_quarter" },
  { "Sở Y tế hoàn thành trong quý III năm 2024.", "2024-09-30", "in_quarter" },
  { "Sở Y tế hoàn thành trong quý 3-2024.", "2024-09-30", "in_quarter" },
  { "Sở Y tế hoàn thành vào quý IV/năm 2024.", "2024-12-31", "in_quarter" },
  { "Sở Y tế hoàn thành trong Quý I/2025.", "2025-03-31", "in_quarter" },
  { "Sở Y tế hoàn thành trong quý III, IV/2024.", "2024-12-31", "in_quarter" },
  { "Sở Y tế hoàn thành trong quý III.", "2024-09-30", "in_quarter" },
  { "Sở Y tế hoàn thành trong quý I.", "2025-03-31", "in_quarter" },

  /* years and half-years */
  { "Sở Y tế hoàn thành trong năm 2024.", "2024-12-31", "in_year" },
  { "Sở Y tế hoàn thành trong năm nay.", "2024-12-31", "in_year" },
  { "Sở Y tế hoàn thành đến hết năm 2025.", "2025-12-31", "in_year" },
  { "Sở Y tế hoàn thành đến cuối năm 2024.", "2024-12-31", "in_year" },
  { "Sở Y tế rà soát biên chế trong 6 tháng cuối năm 2024.", "2024-12-31", "period" },
  { "Sở Y tế rà soát biên chế trong 6 tháng đầu năm 2024.", "2024-06-30", "period" },
  { "Sở Y tế rà soát biên chế trong các tháng cuối năm 2024.", "2024-12-31", "period" },

  /* from … to: the end counts */
  { "Từ nay đến hết năm 2024, Sở Y tế kiểm tra toàn bộ cơ sở.", "2024-12-31", "period" },
  { "Từ nay đến 30/6/2024, Sở Y tế kiểm tra toàn bộ cơ sở.", "2024-06-30", "period" },
  { "Sở Y tế kiểm tra từ ngày 01/6/2024 đến ngày 20/6/2024.", "2024-06-20", "period" },

  /* counted from an event: a day only if the event has one */
  { "Sở Y tế thẩm định trong vòng 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.", "", "relative" },
  { "Sở Y tế thẩm định chậm nhất 05 ngày kể từ ngày nhận hồ sơ.", "", "relative" },
  { "Sở Y tế trả lời trong thời hạn 07 ngày làm việc.", "", "relative" },
  { "Sở Y tế báo cáo sau 15 ngày kể từ ngày ban hành Thông báo này.", "2024-05-25", "relative" },
  { "Sở Y tế niêm yết chậm nhất 03 ngày làm việc kể từ ngày ký Quyết định công bố.", "",
    "relative" },
  { "Sở Y tế báo cáo trong vòng 30 ngày kể từ ngày 01/6/2024.", "2024-07-01", "relative" },
  { "Sở Y tế báo cáo trong vòng 5 ngày làm việc kể từ ngày ký.", "2024-05-17", "relative" },

  /* a week ends on Sunday; vague parts of a month have no day */
  { "Sở Y tế báo cáo trong tuần này.", "2024-05-12", "by" },
  { "Sở Y tế báo cáo trong tuần tới.", "2024-05-19", "by" },
  { "Sở Y tế trình dự thảo vào đầu tháng 7/2024.", "", "relative" },
  { "Sở Y tế trình dự thảo vào cuối tháng 7/2024.", "2024-07-31", "in_month" },

  /* urgency is no day */
  { "Sở Y tế khẩn trương, kịp thời xử lý trong thời gian tới.", "", "none" },
  { "Sở Y tế báo cáo ngay khi có kết quả.", "", "none" },

  /* the year that is left out: that of the document, or the next one if the
   * day would lie more than a month back */
  { "Sở Y tế báo cáo trước ngày 15/4.", "2024-04-15", "before" },
  { "Sở Y tế báo cáo trước ngày 15/3.", "2025-03-15", "before" },
  { "Sở Y tế báo cáo trước ngày 10/01.", "2024-01-10", "before", "2023-12-20" },
  { "Sở Y tế hoàn thành trong tháng 11 tới.", "2024-11-30", "in_month" },
  { "Sở Y tế hoàn thành trong tháng 3.", "2025-03-31", "in_month" },
  { "Sở Y tế báo cáo trước ngày 25.", "2024-05-25", "before" },
  { "Sở Y tế báo cáo trước ngày 05.", "2024-06-05", "before" },
  /* nobody knows the year: the form is kept, and no day is made up */
  { "Sở Y tế báo cáo trước ngày 15/4.", "", "before", "" },
  { "Sở Y tế báo cáo trước ngày 15/4/2024.", "2024-04-15", "before", "" },

  /* a new deadline, the old one in parentheses */
  { "Sở Y tế hoàn thành trước ngày 30/9/2024 (thời hạn cũ: ngày 31/3/2024).", "2024-09-30",
    "before" },
  /* two deadlines: the last one closes the sentence */
  { "Sở Y tế gửi Sở Tư pháp thẩm định trước ngày 15/5/2024, trình UBND tỉnh trước ngày 30/5/2024.",
    "2024-05-30", "before" },

  /* what an order is for has a time of its own */
  { "Để hoàn thành chỉ tiêu giao trong năm 2024, Sở Y tế rà soát nhân lực.", "", "none" },
  { "Nhằm chuẩn bị kỳ họp cuối năm 2024, yêu cầu Sở Y tế báo cáo trước ngày 20/6/2024.",
    "2024-06-20", "before" },

  /* what happens if */
  { "Sở Y tế chịu trách nhiệm nếu để tồn đọng hồ sơ đến hết tháng 8.", "", "none" },

  /* dates that are no deadlines */
  { "Sở Y tế thực hiện Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ.", "",
    "none" },
  { "Sở Y tế rà soát các hồ sơ tiếp nhận từ ngày 01/01/2024.", "", "none" },
  { "Sở Y tế thống kê số liệu tính đến ngày 30/4/2024.", "", "none" },
  { "Sở Y tế triển khai Kế hoạch giai đoạn 2021 - 2025.", "", "none" },
  { "Sở Y tế xây dựng chiến lược y tế dự phòng đến năm 2030, tầm nhìn đến năm 2045.", "", "none" },
  { "Sở Y tế tổng hợp kết quả chấm điểm Chỉ số cải cách hành chính năm 2023.", "", "none" },
  { "Sở Y tế bảo đảm dịch vụ công trực tuyến mức độ 3, 4.", "", "none" },
  { "Sở Y tế hoàn thành hồ sơ trước khi trình Hội đồng nhân dân tỉnh.", "", "none" },
  { "Sở Y tế tham mưu nội dung phiên họp thường kỳ tháng 6 năm 2024.", "", "none" },
  { "Sở Y tế rút ngắn thời gian giải quyết từ 10 ngày xuống còn 5 ngày.", "", "none" },
};

static DdUnitDictionary *units;

static void
check (const Case *c)
{
  const char *iso = c->reference != NULL ? c->reference : "2024-05-10";
  g_autoptr (DdReading) reading = dd_extract_read (c->sentence, units, dd_day_from_iso (iso));
  const DdRow *directive;
  g_autofree char *deadline = NULL;
  g_autofree char *kind = NULL;

  if (reading->findings->len != 1)
    g_error ("%u directives in: %s", reading->findings->len, c->sentence);
  directive = ((const DdFinding *) g_ptr_array_index (reading->findings, 0))->directive;
  deadline = dd_row_field_to_code (directive, DD_DIRECTIVE_DEADLINE);
  kind = dd_row_field_to_code (directive, DD_DIRECTIVE_DEADLINE_KIND);
  if (g_strcmp0 (deadline, *c->deadline != '\0' ? c->deadline : NULL) != 0 ||
      strcmp (kind, c->kind) != 0)
    g_error ("%s\n  %s, %s (%s)", c->sentence, deadline, kind,
             dd_row_get_text (directive, DD_DIRECTIVE_DEADLINE_TEXT));
}

static void
test_deadlines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  units = dd_unit_dictionary_new_with_known ();

  g_test_add_func ("/extract/deadline", test_deadlines);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}

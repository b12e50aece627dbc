/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often: recurrences as officials write them, in whole sentences. */

#include "dd-choices.h"
#include "dd-directive.h"
#include "dd-extract.h"

typedef struct
{
  const char   *sentence;
  DdRecurrence  recurrence;
  guint         day;            /* 0: not told */
  const char   *kind;           /* of the deadline */
} Case;

static const Case cases[] = {
  { "Sở Nội vụ báo cáo định kỳ hằng tháng.", DD_RECURRENCE_MONTHLY, 0, "none" },
  { "Sở Nội vụ báo cáo hàng tháng.", DD_RECURRENCE_MONTHLY, 0, "none" },
  { "Hằng tháng, Sở Nội vụ tổng hợp, báo cáo UBND tỉnh.", DD_RECURRENCE_MONTHLY, 0, "none" },
  { "Định kỳ hằng quý, Sở Nội vụ sơ kết.", DD_RECURRENCE_QUARTERLY, 0, "none" },
  { "Sở Nội vụ hàng quý đánh giá kết quả.", DD_RECURRENCE_QUARTERLY, 0, "none" },
  { "Sở Nội vụ xây dựng kế hoạch kiểm tra hằng năm.", DD_RECURRENCE_YEARLY, 0, "none" },
  { "Hàng năm, Sở Nội vụ công bố Chỉ số cải cách hành chính.", DD_RECURRENCE_YEARLY, 0, "none" },
  { "Sở Nội vụ giao ban hằng tuần với các đơn vị.", DD_RECURRENCE_WEEKLY, 0, "none" },
  { "Sở Nội vụ mỗi tuần báo cáo một lần.", DD_RECURRENCE_WEEKLY, 0, "none" },
  { "Mỗi quý, Sở Nội vụ tổ chức ít nhất 01 cuộc đối thoại.", DD_RECURRENCE_QUARTERLY, 0, "none" },
  { "Sở Nội vụ mỗi tháng kiểm tra ít nhất 02 xã.", DD_RECURRENCE_MONTHLY, 0, "none" },
  { "Sở Nội vụ báo cáo định kỳ 6 tháng.", DD_RECURRENCE_HALF_YEARLY, 0, "none" },
  { "Sở Nội vụ định kỳ 6 tháng một lần kiểm tra công vụ.", DD_RECURRENCE_HALF_YEARLY, 0, "none" },
  { "Sở Nội vụ kiểm tra 06 tháng/lần.", DD_RECURRENCE_HALF_YEARLY, 0, "none" },
  { "Sở Nội vụ định kỳ quý, năm báo cáo kết quả.", DD_RECURRENCE_QUARTERLY, 0, "none" },
  { "Sở Nội vụ báo cáo định kỳ hằng tháng, quý, 6 tháng và năm.", DD_RECURRENCE_MONTHLY, 0,
    "none" },
  { "Sở Nội vụ khảo sát mức độ hài lòng mỗi năm 1 lần.", DD_RECURRENCE_YEARLY, 0, "none" },
  { "Sở Nội vụ 6 tháng, năm tổng hợp kết quả kiểm tra.", DD_RECURRENCE_HALF_YEARLY, 0, "none" },
  { "Sở Nội vụ tổng hợp kết quả kiểm tra 6 tháng, năm 2024.", DD_RECURRENCE_NONE, 0, "none" },
  /* a date in parentheses is that of another period */
  { "Sở Nội vụ báo cáo định kỳ quý (trước ngày 10 của tháng cuối quý) và năm (trước ngày 05/12).",
    DD_RECURRENCE_QUARTERLY, 10, "recurring" },
  { "Định kỳ 3 tháng, Sở Nội vụ rà soát danh mục.", DD_RECURRENCE_QUARTERLY, 0, "none" },

  /* with the day of the month */
  { "Sở Nội vụ báo cáo trước ngày 20 hằng tháng.", DD_RECURRENCE_MONTHLY, 20, "recurring" },
  { "Sở Nội vụ báo cáo trước ngày 05 hàng tháng.", DD_RECURRENCE_MONTHLY, 5, "recurring" },
  { "Sở Nội vụ công khai kết quả vào ngày 10 hằng tháng.", DD_RECURRENCE_MONTHLY, 10, "recurring" },
  { "Sở Nội vụ báo cáo chậm nhất ngày 25 hằng tháng.", DD_RECURRENCE_MONTHLY, 25, "recurring" },
  { "Định kỳ trước ngày 18 hằng tháng, Sở Nội vụ gửi báo cáo.", DD_RECURRENCE_MONTHLY, 18,
    "recurring" },
  { "Sở Nội vụ gửi báo cáo tháng trước ngày 15 của tháng.", DD_RECURRENCE_MONTHLY, 15,
    "recurring" },
  { "Sở Nội vụ nhập dữ liệu từ ngày 1 đến ngày 5 hằng tháng.", DD_RECURRENCE_MONTHLY, 5,
    "recurring" },
  { "Hằng tháng, trước ngày 22, Sở Nội vụ tổng hợp kết quả.", DD_RECURRENCE_MONTHLY, 22,
    "recurring" },
  { "Hằng tháng, Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 25.", DD_RECURRENCE_MONTHLY, 25,
    "recurring" },
  { "Sở Nội vụ báo cáo kết quả hằng tháng (trước ngày 20).", DD_RECURRENCE_MONTHLY, 20,
    "recurring" },
  /* two reports a month: the last one is the day */
  { "Sở Nội vụ báo cáo trước ngày 05 và ngày 20 hằng tháng.", DD_RECURRENCE_MONTHLY, 20,
    "recurring" },

  /* of the last month of a quarter */
  { "Sở Nội vụ báo cáo trước ngày 15 của tháng cuối quý.", DD_RECURRENCE_QUARTERLY, 15,
    "recurring" },
  { "Sở Nội vụ báo cáo trước ngày 20 tháng cuối quý.", DD_RECURRENCE_QUARTERLY, 20, "recurring" },
  { "Sở Nội vụ báo cáo định kỳ hằng quý (trước ngày 12 của tháng cuối quý).",
    DD_RECURRENCE_QUARTERLY, 12, "recurring" },
  { "Sở Nội vụ báo cáo trước ngày 05 tháng cuối cùng của mỗi quý.", DD_RECURRENCE_QUARTERLY, 5,
    "recurring" },
  { "Sở Nội vụ gửi báo cáo chậm nhất là ngày 20 của tháng cuối kỳ báo cáo.",
    DD_RECURRENCE_QUARTERLY, 20, "recurring" },
  { "Hằng quý, trước ngày 10 của tháng cuối quý, Sở Nội vụ chốt số liệu.", DD_RECURRENCE_QUARTERLY,
    10, "recurring" },

  /* of a month of the year: only December is the last month of its period */
  { "Sở Nội vụ báo cáo trước ngày 15/12 hằng năm.", DD_RECURRENCE_YEARLY, 15, "recurring" },
  { "Sở Nội vụ báo cáo trước ngày 20 tháng 12 hàng năm.", DD_RECURRENCE_YEARLY, 20, "recurring" },
  { "Sở Nội vụ báo cáo trước ngày 15/9 hằng năm.", DD_RECURRENCE_YEARLY, 15, "recurring" },
  { "Sở Nội vụ ban hành kế hoạch trong tháng 01 hằng năm.", DD_RECURRENCE_YEARLY, 0, "recurring" },
  { "Hằng năm, Sở Nội vụ tổng kết, báo cáo UBND tỉnh trước ngày 10/12.", DD_RECURRENCE_YEARLY, 10,
    "recurring" },

  /* of the week */
  { "Sở Nội vụ báo cáo vào thứ Sáu hằng tuần.", DD_RECURRENCE_WEEKLY, 5, "recurring" },
  { "Sở Nội vụ báo cáo trước 16 giờ thứ Năm hằng tuần.", DD_RECURRENCE_WEEKLY, 4, "recurring" },
  { "Sở Nội vụ họp giao ban chiều thứ 2 hàng tuần.", DD_RECURRENCE_WEEKLY, 1, "recurring" },
  { "Hằng tuần, Sở Nội vụ gửi báo cáo nhanh trước 10 giờ thứ Sáu.", DD_RECURRENCE_WEEKLY, 5,
    "recurring" },

  /* nothing that recurs */
  { "Sở Nội vụ thường xuyên cập nhật dữ liệu.", DD_RECURRENCE_NONE, 0, "none" },
  { "Sở Nội vụ kiểm tra định kỳ, đột xuất.", DD_RECURRENCE_NONE, 0, "none" },
  { "Sở Nội vụ báo cáo kết quả 6 tháng đầu năm trước ngày 10/6/2024.", DD_RECURRENCE_NONE, 0,
    "before" },
  { "Sở Nội vụ báo cáo trước ngày 15 tháng 6.", DD_RECURRENCE_NONE, 0, "before" },
  { "Sở Nội vụ rà soát từng vị trí việc làm.", DD_RECURRENCE_NONE, 0, "none" },
};

static DdUnitDictionary *units;

static void
check (const Case *c)
{
  g_autoptr (DdReading) reading = dd_extract_read (c->sentence, units, dd_day_new (2024, 5, 10));
  const DdRow *directive;
  g_autofree char *kind = NULL;
  gint64 day = 0;

  if (reading->findings->len != 1)
    g_error ("%u directives in: %s", reading->findings->len, c->sentence);
  directive = ((const DdFinding *) g_ptr_array_index (reading->findings, 0))->directive;
  kind = dd_row_field_to_code (directive, DD_DIRECTIVE_DEADLINE_KIND);
  if (dd_row_is_set (directive, DD_DIRECTIVE_RECURRENCE_DAY))
    day = dd_row_get_number (directive, DD_DIRECTIVE_RECURRENCE_DAY);
  if (dd_row_get_choice (directive, DD_DIRECTIVE_RECURRENCE) != c->recurrence ||
      day != c->day || g_strcmp0 (kind, c->kind) != 0)
    g_error ("%s\n  %u, day %" G_GINT64_FORMAT ", %s (%s)", c->sentence,
             dd_row_get_choice (directive, DD_DIRECTIVE_RECURRENCE), day, kind,
             dd_row_get_text (directive, DD_DIRECTIVE_DEADLINE_TEXT));
  /* what recurs has no one day */
  if (c->recurrence != DD_RECURRENCE_NONE && dd_row_is_set (directive, DD_DIRECTIVE_DEADLINE))
    g_error ("%s has a deadline", c->sentence);
}

static void
test_recurrences (void)
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

  g_test_add_func ("/extract/recurrence", test_recurrences);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}

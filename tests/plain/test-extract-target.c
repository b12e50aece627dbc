/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much: targets as officials write them, and figures that are none. */

#include "dd-extract.h"
#include "dd-target.h"

#include <string.h>

typedef struct
{
  const char *sentence;
  const char *targets;          /* "operator value unit measure", joined by " | " */
} Case;

static const Case cases[] = {
  /* at least */
  { "Sở Tư pháp rà soát ít nhất 50% TTHC nội bộ.", "ge 50 % reviewed" },
  { "Sở Tư pháp cắt giảm tối thiểu 20% thủ tục hành chính.", "ge 20 % procedures_cut" },
  { "Sở Tư pháp cắt giảm ít nhất là 30% chi phí tuân thủ.", "ge 30 % cost_cut" },
  { "Sở Tư pháp cắt giảm ít nhất 20% thông tin phải khai báo.", "ge 20 % fields_cut" },
  { "Sở Tư pháp bảo đảm tỷ lệ hồ sơ trực tuyến đạt từ 80% trở lên.", "ge 80 % other" },
  { "Sở Tư pháp bảo đảm 95% trở lên hồ sơ được giải quyết đúng hạn.", "ge 95 % other" },
  { "Sở Tư pháp bảo đảm tỷ lệ hài lòng không dưới 90%.", "ge 90 % other" },
  { "Sở Tư pháp bảo đảm tỷ lệ hài lòng đạt tối thiểu 90%.", "ge 90 % other" },
  { "Sở Tư pháp số hóa ít nhất 75 % hồ sơ.", "ge 75 % other" },
  { "Sở Tư pháp đơn giản hóa tối thiểu 20 phần trăm thủ tục.", "ge 20 % procedures_cut" },

  /* more than, at most, less than */
  { "Sở Tư pháp nâng tỷ lệ hồ sơ trực tuyến lên trên 70%.", "gt 70 % other" },
  { "Sở Tư pháp bảo đảm mức độ hài lòng cao hơn 85%.", "gt 85 % other" },
  { "Sở Tư pháp bảo đảm tỷ lệ hồ sơ quá hạn không quá 2%.", "le 2 % other" },
  { "Sở Tư pháp bảo đảm tỷ lệ hồ sơ trả lại tối đa 5%.", "le 5 % other" },
  { "Sở Tư pháp bảo đảm tỷ lệ hồ sơ quá hạn dưới 1,5%.", "lt 1.5 % other" },

  /* as written */
  { "Sở Tư pháp số hóa 100% hồ sơ.", "eq 100 % other" },
  { "Sở Tư pháp công bố, công khai 100% thủ tục hành chính.", "eq 100 % inventoried" },
  { "Sở Tư pháp giảm 20% chi phí tuân thủ.", "eq 20 % cost_cut" },
  { "Sở Tư pháp phấn đấu tỷ lệ thanh toán trực tuyến đạt 60%.", "eq 60 % other" },
  { "Sở Tư pháp tăng 10% số hồ sơ trực tuyến.", "eq 10 % other" },

  /* a limit stands for what "và" adds to it */
  { "Sở Tư pháp cắt giảm tối thiểu 20% TTHC và giảm 20% chi phí.",
    "ge 20 % procedures_cut | ge 20 % cost_cut" },
  { "Sở Tư pháp cắt giảm ít nhất 25% thủ tục và 15% chi phí tuân thủ.",
    "ge 25 % procedures_cut | ge 15 % cost_cut" },
  { "Sở Tư pháp cắt giảm ít nhất 25% thủ tục, 15% chi phí tuân thủ.",
    "ge 25 % procedures_cut | ge 15 % cost_cut" },
  /* but not across a semicolon, and not for what is reached */
  { "Sở Tư pháp cắt giảm ít nhất 25% thủ tục; giảm 15% chi phí tuân thủ.",
    "ge 25 % procedures_cut | eq 15 % cost_cut" },
  { "Sở Tư pháp nâng tỷ lệ đúng hạn trên 95%, tỷ lệ số hóa đạt từ 70% trở lên, tỷ lệ quá hạn dưới "
    "3%.",
    "gt 95 % other | ge 70 % other | lt 3 % other" },

  /* so many of something */
  { "Sở Tư pháp xử lý dứt điểm 342 phản ánh, kiến nghị.", "eq 342 phản ánh, kiến nghị other" },
  { "Sở Tư pháp hoàn thành 15 nhiệm vụ quá hạn.", "eq 15 nhiệm vụ other" },
  { "Sở Tư pháp cung cấp ít nhất 30 dịch vụ công trực tuyến toàn trình.",
    "ge 30 dịch vụ công trực tuyến toàn trình other" },
  { "Sở Tư pháp tổ chức tối thiểu 02 lớp tập huấn.", "ge 2 lớp tập huấn other" },
  { "Sở Tư pháp rút gọn ít nhất 02 khâu trung gian trong luân chuyển hồ sơ.",
    "ge 2 khâu trung gian other" },
  { "Sở Tư pháp bảo đảm kết quả xử lý phản ánh đúng hạn đạt tối thiểu 95%.", "ge 95 % other" },
  { "Sở Tư pháp bãi bỏ 12 thủ tục hành chính.", "eq 12 thủ tục hành chính other" },
  { "Sở Tư pháp giảm 02 ngày làm việc đối với thủ tục cấp phép.", "eq 2 ngày làm việc other" },
  { "Sở Tư pháp rà soát 1.250 hồ sơ tồn đọng.", "eq 1250 hồ sơ other" },
  { "Sở Tư pháp đối thoại với doanh nghiệp ít nhất 01 lần trong quý.", "ge 1 lần other" },

  /* results, and figures of other kinds */
  { "Sở Tư pháp phát huy kết quả đã đạt 97,2%.", "" },
  { "Sở Tư pháp khắc phục tình trạng hồ sơ số hóa mới đạt 31%.", "" },
  { "Sở Tư pháp nâng tỷ lệ số hóa (hiện đạt 45%) lên ít nhất 80%.", "ge 80 % other" },
  { "Sở Tư pháp kiểm tra các đơn vị có tỷ lệ trễ hạn trên 5%.", "" },
  { "Sở Tư pháp triển khai tại 63 tỉnh, thành phố.", "" },
  { "Sở Tư pháp thực hiện Điều 7 và khoản 2 Điều 12 của Quy chế.", "" },
  { "Sở Tư pháp cung cấp dịch vụ công mức độ 3, 4.", "" },
  { "Sở Tư pháp khai thác lợi ích của Đề án 06.", "" },
  { "Sở Tư pháp thẩm định trong vòng 10 ngày làm việc kể từ ngày nhận hồ sơ.", "" },
  { "Sở Tư pháp triển khai phiên bản 2.0 của phần mềm.", "" },
  { "Sở Tư pháp rà soát toàn bộ thủ tục hành chính.", "" },
  { "Sở Tư pháp rà soát các thủ tục theo Quyết định số 1085/QĐ-TTg.", "" },
};

static DdUnitDictionary *units;

static char *
describe (const GPtrArray *targets)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < targets->len; i++)
    {
      const DdRow *row = g_ptr_array_index (targets, i);
      g_autofree char *operation = dd_row_field_to_code (row, DD_TARGET_OPERATOR);
      g_autofree char *value = dd_row_field_to_code (row, DD_TARGET_VALUE);
      g_autofree char *measure = dd_row_field_to_code (row, DD_TARGET_MEASURE);

      g_string_append_printf (text, "%s%s %s %s %s", i > 0 ? " | " : "", operation, value,
                              dd_row_get_text (row, DD_TARGET_UNIT), measure);
    }

  return g_strdup (text->str);
}

static void
check (const Case *c)
{
  g_autoptr (DdReading) reading = dd_extract_read (c->sentence, units, dd_day_new (2024, 5, 10));
  g_autofree char *targets = NULL;

  if (reading->findings->len != 1)
    g_error ("%u directives in: %s", reading->findings->len, c->sentence);
  targets = describe (((const DdFinding *) g_ptr_array_index (reading->findings, 0))->targets);
  if (strcmp (targets, c->targets) != 0)
    g_error ("%s\n  %s", c->sentence, targets);
}

static void
test_targets (void)
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

  g_test_add_func ("/extract/target", test_targets);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}

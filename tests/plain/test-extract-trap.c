/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What looks like a directive and is none: praise, discussion, results, what a
 * law assigns, formulas. Each stands where directives stand. */

#include "dd-directive.h"
#include "dd-extract.h"

/* Items of a notice, behind "kết luận như sau:". */
static const char * const items[] = {
  /* praise and judgement */
  "Ghi nhận, biểu dương các sở, ngành, địa phương đã nỗ lực hoàn thành nhiệm vụ.",
  "Đánh giá cao sự chủ động của Sở Tư pháp trong công tác tham mưu.",
  "Chủ tịch UBND tỉnh ghi nhận những kết quả đạt được của Sở Y tế.",
  "Hoan nghênh tinh thần trách nhiệm của cán bộ, công chức Sở Nội vụ.",
  "Phê bình UBND huyện Bình Sơn chậm gửi báo cáo.",
  "Trong thời gian qua, Sở Tài chính đã tích cực tham mưu UBND tỉnh bố trí kinh phí.",
  "Các sở, ban, ngành cơ bản hoàn thành nhiệm vụ được giao.",
  "Sở Xây dựng chưa chủ động phối hợp với Sở Tài chính trong thẩm định.",
  "Một số địa phương còn chậm số hóa hồ sơ.",
  "Công tác phối hợp giữa Sở Nội vụ và Sở Tư pháp vẫn còn hạn chế.",

  /* results */
  "Đến nay, toàn tỉnh đã rà soát 214/386 thủ tục, đạt 55,4%.",
  "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,5%, tăng 2,1% so với cùng kỳ.",
  "Đến hết ngày 30/4/2024, 90% cơ quan đã xử lý công việc trên môi trường điện tử.",
  "UBND các huyện đang triển khai số hóa hồ sơ.",
  "Sở Y tế đã hoàn thành kết nối dữ liệu.",

  /* what is so, and why */
  "Cải cách thủ tục hành chính là nhiệm vụ trọng tâm, thường xuyên.",
  "Đây là nhiệm vụ khó, phức tạp, liên quan đến nhiều ngành.",
  "Việc chậm trễ có nguyên nhân từ sự thiếu quyết liệt của người đứng đầu.",

  "Tuy nhiên, vẫn còn 04 sở chưa hoàn thành mục tiêu cắt giảm 20% chi phí trong năm 2023.",
  "Một số đơn vị gần như chưa triển khai, như Sở Xây dựng và UBND huyện Ea Lốp.",

  /* decisions that name nobody who has to act */
  "Thống nhất chủ trương tổ chức hội nghị đối thoại với doanh nghiệp vào quý II/2024.",
  "Đồng ý với đề xuất của Sở Công Thương tại Tờ trình số 12/TTr-SCT.",
  "Cơ bản thống nhất nội dung dự thảo Kế hoạch do Sở Nội vụ trình.",
  "Nhất trí thông qua chương trình công tác năm.",

  /* what was assigned elsewhere */
  "Nghị định số 61/2018/NĐ-CP giao UBND cấp tỉnh quyết định thành lập Trung tâm.",
  "Luật Bảo vệ môi trường giao Bộ Tài chính xây dựng cơ chế.",
  "Những nhiệm vụ Thủ tướng Chính phủ giao các bộ, ngành đều có thời hạn cụ thể.",
  "Nội dung do Chủ tịch UBND tỉnh giao Sở Xây dựng đã quá hạn.",
  "Thủ tướng Chính phủ đã giao Bộ Nội vụ chủ trì xây dựng đề án.",

  "Thực hiện Chỉ thị số 11/CT-TTg, Cục Thuế tỉnh đã ban hành Công văn số 215/CTBM-KK ngày "
    "04/3/2024 yêu cầu các Chi cục Thuế rà soát hồ sơ.",

  /* an office is no task */
  "Phân công đồng chí Nguyễn Văn An giữ chức vụ Tổ trưởng Tổ công tác.",

  /* chairing a meeting is not leading a task */
  "Phó Chủ tịch UBND tỉnh chủ trì cuộc họp với các doanh nghiệp.",

  /* what is done only if something happens */
  "Trường hợp vượt thẩm quyền, báo cáo UBND tỉnh xem xét.",
  "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị báo cáo UBND tỉnh.",
  "Nếu phát sinh vướng mắc, kịp thời phản ánh về Sở Nội vụ.",

  /* formulas */
  "Giao Chánh Văn phòng UBND huyện thông báo nội dung này đến các đơn vị biết, thực hiện./.",
  "Các thành viên Tổ công tác căn cứ kết luận này triển khai thực hiện; nếu có vướng mắc, phản ánh "
    "về Sở Nội vụ./.",
  "Nhận được Công điện này, yêu cầu các đơn vị khẩn trương triển khai thực hiện./.",
  "Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.",
  "Văn phòng UBND tỉnh thông báo đến các đơn vị biết, triển khai thực hiện./.",
  "Trên đây là ý kiến kết luận của Chủ tịch UBND tỉnh.",
  "Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.",
  "Căn cứ nội dung trên, các đơn vị tổ chức thực hiện./.",
};

/* Paragraphs of news, which may stand behind a directive. */
static const char * const news[] = {
  "Tại hội nghị, các đại biểu đã tập trung thảo luận, đề xuất nhiều giải pháp.",
  "Đại diện Sở Tài nguyên và Môi trường cho biết đơn vị sẽ rà soát lại quy trình.",
  "Lãnh đạo UBND huyện Hòa Lạc kiến nghị tỉnh sớm bố trí kinh phí.",
  "Dự hội nghị có lãnh đạo các sở, ban, ngành; Chủ tịch UBND các huyện, thành phố.",
  "Sáng 12/3, Sở Nội vụ tổ chức hội nghị tập huấn cải cách hành chính.",
  "Theo báo cáo của Sở Tư pháp, toàn tỉnh đã công bố 1.842 thủ tục hành chính.",
  "Cùng ngày, Phó Chủ tịch UBND tỉnh đã kiểm tra Bộ phận Một cửa phường Đông Khê.",
  "Hội nghị được tổ chức trực tuyến đến 96 điểm cầu.",
  "Các đại biểu chụp ảnh lưu niệm.",
  "Đại diện Hiệp hội Dệt may tỉnh đề nghị Cục Thuế sớm giải quyết hồ sơ hoàn thuế.",
  "Thứ trưởng Bộ Xây dựng đề nghị Bộ Tài chính hướng dẫn phương pháp xác định chi phí.",
  "Tại hội nghị, lãnh đạo huyện Mường Khê đã tham luận, đề nghị Sở Tài chính bổ sung vốn.",
  "Chủ tịch UBND huyện Hòa Lạc đề nghị Sở Xây dựng bổ sung máy đo đạc.",
  "Ông Lê Văn Tám, đại diện Hội Doanh nhân trẻ, mong muốn các cơ quan công khai tiến độ.",
  "Trước đó, ngày 02/5, Chủ tịch UBND tỉnh đã ký công văn yêu cầu các sở kiểm tra hồ sơ tồn.",
  "Được biết, trong năm 2023 Sở Nội vụ đã kiểm tra 45 đơn vị.",
};

static const char notice[] =
  "ỦY BAN NHÂN DÂN\nTỈNH BÌNH MINH\nSố: 15/TB-UBND\n"
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBình Minh, ngày 10 tháng 5 năm 2024\n\n"
  "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 5\n\n"
  "Chủ tịch UBND tỉnh Trần Quốc Bảo kết luận như sau:\n";

static const char article[] =
  "Đẩy mạnh cải cách thủ tục hành chính\n\n"
  "Sáng 10/5, đồng chí Trần Quốc Bảo, Chủ tịch UBND tỉnh chủ trì hội nghị cải cách hành chính.\n\n"
  "Kết luận hội nghị, Chủ tịch UBND tỉnh Trần Quốc Bảo yêu cầu các sở, ngành rà soát thủ tục.\n\n";

static DdUnitDictionary *units;

static void
test_items (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *text = g_strconcat (notice, "1. ", items[i], "\n", NULL);
      g_autoptr (DdReading) reading = dd_extract_read (text, units, DD_DAY_NONE);

      if (reading->findings->len != 0)
        g_error ("taken for a directive: %s", items[i]);
    }
}

static void
test_news (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    {
      g_autofree char *text = g_strconcat (article, news[i], "\n", NULL);
      g_autoptr (DdReading) reading = dd_extract_read (text, units, DD_DAY_NONE);

      /* the one that the article does tell of */
      if (reading->findings->len != 1)
        g_error ("%u directives with: %s", reading->findings->len, news[i]);
    }
}

/* News that only tell what was done. */
static void
test_done (void)
{
  g_autoptr (DdReading) reading =
    dd_extract_read ("Cải cách hành chính ở Bình Minh\n\n"
                     "Ngày 12/7/2024, UBND tỉnh Bình Minh tổ chức hội nghị sơ kết.\n\n"
                     "Tỉnh đã ban hành 9 quyết định công bố danh mục; giao các sở, ngành rút ngắn "
                     "thời gian giải quyết 40 thủ tục, đến nay xong 35 thủ tục.\n\n"
                     "Người dân ngày càng hài lòng hơn.\n", units, DD_DAY_NONE);

  g_assert_cmpuint (reading->findings->len, ==, 0);
}

/* Where people discuss they ask; the chair's conclusion directs. */
static void
test_discussion (void)
{
  g_autofree char *text =
    g_strconcat (notice,
                 "1. Ý kiến thảo luận\n"
                 "- Phòng Kinh tế: Hồ sơ chậm do thiếu bản đồ; đề nghị UBND các xã cung cấp.\n"
                 "- Chi cục Thuế: Dự kiến kết nối xong trong tháng 6.\n"
                 "2. Kết luận\n"
                 "- Giao Phòng Kinh tế xử lý hồ sơ chậm trước ngày 30/5/2024.\n", NULL);
  g_autoptr (DdReading) reading = dd_extract_read (text, units, DD_DAY_NONE);

  g_assert_cmpuint (reading->findings->len, ==, 1);
}

/* "… điện:" names whom an official telegram tells what to do. */
static void
test_telegram (void)
{
  g_autoptr (DdReading) reading =
    dd_extract_read ("ỦY BAN NHÂN DÂN TỈNH BÌNH MINH\nCÔNG ĐIỆN\nSố 03/CĐ-UBND\n"
                     "Bình Minh, ngày 10 tháng 5 năm 2024\n\n"
                     "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH MINH ĐIỆN:\n"
                     "- Giám đốc các Sở;\n- Chủ tịch UBND các huyện, thành phố.\n\n"
                     "Thời gian qua, một số đơn vị còn chậm số hóa hồ sơ.\n\n"
                     "Chủ tịch UBND tỉnh yêu cầu:\n\n"
                     "1. Kiểm điểm trách nhiệm, báo cáo trước ngày 20/5/2024.\n",
                     units, DD_DAY_NONE);
  const DdFinding *finding;

  g_assert_cmpuint (reading->findings->len, ==, 1);
  finding = g_ptr_array_index (reading->findings, 0);
  g_assert_cmpstr (dd_row_get_text (finding->directive, DD_DIRECTIVE_LEAD), ==,
                   "Giám đốc các Sở\nChủ tịch UBND các huyện, thành phố");
}

/* An issuer that is no people's committee says whom it tells in front of a colon;
 * a headline is no part of the news below it. */
static void
test_lead_in (void)
{
  g_autoptr (DdReading) letter =
    dd_extract_read ("CỤC THUẾ TỈNH BÌNH MINH\nSố: 215/CTBM-KK\n"
                     "Bình Minh, ngày 10 tháng 5 năm 2024\n\n"
                     "Kính gửi: Các Chi cục Thuế.\n\n"
                     "Để chấn chỉnh, Cục Thuế yêu cầu Chi cục trưởng các Chi cục Thuế:\n\n"
                     "1. Giải quyết dứt điểm hồ sơ hoàn thuế trước ngày 31/5/2024.\n",
                     units, DD_DAY_NONE);
  g_autoptr (DdReading) item =
    dd_extract_read ("Bộ trưởng: Thủ tục phải thật đơn giản\n"
                     "(BBM) - Ngày 10/5/2024, Bộ trưởng Bộ Nội vụ chủ trì hội nghị.\n",
                     units, DD_DAY_NONE);
  const DdFinding *finding;

  g_assert_cmpuint (item->findings->len, ==, 0);
  g_assert_cmpuint (letter->findings->len, ==, 1);
  finding = g_ptr_array_index (letter->findings, 0);
  g_assert_cmpstr (dd_row_get_text (finding->directive, DD_DIRECTIVE_LEAD), ==,
                   "Chi cục trưởng các Chi cục Thuế");
}

/* What the units of a heading tell their own people is their work. */
static void
test_own_work (void)
{
  g_autofree char *text =
    g_strconcat (notice,
                 "1. UBND các huyện, thành phố\n"
                 "- Phân công công chức trực hỗ trợ người dân nộp hồ sơ.\n"
                 "- Giao chỉ tiêu cụ thể đến từng xã.\n"
                 "2. Giao Sở Tài chính rà soát nguồn vốn trong tháng 6; chỉ đạo Chi cục Giá thẩm "
                 "định trước ngày 15/7.\n", NULL);
  g_autoptr (DdReading) reading = dd_extract_read (text, units, DD_DAY_NONE);

  g_assert_cmpuint (reading->findings->len, ==, 4);
  for (guint i = 0; i < reading->findings->len; i++)
    {
      const DdFinding *finding = g_ptr_array_index (reading->findings, i);

      g_assert_cmpstr (dd_row_get_text (finding->directive, DD_DIRECTIVE_LEAD), ==,
                       i < 2 ? "UBND các huyện, thành phố" : "Sở Tài chính");
    }
}

/* An office is no task, and a decision may still hand out one. */
static void
test_mixed (void)
{
  g_autofree char *text =
    g_strconcat (notice,
                 "1. Thống nhất chủ trương đầu tư; giao Sở Tài chính bố trí vốn trong quý "
                 "III/2024.\n"
                 "2. Phê bình Sở Y tế; yêu cầu Sở Y tế báo cáo trước ngày 20/5/2024.\n", NULL);
  g_autoptr (DdReading) reading = dd_extract_read (text, units, DD_DAY_NONE);
  const DdFinding *finding;

  if (reading->findings->len != 2)
    g_error ("%u directives, not 2", reading->findings->len);
  finding = g_ptr_array_index (reading->findings, 0);
  g_assert_cmpstr (dd_row_get_text (finding->directive, DD_DIRECTIVE_LEAD), ==, "Sở Tài chính");
  g_assert_cmpuint (dd_row_get_day (finding->directive, DD_DIRECTIVE_DEADLINE), ==,
                    dd_day_new (2024, 9, 30));
  finding = g_ptr_array_index (reading->findings, 1);
  g_assert_cmpstr (dd_row_get_text (finding->directive, DD_DIRECTIVE_LEAD), ==, "Sở Y tế");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  units = dd_unit_dictionary_new_with_known ();

  g_test_add_func ("/extract/trap/items", test_items);
  g_test_add_func ("/extract/trap/news", test_news);
  g_test_add_func ("/extract/trap/done", test_done);
  g_test_add_func ("/extract/trap/discussion", test_discussion);
  g_test_add_func ("/extract/trap/lead-in", test_lead_in);
  g_test_add_func ("/extract/trap/own-work", test_own_work);
  g_test_add_func ("/extract/trap/telegram", test_telegram);
  g_test_add_func ("/extract/trap/mixed", test_mixed);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}

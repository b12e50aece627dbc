/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is told to do something, and who helps: sentences as officials write
 * them, each with the units that it assigns. */

#include "dd-directive.h"
#include "dd-extract.h"

#include <string.h>

typedef struct
{
  const char *sentence;
  const char *lead;             /* joined by " | " */
  const char *coordinating;
} Case;

/* The items of a notice of conclusion. */
static const Case items[] = {
  /* "Giao U V" */
  { "Giao Sở Y tế rà soát danh mục thuốc, trình UBND tỉnh phê duyệt.", "Sở Y tế", "" },
  { "Giao Sở Du lịch nghiên cứu, đề xuất mô hình quản lý mới.", "Sở Du lịch", "" },
  { "Giao Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh xây dựng phương án bảo vệ.",
    "Công an tỉnh | Bộ Chỉ huy Quân sự tỉnh", "" },
  { "Giao trách nhiệm cho Chi cục Bảo vệ môi trường kiểm tra, xử lý các cơ sở vi phạm.",
    "Chi cục Bảo vệ môi trường", "" },
  { "Giao nhiệm vụ cho Trung tâm Xúc tiến Đầu tư tỉnh cập nhật danh mục dự án kêu gọi đầu tư.",
    "Trung tâm Xúc tiến Đầu tư tỉnh", "" },
  { "Giao Giám đốc Sở Xây dựng trực tiếp chỉ đạo tháo gỡ vướng mắc.", "Giám đốc Sở Xây dựng", "" },
  { "Giao đồng chí Nguyễn Văn Bình, Phó Chủ tịch UBND tỉnh phụ trách, chỉ đạo thực hiện.",
    "Nguyễn Văn Bình | Phó Chủ tịch UBND tỉnh", "" },
  { "Phân công Văn phòng HĐND và UBND huyện Tân Lập theo dõi, tổng hợp.",
    "Văn phòng HĐND và UBND huyện Tân Lập", "" },
  { "Ủy quyền cho Sở Công Thương ký quyết định thành lập đoàn kiểm tra.", "Sở Công Thương", "" },

  /* "Giao U chủ trì, phối hợp với U2 V" */
  { "Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Ngoại vụ, UBND thành phố "
    "Hạ Lâm chuẩn bị nội dung lễ hội.",
    "Sở Văn hóa, Thể thao và Du lịch", "Sở Ngoại vụ | UBND thành phố Hạ Lâm" },
  { "Giao Sở Nông nghiệp và Môi trường chủ trì phối hợp Sở Tài chính và các đơn vị có liên quan "
    "xác định giá đất.",
    "Sở Nông nghiệp và Môi trường", "Sở Tài chính | các đơn vị có liên quan" },
  { "Giao Thanh tra tỉnh chủ trì, phối hợp chặt chẽ với Ủy ban Kiểm tra Tỉnh ủy, Công an tỉnh "
    "làm rõ phản ánh của báo chí.",
    "Thanh tra tỉnh", "Ủy ban Kiểm tra Tỉnh ủy | Công an tỉnh" },
  { "Giao Sở Nội vụ là cơ quan đầu mối, phối hợp cùng các sở, ban, ngành tổng hợp khó khăn.",
    "Sở Nội vụ", "các sở, ban, ngành" },
  { "Giao Ban Quản lý các khu công nghiệp tỉnh chủ trì, cùng với Sở Xây dựng rà soát quy hoạch.",
    "Ban Quản lý các khu công nghiệp tỉnh", "Sở Xây dựng" },
  { "Giao Sở Tư pháp làm đầu mối, phối hợp với Hội Luật gia tỉnh, Đoàn Luật sư tỉnh tổ chức tư vấn "
    "pháp luật.",
    "Sở Tư pháp", "Hội Luật gia tỉnh | Đoàn Luật sư tỉnh" },

  /* "U chủ trì …" */
  { "Sở Tài chính chủ trì, phối hợp với Kho bạc Nhà nước khu vực XII đôn đốc quyết toán.",
    "Sở Tài chính", "Kho bạc Nhà nước khu vực XII" },
  { "Văn phòng UBND tỉnh sẽ chủ trì, phối hợp với Sở Khoa học và Công nghệ vận hành Cổng dịch vụ "
    "công.",
    "Văn phòng UBND tỉnh", "Sở Khoa học và Công nghệ" },
  { "Các Sở: Tư pháp, Nội vụ và Tài chính chủ trì rà soát văn bản thuộc lĩnh vực quản lý.",
    "Sở Tư pháp | Sở Nội vụ | Sở Tài chính", "" },
  { "Các Bộ Công Thương, Nông nghiệp và Môi trường, Xây dựng chủ trì sửa đổi thông tư.",
    "Bộ Công Thương | Bộ Nông nghiệp và Môi trường | Bộ Xây dựng", "" },

  /* "U phối hợp với U2 V", without a lead of its own */
  { "Bưu điện tỉnh phối hợp với UBND các xã, phường bố trí nhân viên hỗ trợ người dân.",
    "Bưu điện tỉnh", "UBND các xã, phường" },
  { "Liên đoàn Lao động tỉnh phối hợp Bảo hiểm xã hội tỉnh tuyên truyền chính sách mới.",
    "Liên đoàn Lao động tỉnh", "Bảo hiểm xã hội tỉnh" },
  /* nobody else: they do it together */
  { "Các cấp, các ngành phối hợp triển khai đồng bộ các giải pháp.", "Các cấp, các ngành", "" },
  { "Các đơn vị có liên quan phối hợp xây dựng quy chế.", "Các đơn vị có liên quan", "" },

  /* "yêu cầu", "đề nghị", "chỉ đạo" */
  { "Yêu cầu các sở, ngành, địa phương phải công khai tiến độ hằng tuần.",
    "các sở, ngành, địa phương", "" },
  { "Yêu cầu người đứng đầu các cơ quan, đơn vị chịu trách nhiệm nếu để chậm trễ.",
    "người đứng đầu các cơ quan, đơn vị", "" },
  { "Yêu cầu UBND các huyện: Kim Thành, Thanh Miện khẩn trương bàn giao mặt bằng.",
    "UBND huyện Kim Thành | UBND huyện Thanh Miện", "" },
  { "Đề nghị Ban Tuyên giáo và Dân vận Tỉnh ủy định hướng báo chí tuyên truyền.",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy", "" },
  { "Đề nghị Viện kiểm sát nhân dân tỉnh, Tòa án nhân dân tỉnh cung cấp dữ liệu.",
    "Viện kiểm sát nhân dân tỉnh | Tòa án nhân dân tỉnh", "" },
  { "Đề nghị các doanh nghiệp viễn thông trên địa bàn bảo đảm đường truyền.",
    "các doanh nghiệp viễn thông trên địa bàn", "" },
  { "Đề nghị trong thời gian tới, các huyện ủy, thành ủy tiếp tục quan tâm lãnh đạo.",
    "các huyện ủy, thành ủy", "" },
  { "Chủ tịch UBND tỉnh yêu cầu Giám đốc Sở Giáo dục và Đào tạo báo cáo rõ nguyên nhân.",
    "Giám đốc Sở Giáo dục và Đào tạo", "" },
  { "UBND tỉnh giao Sở Xây dựng thẩm định thiết kế.", "Sở Xây dựng", "" },
  { "Lưu ý các địa phương không để xảy ra điểm nóng.", "các địa phương", "" },

  /* "có trách nhiệm", "chịu trách nhiệm", "cần", "phải" */
  { "Chủ đầu tư dự án có trách nhiệm hoàn thiện hồ sơ thanh toán.", "Chủ đầu tư dự án", "" },
  { "UBND cấp xã chịu trách nhiệm niêm yết danh mục thủ tục tại trụ sở.", "UBND cấp xã", "" },
  { "Các phòng, ban chuyên môn cần chủ động tham mưu, không đùn đẩy.",
    "Các phòng, ban chuyên môn", "" },
  { "Thủ trưởng các đơn vị sự nghiệp công lập phải rà soát vị trí việc làm.",
    "Thủ trưởng các đơn vị sự nghiệp công lập", "" },
  { "Tổ giúp việc có nhiệm vụ chuẩn bị tài liệu phiên họp.", "Tổ giúp việc", "" },

  /* which of many: no statement of theirs */
  { "Các cơ quan còn nhiệm vụ quá hạn trên 10 ngày phải giải trình bằng văn bản.",
    "Các cơ quan còn nhiệm vụ quá hạn trên 10 ngày", "" },
  { "Những địa phương chưa bố trí đủ thiết bị phải báo cáo rõ lý do.",
    "Những địa phương chưa bố trí đủ thiết bị", "" },

  /* places of several levels */
  { "UBND thành phố Cần Thơ, Thành phố Huế và các tỉnh Sơn La, Lai Châu báo cáo kết quả thí điểm.",
    "UBND thành phố Cần Thơ | UBND Thành phố Huế | các tỉnh Sơn La, Lai Châu", "" },
  { "Yêu cầu UBND huyện Tân Lập, Hòa Lạc và thị xã Phú Minh bàn giao hồ sơ.",
    "UBND huyện Tân Lập | UBND huyện Hòa Lạc | UBND thị xã Phú Minh", "" },
  { "Ban Quản lý Khu kinh tế Đông Hải và các khu công nghiệp tổ chức đối thoại.",
    "Ban Quản lý Khu kinh tế Đông Hải và các khu công nghiệp", "" },
  { "Phòng Hạ tầng và Công nghệ thông tin chủ trì cùng Trung tâm Dữ liệu sao lưu hệ thống.",
    "Phòng Hạ tầng và Công nghệ thông tin", "Trung tâm Dữ liệu" },

  /* names with verbs and small letters in them */
  { "Giao phòng Thi đua - Khen thưởng thẩm định hồ sơ.", "phòng Thi đua - Khen thưởng", "" },
  { "Cục Quản lý chất lượng xây dựng, Tạp chí Quy hoạch rà soát danh mục.",
    "Cục Quản lý chất lượng xây dựng | Tạp chí Quy hoạch", "" },
  { "UBND huyện Cư M'gar khẩn trương số hóa hồ sơ.", "UBND huyện Cư M'gar", "" },
  { "Các trường học, TTYT huyện, thành, thị: công khai các khoản thu.",
    "Các trường học | TTYT huyện, thành, thị", "" },
  { "Đ/c Hồ Văn An - Phó Giám đốc Sở chỉ đạo Trạm Kiểm định tăng ca.",
    "Hồ Văn An - Phó Giám đốc Sở", "" },

  { "UBND 12 xã tạm dừng tiếp nhận hồ sơ giấy.", "UBND 12 xã", "" },
  { "UBND 02 huyện này báo cáo bổ sung số liệu.", "UBND 02 huyện này", "" },

  { "Giao Sở Nội vụ chủ trì, Sở Tài chính và Sở Tư pháp phối hợp đề xuất mức khen thưởng.",
    "Sở Nội vụ", "Sở Tài chính | Sở Tư pháp" },
  { "Ban Quản lý Khu kinh tế cửa khẩu Nà Lầm rút ngắn thời gian kiểm tra.",
    "Ban Quản lý Khu kinh tế cửa khẩu Nà Lầm", "" },
  { "Báo và Đài Phát thanh - Truyền hình Bình Minh mở chuyên mục.",
    "Báo và Đài Phát thanh - Truyền hình Bình Minh", "" },
  { "Yêu cầu thời gian tới, các sở, ngành công khai tiến độ.", "các sở, ngành", "" },

  /* what is to be done to something */
  { "Từ ngày 01/7/2024, 100% hồ sơ tại quầy phải được quét ngay khi nhận.", "", "" },

  /* who is above does not help */
  { "Sở Nội vụ dự thảo quy chế, xin ý kiến Chủ tịch UBND tỉnh.", "Sở Nội vụ", "" },

  /* a plain verb behind the unit */
  { "Sở Công Thương tham mưu Chủ tịch UBND tỉnh ban hành kế hoạch bình ổn thị trường.",
    "Sở Công Thương", "" },
  { "Trung tâm Kiểm soát bệnh tật tỉnh điều tra dịch tễ, khoanh vùng ổ dịch.",
    "Trung tâm Kiểm soát bệnh tật tỉnh", "" },
  { "Điện lực Sông Cầu rà soát hệ thống điện chiếu sáng.", "Điện lực Sông Cầu", "" },
  { "Các bộ, ngành, địa phương khẩn trương đồng bộ dữ liệu.", "Các bộ, ngành, địa phương", "" },
  { "Bộ trưởng các Bộ, Thủ trưởng cơ quan ngang bộ tập trung chỉ đạo.",
    "Bộ trưởng các Bộ | Thủ trưởng cơ quan ngang bộ", "" },

  /* "U được giao V" */
  { "Sở Khoa học và Công nghệ được giao chủ trì, phối hợp với các doanh nghiệp công nghệ "
    "thử nghiệm nền tảng.",
    "Sở Khoa học và Công nghệ", "các doanh nghiệp công nghệ" },
  { "Phòng Kinh tế được phân công theo dõi việc thực hiện.", "Phòng Kinh tế", "" },

  /* a topic in front */
  { "Về công tác giải phóng mặt bằng: Giao UBND huyện Hòa Lạc hoàn thành kiểm đếm.",
    "UBND huyện Hòa Lạc", "" },
  { "Đối với dự án cầu Bến Mới, giao Ban Quản lý dự án đầu tư xây dựng các công trình giao thông "
    "tỉnh đẩy nhanh tiến độ.",
    "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh", "" },
  { "Để bảo đảm tiến độ, chất lượng, giao Sở Nội vụ thành lập tổ kiểm tra.", "Sở Nội vụ", "" },
  { "Trên cơ sở kết quả rà soát, Sở Tư pháp tổng hợp, báo cáo UBND tỉnh.", "Sở Tư pháp", "" },
  { "Trong tháng 6, Sở Y tế phải hoàn thành bệnh án điện tử.", "Sở Y tế", "" },
  { "Đối với Sở Tài chính: cân đối nguồn vốn, báo cáo UBND tỉnh.", "Sở Tài chính", "" },
  { "Trách nhiệm của Sở Ngoại vụ: Theo dõi, cập nhật thông tin đoàn ra, đoàn vào.",
    "Sở Ngoại vụ", "" },

  /* those that are asked help, too */
  { "Sở Xây dựng thống nhất với Sở Tài chính về nguồn vốn, trình UBND tỉnh.",
    "Sở Xây dựng", "Sở Tài chính" },
  { "Giao Sở Nội vụ lấy ý kiến Sở Tư pháp, hoàn chỉnh dự thảo.", "Sở Nội vụ", "Sở Tư pháp" },

  /* what is not assigned: who receives, what a draft says, what is done if */
  { "Sở Tư pháp báo cáo Bộ Tư pháp, Văn phòng Chính phủ kết quả thực hiện.", "Sở Tư pháp", "" },
  { "Sở Nội vụ dự thảo quy chế theo hướng: Sở Tài chính chủ trì thẩm tra, Sở Tư pháp phối hợp với "
    "Sở Nội vụ.",
    "Sở Nội vụ", "" },
  { "Sở Xây dựng đình chỉ thi công; trường hợp chống đối, phối hợp với Công an tỉnh cưỡng chế.",
    "Sở Xây dựng", "" },
};

/* Lines as they are typed into the quick entry. */
static const Case lines[] = {
  { "Giao Sở Tư pháp chủ trì, phối hợp Sở Nội vụ rà soát thủ tục hộ tịch trước 30/6",
    "Sở Tư pháp", "Sở Nội vụ" },
  { "Sở Y tế báo cáo tình hình dịch bệnh trước 15/7", "Sở Y tế", "" },
  { "giao sở nội vụ rà soát biên chế, xong trong tháng 8", "sở nội vụ", "" },
  { "UBND xã Tân Tiến, UBND phường Đông Khê bàn giao trụ sở cũ",
    "UBND xã Tân Tiến | UBND phường Đông Khê", "" },
  { "đề nghị công an tỉnh phối hợp với sở tư pháp số hóa sổ hộ tịch", "công an tỉnh",
    "sở tư pháp" },
};

static const char notice[] =
  "ỦY BAN NHÂN DÂN\nTỈNH BÌNH MINH\nSố: 15/TB-UBND\n"
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBình Minh, ngày 10 tháng 5 năm 2024\n\n"
  "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 5\n\n"
  "Chủ tịch UBND tỉnh Trần Quốc Bảo kết luận như sau:\n";

static DdUnitDictionary *units;

static char *
join (const DdRow *directive,
      guint        field)
{
  g_auto (GStrv) names = dd_row_get_list (directive, field);

  return g_strjoinv (" | ", names);
}

static void
check (const Case *c,
       const char *text)
{
  g_autoptr (DdReading) reading = dd_extract_read (text, units, dd_day_new (2024, 5, 10));
  const DdFinding *finding;
  g_autofree char *lead = NULL;
  g_autofree char *coordinating = NULL;

  if (reading->findings->len != 1)
    g_error ("%u directives in: %s", reading->findings->len, c->sentence);
  finding = g_ptr_array_index (reading->findings, 0);
  lead = join (finding->directive, DD_DIRECTIVE_LEAD);
  coordinating = join (finding->directive, DD_DIRECTIVE_COORDINATING);
  if (strcmp (lead, c->lead) != 0 || strcmp (coordinating, c->coordinating) != 0)
    g_error ("%s\n  lead: %s\n  coordinating: %s", c->sentence, lead, coordinating);
}

static void
test_items (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *text = g_strconcat (notice, "1. ", items[i].sentence, "\n", NULL);

      check (&items[i], text);
    }
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    check (&lines[i], lines[i].sentence);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  units = dd_unit_dictionary_new_with_known ();

  g_test_add_func ("/extract/assignment/items", test_items);
  g_test_add_func ("/extract/assignment/lines", test_lines);

  status = g_test_run ();
  dd_unit_dictionary_free (units);

  return status;
}

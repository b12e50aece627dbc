/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-office-style"

#include "dd-office-style.h"

#include <math.h>

#define L DD_OFFICE_LEFT
#define C DD_OFFICE_CENTRE
#define J DD_OFFICE_JUSTIFIED

/* 1.27 cm. */
#define INDENT 720

/* Decree 30/2020/NĐ-CP, Annex I, sections II and III: which part is how large, bold, slanted.
 * Where it leaves a choice of two sizes these are the ones that belong together: with a title
 * of the nation in 13 points the motto has 14. */
const DdOfficeStyle dd_office_styles[DD_N_OFFICE_PARTS] = {
  /* size, bold, italic; place, indent, before, after, line; keeps_next */
  [DD_OFFICE_PART_NATION] = { "QuocHieu", "Quốc hiệu",
    13, TRUE, FALSE, C, 0, 0, 0, 100, FALSE },
  [DD_OFFICE_PART_MOTTO] = { "TieuNgu", "Tiêu ngữ",
    14, TRUE, FALSE, C, 0, 0, 0, 100, FALSE },
  [DD_OFFICE_PART_SUPERIOR] = { "CoQuanChuQuan", "Cơ quan chủ quản",
    13, FALSE, FALSE, C, 0, 0, 0, 100, FALSE },
  [DD_OFFICE_PART_AGENCY] = { "CoQuanBanHanh", "Cơ quan ban hành",
    13, TRUE, FALSE, C, 0, 0, 0, 100, FALSE },
  [DD_OFFICE_PART_RULE] = { "DuongKe", "Đường kẻ",
    2, FALSE, FALSE, C, 0, 60, 0, 100, FALSE },
  [DD_OFFICE_PART_NUMBER] = { "SoKyHieu", "Số, ký hiệu",
    13, FALSE, FALSE, C, 0, 100, 0, 100, FALSE },
  [DD_OFFICE_PART_LETTER_SUBJECT] = { "TrichYeuCongVan", "Trích yếu công văn",
    12, FALSE, FALSE, C, 0, 120, 0, 100, FALSE },
  [DD_OFFICE_PART_PLACE_DAY] = { "DiaDanhNgay", "Địa danh, ngày tháng năm",
    14, FALSE, TRUE, C, 0, 60, 0, 100, FALSE },
  [DD_OFFICE_PART_TYPE] = { "TenLoai", "Tên loại văn bản",
    14, TRUE, FALSE, C, 0, 360, 0, 100, TRUE },
  [DD_OFFICE_PART_SUBJECT] = { "TrichYeu", "Trích yếu nội dung",
    14, TRUE, FALSE, C, 0, 0, 0, 100, TRUE },
  [DD_OFFICE_PART_ADDRESSEE] = { "KinhGui", "Kính gửi",
    14, FALSE, FALSE, C, 0, 240, 120, 100, FALSE },
  [DD_OFFICE_PART_ADDRESSEES_TITLE] = { "KinhGuiNhieu", "Kính gửi nhiều nơi",
    14, FALSE, FALSE, L, 1700, 240, 0, 100, TRUE },
  [DD_OFFICE_PART_ADDRESSEE_LINE] = { "DongKinhGui", "Dòng kính gửi",
    14, FALSE, FALSE, L, 2550, 60, 0, 100, FALSE },
  [DD_OFFICE_PART_TEXT] = { "NoiDung", "Nội dung",
    14, FALSE, FALSE, J, INDENT, 0, 120, 110, FALSE },
  [DD_OFFICE_PART_SECTION] = { "Phan", "Phần, mục La Mã",
    14, TRUE, FALSE, J, INDENT, 0, 120, 110, TRUE },
  [DD_OFFICE_PART_ITEM] = { "Khoan", "Khoản 1.",
    14, FALSE, FALSE, J, INDENT, 0, 120, 110, FALSE },
  [DD_OFFICE_PART_ITEM_HEADING] = { "TieuDeKhoan", "Tiêu đề khoản",
    14, TRUE, FALSE, J, INDENT, 0, 120, 110, TRUE },
  [DD_OFFICE_PART_POINT] = { "Diem", "Điểm a)",
    14, FALSE, FALSE, J, INDENT, 0, 120, 110, FALSE },
  [DD_OFFICE_PART_DASH] = { "GachDauDong", "Gạch đầu dòng -",
    14, FALSE, FALSE, J, INDENT, 0, 120, 110, FALSE },
  [DD_OFFICE_PART_PLUS] = { "DauCong", "Dấu cộng +",
    14, FALSE, FALSE, J, INDENT, 0, 120, 110, FALSE },
  [DD_OFFICE_PART_CLOSING] = { "DoanCuoi", "Đoạn cuối",
    14, FALSE, FALSE, J, INDENT, 0, 120, 110, TRUE },
  [DD_OFFICE_PART_RECIPIENTS_TITLE] = { "NoiNhan", "Nơi nhận",
    12, TRUE, TRUE, L, 0, 0, 0, 100, TRUE },
  [DD_OFFICE_PART_RECIPIENT] = { "DongNoiNhan", "Dòng nơi nhận",
    11, FALSE, FALSE, L, 0, 0, 0, 100, FALSE },
  [DD_OFFICE_PART_AUTHORITY] = { "QuyenHanChucVu", "Quyền hạn, chức vụ",
    14, TRUE, FALSE, C, 0, 0, 0, 100, TRUE },
  [DD_OFFICE_PART_SIGNER] = { "HoTenNguoiKy", "Họ tên người ký",
    14, TRUE, FALSE, C, 0, 1200, 0, 100, FALSE },
  [DD_OFFICE_PART_ANNEX_TITLE] = { "PhuLuc", "Phụ lục",
    14, TRUE, FALSE, C, 0, 0, 0, 100, TRUE },
  [DD_OFFICE_PART_ANNEX_SUBTITLE] = { "TenPhuLuc", "Tên phụ lục",
    14, TRUE, FALSE, C, 0, 0, 120, 100, TRUE },
  [DD_OFFICE_PART_CELL_HEADING] = { "TieuDeCot", "Tiêu đề cột",
    12, TRUE, FALSE, C, 0, 40, 40, 100, TRUE },
  [DD_OFFICE_PART_CELL] = { "OBang", "Ô trong bảng",
    12, FALSE, FALSE, L, 0, 40, 40, 100, FALSE },
  [DD_OFFICE_PART_PAGE_NUMBER] = { "SoTrang", "Số trang",
    14, FALSE, FALSE, C, 0, 0, 0, 100, FALSE },
  [DD_OFFICE_PART_GAP] = { "KhoangTrong", "Khoảng trống",
    2, FALSE, FALSE, L, 0, 0, 120, 100, FALSE },
};

/**
 * dd_office_part_of_paragraph:
 *
 * Returns: which part of the document the paragraph is; the last one stays on the page of
 *   the signature, which does not stand alone
 */
DdOfficePart
dd_office_part_of_paragraph (const DdOfficeDocument *document,
                             guint                   position)
{
  const DdOfficeParagraph *paragraph = document->paragraphs->pdata[position];

  if (position + 1 == document->paragraphs->len && paragraph->level == DD_OFFICE_LEVEL_TEXT)
    return DD_OFFICE_PART_CLOSING;

  switch (paragraph->level)
    {
    case DD_OFFICE_LEVEL_PART:
      return DD_OFFICE_PART_SECTION;
    case DD_OFFICE_LEVEL_ITEM:
      return paragraph->is_heading ? DD_OFFICE_PART_ITEM_HEADING : DD_OFFICE_PART_ITEM;
    case DD_OFFICE_LEVEL_POINT:
      return DD_OFFICE_PART_POINT;
    case DD_OFFICE_LEVEL_DASH:
      return DD_OFFICE_PART_DASH;
    case DD_OFFICE_LEVEL_PLUS:
      return DD_OFFICE_PART_PLUS;
    case DD_OFFICE_LEVEL_TEXT:
    default:
      return DD_OFFICE_PART_TEXT;
    }
}

/**
 * dd_office_rule_width:
 * @text: what the rule stands under
 * @part: what that is
 * @room: how wide the place of the text is, in twentieths of a point
 *
 * Returns: how long the rule is: between a third and half of the line, as the decree
 *   has it for the name of the agency and for the trích yếu
 */
guint
dd_office_rule_width (const char   *text,
                      DdOfficePart  part,
                      guint         room)
{
  const DdOfficeStyle *style = &dd_office_styles[part];
  /* Letters of this font are about half as wide as high, capitals about seven tenths. */
  double width = 0.0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_isupper (g_utf8_get_char (p)) ? 0.72 : 0.46;

  return (guint) lround (MIN (width * style->size * 20.0, room) * 0.42);
}

/**
 * dd_office_annex_get_widths:
 *
 * Returns: (transfer full): how wide each column is; together they are as wide as the text
 */
guint *
dd_office_annex_get_widths (const DdOfficeAnnex *annex)
{
  guint n = g_strv_length (annex->headings);
  guint *widths = g_new0 (guint, n + 1);
  guint sum = 0, left = DD_OFFICE_TEXT_WIDTH;

  for (guint i = 0; i < n; i++)
    sum += annex->shares[i];
  for (guint i = 0; i < n; i++)
    {
      widths[i] = i + 1 < n ? DD_OFFICE_TEXT_WIDTH * annex->shares[i] / sum : left;
      left -= widths[i];
    }

  return widths;
}

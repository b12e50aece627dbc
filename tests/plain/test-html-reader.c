/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-exchange-error.h"
#include "dd-html-reader.h"
#include "dd-text.h"

#include <string.h>

static char *
read_page (const char     *page,
           gssize          size,
           DdOldEncoding  *converted,
           GError        **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, size < 0 ? strlen (page) : (gsize) size);

  return dd_html_reader_read (bytes, "kết luận.html", NULL, converted, error);
}

static const struct
{
  const char *name;
  const char *page;
  const char *text;
} pages[] = {
  { "paragraphs",
    "<!DOCTYPE html><html><head><title>Trang</title><style>p { }</style></head><body>"
    "<p>Giao  S&#7903; T&#432;\n ph&aacute;p&nbsp;ch\xe1\xbb\xa7 tr\xc3\xac.</p>"
    "<div>M\xe1\xbb\x99t<br>Hai<br/>Ba</div><p>&nbsp;</p>B\xe1\xbb\x91n &amp; &lt;n\xc4\x83m&gt;",
    "Giao Sở Tư pháp chủ trì.\nMột\nHai\nBa\nBốn & <năm>\n" },
  { "words in pieces",
    "<p>Giao <b>S</b>ở <i>Tư</i> <span>pháp</span>, <b>chủ</b><b> trì</b></p>",
    "Giao Sở Tư pháp, chủ trì\n" },
  { "numbers",
    "<ol><li>Một<li>Hai<ol type=a><li>a<li>b</ol><li><p>Ba</p></ol>"
    "<ol start=4 type='I'><li>Bốn<li value=9>Chín<li>Mười</ol>",
    "1. Một\n2. Hai\na) a\nb) b\n3. Ba\nIV. Bốn\nIX. Chín\nX. Mười\n" },
  { "numbers from behind",
    "<ol reversed><li>x<li>y<ol reversed><li>u<li>v</ol><li>z</ol><ol reversed start=7><li>a<li>b",
    "3. x\n2. y\n2. u\n1. v\n1. z\n7. a\n6. b\n" },
  { "styles of lists",
    "<ol style='list-style-type: lower-alpha'><li>x</ol>"
    "<ol style='list-style: lower-roman outside'><li>x<li>y</ol><ul style='list-style:none'><li>z"
    "</ul><ol type=A start=26><li>z<li>aa</ol>",
    "a) x\ni) x\nii) y\nz\nZ. z\n27. aa\n" },
  { "bullets",
    "<ul><li>một<ul><li>hai</ul><li>- ba<li>\xe2\x80\xa2 bốn</ul><li>năm",
    "- một\n- hai\n- ba\n• bốn\n- năm\n" },
  { "no words of the document",
    "<nav><a href=x>Trang chủ</a></nav><form><input><select><option>Tìm</select> Tìm kiếm</form>"
    "<script>alert('x')</script><noscript>Bật lên</noscript><p>Giao Sở</p>"
    "<p style='display: none'>ẩn</p><p hidden>ẩn</p><aside>Bên</aside><footer>Cuối</footer>",
    "Giao Sở\n" },
  { "a table",
    "<table><caption>Phụ lục</caption><tr><th>TT</th><th>Nội dung</th><th>Chủ trì</th></tr>"
    "<tr><td>1</td><td><p>Rà soát</p><p>a | b</p></td><td></td></tr>"
    "<tr><td colspan=2>Nhóm</td><td>Sở A</td></tr></table>Sau",
    "Phụ lục\n| TT | Nội dung | Chủ trì |\n| 1 | Rà soát a / b | |\n| Nhóm | | Sở A |\nSau\n" },
  { "cells over rows",
    "<table><tr><td rowspan=2>1</td><td>x</td><td>y</td></tr><tr><td>u</td><td>v</td></tr></table>",
    "| 1 | x | y |\n| | u | v |\n" },
  { "a letterhead",
    "<table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH BÌNH SƠN</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    "<br>Độc lập - Tự do - Hạnh phúc</td></tr><tr><td>Số: 87/TB-UBND</td><td><i>Bình Sơn, ngày 18 "
    "tháng 3 năm 2024</i></td></tr></table><p>THÔNG BÁO</p>",
    "ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "TỈNH BÌNH SƠN    Độc lập - Tự do - Hạnh phúc\n"
    "Số: 87/TB-UBND    Bình Sơn, ngày 18 tháng 3 năm 2024\n\nTHÔNG BÁO\n" },
  { "titles",
    "<p align=center>KẾ HOẠCH</p><p style='text-align: center'>Rà soát</p><p>Căn cứ</p><p>Theo</p>"
    "<center><p>I. MỤC ĐÍCH</p></center>1. Một",
    "KẾ HOẠCH\nRà soát\n\nCăn cứ\nTheo\nI. MỤC ĐÍCH\n\n1. Một\n" },
  { "the subject of a letter",
    "<table><tr><td>SỞ NỘI VỤ<br>Số: 12/SNV<br>V/v rà soát<br>thủ tục</td><td>CỘNG HÒA XÃ HỘI CHỦ "
    "NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>Hà Nội, ngày 5 tháng 6 năm 2023</td></tr>"
    "</table>Kính gửi:",
    "SỞ NỘI VỤ    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Số: 12/SNV    Độc lập - Tự do - Hạnh phúc\n    Hà Nội, ngày 5 tháng 6 năm 2023\n"
    "V/v rà soát thủ tục\n\nKính gửi:\n" },
  { "recipients and signature",
    "<table><tr><td><p>Nơi nhận:</p><p>- Lưu: VT.</p></td><td><p>CHÁNH VĂN PHÒNG</p>"
    "<p>Đỗ Quang Hòa</p></td></tr></table>",
    "Nơi nhận:\n- Lưu: VT.\nCHÁNH VĂN PHÒNG\nĐỗ Quang Hòa\n" },
  { "a table in a table",
    "<table><tr><td>trước<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
    "trước\n| a | b |\n" },
  /* As Word puts it on the clipboard. */
  { "lists of Word",
    "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body lang=VI><!--StartFragment-->"
    "<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'>"
    "<![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New "
    "Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Giao Sở Tư pháp<o:p></o:p></p>"
    "<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'><span "
    "style='mso-list:Ignore'>\xc2\xb7<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; "
    "</span></span></span><![endif]>Rà soát</p><!--EndFragment--></body></html>",
    "1. Giao Sở Tư pháp\n- Rà soát\n" },
  /* As LibreOffice does. */
  { "lists of LibreOffice",
    "<ol>\n\t<li><p style=\"margin-bottom: 0cm\">\n\tGiao Sở Tư\n\tpháp</p></li>\n\t<li><p>Giao"
    "</p></li>\n</ol>\n<p>Xong<a class=\"sdfootnoteanc\" href=\"#sdfootnote1sym\"><sup>1</sup></a>."
    "</p>",
    "1. Giao Sở Tư pháp\n2. Giao\nXong.\n" },
  { "a whole page in a form",
    "<form id=aspnetForm><p>Phó Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành rà soát toàn bộ thủ "
    "tục hành chính nội bộ, đề xuất phương án cắt giảm, đơn giản hóa; hoàn thành trước ngày 30 "
    "tháng 6. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc, kiểm tra việc thực hiện và hằng quý tổng "
    "hợp, báo cáo Chủ tịch UBND tỉnh. Các đơn vị chậm phải giải trình bằng văn bản, nêu rõ lý do, "
    "trách nhiệm của tập thể, cá nhân và thời hạn khắc phục, gửi về trước ngày 15 hằng tháng.</p>"
    "</form>", NULL },
  { "broken", "<p>Một<table><td>hai</p></div></td><b>ba", "Một\nba\nhai\n" },
  { "verbatim", "<pre>Một\n  hai</pre>ba", "Một\n  hai\nba\n" },
};

static void
test_pages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GError) error = NULL;
      DdOldEncoding converted;
      g_autofree char *text = read_page (pages[i].page, -1, &converted, &error);

      g_test_message ("%s", pages[i].name);
      g_assert_no_error (error);
      g_assert_cmpint (converted, ==, DD_OLD_ENCODING_NONE);
      if (pages[i].text != NULL)
        g_assert_cmpstr (text, ==, pages[i].text);
      else
        g_assert_nonnull (strstr (text, "Văn phòng UBND tỉnh"));
    }
}

/* However a page says, or does not say, how it is written. */
static void
test_charsets (void)
{
  static const struct
  {
    const char *charset;        /* it is written in */
    const char *head;
  } charsets[] = {
    { "UTF-8", "<meta charset='utf-8'>" },
    { "UTF-8", "" },
    { "UTF-8", "\xef\xbb\xbf<meta charset='windows-1252'>" },
    { "UTF-8", "<meta http-equiv=Content-Type content='text/html; charset=windows-1258'>" },
    { "UTF-16LE", "\xef\xbb\xbf" },
    { "UTF-16BE", "\xef\xbb\xbf" },
    { "WINDOWS-1258", "<meta http-equiv=Content-Type content='text/html; charset=Windows-1258'>" },
    { "WINDOWS-1258", "<meta charset=\"windows-1258\">" },
    { "WINDOWS-1258", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      /* Windows writes a letter and its tone one behind the other. */
      const gboolean windows = strcmp (charsets[i].charset, "WINDOWS-1258") == 0;
      g_autofree char *page = g_strconcat (charsets[i].head, "<p>Giao Sơ\u0309 Tư pha\u0301p "
                                           "chu\u0309 tri\u0300</p>", NULL);
      g_autofree char *composed = g_utf8_normalize (page, -1, G_NORMALIZE_NFC);
      g_autoptr (GError) error = NULL;
      DdOldEncoding converted;
      gsize size;
      g_autofree char *bytes = g_convert (windows ? page : composed, -1, charsets[i].charset,
                                          "UTF-8", NULL, &size, &error);
      g_autofree char *text = NULL;
      g_autofree char *even = NULL;

      g_assert_no_error (error);
      text = read_page (bytes, (gssize) size, &converted, &error);
      g_assert_no_error (error);
      even = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (even, ==, "Giao Sở Tư pháp chủ trì\n");
    }
}

/* Fonts say how a text is written, of a part of the page too. */
static void
test_fonts (void)
{
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;
  g_autofree char *text =
    read_page ("<p><font face='.VnTimeH'>uû</font> <font face='Arial'>hé</font></p>"
               "<p style=\"font-family:'.VnTime',serif\">Giao <b>S\u00eb T\u00ad</b> ph¸p "
               "<span style='font-family:\"Times New Roman\"'>chủ trì</span></p>"
               "<p><font face=VNI-Times>Vie\u00e4t Nam</font></p>", -1, &converted, &error);

  g_assert_no_error (error);
  g_assert_cmpint (converted, !=, DD_OLD_ENCODING_NONE);
  g_assert_cmpstr (text, ==, "UỶ hé\nGiao Sở Tư pháp chủ trì\nViệt Nam\n");
}

static void
check_refused (GString    *page,
               GQuark      domain,
               int         code,
               const char *sentence)
{
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;
  g_autofree char *text = read_page (page->str, (gssize) page->len, &converted, &error);

  g_assert_null (text);
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, sentence));
}

static void
repeat (GString    *page,
        const char *piece,
        guint       n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (page, piece);
}

/* What no person wrote ends soon, whatever it is. */
static void
test_hostile (void)
{
  static const char * const pieces[] = {
    "</div>", "<br>", "<table>", "<td>", "<ol><li>x</ol>", "<b></b>", "&nbsp;", "&#xD800;", "<!--",
    "<ol reversed><li>đ<table><tr><td>đ<ol reversed><li>đ<td>ư", "</ol>đ",
    "<a href='", "<![CDATA[", "<?x", "<p", "&", "<script>", "<td colspan=1000 rowspan=1000>x</td>",
  };
  g_autoptr (GString) page = g_string_new ("");

  repeat (page, "<div>", 1000 * 1000);
  check_refused (page, DD_EXCHANGE_ERROR, DD_EXCHANGE_ERROR_DAMAGED, "nested");

  g_string_assign (page, "<p></p>");
  check_refused (page, DD_TEXT_ERROR, DD_TEXT_ERROR_EMPTY, "empty");
  g_string_assign (page, "<p>a");
  g_string_append_c (page, '\0');
  check_refused (page, DD_TEXT_ERROR, DD_TEXT_ERROR_BINARY, "binary");
  g_string_assign (page, "<meta charset=utf-8><p>\xe9\xe9\xe9");
  check_refused (page, DD_TEXT_ERROR, DD_TEXT_ERROR_NOT_UTF8, "line 1");
  g_string_set_size (page, 17 * 1024 * 1024);
  check_refused (page, DD_TEXT_ERROR, DD_TEXT_ERROR_TOO_LONG, "larger");

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      DdOldEncoding converted;
      g_autofree char *text = NULL;

      g_string_assign (page, "<p>Giao</p>");
      repeat (page, pieces[i], 20 * 1000);
      text = read_page (page->str, (gssize) page->len, &converted, NULL);
      g_test_message ("%s: %s", pieces[i], text != NULL ? "read" : "refused");
      g_assert_true (text == NULL || g_str_has_prefix (text, "Giao\n"));
    }
}

/* Pages that would have each piece compared with all others, which takes hours. */
static void
test_crowds (void)
{
  g_autoptr (GString) page = g_string_new ("<p");
  DdOldEncoding converted;
  g_autofree char *many = NULL;
  g_autofree char *conditions = NULL;
  g_autofree char *lines = NULL;
  g_autoptr (GError) error = NULL;

  /* Attributes and elements that come late are known all the same. */
  for (guint i = 0; i < 400000; i++)
    g_string_append_printf (page, " a%x", i);
  g_string_append (page, "></p><table><tr><td colspan=2>Giao<td>Sở</table>");
  many = read_page (page->str, (gssize) page->len, &converted, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (many, ==, "| Giao | | Sở |\n");

  g_string_assign (page, "<p>Giao</p>");
  repeat (page, "<![if ", 1000 * 1000);
  conditions = read_page (page->str, (gssize) page->len, &converted, &error);
  g_assert_true (conditions == NULL || g_str_has_prefix (conditions, "Giao\n"));
  g_clear_error (&error);

  g_string_assign (page, "<table><tr><td>Độc lập - Tự do<td>");
  repeat (page, "a<br>", 200 * 1000);
  g_string_append (page, "</table>");
  lines = read_page (page->str, (gssize) page->len, &converted, &error);
  g_assert_no_error (error);
  g_assert_nonnull (lines);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<p>Giao", 7);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DdOldEncoding converted;

  g_cancellable_cancel (cancellable);
  g_assert_null (dd_html_reader_read (bytes, "x", cancellable, &converted, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-reader/pages", test_pages);
  g_test_add_func ("/html-reader/charsets", test_charsets);
  g_test_add_func ("/html-reader/fonts", test_fonts);
  g_test_add_func ("/html-reader/hostile", test_hostile);
  g_test_add_func ("/html-reader/crowds", test_crowds);
  g_test_add_func ("/html-reader/cancelled", test_cancelled);

  return g_test_run ();
}

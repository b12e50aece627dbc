/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-document-reader.h"
#include "dd-exchange-error.h"
#include "dd-pdf-reader.h"
#include "dd-text.h"

#include <string.h>

/* What the tests read was written for them; the two notices differ in where the cells of the
 * table have their text. */

static DdTextFile *
read_fixture (const char  *name,
              GError     **error)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "office", name, NULL);

  return dd_document_reader_read (path, NULL, error);
}

static void
check_line (const DdTextFile *file,
            const char       *line)
{
  g_autofree char *whole = g_strconcat ("\n", line, "\n", NULL);

  if (strstr (file->text, whole) == NULL && !g_str_has_prefix (file->text, whole + 1))
    g_error ("There is no line “%s” in:\n%s", line, file->text);
}

static void
test_notice (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdTextFile) file = read_fixture (data, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (file->media_type, ==, "application/pdf");
  g_assert_null (file->remark);
  g_assert_cmpint (file->encoding, ==, DD_OLD_ENCODING_NONE);

  /* The letterhead in two columns */
  check_line (file, "ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  check_line (file, "Số: 142/TB-UBND    Hải Bình, ngày 09 tháng 5 năm 2024");
  check_line (file, "THÔNG BÁO");

  /* Paragraphs are whole, on two pages too, without the numbers of notes. */
  check_line (file, "1. Giao Sở Thông tin và Truyền thông chủ trì, phối hợp với Công an tỉnh, Văn "
              "phòng UBND tỉnh và các đơn vị liên quan rà soát toàn bộ dịch vụ công trực tuyến "
              "đang cung cấp trên Cổng dịch vụ công của tỉnh, đề xuất Chủ tịch UBND tỉnh phương án "
              "tái cấu trúc quy trình, báo cáo trước ngày 15 tháng 6 năm 2024.");
  check_line (file, "5. UBND huyện Đông Sơn, UBND huyện Tây Giang kiểm điểm trách nhiệm tập thể, "
              "cá nhân để tỷ lệ hồ sơ quá hạn vượt mức cho phép, báo cáo Chủ tịch UBND tỉnh trong "
              "tháng 5 năm 2024.");
  check_line (file, "2. Các sở, ban, ngành và UBND các huyện, thành phố:");
  check_line (file, "[2] Quý I năm 2024, tỷ lệ hồ sơ quá hạn của hai huyện lần lượt là 6,2% và "
              "5,8%.");
  check_line (file, "Nguyễn Thị Mai Lan");

  /* The numbers of pages are gone. */
  g_assert_null (strstr (file->text, "\n1\n"));
  g_assert_null (strstr (file->text, "\n2\n"));
  g_assert_false (g_str_has_suffix (file->text, "\n3\n"));

  check_line (file, "| TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn hoàn "
              "thành |");
  check_line (file, "| 1 | Công bố danh mục TTHC nội bộ trong hệ thống hành chính nhà nước thuộc "
              "phạm vi quản lý của tỉnh | Văn phòng UBND tỉnh | Các sở, ban, ngành | Trước ngày "
              "30/6/2024 |");
  check_line (file, "| 3 | Tập huấn nghiệp vụ số hóa hồ sơ cho công chức Bộ phận Một cửa | Sở Nội "
              "vụ | | Quý III/2024 |");
  check_line (file, "| 4 | Sơ kết công tác cải cách TTHC 6 tháng đầu năm | Văn phòng UBND tỉnh | "
              "Sở Nội vụ, Sở Tư pháp | Tháng 7/2024 |");
}

static void
check_refused (const char *name,
               int         code,
               const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_fixture (name, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "“"));
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_scan (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdTextFile) file = NULL;

  check_refused ("scan.pdf", DD_EXCHANGE_ERROR_NO_TEXT, "is a scan");

  file = read_fixture ("scan-annex.pdf", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (file->text, ==, "1. Giao UBND huyen Ba Che ra soat.\n2. Bao cao.\n");
  g_assert_nonnull (strstr (file->remark, "2, 4–5"));
}

static void
test_locked (void)
{
  check_refused ("locked.pdf", DD_EXCHANGE_ERROR_LOCKED, "password");
}

static void
refuse_bytes (const char *bytes,
              gsize       size,
              int         code,
              const char *words)
{
  g_autoptr (GBytes) part = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *remark = NULL;
  DdOldEncoding converted;

  g_assert_null (dd_pdf_reader_read (part, "tệp.pdf", NULL, &converted, &remark, &error));
  g_assert_error (error, DD_EXCHANGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "“tệp.pdf”"));
  g_assert_nonnull (strstr (error->message, words));
}

/* A download that broke off, at any place, and bytes that are none. */
static void
test_damaged (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "office",
                                                 "notice.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize part = 5; part < size - 2000; part += size / 7)
    refuse_bytes (bytes, part, DD_EXCHANGE_ERROR_DAMAGED, "damaged");
  refuse_bytes ("%PDF-1.4\n%%EOF", 14, DD_EXCHANGE_ERROR_DAMAGED, "damaged");

  /* Bytes that were changed may still be read, or not: nothing else may happen. */
  for (gsize i = 100; i < size; i += 997)
    {
      g_autoptr (GBytes) changed = NULL;
      g_autofree char *remark = NULL;
      g_autofree char *text = NULL;
      DdOldEncoding converted;
      const char before = bytes[i];

      bytes[i] = (char) ~before;
      changed = g_bytes_new (bytes, size);
      text = dd_pdf_reader_read (changed, "x", NULL, &converted, &remark, NULL);
      bytes[i] = before;
    }
}

static char *
make_pages (guint       n_pages,
            const char *page)
{
  GString *bytes = g_string_new ("%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                                 "3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> "
                                 "endobj\n");

  g_string_append_printf (bytes, "4 0 obj << /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream "
                          "endobj\n", strlen (page), page);
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (bytes, "%u 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                            "/Contents 4 0 R /Resources << /Font << /F 3 0 R >> >> >> endobj\n",
                            i + 5);
  g_string_append (bytes, "2 0 obj << /Type /Pages /Kids [");
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (bytes, "%u 0 R ", i + 5);
  g_string_append_printf (bytes, "] /Count %u >> endobj\ntrailer << /Root 1 0 R /Size %u >>\n"
                          "%%%%EOF\n", n_pages, n_pages + 5);

  return g_string_free (bytes, FALSE);
}

/* Fonts say how a text is written: here of a page in one of the program ABC. */
static void
test_old_encoding (void)
{
  g_autofree char *pages = make_pages (1, "BT /F 13 Tf 85 700 Td (1. Giao S\\353 T\\255 ph\\270p "
                                       "ch\\361 tr\\327.) Tj ET");
  g_autoptr (GString) file = g_string_new (pages);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *remark = NULL;
  g_autofree char *text = NULL;
  DdOldEncoding converted;

  g_string_replace (file, "/BaseFont /Times-Roman", "/BaseFont /ABCDEF+.VnTime /Encoding "
                    "/WinAnsiEncoding", 1);
  bytes = g_bytes_new (file->str, file->len);
  text = dd_pdf_reader_read (bytes, "x", NULL, &converted, &remark, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "1. Giao Sở Tư pháp chủ trì.\n");
  g_assert_cmpint (converted, ==, DD_OLD_ENCODING_TCVN3);
}

/* However many pages there are, and however much is on one. */
static void
test_large (void)
{
  g_autofree char *many = make_pages (100 * 1000, "BT /F 12 Tf 85 700 Td (Giao) Tj ET");
  g_autoptr (GString) page = g_string_new ("BT /F 12 Tf 85 700 Td ");
  g_autofree char *huge = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *remark = NULL;
  g_autofree char *text = NULL;
  DdOldEncoding converted;

  refuse_bytes (many, strlen (many), DD_EXCHANGE_ERROR_TOO_LARGE, "100000 pages");

  for (guint i = 0; i < 20 * 1000; i++)
    g_string_append (page, "(xxxxxxxxxxxxxxx ) Tj 0 0.01 Td ");
  g_string_append (page, "ET");
  huge = make_pages (1, page->str);
  bytes = g_bytes_new (huge, strlen (huge));
  text = dd_pdf_reader_read (bytes, "x", NULL, &converted, &remark, NULL);
  g_assert_true (text == NULL || strlen (text) < 1000 * 1000);
}

static void
test_cancelled (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "office",
                                                 "notice.pdf", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *remark = NULL;
  char *data;
  gsize size;
  DdOldEncoding converted;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  bytes = g_bytes_new_take (data, size);
  g_cancellable_cancel (cancellable);
  g_assert_null (dd_pdf_reader_read (bytes, "x", cancellable, &converted, &remark, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/pdf-reader/notice", "notice.pdf", test_notice);
  g_test_add_data_func ("/pdf-reader/notice-middle", "notice-middle.pdf", test_notice);
  g_test_add_func ("/pdf-reader/scan", test_scan);
  g_test_add_func ("/pdf-reader/locked", test_locked);
  g_test_add_func ("/pdf-reader/damaged", test_damaged);
  g_test_add_func ("/pdf-reader/old-encoding", test_old_encoding);
  g_test_add_func ("/pdf-reader/large", test_large);
  g_test_add_func ("/pdf-reader/cancelled", test_cancelled);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dd-office-document.h"
#include "dd-office-file.h"
#include "dd-office-style.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *
get_marker (DdOfficeDocument *document,
            guint             position)
{
  return ((DdOfficeParagraph *) document->paragraphs->pdata[position])->marker;
}

/* đ stands behind d; there is no f, j, w or z; behind y it begins anew. */
static void
test_letters (void)
{
  static const char * const letters[] = {
    "a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)", "l)", "m)", "n)", "o)", "p)", "q)",
    "r)", "s)", "t)", "u)", "v)", "x)", "y)", "aa)", "bb)",
  };
  g_autoptr (DdOfficeDocument) document = dd_office_document_new ();

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    g_assert_cmpstr (get_marker (document, dd_office_document_add (document,
                                                                   DD_OFFICE_LEVEL_POINT, "x")),
                     ==, letters[i]);
}

/* Each level counts anew under the one above it. */
static void
test_ladder (void)
{
  static const struct { DdOfficeLevel level; const char *marker; } steps[] = {
    { DD_OFFICE_LEVEL_TEXT, "" },
    { DD_OFFICE_LEVEL_PART, "I." },
    { DD_OFFICE_LEVEL_ITEM, "1." },
    { DD_OFFICE_LEVEL_POINT, "a)" },
    { DD_OFFICE_LEVEL_DASH, "-" },
    { DD_OFFICE_LEVEL_PLUS, "+" },
    { DD_OFFICE_LEVEL_POINT, "b)" },
    { DD_OFFICE_LEVEL_TEXT, "" },
    { DD_OFFICE_LEVEL_ITEM, "2." },
    { DD_OFFICE_LEVEL_POINT, "a)" },
    { DD_OFFICE_LEVEL_PART, "II." },
    { DD_OFFICE_LEVEL_ITEM, "1." },
    { DD_OFFICE_LEVEL_PART, "III." },
    { DD_OFFICE_LEVEL_PART, "IV." },
  };
  g_autoptr (DdOfficeDocument) document = dd_office_document_new ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpstr (get_marker (document, dd_office_document_add (document, steps[i].level, "x")),
                     ==, steps[i].marker);
}

static void
test_days (void)
{
  g_autofree char *february = dd_office_day_to_text (dd_day_new (2024, 2, 29));
  g_autofree char *small = dd_office_day_to_text (dd_day_new (2024, 1, 5));
  g_autofree char *march = dd_office_day_to_text (dd_day_new (2024, 3, 9));
  g_autofree char *december = dd_office_day_to_text (dd_day_new (9999, 12, 31));
  g_autofree char *none = dd_office_day_to_text (DD_DAY_NONE);

  g_assert_cmpstr (february, ==, "ngày 29 tháng 02 năm 2024");
  g_assert_cmpstr (small, ==, "ngày 05 tháng 01 năm 2024");
  g_assert_cmpstr (march, ==, "ngày 09 tháng 3 năm 2024");
  g_assert_cmpstr (december, ==, "ngày 31 tháng 12 năm 9999");
  g_assert_cmpstr (none, ==, "ngày      tháng      năm        ");
}

static void
check_number (const char *number,
              const char *expected)
{
  g_autoptr (DdOfficeDocument) document = dd_office_document_new ();
  g_autofree char *line = NULL;

  document->code = g_strdup ("TB-UBND");
  document->number = g_strdup (number);
  line = dd_office_document_get_number (document);
  g_assert_cmpstr (line, ==, expected);
}

static void
test_numbers (void)
{
  check_number (NULL, "Số:        /TB-UBND");
  check_number ("7", "Số: 07/TB-UBND");
  check_number ("87", "Số: 87/TB-UBND");
  check_number ("118/TB-VP", "Số: 118/TB-VP");
}

static DdOfficeDocument *
make_letter (void)
{
  static const char * const headings[] = { "STT", "Nội dung nhiệm vụ", "Thời hạn", NULL };
  static const guint shares[] = { 1, 6, 3 };
  static const char * const row[] = { "1", "Rà soát <thủ tục> & quy trình\nđợt 2", "", NULL };
  DdOfficeDocument *document = dd_office_document_new ();
  DdOfficeAnnex *annex;

  document->superior = g_strdup ("UBND tỉnh Bình Sơn");
  document->agency = g_strdup ("Văn phòng");
  document->code = g_strdup ("VP-KSTT");
  document->place = g_strdup ("Bình Sơn");
  document->day = dd_day_new (2024, 7, 1);
  document->subject = g_strdup ("đôn đốc thực hiện nhiệm vụ được giao");
  document->post = g_strdup ("Chánh Văn phòng");
  document->signer = g_strdup ("Nguyễn Thị E");
  dd_office_document_add_addressee (document, "Sở Tư pháp");
  dd_office_document_add_addressee (document, "- Sở Nội vụ;");
  dd_office_document_add (document, DD_OFFICE_LEVEL_TEXT, "Đề nghị Sở báo cáo.");
  dd_office_document_add_recipient (document, "Như trên;");
  dd_office_document_add_recipient (document, "- Lưu: VT.");
  dd_office_document_add_recipient (document, " ; ");
  annex = dd_office_document_add_annex (document, "Phụ lục", "Nhiệm vụ quá hạn", headings, shares);
  dd_office_annex_add_row (annex, row);

  return document;
}

/* A letter has no type: its subject stands under the number, and whom it is for above the text. */
static void
test_letter (void)
{
  g_autoptr (DdOfficeDocument) document = make_letter ();
  g_autofree char *text = dd_office_document_to_text (document, NULL);

  g_assert_cmpstr (text, ==,
                   "UBND TỈNH BÌNH SƠN\n"
                   "VĂN PHÒNG\n"
                   "Số:        /VP-KSTT\n"
                   "V/v đôn đốc thực hiện nhiệm vụ được giao\n"
                   "\n"
                   "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                   "Độc lập - Tự do - Hạnh phúc\n"
                   "Bình Sơn, ngày 01 tháng 7 năm 2024\n"
                   "\n"
                   "Kính gửi:\n"
                   "- Sở Tư pháp;\n"
                   "- Sở Nội vụ.\n"
                   "\n"
                   "Đề nghị Sở báo cáo./.\n"
                   "\n"
                   "Nơi nhận:\n"
                   "- Như trên;\n"
                   "- Lưu: VT.\n"
                   "\n"
                   "CHÁNH VĂN PHÒNG\n"
                   "Nguyễn Thị E\n"
                   "\n"
                   "PHỤ LỤC\n"
                   "Nhiệm vụ quá hạn\n"
                   "STT\tNội dung nhiệm vụ\tThời hạn\n"
                   "1\tRà soát <thủ tục> & quy trình\nđợt 2\t\n");
}

/* Where the paragraphs begin is counted in characters. */
static void
test_starts (void)
{
  g_autoptr (DdOfficeDocument) document = make_letter ();
  guint starts[2];
  g_autofree char *text = dd_office_document_to_text (document, starts);
  g_autofree char *paragraph = g_utf8_substring (text, (glong) starts[0], (glong) starts[1]);

  g_assert_cmpstr (paragraph, ==, "Đề nghị Sở báo cáo./.\n");
}

/* The widths of the columns are those of the text, whatever the shares. */
static void
test_widths (void)
{
  static const char * const headings[] = { "a", "b", "c", NULL };
  static const guint shares[] = { 1, 1, 1 };
  g_autoptr (DdOfficeDocument) document = dd_office_document_new ();
  DdOfficeAnnex *annex = dd_office_document_add_annex (document, "x", NULL, headings, shares);
  g_autofree guint *widths = dd_office_annex_get_widths (annex);

  g_assert_cmpuint (widths[0] + widths[1] + widths[2], ==, DD_OFFICE_TEXT_WIDTH);
}

/* A rule is a third to half as long as its line, and never longer than its place. */
static void
test_rules (void)
{
  guint word = dd_office_rule_width ("VĂN PHÒNG", DD_OFFICE_PART_AGENCY, 3685);
  g_autofree char *many = g_strnfill (500, 'M');

  g_assert_cmpuint (word, >, 13 * 20 * 9 * 72 / 100 / 3);
  g_assert_cmpuint (word, <, 13 * 20 * 9 * 72 / 100 / 2);
  g_assert_cmpuint (dd_office_rule_width (many, DD_OFFICE_PART_AGENCY, 3685), <=, 3685 / 2);
  g_assert_cmpuint (dd_office_rule_width ("", DD_OFFICE_PART_AGENCY, 3685), ==, 0);
}

/* The same document makes the same bytes, of any text; XML cannot say all characters. */
static void
test_bytes (void)
{
  for (guint format = 0; format < DD_N_OFFICE_FORMATS; format++)
    {
      g_autoptr (DdOfficeDocument) document = make_letter ();
      g_autoptr (GBytes) once = NULL;
      g_autoptr (GBytes) again = NULL;

      document->subject[0] = '\001';
      g_free (document->signer);
      document->signer = g_strdup ("\xEF\xBF\xBF\x0B" "A\xEF\xBF\xBE");
      once = dd_office_format_write (format, document);
      again = dd_office_format_write (format, document);
      g_assert_true (g_bytes_equal (once, again));
      g_assert_cmpmem (g_bytes_get_data (once, NULL), 2, "PK", 2);
    }
}

static void
check_format (const char *name,
              int         expected)
{
  g_autoptr (GError) error = NULL;
  DdOfficeFormat format;

  if (expected >= 0)
    {
      g_assert_true (dd_office_format_from_name (name, &format, &error));
      g_assert_no_error (error);
      g_assert_cmpint (format, ==, expected);
      return;
    }
  g_assert_false (dd_office_format_from_name (name, &format, &error));
  g_assert_error (error, DD_OFFICE_ERROR, DD_OFFICE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, ".docx"));
}

static void
test_formats (void)
{
  check_format ("thông báo.docx", DD_OFFICE_FORMAT_DOCX);
  check_format ("A.DOCX", DD_OFFICE_FORMAT_DOCX);
  check_format ("/x.docx/a.odt", DD_OFFICE_FORMAT_ODT);
  check_format ("a.doc", -1);
  check_format ("docx", -1);
  check_format ("", -1);
}

static void
check_refused (GBytes     *bytes,
               const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_office_file_save (bytes, path, &error));
  g_assert_error (error, DD_OFFICE_ERROR, DD_OFFICE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
}

/* What was there stays until the new file is whole, and what a link leads to is meant. */
static void
test_saving (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autofree char *folder = g_dir_make_tmp ("dondoc-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.docx", NULL);
  g_autofree char *link = g_build_filename (folder, "link.docx", NULL);
  g_autofree char *missing = g_build_filename (folder, "no-such", "a.docx", NULL);
  g_autofree char *below = g_build_filename (path, "a.docx", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  g_assert_true (g_file_set_contents (path, "old, and longer", -1, NULL));
  g_assert_cmpint (symlink ("a.docx", link), ==, 0);
  g_assert_true (dd_office_file_save (bytes, link, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "new");

  check_refused (bytes, missing);
  check_refused (bytes, below);
  check_refused (bytes, folder);

  /* Nothing half-written is left. */
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 2);

  g_unlink (link);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office-document/letters", test_letters);
  g_test_add_func ("/office-document/ladder", test_ladder);
  g_test_add_func ("/office-document/days", test_days);
  g_test_add_func ("/office-document/numbers", test_numbers);
  g_test_add_func ("/office-document/letter", test_letter);
  g_test_add_func ("/office-document/starts", test_starts);
  g_test_add_func ("/office-document/widths", test_widths);
  g_test_add_func ("/office-document/rules", test_rules);
  g_test_add_func ("/office-document/bytes", test_bytes);
  g_test_add_func ("/office-document/formats", test_formats);
  g_test_add_func ("/office-document/saving", test_saving);

  return g_test_run ();
}
